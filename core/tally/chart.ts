import { type Campaign, COUNTERS, type Counter } from "../campaign/campaign.ts"
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
import { formatNumber, formatPct, roundPct } from "../text/number.ts"
import { forecastOf, type Rate, rateNumber, rateOver, recentSpan } from "./forecast.ts"
import { planOf, type TallyPlan } from "./plan.ts"
import { nameAmong, paceOf, type Tally, type TallyReading, type TallyRow } from "./tally.ts"

/** How the progress counter stood at an instant: everything counted from the start of the series to just before `at`. */
export type SeriesPoint = { readonly at: number; readonly count: number }

/** A stretch of the progress counter to be read from the store. `unitIds` undefined: all units of the campaign. */
export type SeriesAsk = {
  readonly campaignId: string
  readonly counter: Counter
  /** `from` is the start of a local day. */
  readonly span: Span
  readonly unitIds?: readonly string[] | undefined
}

/**
 * Reads a series: one point for the start of each local day after `span.from`, one seven days before `span.to`, and one
 * at `span.to`, in order of time. Where the counter was at `span.from` is 0 and has no point.
 */
export type ReadSeries = (ask: SeriesAsk) => Promise<readonly SeriesPoint[]>

/** One of the three counters as it is shown. */
export type ChartCounter = {
  readonly label: string
  readonly total: number
  /** null when the tally is the whole campaign's and nothing lies before it. */
  readonly delta: number | null
  /** The one that is held against the goal. */
  readonly isProgress: boolean
}

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

/** One line of the ranking. */
export type ChartBar = {
  /** null for the units that are summed. */
  readonly rank: number | null
  readonly name: string
  /** In the unit of `ChartBars.scale`; null when there is nothing to hold the count against. */
  readonly value: number | null
  /** "118,2%", or the count where there is no target. */
  readonly label: string
  /** "65/55"; empty where the label says it all. */
  readonly detail: string
  /** Places gained, negative when lost. */
  readonly change: number
  readonly kind: "unit" | "rest"
}

/** The ranking, best first. */
export type ChartBars = {
  readonly title: string
  /** What the longest bar stands for. Longer ones are cut and say so by their label. */
  readonly scale: number
  /** Where the goal is on the scale; null when bars are counts. */
  readonly goal: number | null
  readonly bars: readonly ChartBar[]
}

/** Everything a picture of a tally shows. No personal data. */
export type TallyChart = {
  readonly kicker: string
  readonly title: string
  readonly subtitle: string
  readonly counters: readonly ChartCounter[]
  /** "trong tuần" behind the deltas. */
  readonly deltaLabel: string
  readonly progress: ChartProgress
  /** undefined when the unit has none below it. */
  readonly ranking: ChartBars | undefined
  /** What a reader hears who cannot see the picture. */
  readonly alt: string
}

/** What the facts are put into words with. */
export type ChartWords = { readonly say: (phrase: Phrase) => string; readonly zone: string }

const DAY_MS = 86_400_000
const MOST_BARS = 12
/** The goal stays at two thirds of the width at least, however far one unit is ahead. */
const LONGEST_PCT = 150

/** What the progress line of a reading's picture is to be read from: the span that is held against the goal. */
export function seriesSpan(reading: TallyReading, campaign: Campaign, zone: string): Span {
  return planOf(campaign, reading.tally, zone).held
}

/** The facts of a tally's picture. `series` covers `seriesSpan`. */
export function tallyChart(
  reading: TallyReading,
  campaign: Campaign,
  words: ChartWords,
  series: readonly SeriesPoint[],
): TallyChart {
  const { tally } = reading
  const { say, zone } = words
  const plan = planOf(campaign, tally, zone)
  const { period } = tally
  const counters = COUNTERS.map((counter) => ({
    label: say({ key: "chart-counter", args: { counter } }),
    total: tally.counters[counter].total,
    delta: period === "campaign" ? null : tally.counters[counter].delta,
    isProgress: counter === campaign.progressCounter,
  }))
  const isMidnight = plan.to === startOfDay(localDate(plan.to, zone), zone)
  const subtitle = isMidnight
    ? say({ key: "chart-until-day", args: { on: formatLocal(plan.to - 1, zone, "date") } })
    : say({ key: "chart-until", args: { at: formatLocal(plan.to, zone, "sentence") } })
  const progress = progressOf(tally, campaign, plan, words, series)
  const ranking = rankingOf(tally, campaign, plan, say)
  return {
    kicker: say({ key: "chart-kicker", args: { period, campaign: campaign.shortName } }),
    title: reading.unitName,
    subtitle,
    counters,
    deltaLabel: say({ key: "chart-delta", args: { period } }),
    progress,
    ranking,
    alt: altOf(reading, subtitle, progress, ranking, say),
  }
}

function progressOf(
  tally: Tally,
  campaign: Campaign,
  plan: TallyPlan,
  words: ChartWords,
  series: readonly SeriesPoint[],
): ChartProgress {
  const { say, zone } = words
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
      : paceLine(campaign, plan, points, end, assigned, zone)
  const rate = rateOf(points, { from, to })
  const forecast =
    assigned === null || rate === undefined || to >= end
      ? undefined
      : forecastOf({ at: to, count }, rate, end, assigned)
  const named = plan.peak?.name ?? (tally.period === "campaign" ? undefined : plan.phase?.name)
  const legend = (line: "done" | "even" | "forecast") => say({ key: "chart-legend", args: { line } })
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
    sentences: sentencesOf(tally, plan, { count, assigned, pace, rate, forecast, end }, zone).map(say),
    legend: {
      done: legend("done"),
      even: legend("even"),
      forecast: legend("forecast"),
      goal: assigned === null ? undefined : say({ key: "chart-goal", args: { target: assigned } }),
    },
  }
}

