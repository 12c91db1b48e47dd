import type { Campaign, Counter, GoalPeriod } from "../campaign/campaign.ts"
import {
  addDays,
  addMonths,
  formatLocal,
  type LocalDate,
  lastClosing,
  localDate,
  type Span,
  startOfDay,
  WEEK,
} from "../clock.ts"
import { given } from "../given.ts"
import { compact, type SearchableUnit } from "../intake/unit-index.ts"
import { findUnit } from "../intake/unit-search.ts"
import type { DateReading } from "../text/date-reading.ts"
import { parseDate } from "../text/dates.ts"
import { fold, foldWords } from "../text/fold.ts"
import { NUMBER_WORDS } from "../text/number.ts"
import { oneOf } from "../text/pattern.ts"
import { RECENT_DAYS } from "../text/recent-days.ts"
import type { PeriodAsk } from "./plan.ts"
import { type SectorWish, takeSector } from "./sector-words.ts"

/** What a number may be expanded by: one of the counters, or what was taken back. */
export type RecordKind = Counter | "corrections"

/** "tổng hợp tuần trước may tng chi tiết công nhận trang 2", understood. */
export type TallyWish = {
  readonly ask: PeriodAsk
  /** What named the period, as typed; empty for none. */
  readonly period: string
  /** What is left: a unit, as typed; empty for none. */
  readonly unit: string
  /** By sector, or of those that are named. */
  readonly sector?: SectorWish
  /** The records behind the numbers; `page` from 1. undefined: the tally itself. */
  readonly details: { readonly kind: RecordKind; readonly page: number } | undefined
  /** The phase or peak period meant, when it has not begun: then there is nothing to tell yet. */
  readonly ahead?: GoalPeriod
}

const DETAILS =
  /(?:^| )chi tiet(?: (dang ky|cong nhan|len cong|dieu chinh|rut|huy))?(?: trang (\d{1,4}))?(?: nhe| a| giup (?:anh|chi|em))?$/
const KINDS: Readonly<Record<string, RecordKind>> = {
  "dang ky": "registered",
  "cong nhan": "recognized",
  "len cong": "onPortal",
  "dieu chinh": "corrections",
  rut: "corrections",
  huy: "corrections",
}
/** Said to a person or of the figures, meaning no unit: "tổng hợp tuần này cho anh với nhé", "tháng 3 công nhận bao nhiêu, lên cổng bao nhiêu". */
const NO_UNIT = new RegExp(
  `^(?:${oneOf(
    "cho, giup, gium, ho, voi, nhe, nha, a, anh, chi, em, di, xem, in, ra, cai, nay, oi, luon, ngay, roi, duoc, la, thi, co, va",
    "ket qua, so lieu, bao cao, tong hop, dang ky, cong nhan, len cong, bao nhieu, may cai, the nao, ra sao, thoi, pdf, file, anh",
    "(?:gui|trinh|nop|len|cho)? ?(?:sep|lanh dao|cap tren|bch|btv|chu tich), (?:gui|trinh|nop|len) tinh",
  )}(?: |$))+$`,
)
const BEFORE = "(?:truoc|roi|vua roi|vua qua|qua|ngoai)"
/** "giai đoạn một" */
const COUNTED = "(?:mot|hai|ba|bon)"
const RECENT_AT = new RegExp(`^${RECENT_DAYS}`)
const DAYS_OF_MONTH = 30
/** "từ đầu năm đến nay" */
const UP_TO_NOW = "(?: (?:den|toi)(?: het)?(?: (?:hom|bay))? (?:nay|gio))?"
/** "từ 1/3 đến nay", "tới giờ", "den hom nay". */
const TO_NOW = /(?:^| )(?:đến|den|tới|toi) (?:hôm |hom |bây |bay )?(?:nay|giờ|gio)$/iu
/** "đến 15/4", "tính đến hết ngày 15/4": all of the campaign up to a day. */
const UNTIL = /^(?:tính |tinh )?(?:đến|den|tới|toi) (?:hết |het )?(?:ngày |ngay )?(\d[\d/.-]*)$/iu
/** "đến hôm nay", "tính đến giờ" and, where "nay" was taken for the end of a request, "đến" alone: all of it. */
const UNTIL_NOW = /^(?:tính |tinh )?(?:đến|den|tới|toi)(?: (?:hôm |hom |bây |bay )?(?:nay|giờ|gio))?$/iu
/** What a period begins with where it stands behind a unit. */
const ENDS_WITH = /^(?:tuan|thang|giai|gd|dot|quy|hom|ca|tu|den)$/
/** More words than these are no date. */
const LONGEST_DATE = 8

