import type { Campaign } from "../campaign/campaign.ts"
import { addDays, daysBetweenInclusive, formatDay, type LocalDate, startOfDay } from "../clock.ts"
import type { Phrase } from "../outbox.ts"
import { formatNumber, formatPct, roundPct } from "../text/number.ts"
import type { Milestone } from "./milestone.ts"
import { nameAmong, type TallyReading } from "./tally.ts"
import { tallyPhrases } from "./text.ts"

/** What a milestone tells: the tally of the group's own unit, or how far the unit that passed a mark has come. */
export type MilestoneFacts =
  | { readonly reading: TallyReading }
  | { readonly unitName: string; readonly count: number; readonly target: number }

/** More names than these make a message a wall of text. */
const MOST_NAMES = 20

/** A short post that leaves `on` a day; `late`: it could have been told on an earlier one. */
export function milestonePhrases(
  milestone: Milestone,
  facts: MilestoneFacts,
  campaign: Campaign,
  leaving: { readonly zone: string; readonly late: boolean; readonly on: LocalDate },
): readonly Phrase[] {
  const [head, ...rest] = wordsOf(milestone, facts, campaign, leaving)
  return head === undefined ? [] : [head, ...(leaving.late ? [{ key: "tally-late" }] : []), ...rest]
}

function wordsOf(
  milestone: Milestone,
  facts: MilestoneFacts,
  campaign: Campaign,
  { zone, on }: { readonly zone: string; readonly on: LocalDate },
): readonly Phrase[] {
  switch (milestone.kind) {
    case "begins":
      return "reading" in facts ? begins(milestone.phase, facts.reading, campaign) : []
    case "ended":
      return "reading" in facts ? phaseEnded(milestone.phase, facts.reading, campaign, zone) : []
    case "peak_ended":
      return "reading" in facts ? peakEnded(milestone.peak, facts.reading, campaign) : []
    case "half":
    case "reached":
      return "reading" in facts ? [] : passed(milestone.kind, milestone.phase, facts, on)
    default:
      return milestone satisfies never
  }
}

function begins(phase: Campaign["phases"][number], reading: TallyReading, campaign: Campaign): Phrase[] {
  const isFirst = phase.code === campaign.phases[0]?.code
  const { assigned } = reading.tally.target
  const days = daysBetweenInclusive(phase.startsOn, phase.endsOn)
  return [
    isFirst
      ? { key: "milestone-campaign-begins", args: { campaign: campaign.shortName, phase: phase.name } }
      : { key: "milestone-phase-begins", args: { phase: phase.name } },
    ...(assigned === null || assigned === 0
      ? []
      : [
          {
            key: "milestone-target",
            args: { unit: reading.unitName, target: assigned, until: formatDay(phase.endsOn, "date"), days },
          },
        ]),
    { key: "milestone-how" },
  ]
}

function phaseEnded(
  phase: Campaign["phases"][number],
  reading: TallyReading,
  campaign: Campaign,
  zone: string,
): readonly Phrase[] {
  const summary = tallyPhrases(reading, campaign, zone, { late: false })
  const number = campaign.phases.findIndex(({ code }) => code === phase.code) + 1
  const isScored = campaign.emulation.criteria.length > 0
  return [
    { key: "milestone-phase-ended", args: { phase: phase.name } },
    ...summary.slice(1),
    ...(isScored ? [{ key: "milestone-scores", args: { number } }] : []),
  ]
}

function peakEnded(
  peak: Campaign["phases"][number],
  { tally, unitName, held }: TallyReading,
  campaign: Campaign,
): readonly Phrase[] {
  const { assigned } = tally.target
  const added = tally.rows
    .filter((row) => row.unit !== tally.unit && row.delta > 0)
    .toSorted((a, b) => b.delta - a.delta)
  const names = added
    .slice(0, MOST_NAMES)
    .map((row) => `${nameAmong(row, tally.rows)} ${formatNumber(row.delta)}`)
  const still = tally.rows.filter((row) => row.unit !== tally.unit && row.delta <= 0).length
  const more = added.length - names.length
  return [
    {
      key: "milestone-peak-ended",
      args: { peak: peak.name, from: formatDay(peak.startsOn, "day"), to: formatDay(peak.endsOn, "day") },
    },
    result(unitName, held, assigned, campaign),
    ...(names.length === 0
      ? []
      : [
          {
            key: "milestone-peak-added",
            args: { list: names.join(" · "), rest: more === 0 ? "none" : "some", more },
          },
        ]),
    ...(still === 0 ? [] : [{ key: "milestone-peak-still", args: { count: still } }]),
  ]
}

function result(unit: string, count: number, target: number | null, campaign: Campaign): Phrase {
  const counter = campaign.progressCounter
  return target === null || target === 0
    ? { key: "milestone-count", args: { unit, count, counter } }
    : {
        key: "milestone-result",
        args: { unit, count, target, pct: formatPct(roundPct(count, target)), counter },
      }
}

function passed(
  kind: "half" | "reached",
  phase: Campaign["phases"][number],
  { unitName, count, target }: Extract<MilestoneFacts, { unitName: string }>,
  on: LocalDate,
): readonly Phrase[] {
  const pct = formatPct(roundPct(count, target))
  const args = { unit: unitName, phase: phase.name, count, target, pct }
  if (kind === "reached") return [{ key: "milestone-reached", args }]
  const until = formatDay(phase.endsOn, "date")
  // What is read when the phase is over asks for nothing any more.
  const remaining =
    on > phase.endsOn ? [] : [{ key: "milestone-remaining", args: { remaining: target - count, until } }]
  return [{ key: "milestone-half", args }, ...remaining]
}

/** The line for officers on the morning of a peak day. `yesterday`: what the day before brought; undefined on the first. */
export function peakMorningPhrases(
  peak: Campaign["phases"][number],
  today: LocalDate,
  { tally, unitName, held }: TallyReading,
  yesterday: number | undefined,
): readonly Phrase[] {
  const { assigned, remaining } = tally.target
  const days = daysBetweenInclusive(peak.startsOn, peak.endsOn)
  const left = daysBetweenInclusive(today, peak.endsOn)
  const head: Phrase = {
    key: "peak-morning",
    args: { peak: peak.name, unit: unitName, day: days - left + 1, days },
  }
  const so: Phrase =
    assigned === null || assigned === 0
      ? { key: "peak-morning-count", args: { count: held } }
      : {
          key: "peak-morning-goal",
          args: { count: held, target: assigned, pct: formatPct(roundPct(held, assigned)) },
        }
  const needed: readonly Phrase[] =
    remaining === null
      ? []
      : remaining === 0
        ? [{ key: "progress-reached" }]
        : [
            {
              key: "peak-morning-needed",
              args: { perDay: Math.ceil(remaining / left), until: formatDay(peak.endsOn, "day") },
            },
          ]
  return [
    head,
    so,
    ...(yesterday === undefined ? [] : [{ key: "peak-morning-yesterday", args: { count: yesterday } }]),
    ...needed,
  ]
}

/** The instant at which a phase or peak period is over. */
export function endOf({ endsOn }: { readonly endsOn: LocalDate }, zone: string): number {
  return startOfDay(addDays(endsOn, 1), zone)
}
