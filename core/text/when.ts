import {
  addDays,
  addMonths,
  formatDay,
  instantAt,
  type LocalDate,
  lastOfMonth,
  localDate,
  localTime,
  WEEK,
  type Weekday,
  weekdayOf,
} from "../clock.ts"
import { type DateReading, parseDate, takeTime } from "./dates.ts"
import { COUNT_WORDS, plainWords } from "./when-words.ts"

/**
 * When something is to be sent. Days are local days, `time` is "HH:MM" on the local clock, `until` is the last day.
 * A `weekly` one on all seven days is a daily one; `monthly` on day 31 means the last day of every month.
 */
export type When =
  | { readonly kind: "now" }
  | { readonly kind: "once"; readonly date: LocalDate; readonly time: string }
  | (Repeated & { readonly kind: "weekly"; readonly days: readonly Weekday[] })
  | (Repeated & { readonly kind: "monthly"; readonly day: number })

type Repeated = { readonly time: string; readonly from?: LocalDate; readonly until?: LocalDate }

/** What the words mean; several `readings` must be asked for; `past` is over already. */
export type WhenReading =
  | { readonly kind: "when"; readonly when: When }
  | { readonly kind: "ambiguous"; readonly readings: readonly When[] }
  | { readonly kind: "past" }
  | { readonly kind: "unreadable" }

/** What words about time refer to: the moment (epoch milliseconds), the zone and the ends people speak of. */
export type WhenContext = {
  readonly now: number
  readonly timeZone: string
  /** The running phase's last day, and the last days of all phases in their order. */
  readonly phaseEndsOn?: LocalDate
  readonly phasesEndOn?: readonly LocalDate[]
  readonly campaignEndsOn?: LocalDate
}

const MAX_LENGTH = 160
const UNREADABLE: WhenReading = { kind: "unreadable" }
const PAST: WhenReading = { kind: "past" }

const WORKDAYS = WEEK.slice(0, 5)
const DAY_WORDS = ["hai", "ba", "tu", "nam", "sau", "bay"]
const SPOKEN = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]

/** The hour that stands for a part of the day; the usual beginning of work when nothing is said. */
const PART_HOURS: Readonly<Record<string, string>> = {
  "dau gio sang": "08:00",
  "dau gio chieu": "13:30",
  "cuoi gio chieu": "16:30",
  sang: "08:00",
  trua: "11:30",
  chieu: "14:00",
  toi: "19:00",
}
const USUAL_HOUR = "08:00"

/**
 * Reads when something is to be sent, as typed, with or without marks: "ngay", "chiều mai", "8h thứ hai hằng tuần đến
 * 31/5", "2 tiếng nữa", "trước khi hết giai đoạn 3 ngày". Nothing is guessed: "3h" may be 15:00, so both are given back.
 * Without an hour 8:00 is meant, or that of the part of the day. Longer than 160 characters is unreadable.
 */
export function parseWhen(text: string, context: WhenContext): WhenReading {
  if (text.length > MAX_LENGTH) return UNREADABLE
  const words = plainWords(text)
  if (words === "") return UNREADABLE
  if (NOW.test(words)) return { kind: "when", when: { kind: "now" } }
  return readFromNow(words, context) ?? readClock(words, context)
}

/** A moment as people say it, which `parseWhen` reads as the same: "lúc 8:00 các thứ Hai đến 31/5". */
export function formatWhen(when: When, today: LocalDate): string {
  if (when.kind === "now") return "ngay"
  const hour = `lúc ${shortTime(when.time)}`
  if (when.kind === "once") {
    return `${hour} ${SPOKEN[WEEK.indexOf(weekdayOf(when.date))]} ${formatDay(when.date, "date")}`
  }
  const span = [
    ...(when.from === undefined ? [] : [`từ ${spanText(when.from, today)}`]),
    ...(when.until === undefined ? [] : [`đến ${spanText(when.until, today)}`]),
  ]
  return [hour, repeatText(when), ...span].join(" ")
}

function repeatText(when: Exclude<When, { kind: "now" | "once" }>): string {
  if (when.kind === "monthly") return when.day === 31 ? "ngày cuối mỗi tháng" : `ngày ${when.day} mỗi tháng`
  if (when.days.length === 7) return "mỗi ngày"
  return `các ${when.days.map((day) => SPOKEN[WEEK.indexOf(day)]).join(", ")}`
}

/** "08:00" as "8:00". */
function shortTime(time: string): string {
  return time.replace(/^0/, "")
}

/** Without its year when the nearest such day is meant. */
function spanText(date: LocalDate, today: LocalDate): string {
  const isNear = date.slice(0, 4) === today.slice(0, 4) && date >= today
  return formatDay(date, isNear ? "day" : "date")
}

// ---- Words

const NOW =
  /^(?:(?:luon va )?ngay(?: (?:va luon|bay gio|lap tuc|luon|lien|luc nay))?|bay (?:gio|h)|(?:gio )?luon(?: bay gio)?|lap tuc|lien|luc nay|hien tai)$/

const COUNT = `(\\d{1,3}|nua|${COUNT_WORDS.join("|")})`
const FROM_NOW = new RegExp(
  `^(sau |trong )?${COUNT} ?(tieng|gio|h|phut|p|ph)(?: dong ho)?( ruoi)?(?: (\\d{1,2})(?: ?(?:phut|p))?)?( nua| sau)?$`,
)

