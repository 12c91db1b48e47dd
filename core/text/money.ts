import { clean, fold } from "./fold.ts"

/** ISO 4217 code of a currency people here do name. Only VND goes into totals; the rest is reported as not converted. */
export type Currency = "VND" | "USD" | "EUR" | "JPY" | "KRW" | "CNY"

/**
 * What the amount is for: a span of time, each time, the whole ("total": one sum for everything, or over several
 * years), or "item": per machine, product, person …, which says nothing about a year.
 */
export type Period =
  | "year"
  | "quarter"
  | "month"
  | "week"
  | "day"
  | "shift"
  | "hour"
  | "time"
  | "item"
  | "total"

/** How the number was hedged: khoảng, trên, gần, từ … đến …, tối đa. */
export type Qualifier = "about" | "over" | "nearly" | "range" | "up_to"

/**
 * An amount as somebody stated it. Rules: dot groups thousands, comma is the decimal mark; a dot before one or two
 * digits and a word (1.2 tỷ) is a decimal typed the English way (reference/domain.md §7.4).
 */
export type Money = {
  /** As typed, cleaned. */
  raw: string
  /** Whole currency units as a plain decimal ("120000000", "41.5"), up to 10^15; null when no number was given ("hàng trăm triệu"). */
  amount: string | null
  /** The upper end when `qualifier` is "range"; `amount` is the lower one. */
  amountMax?: string
  currency: Currency
  /** null when not said. */
  period: Period | null
  qualifier: Qualifier | null
}

/**
 * What an answer about money means. `ambiguous`: two amounts a thousand (or, for "1tr25", some) times apart, smaller
 * first; ask. `none_given`: "không tính được". `unreadable`: ask again. "0đ" is money with amount "0".
 */
export type MoneyReading =
  | { kind: "money"; money: Money }
  | { kind: "ambiguous"; raw: string; readings: [Money, Money] }
  | { kind: "none_given" }
  | { kind: "unreadable"; raw: string }

/** Far above any answer or title; what is longer is a pasted document. */
const MAX_ANSWER_LENGTH = 500
const MAX_TITLE_LENGTH = 4000
const MAX_OPENING_STEPS = 12

// ---- Numbers: exact, never floating point

/** digits × 10^exponent */
type Decimal = { digits: bigint; exponent: number }

const ZERO: Decimal = { digits: 0n, exponent: 0 }

/** A million billions of đồng is more than the country earns in a month: a slip of the key, not a benefit. */
const LARGEST: Decimal = { digits: 1n, exponent: 15 }

function scaled(decimal: Decimal, power: number): Decimal {
  return { digits: decimal.digits, exponent: decimal.exponent + power }
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent)
  return [
    a.digits * 10n ** BigInt(a.exponent - exponent),
    b.digits * 10n ** BigInt(b.exponent - exponent),
    exponent,
  ]
}

function sum(a: Decimal, b: Decimal): Decimal {
  const [left, right, exponent] = aligned(a, b)
  return { digits: left + right, exponent }
}

function isMore(a: Decimal, b: Decimal): boolean {
  const [left, right] = aligned(a, b)
  return left > right
}

function toPlain({ digits, exponent }: Decimal): string {
  if (exponent >= 0) return String(digits * 10n ** BigInt(exponent))
  const padded = String(digits).padStart(1 - exponent, "0")
  const fraction = padded.slice(exponent).replace(/0+$/, "")
  return padded.slice(0, exponent) + (fraction === "" ? "" : `.${fraction}`)
}

function fromPlain(plain: string): Decimal {
  const [integer = "0", fraction = ""] = plain.split(".")
  return { digits: BigInt(integer + fraction), exponent: -fraction.length }
}

const GROUPED = /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$/
const GROUPED_WITH_FRACTION = /^\d{1,3}(?:\.\d{3})+,\d{1,3}$|^\d{1,3}(?:,\d{3})+\.\d{1,3}$/

/**
 * The values a written number can have, smaller first; none when it is no number. `power` is that of the word behind
 * it (triệu 6), 0 when there is none.
 */
