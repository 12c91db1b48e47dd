import type { Decision } from "../conversation/decision.ts"
import type { Turn } from "../conversation/turn.ts"
import { orWhyNot } from "./or-why-not.ts"
import { partAsked } from "./part-asked.ts"
import { spanWords } from "./period.ts"
import { planTally } from "./plan.ts"

/** "tháng 3 KCN": how many were recognised on each level within a period, the whole campaign without one. For officers. */
export async function scopes(turn: Turn, rest: string): Promise<Decision> {
  const part = await partAsked(
    turn,
    rest,
    (unit, period) => `bao nhiêu sáng kiến cấp tỉnh của ${unit} ${period}`,
  )
  if ("decision" in part) return part.decision
  const { campaign, unit, ask } = part
  const { timeZone } = turn.moment
  return await orWhyNot(turn, campaign, ask.period, async () => {
    const span = planTally(campaign.campaign, ask, timeZone)
    const { co_so, tinh, toan_quoc } = await turn.reads.recognizedByScope(campaign.id, unit.id, span)
    const args = {
      unit: unit.name,
      span: spanWords(span, timeZone),
      local: co_so,
      province: tinh,
      country: toan_quoc,
    }
    return { phrases: [{ key: "scopes-told", args }] }
  })
}
