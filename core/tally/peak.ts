import type { Campaign, GoalPeriod } from "../campaign/campaign.ts"
import { addDays, daysBetweenInclusive, type LocalDate, localDate, type Span, startOfDay } from "../clock.ts"

/** What a peak period brought a day, over those of its days that had begun. */
export type PeakPace = {
  readonly name: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly perDay: number
}

/** The peak periods begun before `to`, each with the part of it that lies before. */
export function begunPeaks(
  campaign: Campaign,
  to: number,
  zone: string,
): readonly { readonly peak: GoalPeriod; readonly span: Span }[] {
  return campaign.peakPeriods.flatMap((peak) => {
    const from = startOfDay(peak.startsOn, zone)
    const end = Math.min(to, startOfDay(addDays(peak.endsOn, 1), zone))
    return end > from ? [{ peak, span: { from, to: end } }] : []
  })
}

/** The one that brought most a day; undefined when none brought anything. `counts` in the order of `peaks`. */
export function bestPeak(
  peaks: ReturnType<typeof begunPeaks>,
  counts: readonly number[],
  zone: string,
): PeakPace | undefined {
  return peaks
    .map(({ peak: { name, startsOn, endsOn }, span }, index) => {
      const days = daysBetweenInclusive(startsOn, localDate(span.to - 1, zone))
      return { name, startsOn, endsOn, perDay: (counts[index] ?? 0) / days }
    })
    .filter(({ perDay }) => perDay > 0)
    .toSorted((a, b) => b.perDay - a.perDay)[0]
}
