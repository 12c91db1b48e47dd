import { type Kysely, sql } from "kysely"
import pg from "pg"
import type { BotId, ChatId, Incoming } from "../core/channel.ts"
import { localDate } from "../core/clock.ts"
import type { Context, RunningCampaign } from "../core/conversation/context.ts"
import type { Dialogue } from "../core/conversation/dialogue.ts"
import { Conflict, type Conversations, type Loaded, type Step } from "../core/handle.ts"
import type { OutboxContent, OutboxKind, OutboxRow, Written } from "../core/outbox.ts"
import { CONSENT_VERSION } from "../core/people/consent.ts"
import type { Role, UnitRef } from "../core/people/role.ts"
import { fold } from "../core/text/fold.ts"
import { stepMs } from "./budget.ts"
import { applyChanges } from "./change.ts"
import { addToDays, addToMonths, addToTotals, statedUnconverted, statedVnd } from "./counter.ts"
import { indexOf } from "./ideas.ts"
import type { Database } from "./schema.ts"
import { SENDER } from "./sender.ts"
import { type SettlementDesk, type Settling, settled } from "./settling.ts"

/** Conversations on PostgreSQL. `campaignFor` tells the running campaign of a federation (or of the only one). */
export function conversations(
  db: Kysely<Database>,
  options: {
    readonly timeZone: string
    /** Whose results of sending are stored by the way. */
    readonly desk?: SettlementDesk
    readonly campaignFor: (
      federationId: string | undefined,
      now: number,
    ) => Promise<RunningCampaign | undefined>
  },
): Conversations {
  return {
    load: async (batch, now) => {
      const rows = await loadRows(db, batch)
      const federations = rows.map((row) => (row.chat_unit ?? row.person_unit)?.path[0])
      const campaigns = new Map<string | undefined, RunningCampaign | undefined>()
      for (const each of new Set(federations)) campaigns.set(each, await options.campaignFor(each, now))
      return batch.map((incoming, place) =>
        loadedOf(incoming, rows[place] as LoadedRow, campaigns.get(federations[place])),
      )
    },
    commit: async (steps, now, handOver) => {
      if (steps.length === 0) return { chats: [], handedOver: new Map() }
      const changesSomething = steps.some((step) => (step.decision.changes?.length ?? 0) > 0)
      const write = async (settling: readonly Settling[]) => {
        const beside = { now, timeZone: options.timeZone, settling, handOver }
        if (!changesSomething) return await storeSteps(db, steps, beside)
        return await db.transaction().execute(async (trx) => {
          await applyChanges(trx, steps, now, options.timeZone)
          return await storeSteps(trx, steps, beside)
        })
      }
      const along = options.desk?.take()
      try {
        const written = await write(along?.asks ?? [])
        along?.stored()
        return written
      } catch (error) {
        along?.notStored()
        if (isTakenKey(error)) throw new Conflict()
        // What cannot be stored may be what was taken along, and nobody's message may suffer for that.
        if (along !== undefined && !isPassing(error)) return await write([])
        throw error
      }
    },
    keep: async (bot, updateKey, raw, now) => {
      await db
        .insertInto("kept_update")
        .values({ update_key: updateKey, bot_id: bot, raw: JSON.stringify(raw), kept_at: new Date(now) })
        .onConflict((conflict) => conflict.column("update_key").doNothing())
        .execute()
    },
    unfinished: async (bot) => {
      const rows = await db
        .selectFrom("kept_update")
        .select(["update_key", "raw"])
        .where("bot_id", "=", bot)
        .orderBy("kept_at")
        .orderBy("update_key")
        .execute()
      return rows.map((row) => ({ updateKey: row.update_key, raw: row.raw }))
    },
    discard: async (updateKey) => {
      await db.deleteFrom("kept_update").where("update_key", "=", updateKey).execute()
    },
    isPassing,
  }
}

type LoadedRow = {
  readonly handled: boolean
  readonly kept: boolean
  readonly chat_known: boolean
  readonly chat_unit: UnitRef | null
  readonly person_id: string | null
  readonly person_name: string | null
  readonly person_unit: UnitRef | null
  readonly consents: boolean | null
  readonly grants: readonly { readonly role: Role; readonly unit: UnitRef }[] | null
  readonly version: number | null
  readonly dialogue: Dialogue | null
}

