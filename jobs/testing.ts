import { setImmediate } from "node:timers/promises"
import type { BotId, Channel, ChatId, DeliveryError, MessageRef, Outgoing } from "../core/channel.ts"
import { given } from "../core/given.ts"
import type { Log } from "../core/log.ts"
import type {
  ChatBudget,
  Claimed,
  Held,
  Outbox,
  OutboxDraft,
  OutboxRow,
  Phrase,
  Settlement,
  Spent,
} from "../core/outbox.ts"
import { createDelivery, type DeliveryOptions, type Rendered } from "./deliver.ts"
import type { Timers } from "./lane.ts"

export const BOT = "test:bot" as BotId

/**
 * A clock that stands still until told otherwise; its timers ring only when it is moved. `still` lets everything happen
 * that needs no time; give another where a real store takes part.
 */
export function fakeClock(
  start = Date.parse("2026-11-22T07:00:00+07:00"),
  still: () => Promise<unknown> = () => setImmediate(),
) {
  let now = start
  let alarms: { readonly at: number; readonly ring: () => void }[] = []
  const timers: Timers = {
    set: (ring, ms) => {
      const alarm = { at: Math.ceil(now + ms), ring }
      alarms.push(alarm)
      return () => {
        alarms = alarms.filter((other) => other !== alarm)
      }
    },
  }
  const earliest = () => alarms.toSorted((one, other) => one.at - other.at)[0]
  return {
    start,
    now: () => now,
    timers,
    still,
    /** Moves on by `ms`, ringing what is due on the way. */
    advance: async (ms: number) => {
      const end = now + ms
      await still()
      for (let next = earliest(); next && next.at <= end; next = earliest()) {
        alarms = alarms.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.ring()
        await still()
      }
      now = end
    },
    /** Moves on without ringing, as a machine that slept. */
    skip: (ms: number) => {
      now += ms
    },
  }
}

type Answer = MessageRef | DeliveryError | Promise<MessageRef | DeliveryError>

/** A channel that answers as told (`answers`, else "sent") and remembers what it was given and when. */
export function fakeChannel(now: () => number) {
  const sent: {
    readonly chat: ChatId
    readonly text: string
    readonly at: number
    readonly only?: string
  }[] = []
  const typed: ChatId[] = []
  const answers: ((message: Outgoing) => Answer | undefined)[] = []
  const waiting: { readonly count: number; readonly resolve: () => void }[] = []
  const send = async (message: Outgoing, only?: string): Promise<MessageRef> => {
    sent.push({ chat: message.chat, text: message.text, at: now(), ...given({ only }) })
    for (const each of waiting) if (sent.length >= each.count) each.resolve()
    const place = answers.findIndex((scripted) => scripted(message) !== undefined)
    const answer = await answers.splice(place, place < 0 ? 0 : 1)[0]?.(message)
    if (answer instanceof Error) throw answer
    return answer ?? (`ref-${sent.length}` as MessageRef)
  }
  const channel: Channel = {
    name: "test",
    bot: BOT,
    limits: { textLength: 40 },
    start: async () => {},
    stop: async () => {},
    send,
  }
  return {
    channel,
    sent,
    texts: () => sent.map(({ text }) => text),
    /** The next message, or the next one in this chat, gets this answer. */
    answerNext: (answer: Answer, chat?: ChatId) => {
      answers.push((message) => (chat === undefined || message.chat === chat ? answer : undefined))
    },
    /** Resolves when so many messages have been handed over. */
    handedOver: (count: number) =>
      new Promise<void>((resolve) => {
        if (sent.length >= count) resolve()
        else waiting.push({ count, resolve })
      }),
    /** Chats in which "is typing" was shown. */
    typed,
    /** The same with pictures; what is sent with one reads "words [alt]". */
    picturing: (captionLength?: number): Channel => ({
      ...channel,
      typing: async (chat) => void typed.push(chat),
      limits: { ...channel.limits, ...given({ captionLength }) },
      sendPicture: (message, { alt }) => send({ ...message, text: `${message.text} [${alt}]` }),
    }),
    whispering: (): Channel => ({ ...channel, whisper: (to, message) => send(message, to) }),
  }
}

