import {
  type AccountId,
  type BotId,
  type Channel,
  type ChatId,
  DeliveryError,
  type MessageRef,
  type Outgoing,
} from "../core/channel.ts"
import type { Outbox, OutboxRow, Settlement } from "../core/outbox.ts"
import { createPace, type Pace, type PaceLimits } from "./pace.ts"

/** One message ready to send and the rows it speaks for; the parts of a split text follow each other with the same ids. */
export type Rendered = { readonly outgoing: Omit<Outgoing, "chat">; readonly ids: readonly string[] }

/** Where things are told to the operator: ids and codes only, never what a person wrote. */
export type Log = {
  info(details: Readonly<Record<string, unknown>>, message: string): void
  warn(details: Readonly<Record<string, unknown>>, message: string): void
  error(details: Readonly<Record<string, unknown>>, message: string): void
}

/** Timers, replaceable in tests. `set` calls once after `ms` and answers how to call it off. */
export type Timers = { set(call: () => void, ms: number): () => void }

export type DeliveryOptions = {
  readonly outbox: Outbox
  readonly channels: (bot: BotId) => Channel | undefined
  /** Pure; rows are of one chat and bot, in order. Every row must be in at least one message. */
  readonly render: (rows: readonly OutboxRow[], textLength: number) => readonly Rendered[]
  readonly pace: (bot: BotId) => PaceLimits
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
  /** Delivers one chat as far as it goes now. What is left is looked after by itself; rejects only when the store fails. */
  deliver(chat: ChatId): Promise<Delivered>
  /** Takes no new work and resolves when everything in hand is sent and settled. There is no way back. */
  drain(): Promise<void>
}

/** Longer than any channel's own time-out, so that a lease never ends under a sender that lives. */
const LEASE_MS = 90_000
/** So many messages of one bot are under way at a time; when a platform hangs, the rest waits unclaimed. */
const SENDS_IN_FLIGHT = 50
/** Up to here a timer of this process waits, beyond it the queue: a restart may come in between. */
const LOCAL_WAIT_MS = 10_000
/** Another process holds the chat, or the store did not answer: look again. */
const LOOK_AGAIN_MS = 1_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 5 * 60_000
/** The bot as a whole was meant by a 429 that asks for so much. */
const LONG_PAUSE_MS = 60_000
const RATE_LIMITED_MS = 5_000
/** Tries of one message that fails while the bot's others arrive: the fault is the message's own. */
const ATTEMPTS_ALONE = 20
const ALONE_MS = 10 * 60_000
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

/** A turn in the bot's line. `false`: the bot must be silent, give back what you hold. */
type Waiter = { readonly chat: ChatId; readonly start: (granted: boolean) => void }

/** One bot's way out. */
type Lane = {
  readonly pace: Pace
  /** Somebody waits for these … */
  readonly urgent: Waiter[]
  /** … and nobody for these. */
  readonly calm: Waiter[]
  inFlight: number
  callOff: (() => void) | undefined
  lastSentAt: number
}

/** A chat that is being delivered. */
type Run = { readonly done: Promise<Delivered>; again: boolean }

