import type { Campaign, Counter } from "../campaign/campaign.ts"
import { formatNumber, formatPct, roundPct } from "../text/number.ts"
import type { ChartWords } from "./chart-progress.ts"
import type { TallyPlan } from "./plan.ts"
import { nameAmong, type Tally, type TallyRow } from "./tally.ts"

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

const MOST_BARS = 12
/** The goal stays at two thirds of the width at least, however far one unit is ahead. */
const LONGEST_PCT = 150

/** The units of a tally, best first; undefined when it has none below its own. */
export function rankingOf(
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
  const titled = (by: "pct" | "count" | "nothing") => say({ key: "chart-ranking", args: { by, counter } })
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
