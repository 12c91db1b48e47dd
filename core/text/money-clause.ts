import { type Decimal, isMore, toPlain } from "./decimal.ts"
import type { Money, Period, Qualifier } from "./money.ts"
import {
  type Amount,
  PARTS_NEIGHBOURS,
  readAmount,
  readLiteral,
  readNeighbour,
  UP_TO,
} from "./money-amount.ts"
import type { Opening } from "./money-opening.ts"
import { isYear, readPeriod } from "./money-period.ts"
import { hasWordsAfter, key, phraseAt, qualifierAt, type Token } from "./money-tokens.ts"
import { readProduct, readUnclearRange, readVague } from "./money-vague.ts"
import {
  CHAT_SLANG,
  FILLERS_BEHIND,
  IN_WORDS,
  NO_SLANG,
  QUALIFIERS_BEHIND,
  type Slang,
  SPENT_ON,
} from "./money-words.ts"

/** A million billions of đồng is more than the country earns in a month: a slip of the key, not a benefit. */
const LARGEST: Decimal = { digits: 1n, exponent: 15 }

/** An amount with all that is said about it; `next` is the position behind. */
export type Answer = {
  /** One, or two when ambiguous; without `raw`. */
  readings: Omit<Money, "raw">[]
  lead: string | undefined
  /** False for a bare number: the currency is only assumed. */
  explicit: boolean
  /** Once more in brackets. */
  twice: boolean
  next: number
}

/** An answer is an amount and nothing else; in a title a clause may be one, among other words. */
type Place = "answer" | "title"

/** The amount behind its opening, with period and closing; undefined when other words are mixed in. */
export function readAnswer(tokens: Token[], opening: Opening, place: Place): Answer | undefined {
  const slang = place === "answer" || allowsSlang(opening) ? CHAT_SLANG : NO_SLANG
  // Who answers with a sum or an unclear range is asked again; in a title it is kept as typed.
  const asTyped =
    place === "title"
      ? (readProduct(tokens, opening.next, slang) ?? readUnclearRange(tokens, opening.next, slang))
      : undefined
  const vague = readVague(tokens, opening.next) ?? asTyped
  const read = vague ?? readNeighbour(tokens, opening.next, slang) ?? readAmount(tokens, opening.next, slang)
  if (read === undefined) return undefined
  const again = vague ? undefined : readAgain(tokens, read)
  const first = again ?? read
  const behindFirst = skipSpending(tokens, first.next)
  const beside = vague ? undefined : readBeside(tokens, first, slang)
  const periodOfFirst = beside === undefined ? readPeriod(tokens, behindFirst) : undefined
  const upperAt = periodOfFirst?.next ?? behindFirst
  const upper = beside ?? (vague ? undefined : readUpper(tokens, upperAt, slang))
  const behindUpper = upper && skipSpending(tokens, upper.next)
  const periodAfter =
    behindUpper === undefined ? periodOfFirst : (readPeriod(tokens, behindUpper) ?? periodOfFirst)
  let next = behindUpper ?? periodOfFirst?.next ?? behindFirst
  if (upper !== undefined && periodAfter !== undefined) next = Math.max(next, periodAfter.next)
  // "500k/tháng tiền thu gom": what it would have been spent on.
  if (periodAfter !== undefined) next = skipSpending(tokens, next)
  const behind = qualifierAt(tokens, next, QUALIFIERS_BEHIND)
  const late = behind && readPeriod(tokens, behind.next)
  const last = late?.next ?? behind?.next ?? next
  // "1,2 tỷ/năm (một tỷ hai trăm triệu)"
  const words = again || vague || upper ? undefined : readAgain(tokens, { ...first, next: last })
  const end = readClosing(tokens, words?.next ?? last, place)
  if (end === undefined) return undefined
  const currency = upper?.currency ?? first.currency ?? words?.currency ?? null
  const open = opening.qualifier ?? (opening.fromWord ? "over" : null)
  const facts = {
    currency: currency ?? "VND",
    period: periodAfter?.period ?? late?.period ?? opening.period,
    qualifier: upper ? ("range" as const) : (behind?.qualifier ?? open),
  }
  const isBottles =
    place === "title" &&
    opening.lead?.startsWith("tiet kiem") === true &&
    SHORT_PERIODS.has(facts.period) &&
    tokens.slice(opening.next, (beside ?? first).next).some((token) => token.key === "chai")
  if (isBottles) return undefined
  const pairs = vague ? [] : amountPairs({ ...first, values: words?.values ?? first.values }, upper)
  const isEither = upper !== undefined && OR.has(key(tokens, beside === undefined ? upperAt : first.next))
  const readings: Omit<Money, "raw">[] = vague
    ? [{ ...facts, amount: null }]
    : pairs.flatMap((pair) =>
        isEither ? eitherOf({ ...facts, ...pair }, first, open) : [{ ...facts, ...pair }],
      )
  const decimal = beside && asDecimal(tokens, opening.next, first, opening.qualifier)
  if (beside !== undefined && decimal !== undefined && readings.length > 0) {
    const [value] = readLiteral(decimal, beside.power, currency)
    if (value !== undefined) readings.push({ ...facts, qualifier: open, amount: toPlain(value) })
  }
  if (readings.length === 0 || readings.length > 2) return undefined
  const explicit = currency !== null || (upper ?? words ?? first).power >= 3
  return { readings, lead: opening.lead, explicit, twice: (again ?? words) !== undefined, next: end }
}

