import type { Counter } from "../campaign/campaign.ts"
import { type Closing, lastClosing, type Span } from "../clock.ts"
import type { Counts } from "../tally/tally.ts"
import { compareVietnamese, roundPct } from "../text/number.ts"
import { type Criterion, type Emulation, type Grade, tenthsOf } from "./criterion.ts"

/** What an officer gave for a declared criterion. */
export type Mark = {
  readonly points: number
  readonly reason: string | undefined
  /** Epoch milliseconds. */
  readonly at: number
}

/** What is known of one unit with everything below it. */
export type Standing = {
  readonly unitId: string
  readonly code: string
  readonly name: string
  /** Counted within the period. */
  readonly counts: Counts
  /** Of the progress counter, held against the target. */
  readonly held: number
  /** null: no target. */
  readonly target: number | null
  /** Grassroots unions at or below. */
  readonly grassroots: number
  /** Names of those that counted nothing, by counter. */
  readonly without: Readonly<Record<Counter, readonly string[]>>
  /** Recognised initiatives by what they bring a year, for each `high_benefit` by its code. */
  readonly highBenefit: ReadonlyMap<string, number>
  /** Numbers of the period's weeks, from 0, that had a registration, and how many weeks there are. */
  readonly activeWeeks: readonly number[]
  readonly weeks: number
  readonly turnedDown: { readonly refused: number; readonly duplicate: number }
  /** By criterion code. */
  readonly marks: ReadonlyMap<string, Mark>
}

/** Points of one criterion and the figures they come from. */
export type CriterionScore = {
  readonly criterion: Criterion
  /** At most one decimal; negative for a deduction. */
  readonly points: number
  readonly basis: Basis
}

/** The figures behind points; percentages are as printed, 75.6 and not 0.756. */
export type Basis =
  | { readonly by: "declared"; readonly mark: Mark | undefined }
  | {
      readonly by: "achieved_pct" | "exceeded_pct"
      readonly held: number
      readonly target: number | null
      readonly pct: number | null
    }
  | { readonly by: "high_benefit"; readonly count: number }
  | (Share & { readonly by: "covered_units"; readonly without: readonly string[] })
  | (Share & { readonly by: "active_weeks"; readonly active: readonly number[] })
  | (Share & { readonly by: "turned_down_pct" })

type Share = { readonly part: number; readonly of: number; readonly pct: number }

/** A unit's score. `rank` and `among` are of its cluster; units of none are compared with each other. */
export type UnitScore = {
  readonly unitId: string
  readonly code: string
  readonly name: string
  readonly criteria: readonly CriterionScore[]
  readonly total: number
  readonly cluster: string | undefined
  readonly grade: Grade | undefined
  readonly rank: number
  readonly among: number
}

/**
 * Scores units and orders each cluster: by points, then the percentage of the target, then the count, then the name in Vietnamese
 * order. Every criterion is rounded half up to one decimal and the total is the sum of what is printed, so that a reader
 * can add it up.
 */
export function scoreUnits(
  { criteria, clusters, grades }: Emulation,
  standings: readonly Standing[],
  isSameCode: (one: string, other: string) => boolean,
): readonly UnitScore[] {
  const scored = standings.map((standing) => {
    const scores = criteria.map((criterion) => scoreOf(criterion, standing))
    const total = scores.reduce((sum, { points }) => sum + tenthsOf(points), 0) / 10
    const cluster = clusters.find(({ units }) => units.some((unit) => isSameCode(unit, standing.code)))?.name
    return { standing, scores, total, cluster, grade: grades.find(({ from }) => total >= from) }
  })
  const names = [...clusters.map(({ name }): string | undefined => name), undefined]
  return names.flatMap((name) => {
    const inCluster = scored.filter(({ cluster }) => cluster === name)
    return inCluster
      .toSorted((one, other) => other.total - one.total || compareStandings(one.standing, other.standing))
      .map(({ standing, scores, total, cluster, grade }, index) => ({
        unitId: standing.unitId,
        code: standing.code,
        name: standing.name,
        criteria: scores,
        total,
        cluster,
        grade,
        rank: index + 1,
        among: inCluster.length,
      }))
  })
}

