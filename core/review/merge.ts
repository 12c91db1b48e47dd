import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import { isOfficer, mayAct } from "../people/role.ts"
import { MOST_CODES, readCodes } from "./codes.ts"
import { decideOn } from "./judge.ts"
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
  const code = initiativeCode(into.number)
  if (list.numbers.includes(into.number)) return answer(turn, "merge-how")
  const [stays] = await turn.reads.dossiers([into.number])
  const isOurs = person.grants.some(({ unit }) => unit.path[0] === stays?.unit.path[0])
  if (stays === undefined || !isOurs) return answer(turn, "code-unknown", { code })
  if (MERGED_AWAY.has(stays.status)) return answer(turn, "merge-into-gone", { code })
  return await decideOn(turn, list.numbers, { verdict: "duplicate", words: code, into: stays.id })
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
