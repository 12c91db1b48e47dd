import { createHash, randomBytes } from "node:crypto"
import { flushCompileCache } from "node:module"
import type { AddressInfo } from "node:net"
import { pino } from "pino"
import { v7 } from "uuid"
import type { BotId, Channel, ChatId, Intake } from "../core/channel.ts"
import { localDate } from "../core/clock.ts"
import { createIntake } from "../core/handle.ts"
import { documents } from "../core/messages/document.ts"
import { render } from "../core/messages/render.ts"
import type { Wording } from "../core/messages/wording.ts"
import { CODE_BYTES, codeFromBytes, codeHash } from "../core/people/invitation.ts"
import { type ReminderPorts, sendReminders } from "../core/reminder/send.ts"
import { cutoffs } from "../core/retention.ts"
import { openedWithin, type Seal } from "../core/seal.ts"
import { readBoard } from "../core/tally/board.ts"
import type { SeriesAsk } from "../core/tally/chart.ts"
import { tallyPictures } from "../core/tally/picture.ts"
import { closeWeek } from "../core/tally/post.ts"
import { morningRound, type RoundPorts } from "../core/tally/round.ts"
import { keepBytes, removeUnnamedFiles } from "../db/attachment.ts"
import { audit } from "../db/audit.ts"
import { moveChat } from "../db/chat.ts"
import { forgetFuture } from "../db/clock.ts"
import { isAlone, openPool } from "../db/connection.ts"
import { conversations } from "../db/conversation.ts"
import { makeDemo } from "../db/demo.ts"
import { findDocument, putDocument } from "../db/document.ts"
import { openSeal } from "../db/encryption.ts"
import { exportRecords } from "../db/export.ts"
import { waitingFiles } from "../db/file.ts"
import { addAdminCode, isEmpty, needsAdmin, webhookSecret } from "../db/first-start.ts"
import { indexIdeas } from "../db/ideas.ts"
import { pollerLeases } from "../db/lease.ts"
import { quotaUsage } from "../db/ledger.ts"
import { isMigrated } from "../db/migrate.ts"
import { type NoticeOptions, notices } from "../db/notice.ts"
import { DatabaseUnreachable, openStore, type Store } from "../db/open.ts"
import { operatorStore } from "../db/operator-store.ts"
import { outbox } from "../db/outbox.ts"
import { personalData } from "../db/personal-data.ts"
import { findPicture, putPicture } from "../db/picture.ts"
import { tallyPosts } from "../db/post.ts"
import { type ConversationReads, conversationReads } from "../db/reads.ts"
import { reminderPosts, standingReminders } from "../db/reminder.ts"
import { removeOld } from "../db/retention.ts"
import { endLeases } from "../db/sender.ts"
import { progressSeries } from "../db/series.ts"
import { type TitleStocks, titleStocks } from "../db/title-stock.ts"
import { settleUnits } from "../db/unit.ts"
import { startFileWork } from "../jobs/file.ts"
import type { PaceLimits } from "../jobs/pace.ts"
import { REMINDER, reminderSchedules } from "../jobs/reminder.ts"
import { RETENTION, retentionSchedule } from "../jobs/retention.ts"
import { type Jobs, type JobsOptions, startJobs } from "../jobs/start.ts"
import { MORNING_ROUND, tallySchedules, WEEKLY_TALLY } from "../jobs/tally.ts"
import { documentedPace, monthlyQuota, openChannels } from "./channels.ts"
import { readEnvironment } from "./environment.ts"
import { fileOpener } from "./file/open.ts"
import { type BoardParts, boardRoutes } from "./http/board.ts"
import { documentRoutes } from "./http/documents.ts"
import { pictureRoutes } from "./http/pictures.ts"
import { createHttpServer } from "./http/server.ts"
import { leased } from "./leased.ts"
import { createLog } from "./log.ts"
import { createMetrics, type Metrics } from "./metrics.ts"
import { createPublisher, type PublishParts } from "./picture/publish.ts"
import { readSettings, type Settings, SettingsError } from "./settings.ts"
import { writeSheets } from "./sheet/write.ts"
import { SAMPLE_CAST } from "./web/cast.ts"
import { createWebChannel, type WebChannel } from "./web/channel.ts"
import { webChatRoutes } from "./web/routes.ts"
import { welcome } from "./welcome.ts"
import { loadWording } from "./wording.ts"

