// From `npm start` to the line that says where it listens: the very first time, again, and with a database that runs.
import { spawn } from "node:child_process"
import { once } from "node:events"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import pg from "pg"
import { startEmbedded } from "../db/embedded.ts"
import { testFolder } from "../db/test-folder.ts"
import { quantiles, table } from "./table.ts"

const ROOT = join(import.meta.dirname, "..")
const AGAIN = 5

/** Milliseconds until the address is printed; the process is ended afterwards. */
async function start(env: Readonly<Record<string, string>>): Promise<number> {
  const began = performance.now()
  const child = spawn("npm", ["start"], {
    cwd: ROOT,
    env: { ...process.env, PORT: "0", LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  })
  for await (const chunk of child.stdout) if (String(chunk).includes("đang chạy tại")) break
  const took = performance.now() - began
  child.stdout.resume()
  child.kill("SIGTERM")
  if (child.exitCode === null) await once(child, "exit")
  return took
}

const data = await testFolder("bench")
const first = await start({ DATA_DIR: data })
const again: number[] = []
for (let run = 0; run < AGAIN; run++) again.push(await start({ DATA_DIR: data }))
const server = await startEmbedded(data)
// Somebody else of ours is connected, so the server stays.
const other = new pg.Client({ connectionString: server.url, application_name: "tro-ly-sang-kien" })
await other.connect()
const running: number[] = []
for (let run = 0; run < AGAIN; run++) running.push(await start({ DATABASE_URL: server.url, DATA_DIR: data }))
await other.end()
await server.close()
await rm(data, { recursive: true, force: true })
process.stdout.write(
  `${table([
    { start: "the very first, database made", ms: Math.round(first) },
    { start: "again, embedded database", ms: quantiles(again).p50 },
    { start: "again, database running", ms: quantiles(running).p50 },
  ])}\n`,
)
process.exit(0)