function readLiteral(literal: string, power: number, currency: Currency | null): Decimal[] {
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

// ---- Words

const SCALES = new Map([
  ["chuc", 1],
  ["tram", 2],
  ["nghin", 3],
  ["ngan", 3],
  ["ngh", 3],
  ["k", 3],
  ["trieu", 6],
  ["tr", 6],
  ["ty", 9],
  ["ti", 9],
])

/** Said in chat for triệu and tỷ; in a title "5 chai" are bottles. */
const SLANG_SCALES = new Map([
  ["củ", 6],
  ["cu", 6],
  ["chai", 6],
  ["tỏi", 9],
])

/** Written in one word with đồng: "50trđ". */
const SCALES_WITH_DONG = new Map([
  ["trd", 6],
  ["tyd", 9],
  ["tid", 9],
  ["kd", 3],
])

const CURRENCIES = new Map<string, Currency>([
  ["d", "VND"],
  ["dong", "VND"],
  ["vnd", "VND"],
  ["₫", "VND"],
  ["usd", "USD"],
  ["$", "USD"],
  ["dola", "USD"],
  ["dollar", "USD"],
  ["dollars", "USD"],
  ["eur", "EUR"],
  ["euro", "EUR"],
  ["€", "EUR"],
  ["yen", "JPY"],
  ["jpy", "JPY"],
  ["¥", "JPY"],
  ["won", "KRW"],
  ["krw", "KRW"],
  ["₩", "KRW"],
  ["cny", "CNY"],
  ["rmb", "CNY"],
  ["te", "CNY"],
])

const PERIODS = new Map<string, Period>([
  ["nam", "year"],
  ["quy", "quarter"],
  ["thang", "month"],
  ["tuan", "week"],
  ["ngay", "day"],
  ["ca", "shift"],
  ["gio", "hour"],
  ["lan", "time"],
  ["dot", "time"],
])

const DO_LA = [["do", "la"]]
const US_DOLLAR = [["us", "$"]]
const NHAN_DAN_TE = [["nhan", "dan", "te"]]

/** Number words up to nine. "tu" is only four behind "mươi": otherwise it is từ, from. */
const DIGITS = new Map([
  ["mot", 1],
  ["hai", 2],
  ["ba", 3],
  ["bon", 4],
  ["nam", 5],
  ["sau", 6],
  ["bay", 7],
  ["tam", 8],
  ["chin", 9],
])

const DIGITS_AFTER_TEN = new Map([...DIGITS, ["tu", 4], ["lam", 5], ["nham", 5]])

/** Words that say: what follows is the benefit. Longest first, the first that fits is taken. */
const LEADS = phrases(
  "giá trị làm lợi, tiết kiệm được, tiết kiệm chi phí, giảm chi phí, giảm giá thành, giảm lãng phí, tiết giảm chi phí",
  "làm lợi, tiết kiệm, tiết giảm, sinh lợi, lợi nhuận, lợi ích, hiệu quả kinh tế, tăng doanh thu, tăng lợi nhuận",
  "mang lại, đem lại, thu về, trị giá, giá trị, hiệu quả, lợi, giảm, bớt",
)

/** Leads behind which the thing saved may be named: "tiết kiệm tiền điện 5 triệu/tháng". */
const LEADS_WITH_OBJECT = new Set([
  "tiet kiem",
  "tiet kiem duoc",
  "tiet kiem chi phi",
  "giam chi phi",
  "giam gia thanh",
  "giam lang phi",
  "lam loi",
])

/** These also introduce what a thing costs: behind a word of cost they are no benefit. */
const WEAK_LEADS = new Set(["tri gia", "gia tri"])

const COSTS = phrases("chi phí, đầu tư, kinh phí, giá thành, giá, mua, hết, tốn, vốn, trả, thuê")

const QUALIFIERS: [Qualifier, string[][]][] = [
  ["up_to", phrases("không quá, tối đa, lên đến, lên tới, cao nhất, dưới, đến, tới, <, ≤")],
  ["over", phrases("tối thiểu, ít nhất, hơn, trên, vượt, quá, >, ≥")],
  ["nearly", phrases("suýt soát, gần, ngót")],
  [
    "about",
    phrases(
      "ước tính, ước đạt, ước khoảng, ước chừng, xấp xỉ, dự kiến, khoảng, chừng, tầm, cỡ, ước, độ, ~, ≈",
    ),
  ],
]

const QUALIFIERS_BEHIND: [Qualifier, string[][]][] = [
  ["over", phrases("trở lên, đổ lên, +")],
  ["up_to", phrases("trở xuống, trở lại, đổ lại, đổ xuống")],
]

const FILLERS_BEFORE = phrases(
  "công ty, đơn vị, nhà máy, xí nghiệp, doanh nghiệp, nhà trường, cơ quan, số tiền, tính ra, qua đó, từ đó, góp phần",
  "dạ, vâng, thưa, em, anh, chị, ạ, à, thì, là, chắc, được, dc, cho, giúp, và, nhằm, đạt, cũng, tính, có, nên, nghĩ, đoán, :, =, (",
)

const FILLERS_BEHIND = phrases(
  "cho công ty, cho đơn vị, cho nhà máy, cho xí nghiệp, cho doanh nghiệp, cho nhà trường, cho cơ quan, gì đó, việt nam",
  "ạ, á, à, nhé, nha, nhen, em, anh, chị, bạn, ơi, thôi, đấy, đó, rồi, chẵn, tiền, bot, ad, mỹ, la",
)

const TOTALS = phrases("tổng cộng, tổng số, tổng, tất cả, toàn bộ")

const VAGUE = phrases("một vài, hàng, vài, mấy, cả, nhiều, tiền, bạc")

/** "không tính được" and its relatives: a word of refusal, then only words of this list. */
const NONE_GIVEN = new RegExp(
  `^(?:(?:${keys("dạ, thưa, em, thì, cái này, hiện, hiện tại, làm lợi, lợi ích, giá trị, phần này, :")}) )*` +
    `(?:${keys("không, ko, k, kg, khg, hok, hông, chưa, khó")})` +
    `(?: (?:${keys(
      "thể, có, biết, rõ, tính, được, dc, đc, ra, bằng, tiền, quy, đổi, thành, đo, đếm, lường, lượng, xác, định, thống, kê, nêu, ước",
      "số, liệu, cụ, hết, gì, ạ, nhé, làm, lợi, nào, bao, nhiêu, hiệu, quả, kinh, tế, cách, đâu, vì, toán, em, giá, trị, hóa",
    )})){0,12}$`,
)

/** Word lists in one line each: "làm lợi, trị giá" → [["lam","loi"],["tri","gia"]], longest first. */
function phrases(...lists: string[]): string[][] {
  const all = lists.flatMap((list) => list.split(", ").map((phrase) => fold(phrase).split(" ")))
  return all.sort((a, b) => b.length - a.length)
}

function keys(...lists: string[]): string {
  return [...new Set(phrases(...lists).map((words) => words.join(" ")))].join("|")
}

// ---- Tokens

/** One number, word or mark; `start` and `end` are UTF-16 positions in the text it was taken from. */
type Token = {
  kind: "number" | "word" | "mark"
  /** Folded. A number keeps its dots and commas; "30 000 000" is "30.000.000". */
  key: string
  typed: string
  start: number
  end: number
  spaced: boolean
  /** First on its line, and not on the first. */
  newLine: boolean
}

const TOKEN = /(\p{Nd}+(?:[.,]\p{Nd}+)*)|([\p{L}\p{M}]+)|\S/gu

function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [typed, number, word] = match
    const previous = tokens.at(-1)
    const before = text.slice(previous?.end ?? 0, match.index)
    const token: Token = {
      kind: number !== undefined ? "number" : word !== undefined ? "word" : "mark",
      key: fold(typed),
      typed: typed.toLowerCase(),
      start: match.index,
      end: match.index + typed.length,
      spaced: before !== "",
      newLine: before.includes("\n"),
    }
    if (previous !== undefined && before === " " && continuesNumber(previous, token)) {
      tokens[tokens.length - 1] = { ...previous, key: `${previous.key}.${token.key}`, end: token.end }
    } else tokens.push(token)
  }
  return tokens
}

