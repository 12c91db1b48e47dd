import type { LocalDate, Weekday } from "../clock.ts"
import {
  addDays,
  addMonths,
  instantAt,
  lastOfMonth,
  mondayOf,
  nextWeekday,
  parseIso,
  toLocalDate,
} from "../clock.ts"
import { fold } from "./fold.ts"
import { NUMBER_WORDS } from "./number.ts"

/**
 * What a date typed in Vietnamese means; the day always comes before the month. `assumedYear` is true when the year
 * was not typed (for "ngày 21" not the month either) and the nearest one was taken: confirm it. Months, quarters, half
 * years and years carry their first and last day. `time` is "HH:MM", "24:00" for the end of that day. `ambiguous` is
 * "3-5/2022": 3 May, or March to May.
 */
export type DateReading =
  | { kind: "day"; date: LocalDate; assumedYear: boolean }
  | { kind: "instant"; date: LocalDate; time: string; assumedYear: boolean }
  | { kind: "month"; from: LocalDate; to: LocalDate; assumedYear: boolean }
  | { kind: "range"; from: LocalDate; to: LocalDate; assumedYear: boolean }
  | { kind: "ambiguous"; readings: [DateReading, DateReading] }
  | { kind: "unreadable" }

/** Where a date without a year is looked for: the nearest not after today ("past"), or not before it ("future"). */
export type MissingYear = "past" | "future"

const MAX_LENGTH = 120

const UNREADABLE: DateReading = { kind: "unreadable" }

/** Number words up to twelve; "mười một" is found before "mười". */
const COUNTS: readonly (readonly [word: string, count: number])[] = [
  ["muoi mot", 11],
  ["muoi hai", 12],
  ...NUMBER_WORDS.map((word, at): [string, number] => [word, at + 1]),
  ["tu", 4],
]

const ROMAN = ["i", "ii", "iii", "iv"]

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

