import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely"
import type { BotId, ChatId } from "../core/channel.ts"
import { localDate } from "../core/clock.ts"
import type { Change } from "../core/conversation/change.ts"
import type { Dossier, Reads, Told } from "../core/conversation/reads.ts"
import { Conflict } from "../core/handle.ts"
import {
  JUDGED_FROM,
  MERGED_AWAY,
  STATUS_AFTER,
  TAKEN_BACK_TO,
  type TakenBack,
  WAITING,
} from "../core/review/verdict.ts"
import type { Money } from "../core/text/money.ts"
import { channelOf } from "./audit.ts"
import { addToCounters, COUNTED_COLUMNS, statedUnconverted, statedVnd } from "./counter.ts"
import { decideBy } from "./deadline.ts"
import { note } from "./history.ts"
import { toView, VIEW_COLUMNS, type ViewRow } from "./initiative.ts"
import { agreed } from "./person.ts"
import type { Database } from "./schema.ts"

/** What officers and support teams look up. */
export function reviewReads(
  db: Kysely<Database>,
): Pick<Reads, "dossiers" | "waiting" | "waitingNumbers" | "recordedIn" | "reachableIn" | "privateChatOf"> {
  return {
    dossiers: async (numbers) =>
      numbers.length === 0
        ? []
        : await dossiers(db, sql`where initiative.number = any(${numbers}::bigint[])`),
    waitingNumbers: async (unitIds, limit) => {
      if (unitIds.length === 0) return []
      const { rows } = await sql<{ number: string }>`
        select initiative.number from initiative join unit on unit.id = initiative.unit_id
        where initiative.status = any(${sql.lit(`{${WAITING.join()}}`)}::text[]) and unit.path && ${unitIds}::uuid[]
        order by initiative.registered_at, initiative.number limit ${limit}`.execute(db)
      return rows.map(({ number }) => Number(number))
    },
    waiting: async (unitIds, after, { now, timeZone, onlyOverdue }) => {
      if (unitIds.length === 0) return { count: 0, overdue: 0, next: undefined }
      const today = localDate(now, timeZone)
      const among = sql`from initiative join unit on unit.id = initiative.unit_id
        where initiative.status = any(${sql.lit(`{${WAITING.join()}}`)}::text[])
          and unit.path && ${unitIds}::uuid[]`
      const behind =
        after === undefined
          ? sql``
          : sql`and (initiative.registered_at, initiative.number) > (${new Date(after.registeredAt)}, ${after.number})`
      const overdue = onlyOverdue === true ? sql`and ${decideBy(timeZone)} < ${today}` : sql``
      const { rows } = await sql<{ count: string; overdue: string; next: string | null }>`
        select counted.*, (
          select initiative.number ${among} ${behind} ${overdue} order by initiative.registered_at, initiative.number limit 1
        ) as next
        from (
          select count(*) as count, count(*) filter (where ${decideBy(timeZone)} < ${today}) as overdue ${among}
        ) as counted`.execute(db)
      const [row] = rows
      const next = row?.next == null ? [] : await dossiers(db, sql`where initiative.number = ${row.next}`)
      return { count: Number(row?.count ?? 0), overdue: Number(row?.overdue ?? 0), next: next[0] }
    },
    reachableIn: async (unitIds) => {
      const { rows } = await sql<Awaited<ReturnType<Reads["reachableIn"]>>[number]>`
        select distinct on (person.id) person.id as "personId", person.unit_id as "unitId", person.name, chat.id as chat,
          account.private_bot_id as bot
        from person
        join account on account.person_id = person.id and account.private_bot_id is not null
        join chat on chat.id = account.private_chat_id and chat.state = 'open'
        where person.unit_id = any(${unitIds}::uuid[]) and person.erased_at is null and ${agreed("person.id", "records")}
        order by person.id, account.created_at`.execute(db)
      return rows
    },
    privateChatOf: async (personId) => {
      const { rows } = await sql<{ chat: ChatId; bot: BotId }>`
        select chat.id as chat, account.private_bot_id as bot
        from account join chat on chat.id = account.private_chat_id and chat.state = 'open'
        where account.person_id = ${personId} and account.private_bot_id is not null
        order by account.created_at limit 1`.execute(db)
      return rows[0]
    },
    recordedIn: async (unitIds, titleKeys) => {
      if (titleKeys.length === 0 || unitIds.length === 0) return []
      const rows = await db
        .selectFrom("initiative")
        .select(["number", "unit_id", "author_name", "title_key"])
        .where("unit_id", "in", unitIds)
        .where("title_key", "in", titleKeys)
        .where("status", "<>", "withdrawn")
        .orderBy("number")
        .execute()
      return rows.map((row) => ({
        number: Number(row.number),
        unitId: row.unit_id,
        authorName: row.author_name,
        titleKey: row.title_key,
      }))
    },
  }
}

