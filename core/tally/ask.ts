import type { Incoming } from "../channel.ts"
import type { Context, RunningCampaign } from "../conversation/context.ts"
import { answer, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { Reads } from "../conversation/reads.ts"
import { findUnit } from "../intake/unit-search.ts"
import type { OutboxContent } from "../outbox.ts"
import { mayAct, type UnitRef, widestGrant } from "../people/role.ts"
import { fold } from "../text/fold.ts"
import { pictureRef } from "./picture.ts"
import { type Period, TallyError, type TallyReading } from "./tally.ts"
import { progressPhrases, rankingPhrases, tallyPhrases } from "./text.ts"

type Written = Pick<Incoming, "message" | "topic">

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
  const unit = await unitAsked(context, campaign, rest, reads)
  if (unit === undefined)
    return answer(context, written, moment, "unit-not-found", { typed: rest.slice(0, 60) })
  return await shown(context, written, moment, campaign, unit, "phase", reads, (reading) => ({
    phrases: progressPhrases(reading, campaign.campaign, moment.timeZone),
  }))
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
  const asked = await unitAsked(context, campaign, rest, reads)
  if (asked === undefined)
    return answer(context, written, moment, "unit-not-found", { typed: rest.slice(0, 60) })
  // A grassroots union wants to know its place among the others, not an empty table of its own.
  const unit = (await reads.hasSubUnits(asked.id)) ? asked : ((await parentOf(asked, reads)) ?? asked)
  return await shown(context, written, moment, campaign, unit, "phase", reads, (reading) => ({
    phrases: rankingPhrases(reading, campaign.campaign, moment.timeZone),
  }))
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
  const asked = readPeriod(rest)
  const unit =
    asked.rest === ""
      ? (context.chat.unit ?? widest.unit)
      : await unitAsked(context, campaign, asked.rest, reads)
  if (unit === undefined) {
    return answer(context, written, moment, "unit-not-found", { typed: asked.rest.slice(0, 60) })
  }
  if (!mayAct(person.grants, "officer", unit)) return answer(context, written, moment, "tally-officers-only")
  return await shown(context, written, moment, campaign, unit, asked.period, reads, (reading) => ({
    phrases: tallyPhrases(reading, campaign.campaign, moment.timeZone, { late: false }),
    picture: pictureRef(campaign.id, unit.id, reading),
  }))
}

async function shown(
  context: Context,
  written: Written,
  moment: Moment,
  campaign: RunningCampaign,
  unit: UnitRef,
  period: Period,
  reads: Reads,
  say: (reading: TallyReading) => Pick<OutboxContent, "phrases" | "picture">,
): Promise<Decision> {
  try {
    const reading = await reads.tally(campaign, unit.id, period, moment.now)
    return { say: [reply(context, written, moment, say(reading))] }
  } catch (error) {
    if (!(error instanceof TallyError)) throw error
    const [year = "", month = "", day = ""] = campaign.campaign.startsOn.split("-")
    const from = `${Number(day)}/${Number(month)}/${year}`
    return answer(context, written, moment, "progress-too-early", { from })
  }
}

async function unitAsked(
  context: Context,
  campaign: RunningCampaign,
  rest: string,
  reads: Reads,
): Promise<UnitRef | undefined> {
  if (rest === "") return context.chat.unit ?? context.person?.unit ?? campaign.federation
  const search = findUnit(rest, await reads.units())
  if (search.kind === "none") return undefined
  return await reads.unit(search.kind === "sure" ? search.id : (search.ids[0] as string))
}

async function parentOf(unit: UnitRef, reads: Reads): Promise<UnitRef | undefined> {
  const id = unit.path.at(-2)
  return id === undefined ? undefined : await reads.unit(id)
}

const PERIOD_WORDS: readonly { readonly period: Period; readonly words: readonly string[] }[] = [
  { period: "campaign", words: ["ca chuong trinh", "chuong trinh", "tat ca"] },
  { period: "peak", words: ["dot cao diem", "tuan cao diem", "cao diem", "dot"] },
  { period: "phase", words: ["giai doan", "gd"] },
  { period: "month", words: ["thang nay", "thang"] },
  { period: "week", words: ["tuan nay", "tuan"] },
]

function readPeriod(rest: string): { period: Period; rest: string } {
  const words = rest.split(/\s+/).filter((word) => word !== "")
  for (const { period, words: names } of PERIOD_WORDS) {
    for (const name of names) {
      const count = name.split(" ").length
      if (fold(words.slice(0, count).join(" ")) === name)
        return { period, rest: words.slice(count).join(" ") }
    }
  }
  return { period: "week", rest }
}
