import { addDays, addMonths, daysBetweenInclusive, type LocalDate } from "../clock.ts"
import { parseDate } from "../text/dates.ts"
import { fold } from "../text/fold.ts"
import { NUMBER_WORDS } from "../text/number.ts"
import { oneOf } from "../text/pattern.ts"
import type { GoalPeriod } from "./campaign.ts"

/** The first or the last day of a period. */
export type Edge = "startsOn" | "endsOn"

/** One end of a period moved, "gia hạn đến 15/6", "bắt đầu muộn hơn một tuần". */
export type MovedEdge = {
  /** undefined: it was not said which, "dời giai đoạn 2 một tuần". */
  readonly edge: Edge | undefined
  /** A day as typed, or how far. */
  readonly to: string | { readonly days: number } | { readonly months: number }
  /** Which way the words say it moves; undefined: they do not. */
  readonly way: "later" | "earlier" | undefined
}

const DAY = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{2,4})?|\d{1,2}\s+(?:tháng|thang)\s+\d{1,2}(?:\s+(?:năm|nam)\s+\d{4})?|(?:tháng|thang)\s+\d{1,2}(?:\s?[/.-]\s?\d{4}|\s+(?:năm|nam)\s+\d{4})?`
const TO_DAY = new RegExp(
  `(?<since>(?:^|\\s)(?:từ|tu)\\s+)?(?:(?:^|\\s)(?:ngày|ngay)\\s+)?(?<![\\d/.])(?<day>${DAY})(?![\\d/])`,
  "iu",
)
const COUNT = `\\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|${NUMBER_WORDS.join("|")}`
const BY = new RegExp(
  `(?:^|\\s)(?<count>${COUNT})\\s+(?<unit>ngày|ngay|hôm|hom|tuần|tuan|tháng|thang)(?![\\p{L}\\p{M}]|\\s+\\d)`,
  "iu",
)

// Held against what was typed, not its folded key: "bớt" and "bot", "muộn" and "muốn", "tới" and "tôi", "đóng" and "đồng chí"
// are one there. Of words typed without marks only those count that stand for one thing, or with what makes them do so.
const BEGINS = "bắt đầu, bat dau, khởi động, khoi dong, khai mạc, khai mac, mở màn, mo man"
const ENDS =
  "kết thúc, ket thuc, gia hạn, gia han, hạn, han, kéo, keo, rút ngắn, rut ngan, đóng, dong(?! chi), chốt, chot, bế mạc, be mac"
const START = said(BEGINS, "ngày đầu, ngay dau")
const END = said(ENDS, "hết, het, đến, den, tới, toi(?= (?:het |ngay )?\\d), ngày cuối, ngay cuoi")
// "chậm nhất 15/6" and "sớm nhất 15/6" name a day and no way.
const EARLIER = said("sớm(?! nhất), som(?! nhat), rút, rut, bớt, bot(?= \\d)")
const LATER = said(
  "gia hạn, gia han, kéo dài, keo dai, lùi, lui, muộn(?! nhất), muon(?= (?:hon|lai|them|\\d)), chậm(?! nhất), cham(?! nhat)",
)
const MOVES = said(BEGINS, ENDS, "lùi, lui, dời, doi, đổi, đẩy, day, chuyển, chuyen")

function said(...lists: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])${oneOf(...lists)}(?![\\p{L}\\p{M}])`, "iu")
}

/** "gia hạn đến 15/6": says by a verb that an end moves, and where to. */
export function movesAnEdge(text: string): boolean {
  return MOVES.test(text) && readMovedEdge(text) !== undefined
}

/** Reads which end moves and where to; `rest` is what else was typed. Undefined when no day and no distance is named. */
export function readMovedEdge(
  text: string,
): { readonly moved: MovedEdge; readonly rest: string } | undefined {
  const byDay = TO_DAY.exec(text)
  const found = byDay ?? BY.exec(text)
  const groups = found?.groups
  if (found === null || groups === undefined) return undefined
  const way = EARLIER.test(text) ? "earlier" : LATER.test(text) ? "later" : undefined
  const edge = START.test(text)
    ? "startsOn"
    : END.test(text)
      ? "endsOn"
      : groups["since"] === undefined
        ? undefined
        : "startsOn"
  const to =
    byDay === null ? distance(groups["count"] ?? "", groups["unit"] ?? "", way) : (groups["day"] ?? "")
  return { moved: { edge, to, way }, rest: text.replace(found[0], " ") }
}

function distance(typed: string, unit: string, way: MovedEdge["way"]): MovedEdge["to"] {
  const count = Number(typed) || NUMBER_WORDS.indexOf(fold(typed)) + 1
  const steps = way === "earlier" ? -count : count
  if (fold(unit) === "thang") return { months: steps }
  return { days: fold(unit) === "tuan" ? steps * 7 : steps }
}

/**
 * The day on which the edge of the period then lies. A day without its year is the one nearest to the present edge, on the side the
 * words say, that leaves the period its first day before its last. Undefined when it cannot be read.
 */
export function movedDay(period: GoalPeriod, edge: Edge, { to, way }: MovedEdge): LocalDate | undefined {
  const present = period[edge]
  if (typeof to !== "string") return "days" in to ? addDays(present, to.days) : addMonths(present, to.months)
  const read = (today: LocalDate) => {
    const reading = parseDate(to, today, "future")
    if (reading.kind === "day") return { day: reading.date, assumedYear: reading.assumedYear }
    if (reading.kind !== "month") return undefined
    return { day: edge === "startsOn" ? reading.from : reading.to, assumedYear: reading.assumedYear }
  }
  const first = read(addMonths(present, -12))
  if (first === undefined || !first.assumedYear) return first?.day
  const fitting = [-12, 0, 12]
    .flatMap((months) => read(addMonths(present, months))?.day ?? [])
    .filter((day) => way === undefined || (way === "later" ? day > present : day < present))
    .filter((day) => (edge === "startsOn" ? day <= period.endsOn : day >= period.startsOn))
  return fitting.toSorted((a, b) => daysApart(a, present) - daysApart(b, present))[0] ?? first.day
}

/** The first and the last day of the whole period moved, "dời sang 1/4": it stays as long as it is. Undefined when no day can be read. */
export function movedWhole(
  { startsOn, endsOn }: GoalPeriod,
  { to }: MovedEdge,
  today: LocalDate,
): readonly [LocalDate, LocalDate] | undefined {
  const reading = typeof to === "string" ? parseDate(to, today, "future") : undefined
  const first =
    typeof to !== "string"
      ? "days" in to
        ? addDays(startsOn, to.days)
        : addMonths(startsOn, to.months)
      : reading?.kind === "day"
        ? reading.date
        : reading?.kind === "month"
          ? reading.from
          : undefined
  return first === undefined ? undefined : [first, addDays(first, daysBetweenInclusive(startsOn, endsOn) - 1)]
}

/** How far two days lie apart, both counted. */
export function daysApart(one: LocalDate, other: LocalDate): number {
  return one < other ? daysBetweenInclusive(one, other) : daysBetweenInclusive(other, one)
}
