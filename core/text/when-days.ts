import {
  addDays,
  addMonths,
  type LocalDate,
  lastOfMonth,
  localDate,
  mondayOf,
  nextWeekday,
  WEEK,
  type Weekday,
  weekdayOf,
} from "../clock.ts"
import { given } from "../given.ts"
import type { DateReading } from "./date-reading.ts"
import { parseDate } from "./dates.ts"
import { NUMBER_WORDS } from "./number.ts"
import { WEEKDAY_SAID, weekdaySaid, weekdaysListed, withWeekdaysListed } from "./weekday.ts"
import { takeFrom, takeUntil, type WhenContext } from "./when-span.ts"

/** Days before their hour is known. `drift`: when it is past the next week's, or tomorrow, is meant. */
export type Days =
  | { readonly kind: "once"; readonly date: LocalDate; readonly drift?: number }
  | (Lasting & { readonly kind: "weekly"; readonly days: readonly Weekday[] })
  | (Lasting & { readonly kind: "monthly"; readonly day: number })

/** The first and last day of what repeats, as far as they were said. */
type Lasting = { readonly from?: LocalDate; readonly until?: LocalDate }

const WORKDAYS = WEEK.slice(0, 5)

/** The days that plain words (`plainWords`) without an hour mean; several must be asked for, undefined for none. */
export function readDays(words: string, context: WhenContext): readonly Days[] | undefined {
  const today = localDate(context.now, context.timeZone)
  const before = readBeforeTheEnd(words, context)
  if (before !== undefined) return before
  const listed = withWeekdaysListed(words)
  const { rest: untilRest, until, endless } = takeUntil(listed, context)
  if (until === null) return undefined
  const { rest, from } = takeFrom(untilRest, today)
  const span = given({ from, until })
  const repeated = readRepeated(rest, span)
  if (repeated !== undefined) return repeated
  if (until !== undefined || endless === true) {
    // "8h đến 31/5" says how long but not how often.
    if (rest === "") return [weekly(WEEK, span), weekly(["monday"], span)]
    return undefined
  }
  if (from !== undefined) return undefined
  return readOnce(rest, today)
}

function weekly(days: readonly Weekday[], span: Lasting): Days {
  return { kind: "weekly", days: WEEK.filter((day) => days.includes(day)), ...span }
}

const END_NAMES = "(giai doan|gd|chuong trinh|phong trao|chien dich|han(?: chot)?)(?: (?:nay|hien tai))?"
const DAYS_COUNT = `(\\d{1,2}|${NUMBER_WORDS.join("|")}) (ngay|tuan)`
const BEFORE_END = new RegExp(`^truoc (?:khi )?(?:(?:het|ket thuc)(?: han)? )?${END_NAMES} ${DAYS_COUNT}$`)
const DAYS_BEFORE_END = new RegExp(
  `^${DAYS_COUNT} truoc (?:khi |ngay )?(?:(?:het|ket thuc)(?: han)? )?${END_NAMES}$`,
)

/** "trước khi hết giai đoạn 3 ngày", "3 ngày trước hạn": counted back from the last day. */
function readBeforeTheEnd(words: string, context: WhenContext): readonly Days[] | undefined {
  const [, name1, count1, unit1] = BEFORE_END.exec(words) ?? []
  const [, count2, unit2, name2] = DAYS_BEFORE_END.exec(words) ?? []
  const [name, count, unit] = [name1 ?? name2, count1 ?? count2, unit1 ?? unit2]
  if (name === undefined || count === undefined) return undefined
  const isWhole = /^(?:chuong|phong|chien)/.test(name)
  const end = isWhole ? context.campaignEndsOn : context.phaseEndsOn
  const number = /^\d/.test(count) ? Number(count) : NUMBER_WORDS.indexOf(count) + 1
  return end === undefined
    ? undefined
    : [{ kind: "once", date: addDays(end, -number * (unit === "tuan" ? 7 : 1)) }]
}

const EVERY_DAY = /^(?:(?:vao )?(?:hang|moi|tat ca cac|cac) ngay|ngay nao cung(?: gui| nhac)?|ngay ngay)$/
const EVERY_WORKDAY =
  /^(?:(?:vao )?(?:cac|moi|hang|nhung) )?ngay (?:lam viec|hanh chinh|trong tuan|thuong)(?: trong tuan| hang tuan)?$/
const WEEKLY_BEHIND = /[ ,]+(?:(?:hang|moi) tuan|tuan nao cung|lap lai|dinh ky|deu dan)$/
const WEEKLY_BEFORE =
  /^(?:vao )?(?:(?:hang|moi) tuan,? (?:vao )?(?:cac )?|cac ngay |nhung ngay |cac |moi |hang |nhung |tat ca cac |cu )/

function readRepeated(words: string, span: Lasting): readonly Days[] | undefined {
  if (EVERY_DAY.test(words)) return [weekly(WEEK, span)]
  if (EVERY_WORKDAY.test(words)) return [weekly(WORKDAYS, span)]
  const [, left] = /^(?:vao )?(?:hang|moi|cac) ngay,? tru (?:cac )?(.+)$/.exec(words) ?? []
  const without = left === undefined ? undefined : weekdaysListed(left)
  if (without !== undefined) {
    const days = WEEK.filter((day) => !without.includes(day))
    return days.length === 0 ? undefined : [weekly(days, span)]
  }
  if (/^(?:hang|moi) tuan$/.test(words)) return [weekly(["monday"], span), weekly(["friday"], span)]
  if (/^(?:(?:hang|moi|cac) )cuoi tuan$|^cuoi tuan (?:hang|moi) tuan$/.test(words)) {
    return [weekly(["friday"], span), weekly(["saturday"], span)]
  }
  const inner = words.replace(WEEKLY_BEHIND, "").replace(WEEKLY_BEFORE, "")
  const days = weekdaysListed(inner.replace(/^(?:dau|cuoi) tuan,? | (?:dau|cuoi) tuan$/g, ""))
  const isRepeated =
    inner !== words || (days?.length ?? 0) > 1 || span.until !== undefined || span.from !== undefined
  if (days !== undefined) return isRepeated ? [weekly(days, span)] : undefined
  return readMonthly(words, span)
}

