import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import { isOfficer, mayAct } from "../people/role.ts"
import { MOST_CODES, readCodes } from "./codes.ts"
import { decideOn, type Wish } from "./judge.ts"
import { MERGED_AWAY } from "./verdict.ts"

/** What stands between those that are merged and the one that stays. */
const INTO = /^(?:(?:vào|vao|với|voi|cùng|cung|là|la|bị|bi|trùng|trung|lặp|lap)(?:\s+|$))+/iu

/**
 * "gộp SK-000013 vào SK-000003": what was sent twice counts once. The first ones are duplicates from now on and leave the
 * counters, the last one stays as it is, whichever unit of the federation it belongs to.
 */
export async function merge(turn: Turn, rest: string): Promise<Decision> {
  const { person } = turn.context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  const list = readCodes(rest, { words: true })
  if (list === "too_many") return answer(turn, "codes-too-many", { most: MOST_CODES })
  const into = list === undefined || !INTO.test(list.rest) ? undefined : readCode(list.rest.replace(INTO, ""))
  if (list === undefined || into === undefined) return answer(turn, "merge-how")
  const meant = await duplicateOf(turn, person, { number: into.number, among: list.numbers })
  return "decision" in meant ? meant.decision : await decideOn(turn, list.numbers, meant.wish)
}

/** The wish to have those `among` which it must not be count as this one; or why that cannot be. */
export async function duplicateOf(
  turn: Turn,
  person: Person,
  { number, among }: { readonly number: number; readonly among: readonly number[] },
): Promise<{ readonly wish: Wish } | { readonly decision: Decision }> {
  const code = initiativeCode(number)
  if (among.includes(number)) return { decision: answer(turn, "merge-how") }
  const [stays] = await turn.reads.dossiers([number])
  const isOurs = person.grants.some(({ unit }) => unit.path[0] === stays?.unit.path[0])
  if (stays === undefined || !isOurs) return { decision: answer(turn, "code-unknown", { code }) }
  if (MERGED_AWAY.has(stays.status)) return { decision: answer(turn, "merge-into-gone", { code }) }
  return { wish: { verdict: "duplicate", words: code, into: stays.id } }
}

/** "tách SK-000012 thành 2": a record stays one; how what it holds besides becomes another. */
export async function split(turn: Turn, rest: string): Promise<Decision> {
  const { person } = turn.context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  const named = readCode(rest)
  const [dossier] = named === undefined ? [] : await turn.reads.dossiers([named.number])
  if (dossier === undefined) return answer(turn, "which-code")
  const code = initiativeCode(dossier.number)
  if (!mayAct(person.grants, "officer", dossier.unit)) return answer(turn, "not-yours", { code })
  return answer(turn, "split-how", { code, author: dossier.authorName })
}
