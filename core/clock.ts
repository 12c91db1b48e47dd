import { Temporal } from "temporal-polyfill"

/**
 * Calendar arithmetic. Instants are epoch milliseconds (`at`, `from`, `to`, `now`), local days are `LocalDate`,
 * zones are IANA names ("Asia/Ho_Chi_Minh"), hours are "HH:MM" on the local clock, "24:00" being the day's end.
 * Nothing here knows what time it is: the caller passes it in.
 */

/** A day on the local calendar, "YYYY-MM-DD". Sorts as text. */
export type LocalDate = string

/** Days of the week, Monday first as in Vietnam. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"

/** When a campaign's week is closed, on the local clock: default Friday "16:00". */
export type Closing = { weekday: Weekday; at: string }

/** A half-open span [from, to) of epoch milliseconds: what happens exactly at `to` belongs to the next span. */
export type Span = { from: number; to: number }

/** Hours in which nothing is sent, [from, to) on the local clock, over midnight when `from` > `to`; `sundays` adds the whole Sunday. */
export type QuietHours = { from: string; to: string; sundays?: boolean }

/** In the order of the calendar. */
export const WEEK: readonly Weekday[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
]

/** The local day on which the instant falls. */
export function localDate(at: number, zone: string): LocalDate {
  const minute = Math.floor(at / MINUTE_MS)
  // Nearly every caller asks for today. Since 1972 midnights fall on whole minutes, and so does what shifts a clock, in St
  // John's long at 00:01.
  if (at >= SINCE_1972 && today.minute === minute && today.zone === zone) return today.date
  const date = zoned(at, zone).toPlainDate().toString()
  today = { minute, zone, date }
  return date
}

/** The last local day of which a span has anything; of an empty one the day it stands on. */
export function lastDayOf({ from, to }: Readonly<Span>, zone: string): LocalDate {
  return localDate(Math.max(from, to - 1), zone)
}

const MINUTE_MS = 60_000
const SINCE_1972 = Date.UTC(1972, 11, 31)
let today = { minute: Number.NaN, zone: "", date: "" }

/** The local hour of the instant, "HH:MM", seconds cut off. */
export function localTime(at: number, zone: string): string {
  return zoned(at, zone).toPlainTime().toString({ smallestUnit: "minute" })
}

/** The first instant of the local day. */
export function startOfDay(date: LocalDate, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds
}

/** The instant of a local day and hour; "24:00" is the start of the next day. */
export function instantAt(date: LocalDate, time: string, zone: string): number {
  if (time === "24:00") return startOfDay(addDays(date, 1), zone)
  const plainTime = Temporal.PlainTime.from(time)
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
}

/** The day `n` days later (earlier when negative). */
export function addDays(date: LocalDate, n: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days: n }).toString()
}

/** Days from `from` to `to`, both counted: 21/4 … 31/5 is 41, a day to itself 1; 0 when `to` is before `from`. */
export function daysBetweenInclusive(from: LocalDate, to: LocalDate): number {
  return Math.max(0, Temporal.PlainDate.from(from).until(to).days + 1)
}

/** The weekday of a local day. */
export function weekdayOf(date: LocalDate): Weekday {
  return WEEK[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? "monday"
}

/** The Monday of the week in which a local day lies. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -WEEK.indexOf(weekdayOf(date)))
}

/** The first such weekday on or after a local day. */
export function nextWeekday(date: LocalDate, weekday: Weekday): LocalDate {
  return addDays(date, (WEEK.indexOf(weekday) - WEEK.indexOf(weekdayOf(date)) + 7) % 7)
}

/** The day as `LocalDate`, undefined when the calendar has no such day (31/2) or the year is outside 1900–2100. */
export function toLocalDate(year: number, month: number, day: number): LocalDate | undefined {
  if (!(year >= 1900 && year <= 2100)) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString()
  } catch {
    return undefined
  }
}

/** The last day of the month in which `date` lies. */
export function lastOfMonth(date: LocalDate): LocalDate {
  const day = Temporal.PlainDate.from(date)
  return day.with({ day: day.daysInMonth }).toString()
}

/** The same day `n` months later (earlier when negative); 31/1 + 1 month is the last of February. */
export function addMonths(date: LocalDate, n: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months: n }).toString()
}

/** The latest closing at or before the instant. */
export function lastClosing(at: number, closing: Closing, zone: string): number {
  const today = localDate(at, zone)
  const daysSince = (WEEK.indexOf(weekdayOf(today)) - WEEK.indexOf(closing.weekday) + 7) % 7
  const day = addDays(today, -daysSince)
  const candidate = instantAt(day, closing.at, zone)
  if (candidate > at) return instantAt(addDays(day, -7), closing.at, zone)
  // A closing at "24:00" of yesterday's weekday falls on today's first instant.
  const later = instantAt(addDays(day, 7), closing.at, zone)
  return later <= at ? later : candidate
}