/** Reads an hour of the day ("8h", "8h30", "16:00", "3 giờ chiều", "24h") as "HH:MM"; undefined when it is none. */
export function parseTime(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const { time, rest } = takeTime(normalise(text))
  return stripLeads(rest) === "" ? time : undefined
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

function normalise(text: string): string {
  return ago(fold(text))
    .replace(/[–—−~]/g, "-")
    .replace(/[.,;!?]+$/, "")
    .replace(/ ?([/.-]) ?/g, (_, mark: string) => mark)
    .trim()
}

/** "cách đây 3 tháng" → "3 thang truoc". */
function ago(words: string): string {
  return words.replace(/^(?:tu )?cach (?:day|nay) (?:khoang )?(\d{1,3} (?:ngay|tuan|thang|nam))$/, "$1 truoc")
}

/** "ngày 3 tháng trước" → "3/4/2026": the third of last month, not three months ago. */
function nameMonth(words: string, today: LocalDate): string {
  return words.replace(
    /(?:^|(?<= ))(?:ngay|mung|mong) (\d{1,2}) thang (nay|truoc|sau|toi)$/,
    (_, day: string, which: string) => {
      const steps = RELATIVE_UNITS.get(which) ?? 0
      const [year, month] = yearAndMonth(addMonths(`${today.slice(0, 7)}-01`, steps))
      return `${day}/${month}/${year}`
    },
  )
}

/** "21/4 năm ngoái" → "21/4 nam 2021". */
function nameYear(words: string, today: LocalDate): string {
  // "3 năm trước" counts years back; it names none.
  if (/^\d+ nam/.test(words)) return words
  const [thisYear] = yearAndMonth(today)
  return words.replace(/(\d|\bi{1,3}|\biv),? nam (nay|ngoai|truoc)$/, (_, before: string, which: string) => {
    return `${before} nam ${which === "nay" ? thisYear : thisYear - 1}`
  })
}

const PART_OF_DAY = "(?: ?(?:gio )?(sang|trua|chieu|toi|dem|khuya|am|pm|sa|ch))?"
const CLOCK_TIME = new RegExp(
  `(?:^|[ ,])(?:vao )?(?:luc )?(\\d{1,2})(?::(\\d{2})(?::(\\d{2}))?|(?: ?(?:h|g|gio) ?(?:(\\d{1,2})(?: ?(?:p|phut))?)?))${PART_OF_DAY}(?=$|[ ,])`,
)
const PARTS_OF_DAY = /(?:^| )(?:buoi )?(?:sang|trua|chieu|toi|dem|khuya)(?= |$)/

/**
 * Takes the hour out of folded words: "8h30 thu hai" → "08:30" and "thu hai". Parts of the day ("sang") go with it or
 * alone; an hour that is none leaves "?".
 */
export function takeTime(words: string): { time?: string; seconds: number; rest: string } {
  const match = CLOCK_TIME.exec(words.replace(/(\d) ?(?:h|gio) ruoi/, "$1h30"))
  if (match === null) return { seconds: 0, rest: words.replace(PARTS_OF_DAY, "").trim() }
  const [all, hours, colonMinutes, seconds = "0", minutes = colonMinutes ?? "0", part] = match
  const rest = `${match.input.slice(0, match.index)} ${match.input.slice(match.index + all.length)}`
  const ofDay = part ?? PARTS_OF_DAY.exec(rest)?.[0].trim().replace("buoi ", "")
  const hour = hourOfDay(Number(hours), ofDay)
  const valid =
    (hour < 24 || (hour === 24 && Number(minutes) === 0)) && Number(minutes) < 60 && Number(seconds) < 60
  // What looks like a time and is none must not be read as a date without it.
  if (!valid) return { seconds: 0, rest: "?" }
  return {
    time: `${String(hour).padStart(2, "0")}:${String(Number(minutes)).padStart(2, "0")}`,
    seconds: Number(seconds),
    rest: rest.replace(PARTS_OF_DAY, "").replace(/ +/g, " ").trim().replace(/,$/, ""),
  }
}

/** "3h chiều" is 15, "12h đêm" 24, "12 AM" 0. */
function hourOfDay(hour: number, part: string | undefined): number {
  const isAfternoon = ["chieu", "toi", "pm", "ch"].includes(part ?? "")
  if (hour < 12 && (isAfternoon || (part === "dem" && hour >= 6) || (part === "trua" && hour < 4)))
    return hour + 12
  if (hour !== 12) return hour
  if (part === "am" || part === "sa") return 0
  return part === "dem" || part === "khuya" ? 24 : 12
}

function stripLeads(words: string): string {
  let rest = words
  const lead =
    /^(?:vao|luc|khoang|ke|bat dau|ap dung|dua vao|lam|dung|su dung|trien khai|thuc hien|het|truoc|den het|den|toi|hom|la|da|trong|tu(?= khoang)|ngay(?! \d{1,2}$)) (?!(?:nay|qua|kia)$)|^(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7]),? (?=ngay |\d)|^[,:] ?/
  // Four leads are more than anybody types: "áp dụng từ khoảng ngày".
  for (let count = 0; count < 4; count++) rest = rest.replace(lead, "").trimStart()
  return rest.replace(/ (?:a|nhe|nha|em|anh|chi|ban|oi|vua roi|vua qua)$/, "").trim()
}

type Context = { today: LocalDate; missingYear: MissingYear }

function readDay(words: string, context: Context): DateReading {
  const point = words.replace(/^tu (?:ngay (?!\d{1,2}$))?/, "")
  return (
    readRelative(words, context) ??
    readRange(words, context) ??
    readRelative(point, context) ??
    readPoint(point, context) ??
    UNREADABLE
  )
}

// ---- Relative to today

const RELATIVE_DAYS = new Map([
  ["nay", 0],
  ["hom nay", 0],
  ["ngay nay", 0],
  ["bay gio", 0],
  ["hom qua", -1],
  ["qua", -1],
  ["ngay qua", -1],
  ["hom kia", -2],
  ["mai", 1],
  ["ngay mai", 1],
  ["ngay kia", 2],
  ["ngay mot", 2],
])

const RELATIVE_UNITS = new Map([
  ["nay", 0],
  ["truoc", -1],
  ["ngoai", -1],
  ["kia", -2],
  ["roi", -1],
  ["vua roi", -1],
  ["vua qua", -1],
  ["qua", -1],
  ["sau", 1],
  ["toi", 1],
])

const WEEKDAY_NAMES = new Map<string, Weekday>([
  ["hai", "monday"],
  ["2", "monday"],
  ["ba", "tuesday"],
  ["3", "tuesday"],
  ["tu", "wednesday"],
  ["4", "wednesday"],
  ["nam", "thursday"],
  ["5", "thursday"],
  ["sau", "friday"],
  ["6", "friday"],
  ["bay", "saturday"],
  ["7", "saturday"],
])

