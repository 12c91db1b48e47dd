import { formatDay, startOfDay } from "../clock.ts"
import type { RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import type { OutboxContent } from "../outbox.ts"
import { type PeriodAsk, TallyError } from "./plan.ts"

/** An answer, or why there is none at that time. */
export async function orWhyNot(
  turn: Turn,
  campaign: RunningCampaign,
  period: PeriodAsk["period"],
  content: () => Promise<Pick<OutboxContent, "phrases" | "picture">>,
): Promise<Decision> {
  try {
    return { say: [reply(turn, await content())] }
  } catch (error) {
    return whyNot(turn, campaign, period, error)
  }
}

/** What is said instead when a `TallyError` tells that nothing is counted then; throws every other error. */
export function whyNot(
  turn: Turn,
  { campaign }: RunningCampaign,
  period: PeriodAsk["period"],
  error: unknown,
): Decision {
  if (!(error instanceof TallyError)) throw error
  const { moment } = turn
  const { startsOn, peakPeriods } = campaign
  if (period === "peak" && peakPeriods.length === 0) return answer(turn, "schedule-none")
  // Before the campaign there is nothing at all, else only nothing in what was asked for.
  return moment.now < startOfDay(startsOn, moment.timeZone)
    ? answer(turn, "progress-too-early", { from: formatDay(startsOn, "date") })
    : answer(turn, "tally-nothing-then", { from: formatDay(startsOn, "date") })
}