type DossierRow = ViewRow & {
  readonly submitter_name: string | null
  readonly disowned: boolean
  readonly confidential: boolean
  readonly photos: number
  readonly documents: number
  readonly registered_at: Date
  readonly first_applied_on: string | null
  readonly accepted_on: string | null
  readonly description: string | null
  readonly sector: string | null
  readonly benefit_raw: string | null
  readonly benefit_amount: string | null
  readonly benefit_amount_max: string | null
  readonly benefit_currency: string | null
  readonly benefit_period: string | null
  readonly benefit_qualifier: string | null
  readonly judged_words: string | null
  readonly tell: readonly (Told & { readonly personId: string | null; readonly isCoAuthor: boolean })[] | null
}

/** Who is to be told of an initiative and where; of the ways to its author or submitter the best. */
const TELL = sql`(
  select jsonb_agg(jsonb_build_object('personId', person_id, 'chat', chat_id, 'bot', bot_id, 'isGroup', is_group,
    'isCoAuthor', is_co_author))
  from (
    (
      select person_id, chat_id, bot_id, is_group, false as is_co_author
      from (
        select account.person_id, chat.id as chat_id, account.private_bot_id as bot_id, false as is_group,
          account.person_id is distinct from initiative.author_id as is_other, account.created_at
        from account join chat on chat.id = account.private_chat_id and chat.state = 'open'
        where account.person_id in (initiative.author_id, initiative.submitter_id)
          and account.private_bot_id is not null
        union all
        select null, chat.id, chat.bot_id, true, true, chat.created_at
        from chat where chat.unit_id = initiative.unit_id and chat.state = 'open' and chat.kind = 'group'
      ) as way
      order by is_group, is_other, created_at
      limit 1
    )
    union all
    (
      select distinct on (account.person_id) account.person_id, chat.id, account.private_bot_id, false, true
      from co_author
      join account on account.person_id = co_author.person_id and account.private_bot_id is not null
      join chat on chat.id = account.private_chat_id and chat.state = 'open'
      where co_author.initiative_id = initiative.id and co_author.state = 'accepted'
        and account.person_id is distinct from initiative.author_id
      order by account.person_id, account.created_at
    )
  ) as told
)`

async function dossiers(db: Kysely<Database>, where: ReturnType<typeof sql>): Promise<readonly Dossier[]> {
  const { rows } = await sql<DossierRow>`
    select ${VIEW_COLUMNS}, submitter.name as submitter_name, initiative.confidential, initiative.registered_at,
      initiative.first_applied_on, initiative.accepted_on, initiative.description, initiative.sector, evidence.photos, evidence.documents,
      initiative.benefit_raw, initiative.benefit_amount, initiative.benefit_amount_max, initiative.benefit_currency,
      initiative.benefit_period, initiative.benefit_qualifier, ${TELL} as tell,
      (select event.reason from initiative_event as event
        where event.initiative_id = initiative.id and event.kind = initiative.status
          and initiative.status in ('needs_more_info', 'refused')
        order by event.id desc limit 1) as judged_words,
      (select event.kind = 'disowned' from initiative_event as event
        where event.initiative_id = initiative.id and event.kind in ('disowned', 'owned', 'author_set')
        order by event.id desc limit 1) is true as disowned
    from initiative
    join unit on unit.id = initiative.unit_id
    left join lateral (
      select count(*) filter (where content_type like 'image/%')::integer as photos,
        count(*) filter (where content_type not like 'image/%')::integer as documents
      from attachment where attachment.initiative_id = initiative.id
    ) as evidence on true
    left join person as submitter on submitter.id = initiative.submitter_id
    ${where}`.execute(db)
  return rows.map((row) => ({
    ...toView(row),
    description: row.description ?? undefined,
    sector: row.sector ?? undefined,
    benefit: benefitOf(row),
    registeredAt: row.registered_at.getTime(),
    firstAppliedOn: row.first_applied_on ?? undefined,
    acceptedOn: row.accepted_on ?? undefined,
    submitterName: row.submitter_name ?? undefined,
    disowned: row.disowned,
    confidential: row.confidential,
    photos: row.photos,
    documents: row.documents,
    judgedWords: row.judged_words ?? undefined,
    tell: toldOf(row, false)[0],
    tellCoAuthors: toldOf(row, true),
  }))
}

