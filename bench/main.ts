import { spawnSync } from "node:child_process"
import { cpus, totalmem } from "node:os"
import { given } from "../core/given.ts"
import { startTestRedis } from "../jobs/test-redis.ts"
import { asInUse } from "./as-in-use.ts"

// Every benchmark, one after the other, each in a process of its own: `npm run bench`, or `npm run bench -- tally start`.

/** By name: with which arguments each is run; more than once where its cost must not grow with the past. */
const PARTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  conversations: [[]],
  growth: ["10000", "100000", "1000000"].map((past) => [
    "--past",
    past,
    "--people",
    "50",
    "--bot",
    "kiến, polling",
  ]),
  start: [[]],
  picture: [[]],
  import: [[]],
  tally: [[]],
  similar: [
    ["10000", "200"],
    ["100000", "200"],
    ["1000000", "500"],
  ],
  broadcast: [[], ["200", "--pictures"]],
}
/** Conversations again, upon initiatives that are there already. */
const FILES: Readonly<Record<string, string>> = { growth: "conversations" }
/** What is measured in the benchmark's own process, which therefore runs as the bot in use does: its collector is part of it. */
const AS_IN_USE: ReadonlySet<string> = new Set(["tally"])

const asked = process.argv.slice(2)
const unknown = asked.filter((part) => PARTS[part] === undefined)
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(", ")}. Benchmarks: ${Object.keys(PARTS).join(", ")}.\n`,
  )
  process.exit(1)
}
const memory = Math.round(totalmem() / 1024 ** 3)
process.stdout.write(`${cpus().length} × ${cpus()[0]?.model}, ${memory} GB, Node ${process.version}\n`)
const redis = await startTestRedis()
const env = { ...process.env, ...given({ REDIS_URL: redis?.url }) }
let failed = 0
for (const [part, runs] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(part)) continue
  for (const args of runs) {
    const began = Date.now()
    process.stdout.write(`\n## ${[part, ...args].join(" ")}\n\n`)
    const file = new URL(`${FILES[part] ?? part}.ts`, import.meta.url).pathname
    const used = AS_IN_USE.has(part) ? await asInUse() : { env: {}, options: [] }
    const { status } = spawnSync(process.execPath, [...used.options, file, ...args], {
      stdio: "inherit",
      env: { ...env, ...used.env },
    })
    process.stdout.write(`\n${Math.round((Date.now() - began) / 1000)} s\n`)
    if (status !== 0) failed += 1
  }
}
await redis?.close()
// One that fails does not keep the others from their turn, but whoever reads only the end must hear of it.
if (failed > 0) process.stdout.write(`\n${failed} failed.\n`)
process.exit(failed === 0 ? 0 : 1)
