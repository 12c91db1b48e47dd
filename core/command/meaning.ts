import { clean, fold } from "../text/fold.ts"
import { spelledOut } from "../text/short-forms.ts"
import { IDLE_WORDS, SAME_MEANING } from "./question-examples.ts"
import { meaningAt, vocabularyOf } from "./vocabulary.ts"

/** What words mean, without order or number. */
export type Meanings = ReadonlySet<string>

const vocabularyFor = vocabularyOf(
  () =>
    SAME_MEANING.map((row) => {
      const words = row.split(", ")
      return [words[0] ?? row, words] as const
    }),
  IDLE_WORDS,
)

/** What the words mean: a row of `SAME_MEANING` by its first words, any other word itself, folded; what asks nothing is left out. */
export function meaningsIn(text: string): Meanings {
  const typed = clean(text)
  const words = (spelledOut(typed) ?? typed).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const vocabulary = vocabularyFor(typed)
  const written = words.map(vocabulary.write)
  const found = new Set<string>()
  for (let at = 0; at < written.length; ) {
    const { meaning, count } = meaningAt(written, at, vocabulary)
    if (meaning !== undefined) found.add(meaning)
    else if (!vocabulary.idle.has(written[at] ?? "")) found.add(fold(words[at] ?? ""))
    at += count
  }
  return found
}
