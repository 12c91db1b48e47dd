import { type Campaign, type GoalPeriod, phaseAt, wholeGoal } from "../campaign/campaign.ts"
import {
  addDays,
  isoLocal,
  type LocalDate,
  localDate,
  monthUntil,
  type Span,
  startOfDay,
  weekUntil,
} from "../clock.ts"
import type { Tally } from "./tally.ts"

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

/** A span to be counted; benefits are added up only where they are asked for. */
export type CountedSpan = Span & { readonly withBenefit?: true }

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
  const held = heldSpan(campaign, phase, common.total, zone)
  const phaseBefore = from > start ? phaseJustBefore(campaign, from, zone) : undefined
  const before =
    phaseBefore === undefined
      ? undefined
      : {
          held: heldSpan(campaign, phaseBefore, { from: start, to: from }, zone),
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

/** Of all that was counted (`total`) what stands against the phase's goal: the phase's own, or what came before it too. */
function heldSpan(campaign: Campaign, phase: GoalPeriod | undefined, total: Span, zone: string): Span {
  if (phase === undefined) return { from: total.to, to: total.to }
  const span = within(phase, total.to, zone)
  return campaign.goalCounting === "cumulative" ? { from: total.from, to: span.to } : span
}
