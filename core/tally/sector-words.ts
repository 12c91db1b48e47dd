import { fold, foldWords } from "../text/fold.ts"

/** What was stated of no record. */
export const NO_SECTOR = ""

/** "theo lĩnh vực", "lĩnh vực an toàn lao động": every sector where `typed` is empty, else those that it names. */
export type SectorWish = { readonly typed: string }

/** Words that end a sector's name: a period, or the unit it is asked of. */
const BEHIND_NAME = /^(?:tuan|thang|giai|gd|dot|quy|hom|ngay|cua|o|ben|tai|thuoc|trong|gom|co|\d.*)$/
const JOINS_UNIT = /^(?:cua|o|ben|tai|thuoc)$/

/**
 * Takes the sector out of what followed "tổng hợp"; `words` keeps the period and the unit. A name is as many words as a sector of
 * the campaign has among its own; where none has them, all up to the period.
 */
export function takeSector(
  words: readonly string[],
  known: readonly string[],
): { readonly words: readonly string[]; readonly sector: SectorWish | undefined } {
  const keys = words.map(fold)
  const at = keys.findIndex((key, index) => key === "linh" && keys[index + 1] === "vuc")
  if (at < 0) return { words, sector: undefined }
  let begun = at
  while (/^(?:theo|tung|cac|moi|ve|thuoc|trong)$/.test(keys[begun - 1] ?? "")) begun--
  const isEach = begun < at && keys.slice(begun, at).includes("theo")
  let from = at + 2
  while (keys[from] === "nao" || keys[from] === "ve") from++
  const quoted = quotedLength(words.slice(from))
  const named = quoted ?? namedLength(words.slice(from), known)
  const count = isEach || named > 0 ? named : untilPeriod(words.slice(from))
  let behind = from + count
  if (JOINS_UNIT.test(keys[behind] ?? "")) behind++
  const typed = words.slice(from, from + count).join(" ")
  return {
    words: [...words.slice(0, begun), ...words.slice(behind)],
    sector: { typed: typed.replace(QUOTED, "$1") },
  }
}

const QUOTED = /^["“«](.+)["”»]$/u

/** How many words stand in quotes; undefined where none do. */
function quotedLength(words: readonly string[]): number | undefined {
  const ends = words.map((_, at) => at + 1)
  return ends.find((count) => QUOTED.test(words.slice(0, count).join(" ")))
}

/** The sector as `takeSector` reads it back whole: in quotes where a word of its name would end it, or another sector begins it. */
export function sectorToType(name: string, known: readonly string[]): string {
  if (name === NO_SECTOR) return "chưa ghi"
  const words = name.split(" ")
  return typedLength(words, known) === words.length ? name : `“${name}”`
}

function typedLength(words: readonly string[], known: readonly string[]): number {
  const named = namedLength(words, known)
  return named > 0 ? named : untilPeriod(words)
}

function namedLength(words: readonly string[], known: readonly string[]): number {
  for (let count = words.length; count > 0; count--) {
    if (sectorsNamed(words.slice(0, count).join(" "), known).length > 0) return count
  }
  return 0
}

function untilPeriod(words: readonly string[]): number {
  const end = words.findIndex((word) => BEHIND_NAME.test(fold(word)))
  return end < 0 ? words.length : end
}

/** Those of the sectors that have all the words: "an toàn lao động" is of "An toàn – vệ sinh lao động". */
export function sectorsNamed(typed: string, known: readonly string[]): readonly string[] {
  const key = foldWords(typed)
  if (key === "") return []
  if (/^chua (?:ghi|ro|co)$/.test(key)) return [NO_SECTOR]
  const exact = known.filter((sector) => foldWords(sector) === key)
  if (exact.length > 0) return exact
  const shortened = known.filter((sector) => initialsOf(sector) === key)
  if (shortened.length > 0) return shortened
  return known.filter((sector) => {
    const own = foldWords(sector).split(" ")
    return key.split(" ").every((word) => own.includes(word))
  })
}

/** "ATVSLĐ", of three words or more: of fewer they are a word like any other. */
function initialsOf(sector: string): string | undefined {
  const words = foldWords(sector).split(" ")
  return words.length < 3 ? undefined : words.map((word) => word[0]).join("")
}