export function draft(text: string, chat: ChatId, rest: Partial<OutboxDraft> = {}): OutboxDraft {
  return { chat, bot: BOT, kind: "answer", content: { phrases: [{ text }] }, dueAt: 0, ...rest }
}

/** Receipts are merged into one line, everything else stands alone; text is cut at `textLength`. */
export function render(rows: readonly OutboxRow[], textLength: number): readonly Rendered[] {
  const receipts = rows.filter((row) => row.kind === "receipt")
  const messages = rows
    .filter((row) => row.kind !== "receipt" || row === receipts[0])
    .map((row) => (row.kind === "receipt" ? receipts : [row]))
  return messages.flatMap((spoken) => {
    const text = spoken.map((row) => wordsOf(row.content.phrases?.[0])).join("+")
    const ids = spoken.map(({ id }) => id)
    const parts = text.match(new RegExp(`.{1,${textLength}}`, "g")) ?? []
    return parts.map((part) => ({ outgoing: { text: part }, ids }))
  })
}

function wordsOf(phrase: Phrase | undefined): string {
  return phrase && "text" in phrase ? phrase.text : ""
}

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** Collects what was told to the operator. */
export function listeningLog() {
  const lines: string[] = []
  const note = (level: string) => (_details: object, message: string) =>
    void lines.push(`${level}: ${message}`)
  const log: Log = { info: note("info"), warn: note("warn"), error: note("error") }
  return { log, lines }
}

type StoredRow = OutboxRow & { state: string; dueAt: number; attempts: number; error?: string }

