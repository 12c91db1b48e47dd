import { initiativeCode } from "../intake/code.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { quote } from "../text/cut.ts"
import type { Decision } from "./decision.ts"
import { type Dialogue, type GuidedDialogue, isGuided, isRegistration } from "./dialogue.ts"

type Kept = NonNullable<Dialogue["before"]>

/** What was written of a draft is worth keeping; a question for a title that nobody has given is not. */
export function hasTitle(dialogue: Dialogue): dialogue is GuidedDialogue {
  return isGuided(dialogue) && dialogue.draft.title !== undefined
}

/** A draft with a title, a message that only waits for its person's consent or unit, or a record that is being reviewed. */
function isKept(dialogue: Dialogue): dialogue is Kept {
  return hasTitle(dialogue) || ["consent", "unit", "review"].includes(dialogue.step)
}

/**
 * Keeps a draft, a held message or a record under review behind whatever else the person asks for meanwhile, and mentions it when
 * that is done. `of` is what `decision` answers: the dialogue under way, or a request of its own
 * beside it.
 */
export function keepDraft(dialogue: Dialogue, decision: Decision, of: "dialogue" | "request"): Decision {
  const next = decision.dialogue
  if (next === undefined || isErasing(decision)) return decision
  const under = of === "request" && isKept(dialogue) && !isLeft(dialogue, next) ? dialogue : dialogue.before
  // Where the kept question itself is asked next, it does not stand behind itself.
  const kept = next !== null && under !== undefined && isSame(next, under) ? under.before : under
  if (kept === undefined) return decision
  if (next === null) return { ...alsoSaying(decision, keptPhrase(kept)), dialogue: kept }
  const behind = { ...decision, dialogue: { before: kept, ...next } }
  // A held message shows nothing on the screen, so it is mentioned; a draft and a record show their own question.
  return of === "request" && (kept.step === "consent" || kept.step === "unit")
    ? firstSaying(behind, keptPhrase(kept))
    : behind
}

/** A record that was on the screen an hour ago is not being reviewed any more. */
const REVIEWED_WITHIN_MS = 3_600_000

function isLeft(dialogue: Dialogue, next: Dialogue | null): boolean {
  return dialogue.step === "review" && next !== null && next.askedAt - dialogue.askedAt > REVIEWED_WITHIN_MS
}

/** Erasing a person erases their drafts too. */
function isErasing({ changes = [] }: Decision): boolean {
  return changes.some((change) => change.do === "erase")
}

function isSame(next: Dialogue, kept: Kept): boolean {
  return isGuided(next) ? isGuided(kept) && next.draft === kept.draft : next.step === kept.step
}

/** What waits, and how its person goes on with it. */
export function keptPhrase(kept: Dialogue): Phrase {
  if (kept.step === "review") return { key: "review-kept", args: { code: initiativeCode(kept.shown.number) } }
  return hasTitle(kept)
    ? { key: "draft-kept", args: { title: quote(kept.draft.title ?? "") } }
    : { key: "message-kept" }
}

/** The decision with a phrase above all it says: the choices of a question stay below it. */
export function firstSaying(decision: Decision, phrase: Phrase): Decision {
  const [first, ...others] = decision.say ?? []
  if (first === undefined) return decision
  const phrases = [phrase, ...(first.content.phrases ?? [])]
  return { ...decision, say: [{ ...first, content: { ...first.content, phrases } }, ...others] }
}

/** The decision with a further phrase in its last message to whoever wrote, not to those told beside, or in each of its receipts. */
export function alsoSaying(decision: Decision, phrase: Phrase): Decision {
  const add = <Said extends OutboxDraft>(said: Said): Said => ({
    ...said,
    content: { ...said.content, phrases: [...(said.content.phrases ?? []), phrase] },
  })
  const { register = [], say = [] } = decision
  if (register.length > 0)
    return { ...decision, register: register.map((entry) => ({ ...entry, receipt: add(entry.receipt) })) }
  const last = say.findLastIndex(({ chat }) => chat === say[0]?.chat)
  return { ...decision, say: say.map((said, at) => (at === last ? add(said) : said)) }
}

/** What was begun in a unit's group is registered for that unit, wherever it goes on. */
export function keepUnit({ begunAt }: Dialogue, decision: Decision): Decision {
  const { dialogue: next } = decision
  const goesOn = begunAt !== undefined && next !== undefined && next !== null && isRegistration(next)
  return goesOn ? { ...decision, dialogue: { ...next, begunAt } } : decision
}
