import { createHash, randomBytes } from "node:crypto"
import { flushCompileCache } from "node:module"
import type { AddressInfo } from "node:net"
import { pino } from "pino"
import { v7 } from "uuid"
import { checkCampaign } from "../core/campaign/campaign.ts"
import { DEMO_ROOT, demoCampaign, demoUnits } from "../core/campaign/demo.ts"
import type { StoredCampaign } from "../core/campaign/operator-store.ts"
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
import { morningRound, ROUND_AT, type RoundPorts } from "../core/tally/round.ts"
import { keepBytes, removeUnnamedFiles } from "../db/attachment.ts"
import { audit } from "../db/audit.ts"
import { applyCampaign } from "../db/campaign.ts"
import { moveChat } from "../db/change.ts"
import { forgetFuture } from "../db/clock.ts"
import { isAlone, openPool } from "../db/connection.ts"
import { conversations } from "../db/conversation.ts"
import { findDocument, putDocument } from "../db/document.ts"
import { openSeal } from "../db/encryption.ts"
import { exportRecords } from "../db/export.ts"
import { waitingFiles } from "../db/file.ts"
import {
  addAdminCode,
  addDemoGroup,
  addDemoPerson,
  isEmpty,
  needsAdmin,
  webhookSecret,
} from "../db/first-start.ts"
import { indexIdeas } from "../db/ideas.ts"
import { pollerLeases } from "../db/lease.ts"
import { quotaUsage } from "../db/ledger.ts"
import { isMigrated } from "../db/migrate.ts"
import { notices } from "../db/notice.ts"
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
import { importUnits, settleUnits } from "../db/unit.ts"
import { startFileWork } from "../jobs/file.ts"
import type { PaceLimits } from "../jobs/pace.ts"
import { REMINDER, reminderSchedules } from "../jobs/reminder.ts"
import { type Jobs, startJobs } from "../jobs/start.ts"
import type { Schedule } from "../jobs/work.ts"
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
import { createPublisher } from "./picture/publish.ts"
import { readSettings, type Settings, SettingsError } from "./settings.ts"
import { writeSheets } from "./sheet/write.ts"
import { SAMPLE_CAST } from "./web/cast.ts"
import { createWebChannel, type WebChannel } from "./web/channel.ts"
import { webChatRoutes } from "./web/routes.ts"
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
    const { publicUrl } = settings
    const publish =
      publicUrl === undefined
        ? undefined
        : createPublisher({
            keptDays: settings.keepPicturesDays,
            publicUrl,
            now,
            put: async (picture) => await putPicture(store.db, picture, now()),
          })
    const channels = await openChannels(settings, { webhookSecret: secret, seal, web, publish, log })
    const adminCode = await prepareFirstStart(settings, store, web, now())
    const metrics = createMetrics(store.pool, rest.promise)
    const titles = titleStocks(store.db)
    undo.push(async () => titles.close())
    const reads = readsOf(settings, store, titles, now)
    const jobs = await startWork(
      settings,
      around,
      { ...store, seal },
      channels,
      wording,
      metrics,
      rest.promise,
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
    const openFile = fileOpener(
      async (bytes, contentType) => await keepBytes(settings.dataDir, bytes, contentType),
    )
    const files = startFileWork({
      files: waitingFiles(store.db),
      channels,
      open: openFile,
      receive: async (incoming) => await house.receive([incoming]),
      typing: jobs.typing,
      log,
      now,
    })
    undo.push(files.stop)
    const intake: Intake = {
      ...house,
      receive: async (batch) => {
        const receipts = await house.receive(batch)
        if (batch.some(({ file }) => file !== undefined)) files.wake()
        return receipts
      },
    }
    const leases = pollerLeases(store.url)
    const receiving =
      settings.role === "worker"
        ? []
        : [...channels.values()].map((channel) =>
            channel === web || settings.publicUrl !== undefined ? channel : leased(channel, { leases, log }),
          )
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
    undo.push(async () => await server.close())
    for (const channel of receiving) {
      undo.push(async () => await channel.stop())
      await channel.start(intake)
    }
    if (web !== undefined && !["127.0.0.1", "::1", "localhost"].includes(settings.host)) {
      log.warn(
        { host: settings.host },
        "WEB_CHAT is on and HOST is reachable from outside: anybody there may play an officer",
      )
    }
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
    await makeDemo(store, web, settings.timeZone, now)
  if (settings.role === "worker" || !(await needsAdmin(db))) return undefined
  const code = settings.adminCode ?? codeFromBytes(randomBytes(CODE_BYTES))
  await addAdminCode(db, hashCode(code), now)
  return code
}

