import { type Campaign, phaseAt } from "../campaign/campaign.ts"
import { addDays, formatLocal, type LocalDate, startOfDay } from "../clock.ts"
import type { Phrase } from "../outbox.ts"
import { formatPct } from "../text/number.ts"
import { planOf, type TallyPlan } from "./plan.ts"
import { nameAmong, type TallyReading, type TallyRow } from "./tally.ts"

/**
 * Units that need a word; `behind` those farthest behind first. `expectedPct`: how far an even pace would be by now, one
 * decimal; null without a goal or in its first days, when nobody can be late.
 */
export type Laggards = {
  readonly expectedPct: number | null
  readonly behind: readonly TallyRow[]
  /** Nothing registered at all. */
  readonly atZero: readonly TallyRow[]
  /** All of them, lagging or not, among whom they are named. */
  readonly units: readonly TallyRow[]
}

/** A goal is so long in force before anybody is called late, or a quarter of its time when that is shorter. */
const GRACE_MS = 14 * 86_400_000
/** More names than these make a message a wall of text. */
const MOST_NAMES = 15

/** Who of the units directly below lags behind an even pace to the goal; those without any initiative are only `atZero`. */
export function laggardsOf({ tally }: TallyReading, campaign: Campaign, zone: string): Laggards {
  const plan = planOf(campaign, tally, zone)
  const units = tally.rows.filter((row) => row.unit !== tally.unit)
  const atZero = units.filter((row) => row.registered === 0)
  const expectedPct = expectedPctOf(campaign, plan, zone)
  const isBehind = (row: TallyRow) =>
    expectedPct !== null && row.registered > 0 && row.achievedPct !== null && row.achievedPct < expectedPct
  const behind = units.filter(isBehind).toReversed()
  return { expectedPct, behind, atZero, units }
}

/** The names, for officers, and for everybody where the campaign says so. */
export function laggardPhrases({ expectedPct, behind, atZero, units }: Laggards): readonly Phrase[] {
  const phrases: Phrase[] = []
  if (expectedPct !== null && behind.length > 0) {
    const names = behind.map((row) => `${nameAmong(row, units)} ${formatPct(row.achievedPct ?? 0)}`)
    // Once the time is over there is no pace any more to be behind of.
    phrases.push(
      expectedPct === 100
        ? { key: "laggards-short", args: listed(names) }
        : { key: "laggards-behind", args: { expected: formatPct(expectedPct), ...listed(names) } },
    )
  }
  if (atZero.length > 0) {
    phrases.push({ key: "laggards-zero", args: listed(atZero.map((row) => nameAmong(row, units))) })
  }
  return phrases
}

/** The private message for the officers of a unit; undefined when no unit below it lags. */
export function officerPhrases(
  reading: TallyReading,
  campaign: Campaign,
  zone: string,
  options: { readonly late: boolean; readonly isNamed?: boolean },
): readonly Phrase[] | undefined {
  const laggards = laggardPhrases(laggardsOf(reading, campaign, zone))
  if (laggards.length === 0) return undefined
  const at = formatLocal(Date.parse(reading.tally.to), zone, "dayHour")
  return [
    { key: "laggards-head", args: { unit: reading.unitName, at } },
    ...(options.isNamed === true ? [{ key: "tally-campaign", args: { campaign: campaign.shortName } }] : []),
    ...(options.late ? [{ key: "tally-late" }] : []),
    ...laggards,
    ...(campaign.reminders.nameLaggards ? [] : [{ key: "laggards-private" }]),
  ]
}

/** The share of the goal's time that has passed, of the way that lies between this goal and the one before it. */
function expectedPctOf(campaign: Campaign, plan: TallyPlan, zone: string): number | null {
  const period = plan.peak ?? (plan.period === "campaign" ? campaign : plan.phase)
  const goal = plan.goal?.amount ?? 0
  if (period === undefined || goal === 0) return null
  const start = startOfDay(period.startsOn, zone)
  const end = startOfDay(addDays(period.endsOn, 1), zone)
  if (plan.to - start < Math.min(GRACE_MS, (end - start) / 4)) return null
  const share = Math.min(1, Math.max(0, (plan.to - start) / (end - start)))
  const before =
    plan.peak === undefined && plan.period !== "campaign" ? goalBefore(campaign, period.startsOn) : 0
  return Math.round(((before + share * (goal - before)) / goal) * 1000) / 10
}

/** What a cumulative goal includes of the phases before it. */
function goalBefore(campaign: Campaign, startsOn: LocalDate): number {
  return campaign.goalCounting === "perPhase" ? 0 : (phaseAt(campaign, addDays(startsOn, -1))?.goal ?? 0)
}

function listed(names: readonly string[]): Readonly<Record<"list" | "rest", string> & { more: number }> {
  const more = Math.max(0, names.length - MOST_NAMES)
  return { list: names.slice(0, MOST_NAMES).join(" · "), rest: more === 0 ? "none" : "some", more }
}
