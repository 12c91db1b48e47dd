import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { FastifyInstance } from "fastify"
import { expect, test } from "vitest"
import { parse } from "yaml"
import { z } from "zod"
import { UNIT_COLUMNS } from "../core/campaign/unit-sheet.ts"
import { INITIATIVE_COLUMNS } from "../core/intake/initiative-sheet.ts"
import { type BoardParts, boardRoutes } from "./http/board.ts"
import { readSettings } from "./settings.ts"
import { EXAMPLES } from "./variables.ts"

// There is no Docker engine where these tests run; what can be held against our own code is.

const ROOT = join(import.meta.dirname, "..")
const textOf = (name: string) => readFileSync(join(ROOT, name), "utf8")

const composeFile = z.object({
  services: z.record(
    z.string(),
    z.object({
      environment: z.record(z.string(), z.string()).default({}),
      ports: z.array(z.string()).default([]),
      depends_on: z.record(z.string(), z.unknown()).default({}),
      volumes: z.array(z.string()).default([]),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
})

test("compose.yaml gives every process settings that the program takes, and opens nothing to the world", () => {
  const { services, volumes } = composeFile.parse(parse(textOf("compose.yaml"), { merge: true }))
  for (const [name, role] of [
    ["bot", "bot"],
    ["worker", "worker"],
  ] as const) {
    const environment = Object.fromEntries(
      Object.entries(services[name]?.environment ?? {}).map(([key, value]) => [
        key,
        value.replace(/\$\{\w+:\?[^}]*\}/, "secret"),
      ]),
    )
    const settings = readSettings(environment)
    expect(settings).toMatchObject({ role, webChat: false, dataDir: "/data" })
    expect(Object.keys(environment).filter((key) => !textOf(".env.example").includes(`${key}=`))).toEqual([])
    expect(new URL(settings.databaseUrl ?? "").hostname in services).toBe(true)
    expect(new URL(settings.redisUrl ?? "").hostname in services).toBe(true)
  }
  for (const { ports, depends_on, volumes: mounted } of Object.values(services)) {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
    for (const other of Object.keys(depends_on)) expect(Object.keys(services)).toContain(other)
    for (const volume of mounted) expect(Object.keys(volumes)).toContain(volume.split(":")[0])
  }
})

test("the image takes only what is there, and nothing that is kept from the builder", () => {
  const copied = [...textOf("Dockerfile").matchAll(/^COPY (.+) \S+$/gm)].flatMap((match) =>
    (match[1] ?? "").split(" "),
  )
  expect(copied).toEqual(expect.arrayContaining(["package-lock.json", "bot", "core", "db", "jobs"]))
  for (const name of copied) {
    expect(existsSync(join(ROOT, name)), name).toBe(true)
    expect(textOf(".dockerignore")).toContain(`!${name}\n`)
  }
})

test("the image and the systemd unit start as npm start does; the image compiles with the same options", () => {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(textOf("package.json")))
  const options = (/ node (.+) bot\/main\.ts$/.exec(scripts.start)?.[1] ?? "").split(" ")
  expect(options).toContain("--import")
  expect(textOf("Dockerfile")).toContain(
    `CMD ${JSON.stringify(["node", ...options, "bot/main.ts"]).replaceAll(",", ", ")}`,
  )
  expect(textOf("Dockerfile")).toContain(`RUN node ${options.join(" ")} --input-type=module`)
  const { node } = manifest.parse(JSON.parse(textOf("package.json"))).dependencies
  expect(textOf("Dockerfile")).toMatch(new RegExp(`^FROM node:${node}-`, "m"))
  const unit = textOf("docs/tro-ly-sang-kien.service")
  expect(unit).toContain(`/node ${options.join(" ")} bot/main.ts\n`)
  const [, environment = ""] = scripts.start.match(/^exec env (.*) node /) ?? []
  expect(environment).toMatch(/^MALLOC_ARENA_MAX=\d$/)
  expect(textOf("Dockerfile")).toContain(`ENV ${environment}\n`)
  expect(unit).toMatch(new RegExp(`^Environment=.*${environment}( |$)`, "m"))
})

/** What a file of ours imports before it runs: packages by name, our own files by path. */
function importsOf(file: string): readonly string[] {
  const found = textOf(file).matchAll(/^(?:import|export) (?!type\b)(?:[^;"]*? from )?"([^"\s]+)"/gm)
  return [...found].map(([, from = ""]) => (from.startsWith(".") ? join(dirname(file), from) : from))
}

test("the documented nginx passes on what platforms and visitors ask for, and nothing else", async () => {
  const board: string[] = []
  const app = { get: (address: string) => board.push(address) } as unknown as FastifyInstance
  await boardRoutes({} as BoardParts)(app)
  const locations = [...textOf("docs/operations.md").matchAll(/^ {2}location (\/\S+) +\{ proxy_pass/gm)]
  const isOpen = (address: string) => locations.some(([, prefix = ""]) => address.startsWith(prefix))
  const asked = ["/webhooks/zalo/1", "/webhooks/telegram/1", "/pictures/a.png", "/documents/a", ...board]
  expect(asked.filter((address) => !isOpen(address))).toEqual([])
  expect(["/", "/healthz", "/readyz", "/metrics", "/api/chat/messages"].filter(isOpen)).toEqual([])
  expect(board).toContain("/board.css")
})

test("before the first answer no library is loaded that it does not need, nor what runs by the clock", () => {
  const loaded = new Set(["bot/main.ts"])
  for (const name of loaded) if (name.endsWith(".ts")) for (const each of importsOf(name)) loaded.add(each)
  const names = [...loaded].filter((name) => !name.startsWith("node:"))
  expect(names.filter((name) => !name.endsWith(".ts")).sort()).toEqual([
    ...["@fluent/bundle", "fastify", "kysely", "kysely/migration"],
    ...["pg", "pino", "temporal-polyfill", "zod"],
  ])
  // They are found when somebody looks for them where they are: a file that moved must not pass.
  for (const late of [
    "jobs/clockwork.ts",
    "jobs/queues.ts",
    "db/server/embedded.ts",
    "bot/telegram/channel.ts",
  ]) {
    expect(existsSync(join(ROOT, late)), late).toBe(true)
    expect(names).not.toContain(late)
  }
})

test("every test that docs/security.md calls a proof is there", () => {
  const proofs = textOf("docs/security.md").match(/`(bot|core|db)\/[\w/.-]+\.ts`/g) ?? []
  expect(proofs.length).toBeGreaterThan(20)
  expect(proofs.filter((path) => !existsSync(join(ROOT, path.slice(1, -1))))).toEqual([])
})

test("docs/operations.md names every column of a sheet, in English and in Vietnamese", () => {
  const told = textOf("docs/operations.md")
  const headings = [...Object.values(UNIT_COLUMNS), ...Object.values(INITIATIVE_COLUMNS)].map(
    ([english, vietnamese]) => `\`${english}\`, \`${vietnamese}\``,
  )
  expect(headings.length).toBeGreaterThan(15)
  expect(headings.filter((heading) => !told.includes(heading))).toEqual([])
})

test("README.md and .env.example name every setting, and no link leads nowhere", () => {
  const named = (text: string) => new Set(text.match(/\b[A-Z]+(?:_[A-Z]+)*\b/g))
  const [readme, example] = [named(textOf("README.md")), named(textOf(".env.example"))]
  const settings = Object.keys(EXAMPLES)
  expect(settings.length).toBeGreaterThan(25)
  expect(settings.filter((name) => !readme.has(name) || !example.has(name))).toEqual([])
  for (const file of ["README.md", ...readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`)]) {
    if (!file.endsWith(".md")) continue
    for (const [, path = "", heading] of textOf(file).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)) {
      const target = path === "" ? file : join(dirname(file), path)
      expect(existsSync(join(ROOT, target)), `${file}: ${path}`).toBe(true)
      const anchors = [...textOf(target).matchAll(/^#+ (.+)$/gm)].map(([, words = ""]) =>
        words
          .toLowerCase()
          .replaceAll(/[^\p{L}\d -]/gu, "")
          .replaceAll(" ", "-"),
      )
      if (heading !== undefined) expect(anchors, `${file}: #${heading}`).toContain(heading)
    }
  }
})

test("README.md names every command of the operator's tool", () => {
  const [, table = ""] = textOf("bot/cli/run.ts").split(/COMMANDS[^\n]*\n|\n\}\n/)
  const commands = [...table.matchAll(/^ {2}"?([a-z ]+)"?: \{/gmu)].map(([, command = ""]) => command)
  expect(commands.length).toBeGreaterThan(15)
  const readme = textOf("README.md")
  expect(commands.filter((command) => !readme.includes(`\`${command}`))).toEqual([])
})

test("docs/operations.md explains every number at /metrics and no other", () => {
  const names = (text: string) => [...new Set(text.match(/\bsangkien_[a-z_]+/g))].sort()
  expect(names(textOf("docs/operations.md"))).toEqual(names(textOf("bot/metrics.ts")))
})

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
  overrides: z.record(z.string(), z.string()),
})
const lockFile = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
})

test("every package is the one of the lock file, byte by byte, and runs a script at installing only when named", () => {
  const ours = manifest.parse(JSON.parse(textOf("package.json")))
  const { packages } = lockFile.parse(JSON.parse(textOf("package-lock.json")))
  const wanted = { ...ours.dependencies, ...ours.devDependencies }
  for (const [name, version] of Object.entries({ ...wanted, ...ours.overrides })) {
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)])
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
  }
  const others = Object.entries(packages).filter(([path]) => path !== "")
  expect(others.length).toBeGreaterThan(200)
  for (const [path, each] of others) {
    expect(each.integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
    expect(each.link ?? false, path).toBe(false)
    if (each.resolved !== undefined) expect(each.resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//)
  }
  const withScript = others.flatMap(([path, each]) =>
    each.hasInstallScript === true ? [path.replace(/^.*node_modules\//, "")] : [],
  )
  expect(withScript.toSorted()).toEqual(Object.keys(ours.allowScripts).toSorted())
  // Without it npm runs what nobody looked at, and only warns.
  expect(textOf(".npmrc")).toMatch(/^strict-allow-scripts=true$/m)
  const told = textOf("docs/dependencies.md")
  expect(Object.keys(wanted).filter((name) => !told.includes(name) && !name.startsWith("@types/"))).toEqual(
    [],
  )
})

test("docs/dependencies.md tells why of every package", () => {
  const { dependencies, devDependencies } = manifest.parse(JSON.parse(textOf("package.json")))
  const told = textOf("docs/dependencies.md")
  const names = Object.keys({ ...dependencies, ...devDependencies })
  expect(names.filter((name) => !told.includes(`\`${name.replace(/^@types\/.*/, "@types/*")}\``))).toEqual([])
})