/**
 * The week as it stands at the instant: from the latest closing strictly before it, to the instant itself. Asked for
 * exactly at a closing, this is the whole week that ends there, not an empty new one.
 */
export function weekUntil(at: number, closing: Closing, zone: string): Span {
  return { from: lastClosing(at - 1, closing, zone), to: at }
}

/** The month as it stands at the instant: from the first of the local month that holds the moment just before it. */
export function monthUntil(at: number, zone: string): Span {
  const first = `${localDate(at - 1, zone).slice(0, 7)}-01`
  return { from: startOfDay(first, zone), to: at }
}

/** True within the quiet hours, and on Sundays when `quiet.sundays`. Equal `from` and `to` mean no quiet hours. */
export function inQuietHours(at: number, zone: string, quiet: QuietHours): boolean {
  if (quiet.sundays === true && isSunday(at, zone)) return true
  const time = localTime(at, zone)
  if (quiet.from <= quiet.to) return time >= quiet.from && time < quiet.to
  return time >= quiet.from || time < quiet.to
}

/** True when the instant falls on a local Sunday. */
export function isSunday(at: number, zone: string): boolean {
  return zoned(at, zone).dayOfWeek === 7
}

/**
 * The first instant at or after `at` that is not quiet: `at` itself when it is not. Looks 8 days ahead; when all of
 * it is quiet ("00:00"–"24:00") the answer is `at`, because a message that never leaves is worse than an early one.
 */
export function endOfQuiet(at: number, zone: string, quiet: QuietHours): number {
  if (!inQuietHours(at, zone, quiet)) return at
  const today = localDate(at, zone)
  for (let days = 0; days <= 8; days++) {
    const day = addDays(today, days)
    for (const time of ["00:00", quiet.to]) {
      const candidate = instantAt(day, time, zone)
      if (candidate >= at && !inQuietHours(candidate, zone, quiet)) return candidate
    }
  }
  return at
}

/**
 * How a moment is written to people: sentence "8h00 ngày 21/4/2022", day "21/4", date "21/4/2022", dayHour
 * "15/4 16h00", stamp "21/4/2022 08:00".
 */
export type LocalStyle = "sentence" | "day" | "date" | "dayHour" | "stamp"

/** The instant on the local clock in the given style. */
export function formatLocal(at: number, zone: string, style: LocalStyle): string {
  const { year, month, day, hour, minute } = zoned(at, zone)
  const minutes = String(minute).padStart(2, "0")
  switch (style) {
    case "sentence":
      return `${hour}h${minutes} ngày ${day}/${month}/${year}`
    case "day":
      return `${day}/${month}`
    case "date":
      return `${day}/${month}/${year}`
    case "dayHour":
      return `${day}/${month} ${hour}h${minutes}`
    case "stamp":
      return `${day}/${month}/${year} ${String(hour).padStart(2, "0")}:${minutes}`
    default:
      return style satisfies never
  }
}

/** A local day as people write it: day "31/5", date "31/5/2022". */
export function formatDay(date: LocalDate, style: "day" | "date"): string {
  const [year = "", month = "", day = ""] = date.split("-")
  const short = `${Number(day)}/${Number(month)}`
  return style === "day" ? short : `${short}/${year}`
}

/** A local day as it is said on another one: its year only where that is not the same. */
export function formatDayFrom(date: LocalDate, today: LocalDate): string {
  return formatDay(date, date.slice(0, 4) === today.slice(0, 4) ? "day" : "date")
}

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?$/i

/** The instant on the local clock with its offset: "2022-04-21T08:00:00+07:00", fractions of a second only when there are. */
export function isoLocal(at: number, zone: string): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return moment.toString({
    timeZoneName: "never",
    fractionalSecondDigits: moment.millisecond === 0 ? 0 : 3,
  })
}

/**
 * An ISO day or moment as epoch milliseconds: "2022-01-09", "2022-01-09 08:27", "2022-01-09T08:27:30+07:00". Without
 * an offset it is on the clock of `zone`, without an hour it is that day's start. undefined when it is not such a
 * text, or the calendar has no such moment.
 */
export function parseIso(text: string, zone: string): number | undefined {
  const [, date, time, seconds = "00", fraction = "0", offset] = ISO.exec(text.slice(0, 64).trim()) ?? []
  if (date === undefined || text.length > 200 || (time === undefined && offset !== undefined))
    return undefined
  try {
    if (time === undefined) return startOfDay(date, zone)
    if (time === "24:00" && offset === undefined && Number(seconds) === 0) return instantAt(date, time, zone)
    const moment = `${date}T${time}:${seconds}.${fraction}`
    return offset === undefined
      ? Temporal.PlainDateTime.from(moment).toZonedDateTime(zone).epochMilliseconds
      : Temporal.Instant.from(moment + offset.toUpperCase()).epochMilliseconds
  } catch {
    return undefined
  }
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone)
}
