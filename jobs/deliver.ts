import type { BotId, Channel, ChatId, Document, Outgoing, Picture } from "../core/channel.ts"
import type {
  Claimed,
  DocumentRef,
  HandOver,
  Held,
  Outbox,
  OutboxRow,
  PictureRef,
  Written,
} from "../core/outbox.ts"
import { remember } from "../core/remember.ts"
import { createBatches, LEASE_MS, placeIn } from "./batch.ts"
import { wordsOf } from "./error.ts"
import type { Turn } from "./hand.ts"
import { createLane, type Lane, type Timers } from "./lane.ts"
import type { PaceLimits } from "./pace.ts"
import { createTyping } from "./typing.ts"

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
  /** Shows a person that their answer is being made, when nothing else has use for the bot's pace. Never blocks or throws. */
  typing(chat: ChatId, bot: BotId): void
  /** Bots whose platform does not answer: their chats wait but for one that tries. */
  broken(): readonly BotId[]
  /** Takes no new work and resolves when everything in hand is sent and settled. There is no way back. */
  drain(): Promise<void>
}

/** Up to here a timer of this process waits, beyond it the queue: a restart may come in between. */
const LOCAL_WAIT_MS = 10_000
/** Another process holds the chat, or the store did not answer: look again. */
const LOOK_AGAIN_MS = 1_000
/** What is due later needs no job: the sweep finds it. */
const FAR_AWAY_MS = 24 * 3_600_000

/** A clock that is a little fast is slowed down or set back by less. */
const SET_BACK_MS = 5_000

const realTimers: Timers = {
  set: (call, ms) => {
    // Its moment may have passed since it was found to be to come.
    const timer = setTimeout(call, Math.max(0, ms))
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** A chat that is being delivered. */
type Run = {
  readonly done: Promise<Delivered>
  again: boolean
  /** Rows to be sent that need no claim. */
  readonly handed: Held[]
  /** Everything was sent, and only the results are being stored. */
  isSettling: boolean
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { outbox, log } = options
  const timers = options.timers ?? realTimers
  const random = options.random ?? Math.random
  const now = noticingSetBack(options.now, (byMs) => {
    log.warn({ byMs }, "the clock was set back; what was planned ahead is planned anew")
    for (const lane of lanes.values()) lane.forget()
  })
  const batches = createBatches({
    ...{ ...options, now, timers, random, begin, afterRefusal },
    storing: (chat, isStoring) => {
      const run = runs.get(chat)
      if (run) run.isSettling = isStoring
    },
  })
  const showTyping = createTyping({ ...options, now, timers })

  const lanes = new Map<BotId, Lane>()
  const botOf = new Map<ChatId, BotId>()
  const runs = new Map<ChatId, Run>()
  const alarms = new Map<ChatId, { readonly at: number; readonly callOff: () => void }>()
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

  function startRun(chat: ChatId, handed: Held[]): Run {
    const run: Run = { done: whole(chat, () => run), again: false, handed, isSettling: false }
    runs.set(chat, run)
    return run
  }

  /** They leave also while the house is being stopped: what is in hand is finished. */
  function sendHanded(chat: ChatId, held: Held): void {
    const current = runs.get(chat)
    if (current) {
      current.handed.push(held)
      return
    }
    startRun(chat, [held]).done.catch((error: unknown) => {
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
        const held = run.handed.shift()
        const asked = run.again
        if (held === undefined) run.again = false
        outcome = held === undefined ? await turn(chat, asked) : await sendOwn(chat, held)
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

  async function sendOwn(chat: ChatId, held: Held): Promise<Turn> {
    const bot = held.rows[0]?.bot as BotId
    const lane = laneOf(bot)
    remember(botOf, chat, bot)
    return await batches.send(chat, held, lane, lane.hasLine() ? now() : "urgent")
  }

  /** A claim and until when its rows are ours. */
  async function claim(chat: ChatId, withPlace: boolean): Promise<Claimed & Held> {
    const at = now()
    return { ...(await outbox.claim(chat, at, LEASE_MS, withPlace)), until: at + LEASE_MS }
  }

  async function look(chat: ChatId, asked: boolean): Promise<Turn> {
    const claimed = await claim(chat, false)
    if (claimed.post !== undefined) return await post(chat, claimed.post)
    const first = claimed.rows[0]
    if (first === undefined) return await notYet(chat, claimed.readyAt, asked)
    const lane = laneOf(first.bot)
    remember(botOf, chat, first.bot)
    if (claimed.budget) lane.pace.adopt(chat, first.group, claimed.budget)
    const readyAt = lane.admit(chat)
    if (readyAt > now()) {
      await batches.putBack(chat, claimed.rows, lane)
      return { nextAt: readyAt }
    }
    return await batches.send(chat, claimed, lane, claimed.slotAt ?? "urgent")
  }

  /** A post is not held while it waits for its place: were this process to die, it would be of unknown outcome. */
  async function post(chat: ChatId, bot: BotId): Promise<Turn> {
    const lane = laneOf(bot)
    remember(botOf, chat, bot)
    const readyAt = lane.admit(chat)
    if (readyAt > now()) return { nextAt: readyAt }
    const place = placeIn(lane, await lane.enter(chat, "calm"))
    if (place === undefined) {
      await lane.holdPosts()
      return await afterRefusal(chat, lane)
    }
    try {
      const claimed = await claim(chat, true)
      const first = claimed.rows[0]
      // Another process was faster, or the limit of the chat is used up: the place serves the next in line.
      if (first === undefined) return await notYet(chat, claimed.readyAt, true)
      if (claimed.budget) lane.pace.adopt(chat, first.group, claimed.budget)
      if (!place.isMissed()) return await batches.send(chat, claimed, lane, place)
      // While it was claimed: the store stalls. Another place then.
      place.giveBack()
      return await batches.send(chat, claimed, lane, "urgent")
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

  function wake(chats: readonly ChatId[]): void {
    for (const chat of chats) {
      knownLane(chat)?.hurry(chat)
      begin(chat)
    }
  }

  return {
    wake,
    take: ({ chats, handedOver }) => {
      for (const [chat, held] of handedOver) sendHanded(chat, held)
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
    typing: (chat, bot) => {
      const channel = options.channels(bot)
      if (channel !== undefined && !runs.has(chat)) showTyping(chat, laneOf(bot), channel, { group: false })
    },
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

/** The same clock; `told` of every time it went back by more than a correction of every day. */
function noticingSetBack(now: () => number, told: (byMs: number) => void): () => number {
  let latest = Number.NEGATIVE_INFINITY
  return () => {
    const at = now()
    const byMs = latest - at
    latest = at
    if (byMs > SET_BACK_MS) told(byMs)
    return at
  }
}
