import { asFolded } from "../intake/told.ts"
import { clean, fold } from "../text/fold.ts"
import { asked } from "./asked.ts"
import type { Command } from "./command.ts"
import { type Meanings, meaningsIn } from "./meaning.ts"
import { OFFICER_EXAMPLES } from "./officer-examples.ts"
import { type Example, QUESTION_EXAMPLES } from "./question-examples.ts"

const LONGEST = 160
const MOST_WORDS = 22
const ASKS =
  /\?| (?:khong|ko|k|chua|hong|hok|ha|gi|nao|sao|dau|mo|rang|ai|may|bao nhieu|bao gio|bao lau|bn|ntn)[ .,!]| hay | the nao | muon (?:hoi|xem|biet|vao|tim|giau) | so bi | ngai | co phai | (?:chon|nhan|gui|ghi|go) nham | doi ten roi /
/** "dọn vệ sinh sạch hơn có tính là sáng kiến không": whatever it is. */
const IS_IT_ONE =
  / (?:co |duoc )*(?:tinh|goi|coi|phai)(?: la)?(?: mot)? (?:sang kien|sk) (?:khong|ko|k|hong)[ .,?!]/

/** Who asks politely says first who they are. */
const LONGEST_WITH_TALK = 300
const ASKS_TO_ASK =
  /(?:^|[ ,.!])(?:cho (?:em|e|toi|minh|chi|anh|chau|con) hoi(?: (?:chut|ti|xiu|mot chut|them|la))?|(?:em|e|toi|minh|chi|anh|chau|con) (?:muon|xin phep|xin) hoi(?: la)?)(?: a)?[ ,:]+/
const THANKS = /[,.!] ?(?:em|e|toi|minh|chau|con)? ?(?:xin |rat )?(?:cam on|tks|thanks)(?: |$|[,.!])/

/** Of the meanings of both, by weight, so much is shared where one is asked in other words; 1 is all. */
const ALIKE = 0.68
/** So much less like is the next answer, or which of both is asked is not clear. */
const AHEAD = 0.06
/** An example that is said as a whole, and is so much of what is said, is meant whatever stands beside it. */
const SAID_WHOLE = 0.95
const SAID_BESIDE = 0.4
const LEAST_SAID_WHOLE = 6
/** One meaning in common, or two that nearly every question has, may be chance. */
const FEWEST_SHARED = 2
const LEAST_SHARED = 3
/** A word of no example speaks of something else: it weighs more than the rarest of theirs. */
const UNHEARD = 6

/**
 * What a question asks for that fits no pattern: the command of the example it is most like. Undefined where it is like none or like several,
 * and for what asks nothing. An `officer` asks about what members do not. Spelling, order, pronouns and politeness do not count; of what is shared, rare meanings count more.
 */
export function nearestQuestion(
  text: string,
  { officer = false }: { readonly officer?: boolean } = {},
): Command | undefined {
  return nearestTo(text, officer) ?? nearestTo(questionItself(text), officer)
}

/** So much is shared, of so many words, where one of a few questions may be meant; more where it does not even sound like a question. */
const LIKELY = { likeness: 0.5, words: 5 }
const LIKELY_OF_TALK = { likeness: 0.55, words: 6 }
/** What is much less like than the nearest is not meant beside it. */
const BESIDE = 0.7
const MOST_LIKELY = 3

/**
 * What a question that is understood for certain nowhere may be meant for: sentences of which each is understood by itself, the likeliest first. Empty
 * where it is like none.
 */
export function likelyQuestions(
  text: string,
  { officer = false }: { readonly officer?: boolean } = {},
): readonly string[] {
  const itself = questionItself(text) || text
  const words = itself.split(/\s+/).length
  const least = ASKS.test(` ${asFolded(itself)} `) ? LIKELY : LIKELY_OF_TALK
  if (itself.length > LONGEST || words > MOST_WORDS || words < least.words) return []
  const likely = likenessesOf(meaningsIn(itself), officer ? officersIndex() : membersIndex())
  const nearest = likely[0]?.likeness ?? 0
  return likely
    .slice(0, MOST_LIKELY)
    .flatMap(({ likeness, sentence }) =>
      likeness >= Math.max(least.likeness, nearest * BESIDE) && sentence !== undefined ? [sentence] : [],
    )
}

