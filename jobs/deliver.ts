/**
 * Delivery: the way of a row from the outbox to the platform. Which file tells what:
 *
 *     deliver.ts   runs, one at a time for each chat: begun, handed rows, drained
 *     claim.ts     a run's next step: claims the chat's rows, or finds out when there will be some
 *     batch.ts     sends what was claimed, in order, and settles every row
 *     message.ts   makes messages of rows (words, picture, file) and gives them to the channel
 *     hand.ts      the rows of one claim and what became of each; stores it while the next message is sent
 *     failure.ts   what a refusal, or no answer, means for the rows: again, never, unknown
 *     lane.ts      one bot's way out: pace (pace.ts), monthly quota, pauses; lanes.ts has all of them
 *     breaker.ts   whether the platform is away, and who may try it
 *     alarm.ts     when a chat is looked at again; orphan.ts finds rows whose process died
 */
import type { BotId, Channel, ChatId, Document, Outgoing, PaceLimits, Picture } from "../core/channel.ts"
import { wordsOf } from "../core/error.ts"
import type { Log } from "../core/log.ts"
import type {
  DocumentRef,
  HandOver,
  Held,
  Outbox,
  OutboxRow,
  PictureRef,
  PosterRef,
  Written,
} from "../core/outbox.ts"
import { sparing } from "../core/sparing.ts"
import { createAlarms, realTimers } from "./alarm.ts"
import { LEASE_MS } from "./batch.ts"
import { createClaims, LOOK_AGAIN_MS } from "./claim.ts"
import type { Outcome } from "./hand.ts"
import type { Timers } from "./lane.ts"
import { createLanes } from "./lanes.ts"
import { createTyping } from "./typing.ts"

/** One message ready to send and the rows it speaks for; the parts of a split text follow each other with the same ids. */
export type Rendered = { readonly outgoing: Omit<Outgoing, "chat">; readonly ids: readonly string[] }

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
  readonly draw?: (picture: PictureRef | PosterRef) => Promise<Picture>
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
  /** Arranges that `deliver` is called for the chat after the delay, in any process. */
  readonly later: (chat: ChatId, delayMs: number) => Promise<void>
  readonly log: Log
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly timers?: Timers
  /** In [0, 1), for the jitter of retries. */
  readonly random?: () => number
}

/** What came of one look at a chat's rows; `nextAt` (epoch ms): when there will be something to do again. */
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
  /** Whether rows of the chat may be in hand. */
  isAtWork(chat: ChatId): boolean
  /** Bots whose platform does not answer: their chats wait but for one that tries. */
  broken(): readonly BotId[]
  /** Takes no new work and resolves when everything in hand is sent and settled. There is no way back. */
  drain(): Promise<void>
}

/** Everyday corrections of a clock that is a little fast are smaller. */
const SET_BACK_MS = 5_000

/** A chat that is being delivered. */
type Run = {
  readonly done: Promise<Delivered>
  again: boolean
  /** Rows to be sent that need no claim. */
  readonly handed: Held[]
  /** Everything was sent, and only the results are being stored. */
  isSettling: boolean
}

/** The delivery of this process. Sends nothing until it is told of a chat. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { log } = options
  // A store that is down fails every chat every second.
  const tell = sparing(log.error.bind(log), () => performance.now())
  const timers = options.timers ?? realTimers
  const random = options.random ?? Math.random
  const now = noticingSetBack(options.now, (byMs) => {
    log.warn({ byMs }, "the clock was set back; what was planned ahead is planned anew")
    for (const lane of lanes.all()) lane.forget()
  })
  const lanes = createLanes((bot) => ({
    bot,
    outbox: options.outbox,
    timers,
    now,
    limits: options.pace(bot),
    quota: options.quota?.(bot),
    timeZone: options.timeZone ?? "UTC",
    complain: (error) => complain({ bot }, error, "the bot's budget could not be stored"),
  }))
  const claims = createClaims({
    ...options,
    now,
    timers,
    random,
    lanes,
    begin,
    notStored: (error) => complain({}, error, "results of sending could not be stored, trying again"),
    isStopping: () => stopping,
    settling: (chat) => {
      const run = runs.get(chat)
      if (run) run.isSettling = true
    },
    settled: (chat) => {
      const run = runs.get(chat)
      if (run) run.isSettling = false
    },
  })
  const alarms = createAlarms({ ...options, now, timers, ring: begin })
  const showTyping = createTyping({ ...options, now, timers })

  const runs = new Map<ChatId, Run>()
  let stopping = false

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

  /** Claim after claim until the chat's line is empty or has to wait. */
  async function whole(chat: ChatId, self: () => Run): Promise<Delivered> {
    // Lets `start` note the run before its first claim.
    await Promise.resolve()
    let outcome: Outcome = {}
    try {
      const run = self()
      run.again ||= run.handed.length === 0
      do {
        const held = run.handed.shift()
        const onEmpty = run.again ? "look_ahead" : "leave"
        if (held === undefined) run.again = false
        outcome = held === undefined ? await claims.take(chat, onEmpty) : await claims.send(chat, held)
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
    if (!stopping) alarms.set(chat, at)
  }

  function begin(chat: ChatId): void {
    start(chat).catch((error: unknown) => {
      complain({ chat }, error, "delivery failed, to be tried again")
    })
  }

  function complain(details: Readonly<Record<string, unknown>>, error: unknown, what: string): void {
    tell({ ...details, error: wordsOf(error) }, what)
  }

  function wake(chats: readonly ChatId[]): void {
    for (const chat of chats) {
      lanes.ofChat(chat)?.hurry(chat)
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
      const lane = lanes.of(bot)
      const readyAt = Math.max(lane.pace.chatReadyAt(chat, now()), lane.admit(chat))
      lane.dismiss(chat)
      // A bot with a quota asks for its place, for with the place it learns what is left.
      if (readyAt > now() || lane.month() !== undefined || !options.channels(bot)) return undefined
      return { leaseMs: LEASE_MS, needsPlace: lane.hasLine() }
    },
    deliver: start,
    typing: (chat, bot) => {
      const channel = options.channels(bot)
      if (channel !== undefined && !runs.has(chat)) showTyping(chat, lanes.of(bot), channel, { group: false })
    },
    isAtWork: (chat) => runs.has(chat),
    broken: () => lanes.all().flatMap((lane) => (lane.isBroken() ? [lane.bot] : [])),
    drain: async () => {
      stopping = true
      alarms.callOff()
      for (const lane of lanes.all()) lane.close()
      await Promise.allSettled([...runs.values()].map((run) => run.done))
    },
  }
}

/** The same clock; calls `told` whenever it went back by more than an everyday correction. */
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
