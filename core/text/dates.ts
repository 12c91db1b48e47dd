import { instantAt, type LocalDate, parseIso, toLocalDate } from "../clock.ts"
import { fullYear, readPoint } from "./date-point.ts"
import { readRange } from "./date-range.ts"
import { type DateContext, type DateReading, type MissingYear, UNREADABLE } from "./date-reading.ts"
import { readRelative } from "./date-relative.ts"
import { nameMonth, nameYear, normalise, stripLeads } from "./date-words.ts"
import { takeTime } from "./time-of-day.ts"

const MAX_LENGTH = 120

/**
 * Reads a day, moment, month, quarter, half year, year or range as typed ("21.4", "15h34 ngày 3/10/2022", "tháng
 * 5.2022", "31.3-8.4.2022", "quý III/2022", "hôm qua"). `today` is the local day; a missing year is the nearest past
 * one unless told otherwise. Lunar dates and texts beyond 120 characters are unreadable. No zone is involved.
 */
export function parseDate(text: string, today: LocalDate, missingYear: MissingYear = "past"): DateReading {
  if (text.length > MAX_LENGTH) return UNREADABLE
  const words = nameYear(nameMonth(normalise(text), today), today)
  if (/\b(?:am lich|al)\b/.test(words)) return UNREADABLE
  const { time, rest } = takeTime(words)
  const reading = readDay(stripLeads(rest), { today, missingYear })
  if (time === undefined) return reading
  return reading.kind === "day" ? { ...reading, kind: "instant", time } : UNREADABLE
}

/**
 * Reads a spreadsheet cell as epoch milliseconds: ISO with or without an offset, or day first with or without an hour
 * ("9/1/2022", "9.1.2022 08:27", "08:27 9/1/2022", "9/1/2022 8:27:00 CH"). Without an offset it is on the clock of
 * `timeZone`, without an hour that day's start. undefined when it is not a full date, or there is no such day (31/2).
 */
export function parseTimestamp(text: string, timeZone: string): number | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const iso = parseIso(text, timeZone)
  if (iso !== undefined) return iso
  const { time, seconds, rest } = takeTime(normalise(text))
  const [, day, month, year] = /^(?:ngay )?(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(rest) ?? []
  const date = toLocalDate(fullYear(year ?? ""), Number(month), Number(day))
  return date === undefined ? undefined : instantAt(date, time ?? "00:00", timeZone) + seconds * 1000
}

function readDay(words: string, context: DateContext): DateReading {
  const point = words.replace(/^tu (?:ngay (?!\d{1,2}$))?/, "")
  return (
    readRelative(words, context) ??
    readRange(words, context) ??
    readRelative(point, context) ??
    readPoint(point, context) ??
    UNREADABLE
  )
}
