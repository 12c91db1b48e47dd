import { Temporal } from "temporal-polyfill"
import {
  type Campaign,
  COUNTERS,
  type Counter,
  type GoalPeriod,
  phaseAt,
  wholeGoal,
} from "../campaign/campaign.ts"
import { type SetTargets, type Target, targets, wholeTargets } from "../campaign/target.ts"
import { childrenOf, subtreeIds, type Unit, type UnitTree } from "../campaign/unit.ts"
import {
  addDays,
  daysBetweenInclusive,
  type LocalDate,
  localDate,
  monthUntil,
  type Span,
  startOfDay,
  weekUntil,
} from "../clock.ts"
import { compareVietnamese, roundPct } from "../text/number.ts"
import type { PeakPace } from "./peak.ts"

/** What a tally covers: since the last closing, the month, the phase, the whole campaign, a peak period. */
export const PERIODS = ["week", "month", "phase", "campaign", "peak"] as const

/** One of the five kinds of tally, or what lies between any two dates. */
export type Period = (typeof PERIODS)[number] | "dates"

/** Which tally is meant: `at` is where it ends at the latest, `from` where one of any two dates begins (epoch milliseconds). */
export type PeriodAsk = {
  readonly period: Period
  readonly at: number
  readonly from?: number
  /** Whether the best peak period is wanted too, which is counted by itself. */
  readonly comparing?: boolean
}

/** The three counters of one unit, or one sum of them. */
export type Counts = Readonly<Record<Counter, number>>

/** A span to be counted; benefits are added up only where they are asked for. */
export type CountedSpan = Span & { readonly withBenefit?: true }

/** What is kept for one unit itself: its counters and the benefit stated with what it counts, 0 where nobody asked. */
export type UnitCount = Counts & { readonly benefit: Benefit }

/** A tally cannot be made for what was asked; `message` says why and what can be asked instead. */
export class TallyError extends Error {
  constructor(message: string) {
    super(message)
    this.name = "TallyError"
  }
}

/** Which events a tally counts and which goal it holds them against. Spans are half-open, epoch milliseconds. */
export type TallyPlan = {
  readonly period: Period
  readonly from: number
  readonly to: number
  /** The phase in force just before `to`; undefined before the first one. */
  readonly phase: GoalPeriod | undefined
  /** The peak period, when it is one's tally. */
  readonly peak: GoalPeriod | undefined
  readonly goal: { readonly amount: number; readonly lastDay: LocalDate } | undefined
  /** Campaign start to `to`. */
  readonly total: Span
  readonly delta: Span
  /** What is held against the goal. */
  readonly held: Span
  /** The same as it stood at `from`, with the goal of then; undefined when nothing can have been counted. */
  readonly before: { readonly held: Span; readonly goal: number; readonly phase: string } | undefined
}

/** What was counted for one unit itself, without the units below it, in the four spans of `spansOf`. */
export type UnitCounts = {
  readonly total: Counts
  readonly delta: Counts
  readonly held: Counts
  readonly heldBefore: Counts
}

/** One line of the table: a unit directly below with its whole subtree, or what was registered at the unit itself. */
export type TallyRow = {
  readonly unit: string
  readonly name: string
  readonly registered: number
  readonly recognized: number
  readonly onPortal: number
  /** Of the campaign's progress counter. */
  readonly delta: number
  readonly target: number | null
  /** 75.6, not 0.756; null without a target. */
  readonly achievedPct: number | null
  readonly rank: number
  /** Places gained since `from`, negative when lost; null when there was no order then. */
  readonly rankChange: number | null
}

