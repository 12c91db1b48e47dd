// From a start to the first answer somebody gets: the very first time, again, and with a database that runs; beside a bot
// of grammY's. `node bench/start.ts [runs]`

import { spawn } from "node:child_process"
import { once } from "node:events"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import pg from "pg"
import { given } from "../core/given.ts"
import { startEmbedded } from "../db/server/embedded.ts"
import { testFolder } from "../db/test-folder.ts"
import { asInUse } from "./as-in-use.ts"
import { cpuOf } from "./cluster.ts"
import { quantiles, type Row, round, table } from "./table.ts"
import { openTelegram, TAKEN } from "./telegram.ts"

const ROOT = join(import.meta.dirname, "..")
const runs = Number(process.argv[2] ?? 7)

type Program = { readonly command: string; readonly args: readonly string[] }
const NPM: Program = { command: "npm", args: ["start"] }
const used = await asInUse()
const node = (file: string): Program => ({ command: process.execPath, args: [...used.options, file] })

type Took = { readonly listensMs?: number; readonly answersMs: number; readonly cpuMs: number }

/** Starts it and ends it again; `answered` resolves when somebody has an answer. */
async function start(
  { command, args }: Program,
  env: Readonly<Record<string, string>>,
  answered: (address: Promise<string>) => Promise<void>,
): Promise<Took> {
  const began = performance.now()
  const child = spawn(command, args, {
    cwd: ROOT,
    env: {
      PATH: process.env["PATH"],
      PORT: "0",
      LOG_LEVEL: "warn",
      NODE_COMPILE_CACHE: compiled,
      ...used.env,
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit"],
  })
  let listensMs: number | undefined
  const address = Promise.withResolvers<string>()
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const found = /đang chạy tại (\S+)/.exec(chunk)?.[1]
    if (found === undefined) return
    listensMs ??= performance.now() - began
    address.resolve(found)
  })
  await answered(address.promise)
  const answersMs = performance.now() - began
  const cpuMs = (await cpuOf(child.pid ?? 0)) * 1000
  if (command === "npm" || args.includes("bot/main.ts")) await address.promise
  child.kill("SIGTERM")
  if (child.exitCode === null) await once(child, "exit")
  return { answersMs, cpuMs, ...given({ listensMs }) }
}

/** An asks in the web chat as soon as the house listens. */
async function inWebChat(address: Promise<string>): Promise<void> {
  const chat = `${await address}/api/chat`
  const stop = new AbortController()
  const stream = await fetch(`${chat}/stream?person=an`, { signal: stop.signal })
  const asked = await fetch(`${chat}/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ person: "an", room: "private-an", text: "trợ giúp" }),
  })
  if (!asked.ok || stream.body === null) throw new Error(`the web chat answers ${await asked.text()}`)
  let heard = ""
  for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) {
    heard += chunk
    if (heard.includes('"from":"bot"')) break
  }
  stop.abort()
}

async function measure(
  name: string,
  times: number,
  act: () => Promise<Took>,
  options: { readonly cpu: boolean },
): Promise<Row> {
  const took: Took[] = []
  for (let run = 0; run < times; run++) took.push(await act())
  const listens = took.flatMap(({ listensMs }) => listensMs ?? [])
  const answers = quantiles(took.map(({ answersMs }) => answersMs))
  return {
    start: name,
    runs: times,
    "listens p50 ms": listens.length === 0 ? "" : Math.round(quantiles(listens).p50),
    "first answer p50 ms": Math.round(answers.p50),
    "p95 ms": Math.round(answers.p95),
    // npm's own process is not the bot's.
    "CPU ms": options.cpu ? round(quantiles(took.map(({ cpuMs }) => cpuMs)).p50, 0) : "",
  }
}

const DATA_DIR = await testFolder("bench")
const compiled = join(DATA_DIR, "compiled")
const rows: Row[] = []
const web = (name: string, times: number, program: Program, env: Readonly<Record<string, string>>) =>
  measure(name, times, async () => await start(program, { DATA_DIR, ...env }, inWebChat), {
    cpu: program !== NPM,
  })
rows.push(await web("npm start, the very first: nothing compiled, database made, demo", 1, NPM, {}))
rows.push(await web("npm start again, embedded database", runs, NPM, {}))
const server = await startEmbedded(DATA_DIR)
// Somebody else of ours is connected, so the server stays.
const other = new pg.Client({ connectionString: server.url, application_name: "tro-ly-sang-kien" })
await other.connect()
const DATABASE_URL = server.url
rows.push(await web("npm start, database running", runs, NPM, { DATABASE_URL }))
rows.push(await web("the process alone, database running", runs, node("bot/main.ts"), { DATABASE_URL }))

let answered: () => void = () => {}
const telegram = await openTelegram(() => {
  answered()
  return TAKEN
})
let update = 0
/** A message waits at Telegram while the bot starts. */
const onTelegram = async (program: Program, env: Readonly<Record<string, string>>): Promise<Took> => {
  update += 1
  const person = { id: 1_000_000, first_name: "An" }
  const message = {
    message_id: update,
    date: Math.floor(Date.now() / 1000),
    text: "trợ giúp",
    chat: { ...person, type: "private" },
    from: { ...person, is_bot: false },
  }
  telegram.updates.push({ update_id: update, message })
  const answer = new Promise<void>((resolve) => {
    answered = resolve
  })
  return await start(program, { TELEGRAM_API_ROOT: telegram.root, DATABASE_URL, ...env }, () => answer)
}
const TELEGRAM_BOT_TOKENS = "4242:AAExampleExampleExampleExampleExample"
const ours = () => onTelegram(node("bot/main.ts"), { DATA_DIR, TELEGRAM_BOT_TOKENS })
const peer = () => onTelegram(node("bench/bots/grammy-session.ts"), { BENCH_MODE: "polling" })
rows.push(await measure("… with Telegram, somebody waiting there", runs, ours, { cpu: true }))
rows.push(await measure("grammY with its session in PostgreSQL, the same", runs, peer, { cpu: true }))
telegram.close()
await other.end()
await server.close()
await rm(DATA_DIR, { recursive: true, force: true })
process.stdout.write(`${table(rows)}\n`)
process.exit(0)
