import type { ChatId } from "../core/channel.ts"

/**
 * Whether a bot's platform is away. Each process finds out by itself: five failed calls tell as much as a word from another
 * one would, and a process whose network is broken must not silence those whose is not.
 */
export type Breaker = {
  /** 0 when the chat may try to send, else when to come back (epoch milliseconds). While it is broken only one chat may try. */
  admit(chat: ChatId): number
  /** The chat's try is over, whatever came of it. */
  dismiss(chat: ChatId): void
  /** The platform answered, whatever it said. */
  answered(): void
  /** The platform did not answer; true when that broke it, or showed that it is broken still. */
  unanswered(): boolean
  isBroken(): boolean
  /** Nobody may try before; in the past when anybody may. */
  until(): number
  /** The clock was set back: whoever tries next may do so at once. */
  forget(): void
}

/** So many failures in a row, of whichever chats, are the platform's and not a message's. */
const FAILURES_TO_BREAK = 5
const FIRST_BREAK_MS = 2_000
const LAST_BREAK_MS = 60_000
/** Nobody is sent away for longer while the platform is away: another chat's try may end it sooner. */
const LOOK_AGAIN_MS = 10_000

/** Whole at first. `now` in epoch milliseconds. */
export function createBreaker(now: () => number): Breaker {
  let failures = 0
  let breaks = 0
  let brokenUntil = 0
  let probe: ChatId | undefined

  return {
    admit: (chat) => {
      if (breaks === 0) return 0
      if (brokenUntil > now()) return Math.min(brokenUntil, now() + LOOK_AGAIN_MS)
      probe ??= chat
      return probe === chat ? 0 : now() + FIRST_BREAK_MS
    },
    dismiss: (chat) => {
      if (probe === chat) probe = undefined
    },
    answered: () => {
      failures = 0
      breaks = 0
      brokenUntil = 0
      probe = undefined
    },
    unanswered: () => {
      failures += 1
      // Those that were under way when it broke say nothing new.
      if (failures < FAILURES_TO_BREAK || brokenUntil > now()) return false
      brokenUntil = now() + Math.min(LAST_BREAK_MS, FIRST_BREAK_MS * 2 ** breaks)
      breaks += 1
      probe = undefined
      return true
    },
    isBroken: () => breaks > 0,
    until: () => brokenUntil,
    forget: () => {
      brokenUntil = 0
    },
  }
}
