import { type Kysely, sql } from "kysely"
import type { BotId, ChatId } from "../../core/channel.ts"
import { type LocalDate, localDate } from "../../core/clock.ts"
import type { Dossier, Told } from "../../core/conversation/initiative-view.ts"
import type { Reads } from "../../core/conversation/reads.ts"
import { given } from "../../core/given.ts"
import { type Scope, WAITING } from "../../core/review/verdict.ts"
import type { Money } from "../../core/text/money.ts"
import { toView, VIEW_COLUMNS, type ViewRow } from "../ideas/initiative.ts"
import { agreed } from "../people/person.ts"
import type { Database } from "../schema.ts"
import { askedBack } from "./asked-back.ts"
import { decideBy } from "./deadline.ts"

/** What officers and support teams look up. */
export function reviewReads(
  db: Kysely<Database>,
): Pick<
  Reads,
  "dossiers" | "waiting" | "waitingNumbers" | "askedBack" | "recordedIn" | "reachableIn" | "privateChatOf"
> {
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
    askedBack: async (unitIds, page) => await askedBack(db, unitIds, page),
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
  readonly recognized_at: Date | null
  readonly scope: Scope | null
  readonly decision_number: string | null
  readonly decision_date: LocalDate | null
  readonly on_portal_at: Date | null
  readonly portal_code: string | null
  readonly description: string | null
  readonly sector: string | null
  readonly benefit_raw: string | null
  readonly benefit_amount: string | null
  readonly benefit_amount_max: string | null
  readonly benefit_currency: Money["currency"] | null
  readonly benefit_period: Money["period"]
  readonly benefit_qualifier: Money["qualifier"]
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
      initiative.first_applied_on, initiative.accepted_on, initiative.recognized_at, initiative.scope,
      initiative.decision_number, initiative.decision_date, initiative.on_portal_at, initiative.portal_code, initiative.description, initiative.sector, evidence.photos, evidence.documents,
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
    recognition: recognitionOf(row),
    onPortal:
      row.on_portal_at === null
        ? undefined
        : { at: row.on_portal_at.getTime(), code: row.portal_code ?? undefined },
    judgedWords: row.judged_words ?? undefined,
    tell: toldOf(row, "first")[0],
    tellCoAuthors: toldOf(row, "co_author"),
  }))
}

function toldOf({ tell }: DossierRow, whom: "first" | "co_author"): readonly Told[] {
  return (tell ?? [])
    .filter(({ isCoAuthor }) => isCoAuthor === (whom === "co_author"))
    .map(({ personId, chat, bot, isGroup }) => ({ personId: personId ?? undefined, chat, bot, isGroup }))
}

function recognitionOf(row: DossierRow): Dossier["recognition"] {
  if (row.recognized_at === null) return undefined
  const paper = {
    scope: row.scope ?? undefined,
    decision: row.decision_number ?? undefined,
    decidedOn: row.decision_date ?? undefined,
  }
  return { at: row.recognized_at.getTime(), ...given(paper) }
}

function benefitOf(row: DossierRow): Money | undefined {
  if (row.benefit_raw === null) return undefined
  return {
    raw: row.benefit_raw,
    amount: row.benefit_amount,
    ...given({ amountMax: row.benefit_amount_max ?? undefined }),
    currency: row.benefit_currency ?? "VND",
    period: row.benefit_period,
    qualifier: row.benefit_qualifier,
  }
}