/** What the words for a period are read by: the campaign's own periods, and `now` (epoch milliseconds) in `zone`. */
export type Calendar = { readonly campaign: Campaign; readonly now: number; readonly zone: string }

/**
 * Reads what followed "tổng hợp". Without a period the week is meant. With the known `units` a name that holds the words of a period,
 * "CĐCS Tháng Tám", is told from one.
 */
export function readTallyWish(
  rest: string,
  calendar: Calendar,
  units: readonly SearchableUnit[] = [],
): TallyWish {
  const { campaign, now } = calendar
  const { head, details } = takeDetails(rest)
  const typed = head.split(/\s+/).filter((word) => word !== "")
  const { words, sector } = takeSector(typed, campaign.sectors)
  const { ask, period, unit, ahead } = periodAndUnit(words, calendar, units)
  return {
    // Few have stated one this week: of sectors all there are is asked.
    ask: sector !== undefined && period === "" ? { period: "campaign", at: now } : ask,
    period,
    ...given({ sector, ahead }),
    unit,
    details,
  }
}

/** `at`: the word the period begins with; undefined without one. */
type Divided = Omit<Taken, "taken"> & {
  readonly at: number | undefined
  readonly period: string
  readonly unit: string
}

/**
 * "tuần trước KCN", "KCN tuần trước": of all ways to divide the words the one that is a unit's own code or name, that leaves nothing
 * but a period, or that has the longest name of a unit.
 */
function periodAndUnit(
  words: readonly string[],
  calendar: Calendar,
  units: readonly SearchableUnit[],
): Divided {
  const ways = waysToDivide(words, calendar)
  const isCalled = ({ code, nameKey }: SearchableUnit) =>
    compact(code) === compact(ways[0].unit) || nameKey === foldWords(ways[0].unit)
  if (ways[0].unit !== "" && units.some(isCalled)) return ways[0]
  const whole = ways.find(({ unit, period }) => unit === "" && period !== "")
  if (whole !== undefined) return whole
  const named = ways.filter(({ unit }) => unit !== "" && findUnit(unit, units).kind === "sure")
  const [longest] = named.toSorted((one, other) => other.unit.length - one.unit.length)
  if (longest !== undefined) return longest
  // "Trường 3 tháng 2" and "Trường 19/5" are called so.
  const isBehindNumber = (at: number) => /^\d+$/.test(words[at - 1] ?? "")
  return ways.find(({ at }) => at !== undefined && !isBehindNumber(at)) ?? ways[0]
}

/** Without any period, then by each place where one may stand, a unit before or behind it. */
function waysToDivide(words: readonly string[], calendar: Calendar): readonly [Divided, ...Divided[]] {
  const unitOf = (left: readonly string[]) => {
    const unit = left
      .join(" ")
      .replace(/(?:^|\s)(?:trong|của|cua)$/iu, "")
      .replace(/^(?:cho|của|cua|ở|tại|tai|thuộc|thuoc)\s+(?=\S)/iu, "")
    return NO_UNIT.test(fold(unit).replace(/[,;.?]/g, "")) ? "" : unit
  }
  const ask: PeriodAsk = { period: "week", at: calendar.now }
  const none: Divided = { ask, at: undefined, period: "", unit: unitOf(words) }
  const others = words.flatMap((word, at): readonly Divided[] => {
    const mayBegin = ENDS_WITH.test(fold(word)) || RECENT_AT.test(fold(words.slice(at, at + 4).join(" ")))
    if (at > 0 && !mayBegin) return []
    const behind = words.slice(at)
    const { taken, ...found } = takePeriod(behind, calendar)
    const left = [unitOf(words.slice(0, at)), unitOf(behind.slice(taken))].filter((each) => each !== "")
    const unit = left.join(" ")
    return taken === 0 || left.length > 1
      ? []
      : [{ ...found, at, period: behind.slice(0, taken).join(" "), unit }]
  })
  return [none, ...others]
}

function takeDetails(rest: string): { readonly head: string; readonly details: TallyWish["details"] } {
  const words = rest.split(/\s+/).filter((word) => word !== "")
  const found = DETAILS.exec(fold(words.join(" ")))
  if (found === null) return { head: rest, details: undefined }
  const count = found[0].trim().split(" ").length
  const kind = KINDS[found[1] ?? ""] ?? "registered"
  return {
    head: words.slice(0, words.length - count).join(" "),
    details: { kind, page: Math.max(1, Number(found[2] ?? 1)) },
  }
}

