import { monthUntil, type Span, weekUntil } from "../clock.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct, widestGrant } from "../people/role.ts"
import { fold } from "../text/fold.ts"
import { spanWords } from "./period.ts"
import { TallyError } from "./plan.ts"
import type { Tally } from "./tally.ts"

/**
 * "so với tuần trước thế nào", "so với tháng trước": what came in since the period began, beside the one before it up to the
 * same point, which is what can be compared fairly, and beside all of it. For officers.
 */
export async function compare(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const { campaign, person } = context
  if (!isOfficer(person)) return answer(turn, "tally-officers-only")
  if (campaign === undefined) return answer(turn, "progress-none")
  const unit = context.chat.unit ?? widestGrant(person.grants)?.unit ?? campaign.federation
  if (!mayAct(person.grants, "officer", unit)) return answer(turn, "unit-outside", { unit: unit.name })
  const { weeklyClosing, progressCounter: counter } = campaign.campaign
  const period = /(?:^| )thang(?: |$)/.test(fold(rest)) ? "month" : "week"
  const until = (at: number) =>
    period === "month" ? monthUntil(at, moment.timeZone) : weekUntil(at, weeklyClosing, moment.timeZone)
  const now = until(moment.now)
  const whole = until(now.from)
  const then = { from: whole.from, to: Math.min(whole.to, whole.from + (now.to - now.from)) }
  const counted = async ({ from, to }: Span) =>
    (await reads.tally(campaign, unit.id, { period: "dates", from, at: to })).tally
  try {
    const [present, same, before] = await Promise.all([counted(now), counted(then), counted(whole)])
    const line = (which: "now" | "then" | "whole", { from, to, counters }: Tally): Phrase => ({
      key: "compare-line",
      args: {
        which,
        period,
        span: spanWords({ from: Date.parse(from), to: Date.parse(to) }, moment.timeZone),
        registered: counters.registered.delta,
        recognized: counters.recognized.delta,
        onPortal: counters.onPortal.delta,
      },
    })
    const more = present.counters[counter].delta - same.counters[counter].delta
    return {
      say: [
        reply(turn, {
          phrases: [
            { key: "compare-head", args: { period, unit: unit.name } },
            line("now", present),
            line("then", same),
            line("whole", before),
            {
              key: "compare-result",
              args: {
                counter,
                period,
                how: more > 0 ? "more" : more < 0 ? "fewer" : "same",
                by: Math.abs(more),
              },
            },
          ],
        }),
      ],
    }
  } catch (error) {
    if (error instanceof TallyError) return answer(turn, "compare-nothing", { period })
    throw error
  }
}
