import { daysBetweenInclusive, type LocalDate } from "../clock.ts"
import type { DateReading } from "../text/date-reading.ts"
import { parseDate } from "../text/dates.ts"

/** How a day is typed from which something is in force: "1/7", "tháng sau", "đầu tháng 4", "mai". */
export const DAY_TYPED = String.raw`(?:\d[\d/.\-]*|(?:đầu |dau )?(?:tháng|thang|tuần|tuan|quý|quy)\s+(?:sau|tới|toi|này|nay|\d{1,2}(?:\/\d{4})?)|(?:ngày |ngay )?mai|(?:hôm|hom) nay)`

/**
 * The day from which something is in force, as typed ("1/7", "1.7.2026"); `today` when nothing was. Without a year the
 * nearest one is meant, before or after today: what is written down on 10 July "from 1/7" began last week. Of a week, month or quarter it
 * is the first. undefined: not read.
 */
export function effectiveDay(typed: string | undefined, today: LocalDate): LocalDate | undefined {
  if (typed === undefined) return today
  const words = typed.replace(/^(?:đầu|dau) /iu, "").replace(/ (?:tới|toi)$/iu, " sau")
  const past = firstDay(parseDate(words, today, "past"))
  const future = firstDay(parseDate(words, today, "future"))
  if (past === undefined || future === undefined) return undefined
  const isPastNearer = daysBetweenInclusive(past, today) <= daysBetweenInclusive(today, future)
  return isPastNearer ? past : future
}

function firstDay(reading: DateReading): LocalDate | undefined {
  if (reading.kind === "day") return reading.date
  return reading.kind === "month" || reading.kind === "range" ? reading.from : undefined
}