/** A tally as `tally --json` prints it and as it is frozen. Field rules: docs of the contract, "Fine print". */
export type Tally = {
  /** Code of the unit. */
  readonly unit: string
  readonly period: Period
  /** Local time with offset, "2022-04-15T16:00:00+07:00". */
  readonly from: string
  readonly to: string
  readonly counters: Readonly<Record<Counter, { readonly total: number; readonly delta: number }>>
  /** All null when the unit has no target. */
  readonly target: {
    readonly assigned: number | null
    readonly achievedPct: number | null
    readonly remaining: number | null
    readonly perDay: number | null
    readonly daysLeft: number | null
  }
  readonly rows: readonly TallyRow[]
  /** Initiatives taken back in [from, to) that had been counted before `from`. */
  readonly corrections: number
  readonly benefit: Benefit
}

/** A tally with what its readers see beside it: the unit's name, what is held against its goal, its whole target. */
export type TallyReading = {
  readonly tally: Tally
  readonly unitName: string
  /** Of the progress counter: in a week's or month's tally the phase's count, which no other number shows. */
  readonly held: number
  /** What of `held` came in lately, see `recentSpan`; epoch milliseconds. */
  readonly recent: { readonly count: number; readonly from: number; readonly to: number }
  readonly wholeTarget: number | null
  /** What the unit itself promised for the phase; absent when nothing. */
  readonly pledged?: number
  /** The unit's best peak period so far; absent when it was not asked for, or there was none. */
  readonly peak?: PeakPace
}

/**
 * Benefit of what was registered from the campaign's start to `to` and stood at `to`. `vnd`: every amount stated in đồng
 * counts once as stated, whatever its period, a range with its lower end, so the sum is a floor. `unconverted`: how many
 * stated a benefit that is not an amount in đồng (USD, "hàng trăm triệu"); "không tính được" states none.
 */
export type Benefit = { readonly vnd: number; readonly unconverted: number }

/** How fast it has to go. */
export type Pace = {
  readonly perDay: number
  readonly daysLeft: number
  readonly remaining: number
  readonly lastDay: LocalDate
}

const NOTHING: Counts = { registered: 0, recognized: 0, onPortal: 0 }

/** The plan by which a tally was made. */
export function planOf(campaign: Campaign, { period, from, to }: Tally, zone: string): TallyPlan {
  return planTally(campaign, { period, at: Date.parse(to), from: Date.parse(from) }, zone)
}

/**
 * Decides what a tally asked for at `at` counts. The phase and the peak period are those in force just before `at`, so
 * asked exactly at an end they are the ones that end there; after its end a phase or peak stays as it ended. Never
 * reaches back before the campaign's first day. Throws `TallyError` before the campaign, the first phase or peak period.
 */
export function planTally(campaign: Campaign, ask: PeriodAsk, zone: string): TallyPlan {
  const { period, at } = ask
  const start = startOfDay(campaign.startsOn, zone)
  if (at < start) {
    throw new TallyError(
      `The campaign ${campaign.code} starts on ${campaign.startsOn}; nothing is counted at ${isoLocal(at, zone)}. Ask for a later moment with --at.`,
    )
  }
  const { from, to, peak } = boundsOf(campaign, ask, start, zone)
  const phase = phaseJustBefore(campaign, to, zone)
  const common = { period, from, to, phase, peak, total: { from: start, to }, delta: { from, to } }
  if (peak !== undefined) {
    return { ...common, goal: goalOf(peak), held: common.delta, before: undefined }
  }
  if (period === "campaign") {
    const goal = { amount: wholeGoal(campaign), lastDay: campaign.endsOn }
    return { ...common, goal, held: common.total, before: undefined }
  }
  const held = heldSpan(campaign, phase, to, start, zone)
  const phaseBefore = from > start ? phaseJustBefore(campaign, from, zone) : undefined
  const before =
    phaseBefore === undefined
      ? undefined
      : {
          held: heldSpan(campaign, phaseBefore, from, start, zone),
          goal: phaseBefore.goal,
          phase: phaseBefore.code,
        }
  return { ...common, goal: phase && goalOf(phase), held, before }
}

