import type { ChatId, Incoming } from "../core/channel.ts"

/** What a change came from. Whoever carries one out takes (trx, change, cause), and of the cause what they need. */
export type Cause = {
  /** When the step is stored, which is when all of it happened. */
  readonly at: Date
  /** The federation's; in it a moment becomes a day of the counters. */
  readonly timeZone: string
  readonly chat: ChatId
  /** Whose conversation it is, as in the table of conversations: "" for what the platform tells and nobody wrote. */
  readonly account: string
  readonly incoming: Incoming
}
