import { type Kysely, sql } from "kysely"
import type { BotId, ChatId } from "../../core/channel.ts"
import type {
  AddressForm,
  ChatBudget,
  Claimed,
  OutboxContent,
  OutboxKind,
  OutboxRow,
} from "../../core/outbox.ts"
import type { Database } from "../schema.ts"
import { stepMs } from "./budget.ts"
import { SENDER } from "./sender.ts"

/** A sender asks for the rows of a chat, `withPlace` also for a post that has its place in the bot's line. `now`: epoch milliseconds. */
export type Claim = {
  readonly chat: ChatId
  readonly now: number
  readonly leaseMs: number
  readonly withPlace: boolean
}
/** More than fits into a merged message is left for the next turn, so that one chat cannot fill the memory. */
const ROWS_PER_CLAIM = 100
/** Answers whose place in the bot's line is farther away stay unclaimed: a lease must not end while they wait. */
const LINE_MS = 10_000

type FoundRow = {
  readonly chat_id: ChatId
  readonly ready_at: Date | null
  readonly post: BotId | null
  readonly slot_at: Date | null
  readonly budget: ChatBudget | null
  readonly is_group: boolean
  readonly address_form: AddressForm
  readonly more: boolean
  readonly is_suspect: boolean
  readonly id: string | null
  readonly bot_id: BotId
  readonly kind: OutboxKind
  readonly content: OutboxContent
  readonly attempts: number
}

/**
 * Every claimant locks every open row of the chat before it looks at them, and reads the newest version of each, so of two
 * claimants of one instant the second sees the rows of the first as `sending`. Rows locked by somebody else mean that a
 * sender is at work: waiting for it would stall the other chats of this statement. The bots' budgets are locked last and
 * in their order, and waited for: a claim holds them only as long as it takes to commit.
 */
