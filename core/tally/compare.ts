import { monthUntil, type Span, weekUntil } from "../clock.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct, widestGrant } from "../people/role.ts"
import { fold } from "../text/fold.ts"
import { compareUnits } from "./compare-units.ts"
import { spanWords } from "./period.ts"
import { TallyError } from "./plan.ts"
import type { Tally } from "./tally.ts"

/** "tuần này với tuần trước của": what is said of the periods before a unit is named. */
const PERIOD_WORDS =
  /^(?:(?:so|sánh|sanh|với|voi|cùng|cung|kỳ|ky|tuần|tuan|tháng|thang|này|nay|trước|truoc|rồi|roi|vừa|vua|qua|thế|the|nào|nao|của|cua|ở|o)(?:[\s,]+|$))+/iu

/** "so sánh tuần", "so sánh KCN với GD": two periods of one unit, or two units. */
export async function compare(turn: Turn, rest: string): Promise<Decision> {
  const { campaign } = turn.context
  const isPeriod = rest === "" || /^(?:voi )?(?:tuan|thang)(?: |$)/.test(fold(rest))
  if (isPeriod) return await comparePeriods(turn, rest)
  return campaign === undefined ? answer(turn, "progress-none") : await compareUnits(turn, rest, campaign)
}

/**
 * "so với tuần trước thế nào", "so với tháng trước": what came in since the period began, beside the one before it up to the
 * same point, which is what can be compared fairly, and beside all of it. For officers.
 */
async function comparePeriods(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const { campaign, person } = context
  if (!isOfficer(person)) return answer(turn, "tally-officers-only")
  if (campaign === undefined) return answer(turn, "progress-none")
  const usual = context.chat.unit ?? widestGrant(person.grants)?.unit ?? campaign.federation
  const period = /(?:^| )thang(?: |$)/.test(fold(rest)) ? "month" : "week"
  const again = (code: string) => `so sánh ${period === "month" ? "tháng" : "tuần"} ${code}`
  const meant = await unitMeant(turn, rest.replace(PERIOD_WORDS, ""), { usual, again })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  if (!mayAct(person.grants, "officer", unit)) return answer(turn, "unit-outside", { unit: unit.name })
  const { weeklyClosing, progressCounter: counter } = campaign.campaign
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
