import type { GoalPeriod } from "../campaign/campaign.ts"
import type { Incoming } from "../channel.ts"
import { formatDay, startOfDay } from "../clock.ts"
import type { Context, RunningCampaign } from "../conversation/context.ts"
import { answer, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { Reads } from "../conversation/reads.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import type { OutboxContent } from "../outbox.ts"
import { mayAct, type UnitRef, widestGrant } from "../people/role.ts"
import { readTallyWish } from "./period.ts"
import { pictureRef } from "./picture.ts"
import { recordPhrases } from "./records.ts"
import { type PeriodAsk, TallyError, type TallyReading } from "./tally.ts"
import { progressPhrases, rankingPhrases, tallyPhrases } from "./text.ts"

type Written = Pick<Incoming, "message" | "topic">

/** Last week's post still means today's reader. */
const OLD_MS = 7 * 24 * 3_600_000

/** "tiến độ [đơn vị]": anybody may see how far a unit is. */
export async function progress(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { campaign } = context
  if (campaign === undefined) return answer(context, written, moment, "progress-none")
  const usual = usualFor(context, campaign)
  const again = (code: string) => `tiến độ ${code}`
  const meant = await unitMeant(context, written, rest, { usual, again }, moment, reads)
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  return await shown(
    context,
    written,
    moment,
    campaign,
    unit,
    now("phase", moment),
    reads,
    async (reading) => ({
      phrases: progressPhrases(reading, campaign.campaign, moment.timeZone),
    }),
  )
}

/** "bảng xếp hạng [đơn vị]": the units below one, best first. */
export async function ranking(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { campaign } = context
  if (campaign === undefined) return answer(context, written, moment, "progress-none")
  const usual = usualFor(context, campaign)
  const again = (code: string) => `bảng xếp hạng ${code}`
  const meant = await unitMeant(context, written, rest, { usual, again }, moment, reads)
  if ("decision" in meant) return meant.decision
  const asked = meant.unit
  // A grassroots union wants to know its place among the others, not an empty table of its own.
  const unit = (await reads.hasSubUnits(asked.id)) ? asked : ((await parentOf(asked, reads)) ?? asked)
  return await shown(
    context,
    written,
    moment,
    campaign,
    unit,
    now("phase", moment),
    reads,
    async (reading) => ({
      phrases: rankingPhrases(reading, campaign.campaign, moment.timeZone),
    }),
  )
}

/** "tổng hợp [tuần|tháng|giai đoạn|đợt] [đơn vị]": the post of a period, now, for officers. */
export async function tallyOnDemand(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { campaign, person } = context
  if (campaign === undefined) return answer(context, written, moment, "progress-none")
  const widest = widestGrant(person?.grants ?? [])
  if (person === undefined || widest === undefined || widest.role === "support") {
    return answer(context, written, moment, "tally-officers-only")
  }
  const wish = readTallyWish(rest, campaign.campaign, moment.now, moment.timeZone)
  const usual = context.chat.unit ?? widest.unit
  const said = rest.trim().replace(/\s+/g, " ")
  const again = (code: string) => `tổng hợp ${said.replace(wish.unit, code)}`
  const meant = await unitMeant(context, written, wish.unit, { usual, again }, moment, reads)
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  if (!mayAct(person.grants, "officer", unit)) return answer(context, written, moment, "tally-officers-only")
  if (wish.ahead !== undefined) return answer(context, written, moment, "tally-ahead", aheadWords(wish.ahead))
  const ask = { ...wish.ask, comparing: true }
  return await shown(context, written, moment, campaign, unit, ask, reads, async (reading) => {
    const { details } = wish
    if (details !== undefined) {
      const span = { from: Date.parse(reading.tally.from), to: Date.parse(reading.tally.to) }
      const records = await reads.tallyRecords(campaign, unit.id, { span, ...details })
      return { phrases: recordPhrases(wish, reading, records, context, moment.timeZone) }
    }
    return {
      phrases: tallyPhrases(reading, campaign.campaign, moment.timeZone, {
        late: false,
        old: moment.now - wish.ask.at > OLD_MS,
      }),
      picture: pictureRef(campaign.id, unit.id, reading),
    }
  })
}

async function shown(
  context: Context,
  written: Written,
  moment: Moment,
  campaign: RunningCampaign,
  unit: UnitRef,
  ask: PeriodAsk,
  reads: Reads,
  say: (reading: TallyReading) => Promise<Pick<OutboxContent, "phrases" | "picture">>,
): Promise<Decision> {
  try {
    const reading = await reads.tally(campaign, unit.id, ask)
    return { say: [reply(context, written, moment, await say(reading))] }
  } catch (error) {
    if (!(error instanceof TallyError)) throw error
    const { startsOn, peakPeriods } = campaign.campaign
    if (ask.period === "peak" && peakPeriods.length === 0)
      return answer(context, written, moment, "schedule-none")
    // Before the campaign there is nothing at all, else only nothing in what was asked for.
    return moment.now < startOfDay(startsOn, moment.timeZone)
      ? answer(context, written, moment, "progress-too-early", { from: formatDay(startsOn, "date") })
      : answer(context, written, moment, "tally-nothing-then", { from: formatDay(startsOn, "date") })
  }
}

/** What "tally-ahead" says of a phase or peak period that has not begun. */
export function aheadWords({ name, startsOn }: GoalPeriod) {
  return { name, from: formatDay(startsOn, "date") }
}

function now(period: PeriodAsk["period"], moment: Moment): PeriodAsk {
  return { period, at: moment.now }
}

/** What is looked at when no unit is named: the group's, the person's own, or all. */
export function usualFor(context: Context, campaign: RunningCampaign): UnitRef {
  return context.chat.unit ?? context.person?.unit ?? campaign.federation
}

async function parentOf(unit: UnitRef, reads: Reads): Promise<UnitRef | undefined> {
  const id = unit.path.at(-2)
  return id === undefined ? undefined : await reads.unit(id)
}
