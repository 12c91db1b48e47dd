import { addMonths, type LocalDate, lastOfMonth, toLocalDate } from "../clock.ts"

/**
 * What a date typed in Vietnamese means; the day always comes before the month. `assumedYear` is true when the year
 * was not typed (for "ngày 21" not the month either) and the nearest one was taken: confirm it. Months, quarters, half
 * years and years carry their first and last day. `time` is "HH:MM", "24:00" for the end of that day. `ambiguous` is
 * "3-5/2022": 3 May, or March to May. `why` tells of words that do say a date: 30/2 is in no calendar, "rằm tháng Giêng" in
 * the lunar one, "cuối năm ngoái" is no day.
 */
export type DateReading =
  | { kind: "day"; date: LocalDate; assumedYear: boolean }
  | { kind: "instant"; date: LocalDate; time: string; assumedYear: boolean }
  | { kind: "month"; from: LocalDate; to: LocalDate; assumedYear: boolean }
  | { kind: "range"; from: LocalDate; to: LocalDate; assumedYear: boolean }
  | { kind: "ambiguous"; readings: [DateReading, DateReading] }
  | { kind: "unreadable"; why?: "no_such_day" | "lunar" | "vague" }

/** Where a date without a year is looked for: the nearest not after today ("past"), or not before it ("future"). */
export type MissingYear = "past" | "future"

/** What a date without all its parts is completed from. */
export type DateContext = { today: LocalDate; missingYear: MissingYear }

export const UNREADABLE: DateReading = { kind: "unreadable" }
const NO_SUCH_DAY: DateReading = { kind: "unreadable", why: "no_such_day" }

/** A day whose year was typed. */
export function day(date: LocalDate): DateReading {
  return { kind: "day", date, assumedYear: false }
}

export function dayOf(year: number, month: number, dayOfMonth: number): DateReading {
  const date = toLocalDate(year, month, dayOfMonth)
  return date === undefined ? NO_SUCH_DAY : day(date)
}

/** `count` whole months from the first of `month`; one month is of kind "month". */
export function months(year: number, month: number, count = 1): DateReading {
  const from = toLocalDate(year, month, 1)
  if (from === undefined) return UNREADABLE
  const to = lastOfMonth(addMonths(from, count - 1))
  return { kind: count === 1 ? "month" : "range", from, to, assumedYear: false }
}

/** A day without its year. */
export function nearestDay(
  dayOfMonth: number,
  month: number,
  { today, missingYear }: DateContext,
): DateReading {
  const [thisYear] = yearAndMonth(today)
  // Eight years hold a 29 February even around 1900 and 2100.
  for (let away = 0; away <= 8; away++) {
    const date = toLocalDate(missingYear === "past" ? thisYear - away : thisYear + away, month, dayOfMonth)
    const fits = date !== undefined && (missingYear === "past" ? date <= today : date >= today)
    if (fits) return { kind: "day", date, assumedYear: true }
  }
  return NO_SUCH_DAY
}

/** "Ngày 21": the nearest month that has such a day, of three. */
export function nearestDayOfMonth(dayOfMonth: number, { today, missingYear }: DateContext): DateReading {
  const first = `${today.slice(0, 7)}-01`
  for (let away = 0; away <= 2; away++) {
    const [year, month] = yearAndMonth(addMonths(first, missingYear === "past" ? -away : away))
    const date = toLocalDate(year, month, dayOfMonth)
    const fits = date !== undefined && (missingYear === "past" ? date <= today : date >= today)
    if (fits) return { kind: "day", date, assumedYear: true }
  }
  return UNREADABLE
}

/** Months without their year. The running span counts as past and as future: in May "tháng 5" is this month. */
export function nearestMonths(
  month: number,
  count: number,
  { today, missingYear }: DateContext,
): DateReading {
  const [thisYear] = yearAndMonth(today)
  const years = missingYear === "past" ? [thisYear, thisYear - 1] : [thisYear, thisYear + 1]
  for (const year of years) {
    const span = months(year, month, count)
    if (span.kind !== "month" && span.kind !== "range") return UNREADABLE
    if (missingYear === "past" ? span.from <= today : span.to >= today) return { ...span, assumedYear: true }
  }
  return UNREADABLE
}

export function yearAndMonth(date: LocalDate): [number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
}