export function createDelivery(options: DeliveryOptions): Delivery {
  const { outbox, log, now } = options
  const timers = options.timers ?? realTimers
  const random = options.random ?? Math.random

  const lanes = new Map<BotId, Lane>()
  const botOf = new Map<ChatId, BotId>()
  const runs = new Map<ChatId, Run>()
  const alarms = new Map<ChatId, { readonly at: number; readonly callOff: () => void }>()
  /** Parts of a split text that have left already, by the ids of its rows. */
  const partsSent = new Map<string, number>()
  /** Rows whose merged message was refused: the next try sends each by itself, so that one cannot spoil the others. */
  const unmerged = new Set<string>()
  let stopping = false
  let complainedAt = Number.NEGATIVE_INFINITY

  // --- the bots' lines -------------------------------------------------------------------------------------------

  function laneOf(bot: BotId): Lane {
    const known = lanes.get(bot)
    if (known) return known
    const lane: Lane = {
      pace: createPace(options.pace(bot)),
      urgent: [],
      calm: [],
      inFlight: 0,
      callOff: undefined,
      lastSentAt: Number.NEGATIVE_INFINITY,
    }
    lanes.set(bot, lane)
    return lane
  }

  function isFree(lane: Lane): boolean {
    const waiting = lane.urgent.length + lane.calm.length
    return waiting === 0 && lane.inFlight < SENDS_IN_FLIGHT && lane.pace.botReadyAt() <= now()
  }

  /** Resolves with true when the chat may send one message; whoever got it calls `leave`. */
  function enter(lane: Lane, line: Waiter[], chat: ChatId): Promise<boolean> {
    return new Promise((resolve) => {
      line.push({ chat, start: resolve })
      advance(lane)
    })
  }

  function leave(lane: Lane): void {
    lane.inFlight -= 1
    advance(lane)
  }

  function advance(lane: Lane): void {
    lane.callOff?.()
    lane.callOff = undefined
    if (stopping || lane.pace.botPausedUntil() > now()) {
      for (const waiter of [...lane.urgent.splice(0), ...lane.calm.splice(0)]) waiter.start(false)
      return
    }
    while (lane.inFlight < SENDS_IN_FLIGHT && lane.urgent.length + lane.calm.length > 0) {
      const waitMs = lane.pace.botReadyAt() - now()
      if (waitMs > 0) {
        lane.callOff = timers.set(() => advance(lane), waitMs)
        return
      }
      const waiter = lane.urgent.shift() ?? lane.calm.shift()
      lane.pace.spendBot(now())
      lane.inFlight += 1
      waiter?.start(true)
    }
  }

  /** Somebody asked something in a chat whose announcement waits: the announcement stands before the answer. */
  function hurry(chat: ChatId): void {
    const bot = botOf.get(chat)
    const lane = bot === undefined ? undefined : lanes.get(bot)
    const place = lane?.calm.findIndex((waiter) => waiter.chat === chat) ?? -1
    if (lane && place >= 0) lane.urgent.push(...lane.calm.splice(place, 1))
  }

  // --- one chat --------------------------------------------------------------------------------------------------

  function chatReadyAt(chat: ChatId): number {
    const bot = botOf.get(chat)
    const pace = bot === undefined ? undefined : lanes.get(bot)?.pace
    return pace === undefined ? 0 : Math.max(pace.chatReadyAt(chat), pace.botPausedUntil())
  }

  function start(chat: ChatId): Promise<Delivered> {
    const current = runs.get(chat)
    if (current) {
      current.again = true
      return current.done
    }
    if (stopping) return Promise.resolve({})
    const run: Run = { done: whole(chat, () => run), again: false }
    runs.set(chat, run)
    return run.done
  }

  /** Turn after turn until the chat's line is empty or has to wait. */
  async function whole(chat: ChatId, self: () => Run): Promise<Delivered> {
    // Lets `start` note the run before its first turn.
    await Promise.resolve()
    let outcome: Turn = {}
    try {
      let asked = true
      do {
        self().again = false
        outcome = await turn(chat, asked)
        asked = self().again
      } while (!stopping && (asked || outcome.more))
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
      // A store that is down fails every chat every second.
      if (now() - complainedAt < LOOK_AGAIN_MS) return
      complainedAt = now()
      log.error({ chat, error: wordsOf(error) }, "delivery failed, to be tried again")
    })
  }

  /** `more`: there may be further rows to send at once. */
  type Turn = Delivered & { readonly more?: boolean }

  async function turn(chat: ChatId, asked: boolean): Promise<Turn> {
    const readyAt = chatReadyAt(chat)
    // Unclaimed until then: receipts that come meanwhile go into the same message.
    if (readyAt > now()) return { nextAt: readyAt }
    const rows = await outbox.claim(chat, now(), LEASE_MS)
    if (rows[0] === undefined) return asked ? await whenNext(chat) : {}
    const lane = laneOf(rows[0].bot)
    remember(botOf, chat, rows[0].bot)
    const post = isPost(rows[0])
    if (!post || isFree(lane)) return await sendRows(chat, rows, lane, undefined)

    // A post that has to wait is not held meanwhile: were this process to die, it would be of unknown outcome.
    await settle(rows.map(untouched))
    const granted = await enter(lane, lane.calm, chat)
    if (!granted) return waitForBot(lane)
    const place = placeIn(lane)
    try {
      const again = await outbox.claim(chat, now(), LEASE_MS)
      return again.length > 0 ? await sendRows(chat, again, lane, place) : await whenNext(chat)
    } finally {
      place.giveBack()
    }
  }

  async function whenNext(chat: ChatId): Promise<Turn> {
    const dueAt = await outbox.nextDue(chat)
    if (dueAt === undefined) return {}
    // Due and yet not to be had: another process is sending to this chat and may not have seen our row.
    return { nextAt: dueAt > now() ? dueAt : now() + LOOK_AGAIN_MS }
  }

  function waitForBot(lane: Lane): Turn {
    return stopping ? {} : { nextAt: Math.max(lane.pace.botPausedUntil(), now()) }
  }

  function placeIn(lane: Lane): Place {
    let held = true
    return {
      giveBack: () => {
        if (held) leave(lane)
        held = false
      },
    }
  }

  /** Sends the rows in hand as far as it goes; whatever happens, each of them is settled. */
  async function sendRows(
    chat: ChatId,
    all: readonly OutboxRow[],
    lane: Lane,
    firstPlace: Place | undefined,
  ): Promise<Turn> {
    const bot = all[0]?.bot as BotId
    const rows = all.filter((row) => row.bot === bot)
    const open = new Map(all.map((row) => [row.id, row]))
    const settling: Promise<void>[] = []
    const settleSome = (settlements: readonly Settlement[]) => {
      const fresh = settlements.filter(({ id }) => open.delete(id))
      if (fresh.length > 0) settling.push(settle(fresh))
    }
    let outcome: Turn = { more: true }
    let place = firstPlace
    try {
      const channel = options.channels(bot)
      if (channel === undefined) {
        const error = `no channel for ${bot}: its token is not among the settings of this process`
        log.error({ chat, bot }, error)
        return retry(rows, error, LAST_RETRY_MS)
      }
      for (const message of messagesOf(rows, channel)) {
        const spoken = message.ids.flatMap((id) => open.get(id) ?? [])
        const key = message.ids.join()
        for (const [part, outgoing] of message.parts.entries()) {
          if (part < (partsSent.get(key) ?? 0)) continue
          const readyAt = lane.pace.chatReadyAt(chat)
          if (readyAt > now()) {
            if (part === 0) return { nextAt: readyAt }
            // Half a post is not put back: whoever took it up would begin with its first part again.
            await pause(readyAt - now())
          }
          place ??= (await enter(lane, lane.urgent, chat)) ? placeIn(lane) : undefined
          if (place === undefined) return waitForBot(lane)
          const sent = await sendOne(chat, channel, outgoing, spoken, lane)
          place.giveBack()
          place = undefined
          if (sent instanceof DeliveryError) return await failed(sent, spoken)
          if (part + 1 < message.parts.length) remember(partsSent, key, part + 1)
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
      await Promise.all(settling)
    }

    function retry(failedRows: readonly OutboxRow[], error: string, waitMs: number): Turn {
      const dueAt = now() + waitMs
      const [lost, kept] = split(failedRows, (row) => row.attempts + 1 >= ATTEMPTS_AT_ALL)
      settleSome(lost.map(({ id }) => ({ id, result: "dead", error })))
      settleSome(kept.map(({ id }) => ({ id, result: "later", dueAt, error })))
      outcome = kept.length > 0 ? { nextAt: dueAt } : { more: true }
      return outcome
    }

    async function failed(error: DeliveryError, spoken: readonly OutboxRow[]): Promise<Turn> {
      const ids = spoken.map(({ id }) => id)
      const attempts = Math.max(0, ...spoken.map((row) => row.attempts))
      const told = { chat, bot, rows: ids, code: error.code, attempts, error: error.message }
      const finish = (result: "dead" | "unknown", these: readonly OutboxRow[]) =>
        settleSome(these.map(({ id }) => ({ id, result, error: `${error.code}: ${error.message}` })))
      const words = `${error.code}: ${error.message}`
      switch (error.code) {
        case "rate_limited": {
          const waitMs = error.retryAfterMs ?? RATE_LIMITED_MS
          const until = now() + waitMs
          log.warn({ ...told, waitMs }, "the platform asked to slow down")
          if (waitMs > LONG_PAUSE_MS || lane.pace.anyPausedBut(chat, now())) lane.pace.pauseBot(until)
          lane.pace.pauseChat(chat, until)
          return retry(spoken, words, waitMs)
        }
        case "unauthorized":
          log.error(told, "the platform does not accept the bot's token")
          lane.pace.pauseBot(now() + LAST_RETRY_MS)
          return retry(spoken, words, LAST_RETRY_MS)
        case "unreachable": {
          const [blind, safe] = split(spoken, (row) => isPost(row) && !error.surelyNotSent)
          if (blind.length > 0)
            log.error(told, "it is unknown whether an announcement arrived; it is not repeated")
          finish("unknown", blind)
          if (safe.length === 0) return { more: true }
          if (attempts + 1 >= ATTEMPTS_ALONE && now() - lane.lastSentAt < ALONE_MS) {
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

  function messagesOf(rows: readonly OutboxRow[], channel: Channel): readonly Message[] {
    const groups = rows.some(({ id }) => unmerged.has(id)) ? rows.map((row) => [row]) : [rows]
    const messages: (Message & { readonly parts: Omit<Outgoing, "chat">[] })[] = []
    for (const { ids, outgoing } of groups.flatMap((group) =>
      options.render(group, channel.limits.textLength),
    )) {
      const last = messages.at(-1)
      if (last?.ids.join() === ids.join()) last.parts.push(outgoing)
      else messages.push({ ids, parts: [outgoing] })
    }
    return messages
  }

  async function sendOne(
    chat: ChatId,
    channel: Channel,
    outgoing: Omit<Outgoing, "chat">,
    rows: readonly OutboxRow[],
    lane: Lane,
  ): Promise<MessageRef | DeliveryError> {
    lane.pace.spendChat(
      chat,
      rows.some((row) => row.group),
      now(),
    )
    const message = { ...outgoing, chat }
    const only: AccountId | undefined = rows.length === 1 ? rows[0]?.content.onlyFor : undefined
    try {
      const sent =
        only !== undefined && channel.whisper
          ? await channel.whisper(only, message)
          : await channel.send(message)
      lane.lastSentAt = now()
      return sent
    } catch (error) {
      // Anything else is a fault of the adapter's; what it did before it failed nobody knows.
      return error instanceof DeliveryError
        ? error
        : new DeliveryError("unreachable", wordsOf(error), { surelyNotSent: false })
    }
  }

  /** What was sent must be written down: a lost settlement would send it again. */
  async function settle(settlements: readonly Settlement[]): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await outbox.settle(settlements, now())
      } catch (error) {
        const waitMs = backoffMs(attempt, 0)
        log.error({ error: wordsOf(error), waitMs }, "results of sending could not be stored, trying again")
        await pause(waitMs)
      }
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => void timers.set(resolve, ms))
  }

  const untouched = ({ id }: OutboxRow): Settlement => ({ id, result: "later", dueAt: now(), error: "" })

  return {
    wake: (chats) => {
      for (const chat of chats) {
        hurry(chat)
        begin(chat)
      }
    },
    deliver: start,
    drain: async () => {
      stopping = true
      for (const { callOff } of alarms.values()) callOff()
      alarms.clear()
      for (const lane of lanes.values()) advance(lane)
      await Promise.allSettled([...runs.values()].map((run) => run.done))
    },
  }
}

/** The right to send one message; given back at most once. */
type Place = { giveBack(): void }

type Message = { readonly ids: readonly string[]; readonly parts: readonly Omit<Outgoing, "chat">[] }

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

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
