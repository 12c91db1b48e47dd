import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { mayAct, mayTouch } from "../people/role.ts"
import { evidencePhrases } from "../review/dossier.ts"
import { review } from "../review/queue.ts"
import { UNDECIDED, WAITING } from "../review/verdict.ts"
import { cardToUse } from "./adopt.ts"
import { fullCard } from "./card.ts"
import { sideBySide } from "./side-by-side.ts"

/** "SK-98 so với SK-101" */
const BESIDE = / so với (sk.+)$/iu

/** Only its own people need to know of it. */
const GONE: ReadonlySet<string> = new Set(["withdrawn", "refused", "duplicate"])

/**
 * "SK-000123" and nothing else: where it stands and what can be done with it. An officer who has to decide on it gets the
 * screen for that.
 */
export async function look(turn: Turn, rest: string): Promise<Decision> {
  const { reads } = turn
  const { person, chat } = turn.context
  const named = readCode(rest)
  if (named === undefined) return answer(turn, "which-code")
  const beside = readCode(BESIDE.exec(rest)?.[1] ?? "")
  const both = beside && (await sideBySide(turn, [named.number, beside.number]))
  if (both !== undefined) return both
  const code = initiativeCode(named.number)
  const [dossier] = await reads.dossiers([named.number])
  const isTheirs = person !== undefined && dossier !== undefined && mayTouch(person, dossier)
  if (dossier === undefined || (GONE.has(dossier.status) && !isTheirs))
    return answer(turn, "code-unknown", { code })
  const isJudge = person !== undefined && mayAct(person.grants, "officer", dossier.unit)
  if (isJudge && chat.kind === "private" && WAITING.includes(dossier.status)) return await review(turn, code)
  if (isTheirs) {
    const inPrivate = chat.kind === "private"
    const phrases = await fullCard(turn, dossier, inPrivate ? "own_people" : "anybody")
    const evidence = evidencePhrases(dossier)
    const words: readonly Phrase[] =
      inPrivate && dossier.judgedWords !== undefined
        ? [{ key: "look-words", args: { words: dossier.judgedWords } }]
        : []
    return {
      say: [reply(turn, { phrases: [...phrases, ...evidence, ...words, ...nextSteps(person, dossier)] })],
    }
  }
  return await cardToUse(turn, dossier)
}

function nextSteps(person: Person, { number, status, unit }: Dossier): readonly Phrase[] {
  const args = { code: initiativeCode(number) }
  if (UNDECIDED.includes(status)) return [{ key: "look-open", args }]
  const isOfficer = mayAct(person.grants, "officer", unit)
  return isOfficer && status === "recognized" ? [{ key: "look-recognized", args }] : []
}
