// Registering in six messages, a crowd at once, beside grammY with a session and with its conversations plugin, Telegraf
// with a wizard, Hubot with its datastore and Chat SDK with its thread state.
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { setTimeout as pause } from "node:timers/promises"
import { parseArgs } from "node:util"
import pg from "pg"
import { checkCampaign } from "../core/campaign/campaign.ts"
import { demoCampaign, demoUnits } from "../core/campaign/demo.ts"
import { localDate } from "../core/clock.ts"
import { CONSENT_VERSION } from "../core/people/consent.ts"
import { applyCampaign } from "../db/campaign/campaign.ts"
import { importUnits } from "../db/campaign/unit.ts"
import { newId } from "../db/id.ts"
import { migrate } from "../db/migrate.ts"
import { openDatabase, openPool } from "../db/server/connection.ts"
import { asInUse } from "./as-in-use.ts"
import { type Cluster, cpuOf, openCluster, peakMegabytes } from "./cluster.ts"
import { type CrowdOrder, type CrowdResult, FIRST_PERSON } from "./double.ts"
import { fillInitiatives } from "./stock.ts"
import { type Row, round, table } from "./table.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const SECRET = "bench-secret"
/** Everybody gets time to be compiled, in rounds of so many seconds; whoever is slower than this gets no more of them. */
const WARM_UP = { seconds: 3, slowestPerSecond: 800 }
const MOST_PEOPLE = 1_000

/** Six updates from the first word to the receipt; nobody waits for a second bubble. */
const OUR_LINES = ["đăng ký", "title", "bỏ qua", "3.843 tỷ", "1", "1"]
const PEER_LINES = ["đăng ký", "title", "trước phải mài tay", "3.843 tỷ", "1", "1"]

type Contender = {
  readonly name: string
  readonly file:
    | "ours"
    | "grammy-session"
    | "grammy-conversations"
    | "telegraf-wizard"
    | "hubot-datastore"
    | "chat-sdk"
  readonly mode: "polling" | "runner" | "webhook"
  readonly environment?: Readonly<Record<string, string>>
}

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "1,50,200,1000" },
    seconds: { type: "string", default: "6" },
    runs: { type: "string", default: "1" },
    /** Parts of contenders' names, "|" between them. */
    bot: { type: "string" },
    /** Updates before the measuring begins. */
    "warm-up": { type: "string", default: "20000" },
    /** Initiatives that are there already. */
    past: { type: "string", default: "0" },
  },
})
process.stdout.write(
  `${table(
    await benchConversations({
      people: values.people.split(",").map(Number),
      seconds: Number(values.seconds),
      runs: Number(values.runs),
      redisUrl: process.env["REDIS_URL"],
      only: values.bot,
      past: Number(values.past),
      warmUp: Number(values["warm-up"]),
    }),
  )}\n`,
)
process.exit(0)