/**
 * A phase's straight line begins on its first day where the count stood then: at nothing when each phase counts alone,
 * at what the phases before it brought when goals are cumulative.
 */
function paceLine(
  campaign: Campaign,
  plan: TallyPlan,
  points: readonly SeriesPoint[],
  end: number,
  target: number,
  zone: string,
): readonly [SeriesPoint, SeriesPoint] | undefined {
  const isPhases =
    plan.peak === undefined && plan.period !== "campaign" && campaign.goalCounting === "cumulative"
  const phaseStart = plan.phase === undefined ? plan.held.from : startOfDay(plan.phase.startsOn, zone)
  const at = isPhases ? Math.max(plan.held.from, phaseStart) : plan.held.from
  const count = points.findLast((point) => point.at <= at)?.count ?? 0
  return at >= end
    ? undefined
    : [
        { at, count },
        { at: end, count: Math.max(target, count) },
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
    forecastPhrase(rate, forecast, assigned, until, zone),
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
  rate: Rate | undefined,
  forecast: SeriesPoint | undefined,
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

function rankingOf(
  tally: Tally,
  campaign: Campaign,
  plan: TallyPlan,
  say: ChartWords["say"],
): ChartBars | undefined {
  const rows = tally.rows.filter((row) => row.unit !== tally.unit)
  if (rows.length === 0) return undefined
  const counter = campaign.progressCounter
  const byPct = rows.some((row) => row.achievedPct !== null)
  const held = (row: TallyRow) => heldOf(row, counter, plan)
  const barOf = (row: TallyRow): ChartBar => ({
    rank: row.rank,
    name: nameAmong(row, rows),
    value: byPct ? row.achievedPct : held(row),
    label: row.achievedPct === null ? formatNumber(held(row)) : formatPct(row.achievedPct),
    detail: row.achievedPct === null ? "" : `${formatNumber(held(row))}/${formatNumber(row.target ?? 0)}`,
    change: row.rankChange ?? 0,
    kind: "unit",
  })
  const shown = rows.length <= MOST_BARS ? rows : rows.slice(0, MOST_BARS - 1)
  const rest = rows.slice(shown.length)
  const bars = shown.map(barOf)
  if (rest.length > 0) bars.push(restBar(rest, held, byPct, say))
  const titled = (by: "pct" | "count" | "nothing") => say({ key: "chart-ranking", args: { by } })
  const longest = Math.max(...bars.map((bar) => bar.value ?? 0), 0)
  // Before anything is counted an order by name alone is none.
  if (rows.every((row) => held(row) === 0)) {
    const unranked = bars.map((bar) => ({ ...bar, rank: null }))
    return { title: titled("nothing"), scale: 100, goal: byPct ? 100 : null, bars: unranked }
  }
  return {
    title: titled(byPct ? "pct" : "count"),
    scale: byPct ? Math.min(LONGEST_PCT, Math.max(100, longest)) : Math.max(1, longest),
    goal: byPct ? 100 : null,
    bars,
  }
}

function restBar(
  rest: readonly TallyRow[],
  held: (row: TallyRow) => number,
  byPct: boolean,
  say: ChartWords["say"],
): ChartBar {
  const count = rest.reduce((sum, row) => sum + held(row), 0)
  const target = rest.reduce((sum, row) => sum + (row.target ?? 0), 0)
  const pct = target === 0 ? null : roundPct(count, target)
  return {
    rank: null,
    name: say({ key: "chart-rest", args: { count: rest.length } }),
    value: byPct ? pct : count,
    label: pct === null ? formatNumber(count) : formatPct(pct),
    detail: pct === null ? "" : `${formatNumber(count)}/${formatNumber(target)}`,
    change: 0,
    kind: "rest",
  }
}

/**
 * What is held against a row's target. A row has it as total or delta, except in a week or month of a later phase: there
 * it is got back from the published %, exact for targets up to 1,000 and to a twentieth of a percent beyond.
 */
function heldOf(row: TallyRow, counter: Counter, plan: TallyPlan): number {
  const { held, total, delta } = plan
  if (held.from === total.from && held.to === total.to) return row[counter]
  if (held.from === delta.from && held.to === delta.to) return row.delta
  return row.achievedPct === null || row.target === null
    ? row[counter]
    : Math.round((row.achievedPct * row.target) / 100)
}

/** What the picture shows, as sentences. */
function altOf(
  { tally: { counters }, unitName }: TallyReading,
  until: string,
  { name, count, target, pct }: ChartProgress,
  ranking: ChartBars | undefined,
  say: ChartWords["say"],
): string {
  const leaders = ranking?.bars.filter((bar) => bar.kind !== "rest" && (bar.value ?? 0) > 0).slice(0, 3) ?? []
  const counts = {
    unit: unitName,
    until,
    registered: counters.registered.total,
    recognized: counters.recognized.total,
    onPortal: counters.onPortal.total,
  }
  const phrases: readonly Phrase[] = [
    target === null || pct === null
      ? { key: "chart-alt", args: counts }
      : { key: "chart-alt-goal", args: { ...counts, name, count, target, pct } },
    ...(leaders.length === 0
      ? []
      : [
          {
            key: "chart-alt-leaders",
            args: { list: leaders.map((bar) => `${bar.name} ${bar.label}`).join(", ") },
          },
        ]),
  ]
  return phrases.map(say).join(" ")
}
