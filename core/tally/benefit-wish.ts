import { readPage } from "../people/page.ts"
import { clean, fold } from "../text/fold.ts"
import type { Money } from "../text/money.ts"
import { parseMoney } from "../text/money-reading.ts"
import { oneOf } from "../text/pattern.ts"

/**
 * Which benefits are meant: those that state no amount in đồng, which a tally counts as not converted, or those of at least, of more than, or of less than, so
 * many đồng a year (a plain decimal), as honour lists compare them.
 */
export type BenefitBound =
  | { readonly kind: "unconverted" }
  | { readonly kind: "from" | "above" | "below"; readonly vnd: string }

/** "làm lợi trên 1 tỷ tháng 3 KCN trang 2", understood; `rest`: the period and the unit, as typed. */
export type BenefitWish = {
  readonly bound: BenefitBound
  /** The bound, as typed. */
  readonly typed: string
  readonly rest: string
  readonly page: number
}

const UNCONVERTED = /^(?:lam loi )?chua quy doi(?: (?:duoc|ra|thanh|tien|dong))*(?= |$)/
const NUMBER_WORD = oneOf("mot, hai, ba, bon, nam, sau, bay, tam, chin, muoi, chuc, tram, nua")
const SCALE = oneOf("ty, ti, trieu, tr, nghin, ngan, k")
const EACH = oneOf("nam, thang, quy, tuan, ngay, ca, gio, lan, cai, may")
const LARGE = "(?:\\d{1,3}(?:[.]\\d{3}){2,}|\\d{7,})"
const AMOUNT =
  `(?:${LARGE}(?![\\d.])|(?:\\d[\\d.,]*|${NUMBER_WORD})(?: (?:${NUMBER_WORD}|\\d[\\d.,]*))* ?${SCALE}(?![a-z])(?: (?:\\d[\\d.,]*|${NUMBER_WORD}) ?${SCALE}(?![a-z]))*(?: \\d(?![\\d.,/]))?|\\d{1,3}(?:ty|ti|tr)\\d{1,3})` +
  `(?: (?:ruoi|dong|vnd))*(?: ?/ ?${EACH}| (?:moi|mot|1) ${EACH})?`
const BOUND = new RegExp(
  `^(?:lam loi )?(?<how>tren|hon|vuot|tu|it nhat|toi thieu|duoi) (?<amount>${AMOUNT})(?: (?:tro len|do len))?(?= |$)`,
  "d",
)
const HOW: ReadonlyMap<string, "above" | "below"> = new Map([
  ["tren", "above"],
  ["hon", "above"],
  ["vuot", "above"],
  ["duoi", "below"],
])
const LONGEST = 200
/** As honour lists reckon a year; what is said of a shift or a piece says nothing about one. */
const TIMES_A_YEAR: Readonly<Partial<Record<NonNullable<Money["period"]>, bigint>>> = {
  year: 1n,
  total: 1n,
  quarter: 4n,
  month: 12n,
}

/** Reads what stands behind "tổng hợp" where it asks for records by their benefit; undefined where it asks for anything else. */
export function readBenefitWish(text: string): BenefitWish | undefined {
  const { page, rest } = readPage(clean(text.slice(0, LONGEST)))
  const said = fold(rest)
  if (said.length !== rest.length) return undefined
  const wish = (bound: BenefitBound, length: number) => ({
    bound,
    typed: rest.slice(0, length),
    rest: rest.slice(length).trim(),
    page,
  })
  const unconverted = UNCONVERTED.exec(said)?.[0]
  if (unconverted !== undefined) return wish({ kind: "unconverted" }, unconverted.length)
  const found = BOUND.exec(said)
  const [from, to] = found?.indices?.groups?.["amount"] ?? [0, 0]
  const vnd = found === null ? undefined : yearlyVnd(rest.slice(from, to))
  if (found === null || vnd === undefined) return undefined
  const kind = HOW.get(found.groups?.["how"] ?? "") ?? "from"
  return wish({ kind, vnd }, found[0].length)
}

function yearlyVnd(typed: string): string | undefined {
  const reading = parseMoney(typed)
  if (reading.kind !== "money") return undefined
  const { amount, currency, period } = reading.money
  const times = TIMES_A_YEAR[period ?? "year"]
  if (amount === null || currency !== "VND" || times === undefined || !/^\d+$/.test(amount)) return undefined
  return String(BigInt(amount) * times)
}
