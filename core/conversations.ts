import type { BotId, ChatId, Incoming } from "./channel.ts"
import type { Context } from "./conversation/context.ts"
import type { Decision } from "./conversation/decision.ts"
import type { Dialogue } from "./conversation/dialogue.ts"
import type { HandOver, Written } from "./outbox.ts"

/** One decided update, ready to be committed. */
export type Step = {
  readonly incoming: Incoming
  /** The conversation's version this commit makes: one more than the one that was loaded, whatever the batch says to it. */
  readonly version: number
  /** The dialogue after the step; undefined for none. */
  readonly dialogue: Dialogue | undefined
  readonly decision: Decision
  readonly found: Found
}

/** What was found in the store for an update, so that its step writes only what is new. */
export type Found = {
  /** It was stored raw before it was handled, and is to be forgotten then. */
  readonly kept: boolean
  /** Its chat and account are already stored just as it shows them. */
  readonly met: boolean
  /** Present when the store was not asked, but what it said before was remembered; a commit sees whether it is still true. */
  readonly seen?: Seen | undefined
}

/** Until when what is remembered was surely true, in the store's own measure: the smaller `nth`, the older. */
export type Seen = {
  readonly nth: number
  readonly snapshot: string
  /** What it depends on, by ids, one a line. */
  readonly about: string
}

/** An update as it was found before deciding. */
export type Loaded = Found & { readonly context: Context; readonly handled: boolean }

/** What the house needs from its store. */
export type Conversations = {
  /** Everything known before deciding, one entry per update, in their order; one statement, or none. */
  load(batch: readonly Incoming[], now: number): Promise<readonly Loaded[]>
  /**
   * Commits all steps or none. Returns what is to be sent: where `handOver` allows it and nothing else waits in the chat, its
   * answers are claimed for this process in the same commit. Throws `Conflict` when an update was handled, or a conversation
   * moved on, since it was loaded, or what was remembered of it has changed; any other error means that the store is down or that a step cannot be stored.
   */
  commit(
    steps: readonly Step[],
    now: number,
    handOver?: (chat: ChatId, bot: BotId) => HandOver | undefined,
  ): Promise<Written>
  keep(bot: BotId, updateKey: string, raw: unknown, now: number): Promise<void>
  unfinished(bot: BotId): Promise<readonly { readonly updateKey: string; readonly raw: unknown }[]>
  discard(updateKey: string): Promise<void>
  /** What is remembered of the conversations of these is not relied on when they are loaded next. */
  forget(batch: readonly Incoming[]): void
  /** True for errors that will pass (the database is away), false for a step that can never be stored. */
  isPassing(error: unknown): boolean
}

/** Somebody else was faster; load again and decide anew. */
export class Conflict extends Error {
  constructor() {
    super("The conversation moved on meanwhile.")
    this.name = "Conflict"
  }
}
