import { sql } from "kysely"
import { localDate } from "../../core/clock.ts"
import type { Change } from "../../core/conversation/change.ts"
import { Conflict } from "../../core/conversations.ts"
import type { Cause } from "../cause.ts"
import type { Trx } from "../schema.ts"
import { addToCounters, COUNTED_COLUMNS, statedUnconverted, statedVnd } from "../tally/counter.ts"

/** Takes an initiative back: its event undoes exactly the counters it stood in. Throws `Conflict` when it cannot be any more. */
export async function withdraw(
  trx: Trx,
  change: Change & { do: "withdraw" },
  { at, timeZone }: Pick<Cause, "at" | "timeZone">,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with found as (
      select * from initiative
      where id = ${change.initiativeId} and status not in ('withdrawn', 'recognized', 'on_portal') for update
    ),
    taken as (update initiative set status = 'withdrawn' from found where initiative.id = found.id),
    -- A duplicate was taken out of the counters when it was found to be one.
    counted as (select id, case when status = 'duplicate' then 0 else -1 end as registered from found)
    insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, registered, benefit_vnd,
      benefit_unconverted, actor_id, reason, created_at)
    select id, campaign_id, unit_id, 'withdrawn', ${at}, registered, registered * ${statedVnd("found")},
      registered * ${statedUnconverted("found")}, ${change.personId},
      ${change.reason === "" ? null : change.reason}, ${at}
    from found join counted using (id)
    returning id`.execute(trx)
  if (rows[0] === undefined) throw new Conflict()
  await addToCounters(
    trx,
    sql`select campaign_id, unit_id, ${localDate(at.getTime(), timeZone)}::date as day, ${COUNTED_COLUMNS}
      from initiative_event where id = ${rows[0].id}`,
  )
}
