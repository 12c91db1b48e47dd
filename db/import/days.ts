import { sql } from "kysely"
import { type LocalDate, localDate } from "../../core/clock.ts"
import type { Trx } from "../schema.ts"
import { addToCounters } from "../tally/counter.ts"
import type { CountedEvent } from "./write.ts"

/** Rows in one statement: large enough to be fast, small enough that a statement's JSON stays a few MB. */
const CHUNK_ROWS = 2_000

export function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) yield rows.slice(from, from + CHUNK_ROWS)
}

/** Sums of events by unit and local day. */
export class DayCounts {
  private readonly sums = new Map<string, DayRow>()
  private readonly zone: string
  constructor(zone: string) {
    this.zone = zone
  }

  add(event: CountedEvent): void {
    const day = localDate(event.at, this.zone)
    const key = `${day} ${event.unitId}`
    const row = this.sums.get(key) ?? {
      unit_id: event.unitId,
      day,
      registered: 0,
      recognized: 0,
      on_portal: 0,
      amounts: [],
      benefit_unconverted: 0,
    }
    row.registered += event.registered
    row.recognized += event.recognized
    row.on_portal += event.onPortal
    row.benefit_unconverted += event.unconverted
    if (Number(event.vnd) !== 0) row.amounts.push(event.vnd)
    this.sums.set(key, row)
  }

  /** In one fixed order, so that two writers never wait for each other's rows crosswise. */
  rows(): DayRow[] {
    return [...this.sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  }
}

type DayRow = {
  unit_id: string
  day: LocalDate
  registered: number
  recognized: number
  on_portal: number
  /** Decimal texts, summed by the database, which is exact. */
  amounts: string[]
  benefit_unconverted: number
}

/** Adds the sums to the counters by unit and day. */
export async function addDayCounts(trx: Trx, campaignId: string, days: DayCounts): Promise<void> {
  const deltas = [...chunks(days.rows())].map(
    (rows) => sql`
      select ${campaignId}::uuid as campaign_id, unit_id, day, registered, recognized, on_portal,
        (select coalesce(sum(amount::numeric), 0) from jsonb_array_elements_text(amounts) as amount) as benefit_vnd,
        benefit_unconverted
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (unit_id uuid, day date, registered integer,
        recognized integer, on_portal integer, amounts jsonb, benefit_unconverted integer)`,
  )
  await addToCounters(trx, ...deltas)
}
