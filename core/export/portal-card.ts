import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { mayAct } from "../people/role.ts"
import { recordCard } from "./fields.ts"

/** "thẻ SK-000123": everything the portal asks about one initiative, one field per line, to be copied. */
export async function portalCard(turn: Turn, rest: string): Promise<Decision> {
  const { context, reads } = turn
  const { campaign, person } = context
  if (person === undefined || person.grants.length === 0) return answer(turn, "officers-only")
  const named = readCode(rest)
  if (named === undefined || campaign === undefined) return answer(turn, "card-how")
  const code = initiativeCode(named.number)
  const [dossier] = await reads.dossiers([named.number])
  if (dossier === undefined) return answer(turn, "code-unknown", { code })
  if (!mayAct(person.grants, "support", dossier.unit))
    return answer(turn, "not-judged", { codes: code, why: "outside" })
  if (context.chat.kind === "group") return answer(turn, "export-in-private")
  const record = await reads.exportRecord(named.number)
  if (record === undefined) return answer(turn, "code-unknown", { code })
  const lines = recordCard(record, campaign.campaign.portalColumns, turn.moment.timeZone)
  const state: Phrase[] =
    record.status === "recognized" ? [] : [{ key: "card-not-yet", args: { word: record.status } }]
  return { say: [reply(turn, { phrases: [...lines, ...state] })] }
}
