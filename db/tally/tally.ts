import { type Kysely, type RawBuilder, sql } from "kysely"
import type { Span } from "../../core/clock.ts"
import type { CountedSpan } from "../../core/tally/plan.ts"
import type { UnitCount } from "../../core/tally/tally.ts"
import type { Database } from "../schema.ts"
import { isCorrection } from "./correction.ts"
import { COUNTED_COLUMNS, COUNTED_SUMS, type Counted, countOf } from "./counter.ts"
import { type Grain, type Stretch, stretchesOf } from "./stretch.ts"

/**
 * Each unit's own counts in each span, by unit id; a unit without any is missing. One statement, grouped in the
 * database: no row per initiative leaves it, and however long a span is, it costs a few rows per unit. `unitIds`
 * undefined: all units of the campaign.
 */
export async function countSpans(
  db: Kysely<Database>,
  campaignId: string,
  spans: readonly CountedSpan[],
  options: { readonly zone: string; readonly unitIds?: readonly string[] | undefined },
): Promise<Map<string, UnitCount[]>> {
  const parts = partsOf(spans, options.zone)
  if (parts.length === 0) return new Map()
  const effects = effectsOf(spans, parts)
  const columns = columnsOf(spans, effects)
  const summed = columns.map(({ name, sum }) => sql`${sum} as ${sql.ref(name)}`)
  const listed = ["unit_id", ...columns.map(({ name }) => name)].map(
    (name) => sql`json_agg(${sql.ref(name)}) as ${sql.ref(name)}`,
  )
  // One list of each column: thousands of units have a dozen counts each, and a row for each took longer than to count.
  const { rows } = await sql<Readonly<Record<string, readonly (number | null)[] | null>>>`
    ${chosenUnits(options.unitIds)}
    select ${sql.join(listed)}
    from (
      select unit_id, ${sql.join(summed)} from (${readsOf(campaignId, parts, options.unitIds)}) as part
      group by unit_id
    ) as counted`.execute(db)
  const { unit_id: units, ...lists } = rows[0] as { unit_id: readonly string[] | null } & (typeof rows)[0]
  const additions = columns.map(({ name, add }) => ({ list: lists[name] ?? [], add }))
  return new Map(
    (units ?? []).map((unitId, index) => {
      const ofUnit = spans.map(nothing)
      for (const { list, add } of additions) add(ofUnit, list[index] ?? 0)
      return [unitId, ofUnit]
    }),
  )
}

type Column = {
  readonly name: string
  readonly sum: RawBuilder<unknown>
  /** Adds a unit's sum to its spans. */
  readonly add: (ofUnit: readonly Mutable[], sum: number) => void
}

/**
 * What is summed of each unit: its counts piece by piece, for spans share pieces, but its benefit span by span, for a sum
 * of that costs as much as several counts, and few spans have one.
 */
function columnsOf(
  spans: readonly CountedSpan[],
  effects: readonly (readonly Effect[])[],
): readonly Column[] {
  const counts = effects.flatMap((ofPiece, piece) =>
    COUNTS.map(({ column, key }) => ({
      name: `${column}_${piece}`,
      sum: sql`sum(${sql.ref(column)}) filter (where piece = ${sql.lit(piece)})`,
      add: (ofUnit: readonly Mutable[], sum: number) => {
        for (const { span, sign } of ofPiece) (ofUnit[span] as Mutable)[key] += sign * sum
      },
    })),
  )
  const benefits = spans.flatMap(({ withBenefit }, span) => {
    const signed = effects.flatMap((ofPiece, piece) =>
      ofPiece.filter((effect) => effect.span === span).map(({ sign }) => ({ piece, sign })),
    )
    if (withBenefit !== true || signed.length === 0) return []
    return BENEFITS.map(({ column, key }) => {
      const whens = signed.map(
        ({ piece, sign }) =>
          sql`when ${sql.lit(piece)} then ${sql.raw(sign < 0 ? "-" : "")}${sql.ref(column)}`,
      )
      return {
        name: `${column}_in_${span}`,
        sum: sql`sum(case piece ${sql.join(whens, sql` `)} end)`,
        add: (ofUnit: readonly Mutable[], sum: number) => {
          ;(ofUnit[span] as Mutable).benefit[key] += sum
        },
      }
    })
  })
  return [...counts, ...benefits]
}

