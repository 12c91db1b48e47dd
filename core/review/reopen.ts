import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import { isOfficer } from "../people/role.ts"
import { review } from "./queue.ts"
import { takeBack } from "./take-back.ts"
import { UNDECIDED } from "./verdict.ts"
import { isOpen } from "./words.ts"

/** "khôi phục SK-3", "xét lại SK-3": what was decided is taken back, and what still waits is shown. */
export async function reopen(turn: Turn, rest: string): Promise<Decision> {
  const { person } = turn.context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  const named = readCode(rest)
  const [dossier] = named === undefined ? [] : await turn.reads.dossiers([named.number])
  const isWaiting = dossier !== undefined && UNDECIDED.includes(dossier.status) && isOpen(person, dossier)
  const code = dossier === undefined ? rest : initiativeCode(dossier.number)
  if (isWaiting) return await review(turn, code)
  return await takeBack(turn, `thu hồi ${code}`)
}
