import type { Decision } from "../conversation/decision.ts"
import { reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import { mayAct } from "../people/role.ts"
import { MERGED_AWAY } from "../review/verdict.ts"
import { cardOf } from "./card.ts"
import { likeness } from "./likeness.ts"

/**
 * "SK-98 và SK-101 có trùng không": both records and how much their titles have in common, for an officer of both in private. Undefined for
 * everybody else, and where one of them is not known.
 */
export async function sideBySide(turn: Turn, numbers: readonly number[]): Promise<Decision | undefined> {
  const { person, chat } = turn.context
  const found = await turn.reads.dossiers(numbers)
  const [one, other] = found.toSorted((a, b) => a.number - b.number)
  if (person === undefined || one === undefined || other === undefined) return undefined
  const isTheirs = found.every(({ unit }) => mayAct(person.grants, "officer", unit))
  if (chat.kind !== "private" || !isTheirs) return undefined
  const [of, and] = [one, other].map(({ title, unit }) => ({ title, unitName: unit.name }))
  if (of === undefined || and === undefined) return undefined
  const { closeness, sameIdea, series } = likeness(of, and)
  const isSame = sameIdea && !series
  const isOpen = !MERGED_AWAY.has(one.status) && !MERGED_AWAY.has(other.status)
  const args = {
    share: Math.round(closeness * 100),
    is: isSame ? (isOpen ? "same" : "gone") : "other",
    code: initiativeCode(other.number),
    into: initiativeCode(one.number),
  }
  const card = (dossier: typeof one) => cardOf(dossier, turn.moment.timeZone, "own_people")
  return {
    say: [reply(turn, { phrases: [...card(one), ...card(other), { key: "side-by-side", args }] })],
  }
}
