import { type Kysely, sql } from "kysely"
import type { BotId, ChatId } from "../core/channel.ts"
import type { Outbox, OutboxContent, OutboxDraft, OutboxKind, OutboxRow, Settlement } from "../core/outbox.ts"
import type { Database } from "./schema.ts"

type Claim = { readonly chat: ChatId; readonly now: number; readonly leaseMs: number }

/** More than fits into a merged message is left for the next turn, so that one chat cannot fill the memory. */
const ROWS_PER_CLAIM = 100

/**
 * The outbox as its senders see it. Claims and settlements that come while a statement is under way go together with the
 * next one: a lone answer waits for nobody, a crowd costs a few commits.
 *
 * A row that was put back (`later`) keeps its place: those behind it wait. An empty `error` means put back untried, which
 * does not count as an attempt. A row that nobody touched yet and that is due in the future holds nobody up.
 */
export function outbox(db: Kysely<Database>): Outbox {
  const claim = together<Claim, readonly OutboxRow[]>((claims) => claimRows(db, claims))
  const settle = together<{ readonly settlements: readonly Settlement[]; readonly now: number }, void>(
    async (asks) => {
      const now = Math.max(...asks.map((ask) => ask.now))
      const settlements = asks.flatMap((ask) => ask.settlements)
      await settleRows(db, settlements, now)
      return asks.map(() => undefined)
    },
  )
  return {
    claim: (chat, now, leaseMs) => claim({ chat, now, leaseMs }),
    settle: async (settlements, now) => {
      if (settlements.length > 0) await settle({ settlements, now })
    },
    overdue: (now, limit) => overdueChats(db, now, limit),
    nextDue: (chat) => nextDue(db, chat),
    closeChat: (chat, reason, now) => closeChat(db, chat, reason, now),
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
  }))
  const written = await sql<{ chat_id: ChatId }>`
    with draft as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(
        place integer, chat_id text, bot_id text, kind text, content jsonb, dedupe_key text, supersede_key text,
        due_ms double precision)
    ), stale as (
      select o.id from outbox o join draft d using (chat_id, supersede_key)
      where o.state = 'waiting'
        and not exists (select from outbox used where used.dedupe_key = d.dedupe_key)
      order by o.chat_id, o.id
      for update of o
    ), superseded as (
      update outbox o set state = 'superseded' from stale where o.id = stale.id
    )
    insert into outbox (chat_id, bot_id, kind, content, dedupe_key, supersede_key, due_at, created_at)
    select chat_id, bot_id, kind, content, dedupe_key, supersede_key, to_timestamp(due_ms / 1000),
      ${new Date(now)}::timestamptz
    from draft order by place
    on conflict (dedupe_key) do nothing
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

type TakenRow = {
  readonly id: string
  readonly chat_id: ChatId
  readonly bot_id: BotId
  readonly kind: OutboxKind
  readonly content: OutboxContent
  readonly attempts: number
  readonly is_group: boolean
}

/**
 * Every claimant locks every open row of the chat before it looks at them, and reads the newest version of each, so of two
 * claimants of one instant the second sees the rows of the first as `sending`. Rows locked by somebody else mean that a
 * sender is at work: waiting for it would stall the other chats of this statement.
 */
async function claimRows(
  db: Kysely<Database>,
  asks: readonly Claim[],
): Promise<readonly (readonly OutboxRow[])[]> {
  const first = new Map<ChatId, Claim>()
  for (const ask of asks) if (!first.has(ask.chat)) first.set(ask.chat, ask)
  const claims = [...first.values()]
  const taken = await sql<TakenRow>`
    with ask as (
      select * from unnest(
        ${claims.map((ask) => ask.chat)}::text[],
        ${claims.map((ask) => new Date(ask.now))}::timestamptz[],
        ${claims.map((ask) => new Date(ask.now + ask.leaseMs))}::timestamptz[]
      ) as a(chat_id, now, lease_until)
    ), line as materialized (
      select o.id, o.chat_id, o.kind, o.state, o.due_at, o.lease_until as held_until, o.error, a.now, a.lease_until
      from outbox o join ask a using (chat_id)
      where o.state in ('waiting', 'sending')
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
    ), taken as (
      update outbox o set
        state = case when head.lost then 'unknown' else 'sending' end,
        attempts = o.attempts + (head.state = 'sending')::integer,
        lease_until = case when head.lost then null else head.lease_until end,
        error = case when head.lost then 'the sender died before it could tell whether this was sent' else o.error end
      from head
      where o.id = head.id
        and (head.lost or head.place < head.first_post or head.place = head.first_post and head.first_post = head.first_kept)
        and head.place <= ${ROWS_PER_CLAIM}
      returning o.id, o.chat_id, o.bot_id, o.kind, o.content, o.attempts, o.state
    )
    select taken.id, taken.chat_id, taken.bot_id, taken.kind, taken.content, taken.attempts,
      coalesce(chat.kind = 'group', false) as is_group
    from taken left join chat on chat.id = taken.chat_id
    where taken.state = 'sending'
    order by taken.id`.execute(db)
  const rowsOf = Map.groupBy(taken.rows.map(toOutboxRow), (row) => row.chat)
  return asks.map((ask) => (first.get(ask.chat) === ask ? (rowsOf.get(ask.chat) ?? []) : []))
}

function toOutboxRow(row: TakenRow): OutboxRow {
  const { id, kind, content, attempts } = row
  return { id, chat: row.chat_id, bot: row.bot_id, kind, content, attempts, group: row.is_group }
}

/**
 * That a message was sent is believed even from a sender whose lease ran out meanwhile; anything else it says about a row
 * that is no longer its own is too late.
 */
async function settleRows(
  db: Kysely<Database>,
  settlements: readonly Settlement[],
  now: number,
): Promise<void> {
  const news = settlements.map((settlement) => ({
    id: settlement.id,
    result: settlement.result,
    due_ms: settlement.result === "later" ? settlement.dueAt : undefined,
    error: settlement.result === "sent" ? undefined : settlement.error,
    message_ref: settlement.result === "sent" ? settlement.message : undefined,
  }))
  await sql`
    with news as (
      select * from jsonb_to_recordset(${JSON.stringify(news)}::jsonb)
        as n(id bigint, result text, due_ms double precision, error text, message_ref text)
    ), own as (
      select o.id from outbox o join news n using (id)
      where o.state = 'sending' or n.result = 'sent' and o.state in ('waiting', 'unknown')
      order by o.chat_id, o.id
      for update of o
    )
    update outbox o set
      state = case n.result when 'later' then 'waiting' else n.result end,
      due_at = coalesce(to_timestamp(n.due_ms / 1000), o.due_at),
      attempts = o.attempts + (n.error is null or n.error <> '')::integer,
      lease_until = null,
      error = n.error,
      sent_at = case n.result when 'sent' then ${new Date(now)}::timestamptz end,
      message_ref = n.message_ref
    from news n, own
    where o.id = n.id and o.id = own.id`.execute(db)
}

/** Chats where somebody waits for an answer come before those that only get announcements. */
async function overdueChats(db: Kysely<Database>, now: number, limit: number): Promise<readonly ChatId[]> {
  const at = new Date(now)
  const found = await sql<{ chat_id: ChatId }>`
    select o.chat_id from outbox o
    where o.state in ('waiting', 'sending') and o.due_at <= ${at}
      and (o.state = 'waiting' or o.lease_until <= ${at})
      and not exists (
        select from outbox ahead
        where ahead.chat_id = o.chat_id
          and (ahead.state = 'sending' and ahead.lease_until > ${at}
            or ahead.state = 'waiting' and ahead.id < o.id and ahead.error is not null and ahead.due_at > ${at}))
    group by o.chat_id
    order by bool_or(o.kind in ('answer', 'receipt')) desc, min(o.due_at)
    limit ${limit}`.execute(db)
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

/** Runs one statement at a time and gathers what is asked for meanwhile into the next. */
function together<Ask, Answer>(
  run: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
): (ask: Ask) => Promise<Answer> {
  type Waiting = {
    readonly ask: Ask
    readonly resolve: (answer: Answer) => void
    readonly reject: (error: unknown) => void
  }
  let waiting: Waiting[] = []
  let running = false
  const drain = async () => {
    running = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        const answers = await run(batch.map(({ ask }) => ask))
        batch.forEach(({ resolve }, place) => {
          resolve(answers[place] as Answer)
        })
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    running = false
  }
  return (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject })
      // After the present turn of the event loop's micro-tasks: what is asked for together goes together.
      if (!running) {
        running = true
        queueMicrotask(() => void drain())
      }
    })
}
