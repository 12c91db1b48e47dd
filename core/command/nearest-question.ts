import { asFolded } from "../intake/told.ts"
import { asked } from "./asked.ts"
import type { Command } from "./command.ts"
import { type Meanings, meaningsIn } from "./meaning.ts"
import { QUESTION_EXAMPLES } from "./question-examples.ts"

const LONGEST = 160
const MOST_WORDS = 22
const ASKS =
  /\?| (?:khong|ko|k|chua|hong|hok|ha|gi|nao|sao|dau|mo|rang|ai|may|bao nhieu|bao gio|bao lau|bn|ntn)[ .,!]| hay | the nao | muon (?:hoi|xem|biet|vao|tim|giau) | so bi | ngai /
/** "dọn vệ sinh sạch hơn có tính là sáng kiến không": whatever it is. */
const IS_IT_ONE =
  / (?:co |duoc )*(?:tinh|goi|coi|phai)(?: la)?(?: mot)? (?:sang kien|sk) (?:khong|ko|k|hong)[ .,?!]/

/** Of the meanings of both, by weight, so much is shared where one is asked in other words; 1 is all. */
const ALIKE = 0.68
/** So much less like is the next answer, or which of both is asked is not clear. */
const AHEAD = 0.06
/** One meaning in common, or two that nearly every question has, may be chance. */
const FEWEST_SHARED = 2
const LEAST_SHARED = 3.5
/** A word of no example speaks of something else: it weighs more than the rarest of theirs. */
const UNHEARD = 6

/**
 * What a question asks for that fits no pattern: the command of the example it is most like. Undefined where it is like none or like several,
 * and for what asks nothing. Spelling, order, pronouns and politeness do not count; of what is shared, rare meanings count more.
 */
export function nearestQuestion(text: string): Command | undefined {
  if (text.length > LONGEST || text.split(/\s+/).length > MOST_WORDS) return undefined
  if (!ASKS.test(` ${asFolded(text)} `)) return undefined
  if (IS_IT_ONE.test(` ${asFolded(text)} `)) return asked("askRule", "criteria")
  const [nearest, next] = likenessesOf(meaningsIn(text))
  if (nearest === undefined || nearest.likeness < ALIKE) return undefined
  return nearest.likeness - (next?.likeness ?? 0) < AHEAD ? undefined : asked(...nearest.answer)
}

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
