import {
  type BotId,
  type Channel,
  type ChatId,
  DeliveryError,
  type Document,
  type MessageRef,
  type Outgoing,
  type Picture,
} from "../core/channel.ts"
import type {
  Claimed,
  DocumentRef,
  HandOver,
  Outbox,
  OutboxRow,
  PictureRef,
  Settlement,
  Spent,
  Written,
} from "../core/outbox.ts"
import { wordsOf } from "./error.ts"
import { createLane, type Lane, type Timers } from "./lane.ts"
import { createMessages, type Part } from "./message.ts"
import type { PaceLimits } from "./pace.ts"

/** One message ready to send and the rows it speaks for; the parts of a split text follow each other with the same ids. */
export type Rendered = { readonly outgoing: Omit<Outgoing, "chat">; readonly ids: readonly string[] }

/** Where things are told to the operator: ids and codes only, never what a person wrote. */
export type Log = {
  info(details: Readonly<Record<string, unknown>>, message: string): void
  warn(details: Readonly<Record<string, unknown>>, message: string): void
  error(details: Readonly<Record<string, unknown>>, message: string): void
}

/** What is counted for `/metrics`; called for every message, so it must be quick. */
export type Watch = {
  /** One message was handed over, with this result. */
  sent(bot: BotId, result: "sent" | "later" | "unknown" | "dead"): void
  /** The platform asked to slow down. */
  rateLimited(bot: BotId): void
}

export type DeliveryOptions = {
  readonly outbox: Outbox
  readonly channels: (bot: BotId) => Channel | undefined
  /** Pure; rows are of one chat and bot, in order. Every row must be in at least one message. */
  readonly render: (rows: readonly OutboxRow[], textLength: number) => readonly Rendered[]
  /** Draws what a message is shown with. May fail or take long: then only the words leave. */
  readonly draw?: (picture: PictureRef) => Promise<Picture>
  /** Makes the files that rows refer to; without it their words leave alone. */
  readonly documents?: {
    /** undefined: there is nothing to make it of any more. */
    make(ref: DocumentRef): Promise<Document | undefined>
    /** The line that stands for a file where the channel takes none: its address, or that there is no way. */
    standIn(document: Document, ref: DocumentRef): Promise<string>
  }
  readonly pace: (bot: BotId) => PaceLimits
  /** Messages a bot may send in a calendar month; undefined for no limit. From 95 % on only answers leave. */
  readonly quota?: (bot: BotId) => number | undefined
  /** In which months begin. Default: UTC. */
  readonly timeZone?: string
  readonly watch?: Watch
  /** Re-keys a chat whose group got another id, in one transaction, rows in hand included. */
  readonly moved: (from: ChatId, to: ChatId) => Promise<void>
  /** Has `deliver` called for the chat after the delay, in whichever process. */
  readonly later: (chat: ChatId, delayMs: number) => Promise<void>
  readonly log: Log
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly timers?: Timers
  /** In [0, 1), for the jitter of retries. */
  readonly random?: () => number
}

/** What came of one look at a chat's line; `nextAt` (epoch ms) when there will be something to do again. */
export type Delivered = { readonly nextAt?: number }

/** Sends what is in the outbox: in order within a chat, chats side by side. */
export type Delivery = {
  /** Delivers these chats soon. Called after the commit that wrote their rows; never blocks, never throws. */
  wake(chats: readonly ChatId[]): void
  /** Sends rows that are this process's own already, and delivers the chats that have others. */
  take(written: Written): void
  /** Whether the chat's answers could leave at once, and what that takes; undefined when they must stand in line. */
  handOver(chat: ChatId, bot: BotId): HandOver | undefined
  /** Delivers one chat as far as it goes now. What is left is looked after by itself; rejects only when the store fails. */
  deliver(chat: ChatId): Promise<Delivered>
  /** Bots whose platform does not answer: their chats wait but for one that tries. */
  broken(): readonly BotId[]
  /** Takes no new work and resolves when everything in hand is sent and settled. There is no way back. */
  drain(): Promise<void>
}

