import { type Kysely, sql } from "kysely"
import type { ChatId } from "../../core/channel.ts"
import { localDate } from "../../core/clock.ts"
import { conversationKey } from "../../core/conversation/context.ts"
import type { Conversations, Step } from "../../core/conversations.ts"
import type { OutboxDraft, Written } from "../../core/outbox.ts"
import { type NewTitle, TITLED_NOW } from "../ideas/title-stock.ts"
import type { Watched } from "../ideas/title-watch.ts"
import { freeChats, handingOver, type LeavingRow, writtenOf } from "../outbox/hand-over.ts"
import { SENDER } from "../outbox/sender.ts"
import { type Settling, settled } from "../outbox/settling.ts"
import type { Database } from "../schema.ts"
import { stillTrue } from "./context-memory.ts"
import type { Part } from "./part.ts"
import { registering, registerRow, telling } from "./registering.ts"

type StoredRow = LeavingRow & {
  /** The transaction, when it wrote initiatives. */
  readonly titled?: string
  readonly newest_titles: string | null
}

/** What a commit needs besides its steps. */
type Beside = {
  readonly now: number
  readonly timeZone: string
  readonly settling: readonly Settling[]
  readonly handOver: Parameters<Conversations["commit"]>[2]
  /** Told by the way, for the look-ups of titles to come. */
  readonly watched: Watched | undefined
}

/**
 * Claims the updates and writes dialogues, new initiatives with their events and counters, and everything to be said, all in
 * one statement, so that a lone update costs one commit.
 */
export async function storeSteps(
  db: Kysely<Database>,
  steps: readonly Step[],
  { now, timeZone, settling, handOver, watched }: Beside,
): Promise<{ readonly written: Written; readonly titles: readonly NewTitle[] }> {
  const register = steps.flatMap((step, place) =>
    (step.decision.register ?? []).map((entry, nth) => registerRow(entry, place, nth)),
  )
  const unsaid = unsaidBy(steps)
  const say = inPlace(steps, ({ decision }) => decision.say).filter(
    (draft) => !unsaid.some((later) => later.place > draft.place && isTheSame(later, draft)),
  )
  const tell = inPlace(steps, ({ decision }) => decision.tell)
  const free = freeChats(steps, now, handOver)
  const at = new Date(now).toISOString()
  const until = free.length === 0 ? null : new Date(Math.min(...free.map((each) => each.until)))
  const today = localDate(now, timeZone)
  const isRegistering = register.length + tell.length > 0
  // Parts that this batch does not need are left out: the server would plan each of them before finding it empty.
  const parts = [
    ...(settling.length > 0 ? settled(settling) : []),
    claiming(stepRows(steps, free), at, stillTrue(steps.map(({ found }) => found))),
    ...(steps.some(({ found }) => found.kept) ? [forgetting()] : []),
    ...(steps.every(({ found }) => found.met) ? [] : [meeting(at)]),
    ...(isRegistering ? [registering(register, at, today), telling(tell)] : []),
    drafted(say),
    ...handingOver(free, at, settling),
    ...(unsaid.length > 0 ? [superseding(unsaid)] : []),
  ]
  const { rows } = await sql<StoredRow>`
    with ${sql.join(parts)}
    insert into outbox (chat_id, bot_id, kind, content, dedupe_key, supersede_key, due_at, created_at, state, lease_until,
      sender)
    select chat_id, leaving.bot_id, kind, content, dedupe_key, supersede_key, to_timestamp(due_ms / 1000), ${at},
      case when is_free then 'sending' else 'waiting' end, case when is_free then ${until}::timestamptz end,
      case when is_free then ${SENDER} end
    from (
      select place, nth::float8 as line, nth, chat as chat_id, bot as bot_id, kind, content, "dedupeKey" as dedupe_key,
        "supersedeKey" as supersede_key, "dueAt" as due_ms
      from draft
      ${
        isRegistering
          ? sql`
      union all
      select place, behind - 0.5, nth, chat_id, bot_id, 'receipt', content, null, null, due_ms from receipt
      union all
      select place, 'infinity', nth, chat, bot, kind, content, null, null, "dueAt" from told`
          : sql``
      }
    ) as leaving left join line using (chat_id)
    order by place, line, nth
    on conflict (dedupe_key) where dedupe_key is not null do nothing
    returning id, chat_id, case kind when 'receipt' then content end as receipt, state = 'sending' as is_handed_over,
      ${watched?.newest ?? sql`null`} as newest_titles
      ${isRegistering ? sql`, ${TITLED_NOW}::text as titled` : sql``}`.execute(db)
  // Where nobody has anything to say, nothing is told.
  if (rows[0] !== undefined) watched?.found(rows[0].newest_titles)
  return { written: writtenOf(rows, say, free), titles: titlesOf(rows, register) }
}

/** The titles of the new initiatives; their receipts are among the rows in the same order. */
function titlesOf(
  rows: readonly StoredRow[],
  register: readonly ReturnType<typeof registerRow>[],
): readonly NewTitle[] {
  const receipts = rows.filter(({ receipt }) => receipt !== null)
  return register.flatMap(({ campaign_id, title_key }, place) => {
    const { titled, receipt } = receipts[place] ?? {}
    const number = receipt?.receipt?.number
    return titled === undefined || number === undefined
      ? []
      : [{ titled, number: String(number), campaign_id, title_key }]
  })
}

