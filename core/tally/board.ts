import { type Campaign, COUNTERS, type GoalPeriod, wholeGoal } from "../campaign/campaign.ts"
import type { StoredCampaign } from "../campaign/operator-store.ts"
import { addDays, type LocalDate, localDate, type Span, startOfDay } from "../clock.ts"
import { roundPct } from "../text/number.ts"
import { seriesSpan, type TallyChart, tallyChart } from "./chart.ts"
import type { ChartWords } from "./chart-progress.ts"
import { readTallies, type TallySource } from "./read.ts"
import type { ReadSeries } from "./series.ts"
import type { Counts, TallyRow } from "./tally.ts"

/** A peak period on the board, with what was counted in it so far. */
export type BoardPeak = {
  readonly name: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly state: BoardState
  readonly counters: Counts
  /** Of the campaign's progress counter. */
  readonly count: number
  readonly goal: number
  readonly pct: number | null
}

/** Where a stretch of days lies, seen from the board's moment. */
export type BoardState = "coming" | "running" | "over"

/** A campaign the board can show. */
export type BoardCampaign = {
  readonly code: string
  readonly name: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly state: BoardState
  readonly isShown: boolean
}

/** What the public board shows. No personal data: units and sums only. Instants are epoch milliseconds. */
export type BoardFacts = {
  /** Of the same federation, latest start first. */
  readonly campaigns: readonly BoardCampaign[]
  readonly campaignName: string
  readonly unitName: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly zone: string
  readonly at: number
  /** undefined before the campaign's first day. */
  readonly standing: BoardStanding | undefined
  readonly peaks: readonly BoardPeak[]
}

/** How the campaign stands since it began. */
export type BoardStanding = {
  /** Counters with what the running week added, the way to the running phase's goal, sentences. */
  readonly chart: TallyChart
  /** When the week began that the deltas count. */
  readonly weekFrom: number
  readonly progressCounter: Campaign["progressCounter"]
  readonly whole: { readonly count: number; readonly goal: number; readonly pct: number | null }
  /** Best rank first, then what was registered at the root itself. */
  readonly rows: readonly BoardRow[]
}

/** A line of the board's table. */
export type BoardRow = Omit<TallyRow, "rank"> & {
  /** null: outside the ranking, as everybody is before anything is counted: an order by name alone is none. */
  readonly rank: number | null
  /** Registered at the root itself, which is no unit among units. */
  readonly isRoot: boolean
}

const NOTHING: Counts = { registered: 0, recognized: 0, onPortal: 0 }

/**
 * Makes the board of a campaign's root as it stands at `at`, with its federation's campaigns among `all`. Before the campaign begins it has
 * no standing.
 */
export async function readBoard(
  source: TallySource & { readonly series: ReadSeries },
  campaign: StoredCampaign,
  ask: { readonly at: number; readonly all: readonly StoredCampaign[] } & ChartWords,
): Promise<BoardFacts> {
  const { campaign: rules, unitId } = campaign
  const { at, zone } = ask
  const hasBegun = at >= startOfDay(rules.startsOn, zone)
  const [standing, peaks, units] = await Promise.all([
    hasBegun ? readStanding(source, campaign, ask) : undefined,
    readPeaks(source, campaign, ask),
    hasBegun ? [] : source.units(localDate(at, zone)),
  ])
  return {
    campaigns: ask.all
      .filter(({ federationId }) => federationId === campaign.federationId)
      .map(({ id, campaign: { code, shortName, startsOn, endsOn } }) => {
        const state = stateOf({ startsOn, endsOn }, at, zone)
        return { code, name: shortName, startsOn, endsOn, state, isShown: id === campaign.id }
      }),
    campaignName: rules.name,
    unitName: standing?.chart.title ?? units.find((unit) => unit.id === unitId)?.name ?? rules.unit,
    startsOn: rules.startsOn,
    endsOn: rules.endsOn,
    zone,
    at,
    standing,
    peaks,
  }
}

async function readStanding(
  source: TallySource & { readonly series: ReadSeries },
  campaign: StoredCampaign,
  { at, ...words }: { readonly at: number } & ChartWords,
): Promise<BoardStanding> {
  const { zone } = words
  const { id: campaignId, campaign: rules, unitId } = campaign
  const [reading] = await readTallies(source, campaign, { period: "week", at, zone }, [unitId])
  if (reading === undefined) throw new Error(`No tally came back for the campaign ${rules.code}.`)
  const counter = rules.progressCounter
  const series = await source.series({ campaignId, counter, span: seriesSpan(reading, rules, zone) })
  const { tally } = reading
  const count = tally.counters[counter].total
  const goal = reading.wholeTarget ?? wholeGoal(rules)
  const chart = tallyChart(reading, rules, words, series)
  const isRanked = chart.ranking?.bars.some(({ rank }) => rank !== null) === true
  return {
    chart,
    weekFrom: Date.parse(tally.from),
    progressCounter: counter,
    whole: { count, goal, pct: goal === 0 ? null : roundPct(count, goal) },
    rows: rowsOf(tally.rows, tally.unit, isRanked),
  }
}

function rowsOf(rows: readonly TallyRow[], rootCode: string, isRanked: boolean): readonly BoardRow[] {
  const all = rows.map((row): BoardRow => {
    const isRoot = row.unit === rootCode
    return { ...row, isRoot, rank: isRanked && !isRoot ? row.rank : null }
  })
  return [...all.filter(({ isRoot }) => !isRoot), ...all.filter(({ isRoot }) => isRoot)]
}

async function readPeaks(
  source: Pick<TallySource, "countSpans">,
  { id, campaign }: StoredCampaign,
  { at, zone }: { readonly at: number; readonly zone: string },
): Promise<readonly BoardPeak[]> {
  const spans = campaign.peakPeriods.map((peak) => spanOf(peak, at, zone))
  if (spans.length === 0) return []
  const byUnit = await source.countSpans(id, spans, undefined)
  return campaign.peakPeriods.map((peak, index) => {
    const counters = [...byUnit.values()].reduce(
      (sum, counts) => added(sum, counts[index] ?? NOTHING),
      NOTHING,
    )
    const count = counters[campaign.progressCounter]
    const pct = peak.goal === 0 ? null : roundPct(count, peak.goal)
    const { name, startsOn, endsOn, goal } = peak
    return { name, startsOn, endsOn, state: stateOf(peak, at, zone), counters, count, goal, pct }
  })
}

function spanOf(peak: GoalPeriod, at: number, zone: string): Span {
  const from = startOfDay(peak.startsOn, zone)
  return { from, to: Math.max(from, Math.min(at, startOfDay(addDays(peak.endsOn, 1), zone))) }
}

function stateOf(
  { startsOn, endsOn }: Pick<GoalPeriod, "startsOn" | "endsOn">,
  at: number,
  zone: string,
): BoardState {
  if (at < startOfDay(startsOn, zone)) return "coming"
  return at < startOfDay(addDays(endsOn, 1), zone) ? "running" : "over"
}

function added(a: Counts, b: Counts): Counts {
  const sum = { ...a }
  for (const counter of COUNTERS) sum[counter] += b[counter]
  return sum
}
