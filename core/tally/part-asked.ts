import type { RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import { isOfficer, mayAct, type UnitRef, widestGrant } from "../people/role.ts"
import { aheadWords } from "./ask.ts"
import type { PeriodAsk } from "./plan.ts"
import { readTallyWish } from "./wish.ts"

/** Of which part of a campaign something is told: a unit with all below it, within a period. */
export type PartAsked = {
  readonly campaign: RunningCampaign
  readonly unit: UnitRef
  readonly ask: PeriodAsk
}

/**
 * "tháng 3 KCN": the part an officer asks about, of the whole campaign where no period is named, or what is said instead. `again(unit, period)` is
 * the question as it could have been written.
 */
export async function partAsked(
  turn: Turn,
  rest: string,
  again: (unit: string, period: string) => string,
): Promise<PartAsked | { readonly decision: Decision }> {
  const { context, moment, reads } = turn
  const { campaign, person } = context
  if (!isOfficer(person)) return { decision: answer(turn, "tally-officers-only") }
  if (campaign === undefined) return { decision: answer(turn, "progress-none") }
  const calendar = { campaign: campaign.campaign, now: moment.now, zone: moment.timeZone }
  const wish = readTallyWish(rest, calendar, await reads.units())
  const usual = context.chat.unit ?? widestGrant(person.grants)?.unit ?? campaign.federation
  const meant = await unitMeant(turn, wish.unit, { usual, again: (unit) => again(unit, wish.period).trim() })
  if ("decision" in meant) return meant
  const { unit } = meant
  if (!mayAct(person.grants, "officer", unit))
    return { decision: answer(turn, "unit-outside", { unit: unit.name }) }
  if (wish.ahead !== undefined) return { decision: answer(turn, "tally-ahead", aheadWords(wish.ahead)) }
  const ask = wish.period === "" ? ({ period: "campaign", at: moment.now } as const) : wish.ask
  return { campaign, unit, ask }
}