function readRelative(words: string, context: Context): DateReading | undefined {
  const { today } = context
  const offset = RELATIVE_DAYS.get(words)
  if (offset !== undefined) return day(addDays(today, offset))
  const [, unit = "", which] =
    /^(tuan|thang|quy|nam) (nay|truoc|ngoai|kia|roi|vua roi|vua qua|qua|sau|toi)$/.exec(words) ?? []
  const steps = RELATIVE_UNITS.get(which ?? "")
  if (steps !== undefined) return unitAround(unit, steps, today)
  const [, count, of, way] = /^(\d{1,3}) (ngay|tuan|thang|nam) (truoc|nua|toi)$/.exec(words) ?? []
  if (of !== undefined) return stepsAway(of, Number(count) * (way === "truoc" ? -1 : 1), today)
  const month = /^t([2-7])$/.exec(words)?.[1]
  const weekday = readWeekday(words, context)
  return weekday === undefined || month === undefined
    ? weekday
    : {
        kind: "ambiguous",
        readings: [weekday, nearestMonths(Number(month), 1, context)],
      }
}

/** "thứ sáu" is the nearest one, today included; "thứ sáu tuần trước" lies in last Monday-to-Sunday week. */
function readWeekday(words: string, { today, missingYear }: Context): DateReading | undefined {
  const [, named, sunday, week] =
    /^(?:(?:thu |t)(hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat|cn))(?: tuan (nay|truoc|sau|toi))?$/.exec(words) ??
    []
  const weekday = sunday === undefined ? WEEKDAY_NAMES.get(named ?? "") : "sunday"
  if (weekday === undefined) return undefined
  const weeks = week === undefined ? undefined : (RELATIVE_UNITS.get(week) ?? 0)
  if (weeks !== undefined) return day(nextWeekday(addDays(mondayOf(today), weeks * 7), weekday))
  // Of the seven days that end, or begin, with today.
  return day(nextWeekday(missingYear === "past" ? addDays(today, -6) : today, weekday))
}

function unitAround(unit: string, steps: number, today: LocalDate): DateReading {
  if (unit === "tuan") {
    const from = addDays(mondayOf(today), steps * 7)
    return { kind: "range", from, to: addDays(from, 6), assumedYear: false }
  }
  const [year, month] = yearAndMonth(today)
  if (unit === "nam") return months(year + steps, 1, 12)
  const first = addMonths(`${today.slice(0, 7)}-01`, unit === "quy" ? steps * 3 - ((month - 1) % 3) : steps)
  return months(...yearAndMonth(first), unit === "quy" ? 3 : 1)
}

function stepsAway(unit: string, steps: number, today: LocalDate): DateReading {
  if (unit === "ngay") return day(addDays(today, steps))
  if (unit === "tuan") return day(addDays(today, steps * 7))
  const [year, month] = yearAndMonth(addMonths(today, unit === "nam" ? steps * 12 : steps))
  return unit === "nam" ? months(year, 1, 12) : months(year, month, 1)
}

// ---- Ranges

function readRange(words: string, context: Context): DateReading | undefined {
  const ends = halves(words)
  if (ends === undefined) return undefined
  // A range that is running is the nearest one, though its end is not past.
  const running =
    context.missingYear === "past" ? rangeOf(words, ends, { ...context, missingYear: "future" }) : undefined
  const isRunning = running?.kind === "range" && running.from <= context.today
  return isRunning ? running : rangeOf(words, ends, context)
}

type Ends = { left: string; right: string }

function rangeOf(words: string, { left, right }: Ends, context: Context): DateReading | undefined {
  const end = known(readPoint(right, context))
  const start = end && readStart(left, end, context)
  const dayAndMonth = /^(\d{1,2})-(\d{1,2}[/.]\d{4})$/.exec(words)
  const asDay = dayAndMonth === null ? undefined : readPoint(words.replace("-", "/"), context)
  if (end === undefined || start === undefined) return asDay
  const from = start.kind === "day" ? start.date : start.from
  const to = end.kind === "day" ? end.date : end.to
  if (from > to) return asDay
  const range: DateReading = { kind: "range", from, to, assumedYear: end.assumedYear }
  return asDay?.kind === "day" ? { kind: "ambiguous", readings: [asDay, range] } : range
}

