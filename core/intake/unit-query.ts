import { editDistance } from "../text/edit-distance.ts"
import type { Index } from "./unit-index.ts"
import { AROUND, COMMON, KINDS, READINGS_OF, tokens } from "./unit-words.ts"

/** More words than these, or longer ones, are a sentence that holds no name we could find. */
const MOST_WORDS = 16
const LONGEST_WORD = 24

/** The query as tokens, in each way its short forms can be read. */
export function readingsOf(key: string, index: Index): readonly (readonly string[])[] {
  const words = key
    .split(" ")
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD))
  const parts = tokens(joined(words, index).join(" ")).map(
    (token) => READINGS_OF.get(token) ?? [index.weightOf.has(token) ? [token] : apart(token, index)],
  )
  let readings: string[][] = [[]]
  for (const part of parts) {
    // Two readings of two words at most: beyond that the first will do.
    const choices = readings.length >= 4 ? part.slice(0, 1) : part
    readings = readings.flatMap((reading) => choices.map((choice) => [...reading, ...choice]))
  }
  return readings
}

/** "tân lo ng": two words that only together are a word of some name. */
function joined(words: readonly string[], index: Index): string[] {
  const made: string[] = []
  for (const word of words) {
    const before = made.at(-1)
    const isPiece = before !== undefined && !index.weightOf.has(word) && !READINGS_OF.has(word)
    if (isPiece && index.weightOf.has(before + word)) made[made.length - 1] = before + word
    else made.push(word)
  }
  return made
}

/** "tanlong": one word that is two, both of them words of names. */
function apart(word: string, index: Index): string[] {
  for (let at = 3; at <= word.length - 3; at++) {
    const pair = [word.slice(0, at), word.slice(at)]
    if (pair.every((half) => index.weightOf.has(half))) return pair
  }
  return [word]
}

const UNKNOWN_WEIGHT = 1.5

/** A word of the query with the words of names it may be, and the slips that takes. */
export type QueryWord = {
  readonly word: string
  readonly weight: number
  readonly near: ReadonlyMap<string, number>
}

/** Compared with each different word once, not with each unit: names share most of their words. */
export function wordOf(word: string, index: Index): QueryWord {
  const near = new Map<string, number>()
  // "các" and "của" are typed as they are, and are no slip from "Cau".
  const isItself = COMMON.has(word) || AROUND.has(word)
  for (const token of index.weightOf.keys()) {
    const slips = isItself && word !== token ? undefined : slipsBetween(word, token)
    if (slips !== undefined) near.set(token, slips)
  }
  return { word, weight: index.weightOf.get(word) ?? (COMMON.has(word) ? 0.1 : UNKNOWN_WEIGHT), near }
}

/** Slips between two words; undefined for different ones. Numbers and short forms must be right. */
function slipsBetween(one: string, other: string): number | undefined {
  if (one === other) return 0
  const longest = Math.max(one.length, other.length)
  const shortest = Math.min(one.length, other.length)
  const allowed = longest >= 5 ? 2 : shortest >= 3 || longest >= 4 ? 1 : 0
  if (allowed === 0 || /\d/.test(one + other)) return undefined
  // "th", "kcn" and the like must be right, "thcs" and other long kinds may miss one letter.
  if (KINDS.has(other) && (other.length < 4 || editDistance(one, other, 1) > 1)) return undefined
  const distance = editDistance(one, other, allowed)
  return distance <= allowed ? distance : undefined
}
