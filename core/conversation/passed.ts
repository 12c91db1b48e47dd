import { parseChoice, parseYesNo } from "../text/choice.ts"
import type { Decision } from "./decision.ts"
import { type Dialogue, isRegistration, isReview } from "./dialogue.ts"
import { firstSaying } from "./kept-draft.ts"
import { askAgain } from "./questions.ts"
import type { Turn } from "./turn.ts"

/** So long after it was asked nobody has a list before their eyes any more. */
const IN_SIGHT_MS = 30 * 60_000
/** A number up to this one is a choice, if a wrong one. */
const MOST_LISTED = 999

/** Lists that were asked for, and a guess of ours: whoever goes on to something else owes no answer. */
export const ONLY_SHOWN: ReadonlySet<Dialogue["step"]> = new Set([
  "groups",
  "roles",
  "found",
  "card",
  "meant",
  "ways",
  "file_for",
  "removed_period",
  "withdraw_why",
])

/** Whether the text is a number of a list, were it a wrong one. */
export function isNumber(text: string): boolean {
  return parseChoice(text, MOST_LISTED) !== undefined
}

/**
 * Whether a number by itself would change something by accident once other things lie between it and its question. A number of
 * a list that only shows does no harm, and what is being registered, or reviewed, is mentioned again and again.
 */
function mayBeForgotten(dialogue: Dialogue): boolean {
  if (dialogue.step === "removed_period") return true
  return !(ONLY_SHOWN.has(dialogue.step) || isRegistration(dialogue) || isReview(dialogue))
}

/** The decision, which answers something else, and leaves the question open behind it. */
export function passing(dialogue: Dialogue, decision: Decision): Decision {
  const goesOn =
    decision.dialogue === undefined && mayBeForgotten(dialogue) && (decision.say ?? []).length > 0
  return goesOn ? { ...decision, dialogue: { ...dialogue, passed: true } } : decision
}

/** A list that was repeated for words that pick nothing of it: the next such words are for something else. */
export function repeated(dialogue: Dialogue, decision: Decision): Decision {
  return dialogue.step === "which_initiative" ? passing(dialogue, decision) : decision
}

/** The question as if it had just been asked. */
export function justAsked(dialogue: Dialogue, now: number): Dialogue {
  const { passed: _, ...question } = dialogue
  return { ...question, askedAt: now } as Dialogue
}

/** A number or a yes to a question that nobody has before their eyes any more: it is shown once more before anything is done. */
export async function showAgain(turn: Turn, dialogue: Dialogue): Promise<Decision | undefined> {
  const { moment, written } = turn
  const isPassed = dialogue.passed === true || moment.now - dialogue.askedAt > IN_SIGHT_MS
  if (!isPassed || !mayBeForgotten(dialogue)) return undefined
  if (!isNumber(written.text) && parseYesNo(written.text) !== true) return undefined
  const again = firstSaying(await askAgain(turn, dialogue), { key: "still-open" })
  return { ...again, dialogue: again.dialogue ?? justAsked(dialogue, moment.now) }
}