export async function claimRows(db: Kysely<Database>, asks: readonly Claim[]): Promise<readonly Claimed[]> {
  const first = new Map<ChatId, Claim>()
  for (const ask of asks) {
    const known = first.get(ask.chat)
    if (known === undefined || (ask.withPlace && !known.withPlace)) first.set(ask.chat, ask)
  }
  const claims = [...first.values()]
  const now = new Date(Math.max(...claims.map((ask) => ask.now)))
  const found = await sql<FoundRow>`
    with ask as (
      select a.*, budget.state as budget, budget.ready_at
      from unnest(
        ${claims.map((ask) => ask.chat)}::text[],
        ${claims.map((ask) => new Date(ask.now))}::timestamptz[],
        ${claims.map((ask) => new Date(ask.now + ask.leaseMs))}::timestamptz[],
        ${claims.map((ask) => ask.withPlace)}::boolean[]
      ) as a(chat_id, now, lease_until, with_place)
      left join chat_budget budget using (chat_id)
    ), line as materialized (
      select o.id, o.chat_id, o.bot_id, o.kind, o.state, o.due_at, o.lease_until as held_until, o.error, a.now,
        a.lease_until, a.with_place
      from outbox o join ask a using (chat_id)
      where o.state in ('waiting', 'sending') and (a.ready_at is null or a.ready_at <= a.now)
      order by o.chat_id, o.id
      for update of o skip locked
    ), elsewhere as (
      select o.chat_id from outbox o join ask using (chat_id)
      where o.state in ('waiting', 'sending') and not exists (select from line where line.id = o.id)
    ), free as (
      select *,
        state = 'sending' and kind in ('notice', 'post') as lost,
        row_number() over (partition by chat_id order by id) as place
      from (
        select *,
          bool_or(state = 'sending' and held_until > now) over (partition by chat_id) as held,
          bool_or(state = 'waiting' and error is not null and due_at > now)
            over (partition by chat_id order by id) as blocked
        from line
      ) looked
      where not held and not blocked and (state = 'sending' or due_at <= now)
        and chat_id not in (select chat_id from elsewhere)
    ), head as (
      -- A notice or post is taken alone: were its sender to die, only that one would be of unknown outcome.
      select *, coalesce(min(place) filter (where kind in ('notice', 'post') and not lost)
        over (partition by chat_id), ${ROWS_PER_CLAIM} + 1) as first_post,
        min(place) filter (where not lost) over (partition by chat_id) as first_kept
      from free
    ), turn as (
      -- Chats that begin with answers, each with its place in the bot's line; those that waited longest come first.
      select chat_id, bot_id, row_number() over (partition by bot_id order by due_at, chat_id) - 1 as ahead
      from head where place = first_kept and first_post > first_kept
    ), line_of_bot as materialized (
      select b.bot_id, b.paused_until, greatest(b.full_at, ${now}) as next_at, ${stepMs(now)} as step
      from bot_budget b
      where b.bot_id = any(array(select bot_id from turn)) and b.interval_ms > 0
      order by b.bot_id
      for update
    ), slot as materialized (
      select turn.chat_id, bot.bot_id, bot.step, bot.paused_until,
        bot.next_at + turn.ahead * bot.step * interval '1 ms' as slot_at
      from turn join line_of_bot bot using (bot_id)
    ), refused as (
      -- Rounded up: the claimant's clock knows milliseconds, and must not come back within one that is not over.
      select chat_id, date_trunc('milliseconds', interval '999 microseconds'
        + greatest(paused_until, slot_at - ${LINE_MS}::integer * interval '1 ms')) as ready_at
      from slot
      where paused_until > ${now} or slot_at > ${now}::timestamptz + ${LINE_MS}::integer * interval '1 ms'
    ), spent as (
      update bot_budget b set full_at = taken.until
      from (
        select bot_id, max(slot_at + step * interval '1 ms') as until
        from slot where chat_id not in (select chat_id from refused) group by bot_id
      ) taken
      where b.bot_id = taken.bot_id
    ), taken as (
      update outbox o set
        state = case when head.lost then 'unknown' else 'sending' end,
        attempts = o.attempts + (head.state = 'sending')::integer,
        lease_until = case when head.lost then null else head.lease_until end,
        sender = case when head.lost then null else ${SENDER} end,
        error = case when head.lost then 'the sender died before it could tell whether this was sent' else o.error end
      from head
      where o.id = head.id
        and (head.lost or head.place < head.first_post
          or head.place = head.first_post and head.first_post = head.first_kept and head.with_place)
        and head.place <= ${ROWS_PER_CLAIM}
        and (head.lost or head.chat_id not in (select chat_id from refused))
      returning o.id, o.chat_id, o.bot_id, o.kind, o.content, o.attempts, o.state
    )
    select ask.chat_id, coalesce(refused.ready_at, case when ask.ready_at > ask.now then ask.ready_at end) as ready_at,
      post.bot_id as post, case when refused.chat_id is null then slot.slot_at end as slot_at, ask.budget,
      coalesce(chat.kind = 'group', false) as is_group, coalesce(chat.address_form, 'anh_chi') as address_form,
      exists (select from head h where h.chat_id = ask.chat_id and not h.lost
        and not exists (select from taken t where t.id = h.id)) as more, coalesce(chat.suspect_since is not null, false) as is_suspect,
      taken.id, taken.bot_id, taken.kind, taken.content, taken.attempts
    from ask
    left join taken on taken.chat_id = ask.chat_id and taken.state = 'sending'
    left join refused on refused.chat_id = ask.chat_id
    left join slot on slot.chat_id = ask.chat_id
    left join head post on post.chat_id = ask.chat_id and post.place = post.first_post
      and post.first_post = post.first_kept and not post.with_place
    left join chat on chat.id = ask.chat_id
    order by taken.id`.execute(db)
  const rowsOf = Map.groupBy(found.rows, (row) => row.chat_id)
  return asks.map((ask) =>
    first.get(ask.chat) === ask ? toClaimed(rowsOf.get(ask.chat) ?? []) : { rows: [] },
  )
}

function toClaimed(found: readonly FoundRow[]): Claimed {
  const known = found[0]
  if (known === undefined) return { rows: [] }
  return {
    rows: found.flatMap((row) => (row.id === null ? [] : [toOutboxRow(row, row.id)])),
    ...(known.ready_at === null ? {} : { readyAt: known.ready_at.getTime() }),
    ...(known.post === null ? {} : { post: known.post }),
    ...(known.slot_at === null ? {} : { slotAt: known.slot_at.getTime() }),
    ...(known.budget === null ? {} : { budget: known.budget }),
    ...(known.is_suspect ? { suspect: true } : {}),
    ...(known.more ? { more: true } : {}),
  }
}

function toOutboxRow(row: FoundRow, id: string): OutboxRow {
  const { kind, content, attempts } = row
  const known = { id, chat: row.chat_id, bot: row.bot_id, kind, content, attempts, group: row.is_group }
  return row.address_form === "anh_chi" ? known : { ...known, addressForm: row.address_form }
}