const COUNTS = [
  { column: "registered", key: "registered" },
  { column: "recognized", key: "recognized" },
  { column: "on_portal", key: "onPortal" },
] as const satisfies readonly { column: Counted; key: keyof Mutable }[]

const BENEFITS = [
  { column: "benefit_vnd", key: "vnd" },
  { column: "benefit_unconverted", key: "unconverted" },
] as const satisfies readonly { column: Counted; key: keyof Mutable["benefit"] }[]

/** As `countSpans`, of all these units together: what they are for is one sum, and a row of each was most of the work. */
export async function sumSpans(
  db: Kysely<Database>,
  campaignId: string,
  spans: readonly CountedSpan[],
  options: { readonly zone: string; readonly unitIds: readonly string[] | undefined },
): Promise<readonly UnitCount[]> {
  const sums = spans.map(nothing)
  const parts = partsOf(spans, options.zone)
  if (parts.length === 0) return sums
  const { rows } = await sql<{ piece: number } & Record<Counted, string | null>>`
    ${chosenUnits(options.unitIds)}
    select piece, ${COUNTED_SUMS} from (${readsOf(campaignId, parts, options.unitIds)}) as part
    group by piece`.execute(db)
  const effects = effectsOf(spans, parts)
  for (const { piece, ...row } of rows)
    addTo(
      sums,
      countOf((name) => row[name]),
      effects[piece],
    )
  return sums
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
  const back = (ofUnit: RawBuilder<unknown>) => sql`
    from initiative_event as back
    where ${ofUnit} and back.campaign_id = ${campaignId} and back.at >= ${new Date(span.from)}
      and back.at < ${new Date(span.to)} and ${isCorrection(span)}`
  const counted =
    unitIds === undefined
      ? sql`select unit_id, count(distinct initiative_id) as count ${back(sql`true`)} group by unit_id`
      : // One unit after the other, each by its own index: what others took back meanwhile is not read.
        sql`select chosen.id as unit_id, count from unnest(${arrayOf(unitIds)}) as chosen (id)
          cross join lateral (select count(distinct initiative_id) as count ${back(sql`back.unit_id = chosen.id`)}) as own
          where count > 0`
  const { rows } = await sql<{ unit_id: string; count: string }>`${counted}`.execute(db)
  return new Map(rows.map((row) => [row.unit_id, Number(row.count)]))
}

/** Sums are added up in place: thousands of units have several each. */
type Mutable = {
  registered: number
  recognized: number
  onPortal: number
  benefit: { vnd: number; unconverted: number }
}

function nothing({ withBenefit }: CountedSpan): Mutable {
  const benefit = withBenefit === true ? { vnd: 0, unconverted: 0 } : NO_BENEFIT
  return { registered: 0, recognized: 0, onPortal: 0, benefit }
}

/** Of every span that shows none. */
const NO_BENEFIT = { vnd: 0, unconverted: 0 }

/** What one piece counted, to the spans that it belongs to. */
function addTo(sums: readonly Mutable[], count: UnitCount, effects: readonly Effect[] = []): void {
  for (const { span, sign, withBenefit } of effects) {
    const sum = sums[span] as Mutable
    sum.registered += sign * count.registered
    sum.recognized += sign * count.recognized
    sum.onPortal += sign * count.onPortal
    if (!withBenefit) continue
    sum.benefit.vnd += sign * count.benefit.vnd
    sum.benefit.unconverted += sign * count.benefit.unconverted
  }
}

/** What is read in one go: neighbours, each with the number of the piece under which its rows are added up. */
type Part = {
  readonly stretches: readonly (Stretch & { readonly piece: number })[]
  readonly withBenefit: boolean
}