/** The four spans whose counts `makeTally` needs, in the order of `UnitCounts`; an empty one is [to, to). */
export function spansOf(
  plan: TallyPlan,
): readonly [total: CountedSpan, delta: Span, held: Span, heldBefore: Span] {
  const { total, delta, held, before, to } = plan
  return [{ ...total, withBenefit: true }, delta, held, before?.held ?? { from: to, to }]
}

/** Everything a tally is made of. `counts` holds each unit's own counts by unit id; missing: nothing was counted. */
export type TallyInput = {
  readonly plan: TallyPlan
  readonly campaign: Campaign
  /** Units with the headcounts in force on the last day of the tally. */
  readonly tree: UnitTree
  /** Id of the campaign's root unit, whose target is the goal. */
  readonly rootId: string
  readonly unitId: string
  readonly counts: ReadonlyMap<string, UnitCounts>
  readonly corrections: number
  readonly benefit: Benefit
  /** Of `goalsOf`, where several tallies share them. */
  readonly goals?: Goals
  readonly zone: string
}

/** The targets of every unit now and, for the ranks of then, as they were at `from`. */
export type Goals = {
  readonly now: ReadonlyMap<string, Target> | undefined
  readonly before: ReadonlyMap<string, Target> | undefined
}

/** Splits the plan's goals over the tree, with what was assigned otherwise for its phase. */
export function goalsOf(
  plan: TallyPlan,
  campaign: Campaign,
  tree: UnitTree,
  rootId: string,
  set: SetTargets = NOTHING_SET,
): Goals {
  if (plan.goal === undefined) return { now: undefined, before: undefined }
  if (plan.period === "campaign") return { now: wholeTargets(tree, rootId, campaign, set), before: undefined }
  const { base } = campaign.quota
  const phase = plan.peak === undefined ? plan.phase?.code : undefined
  return {
    now: targets(tree, rootId, plan.goal.amount, base, set.assigned.get(phase ?? "")),
    before: plan.before && targets(tree, rootId, plan.before.goal, base, set.assigned.get(plan.before.phase)),
  }
}

const NOTHING_SET: SetTargets = { assigned: new Map(), pledged: new Map() }

/**
 * Makes the tally of a unit. Rows are the units directly below it, best rank first, and one more for what was registered
 * at the unit itself, or at closed units that belong to it, when it has a headcount or counts of its own; they add up to the totals. Throws `TallyError` when the
 * unit is not in the tree.
 */
export function makeTally(input: TallyInput): Tally {
  const { plan, campaign, tree, rootId, unitId, counts, zone } = input
  const unit = tree.byId.get(unitId)
  if (unit === undefined) throw new TallyError(`There is no unit ${unitId} in this campaign.`)
  const { now: goals, before: goalsBefore } = input.goals ?? goalsOf(plan, campaign, tree, rootId)
  const day = localDate(Math.max(plan.from, plan.to - 1), zone)

  const below = childrenOf(tree, unitId)
  const lines: Line[] = below.filter(isOpen).map((child) => ({
    unit: child,
    counts: sumOf(subtreeIds(tree, child.id), counts),
    target: goals?.get(child.id)?.target ?? null,
    targetBefore: goalsBefore?.get(child.id)?.target ?? null,
  }))
  const own: Line = {
    unit,
    // What a closed unit had is the unit's above, the one it was merged into.
    counts: sumOf(
      [unitId, ...below.filter((child) => !isOpen(child)).flatMap((child) => subtreeIds(tree, child.id))],
      counts,
    ),
    target: goals?.get(unitId)?.own ?? null,
    targetBefore: goalsBefore?.get(unitId)?.own ?? null,
  }
  const all = sumOf(subtreeIds(tree, unitId), counts)
  // A unit that came later must not appear in a tally made again for an earlier day.
  const shown = lines.filter((line) => line.unit.effectiveFrom <= day || !isEmpty(line.counts))
  if (own.target !== null || !isEmpty(own.counts) || lines.length === 0) shown.push(own)

  return {
    unit: unit.code,
    period: plan.period,
    from: isoLocal(plan.from, zone),
    to: isoLocal(plan.to, zone),
    counters: {
      registered: { total: all.total.registered, delta: all.delta.registered },
      recognized: { total: all.total.recognized, delta: all.delta.recognized },
      onPortal: { total: all.total.onPortal, delta: all.delta.onPortal },
    },
    target: progress(goals?.get(unitId)?.target ?? null, all.held[campaign.progressCounter], plan, zone),
    rows: ranked(shown, campaign.progressCounter),
    corrections: input.corrections,
    benefit: input.benefit,
  }
}

