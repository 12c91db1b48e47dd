import { type Decimal, isMore, scaled, sum } from "./decimal.ts"
import type { Currency } from "./money.ts"
import {
  HUNDREDS,
  readHundreds,
  readNumberWords,
  readShortTens,
  readTens,
  TENS,
  THOUSANDS,
} from "./money-number-words.ts"
import { readCurrency, readScale } from "./money-scale.ts"
import { key, type Token } from "./money-tokens.ts"
import { DIGITS, NO_SLANG, PERIODS, SCALES, type Slang } from "./money-words.ts"

/** One amount with its scale and currency, without its period. */
export type Amount = {
  /** One, or two when ambiguous. */
  values: Decimal[]
  /** The number as written when it stands alone, so that it can borrow the word behind a range: "3-5 tỷ". */
  bare: string | undefined
  power: number
  currency: Currency | null
  next: number
}

const GROUPED = /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$/
const GROUPED_WITH_FRACTION = /^\d{1,3}(?:\.\d{3})+,\d{1,3}$|^\d{1,3}(?:,\d{3})+\.\d{1,3}$/

/**
 * The values a written number can have, smaller first; none when it is no number. `power` is that of the word behind
 * it (triệu 6), 0 when there is none.
 */
export function readLiteral(literal: string, power: number, currency: Currency | null): Decimal[] {
  // Digits of other scripts are numbers to Unicode, not to BigInt.
  if (literal.length > 24 || !/^[\d.,]+$/.test(literal)) return []
  const digitsOnly = { digits: BigInt(literal.replace(/[.,]/g, "")), exponent: 0 }
  const grouped = scaled(digitsOnly, power)
  if (/^\d+$/.test(literal)) return [grouped]
  if (GROUPED_WITH_FRACTION.test(literal)) {
    return [scaled(digitsOnly, power - (literal.length - 1 - literal.search(/[.,]\d*$/)))]
  }
  const [, integer, mark, fraction] = /^(\d+)([.,])(\d+)$/.exec(literal) ?? []
  if (integer === undefined || fraction === undefined) return GROUPED.test(literal) ? [grouped] : []
  const decimal = scaled(digitsOnly, power - fraction.length)
  if (!GROUPED.test(literal) || /^0/.test(integer)) {
    // A part of a đồng does not exist, so "1.5 đồng" was meant otherwise; cents do.
    return power === 0 && currency !== "USD" && currency !== "EUR" ? [] : [decimal]
  }
  // Nobody writes three decimals of a đồng, a dollar or a thousand.
  if (power <= 3) return [grouped]
  // Nor three zeros behind a decimal mark: "33.000 tỷ". Behind a comma they contradict the rule, so ask.
  if (fraction === "000") return mark === "." ? [grouped] : [decimal, grouped]
  return mark === "," ? [decimal] : [decimal, grouped]
}

/** The amount that begins at `from`: "120tr", "1 tỷ 2", "107 tỉ 786 triệu đồng", "$500". With slang also "5 củ". */
export function readAmount(tokens: Token[], from: number, slang: Slang): Amount | undefined {
  const prefix = readCurrency(tokens, from)
  const at = prefix?.next ?? from
  const head = readHead(tokens, at, slang)
  if (head === undefined) return undefined
  const scale = readScale(tokens, head.next, slang)
  const behind = readCurrency(tokens, scale?.next ?? head.next)
  const currency = prefix?.currency ?? scale?.currency ?? behind?.currency ?? null
  if (key(tokens, head.next) === "%") return undefined
  if (scale === undefined) {
    const values = readLiteral(head.literal, 0, currency)
    return {
      values,
      bare: currency === null ? head.literal : undefined,
      power: 0,
      currency,
      next: behind?.next ?? head.next,
    }
  }
  const start = [head.literal, ...(head.or === undefined ? [] : [head.or])]
    .flatMap((literal) => readLiteral(literal, scale.power, currency))
    .map((value) => (head.half ? scaled({ ...value, digits: value.digits * 5n }, -1) : value))
  return readRest(
    tokens,
    { values: start, bare: undefined, power: scale.power, currency, next: scale.next },
    slang,
  )
}

/** What joins the lower end of a range to the upper one. */
export const UP_TO: ReadonlySet<string> = new Set(["-", "–", "—", "~", "den", "toi"])

/** "năm, sáu triệu", "năm hoặc sáu triệu" */
export const PARTS_NEIGHBOURS: ReadonlySet<string> = new Set([",", "hoac", "hay"])

/**
 * "năm" in "năm sáu triệu", "hai" in "hai ba trăm nghìn", "năm" in "năm bảy triệu": the lower end of two numbers in a row, to borrow
 * the word behind the upper one.
 */
