import type { StoredCampaign } from "../campaign/operator-store.ts"
import type { ChatId } from "../channel.ts"
import { addDays, instantAt, type LocalDate, localDate, startOfDay } from "../clock.ts"
import { isAllowed, LATE_AFTER_MS } from "../courtesy.ts"
import { given } from "../given.ts"
import type { OutboxDraft, Phrase, PictureRef } from "../outbox.ts"
import { incompleteDrafts } from "../review/deadline-lines.ts"
import {
  datedMilestones,
  freeDays,
  isLate,
  knownBy,
  type Milestone,
  milestoneKey,
  NEWS_DAYS,
} from "./milestone.ts"
import { endOf, type MilestoneFacts, milestonePhrases } from "./milestone-text.ts"
import { pictureRef } from "./picture.ts"
import type { PeriodAsk } from "./plan.ts"
import { DAYS_AHEAD, postDays } from "./post.ts"
import type { DatedPost, LinkedGroup, PostPorts, Snapshot } from "./post-store.ts"
import { readTalliesByUnit } from "./read.ts"
import { type Mark, marksOf } from "./round-marks.ts"
import { deadlineLines, peakLines } from "./round-officers.ts"
import type { ReadSeries } from "./series.ts"
import type { TallyReading } from "./tally.ts"

/** What the morning round needs: as posting, and the series by which the day of a mark is found. */
export type RoundPorts = PostPorts & { readonly source: { readonly series: ReadSeries } }

/** One campaign's round on the morning of `today`, at the moment `now` (epoch milliseconds). */
export type Round = {
  readonly ports: RoundPorts
  readonly campaign: StoredCampaign
  readonly today: LocalDate
  readonly now: number
}

/** The hour of the morning round, on the local clock: before the shift, after the quiet hours. */
export const ROUND_AT = "07:30"

/**
 * The morning round of every campaign, once a day: starts, ends, half-ways and reached goals for the groups, each told
 * once for ever, and the line of a peak day for officers, which is never made up for. A round that was missed is done
 * when somebody is back, on that day only; milestones wait for the next. Safe to call at any time and by many processes.
 */
export async function morningRound(ports: RoundPorts, now: number): Promise<readonly ChatId[]> {
  const { timeZone: zone, posts } = ports
  const today = localDate(now, zone)
  if (now < instantAt(today, ROUND_AT, zone)) return []
  const posted: ChatId[] = []
  for (const campaign of await posts.campaigns()) {
    const { startsOn, endsOn, reminders } = campaign.campaign
    if (!isAllowed(now, { timeZone: zone, holidays: reminders.holidays })) continue
    if (today < startsOn || today > addDays(endsOn, NEWS_DAYS)) continue
    const told = await posts.milestones(campaign.id)
    if (told.has(roundKey(today))) continue
    posted.push(...(await goRound({ ports, campaign, today, now }, told)))
  }
  return posted
}

/** "round:2022-04-21": the day's round is itself told once. */
function roundKey(today: LocalDate): string {
  return `round:${today}`
}

async function goRound(round: Round, told: ReadonlySet<string>): Promise<readonly ChatId[]> {
  const { ports, campaign, today, now } = round
  const { timeZone: zone, posts } = ports
  const groups = await posts.groupsUnder(campaign.unitId)
  const marks = await marksOf(round, groups, told)
  const news = [
    ...datedMilestones(campaign.campaign, today),
    ...marks.map(({ milestone }) => milestone),
  ].filter((milestone) => !told.has(milestoneKey(milestone)))
  const ended = await readingsOf(round, groups, news)
  const [first] = news
  const dedupeKey = `milestone:${campaign.campaign.code}:${first === undefined ? "" : milestoneKey(first)}`
  const drafts = groups.flatMap((group): readonly DatedPost[] => {
    const told = news.flatMap((milestone): readonly Told[] => {
      if (group.linkedAt > knownBy(milestone, zone)) return []
      const facts = factsFor(milestone, group, campaign.unitId, { ended, marks })
      return facts === undefined ? [] : [{ milestone, facts }]
    })
    const leaving = (dueAt: number) => {
      const parts = told.map((each) => partOf(round, each, group.unitId, dueAt))
      return draftOf(group, parts, `${dedupeKey}:${group.chat}`, dueAt)
    }
    return told.length === 0 ? [] : [{ chat: group.chat, leaving }]
  })
  const days = postDays(freeDays(campaign.campaign, today, DAYS_AHEAD), now, zone)
  return await posts.post(
    {
      snapshots: [...ended.values()].flatMap((byUnit) => [...byUnit].map(snapshotOf(campaign))),
      groups: { drafts, days, yields: true },
      drafts: [
        ...(await peakLines(round)),
        ...(await deadlineLines(round)),
        ...incompleteDrafts(await posts.incompleteRequests(campaign.id, today), campaign.campaign.code, now),
      ],
      milestones: { campaignId: campaign.id, keys: [roundKey(today), ...news.map(milestoneKey)] },
    },
    now,
  )
}

