/**
 * Money as people state it. Which file tells what:
 *
 *     money.ts              what an amount is, and how it is written back
 *     money-reading.ts      reads an answer about money, or finds the benefit that a title or description states
 *     money-clause.ts       one amount with all that is said about it: "tiết kiệm khoảng 5-6 triệu mỗi tháng"
 *     money-amount.ts       the amount alone: "1 tỷ 2", "107 tỉ 786 triệu đồng"
 *     money-vague.ts        what holds no number to go by: "hàng trăm triệu", "200k/ca x 3 ca"
 *     money-number-words.ts its number in words; money-scale.ts the words of scale and currency behind; money-period.ts "mỗi tháng"
 *     money-tokens.ts       the words and numbers of a text; money-words.ts what they mean
 */
import { fromPlain, isMore, scaled, toPlain } from "./decimal.ts"
import { formatNumber } from "./number.ts"

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
 * digits and a word (1.2 tỷ) is a decimal typed the English way.
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
 * first, or "5 6 triệu" as a range and as 5,6 triệu; ask. `none_given`: "không tính được". `unreadable`: ask again. "0đ" is money with amount "0".
 */
export type MoneyReading =
  | { kind: "money"; money: Money }
  | { kind: "ambiguous"; raw: string; readings: [Money, Money] }
  | { kind: "none_given" }
  | { kind: "unreadable"; raw: string }

/** An amount that puts `former` right: where it says no period, the former one's still stands. */
export function insteadOf(former: Money | undefined, money: Money): Money {
  return money.period === null && former !== undefined ? { ...money, period: former.period } : money
}

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
  const groups = formatNumber(BigInt(integer))
  return fraction === undefined ? groups : `${groups},${fraction}`
}

function periodSuffix(period: Period | null): string {
  return period === null || period === "total" || period === "item" ? "" : `/${PERIOD_WORDS[period]}`
}

/** Stands before the amount on every receipt. */
const LABEL = /^(?:(?:giá trị|gia tri) )?(?:làm lợi|lam loi)\s*:?\s*(?=\S)/iu

/**
 * An amount for a receipt: "120.000.000 đ/năm", "41.040 USD", "khoảng 5.000.000 đ",
 * "3.000.000.000–100.000.000.000 đ". What has no number, or is per machine or product, is shown as typed.
 */
export function formatMoney(money: Money): string {
  if (money.amount === null || money.period === "item") return money.raw.replace(LABEL, "")
  const hedge =
    money.qualifier === null || money.qualifier === "range" ? "" : QUALIFIER_WORDS[money.qualifier]
  const upper = money.amountMax === undefined ? "" : `–${grouped(money.amountMax)}`
  return `${hedge}${grouped(money.amount)}${upper} ${SYMBOLS[money.currency]}${periodSuffix(money.period)}`
}

const ENGLISH: readonly (readonly [RegExp, string])[] = [
  ...Object.entries(PERIOD_WORDS).map(([period, word]) => [new RegExp(`/${word}$`), `/${period}`] as const),
  ...Object.entries(QUALIFIER_WORDS).map(
    ([qualifier, word]) => [new RegExp(`^${word}`), `${qualifier.replace("_", " ")} `] as const,
  ),
]

/** An amount as `formatMoney` writes it for who reads English: "about 5.000.000 đ/month". */
export function moneyInEnglish(formatted: string): string {
  return ENGLISH.reduce((text, [word, english]) => text.replace(word, english), formatted)
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
  return grouped(toPlain(value))
}