/** "tiết kiệm 2 chai/ngày": a day, a shift and an hour save bottles. */
const SHORT_PERIODS = new Set<Period | null>(["week", "day", "shift", "hour", "time", "item"])

/** Behind "làm lợi" and "tiết kiệm" 2 củ are money; "tiết kiệm dầu máy 5 chai" are bottles. */
function allowsSlang({ lead, named }: Opening): boolean {
  return lead !== undefined && (lead.endsWith("loi") || (lead.startsWith("tiet kiem") && !named))
}

/** The same amount once more in brackets, "1,2 tỷ (một tỷ hai trăm triệu)": it says which reading is meant. */
function readAgain(tokens: Token[], said: Amount): Amount | undefined {
  if (key(tokens, said.next) !== "(") return undefined
  const from = said.next + 1
  const amount = readAmount(tokens, from + (phraseAt(tokens, from, IN_WORDS)?.length ?? 0), NO_SLANG)
  if (amount === undefined) return undefined
  const period = readPeriod(tokens, amount.next)?.next ?? amount.next
  const close = period + (phraseAt(tokens, period, FILLERS_BEHIND)?.length ?? 0)
  const same = said.values.filter((value) => amount.values.some((other) => toPlain(other) === toPlain(value)))
  if (same.length !== 1 || key(tokens, close) !== ")") return undefined
  const power = Math.max(said.power, amount.power)
  return { ...said, values: same, power, currency: said.currency ?? amount.currency, next: close + 1 }
}

/** Behind "tiền điện" in "8 triệu tiền điện/tháng": up to three words, when a period or the end of the clause follows them. */
function skipSpending(tokens: Token[], from: number): number {
  const lead = phraseAt(tokens, from, SPENT_ON)
  if (lead === undefined) return from
  const first = from + lead.length
  for (let at = first; at <= first + 3; at++) {
    const token = tokens[at]
    const isEnd = token === undefined || token.newLine || [",", ";", ".", ")"].includes(token.key)
    if (isEnd || readPeriod(tokens, at) !== undefined) return at
    if (token.kind !== "word") return from
  }
  return from
}

const OR = new Set(["hoac", "hay"])

function readUpper(tokens: Token[], at: number, slang: Slang): Amount | undefined {
  const word = key(tokens, at)
  return UP_TO.has(word) || OR.has(word) ? readAmount(tokens, at + 1, slang) : undefined
}

/** "5 hoặc 6 triệu" lies between the two; of "50 triệu hoặc 60 triệu" and "2 hoặc 5 triệu" one is meant. */
function eitherOf(
  range: Omit<Money, "raw">,
  { bare }: Amount,
  qualifier: Qualifier | null,
): Omit<Money, "raw">[] {
  const { amount, amountMax, ...facts } = range
  if (amount === null || amountMax === undefined) return [range]
  if (bare !== undefined && Number(amountMax) <= 2 * Number(amount)) return [range]
  return [amount, amountMax].map((one) => ({ ...facts, qualifier, amount: one }))
}

