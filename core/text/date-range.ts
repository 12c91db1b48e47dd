import { readPoint } from "./date-point.ts"
import { type DateContext, type DateReading, dayOf, months, yearAndMonth } from "./date-reading.ts"

/** Two ends: "31.3-8.4.2022", "từ 1/9/2021 đến 31/5/2022", "tháng 3 đến tháng 5". */
export function readRange(words: string, context: DateContext): DateReading | undefined {
  const ends = halves(words)
  if (ends === undefined) return undefined
  // A range that is running is the nearest one, though its end is not past.
  const running =
    context.missingYear === "past" ? rangeOf(words, ends, { ...context, missingYear: "future" }) : undefined
  const isRunning = running?.kind === "range" && running.from <= context.today
  return isRunning ? running : rangeOf(words, ends, context)
}

type Ends = { left: string; right: string }

function rangeOf(words: string, { left, right }: Ends, context: DateContext): DateReading | undefined {
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
function readStart(left: string, end: End, context: DateContext): End | undefined {
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
