import { clean, fold } from "../text/fold.ts"
import { spelledOut } from "../text/short-forms.ts"
import { IDLE_WORDS, SAME_MEANING } from "./question-examples.ts"

/** What words mean, without order or number. */
export type Meanings = ReadonlySet<string>

/**
 * What the words mean: a row of `SAME_MEANING` by its first words, any other word itself, folded; what asks nothing is left out. Words that are
 * typed with their marks are held against the rows with theirs: "hàn" is no "hạn", "ảnh" nobody.
 */
export function meaningsIn(text: string): Meanings {
  const typed = clean(text)
  const words = (spelledOut(typed) ?? typed).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const { write, known, idle } = vocabularyFor(typed)
  const written = words.map(write)
  const found = new Set<string>()
  for (let at = 0; at < written.length; ) {
    const { meaning, count } = meaningAt(written, at, known)
    if (meaning !== undefined) found.add(meaning)
    else if (!idle.has(written[at] ?? "")) found.add(fold(words[at] ?? ""))
    at += count
  }
  return found
}

/** In words: "như thế nào". */
const LONGEST_MEANING = 4

/** The longest words from `at` on that stand in a row. */
function meaningAt(
  words: readonly string[],
  at: number,
  known: ReadonlyMap<string, string>,
): { readonly meaning?: string; readonly count: number } {
  for (let count = Math.min(LONGEST_MEANING, words.length - at); count > 0; count--) {
    const meaning = known.get(words.slice(at, at + count).join(" "))
    if (meaning !== undefined) return { meaning, count }
  }
  return { count: 1 }
}

type Vocabulary = {
  /** How words are compared. */
  readonly write: (words: string) => string
  /** Written words of the rows, and what they mean. */
  readonly known: ReadonlyMap<string, string>
  readonly idle: ReadonlySet<string>
}

const HAS_MARKS = /[^\p{ASCII}\P{L}]/u

let withMarks: Vocabulary | undefined
let without: Vocabulary | undefined

/** Made when it is first needed. */
function vocabularyFor(typed: string): Vocabulary {
  if (HAS_MARKS.test(typed)) {
    withMarks ??= vocabulary(marked)
    return withMarks
  }
  without ??= vocabulary(fold)
  return without
}

function vocabulary(write: (words: string) => string): Vocabulary {
  const idle = new Set(IDLE_WORDS.split(" ").map(write))
  const known = new Map<string, string>()
  for (const row of SAME_MEANING) {
    const words = row.split(", ")
    const [meaning = row] = words
    // "muon" without its marks is rather "muốn" than "muộn".
    for (const each of words.map(write)) if (!known.has(each) && !idle.has(each)) known.set(each, meaning)
  }
  return { write, known, idle }
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Lower case with its marks, wherever the tone was set: "hoà" and "hòa" are one. */
function marked(words: string): string {
  return words.toLowerCase().split(" ").map(toneBehind).join(" ")
}

function toneBehind(word: string): string {
  const letters = word.normalize("NFD")
  return letters.replace(TONE, "") + (letters.match(TONE)?.join("") ?? "")
}
