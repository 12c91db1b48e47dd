import {
  type DateContext,
  type DateReading,
  dayOf,
  months,
  nearestDay,
  nearestDayOfMonth,
  nearestMonths,
  yearAndMonth,
} from "./date-reading.ts"
import { NUMBER_WORDS } from "./number.ts"

/** Number words up to twelve; "mười một" is found before "mười". */
const COUNTS: readonly (readonly [word: string, count: number])[] = [
  ["muoi mot", 11],
  ["muoi hai", 12],
  ...NUMBER_WORDS.map((word, at): [string, number] => [word, at + 1]),
  ["tu", 4],
]

const ROMAN = ["i", "ii", "iii", "iv"]

/** One day, month, quarter, half year or year. */
export function readPoint(words: string, context: DateContext): DateReading | undefined {
  const text = numeric(words)
  return readNumeric(text, context) ?? readNamedSpan(text, context)
}

/** "5 tháng 1 năm 2020" → "5/1/2020", "tháng năm/2022" → "thang 5/2022", "mùng 2/9" → "2/9". */
function numeric(words: string): string {
  return monthWords(words)
    .replace(/^(?:mung|mong|hom) (?=\d{1,2}$)/, "ngay ")
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

function readNumeric(text: string, context: DateContext): DateReading | undefined {
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

function readNamedSpan(text: string, context: DateContext): DateReading | undefined {
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

function spanOf(month: number, count: number, year: string | undefined, context: DateContext): DateReading {
  return year === undefined ? nearestMonths(month, count, context) : months(Number(year), month, count)
}

export function fullYear(typed: string): number {
  return typed.length === 2 ? 2000 + Number(typed) : Number(typed)
}
