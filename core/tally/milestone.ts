import type { Campaign, GoalPeriod } from "../campaign/campaign.ts"
import { addDays, type LocalDate, localDate, startOfDay, weekdayOf } from "../clock.ts"
import { isHoliday } from "../courtesy.ts"
import type { SeriesPoint } from "./series.ts"

/** Something a campaign tells its groups once. `dueOn`: the morning on which it is told if nothing is in the way. */
export type Milestone =
  | { readonly kind: "begins" | "ended"; readonly phase: GoalPeriod; readonly dueOn: LocalDate }
  | { readonly kind: "peak_ended"; readonly peak: GoalPeriod; readonly dueOn: LocalDate }
  | {
      readonly kind: "half" | "reached"
      readonly phase: GoalPeriod
      readonly unitId: string
      readonly dueOn: LocalDate
    }

/** A unit whose way to the goal of the running phase may have passed half or all of it lately. */
export type GoalWay = {
  readonly unitId: string
  readonly phase: GoalPeriod
  readonly target: number
  /** How the counter that is held against the goal stands, and how it stood `NEWS_DAYS` ago. */
  readonly count: number
  readonly countBefore: number
}

/** So long after its day something is still worth telling; what is older is never caught up on. */
export const NEWS_DAYS = 14
/** Half of less is no way worth a post. */
const LEAST_TARGET_FOR_HALF = 20

/** Unique within a campaign and for ever. */
export function milestoneKey(milestone: Milestone): string {
  switch (milestone.kind) {
    case "begins":
    case "ended":
      return `${milestone.kind}:${milestone.phase.code}`
    case "peak_ended":
      return `${milestone.kind}:${milestone.peak.code}`
    case "half":
    case "reached":
      return `${milestone.kind}:${milestone.phase.code}:${milestone.unitId}`
    default:
      return milestone satisfies never
  }
}

/** What the calendar has brought by `today`, oldest first: starts on their first day, ends on the day after the last. */
export function datedMilestones(campaign: Campaign, today: LocalDate): readonly Milestone[] {
  const all: Milestone[] = [
    ...campaign.peakPeriods.map((peak) => ({
      kind: "peak_ended" as const,
      peak,
      dueOn: addDays(peak.endsOn, 1),
    })),
    ...campaign.phases.map((phase) => ({
      kind: "ended" as const,
      phase,
      dueOn: addDays(phase.endsOn, 1),
    })),
    ...campaign.phases.map((phase) => ({ kind: "begins" as const, phase, dueOn: phase.startsOn })),
  ]
  const isNews = ({ dueOn }: Milestone) => dueOn <= today && addDays(dueOn, NEWS_DAYS) >= today
  return all.filter(isNews).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** Which marks the way has passed within the last `NEWS_DAYS`, the farther one first. */
export function marksPassed({ count, countBefore, target }: GoalWay): readonly ("reached" | "half")[] {
  const passed = (mark: number) => countBefore < mark && count >= mark
  return [
    ...(target > 0 && passed(target) ? (["reached"] as const) : []),
    ...(target >= LEAST_TARGET_FOR_HALF && passed(Math.ceil(target / 2)) ? (["half"] as const) : []),
  ]
}

/** The mark as a milestone: due on the morning after the day on which the series first came to it. */
export function markMilestone(
  kind: "reached" | "half",
  { unitId, phase, target }: GoalWay,
  series: readonly SeriesPoint[],
  zone: string,
): Milestone | undefined {
  const mark = kind === "reached" ? target : Math.ceil(target / 2)
  const first = series.find((point) => point.count >= mark)
  // A point stands for what was counted just before it.
  return first === undefined
    ? undefined
    : { kind, phase, unitId, dueOn: addDays(localDate(first.at - 1, zone), 1) }
}

/** Days from `today` on which a group may read something other than its tally: no Sundays, no holidays, not the closing's. */
export function freeDays(campaign: Campaign, today: LocalDate, howMany: number): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = today; days.length < howMany; day = addDays(day, 1))
    if (isFree(campaign, day)) days.push(day)
  return days
}

/** Whether a group may read something other than its tally on the day. */
function isFree(campaign: Campaign, day: LocalDate): boolean {
  const weekday = weekdayOf(day)
  const isRest = weekday === "sunday" || isHoliday(day, campaign.reminders.holidays)
  return !isRest && weekday !== campaign.weeklyClosing.weekday
}

/** True when the milestone could have been told on an earlier day than `today`. */
export function isLate(campaign: Campaign, milestone: Milestone, today: LocalDate): boolean {
  return (freeDays(campaign, milestone.dueOn, 1)[0] ?? today) < today
}

/** The peak period of a day. */
export function peakOn(campaign: Campaign, day: LocalDate): GoalPeriod | undefined {
  return campaign.peakPeriods.find((peak) => peak.startsOn <= day && day <= peak.endsOn)
}

/** The instant before which a group must have been linked to be told of the milestone. */
export function knownBy(milestone: Milestone, zone: string): number {
  return startOfDay(milestone.dueOn, zone)
}
