import { type Kysely, type RawBuilder, sql } from "kysely"
import type { CounterMismatch } from "../core/campaign/operator-store.ts"
import { addDays, type LocalDate, localDate, type Span, startOfDay } from "../core/clock.ts"
import { CORRECTED_KIND } from "../core/intake/initiative-import.ts"
import type { Benefit, Counts } from "../core/tally/tally.ts"
import type { Database } from "./schema.ts"

/**
 * Days from which whole days are read from `unit_day`; a shorter span is a short range of the events' time index, while
 * `unit_day` is ordered by unit and would be read in full.
 */
const DAYS_FROM_COUNTERS = 45

/**
 * Each unit's own counts in each span, by unit id; a unit without any is missing. One statement, grouped in the
 * database: no row per initiative leaves it. `unitIds` undefined: all units of the campaign.
 */
export async function countSpans(
  db: Kysely<Database>,
  campaignId: string,
  spans: readonly Span[],
  options: { readonly zone: string; readonly unitIds?: readonly string[] | undefined },
): Promise<Map<string, Counts[]>> {
  const pieces = piecesOf(spans)
  const parts = partsOf(campaignId, pieces, options)
  const counts = new Map<string, Counts[]>()
  if (parts.length === 0) return counts
  const { rows } = await sql<{ unit_id: string; piece: number } & Record<Column, string>>`
    select unit_id, piece, sum(registered) as registered, sum(recognized) as recognized, sum(on_portal) as on_portal
    from (${sql.join(parts, sql` union all `)}) as part
    group by unit_id, piece`.execute(db)
  for (const row of rows) {
    const ofUnit = counts.get(row.unit_id) ?? spans.map(() => NOTHING)
    counts.set(row.unit_id, ofUnit)
    const piece = pieces[row.piece]
    for (const [index, span] of spans.entries()) {
      const inside = piece !== undefined && piece.from >= span.from && piece.to <= span.to
      if (inside) ofUnit[index] = added(ofUnit[index] ?? NOTHING, countsOf(row))
    }
  }
  return counts
}

