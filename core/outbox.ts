import type { AccountId, BotId, ChatId, MessageRef } from "./channel.ts"
import type { Money } from "./text/money.ts"

/** A sentence of the wording files with its variables, or words that are final already (a frozen tally). */
export type Phrase =
  | { readonly key: string; readonly args?: Readonly<Record<string, string | number>> }
  | { readonly text: string }

/** What a receipt says; the store adds the parts that only the commit knows. */
export type ReceiptFacts = {
  readonly title: string
  readonly authorName: string
  readonly unitName: string
  readonly benefit?: Money
  /** The unit's target of the running phase; absent when it has none. */
  readonly target?: number
  /** Added by the store: the initiative's number ("SK-000012" is 12) … */
  readonly number?: number
  /** … and how many the unit has registered in the running phase, this one included. */
  readonly registered?: number
}

/**
 * What is to be said, kept as facts until the moment of sending: so receipts that wait can be merged into one, and a
 * wording can be mended without touching rows.
 */
export type OutboxContent = {
  readonly phrases?: readonly Phrase[]
  readonly receipt?: ReceiptFacts
  /** Choices in the order of their numbers; `ask` is the dialogue's question they answer. */
  readonly choices?: { readonly ask: string; readonly labels: readonly Phrase[] }
  readonly replyTo?: MessageRef
  readonly topic?: string
  /** Only for this person, where the channel can; else for the chat. */
  readonly onlyFor?: AccountId
}

/**
 * How a message is treated when all does not go well. `answer` and `receipt` are repeated when it is unknown whether they
 * arrived: a person waits. `notice` and `post` are not: a group must not read the same post twice.
 */
export type OutboxKind = "answer" | "receipt" | "notice" | "post"

/** A message to be written to the outbox by the transaction that causes it. */
export type OutboxDraft = {
  readonly chat: ChatId
  readonly bot: BotId
  readonly kind: OutboxKind
  readonly content: OutboxContent
  /** At most one row for ever has it: "tally:<campaign>:<unit>:<closing>:<chat>". */
  readonly dedupeKey?: string
  /** Waiting rows of the chat with the same key are dropped when this one is written. */
  readonly supersedeKey?: string
  /** Epoch milliseconds; not sent earlier. */
  readonly dueAt: number
}

export type OutboxRow = {
  readonly id: string
  readonly chat: ChatId
  readonly bot: BotId
  readonly kind: OutboxKind
  readonly content: OutboxContent
  /** How often sending was tried before. */
  readonly attempts: number
  /** Whether the chat is a group: groups have a pace of their own. */
  readonly group: boolean
}

/** What came of sending one row. */
export type Settlement =
  | { readonly id: string; readonly result: "sent"; readonly message: MessageRef }
  /** An empty `error` puts the row back untried: no attempt is counted. */
  | { readonly id: string; readonly result: "later"; readonly dueAt: number; readonly error: string }
  | { readonly id: string; readonly result: "unknown" | "dead"; readonly error: string }

/** The rows that leave, as whoever sends sees them. */
export type Outbox = {
  /**
   * Takes the due rows at the head of the chat's line, in order, for `leaseMs`; nobody else gets them meanwhile. Empty when
   * another sender holds the chat.
   */
  claim(chat: ChatId, now: number, leaseMs: number): Promise<readonly OutboxRow[]>
  settle(settlements: readonly Settlement[], now: number): Promise<void>
  /** Chats with rows that are due, or whose sender's lease ran out; oldest first. */
  overdue(now: number, limit: number): Promise<readonly ChatId[]>
  /** When the chat's next waiting row becomes due, epoch milliseconds. */
  nextDue(chat: ChatId): Promise<number | undefined>
  /** The bot may no longer write to the chat: it is closed and its waiting rows are dead. */
  closeChat(chat: ChatId, reason: string, now: number): Promise<void>
}
