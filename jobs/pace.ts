import type { ChatId, PaceLimits } from "../core/channel.ts"
import { type ChatBudget, MOST_STRETCH, STRETCH, STRETCH_HALVES_MS } from "../core/outbox.ts"

/** When a bot may write to its chats next. All times are epoch milliseconds; nothing here reads a clock. */
export type Pace = {
  /** The earliest moment for the chat's next message; in the past for a chat that was never written to. */
  chatReadyAt(chat: ChatId, now: number): number
  /** Whether the chat's next message could still leave at once if something left before it. */
  hasSpare(chat: ChatId, group: boolean, now: number): boolean
  /** Takes the chat's next place. */
  spendChat(chat: ChatId, group: boolean, now: number): void
  /** The platform asked for silence in this chat; afterwards its messages stand farther apart for a while. */
  pauseChat(chat: ChatId, until: number, now: number): void
  /** Whether another chat than this one is under a pause: then the limit hit is the bot's own. */
  anyPausedBut(chat: ChatId, now: number): boolean
  /** Takes over what an earlier sender of the chat, in whichever process, left of its budget. */
  adopt(chat: ChatId, group: boolean, budget: ChatBudget): void
  /** Begins anew with every chat. */
  forget(): void
  /** What a later sender must know; undefined for a private chat under no pause, whose burst is forgiven. */
  budgetOf(chat: ChatId, now: number): ChatBudget | undefined
}

/** Just under the limit: messages spaced exactly at it arrive bunched by the network and break it. */
const MARGIN = 1.06
/** Private chats stand a short burst at every platform; three answers in a row must not drag. */
const PRIVATE_BURST = 5
const MINUTE_MS = 60_000
/** Chats remembered before those that are long since ready are forgotten. */
const CHATS_KEPT = 10_000
/** Longer than any minute, however stretched: what a chat used before counts no more. */
const FORGOTTEN_AFTER_MS = MINUTE_MS * MARGIN * MOST_STRETCH

/** Between two messages of a bot, whomever they are for, in milliseconds; 0 where the platform has no limit. */
export function botIntervalMs(limits: PaceLimits): number {
  return (1000 / limits.perBotPerSecond) * MARGIN
}

type Budget = {
  readonly group: boolean
  /** When a private chat's burst is whole again. */
  fullAt: number
  /** A group's messages that still count, in order. */
  sentAt: readonly number[]
  pausedUntil: number
  pausedAt: number
  stretch: number
  stretchedAt: number
}

