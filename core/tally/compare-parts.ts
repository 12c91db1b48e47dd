import { namesOwnUnit, unitNamed } from "../conversation/which-unit.ts"
import type { SearchableUnit } from "../intake/unit-index.ts"
import type { UnitRef } from "../people/role.ts"
import { clean, fold } from "../text/fold.ts"
import type { Calendar } from "./period.ts"
import { readTallyWish, type TallyWish } from "./wish.ts"

/** One of the things that are compared: a unit as typed, a period, or both; empty for none. */
export type Part = Pick<TallyWish, "unit" | "period" | "ask" | "ahead">

/** What stands between two of them, "A với B", "A so với B", "A, B và C". */
const JOIN = "voi|va|hay|hoac|vs|cung|hon"
const JOINS = new RegExp(`^(?:${JOIN})$`)
/** Folded words that may name two. */
export const JOINED = new RegExp(`,|(?:^| )(?:${JOIN})(?: |$)`)
/** "tháng 1, 2 và 3": what the numbers behind the first are of. */
const NUMBERS_OF =
  /(?<of>tháng|thang|quý|quy|giai đoạn|giai doan)\s+(?<first>\d{1,2})(?<more>(?:\s*,\s*(?:và\s+|va\s+)?\d{1,2}|\s+(?:và|va|với|voi)\s+\d{1,2})+)(?![\d/.-])/giu
const BEFORE_JOIN = /(?:[\s,]+(?:so|sánh|sanh|có|co))+$/iu
/** "2 đơn vị", "3 huyện": how many they are. */
const COUNTED =
  /^(?:\d{1,2}|hai|ba|bốn|bon)\s+(?:(?:đơn vị|don vi|công đoàn|cong doan|ngành|nganh|khối|khoi)\s+)?/iu
/** More would be a ranking, and too many ways to divide the words. */
const MOST_JOINS = 6

/**
 * The words cut where units or periods are named on all sides: "Sở Nông nghiệp và Môi trường với KCN" has two places for it. undefined
 * when nothing is named.
 */
export function partsIn(
  rest: string,
  calendar: Calendar,
  units: readonly (SearchableUnit & UnitRef)[],
): readonly Part[] | undefined {
  const each = clean(rest).replace(NUMBERS_OF, (...found) => {
    const { of = "", first = "", more = "" } = found.at(-1) as Readonly<Record<string, string>>
    return `${of} ${first}${more.replace(/\d+/g, (number) => `${of} ${number}`)}`
  })
  const words = each.split(/\s+/)
  const cuts = words
    .flatMap((word, at) => (at > 0 && (JOINS.test(fold(word)) || words[at - 1]?.endsWith(",")) ? [at] : []))
    .slice(0, MOST_JOINS)
  const ways = Array.from({ length: 2 ** cuts.length - 1 }, (_, way) => {
    const chosen = cuts.filter((_, nth) => ((way + 1) >> nth) & 1)
    const parts = [0, ...chosen].map((from, nth) => partOf(words.slice(from, chosen[nth]), calendar, units))
    const fits = parts.map((part) => fitOf(part, units))
    return { parts, least: Math.min(...fits), sum: fits.reduce((sum, fit) => sum + fit, 0) }
  })
  // As many as can be named for certain.
  const [best] = ways.toSorted(
    (a, b) => b.least - a.least || (a.least < SURE ? a.parts.length - b.parts.length : 0) || b.sum - a.sum,
  )
  return best === undefined || best.sum === 0 ? undefined : best.parts
}

function partOf(
  words: readonly string[],
  calendar: Calendar,
  units: readonly (SearchableUnit & UnitRef)[],
): Part {
  const [first = "", ...further] = words
  const typed = (JOINS.test(fold(first)) ? further : words)
    .join(" ")
    .replace(BEFORE_JOIN, "")
    .replace(/,$/, "")
  const isName = unitNamed(typed, units).kind === "sure"
  return readTallyWish(isName ? typed : typed.replace(COUNTED, ""), calendar, units)
}

const SURE = 2

function fitOf({ unit, period }: Part, units: readonly (SearchableUnit & UnitRef)[]): number {
  if (unit === "") return period === "" ? 0 : SURE
  if (namesOwnUnit(unit)) return SURE
  const { kind } = unitNamed(unit, units)
  return kind === "sure" ? SURE : kind === "choices" ? 1 : 0
}
