import { sql } from "kysely"
import { localDate } from "../../core/clock.ts"
import type { Change } from "../../core/conversation/change.ts"
import { Conflict } from "../../core/conversations.ts"
import type { Cause } from "../cause.ts"
import { channelOf } from "../people/audit.ts"
import type { Trx } from "../schema.ts"
import { addToCounters, COUNTED, COUNTED_COLUMNS } from "../tally/counter.ts"

/**
 * Moves records to another unit: of each one event takes from the former unit what all events of the record counted there, and one
 * gives it to the other, so that both units' counters change on this day and none before it. Throws `Conflict` when one is
 * no longer where it was, or counts no longer.
 */
export async function moveRecord(
  trx: Trx,
  { initiatives, to, personId }: Change & { do: "move_record" },
  { at, timeZone, chat }: Pick<Cause, "at" | "timeZone" | "chat">,
): Promise<void> {
  const { rows } = await sql<{ id: string; from: string }>`
    with asked as (select * from jsonb_to_recordset(${JSON.stringify(initiatives)}::jsonb) as a(id uuid, "from" uuid)),
    locked as (
      select initiative.id, asked."from" from initiative join asked using (id)
      where unit_id = asked."from" and unit_id <> ${to} and status not in ('withdrawn', 'duplicate')
      order by number for update of initiative
    )
    update initiative set unit_id = ${to} from locked where initiative.id = locked.id
    returning initiative.id, locked."from"`.execute(trx)
  if (rows.length !== initiatives.length) throw new Conflict()
  const sums = (sign: 1 | -1) => sql.raw(COUNTED.map((name) => `${sign} * counted.${name}`).join(", "))
  const moved = JSON.stringify(rows)
  const events = await sql<{ id: string }>`
    with moved as (select * from jsonb_to_recordset(${moved}::jsonb) as m(id uuid, "from" uuid)),
    counted as (
      select event.initiative_id, event.campaign_id, moved."from", ${sql.raw(
        COUNTED.map((name) => `sum(event.${name}) as ${name}`).join(", "),
      )}
      from initiative_event as event join moved on moved.id = event.initiative_id and moved."from" = event.unit_id
      group by 1, 2, 3
    )
    insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, actor_id, created_at, ${COUNTED_COLUMNS})
    select initiative_id, campaign_id, "from", 'moved_out', ${at}::timestamptz, ${personId}::uuid, ${at}::timestamptz, ${sums(-1)} from counted
    union all
    select initiative_id, campaign_id, ${to}::uuid, 'moved_in', ${at}::timestamptz, ${personId}::uuid, ${at}::timestamptz, ${sums(1)} from counted
    returning id`.execute(trx)
  await addToCounters(
    trx,
    sql`select campaign_id, unit_id, ${localDate(at.getTime(), timeZone)}::date as day, ${COUNTED_COLUMNS}
      from initiative_event where id = any(${events.rows.map(({ id }) => id)}::bigint[])`,
  )
  // One line for each unit, because the log is read by unit.
  await sql`
    with moved as (select * from jsonb_to_recordset(${moved}::jsonb) as m(id uuid, "from" uuid)),
    line as (
      select "from" as unit_id, 'moved_out' as action, number from moved join initiative using (id)
      union all select ${to}::uuid, 'moved_in', number from moved join initiative using (id)
    )
    insert into officer_action (at, person_id, unit_id, action, subject, channel)
    select ${at}::timestamptz, ${personId}::uuid, unit_id, action, jsonb_build_object('initiatives', jsonb_agg(number order by number)),
      ${channelOf(chat)}
    from line group by unit_id, action order by min(number)`.execute(trx)
}