/** A period as it is named: by its days where it is made of whole ones, else by its hours. */
export function spanWords({ from, to }: Span, zone: string): string {
  const isMidnight = (at: number) => at === startOfDay(localDate(at, zone), zone)
  const first = formatLocal(from, zone, isMidnight(from) ? "date" : "dayHour")
  // The last day names the end, not the midnight behind it.
  const last = isMidnight(to) ? formatLocal(to - 1, zone, "date") : formatLocal(to, zone, "dayHour")
  return first === last ? first : `${first} – ${last}`
}

type Taken = { readonly ask: PeriodAsk; readonly taken: number; readonly ahead?: GoalPeriod }

function takePeriod(words: readonly string[], calendar: Calendar): Taken {
  const { now, zone } = calendar
  const said = fold(words.join(" "))
  const begin = (pattern: string) => new RegExp(`^${pattern}(?= |$)`).exec(said)
  const count = (found: RegExpExecArray) => found[0].split(" ").length
  const named = (found: RegExpExecArray | null, ask: Omit<Taken, "taken"> | undefined): Taken | undefined =>
    found === null || ask === undefined ? undefined : { ...ask, taken: count(found) }
  const plain = (pattern: string, ask: PeriodAsk) => named(begin(pattern), { ask })

  const lastWeek = begin(`tuan ${BEFORE}`)
  const phase = begin(`(?:giai doan|gd) ?(\\d|${COUNTED}|${BEFORE})`)
  const peak = begin(`(?:dot cao diem|tuan cao diem|cao diem|dot) ?(\\d|${COUNTED}|${BEFORE})`)
  const recent = begin(RECENT_DAYS)
  const sinceYear = begin(`tu dau nam(?: nay)?${UP_TO_NOW}`)
  return (
    named(begin(`tuan (?:${BEFORE} nua|kia)`), { ask: { period: "week", at: closingBefore(2, calendar) } }) ??
    named(begin(`thang (?:${BEFORE} nua|kia)`), { ask: { period: "month", at: monthBegan(1, calendar) } }) ??
    named(lastWeek, {
      ask: { period: "week", at: closingBefore(1, calendar) },
    }) ??
    named(recent, recentDays(recent, now, zone)) ??
    named(phase, chosen("phase", phase?.[1], calendar)) ??
    named(peak, chosen("peak", peak?.[1], calendar)) ??
    named(sinceYear, { ask: { period: "dates", from: yearBegan(calendar), at: now } }) ??
    // By its mark, for places are called "… Nam".
    (/^(?:cả )?năm$/iu.test(words.join(" "))
      ? { ask: { period: "dates", from: yearBegan(calendar), at: now }, taken: words.length }
      : undefined) ??
    plain(`tu dau thang(?: nay)?${UP_TO_NOW}`, { period: "month", at: now }) ??
    plain(`tu dau tuan(?: nay)?${UP_TO_NOW}`, { period: "week", at: now }) ??
    plain(`tu dau (?:giai doan|gd)(?: nay)?${UP_TO_NOW}`, { period: "phase", at: now }) ??
    plain(`tu dau(?: (?:chuong trinh|dot|phong trao))?${UP_TO_NOW}`, { period: "campaign", at: now }) ??
    plain("(?:(?:ca|toan|toan bo|het) )?chuong trinh|tat ca", { period: "campaign", at: now }) ??
    plain("(?:dot cao diem|tuan cao diem|cao diem|dot)(?: nay)?", { period: "peak", at: now }) ??
    plain("(?:giai doan|gd)(?: nay)?", { period: "phase", at: now }) ??
    // Ours begin at the closing, not on Monday.
    plain("tuan nay", { period: "week", at: now }) ??
    takeDates(words, now, zone) ??
    plain("thang(?: nay)?", { period: "month", at: now }) ??
    plain("tuan", { period: "week", at: now }) ?? {
      ask: { period: "week", at: now },
      taken: 0,
    }
  )
}

/** The end of the week that closed last, or of the one before it. */
function closingBefore(weeks: 1 | 2, { campaign, now, zone }: Calendar): number {
  const last = lastClosing(now - 1, campaign.weeklyClosing, zone)
  return weeks === 1 ? last : lastClosing(last - 1, campaign.weeklyClosing, zone)
}