/** Even spacing after a burst (the generic cell rate algorithm) per private chat, a sliding minute per group. */
export function createPace(limits: PaceLimits): Pace {
  const secondMs = (1000 / limits.perChatPerSecond) * MARGIN
  const minute = minuteOf(limits.perGroupPerMinute)
  const chats = new Map<ChatId, Budget>()

  const chatOf = (chat: ChatId, group: boolean, now: number): Budget => {
    const known = chats.get(chat)
    if (known !== undefined) return known
    if (chats.size >= CHATS_KEPT) forgetReady(now)
    const made = fresh(group)
    chats.set(chat, made)
    return made
  }
  const readyAt = (budget: Budget, now: number): number => {
    const stretch = stretchAt(budget, now)
    const { group, fullAt, sentAt, pausedUntil } = budget
    if (!group) return Math.max(pausedUntil, fullAt - (PRIVATE_BURST - 1) * secondMs * stretch)
    const last = sentAt.at(-1) ?? 0
    return Math.max(pausedUntil, last + secondMs * stretch, minute?.readyAt(sentAt, stretch) ?? 0)
  }
  const forgetReady = (now: number) => {
    for (const [chat, budget] of chats)
      if (readyAt(budget, now) < now - FORGOTTEN_AFTER_MS) chats.delete(chat)
  }
  return {
    chatReadyAt: (chat, now) => {
      const known = chats.get(chat)
      return known ? readyAt(known, now) : 0
    },
    hasSpare: (chat, group, now) => {
      const budget = chats.get(chat) ?? fresh(group)
      if (budget.pausedUntil > now) return false
      if (group) return secondMs === 0
      const stepMs = secondMs * stretchAt(budget, now)
      return Math.max(budget.fullAt, now) <= now + (PRIVATE_BURST - 2) * stepMs
    },
    spendChat: (chat, group, now) => {
      const budget = chatOf(chat, group, now)
      if (group) budget.sentAt = [...budget.sentAt, now].slice(-(minute?.most ?? 1))
      else budget.fullAt = Math.max(budget.fullAt, now) + secondMs * stretchAt(budget, now)
    },
    pauseChat: (chat, until, now) => {
      // Known, for it was just written to; forgotten meanwhile, it is taken for a group, whose pause others are told of.
      const budget = chatOf(chat, true, now)
      budget.pausedUntil = Math.max(budget.pausedUntil, until)
      budget.pausedAt = now
      budget.stretch = Math.min(MOST_STRETCH, stretchAt(budget, now) * STRETCH)
      budget.stretchedAt = until
    },
    anyPausedBut: (chat, now) =>
      [...chats].some(([other, { pausedUntil }]) => other !== chat && pausedUntil > now),
    adopt: (chat, group, known) => {
      const own = chatOf(chat, group, known.readyAt)
      own.pausedUntil = Math.max(own.pausedUntil, known.pausedUntil)
      own.pausedAt = Math.max(own.pausedAt, known.pausedAt ?? 0)
      const together = new Set([...own.sentAt, ...(known.sentAt ?? [])])
      own.sentAt = [...together].sort((one, other) => one - other).slice(-(minute?.most ?? 1))
      if (known.stretchedAt < own.stretchedAt) return
      own.stretch = known.stretch
      own.stretchedAt = known.stretchedAt
    },
    forget: () => chats.clear(),
    budgetOf: (chat, now) => {
      const budget = chats.get(chat)
      if (budget === undefined || !(budget.group || budget.pausedUntil > now)) return undefined
      const { pausedUntil, pausedAt, stretch, stretchedAt } = budget
      const sentAt = budget.sentAt.filter((at) => at > now - FORGOTTEN_AFTER_MS)
      return { readyAt: readyAt(budget, now), sentAt, pausedUntil, pausedAt, stretch, stretchedAt }
    },
  }
}

function fresh(group: boolean): Budget {
  return { group, fullAt: 0, sentAt: [], pausedUntil: 0, pausedAt: 0, stretch: 1, stretchedAt: 0 }
}

/**
 * A group's minute, which slides: half of its messages leave as they come, so that a lively group is answered at once, and
 * what is left of the other half is spread over what is left of the minute, so that in a crowd nobody waits for all of it.
 */
function minuteOf(perMinute: number | undefined) {
  if (perMinute === undefined) return undefined
  const most = Math.max(1, perMinute - 1)
  const free = Math.ceil(most / 2)
  return {
    most,
    /** `sentAt` ascending. Nothing of a minute that has passed matters, so no clock is asked. */
    readyAt(sentAt: readonly number[], stretch: number): number {
      const lengthMs = MINUTE_MS * MARGIN * stretch
      const last = sentAt.at(-1) ?? Number.NEGATIVE_INFINITY
      const counted = sentAt.filter((at) => at > last - lengthMs)
      const oldest = counted[0] ?? last
      const evenMs = (oldest + lengthMs - last) / (most - counted.length + 1)
      const gone = (counted.at(-free) ?? Number.NEGATIVE_INFINITY) + lengthMs
      return Math.min(gone, last + Math.max(evenMs, lengthMs / most))
    },
  }
}

/** What is left of a widening: its excess halves every ten minutes. */
function stretchAt({ stretch, stretchedAt }: Budget, now: number): number {
  return 1 + (stretch - 1) * 0.5 ** (Math.max(0, now - stretchedAt) / STRETCH_HALVES_MS)
}
