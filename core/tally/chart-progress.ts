import type { Campaign } from "../campaign/campaign.ts"
import {
  addDays,
  addMonths,
  formatDay,
  formatDayFrom,
  formatLocal,
  type LocalDate,
  localDate,
  type Span,
  startOfDay,
} from "../clock.ts"
import type { Phrase } from "../outbox.ts"
import { formatPct, roundPct } from "../text/number.ts"
import { forecastOf, type Rate, rateNumber, rateOver, recentSpan } from "./forecast.ts"
import { paceOf } from "./pace.ts"
import type { TallyPlan } from "./plan.ts"
import type { SeriesPoint } from "./series.ts"
import type { Tally, TallyReading } from "./tally.ts"

/** The way to the goal. Instants are epoch milliseconds. */
export type ChartProgress = {
  readonly name: string
  readonly count: number
  readonly target: number | null
  /** "76,0%"; null without a target. */
  readonly pct: string | null
  readonly from: number
  readonly to: number
  /** The end of the goal's last day, or `to` without a goal. */
  readonly end: number
  readonly points: readonly SeriesPoint[]
  /** Where an even pace would be by now; null without a goal to come. */
  readonly expected: number | null
  /** The straight line to the goal; undefined without one. */
  readonly pace: readonly [SeriesPoint, SeriesPoint] | undefined
  /** Where the present rate leads: to the goal, or to what will be there on the last day. */
  readonly forecast: SeriesPoint | undefined
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
  /** What the line says, one short sentence each. */
  readonly sentences: readonly string[]
  /** Words beside the lines: what was done, an even pace, the forecast; and at the goal, absent without one. */
  readonly legend: {
    readonly done: string
    readonly even: string
    readonly forecast: string
    readonly goal: string | undefined
  }
}

/** What the facts are put into words with. */
export type ChartWords = { readonly say: (phrase: Phrase) => string; readonly zone: string }

const DAY_MS = 86_400_000

/** What a tally's way is drawn from: the goal it is held against, and what was counted on the way (`series`). */
export type ChartWay = {
  readonly campaign: Campaign
  readonly plan: TallyPlan
  readonly series: readonly SeriesPoint[]
}

/** The way to the goal as it is drawn and told. */
export function progressOf(
  { tally, isPast }: Pick<TallyReading, "tally" | "isPast">,
  { campaign, plan, series }: ChartWay,
  { say, zone }: ChartWords,
): ChartProgress {
  const { from, to } = plan.held
  const { remaining } = tally.target
  const assigned = tally.target.assigned === 0 ? null : tally.target.assigned
  // The tally may be a frozen one: its own number goes before what the store says today.
  const last = series.at(-1)?.count ?? 0
  const count = assigned !== null && remaining !== null && remaining > 0 ? assigned - remaining : last
  const between = series.filter((point) => point.at > from && point.at < to).toSorted((a, b) => a.at - b.at)
  const points = [{ at: from, count: 0 }, ...between, { at: to, count }]
  const goal = assigned === null ? undefined : plan.goal
  const end = goal === undefined ? to : Math.max(to, startOfDay(addDays(goal.lastDay, 1), zone))
  const pace =
    goal === undefined || assigned === null
      ? undefined
      : paceLine(points, paceFrom(campaign, plan, zone), { at: end, count: assigned })
  const rate = rateOf(points, { from, to })
  const forecast =
    assigned === null || rate === undefined || to >= end || isPast === true
      ? undefined
      : forecastOf({ at: to, count }, rate, end, assigned)
  const named = plan.peak?.name ?? (tally.period === "campaign" ? undefined : plan.phase?.name)
  const counter = campaign.progressCounter
  const legend = (line: "done" | "even" | "forecast") => say({ key: "chart-legend", args: { line, counter } })
  return {
    name: named ?? say({ key: "chart-whole" }),
    count,
    target: assigned,
    pct: assigned === null ? null : formatPct(roundPct(count, assigned)),
    from,
    to,
    end,
    points,
    expected: pace === undefined || to >= end ? null : expectedAt(pace, to),
    pace,
    forecast,
    ticks: ticksOf(from, end, zone),
    sentences: (isPast === true && to < end
      ? []
      : sentencesOf(tally, plan, { count, assigned, pace, rate, forecast, end }, zone)
    ).map(say),
    legend: {
      done: legend("done"),
      even: legend("even"),
      forecast: legend("forecast"),
      goal: assigned === null ? undefined : say({ key: "chart-goal", args: { target: assigned } }),
    },
  }
}

/** Where an even pace begins: of a phase on its first day, also when its goal counts what the phases before it brought. */
function paceFrom(campaign: Campaign, { period, peak, phase, held }: TallyPlan, zone: string): number {
  const isPhases = peak === undefined && period !== "campaign" && campaign.goalCounting === "cumulative"
  return isPhases && phase !== undefined ? Math.max(held.from, startOfDay(phase.startsOn, zone)) : held.from
}

