import {
  addDays,
  formatDay,
  instantAt,
  type LocalDate,
  localDate,
  localTime,
  WEEK,
  type Weekday,
  weekdayOf,
} from "../clock.ts"
import { NUMBER_WORDS } from "./number.ts"
import { takeTime } from "./time-of-day.ts"
import { WEEKDAY_SAID } from "./weekday.ts"
import { type Days, readDays } from "./when-days.ts"
import type { WhenContext } from "./when-span.ts"
import { plainWords } from "./when-words.ts"

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
  /** `second`: the other one of two that have an hour each. */
  | { readonly kind: "when"; readonly when: When; readonly second?: When }
  | { readonly kind: "ambiguous"; readonly readings: readonly When[] }
  | { readonly kind: "past" }
  | { readonly kind: "unreadable" }

const MAX_LENGTH = 160
const UNREADABLE: WhenReading = { kind: "unreadable" }
const PAST: WhenReading = { kind: "past" }

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
  return readFromNow(words, context) ?? readTwo(words, context) ?? readClock(words, context)
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

const COUNT = `(\\d{1,3}|nua|${NUMBER_WORDS.join("|")})`
const FROM_NOW = new RegExp(
  `^(sau |trong )?${COUNT} ?(tieng|gio|h|phut|p|ph)(?: dong ho)?( ruoi)?(?: (\\d{1,2})(?: ?(?:phut|p))?)?( nua| sau)?$`,
)

/** "2 tiếng nữa", "sau 30 phút", "nửa tiếng nữa", "1 tiếng rưỡi nữa": to the minute. */
function readFromNow(words: string, { now, timeZone }: WhenContext): WhenReading | undefined {
  const [, before, count = "", unit = "", half, more = "0", behind] = FROM_NOW.exec(words) ?? []
  // "8 giờ" is an hour of the day.
  if (before === undefined && behind === undefined) return undefined
  const number = count === "nua" ? 0.5 : /^\d/.test(count) ? Number(count) : NUMBER_WORDS.indexOf(count) + 1
  const isHours = ["tieng", "gio", "h"].includes(unit)
  const minutes = isHours ? (number + (half === undefined ? 0 : 0.5)) * 60 + Number(more) : number
  if (minutes <= 0 || (!isHours && half !== undefined)) return UNREADABLE
  const at = Math.ceil(now / 60_000) * 60_000 + Math.round(minutes) * 60_000
  return {
    kind: "when",
    when: { kind: "once", date: localDate(at, timeZone), time: localTime(at, timeZone) },
  }
}

const WEEKDAY = new RegExp(`(?:^| )${WEEKDAY_SAID}(?= |,|$)`)
const HOUR_OF_ITS_OWN = /(?:^| )(?:sang|trua|chieu|toi|\d{1,2} ?(?:h|gio|g|:))/
const BETWEEN = /,? (?:va|voi|cung) |, /g
const WEEKLY_UNTIL = /(?:,? (?:hang|moi) tuan)?((?:,? den .+)?)$/

/** "sáng thứ 2 và chiều thứ 5": two days of the week, each with its own hour. */
function readTwo(words: string, context: WhenContext): WhenReading | undefined {
  for (const { index, 0: gap } of words.matchAll(BETWEEN)) {
    const halves = [words.slice(0, index), words.slice(index + gap.length)]
    if (!halves.every((half) => WEEKDAY.test(half) && HOUR_OF_ITS_OWN.test(half))) continue
    const until = WEEKLY_UNTIL.exec(words)?.[1] ?? ""
    const [first, second] = halves.map((half) =>
      readClock(
        `${half.replace(WEEKLY_UNTIL, "").replace(/^(?:cac|moi|hang) /, "")} hang tuan${until}`,
        context,
      ),
    )
    if (first?.kind !== "when" || second?.kind !== "when") continue
    const areWeekly = first.when.kind === "weekly" && second.when.kind === "weekly"
    if (areWeekly && first.when.time !== second.when.time) return { ...first, second: second.when }
  }
  return undefined
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
