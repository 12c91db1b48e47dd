import type { BotId, ChatId, Incoming } from "../channel.ts"
import { given } from "../given.ts"
import type { OutboxContent, OutboxDraft, OutboxKind, Phrase } from "../outbox.ts"
import type { Context } from "./context.ts"
import type { Decision } from "./decision.ts"
import type { PendingMessage } from "./dialogue.ts"
import type { Reads } from "./reads.ts"

/** One turn of a conversation: what was written and everything that deciding about it may look at. */
export type Turn = {
  /** What was known of the conversation before these words. */
  readonly context: Context
  /** The words, empty for a file without any, and what an answer refers to. */
  readonly written: Pick<Incoming, "message" | "topic" | "replyTo"> & { readonly text: string }
  /** Whether the words are said to the bot. In a group it also hears others, for the answer to a question of its own. */
  readonly addressed: boolean
  readonly moment: Moment
  readonly reads: Reads
}

/** What deciding needs besides the facts: the moment (epoch milliseconds), its zone and fresh ids. Taken once per message. */
export type Moment = { readonly now: number; readonly timeZone: string; readonly newId: () => string }

/** What an answer needs to know of the turn it answers. */
type Answerable = Pick<Turn, "context" | "moment"> & {
  readonly written: Pick<Incoming, "message" | "topic">
}

/** One message of the bot into the chat the person writes in, answering their message where the platform can. */
export function reply(
  { context, written, moment }: Answerable,
  content: Omit<OutboxContent, "replyTo" | "topic">,
  options: { readonly kind?: OutboxKind; readonly supersedeKey?: string; readonly dueAt?: number } = {},
): OutboxDraft {
  const isGroup = context.chat.kind === "group"
  return {
    chat: context.chat.id,
    bot: context.chat.bot,
    kind: options.kind ?? "answer",
    content: {
      ...content,
      ...(isGroup && written.message !== undefined ? { replyTo: written.message } : {}),
      ...given({ topic: written.topic }),
    },
    ...given({ supersedeKey: options.supersedeKey }),
    dueAt: options.dueAt ?? moment.now,
  }
}

/** A message into another chat than the one that was written in; nobody waits for it. */
export function noticeTo(
  { chat, bot }: { readonly chat: ChatId; readonly bot: BotId },
  phrases: readonly Phrase[],
  { now }: Pick<Moment, "now">,
): OutboxDraft {
  return { chat, bot, kind: "notice", content: { phrases }, dueAt: now }
}

/** Of a person's questions in one chat only the newest is asked. */
export function questionKey({ context }: Pick<Turn, "context">): string {
  return `question:${context.account?.id ?? ""}`
}

/** The same turn, as if these words had been written. */
export function saying(turn: Turn, text: string): Turn {
  return { ...turn, written: { ...turn.written, text } }
}

/** A decision that only says one sentence of the wording files. */
export function answer(
  turn: Answerable,
  key: string,
  args?: Readonly<Record<string, string | number>>,
): Decision {
  const phrase = args === undefined ? { key } : { key, args }
  return { say: [reply(turn, { phrases: [phrase] })] }
}

/** The answer was none of the `most` choices of a list. */
export function askForNumber(turn: Answerable, most: number): Decision {
  return most === 1 ? answer(turn, "choose-only") : answer(turn, "choose-number", { most })
}

/** What was written as a dialogue keeps it, to be taken up when its question is answered. */
export function pendingOf({ text, message, topic, replyTo }: Turn["written"]): PendingMessage {
  return {
    text,
    ...given({ message, topic, replyTo }),
  }
}