/** The straight line from where the count stood at `at`; undefined where no time is left for it. */
function paceLine(
  points: readonly SeriesPoint[],
  at: number,
  goal: SeriesPoint,
): readonly [SeriesPoint, SeriesPoint] | undefined {
  const count = points.findLast((point) => point.at <= at)?.count ?? 0
  return at >= goal.at
    ? undefined
    : [
        { at, count },
        { at: goal.at, count: Math.max(goal.count, count) },
      ]
}

function rateOf(points: readonly SeriesPoint[], held: Span): Rate | undefined {
  const span = recentSpan(held)
  const before = points.findLast((point) => point.at <= span.from)?.count ?? 0
  return rateOver(span, (points.at(-1)?.count ?? 0) - before)
}

type Standing = {
  readonly count: number
  readonly assigned: number | null
  readonly pace: ChartProgress["pace"]
  readonly rate: Rate | undefined
  readonly forecast: SeriesPoint | undefined
  readonly end: number
}

function sentencesOf(tally: Tally, plan: TallyPlan, standing: Standing, zone: string): readonly Phrase[] {
  const { count, assigned, rate, forecast, end } = standing
  const pace = paceOf(plan, tally)
  if (assigned === null || pace === undefined) {
    return rate === undefined ? [] : [{ key: "chart-rate", args: rateArgs(rate) }]
  }
  const until = formatDayFrom(pace.lastDay, localDate(plan.to, zone))
  if (pace.remaining === 0) {
    const more = count - assigned
    return [more > 0 ? { key: "chart-reached-beyond", args: { more } } : { key: "chart-reached" }]
  }
  if (plan.to >= end || pace.daysLeft === 0) {
    return [{ key: "chart-over", args: { until, remaining: pace.remaining } }]
  }
  return [
    { key: "chart-pace", args: { remaining: pace.remaining, perDay: pace.perDay, until } },
    ...(rate === undefined || standing.pace === undefined ? [] : [evenPhrase(count, plan.to, standing.pace)]),
    forecastPhrase({ rate, forecast }, assigned, until, zone),
  ]
}

function expectedAt([start, goal]: NonNullable<ChartProgress["pace"]>, at: number): number {
  return Math.round(start.count + ((goal.count - start.count) * (at - start.at)) / (goal.at - start.at))
}

function evenPhrase(count: number, at: number, pace: NonNullable<ChartProgress["pace"]>): Phrase {
  const expected = expectedAt(pace, at)
  const state = expected === count ? "even" : count > expected ? "ahead" : "behind"
  return { key: "chart-even", args: { expected, state, by: Math.abs(count - expected) } }
}

function forecastPhrase(
  { rate, forecast }: Pick<Standing, "rate" | "forecast">,
  target: number,
  until: string,
  zone: string,
): Phrase {
  if (rate === undefined) return { key: "chart-forecast-none" }
  const args = rateArgs(rate)
  if (forecast === undefined) return { key: "chart-forecast-still", args }
  if (forecast.count >= target) {
    return { key: "chart-forecast-reached", args: { ...args, on: formatLocal(forecast.at, zone, "date") } }
  }
  const pct = formatPct(roundPct(forecast.count, target))
  return { key: "chart-forecast-short", args: { ...args, until, count: forecast.count, pct } }
}

function rateArgs(rate: Rate) {
  return { days: rate.days, rate: rateNumber(rate) }
}

/** At most six marks on starts of months, or on days when the stretch is short. */
function ticksOf(from: number, end: number, zone: string): ChartProgress["ticks"] {
  const first = localDate(from, zone)
  const days = Math.max(1, Math.round((end - from) / DAY_MS))
  const isLong = days > 75
  const marks = isLong ? monthStarts(first, end, zone) : everyDays(first, days, end, zone)
  const step = Math.ceil(marks.length / 6)
  return marks
    .filter((_, index) => index % step === 0)
    .map((date) => ({
      at: startOfDay(date, zone),
      label: isLong ? `${Number(date.slice(5, 7))}/${date.slice(0, 4)}` : formatDay(date, "day"),
    }))
}

function monthStarts(first: LocalDate, end: number, zone: string): LocalDate[] {
  const marks: LocalDate[] = []
  let month = first.endsWith("-01") ? first : addMonths(`${first.slice(0, 7)}-01`, 1)
  for (; startOfDay(month, zone) < end; month = addMonths(month, 1)) marks.push(month)
  return marks
}

function everyDays(first: LocalDate, days: number, end: number, zone: string): LocalDate[] {
  const step = [1, 2, 7, 14].find((candidate) => days / candidate <= 6) ?? 14
  const marks: LocalDate[] = []
  for (let day = first; startOfDay(day, zone) < end; day = addDays(day, step)) marks.push(day)
  return marks
}
