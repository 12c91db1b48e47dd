import { sql } from "kysely"
import type { BotId, ChatId } from "../../core/channel.ts"
import type { Conversations, Step } from "../../core/conversations.ts"
import type { OutboxContent, OutboxDraft, OutboxRow, Written } from "../../core/outbox.ts"
import type { Part } from "../conversation/part.ts"
import { stepMs } from "./budget.ts"
import type { Settling } from "./settling.ts"

/**
 * Private chats whose answers could leave at once. In groups waiting receipts are merged and several people write to one
 * line, so there a sender claims.
 */
export function freeChats(
  steps: readonly Step[],
  now: number,
  handOver: Parameters<Conversations["commit"]>[2],
) {
  if (handOver === undefined) return []
  const isPlain = ({ decision }: Step) => {
    const drafts = [...(decision.say ?? []), ...(decision.register ?? []).map(({ receipt }) => receipt)]
    return drafts.every(
      (draft) =>
        (draft.kind === "answer" || draft.kind === "receipt") &&
        draft.dueAt <= now &&
        // A repeat would write no row. (What it supersedes would wait in the chat, which then is not free.)
        draft.dedupeKey === undefined,
    )
  }
  const inHand = new Map<ChatId, Step[]>()
  for (const step of steps) {
    const { id, kind } = step.incoming.chat
    if (kind === "private") inHand.set(id, [...(inHand.get(id) ?? []), step])
  }
  const elsewhere = new Set(
    steps.flatMap(({ incoming, decision }) => [
      // What is told is no answer, to whomever it is told.
      ...(decision.tell ?? []).map(({ chat }) => chat),
      ...(decision.say ?? []).flatMap(({ chat }) => (chat === incoming.chat.id ? [] : [chat])),
    ]),
  )
  const withPlace = new Set<BotId>()
  return [...inHand].flatMap(([chat, own]) => {
    const bot = own[0]?.incoming.bot as BotId
    if (elsewhere.has(chat) || !own.every(isPlain)) return []
    const terms = handOver(chat, bot)
    // One statement gets one place of a bot's line.
    if (terms === undefined || (terms.needsPlace && withPlace.has(bot))) return []
    if (terms.needsPlace) withPlace.add(bot)
    return [
      {
        chat_id: chat,
        bot_id: bot,
        until: now + terms.leaseMs,
        needs_place: terms.needsPlace,
      },
    ]
  })
}

/**
 * Parts that find which of the chats that steps offer are really free; what is being settled in the same breath no longer stands
 * there.
 */
export function handingOver(
  rows: ReturnType<typeof freeChats>,
  at: string,
  settling: readonly Settling[],
): readonly Part[] {
  const sent = settling.flatMap(({ settlements }) =>
    settlements.flatMap(({ id, result }) => (result === "sent" ? [id] : [])),
  )
  const needsPlace = rows.some(({ needs_place }) => needs_place)
  return [
    ...(needsPlace ? [place(at)] : []),
    // A column, not a condition: of what conditions leave over the server expects one row, and would look through all of
    // them for each message.
    sql`
    line as materialized (
      select chat_id, bot_id,
        (
          select o.id from outbox o
          where o.chat_id = step.chat_id and o.state in ('waiting', 'sending') and o.id <> all(${sent}::bigint[])
          limit 1) is null
        and (select b.ready_at from chat_budget b where b.chat_id = step.chat_id and b.ready_at > ${at}) is null
        and (select c.suspect_since from chat c where c.id = step.chat_id) is null
        ${needsPlace ? sql`and (not needs_place or bot_id in (select bot_id from place))` : sql``} as is_free
      from step where is_offered
    )`,
    ...(needsPlace ? [placed(at)] : []),
  ]
}

/** Whoever holds the bot's line just now is not waited for: then the chat's answers stand in line as well. */
function place(at: string): Part {
  return sql`
    place as materialized (
      select b.bot_id, ${stepMs(at)} as step from bot_budget b
      where b.bot_id in (select bot_id from step where needs_place) and b.full_at <= ${at} and b.paused_until <= ${at}
      for update skip locked
    )`
}

function placed(at: string): Part {
  return sql`
    placed as (
      update bot_budget b set full_at = ${at}::timestamptz + place.step * interval '1 ms'
      from place join line using (bot_id) where line.is_free and b.bot_id = place.bot_id
    )`
}

/** What the statement answers of each message it wrote; all else of it is known here, and a crowd's rows are read fast. */
export type LeavingRow = {
  readonly id: string
  readonly chat_id: ChatId
  /** Of a receipt, which the store completes; of all else what was given. */
  readonly receipt: OutboxContent | null
  readonly is_handed_over: boolean
}

/** `rows` and what was `said` both stand in the order in which it is to be sent; `free` are the chats that could be handed over. */
export function writtenOf(
  rows: readonly LeavingRow[],
  said: readonly OutboxDraft[],
  free: ReturnType<typeof freeChats>,
): Written {
  const drafts = Map.groupBy(
    said.filter(({ kind }) => kind !== "receipt"),
    ({ chat }) => chat,
  )
  const terms = new Map(free.map((each) => [each.chat_id, each]))
  const handedOver = new Map<ChatId, { rows: OutboxRow[]; until: number }>()
  const chats = new Set<ChatId>()
  for (const { id, chat_id: chat, receipt, is_handed_over } of rows) {
    const own = terms.get(chat)
    if (!is_handed_over || own === undefined) {
      chats.add(chat)
      continue
    }
    // A free chat's drafts are all written: none of them is a repeat.
    const draft =
      receipt === null ? drafts.get(chat)?.shift() : ({ kind: "receipt", content: receipt } as const)
    if (draft === undefined) throw new Error(`Message ${id} was written without a draft of it.`)
    const held = handedOver.get(chat) ?? { rows: [], until: own.until }
    const { kind, content } = draft
    held.rows.push({ id, chat, bot: own.bot_id, kind, content, attempts: 0, group: false })
    handedOver.set(chat, held)
  }
  return { chats: [...chats], handedOver }
}
