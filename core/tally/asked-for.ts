import type { Decision } from "../conversation/decision.ts"
import type { Turn } from "../conversation/turn.ts"
import { tallyOnDemand } from "./ask.ts"
import { readBenefitWish } from "./benefit-wish.ts"
import { byBenefit } from "./by-benefit.ts"
import { PARTICIPANTS, participants, readParticipantsWish } from "./participants.ts"

/** What stands behind "tổng hợp": records by their benefit, the people behind what was registered, or the tally of a period. */
export async function tallyAsked(turn: Turn, rest: string): Promise<Decision> {
  const benefit = readBenefitWish(rest)
  if (benefit !== undefined) return await byBenefit(turn, benefit)
  const people = readParticipantsWish(rest)
  return people === undefined ? await tallyOnDemand(turn, rest) : await participants(turn, people)
}

/** What is wanted, without its period and unit, which are `rest`; `what` is empty of a tally itself. */
export function wantedIn(asked: string): { readonly what: string; readonly rest: string } {
  const benefit = readBenefitWish(asked)
  if (benefit !== undefined) return { what: benefit.typed, rest: benefit.rest }
  const people = readParticipantsWish(asked)
  return people === undefined ? { what: "", rest: asked } : { what: PARTICIPANTS, rest: people }
}