const FEW = /^\d{1,3}$/

/** The upper end of "5 6 triệu" and "năm, sáu triệu": two numbers in a row, the second one in words of scale. */
function readBeside(tokens: Token[], { bare, next }: Amount, slang: Slang): Amount | undefined {
  const at = PARTS_NEIGHBOURS.has(key(tokens, next)) ? next + 1 : next
  const isNumber = tokens[at]?.kind === "word" || FEW.test(key(tokens, at))
  if (!FEW.test(bare ?? "") || !tokens[at]?.spaced || !isNumber) return undefined
  const upper = readAmount(tokens, at, slang)
  return upper !== undefined && upper.power >= 3 ? upper : undefined
}

/**
 * "5,6" of "5 6 triệu", where the comma may have been left out; undefined of words, and of two neighbours behind "tầm", which nobody
 * says so.
 */
function asDecimal(tokens: Token[], at: number, { bare, next }: Amount, hedge: Qualifier | null) {
  const upper = key(tokens, key(tokens, next) === "," ? next + 1 : next)
  const isClear = hedge === "about" && Number(upper) === Number(bare) + 1
  return tokens[at]?.kind === "number" && /^\d$/.test(upper) && !isClear ? `${bare},${upper}` : undefined
}

function amountPairs(first: Amount, upper: Amount | undefined): { amount: string; amountMax?: string }[] {
  const inRange = (value: Decimal) => !isMore(value, LARGEST)
  if (upper === undefined) {
    if (first.power < 3 && !isPlausible(first)) return []
    return first.values.filter(inRange).map((value) => ({ amount: toPlain(value) }))
  }
  if (upper.power < 3 && !isPlausible(upper)) return []
  // "năm trăm đến một tỷ": five hundred of what?
  const isUnscaled = first.bare === undefined && first.power < 3 && first.currency === null
  if (isUnscaled && upper.power >= 3) return []
  const borrows = first.bare !== undefined && upper.power > 0
  const lows = borrows ? readLiteral(first.bare ?? "", upper.power, upper.currency) : first.values
  // "3.500-4.000 triệu": where only the upper end is clear, the nearer lower one was meant.
  const near = lows.filter((low) => upper.values.some((high) => !isMore(low, high))).slice(-1)
  const lower = lows.length > upper.values.length ? near : lows
  const count = Math.max(lower.length, upper.values.length)
  return Array.from({ length: count }, (_, way) => ({
    from: lower[Math.min(way, lower.length - 1)],
    to: upper.values[Math.min(way, upper.values.length - 1)],
  })).flatMap(({ from, to }) =>
    from && to && inRange(to) && !isMore(from, to) ? [{ amount: toPlain(from), amountMax: toPlain(to) }] : [],
  )
}

/** A number without any word is đồng only when it is 0, or long enough and not a year; "3D" is no money. */
function isPlausible({ bare, values, currency }: Amount): boolean {
  const value = values[0]
  if (value === undefined || (bare !== undefined && isYear(bare))) return false
  if (value.digits === 0n || (currency !== null && currency !== "VND")) return true
  return !isMore({ digits: currency === null ? 1000n : 100n, exponent: 0 }, value)
}

/** The position behind the answer when only fillers and closing marks are left; the clause's end when that suffices. */
function readClosing(tokens: Token[], from: number, place: Place): number | undefined {
  const stopAtClause = place === "title"
  let at = from
  for (;;) {
    const token = tokens[at]
    if (token === undefined) return at
    if (token.newLine && stopAtClause) return at
    if (token.key === "(" && tokens.at(-1)?.key === ")") return stopAtClause ? at : tokens.length
    const filler = phraseAt(tokens, at, FILLERS_BEHIND)
    if (filler !== undefined) at += filler.length
    else if ([".", ",", ";", "!", "?", ")", "…"].includes(token.key)) {
      if (stopAtClause && (tokens[at + 1]?.spaced ?? true) && hasWordsAfter(tokens, at)) return at
      at++
    } else return undefined
  }
}