/** Longer than any channel's own time-out, so that a lease never ends under a sender that lives. */
const LEASE_MS = 45_000
/** Up to here a timer of this process waits, beyond it the queue: a restart may come in between. */
const LOCAL_WAIT_MS = 10_000
/** Another process holds the chat, or the store did not answer: look again. */
const LOOK_AGAIN_MS = 1_000
/** What is due later needs no job: the sweep finds it. */
const FAR_AWAY_MS = 24 * 3_600_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 5 * 60_000
/** The bot as a whole was meant by a 429 that asks for so much. */
const LONG_PAUSE_MS = 60_000
const RATE_LIMITED_MS = 5_000
/** Tries of one message that fails while the bot's others arrive: the fault is the message's own. */
const ATTEMPTS_ALONE = 20
const ALONE_MS = 10 * 60_000
/** So many tries in vain of one message, while the bot's others arrive, make the chat suspect. */
const ATTEMPTS_TO_SUSPECT = 3
/** A day of tries five minutes apart: long enough for any outage, and then the line behind it must move. */
const ATTEMPTS_AT_ALL = 300
/** Progress of split texts and the like is remembered for so many messages. */
const REMEMBERED = 10_000

const realTimers: Timers = {
  set: (call, ms) => {
    const timer = setTimeout(call, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** A chat that is being delivered. */
type Run = {
  readonly done: Promise<Delivered>
  again: boolean
  /** Rows to be sent that need no claim. */
  readonly handed: (readonly OutboxRow[])[]
  /** Everything was sent, and only the results are being stored. */
  isSettling: boolean
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { outbox, log, now } = options
  const timers = options.timers ?? realTimers
  const random = options.random ?? Math.random
  const messages = createMessages({ ...options, timers })

  const lanes = new Map<BotId, Lane>()
  const botOf = new Map<ChatId, BotId>()
  const runs = new Map<ChatId, Run>()
  const alarms = new Map<ChatId, { readonly at: number; readonly callOff: () => void }>()
  /** Parts of a split text that have left already, by the ids of its rows. */
  const partsSent = new Map<string, number>()
  /** Rows whose merged message was refused: the next try sends each by itself, so that one cannot spoil the others. */
  const unmerged = new Set<string>()
  /** When each bot last got something through. */
  const lastSentAt = new Map<BotId, number>()
  let stopping = false
  let complainedAt = Number.NEGATIVE_INFINITY

  // --- the bots' lines -------------------------------------------------------------------------------------------

  function laneOf(bot: BotId): Lane {
    const known = lanes.get(bot)
    if (known) return known
    const lane = createLane({
      ...{ bot, outbox, timers, now },
      limits: options.pace(bot),
      quota: options.quota?.(bot),
      timeZone: options.timeZone ?? "UTC",
      complain: (error) => complain({ bot }, error, "the bot's budget could not be stored"),
    })
    lanes.set(bot, lane)
    return lane
  }

  // --- one chat --------------------------------------------------------------------------------------------------

  function knownLane(chat: ChatId): Lane | undefined {
    const bot = botOf.get(chat)
    return bot === undefined ? undefined : lanes.get(bot)
  }

  function start(chat: ChatId): Promise<Delivered> {
    const current = runs.get(chat)
    if (current) {
      current.again = true
      return current.done
    }
    if (stopping) return Promise.resolve({})
    return startRun(chat, []).done
  }

  function startRun(chat: ChatId, handed: (readonly OutboxRow[])[]): Run {
    const run: Run = { done: whole(chat, () => run), again: false, handed, isSettling: false }
    runs.set(chat, run)
    return run
  }

  /** They leave also while the house is being stopped: what is in hand is finished. */
  function sendHanded(chat: ChatId, rows: readonly OutboxRow[]): void {
    const current = runs.get(chat)
    if (current) {
      current.handed.push(rows)
      return
    }
    startRun(chat, [rows]).done.catch((error: unknown) => {
      complain({ chat }, error, "delivery failed, to be tried again")
    })
  }

  /** Turn after turn until the chat's line is empty or has to wait. */
  async function whole(chat: ChatId, self: () => Run): Promise<Delivered> {
    // Lets `start` note the run before its first turn.
    await Promise.resolve()
    let outcome: Turn = {}
    try {
      const run = self()
      run.again ||= run.handed.length === 0
      do {
        const rows = run.handed.shift()
        const asked = run.again
        if (rows === undefined) run.again = false
        outcome = rows === undefined ? await turn(chat, asked) : await sendOwn(chat, rows)
      } while (run.handed.length > 0 || (!stopping && (run.again || outcome.more)))
    } catch (error) {
      runs.delete(chat)
      lookAgainAt(chat, now() + LOOK_AGAIN_MS)
      throw error
    }
    runs.delete(chat)
    const { nextAt } = outcome
    if (nextAt === undefined) return {}
    lookAgainAt(chat, nextAt)
    return { nextAt }
  }

  function lookAgainAt(chat: ChatId, at: number): void {
    if (stopping) return
    const alarm = alarms.get(chat)
    if (alarm && alarm.at <= at) return
    alarm?.callOff()
    alarms.delete(chat)
    const delayMs = Math.max(0, at - now())
    if (delayMs <= LOCAL_WAIT_MS) {
      const ring = () => {
        alarms.delete(chat)
        begin(chat)
      }
      alarms.set(chat, { at, callOff: timers.set(ring, delayMs) })
    } else {
      options.later(chat, delayMs).catch((error: unknown) => {
        log.warn({ chat, error: wordsOf(error) }, "no job for a later delivery; the sweep will find the chat")
      })
    }
  }

  function begin(chat: ChatId): void {
    start(chat).catch((error: unknown) => {
      complain({ chat }, error, "delivery failed, to be tried again")
    })
  }

  /** A store that is down fails every chat every second. */
  function complain(details: Readonly<Record<string, unknown>>, error: unknown, what: string): void {
    if (now() - complainedAt < LOOK_AGAIN_MS) return
    complainedAt = now()
    log.error({ ...details, error: wordsOf(error) }, what)
  }

  /** `more`: there may be further rows to send at once. */
  type Turn = Delivered & { readonly more?: boolean }

  async function turn(chat: ChatId, asked: boolean): Promise<Turn> {
    const known = knownLane(chat)
    try {
      const readyAt = Math.max(known?.pace.chatReadyAt(chat, now()) ?? 0, known?.admit(chat) ?? 0)
      // Unclaimed until then: receipts that come meanwhile go into the same message.
      if (readyAt > now()) return { nextAt: readyAt }
      return await look(chat, asked)
    } finally {
      knownLane(chat)?.dismiss(chat)
    }
  }

  async function sendOwn(chat: ChatId, rows: readonly OutboxRow[]): Promise<Turn> {
    const bot = rows[0]?.bot as BotId
    const lane = laneOf(bot)
    remember(botOf, chat, bot)
    return await sendRows(chat, { rows }, lane, lane.hasLine() ? now() : "urgent")
  }

  async function look(chat: ChatId, asked: boolean): Promise<Turn> {
    const claimed = await outbox.claim(chat, now(), LEASE_MS)
    if (claimed.post !== undefined) return await post(chat, claimed.post)
    const first = claimed.rows[0]
    if (first === undefined) return await notYet(chat, claimed.readyAt, asked)
    const lane = laneOf(first.bot)
    remember(botOf, chat, first.bot)
    if (claimed.budget) lane.pace.adopt(chat, first.group, claimed.budget)
    const readyAt = lane.admit(chat)
    if (readyAt > now()) {
      await settle(claimed.rows.map(untouched))
      return { nextAt: readyAt }
    }
    return await sendRows(chat, claimed, lane, claimed.slotAt ?? "urgent")
  }

  /** A post is not held while it waits for its place: were this process to die, it would be of unknown outcome. */
  async function post(chat: ChatId, bot: BotId): Promise<Turn> {
    const lane = laneOf(bot)
    remember(botOf, chat, bot)
    const readyAt = lane.admit(chat)
    if (readyAt > now()) return { nextAt: readyAt }
    const granted = await lane.enter(chat, "calm")
    if (!granted) {
      await lane.holdPosts()
      return await afterRefusal(chat, lane)
    }
    const place = placeIn(lane)
    try {
      const claimed = await outbox.claim(chat, now(), LEASE_MS, true)
      const first = claimed.rows[0]
      // Another process was faster, or the limit of the chat is used up: the place serves the next in line.
      if (first === undefined) return await notYet(chat, claimed.readyAt, true)
      if (claimed.budget) lane.pace.adopt(chat, first.group, claimed.budget)
      return await sendRows(chat, claimed, lane, place)
    } finally {
      place.giveBack()
    }
  }

  async function notYet(chat: ChatId, readyAt: number | undefined, asked: boolean): Promise<Turn> {
    if (readyAt !== undefined) return { nextAt: Math.max(readyAt, now()) }
    return asked ? await whenNext(chat) : {}
  }

  async function whenNext(chat: ChatId): Promise<Turn> {
    const dueAt = await outbox.nextDue(chat)
    if (dueAt === undefined || dueAt > now() + FAR_AWAY_MS) return {}
    // Due and yet not to be had: another process is sending to this chat and may not have seen our row.
    return { nextAt: dueAt > now() ? dueAt : now() + LOOK_AGAIN_MS }
  }

  async function afterRefusal(chat: ChatId, lane: Lane): Promise<Turn> {
    if (stopping) return {}
    const readyAt = Math.max(lane.pausedUntil(), lane.admit(chat))
    return readyAt > now() ? { nextAt: readyAt } : await whenNext(chat)
  }

  function placeIn(lane: Lane): Place {
    let held = true
    let used = false
    return {
      use: () => {
        used = true
      },
      giveBack: () => {
        if (held) lane.leave(!used)
        held = false
      },
    }
  }

  /** Sends the rows in hand as far as it goes; whatever happens, each of them is settled. */
  async function sendRows(
    chat: ChatId,
    { rows: all, suspect = false, more = false }: Claimed,
    lane: Lane,
    first: Place | number | "urgent",
  ): Promise<Turn> {
    const bot = all[0]?.bot as BotId
    const rows = all.filter((row) => row.bot === bot)
    const open = new Map(all.map((row) => [row.id, row]))
    const settling: Promise<void>[] = []
    /** Messages that left since the last settlement, and what is new about the chat. */
    let uncounted = 0
    let isSuspect: boolean | undefined
    const settleSome = (settlements: readonly Settlement[]) => {
      const fresh = settlements.filter(({ id }) => open.delete(id))
      const spent = spentOn(chat, lane, uncounted, isSuspect)
      uncounted = 0
      isSuspect = undefined
      if (fresh.length > 0 || spent?.counted || spent?.suspect !== undefined)
        settling.push(settle(fresh, spent))
    }
    let outcome: Turn = { more }
    let place = typeof first === "object" ? first : undefined
    let how = typeof first === "object" ? ("urgent" as const) : first
    try {
      const channel = options.channels(bot)
      if (channel === undefined) {
        const error = `no channel for ${bot}: its token is not among the settings of this process`
        log.error({ chat, bot }, error)
        return retry(rows, error, LAST_RETRY_MS)
      }
      for (const message of messages.of(rows, channel, unmerged)) {
        const spoken = message.ids.flatMap((id) => open.get(id) ?? [])
        const key = message.ids.join()
        const parts = await messages.complete(message.parts, spoken, channel)
        for (const [part, outgoing] of parts.entries()) {
          if (part < (partsSent.get(key) ?? 0)) continue
          const readyAt = lane.pace.chatReadyAt(chat, now())
          if (readyAt > now()) {
            if (part === 0) return { nextAt: readyAt }
            // Half a post is not put back: whoever took it up would begin with its first part again.
            await pause(readyAt - now())
          }
          place ??= (await lane.enter(chat, how)) ? placeIn(lane) : undefined
          how = "urgent"
          if (place === undefined) return await afterRefusal(chat, lane)
          place.use()
          const sent = await sendOne(chat, channel, outgoing, spoken, lane)
          place.giveBack()
          place = undefined
          if (sent instanceof DeliveryError) {
            if (!sent.surelyNotSent) uncounted += 1
            return await failed(sent, spoken)
          }
          options.watch?.sent(bot, "sent")
          uncounted += 1
          if (suspect) isSuspect = false
          if (part + 1 < parts.length) remember(partsSent, key, part + 1)
          else {
            partsSent.delete(key)
            settleSome(message.ids.map((id) => ({ id, result: "sent", message: sent })))
          }
        }
      }
      return outcome
    } finally {
      place?.giveBack()
      settleSome([...open.values()].map(untouched))
      await settled(chat, settling)
    }

    function retry(failedRows: readonly OutboxRow[], error: string, waitMs: number): Turn {
      const dueAt = now() + waitMs
      const [lost, kept] = split(failedRows, (row) => row.attempts + 1 >= ATTEMPTS_AT_ALL)
      options.watch?.sent(bot, kept.length > 0 ? "later" : "dead")
      settleSome(lost.map(({ id }) => ({ id, result: "dead", error })))
      settleSome(kept.map(({ id }) => ({ id, result: "later", dueAt, error })))
      outcome = kept.length > 0 ? { nextAt: dueAt } : { more: true }
      return outcome
    }

    async function failed(error: DeliveryError, spoken: readonly OutboxRow[]): Promise<Turn> {
      const ids = spoken.map(({ id }) => id)
      const attempts = Math.max(0, ...spoken.map((row) => row.attempts))
      const told = { chat, bot, rows: ids, code: error.code, attempts, error: error.message }
      const words = `${error.code}: ${error.message}`
      const finish = (result: "dead" | "unknown", these: readonly OutboxRow[]) => {
        if (these.length > 0) options.watch?.sent(bot, result)
        settleSome(these.map(({ id }) => ({ id, result, error: words })))
      }
      // An answer of whatever kind shows that the platform is there.
      if (error.code === "unreachable") lane.unanswered()
      else lane.answered()
      switch (error.code) {
        case "rate_limited": {
          const waitMs = error.retryAfterMs ?? RATE_LIMITED_MS
          const until = now() + waitMs
          log.warn({ ...told, waitMs }, "the platform asked to slow down")
          options.watch?.rateLimited(bot)
          const meansBot = waitMs > LONG_PAUSE_MS || lane.pace.anyPausedBut(chat, now())
          lane.pace.pauseChat(chat, until, now())
          if (meansBot) await lane.pause(until, "pace")
          return retry(spoken, words, waitMs)
        }
        case "unauthorized":
          log.error(told, "the platform does not accept the bot's token")
          await lane.pause(now() + LAST_RETRY_MS, "token")
          return retry(spoken, words, LAST_RETRY_MS)
        case "unreachable": {
          const [blind, safe] = split(spoken, (row) => isPost(row) && !error.surelyNotSent)
          if (blind.length > 0)
            log.error(told, "it is unknown whether an announcement arrived; it is not repeated")
          const alone = now() - (lastSentAt.get(bot) ?? Number.NEGATIVE_INFINITY) < ALONE_MS
          isSuspect = (alone && attempts + 1 >= ATTEMPTS_TO_SUSPECT) || undefined
          finish("unknown", blind)
          if (safe.length === 0) return { more: true }
          if (attempts + 1 >= ATTEMPTS_ALONE && alone) {
            log.error(told, "given up: only this message fails")
            finish("dead", safe)
            return { more: true }
          }
          log.warn(told, "not delivered, to be tried again")
          return retry(safe, words, backoffMs(attempts, random()))
        }
        case "rejected":
          if (spoken.length > 1) {
            log.warn(told, "a merged message was refused, its parts are tried one by one")
            for (const id of ids) remember(unmerged, id)
            return { more: true }
          }
          log.error(told, "the platform refuses a message")
          isSuspect = spoken.some((row) => row.group && isPost(row)) || undefined
          finish("dead", spoken)
          return { more: true }
        case "chat_gone":
          log.warn(told, "the bot may no longer write to this chat")
          finish("dead", [...open.values()])
          await outbox.closeChat(chat, words, now())
          return {}
        case "chat_moved": {
          const to = error.movedTo
          if (to === undefined) return retry(spoken, words, backoffMs(attempts, random()))
          log.info({ ...told, to }, "the group has another id now")
          try {
            await options.moved(chat, to)
          } catch (cause) {
            log.error({ ...told, to, error: wordsOf(cause) }, "the group could not be moved in the store")
            return retry(spoken, words, backoffMs(attempts, random()))
          }
          settleSome([...open.values()].map(untouched))
          await Promise.all(settling)
          lookAgainAt(to, now())
          return {}
        }
        default:
          error.code satisfies never
          return retry(spoken, words, backoffMs(attempts, random()))
      }
    }
  }

  async function sendOne(
    chat: ChatId,
    channel: Channel,
    part: Part,
    rows: readonly OutboxRow[],
    lane: Lane,
  ): Promise<MessageRef | DeliveryError> {
    const group = rows.some((row) => row.group)
    const spend = () => lane.pace.spendChat(chat, group, now())
    const sent = await messages.send(channel, chat, part, rows, spend)
    if (sent instanceof DeliveryError) return sent
    lane.answered()
    lastSentAt.set(lane.bot, now())
    return sent
  }

  async function settled(chat: ChatId, settling: readonly Promise<void>[]): Promise<void> {
    const run = runs.get(chat)
    if (run) run.isSettling = true
    await Promise.all(settling)
    if (run) run.isSettling = false
  }

  /** What was sent must be written down: a lost settlement would send it again. */
  async function settle(settlements: readonly Settlement[], spent?: Spent): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await outbox.settle(settlements, now(), spent)
      } catch (error) {
        const waitMs = backoffMs(attempt, 0)
        log.error({ error: wordsOf(error), waitMs }, "results of sending could not be stored, trying again")
        await pause(waitMs)
      }
    }
  }

  function spentOn(
    chat: ChatId,
    lane: Lane,
    messages: number,
    suspect: boolean | undefined,
  ): Spent | undefined {
    const budget = lane.pace.budgetOf(chat, now())
    const month = messages > 0 ? lane.month() : undefined
    if (month !== undefined) lane.count(messages)
    if (budget === undefined && month === undefined && suspect === undefined) return undefined
    return {
      ...{ chat, bot: lane.bot },
      ...(budget === undefined ? {} : { budget }),
      ...(month === undefined ? {} : { counted: { month, messages } }),
      ...(suspect === undefined ? {} : { suspect }),
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => void timers.set(resolve, ms))
  }

  function wake(chats: readonly ChatId[]): void {
    for (const chat of chats) {
      knownLane(chat)?.hurry(chat)
      begin(chat)
    }
  }

  const untouched = ({ id }: OutboxRow): Settlement => ({ id, result: "later", dueAt: now(), error: "" })

  return {
    wake,
    take: ({ chats, handedOver }) => {
      for (const [chat, rows] of handedOver) sendHanded(chat, rows)
      wake(chats)
    },
    handOver: (chat, bot) => {
      const run = runs.get(chat)
      if (stopping || (run !== undefined && !run.isSettling)) return undefined
      const lane = laneOf(bot)
      const readyAt = Math.max(lane.pace.chatReadyAt(chat, now()), lane.admit(chat))
      lane.dismiss(chat)
      // A bot with a quota asks for its place, for with the place it learns what is left.
      if (readyAt > now() || lane.month() !== undefined || !options.channels(bot)) return undefined
      return { leaseMs: LEASE_MS, needsPlace: lane.hasLine() }
    },
    deliver: start,
    broken: () => [...lanes.values()].flatMap((lane) => (lane.isBroken() ? [lane.bot] : [])),
    drain: async () => {
      stopping = true
      for (const { callOff } of alarms.values()) callOff()
      alarms.clear()
      for (const lane of lanes.values()) lane.close()
      await Promise.allSettled([...runs.values()].map((run) => run.done))
    },
  }
}

/** The right to send one message; given back at most once, to the next in line where nothing was sent. */
type Place = { use(): void; giveBack(): void }

/** Doubles from 2 s to 5 min; up to a quarter is taken off so that chats do not come back all at once. */
function backoffMs(attempts: number, random: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts) * (1 - random / 4)
}

function isPost(row: OutboxRow): boolean {
  return row.kind === "notice" || row.kind === "post"
}

function split<Item>(
  items: readonly Item[],
  is: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  return [items.filter(is), items.filter((item) => !is(item))]
}

function remember<Key>(memory: Set<Key>, key: Key): void
function remember<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): void
function remember<Key, Value>(memory: Map<Key, Value> | Set<Key>, key: Key, value?: Value): void {
  const oldest = memory.keys().next()
  if (memory.size >= REMEMBERED && !oldest.done) memory.delete(oldest.value)
  if (memory instanceof Set) memory.add(key)
  else memory.set(key, value as Value)
}
