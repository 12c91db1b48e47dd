import { type Campaign, COUNTERS } from "../campaign/campaign.ts"
import { formatLocal, localDate, type Span, startOfDay } from "../clock.ts"
import type { Phrase } from "../outbox.ts"
import { type ChartProgress, type ChartWords, progressOf } from "./chart-progress.ts"
import { type ChartBars, rankingOf } from "./chart-ranking.ts"
import { planOf } from "./plan.ts"
import type { SeriesPoint } from "./series.ts"
import type { TallyReading } from "./tally.ts"

/** One of the three counters as it is shown. */
export type ChartCounter = {
  readonly label: string
  readonly total: number
  /** null when the tally is the whole campaign's and nothing lies before it. */
  readonly delta: number | null
  /** The one that is held against the goal. */
  readonly isProgress: boolean
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
  const progress = progressOf(reading, { campaign, plan, series }, words)
  const ranking = rankingOf(tally, campaign, plan, say)
  const shown = { subtitle, progress, ranking }
  return {
    kicker: say({ key: "chart-kicker", args: { period, campaign: campaign.shortName } }),
    title: reading.unitName,
    ...shown,
    counters,
    deltaLabel: say({ key: "chart-delta", args: { period } }),
    alt: altOf(reading, shown, say),
  }
}

/** What the picture shows, as sentences. */
function altOf(
  { tally: { counters }, unitName }: TallyReading,
  { subtitle, progress, ranking }: Pick<TallyChart, "subtitle" | "progress" | "ranking">,
  say: ChartWords["say"],
): string {
  const { name, count, target, pct } = progress
  const leaders = ranking?.bars.filter((bar) => bar.kind !== "rest" && (bar.value ?? 0) > 0).slice(0, 3) ?? []
  const counts = {
    unit: unitName,
    until: subtitle,
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
            args: { list: leaders.map((bar) => `${bar.name} (${bar.label})`).join(", ") },
          },
        ]),
  ]
  return phrases.map(say).join(" ")
}
