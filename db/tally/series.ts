import { type Kysely, sql } from "kysely"
import type { Counter } from "../../core/campaign/campaign.ts"
import { addDays, localDate, startOfDay } from "../../core/clock.ts"
import type { SeriesAsk, SeriesPoint } from "../../core/tally/series.ts"
import type { Database } from "../schema.ts"

const WEEK_MS = 7 * 86_400_000

const COLUMNS: Readonly<Record<Counter, string>> = {
  registered: "registered",
  recognized: "recognized",
  onPortal: "on_portal",
}

/**
 * Reads a series, see `ReadSeries`: whole days from the counters, what a mark has of its own day from the events. Two
 * statements, one row a day. Reads every day of the campaign's units: for what is drawn and kept, not for every message.
 */
export async function progressSeries(
  db: Kysely<Database>,
  ask: SeriesAsk,
  zone: string,
): Promise<readonly SeriesPoint[]> {
  const { from, to } = ask.span
  if (to <= from) return []
  const weekAgo = to - WEEK_MS
  const marks = [...(weekAgo > from ? [weekAgo] : []), to]
  const [perDay, ...sinceMidnight] = await Promise.all([
    countsPerDay(db, ask, zone),
    ...marks.map(async (mark) => await countEvents(db, ask, startOfDay(localDate(mark, zone), zone), mark)),
  ])
  const points: SeriesPoint[] = []
  const last = localDate(to, zone)
  let count = 0
  for (let day = localDate(from, zone); day <= last; day = addDays(day, 1)) {
    const midnight = startOfDay(day, zone)
    if (midnight > from) points.push({ at: midnight, count })
    for (const [index, mark] of marks.entries()) {
      if (localDate(mark, zone) === day && mark > Math.max(midnight, from)) {
        points.push({ at: mark, count: count + (sinceMidnight[index] ?? 0) })
      }
    }
    count += perDay.get(day) ?? 0
  }
  return points
}

async function countsPerDay(
  db: Kysely<Database>,
  { campaignId, counter, span, unitIds }: SeriesAsk,
  zone: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ day: string; count: string }>`
    select day, sum(${sql.ref(COLUMNS[counter])}) as count
    from unit_day
    where campaign_id = ${campaignId} and day >= ${localDate(span.from, zone)}::date
      and day < ${localDate(span.to, zone)}::date ${among(unitIds)}
    group by day`.execute(db)
  return new Map(rows.map((row) => [row.day, Number(row.count)]))
}

async function countEvents(
  db: Kysely<Database>,
  { campaignId, counter, unitIds }: SeriesAsk,
  from: number,
  to: number,
): Promise<number> {
  if (to <= from) return 0
  const { rows } = await sql<{ count: string }>`
    select coalesce(sum(${sql.ref(COLUMNS[counter])}), 0) as count
    from initiative_event
    where campaign_id = ${campaignId} and at >= ${new Date(from)} and at < ${new Date(to)} ${among(unitIds)}`.execute(
    db,
  )
  return Number(rows[0]?.count ?? 0)
}

function among(unitIds: readonly string[] | undefined) {
  return unitIds === undefined ? sql`` : sql`and unit_id = any(${unitIds}::uuid[])`
}
