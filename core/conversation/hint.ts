import type { Decision } from "./decision.ts"

/** What is said where nothing was understood: how to say it. */
export const HINTS: ReadonlySet<string> = new Set(["hint", "not-understood", "question-info"])

/** Whether the decision only tells how to say it. */
export function isHint(decision: Decision): boolean {
  return says(decision, HINTS)
}

const LEAVE_OPEN = new Set([...HINTS, "greet-back", "no-dialogue", "not-understood-officer", "unit-noted"])

/** Whether the decision leaves open what the person came for. */
export function leavesOpen(decision: Decision): boolean {
  return says(decision, LEAVE_OPEN)
}

const NOT_UNDERSTOOD = new Set([...HINTS, "not-understood-officer"])

/** The same, what officers are told included. */
export function isNotUnderstood(decision: Decision): boolean {
  return says(decision, NOT_UNDERSTOOD)
}

const OFFERED = new Set(["sentence-which", "question-which"])

/** Whether only what may have been meant is offered. */
export function onlyOffers(decision: Decision): boolean {
  return says(decision, OFFERED)
}

const ANSWERS_NOTHING = new Set([...NOT_UNDERSTOOD, "no-dialogue"])

/** Whether nothing of what was written is answered, a number or a yes to no question included. */
export function answersNothing(decision: Decision): boolean {
  return says(decision, ANSWERS_NOTHING)
}

/** Whether one of these sentences is said. */
export function says({ say = [] }: Decision, keys: ReadonlySet<string>): boolean {
  return say.some(({ content }) => content.phrases?.some((phrase) => "key" in phrase && keys.has(phrase.key)))
}

/** Whether the decision answers a question and does nothing else. */
export function onlyTells(decision: Decision): boolean {
  const { changes = [], register = [], dialogue } = decision
  return changes.length + register.length === 0 && dialogue === undefined && !isNotUnderstood(decision)
}
