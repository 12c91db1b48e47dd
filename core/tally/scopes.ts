import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import { isOfficer, mayAct, widestGrant } from "../people/role.ts"
import { aheadWords } from "./ask.ts"
import { orWhyNot } from "./or-why-not.ts"
import { spanWords } from "./period.ts"
import { planTally } from "./plan.ts"
import { readTallyWish } from "./wish.ts"

/** "tháng 3 KCN": how many were recognised on each level within a period, the whole campaign without one. For officers. */
export async function scopes(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const { campaign, person } = context
  if (!isOfficer(person)) return answer(turn, "tally-officers-only")
  if (campaign === undefined) return answer(turn, "progress-none")
  const calendar = { campaign: campaign.campaign, now: moment.now, zone: moment.timeZone }
  const wish = readTallyWish(rest, calendar, await reads.units())
  const usual = context.chat.unit ?? widestGrant(person.grants)?.unit ?? campaign.federation
  const again = (code: string) => `bao nhiêu sáng kiến cấp tỉnh của ${code} ${wish.period}`.trim()
  const meant = await unitMeant(turn, wish.unit, { usual, again })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  if (!mayAct(person.grants, "officer", unit)) return answer(turn, "unit-outside", { unit: unit.name })
  if (wish.ahead !== undefined) return answer(turn, "tally-ahead", aheadWords(wish.ahead))
  const ask = wish.period === "" ? ({ period: "campaign", at: moment.now } as const) : wish.ask
  return await orWhyNot(turn, campaign, ask.period, async () => {
    const span = planTally(campaign.campaign, ask, moment.timeZone)
    const { co_so, tinh, toan_quoc } = await reads.recognizedByScope(campaign.id, unit.id, span)
    const args = {
      unit: unit.name,
      span: spanWords(span, moment.timeZone),
      local: co_so,
      province: tinh,
      country: toan_quoc,
    }
    return { phrases: [{ key: "scopes-told", args }] }
  })
}
