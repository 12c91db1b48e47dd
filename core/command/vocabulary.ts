import { fold } from "../text/fold.ts"

/** Words and what they mean, as they are compared in one message. */
export type Vocabulary<Meaning extends string = string> = {
  /** How words are compared. */
  readonly write: (words: string) => string
  /** Written words of the rows, and what they mean. */
  readonly known: ReadonlyMap<string, Meaning>
  /** Written words with which nothing is asked. */
  readonly idle: ReadonlySet<string>
}

/** Words of one meaning, first the meaning itself. */
export type Row<Meaning extends string> = readonly [meaning: Meaning, words: readonly string[]]

const HAS_MARKS = /[^\p{ASCII}\P{L}]/u

/**
 * The vocabulary by which a message is read: what is typed with its marks is held against the rows with theirs, "hàn" is no "hạn", "ảnh"
 * nobody. Each is made when the first message needs it.
 */
export function vocabularyOf<Meaning extends string>(
  rows: () => readonly Row<Meaning>[],
  idle: string,
): (typed: string) => Vocabulary<Meaning> {
  let withMarks: Vocabulary<Meaning> | undefined
  let without: Vocabulary<Meaning> | undefined
  return (typed) => {
    if (HAS_MARKS.test(typed)) {
      withMarks ??= vocabulary(rows(), idle, marked)
      return withMarks
    }
    without ??= vocabulary(rows(), idle, fold)
    return without
  }
}

function vocabulary<Meaning extends string>(
  rows: readonly Row<Meaning>[],
  idleWords: string,
  write: (words: string) => string,
): Vocabulary<Meaning> {
  const idle = new Set(idleWords.split(" ").map(write))
  const known = new Map<string, Meaning>()
  for (const [meaning, words] of rows) {
    // "muon" without its marks is rather "muốn" than "muộn".
    for (const each of words.map(write)) if (!known.has(each) && !idle.has(each)) known.set(each, meaning)
  }
  return { write, known, idle }
}

/** In words: "như thế nào". */
const LONGEST_MEANING = 4

/** What the longest words from `at` on that stand in a row mean; `words` as the vocabulary writes them. */
export function meaningAt<Meaning extends string>(
  words: readonly string[],
  at: number,
  { known }: Vocabulary<Meaning>,
): { readonly meaning?: Meaning; readonly count: number } {
  for (let count = Math.min(LONGEST_MEANING, words.length - at); count > 0; count--) {
    const meaning = known.get(words.slice(at, at + count).join(" "))
    if (meaning !== undefined) return { meaning, count }
  }
  return { count: 1 }
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