function readMonthly(words: string, span: Lasting): readonly Days[] | undefined {
  const monthly = (day: number): Days => ({ kind: "monthly", day, ...span })
  if (/^(?:hang|moi) thang$/.test(words)) return [monthly(1), monthly(31)]
  if (
    /^(?:ngay )?cuoi (?:cung )?(?:thang )?(?:hang|moi|cac) ?thang$|^(?:hang|moi) thang,? (?:vao )?(?:ngay )?cuoi(?: thang)?$/.test(
      words,
    )
  ) {
    return [monthly(31)]
  }
  if (
    /^(?:ngay )?dau (?:tien )?(?:thang )?(?:hang|moi|cac) ?thang$|^(?:hang|moi) thang,? (?:vao )?(?:ngay )?dau(?: thang)?$/.test(
      words,
    )
  ) {
    return [monthly(1)]
  }
  const [, one, other] =
    /^(?:vao )?ngay (\d{1,2}) (?:hang|moi|cac) thang$|^(?:hang|moi) thang,? (?:vao )?ngay (\d{1,2})$/.exec(
      words,
    ) ?? []
  const day = Number(one ?? other ?? 0)
  return day >= 1 && day <= 31 ? [monthly(day)] : undefined
}

function readOnce(words: string, today: LocalDate): readonly Days[] | undefined {
  if (words === "") return [{ kind: "once", date: today, drift: 1 }]
  const around = readAround(words, today)
  if (around !== undefined) return around
  const reading = parseDate(words.replace(/(?<=^(?:thu |t)\S+) (?:dau|cuoi) tuan$/, ""), today, "future")
  const isWeekday = weekdaySaid(words) !== undefined
  const apart = contradiction(words, reading, today)
  if (apart !== undefined) return apart
  switch (reading.kind) {
    case "day":
      return [{ kind: "once", date: reading.date, ...(isWeekday ? { drift: 7 } : {}) }]
    case "ambiguous": {
      // "t5" is Thursday or May; nothing is sent on a month.
      const days = reading.readings.flatMap((each) => (each.kind === "day" ? [each.date] : []))
      if (days.length === 0) return undefined
      return days.map((date) => ({ kind: "once", date, ...(isWeekday ? { drift: 7 } : {}) }))
    }
    case "month":
      return [reading.from, reading.to]
        .filter((date) => date >= today)
        .map((date) => ({ kind: "once", date }))
    case "range":
      return within(reading.from, reading.to, today)
    default:
      return undefined
  }
}

const BEFORE_A_DATE = new RegExp(`^(${WEEKDAY_SAID}),? (?:ngay )?\\d`)

/** "thứ ba ngày 16/3" when that is a Monday: the date, or the next Tuesday. */
function contradiction(words: string, reading: DateReading, today: LocalDate): readonly Days[] | undefined {
  const day = weekdaySaid(BEFORE_A_DATE.exec(words)?.[1] ?? "")
  if (day === undefined || reading.kind !== "day" || weekdayOf(reading.date) === day) return undefined
  return [
    { kind: "once", date: reading.date },
    { kind: "once", date: nextWeekday(today, day), drift: 7 },
  ]
}

/** Of a week its Monday or its Friday; of longer spans their first or last day. */
function within(from: LocalDate, to: LocalDate, today: LocalDate): readonly Days[] {
  const last = addDays(from, 6) === to ? addDays(from, 4) : to
  return [from, last].filter((date) => date >= today).map((date) => ({ kind: "once", date }))
}

function readAround(words: string, today: LocalDate): readonly Days[] | undefined {
  const [, span] = /^(?:ngay )?cuoi (nam|quy)(?: nay)?$/.exec(words) ?? []
  if (span !== undefined) {
    const month = Number(today.slice(5, 7))
    const last = span === "nam" ? 12 : Math.ceil(month / 3) * 3
    const first = `${today.slice(0, 4)}-${String(last).padStart(2, "0")}-01`
    return [{ kind: "once", date: lastOfMonth(first) }]
  }
  const [, edge, unit, which = "nay"] =
    /^(dau|giua|cuoi) (tuan|thang)(?: (nay|sau|toi))?$/.exec(words.replace(/^ngay (?=cuoi|dau)/, "")) ?? []
  if (edge === undefined) return undefined
  const isNext = which !== "nay"
  if (unit === "thang") {
    const first = addMonths(`${today.slice(0, 7)}-01`, isNext ? 1 : 0)
    const date = edge === "dau" ? first : edge === "giua" ? addDays(first, 14) : lastOfMonth(first)
    const isOver = date < today
    return [{ kind: "once", date: isOver ? addMonths(date, 1) : date }]
  }
  const monday = addDays(mondayOf(today), isNext ? 7 : 0)
  const once = (date: LocalDate): Days => ({
    kind: "once",
    date: date < today ? addDays(date, 7) : date,
    drift: 7,
  })
  if (edge === "dau") return [once(monday)]
  // Work ends on Friday for some and on Saturday for others.
  return edge === "giua" ? [once(addDays(monday, 2))] : [once(addDays(monday, 4)), once(addDays(monday, 5))]
}