export function readNeighbour(tokens: Token[], at: number, slang: Slang): Amount | undefined {
  const lower = readLowerEnd(tokens, at, slang)
  if (lower !== undefined) return lower
  const said = DIGITS.get(key(tokens, at))
  const next = PARTS_NEIGHBOURS.has(key(tokens, at + 1)) ? at + 2 : at + 1
  const upper = said === undefined ? undefined : readNumberWords(tokens, next, slang)
  // "tầm chín triệu" and "tam chin trieu" are about nine.
  const isAbout = key(tokens, at) === "tam" && tokens[at]?.typed !== "tám"
  if (said === undefined || upper === undefined || isAbout) return undefined
  const unit = unitOf(said, upper.value)
  if (unit === undefined) return undefined
  const value = said * unit
  const values = [{ digits: BigInt(value), exponent: 0 }]
  return { values, bare: String(value), power: 0, currency: null, next: at + 1 }
}

/**
 * "mười lăm" in "mười lăm đến hai mươi triệu". Of "ba đến năm trăm triệu" the lower end may be three hundred or three: only what is
 * said next to each other is taken for as many hundreds.
 */
function readLowerEnd(tokens: Token[], at: number, slang: Slang): Amount | undefined {
  const words = lowerWords(tokens, at)
  const upper = words && readNumberWords(tokens, words.next + 1, slang)
  if (words === undefined || upper === undefined || upper.or !== undefined || upper.value <= words.value)
    return undefined
  // "năm đến hai mươi triệu" is as well a year.
  if (key(tokens, at) === "nam" && words.next === at + 1) return undefined
  const unit = words.value >= 10 || upper.value < 20 ? 1 : unitOf(words.value, upper.value)
  if (unit === undefined) return undefined
  const value = words.value * unit
  const values = [{ digits: BigInt(value), exponent: 0 }]
  return { values, bare: String(value), power: 0, currency: null, next: words.next }
}

/** The number in words before "đến", or "2" of "2 đến 3 trăm". */
export function lowerWords(tokens: Token[], at: number) {
  const isDigit = /^[1-9]$/.test(key(tokens, at)) && COUNTED.has(key(tokens, at + 3))
  const words = isDigit
    ? { value: Number(key(tokens, at)), next: at + 1 }
    : (readHundreds(tokens, at) ?? readShortTens(tokens, at) ?? readTens(tokens, at))
  const isWhole = words !== undefined && !("or" in words && words.or !== undefined)
  return isWhole && UP_TO.has(key(tokens, words.next)) ? words : undefined
}

/** One, ten or a hundred of which so many and the next or the one after it are counted. */
function unitOf(said: number, upper: number): number | undefined {
  return [1, 10, 100].find((each) => upper === (said + 1) * each || upper === (said + 2) * each)
}

/** The number before the scale: digits, words, "nửa" (half), or nothing in "tỷ rưỡi", "triệu hai". */
function readHead(tokens: Token[], at: number, slang: Slang): Head | undefined {
  const token = tokens[at]
  const plain = { half: false, or: undefined }
  if (token?.key === "nua" && SCALES.has(key(tokens, at + 1)))
    return { ...plain, literal: "1", half: true, next: at + 1 }
  // "2 trăm rưỡi triệu": only behind a digit words go on with the number.
  const isBegun = token?.kind !== "number" || COUNTED.has(key(tokens, at + 1))
  const words = isBegun ? readNumberWords(tokens, at, slang) : undefined
  if (words !== undefined)
    return { ...plain, literal: String(words.value), or: words.or?.toString(), next: words.next }
  if (token?.kind === "number") return { ...plain, literal: token.key, next: at + 1 }
  const tail = key(tokens, at + 1)
  const isTail = tail === "ruoi" || (tail !== "nam" && DIGITS.has(tail) && !PERIODS.has(key(tokens, at + 2)))
  const isBareScale = ["ty", "ti", "trieu"].includes(token?.key ?? "") && isTail
  const isHedged = isBareScaleBehind(tokens, at)
  const isBareThousand = THOUSANDS.has(token?.key ?? "") && tail === "ruoi"
  return isBareScale || isBareThousand || isHedged ? { ...plain, literal: "1", next: at } : undefined
}

/** "gần tỷ", "hơn tỷ đồng mỗi năm": of one; and not "gần tỷ lệ", nor "cả tỷ". */
function isBareScaleBehind(tokens: Token[], at: number): boolean {
  if (!BARE_SCALES.has(key(tokens, at)) || !HEDGES.has(key(tokens, at - 1))) return false
  const next = tokens[at + 1]
  const isPer = PERIODS.has(next?.key ?? "") || ["moi", "mot", "1", "hang"].includes(next?.key ?? "")
  return next === undefined || next.kind === "mark" || isPer || readCurrency(tokens, at + 1) !== undefined
}

const BARE_SCALES: ReadonlySet<string> = new Set(["ty", "ti", "trieu"])
const HEDGES: ReadonlySet<string> = new Set("gan ngot hon tren tam co khoang chung xap".split(" "))

type Head = { literal: string; or: string | undefined; half: boolean; next: number }

