import type { Decision } from "../conversation/decision.ts"
import type { Draft, GuidedDialogue } from "../conversation/dialogue.ts"
import type { Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import { parseYesNo } from "../text/choice.ts"
import { formatMoney, type Money } from "../text/money.ts"
import { extractBenefit } from "../text/money-reading.ts"
import { ask, BUBBLE_PAUSE_MS } from "./guided.ts"
import { sectorsOf } from "./sector.ts"

/** Words that come right behind the description belong to it, whatever was asked meanwhile. */
export function bubble(turn: Turn, dialogue: GuidedDialogue, draft: Draft): Decision | undefined {
  const { moment, written } = turn
  const until = dialogue.step === "which_benefit" ? 0 : (dialogue.joinUntil ?? 0)
  // A number by itself tells nothing of what changed.
  const isNod = !/\p{L}/u.test(written.text) || parseYesNo(written.text) !== undefined
  if (moment.now > until || isNod) return undefined
  // Once the question is out, the words may have been meant for it: say where they went.
  const isAsked = moment.now - dialogue.askedAt > BUBBLE_PAUSE_MS
  return askAfterBubble(turn, draft, isAsked ? { opening: { key: "bubble-joined" } } : {})
}

/** Adds the words to the description and asks what comes next, unless another bubble comes first. */
export function askAfterBubble(
  turn: Turn,
  draft: Draft,
  options: { readonly opening?: Phrase } = {},
): Decision {
  const { written } = turn
  const description = describedWith(draft, written.text)
  const hasSectors = sectorsOf(turn).length > 0
  const gained = draft.benefit === undefined ? benefitTold(written.text) : undefined
  const benefit = draft.benefit ?? gained
  const next = benefit !== undefined && hasSectors ? "sector" : "benefit"
  const opening =
    gained === undefined ? options.opening : { key: "review-benefit", args: { benefit: formatMoney(gained) } }
  return ask(
    turn,
    next,
    { ...draft, description, ...given({ benefit }) },
    { ...given({ opening }), afterBubbles: true },
  )
}

/** What the draft tells of the change, and this. */
export function describedWith(draft: Draft, text: string): string {
  return draft.description === undefined ? text : `${draft.description}\n${text}`
}

/** "giờ có vát sẵn, mỗi năm làm lợi 20 triệu" answers two questions, where the clause is clear. */
export function benefitTold(text: string): Money | undefined {
  const reading = extractBenefit(text)?.reading
  return reading?.kind === "money" && reading.money.amount !== null ? reading.money : undefined
}
