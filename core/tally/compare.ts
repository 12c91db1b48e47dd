import { monthUntil, type Span, weekUntil } from "../clock.ts"
import type { RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct, type UnitRef, widestGrant } from "../people/role.ts"
import { fold } from "../text/fold.ts"
import { compareKinds, kindsCompared } from "./compare-kinds.ts"
import { type Part, partsIn } from "./compare-parts.ts"
import { compareUnits, partLine } from "./compare-units.ts"
import { orWhyNot } from "./or-why-not.ts"
import { spanWords } from "./period.ts"
import { TallyError } from "./plan.ts"
import type { Tally } from "./tally.ts"

/** "tuần này với tuần trước của": what is said of the periods before a unit is named. */
const PERIOD_WORDS =
  /^(?:(?:so|sánh|sanh|với|voi|và|va|hay|cùng|cung|kỳ|ky|tuần|tuan|tháng|thang|này|nay|trước|truoc|rồi|roi|vừa|vua|qua|thế|the|nào|nao|của|cua|ở|o)(?:[\s,]+|$))+/iu

/** "tuần này với tuần trước": beside the same point of the one before. */
const USUAL = /^(?:tuan|thang)(?: (?:nay|truoc|roi|vua roi|qua))?$/

/** "so sánh tuần", "so sánh tháng 2 với tháng 3", "so sánh KCN với GD": periods of one unit, or units. */
export async function compare(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const { campaign } = context
  const isPeriod = rest === "" || /^(?:voi )?(?:tuan|thang)(?: |$)/.test(fold(rest))
  if (campaign === undefined) return isPeriod ? await toSamePoint(turn, rest) : answer(turn, "progress-none")
  const kinds = isPeriod ? undefined : await kindsCompared(turn, rest)
  if (kinds !== undefined) return await compareKinds(turn, campaign, kinds)
  const calendar = { campaign: campaign.campaign, now: moment.now, zone: moment.timeZone }
  const parts = partsIn(rest, calendar, await reads.units()) ?? []
  const isOfPeriods =
    parts.length > 1 &&
    parts.every(({ period }) => period !== "") &&
    parts.filter(({ unit }) => unit !== "").length < 2
  if (isOfPeriods && !parts.every(({ period }) => USUAL.test(fold(period))))
    return await comparePeriods(turn, parts)
  if (isPeriod) return await toSamePoint(turn, rest)
  return parts.length < 2 ? answer(turn, "compare-units-how") : await compareUnits(turn, parts, campaign)
}

/** "so sánh tháng 2 với tháng 3 của KCN": what came in during each, the earlier first. For officers. */
async function comparePeriods(turn: Turn, parts: readonly Part[]): Promise<Decision> {
  const office = await officeAsked(
    turn,
    parts.find(({ unit }) => unit !== "")?.unit ?? "",
    (code) => `so sánh ${parts.map(({ period }) => period).join(" với ")} ${code}`,
  )
  if ("decision" in office) return office.decision
  const { campaign, unit } = office
  const { timeZone: zone } = turn.moment
  const { progressCounter: counter } = campaign.campaign
  return await orWhyNot(turn, campaign, "dates", async () => {
    const tallies = await Promise.all(
      parts.map(async ({ ask }) => (await turn.reads.tally(campaign, unit.id, ask)).tally),
    )
    const inOrder = tallies.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))
    const spanOf = ({ from, to }: Tally) => spanWords({ from: Date.parse(from), to: Date.parse(to) }, zone)
    const [first, last] = [inOrder[0], inOrder.at(-1)]
    const more = (last?.counters[counter].delta ?? 0) - (first?.counters[counter].delta ?? 0)
    const args = { counter, how: more > 0 ? "more" : more < 0 ? "fewer" : "same", by: Math.abs(more) }
    return {
      phrases: [
        { key: "compare-parts-head", args: { what: unit.name } },
        ...inOrder.map((tally) => partLine(spanOf(tally), tally)),
        ...(parts.length === 2 ? [{ key: "compare-periods-result", args }] : []),
      ],
    }
  })
}

type Office = { readonly campaign: RunningCampaign; readonly unit: UnitRef }

/** The unit whose figures an officer asks for, or why there are none. */
async function officeAsked(
  turn: Turn,
  typed: string,
  again: (code: string) => string,
): Promise<Office | { readonly decision: Decision }> {
  const { campaign, person, chat } = turn.context
  if (!isOfficer(person)) return { decision: answer(turn, "tally-officers-only") }
  if (campaign === undefined) return { decision: answer(turn, "progress-none") }
  const usual = chat.unit ?? widestGrant(person.grants)?.unit ?? campaign.federation
  const meant = await unitMeant(turn, typed, { usual, again })
  if ("decision" in meant) return meant
  const { unit } = meant
  return mayAct(person.grants, "officer", unit)
    ? { campaign, unit }
    : { decision: answer(turn, "unit-outside", { unit: unit.name }) }
}

/**
 * "so với tuần trước thế nào", "so với tháng trước": what came in since the period began, beside the one before it up to the
 * same point, which is what can be compared fairly, and beside all of it. For officers.
 */
async function toSamePoint(turn: Turn, rest: string): Promise<Decision> {
  const { moment, reads } = turn
  const period = /(?:^| )thang(?: |$)/.test(fold(rest)) ? "month" : "week"
  const again = (code: string) => `so sánh ${period === "month" ? "tháng" : "tuần"} ${code}`
  const office = await officeAsked(turn, rest.replace(PERIOD_WORDS, ""), again)
  if ("decision" in office) return office.decision
  const { campaign, unit } = office
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