function continuesNumber(previous: Token, token: Token): boolean {
  return (
    previous.kind === "number" &&
    /^\d{3}$/.test(token.key) &&
    (/^\d{1,3}$/.test(previous.key) || (/^[\d.]{5,20}$/.test(previous.key) && previous.typed.length <= 3))
  )
}

function key(tokens: Token[], at: number): string {
  return tokens[at]?.key ?? ""
}

/** The words of the first phrase that stands at `at`, if any. */
function phraseAt(tokens: Token[], at: number, list: string[][]): string[] | undefined {
  return list.find((words) => words.every((word, offset) => isWord(tokens[at + offset], word)))
}

function isWord(token: Token | undefined, word: string): boolean {
  if (token?.key !== word) return false
  // lỗi, lối, lội (a defect, a way, to wade) have the same key as lợi.
  return word !== "loi" || token.typed === "loi" || token.typed === "lợi"
}

function qualifierAt(tokens: Token[], at: number, list: typeof QUALIFIERS) {
  for (const [qualifier, words] of list) {
    const found = phraseAt(tokens, at, words)
    if (found !== undefined) return { qualifier, next: at + found.length }
  }
  return undefined
}

// ---- One amount

type Amount = {
  /** One, or two when ambiguous. */
  values: Decimal[]
  /** The number as written when it stands alone, so that it can borrow the word behind a range: "3-5 tỷ". */
  bare: string | undefined
  power: number
  currency: Currency | null
  next: number
}

