import { type Decimal, isMore, scaled, sum } from "./decimal.ts"
import type { Currency } from "./money.ts"
import { key, phraseAt, type Token } from "./money-tokens.ts"
import {
  CHAT_SLANG,
  CURRENCIES,
  DIGITS,
  DIGITS_AFTER_TEN,
  DO_LA,
  NHAN_DAN_TE,
  NO_SLANG,
  ONES,
  PERIODS,
  SCALES,
  SCALES_WITH_DONG,
  type Slang,
  US_DOLLAR,
  VAGUE,
} from "./money-words.ts"

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

/**
 * Whether an amount with this token in it may be one of money: a word of thousands or of a currency, or a number long enough to
 * be money without either ("10000 trăm"). Most titles hold none, and need not be read from each of their words on.
 */
export function mayBeMoney(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.kind === "number") return token.key.length >= 5
  return (
    (SCALES.get(token.key) ?? 0) >= 3 ||
    SCALES_WITH_DONG.has(token.key) ||
    CHAT_SLANG.has(token.typed) ||
    readCurrency(tokens, at) !== undefined
  )
}

type Scale = { power: number; currency: Currency | null; next: number }

function readScale(tokens: Token[], from: number, slang: Slang): Scale | undefined {
  let power = 0
  let at = from
  for (;;) {
    const word = key(tokens, at)
    const withDong = SCALES_WITH_DONG.get(word)
    if (withDong !== undefined) return { power: power + withDong, currency: "VND", next: at + 1 }
    // The typed word, not its key: 5 củ and 5 tỏi, but not cũ, tối or tới ("5 tới 6 triệu").
    const asSlang = at === from ? slang.get(tokens[at]?.typed ?? "") : undefined
    const step = SCALES.get(word) ?? asSlang
    // "nghìn tỷ" and "trăm triệu" multiply; "tỷ triệu" does not exist.
    if (step === undefined || step <= power) break
    power += step
    at++
  }
  return at === from ? undefined : { power, currency: null, next: at }
}

function readCurrency(tokens: Token[], at: number): { currency: Currency; next: number } | undefined {
  // đó, đổ and do have the key of đô.
  if (key(tokens, at) === "do") {
    if (phraseAt(tokens, at, DO_LA)) return { currency: "USD", next: at + 2 }
    return tokens[at]?.typed === "đô" ? { currency: "USD", next: at + 1 } : undefined
  }
  // "120 tr.đ": a stop that only shortens the word before it.
  if (key(tokens, at) === "." && !tokens[at]?.spaced && !tokens[at + 1]?.spaced) {
    const isDong = ["d", "dong"].includes(key(tokens, at + 1)) && key(tokens, at + 2) !== "thoi"
    return isDong ? { currency: "VND", next: at + 2 } : undefined
  }
  const currency = CURRENCIES.get(key(tokens, at))
  if (currency !== undefined) return { currency, next: at + 1 }
  if (phraseAt(tokens, at, NHAN_DAN_TE)) return { currency: "CNY", next: at + 3 }
  return phraseAt(tokens, at, US_DOLLAR) ? { currency: "USD", next: at + 2 } : undefined
}

/** "mười lăm", "hai mươi mốt", "bốn lăm", "hai trăm năm mươi", "nghìn rưỡi" with a scale behind them. */
export function readNumberWords(tokens: Token[], at: number, slang: Slang): Counted | undefined {
  const isScaled = (words: Counted | undefined) =>
    words !== undefined && readScale(tokens, words.next, slang) !== undefined ? words : undefined
  return (
    readThousands(tokens, at) ??
    isScaled(readHundreds(tokens, at)) ??
    isScaled(readShortTens(tokens, at)) ??
    isScaled(readTens(tokens, at))
  )
}

/** `or` is the other number that the words may mean: "hai trăm hai" is 202 to some and 220 to most. */
type Counted = { value: number; or?: number; next: number }

/** How many of `words` there are, one where no number is said, and where that word stands. */
function readCount(
  tokens: Token[],
  at: number,
  words: ReadonlySet<string>,
): { said: number | undefined; wordAt: number } | undefined {
  if (words.has(key(tokens, at))) return { said: undefined, wordAt: at }
  if (!words.has(key(tokens, at + 1))) return undefined
  const said = DIGITS.get(key(tokens, at)) ?? wholeBelow(10, tokens[at])
  return said === undefined ? undefined : { said, wordAt: at + 1 }
}

function wholeBelow(most: number, token: Token | undefined): number | undefined {
  if (token?.kind !== "number" || !/^[1-9]\d{0,2}$/.test(token.key)) return undefined
  const value = Number(token.key)
  return value < most ? value : undefined
}

const THOUSANDS: ReadonlySet<string> = new Set(["nghin", "ngan"])
const HUNDREDS: ReadonlySet<string> = new Set(["tram"])
const TENS: ReadonlySet<string> = new Set(["chuc"])

/** "nghìn rưỡi", "hai nghìn rưỡi", "2 nghìn 5 trăm" before triệu or tỷ. */
function readThousands(tokens: Token[], at: number): Counted | undefined {
  const count = readCount(tokens, at, THOUSANDS)
  if (count === undefined) return undefined
  const behind = count.wordAt + 1
  const token = tokens[behind]
  const half = token?.key === "ruoi" ? 500 : undefined
  const tenth = token?.key === "nam" ? undefined : DIGITS.get(token?.key ?? "")
  const rest =
    readHundreds(tokens, behind) ??
    [half, wholeBelow(1_000, token), tenth && tenth * 100].flatMap((value) =>
      value === undefined ? [] : [{ value, next: behind + 1 }],
    )[0]
  if (rest === undefined || "or" in rest || rest.value < 100) return undefined
  const scale = readScale(tokens, rest.next, NO_SLANG)
  if (scale === undefined || scale.power < 6) return undefined
  return { value: (count.said ?? 1) * 1_000 + rest.value, next: rest.next }
}

