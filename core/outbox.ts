import type { AccountId, BotId, ChatId, MessageRef } from "./channel.ts"
import type { LocalDate } from "./clock.ts"
import type { ScorePeriod } from "./emulation/read.ts"
import type { ExportScope } from "./export/file.ts"
import type { SheetForm } from "./export/sheet.ts"
import type { Period } from "./tally/plan.ts"
import type { RecordKind } from "./tally/wish.ts"
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
 * The tally of which a picture is drawn at the moment of sending: its snapshot, or, where none was kept, the same numbers
 * read again. `from` and `to` are epoch milliseconds.
 */
export type PictureRef = {
  readonly campaignId: string
  readonly unitId: string
  readonly period: Period
  readonly from: number
  readonly to: number
  /** As in `TallyReading`. */
  readonly isPast?: true
  readonly readOn?: LocalDate
}

/** An address to be scanned from a poster, and the unit whose people it is for. */
export type PosterRef = { readonly link: string; readonly unit: string }

/**
 * A file that is made at the moment of sending, so that no row holds what is in it. `personId` asked for it: what is kept
 * of it for an address goes with them. `from` and `to` are epoch milliseconds.
 */
export type DocumentRef = { readonly personId: string } & (
  | { readonly kind: "my_data"; readonly form: "text" | "json" }
  | ({ readonly kind: "initiatives"; readonly form: SheetForm } & ExportScope)
  | ({ readonly kind: "tally"; readonly form: SheetForm } & PictureRef)
  | ({
      readonly kind: "records"
      readonly form: SheetForm
      readonly of: RecordKind
      /** Only of these; an empty text stands for none stated. */
      readonly sectors?: readonly string[]
    } & PictureRef)
  | {
      readonly kind: "scores"
      readonly form: SheetForm
      readonly campaignId: string
      readonly unitId: string
      readonly period: ScorePeriod
      /** The moment the scores are of, epoch milliseconds. */
      readonly at: number
    }
  | { readonly kind: "request_form"; readonly number: number }
)

/**
 * What is to be said, kept as facts until the moment of sending: so receipts that wait can be merged into one, and a
 * wording can be mended without touching rows.
 */
export type OutboxContent = {
  /** Beside a receipt: what is said behind it. */
  readonly phrases?: readonly Phrase[]
  readonly receipt?: ReceiptFacts
  /** Shown with the words where the channel can; a picture that cannot be drawn never keeps the words back. */
  readonly picture?: PictureRef | PosterRef
  /** Sent with the words: as a file where the channel can, else as an address from which it is fetched. */
  readonly document?: DocumentRef
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
  /** Why it must not leave before something else has happened, which then makes it due. */
  readonly heldFor?: "dialogue"
}

/** How the bot addresses the people of a chat. */
export type AddressForm = "anh_chi" | "dong_chi"

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
  /** How people are addressed there, when not as usual. */
  readonly addressForm?: AddressForm
}

/** How a sender may be handed a chat's answers by the very statement that writes them, without claiming them first. */
export type HandOver = {
  /** The lease of the rows, in milliseconds. */
  readonly leaseMs: number
  /** The bot has a line, and the rows leave only with its first place. */
  readonly needsPlace: boolean
}

/** Rows of one chat that nobody else sends `until` this moment, epoch milliseconds; in order. */
export type Held = { readonly rows: readonly OutboxRow[]; readonly until: number }

/** What a commit wrote to be sent. */
export type Written = {
  /** Chats that have something to be claimed. */
  readonly chats: readonly ChatId[]
  /** Rows that are the writing process's own already, by chat. */
  readonly handedOver: ReadonlyMap<ChatId, Held>
}

/** What came of sending one row. */
export type Settlement =
  | { readonly id: string; readonly result: "sent"; readonly message: MessageRef }
  /** An empty `error` puts the row back untried: no attempt is counted. */
  | { readonly id: string; readonly result: "later"; readonly dueAt: number; readonly error: string }
  | { readonly id: string; readonly result: "unknown" | "dead"; readonly error: string }

/**
 * How much of a chat's pace is used up. Only the chat's present sender knows it better than the store, and hands it on
 * with `settle`. All instants are epoch milliseconds.
 */
export type ChatBudget = {
  /** The earliest moment for the next message, pause included. */
  readonly readyAt: number
  /** A group's messages of the last minutes, in order; rows of an older release have none. */
  readonly sentAt?: readonly number[]
  readonly pausedUntil: number
  /** When that pause was asked for; rows of an older release do not tell. */
  readonly pausedAt?: number
  /** After a 429 the chat's intervals are so many times as long (1 and more) … */
  readonly stretch: number
  /** … and narrow from this moment on. */
  readonly stretchedAt: number
}

/** What a claim found in one chat. */
export type Claimed = {
  /** The rows that are the claimant's now, in order. */
  readonly rows: readonly OutboxRow[]
  /** Rows are due, but chat or bot may not send before; nothing was taken. Epoch milliseconds. */
  readonly readyAt?: number
  /** A notice or post of this bot stands first and was left, for the claimant had no place for it. */
  readonly post?: BotId
  /** The bot's place taken for the first of `rows`; epoch milliseconds. Absent for posts and bots without a budget. */
  readonly slotAt?: number
  readonly budget?: ChatBudget
  /** The platform lately refused what was written here. */
  readonly suspect?: boolean
  /** More is due in this chat than was taken. */
  readonly more?: boolean
}