type Scale = { power: number; currency: Currency | null; next: number }

function readScale(tokens: Token[], from: number, slang: boolean): Scale | undefined {
  let power = 0
  let at = from
  for (;;) {
    const word = key(tokens, at)
    const withDong = SCALES_WITH_DONG.get(word)
    if (withDong !== undefined) return { power: power + withDong, currency: "VND", next: at + 1 }
    // The typed word, not its key: 5 củ and 5 tỏi, but not cũ, tối or tới ("5 tới 6 triệu").
    const asSlang = slang && at === from ? SLANG_SCALES.get(tokens[at]?.typed ?? "") : undefined
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
  const currency = CURRENCIES.get(key(tokens, at))
  if (currency !== undefined) return { currency, next: at + 1 }
  if (phraseAt(tokens, at, NHAN_DAN_TE)) return { currency: "CNY", next: at + 3 }
  return phraseAt(tokens, at, US_DOLLAR) ? { currency: "USD", next: at + 2 } : undefined
}

/** "mười lăm", "hai mươi mốt", "hai trăm năm mươi"; a single digit only with a scale behind it. */
function readNumberWords(tokens: Token[], at: number, slang: boolean) {
  const tens = readTens(tokens, at)
  if (tens === undefined) return undefined
  if (tens.value < 10 && key(tokens, tens.next) === "tram") {
    const skip = ["linh", "le"].includes(key(tokens, tens.next + 1)) ? 2 : 1
    const rest = readTens(tokens, tens.next + skip)
    if (rest !== undefined && readScale(tokens, rest.next, slang) !== undefined) {
      return { value: tens.value * 100 + rest.value, next: rest.next }
    }
  }
  return readScale(tokens, tens.next, slang) === undefined ? undefined : tens
}

function readTens(tokens: Token[], at: number): { value: number; next: number } | undefined {
  const first = DIGITS.get(key(tokens, at))
  const tensAt = first === undefined ? at : at + 1
  if (key(tokens, tensAt) !== "muoi") return first === undefined ? undefined : { value: first, next: at + 1 }
  const ones = DIGITS_AFTER_TEN.get(key(tokens, tensAt + 1))
  const value = (first ?? 1) * 10 + (ones ?? 0)
  return { value, next: ones === undefined ? tensAt + 1 : tensAt + 2 }
}

function readAmount(tokens: Token[], from: number, slang: boolean): Amount | undefined {
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
  const start = readLiteral(head.literal, scale.power, currency).map((value) =>
    head.half ? scaled({ ...value, digits: value.digits * 5n }, -1) : value,
  )
  return readRest(
    tokens,
    { values: start, bare: undefined, power: scale.power, currency, next: scale.next },
    slang,
  )
}

/** The number before the scale: digits, words, "nửa" (half), or nothing in "tỷ rưỡi", "triệu hai". */
function readHead(tokens: Token[], at: number, slang: boolean) {
  const token = tokens[at]
  if (token?.kind === "number") return { literal: token.key, half: false, next: at + 1 }
  if (token?.key === "nua" && SCALES.has(key(tokens, at + 1)))
    return { literal: "1", half: true, next: at + 1 }
  const words = readNumberWords(tokens, at, slang)
  if (words !== undefined) return { literal: String(words.value), half: false, next: words.next }
  const tail = key(tokens, at + 1)
  const isTail = tail === "ruoi" || (tail !== "nam" && DIGITS.has(tail) && !PERIODS.has(key(tokens, at + 2)))
  const bareScale = ["ty", "ti", "trieu"].includes(token?.key ?? "") && isTail
  return bareScale ? { literal: "1", half: false, next: at } : undefined
}

/** What follows the first scale: "rưỡi", the 5 of "1tr5", the "786 triệu" of "107 tỉ 786 triệu", the currency. */
function readRest(tokens: Token[], start: Amount, slang: boolean): Amount | undefined {
  let { values, power, currency, next } = start
  for (;;) {
    const more = readComponent(tokens, next, power, slang) ?? readTail(tokens, next, power)
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

function readComponent(tokens: Token[], from: number, power: number, slang: boolean): More | undefined {
  const joined = ["va", "le", "linh", ","].includes(key(tokens, from)) ? from + 1 : from
  const words = readNumberWords(tokens, joined, slang)
  const token = tokens[joined]
  const literal = token?.kind === "number" ? token.key : words?.value.toString()
  if (literal === undefined) return undefined
  const scale = readScale(tokens, words?.next ?? joined + 1, slang)
  if (scale !== undefined && scale.power >= power) return undefined
  if (scale !== undefined) return { ...scale, values: readLiteral(literal, scale.power, "VND") }
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
  const word = token?.key === "nam" ? undefined : DIGITS.get(token?.key ?? "")
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

// ---- Period

type PeriodRead = { period: Period; next: number }

function readPeriod(tokens: Token[], from: number): PeriodRead | undefined {
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
  const wordAt =
    each && (key(tokens, first) !== "ca" || PERIODS.has(key(tokens, first + 1))) ? first + 1 : first
  const period = PERIODS.get(key(tokens, wordAt))
  if (period !== undefined) return afterPeriod(tokens, period, wordAt + 1)
  return slash || intro === "moi" ? readItem(tokens, wordAt) : undefined
}

function afterPeriod(tokens: Token[], period: Period, from: number): PeriodRead {
  let next = from
  if (period === "year" && (isYear(key(tokens, next)) || ["nay", "dau"].includes(key(tokens, next)))) next++
  if (key(tokens, next) !== "/") return { period, next }
  // "/ca/máy": an amount per two things is per item, whatever they are.
  const second = readPeriod(tokens, next)
  return second === undefined ? { period, next } : { period: "item", next: second.next }
}

/** "/vị trí trạm", "mỗi sản phẩm": any one to three words. */
function readItem(tokens: Token[], from: number): PeriodRead | undefined {
  let next = from
  while (next < from + 3 && tokens[next]?.kind === "word" && !tokens[next]?.newLine) next++
  if (next === from) return undefined
  const second = key(tokens, next) === "/" ? readPeriod(tokens, next) : undefined
  return { period: "item", next: second?.next ?? next }
}

/** "mỗi năm", "1 tháng", "hàng năm", "năm 2022" in front of the amount. */
function readPeriodBefore(tokens: Token[], from: number): PeriodRead | undefined {
  const total = phraseAt(tokens, from, TOTALS)
  if (total !== undefined) return { period: "total", next: from + total.length }
  const at = ["trong", "tinh"].includes(key(tokens, from)) ? from + 1 : from
  const each = ["moi", "mot", "1", "hang"].includes(key(tokens, at))
  const wordAt = each ? at + 1 : at
  const period = PERIODS.get(key(tokens, wordAt))
  if (period === undefined) return undefined
  if (each || at > from) return afterPeriod(tokens, period, wordAt + 1)
  const after = key(tokens, wordAt + 1)
  return period === "year" && (isYear(after) || after === "nay") ? { period, next: wordAt + 2 } : undefined
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text)
}

// ---- A whole answer

type Answer = {
  /** One, or two when ambiguous; without `raw`. */
  readings: Omit<Money, "raw">[]
  lead: string | undefined
  /** False for a bare number: the currency is only assumed. */
  explicit: boolean
  next: number
}

type Opening = {
  lead: string | undefined
  qualifier: Qualifier | null
  period: Period | null
  fromWord: boolean
  next: number
}

/** Words in front of an amount, in any order: fillers, lead, qualifier, period, "từ". */
function readOpening(tokens: Token[], from: number): Opening {
  const opening: Opening = { lead: undefined, qualifier: null, period: null, fromWord: false, next: from }
  // A bound, because every word of a title is tried as the start of a clause.
  for (let steps = 0; steps < MAX_OPENING_STEPS; steps++) {
    const at = opening.next
    if (tokens[at] === undefined || (at > from && tokens[at].newLine)) return opening
    const period = readPeriodBefore(tokens, at)
    const lead = phraseAt(tokens, at, LEADS)
    // "tám triệu" and "tầm 8 triệu" have the same key.
    const isNumber = readNumberWords(tokens, at, true) !== undefined
    const qualifier = isNumber ? undefined : qualifierAt(tokens, at, QUALIFIERS)
    if (period !== undefined) {
      opening.period = period.period
      opening.next = period.next
    } else if (lead !== undefined) {
      opening.lead ??= lead.join(" ")
      opening.next = skipObject(tokens, at + lead.length, lead.join(" "))
    } else if (qualifier !== undefined) {
      // "khoảng hơn 30 triệu" says hơn, "ước khoảng" says khoảng.
      if (qualifier.qualifier !== "about") opening.qualifier = qualifier.qualifier
      else opening.qualifier ??= "about"
      opening.next = qualifier.next
    } else if (key(tokens, at) === "tu" && !opening.fromWord) {
      opening.fromWord = true
      opening.next = at + 1
    } else {
      const filler = phraseAt(tokens, at, FILLERS_BEFORE)
      if (filler === undefined) return opening
      opening.next = at + filler.length
    }
  }
  return opening
}

/** Jumps over up to five words that name what is saved, when an amount follows them. */
function skipObject(tokens: Token[], from: number, lead: string): number {
  if (!LEADS_WITH_OBJECT.has(lead)) return from
  for (let at = from; at <= from + 5; at++) {
    const token = tokens[at]
    if (token === undefined || token.newLine || phraseAt(tokens, at, COSTS) !== undefined) return from
    if (token.kind === "number") return at
    if (token.kind === "mark" || startsAmount(tokens, at)) return at === from ? from : at
  }
  return from
}

function startsAmount(tokens: Token[], at: number): boolean {
  return (
    qualifierAt(tokens, at, QUALIFIERS) !== undefined ||
    readPeriodBefore(tokens, at) !== undefined ||
    readNumberWords(tokens, at, true) !== undefined ||
    readVague(tokens, at) !== undefined
  )
}

/** "hàng trăm triệu", "vài chục triệu", "trăm triệu": no number. */
function readVague(tokens: Token[], from: number): Amount | undefined {
  const vague = phraseAt(tokens, from, VAGUE)
  const at = from + (vague?.length ?? 0)
  if (vague === undefined && !["chuc", "tram"].includes(key(tokens, at))) return undefined
  const scale = readScale(tokens, at, false)
  if (scale === undefined || scale.power < 3) return undefined
  const named = readCurrency(tokens, scale.next)
  const currency = scale.currency ?? named?.currency ?? "VND"
  return { values: [], bare: undefined, power: scale.power, currency, next: named?.next ?? scale.next }
}

type AnswerOptions = { slang: boolean; stopAtClause: boolean }

function readAnswer(tokens: Token[], from: number, options: AnswerOptions): Answer | undefined {
  const opening = readOpening(tokens, from)
  const slang = options.slang || (opening.lead?.endsWith("loi") ?? false)
  const vague = readVague(tokens, opening.next)
  const first = vague ?? readAmount(tokens, opening.next, slang)
  if (first === undefined) return undefined
  const periodOfFirst = readPeriod(tokens, first.next)
  const upper = vague ? undefined : readUpper(tokens, periodOfFirst?.next ?? first.next, slang)
  const periodAfter = upper === undefined ? periodOfFirst : (readPeriod(tokens, upper.next) ?? periodOfFirst)
  let next = upper?.next ?? periodOfFirst?.next ?? first.next
  if (upper !== undefined && periodAfter !== undefined) next = Math.max(next, periodAfter.next)
  const behind = qualifierAt(tokens, next, QUALIFIERS_BEHIND)
  const late = behind && readPeriod(tokens, behind.next)
  const end = readClosing(tokens, late?.next ?? behind?.next ?? next, options.stopAtClause)
  if (end === undefined) return undefined
  const currency = upper?.currency ?? first.currency
  const open = opening.qualifier ?? (opening.fromWord ? "over" : null)
  const facts = {
    currency: currency ?? "VND",
    period: periodAfter?.period ?? late?.period ?? opening.period,
    qualifier: upper ? ("range" as const) : (behind?.qualifier ?? open),
  }
  const readings = vague
    ? [{ ...facts, amount: null }]
    : amountPairs(first, upper).map((pair) => ({ ...facts, ...pair }))
  if (readings.length === 0 || readings.length > 2) return undefined
  const explicit = currency !== null || (upper ?? first).power >= 3
  return { readings, lead: opening.lead, explicit, next: end }
}

function readUpper(tokens: Token[], at: number, slang: boolean): Amount | undefined {
  return ["-", "–", "—", "~", "den", "toi"].includes(key(tokens, at))
    ? readAmount(tokens, at + 1, slang)
    : undefined
}

function amountPairs(first: Amount, upper: Amount | undefined): { amount: string; amountMax?: string }[] {
  const inRange = (value: Decimal) => !isMore(value, LARGEST)
  if (upper === undefined) {
    if (first.power < 3 && !isPlausible(first)) return []
    return first.values.filter(inRange).map((value) => ({ amount: toPlain(value) }))
  }
  if (upper.power < 3 && !isPlausible(upper)) return []
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
function readClosing(tokens: Token[], from: number, stopAtClause: boolean): number | undefined {
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

function hasWordsAfter(tokens: Token[], at: number): boolean {
  return tokens.slice(at + 1).some(({ kind }) => kind !== "mark")
}

/**
 * Reads an answer to "làm lợi khoảng bao nhiêu?". Every form of reference/domain.md §7.4, with or without marks. A
 * longer answer is read when exactly one benefit clause stands in it. Text beyond 500 characters is unreadable.
 */
export function parseMoney(text: string): MoneyReading {
  const raw = clean(text.slice(0, MAX_ANSWER_LENGTH))
  if (text.length > MAX_ANSWER_LENGTH) return { kind: "unreadable", raw }
  // A hyphen with a space behind it is a list mark; right before the number it is a minus.
  const tokens = tokenise(raw).filter(
    ({ key: mark }, at, all) => !(at === 0 && mark === "-" && all[1]?.spaced),
  )
  const answer = readAnswer(tokens, 0, { slang: true, stopAtClause: false })
  if (answer !== undefined) return reading(raw, answer)
  const found = findBenefits(tokens)
  if (found.length === 0 && saysNone(tokens)) return { kind: "none_given" }
  const [only] = found
  const clear = only?.answer.lead !== undefined || only?.answer.readings[0]?.period === "total"
  return only !== undefined && found.length === 1 && clear
    ? reading(raw, only.answer)
    : { kind: "unreadable", raw }
}

function saysNone(tokens: Token[]): boolean {
  const end = tokens.findIndex(({ key: mark }) => [";", ",", ".", "(", "!"].includes(mark))
  const clause = end < 0 ? tokens : tokens.slice(0, end)
  return NONE_GIVEN.test(
    clause
      .slice(0, 24)
      .map((token) => token.key)
      .join(" "),
  )
}

function reading(raw: string, { readings }: Answer): MoneyReading {
  const [first, second] = readings.map((facts): Money => ({ raw, ...facts }))
  if (first === undefined) return { kind: "unreadable", raw }
  return second === undefined
    ? { kind: "money", money: first }
    : { kind: "ambiguous", raw, readings: [first, second] }
}

// ---- A benefit clause within a title

type Benefit = { at: number; answer: Answer; setOff: boolean }

const CLAUSE_MARKS = new Set([",", ";", ":", ".", "–", "—", "-", "|", "(", "•"])

function isSetOff(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined || before === undefined) return false
  if (token.newLine) return true
  return CLAUSE_MARKS.has(before.key) && (before.key !== "-" || before.spaced || token.spaced)
}

function findBenefits(tokens: Token[]): Benefit[] {
  const found: Benefit[] = []
  let at = 0
  while (at < tokens.length) {
    const benefit = benefitAt(tokens, at)
    if (benefit !== undefined) found.push(benefit)
    at = benefit?.answer.next ?? at + 1
  }
  return found
}

function benefitAt(tokens: Token[], at: number): Benefit | undefined {
  if (CLAUSE_MARKS.has(key(tokens, at))) return undefined
  const setOff = isSetOff(tokens, at)
  const answer = readAnswer(tokens, at, { slang: false, stopAtClause: true })
  if (answer === undefined) return undefined
  const trailing = !hasWordsAfter(tokens, answer.next - 1)
  const benefit = { at, answer, setOff }
  if (answer.lead === undefined) {
    return setOff && trailing && answer.explicit && !namesCost(tokens, at) ? benefit : undefined
  }
  // "thủy lợi", "phúc lợi", "thuận lợi" end in the same word.
  if (answer.lead === "loi" && at > 0 && !setOff) return undefined
  if (WEAK_LEADS.has(answer.lead) && namesCost(tokens, at)) return undefined
  const amount = answer.readings[0]?.amount
  return answer.explicit || (amount !== undefined && amount !== null && amount.length >= 7)
    ? benefit
    : undefined
}

/** True when the clause right before `at` speaks of spending and not of saving. */
function namesCost(tokens: Token[], at: number): boolean {
  let from = CLAUSE_MARKS.has(key(tokens, at - 1)) ? at - 2 : at - 1
  while (from > 0 && from > at - 40 && !isSetOff(tokens, from)) from--
  const clause = tokens.slice(Math.max(from, 0), at)
  const saves = clause.some((_, offset) => phraseAt(clause, offset, [["giam"], ["tiet", "kiem"]]))
  return !saves && clause.some((_, offset) => phraseAt(clause, offset, COSTS) !== undefined)
}

/**
 * The benefit clause of a typed title: introduced by làm lợi, tiết kiệm, giảm chi phí, trị giá … or money at the end
 * behind a comma, dash or line break. Set off like that and last, it is taken out of `title`; otherwise `title` is the
 * whole text, cleaned. `benefitText` is the clause as typed. null when there is none, when there is more than one
 * (which is not clear), when nothing but the clause was typed, or for text beyond 4.000 characters. Costs are none.
 */
export function extractBenefit(
  text: string,
): { title: string; benefitText: string; reading: MoneyReading } | null {
  if (text.length > MAX_TITLE_LENGTH) return null
  const whole = clean(text)
  const tokens = tokenise(whole)
  const [benefit, ...others] = findBenefits(tokens)
  if (benefit === undefined) return extractRefusal(whole, tokens)
  const first = tokens[benefit.at]
  if (first === undefined || others.length > 0) return null
  const { answer, at, setOff } = benefit
  const end = tokens[answer.next - 1]?.end ?? whole.length
  const benefitText = whole.slice(first.start, end).replace(/[\s.,;:!?)]+$/, "")
  const trailing = !hasWordsAfter(tokens, answer.next - 1)
  if (at === 0 && trailing) return null
  const title = setOff && trailing ? titleBefore(whole, first) : whole
  return title === "" ? null : { title, benefitText, reading: reading(benefitText, answer) }
}

/** ", làm lợi: chưa tính được" at the end of a title. */
function extractRefusal(whole: string, tokens: Token[]) {
  const at = tokens.findIndex(
    (_, index) => isSetOff(tokens, index) && phraseAt(tokens, index, LEADS)?.includes("loi"),
  )
  const first = tokens[at]
  if (first === undefined || tokens.length > at + 12 || !saysNone(tokens.slice(at))) return null
  const title = titleBefore(whole, first)
  const none: MoneyReading = { kind: "none_given" }
  return title === "" ? null : { title, benefitText: whole.slice(first.start), reading: none }
}

function titleBefore(whole: string, clause: Token): string {
  return whole.slice(0, clause.start).replace(/[\s,;:.(|•–—-]+$/, "")
}

// ---- Writing

const SYMBOLS: Record<Currency, string> = {
  VND: "đ",
  USD: "USD",
  EUR: "EUR",
  JPY: "JPY",
  KRW: "KRW",
  CNY: "CNY",
}

const PERIOD_WORDS: Record<Exclude<Period, "item" | "total">, string> = {
  year: "năm",
  quarter: "quý",
  month: "tháng",
  week: "tuần",
  day: "ngày",
  shift: "ca",
  hour: "giờ",
  time: "lần",
}

const QUALIFIER_WORDS: Record<Exclude<Qualifier, "range">, string> = {
  about: "khoảng ",
  over: "trên ",
  nearly: "gần ",
  up_to: "đến ",
}

/** A plain decimal with dots between thousands and a decimal comma: "1234.5" → "1.234,5". */
function grouped(plain: string): string {
  const [integer = "0", fraction] = plain.split(".")
  const groups = BigInt(integer).toLocaleString("vi-VN")
  return fraction === undefined ? groups : `${groups},${fraction}`
}

function periodSuffix(period: Period | null): string {
  return period === null || period === "total" || period === "item" ? "" : `/${PERIOD_WORDS[period]}`
}

/**
 * An amount for a receipt: "120.000.000 đ/năm", "41.040 USD", "khoảng 5.000.000 đ",
 * "3.000.000.000–100.000.000.000 đ". What has no number, or is per machine or product, is shown as typed.
 */
export function formatMoney(money: Money): string {
  if (money.amount === null || money.period === "item") return money.raw
  const hedge =
    money.qualifier === null || money.qualifier === "range" ? "" : QUALIFIER_WORDS[money.qualifier]
  const upper = money.amountMax === undefined ? "" : `–${grouped(money.amountMax)}`
  return `${hedge}${grouped(money.amount)}${upper} ${SYMBOLS[money.currency]}${periodSuffix(money.period)}`
}

/** An amount in words of scale, to tell two readings apart: "3,843 tỷ đồng", "3.843 tỷ đồng", "1,5 triệu đồng/năm". */
export function formatReading(money: Money): string {
  if (money.amount === null) return money.raw
  const upper = money.amountMax === undefined ? "" : `–${inWords(money.amountMax)}`
  const unit = money.currency === "VND" ? "đồng" : SYMBOLS[money.currency]
  return `${inWords(money.amount)}${upper} ${unit}${periodSuffix(money.period)}`
}

function inWords(plain: string): string {
  const value = fromPlain(plain)
  for (const [power, word] of [
    [9, "tỷ"],
    [6, "triệu"],
  ] as const) {
    if (!isMore({ digits: 1n, exponent: power }, value))
      return `${grouped(toPlain(scaled(value, -power)))} ${word}`
  }
  return grouped(toPlain(sum(value, ZERO)))
}
