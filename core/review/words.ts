import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { ReviewDialogue } from "../conversation/dialogue.ts"
import type { Dossier } from "../conversation/reads.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import { mayAct } from "../people/role.ts"
import { JUDGED_FROM } from "./verdict.ts"

/** A question or a reason is a message, not a document. */
export const LONGEST_WORDS = 1_000

/** Whether this officer may still decide it. */
export function isOpen(person: Person, dossier: Dossier): boolean {
  return mayAct(person.grants, "officer", dossier.unit) && JUDGED_FROM.recognized.includes(dossier.status)
}

/** Asks for the question to the author, or for the reason of the refusal. */
export function askWords(turn: Turn, dialogue: ReviewWords): Decision {
  const { moment } = turn
  const code = initiativeCode(dialogue.shown.number)
  return {
    dialogue: { ...dialogue, ask: moment.newId(), askedAt: moment.now },
    ...answer(turn, dialogue.verdict === "refused" ? "review-why" : "review-what", { code }),
  }
}

type ReviewWords = Omit<ReviewDialogue & { readonly step: "review_words" }, "ask" | "askedAt">

/** "từ chối SK-000012" alone: what it lacks is asked for; undefined where nothing of the kind can be decided. */
export function askWordsOf(
  turn: Turn,
  person: Person,
  dossier: Dossier | undefined,
  verdict: ReviewWords["verdict"],
): Decision | undefined {
  if (turn.context.chat.kind === "group" || dossier === undefined || !isOpen(person, dossier))
    return undefined
  const { registeredAt, number } = dossier
  return askWords(turn, { step: "review_words", verdict, shown: { registeredAt, number }, alone: true })
}

/** "vì trùng", "lý do: trùng" give the reason "trùng". */
export function reasonOf(typed: string): string {
  return typed.replace(/^(?:(?:lý do|ly do|vì|vi)(?=[\s:])[\s:]*)+/iu, "").trim()
}

/** Whether a question or reason has a word in it. */
export function saysSomething(text: string): boolean {
  return /\p{L}{2}/u.test(text)
}

/** The answer to a question or reason beyond `LONGEST_WORDS`. */
export function tooLong(turn: Turn, text: string): Decision {
  return answer(turn, "words-too-long", { length: text.length, most: LONGEST_WORDS })
}
