import type { BotId, ChatId, PaceLimits } from "../core/channel.ts"
import { addMonths, localDate, startOfDay } from "../core/clock.ts"
import type { Outbox } from "../core/outbox.ts"
import { createBreaker } from "./breaker.ts"
import { botIntervalMs, createPace, type Pace } from "./pace.ts"

/** Timers, replaceable in tests. `set` calls once after `ms`; what it returns cancels that. */
export type Timers = { set(call: () => void, ms: number): () => void }

export type LaneOptions = {
  readonly bot: BotId
  readonly outbox: Pick<Outbox, "reserve" | "pauseBot" | "holdPosts">
  readonly limits: PaceLimits
  /** Messages the bot may send in a calendar month; undefined for no limit. */
  readonly quota: number | undefined
  readonly timeZone: string
  readonly timers: Timers
  /** Epoch milliseconds. */
  readonly now: () => number
  /** The store did not answer; whoever waited was sent away. */
  readonly complain: (error: unknown) => void
}

/** One bot's way out: who may send next, and whether anybody may. */
export type Lane = {
  readonly bot: BotId
  readonly pace: Pace
  /**
   * Waits until the chat may send one message. Resolves with the moment of its place in the bot's line (epoch milliseconds),
   * and whoever gets one calls `leave` afterwards; with undefined when the bot must be silent. `urgent`: somebody waits for the
   * message. `calm`: nobody does. A number is a place that was taken before.
   */
  enter(chat: ChatId, how: "urgent" | "calm" | number): Promise<number | undefined>
  /** `unused`: nothing was sent at this place; the next in line may have it unless its moment has passed. */
  leave(unused?: number): void
  /**
   * A place for something nobody would miss ("… is typing"), in epoch milliseconds and at most a moment ahead; undefined if
   * anything else may want it. Never waits.
   */
  spare(): Promise<number | undefined>
  /**
   * Whether it is too late to use a place: so many wait behind it that, all being late, they would leave too close together.
   * When only a few wait, nobody notices.
   */
  isMissed(place: number): boolean
  /** Somebody asked something in a chat whose announcement still waits: it must leave first, so that the answer can follow. */
  hurry(chat: ChatId): void
  /** 0 when the chat may try to send, else when to come back. While the platform is away only one chat may try. */
  admit(chat: ChatId): number
  /** The chat's try is over, whatever came of it. */
  dismiss(chat: ChatId): void
  /** A message got through; the platform answered, whatever it said; it did not answer. */
  sent(): void
  answered(): void
  unanswered(): void
  /** Whether the bot got something through in the last `ms`: then one message that fails again and again is itself at fault. */
  sentWithin(ms: number): boolean
  isBroken(): boolean
  /** Messages of this bot leave one after the other at its pace. */
  hasLine(): boolean
  /** Silence for the whole bot, in all processes. */
  pause(until: number, because: "pace" | "token"): Promise<void>
  pausedUntil(): number
  /** "2026-11" for a bot with a quota. */
  month(): string | undefined
  /** So many messages left in addition to those the ledger knew of. */
  count(messages: number): void
  /** When only answers may use what is left of the quota, moves notices and posts to the next month. */
  holdPosts(): Promise<void> | undefined
  /** The clock was set back: what was planned for soon may now be far away, so it is planned again. */
  forget(): void
  /** Sends everybody away; nobody gets a place any more. */
  close(): void
}

/** At most so many messages of one bot are under way; when a platform hangs, the rest waits unclaimed. */
const SENDS_IN_FLIGHT = 50
/** Places are taken for so long ahead: an answer of another process waits behind them. */
const BLOCK_MS = 250
const MOST_PLACES = 8
/** The next places are asked for when only so many are left, so that nobody waits for the store. */
const FEW_PLACES = 2
/** So many waiting are a crowd: half a second of Telegram's limit. */
const CROWD = 15
/** Nobody stands in a line so short: what would not be missed may join it. */
const SPARE_MS = 250
/**
 * No line is so long. Where the store's is, or a pause, a clock that ran ahead may have made it: what the store knows by then is
 * asked again …
 */
const BELIEVED_MS = 5 * 60_000
/** … again and again, for within seconds a line is set right (`db/outbox/clock.ts`). */
const SET_RIGHT_MS = 5_000
/** From this part of the quota on only answers leave. */
const ANSWERS_ONLY = 0.95

/** `at`: the place it has. */
type Waiter = {
  readonly chat: ChatId
  readonly start: (at: number | undefined) => void
  readonly at: number | undefined
}