/**
 * Parts that claim the updates and write down where their dialogues are now. They fail where an update was handled already, and
 * where a conversation moved on since it was loaded, or what was remembered of it has changed (`isTrue`).
 */
function claiming(rows: readonly object[], at: string, isTrue = sql<boolean>`true`): Part {
  return sql`
    step as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(
        update_key text, chat_id text, account_id text, version integer, dialogue jsonb, bot_id text, kind text,
        title text, is_last boolean, is_alive boolean, is_offered boolean, needs_place boolean)
    ),
    claimed as (
      insert into handled_update (update_key, at) select update_key, ${at} from step where ${isTrue} returning 1
    ),
    talked as (
      insert into conversation (chat_id, account_id, version, dialogue, updated_at)
      select chat_id, account_id, version, dialogue, ${at} from step where is_last
      on conflict (chat_id, account_id) do update
        set version = case conversation.version when excluded.version - 1 then excluded.version
            else conversation_moved_on() end,
          dialogue = excluded.dialogue, updated_at = excluded.updated_at
      returning 1
    )`
}

function forgetting(): Part {
  return sql`forgotten as (delete from kept_update where update_key = any(array(select update_key from step)))`
}

/** Parts that write down the chats, and in which private chat a person can be reached. */
function meeting(at: string): Part {
  return sql`
    met as (
      insert into chat (id, bot_id, kind, title, created_at)
      select distinct on (chat_id) chat_id, bot_id, kind, title, ${at}::timestamptz from step
      -- A row that stands in the way is locked even when nothing is set: that would be a write for every message.
      where is_alive and (
        select c.bot_id = step.bot_id and c.state = 'open' and (step.title is null or c.title is not distinct from step.title)
        from chat c where c.id = step.chat_id) is not true
      on conflict (id) do update
        set bot_id = excluded.bot_id, title = coalesce(excluded.title, chat.title), state = 'open'
        where chat.bot_id <> excluded.bot_id or chat.state = 'closed'
          or excluded.title is distinct from chat.title and excluded.title is not null
    ),
    reachable as (
      update account set private_chat_id = step.chat_id, private_bot_id = step.bot_id
      from step where account.id = step.account_id and step.kind = 'private'
        and account.private_chat_id is distinct from step.chat_id
    )`
}

function drafted(rows: readonly object[]): Part {
  return sql`
    draft as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(
        place integer, nth integer, chat text, bot text, kind text, content jsonb, "dedupeKey" text, "supersedeKey" text,
        "dueAt" double precision)
    )`
}

type Unsaid = { readonly place: number; readonly chat: ChatId; readonly key: string }

/** Which waiting messages the steps make pointless. */
function unsaidBy(steps: readonly Step[]): readonly Unsaid[] {
  return steps.flatMap(({ incoming, decision }, place) => [
    ...(decision.unsaid === undefined ? [] : [{ place, chat: incoming.chat.id, key: decision.unsaid }]),
    ...(decision.say ?? []).flatMap(({ chat, supersedeKey: key }) =>
      key === undefined ? [] : [{ place, chat, key }],
    ),
  ])
}

/** A statement cannot supersede rows that it inserts itself, so what an earlier step would say is left out beforehand. */
function isTheSame({ chat, key }: Unsaid, draft: OutboxDraft): boolean {
  return draft.chat === chat && draft.supersedeKey === key
}

/** The `offset 0` makes the planner look it up chat by chat, not among everything that waits anywhere. */
function superseding(unsaid: readonly Unsaid[]): Part {
  return sql`
    stale as (
      update outbox set state = 'superseded' where state = 'waiting' and id = any(array(
        select o.id from jsonb_to_recordset(${JSON.stringify(unsaid)}::jsonb) as u(chat text, key text)
        cross join lateral (
          select id from outbox where chat_id = u.chat and state = 'waiting' and supersede_key = u.key offset 0
        ) as o))
    )`
}

/** What the steps have to say, each with its place. */
function inPlace(
  steps: readonly Step[],
  of: (step: Step) => readonly OutboxDraft[] | undefined,
): readonly (OutboxDraft & { readonly place: number; readonly nth: number })[] {
  return steps.flatMap((step, place) => (of(step) ?? []).map((draft, nth) => ({ ...draft, place, nth })))
}

function stepRows(steps: readonly Step[], free: ReturnType<typeof freeChats>): readonly object[] {
  const last = new Map(steps.map(({ incoming }, place) => [conversationKey(incoming), place]))
  const lastIn = new Map(steps.map(({ incoming }, place) => [incoming.chat.id, place]))
  const offered = new Map(free.map((each) => [lastIn.get(each.chat_id), each]))
  return steps.map(({ incoming, version, dialogue = null }, place) => ({
    update_key: incoming.updateKey,
    chat_id: incoming.chat.id,
    account_id: incoming.from?.account ?? "",
    version,
    dialogue,
    bot_id: incoming.bot,
    kind: incoming.chat.kind,
    title: incoming.chat.title,
    is_last: last.get(conversationKey(incoming)) === place,
    // Whoever writes in a chat shows that it is open; an update that the bot was removed does not.
    is_alive: !["left", "moved"].includes(incoming.content.kind),
    is_offered: offered.has(place),
    needs_place: offered.get(place)?.needs_place ?? false,
  }))
}
