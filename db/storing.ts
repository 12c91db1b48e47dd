import { type Kysely, type RawBuilder, sql } from "kysely"
import type { BotId, ChatId } from "../core/channel.ts"
import { type LocalDate, localDate } from "../core/clock.ts"
import type { Conversations, Step } from "../core/handle.ts"
import type { OutboxContent, OutboxDraft, OutboxKind, OutboxRow, Written } from "../core/outbox.ts"
import { fold } from "../core/text/fold.ts"
import { stepMs } from "./budget.ts"
import { addToDays, addToMonths, addToTotals, statedUnconverted, statedVnd } from "./counter.ts"
import { indexOf } from "./ideas.ts"
import type { Database } from "./schema.ts"
import { SENDER } from "./sender.ts"
import { type Settling, settled } from "./settling.ts"

/** One or several `name as (…)` of a statement, commas between them. */
type Part = RawBuilder<unknown>

/** What a commit does besides its steps. */
type Beside = {
  readonly now: number
  readonly timeZone: string
  readonly settling: readonly Settling[]
  readonly handOver: Parameters<Conversations["commit"]>[2]
}

/**
 * Claims the updates and writes dialogues, new initiatives with their events and counters, and everything to be said: one
 * statement, so a lone update costs one commit.
 */
export async function storeSteps(
  db: Kysely<Database>,
  steps: readonly Step[],
  { now, timeZone, settling, handOver }: Beside,
): Promise<Written> {
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
  const today = localDate(now, timeZone)
  const isRegistering = register.length + tell.length > 0
  // What a batch does not need is left out: the server would prepare each part before it finds it empty.
  const parts = [
    ...(settling.length > 0 ? settled(settling) : []),
    claiming(steps.map(stepRow), at),
    ...(isRegistering ? [registering(register, at, today), telling(tell)] : []),
    drafted(say),
    handingOver(free, at, settling),
    ...(unsaid.length > 0 ? [superseding(unsaid)] : []),
  ]
  const { rows } = await sql<LeavingRow>`
    with ${sql.join(parts)}
    insert into outbox (chat_id, bot_id, kind, content, dedupe_key, supersede_key, due_at, created_at, state, lease_until,
      sender)
    select chat_id, leaving.bot_id, kind, content, dedupe_key, supersede_key, to_timestamp(due_ms / 1000), ${at},
      case when free.chat_id is null then 'waiting' else 'sending' end, free.lease_until,
      case when free.chat_id is not null then ${SENDER} end
    from (
      select place, 2 as said, nth, chat as chat_id, bot as bot_id, kind, content, "dedupeKey" as dedupe_key,
        "supersedeKey" as supersede_key, "dueAt" as due_ms
      from draft
      ${
        isRegistering
          ? sql`
      union all
      select place, 1, nth, chat_id, bot_id, 'receipt', content, null, null, due_ms from receipt
      union all
      select place, 3, nth, chat, bot, kind, content, null, null, "dueAt" from told`
          : sql``
      }
    ) as leaving left join free using (chat_id)
    order by place, said, nth
    on conflict (dedupe_key) do nothing
    returning id, chat_id, bot_id, kind, case kind when 'receipt' then content end as content, lease_until`.execute(
    db,
  )
  return writtenOf(rows, say)
}

/** Parts that take the updates, and note where their people and dialogues are now. */
function claiming(rows: readonly object[], at: string): Part {
  return sql`
    step as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(
        update_key text, chat_id text, account_id text, version integer, dialogue jsonb, bot_id text, kind text,
        title text, is_last boolean, is_alive boolean)
    ),
    claimed as (
      insert into handled_update (update_key, chat_id, account_id, version, at)
      select update_key, chat_id, account_id, version, ${at} from step
    ),
    forgotten as (delete from kept_update where update_key = any(array(select update_key from step))),
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
    talked as (
      insert into conversation (chat_id, account_id, version, dialogue, updated_at)
      select chat_id, account_id, version, dialogue, ${at} from step where is_last
      on conflict (chat_id, account_id) do update
        set version = excluded.version, dialogue = excluded.dialogue, updated_at = excluded.updated_at
    ),
    reachable as (
      update account set private_chat_id = step.chat_id, private_bot_id = step.bot_id
      from step where account.id = step.account_id and step.kind = 'private'
        and account.private_chat_id is distinct from step.chat_id
    )`
}