/** Ours beside the peers, on one machine in one run. */
async function benchConversations(options: {
  readonly people: readonly number[]
  readonly seconds: number
  /** Of more than one the medians are told. */
  readonly runs: number
  readonly redisUrl?: string | undefined
  readonly only?: string | undefined
  readonly past: number
  readonly warmUp: number
}): Promise<readonly Row[]> {
  const contenders: readonly Contender[] = [
    { name: "Trợ lý Sáng kiến, polling", file: "ours", mode: "polling" },
    { name: "Trợ lý Sáng kiến, webhook", file: "ours", mode: "webhook" },
    ...(options.redisUrl === undefined
      ? []
      : (["polling", "webhook"] as const).map(
          (mode): Contender => ({
            name: `Trợ lý Sáng kiến, ${mode}, Redis`,
            file: "ours",
            mode,
            environment: { REDIS_URL: options.redisUrl as string },
          }),
        )),
    { name: "grammY, session, polling", file: "grammy-session", mode: "polling" },
    { name: "grammY, session, runner", file: "grammy-session", mode: "runner" },
    { name: "grammY, session, webhook", file: "grammy-session", mode: "webhook" },
    { name: "grammY, conversations, runner", file: "grammy-conversations", mode: "runner" },
    { name: "Telegraf, wizard, polling", file: "telegraf-wizard", mode: "polling" },
    { name: "Telegraf, wizard, webhook", file: "telegraf-wizard", mode: "webhook" },
    { name: "Hubot, datastore, polling", file: "hubot-datastore", mode: "polling" },
    { name: "Chat SDK, thread state, polling", file: "chat-sdk", mode: "polling" },
  ]
  await using cluster = await openCluster()
  const runs = new Map<string, Row[]>()
  // Run by run, so that what disturbs the machine for a while disturbs all of them.
  for (let run = 0; run < options.runs; run++) {
    for (const [index, contender] of contenders.entries()) {
      if (options.only?.split("|").some((part) => contender.name.includes(part)) === false) continue
      const url = await cluster.database(`bench_${index}_${run}`)
      if (contender.file === "ours") await prepareOurs(url, options.past)
      for (const people of options.people) {
        const key = `${contender.name} ${people}`
        const row = await measure(cluster, contender, url, people, options)
        runs.set(key, [...(runs.get(key) ?? []), row])
      }
    }
  }
  return [...runs.values()].map(medians)
}

/** Column by column; of what must not happen the worst. */
function medians(rows: readonly Row[]): Row {
  const worst = ["unanswered", "answered twice"]
  return Object.fromEntries(
    Object.entries(rows[0] ?? {}).map(([heading, value]) => {
      if (typeof value !== "number") return [heading, value]
      const sorted = rows.map((row) => Number(row[heading])).toSorted((one, other) => one - other)
      return [heading, sorted.at(worst.includes(heading) ? -1 : Math.floor(sorted.length / 2)) ?? value]
    }),
  )
}

/** The demo federation, and a crowd that agreed to the notice and has its units. */
async function prepareOurs(url: string, past: number): Promise<void> {
  const db = openDatabase(openPool(url))
  const now = Date.now()
  const today = localDate(now, ZONE)
  await migrate(db)
  await importUnits(db, demoUnits(today), { dryRun: false, now, zone: ZONE })
  await applyCampaign(db, checkCampaign(demoCampaign(today)), now)
  const units = await db.selectFrom("unit").select("id").where("level", "=", "grassroots").execute()
  const at = new Date(now)
  const crowd = Array.from({ length: MOST_PEOPLE }, (_, index) => ({
    id: newId(),
    unit_id: units[index % units.length]?.id ?? null,
    account: `telegram:${FIRST_PERSON + index}`,
    name: `Người ${FIRST_PERSON + index}`,
  }))
  await db
    .insertInto("person")
    .values(crowd.map(({ id, unit_id, name }) => ({ id, unit_id, name, created_at: at })))
    .execute()
  await db
    .insertInto("account")
    .values(crowd.map(({ id, account, name }) => ({ id: account, person_id: id, name, created_at: at })))
    .execute()
  await db
    .insertInto("consent")
    .values(
      crowd.map(({ id, account }) => ({
        person_id: id,
        purpose: "records" as const,
        version: CONSENT_VERSION,
        granted: true,
        at,
        chat_id: account,
        account_id: account,
      })),
    )
    .execute()
  if (past > 0) await fillInitiatives(db, { initiatives: past, days: 800 })
  await db.destroy()
}