/** A milestone with what a group is told of it. */
type Told = { readonly milestone: Milestone; readonly facts: MilestoneFacts }
type Part = { readonly phrases: readonly Phrase[]; readonly picture?: PictureRef }
/** Readings by milestone key, then by unit. */
type Readings = ReadonlyMap<string, ReadonlyMap<string, TallyReading>>

function factsFor(
  milestone: Milestone,
  group: LinkedGroup,
  rootId: string,
  { ended, marks }: { readonly ended: Readings; readonly marks: readonly Mark[] },
): MilestoneFacts | undefined {
  if (milestone.kind === "half" || milestone.kind === "reached") {
    // The whole campaign's success is everybody's; a union's own is told where it is at home.
    if (milestone.unitId !== group.unitId && milestone.unitId !== rootId) return undefined
    return marks.find((mark) => mark.milestone === milestone)?.facts
  }
  const reading = ended.get(milestoneKey(milestone))?.get(group.unitId)
  return reading && { reading }
}

function partOf(round: Round, told: Told, unitId: string, dueAt: number): Part {
  const { milestone, facts } = told
  const { campaign: rules } = round.campaign
  const { timeZone: zone } = round.ports
  const leaving = { zone, late: isToldLate(round, milestone), on: localDate(dueAt, zone) }
  const phrases = milestonePhrases(milestone, facts, rules, leaving)
  const picture = pictureOf(round, told, unitId)
  return picture === undefined ? { phrases } : { phrases, picture }
}

/** Told on a later day than its own, or long past the hour of that day's round. */
function isToldLate({ ports, campaign, today, now }: Round, milestone: Milestone): boolean {
  if (isLate(campaign.campaign, milestone, today)) return true
  return milestone.dueOn === today && now - instantAt(today, ROUND_AT, ports.timeZone) > LATE_AFTER_MS
}

/** What begins has nothing to show yet; a mark shows the way of the unit that passed it. */
function pictureOf(
  { ports: { timeZone: zone }, campaign: { id: campaignId }, today }: Round,
  { milestone, facts }: Told,
  unitId: string,
): PictureRef | undefined {
  switch (milestone.kind) {
    case "begins":
      return undefined
    case "ended":
    case "peak_ended":
      return "reading" in facts ? pictureRef(campaignId, unitId, facts.reading) : undefined
    case "half":
    case "reached": {
      const from = startOfDay(milestone.phase.startsOn, zone)
      const to = startOfDay(today, zone)
      return { campaignId, unitId: milestone.unitId, period: "phase", from, to }
    }
    default:
      return milestone satisfies never
  }
}

/** What is told on one morning is one post. */
function draftOf(
  { chat, bot }: LinkedGroup,
  parts: readonly Part[],
  dedupeKey: string,
  dueAt: number,
): OutboxDraft {
  const phrases = parts.flatMap((part, index) => [...(index === 0 ? [] : [{ text: "" }]), ...part.phrases])
  const picture = parts.find((part) => part.picture !== undefined)?.picture
  return {
    chat,
    bot,
    kind: "post",
    content: { phrases, ...given({ picture }) },
    dedupeKey,
    dueAt,
  }
}

async function readingsOf(
  { ports, campaign, now }: Round,
  groups: readonly LinkedGroup[],
  news: readonly Milestone[],
): Promise<Readings> {
  const readings = new Map<string, ReadonlyMap<string, TallyReading>>()
  for (const milestone of news) {
    const ask = askOf(milestone, ports.timeZone, now)
    if (ask === undefined) continue
    const known = groups.filter((group) => group.linkedAt <= knownBy(milestone, ports.timeZone))
    const unitIds = [...new Set(known.map((group) => group.unitId))]
    const zoned = { ...ask, zone: ports.timeZone }
    readings.set(milestoneKey(milestone), await readTalliesByUnit(ports.source, campaign, zoned, unitIds))
  }
  return readings
}

function askOf(milestone: Milestone, zone: string, now: number): PeriodAsk | undefined {
  switch (milestone.kind) {
    case "begins":
      return { period: "phase", at: now }
    case "ended":
      return { period: "phase", at: endOf(milestone.phase, zone) }
    case "peak_ended":
      return { period: "peak", at: endOf(milestone.peak, zone) }
    case "half":
    case "reached":
      return undefined
    default:
      return milestone satisfies never
  }
}

function snapshotOf(campaign: StoredCampaign) {
  return ([unitId, reading]: readonly [string, TallyReading]): Snapshot => ({
    campaignId: campaign.id,
    unitId,
    reading,
    period: reading.tally.period,
  })
}
