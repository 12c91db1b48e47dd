import { fold } from "./fold.ts"
import type { Qualifier } from "./money.ts"

/** One number, word or mark; `start` and `end` are UTF-16 positions in the text it was taken from. */
export type Token = {
  kind: "number" | "word" | "mark"
  /** Folded. A number keeps its dots and commas; "30 000 000" is "30.000.000". */
  key: string
  typed: string
  start: number
  end: number
  spaced: boolean
  /** First on its line, and not on the first. */
  newLine: boolean
}

const TOKEN = /\p{Nd}+(?:[.,]\p{Nd}+)*|[\p{L}\p{M}]+|\S/gu
const LETTER = /^[\p{L}\p{M}]/u
const DIGIT = /^\p{Nd}/u

let latest: { readonly text: string; readonly tokens: Token[] } = { text: "", tokens: [] }

/**
 * The numbers, words and marks of a cleaned text; "30 000 000" is one number. What is tokenised twice in a row, for one message
 * is read as several things, is the same array: nobody changes it.
 */
export function tokenise(text: string): Token[] {
  if (latest.text !== text) latest = { text, tokens: tokensOf(text) }
  return latest.tokens
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let behind = 0
  // Half of what `matchAll` takes, which makes an array of each.
  for (const typed of text.match(TOKEN) ?? []) {
    const start = text.indexOf(typed, behind)
    const spaced = start > behind
    const token: Token = {
      kind: LETTER.test(typed) ? "word" : DIGIT.test(typed) ? "number" : "mark",
      key: fold(typed),
      typed: typed.toLowerCase(),
      start,
      end: start + typed.length,
      spaced,
      newLine: spaced && text.slice(behind, start).includes("\n"),
    }
    const isNext = start === behind + 1 && !token.newLine
    behind = token.end
    const previous = tokens.at(-1)
    if (previous !== undefined && isNext && continuesNumber(previous, token)) {
      tokens[tokens.length - 1] = { ...previous, key: `${previous.key}.${token.key}`, end: token.end }
    } else tokens.push(token)
  }
  return tokens
}

function continuesNumber(previous: Token, token: Token): boolean {
  return (
    previous.kind === "number" &&
    /^\d{3}$/.test(token.key) &&
    !isNextHundred(previous.key, token.key) &&
    (/^\d{1,3}$/.test(previous.key) || (/^[\d.]{5,20}$/.test(previous.key) && previous.typed.length <= 3))
  )
}

/** "300 400 nghìn" are two numbers in a row, and not one of six digits. */
function isNextHundred(first: string, second: string): boolean {
  const [low, high] = [Number(first), Number(second)]
  return /^[1-9]00$/.test(first) && second.endsWith("00") && high > low && high <= 2 * low
}

/** The key of the token at `at`, "" behind the last. */
export function key(tokens: Token[], at: number): string {
  return tokens[at]?.key ?? ""
}

/** The words of the first phrase that stands at `at`, if any. */
export function phraseAt(tokens: Token[], at: number, list: string[][]): string[] | undefined {
  return byFirstWord(list)
    .get(key(tokens, at))
    ?.find((words) => words.every((word, offset) => isWord(tokens[at + offset], word)))
}

const indexes = new WeakMap<string[][], Map<string, string[][]>>()

/** Every word of a title is held against every list; hardly one begins a phrase. */
function byFirstWord(list: string[][]): Map<string, string[][]> {
  const known = indexes.get(list)
  if (known !== undefined) return known
  const index = Map.groupBy(list, ([first = ""]) => first)
  indexes.set(list, index)
  return index
}

function isWord(token: Token | undefined, word: string): boolean {
  if (token?.key !== word) return false
  const spelled = ONLY_AS.get(word)
  return spelled === undefined || token.typed === word || token.typed.normalize("NFC") === spelled
}

/** Words whose key is that of others: lỗi and lối are not lợi, mưa is not mua, tôn is not tốn, gia not giá. */
const ONLY_AS = new Map(
  ["lợi", "mua", "trả", "giá", "vốn", "hết", "tốn", "thuê"].map((word) => [fold(word), word]),
)

/** The longest qualifier of the list that stands at `at`, and the position behind it: "tối thiểu" is not "tới". */
export function qualifierAt(tokens: Token[], at: number, list: [Qualifier, string[][]][]) {
  let longest: { qualifier: Qualifier; next: number } | undefined
  for (const [qualifier, words] of list) {
    const found = phraseAt(tokens, at, words)
    const next = at + (found?.length ?? 0)
    if (next > (longest?.next ?? at)) longest = { qualifier, next }
  }
  return longest
}

export function hasWordsAfter(tokens: Token[], at: number): boolean {
  return tokens.slice(at + 1).some(({ kind }) => kind !== "mark")
}
