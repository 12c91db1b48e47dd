import type { Campaign, GoalPeriod } from "../campaign/campaign.ts"
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
import type { DateReading } from "../text/date-reading.ts"
import { parseDate } from "../text/dates.ts"
import { fold } from "../text/fold.ts"
import { NUMBER_WORDS } from "../text/number.ts"
import { RECENT_DAYS } from "../text/recent-days.ts"
import type { PeriodAsk } from "./plan.ts"

const BEFORE = "(?:truoc|roi|vua roi|vua qua|qua|ngoai)"
/** "giai đoạn một" */
const COUNTED = "(?:mot|hai|ba|bon)"
const DAYS_OF_MONTH = 30
/** "từ đầu năm đến nay" */
const UP_TO_NOW = "(?: (?:den|toi)(?: het)?(?: (?:hom|bay))? (?:nay|gio))?"
/** "từ 1/3 đến nay", "tới giờ", "den hom nay". */
const TO_NOW = /(?:^| )(?:đến|den|tới|toi) (?:hôm |hom |bây |bay )?(?:nay|giờ|gio)$/iu
/** "đến 15/4", "tính đến hết ngày 15/4": all of the campaign up to a day. */
const UNTIL = /^(?:tính |tinh )?(?:đến|den|tới|toi) (?:hết |het )?(?:ngày |ngay )?(\d[\d/.-]*)$/iu
/** "đến hôm nay", "tính đến giờ" and, where "nay" was taken for the end of a request, "đến" alone: all of it. */
const UNTIL_NOW = /^(?:tính |tinh )?(?:đến|den|tới|toi)(?: (?:hôm |hom |bây |bay )?(?:nay|giờ|gio))?$/iu
/** More words than these are no date. */
const LONGEST_DATE = 8

/** What the words for a period are read by: the campaign's own periods, and `now` (epoch milliseconds) in `zone`. */
export type Calendar = { readonly campaign: Campaign; readonly now: number; readonly zone: string }

/** A period as it is named: by its days where it is made of whole ones, else by its hours. */
export function spanWords({ from, to }: Span, zone: string): string {
  const isMidnight = (at: number) => at === startOfDay(localDate(at, zone), zone)
  const first = formatLocal(from, zone, isMidnight(from) ? "date" : "dayHour")
  // The last day names the end, not the midnight behind it.
  const last = isMidnight(to) ? formatLocal(to - 1, zone, "date") : formatLocal(to, zone, "dayHour")
  return first === last ? first : `${first} – ${last}`
}

/** The period that words begin with, and how many of them name it; none stands for the week. */
export type Taken = { readonly ask: PeriodAsk; readonly taken: number; readonly ahead?: GoalPeriod }

/** The period at the beginning of the words; `taken` is 0 where none stands there. */
export function takePeriod(words: readonly string[], calendar: Calendar): Taken {
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
  const sinceMonth = begin(`tu dau thang (\\d{1,2})${UP_TO_NOW}`)
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
    named(sinceMonth, sinceMonthBegan(sinceMonth, calendar)) ??
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

/** "từ đầu tháng 3": since that month began, the last time it did. */
function sinceMonthBegan(
  found: RegExpExecArray | null,
  { now, zone }: Calendar,
): Omit<Taken, "taken"> | undefined {
  const month = Number(found?.[1] ?? 0)
  if (month < 1 || month > 12) return undefined
  const today = localDate(now, zone)
  const thisYear: LocalDate = `${today.slice(0, 4)}-${String(month).padStart(2, "0")}-01`
  const from = thisYear > today ? addMonths(thisYear, -12) : thisYear
  return { ask: { period: "dates", from: startOfDay(from, zone), at: now } }
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