async function measure(
  cluster: Cluster,
  contender: Contender,
  url: string,
  people: number,
  { seconds, warmUp }: { readonly seconds: number; readonly warmUp: number },
): Promise<Row> {
  const double = fork(new URL("double.ts", import.meta.url))
  const { port } = await told<{ port: number }>(double)
  const used = contender.file === "ours" ? await asInUse() : { env: {}, options: [] }
  const bot = fork(new URL(`bots/${contender.file}.ts`, import.meta.url), {
    execArgv: [...used.options],
    env: {
      PATH: process.env["PATH"],
      ...used.env,
      DATABASE_URL: url,
      TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
      TELEGRAM_BOT_TOKENS: "4242:AAExampleExampleExampleExampleExample",
      WEBHOOK_SECRET: SECRET,
      ADMIN_CODE: "7F3K-9QXM-2WTA",
      LOG_LEVEL: "warn",
      PORT: "0",
      BENCH_MODE: contender.mode,
      ...(contender.mode === "webhook" ? { PUBLIC_URL: "https://bench.example" } : {}),
      ...(process.env["BENCH_NODE_OPTIONS"] === undefined
        ? {}
        : { NODE_OPTIONS: process.env["BENCH_NODE_OPTIONS"] }),
      ...contender.environment,
    },
  })
  try {
    const { address } = await told<{ ready: true; address?: string }>(bot)
    const lines = contender.file === "ours" ? OUR_LINES : PEER_LINES
    const path = contender.file === "ours" ? "/webhooks/telegram/4242" : "/"
    const webhook =
      contender.mode === "webhook" ? { webhook: { url: `${address}${path}`, secret: SECRET } } : {}
    const crowd = async (forSeconds: number) => {
      const order: CrowdOrder = { people, seconds: forSeconds, lines, ...webhook }
      double.send(order)
      return await told<CrowdResult>(double)
    }
    const rounds = warmUp / WARM_UP.slowestPerSecond / WARM_UP.seconds
    for (let [round, updates] = [0, 0]; round < rounds && updates < warmUp; round++) {
      updates += (await crowd(WARM_UP.seconds)).updates
    }
    const before = await usage(cluster, bot, url)
    const result = await crowd(seconds)
    const after = await usage(cluster, bot, url)
    // What was used until everybody had an answer, by all who got one.
    const per = (used: number) => used / Math.max(1, result.answered)
    const at = (part: number) => result.latencies[Math.floor(result.latencies.length * part)] ?? Number.NaN
    return {
      bot: contender.name,
      people,
      "updates/s": Math.round(result.updates / result.seconds),
      "p50 ms": round(at(0.5), 1),
      "p95 ms": round(at(0.95), 1),
      "CPU s/1,000 bot": round(per(after.botCpu - before.botCpu) * 1000, 3),
      "CPU s/1,000 database": round(per(after.databaseCpu - before.databaseCpu) * 1000, 3),
      "statements/update": round(per(after.statements - before.statements), 2),
      "writing commits/update": round(per(after.commits - before.commits), 2),
      "peak MB": await peakMegabytes(bot.pid ?? 0),
      unanswered: result.unanswered,
      "answered twice": result.extra,
    }
  } finally {
    bot.send("stop")
    await Promise.race([once(bot, "exit"), pause(8_000)])
    bot.kill("SIGKILL")
    double.kill("SIGKILL")
    for (const child of [bot, double]) if (child.connected) child.disconnect()
  }
}

async function usage(cluster: Cluster, bot: ChildProcess, url: string) {
  bot.send("statements")
  const { statements } = await told<{ statements: number }>(bot)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // Every transaction that writes takes a number of its own; this one takes the next.
  const { rows } = await client.query<{ xid: string }>("select pg_current_xact_id()::text as xid")
  await client.end()
  return {
    statements,
    commits: Number(rows[0]?.xid),
    botCpu: await cpuOf(bot.pid ?? 0),
    databaseCpu: await cluster.cpuSeconds(),
  }
}

async function told<Message>(child: ChildProcess): Promise<Message> {
  const waiting = new AbortController()
  const exited = once(child, "exit", waiting).then(() => {
    throw new Error(`the process ${child.spawnargs.join(" ")} ended too soon`)
  })
  exited.catch(() => {})
  try {
    const [message] = (await Promise.race([once(child, "message"), exited])) as [Message]
    return message
  } finally {
    // Or every answer would leave a listener behind.
    waiting.abort()
  }
}
