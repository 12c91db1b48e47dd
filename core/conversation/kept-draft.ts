import type { OutboxDraft } from "../outbox.ts"
import type { Decision } from "./decision.ts"
import { type Dialogue, type GuidedDialogue, isGuided } from "./dialogue.ts"

/** What was written of a draft is worth keeping; a question for a title that nobody has given is not. */
export function hasTitle(dialogue: Dialogue): dialogue is GuidedDialogue {
  return isGuided(dialogue) && dialogue.draft.title !== undefined
}

/** What somebody typed, as an answer quotes it. */
export function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}

/**
 * A draft goes on waiting behind whatever else its person asks for meanwhile, and is told of when that is done. `of` is what
 * `decision` answers: the dialogue under way, or a request of its own beside it.
 */
export function keepDraft(dialogue: Dialogue, decision: Decision, of: "dialogue" | "request"): Decision {
  const next = decision.dialogue
  if (next === undefined || isErasing(decision)) return decision
  const under = of === "request" && hasTitle(dialogue) ? dialogue : dialogue.before
  // Asked again it stands behind nothing.
  const isAskedAgain = next !== null && isGuided(next) && next.draft === under?.draft
  const draft = isAskedAgain ? under?.before : under
  if (draft === undefined) return decision
  if (next !== null) return { ...decision, dialogue: { before: draft, ...next } }
  return { ...told(decision, draft), dialogue: draft }
}

/** With the person their drafts are gone. */
function isErasing({ changes = [] }: Decision): boolean {
  return changes.some((change) => change.do === "erase")
}

function told(decision: Decision, draft: GuidedDialogue): Decision {
  const kept = { key: "draft-kept", args: { title: shorten(draft.draft.title ?? "") } }
  const add = <Said extends OutboxDraft>(said: Said): Said => ({
    ...said,
    content: { ...said.content, phrases: [...(said.content.phrases ?? []), kept] },
  })
  const { register = [], say = [] } = decision
  if (register.length > 0)
    return { ...decision, register: register.map((entry) => ({ ...entry, receipt: add(entry.receipt) })) }
  const last = say.at(-1)
  return last === undefined ? decision : { ...decision, say: [...say.slice(0, -1), add(last)] }
}