/** Initiatives taken back within the span (not: corrected by a sheet) that had been counted before it. */
export async function countCorrections(
  db: Kysely<Database>,
  campaignId: string,
  span: Span,
  unitIds?: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(distinct back.initiative_id) as count
    from initiative_event as back
    where back.campaign_id = ${campaignId} and back.at >= ${new Date(span.from)} and back.at < ${new Date(span.to)}
      and (back.registered < 0 or back.recognized < 0 or back.on_portal < 0) and back.kind <> ${CORRECTED_KIND}
      ${amongUnits(sql`back.unit_id`, unitIds)}
      and exists (
        select from initiative_event as earlier
        where earlier.initiative_id = back.initiative_id and earlier.at < ${new Date(span.from)}
          and (earlier.registered > 0 or earlier.recognized > 0 or earlier.on_portal > 0)
      )`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** Benefit of what was registered within the span and not taken back before its end; rules: `Benefit`. */
export async function sumBenefit(
  db: Kysely<Database>,
  campaignId: string,
  span: Span,
  unitIds?: readonly string[],
): Promise<Benefit> {
  const { rows } = await sql<{ vnd: string; unconverted: string }>`
    select coalesce(sum(benefit_amount) filter (where benefit_currency = 'VND'), 0) as vnd,
      count(*) filter (where benefit_currency is not null and (benefit_currency <> 'VND' or benefit_amount is null))
        as unconverted
    from initiative
    where campaign_id = ${campaignId}
      and registered_at >= ${new Date(span.from)} and registered_at < ${new Date(span.to)}
      ${amongUnits(sql`unit_id`, unitIds)}
      and (status not in ('withdrawn', 'duplicate') or exists (
        select from initiative_event as back
        where back.initiative_id = initiative.id and back.registered < 0 and back.at >= ${new Date(span.to)}
      ))`.execute(db)
  return { vnd: Number(rows[0]?.vnd ?? 0), unconverted: Number(rows[0]?.unconverted ?? 0) }
}

/** Where `unit_day` differs from what its events say, by unit and day, at most 20. Reads everything: for `doctor`. */
export async function checkCounters(db: Kysely<Database>, zone: string): Promise<CounterMismatch[]> {
  const { rows } = await sql<{
    campaign: string
    unit: string
    day: LocalDate
    kept: Record<Column, number>
    counted: Record<Column, number>
  }>`
    select campaign.code as campaign, unit.code as unit, day,
      json_build_object('registered', coalesce(kept.registered, 0), 'recognized', coalesce(kept.recognized, 0),
        'on_portal', coalesce(kept.on_portal, 0)) as kept,
      json_build_object('registered', coalesce(counted.registered, 0), 'recognized', coalesce(counted.recognized, 0),
        'on_portal', coalesce(counted.on_portal, 0)) as counted
    from (${countedDays(zone)}) as counted
    full join unit_day as kept using (campaign_id, unit_id, day)
    join campaign on campaign.id = coalesce(kept.campaign_id, counted.campaign_id)
    join unit on unit.id = coalesce(kept.unit_id, counted.unit_id)
    where (coalesce(kept.registered, 0), coalesce(kept.recognized, 0), coalesce(kept.on_portal, 0))
      <> (coalesce(counted.registered, 0), coalesce(counted.recognized, 0), coalesce(counted.on_portal, 0))
    order by day, unit.code
    limit 20`.execute(db)
  return rows.map((row) => ({ ...row, kept: countsOf(row.kept), counted: countsOf(row.counted) }))
}

/** Makes `unit_day` anew from the events, in one transaction that keeps writers out. Needed after TIME_ZONE changed. */
export async function rebuildCounters(db: Kysely<Database>, zone: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`lock table initiative_event, unit_day in share row exclusive mode`.execute(trx)
    await sql`delete from unit_day`.execute(trx)
    await sql`
      insert into unit_day (campaign_id, unit_id, day, registered, recognized, on_portal) ${countedDays(zone)}`.execute(
      trx,
    )
  })
}

type Column = "registered" | "recognized" | "on_portal"

const NOTHING: Counts = { registered: 0, recognized: 0, onPortal: 0 }

function countsOf(row: Readonly<Record<Column, string | number>>): Counts {
  return {
    registered: Number(row.registered),
    recognized: Number(row.recognized),
    onPortal: Number(row.on_portal),
  }
}

function added(a: Counts, b: Counts): Counts {
  return {
    registered: a.registered + b.registered,
    recognized: a.recognized + b.recognized,
    onPortal: a.onPortal + b.onPortal,
  }
}

/** The spans cut at each other's ends: whatever they share is read once. */
function piecesOf(spans: readonly Span[]): Span[] {
  const real = spans.filter((span) => span.to > span.from)
  const cuts = [...new Set(real.flatMap((span) => [span.from, span.to]))].toSorted((a, b) => a - b)
  return cuts
    .flatMap((from, index) => {
      const to = cuts[index + 1]
      return to === undefined ? [] : [{ from, to }]
    })
    .filter((piece) => real.some((span) => piece.from >= span.from && piece.to <= span.to))
}

type Options = { readonly zone: string; readonly unitIds?: readonly string[] | undefined }
type DayRange = { readonly piece: number; readonly fromDay: LocalDate; readonly toDay: LocalDate }

/** Whole days from the counters, the rest of the first and the last day from the events: together exactly the pieces. */
function partsOf(campaignId: string, pieces: readonly Span[], options: Options): RawBuilder<unknown>[] {
  const ranges: DayRange[] = []
  const parts: RawBuilder<unknown>[] = []
  const readEvents = (piece: number, from: number, to: number) => {
    if (to > from) parts.push(eventsPart(campaignId, piece, { from, to }, options))
  }
  for (const [piece, { from, to }] of pieces.entries()) {
    const fromDay = addDays(localDate(from - 1, options.zone), 1)
    const toDay = localDate(to, options.zone)
    if (addDays(fromDay, DAYS_FROM_COUNTERS) > toDay) {
      readEvents(piece, from, to)
      continue
    }
    readEvents(piece, from, startOfDay(fromDay, options.zone))
    ranges.push({ piece, fromDay, toDay })
    readEvents(piece, startOfDay(toDay, options.zone), to)
  }
  if (ranges.length > 0) parts.push(daysPart(campaignId, ranges, options))
  return parts
}

function eventsPart(campaignId: string, piece: number, span: Span, options: Options): RawBuilder<unknown> {
  return sql`
    select ${sql.lit(piece)}::int as piece, unit_id, sum(registered) as registered, sum(recognized) as recognized,
      sum(on_portal) as on_portal
    from initiative_event
    where campaign_id = ${campaignId} and at >= ${new Date(span.from)} and at < ${new Date(span.to)}
      ${amongUnits(sql`unit_id`, options.unitIds)}
    group by unit_id`
}

/**
 * All pieces in one pass: the table is ordered by unit, so every pass reads all of it. Grouped by unit alone, because a
 * group by a computed piece makes the planner sort a million rows.
 */
function daysPart(campaignId: string, ranges: readonly DayRange[], options: Options): RawBuilder<unknown> {
  const within = ({ fromDay, toDay }: DayRange) => sql`day >= ${fromDay}::date and day < ${toDay}::date`
  const sums = ranges.map(
    (range) => sql`
      sum(registered) filter (where ${within(range)}) as ${sql.raw(`registered${range.piece}`)},
      sum(recognized) filter (where ${within(range)}) as ${sql.raw(`recognized${range.piece}`)},
      sum(on_portal) filter (where ${within(range)}) as ${sql.raw(`on_portal${range.piece}`)}`,
  )
  const lines = ranges.map(({ piece }) =>
    sql.raw(`(${piece}, registered${piece}, recognized${piece}, on_portal${piece})`),
  )
  return sql`
    select line.piece, by_unit.unit_id, line.registered, line.recognized, line.on_portal
    from (
      select unit_id, ${sql.join(sums)}
      from unit_day
      where campaign_id = ${campaignId} and (${sql.join(ranges.map(within), sql` or `)})
        ${amongUnits(sql`unit_id`, options.unitIds)}
      group by unit_id
    ) as by_unit
    cross join lateral (values ${sql.join(lines)}) as line (piece, registered, recognized, on_portal)
    where line.registered is not null`
}

function amongUnits(
  column: RawBuilder<unknown>,
  unitIds: readonly string[] | undefined,
): RawBuilder<unknown> {
  return unitIds === undefined ? sql`` : sql`and ${column} = any(${unitIds}::uuid[])`
}

function countedDays(zone: string): RawBuilder<unknown> {
  return sql`
    select campaign_id, unit_id, (at at time zone ${zone})::date as day, sum(registered)::int as registered,
      sum(recognized)::int as recognized, sum(on_portal)::int as on_portal
    from initiative_event
    group by 1, 2, 3`
}
