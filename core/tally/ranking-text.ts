import type { Campaign } from "../campaign/campaign.ts"
import { formatLocal, parseIso } from "../clock.ts"
import type { Phrase } from "../outbox.ts"
import { formatNumber, formatPct, formatSigned } from "../text/number.ts"
import { type Period, planOf } from "./plan.ts"
import { nameAmong, type TallyReading, type TallyRow } from "./tally.ts"

const LONGEST_RANKING = 10

/**
 * The table of the units below, best first: as many as were asked for, and where the unit with the code `own` stands, if it is
 * one of them. A week's, a month's or that of any two dates tells what each gained since it began.
 */
export function rankingPhrases(
  reading: TallyReading,
  campaign: Campaign,
  zone: string,
  { most = LONGEST_RANKING, own }: { readonly most?: number; readonly own?: string } = {},
): readonly Phrase[] {
  const { tally } = reading
  const at = instantOf(tally.to, zone)
  const rows = tally.rows.filter((row) => row.unit !== tally.unit)
  if (rows.length === 0) return [{ key: "ranking-none", args: { unit: reading.unitName } }]
  const isOfSpan = GAINED_IN.includes(tally.period)
  const lineOf = (row: TallyRow): Phrase => ({
    key: "ranking-line",
    args: {
      rank: row.rank,
      name: nameAmong(row, rows),
      value: standing(row, campaign),
      change: changeText(row.rankChange),
      gained: isOfSpan && row.delta !== 0 ? formatSigned(row.delta) : "none",
    },
  })
  const shown = rows.slice(0, most)
  const ownRow = rows.slice(most).find((row) => row.unit === own)
  const lines = [
    ...shown.map(lineOf),
    ...(ownRow === undefined ? [] : [{ key: "ranking-gap" }, lineOf(ownRow)]),
  ]
  const left = rows.length - shown.length - (ownRow === undefined ? 0 : 1)
  const more: Phrase[] = left > 0 ? [{ key: "ranking-more", args: { count: left } }] : []
  const counter = campaign.progressCounter
  const head: Phrase = {
    key: "ranking-head",
    args: {
      unit: reading.unitName,
      period: goalName(reading, campaign, zone),
      at: formatLocal(at, zone, "sentence"),
      counter,
    },
  }
  // Before anything is counted an order by name alone is none.
  if (rows.every((row) => row[counter] === 0 && !hasBegun(row, campaign)))
    return [head, { key: "ranking-nobody", args: { counter } }]
  const since: Phrase[] = isOfSpan
    ? [{ key: "ranking-since", args: { from: formatLocal(instantOf(tally.from, zone), zone, "sentence") } }]
    : []
  return [head, ...lines, ...more, ...since]
}

/** Of what the percentages are. */
function goalName({ tally }: TallyReading, campaign: Campaign, zone: string): string {
  if (tally.period === "campaign") return campaign.shortName
  const { peak, phase } = planOf(campaign, tally, zone)
  return (peak ?? phase)?.name ?? campaign.shortName
}

/** Of these what came in since they began is not the same as what is ranked. */
const GAINED_IN: readonly Period[] = ["week", "month", "dates"]

/** Whether the row stands anywhere yet: before that an order by name alone is none. */
export function hasBegun(row: TallyRow, campaign: Campaign): boolean {
  return (row.achievedPct ?? row[campaign.progressCounter]) > 0
}

/** How far a row is: its percentage, or its count where nothing is set. */
export function standing(row: TallyRow, campaign: Campaign): string {
  return row.achievedPct === null ? formatNumber(row[campaign.progressCounter]) : formatPct(row.achievedPct)
}

/** " ▲2", " ▼1", or nothing. */
export function changeText(change: number | null): string {
  if (change === null || change === 0) return ""
  return change > 0 ? ` ▲${change}` : ` ▼${-change}`
}

function instantOf(iso: string, zone: string): number {
  const at = parseIso(iso, zone)
  if (at === undefined) throw new Error(`A tally holds a moment that is none: ${iso}`)
  return at
}
