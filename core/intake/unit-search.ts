import { foldWords } from "../text/fold.ts"
import { compact, type Index, type Indexed, indexOf, type SearchableUnit } from "./unit-index.ts"
import { type QueryWord, readingsOf, wordOf } from "./unit-query.ts"
import { AROUND, AROUND_LEVEL, COMMON, LEGAL_FORM, LEVELS, tokens } from "./unit-words.ts"

/** What was found: exactly one for certain, or up to three to choose from, best first. */
export type UnitSearch =
  | { readonly kind: "sure"; readonly id: string }
  | { readonly kind: "choices"; readonly ids: readonly string[] }
  | { readonly kind: "none" }

const MOST_CHOICES = 3
/** A name is short; what is longer is a sentence. */
const LONGEST_QUERY = 240
/** So many slips of the finger are forgiven over a whole name. */
const MOST_SLIPS = 2
/** What a unit must have of the query's weight to be offered. */
const LEAST_MET = 0.5

const ABOUT_ONESELF =
  /^(?:(?:em|anh|chi|toi|minh) )?(?:(?:ten )?(?:don vi|cong doan) (?:cua )?(?:em|anh|chi|toi|minh) (?:la |o |thuoc )?|(?:lam )?(?:o|thuoc|ben|tai) (?!$))/

const CALLED_A =
  /(?:^|\s)(?:viện|vien|bv|trường|truong|công ty|cong ty|cty|trạm|tram|máy|may|nghiệp|nghiep|thpt|thcs|tiểu học|tieu hoc|mầm non|mam non)\s+a$/iu

/** How well one unit answers the query. */
type Match = {
  readonly id: string
  /** Slips of the finger that must be forgiven. */
  readonly slips: number
  /** Whether every word of the query was met by the name, or by the name of a unit above. */
  readonly explained: boolean
  /** Whether the query has every word of the name that matters. */
  readonly complete: boolean
  /** How many words that matter were met. */
  readonly distinct: number
  /** Whether some word was met only by the name of a unit above. */
  readonly byAbove: boolean
  readonly cost: number
}

/**
 * Finds the unit meant by `text`: its code, or its name with missing marks, left-out common words, short forms and up to
 * two typos. Sure only when no other unit could be meant by the same words with as many typos; a name that several units
 * have is never sure, unless the unit above is named too.
 */
export function findUnit(text: string, units: readonly SearchableUnit[]): UnitSearch {
  const typed = text.slice(0, LONGEST_QUERY)
  const index = indexOf(units)
  const coded = index.byCode.get(compact(typed.replace(/^\s*m[ãa]\s+/iu, "")))
  const [only, ...others] = coded ?? []
  if (only !== undefined && others.length === 0) return { kind: "sure", id: only }

  const key = foldWords(typed).replace(ABOUT_ONESELF, "")
  if (key === "") return { kind: "none" }
  if (index.root !== undefined && isRootMeant(tokens(key), index.root))
    return { kind: "sure", id: index.root.id }
  const matches = readingsOf(key, index)
    .map((reading) => reading.map((word) => wordOf(word, index)))
    .flatMap((query) => candidates(query, index).flatMap((unit) => matched(query, unit, index) ?? []))
    .sort((one, other) => one.cost - other.cost)
  const best = matches[0]
  if (best === undefined) return { kind: "none" }
  const named = index.byName.get(tokens(key).join(" "))
  const isNamed = named?.length === 1 && named[0] === best.id
  const ids = [...new Set(matches.map(({ id }) => id))]
  // Two slips can make any place of another; and between namesakes the unit above must be named right.
  // "thôi" is one slip from a part of "Thái Nguyên": a slip is forgiven beside a word that is right, or in the whole name.
  const isTold = best.slips === 0 || best.complete || best.distinct > best.slips
  // "bệnh viện a" is called so: only where the rest of a name stands before it is it "ạ" without its mark.
  const isCalledA = !best.complete && CALLED_A.test(typed.trim())
  const isClear = !isCalledA && best.explained && isTold && best.slips <= (best.byAbove ? 0 : 1)
  if (isClear && !matches.some((other) => other.id !== best.id && isRival(other, best, isNamed))) {
    return { kind: "sure", id: best.id }
  }
  return { kind: "choices", ids: ids.slice(0, MOST_CHOICES) }
}

