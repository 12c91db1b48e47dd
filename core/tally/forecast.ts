import { addDays, formatDay, formatDayFrom, type LocalDate, localDate, startOfDay } from "../clock.ts"
import type { Phrase } from "../outbox.ts"
import { formatNumber } from "../text/number.ts"

/** What came in per day lately, and over how many days that was measured. */
export type Rate = { readonly perDay: number; readonly days: number }

/** Where the present rate leads by an instant (epoch milliseconds): to the goal, or to what will be there at the end. */
export type Forecast = { readonly at: number; readonly count: number }

const DAY_MS = 86_400_000
const RATE_DAYS = 7

/** The stretch over which the present rate is measured: the last week, or since `from` when that is later. */
export function recentSpan(held: { readonly from: number; readonly to: number }): {
  readonly from: number
  readonly to: number
} {
  return { from: Math.max(held.from, held.to - RATE_DAYS * DAY_MS), to: held.to }
}

/** `count` over the span per day; undefined within the first day, when nothing can be said yet. */
export function rateOver(
  span: { readonly from: number; readonly to: number },
  count: number,
): Rate | undefined {
  const days = (span.to - span.from) / DAY_MS
  return days < 1 ? undefined : { perDay: count / days, days: Math.round(days) }
}

/** undefined when the goal is reached or nothing comes in: then there is nothing to foretell. */
export function forecastOf(now: Forecast, rate: Rate, end: number, target: number): Forecast | undefined {
  if (now.count >= target || rate.perDay <= 0) return undefined
  const atEnd = now.count + (rate.perDay * (end - now.at)) / DAY_MS
  if (atEnd < target) return { at: end, count: Math.floor(atEnd) }
  return { at: now.at + ((target - now.count) / rate.perDay) * DAY_MS, count: target }
}

/** "12", "0,4": under ten a day a rounded number would be untrue. */
export function rateNumber({ perDay }: Pick<Rate, "perDay">): string {
  return formatNumber(perDay >= 10 ? Math.round(perDay) : Math.round(perDay * 10) / 10)
}

/**
 * One honest line about where `recent`, what came in over `recentSpan`, leads: the day of the goal, or what will be there
 * on `lastDay`. None when the goal is reached, the time is over, or less than a day has passed.
 */
export function forecastPhrases(
  standing: {
    readonly at: number
    readonly count: number
    readonly target: number
    readonly lastDay: LocalDate
    readonly recent: { readonly count: number; readonly from: number; readonly to: number }
  },
  zone: string,
): readonly Phrase[] {
  const { at, count, target, lastDay, recent } = standing
  const end = startOfDay(addDays(lastDay, 1), zone)
  const rate = rateOver(recent, recent.count)
  if (rate === undefined || count >= target || at >= end) return []
  const forecast = forecastOf({ at, count }, rate, end, target)
  if (forecast === undefined) return [{ key: "forecast-still", args: { days: rate.days } }]
  const args = { rate: rateNumber(rate), days: rate.days }
  return forecast.count >= target
    ? [{ key: "forecast-reached", args: { ...args, on: formatDay(localDate(forecast.at, zone), "date") } }]
    : [
        {
          key: "forecast-short",
          args: {
            ...args,
            until: formatDayFrom(lastDay, localDate(at, zone)),
            count: forecast.count,
            target,
          },
        },
      ]
}
