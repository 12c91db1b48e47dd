import type { Context } from "./context.ts"
import type { Decision } from "./decision.ts"
import { ONLY_SHOWN } from "./passed.ts"
import type { Moment } from "./turn.ts"

/** The context with what was said before beside the question that is open, if one is. */
export function recalled(context: Context): Context {
  const { dialogue } = context
  if (dialogue?.remembered === undefined) return context
  const { remembered } = dialogue
  return { ...context, remembered, dialogue: dialogue.step === "remembered" ? undefined : dialogue }
}

/** The decision with what it remembers kept for the next words: beside a list, or where nothing is asked; a question drops it. */
export function remembering(before: Context, decided: Decision, { newId, now }: Moment): Decision {
  const { remember, ...decision } = decided
  if (remember === undefined || before.chat.kind === "group") return decision
  const remembered = { ...before.dialogue?.remembered, ...remember }
  const open = decision.dialogue === undefined ? before.dialogue : decision.dialogue
  if (open === undefined || open === null || open.step === "remembered")
    return { ...decision, dialogue: { step: "remembered", ask: newId(), askedAt: now, remembered } }
  return ONLY_SHOWN.has(open.step) ? { ...decision, dialogue: { ...open, remembered } } : decision
}