/** "tỉnh", "toàn tỉnh", "LĐLĐ tỉnh": the federation by its level alone, where its own name says that level. */
function isRootMeant(typed: readonly string[], root: Indexed): boolean {
  return (
    typed.some((token) => LEVELS.has(token) && root.tokens.includes(token)) &&
    typed.every((token) =>
      LEVELS.has(token) ? root.tokens.includes(token) : AROUND_LEVEL.has(token) || AROUND.has(token),
    )
  )
}

/** The units that have a word of the query which matters, or, when none of its words does, any. */
function candidates(query: readonly QueryWord[], index: Index): readonly Indexed[] {
  const near = query.flatMap((word) => [...word.near.keys()])
  const telling = near.filter((token) => !COMMON.has(token))
  const found = new Set(
    (telling.length > 0 ? telling : near).flatMap((token) => index.having.get(token) ?? []),
  )
  return [...found]
}

/** Whether `other` could just as well be meant where `best` was typed. */
function isRival(other: Match, best: Match, isNamed: boolean): boolean {
  // Who is found by the unit above, for which nothing is forgiven, and by a slip besides is far from what was typed.
  if (!other.explained || (other.byAbove && other.slips > 0)) return false
  // The very name was typed: only a unit whose own name is one slip away is asked about.
  if (isNamed) return other.complete && other.slips <= 1 && !other.byAbove
  return other.complete || !best.complete || other.slips < best.slips
}

function matched(query: readonly QueryWord[], unit: Indexed, index: Index): Match | undefined {
  const left = new Set(unit.tokens.keys())
  let asked = 0
  let met = 0
  let slips = 0
  let unmet = 0
  let farther = 0
  let distinct = 0
  for (const { word, weight, near } of query) {
    const { at, distance } = nearest(near, unit, left)
    if (at !== undefined) {
      left.delete(at)
      const own = index.weightOf.get(unit.tokens[at] ?? "") ?? weight
      asked += own
      met += own * (1 - 0.3 * distance)
      slips += distance
      if (!COMMON.has(unit.tokens[at] ?? "")) distinct++
    } else if (isAbove(near, unit)) {
      farther += 0.05
    } else if (!AROUND.has(word) || index.weightOf.has(word)) {
      // A common word too many ("công ty" for a "nhà máy") hardly speaks against a unit; any other word does.
      asked += weight
      if (!LEGAL_FORM.has(word)) unmet++
    }
  }
  if (met === 0 || met < LEAST_MET * asked || slips > MOST_SLIPS) return undefined
  let missing = 0
  let missingDistinct = 0
  for (const at of left) {
    const token = unit.tokens[at] ?? ""
    missing += index.weightOf.get(token) ?? 0
    if (!COMMON.has(token)) missingDistinct++
  }
  return {
    id: unit.id,
    slips,
    explained: unmet === 0 && distinct > 0,
    complete: missingDistinct === 0,
    distinct,
    byAbove: farther > 0,
    cost: (asked - met) * 1.5 + missing * 0.25 + farther,
  }
}

function nearest(
  near: ReadonlyMap<string, number>,
  unit: Indexed,
  left: ReadonlySet<number>,
): { at: number | undefined; distance: number } {
  let at: number | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const position of left) {
    const found = near.get(unit.tokens[position] ?? "")
    if (found === undefined || found >= distance) continue
    at = position
    distance = found
  }
  return { at, distance }
}

function isAbove(near: ReadonlyMap<string, number>, unit: Indexed): boolean {
  // Between namesakes this decides, so nothing is forgiven.
  for (const [token, slips] of near) if (slips === 0 && unit.above.has(token)) return true
  return false
}
