import { FAMILY_NAMES } from "../text/family-names.ts"
import { fold } from "../text/fold.ts"
import type { MoneyReading } from "../text/money.ts"
import { parseMoney } from "../text/money-reading.ts"
import { oneOf } from "../text/pattern.ts"
import { peopleIn, splitName, TITLE_OPENINGS } from "./author-name.ts"

/**
 * Telegram makes a space of a tab (TDLib's `clean_input_string`, seen 2026-11), so the words themselves must tell where the
 * name ends: behind a known family name, before the last capital that a small letter follows, or before a word titles begin
 * with. Undefined when they do not, or when a mark does.
 */
export function splitSpaced(record: string): Spaced | undefined {
  const [line = "", ...more] = record.split("\n")
  const marked = splitName(line)
  if (marked !== undefined && peopleIn(marked.name).length > 1) return undefined
  // "Nguyễn Văn Hùng Cải tiến máy may - giảm 30%": the dash comes after both.
  const head = (marked === undefined ? line : marked.name).split(" ").slice(0, LONGEST_NAME_AND_TITLE)
  if (!FAMILY_NAMES.has(fold(head[0] ?? ""))) return undefined
  const count = endOfName(head)
  if (count === undefined) return undefined
  const words = line.split(" ")
  const rest = [words.slice(count).join(" "), ...more].join("\n")
  return { name: words.slice(0, count).join(" "), rest }
}

/** A row parted without any mark. */
export type Spaced = { readonly name: string; readonly rest: string; readonly place?: string }

const LONGEST_NAME_AND_TITLE = 9
const LONGEST_NAME_WORDS = 6
const MOST_UNIT_WORDS = 12

/** The unit's own column stands between the name and the title, or behind both. */
export function splitAtUnit(record: string, isUnit: (typed: string) => boolean): Spaced | undefined {
  const [line = "", ...more] = record.split("\n")
  const words = line.split(" ")
  for (let begin = 2; begin <= LONGEST_NAME_WORDS; begin++) {
    for (let count = MOST_UNIT_WORDS; count > 0; count--) {
      const place = words.slice(begin, begin + count).join(" ")
      if (begin + count >= words.length || !isUnit(place)) continue
      const rest = [words.slice(begin + count).join(" "), ...more].join("\n")
      return { name: words.slice(0, begin).join(" "), place, rest }
    }
  }
  for (let count = MOST_UNIT_WORDS; count > 0; count--) {
    const place = words.slice(-count).join(" ")
    const split =
      words.length > count && isUnit(place) ? splitSpaced(words.slice(0, -count).join(" ")) : undefined
    if (split !== undefined) return { ...split, place }
  }
  return undefined
}

function endOfName(words: readonly string[]): number | undefined {
  const isUpper = (word: string) => /^\p{Lu}[\p{Lu}\p{M}]*$/u.test(word)
  const firstSmall = words.findIndex((word) => !/^\p{Lu}/u.test(word))
  const firstMixed = words.findIndex((word) => !isUpper(word))
  // "NGUYỄN VĂN HÙNG Cải tiến máy": the whole name is in capitals.
  if (firstMixed >= 2 && firstMixed <= LONGEST_NAME_WORDS && /^\p{Lu}\p{Ll}/u.test(words[firstMixed] ?? ""))
    return firstMixed
  const isLetter = /^\p{Ll}/u.test(words[firstSmall] ?? "")
  const byCapital = isLetter ? firstSmall - 1 : firstSmall
  if (byCapital >= 2 && byCapital <= LONGEST_NAME_WORDS) return byCapital
  for (let count = 2; count <= LONGEST_NAME_WORDS; count++) {
    if (TITLE_BEGINS.test(`${fold(words.slice(count).join(" "))} `)) return count
  }
  return undefined
}

/** "… cho máy khoan bàn 12 triệu/năm": an amount at the end that names its unit. */
export function takeAmount(words: readonly string[]): { title: string; money?: MoneyReading } {
  for (const count of [5, 4, 3, 2, 1]) {
    if (words.length - count < 2) continue
    const last = words.slice(-count).join(" ")
    if (!/^\d/.test(last) || !/(?:tr|trieu|ty|ti|nghin|ngan|dong|d|vnd)(?:\b|\d|$)/.test(fold(last))) continue
    const money = parseMoney(last)
    if (money.kind === "money" || money.kind === "ambiguous")
      return { title: words.slice(0, -count).join(" "), money }
  }
  return { title: words.join(" ") }
}

const TITLE_BEGINS = new RegExp(`^${oneOf(TITLE_OPENINGS, "cai dat, rut ngan, giam thieu, tang cuong")} `)