/** A running house. */
export type House = {
  /** Where the HTTP server listens: "http://127.0.0.1:3000". */
  readonly address: string
  /** The first administrator's code, when one was made at this start. */
  readonly adminCode: string | undefined
  /** What no answer waits for runs too: queue, clock, numbers. Rejects when the queue cannot be opened. */
  readonly complete: Promise<void>
  /** Stops receiving, finishes what is in hand, closes everything. */
  stop(): Promise<void>
}

/** What the house takes from its surroundings; tests bring their own. */
export type Surroundings = {
  readonly log: pino.Logger
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Replaces the documented pace of every channel, for benchmarks and doubles without limits. */
  readonly pace?: PaceLimits
  /** Replaces `REST_AFTER_MS`. */
  readonly restAfterMs?: number
  /** See `MinuteOptions`. */
  readonly isMinuteHandStill?: boolean
}

/**
 * So long after the house listens the rest of it is loaded: by then whoever wrote while it was away has an answer, which
 * needs neither queue nor clock nor numbers, and would stand behind their libraries.
 */
const REST_AFTER_MS = 500

const WORKER_CONNECTIONS = 10

/** Builds and starts everything that `settings.role` asks for. Throws with one clear line when it cannot. */
export async function startHouse(settings: Settings, around: Surroundings): Promise<House> {
  const { log, now } = around
  const rest = Promise.withResolvers<void>()
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    rest.resolve()
    for (const step of undo.splice(0).reverse()) {
      await step().catch((error: unknown) => log.error({ err: error }, "a part did not stop cleanly"))
    }
  }
  try {
    const store = await openStore(settings)
    undo.push(store.close)
    const wording = loadWording(settings)
    for (const mistake of wording.mistakes) log.warn({ mistake }, "a sentence of our own is left out")
    const web = settings.webChat && settings.role !== "worker" ? createWebChannel(SAMPLE_CAST) : undefined
    const seal = await openSeal(settings, store)
    const secret = settings.webhookSecret ?? (await webhookSecret(store.db, seal))
    const publish = publisherOf(settings, store, now)
    const channels = await openChannels(settings, { webhookSecret: secret, seal, web, publish, log })
    const adminCode = await prepareFirstStart(settings, store, web, now())
    const metrics = createMetrics(store.pool, rest.promise)
    const titles = titleStocks(store.db)
    undo.push(async () => titles.close())
    const reads = readsOf(settings, store, titles, now)
    const jobs = await startWork(
      { settings, around, store, seal, channels, wording, metrics, rest: rest.promise },
      undo,
    )
    const house = metrics.measured(
      createIntake({
        reads,
        conversations: conversations(store.db, {
          timeZone: settings.timeZone,
          campaignFor: reads.campaignFor,
          byKey: store.byKey,
          desk: store.desk,
        }),
        now,
        newId: () => v7(),
        sender: jobs,
        word: wording.say,
        log,
        timeZone: settings.timeZone,
      }),
    )
    const files = startFileWork({
      files: waitingFiles(store.db),
      channels,
      open: fileOpener(async (bytes, contentType) => await keepBytes(settings.dataDir, bytes, contentType)),
      receive: async (incoming) => await house.receive([incoming]),
      typing: jobs.typing,
      log,
      now,
    })
    undo.push(files.stop)
    const leases = pollerLeases(store.url)
    const receiving =
      settings.role === "worker"
        ? []
        : [...channels.values()].map((channel) =>
            channel === web || settings.publicUrl !== undefined ? channel : leased(channel, { leases, log }),
          )
    const server = serverOf({ settings, around, store, web, receiving, reads, jobs, metrics })
    undo.push(async () => await server.close())
    for (const channel of receiving) {
      undo.push(async () => await channel.stop())
      await channel.start(wakingFiles(house, files))
    }
    if (web !== undefined) warnOfOutside(settings, log)
    await server.listen({ host: settings.host, port: settings.port })
    setTimeout(rest.resolve, around.restAfterMs ?? REST_AFTER_MS)
    if (settings.role !== "worker") rest.promise.then(() => readTitles(titles, log))
    const { port } = server.server.address() as AddressInfo
    const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host
    return { address: `http://${host}:${port}`, adminCode, complete: jobs.complete, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The demo federation where there is nothing at all, and a code for the first administrator while there is none. */
async function prepareFirstStart(
  settings: Settings,
  store: Store,
  web: WebChannel | undefined,
  now: number,
): Promise<string | undefined> {
  const { db } = store
  const hasToken = settings.telegramTokens.length + settings.zaloTokens.length > 0
  if (!hasToken && web !== undefined && (await isEmpty(db)))
    await makeDemo(db, { bot: web.bot, groups: web.cast.groups }, settings.timeZone, now)
  if (settings.role === "worker" || !(await needsAdmin(db))) return undefined
  const code = settings.adminCode ?? codeFromBytes(randomBytes(CODE_BYTES))
  await addAdminCode(db, hashCode(code), now)
  return code
}

/** Pictures for platforms that fetch them from an address of ours; undefined when they cannot reach us. */
function publisherOf({ publicUrl, keepPicturesDays }: Settings, { db }: Store, now: () => number) {
  if (publicUrl === undefined) return undefined
  const put: PublishParts["put"] = async (picture) => await putPicture(db, picture, now())
  return createPublisher({ keptDays: keepPicturesDays, publicUrl, now, put })
}

function readsOf(
  { timeZone }: Settings,
  store: Store,
  titles: TitleStocks,
  now: () => number,
): ConversationReads {
  const newCode = () => codeFromBytes(randomBytes(CODE_BYTES))
  return conversationReads(store.db, { timeZone, now, hashCode, newCode, titles, byKey: store.byKey })
}

/** Reads the titles behind the start, so that nobody's registration has to wait for them. */
function readTitles(titles: TitleStocks, log: pino.Logger): void {
  const began = performance.now()
  titles.catchUp().then(
    () => log.info({ ...titles.held(), ms: Math.round(performance.now() - began) }, "titles were read"),
    // The next look-up goes on where this one stopped.
    (error: unknown) => log.warn({ err: error }, "titles could not be read"),
  )
}

/** Whoever fetches files is told when one came with a message. */
function wakingFiles(house: Intake, files: { wake(): void }): Intake {
  return {
    ...house,
    receive: async (batch) => {
      const receipts = await house.receive(batch)
      if (batch.some(({ file }) => file !== undefined)) files.wake()
      return receipts
    },
  }
}

/** Everything that is answered through HTTP. */
function serverOf({
  settings,
  around: { log, now },
  store,
  web,
  receiving,
  reads,
  jobs,
  metrics,
}: Pick<WorkParts, "settings" | "around" | "store" | "metrics"> & {
  readonly web: WebChannel | undefined
  readonly receiving: readonly Channel[]
  readonly reads: ConversationReads
  readonly jobs: Jobs
}) {
  const server = createHttpServer({
    log,
    readiness: async () => await readiness(store, jobs),
    metrics: metrics.text,
    webhooks: new Map(
      receiving.flatMap(({ name, webhook }) =>
        webhook === undefined ? [] : [[`${name}/${webhook.path}`, webhook.handle] as const],
      ),
    ),
    ...(web === undefined
      ? {}
      : { webChat: webChatRoutes(web, { hosts: hostsOf(settings), timeZone: settings.timeZone }) }),
  })
  server.register(boardRoutes(boardParts(settings, store, reads, now)))
  server.register(documentRoutes({ document: async (key) => await findDocument(store.db, key, now()) }))
  server.register(pictureRoutes({ picture: async (key) => await findPicture(store.db, key, now()), now }))
  return server
}

/** The board of the running campaign. */
function boardParts(
  settings: Settings,
  store: Store,
  reads: ConversationReads,
  now: () => number,
): BoardParts {
  const zone = settings.timeZone
  const source = {
    ...operatorStore(store.db, zone),
    series: async (ask: SeriesAsk) => await progressSeries(store.db, ask, zone),
  }
  return {
    board: async () => {
      const running = await reads.campaignFor(undefined, now())
      if (running === undefined) return undefined
      const { id, campaign, federation } = running
      const stored = { id, campaign, unitId: federation.id, federationId: federation.id }
      return await readBoard(source, stored, { at: now(), zone })
    },
    // Loaded when the first picture is asked for: it takes longer than the rest of the start.
    draw: async (...what) => await (await import("./picture/draw.ts")).drawProgress(...what),
    now,
  }
}

/** What the work on the clock and the sending are made of. */
type WorkParts = {
  readonly settings: Settings
  readonly around: Surroundings
  readonly store: Store
  readonly seal: Seal
  readonly channels: ReadonlyMap<BotId, Channel>
  readonly wording: Wording
  readonly metrics: Metrics
  /** Resolves when queue and clock may be loaded. */
  readonly rest: Promise<void>
}

/** Sending, and everything that happens by the clock. */
async function startWork(parts: WorkParts, undo: (() => Promise<unknown>)[]): Promise<Jobs> {
  const { settings, around, store, channels, wording, metrics, rest } = parts
  const { timeZone } = settings
  const { log, now } = around
  const pool = openPool(store.url, { startOptions: "-c search_path=bullmq", max: WORKER_CONNECTIONS })
  undo.push(async () => await pool.end())
  const quotas = [...channels.keys()].flatMap((bot) => {
    const limit = monthlyQuota(settings, bot)
    return limit === undefined ? [] : [{ bot, limit }]
  })
  const posts = roundPorts(store, timeZone)
  const wakeLater: { wake: (chats: readonly ChatId[]) => void } = { wake: () => {} }
  if (await isAlone(store.pool)) await endLeases(store.db, now())
  const jobs = startJobs({
    ...clockWork(parts, posts, quotas, (chats) => wakeLater.wake(chats)),
    isMinuteHandStill: around.isMinuteHandStill ?? false,
    rest,
    role: settings.role,
    redisUrl: settings.redisUrl,
    pool,
    outbox: outbox(store.byKey, store.desk),
    channels: (bot) => channels.get(bot),
    render: (rows, textLength) => render(wording, rows, textLength),
    draw: tallyPictures({
      ...posts,
      // Loaded when the first picture is drawn: it takes longer than the rest of the start.
      draw: async (...facts) => await (await import("./picture/draw.ts")).tallyPicture(...facts),
    }),
    documents: documentsOf(parts, posts),
    pace: (bot) => around.pace ?? documentedPace(bot),
    quota: (bot) => monthlyQuota(settings, bot),
    moved: async (from, to) => {
      await store.db.transaction().execute(async (trx) => await moveChat(trx, from, to))
    },
    timeZone,
    watch: metrics,
    jobFailed: metrics.jobFailed,
    log,
    now,
  })
  metrics.watch({
    all: [...channels.keys()],
    broken: jobs.broken,
    quotas: async () => await quotaUsage(store.db, quotas, now(), timeZone),
  })
  wakeLater.wake = jobs.wake
  undo.push(jobs.stop)
  return jobs
}

function roundPorts({ db }: Store, timeZone: string): RoundPorts {
  const series = async (ask: SeriesAsk) => await progressSeries(db, ask, timeZone)
  return { source: { ...operatorStore(db, timeZone), series }, posts: tallyPosts(db), timeZone }
}

/** What happens when: at its moment by the queue's clock, and within a minute of being missed. */
function clockWork(
  { settings, around, store, wording }: WorkParts,
  posts: RoundPorts,
  quotas: NoticeOptions["quotas"],
  wake: (chats: readonly ChatId[]) => void,
): Pick<JobsOptions, "schedules" | "run" | "catchUp"> {
  const { log, now } = around
  const { db } = store
  const { timeZone } = settings
  const officers = notices(db, { timeZone, say: wording.say, quotas })
  const reminders: ReminderPorts = { posts: reminderPosts(db, timeZone), timeZone, wake }
  const closeWeeks = async () => wake(await closeWeek(posts, now()))
  const remind = async () => await sendReminders(reminders, now())
  const goRound = async () => wake(await morningRound(posts, now()))
  const cleanUp = async () => {
    const removed = await removeOld(db, cutoffs(settings.keepDays, now()), now())
    const files = await removeUnnamedFiles(db, settings.dataDir, now())
    // In the journal of the machine the last hash is out of the database's reach.
    const actions = await audit(db).check()
    log.info({ removed: { ...removed, files }, actions }, "what is no longer needed was removed")
  }
  const doers: Readonly<Record<string, () => Promise<void>>> = {
    [WEEKLY_TALLY]: closeWeeks,
    [REMINDER]: remind,
    [MORNING_ROUND]: goRound,
    [RETENTION]: cleanUp,
  }
  return {
    schedules: async () => [
      ...tallySchedules(await posts.posts.campaigns(), timeZone),
      ...reminderSchedules(await standingReminders(db), timeZone),
      retentionSchedule(timeZone),
    ],
    run: async (kind) => await doers[kind]?.(),
    catchUp: [
      async () => await forgetFuture(db, now()),
      async () => await settleUnits(db, localDate(now(), timeZone)),
      // In this order: on a day with both, the tally goes first and the other makes room.
      closeWeeks,
      remind,
      goRound,
      async () => wake(await officers.lookAfter(now())),
      async () => await indexIdeas(db),
    ],
  }
}

/** How the files that rows refer to are made. */
function documentsOf({ settings, around, store, seal, wording }: WorkParts, posts: RoundPorts) {
  const { timeZone } = settings
  return documents({
    // People see their own accounts as the platforms name them.
    personalData: async (personId) => {
      const data = await personalData(store.db, personId)
      return data && openedWithin(data, seal)
    },
    put: async (document) => await putDocument(store.db, document),
    publicUrl: settings.publicUrl,
    keptHours: settings.keepExportsHours,
    newKey: () => randomBytes(24).toString("base64url"),
    now: around.now,
    wording,
    timeZone,
    exports: {
      campaigns: async () => await posts.posts.campaigns(),
      records: async (scope, limit) => await exportRecords(store.db, scope, limit),
      source: operatorStore(store.db, timeZone),
      write: writeSheets,
    },
  })
}

async function readiness(store: Store, jobs: Jobs) {
  const check = async (probe: () => Promise<{ readonly ok: boolean; readonly detail?: string }>) =>
    await probe().catch(() => ({ ok: false, detail: "no answer" }))
  const parts = {
    database: await check(async () => {
      await store.pool.query("select 1")
      return { ok: true }
    }),
    migrations: await check(async () => ({ ok: await isMigrated(store.db) })),
    queue: await check(async () => await jobs.ready()),
  }
  return { ready: Object.values(parts).every((part) => part.ok), parts }
}

function hashCode(code: string): string {
  return codeHash(code, (text) => createHash("sha256").update(text).digest("hex"))
}

function hostsOf({ host, publicUrl }: Settings): readonly string[] {
  return publicUrl === undefined ? [host] : [host, new URL(publicUrl).hostname]
}

function warnOfOutside({ host }: Settings, log: pino.Logger): void {
  if (["127.0.0.1", "::1", "localhost"].includes(host)) return
  log.warn({ host }, "WEB_CHAT is on and HOST is reachable from outside: anybody there may play an officer")
}

async function main(): Promise<void> {
  const ended = Promise.withResolvers<void>()
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    // Before anything is started, and not `once`: a signal to the whole process group comes a second time through npm and
    // must not cut the stop short.
    process.on(signal, () => ended.resolve())
  }
  const settings = readSettings(readEnvironment())
  const log = createLog(settings.logLevel, pino.destination({ dest: 2, sync: false }))
  const house = await startHouse(settings, { log, now: Date.now })
  process.stdout.write(welcome(house, settings.webChat && settings.role !== "worker"))
  // Else a process that is killed leaves nothing compiled for the next one.
  const complete = house.complete.then(flushCompileCache)
  try {
    await Promise.race([ended.promise, complete.then(() => ended.promise)])
  } finally {
    await house.stop()
    log.flush()
  }
}

/** One clear line for the operator. */
function whatWentWrong(error: unknown): string {
  if (error instanceof SettingsError || error instanceof DatabaseUnreachable) return error.message
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return "PORT is taken by another program. Stop it or choose another port. Example: PORT=3001"
  }
  if (
    error instanceof Error &&
    "syscall" in error &&
    /^(?:getaddrinfo|listen)$/.test(String(error.syscall))
  ) {
    return `HOST is no address of this machine: ${error.message}. Example: HOST=127.0.0.1`
  }
  return `Không khởi động được: ${error instanceof Error ? error.message : String(error)}`
}

if (import.meta.main) {
  try {
    await main()
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${whatWentWrong(error)}\n`)
    process.exit(1)
  }
}