/** "hai trăm", "hai trăm linh năm", "hai trăm năm mươi", "2 trăm 50", "hai trăm rưỡi", "trăm rưỡi", "trăm hai". */
function readHundreds(tokens: Token[], at: number): Counted | undefined {
  const count = readCount(tokens, at, HUNDREDS)
  if (count === undefined) return undefined
  const { said } = count
  const behind = count.wordAt + 1
  const hundreds = (said ?? 1) * 100
  const token = tokens[behind]
  if (token?.key === "ruoi") return { value: hundreds + 50, next: behind + 1 }
  if (said !== undefined && ["linh", "le"].includes(token?.key ?? "")) {
    const rest = readTens(tokens, behind + 1)
    return { value: hundreds + (rest?.value ?? 0), next: rest?.next ?? behind }
  }
  const two = wholeBelow(100, token)
  if (two !== undefined && two >= 10) return { value: hundreds + two, next: behind + 1 }
  const rest = readTens(tokens, behind)
  if (rest !== undefined && rest.next - behind > 1) return { value: hundreds + rest.value, next: rest.next }
  if (rest !== undefined && rest.value >= 10) return { value: hundreds + rest.value, next: rest.next }
  const next = behind + 1
  const tens = ONES.get(token?.typed ?? "")
  if (rest === undefined && tens !== undefined) return { value: hundreds + tens * 10, next }
  if (token?.typed === "mốt") return { value: hundreds + 10, next }
  // A hundred years, or nothing but "trăm triệu".
  if (said === undefined)
    return rest === undefined || token?.key === "nam"
      ? undefined
      : { value: hundreds + rest.value * 10, next }
  if (rest === undefined) return { value: hundreds, next: behind }
  return { value: hundreds + rest.value, or: hundreds + rest.value * 10, next }
}

/** "chục rưỡi", "hai chục rưỡi". */
function readHalfTens(tokens: Token[], at: number): Counted | undefined {
  const count = readCount(tokens, at, TENS)
  if (count === undefined || key(tokens, count.wordAt + 1) !== "ruoi") return undefined
  return { value: (count.said ?? 1) * 10 + 5, next: count.wordAt + 2 }
}

/** "bốn lăm", "hai mốt". */
function readShortTens(tokens: Token[], at: number): Counted | undefined {
  const tens = DIGITS.get(key(tokens, at)) ?? 0
  const ones = ONES.get(tokens[at + 1]?.typed ?? "")
  return tens < 2 || ones === undefined ? undefined : { value: tens * 10 + ones, next: at + 2 }
}

function readTens(tokens: Token[], at: number): Counted | undefined {
  const half = readHalfTens(tokens, at)
  if (half !== undefined) return half
  const first = DIGITS.get(key(tokens, at))
  const tensAt = first === undefined ? at : at + 1
  if (key(tokens, tensAt) !== "muoi") return first === undefined ? undefined : { value: first, next: at + 1 }
  const ones = DIGITS_AFTER_TEN.get(key(tokens, tensAt + 1))
  const value = (first ?? 1) * 10 + (ones ?? 0)
  return { value, next: ones === undefined ? tensAt + 1 : tensAt + 2 }
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

/** "năm, sáu triệu", "năm hoặc sáu triệu" */
export const PARTS_NEIGHBOURS: ReadonlySet<string> = new Set([",", "hoac", "hay"])

/**
 * "năm" in "năm sáu triệu", "hai" in "hai ba trăm nghìn", "năm" in "năm bảy triệu": the lower end of two numbers in a row, to borrow
 * the word behind the upper one.
 */
export function readNeighbour(tokens: Token[], at: number, slang: Slang): Amount | undefined {
  const said = DIGITS.get(key(tokens, at))
  const next = PARTS_NEIGHBOURS.has(key(tokens, at + 1)) ? at + 2 : at + 1
  const upper = said === undefined ? undefined : readNumberWords(tokens, next, slang)
  // "tầm chín triệu" and "tam chin trieu" are about nine.
  const isAbout = key(tokens, at) === "tam" && tokens[at]?.typed !== "tám"
  if (said === undefined || upper === undefined || isAbout) return undefined
  const unit = [1, 10, 100].find(
    (each) => upper.value === (said + 1) * each || upper.value === (said + 2) * each,
  )
  if (unit === undefined) return undefined
  const value = said * unit
  const values = [{ digits: BigInt(value), exponent: 0 }]
  return { values, bare: String(value), power: 0, currency: null, next: at + 1 }
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
  const isBareThousand = THOUSANDS.has(token?.key ?? "") && tail === "ruoi"
  return isBareScale || isBareThousand ? { ...plain, literal: "1", next: at } : undefined
}

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

/** "hàng trăm triệu", "vài chục triệu", "trăm triệu": no number. */
export function readVague(tokens: Token[], from: number): Amount | undefined {
  const vague = phraseAt(tokens, from, VAGUE)
  const at = from + (vague?.length ?? 0)
  if (vague === undefined && !["chuc", "tram"].includes(key(tokens, at))) return undefined
  const scale = readScale(tokens, at, NO_SLANG)
  if (scale === undefined || scale.power < 3) return undefined
  const named = readCurrency(tokens, scale.next)
  const currency = scale.currency ?? named?.currency ?? "VND"
  return { values: [], bare: undefined, power: scale.power, currency, next: named?.next ?? scale.next }
}