export function createLane(options: LaneOptions): Lane {
  const { bot, outbox, quota, timers, now } = options
  const intervalMs = botIntervalMs(options.limits)
  const isLimited = intervalMs > 0 || quota !== undefined
  const placesAtOnce =
    intervalMs === 0 ? MOST_PLACES : Math.max(1, Math.min(MOST_PLACES, Math.ceil(BLOCK_MS / intervalMs)))

  const pace = createPace(options.limits)
  /** Those that have their place go before those that wait for one, answers before posts. */
  const placed: Waiter[] = []
  const urgent: Waiter[] = []
  const calm: Waiter[] = []
  const lines = [placed, urgent, calm]
  const waiting = () => placed.length + urgent.length + calm.length
  /** Places at a moment to come, and how to call the timer off. */
  const timed = new Map<Waiter, () => void>()
  let slots: number[] = []
  let isAsking = false
  let inFlight = 0
  let callOff: (() => void) | undefined
  let silentUntil = 0
  let isClosed = false
  let ledger = { month: "", sent: 0 }
  let lastSentAt = Number.NEGATIVE_INFINITY
  let holding: Promise<void> | undefined
  const breaker = createBreaker(now)

  const month = () => (quota === undefined ? "" : localDate(now(), options.timeZone).slice(0, 7))
  const postsAreHeld = () =>
    quota !== undefined && ledger.month === month() && ledger.sent >= quota * ANSWERS_ONLY

  const isMissed = (slot: number) => intervalMs > 0 && slot < now() - intervalMs

  function sendAway(waiters: Waiter[]): void {
    for (const waiter of waiters.splice(0)) waiter.start(undefined)
  }

  function advance(): void {
    callOff?.()
    callOff = undefined
    if (isClosed || Math.max(silentUntil, breaker.until()) > now()) {
      for (const [waiter, cancel] of timed) {
        cancel()
        waiter.start(undefined)
      }
      timed.clear()
      for (const line of lines) sendAway(line)
      return
    }
    if (postsAreHeld()) sendAway(calm)
    while (inFlight < SENDS_IN_FLIGHT) {
      const line = lines.find(({ length }) => length > 0)
      const waiter = line?.[0]
      if (line === undefined || waiter === undefined) return
      let at = waiter.at ?? now()
      if (isLimited && waiter.at === undefined) {
        // A place that was missed is lost, or many missed ones would be used at once; the last one always serves.
        while (slots.length > 1 && isMissed(slots[0] ?? 0)) slots.shift()
        if (slots.length <= FEW_PLACES && slots.length < waiting()) ask()
        const slot = slots[0]
        if (slot === undefined) return
        if (slot > now()) {
          callOff = timers.set(advance, slot - now())
          return
        }
        at = slot
        slots.shift()
      }
      line.shift()
      inFlight += 1
      waiter.start(at)
    }
  }

  function ask(): void {
    if (isAsking) return
    isAsking = true
    const places = Math.max(1, Math.min(placesAtOnce, waiting() - slots.length))
    const askedFor = month()
    outbox
      .reserve(bot, { places, intervalMs, month: askedFor }, now())
      .then(
        (got) => {
          const farthest = now() + BELIEVED_MS
          const near = got.slots.filter((slot) => slot <= farthest)
          slots = [...slots, ...near].sort((one, other) => one - other)
          silentUntil = Math.max(silentUntil, Math.min(got.pausedUntil, farthest))
          if (near.length < got.slots.length) silentUntil = Math.max(silentUntil, now() + SET_RIGHT_MS)
          ledger = { month: askedFor, sent: got.counted }
        },
        (error: unknown) => {
          options.complain(error)
          for (const line of lines) sendAway(line)
        },
      )
      .finally(() => {
        isAsking = false
        advance()
      })
  }

  async function spare(): Promise<number | undefined> {
    const isWanted = waiting() + timed.size > 0 || inFlight >= SENDS_IN_FLIGHT / 2
    if (isClosed || isWanted || breaker.isBroken() || silentUntil > now() || postsAreHeld()) return undefined
    if (intervalMs === 0) return now()
    const ask = { places: 1, intervalMs, month: month(), withinMs: SPARE_MS }
    const { slots: found } = await outbox.reserve(bot, ask, now())
    return found[0]
  }

  return {
    bot,
    pace,
    enter: (chat, how) =>
      new Promise((resolve) => {
        const at = typeof how === "number" ? how : now()
        // A post of this process stands before: they change places.
        const swaps = typeof how === "number" && (slots[0] ?? at) < at
        if (swaps) slots = [...slots, at].sort((one, other) => one - other)
        const waiter = { chat, start: resolve, at: typeof how === "number" && !swaps ? at : undefined }
        const join = () => {
          timed.delete(waiter)
          if (how === "calm") calm.push(waiter)
          else if (waiter.at === undefined) urgent.push(waiter)
          else placed.push(waiter)
          advance()
        }
        if (at <= now() || swaps) join()
        else if (isClosed) resolve(undefined)
        else timed.set(waiter, timers.set(join, at - now()))
      }),
    leave: (unused) => {
      inFlight -= 1
      if (unused !== undefined && isLimited && !isMissed(unused)) slots = [unused, ...slots]
      advance()
    },
    hurry: (chat) => {
      const place = calm.findIndex((waiter) => waiter.chat === chat)
      if (place < 0) return
      urgent.push(...calm.splice(place, 1))
      advance()
    },
    admit: (chat) => (silentUntil > now() ? silentUntil : breaker.admit(chat)),
    dismiss: breaker.dismiss,
    isMissed: (place) => isMissed(place) && waiting() >= CROWD,
    spare,
    sent: () => {
      breaker.answered()
      lastSentAt = now()
    },
    answered: breaker.answered,
    sentWithin: (ms) => now() - lastSentAt < ms,
    unanswered: () => {
      if (breaker.unanswered()) advance()
    },
    isBroken: breaker.isBroken,
    hasLine: () => intervalMs > 0,
    pause: async (until, because) => {
      silentUntil = Math.max(silentUntil, until)
      slots = []
      advance()
      await outbox.pauseBot(bot, { until, intervalMs, because }, now()).catch(options.complain)
    },
    pausedUntil: () => silentUntil,
    month: () => (quota === undefined ? undefined : month()),
    count: (messages) => {
      ledger.sent += messages
    },
    holdPosts: () => {
      if (!postsAreHeld()) return undefined
      const next = startOfDay(addMonths(`${month()}-01`, 1), options.timeZone)
      holding ??= outbox.holdPosts(bot, next).finally(() => {
        holding = undefined
      })
      return holding
    },
    forget: () => {
      pace.forget()
      slots = []
      silentUntil = 0
      breaker.forget()
      lastSentAt = Number.NEGATIVE_INFINITY
      for (const [waiter, cancel] of timed) {
        cancel()
        urgent.push({ ...waiter, at: undefined })
      }
      timed.clear()
      advance()
    },
    close: () => {
      isClosed = true
      advance()
    },
  }
}