function toldOf({ tell }: DossierRow, coAuthors: boolean): readonly Told[] {
  return (tell ?? [])
    .filter(({ isCoAuthor }) => isCoAuthor === coAuthors)
    .map(({ personId, chat, bot, isGroup }) => ({ personId: personId ?? undefined, chat, bot, isGroup }))
}

function benefitOf(row: DossierRow): Money | undefined {
  if (row.benefit_raw === null) return undefined
  return {
    raw: row.benefit_raw,
    amount: row.benefit_amount,
    ...(row.benefit_amount_max === null ? {} : { amountMax: row.benefit_amount_max }),
    currency: (row.benefit_currency ?? "VND") as Money["currency"],
    period: row.benefit_period as Money["period"],
    qualifier: row.benefit_qualifier as Money["qualifier"],
  }
}

/**
 * Gives a verdict on all the initiatives or throws `Conflict`: the statuses are looked at again under lock, so of two
 * officers who decide at once the second decides anew on what the first one left. So is the one that others are merged
 * into: merged crosswise, neither would be left.
 */
export async function judge(
  trx: Transaction<Database>,
  change: Change & { do: "judge" },
  cause: { readonly now: number; readonly timeZone: string; readonly chat: string },
): Promise<void> {
  const at = new Date(cause.now)
  const { verdict, recognition, personId, reason } = change
  const recognized = verdict === "recognized" ? 1 : 0
  const onPortal = verdict === "on_portal" ? 1 : 0
  // What was sent twice was counted twice.
  const registered = verdict === "duplicate" ? -1 : 0
  const stays = change.into === undefined ? [] : [{ id: change.into, portal_code: null, stays: true }]
  const asked = JSON.stringify([
    ...change.initiatives.map(({ id, portalCode }) => ({
      id,
      portal_code: portalCode ?? null,
      stays: false,
    })),
    ...stays,
  ])
  const { rows } = await sql<{ id: string; locked: number }>`
    with asked as (select * from jsonb_to_recordset(${asked}::jsonb) as a(id uuid, portal_code text, stays boolean)),
    -- In one order, so that two officers' lists never wait for each other in a ring.
    locked as (
      select initiative.id, asked.portal_code, asked.stays from initiative join asked using (id)
      where case when asked.stays then status <> all(${[...MERGED_AWAY]}::text[])
        else status = any(${[...JUDGED_FROM[verdict]]}::text[]) end
      order by number for update of initiative
    )
    update initiative set status = ${STATUS_AFTER[verdict]},
      accepted_on = coalesce(${change.acceptedOn ?? null}::date, accepted_on),
      recognized_at = case when ${recognized} = 1 then ${at}::timestamptz else recognized_at end,
      on_portal_at = case when ${onPortal} = 1 then ${at}::timestamptz else on_portal_at end,
      portal_code = coalesce(locked.portal_code, initiative.portal_code),
      scope = coalesce(${recognition?.scope ?? null}::text, scope),
      decision_number = coalesce(${recognition?.decision ?? null}::text, decision_number),
      decision_date = coalesce(${recognition?.decidedOn ?? null}::date, decision_date)
    from locked where initiative.id = locked.id and not locked.stays
    returning initiative.id, (select count(*)::integer from locked) as locked`.execute(trx)
  const isWhole = rows[0]?.locked === change.initiatives.length + stays.length
  if (rows.length !== change.initiatives.length || !isWhole) throw new Conflict()
  const ids = rows.map((row) => row.id)
  const said = sql`coalesce(${reason ?? recognition?.decision ?? change.acceptedOn ?? null}::text,
    case when ${onPortal} = 1 then portal_code end)`
  const event = { ids, kind: verdict, registered, recognized, onPortal, personId, said }
  await noteCounted(trx, event, cause)
  // One line for each unit, because the log is read by unit.
  await sql`
    insert into officer_action (at, person_id, unit_id, action, subject, channel)
    select ${at}, ${personId}, unit_id, ${verdict},
      jsonb_strip_nulls(jsonb_build_object('initiatives', jsonb_agg(number order by number),
        'decision', ${recognition?.decision ?? null}::text)), ${channelOf(cause.chat)}
    from initiative where id = any(${ids}::uuid[]) group by unit_id order by min(number)`.execute(trx)
}

