import type { Counter, GoalPeriod } from "../campaign/campaign.ts"
import { given } from "../given.ts"
import { compact, type SearchableUnit } from "../intake/unit-index.ts"
import { findUnit } from "../intake/unit-search.ts"
import { fold, foldWords } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { RECENT_DAYS } from "../text/recent-days.ts"
import { type Calendar, type Taken, takePeriod } from "./period.ts"
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
    "theo, cho, giup, gium, ho, voi, nhe, nha, a, anh, chi, em, di, xem, in, ra, cai, nay, oi, luon, ngay, roi, duoc, la, thi, co, va, gui, dang, len, vao, day, khong, ko, k, gap, nhanh",
    "ket qua, so lieu, bao cao, tong hop, dang ky, cong nhan, len cong, bao nhieu, may cai, the nao, ra sao, thoi, pdf, file, anh",
    "(?:gui|trinh|nop|len|cho)? ?(?:sep|lanh dao|cap tren|bch|btv|chu tich), (?:gui|trinh|nop|len) tinh",
  )}(?: |$))+$`,
)
/** What a period begins with where it stands behind a unit. */
const ENDS_WITH = /^(?:tuan|thang|giai|gd\d?|dot|quy|nam|hom|ca|tu|den)$/
const RECENT_AT = new RegExp(`^${RECENT_DAYS}`)

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
