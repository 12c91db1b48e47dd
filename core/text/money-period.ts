import type { Period } from "./money.ts"
import { key, phraseAt, type Token } from "./money-tokens.ts"
import {
  EACH_IN_ENGLISH,
  PERIODS,
  PERIODS_IN_ENGLISH,
  PERIODS_IN_SHORT,
  TIMES,
  TOTALS,
} from "./money-words.ts"

type PeriodRead = { period: Period; next: number }

/** The period behind an amount: "/năm", "mỗi tháng", "trong 3 năm", "/ca/máy". */
export function readPeriod(tokens: Token[], from: number): PeriodRead | undefined {
  const total = phraseAt(tokens, from, TOTALS)
  if (total !== undefined) return { period: "total", next: from + total.length }
  const at = ["cho", "trong", "tinh"].includes(key(tokens, from)) ? from + 1 : from
  const intro = key(tokens, at)
  const counted = tokens[at]?.kind === "number" && intro !== "1"
  if (counted && at > from && PERIODS.has(key(tokens, at + 1))) return { period: "total", next: at + 2 }
  const slash = intro === "/"
  const each = ["moi", "mot", "1", "hang", "tren", "theo", "ca"].includes(key(tokens, slash ? at + 1 : at))
  const first = at + (slash ? 1 : 0)
  // "cả năm" is the whole year, "ca" alone a shift.
  const isEnglish = eachInEnglish(tokens, first) !== undefined
  const wordAt =
    isEnglish || (each && (key(tokens, first) !== "ca" || PERIODS.has(key(tokens, first + 1))))
      ? first + 1
      : first
  const short = slash || each ? PERIODS_IN_SHORT.get(key(tokens, wordAt)) : undefined
  const period = PERIODS.get(key(tokens, wordAt)) ?? short ?? eachInEnglish(tokens, first)
  if (period !== undefined) return afterPeriod(tokens, period, wordAt + 1)
  return slash || intro === "moi" ? readItem(tokens, wordAt) : undefined
}

/** "per day", "a year", "every shift" */
function eachInEnglish(tokens: Token[], at: number): Period | undefined {
  return EACH_IN_ENGLISH.has(key(tokens, at)) ? PERIODS_IN_ENGLISH.get(key(tokens, at + 1)) : undefined
}

function afterPeriod(tokens: Token[], period: Period, from: number): PeriodRead {
  let next = from
  if (period === "year" && (isYear(key(tokens, next)) || ["nay", "dau", "hoc"].includes(key(tokens, next))))
    next++
  // "mỗi lần thay": what is done each time is named last or not at all.
  if (period === "time" && tokens[next]?.kind === "word" && tokens[next + 1] === undefined) next++
  if (key(tokens, next) !== "/") return { period, next }
  // "/ca/máy": an amount per two things is per item, whatever they are.
  const second = readPeriod(tokens, next)
  return second === undefined ? { period, next } : { period: "item", next: second.next }
}

/** "/vị trí trạm", "mỗi sản phẩm": any one to three words. */
function readItem(tokens: Token[], from: number): PeriodRead | undefined {
  let next = from
  const isNamed = (at: number) => tokens[at]?.kind === "word" && !TIMES.has(key(tokens, at))
  while (next < from + 3 && isNamed(next) && !tokens[next]?.newLine) next++
  if (next === from) return undefined
  const second = key(tokens, next) === "/" ? readPeriod(tokens, next) : undefined
  return { period: "item", next: second?.next ?? next }
}

const WITHIN: ReadonlySet<string> = new Set(["trong", "tinh"])
const EACH: ReadonlySet<string> = new Set(["moi", "mot", "1", "hang"])

/** The words that `readPeriodBefore` may begin with. */
export const BEFORE_PERIODS: readonly string[] = [
  ...TOTALS.flatMap(([first = ""]) => first),
  ...WITHIN,
  ...EACH,
  ...PERIODS.keys(),
]

/** "mỗi năm", "1 tháng", "hàng năm", "năm 2022" in front of the amount. */
export function readPeriodBefore(tokens: Token[], from: number): PeriodRead | undefined {
  const total = phraseAt(tokens, from, TOTALS)
  if (total !== undefined) return { period: "total", next: from + total.length }
  const at = WITHIN.has(key(tokens, from)) ? from + 1 : from
  const whole = key(tokens, at) === "ca" && PERIODS.has(key(tokens, at + 1))
  const each = whole || EACH.has(key(tokens, at))
  const wordAt = each ? at + 1 : at
  const period =
    PERIODS.get(key(tokens, wordAt)) ?? (each ? PERIODS_IN_SHORT.get(key(tokens, wordAt)) : undefined)
  if (period === undefined) return undefined
  if (each || at > from) return afterPeriod(tokens, period, wordAt + 1)
  const after = key(tokens, wordAt + 1)
  // "năm được chục triệu" is a year, "năm triệu" are five.
  // So are "tháng đỡ …" and, behind a comma, "…, tháng giảm 3 triệu".
  const isAhead = at === 0 || tokens[at - 1]?.kind === "mark"
  if (isAhead && (after === "duoc" || after === "do")) return { period, next: wordAt + 1 }
  if (isAhead && GAINS.has(after)) return { period, next: wordAt + 1 }
  return period === "year" && (isYear(after) || after === "nay") ? { period, next: wordAt + 2 } : undefined
}

const GAINS: ReadonlySet<string> = new Set(["giam", "tiet", "loi", "bot"])

/** Four digits that are rather a year than an amount. */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text)
}