function compareStandings(one: Standing, other: Standing): number {
  const pct = (of: Standing) => pctOf(of) ?? -1
  return (
    pct(other) - pct(one) ||
    other.held - one.held ||
    compareVietnamese(one.name, other.name) ||
    compareVietnamese(one.code, other.code)
  )
}

function pctOf({ held, target }: Standing): number | null {
  return target === null || target === 0 ? null : roundPct(held, target)
}

/** The points of one criterion. */
export function scoreOf(criterion: Criterion, standing: Standing): CriterionScore {
  const { held, target, grassroots, activeWeeks, weeks, marks } = standing
  switch (criterion.by) {
    case "declared": {
      const mark = marks.get(criterion.code)
      const points = Math.min(mark?.points ?? 0, criterion.points)
      return { criterion, points, basis: { by: criterion.by, mark } }
    }
    case "achieved_pct": {
      const pct = pctOf(standing)
      const points = partOf(criterion.points, pct ?? 0)
      return { criterion, points, basis: { by: criterion.by, held, target, pct } }
    }
    case "exceeded_pct": {
      const pct = pctOf(standing)
      const steps = Math.max(0, Math.floor((tenthsOf(pct ?? 0) - 1000) / tenthsOf(criterion.per_pct)))
      const points = Math.min(steps * tenthsOf(criterion.each), tenthsOf(criterion.points)) / 10
      return { criterion, points, basis: { by: criterion.by, held, target, pct } }
    }
    case "covered_units": {
      const without = standing.without[criterion.counter === "on_portal" ? "onPortal" : criterion.counter]
      const counted = shareOf(grassroots - without.length, grassroots)
      const points = partOf(criterion.points, counted.pct)
      return { criterion, points, basis: { by: criterion.by, ...counted, without } }
    }
    case "active_weeks": {
      const counted = shareOf(activeWeeks.length, weeks)
      const points = partOf(criterion.points, counted.pct)
      return { criterion, points, basis: { by: criterion.by, ...counted, active: activeWeeks } }
    }
    case "high_benefit": {
      const count = standing.highBenefit.get(criterion.code) ?? 0
      const points = Math.min(count * tenthsOf(criterion.each), tenthsOf(criterion.points)) / 10
      return { criterion, points, basis: { by: criterion.by, count } }
    }
    case "turned_down_pct": {
      const { refused, duplicate } = standing.turnedDown
      const part = refused + duplicate
      // What is refused stays counted as registered, what was registered twice does not.
      const of = Math.max(part, standing.counts.registered + duplicate)
      const counted = shareOf(part, of)
      const points = criterion.levels.findLast(({ above_pct }) => counted.pct > above_pct)?.points ?? 0
      return { criterion, points, basis: { by: criterion.by, ...counted } }
    }
    default:
      return criterion satisfies never
  }
}

function shareOf(part: number, of: number): Share {
  return { part, of, pct: roundPct(part, of) }
}

/** So many percent, 100 at most, of the points, rounded half up to one decimal without a floating-point step. */
function partOf(points: number, pct: number): number {
  const capped = Math.min(tenthsOf(pct), 1000)
  return Math.floor((tenthsOf(points) * capped + 500) / 1000) / 10
}

/**
 * The weeks of a period from closing to closing. The running one does not count before it is over, unless it is the only one; the
 * shorter one with which the period ends counts when the period is over.
 */
export function weeksOf(
  { from, to }: Span,
  options: { readonly closing: Closing; readonly zone: string; readonly isOver: boolean },
): readonly Span[] {
  const { closing, zone, isOver } = options
  const closings: number[] = []
  for (let at = lastClosing(to, closing, zone); at > from; at = lastClosing(at - 1, closing, zone))
    closings.unshift(at)
  const edges = [from, ...closings]
  const whole = closings.map((end, index) => ({ from: edges[index] ?? from, to: end }))
  const last = edges.at(-1) ?? from
  return last < to && (isOver || whole.length === 0) ? [...whole, { from: last, to }] : whole
}