/** An outbox in memory with the rules of the real one, for tests in which only time passes. */
export function memoryOutbox(groups: readonly ChatId[] = []) {
  const rows: StoredRow[] = []
  const chats = new Map<ChatId, ChatBudget>()
  const bots = new Map<BotId, { fullAt: number; intervalMs: number; pausedUntil: number }>()
  const ledger = new Map<string, number>()
  const lineOf = (chat: ChatId) => rows.filter((row) => row.chat === chat && row.state === "waiting")
  const find = (id: string) => rows.find((row) => row.id === id)
  const isPost = (row: StoredRow) => row.kind === "post" || row.kind === "notice"
  /** A place for an answer, "later" for when there will be one; nothing for a bot without limits. */
  const place = (bot: BotId, now: number): { slotAt?: number; readyAt?: number } => {
    const line = bots.get(bot)
    if (line === undefined || line.intervalMs === 0) return {}
    if (line.pausedUntil > now) return { readyAt: line.pausedUntil }
    const slotAt = Math.max(line.fullAt, now)
    if (slotAt > now + 10_000) return { readyAt: slotAt - 10_000 }
    line.fullAt = slotAt + line.intervalMs
    return { slotAt }
  }
  const add = (drafts: readonly OutboxDraft[], state = "waiting"): readonly StoredRow[] => {
    const added = drafts.map(
      ({ chat, bot, kind, content, dueAt }, index): StoredRow => ({
        id: String(rows.length + index + 1),
        chat,
        bot,
        kind,
        content,
        dueAt,
        group: groups.includes(chat),
        attempts: 0,
        state,
      }),
    )
    rows.push(...added)
    return added
  }
  const outbox: Outbox = {
    claim: async (chat, now, _leaseMs, held): Promise<Claimed> => {
      const budget = chats.get(chat)
      if (rows.some((row) => row.chat === chat && row.state === "sending")) return { rows: [] }
      const line = lineOf(chat)
      const barrier = line.findIndex((row) => row.error !== undefined && row.dueAt > now)
      const due = (barrier < 0 ? line : line.slice(0, barrier)).filter((row) => row.dueAt <= now)
      const first = due[0]
      if (first === undefined) return { rows: [] }
      if (budget !== undefined && budget.readyAt > now) return { rows: [], readyAt: budget.readyAt }
      if (isPost(first) && held !== "with_place") return { rows: [], post: first.bot }
      const { slotAt, readyAt } = isPost(first) ? {} : place(first.bot, now)
      if (readyAt !== undefined) return { rows: [], readyAt }
      const post = due.findIndex(isPost)
      const taken = post < 0 ? due : due.slice(0, Math.max(1, post))
      for (const row of taken) row.state = "sending"
      return {
        rows: taken.map((row) => ({ ...row })),
        ...given({ slotAt }),
        ...(taken.length < due.length ? { more: true } : {}),
        ...given({ budget }),
      }
    },
    settle: async (settlements: readonly Settlement[], _now: number, spent?: Spent) => {
      if (spent?.budget) chats.set(spent.chat, spent.budget)
      if (spent?.counted) {
        const key = `${spent.bot} ${spent.counted.month}`
        ledger.set(key, (ledger.get(key) ?? 0) + spent.counted.messages)
      }
      for (const settlement of settlements) {
        const row = find(settlement.id)
        if (row?.state !== "sending") continue
        row.state = settlement.result === "later" ? "waiting" : settlement.result
        if (settlement.result === "sent") continue
        row.error = settlement.error
        if (settlement.error !== "") row.attempts += 1
        if (settlement.result === "later") row.dueAt = settlement.dueAt
      }
    },
    reserve: async (bot, { places, intervalMs, month, withinMs = Number.POSITIVE_INFINITY }, now) => {
      const line = bots.get(bot) ?? { fullAt: 0, intervalMs, pausedUntil: 0 }
      bots.set(bot, line)
      const counted = ledger.get(`${bot} ${month}`) ?? 0
      if (line.fullAt > now + withinMs) return { slots: [], pausedUntil: 0, counted }
      if (line.pausedUntil > now) return { slots: [], pausedUntil: line.pausedUntil, counted }
      const slot = Math.max(line.fullAt, now)
      line.fullAt = slot + places * intervalMs
      const slots = Array.from({ length: places }, (_, ahead) => slot + ahead * intervalMs)
      return { slots, pausedUntil: 0, counted }
    },
    pauseBot: async (bot, { until, intervalMs, because }, now) => {
      const line = bots.get(bot) ?? { fullAt: now, intervalMs, pausedUntil: 0 }
      const wider = because === "pace" ? line.intervalMs * 1.5 : line.intervalMs
      bots.set(bot, { ...line, intervalMs: wider, pausedUntil: until })
    },
    holdPosts: async (bot, until) => {
      for (const row of rows) if (row.bot === bot && row.state === "waiting" && isPost(row)) row.dueAt = until
    },
    overdue: async () => [],
    nextDue: async (chat: ChatId) => {
      const line = lineOf(chat)
      const barrier = line.findIndex((row) => row.error !== undefined)
      const due = (barrier < 0 ? line : line.slice(0, barrier + 1)).map((row) => row.dueAt)
      return due.length > 0 ? Math.min(...due) : undefined
    },
    closeChat: async (chat: ChatId) => {
      for (const row of lineOf(chat)) row.state = "dead"
    },
    unattended: async () => [],
    inherit: async () => [],
  }
  return {
    ...outbox,
    rows,
    ledger,
    states: () => rows.map((row) => `${wordsOf(row.content.phrases?.[0])} ${row.state}`),
    add: (...drafts: readonly OutboxDraft[]) => void add(drafts),
    /** As the commit that wrote them hands them over. */
    own: (...drafts: readonly OutboxDraft[]): Held => ({
      rows: add(drafts, "sending"),
      until: Number.POSITIVE_INFINITY,
    }),
  }
}

export const UNLIMITED = {
  perChatPerSecond: Number.POSITIVE_INFINITY,
  perBotPerSecond: Number.POSITIVE_INFINITY,
}

/** A delivery with everything faked that the test does not name. */
export function aDelivery(
  given: Partial<DeliveryOptions> & Pick<DeliveryOptions, "outbox" | "channels" | "now">,
) {
  const jobs: { readonly chat: ChatId; readonly delayMs: number }[] = []
  const delivery = createDelivery({
    render,
    pace: () => UNLIMITED,
    moved: async () => {},
    later: async (chat, delayMs) => void jobs.push({ chat, delayMs }),
    log: silent,
    random: () => 0,
    ...given,
  })
  return { ...delivery, jobs }
}
