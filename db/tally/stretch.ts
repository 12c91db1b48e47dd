import {
  addDays,
  daysBetweenInclusive,
  type LocalDate,
  localDate,
  type Span,
  startOfDay,
} from "../../core/clock.ts"

/** By what a stretch is read: all that a unit ever counted, its months, its days (`db/tally/counter.ts`), or the events. */
export type Grain = "total" | "month" | "day" | "event"

/**
 * Rows that are read to count spans: half-open [from, to), epoch milliseconds of events, else days, "-infinity" and
 * "infinity" among them; of totals nothing.
 */
export type Stretch = {
  readonly grain: Grain
  readonly from: Edge
  readonly to: Edge
  /** How often what it holds counts in each span, in their order: 1, 0, or -1 where another stretch holds too much. */
  readonly signs: readonly number[]
  /** Whether it lies before or behind all spans, where as a rule there is nothing. */
  readonly isOutside: boolean
}

type Edge = number | LocalDate

/** An instant at which spans begin or end. Either what lies before it is read, or what lies behind it and what there is in all. */
type Cut = {
  readonly at: number
  readonly side: "before" | "behind"
  /** The day that begins at it or next to it, on its side. */
  readonly day: LocalDate
  /** The first of the month up to which, or from which on, months are read. */
  readonly anchor: LocalDate
  /** Whether it is the end of all on its side. */
  readonly isOuter: boolean
}

/** From so long a gap between two cuts on nothing of it is read: it is what all else leaves of what there is in all. */
const LONG_MS = 60 * 86_400_000

/**
 * What is read to count spans on the calendar of `zone`: few rows a unit, however long a span is and whatever it holds.
 * Each span is what lies before its end without what lies before its beginning, and what both have in common is left out.
 */
export function stretchesOf(spans: readonly Span[], zone: string): readonly Stretch[] {
  const cuts = cutsOf(spans, zone)
  const place = new Map(cuts.map(({ at }, index) => [at, index]))
  /** `weights`: how often something counts in what lies before each cut. */
  const signsOf = (weights: readonly number[]) =>
    spans.map(({ from, to }) =>
      to <= from ? 0 : (weights[place.get(to) ?? -1] ?? 0) - (weights[place.get(from) ?? -1] ?? 0),
    )
  const inAll = signsOf(cuts.map(({ side }) => Number(side === "behind")))
  const stretches: Stretch[] = [{ grain: "total", from: "", to: "", signs: inAll, isOutside: false }]
  const ranges = cuts.flatMap((cut, index) => rangesOf(cut, zone).map((range) => ({ ...range, cut: index })))
  for (const grain of ["month", "day", "event"] as const) {
    const some = ranges.filter((range) => range.grain === grain)
    const edges = [...new Set(some.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) =>
      a < b ? -1 : 1,
    )
    for (const [index, from] of edges.slice(0, -1).entries()) {
      const to = edges[index + 1] as Edge
      const weights = cuts.map(() => 0)
      const holding = some.filter((range) => range.from <= from && range.to >= to)
      for (const { cut, weight } of holding) weights[cut] = weight
      const isOutside = holding.some(({ cut }) => cuts[cut]?.isOuter)
      stretches.push({ grain, from, to, signs: signsOf(weights), isOutside })
    }
  }
  return stretches.filter(({ signs }) => signs.some((sign) => sign !== 0))
}

function cutsOf(spans: readonly Span[], zone: string): readonly Cut[] {
  const real = spans.filter((span) => span.to > span.from)
  const instants = [...new Set(real.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b)
  const gaps = instants.slice(1).map((at, index) => at - (instants[index] ?? at))
  const longest = Math.max(...gaps)
  const split = longest > LONG_MS ? gaps.indexOf(longest) + 1 : 0
  const before: Cut[] = []
  for (const at of instants.slice(0, split)) {
    const day = localDate(at, zone)
    const anchor = anchorOf(day, before.at(-1)) ?? firstOfMonth(day)
    before.push({ at, side: "before", day, anchor, isOuter: before.length === 0 })
  }
  const behind: Cut[] = []
  for (const at of instants.slice(split).toReversed()) {
    const day = addDays(localDate(at - 1, zone), 1)
    const anchor = anchorOf(day, behind.at(-1)) ?? firstOfMonth(addDays(firstOfMonth(addDays(day, -1)), 31))
    behind.push({ at, side: "behind", day, anchor, isOuter: behind.length === 0 })
  }
  return [...before, ...behind.toReversed()]
}

/** Whatever costs less: the days up to the cut that was there first, or those up to a month and the months from there on. */
function anchorOf(day: LocalDate, known: Cut | undefined): LocalDate | undefined {
  if (known === undefined) return undefined
  const month = nearestMonth(day)
  const rows = daysApart(day, month) + monthsApart(month, known.anchor)
  return rows < daysApart(day, known.day) ? month : known.anchor
}

/** What lies on the cut's side of it; the days between its own and a month on the other side were read too often. */
function rangesOf({ at, side, day, anchor }: Cut, zone: string) {
  const midnight = startOfDay(day, zone)
  // What lies behind is taken off.
  const weight = side === "before" ? 1 : -1
  const [first, last, days] =
    side === "before" ? [midnight, at, [anchor, day]] : [at, midnight, [day, anchor]]
  const [from = "", to = ""] = days
  return [
    { grain: "event" as const, from: first, to: last, weight },
    from <= to
      ? { grain: "day" as const, from, to, weight }
      : { grain: "day" as const, from: to, to: from, weight: -weight },
    side === "before"
      ? { grain: "month" as const, from: "-infinity", to: anchor, weight }
      : { grain: "month" as const, from: anchor, to: "infinity", weight },
  ].filter(({ from, to }) => from < to)
}

function firstOfMonth(day: LocalDate): LocalDate {
  return `${day.slice(0, 8)}01`
}

/** The nearer of the month's own first day and the next one's. */
function nearestMonth(day: LocalDate): LocalDate {
  const first = firstOfMonth(day)
  return Number(day.slice(8)) <= 16 ? first : firstOfMonth(addDays(first, 31))
}

function daysApart(one: LocalDate, other: LocalDate): number {
  return one < other ? daysBetweenInclusive(one, other) - 1 : daysBetweenInclusive(other, one) - 1
}

function monthsApart(one: LocalDate, other: LocalDate): number {
  const months = (day: LocalDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return Math.abs(months(one) - months(other))
}
