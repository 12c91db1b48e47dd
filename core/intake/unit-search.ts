import { fold, foldWords } from "../text/fold.ts"

/** A unit that can be searched for; `nameKey` is `foldWords(name)`. */
export type SearchableUnit = { readonly id: string; readonly code: string; readonly nameKey: string }

/** What was found: exactly one for certain, or up to three to choose from, best first. */
export type UnitSearch =
  | { readonly kind: "sure"; readonly id: string }
  | { readonly kind: "choices"; readonly ids: readonly string[] }
  | { readonly kind: "none" }

const MOST_CHOICES = 3
/** Below this share of matched words a unit is not offered at all. */
const LEAST_SCORE = 0.55
/** So much better than the second must a unit be to be taken without asking. */
const CLEAR_LEAD = 0.2

/** Words that nearly every name has: they weigh little, and people leave them out. */
const COMMON = new Set(
  foldWords(
    "công đoàn cơ sở cđcs cđ ty tnhh cp cổ phần trường nhà máy xí nghiệp liên lao động huyện thành phố tỉnh các ngành xã phường",
  ).split(" "),
)

/** Short forms and what they stand for, as the words of names are compared. */
const SHORT = new Map(
  Object.entries({
    cđcs: "công đoàn cơ sở",
    cđ: "công đoàn",
    cty: "công ty",
    ct: "công ty",
    lđlđ: "liên đoàn lao động",
    kcn: "khu công nghiệp",
    th: "tiểu học",
    tx: "thị xã",
    tp: "thành phố",
    bv: "bệnh viện",
    tt: "trung tâm",
    htx: "hợp tác xã",
    nm: "nhà máy",
    xn: "xí nghiệp",
    mn: "mầm non",
    ubnd: "uỷ ban nhân dân",
    gd: "giáo dục",
    yt: "y tế",
  }).map(([short, long]) => [foldWords(short), foldWords(long)]),
)

/**
 * Finds the unit meant by `text`: its code, or its name with missing marks, left-out common words, short forms and up to
 * two typos a word. Never sure when two units are about as good.
 */
export function findUnit(text: string, units: readonly SearchableUnit[]): UnitSearch {
  const code = fold(text)
  const byCode = units.filter((unit) => fold(unit.code) === code)
  if (byCode.length === 1) return { kind: "sure", id: (byCode[0] as SearchableUnit).id }

  const query = foldWords(text)
  if (query === "") return { kind: "none" }
  const exact = units.filter((unit) => unit.nameKey === query)
  if (exact.length === 1) return { kind: "sure", id: (exact[0] as SearchableUnit).id }
  if (exact.length > 1) return { kind: "choices", ids: exact.slice(0, MOST_CHOICES).map((unit) => unit.id) }

  const words = expand(query.split(" ").slice(0, 24))
  const scored = units
    .map((unit) => ({ id: unit.id, score: similarity(words, expand(unit.nameKey.split(" "))) }))
    .filter((unit) => unit.score >= LEAST_SCORE)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_CHOICES + 1)
  const [best, second] = scored
  if (best === undefined) return { kind: "none" }
  if (best.score >= 0.9 && best.score - (second?.score ?? 0) >= CLEAR_LEAD)
    return { kind: "sure", id: best.id }
  return { kind: "choices", ids: scored.slice(0, MOST_CHOICES).map((unit) => unit.id) }
}

function expand(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => (SHORT.get(word) ?? word).split(" "))
}

/** How much of the query's weight the name has, with a small discount for what the name has besides; 0 to 1. */
function similarity(query: readonly string[], name: readonly string[]): number {
  let asked = 0
  let met = 0
  const left = new Set(name)
  for (const word of query) {
    const weight = weightOf(word)
    asked += weight
    let best = 0
    let bestWord: string | undefined
    for (const candidate of left) {
      const alike = wordLikeness(word, candidate)
      if (alike > best) {
        best = alike
        bestWord = candidate
      }
    }
    if (bestWord !== undefined && best > 0) {
      left.delete(bestWord)
      met += weight * best
    }
  }
  if (asked === 0) return 0
  let besides = 0
  for (const word of left) besides += weightOf(word)
  return met / asked - 0.05 * Math.min(1, besides / 4)
}

function weightOf(word: string): number {
  return COMMON.has(word) ? 0.15 : 1
}

/** 1 for the same word, less for each typo; 0 when it is another word. Short words must be right. */
function wordLikeness(one: string, other: string): number {
  if (one === other) return 1
  const longest = Math.max(one.length, other.length)
  const allowed = longest >= 7 ? 2 : longest >= 4 ? 1 : 0
  if (allowed === 0 || Math.abs(one.length - other.length) > allowed) return 0
  const distance = editDistance(one, other)
  return distance <= allowed ? 1 - distance / (longest + 1) : 0
}

/** Edits (insert, delete, change, swap of neighbours) between two short words. */
function editDistance(one: string, other: string): number {
  const width = other.length + 1
  let before: number[] = []
  let row = Array.from({ length: width }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j < width; j++) {
      const change = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1)
      let cost = Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      }
      next.push(cost)
    }
    before = row
    row = next
  }
  return row[width - 1] as number
}