/** "Dạ em chào anh chị, cho em hỏi … ạ, em cảm ơn": what stands between politeness; empty without any. */
function questionItself(text: string): string {
  const typed = clean(text)
  const folded = fold(typed)
  if (folded.length !== typed.length || typed.length > LONGEST_WITH_TALK) return ""
  const begins = ASKS_TO_ASK.exec(folded)
  const from = begins === null ? 0 : begins.index + begins[0].length
  const until = THANKS.exec(folded.slice(from))?.index
  if (from === 0 && until === undefined) return ""
  return typed.slice(from, until === undefined ? undefined : from + until)
}

function nearestTo(text: string, officer: boolean): Command | undefined {
  if (text.length > LONGEST || text.split(/\s+/).length > MOST_WORDS) return undefined
  if (!ASKS.test(` ${asFolded(text)} `)) return undefined
  if (IS_IT_ONE.test(` ${asFolded(text)} `)) return asked("askRule", "criteria")
  const [nearest, next] = likenessesOf(meaningsIn(text), officer ? officersIndex() : membersIndex())
  if (nearest === undefined) return undefined
  if (nearest.likeness < ALIKE)
    return nearest.isWhole && next?.isWhole !== true ? asked(...nearest.answer) : undefined
  return nearest.likeness - (next?.likeness ?? 0) < AHEAD ? undefined : asked(...nearest.answer)
}

type Answer = Example[0]

/** The answers whose examples share enough with it, each by its most alike, the nearest first. */
function likenessesOf(
  meanings: Meanings,
  { weightOf, answers }: Index,
): readonly {
  readonly answer: Answer
  readonly likeness: number
  readonly isWhole: boolean
  /** The example that is most like it. */
  readonly sentence: string | undefined
}[] {
  const weight = sumOf(meanings, weightOf)
  return answers
    .map(({ answer, examples }) => {
      let isWhole = false
      const likenesses = examples.map((example) => {
        const shared = meanings.intersection(example.meanings)
        const sharedWeight = sumOf(shared, weightOf)
        if (shared.size < FEWEST_SHARED || sharedWeight < LEAST_SHARED) return 0
        isWhole ||=
          sharedWeight >= LEAST_SAID_WHOLE &&
          sharedWeight >= SAID_WHOLE * example.weight &&
          sharedWeight >= SAID_BESIDE * weight
        return (2 * sharedWeight) / (weight + example.weight)
      })
      const likeness = Math.max(...likenesses)
      return { answer, likeness, isWhole, sentence: examples[likenesses.indexOf(likeness)]?.sentence }
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
    readonly examples: readonly {
      readonly sentence: string
      readonly meanings: Meanings
      readonly weight: number
    }[]
  }[]
}

/** What a member is told of it is not what an officer asks for. */
const OF_MEMBERS_ALONE: ReadonlySet<string> = new Set([
  "target",
  "open",
  "nextRound",
  "peak",
  "unlisted",
  "compulsory",
  "boss",
  "name",
  "hours",
  "where",
])

let ofMembers: Index | undefined
let ofOfficers: Index | undefined

/** Made when the first question comes that nothing else understands. */
function membersIndex(): Index {
  ofMembers ??= makeIndex(QUESTION_EXAMPLES)
  return ofMembers
}

function officersIndex(): Index {
  ofOfficers ??= makeIndex([
    ...OFFICER_EXAMPLES,
    ...QUESTION_EXAMPLES.filter(([[, rest]]) => !OF_MEMBERS_ALONE.has(rest)),
  ])
  return ofOfficers
}

function makeIndex(examples: readonly Example[]): Index {
  const told = examples.map(([answer, sentences]) => ({
    answer,
    sentences: sentences.map((sentence) => ({ sentence, meanings: meaningsIn(sentence) })),
  }))
  const answersWith = new Map<string, number>()
  for (const { sentences } of told) {
    const meanings = new Set(sentences.flatMap((each) => [...each.meanings]))
    for (const meaning of meanings) answersWith.set(meaning, (answersWith.get(meaning) ?? 0) + 1)
  }
  const weightOf = (meaning: string) => {
    const answers = answersWith.get(meaning)
    return answers === undefined ? UNHEARD : Math.log(1 + told.length / answers)
  }
  const answers = told.map(({ answer, sentences }) => ({
    answer,
    examples: sentences.map(({ sentence, meanings }) => ({
      sentence,
      meanings,
      weight: sumOf(meanings, weightOf),
    })),
  }))
  return { weightOf, answers }
}
