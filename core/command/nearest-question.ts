import { asFolded } from "../intake/told.ts"
import { clean } from "../text/fold.ts"
import { spelledOut } from "../text/short-forms.ts"
import { asked } from "./asked.ts"
import type { Command } from "./command.ts"
import { IDLE_WORDS, QUESTION_EXAMPLES, SAME_MEANING } from "./question-examples.ts"

const LONGEST = 160
const MOST_WORDS = 22
const ASKS =
  /\?| (?:khong|ko|k|chua|hong|hok|ha|gi|nao|sao|dau|mo|rang|ai|may|bao nhieu|bao gio|bao lau|bn|ntn)[ .,!]/

/** Of the meanings of both, by weight, so much is shared where one is asked in other words; 1 is all. */
const ALIKE = 0.68
/** So much less like is the next answer, or which of both is asked is not clear. */
const AHEAD = 0.06
/** One meaning in common, or two that nearly every question has, may be chance. */
const FEWEST_SHARED = 2
const LEAST_SHARED = 3.5
/** A word of no example speaks of something else: it weighs more than the rarest of theirs. */
const UNHEARD = 6
/** In words: "nhu the nao". */
const LONGEST_MEANING = 4

/**
 * What a question asks for that fits no pattern: the command of the example it is most like. Undefined where it is like none or like several,
 * and for what asks nothing. Spelling, order, pronouns and politeness do not count; of what is shared, rare meanings count more.
 */
export function nearestQuestion(text: string): Command | undefined {
  if (text.length > LONGEST || text.split(/\s+/).length > MOST_WORDS) return undefined
  if (!ASKS.test(` ${asFolded(text)} `)) return undefined
  const [nearest, next] = likenessesOf(meaningsIn(text))
  if (nearest === undefined || nearest.likeness < ALIKE) return undefined
  return nearest.likeness - (next?.likeness ?? 0) < AHEAD ? undefined : asked(...nearest.answer)
}

type Meanings = ReadonlySet<string>
type Answer = (typeof QUESTION_EXAMPLES)[number][0]

/** The answers whose examples share enough with it, each by its most alike, the nearest first. */
function likenessesOf(meanings: Meanings): readonly { readonly answer: Answer; readonly likeness: number }[] {
  const { weightOf, answers } = index()
  const weight = sumOf(meanings, weightOf)
  return answers
    .map(({ answer, examples }) => {
      const likenesses = examples.map((example) => {
        const shared = meanings.intersection(example.meanings)
        const sharedWeight = sumOf(shared, weightOf)
        return shared.size < FEWEST_SHARED || sharedWeight < LEAST_SHARED
          ? 0
          : (2 * sharedWeight) / (weight + example.weight)
      })
      return { answer, likeness: Math.max(...likenesses) }
    })
    .sort((a, b) => b.likeness - a.likeness)
}

function sumOf(meanings: Meanings, weightOf: (meaning: string) => number): number {
  let sum = 0
  for (const meaning of meanings) sum += weightOf(meaning)
  return sum
}

type Index = {
  readonly weightOf: (meaning: string) => number
  readonly answers: readonly {
    readonly answer: Answer
    readonly examples: readonly { readonly meanings: Meanings; readonly weight: number }[]
  }[]
}

let made: Index | undefined

/** Made when the first question comes that nothing else understands. */
function index(): Index {
  made ??= makeIndex()
  return made
}

function makeIndex(): Index {
  const told = QUESTION_EXAMPLES.map(([answer, sentences]) => ({
    answer,
    sentences: sentences.map(meaningsIn),
  }))
  const answersWith = new Map<string, number>()
  for (const { sentences } of told) {
    const meanings = new Set(sentences.flatMap((each) => [...each]))
    for (const meaning of meanings) answersWith.set(meaning, (answersWith.get(meaning) ?? 0) + 1)
  }
  const weightOf = (meaning: string) => {
    const answers = answersWith.get(meaning)
    return answers === undefined ? UNHEARD : Math.log(1 + told.length / answers)
  }
  const answers = told.map(({ answer, sentences }) => ({
    answer,
    examples: sentences.map((meanings) => ({ meanings, weight: sumOf(meanings, weightOf) })),
  }))
  return { weightOf, answers }
}

const MEANING_OF = new Map(
  SAME_MEANING.flatMap((line) => {
    const words = line.split(", ")
    return words.map((word) => [word, words[0] ?? word] as const)
  }),
)
const IDLE = new Set(IDLE_WORDS.split(" "))

/** Without its mark it would be somebody: "anh". */
const PICTURE = /(?<![\p{L}\p{M}])(?:hình )?ảnh(?![\p{L}\p{M}])/giu

/** What the words mean, each meaning once; a word that is in no row means itself. */
function meaningsIn(text: string): Meanings {
  const typed = clean(text).replace(PICTURE, "hình")
  const words = asFolded(spelledOut(typed) ?? typed).match(/[\p{L}\p{N}_]+/gu) ?? []
  const found = new Set<string>()
  for (let at = 0; at < words.length; ) {
    const { meaning, count } = meaningAt(words, at)
    if (!IDLE.has(meaning)) found.add(meaning)
    at += count
  }
  return found
}

/** The longest words from `at` on that stand in a row, else the word alone. */
function meaningAt(
  words: readonly string[],
  at: number,
): { readonly meaning: string; readonly count: number } {
  for (let count = LONGEST_MEANING; count > 0; count--) {
    const meaning = MEANING_OF.get(words.slice(at, at + count).join(" "))
    if (meaning !== undefined && at + count <= words.length) return { meaning, count }
  }
  return { meaning: words[at] ?? "", count: 1 }
}
