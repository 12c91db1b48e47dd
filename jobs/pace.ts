import type { ChatId } from "../core/channel.ts"
import { type ChatBudget, MOST_STRETCH, STRETCH, STRETCH_HALVES_MS } from "../core/outbox.ts"

/** What a platform lets one bot send, as documented by it; `Infinity` where it has no limit. */
export type PaceLimits = {
  readonly perChatPerSecond: number
  /** A further limit that only groups have. */
  readonly perGroupPerMinute?: number
  readonly perBotPerSecond: number
}

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
/** So many messages of a group's minute may come at once a second apart; the rest of the minute is spread evenly. */
const GROUP_BURST = 3
/** Chats remembered before those that are long since ready are forgotten. */
const CHATS_KEPT = 10_000

/** Between two messages of a bot, whomever they are for, in milliseconds; 0 where the platform has no limit. */
export function botIntervalMs(limits: PaceLimits): number {
  return (1000 / limits.perBotPerSecond) * MARGIN
}

type Bucket = { readonly intervalMs: number; readonly burst: number }
type Budget = {
  readonly group: boolean
  fullAt: number[]
  pausedUntil: number
  stretch: number
  stretchedAt: number
}

/** Even spacing (the generic cell rate algorithm) per chat. */
export function createPace(limits: PaceLimits): Pace {
  const second = (1000 / limits.perChatPerSecond) * MARGIN
  const buckets = {
    private: [{ intervalMs: second, burst: PRIVATE_BURST }],
    group: groupBuckets(second, limits.perGroupPerMinute),
  }
  const chats = new Map<ChatId, Budget>()

  const bucketsOf = (budget: Budget): readonly Bucket[] => buckets[budget.group ? "group" : "private"]
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
    return Math.max(
      budget.pausedUntil,
      ...bucketsOf(budget).map(
        ({ intervalMs, burst }, place) => (budget.fullAt[place] ?? 0) - (burst - 1) * intervalMs * stretch,
      ),
    )
  }
  const forgetReady = (now: number) => {
    // A minute more than ready: its buckets are full again, so forgetting it changes nothing.
    for (const [chat, budget] of chats) if (readyAt(budget, now) < now - 60_000) chats.delete(chat)
  }
  return {
    chatReadyAt: (chat, now) => {
      const known = chats.get(chat)
      return known ? readyAt(known, now) : 0
    },
    hasSpare: (chat, group, now) => {
      const budget = chats.get(chat) ?? fresh(group)
      const stretch = stretchAt(budget, now)
      return (
        budget.pausedUntil <= now &&
        bucketsOf(budget).every(
          ({ intervalMs, burst }, place) =>
            Math.max(budget.fullAt[place] ?? 0, now) + intervalMs * stretch <=
            now + (burst - 1) * intervalMs * stretch,
        )
      )
    },
    spendChat: (chat, group, now) => {
      const budget = chatOf(chat, group, now)
      const stretch = stretchAt(budget, now)
      budget.fullAt = bucketsOf(budget).map(
        ({ intervalMs }, place) => Math.max(budget.fullAt[place] ?? 0, now) + intervalMs * stretch,
      )
    },
    pauseChat: (chat, until, now) => {
      const budget = chatOf(chat, true, now)
      budget.pausedUntil = Math.max(budget.pausedUntil, until)
      budget.stretch = Math.min(MOST_STRETCH, stretchAt(budget, now) * STRETCH)
      budget.stretchedAt = until
    },
    anyPausedBut: (chat, now) =>
      [...chats].some(([other, { pausedUntil }]) => other !== chat && pausedUntil > now),
    adopt: (chat, group, known) => {
      const own = chatOf(chat, group, known.readyAt)
      own.pausedUntil = Math.max(own.pausedUntil, known.pausedUntil)
      own.fullAt = bucketsOf(own).map((_, place) =>
        Math.max(own.fullAt[place] ?? 0, known.fullAt[place] ?? 0),
      )
      if (known.stretchedAt < own.stretchedAt) return
      own.stretch = known.stretch
      own.stretchedAt = known.stretchedAt
    },
    forget: () => chats.clear(),
    budgetOf: (chat, now) => {
      const budget = chats.get(chat)
      if (budget === undefined || !(budget.group || budget.pausedUntil > now)) return undefined
      const { fullAt, pausedUntil, stretch, stretchedAt } = budget
      return { readyAt: readyAt(budget, now), fullAt, pausedUntil, stretch, stretchedAt }
    },
  }
}

function fresh(group: boolean): Budget {
  return { group, fullAt: [], pausedUntil: 0, stretch: 1, stretchedAt: 0 }
}

function groupBuckets(second: number, perMinute: number | undefined): readonly Bucket[] {
  if (perMinute === undefined) return [{ intervalMs: second, burst: 1 }]
  const burst = Math.min(GROUP_BURST, perMinute / 2)
  return [
    { intervalMs: second, burst: 1 },
    { intervalMs: (60_000 / (perMinute - burst)) * MARGIN, burst },
  ]
}

/** What is left of a widening: its excess halves every ten minutes. */
function stretchAt({ stretch, stretchedAt }: Budget, now: number): number {
  return 1 + (stretch - 1) * 0.5 ** (Math.max(0, now - stretchedAt) / STRETCH_HALVES_MS)
}
