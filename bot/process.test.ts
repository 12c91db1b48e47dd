import { spawn } from "node:child_process"
import { chmod, copyFile, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { describe, expect, onTestFinished, test, vi } from "vitest"
import { testFolder } from "../db/test-folder.ts"

// The real process, as a newcomer and an operator run it. Each start costs seconds, so each story proves several things.

const ROOT = join(import.meta.dirname, "..")
const NODE = join(ROOT, "node_modules/.bin/node")
/** A dozen starts of the same program: after the first one they find it compiled. */
const COMPILED = join(tmpdir(), "tro-ly-sang-kien-compiled")
/** Far beyond anything that works on a busy machine. */
const PATIENCE_MS = 60_000
const STORY_MS = 180_000

/** Variables of the machine that runs the tests must not reach the processes under test. */
const OURS =
  /^(DATABASE_URL|REDIS_URL|DATA_DIR|HOST|PORT|PUBLIC_URL|WEBHOOK_SECRET|ENCRYPTION_KEY|TIME_ZONE|LANGUAGE|WEB_CHAT|ADMIN_CODE|PROCESS_ROLE|LOG_LEVEL|ZALO_.*|TELEGRAM_.*|npm_.*|NODE_.*|VITEST.*)$/i

type Run = {
  readonly pid: number
  /** What it has printed so far: both streams together, as in a terminal. */
  readonly said: () => string
  /** Resolves with the match as soon as the output has it; rejects when the process ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>
  /** Waits for the end of the process and of everybody who writes to its output; patience begins with the question. */
  ended(): Promise<{ readonly code: number | null; readonly signal: string | null }>
}

/** Runs a program in a process group of its own, which is killed when the test is over. */
function run(
  command: readonly [string, ...string[]],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Run {
  const [file, ...words] = command
  const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name))
  const child = spawn(file, words, {
    cwd: options.cwd ?? ROOT,
    env: { ...Object.fromEntries(inherited), NODE_COMPILE_CACHE: COMPILED, ...options.env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const pid = child.pid ?? 0
  onTestFinished(() => void signal(-pid, "SIGKILL"))
  let said = ""
  const heard = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text
      for (const look of heard) look()
    })
  }
  const closed = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code, signal) => resolve({ code, signal }))
  })
  closed.catch(() => {})
  const ended = async () => await within(closed, () => `${command.join(" ")} did not end; it said:\n${said}`)
  const until = async (pattern: RegExp) => {
    const found = Promise.withResolvers<RegExpExecArray>()
    const look = () => {
      const match = pattern.exec(said)
      if (match) found.resolve(match)
    }
    heard.add(look)
    look()
    closed.then(
      ({ code }) => found.reject(new Error(`it ended with ${code} before ${pattern}; it said:\n${said}`)),
      found.reject,
    )
    try {
      return await within(found.promise, () => `${pattern} was not printed; it said:\n${said}`)
    } finally {
      heard.delete(look)
    }
  }
  return { pid, said: () => said, until, ended }
}

async function within<Value>(awaited: Promise<Value>, complaint: () => string): Promise<Value> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(complaint())), PATIENCE_MS)
  try {
    return await Promise.race([awaited, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name)
    return true
  } catch {
    return false
  }
}