/** The pace a tally asks for; undefined when its unit has no target. */
export function paceOf(plan: TallyPlan, tally: Tally): Pace | undefined {
  const { remaining, perDay, daysLeft } = tally.target
  if (plan.goal === undefined || remaining === null || perDay === null || daysLeft === null) return undefined
  return { remaining, perDay, daysLeft, lastDay: plan.goal.lastDay }
}

/** The instant on the local clock with its offset: "2022-04-21T08:00:00+07:00", fractions of a second only when there are. */
export function isoLocal(at: number, zone: string): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return moment.toString({
    timeZoneName: "never",
    fractionalSecondDigits: moment.millisecond === 0 ? 0 : 3,
  })
}

type Bounds = Span & { peak: GoalPeriod | undefined }

function boundsOf(campaign: Campaign, { period, at, from }: PeriodAsk, start: number, zone: string): Bounds {
  const clipped = (span: Span): Bounds => ({ from: Math.max(span.from, start), to: span.to, peak: undefined })
  switch (period) {
    case "week":
      return clipped(weekUntil(at, campaign.weeklyClosing, zone))
    case "month":
      return clipped(monthUntil(at, zone))
    case "dates":
      if (from === undefined || from >= at) {
        throw new TallyError(
          `Two dates need a first one before the last: nothing lies before ${isoLocal(at, zone)}.`,
        )
      }
      return clipped({ from, to: at })
    case "campaign":
      return { from: start, to: at, peak: undefined }
    case "phase": {
      const phase = phaseJustBefore(campaign, at, zone)
      if (phase === undefined) throw notBegun("phase", campaign.phases, at, zone)
      return { ...within(phase, at, zone), peak: undefined }
    }
    case "peak": {
      const begun = campaign.peakPeriods.filter((peak) => startOfDay(peak.startsOn, zone) < at)
      const starting = campaign.peakPeriods.find((peak) => startOfDay(peak.startsOn, zone) === at)
      const peak = latest(begun) ?? starting
      if (peak === undefined) throw notBegun("peak period", campaign.peakPeriods, at, zone)
      return { ...within(peak, at, zone), peak }
    }
    default:
      return period satisfies never
  }
}

function notBegun(what: string, periods: readonly GoalPeriod[], at: number, zone: string): TallyError {
  const first = periods.map((period) => period.startsOn).sort()[0]
  const known = first === undefined ? `the campaign file names none` : `the first one starts on ${first}`
  return new TallyError(
    `No ${what} has begun at ${isoLocal(at, zone)}: ${known}. Ask for another --period or a later --at.`,
  )
}

function latest(periods: readonly GoalPeriod[]): GoalPeriod | undefined {
  return periods.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0]
}

function phaseJustBefore(campaign: Campaign, at: number, zone: string): GoalPeriod | undefined {
  // At the very first instant nothing lies before: then the phase that begins is meant.
  return phaseAt(campaign, localDate(at - 1, zone)) ?? phaseAt(campaign, localDate(at, zone))
}

function goalOf(period: GoalPeriod): { amount: number; lastDay: LocalDate } {
  return { amount: period.goal, lastDay: period.endsOn }
}

