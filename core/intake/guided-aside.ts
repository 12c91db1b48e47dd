import type { Decision } from "../conversation/decision.ts"
import type { Draft, GuidedDialogue } from "../conversation/dialogue.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import type { Phrase } from "../outbox.ts"
import { formatMoney, insteadOf, type Money } from "../text/money.ts"
import { repeatQuestion } from "./guided.ts"
import { sectorsOf } from "./sector.ts"

/** What is said to whoever answers a question with one of their own. */
export const WHY: Readonly<Record<GuidedDialogue["step"], string>> = {
  title: "guided-why-title",
  change: "guided-why-change",
  benefit: "guided-why-benefit",
  which_benefit: "guided-why-benefit",
  sector: "guided-why-sector",
}

/** A long list is shown once more, and not again and again. */
export function hinted(turn: Turn, dialogue: GuidedDialogue, hint: Phrase): Decision {
  if (dialogue.step === "sector" && dialogue.hinted === true)
    return answer(turn, "sector-again", { most: sectorsOf(turn).length })
  const again = repeatQuestion(turn, dialogue, { opening: hint })
  return again.dialogue == null ? again : { ...again, dialogue: { ...again.dialogue, hinted: true } }
}

/** The question once more, behind what is said to words that do not answer it. */
export function aside(turn: Turn, dialogue: GuidedDialogue, key: string): Decision {
  return repeatQuestion(turn, dialogue, { opening: { key } })
}

/** The question once more, behind the amount that was told meanwhile. */
export function withBenefit(turn: Turn, dialogue: GuidedDialogue, draft: Draft, said: Money): Decision {
  const benefit = insteadOf(draft.benefit, said)
  const opening = { key: "review-benefit", args: { benefit: formatMoney(benefit) } }
  return repeatQuestion(turn, { ...dialogue, draft: { ...draft, benefit } }, { opening })
}

/** "bot chán quá", "cho gặp người thật": talk of so few words, and nothing else, may have an answer of its own. */
export function isShort(text: string): boolean {
  return text.split(/\s+/).length <= MOST_WORDS_TO_US
}

const MOST_WORDS_TO_US = 6