/** A fresh folder; a database that a failed test left running in it is stopped. */
async function aFolder(): Promise<string> {
  const folder = await testFolder("process")
  onTestFinished(async () => {
    const left = await postgresOf(folder)
    if (left !== undefined) signal(left, "SIGQUIT")
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

/** The process id of the database server that runs in this DATA_DIR. */
async function postgresOf(dataDir: string): Promise<number | undefined> {
  const file = await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8").catch(() => "")
  const pid = Number(file.split("\n")[0])
  return pid > 0 && signal(pid, 0) ? pid : undefined
}

/** How many updates the bot with this DATA_DIR has committed. */
async function handledUpdates(dataDir: string): Promise<number> {
  const [, , , port] = (await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n")
  const password = (await readFile(join(dataDir, "postgres-password"), "utf8")).trim()
  const client = new pg.Client({
    host: "127.0.0.1",
    port: Number(port),
    user: "sangkien",
    database: "sangkien",
    password,
  })
  await client.connect()
  try {
    return (await client.query("select from handled_update")).rowCount ?? 0
  } finally {
    await client.end()
  }
}

/** A checkout with an `.env` of its own: everything but that file is this one. */
async function aCheckout(env: readonly string[]): Promise<string> {
  const folder = await aFolder()
  await copyFile(join(ROOT, "package.json"), join(folder, "package.json"))
  for (const name of ["bot", "core", "jobs", "db", "node_modules"])
    await symlink(join(ROOT, name), join(folder, name))
  await writeFile(join(folder, ".env"), `${env.join("\n")}\n`)
  return folder
}

const start = (dataDir: string) =>
  run(["npm", "start"], { env: { DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "warn" } })
const cli = (dataDir: string, ...words: readonly string[]) =>
  run([NODE, "bot/cli/main.ts", ...words], { env: { DATA_DIR: dataDir } })

const ADDRESS = /đang chạy tại (http:\/\/127\.0\.0\.1:(\d+))/
const ADMIN_CODE = /Mã quản trị[^:]*: ([0-9A-Z-]{10,})/

/** The process id of the server itself, below npm. */
async function serverBelow(npm: number): Promise<number> {
  const listed = run(["ps", "-A", "-o", "pid=,ppid=,args="])
  await listed.ended()
  const processes = listed
    .said()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
  const below = (parent: number): string[][] =>
    processes
      .filter(([, ppid]) => Number(ppid) === parent)
      .flatMap((each) => [each, ...below(Number(each[0]))])
  const server = below(npm).find(
    ([, , program, ...words]) => program?.endsWith("node") && words.includes("bot/main.ts"),
  )
  return Number(server?.[0])
}

async function untilReady(address: string): Promise<Response> {
  return await vi.waitFor(
    async () => {
      const answer = await fetch(`${address}/readyz`)
      expect(answer.status).toBe(200)
      return answer
    },
    { timeout: PATIENCE_MS, interval: 100 },
  )
}

describe("npm start", () => {
  test("runs with what .env says, beside the operator's tool and a second start; SIGTERM to the server ends it", {
    timeout: STORY_MS,
  }, async () => {
    const data = await aFolder()
    const cwd = await aCheckout([`DATA_DIR=${data}`, "PORT=0", "LOG_LEVEL=warn"])
    const npm = run(["npm", "start"], { cwd })
    const [, address = "", port = ""] = await npm.until(ADDRESS)
    expect(Number(port)).toBeGreaterThan(0)
    await npm.until(ADMIN_CODE)
    await npm.until(/1\. .*đăng ký[\s\S]*2\. .*đăng ký[\s\S]*3\. .*tổng hợp/)

    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    const ready = await untilReady(address)
    expect([ready.status, await ready.json()]).toMatchObject([200, { ready: true }])
    expect((await fetch(`${address}/`)).headers.get("content-type")).toContain("text/html")
    const numbers = await (await fetch(`${address}/metrics`)).text()
    // Each is there before the first event of its kind.
    for (const series of [
      'updates_total{channel="web",result="failed"} 0',
      'sends_total{channel="web",result="unknown"} 0',
      'outbox_rows{state="dead"} 0',
      'outbox_oldest_seconds{state="waiting"} 0',
      'job_failures_total{queue="deliver"} 0',
      'database_connections{state="waited_for"} 0',
      "batch_seconds_bucket",
    ])
      expect(numbers).toContain(`sangkien_${series}`)

    // Nobody else on the machine reads the database or its password.
    expect((await stat(join(data, "postgres"))).mode & 0o777).toBe(0o700)
    for (const secret of ["postgres-password", "encryption-key"]) {
      expect((await stat(join(data, secret))).mode & 0o077, secret).toBe(0)
    }
    const database = await postgresOf(data)
    expect(database).toBeDefined()
    const units = cli(data, "units", "list", "--json")
    expect(await units.ended()).toMatchObject({ code: 0 })
    expect(JSON.parse(units.said()).length).toBeGreaterThan(3)

    const second = run([NODE, "bot/main.ts"], { env: { DATA_DIR: data, PORT: port, LOG_LEVEL: "warn" } })
    const elsewhere = run([NODE, "bot/main.ts"], {
      env: { DATA_DIR: data, PORT: port, HOST: "no-host.invalid", LOG_LEVEL: "error" },
    })
    expect(await elsewhere.ended()).toMatchObject({ code: 1 })
    expect(elsewhere.said().trim()).toMatch(/^HOST is no address of this machine[^\n]*HOST=127\.0\.0\.1$/)
    expect(await second.ended()).toMatchObject({ code: 1 })
    expect(second.said().trim()).toBe(
      `The bot runs already at ${address}. Open that page, or stop the bot where it was started (Ctrl-C). To run another one beside it choose another port and folder. Example: PORT=${Number(port) + 1} DATA_DIR=./.data-${Number(port) + 1}`,
    )
    // Neither of the two stopped the database that the first one uses.
    expect(await postgresOf(data)).toBe(database)
    expect((await untilReady(address)).status).toBe(200)

    expect(signal(await serverBelow(npm.pid), "SIGTERM")).toBe(true)
    expect(await npm.ended()).toEqual({ code: 0, signal: null })
    expect(await postgresOf(data)).toBeUndefined()
  })

  test("takes over the database of a killed one with its data; SIGTERM to npm ends it", {
    timeout: STORY_MS,
  }, async () => {
    const data = await aFolder()
    const first = start(data)
    const [, address = ""] = await first.until(ADDRESS)
    await untilReady(address)
    const said = await fetch(`${address}/api/chat/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ person: "an", room: "tng", text: "@Bot đăng ký: Cải tiến cữ gá may túi hộp" }),
    })
    expect(said.status).toBe(202)
    signal(-first.pid, "SIGKILL")
    await first.ended()
    const left = await postgresOf(data)
    expect(left).toBeDefined()

    const second = start(data)
    const [, again = ""] = await second.until(ADDRESS)
    expect(await postgresOf(data)).toBe(left)
    expect(await handledUpdates(data)).toBe(1)
    // What the kernel takes when memory runs out comes back by itself, where everybody finds it.
    signal(left ?? 0, "SIGKILL")
    await second.until(/the embedded database had ended and was started again/)
    expect((await untilReady(again)).status).toBe(200)
    expect(await handledUpdates(data)).toBe(1)
    const units = cli(data, "units", "list")
    expect(await units.ended()).toMatchObject({ code: 0 })
    expect(units.said()).toContain("KCN-01")

    signal(second.pid, "SIGTERM")
    expect(await second.ended()).toEqual({ code: 0, signal: null })
    expect(await postgresOf(data)).toBeUndefined()
  })

  test("ends at a SIGTERM to the whole group; the operator's tool then runs a database of its own and takes it down", {
    timeout: STORY_MS,
  }, async () => {
    const data = await aFolder()
    // Beside what a first start left that was cut off, two start on the empty folder at once.
    await mkdir(join(data, "postgres.new/base"), { recursive: true })
    const [npm, beside] = [start(data), cli(data, "reminders", "list", "--json")]
    expect(await beside.ended(), beside.said()).toMatchObject({ code: 0 })
    await npm.until(ADDRESS)
    expect((await readdir(data)).filter((name) => name.startsWith("postgres.new"))).toEqual([])
    signal(-npm.pid, "SIGTERM")
    expect(await npm.ended()).toEqual({ code: 0, signal: null })
    expect(await postgresOf(data)).toBeUndefined()

    // After a power failure the number in the database's lock file is another program's.
    const { uid, gid } = await stat(join(data, "postgres"))
    const other = spawn("sleep", ["600"], { uid, gid, cwd: "/", stdio: "ignore" })
    onTestFinished(() => void other.kill())
    await writeFile(
      join(data, "postgres/postmaster.pid"),
      `${other.pid}\n${data}/postgres\n1\n1\n\n127.0.0.1\n`,
    )

    const file = join(data, "a.backup")
    for (const words of [
      ["units", "list"],
      ["backup", file],
      ["restore", file, "--force"],
      ["key", "rotate"],
    ]) {
      const tool = cli(data, ...words)
      expect(await tool.ended(), tool.said()).toMatchObject({ code: 0 })
      expect(await postgresOf(data)).toBeUndefined()
    }
    // Ctrl-C goes to everything that runs in the terminal.
    const long = cli(data, "initiatives", "import", "docs/samples/history-2022.csv")
    await vi.waitFor(async () => expect(await postgresOf(data)).toBeDefined(), {
      timeout: PATIENCE_MS,
      interval: 10,
    })
    signal(-long.pid, "SIGINT")
    expect(await long.ended()).toMatchObject({ code: 1 })
    expect(long.said()).toBe("Interrupted before it was finished.\n")
    expect(await postgresOf(data)).toBeUndefined()
    // Nobody reads what it says, as behind "| head": it closes its database all the same.
    const unread = run(["sh", "-c", `"${NODE}" bot/cli/main.ts units list | true`], {
      env: { DATA_DIR: data },
    })
    expect(await unread.ended()).toMatchObject({ code: 0 })
    expect(unread.said()).toBe("")
    expect(await postgresOf(data)).toBeUndefined()
    const refused = cli(data, "restore", file)
    expect(await refused.ended()).toMatchObject({ code: 1 })
    expect(refused.said()).toMatch(/--force/)
    expect(await postgresOf(data)).toBeUndefined()
    const doctor = cli(data, "doctor")
    expect(await doctor.ended(), doctor.said()).toMatchObject({ code: 0 })
    for (const looked of ["settings", "database", "queue", "tokens", "webhooks", "clock", "fonts"]) {
      expect(doctor.said()).toMatch(new RegExp(`^ok    ${looked}: `, "m"))
    }
    expect(await postgresOf(data)).toBeUndefined()
  })

  test("ends with its database when the terminal is closed", { timeout: STORY_MS }, async () => {
    const data = await aFolder()
    const npm = start(data)
    await npm.until(ADDRESS)
    expect(await postgresOf(data)).toBeDefined()
    signal(-npm.pid, "SIGHUP")
    // npm itself goes at once; the server still writes to the same output.
    await npm.ended()
    expect(await postgresOf(data)).toBeUndefined()
  })
})

describe("what cannot work", () => {
  test("wrong settings end it with 1 and a line for each variable", async () => {
    const wrong = {
      DATABASE_URL: "mysql://x",
      PORT: "80000",
      PUBLIC_URL: "http://example.vn",
      TIME_ZONE: "Mars/Olympus",
      TELEGRAM_BOT_TOKENS: "hunter2",
      WEB_CHAT: "maybe",
      PROCESS_ROLE: "boss",
      WEBHOOK_SECRET: "hai từ",
    }
    const bot = run([NODE, "bot/main.ts"], { env: wrong })
    expect(await bot.ended()).toMatchObject({ code: 1 })
    const lines = bot.said().trim().split("\n")
    expect(lines.map((line) => line.split(" ")[0]).sort()).toEqual(Object.keys(wrong).sort())
    for (const line of lines) expect(line).toMatch(/^([A-Z_]+) .*\. Example: \1=/)
    expect(bot.said()).not.toContain("hunter2")

    const tool = run([NODE, "bot/cli/main.ts", "doctor"], { env: wrong })
    expect(await tool.ended()).toMatchObject({ code: 1 })
    for (const name of Object.keys(wrong)) expect(tool.said()).toContain(name)

    const nobody = { DATABASE_URL: "postgres://nobody:hunter2@127.0.0.1:1/x" }
    const alone = run([NODE, "bot/main.ts"], { env: nobody })
    expect(await alone.ended()).toMatchObject({ code: 1 })
    expect(alone.said().trim()).toMatch(/^DATABASE_URL .*127\.0\.0\.1:1\. Example: DATABASE_URL=\S+$/)
    expect(alone.said()).not.toContain("hunter2")
  })

  test("a DATA_DIR that cannot be made, or an .env that cannot be read, ends it with 1 and one line", async () => {
    // Below /proc nothing can be made, and the system does not say so plainly.
    const dataDir = process.platform === "linux" ? "/proc/none/data" : join(import.meta.filename, "data")
    const nowhere = run([NODE, "bot/main.ts"], { env: { DATA_DIR: dataDir, PORT: "0" } })
    expect(await nowhere.ended()).toMatchObject({ code: 1 })
    expect(nowhere.said().trim()).toMatch(/^DATA_DIR [^\n]*data[^\n]*\. Example: DATA_DIR=\S+$/)

    // Files are kept there whatever holds the database; the tool says so too, and makes nothing.
    const beside = {
      DATABASE_URL: "postgres://nobody@127.0.0.1:1/x",
      DATA_DIR: join(import.meta.filename, "data"),
    }
    const elsewhere = run([NODE, "bot/main.ts"], { env: { ...beside, PORT: "0" } })
    const doctor = run([NODE, "bot/cli/main.ts", "doctor"], { env: beside })
    expect(await elsewhere.ended()).toMatchObject({ code: 1 })
    expect(elsewhere.said().trim()).toMatch(/^DATA_DIR [^\n]*data[^\n]*\. Example: DATA_DIR=\S+$/)
    expect(await doctor.ended()).toMatchObject({ code: 1 })
    expect(doctor.said()).toMatch(/^WRONG settings: DATA_DIR [^\n]*\. Example: DATA_DIR=\S+$/m)

    // Cut off in the midst of its first start; as on a full disk, initdb says why on one of its many lines.
    const cut = await aFolder()
    await writeFile(join(cut, "postgres-password"), "")
    const unmade = run([NODE, "bot/main.ts"], { env: { DATA_DIR: cut, PORT: "0" } })
    expect(await unmade.ended()).toMatchObject({ code: 1 })
    expect(unmade.said().trim()).toMatch(/^DATA_DIR [^\n]*password file[^\n]*\. Example: DATA_DIR=\S+$/)

    const cwd = await aFolder()
    await mkdir(join(cwd, ".env"))
    const unread = run([NODE, join(ROOT, "bot/main.ts")], { cwd })
    expect(await unread.ended()).toMatchObject({ code: 1 })
    expect(unread.said().trim()).toMatch(/^\.env cannot be read: EISDIR[^\n]*\. Example: [^\n]+$/)
  })

  // Only root hands the database to another user; for everybody else there is nothing to tell.
  const isNotRoot = process.getuid?.() !== 0
  test.skipIf(isNotRoot)("as root, a DATA_DIR that the database's user cannot reach is told", async () => {
    const parent = await aFolder()
    await chmod(parent, 0o700)
    const data = join(parent, "data")
    await mkdir(data)
    const bot = run([NODE, "bot/main.ts"], { env: { DATA_DIR: data, PORT: "0" } })
    expect(await bot.ended()).toMatchObject({ code: 1 })
    expect(bot.said().trim()).toMatch(/^[^\n]*cannot reach [^\n]*chmod o\+x[^\n]*DATA_DIR[^\n]*$/)
    expect(bot.said()).toContain(data)
  })
})
