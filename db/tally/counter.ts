import { type RawBuilder, sql } from "kysely"
import type { UnitCount } from "../../core/tally/tally.ts"
import type { Trx } from "../schema.ts"

/** What every counter row counts; the same names in `initiative_event`, `unit_day` and `unit_month`. */
export const COUNTED = [
  "registered",
  "recognized",
  "on_portal",
  "benefit_vnd",
  "benefit_unconverted",
] as const

/** A column of the counters. */
export type Counted = (typeof COUNTED)[number]

/** The columns, to be written into a statement. */
export const COUNTED_COLUMNS = sql.raw(COUNTED.join(", "))

/** A sum of every counter, under its own name. */
export const COUNTED_SUMS = sql.raw(COUNTED.map((name) => `sum(${name}) as ${name}`).join(", "))

/**
 * Statement that adds rows of `delta` (campaign_id, unit_id, day and the counters) to the days of their units. Only the
 * unit's own row, never one for the units above: their rows would be a queue for everybody below. Rows are taken in one
 * order, and days before months before totals, by every writer, so that no two wait for each other crosswise.
 */
export function addToDays(delta: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into unit_day (campaign_id, day, unit_id, ${COUNTED_COLUMNS})
    select campaign_id, day, unit_id, ${COUNTED_SUMS} from ${delta} as delta group by 1, 2, 3 order by 1, 2, 3
    on conflict (campaign_id, unit_id, day) do update set ${added("unit_day")}`
}

/** As `addToDays`, for their months. */
export function addToMonths(delta: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into unit_month (campaign_id, month, unit_id, ${COUNTED_COLUMNS})
    select campaign_id, date_trunc('month', day)::date, unit_id, ${COUNTED_SUMS} from ${delta} as delta
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (campaign_id, unit_id, month) do update set ${added("unit_month")}`
}

/** As `addToDays`, for what they count in all. */
export function addToTotals(delta: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into unit_total (campaign_id, unit_id, ${COUNTED_COLUMNS})
    select campaign_id, unit_id, ${COUNTED_SUMS} from ${delta} as delta group by 1, 2 order by 1, 2
    on conflict (campaign_id, unit_id) do update set ${added("unit_total")}`
}

/** Adds what selects of (campaign_id, unit_id, day, counters) yield to the counters; in the events' transaction. */
export async function addToCounters(trx: Trx, ...deltas: readonly RawBuilder<unknown>[]): Promise<void> {
  for (const addTo of [addToDays, addToMonths, addToTotals]) {
    for (const delta of deltas) await addTo(sql`(${delta})`).execute(trx)
  }
}

/** A row's counters as the tallies know them; null, of what was not read, is 0. */
export function countOf(stored: (name: Counted) => string | number | null | undefined): UnitCount {
  const number = (name: Counted) => Number(stored(name) ?? 0)
  return {
    registered: number("registered"),
    recognized: number("recognized"),
    onPortal: number("on_portal"),
    benefit: { vnd: number("benefit_vnd"), unconverted: number("benefit_unconverted") },
  }
}

/** Benefit in đồng that `initiative` (or another source of its benefit columns) states; 0 where it states none. */
export function statedVnd(initiative: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${initiative}.benefit_${name}`)
  return sql`(case when ${column("currency")} = 'VND' then coalesce(${column("amount")}, 0) else 0 end)`
}

/** 1 where a benefit is stated that is no amount in đồng, else 0. */
export function statedUnconverted(initiative: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${initiative}.benefit_${name}`)
  return sql`(case when ${column("currency")} <> 'VND' or ${column("currency")} is not null and ${column("amount")} is null
    then 1 else 0 end)`
}

function added(table: string): RawBuilder<unknown> {
  return sql.raw(COUNTED.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(", "))
}