function within(period: GoalPeriod, at: number, zone: string): Span {
  return {
    from: startOfDay(period.startsOn, zone),
    to: Math.min(at, startOfDay(addDays(period.endsOn, 1), zone)),
  }
}

function heldSpan(
  campaign: Campaign,
  phase: GoalPeriod | undefined,
  to: number,
  start: number,
  zone: string,
): Span {
  if (phase === undefined) return { from: to, to }
  const span = within(phase, to, zone)
  return campaign.goalCounting === "cumulative" ? { from: start, to: span.to } : span
}

function progress(assigned: number | null, held: number, plan: TallyPlan, zone: string): Tally["target"] {
  if (assigned === null || plan.goal === undefined) {
    return { assigned: null, achievedPct: null, remaining: null, perDay: null, daysLeft: null }
  }
  const remaining = Math.max(0, assigned - held)
  // An empty tally at the first instant still has its whole first day before it.
  const daysLeft = remaining === 0 ? 0 : daysBetweenInclusive(localDate(plan.to, zone), plan.goal.lastDay)
  return {
    assigned,
    achievedPct: pctOf(held, assigned),
    remaining,
    perDay: daysLeft === 0 ? 0 : Math.ceil(remaining / daysLeft),
    daysLeft,
  }
}

function pctOf(held: number, target: number | null): number | null {
  return target === null || target === 0 ? null : roundPct(held, target)
}

type Line = {
  readonly unit: Unit
  readonly counts: UnitCounts
  readonly target: number | null
  readonly targetBefore: number | null
}

function ranked(lines: readonly Line[], counter: Counter): TallyRow[] {
  const now = inOrder(lines, counter, "held", "target")
  const before = inOrder(lines, counter, "heldBefore", "targetBefore")
  const hadOrder = lines.some((line) => line.counts.heldBefore[counter] !== 0)
  return now.map((line, index) => ({
    unit: line.unit.code,
    name: line.unit.name,
    ...line.counts.total,
    delta: line.counts.delta[counter],
    target: line.target,
    achievedPct: pctOf(line.counts.held[counter], line.target),
    rank: index + 1,
    rankChange: hadOrder ? before.indexOf(line) - index : null,
  }))
}

/**
 * By % of target as published (one decimal), then the higher count, then the name: a reader must be able to check the
 * order from the table. Without a target last.
 */
function inOrder(
  lines: readonly Line[],
  counter: Counter,
  held: "held" | "heldBefore",
  target: "target" | "targetBefore",
): Line[] {
  const pct = (line: Line) => pctOf(line.counts[held][counter], line[target]) ?? Number.NEGATIVE_INFINITY
  return lines.toSorted(
    (a, b) =>
      compareNumbers(pct(b), pct(a)) ||
      b.counts[held][counter] - a.counts[held][counter] ||
      compareVietnamese(a.unit.name, b.unit.name) ||
      compareVietnamese(a.unit.code, b.unit.code),
  )
}

// Infinity − Infinity is NaN, which a sort takes for "equal" only by luck.
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function sumOf(ids: readonly string[], counts: ReadonlyMap<string, UnitCounts>): UnitCounts {
  const sum = {
    total: { ...NOTHING },
    delta: { ...NOTHING },
    held: { ...NOTHING },
    heldBefore: { ...NOTHING },
  }
  for (const id of ids) {
    const one = counts.get(id)
    if (one === undefined) continue
    for (const counter of COUNTERS) {
      sum.total[counter] += one.total[counter]
      sum.delta[counter] += one.delta[counter]
      sum.held[counter] += one.held[counter]
      sum.heldBefore[counter] += one.heldBefore[counter]
    }
  }
  return sum
}

function isOpen(unit: Unit): boolean {
  return unit.state === "open"
}

function isEmpty(counts: UnitCounts): boolean {
  return COUNTERS.every((counter) => counts.total[counter] === 0 && counts.delta[counter] === 0)
}