/** Stretches that count alike in every span are one piece. */
function partsOf(spans: readonly CountedSpan[], zone: string): readonly Part[] {
  const pieces = new Map<string, number>()
  const parts: { stretches: (Stretch & { piece: number })[]; withBenefit: boolean }[] = []
  for (const stretch of stretchesOf(spans, zone)) {
    const key = stretch.signs.join()
    const piece = pieces.get(key) ?? pieces.size
    pieces.set(key, piece)
    const withBenefit = spans.some((span, index) => span.withBenefit === true && stretch.signs[index] !== 0)
    const last = parts.at(-1)
    const neighbour = last?.stretches.at(-1)
    const isNext = neighbour?.grain === stretch.grain && neighbour.to === stretch.from
    if (last !== undefined && isNext && last.withBenefit === withBenefit)
      last.stretches.push({ ...stretch, piece })
    else parts.push({ stretches: [{ ...stretch, piece }], withBenefit })
  }
  return parts
}

type Effect = { readonly span: number; readonly sign: number; readonly withBenefit: boolean }

/** By piece: the spans that it adds to or is taken off from. */
function effectsOf(spans: readonly CountedSpan[], parts: readonly Part[]): readonly (readonly Effect[])[] {
  const effects: Effect[][] = []
  for (const { piece, signs } of parts.flatMap(({ stretches }) => stretches)) {
    effects[piece] = signs.flatMap((sign, span) =>
      sign === 0 ? [] : [{ span, sign, withBenefit: spans[span]?.withBenefit === true }],
    )
  }
  return effects
}

/** Table and column of time of each grain. */
const KEPT: Readonly<Record<Grain, readonly [table: string, time: string]>> = {
  total: ["unit_total", ""],
  month: ["unit_month", "month"],
  day: ["unit_day", "day"],
  event: ["initiative_event", "at"],
}

/** The ids are written once: to send and to read a hundred of them for every part took longer than to count. */
function chosenUnits(unitIds: readonly string[] | undefined): RawBuilder<unknown> {
  return unitIds === undefined ? sql`` : sql`with chosen as (select ${arrayOf(unitIds)} as ids)`
}

/** As text, for the client would quote each id by itself. */
function arrayOf(ids: readonly string[]): RawBuilder<unknown> {
  return sql`${`{${ids.join()}}`}::uuid[]`
}

function readsOf(
  campaignId: string,
  parts: readonly Part[],
  unitIds: readonly string[] | undefined,
): RawBuilder<unknown> {
  return sql.join(
    parts.map((part) => readOf(campaignId, part, unitIds !== undefined)),
    sql` union all `,
  )
}

/** Benefits are read only where they are shown: to add them up costs as much as all else. */
const WITHOUT_BENEFIT = sql.raw(
  "registered, recognized, on_portal, null::numeric as benefit_vnd, null::integer as benefit_unconverted",
)

/** Rows as they are stored, to be grouped once. */
function readOf(campaignId: string, part: Part, isChosen: boolean): RawBuilder<unknown> {
  const { stretches, withBenefit } = part
  const [first] = stretches as [Part["stretches"][number], ...Part["stretches"]]
  const [table, time] = KEPT[first.grain]
  const edge = (at: Stretch["from"]) => (typeof at === "number" ? sql`${new Date(at)}` : sql`${at}::date`)
  const whens = stretches
    .slice(0, -1)
    .map(({ to, piece }) => sql`when ${sql.ref(time)} < ${edge(to)} then ${sql.lit(piece)}`)
  const piece = sql.lit(stretches.at(-1)?.piece ?? 0)
  const numbered = whens.length === 0 ? piece : sql`case ${sql.join(whens, sql` `)} else ${piece} end`
  const until = stretches.at(-1)?.to ?? first.to
  const inTime =
    first.grain === "total"
      ? sql``
      : sql`and ${sql.ref(time)} >= ${edge(first.from)} and ${sql.ref(time)} < ${edge(until)}`
  const rows = sql`from ${sql.table(table)} where campaign_id = ${campaignId} ${inTime}`
  const among = isChosen ? sql`and unit_id = any((select ids from chosen)::uuid[])` : sql``
  // Where there is nothing of anybody no unit is looked for.
  const isAny =
    isChosen && stretches.every(({ isOutside }) => isOutside) ? sql`and exists (select ${rows})` : sql``
  return sql`select ${numbered} as piece, unit_id, ${withBenefit ? COUNTED_COLUMNS : WITHOUT_BENEFIT} ${rows} ${among} ${isAny}`
}