async function makeDemo({ db }: Store, web: WebChannel, zone: string, now: number): Promise<void> {
  const today = localDate(now, zone)
  await importUnits(db, demoUnits(today), { dryRun: false, now, zone })
  await applyCampaign(db, checkCampaign(demoCampaign(today)), now)
  await addDemoPerson(
    db,
    { account: "web:dung", name: "Trần Thị Dung", unitCode: "KCN-01", role: "support" },
    now,
  )
  await addDemoPerson(
    db,
    { account: "web:chi", name: "Lê Kim Chi", unitCode: DEMO_ROOT, role: "officer" },
    now,
  )
  const units = { tng: "KCN-01", tinh: DEMO_ROOT }
  for (const [id, unitCode] of Object.entries(units)) {
    const title = web.cast.groups.find((group) => group.id === id)?.name ?? id
    await addDemoGroup(db, { chat: `web:${id}`, bot: web.bot, title, unitCode }, now)
  }
}

function readsOf(
  { timeZone }: Settings,
  store: Store,
  titles: TitleStocks,
  now: () => number,
): ConversationReads {
  const newCode = () => codeFromBytes(randomBytes(CODE_BYTES))
  return conversationReads(store.db, { timeZone, now, hashCode, newCode, titles })
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

async function startWork(
  settings: Settings,
  around: Surroundings,
  store: Store & { readonly seal: Seal },
  channels: ReadonlyMap<BotId, Channel>,
  wording: Wording,
  metrics: Metrics,
  rest: Promise<void>,
  undo: (() => Promise<unknown>)[],
): Promise<Jobs> {
  const { log, now } = around
  const pool = openPool(store.url, { startOptions: "-c search_path=bullmq", max: WORKER_CONNECTIONS })
  undo.push(async () => await pool.end())
  const { timeZone } = settings
  const series = async (ask: SeriesAsk) => await progressSeries(store.db, ask, timeZone)
  const posts: RoundPorts = {
    source: { ...operatorStore(store.db, timeZone), series },
    posts: tallyPosts(store.db),
    timeZone,
  }
  const draw = tallyPictures({
    ...posts,
    // Loaded when the first picture is drawn: it takes longer than the rest of the start.
    draw: async (...facts) => await (await import("./picture/draw.ts")).tallyPicture(...facts),
  })
  const wakeLater: { wake: (chats: readonly ChatId[]) => void } = { wake: () => {} }
  const bots = [...channels.keys()]
  const quotas = bots.flatMap((bot) => {
    const limit = monthlyQuota(settings, bot)
    return limit === undefined ? [] : [{ bot, limit }]
  })
  const officers = notices(store.db, { timeZone: settings.timeZone, say: wording.say, quotas })
  const closeWeeks = async () => wakeLater.wake(await closeWeek(posts, now()))
  const reminders: ReminderPorts = {
    posts: reminderPosts(store.db, settings.timeZone),
    timeZone: settings.timeZone,
    wake: (chats) => wakeLater.wake(chats),
  }
  const remind = async () => await sendReminders(reminders, now())
  const goRound = async () => wakeLater.wake(await morningRound(posts, now()))
  const catchUp = [
    async () => await forgetFuture(store.db, now()),
    async () => await settleUnits(store.db, localDate(now(), settings.timeZone)),
    // In this order: on a day with both, the tally goes first and the other makes room.
    closeWeeks,
    remind,
    goRound,
    async () => wakeLater.wake(await officers.lookAfter(now())),
    async () => await indexIdeas(store.db),
  ]
  const cleanUp = async () => {
    const removed = await removeOld(store.db, cutoffs(settings.keepDays, now()), now())
    // In the journal of the machine the last hash is out of the database's reach.
    const files = await removeUnnamedFiles(store.db, settings.dataDir, now())
    log.info(
      { removed: { ...removed, files }, actions: await audit(store.db).check() },
      "what is no longer needed was removed",
    )
  }
  const doers: Readonly<Record<string, () => Promise<void>>> = {
    [REMINDER]: remind,
    [MORNING_ROUND]: goRound,
    [RETENTION]: cleanUp,
  }
  if (await isAlone(store.pool)) await endLeases(store.db, now())
  const jobs = startJobs({
    rest,
    role: settings.role,
    redisUrl: settings.redisUrl,
    pool,
    outbox: outbox(store.byKey, store.desk),
    channels: (bot) => channels.get(bot),
    render: (rows, textLength) => render(wording, rows, textLength),
    draw,
    documents: documents({
      // People see their own accounts as the platforms name them.
      personalData: async (personId) => {
        const data = await personalData(store.db, personId)
        return data && openedWithin(data, store.seal)
      },
      put: async (document) => await putDocument(store.db, document),
      publicUrl: settings.publicUrl,
      keptHours: settings.keepExportsHours,
      newKey: () => randomBytes(24).toString("base64url"),
      now,
      wording,
      timeZone,
      exports: {
        campaigns: async () => await posts.posts.campaigns(),
        records: async (scope, limit) => await exportRecords(store.db, scope, limit),
        source: operatorStore(store.db, timeZone),
        write: writeSheets,
      },
    }),
    pace: (bot) => around.pace ?? documentedPace(bot),
    moved: async (from, to) => {
      await store.db.transaction().execute(async (trx) => await moveChat(trx, from, to))
    },
    schedules: async () => [
      ...schedulesOf(await posts.posts.campaigns(), timeZone),
      ...reminderSchedules(await standingReminders(store.db), timeZone),
      retentionSchedule(timeZone),
    ],
    run: async (kind) => await (doers[kind] ?? closeWeeks)(),
    catchUp,
    isMinuteHandStill: around.isMinuteHandStill ?? false,
    quota: (bot) => monthlyQuota(settings, bot),
    timeZone: settings.timeZone,
    watch: metrics,
    jobFailed: metrics.jobFailed,
    log,
    now,
  })
  metrics.watch({
    all: bots,
    broken: jobs.broken,
    quotas: async () => await quotaUsage(store.db, quotas, now(), settings.timeZone),
  })
  wakeLater.wake = jobs.wake
  undo.push(jobs.stop)
  return jobs
}

const CRON_DAYS = {
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
} as const

const RETENTION = "retention"

/** At night, when nobody waits for an answer. */
function retentionSchedule(timeZone: string): Schedule {
  return { id: RETENTION, kind: RETENTION, pattern: "20 3 * * *", timeZone }
}

const MORNING_ROUND = "morning-round"

/** What every campaign wants by the calendar: its weekly closing, and a round each morning but on Sundays. */
function schedulesOf(campaigns: readonly StoredCampaign[], timeZone: string): readonly Schedule[] {
  const at = (time: string) => {
    const [hour = "0", minute = "0"] = time.split(":")
    return `${Number(minute)} ${Number(hour) % 24} * *`
  }
  return campaigns.flatMap(({ campaign: { code, weeklyClosing } }) => [
    {
      id: `weekly-tally:${code}`,
      kind: "weekly-tally",
      // "24:00" is the first minute of the day after.
      pattern: `${at(weeklyClosing.at)} ${(CRON_DAYS[weeklyClosing.weekday] + (weeklyClosing.at === "24:00" ? 1 : 0)) % 7}`,
      timeZone,
    },
    { id: `${MORNING_ROUND}:${code}`, kind: MORNING_ROUND, pattern: `${at(ROUND_AT)} 1-6`, timeZone },
  ])
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

function hostsOf(settings: Settings): readonly string[] {
  return settings.publicUrl === undefined
    ? [settings.host]
    : [settings.host, new URL(settings.publicUrl).hostname]
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
  welcome(house, settings)
  // Else a process that is killed leaves nothing compiled for the next one.
  const complete = house.complete.then(flushCompileCache)
  try {
    await Promise.race([ended.promise, complete.then(() => ended.promise)])
  } finally {
    await house.stop()
    log.flush()
  }
}

function welcome(house: House, settings: Settings): void {
  const lines = ["", `Trợ lý Sáng kiến đang chạy tại ${house.address}`]
  if (house.adminCode !== undefined) {
    lines.push(
      `Mã quản trị (dùng một lần): ${house.adminCode}`,
      `  Nhắn riêng cho bot: mã ${house.adminCode}`,
    )
  }
  if (settings.webChat && settings.role !== "worker") {
    lines.push(
      "Ba việc thử ngay trong trang chat:",
      '  1. Vai An, "Nhóm TNG": @Bot đăng ký: Cải tiến cữ gá may túi hộp, làm lợi 120tr/năm',
      "  2. Vai An, trò chuyện riêng: đăng ký",
      '  3. Vai Chi, "Nhóm chung công đoàn tỉnh": @Bot tổng hợp tuần',
    )
  }
  process.stdout.write(`${lines.join("\n")}\n\n`)
}

/** One clear line for the operator. */
function whatWentWrong(error: unknown): string {
  if (error instanceof SettingsError || error instanceof DatabaseUnreachable) return error.message
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return "PORT is taken by another program. Stop it or choose another port. Example: PORT=3001"
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
