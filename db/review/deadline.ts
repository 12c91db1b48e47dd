import { type Kysely, sql } from "kysely"
import { addDays, type LocalDate } from "../../core/clock.ts"
import { FILE_NEAR_DAYS, MONTHS_TO_DECIDE, MONTHS_TO_FILE, NEAR_DAYS } from "../../core/review/deadline.ts"
import type { DeadlineCounts, IncompleteRequest } from "../../core/review/deadline-lines.ts"
import { UNDECIDED, WAITING } from "../../core/review/verdict.ts"
import { wantsReminders } from "../reminder/field.ts"
import type { Database } from "../schema.ts"

/** The last day for a decision about `initiative`, as core/review/deadline.ts has it. */
export function decideBy(timeZone: string) {
  return sql`(greatest(
      coalesce(initiative.accepted_on, (initiative.registered_at at time zone ${timeZone})::date), initiative.first_applied_on)
    + make_interval(months => ${sql.lit(MONTHS_TO_DECIDE)}))::date`
}

/** The last day to file `initiative`, as core/review/deadline.ts has it. */
const FILE_BY = sql`(initiative.first_applied_on + make_interval(months => ${sql.lit(MONTHS_TO_FILE)}))::date`

/**
 * How the law's deadlines stand at and below each of the units: nothing where none is near or past. Each initiative is looked at
 * once, for its own unit, however many units above it are asked about.
 */
export async function deadlinesBelow(
  db: Kysely<Database>,
  campaignId: string,
  ask: { readonly unitIds: readonly string[]; readonly today: LocalDate; readonly zone: string },
): Promise<ReadonlyMap<string, DeadlineCounts>> {
  const by = decideBy(ask.zone)
  const { rows } = await sql<DeadlineCounts & { unit_id: string }>`
    with own as materialized (
      select unit_id, count(*) filter (where waits and ${by} < ${ask.today}) as overdue,
        count(*) filter (where waits and ${by} between ${ask.today} and ${addDays(ask.today, NEAR_DAYS - 1)}) as soon,
        count(*) filter (where ${fileSoon(ask.today)}) as file_soon
      from initiative
      cross join lateral (select initiative.status = any(${sql.lit(`{${WAITING.join()}}`)}::text[]) as waits) as state
      where campaign_id = ${campaignId} and status = any(${sql.lit(`{${UNDECIDED.join()}}`)}::text[])
      group by unit_id
    )
    select office.id as unit_id, sum(overdue)::integer as overdue, sum(soon)::integer as soon,
      sum(file_soon)::integer as "fileSoon"
    from unnest(${[...ask.unitIds]}::uuid[]) as office(id)
    join unit on unit.path @> array[office.id]
    join own on own.unit_id = unit.id
    group by office.id`.execute(db)
  return new Map(rows.map(({ unit_id, ...counts }) => [unit_id, counts]))
}

function fileSoon(today: LocalDate) {
  return sql`(initiative.accepted_on is null and ${FILE_BY} between ${today} and ${addDays(today, FILE_NEAR_DAYS - 1)})`
}

/** Requests that are not complete and soon too late to be filed, with whoever can complete them and wants to be reminded. */
export async function incompleteRequests(
  db: Kysely<Database>,
  campaignId: string,
  today: LocalDate,
): Promise<readonly IncompleteRequest[]> {
  const { rows } = await sql<IncompleteRequest>`
    select initiative.number::integer as number, initiative.title, ${FILE_BY}::text as "fileBy", tell.chat, tell.bot
    from initiative
    cross join lateral (
      select account.private_chat_id as chat, account.private_bot_id as bot
      from account join chat on chat.id = account.private_chat_id and chat.state = 'open'
      where account.person_id in (initiative.author_id, initiative.submitter_id) and account.private_bot_id is not null
        and ${wantsReminders("account.person_id")}
      order by account.person_id is distinct from initiative.author_id, account.created_at limit 1
    ) as tell
    where initiative.campaign_id = ${campaignId} and initiative.status = 'needs_more_info' and ${fileSoon(today)}
    order by initiative.number`.execute(db)
  return rows
}
