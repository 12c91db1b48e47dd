import { flushCompileCache } from "node:module"
import type { AddressInfo } from "node:net"
import { pino } from "pino"
import { z } from "zod"
import type { Channel, Intake } from "../core/channel.ts"
import { codeOf, wordsOf } from "../core/error.ts"
import { given } from "../core/given.ts"
import { createIntake } from "../core/handle.ts"
import { freshenReminders } from "../core/reminder/freshen.ts"
import { freshenTallies } from "../core/tally/held-post.ts"
import { makeDemo } from "../db/campaign/demo.ts"
import { conversations } from "../db/conversation/conversation.ts"
import { conversationReads } from "../db/conversation/reads.ts"
import { keepBytes } from "../db/file/attachment.ts"
import { waitingFiles } from "../db/file/file.ts"
import { addAdminCode, needsAdmin, onceWhileEmpty, webhookSecret } from "../db/first-start.ts"
import { newId } from "../db/id.ts"
import { type TitleStocks, titleStocks } from "../db/ideas/title-stock.ts"
import { holdLatePosts } from "../db/outbox/late-post.ts"
import { reminderPosts } from "../db/reminder/post.ts"
import { openSeal } from "../db/seal/encryption.ts"
import { pollerLeases } from "../db/server/lease.ts"
import {
  DatabaseUnreachable,
  DataDirUnusable,
  openDataDir,
  openStore,
  type Store,
} from "../db/server/open.ts"
import { heldTallies } from "../db/tally/held-post.ts"
import { startFileWork } from "../jobs/file.ts"
import { openChannels } from "./channels.ts"
import { readEnvironment } from "./environment.ts"
import { fileOpener } from "./file/open.ts"
import { hashCode, newCode } from "./house/code.ts"
import { publisherOf } from "./house/delivery.ts"
import type { Parts, Surroundings } from "./house/parts.ts"
import { serverOf } from "./house/server.ts"
import { watchDatabase } from "./house/watch.ts"
import { startWork } from "./house/work.ts"
import { leased } from "./leased.ts"
import { createLog } from "./log.ts"
import { createMetrics } from "./metrics.ts"
import { readSettings, type Settings, SettingsError } from "./settings.ts"
import { ENGLISH_SUGGESTIONS, SAMPLE_CAST } from "./web/cast.ts"
import { createWebChannel, type WebChannel } from "./web/channel.ts"
import { welcome } from "./welcome.ts"
import { answeredWithin } from "./within.ts"
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

/**
 * So long after the house listens the rest of it is loaded: by then whoever wrote while it was away has an answer, which
 * needs neither queue nor clock nor numbers, and would stand behind their libraries.
 */
const REST_AFTER_MS = 500

/** A database that hangs would hold the process until it is killed: by Docker after 20 seconds. */
const STOP_WITHIN_MS = 15_000