/** The two ends: around "đến", or around the one hyphen that is not a date's own ("21-4-2022" has none). */
function halves(words: string): Ends | undefined {
  const rest = words.replace(/^tu (?:ngay )?/, "")
  const [left, right] = rest.split(/ (?:den|toi)(?: het)?(?: ngay)? | ?-ngay /)
  if (right !== undefined) return { left: trimDay(left ?? ""), right: trimDay(right) }
  const hyphens = Array.from(rest.matchAll(/-/g), ({ index }) => index)
  // "1-9-2021-31-5-2022": the middle one divides. A single hyphen divides unless both sides are lone numbers.
  const at = hyphens[(hyphens.length - 1) / 2]
  if (at === undefined || hyphens.length === 3) return undefined
  const ends = { left: trimDay(rest.slice(0, at)), right: trimDay(rest.slice(at + 1)) }
  const isYears = /^\d{4}$/.test(ends.right) && /^(?:nam )?\d{4}$/.test(ends.left)
  return /^\d+$/.test(ends.right) && !isYears ? undefined : ends
}

function trimDay(words: string): string {
  return words.replace(/^ngay /, "").trim()
}

type End = Extract<DateReading, { kind: "day" | "month" | "range" }>

/** The left end borrows what it lacks from the right: "1-15/4/2022", "31.3-8.4.2022", "tháng 3 đến tháng 5/2022". */
function readStart(left: string, end: End, context: Context): End | undefined {
  const last = end.kind === "day" ? end.date : end.from
  const [year, month] = yearAndMonth(last)
  const number = Number(/^(?:thang |mung |mong )?(\d{1,2})$/.exec(left)?.[1] ?? "0")
  if (number > 0) {
    if (end.kind === "day" && !left.startsWith("thang")) return known(dayOf(year, month, number))
    // "3-5/2022", "tháng 3 đến tháng 5/2022"
    const isMonth = end.kind === "month" || left.startsWith("thang")
    return isMonth ? known(months(number > month ? year - 1 : year, number, 1)) : undefined
  }
  return known(readPoint(left, { ...context, missingYear: "past", today: last }))
}

function known(reading: DateReading | undefined): End | undefined {
  return reading?.kind === "day" || reading?.kind === "month" || reading?.kind === "range"
    ? reading
    : undefined
}

// ---- One point: a day, month, quarter, half year or year

function readPoint(words: string, context: Context): DateReading | undefined {
  const text = numeric(words)
  return readNumeric(text, context) ?? readNamedSpan(text, context)
}

/** "5 tháng 1 năm 2020" → "5/1/2020", "tháng năm/2022" → "thang 5/2022", "mùng 2/9" → "2/9". */
function numeric(words: string): string {
  return monthWords(words)
    .replace(/^(?:mung|mong) /, "")
    .replace(/^(\d{1,2}) thang (\d{1,2})(?!\d)/, "$1/$2")
    .replace(/^((?:thang |quy )?[\divx/.-]{1,8}),? (?:nam )?(\d{4})$/, "$1/$2")
    .replace(/^t(\d{1,2})(?=[-/.]\d{4}$)/, "thang $1")
    .replace(/^(?:thang|th) ?(\d)/, "thang $1")
}

function monthWords(words: string): string {
  const at = words.search(/\bthang [a-z]/)
  if (at < 0) return words
  const rest = words.slice(at + 6)
  const found = COUNTS.find(
    ([word]) => rest === word || (/^[ /.,-]/.test(rest.slice(word.length)) && rest.startsWith(word)),
  )
  if (found === undefined) return words
  return `${words.slice(0, at)}thang ${found[1]}${rest.slice(found[0].length)}`
}

function readNumeric(text: string, context: Context): DateReading | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text)
  if (iso !== null) {
    const [, year, month, dayOfMonth] = iso
    if (dayOfMonth === undefined) return months(Number(year), Number(month), 1)
    return dayOf(Number(year), Number(month), Number(dayOfMonth))
  }
  const full = /^(\d{1,2})(?:[-/.]| )(\d{1,2})(?:[-/.]| )(\d{4}|\d{2})$/.exec(text)
  if (full !== null) return dayOf(fullYear(full[3] ?? ""), Number(full[2]), Number(full[1]))
  const ofMonth = /^(?:thang )?(\d{1,2})[-/.](\d{4})$/.exec(text)
  if (ofMonth !== null) return months(Number(ofMonth[2]), Number(ofMonth[1]), 1)
  const noYear = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (noYear !== null) return nearestDay(Number(noYear[1]), Number(noYear[2]), context)
  const dayOnly = /^ngay (\d{1,2})$/.exec(text)
  if (dayOnly !== null) return nearestDayOfMonth(Number(dayOnly[1]), context)
  const monthOnly = /^thang (\d{1,2})$/.exec(text)
  if (monthOnly !== null) return nearestMonths(Number(monthOnly[1]), 1, context)
  const year = /^(?:nam )?(\d{4})$/.exec(text)
  return year === null ? undefined : months(Number(year[1]), 1, 12)
}

