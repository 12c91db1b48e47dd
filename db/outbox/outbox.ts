import { type Kysely, sql } from "kysely"
import type { ChatId } from "../../core/channel.ts"
import type { Claimed, Outbox, OutboxDraft } from "../../core/outbox.ts"
import { together } from "../../core/together.ts"
import type { Database } from "../schema.ts"
import { pauseBot, reservePlaces } from "./budget.ts"
import { type Claim, claimRows } from "./claim.ts"
import { holdPosts } from "./ledger.ts"
import { inherit, SENDER, unattended } from "./sender.ts"
import { type SettlementDesk, settlementDesk } from "./settling.ts"

/**
 * The outbox as its senders see it. Claims and settlements that come while a statement is under way go together with the
 * next one: a lone answer waits for nobody, a crowd costs a few commits.
 *
 * A row that was put back (`later`) keeps its place: those behind it wait. An empty `error` means put back untried, which
 * does not count as an attempt. A row that nobody touched yet and that is due in the future holds nobody up.
 */
export function outbox(db: Kysely<Database>, desk: SettlementDesk = settlementDesk(db, 0)): Outbox {
  const claim = together<Claim, Claimed>((claims) => claimRows(db, claims))
  return {
    claim: (chat, now, leaseMs, place) => claim({ chat, now, leaseMs, withPlace: place === "with_place" }),
    settle: async (settlements, now, spent) => {
      if (settlements.length > 0 || spent)
        await desk.settle({ settlements, now, spent: spent ? [spent] : [] })
    },
    reserve: (bot, ask, now) => reservePlaces(db, bot, ask, now),
    pauseBot: (bot, ask, now) => pauseBot(db, bot, ask, now),
    holdPosts: (bot, until) => holdPosts(db, bot, until),
    overdue: (now, limit) => overdueChats(db, now, limit),
    nextDue: (chat) => nextDue(db, chat),
    closeChat: (chat, reason, now) => closeChat(db, chat, reason, now),
    unattended: () => unattended(db),
    inherit: (holdings, now) => inherit(db, holdings, now),
  }
}

/**
 * Writes drafts in their order and answers the chats that got rows. A draft whose dedupe key was ever used is left out and
 * then supersedes nothing. Give it the transaction that causes the messages; `now` in epoch milliseconds.
 */
export async function insertOutbox(
  db: Kysely<Database>,
  drafts: readonly OutboxDraft[],
  now: number,
): Promise<readonly ChatId[]> {
  if (drafts.length === 0) return []
  const rows = withoutSuperseded(drafts).map((draft, place) => ({
    place,
    chat_id: draft.chat,
    bot_id: draft.bot,
    kind: draft.kind,
    content: draft.content,
    dedupe_key: draft.dedupeKey,
    supersede_key: draft.supersedeKey,
    due_ms: draft.dueAt,
    held_for: draft.heldFor,
    // Who writes them delivers them; what is due later may be anybody's by then.
    sender: draft.dueAt <= now ? SENDER : undefined,
  }))
  const written = await sql<{ chat_id: ChatId }>`
    with draft as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(
        place integer, chat_id text, bot_id text, kind text, content jsonb, dedupe_key text, supersede_key text,
        due_ms double precision, held_for text, sender text)
    ), stale as (
      select o.id from outbox o join draft d using (chat_id, supersede_key)
      where o.state = 'waiting'
        and not exists (select from outbox used where used.dedupe_key = d.dedupe_key)
      order by o.chat_id, o.id
      for update of o
    ), superseded as (
      update outbox o set state = 'superseded' from stale where o.id = stale.id
    )
    insert into outbox (chat_id, bot_id, kind, content, dedupe_key, supersede_key, due_at, held_for, sender, created_at)
    select chat_id, bot_id, kind, content, dedupe_key, supersede_key, to_timestamp(due_ms / 1000), held_for, sender,
      ${new Date(now)}::timestamptz
    from draft order by place
    on conflict (dedupe_key) where dedupe_key is not null do nothing
    returning chat_id`.execute(db)
  return [...new Set(written.rows.map((row) => row.chat_id))]
}

/** One statement cannot supersede what it is only about to insert, so the batch is thinned out beforehand. */
function withoutSuperseded(drafts: readonly OutboxDraft[]): readonly OutboxDraft[] {
  const last = new Map<string, OutboxDraft>()
  for (const draft of drafts) if (draft.supersedeKey !== undefined) last.set(superseding(draft), draft)
  return drafts.filter((draft) => draft.supersedeKey === undefined || last.get(superseding(draft)) === draft)
}

function superseding(draft: OutboxDraft): string {
  return JSON.stringify([draft.chat, draft.supersedeKey])
}

/** What a living process has had in its line for longer may have been forgotten there. */
const FORGOTTEN_MS = 5 * 60_000

/**
 * Chats where somebody waits for an answer come before those that only get announcements. Who is told of a chat signs its
 * rows, and the others leave them to that one while it lives: else all of them would stand in the bot's line for the same
 * post, and all but one for nothing.
 */
async function overdueChats(db: Kysely<Database>, now: number, limit: number): Promise<readonly ChatId[]> {
  const at = new Date(now)
  const found = await sql<{ chat_id: ChatId }>`
    with due as materialized (
      select o.chat_id, bool_or(o.kind in ('answer', 'receipt')) as is_waited_for, min(o.due_at) as since
      from outbox o
      where o.state in ('waiting', 'sending') and o.due_at <= ${at}
        and case o.state when 'sending' then o.lease_until <= ${at} else
          o.sender is null or o.sender = ${SENDER} or o.due_at <= ${new Date(now - FORGOTTEN_MS)}
          or o.sender not in (select application_name from pg_stat_activity where application_name is not null) end
        and not exists (
          select from outbox ahead
          where ahead.chat_id = o.chat_id
            and (ahead.state = 'sending' and ahead.lease_until > ${at}
              or ahead.state = 'waiting' and ahead.id < o.id and ahead.error is not null and ahead.due_at > ${at}))
      group by o.chat_id
      order by is_waited_for desc, since
      limit ${limit}
    ), signed as (
      update outbox set sender = ${SENDER}
      where id in (
        select o.id from outbox o join due using (chat_id)
        where o.state = 'waiting' and o.due_at <= ${at} and o.sender is distinct from ${SENDER}
        order by o.chat_id, o.id for update of o skip locked)
    )
    select chat_id from due order by is_waited_for desc, since`.execute(db)
  return found.rows.map((row) => row.chat_id)
}

async function nextDue(db: Kysely<Database>, chat: ChatId): Promise<number | undefined> {
  const found = await sql<{ due_at: Date | null }>`
    select min(o.due_at) as due_at from outbox o
    where o.chat_id = ${chat} and o.state = 'waiting'
      and not exists (
        select from outbox ahead
        where ahead.chat_id = o.chat_id and ahead.id < o.id and ahead.state = 'waiting' and ahead.error is not null)
  `.execute(db)
  return found.rows[0]?.due_at?.getTime()
}

async function closeChat(db: Kysely<Database>, chat: ChatId, reason: string, now: number): Promise<void> {
  await sql`
    with dead as (
      update outbox set state = 'dead', error = ${reason}
      where id in (
        select id from outbox
        where chat_id = ${chat} and state = 'waiting' and created_at <= ${new Date(now)}
        order by id for update)
    )
    update chat set state = 'closed' where id = ${chat}`.execute(db)
}