/** One statement for the whole batch; the rows come back in its order. */
async function loadRows(db: Kysely<Database>, batch: readonly Incoming[]): Promise<readonly LoadedRow[]> {
  const asks = batch.map((incoming, place) => ({
    place,
    update_key: incoming.updateKey,
    chat_id: incoming.chat.id,
    account_id: incoming.from?.account ?? "",
  }))
  const { rows } = await sql<LoadedRow>`
    select handled.update_key is not null as handled, kept.update_key is not null as kept,
      chat.id is not null as chat_known,
      case when chat_unit.id is not null then json_build_object(
        'id', chat_unit.id, 'code', chat_unit.code, 'name', chat_unit.name, 'path', chat_unit.path) end as chat_unit,
      person.id as person_id, person.name as person_name,
      case when person_unit.id is not null then json_build_object(
        'id', person_unit.id, 'code', person_unit.code, 'name', person_unit.name, 'path', person_unit.path)
        end as person_unit,
      consent.granted as consents, grants.grants,
      conversation.version, conversation.dialogue
    from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb)
      as ask(place integer, update_key text, chat_id text, account_id text)
    left join handled_update as handled on handled.update_key = ask.update_key
    left join kept_update as kept on kept.update_key = ask.update_key
    left join chat on chat.id = ask.chat_id
    left join unit as chat_unit on chat_unit.id = chat.unit_id
    left join account on account.id = ask.account_id
    left join person on person.id = account.person_id
    left join unit as person_unit on person_unit.id = person.unit_id
    left join conversation on conversation.chat_id = ask.chat_id and conversation.account_id = ask.account_id
    left join lateral (
      select granted from consent
      where consent.person_id = person.id and purpose = 'records' and version = ${CONSENT_VERSION}
      order by id desc limit 1
    ) as consent on true
    left join lateral (
      select json_agg(json_build_object('role', role, 'unit', json_build_object(
        'id', unit.id, 'code', unit.code, 'name', unit.name, 'path', unit.path))) as grants
      from role_grant join unit on unit.id = role_grant.unit_id
      where role_grant.person_id = person.id and withdrawn_at is null
    ) as grants on true
    order by ask.place`.execute(db)
  return rows
}

