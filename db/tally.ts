import { type Kysely, type RawBuilder, sql } from "kysely"
import type { CounterMismatch } from "../core/campaign/operator-store.ts"
import { addDays, type LocalDate, localDate, type Span, startOfDay } from "../core/clock.ts"
import type { CountedSpan } from "../core/tally/plan.ts"
import type { UnitCount } from "../core/tally/tally.ts"
import { isCorrection } from "./correction.ts"
import { addToCounters, COUNTED, COUNTED_COLUMNS, COUNTED_SUMS, type Counted } from "./counter.ts"
import type { Database } from "./schema.ts"

/** From so many whole days on they are read from the counters; fewer are a short range of the events' time index. */
const DAYS_FROM_COUNTERS = 3
/** … and from so many on whole months. */
const DAYS_FROM_MONTHS = 45

/**
 * Each unit's own counts in each span, by unit id; a unit without any is missing. One statement, grouped in the
 * database: no row per initiative leaves it, and however long a span is, it costs a row per unit and month and the days
 * at its ends. `unitIds` undefined: all units of the campaign.
 */
export async function countSpans(
  db: Kysely<Database>,
  campaignId: string,
  spans: readonly CountedSpan[],
  options: { readonly zone: string; readonly unitIds?: readonly string[] | undefined },
): Promise<Map<string, UnitCount[]>> {
  const pieces = piecesOf(spans)
  const counts = new Map<string, Mutable[]>()
  if (pieces.length === 0) return counts
  const longest = derivedPiece(pieces)
  const completed = longest === undefined ? undefined : completedPiece(pieces, longest, options.zone)
  const effects = new Map(
    [...pieces.keys(), IN_ALL, TAIL, OUTSIDE].map((piece) => [
      piece,
      effectsOf(piece, { pieces, spans, longest, completed }),
    ]),
  )
  const columns: Columns = (piece, sign = 1) =>
    columnsOf(piece, sign, effects.get(piece)?.some(({ span }) => spans[span]?.withBenefit) === true)
  const read = pieces
    .map((span, piece) => ({ ...span, piece, toMonthEnd: piece === completed }))
    .filter(({ piece }) => piece !== longest)
  const parts = partsOf(campaignId, read, columns, options)
  if (longest !== undefined) parts.push(...outsideParts(campaignId, pieces, columns, options))
  const { rows } = await sql<{ unit_id: string; piece: number } & Record<Counted, string | null>>`
    select unit_id, piece, ${COUNTED_SUMS}
    from (${sql.join(parts, sql` union all `)}) as part (piece, unit_id, ${COUNTED_COLUMNS})
    group by unit_id, piece`.execute(db)
  for (const row of rows) {
    const ofUnit = counts.get(row.unit_id) ?? spans.map(nothing)
    counts.set(row.unit_id, ofUnit)
    const count = countOf(row)
    for (const { span, sign } of effects.get(row.piece) ?? []) {
      addTo(ofUnit[span] as Mutable, count, { sign, withBenefit: spans[span]?.withBenefit === true })
    }
  }
  return counts
}

/**
 * Initiatives taken back within the span (not: corrected by a sheet) that had been counted before it, by the unit they
 * counted for.
 */
