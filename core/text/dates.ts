import { instantAt, type LocalDate, parseIso, toLocalDate } from "../clock.ts"
import { fullYear, readPoint } from "./date-point.ts"
import { readRange } from "./date-range.ts"
import { type DateContext, type DateReading, type MissingYear, UNREADABLE } from "./date-reading.ts"
import { readRelative } from "./date-relative.ts"
import { nameMonth, nameYear, normalise, stripLeads } from "./date-words.ts"
import { takeTime } from "./time-of-day.ts"

const MAX_LENGTH = 120

/** "rằm tháng Giêng", "mùng 3 Tết", "23 tháng Chạp năm ngoái", "5/1 âm lịch": another day every year. */
const LUNAR =
  /(?:^|[ \d])(?:am(?: lich)?|al)$|^(?:(?:tu|hom|ngay|mung|mong|truoc|sau|ra|thang|\d{1,2}) )*(?:ram|tet|gieng|chap)(?: (?:thang|nam|am|lich|nay|ngoai|truoc|vua|roi|qua|\d{1,4}|gieng|chap))*$/
/** More than one word, for "năm" alone counts as well: "đầu tháng 3", "cuối năm học trước", "hai năm nay", "hè 2025" */
const VAGUE =
  /^(?=\S+ )(?:(?:tu|dau|giua|cuoi|gan|hon|ca|mua|may|mot|hai|ba|\d{1,2}) )*(?:nam|thang|quy|tuan|he|ky)(?: (?:he|hoc|nay|truoc|ngoai|kia|roi|qua|vua|nam|i{1,3}|iv|[\d/.-]{1,9}))*$/
/** Any day, where it does not matter which day a date is. */
const SOME_DAY: LocalDate = "2024-07-01"
/** "từ khoảng ngày 5 tháng 3 năm ngoái" */
const MOST_DATE_WORDS = 9

/**
 * Reads a day, moment, month, quarter, half year, year or range as typed ("21.4", "15h34 ngày 3/10/2022", "tháng
 * 5.2022", "31.3-8.4.2022", "quý III/2022", "hôm qua"). `today` is the local day; a missing year is the nearest past
 * one unless told otherwise. Lunar dates and texts beyond 120 characters are unreadable. No zone is involved.
 */
export function parseDate(text: string, today: LocalDate, missingYear: MissingYear = "past"): DateReading {
  if (text.length > MAX_LENGTH) return UNREADABLE
  const words = nameYear(nameMonth(normalise(text), today), today)
  const { time, rest } = takeTime(words)
  if (LUNAR.test(rest)) return { kind: "unreadable", why: "lunar" }
  const point = stripLeads(rest)
  const reading = readDay(point, { today, missingYear })
  if (reading === UNREADABLE && VAGUE.test(point)) return { kind: "unreadable", why: "vague" }
  if (time === undefined) return reading
  return reading.kind === "day" ? { ...reading, kind: "instant", time } : UNREADABLE
}

/** The beginning of `text`, as many whole words as possible, that says a date, be it one that cannot be read; "" where none does. */
export function dateAhead(text: string): string {
  const clause = /^[^,;\n()]{0,80}/.exec(text)?.[0] ?? ""
  const ends = Array.from(clause.matchAll(/\S+/g), ({ index, 0: word }) => index + word.length)
  for (const end of ends.slice(0, MOST_DATE_WORDS).reverse()) {
    const reading = parseDate(clause.slice(0, end), SOME_DAY)
    if (reading.kind !== "unreadable" || reading.why !== undefined) return clause.slice(0, end).trim()
  }
  return ""
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