function loadedOf(incoming: Incoming, row: LoadedRow, campaign: RunningCampaign | undefined): Loaded {
  const context: Context = {
    chat: {
      id: incoming.chat.id,
      bot: incoming.bot,
      kind: incoming.chat.kind,
      known: row.chat_known,
      unit: row.chat_unit ?? undefined,
    },
    account:
      incoming.from === undefined ? undefined : { id: incoming.from.account, name: incoming.from.name },
    person:
      row.person_id === null
        ? undefined
        : {
            id: row.person_id,
            name: row.person_name ?? "",
            unit: row.person_unit ?? undefined,
            consents: row.consents ?? undefined,
            grants: row.grants ?? [],
          },
    version: row.version ?? 0,
    dialogue: row.dialogue ?? undefined,
    campaign,
  }
  return { context, handled: row.handled, kept: row.kept }
}

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
async function storeSteps(
  db: Kysely<Database>,
  steps: readonly Step[],
  { now, timeZone, settling, handOver }: Beside,
): Promise<Written> {
  const input = JSON.stringify({
    steps: steps.map(stepRow),
    register: steps.flatMap((step, place) =>
      (step.decision.register ?? []).map((entry, nth) => registerRow(entry, place, nth)),
    ),
    say: steps.flatMap((step, place) =>
      (step.decision.say ?? []).map((draft, nth) => ({ ...draft, place, nth })),
    ),
    tell: steps.flatMap((step, place) =>
      (step.decision.tell ?? []).map((draft, nth) => ({ ...draft, place, nth })),
    ),
    free: freeChats(steps, now, handOver),
  })
  const sent = settling.flatMap(({ settlements }) =>
    settlements.flatMap(({ id, result }) => (result === "sent" ? [id] : [])),
  )
  const along = settling.length === 0 ? sql`` : sql`${sql.join(settled(settling))},`
  const today = localDate(now, timeZone)
  const at = new Date(now)
  const { rows } = await sql<LeavingRow>`
    with input as (select ${input}::jsonb as j),${along}
    step as (
      select * from jsonb_to_recordset((select j -> 'steps' from input)) as s(
        update_key text, chat_id text, account_id text, version integer, dialogue jsonb, bot_id text, kind text,
        title text, is_last boolean, is_alive boolean)
    ),
    claimed as (
      insert into handled_update (update_key, chat_id, account_id, version, at)
      select update_key, chat_id, account_id, version, ${at} from step
    ),
    forgotten as (delete from kept_update where update_key in (select update_key from step)),
    met as (
      insert into chat (id, bot_id, kind, title, created_at)
      select distinct on (chat_id) chat_id, bot_id, kind, title, ${at}::timestamptz from step where is_alive
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
    ),
    entry as materialized (
      select r.*, nextval('initiative_number') as number, (r.benefit ->> 'amount')::numeric as benefit_amount,
        r.benefit ->> 'currency' as benefit_currency
      from (
        select * from jsonb_to_recordset((select j -> 'register' from input)) as r(
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
    ),
    draft as (
      select * from jsonb_to_recordset((select j -> 'say' from input)) as d(
        place integer, nth integer, chat text, bot text, kind text, content jsonb, "dedupeKey" text, "supersedeKey" text,
        "dueAt" double precision)
    ),
    told as (
      select * from jsonb_to_recordset((select j -> 'tell' from input)) as t(
        place integer, nth integer, chat text, bot text, kind text, content jsonb, "dueAt" double precision)
    ),
    offered as (
      select * from jsonb_to_recordset((select j -> 'free' from input)) as f(
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
      where not exists (
          select from outbox o
          where o.chat_id = offered.chat_id and o.state in ('waiting', 'sending') and o.id <> all(${sent}::bigint[]))
        and not exists (select from chat_budget b where b.chat_id = offered.chat_id and b.ready_at > ${at})
        and not exists (select from chat c where c.id = offered.chat_id and c.suspect_since is not null)
        and (not needs_place or bot_id in (select bot_id from place))
    ),
    placed as (
      update bot_budget b set full_at = ${at}::timestamptz + place.step * interval '1 ms'
      from place join free using (bot_id) where b.bot_id = place.bot_id
    ),
    stale as (
      update outbox set state = 'superseded' from draft
      where outbox.state = 'waiting' and outbox.chat_id = draft.chat and outbox.supersede_key = draft."supersedeKey"
    )
    insert into outbox (chat_id, bot_id, kind, content, dedupe_key, supersede_key, due_at, created_at, state, lease_until,
      sender)
    select chat_id, leaving.bot_id, kind, content, dedupe_key, supersede_key, to_timestamp(due_ms / 1000), ${at},
      case when free.chat_id is null then 'waiting' else 'sending' end, free.lease_until,
      case when free.chat_id is not null then ${SENDER} end
    from (
      select place, 1 as said, nth, chat_id, bot_id, 'receipt' as kind, content, null as dedupe_key,
        null as supersede_key, due_ms
      from receipt
      union all
      select place, 2, nth, chat, bot, kind, content, "dedupeKey", "supersedeKey", "dueAt" from draft
      union all
      select place, 3, nth, chat, bot, kind, coded.content, null, null, "dueAt" from told cross join lateral (
        select jsonb_build_object('phrases', jsonb_agg(
          case when entry.id is null then phrase else jsonb_set(phrase, '{args,code}',
            to_jsonb('SK-' || lpad(entry.number::text, greatest(6, length(entry.number::text)), '0'))) end order by line)) as content
        from jsonb_array_elements(told.content -> 'phrases') with ordinality as said(phrase, line)
        left join entry on entry.id::text = phrase -> 'args' ->> 'initiative'
      ) as coded
    ) as leaving left join free using (chat_id)
    order by place, said, nth
    on conflict (dedupe_key) do nothing
    returning id, chat_id, bot_id, kind, content, lease_until`.execute(db)
  return writtenOf(rows)
}

type LeavingRow = {
  readonly id: string
  readonly chat_id: ChatId
  readonly bot_id: BotId
  readonly kind: OutboxKind
  readonly content: OutboxContent
  /** Set: handed over. */
  readonly lease_until: Date | null
}

function writtenOf(rows: readonly LeavingRow[]): Written {
  const handedOver = new Map<ChatId, { rows: OutboxRow[]; until: number }>()
  const chats = new Set<ChatId>()
  for (const row of rows) {
    if (row.lease_until === null) {
      chats.add(row.chat_id)
      continue
    }
    const { id, kind, content } = row
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

/** An update that was handled, or a conversation that moved on, since it was loaded. */
function isTakenKey(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === "23505" &&
    ["handled_update", "account", "role_grant"].includes(error.table ?? "")
  )
}

/** SQLSTATE classes of data that no try will store: a data exception, a broken constraint. All else is the store's fault. */
const LASTING_CLASSES = new Set(["22", "23"])

function isPassing(error: unknown): boolean {
  if (error instanceof Conflict) return true
  if (error instanceof pg.DatabaseError) return !LASTING_CLASSES.has(error.code?.slice(0, 2) ?? "")
  if (!(error instanceof Error)) return false
  const code = "code" in error ? String(error.code) : ""
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_)/.test(code) ||
    /connection|timeout/i.test(error.message)
  )
}