/** Builds and starts everything that `settings.role` asks for. Throws with one clear line when it cannot. */
export async function startHouse(settings: Settings, around: Surroundings): Promise<House> {
  const { log, now } = around
  const { timeZone } = settings
  const rest = Promise.withResolvers<void>()
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) {
      await step().catch((error: unknown) => log.error({ err: error }, "a part did not stop cleanly"))
    }
  }
  try {
    if (settings.databaseUrl !== undefined) await openDataDir(settings.dataDir)
    const store = await openStore(settings)
    undo.push(store.close)
    if (settings.databaseUrl === undefined) undo.push(watchDatabase(store.revive, log))
    const wording = loadWording(settings)
    for (const mistake of wording.mistakes) log.warn({ mistake }, "a sentence of our own is left out")
    const web = settings.webChat && settings.role !== "worker" ? webChannel(settings) : undefined
    const seal = await openSeal(settings, store)
    const secret = settings.webhookSecret ?? (await webhookSecret(store.db, seal))
    const publish = publisherOf(settings, store, now)
    const channels = await openChannels(settings, { webhookSecret: secret, seal, web, publish, log })
    const adminCode = await prepareFirstStart(settings, store, web, now())
    const metrics = createMetrics(store.pool, rest.promise)
    const titles = titleStocks(store.byKey)
    undo.push(async () => titles.close())
    const reads = conversationReads(store.db, {
      timeZone,
      now,
      hashCode,
      newCode,
      entrance: (bot, start, into) => channels.get(bot)?.entrance?.(start, into),
      titles,
      byKey: store.byKey,
    })
    // Before anything is sent; the minute hand does it too.
    await holdLatePosts(store.db, now(), timeZone)
    await freshenTallies(heldTallies(store.db, timeZone), timeZone, now())
    await freshenReminders(reminderPosts(store.db, timeZone), timeZone, now())
    const parts = { settings, around, store, seal, channels, wording, metrics, rest: rest.promise }
    const jobs = await startWork(parts, undo)
    const house = metrics.measured(
      createIntake({
        reads,
        conversations: conversations(store.db, {
          timeZone,
          campaignFor: reads.campaignFor,
          changed: reads.forget,
          byKey: store.byKey,
          desk: store.desk,
          titles,
        }),
        now,
        newId,
        sender: jobs,
        word: wording.say,
        log,
        timeZone,
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
    const receiving = receivers(parts, web)
    const server = serverOf(parts, { web, receiving, reads, jobs })
    undo.push(async () => await server.close())
    for (const channel of receiving) {
      undo.push(async () => await channel.stop())
      await channel.start(wakingFiles(house, files))
    }
    await server.listen({ host: settings.host, port: settings.port })
    if (web !== undefined) warnOfOutside(settings, log)
    const untilRest = setTimeout(rest.resolve, around.restAfterMs ?? REST_AFTER_MS)
    undo.push(async () => clearTimeout(untilRest))
    if (settings.role !== "worker") rest.promise.then(() => readTitles(titles, log))
    const { port } = server.server.address() as AddressInfo
    return { address: `http://${hostIn(settings.host)}:${port}`, adminCode, complete: jobs.complete, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Of a port that the system chooses nobody can be told before it listens. */
function webChannel({ publicUrl, host, port, language }: Settings): WebChannel {
  const address = publicUrl ?? (port === 0 ? undefined : `http://${hostIn(host)}:${port}`)
  const suggestions = language === "en" ? ENGLISH_SUGGESTIONS : undefined
  return createWebChannel({ ...SAMPLE_CAST, ...given({ address, suggestions }) })
}

/** A host as addresses hold it. */
function hostIn(host: string): string {
  return host.includes(":") ? `[${host}]` : host
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
  if (!hasToken && web !== undefined) {
    const { bot, cast } = web
    await onceWhileEmpty(db, async (trx) => {
      await makeDemo(trx, { bot, groups: cast.groups }, settings.timeZone, now)
    })
  }
  if (settings.role === "worker" || !(await needsAdmin(db))) return undefined
  const code = settings.adminCode ?? newCode()
  await addAdminCode(db, hashCode(code), now)
  return code
}

/** Platforms that send to an address of ours need nobody who asks them; of the others one process at a time does. */
function receivers(
  { settings, around, store, channels }: Parts,
  web: Channel | undefined,
): readonly Channel[] {
  if (settings.role === "worker") return []
  const leases = pollerLeases(store.url)
  return [...channels.values()].map((channel) =>
    channel === web || settings.publicUrl !== undefined
      ? channel
      : leased(channel, { leases, log: around.log }),
  )
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

function warnOfOutside({ host }: Settings, log: pino.Logger): void {
  if (["127.0.0.1", "::1", "localhost"].includes(host)) return
  log.warn({ host }, "WEB_CHAT is on and HOST is reachable from outside: anybody there may play an officer")
}

async function main(): Promise<void> {
  const ended = Promise.withResolvers<void>()
  // A terminal that is closed says SIGHUP.
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    // Before anything is started, and not `once`: a signal to the whole process group comes a second time through npm and
    // must not cut the stop short.
    process.on(signal, () => ended.resolve())
  }
  const settings = readSettings(readEnvironment())
  const log = createLog(settings.logLevel, pino.destination({ dest: 2, sync: false }))
  const house = await startHouse(settings, { log, now: Date.now })
  process.stdout.write(welcome(house, settings.webChat && settings.role !== "worker", settings.language))
  // Else a process that is killed leaves nothing compiled for the next one.
  const complete = house.complete.then(flushCompileCache)
  try {
    await Promise.race([ended.promise, complete.then(() => ended.promise)])
  } finally {
    await answeredWithin(STOP_WITHIN_MS, house.stop()).catch((error: unknown) => {
      log.warn({ err: error }, "stopped before everything in hand was finished")
    })
    log.flush()
  }
}

const LOOK_WITHIN_MS = 1_000

/** Whether it is the bot that listens there: a start beside one that runs is nobody else's program. */
async function isOurs(address: string): Promise<boolean> {
  const look = fetch(`${address}/readyz`, { signal: AbortSignal.timeout(LOOK_WITHIN_MS) })
  const parts = await look.then((answer) => answer.json()).catch(() => undefined)
  return Ready.safeParse(parts).success
}

const Ready = z.object({ ready: z.boolean(), parts: z.object({ database: z.unknown(), queue: z.unknown() }) })

/** One clear line for the operator. */
async function whatWentWrong(error: unknown): Promise<string> {
  const isOfSettings = [SettingsError, DatabaseUnreachable, DataDirUnusable].some(
    (kind) => error instanceof kind,
  )
  if (error instanceof Error && isOfSettings) return error.message
  if (error instanceof Error && codeOf(error) === "EADDRINUSE" && "port" in error) {
    const other = Number(error.port) < 65_535 ? Number(error.port) + 1 : 3000
    const host = "address" in error ? String(error.address) : "127.0.0.1"
    const address = `http://${hostIn(host)}:${error.port}`
    if (await isOurs(address))
      return `The bot runs already at ${address}. Open that page, or stop the bot where it was started (Ctrl-C). To run another one beside it choose another port and folder. Example: PORT=${other} DATA_DIR=./.data-${other}`
    return `PORT ${error.port} is taken by another program. Stop it or choose another port. Example: PORT=${other}`
  }
  if (error instanceof Error && "code" in error && error.code === "EACCES" && "port" in error) {
    return `PORT ${error.port} is not for programs of this user. Take one from 1024 on. Example: PORT=3000`
  }
  if (
    error instanceof Error &&
    "syscall" in error &&
    /^(?:getaddrinfo|listen)$/.test(String(error.syscall))
  ) {
    return `HOST is no address of this machine: ${error.message}. Example: HOST=127.0.0.1`
  }
  return `The bot cannot start: ${wordsOf(error)}`
}

if (import.meta.main) {
  try {
    await main()
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${await whatWentWrong(error)}\n`)
    process.exit(1)
  }
}
