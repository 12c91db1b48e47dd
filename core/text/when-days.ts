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

/** What words about time refer to: the moment (epoch milliseconds), the zone and the ends people speak of. */
export type WhenContext = {
  readonly now: number
  readonly timeZone: string
  /** The running phase's last day, and the last days of all phases in their order. */
  readonly phaseEndsOn?: LocalDate
  readonly phasesEndOn?: readonly LocalDate[]
  readonly campaignEndsOn?: LocalDate
}

/** Days before their hour is known. `drift`: when it is past the next week's, or tomorrow, is meant. */
export type Days =
  | { readonly kind: "once"; readonly date: LocalDate; readonly drift?: number }
  | (Lasting & { readonly kind: "weekly"; readonly days: readonly Weekday[] })
  | (Lasting & { readonly kind: "monthly"; readonly day: number })

/** The first and last day of what repeats, as far as they were said. */
type Lasting = { readonly from?: LocalDate; readonly until?: LocalDate }

const WORKDAYS = WEEK.slice(0, 5)
const DAY_WORDS = ["hai", "ba", "tu", "nam", "sau", "bay"]

/** The days that plain words (`plainWords`) without an hour mean; several must be asked for, undefined for none. */
export function readDays(words: string, context: WhenContext): readonly Days[] | undefined {
  const today = localDate(context.now, context.timeZone)
  const before = readBeforeTheEnd(words, context)
  if (before !== undefined) return before
  const listed = weekdayRange(words)
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

const DAY_NAME = "(?:(?:thu |t)(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)"

/** "thứ 2 đến thứ 6" → "thu 2,thu 3,…". */
function weekdayRange(words: string): string {
  const range = new RegExp(
    `(?:^|(?<= ))(?:tu )?(${DAY_NAME}) ?(?:den|-|toi) ?(${DAY_NAME}|[2-7](?![\\d/]))(?= |,|$)`,
  )
  return words.replace(range, (whole, first: string, last: string) => {
    const [from, to] = [weekdayNumber(first), weekdayNumber(last)]
    if (from < 0 || to <= from) return whole
    return `cac ${WEEK.slice(from, to + 1)
      .map(dayWord)
      .join(",")}`
  })
}

function dayWord(day: Weekday): string {
  return day === "sunday" ? "chu nhat" : `thu ${WEEK.indexOf(day) + 2}`
}

/** 0 for Monday; -1 when it is none. */
function weekdayNumber(word: string): number {
  if (/^(?:chu nhat|cn)$/.test(word)) return 6
  const name = word.replace(/^(?:thu |t)/, "")
  return /^\d$/.test(name) ? Number(name) - 2 : DAY_WORDS.indexOf(name)
}

/** "trong 4 tuần", "trong tháng này", behind what repeats. */
const LASTING =
  /(?<=(?:hang|moi|cac) .*),? trong (?:vong )?(?:(\d{1,2}) (ngay|tuan|thang)(?: (?:toi|nua|lien))?|(tuan|thang) nay)$/

function lastOf(count: number, unit: string, { now, timeZone }: WhenContext): LocalDate | undefined {
  const today = localDate(now, timeZone)
  if (count < 1) return undefined
  return unit === "thang" ? addMonths(today, count) : addDays(today, count * (unit === "tuan" ? 7 : 1))
}

const UNTIL = /(?:^|,? )(?:keo dai |lien tuc |cho |lap lai )*den(?: khi)? (.+)$/

/** The last day; null when words about one are there and cannot be read. */
function takeUntil(
  words: string,
  context: WhenContext,
): { rest: string; until?: LocalDate | null; endless?: true } {
  const lasting = LASTING.exec(words)
  if (lasting !== null) {
    const [, count, unit = "", whole] = lasting
    const rest = words.slice(0, lasting.index).trim()
    const until = whole === undefined ? lastOf(Number(count), unit, context) : endOf(`${whole} nay`, context)
    return { rest, until: until ?? null }
  }
  const found = UNTIL.exec(words)
  if (found === null) return { rest: words }
  const rest = words.slice(0, found.index).trim()
  const last = (found[1] ?? "").trim()
  if (/^(?:dat|du|hoan thanh|xong)(?: (?:chi tieu|ke hoach|du))*$/.test(last)) return { rest, endless: true }
  // "đến 31/5 các thứ hai": what comes behind the day belongs to the days.
  const [, end = last, behind = ""] =
    /^(.+?),? ((?:cac |moi |hang |vao |thu |t[2-7]|chu nhat|cn|sang |trua |chieu |toi ).+|(?:moi|hang) ngay)$/.exec(
      last,
    ) ?? []
  return { rest: `${rest} ${behind}`.trim(), until: endOf(end, context) ?? null }
}

function endOf(words: string, context: WhenContext): LocalDate | undefined {
  const today = localDate(context.now, context.timeZone)
  const name = words
    .replace(/^(?:het ngay|het|cuoi|ngay cuoi|tan) /, "")
    .replace(/^ngay (?=\d{1,2}[/.-])/, "")
  const phase = /^(?:giai doan|gd)(?: (?:nay|hien tai))?(?: ?(\d))?$/.exec(name)
  if (phase !== null) {
    return phase[1] === undefined ? context.phaseEndsOn : context.phasesEndOn?.[Number(phase[1]) - 1]
  }
  if (/^(?:chuong trinh|phong trao|chien dich)$/.test(name)) return context.campaignEndsOn
  if (/^(?:thang|tuan|nam|quy)$/.test(name)) return lastDayOf(parseDate(`${name} nay`, today, "future"))
  return lastDayOf(parseDate(name, today, "future"))
}

function lastDayOf(reading: DateReading): LocalDate | undefined {
  if (reading.kind === "day" || reading.kind === "instant") return reading.date
  return reading.kind === "month" || reading.kind === "range" ? reading.to : undefined
}

const FROM =
  /(?:^|,? )(?:bat dau )?(?<!thu )tu (hom nay|(?:ngay )?mai|ngay kia|(?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|ngay \d{1,2}|(?:dau )?(?:tuan|thang) (?:sau|toi))(?= |,|$)/

function takeFrom(words: string, today: LocalDate): { rest: string; from?: LocalDate } {
  const found = FROM.exec(words)
  if (found === null) return { rest: words }
  const reading = parseDate((found[1] ?? "").replace(/^dau /, ""), today, "future")
  const from = reading.kind === "day" ? reading.date : "from" in reading ? reading.from : undefined
  const rest = `${words.slice(0, found.index)} ${words.slice(found.index + found[0].length)}`
  return from === undefined ? { rest: words } : { rest: rest.replace(/[ ,]+/g, " ").trim(), from }
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
  const without = left === undefined ? undefined : weekdaysOf(left)
  if (without !== undefined) {
    const days = WEEK.filter((day) => !without.includes(day))
    return days.length === 0 ? undefined : [weekly(days, span)]
  }
  if (/^(?:hang|moi) tuan$/.test(words)) return [weekly(["monday"], span), weekly(["friday"], span)]
  if (/^(?:(?:hang|moi|cac) )cuoi tuan$|^cuoi tuan (?:hang|moi) tuan$/.test(words)) {
    return [weekly(["friday"], span), weekly(["saturday"], span)]
  }
  const inner = words.replace(WEEKLY_BEHIND, "").replace(WEEKLY_BEFORE, "")
  const days = weekdaysOf(inner.replace(/^(?:dau|cuoi) tuan,? | (?:dau|cuoi) tuan$/g, ""))
  const isRepeated =
    inner !== words || (days?.length ?? 0) > 1 || span.until !== undefined || span.from !== undefined
  if (days !== undefined) return isRepeated ? [weekly(days, span)] : undefined
  return readMonthly(words, span)
}

/** "thu 2, 4, 6", "thu hai va thu nam": undefined when anything else stands there. */
function weekdaysOf(words: string): readonly Weekday[] | undefined {
  const names = words
    .split(/ ?(?:,|&|\+|-| va | voi ) ?| (?=thu |t[2-7]|chu nhat|cn)/)
    .map((name) => name.trim())
  if (!new RegExp(`^${DAY_NAME}$`).test(names[0] ?? "")) return undefined
  const days = names.filter((name) => name !== "").map((name) => WEEK[weekdayNumber(name)])
  return days.every((day) => day !== undefined) ? days : undefined
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
  const isWeekday = new RegExp(`^${DAY_NAME}$`).test(words)
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

/** "thứ ba ngày 16/3" when that is a Monday: the date, or the next Tuesday. */
function contradiction(words: string, reading: DateReading, today: LocalDate): readonly Days[] | undefined {
  const name = new RegExp(`^(${DAY_NAME}),? (?:ngay )?\\d`).exec(words)?.[1]
  const day = name === undefined ? undefined : WEEK[weekdayNumber(name)]
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