/** Parts that write new initiatives with their events and counters, and make their receipts. */
function registering(rows: readonly object[], at: string, today: LocalDate): Part {
  return sql`
    entry as materialized (
      select r.*, nextval('initiative_number') as number, (r.benefit ->> 'amount')::numeric as benefit_amount,
        r.benefit ->> 'currency' as benefit_currency
      from (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
          place integer, nth integer, id uuid, federation_id uuid, campaign_id uuid, unit_id uuid, title text, title_key text,
          original_text text, description text, sector text, benefit jsonb, author_id uuid, author_name text,
          submitter_id uuid, phase_from date, words integer[], confidential boolean, first_applied_on date,
          co_authors jsonb, chat_id text, bot_id text, content jsonb, due_ms double precision)
        order by place, nth
      ) as r
    ),
    written as (
      insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, original_text,
        description, sector, benefit_raw, benefit_amount, benefit_amount_max, benefit_currency, benefit_period,
        benefit_qualifier, author_id, author_name, submitter_id, registered_at, created_at, words, indexed,
        confidential, first_applied_on)
      select id, number, federation_id, campaign_id, unit_id, 'registered', title, title_key, original_text, description,
        sector, benefit ->> 'raw', (benefit ->> 'amount')::numeric, (benefit ->> 'amountMax')::numeric,
        benefit ->> 'currency', benefit ->> 'period', benefit ->> 'qualifier', author_id, author_name, submitter_id,
        ${at}, ${at}, words, true, confidential, first_applied_on
      from entry
    ),
    beside as (
      insert into co_author (id, initiative_id, person_id, name, share, state, entered_by, chat_id, bot_id, created_at, changed_at)
      select c.id, entry.id, c.person_id, c.name, c.share, c.state, submitter_id, chat_id, bot_id, ${at}, ${at}
      from entry cross join lateral jsonb_to_recordset(co_authors)
        as c (id uuid, person_id uuid, name text, share numeric, state text)
    ),
    happened as (
      insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, actor_id, created_at,
        registered, benefit_vnd, benefit_unconverted)
      select id, campaign_id, unit_id, 'registered', ${at}, submitter_id, ${at},
        1, ${statedVnd("entry")}, ${statedUnconverted("entry")}
      from entry
    ),
    delta as (
      select campaign_id, unit_id, ${today}::date as day, 1 as registered, 0 as recognized, 0 as on_portal,
        ${statedVnd("entry")} as benefit_vnd, ${statedUnconverted("entry")} as benefit_unconverted
      from entry
    ),
    counted as (${addToDays(sql`delta`)} returning campaign_id, unit_id, registered),
    -- Nothing reads these, so they run after all else and in this order, as everywhere: days, months, totals.
    counted_in_month as (${addToMonths(sql`delta`)}),
    counted_in_all as (${addToTotals(sql`delta`)}),
    receipt as (
      select entry.place, entry.nth, entry.chat_id, entry.bot_id, entry.due_ms,
        jsonb_set(jsonb_set(entry.content, '{receipt,number}', to_jsonb(entry.number)), '{receipt,registered}', to_jsonb(
          coalesce((
            select sum(day.registered) from unit_day as day
            where day.campaign_id = entry.campaign_id and day.unit_id = entry.unit_id
              and day.day >= entry.phase_from and day.day <> ${today}::date
          ), 0)
          + counted.registered - count(*) over later + 1)) as content
      from entry join counted using (campaign_id, unit_id)
      window later as (partition by entry.campaign_id, entry.unit_id order by entry.number desc)
    )`
}