const COUNTED: ReadonlySet<string> = new Set([...THOUSANDS, ...HUNDREDS, ...TENS])

/** What follows the first scale: "rưỡi", the 5 of "1tr5", the "786 triệu" of "107 tỉ 786 triệu", the currency. */
function readRest(tokens: Token[], start: Amount, slang: Slang): Amount | undefined {
  let { values, power, currency, next } = start
  for (;;) {
    const more =
      readUnscaled(tokens, next, power) ??
      readComponent(tokens, next, power, slang) ??
      readTail(tokens, next, power)
    if (more === "unclear") return undefined
    if (more === undefined) break
    const whole = values.every((value) => value.exponent >= power)
    if (!whole || (values.length > 1 && more.values.length > 1)) return undefined
    values = more.values.flatMap((extra) => values.map((value) => sum(value, extra)))
    power = more.power
    currency ??= more.currency
    next = more.next
    // Nothing is added to "1tr5": power 0 ends it.
    if (power === 0) break
  }
  const named = readCurrency(tokens, next)
  currency ??= named?.currency ?? null
  return { values, bare: undefined, power: start.power, currency, next: named?.next ?? next }
}

type More = { values: Decimal[]; power: number; currency: Currency | null; next: number }

/** "hai trăm năm mươi" behind "một tỷ", "mười lăm" behind "một triệu": the scale a thousand below is left unsaid. */
function readUnscaled(tokens: Token[], at: number, power: number): More | "unclear" | undefined {
  if (power < 3) return undefined
  const words = readHundreds(tokens, at) ?? readTens(tokens, at)
  if (words === undefined || words.value < 10) return undefined
  if (words.or !== undefined) return "unclear"
  const isScaled = readScale(tokens, words.next, NO_SLANG) ?? readCurrency(tokens, words.next)
  if (isScaled !== undefined) return undefined
  // "5 triệu mười hai tháng"
  if (PERIODS.has(key(tokens, words.next))) return "unclear"
  const value = { digits: BigInt(words.value), exponent: power - 3 }
  return { values: [value], power: 0, currency: null, next: words.next }
}

function readComponent(tokens: Token[], from: number, power: number, slang: Slang): More | undefined {
  const joined = ["va", "le", "linh", ","].includes(key(tokens, from)) ? from + 1 : from
  const words = readNumberWords(tokens, joined, slang)
  const token = tokens[joined]
  const literal = words?.value.toString() ?? (token?.kind === "number" ? token.key : undefined)
  if (literal === undefined) return undefined
  const scale = readScale(tokens, words?.next ?? joined + 1, slang)
  if (scale !== undefined) {
    if (scale.power >= power || power < 3) return undefined
    // "12 triệu 5 trăm": as above, unless đồng is said.
    const isUnsaid = scale.power < 3 && readCurrency(tokens, scale.next) === undefined
    const values = [literal, ...(words?.or === undefined ? [] : [String(words.or)])].flatMap((each) =>
      readLiteral(each, scale.power + (isUnsaid ? power - 3 : 0), "VND"),
    )
    return { ...scale, values }
  }
  // "1 triệu 500.000 đồng": a full number of đồng closes the row.
  const dong = readCurrency(tokens, joined + 1)
  const values = readLiteral(literal, 0, "VND")
  const fits = values[0] !== undefined && isMore({ digits: 1n, exponent: power }, values[0])
  return /^\d{1,3}[.,]\d{3}/.test(literal) && dong?.currency === "VND" && fits
    ? { values, power: 0, currency: "VND", next: dong.next }
    : undefined
}

function readTail(tokens: Token[], at: number, power: number): More | "unclear" | undefined {
  if (power < 3) return undefined
  const token = tokens[at]
  const end = { power: 0, currency: null, next: at + 1 }
  if (token?.key === "ruoi") return { ...end, values: [{ digits: 5n, exponent: power - 1 }] }
  // "năm" is rather a year here, and "tư" without its mark from.
  const said = token?.typed === "tư" ? 4 : DIGITS.get(token?.key ?? "")
  const word = token?.key === "nam" ? undefined : said
  const digits = token?.kind === "number" ? token.key : word?.toString()
  if (token === undefined || digits === undefined || !/^\d{1,3}$/.test(digits)) return undefined
  if (PERIODS.has(key(tokens, at + 1)) && (token.spaced || word !== undefined)) {
    // "50 triệu 1 năm" is per year; "1 tỷ 2 năm" is 1,2 tỷ a year or 1 tỷ in two years.
    return digits === "1" ? undefined : "unclear"
  }
  const value = BigInt(digits)
  const asDecimal = { digits: value, exponent: power - digits.length }
  // "1tr25" is 1.250.000 to some and 1.025.000 to others.
  const twoWays = digits.length === 2 && !digits.startsWith("0")
  return { ...end, values: twoWays ? [{ digits: value, exponent: power - 3 }, asDecimal] : [asDecimal] }
}
