import { addDays, endOfQuiet, instantAt, type LocalDate, localDate, type QuietHours } from "./clock.ts"

/** Quiet hours of everything that is sent by the calendar (product rule): nobody's phone rings; Sundays are quiet all day. */
export const QUIET: QuietHours = { from: "20:30", to: "07:00", sundays: true }

/**
 * Public holidays with a fixed date, "MM-DD" (Labour Code 2019, article 112). Those of the lunar calendar, and days moved
 * for a longer rest, stand in the campaign file.
 */
const FIXED_HOLIDAYS = ["01-01", "04-30", "05-01", "09-02"]

/** When scheduled messages may be sent: a zone, and the holidays beside the fixed ones. */
export type Courtesy = { readonly timeZone: string; readonly holidays: readonly LocalDate[] }

export function isHoliday(date: LocalDate, holidays: readonly LocalDate[]): boolean {
  return FIXED_HOLIDAYS.includes(date.slice(5)) || holidays.includes(date)
}

/** The first instant at or after `at` (epoch milliseconds) outside of quiet hours, Sundays and holidays. */
export function nextAllowed(at: number, { timeZone, holidays }: Courtesy): number {
  let candidate = endOfQuiet(at, timeZone, QUIET)
  // More than a month of holidays in a row is a slip in the campaign file, and a late message better than none.
  for (let days = 0; days < 31; days++) {
    const date = localDate(candidate, timeZone)
    if (!isHoliday(date, holidays)) return candidate
    candidate = endOfQuiet(instantAt(addDays(date, 1), QUIET.to, timeZone), timeZone, QUIET)
  }
  return candidate
}

/** Whether something may be sent by the calendar at `at`. */
export function isAllowed(at: number, courtesy: Courtesy): boolean {
  return nextAllowed(at, courtesy) === at
}

/** The minute hand strikes once a minute: what is sent later than that was held up, and says that it is late. */
export const LATE_AFTER_MS = 2 * 60_000
