import { fold } from "./fold.ts"
import { NUMBER_WORDS } from "./number.ts"

/** Digits by the words for them, and what may follow "mươi" instead: "hai mươi mốt, tư, lăm". */
const DIGIT = spelled("một hai ba bốn năm sáu bảy tám chín", 1)
const DIGIT_BEHIND_TENS = new Map([...DIGIT, ...spelled("mốt", 1), ...spelled("tư lăm", 4), ["nhăm", 5]])
const TEN = new Set(["mười", "mươi", "chục"])
const HUNDRED = new Set(["trăm"])
const THOUSAND = new Set(["nghìn", "ngàn"])
const NOTHING_BETWEEN = new Set(["linh", "lẻ"])
/** More words than these make no number below a million. */
const LONGEST_TEXT = 300

/**
 * The text with numbers below a million written in digits, "phấn đấu một trăm hai mươi" → "phấn đấu 120". Only numbers of
 * two words and more that say ten, hundred or thousand: "ba hàng" and "trạm y tế" stay as they are. Without marks they are
 * read where the whole text has none.
 */
export function inDigits(text: string): string {
  if (text.length > LONGEST_TEXT) return text
  const isBare = fold(text) === text.toLowerCase()
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].map((found) => ({
    typed: isBare ? marked(found[0].toLowerCase()) : found[0].toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }))
  let written = ""
  let from = 0
  for (let at = 0; at < words.length; ) {
    const number = thousands(
      words.map(({ typed }) => typed),
      at,
    )
    if (number === undefined || number.next - at < 2) {
      at++
      continue
    }
    const first = words[at]
    const last = words[number.next - 1]
    if (first === undefined || last === undefined) break
    // Numbers are said in one breath.
    if (/[^\p{L}\p{M} ]/u.test(text.slice(first.start, last.end))) {
      at++
      continue
    }
    written += text.slice(from, first.start) + number.value
    from = last.end
    at = number.next
  }
  return written + text.slice(from)
}

type Read = { readonly value: number; readonly next: number }

/** "sáu nghìn năm trăm", "một trăm hai mươi", "hai mươi lăm", "mười". */
function thousands(words: readonly string[], at: number): Read | undefined {
  const count = hundreds(words, at) ?? digit(words, at)
  if (count === undefined) return undefined
  if (!THOUSAND.has(words[count.next] ?? "")) return isScaled(words, at, count) ? count : undefined
  const rest = hundreds(words, count.next + 1)
  return { value: count.value * 1_000 + (rest?.value ?? 0), next: rest?.next ?? count.next + 1 }
}

/** Only then are the words no name: "Ba", "Năm" and "Hai" are some. */
function isScaled(words: readonly string[], at: number, { next }: Read): boolean {
  return words.slice(at, next).some((word) => TEN.has(word) || HUNDRED.has(word))
}

function hundreds(words: readonly string[], at: number): Read | undefined {
  const count = digit(words, at)
  // Without marks a "trạm y tế" looks like a hundred.
  const isHundred = HUNDRED.has(words[count?.next ?? at] ?? "") && words[at + 2] !== "y"
  if (count === undefined || !isHundred) return tens(words, at)
  const behind = count.next + 1
  const rest = NOTHING_BETWEEN.has(words[behind] ?? "") ? digit(words, behind + 1) : tens(words, behind)
  return { value: count.value * 100 + (rest?.value ?? 0), next: rest?.next ?? behind }
}

function tens(words: readonly string[], at: number): Read | undefined {
  const count = digit(words, at)
  const ten = count?.next ?? at
  if (!TEN.has(words[ten] ?? "") || (count === undefined && words[ten] !== "mười")) return undefined
  const ones = DIGIT_BEHIND_TENS.get(words[ten + 1] ?? "")
  return { value: (count?.value ?? 1) * 10 + (ones ?? 0), next: ten + (ones === undefined ? 1 : 2) }
}

function digit(words: readonly string[], at: number): Read | undefined {
  const value = DIGIT.get(words[at] ?? "")
  return value === undefined ? undefined : { value, next: at + 1 }
}

function spelled(list: string, first: number): ReadonlyMap<string, number> {
  return new Map(list.split(" ").map((word, index) => [word, first + index]))
}

const MARKED = new Map(
  [...DIGIT_BEHIND_TENS.keys(), ...TEN, ...HUNDRED, ...THOUSAND, ...NOTHING_BETWEEN].map((word) => [
    fold(word),
    word,
  ]),
)

/** The number word that bare letters mean; other words stay. */
function marked(word: string): string {
  // Both "mười" and "mươi" are "muoi", both "một" and "mốt" "mot".
  if (NUMBER_WORDS.includes(word))
    return word === "muoi" ? "mười" : ([...DIGIT.keys()].find((each) => fold(each) === word) ?? word)
  return MARKED.get(word) ?? word
}