/** Undoes a verdict on all the initiatives or throws `Conflict`, under the same lock as `judge`. */
export async function takeBack(
  trx: Transaction<Database>,
  change: Change & { do: "take_back" },
  cause: { readonly now: number; readonly timeZone: string; readonly chat: string },
): Promise<void> {
  const at = new Date(cause.now)
  const { back, personId, reason } = change
  const recognized = back === "recognized" ? -1 : 0
  const onPortal = back === "on_portal" ? -1 : 0
  const registered = back === "duplicate" ? 1 : 0
  const { rows } = await sql<{ id: string }>`
    with locked as (
      select id from initiative where id = any(${[...change.initiativeIds]}::uuid[]) and status = ${back}
      order by number for update
    )
    update initiative set status = ${TAKEN_BACK_TO[back]}, ${FORGOTTEN[back]}
    from locked where initiative.id = locked.id
    returning initiative.id`.execute(trx)
  if (rows.length !== change.initiativeIds.length) throw new Conflict()
  const ids = rows.map((row) => row.id)
  const kind = `${back}_taken_back`
  const event = { ids, kind, registered, recognized, onPortal, personId, said: sql`${reason}` }
  await noteCounted(trx, event, cause)
  await sql`
    insert into officer_action (at, person_id, unit_id, action, subject, channel)
    select ${at}, ${personId}, unit_id, ${kind}, jsonb_build_object('initiatives', jsonb_agg(number order by number)),
      ${channelOf(cause.chat)}
    from initiative where id = any(${ids}::uuid[]) group by unit_id order by min(number)`.execute(trx)
}

type CountedEvent = {
  /** Ids of the initiatives. */
  readonly ids: readonly string[]
  readonly kind: string
  readonly registered: number
  readonly recognized: number
  readonly onPortal: number
  readonly personId: string
  readonly said: RawBuilder<unknown>
}

/** Writes what happened to each of the initiatives and adds it to the day's counters; the benefit comes and goes with `registered`. */
async function noteCounted(
  trx: Transaction<Database>,
  { ids, kind, registered, recognized, onPortal, personId, said }: CountedEvent,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): Promise<void> {
  const at = new Date(now)
  const { rows } = await sql<{ id: string }>`
    insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, registered, recognized, on_portal, benefit_vnd,
      benefit_unconverted, actor_id, reason, created_at)
    select id, campaign_id, unit_id, ${kind}, ${at}, ${registered}, ${recognized}, ${onPortal},
      ${registered} * ${statedVnd("initiative")}, ${registered} * ${statedUnconverted("initiative")}, ${personId}, ${said}, ${at}
    from initiative where id = any(${ids}::uuid[]) order by number
    returning id`.execute(trx)
  if (registered === 0 && recognized === 0 && onPortal === 0) return
  await addToCounters(
    trx,
    sql`select campaign_id, unit_id, ${localDate(now, timeZone)}::date as day, ${COUNTED_COLUMNS}
      from initiative_event where id = any(${rows.map(({ id }) => id)}::bigint[])`,
  )
}

/** What a record says of a verdict, and no longer says once it is taken back; the events keep it. */
const FORGOTTEN: Readonly<Record<TakenBack, ReturnType<typeof sql>>> = {
  recognized: sql`recognized_at = null, scope = null, decision_number = null, decision_date = null`,
  refused: sql`recognized_at = null`,
  duplicate: sql`recognized_at = null`,
  on_portal: sql`on_portal_at = null, portal_code = null`,
}

/** What was asked for has come: the officers' queue shows the initiative again. */
export async function takeUpAgain(
  trx: Transaction<Database>,
  initiativeId: string,
  actorId: string,
  at: Date,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("initiative")
    .set({ status: "under_review" })
    .where("id", "=", initiativeId)
    .where("status", "=", "needs_more_info")
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await note(trx, initiativeId, "under_review", actorId, at)
}