/** What sending took beside the rows themselves; stored in one statement with their results. */
export type Spent = {
  readonly chat: ChatId
  readonly bot: BotId
  /** The chat's budget afterwards; absent where nobody else needs to know. */
  readonly budget?: ChatBudget
  /** Messages that left, or may have left, to be counted in the bot's ledger of this month ("2026-11"). */
  readonly counted?: { readonly month: string; readonly messages: number }
  /** The platform refuses what is written here again and again (true), or takes it again (false). */
  readonly suspect?: boolean
}

/** Places in a bot's line. */
export type Places = {
  /** When each may be used, ascending, epoch milliseconds; none while the bot is paused. */
  readonly slots: readonly number[]
  readonly pausedUntil: number
  /** Messages of the month that was asked for, as the ledger has them. */
  readonly counted: number
}

/** The rows that leave, as whoever sends sees them, and what all senders together may send. */
export type Outbox = {
  /**
   * Takes the due rows at the head of the chat's line, in order, for `leaseMs`; nobody else gets them meanwhile. None when
   * another sender holds the chat, or chat or bot may not be written to yet. `with_place`: the claimant has a place in the
   * bot's line, so it gets a notice or post; for answers a place is taken by the claim itself.
   */
  claim(chat: ChatId, now: number, leaseMs: number, place?: "with_place"): Promise<Claimed>
  settle(settlements: readonly Settlement[], now: number, spent?: Spent): Promise<void>
  /**
   * Takes the next places of a bot that sends one message every `intervalMs`, and reads its ledger of `month` ("2026-11").
   * With `withinMs` it takes none when the line is longer than that.
   */
  reserve(
    bot: BotId,
    ask: {
      readonly places: number
      readonly intervalMs: number
      readonly month: string
      readonly withinMs?: number
    },
    now: number,
  ): Promise<Places>
  /** Nobody writes with this bot before `until`. `because` of its pace the interval is widened too. */
  pauseBot(
    bot: BotId,
    ask: { readonly until: number; readonly intervalMs: number; readonly because: "pace" | "token" },
    now: number,
  ): Promise<void>
  /** The bot's quota is for answers now: its waiting notices and posts are due at `until`, or when the limit is raised. */
  holdPosts(bot: BotId, until: number): Promise<void>
  /**
   * Chats with rows that are due, or whose sender's lease ran out; oldest first. From then on they are the asker's to
   * deliver: other living processes are not told of them.
   */
  overdue(now: number, limit: number): Promise<readonly ChatId[]>
  /** When the chat's next waiting row becomes due, epoch milliseconds. */
  nextDue(chat: ChatId): Promise<number | undefined>
  /** The bot may no longer write to the chat: it is closed and its waiting rows are dead. */
  closeChat(chat: ChatId, reason: string, now: number): Promise<void>
  /**
   * What is held by senders that are not connected to the store at this moment or have not spoken to it for long: dead, or
   * about to come back. And what the asker itself holds: it knows best whether it has that in hand, for the store's word that it
   * got some rows may have been lost on the way. Asking is itself the sign that the one who asks lives.
   */
  unattended(): Promise<readonly Holding[]>
  /**
   * Frees what is still held so, and answers the chats. What was another's may have been sent; what is the asker's own goes
   * back untried.
   */
  inherit(holdings: readonly Holding[], now: number): Promise<readonly ChatId[]>
}

/** The rows of one chat that one sender holds. */
export type Holding = {
  readonly chat: ChatId
  readonly sender: string
  readonly isOwn: boolean
  /** Tells one claim of the chat from the next; the store's own words for the end of its lease. */
  readonly lease: string
}

/** After a 429 the interval is so many times as long, at most `MOST_STRETCH` times; the excess halves every ten minutes. */
export const STRETCH = 1.5
export const MOST_STRETCH = 8
export const STRETCH_HALVES_MS = 10 * 60_000

/** A message that will not leave by itself any more, as the operator sees it: nothing a person wrote. */
export type DeadLetter = {
  readonly id: string
  readonly chat: ChatId
  readonly kind: OutboxKind
  readonly state: "dead" | "unknown"
  /** Epoch milliseconds of the moment it was written. */
  readonly since: number
  readonly error: string
}

/** Messages given up or of unknown outcome, for the operator. */
export type DeadLetters = {
  /** Oldest first. */
  list(limit: number): Promise<readonly DeadLetter[]>
  /** How many there are and since when; `since` in epoch milliseconds. */
  count(): Promise<{ readonly dead: number; readonly unknown: number; readonly since?: number }>
  /** Puts one (or every one, without `id`) back into its line as if it had never been tried; answers the chats. */
  retry(id: string | undefined, now: number): Promise<readonly ChatId[]>
  /** Forgets one, or every one, without `id`; answers how many. Their dedupe keys stay used. */
  drop(id: string | undefined): Promise<number>
}
