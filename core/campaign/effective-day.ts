import { daysBetweenInclusive, type LocalDate } from "../clock.ts"
import { parseDate } from "../text/dates.ts"

/**
 * The day from which something is in force, as typed ("1/7", "1.7.2026"); `today` when nothing was. Without a year the
 * nearest one is meant, before or after today: what is written down on 10 July "from 1/7" began last week.
 * undefined: not read.
 */
export function effectiveDay(typed: string | undefined, today: LocalDate): LocalDate | undefined {
  if (typed === undefined) return today
  const past = parseDate(typed, today, "past")
  const future = parseDate(typed, today, "future")
  if (past.kind !== "day" || future.kind !== "day") return undefined
  const isPastNearer = daysBetweenInclusive(past.date, today) <= daysBetweenInclusive(today, future.date)
  return isPastNearer ? past.date : future.date
}