function readNamedSpan(text: string, context: Context): DateReading | undefined {
  const quarter = /^(?:quy ?|q)(iv|i{1,3}|[1-4]|mot|hai|ba|bon|tu)(?:(?:[-/. ]|,? nam )(\d{4}))?$/.exec(text)
  if (quarter !== null) return spanOf((quarterNumber(quarter[1] ?? "") - 1) * 3 + 1, 3, quarter[2], context)
  const part = /^(?:(3|6|9|ba|sau|chin) thang|nua) (dau|cuoi)(?: nam)?(?: (\d{4}|nay|ngoai|truoc))?$/.exec(
    text,
  )
  if (part === null) return undefined
  const count =
    part[1] === undefined ? 6 : (COUNTS.find(([word]) => word === part[1])?.[1] ?? Number(part[1]))
  const [thisYear] = yearAndMonth(context.today)
  const named =
    part[3] === undefined || /^\d/.test(part[3]) ? part[3] : String(thisYear - (part[3] === "nay" ? 0 : 1))
  return spanOf(part[2] === "dau" ? 1 : 13 - count, count, named, context)
}

function quarterNumber(name: string): number {
  const roman = ROMAN.indexOf(name)
  return roman >= 0 ? roman + 1 : (COUNTS.find(([word]) => word === name)?.[1] ?? Number(name))
}

function spanOf(month: number, count: number, year: string | undefined, context: Context): DateReading {
  return year === undefined ? nearestMonths(month, count, context) : months(Number(year), month, count)
}

// ---- Building

function day(date: LocalDate): DateReading {
  return { kind: "day", date, assumedYear: false }
}

function dayOf(year: number, month: number, dayOfMonth: number): DateReading {
  const date = toLocalDate(year, month, dayOfMonth)
  return date === undefined ? UNREADABLE : day(date)
}

/** `count` whole months from the first of `month`; one month is of kind "month". */
function months(year: number, month: number, count = 1): DateReading {
  const from = toLocalDate(year, month, 1)
  if (from === undefined) return UNREADABLE
  const to = lastOfMonth(addMonths(from, count - 1))
  return { kind: count === 1 ? "month" : "range", from, to, assumedYear: false }
}

function nearestDay(dayOfMonth: number, month: number, { today, missingYear }: Context): DateReading {
  const [thisYear] = yearAndMonth(today)
  // Eight years hold a 29 February even around 1900 and 2100.
  for (let away = 0; away <= 8; away++) {
    const date = toLocalDate(missingYear === "past" ? thisYear - away : thisYear + away, month, dayOfMonth)
    const fits = date !== undefined && (missingYear === "past" ? date <= today : date >= today)
    if (fits) return { kind: "day", date, assumedYear: true }
  }
  return UNREADABLE
}

function nearestDayOfMonth(dayOfMonth: number, { today, missingYear }: Context): DateReading {
  const first = `${today.slice(0, 7)}-01`
  for (let away = 0; away <= 2; away++) {
    const [year, month] = yearAndMonth(addMonths(first, missingYear === "past" ? -away : away))
    const date = toLocalDate(year, month, dayOfMonth)
    const fits = date !== undefined && (missingYear === "past" ? date <= today : date >= today)
    if (fits) return { kind: "day", date, assumedYear: true }
  }
  return UNREADABLE
}

/** The running span counts as past and as future: in May "tháng 5" is this month. */
function nearestMonths(month: number, count: number, { today, missingYear }: Context): DateReading {
  const [thisYear] = yearAndMonth(today)
  const years = missingYear === "past" ? [thisYear, thisYear - 1] : [thisYear, thisYear + 1]
  for (const year of years) {
    const span = months(year, month, count)
    if (span.kind !== "month" && span.kind !== "range") return UNREADABLE
    if (missingYear === "past" ? span.from <= today : span.to >= today) return { ...span, assumedYear: true }
  }
  return UNREADABLE
}

function yearAndMonth(date: LocalDate): [number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
}

function fullYear(typed: string): number {
  return typed.length === 2 ? 2000 + Number(typed) : Number(typed)
}