/** "2 tiếng nữa", "sau 30 phút", "nửa tiếng nữa", "1 tiếng rưỡi nữa": to the minute. */
function readFromNow(words: string, { now, timeZone }: WhenContext): WhenReading | undefined {
  const [, before, count = "", unit = "", half, more = "0", behind] = FROM_NOW.exec(words) ?? []
  // "8 giờ" is an hour of the day.
  if (before === undefined && behind === undefined) return undefined
  const number = count === "nua" ? 0.5 : /^\d/.test(count) ? Number(count) : COUNT_WORDS.indexOf(count) + 1
  const isHours = ["tieng", "gio", "h"].includes(unit)
  const minutes = isHours ? (number + (half === undefined ? 0 : 0.5)) * 60 + Number(more) : number
  if (minutes <= 0 || (!isHours && half !== undefined)) return UNREADABLE
  const at = Math.ceil(now / 60_000) * 60_000 + Math.round(minutes) * 60_000
  return {
    kind: "when",
    when: { kind: "once", date: localDate(at, timeZone), time: localTime(at, timeZone) },
  }
}

type Hours = { readonly times: readonly string[]; readonly rest: string }

function readClock(words: string, context: WhenContext): WhenReading {
  const taken = takeHour(words)
  if (taken === undefined) return UNREADABLE
  const found = readDays(taken.rest.replace(/^[ ,]+|[ ,]+$/g, ""), context)
  if (found === undefined) return UNREADABLE
  const whens = found.flatMap((days) => taken.times.flatMap((time) => placed(days, time, context)))
  const [only] = whens
  if (only === undefined) return PAST
  return whens.length === 1 ? { kind: "when", when: only } : { kind: "ambiguous", readings: whens }
}

/** The hour, or both that are meant by "3h": nobody says whether before dawn or in the afternoon. */
function takeHour(words: string): Hours | undefined {
  const part = /(?:^| )(?:buoi )?((?:dau gio |cuoi gio )?(?:sang|trua|chieu|toi|dem|khuya))(?= |,|$)/.exec(
    words,
  )
  const { time, rest } = takeTime(words)
  if (rest === "?" || time === "24:00") return undefined
  if (time === undefined) {
    const said = part?.[1]
    if (said === undefined) return { times: [USUAL_HOUR], rest: words }
    const hour = PART_HOURS[said]
    return hour === undefined
      ? undefined
      : {
          times: [hour],
          rest: words
            .replace(part?.[0] ?? "", " ")
            .replace(/ +/g, " ")
            .trim(),
        }
  }
  const hour = Number(time.slice(0, 2))
  if (
    part === null &&
    hour >= 1 &&
    hour <= 6 &&
    !/(?:^|\D)\d?\d(?::\d\d)? ?(?:am|pm|sa|ch)(?: |$)/.test(words)
  ) {
    return { times: [`${hour + 12}${time.slice(2)}`, time], rest }
  }
  return { times: [time], rest }
}

/** Days before their hour is known. `drift`: when it is past the next week's, or tomorrow, is meant. */
type Days =
  | { readonly kind: "once"; readonly date: LocalDate; readonly drift?: number }
  | {
      readonly kind: "weekly"
      readonly days: readonly Weekday[]
      readonly from?: LocalDate
      readonly until?: LocalDate
    }
  | { readonly kind: "monthly"; readonly day: number; readonly from?: LocalDate; readonly until?: LocalDate }

function placed(days: Days, time: string, { now, timeZone }: WhenContext): readonly When[] {
  const today = localDate(now, timeZone)
  if (days.kind !== "once") {
    const isOver = days.until !== undefined && days.until < (days.from ?? today)
    return isOver ? [] : [{ ...days, time }]
  }
  const isPast = instantAt(days.date, time, timeZone) <= now
  if (!isPast) return [{ kind: "once", date: days.date, time }]
  return days.drift === undefined ? [] : [{ kind: "once", date: addDays(days.date, days.drift), time }]
}

// ---- Days

function readDays(words: string, context: WhenContext): readonly Days[] | undefined {
  const today = localDate(context.now, context.timeZone)
  const before = readBeforeTheEnd(words, context)
  if (before !== undefined) return before
  const listed = weekdayRange(words)
  const { rest: untilRest, until, endless } = takeUntil(listed, context)
  if (until === null) return undefined
  const { rest, from } = takeFrom(untilRest, today)
  const span = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
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

function weekly(
  days: readonly Weekday[],
  span: { readonly from?: LocalDate; readonly until?: LocalDate },
): Days {
  return { kind: "weekly", days: WEEK.filter((day) => days.includes(day)), ...span }
}

const END_NAMES = "(giai doan|gd|chuong trinh|phong trao|chien dich|han(?: chot)?)(?: (?:nay|hien tai))?"
const DAYS_COUNT = `(\\d{1,2}|${COUNT_WORDS.join("|")}) (ngay|tuan)`
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
  const number = /^\d/.test(count) ? Number(count) : COUNT_WORDS.indexOf(count) + 1
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

function readRepeated(
  words: string,
  span: { readonly from?: LocalDate; readonly until?: LocalDate },
): readonly Days[] | undefined {
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

function readMonthly(
  words: string,
  span: { readonly from?: LocalDate; readonly until?: LocalDate },
): readonly Days[] | undefined {
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
  const ahead = Array.from({ length: 7 }, (_, days) => addDays(today, days))
  const next = ahead.find((date) => weekdayOf(date) === day) ?? today
  return [
    { kind: "once", date: reading.date },
    { kind: "once", date: next, drift: 7 },
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
  const monday = addDays(today, (isNext ? 7 : 0) - WEEK.indexOf(weekdayOf(today)))
  const once = (date: LocalDate): Days => ({
    kind: "once",
    date: date < today ? addDays(date, 7) : date,
    drift: 7,
  })
  if (edge === "dau") return [once(monday)]
  // Work ends on Friday for some and on Saturday for others.
  return edge === "giua" ? [once(addDays(monday, 2))] : [once(addDays(monday, 4)), once(addDays(monday, 5))]
}
