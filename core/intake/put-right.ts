import type { Decision } from "../conversation/decision.ts"
import type { Draft, GuidedDialogue } from "../conversation/dialogue.ts"
import { saying, type Turn } from "../conversation/turn.ts"
import { fold } from "../text/fold.ts"
import { advance, ask, repeatQuestion } from "./guided.ts"
import { withBenefit } from "./guided-aside.ts"
import { askAfterBubble, describedWith } from "./guided-bubble.ts"
import { amountIn, titleSaid, wantsOtherTitle } from "./guided-words.ts"
import { thingsShared } from "./own-named.ts"
import { saidInstead } from "./said-instead.ts"
import { readSlip } from "./slip.ts"
import { isTitle } from "./title.ts"
import { tellsHowItIs } from "./told.ts"

/**
 * "ý em là bàn xoay dán tem" behind the title, "sửa câu trước: …" behind the description, "ý em là 20 triệu" behind the amount: what was answered
 * last is put right. Undefined where nothing is.
 */
export async function putRight(
  turn: Turn,
  dialogue: GuidedDialogue,
  draft: Draft,
): Promise<Decision | undefined> {
  const { step } = dialogue
  const { text } = turn.written
  if (step === "title") return undefined
  if (wantsOtherTitle(text)) return ask(turn, "title", dialogue.draft)
  // "à nhầm, 50 triệu chứ không phải 5 triệu" is read as an amount where one is asked for.
  const said = readSlip(text) === undefined ? saidInstead(text) : undefined
  if (said === undefined) return undefined
  const title = titleInstead(said, step === "change" ? draft.title : undefined)
  if (title !== undefined) {
    const opening = { key: "draft-retitled", args: { title } }
    return repeatQuestion(turn, { ...dialogue, draft: { ...draft, title } }, { opening })
  }
  if (step === "change") return askAfterBubble(saying(turn, said), draft)
  const benefit = amountIn(said)
  if (benefit !== undefined)
    return step === "sector"
      ? withBenefit(turn, dialogue, draft, benefit)
      : await advance(turn, "benefit", { ...draft, benefit })
  const described = { ...draft, description: describedWith(draft, said) }
  return repeatQuestion(turn, { ...dialogue, draft: described }, { opening: { key: "told-more" } })
}

/** The title meant in the place of the one just given: it is called one, or speaks of the same thing as `title`. */
function titleInstead(said: string, title: string | undefined): string | undefined {
  const meant = titleSaid(said)
  if (!isTitle(meant) || tellsHowItIs(fold(meant))) return undefined
  const isCalled = meant !== said
  return isCalled || (title !== undefined && thingsShared(meant)(title) > 0) ? meant : undefined
}