export async function countCorrections(
  db: Kysely<Database>,
  campaignId: string,
  span: Span,
  unitIds?: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ unit_id: string; count: string }>`
    select back.unit_id, count(distinct back.initiative_id) as count
    from initiative_event as back
    where back.campaign_id = ${campaignId} and back.at >= ${new Date(span.from)} and back.at < ${new Date(span.to)}
      and ${isCorrection(span)} ${amongUnits(sql`back.unit_id`, unitIds)}
    group by back.unit_id`.execute(db)
  return new Map(rows.map((row) => [row.unit_id, Number(row.count)]))
}

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
    )
    select campaign.code as campaign, unit.code as unit, grain, day, kept, counted
    from difference
    join campaign on campaign.id = difference.campaign_id
    join unit on unit.id = difference.unit_id
    order by day, unit.code, grain
    limit 20`.execute(db)
  return rows.map((row) => ({ ...row, kept: countOf(row.kept), counted: countOf(row.counted) }))
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

/** Sums are added up in place: thousands of units have several each. */
type Mutable = {
  registered: number
  recognized: number
  onPortal: number
  benefit: { vnd: number; unconverted: number }
}

function nothing(): Mutable {
  return { registered: 0, recognized: 0, onPortal: 0, benefit: { vnd: 0, unconverted: 0 } }
}

/** null, of what was not read, is 0. */
function countOf(row: Readonly<Record<Counted, string | number | null>>): UnitCount {
  return {
    registered: Number(row.registered),
    recognized: Number(row.recognized),
    onPortal: Number(row.on_portal),
    benefit: { vnd: Number(row.benefit_vnd), unconverted: Number(row.benefit_unconverted) },
  }
}

function addTo(
  sum: Mutable,
  count: UnitCount,
  { sign, withBenefit }: { readonly sign: 1 | -1; readonly withBenefit: boolean },
): void {
  sum.registered += sign * count.registered
  sum.recognized += sign * count.recognized
  sum.onPortal += sign * count.onPortal
  if (!withBenefit) return
  sum.benefit.vnd += sign * count.benefit.vnd
  sum.benefit.unconverted += sign * count.benefit.unconverted
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

/** Stand for a piece's number: what was ever counted, what lies in the last piece's month behind it, the rest outside. */
const IN_ALL = -1
const TAIL = -2
const OUTSIDE = -3
const LONG_MS = 60 * 86_400_000

/**
 * The piece that is not read but is what the others leave of all there is: the longest one, which is most of the past.
 * undefined when all are short, or something lies between them.
 */
function derivedPiece(pieces: readonly Span[]): number | undefined {
  const isUnbroken = pieces.every((piece, index) => index === 0 || pieces[index - 1]?.to === piece.from)
  const lengths = pieces.map(({ from, to }) => to - from)
  const longest = Math.max(...lengths)
  return isUnbroken && longest > LONG_MS ? lengths.indexOf(longest) : undefined
}

/**
 * The spans that what is read for a piece, or for one of the three others, adds to or is taken off from. What does both
 * to a span is left out.
 */
function effectsOf(
  piece: number,
  how: {
    readonly pieces: readonly Span[]
    readonly spans: readonly Span[]
    readonly longest: number | undefined
    readonly completed: number | undefined
  },
): readonly { readonly span: number; readonly sign: 1 | -1 }[] {
  const { pieces, spans, longest, completed } = how
  const holds = (span: Span, part: number | undefined) => {
    const held = pieces[part ?? Number.NaN]
    return held !== undefined && held.from >= span.from && held.to <= span.to ? 1 : 0
  }
  // The completed piece is read to the end of its month, with all that follows it; what is in no other piece and not
  // outside of all is in the longest one.
  const isBehind = completed !== undefined && (piece > completed || piece === TAIL)
  const other = isBehind ? completed : longest
  return spans.flatMap((held, span) => {
    const sign = holds(held, piece) + holds(held, other) * (piece === IN_ALL ? 1 : -1)
    return sign === 1 || sign === -1 ? [{ span, sign }] : []
  })
}

type Options = { readonly zone: string; readonly unitIds?: readonly string[] | undefined }
/** Which columns a part is read with. */
type Columns = (piece: number, sign?: 1 | -1) => RawBuilder<unknown>

/**
 * The piece that may be read to the end of its month because all that follows there is read anyway: the last long one,
 * when the pieces behind it end in the same month. It saves its days of that month, most of what a tally reads.
 */
function completedPiece(pieces: readonly Span[], longest: number, zone: string): number | undefined {
  const last = pieces.at(-1) as Span
  const month = firstOfMonth(localDate(last.to, zone))
  const found = pieces.findLastIndex(({ from, to }) => to - from > LONG_MS)
  const piece = pieces[found]
  if (piece === undefined || found <= longest) return undefined
  return firstOfMonth(localDate(piece.to, zone)) === month ? found : undefined
}

/**
 * Whole months from the months' counters, the days up to them from the days', the rest of the first and the last day from
 * the events: together exactly the pieces. Rows as they are stored, to be grouped once.
 */
function partsOf(
  campaignId: string,
  pieces: readonly (Span & { readonly piece: number; readonly toMonthEnd: boolean })[],
  columns: Columns,
  { zone, unitIds }: Options,
): RawBuilder<unknown>[] {
  const among = amongUnits(sql`unit_id`, unitIds)
  return pieces.flatMap(({ piece, from, to, toMonthEnd }) => {
    const events = (begin: number, end: number) =>
      begin >= end
        ? []
        : [
            sql`${columns(piece)} from initiative_event
              where campaign_id = ${campaignId} and at >= ${new Date(begin)} and at < ${new Date(end)} ${among}`,
          ]
    const counters = (grain: "day" | "month", begin: LocalDate, end: LocalDate, sign: 1 | -1 = 1) =>
      begin >= end
        ? []
        : [
            sql`${columns(piece, sign)} from ${sql.table(`unit_${grain}`)}
              where campaign_id = ${campaignId} and ${sql.ref(grain)} >= ${begin}::date and ${sql.ref(grain)} < ${end}::date
              ${among}`,
          ]
    const fromDay = addDays(localDate(from - 1, zone), 1)
    const toDay = localDate(to, zone)
    if (addDays(fromDay, DAYS_FROM_COUNTERS) > toDay) return events(from, to)
    if (toMonthEnd) {
      const fromMonth = nearestMonth(fromDay)
      return [
        ...events(from, startOfDay(fromDay, zone)),
        ...counters("month", fromMonth, nextMonth(toDay)),
        ...counters("day", fromDay, fromMonth),
        ...counters("day", fromMonth, fromDay, -1),
      ]
    }
    const edges = [...events(from, startOfDay(fromDay, zone)), ...events(startOfDay(toDay, zone), to)]
    if (addDays(fromDay, DAYS_FROM_MONTHS) > toDay) return [...edges, ...counters("day", fromDay, toDay)]
    const fromMonth = nearestMonth(fromDay)
    const toMonth = nearestMonth(toDay)
    // Where the nearest month begins outside the piece, its days there are taken off again.
    return [
      ...edges,
      ...counters("month", fromMonth, toMonth),
      ...counters("day", fromDay, fromMonth),
      ...counters("day", fromMonth, fromDay, -1),
      ...counters("day", toMonth, toDay),
      ...counters("day", toDay, toMonth, -1),
    ]
  })
}

/** Benefits only where some span asks for them: adding them up costs as much as the three counters together. */
function columnsOf(piece: number, sign: 1 | -1, withBenefit: boolean): RawBuilder<unknown> {
  const columns = COUNTED.map((name) => {
    if (name.startsWith("benefit") && !withBenefit) return "null::numeric"
    return sign === 1 ? name : `-${name}`
  })
  return sql`select ${sql.lit(piece)}::int as piece, unit_id, ${sql.raw(columns.join(", "))}`
}

/** What was ever counted, and what of it lies outside the pieces: behind the last one next to nothing, as a rule. */
function outsideParts(
  campaignId: string,
  pieces: readonly Span[],
  columns: Columns,
  { zone, unitIds }: Options,
): RawBuilder<unknown>[] {
  const among = amongUnits(sql`unit_id`, unitIds)
  const first = pieces[0] as Span
  const last = pieces.at(-1) as Span
  const firstDay = localDate(first.from, zone)
  const nextDay = addDays(localDate(last.to, zone), 1)
  const begin = firstOfMonth(firstDay)
  const end = nextMonth(localDate(last.to, zone))
  // Most ends fall together, and an empty part costs its planning all the same.
  const days = (piece: number, from: LocalDate, to: LocalDate) =>
    from >= to
      ? []
      : [
          sql`${columns(piece)} from unit_day
            where campaign_id = ${campaignId} and day >= ${from}::date and day < ${to}::date ${among}`,
        ]
  const events = (piece: number, from: number, to: number) =>
    from >= to
      ? []
      : [
          sql`${columns(piece)} from initiative_event
            where campaign_id = ${campaignId} and at >= ${new Date(from)} and at < ${new Date(to)} ${among}`,
        ]
  const months = sql`${columns(OUTSIDE)} from unit_month where campaign_id = ${campaignId} ${among}`
  return [
    sql`${columns(IN_ALL)} from unit_total where campaign_id = ${campaignId} ${among}`,
    sql`${months} and month < ${begin}::date`,
    ...days(OUTSIDE, begin, firstDay),
    ...events(OUTSIDE, startOfDay(firstDay, zone), first.from),
    ...events(TAIL, last.to, startOfDay(nextDay, zone)),
    ...days(TAIL, nextDay, end),
    sql`${months} and month >= ${end}::date`,
  ]
}

function nextMonth(day: LocalDate): LocalDate {
  return firstOfMonth(addDays(firstOfMonth(day), 31))
}

function firstOfMonth(day: LocalDate): LocalDate {
  return `${day.slice(0, 8)}01`
}

/** The nearer of the month's own first day and the next one's. */
function nearestMonth(day: LocalDate): LocalDate {
  const first = firstOfMonth(day)
  return Number(day.slice(8)) <= 16 ? first : nextMonth(day)
}

function amongUnits(
  column: RawBuilder<unknown>,
  unitIds: readonly string[] | undefined,
): RawBuilder<unknown> {
  return unitIds === undefined ? sql`` : sql`and ${column} = any(${unitIds}::uuid[])`
}

function countedDays(zone: string): RawBuilder<unknown> {
  return sql`
    select campaign_id, unit_id, (at at time zone ${zone})::date as day, ${COUNTED_SUMS}
    from initiative_event
    group by 1, 2, 3`
}
