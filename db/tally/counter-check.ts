import { type Kysely, type RawBuilder, sql } from "kysely"
import type { CounterMismatch } from "../../core/campaign/operator-store.ts"
import type { LocalDate } from "../../core/clock.ts"
import type { Database } from "../schema.ts"
import { addToCounters, COUNTED, COUNTED_SUMS, type Counted, countOf } from "./counter.ts"

/** Where a counter differs from what its events say, at most 20. Reads everything: for `doctor`. */
export async function checkCounters(db: Kysely<Database>, zone: string): Promise<CounterMismatch[]> {
  const { rows } = await sql<{
    campaign: string
    unit: string
    grain: CounterMismatch["grain"]
    day: LocalDate | null
    kept: Record<Counted, string>
    counted: Record<Counted, string>
  }>`
    with counted as materialized (${countedDays(zone)}),
    difference as (
      ${differences("day", sql`counted`)}
      union all
      ${differences(
        "month",
        sql`(
        select campaign_id, unit_id, date_trunc('month', day)::date as month, ${COUNTED_SUMS}
        from counted group by 1, 2, 3)`,
      )}
      union all
      ${differences("total", sql`(select campaign_id, unit_id, ${COUNTED_SUMS} from counted group by 1, 2)`)}
    )
    select campaign.code as campaign, unit.code as unit, grain, day, kept, counted
    from difference
    join campaign on campaign.id = difference.campaign_id
    join unit on unit.id = difference.unit_id
    order by day, unit.code, grain
    limit 20`.execute(db)
  return rows.map((row) => ({
    ...row,
    kept: countOf((name) => row.kept[name]),
    counted: countOf((name) => row.counted[name]),
  }))
}

/** Makes all counters anew from the events, in one transaction that keeps writers out. Needed after TIME_ZONE changed. */
export async function rebuildCounters(db: Kysely<Database>, zone: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`lock table initiative_event, unit_day, unit_month, unit_total in share row exclusive mode`.execute(
      trx,
    )
    for (const table of ["unit_day", "unit_month", "unit_total"] as const)
      await trx.deleteFrom(table).execute()
    await addToCounters(trx, countedDays(zone))
  })
}

function differences(grain: CounterMismatch["grain"], counted: RawBuilder<unknown>): RawBuilder<unknown> {
  const numbersOf = (table: string) =>
    sql.raw(COUNTED.map((name) => `coalesce(${table}.${name}, 0)::numeric as ${name}`).join(", "))
  const day = grain === "total" ? sql`null::date` : sql.ref(grain)
  const key = sql.raw(grain === "total" ? "campaign_id, unit_id" : `campaign_id, unit_id, ${grain}`)
  return sql`
    select campaign_id, unit_id, ${sql.lit(grain)} as grain, ${day} as day, to_jsonb(kept) as kept,
      to_jsonb(summed) as counted
    from ${counted} as event
    full join ${sql.table(`unit_${grain}`)} as counter using (${key})
    cross join lateral (select ${numbersOf("counter")}) as kept
    cross join lateral (select ${numbersOf("event")}) as summed
    where kept <> summed`
}

function countedDays(zone: string): RawBuilder<unknown> {
  return sql`
    select campaign_id, unit_id, (at at time zone ${zone})::date as day, ${COUNTED_SUMS}
    from initiative_event
    group by 1, 2, 3`
}
