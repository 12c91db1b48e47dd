import { foldWords } from "../text/fold.ts"
import { hash } from "./signature.ts"

/** So many different words of a record are looked up at most; a description may have 5,000 characters. */
const MOST_WORDS = 400

/** Under which keys a record is found: the words of its title and description and those of its sector. 32-bit integers. */
export function searchWords(record: {
  readonly title: string
  readonly description?: string | undefined
  readonly sector?: string | undefined
}): readonly number[] {
  const words = wordsOf(`${record.title} ${record.description ?? ""}`)
  return [...new Set([...words.map(hash), ...sectorKeys(record.sector ?? "")])]
}

/** The keys of what is looked for. */
export function wordKeys(text: string): readonly number[] {
  return wordsOf(text).map(hash)
}

/** The keys of a sector's own words. */
export function sectorKeys(sector: string): readonly number[] {
  return wordsOf(sector).map((word) => hash(`sector ${word}`))
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(foldWords(text).split(" "))].filter((word) => word !== "").slice(0, MOST_WORDS)
}
