import { initiativeCode } from "../intake/code.ts"
import type { OutboxDraft } from "../outbox.ts"
import { screenBehind } from "../review/words.ts"
import type { Decision, Resume } from "./decision.ts"
import { type Dialogue, isReview } from "./dialogue.ts"
import { answersNothing } from "./hint.ts"
import { alsoSaying, firstSaying, keepDraft, keptPhrase } from "./kept-draft.ts"
import { passing } from "./passed.ts"
import { answer, pendingOf, type Turn } from "./turn.ts"

/**
 * What is no verdict: the answer to something else, where that changes nothing, for words meant for a verdict must not become anything
 * of their own. The record stands above already; whoever wants to see it once more says "tiếp".
 */
export async function besideReview(
  turn: Turn,
  dialogue: Dialogue & { step: "review" },
  resume: Resume,
): Promise<Decision> {
  const { number } = dialogue.shown
  const other = await resume({ ...turn.context, dialogue: undefined }, pendingOf(turn.written))
  const { changes = [], register = [], dialogue: next } = other
  if (changes.length + register.length === 0 && next === undefined && !answersNothing(other))
    return passing(dialogue, other)
  const [shown] = await turn.reads.dossiers([number])
  const isDecided = shown !== undefined && shown.status !== "registered" && shown.status !== "under_review"
  if (isDecided) return { dialogue: null, ...answer(turn, "not-understood-officer") }
  const key = dialogue.hinted === true ? "review-again-short" : "review-again"
  return { dialogue: { ...dialogue, hinted: true }, ...answer(turn, key, { code: initiativeCode(number) }) }
}

/**
 * What is asked for while the words of a verdict are awaited: done, and the author was told nothing. The record stays open; more words
 * are no longer taken for its author's.
 */
export function besideWords(dialogue: Dialogue & { step: "review_words" }, decision: Decision): Decision {
  const under = dialogue.alone === true ? dialogue.before : screenBehind(dialogue)
  const behind = under === undefined ? decision : keepDraft(under, decision, "request")
  const code = initiativeCode(dialogue.shown.number)
  const hasJudged = (decision.changes ?? []).some((change) => change.do === "judge")
  if (decision.dialogue != null) {
    const saysItself = hasJudged || isReview(decision.dialogue)
    return saysItself ? behind : firstSaying(behind, { key: "review-unsent", args: { code } })
  }
  const open = { ...behind, dialogue: under ?? null }
  if (hasJudged) return under === undefined ? open : alsoSaying(open, keptPhrase(under))
  return alsoSaying(open, {
    key: under === undefined ? "review-unsent" : "review-unsent-kept",
    args: { code },
  })
}

/** A record that is decided by another way than its screen is not being reviewed any more. */
export async function pastReview({ reads }: Turn, decision: Decision): Promise<Decision> {
  const { dialogue: next, changes = [], say = [] } = decision
  const judged = changes.flatMap((change) => (change.do === "judge" ? change.initiatives : []))
  if (next?.step !== "review" || judged.length === 0) return decision
  const [shown] = await reads.dossiers([next.shown.number])
  if (shown === undefined || !judged.some(({ id }) => id === shown.id)) return decision
  return { ...decision, dialogue: null, say: say.map(withoutKept) }
}

function withoutKept(said: OutboxDraft): OutboxDraft {
  const phrases = (said.content.phrases ?? []).filter(
    (each) => !("key" in each) || each.key !== "review-kept",
  )
  return { ...said, content: { ...said.content, phrases } }
}