/** What is said to others about new initiatives, which have their codes only now. */
function telling(rows: readonly object[]): Part {
  return sql`
    told as (
      select place, nth, chat, bot, kind, coded.content, "dueAt"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(
        place integer, nth integer, chat text, bot text, kind text, content jsonb, "dueAt" double precision)
      cross join lateral (
        select jsonb_build_object('phrases', jsonb_agg(
          case when entry.id is null then phrase else jsonb_set(phrase, '{args,code}',
            to_jsonb('SK-' || lpad(entry.number::text, greatest(6, length(entry.number::text)), '0'))) end order by line)) as content
        from jsonb_array_elements(t.content -> 'phrases') with ordinality as said(phrase, line)
        left join entry on entry.id::text = phrase -> 'args' ->> 'initiative'
      ) as coded
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

/** Parts that find which of the chats are really free; what is being settled in the same breath no longer stands there. */
function handingOver(rows: readonly object[], at: string, settling: readonly Settling[]): Part {
  const sent = settling.flatMap(({ settlements }) =>
    settlements.flatMap(({ id, result }) => (result === "sent" ? [id] : [])),
  )
  return sql`
    offered as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(
        chat_id text, bot_id text, lease_until timestamptz, needs_place boolean)
    ),
    -- Whoever holds the bot's line just now is not waited for: then the chat's answers stand in line as well.
    place as materialized (
      select b.bot_id, ${stepMs(at)} as step from bot_budget b
      where b.bot_id in (select bot_id from offered where needs_place) and b.full_at <= ${at} and b.paused_until <= ${at}
      for update skip locked
    ),
    free as materialized (
      select chat_id, bot_id, lease_until from offered
      where (
          select o.id from outbox o
          where o.chat_id = offered.chat_id and o.state in ('waiting', 'sending') and o.id <> all(${sent}::bigint[])
          limit 1) is null
        and (select b.ready_at from chat_budget b where b.chat_id = offered.chat_id and b.ready_at > ${at}) is null
        and (select c.suspect_since from chat c where c.id = offered.chat_id) is null
        and (not needs_place or bot_id in (select bot_id from place))
    ),
    placed as (
      update bot_budget b set full_at = ${at}::timestamptz + place.step * interval '1 ms'
      from place join free using (bot_id) where b.bot_id = place.bot_id
    )`
}

type Unsaid = { readonly place: number; readonly chat: ChatId; readonly key: string }

/** What the steps make pointless of that which waits to be said. */
function unsaidBy(steps: readonly Step[]): readonly Unsaid[] {
  return steps.flatMap(({ incoming, decision }, place) => [
    ...(decision.unsaid === undefined ? [] : [{ place, chat: incoming.chat.id, key: decision.unsaid }]),
    ...(decision.say ?? []).flatMap(({ chat, supersedeKey: key }) =>
      key === undefined ? [] : [{ place, chat, key }],
    ),
  ])
}

/** One statement cannot supersede what it is only about to insert, so what an earlier step says is left out beforehand. */
function isTheSame({ chat, key }: Unsaid, draft: OutboxDraft): boolean {
  return draft.chat === chat && draft.supersedeKey === key
}

/** The offset has it looked up chat by chat, not among all that waits anywhere. */
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

type LeavingRow = {
  readonly id: string
  readonly chat_id: ChatId
  readonly bot_id: BotId
  readonly kind: OutboxKind
  /** Of a receipt, which the store completes; of all else what was given. */
  readonly content: OutboxContent | null
  /** Set: handed over. */
  readonly lease_until: Date | null
}

/** `rows` and what was `said` both stand in the order in which it is to be sent. */
function writtenOf(rows: readonly LeavingRow[], said: readonly OutboxDraft[]): Written {
  const contents = Map.groupBy(
    said.filter(({ kind }) => kind !== "receipt"),
    ({ chat }) => chat,
  )
  const handedOver = new Map<ChatId, { rows: OutboxRow[]; until: number }>()
  const chats = new Set<ChatId>()
  for (const row of rows) {
    if (row.lease_until === null) {
      chats.add(row.chat_id)
      continue
    }
    const { id, kind } = row
    // A free chat's drafts are all written: none of them is a repeat.
    const content = row.content ?? contents.get(row.chat_id)?.shift()?.content
    if (content === undefined) throw new Error(`Message ${id} was written without a draft of it.`)
    const own = handedOver.get(row.chat_id) ?? { rows: [], until: row.lease_until.getTime() }
    own.rows.push({ id, chat: row.chat_id, bot: row.bot_id, kind, content, attempts: 0, group: false })
    handedOver.set(row.chat_id, own)
  }
  return { chats: [...chats], handedOver }
}

/**
 * Private chats whose answers could leave at once. In groups waiting receipts are merged and several people write to one
 * line, so there a sender claims.
 */
function freeChats(steps: readonly Step[], now: number, handOver: Beside["handOver"]) {
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
    steps.flatMap(({ incoming, decision }) =>
      [...(decision.say ?? []), ...(decision.tell ?? [])].flatMap(({ chat }) =>
        chat === incoming.chat.id ? [] : [chat],
      ),
    ),
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
        lease_until: new Date(now + terms.leaseMs),
        needs_place: terms.needsPlace,
      },
    ]
  })
}

function stepRow(step: Step, index: number, steps: readonly Step[]) {
  const { chat, from } = step.incoming
  const isLast = !steps
    .slice(index + 1)
    .some((later) => later.incoming.chat.id === chat.id && later.incoming.from?.account === from?.account)
  return {
    update_key: step.incoming.updateKey,
    chat_id: chat.id,
    account_id: from?.account ?? "",
    version: step.version,
    dialogue: step.dialogue ?? null,
    bot_id: step.incoming.bot,
    kind: chat.kind,
    title: chat.title ?? null,
    is_last: isLast,
    // Whoever writes in a chat shows that it is open; of being thrown out a chat does not open again.
    is_alive: !["left", "moved"].includes(step.incoming.content.kind),
  }
}

function registerRow(entry: NonNullable<Step["decision"]["register"]>[number], place: number, nth: number) {
  const { initiative, receipt } = entry
  return {
    place,
    nth,
    id: initiative.id,
    federation_id: initiative.federationId,
    campaign_id: initiative.campaignId,
    unit_id: initiative.unitId,
    title: initiative.title,
    title_key: fold(initiative.title),
    original_text: initiative.originalText,
    description: initiative.description ?? null,
    sector: initiative.sector ?? null,
    benefit: initiative.benefit ?? null,
    author_id: initiative.authorId ?? null,
    author_name: initiative.authorName,
    submitter_id: initiative.submitterId,
    phase_from: initiative.countedFrom,
    ...indexOf(initiative),
    confidential: initiative.confidential === true,
    first_applied_on: initiative.firstAppliedOn ?? null,
    co_authors: initiative.coAuthors?.map(({ id, personId, name, share, state }) => ({
      ...{ id, name, state, person_id: personId },
      share: share / 10,
    })),
    chat_id: receipt.chat,
    bot_id: receipt.bot,
    content: receipt.content,
    due_ms: receipt.dueAt,
  }
}