/** The beginning of this month, or of the one `back` months before it: the end of the month before. */
function monthBegan(back: number, { now, zone }: Calendar): number {
  return startOfDay(addMonths(`${localDate(now, zone).slice(0, 7)}-01`, -back), zone)
}

/** "2 tuần gần nhất": so many days up to now, today included. */
function recentDays(
  found: RegExpExecArray | null,
  now: number,
  zone: string,
): Omit<Taken, "taken"> | undefined {
  const typed = found?.[1] ?? ""
  const count = Number(typed) || NUMBER_WORDS.indexOf(typed) + 1
  const days = count * (found?.[2] === "tuan" ? WEEK.length : found?.[2] === "thang" ? DAYS_OF_MONTH : 1)
  if (!(days > 0)) return undefined
  return {
    ask: { period: "dates", from: startOfDay(addDays(localDate(now, zone), 1 - days), zone), at: now },
  }
}

/** The first day of the year that the campaign had begun on. */
function yearBegan({ campaign, now, zone }: Calendar): number {
  const newYear: LocalDate = `${localDate(now, zone).slice(0, 4)}-01-01`
  return startOfDay(campaign.startsOn > newYear ? campaign.startsOn : newYear, zone)
}

/** The numbered one of the begun periods, or the one before the present one; as it ended, or as it stands. */
function chosen(
  period: "phase" | "peak",
  which: string | undefined,
  { campaign, now, zone }: Calendar,
): Omit<Taken, "taken"> | undefined {
  const all = period === "phase" ? campaign.phases : campaign.peakPeriods
  const ordered = all.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const begun = ordered.filter((each) => startOfDay(each.startsOn, zone) < now)
  const number = Number(which) || NUMBER_WORDS.indexOf(which ?? "") + 1 || Number.NaN
  // The one before the present one; of one that is over, "vừa rồi" is that one itself.
  const last = begun.at(-1)
  const isOver = last !== undefined && last.endsOn < localDate(now, zone)
  const found = Number.isNaN(number) ? (isOver ? last : begun.at(-2)) : ordered[number - 1]
  if (found === undefined) return undefined
  const end = startOfDay(addDays(found.endsOn, 1), zone)
  const start = startOfDay(found.startsOn, zone)
  const ask = { period, at: Math.min(end, Math.max(now, start)) }
  return start >= now ? { ask, ahead: found } : { ask }
}

/** The longest beginning that is a day, a month or a range. A whole month is a month's tally. */
function takeDates(words: readonly string[], now: number, zone: string): Taken | undefined {
  const today = localDate(now, zone)
  for (let taken = Math.min(LONGEST_DATE, words.length); taken > 0; taken--) {
    const text = words.slice(0, taken).join(" ")
    if (!/\d|nay$|gio$|^(?:tinh )?(?:den|toi)$|qua$|truoc$|roi$|ngoai$|kia$|quy|^thang \S/.test(fold(text)))
      continue
    if (UNTIL_NOW.test(text)) return { ask: { period: "campaign", at: now }, taken }
    const until = UNTIL.exec(text)?.[1]
    if (until !== undefined) {
      const last = parseDate(until, today)
      if (last.kind === "day")
        return { ask: { period: "campaign", at: dayAfter(last.date, now, zone) }, taken }
    }
    const ask = askOf(parseDate(text.replace(TO_NOW, ` đến ${today}`), today), now, zone)
    if (ask !== undefined) return { ask, taken }
  }
  return undefined
}

/** The end of a day, or now when that comes first. */
function dayAfter(last: LocalDate, now: number, zone: string): number {
  return Math.min(now, startOfDay(addDays(last, 1), zone))
}

function askOf(reading: DateReading, now: number, zone: string): PeriodAsk | undefined {
  const until = (last: LocalDate) => dayAfter(last, now, zone)
  switch (reading.kind) {
    case "day":
      return { period: "dates", from: startOfDay(reading.date, zone), at: until(reading.date) }
    case "month":
    case "range": {
      const { from, to } = reading
      const isMonth =
        from.endsWith("-01") && addDays(to, 1).endsWith("-01") && from.slice(0, 7) === to.slice(0, 7)
      if (isMonth) return { period: "month", at: until(to) }
      return { period: "dates", from: startOfDay(from, zone), at: until(to) }
    }
    case "instant":
    case "ambiguous":
    case "unreadable":
      return undefined
    default:
      return reading satisfies never
  }
}
