import type { ChatId } from "../core/channel.ts"

/** What a platform lets one bot send, as documented by it; `Infinity` where it has no limit. */
export type PaceLimits = {
  readonly perChatPerSecond: number
  /** A further limit that only groups have. */
  readonly perGroupPerMinute?: number
  readonly perBotPerSecond: number
}

/** When a bot may write next. All times are epoch milliseconds; nothing here reads a clock. */
export type Pace = {
  /** The earliest moment for the chat's next message; in the past for a chat that was never written to. */
  chatReadyAt(chat: ChatId): number
  /** The earliest moment for the bot's next message to whomever. */
  botReadyAt(): number
  /** Takes the bot's next place. */
  spendBot(now: number): void
  /** Takes the chat's next place. */
  spendChat(chat: ChatId, group: boolean, now: number): void
  /** The platform asked for silence in this chat. */
  pauseChat(chat: ChatId, until: number): void
  /** The platform asked this bot for silence everywhere. */
  pauseBot(until: number): void
  /** Whether another chat than this one is under a pause: then the limit hit is the bot's own. */
  anyPausedBut(chat: ChatId, now: number): boolean
  /** The end of the bot's pause, 0 when there never was one. */
  botPausedUntil(): number
}

/** Just under the limit: messages spaced exactly at it arrive bunched by the network and break it. */
const MARGIN = 1.035
/** Lateness of timers that the bot may catch up with; with `MARGIN` no second holds more than the limit. */
const CATCH_UP_INTERVALS = 0.5
/** Private chats stand a short burst at every platform; three answers in a row must not drag. */
const PRIVATE_BURST = 5
/** So many messages of a group's minute may come at once a second apart; the rest of the minute is spread evenly. */
const GROUP_BURST = 3
/** Chats remembered before those that are long since ready are forgotten. */
const CHATS_KEPT = 10_000

/** Even spacing (the generic cell rate algorithm) per chat and for the bot as a whole. */
export function createPace(limits: PaceLimits): Pace {
  const bot = bucket((1000 / limits.perBotPerSecond) * MARGIN, 1 + CATCH_UP_INTERVALS)
  const chats = new Map<ChatId, { readonly buckets: readonly Bucket[]; pausedUntil: number }>()
  let botPausedUntil = 0

  const bucketsFor = (group: boolean): readonly Bucket[] => {
    const second = (1000 / limits.perChatPerSecond) * MARGIN
    if (!group) return [bucket(second, PRIVATE_BURST)]
    const perMinute = limits.perGroupPerMinute
    if (perMinute === undefined) return [bucket(second, 1)]
    const burst = Math.min(GROUP_BURST, perMinute / 2)
    return [bucket(second, 1), bucket((60_000 / (perMinute - burst)) * MARGIN, burst)]
  }
  const chatOf = (chat: ChatId, group: boolean, now: number) => {
    const known = chats.get(chat)
    if (known !== undefined) return known
    if (chats.size >= CHATS_KEPT) forgetReady(now)
    const fresh = { buckets: bucketsFor(group), pausedUntil: 0 }
    chats.set(chat, fresh)
    return fresh
  }
  const readyAt = (chat: ChatId) => {
    const known = chats.get(chat)
    return known ? Math.max(known.pausedUntil, ...known.buckets.map((each) => each.readyAt())) : 0
  }
  const forgetReady = (now: number) => {
    // A minute more than ready: its buckets are full again, so forgetting it changes nothing.
    for (const chat of chats.keys()) if (readyAt(chat) < now - 60_000) chats.delete(chat)
  }
  return {
    chatReadyAt: readyAt,
    botReadyAt: () => Math.max(botPausedUntil, bot.readyAt()),
    spendBot: (now) => bot.spend(now),
    spendChat: (chat, group, now) => {
      for (const each of chatOf(chat, group, now).buckets) each.spend(now)
    },
    pauseChat: (chat, until) => {
      const known = chatOf(chat, true, until)
      known.pausedUntil = Math.max(known.pausedUntil, until)
    },
    pauseBot: (until) => {
      botPausedUntil = Math.max(botPausedUntil, until)
    },
    anyPausedBut: (chat, now) =>
      [...chats].some(([other, { pausedUntil }]) => other !== chat && pausedUntil > now),
    botPausedUntil: () => botPausedUntil,
  }
}

type Bucket = { readyAt(): number; spend(now: number): void }

function bucket(intervalMs: number, burst: number): Bucket {
  let fullAt = 0
  return {
    readyAt: () => fullAt - (burst - 1) * intervalMs,
    spend: (now) => {
      fullAt = Math.max(fullAt, now) + intervalMs
    },
  }
}
