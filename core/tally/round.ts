import type { GoalPeriod } from "../campaign/campaign.ts"
import { phaseAt } from "../campaign/campaign.ts"
import type { StoredCampaign } from "../campaign/operator-store.ts"
import { targets } from "../campaign/target.ts"
import { subtreeIds, type UnitTree, unitTree } from "../campaign/unit.ts"
import type { ChatId } from "../channel.ts"
import { addDays, instantAt, type LocalDate, localDate, mondayOf, startOfDay } from "../clock.ts"
import { isAllowed, LATE_AFTER_MS } from "../courtesy.ts"
import type { OutboxDraft, Phrase, PictureRef } from "../outbox.ts"
import { deadlinePhrases, HELD_MS, incompleteDrafts } from "../review/deadline-lines.ts"
import {
  datedMilestones,
  freeDays,
  type GoalWay,
  isLate,
  knownBy,
  type Milestone,
  markMilestone,
  marksPassed,
  milestoneKey,
  NEWS_DAYS,
  peakOn,
} from "./milestone.ts"
import { endOf, type MilestoneFacts, milestonePhrases, peakMorningPhrases } from "./milestone-text.ts"
import { pictureRef } from "./picture.ts"
import type { PeriodAsk } from "./plan.ts"
import { DAYS_AHEAD, type LinkedGroup, type PostPorts, postDays, type Snapshot } from "./post.ts"
import { readTallies } from "./read.ts"
import type { ReadSeries } from "./series.ts"
import type { TallyReading } from "./tally.ts"

export type RoundPorts = PostPorts & { readonly source: { readonly series: ReadSeries } }

/** The hour of the morning round, on the local clock: before the shift, after the quiet hours. */
export const ROUND_AT = "07:30"
/** A line for the morning is none in the afternoon. */
const NOON = "12:00"

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
    posted.push(...(await roundOf(ports, campaign, told, today, now)))
  }
  return posted
}

/** "round:2022-04-21": the day's round is itself told once. */
function roundKey(today: LocalDate): string {
  return `round:${today}`
}

async function roundOf(
  ports: RoundPorts,
  campaign: StoredCampaign,
  told: ReadonlySet<string>,
  today: LocalDate,
  now: number,
): Promise<readonly ChatId[]> {
  const { timeZone: zone, posts } = ports
  const groups = await posts.groupsUnder(campaign.unitId)
  const marks = await marksOf(ports, campaign, groups, told, today)
  const news = [
    ...datedMilestones(campaign.campaign, today),
    ...marks.map(({ milestone }) => milestone),
  ].filter((milestone) => !told.has(milestoneKey(milestone)))
  const ended = await readingsOf(ports, campaign, groups, news, now)
  const drafts: OutboxDraft[] = []
  for (const group of groups) {
    const parts = news.flatMap((milestone): readonly Part[] => {
      if (group.linkedAt > knownBy(milestone, zone)) return []
      const facts = factsFor(milestone, group, campaign.unitId, ended, marks)
      const late =
        isLate(campaign.campaign, milestone, today) ||
        (milestone.dueOn === today && now - instantAt(today, ROUND_AT, zone) > LATE_AFTER_MS)
      return facts === undefined ? [] : [partOf(milestone, facts, campaign, group, today, zone, late)]
    })
    if (parts.length > 0) drafts.push(draftOf(campaign, group, parts, news, now))
  }
  const days = postDays(freeDays(campaign.campaign, today, DAYS_AHEAD), now, zone)
  return await posts.post(
    {
      snapshots: [...ended.values()].flatMap((byUnit) => [...byUnit].map(snapshotOf(campaign))),
      groups: { drafts, days, yields: true },
      drafts: [
        ...(await peakLines(ports, campaign, today, now)),
        ...(await deadlineLines(ports, campaign, today, now)),
        ...incompleteDrafts(await posts.incompleteRequests(campaign.id, today), campaign.campaign.code, now),
      ],
      milestones: { campaignId: campaign.id, keys: [roundKey(today), ...news.map(milestoneKey)] },
    },
    now,
  )
}

type Part = { readonly phrases: readonly Phrase[]; readonly picture?: PictureRef }
type Mark = { readonly milestone: Milestone; readonly facts: MilestoneFacts & { readonly unitName: string } }
/** Readings by milestone key, then by unit. */
type Readings = ReadonlyMap<string, ReadonlyMap<string, TallyReading>>

function factsFor(
  milestone: Milestone,
  group: LinkedGroup,
  rootId: string,
  readings: Readings,
  marks: readonly Mark[],
): MilestoneFacts | undefined {
  if (milestone.kind === "half" || milestone.kind === "reached") {
    // The whole campaign's success is everybody's; a union's own is told where it is at home.
    if (milestone.unitId !== group.unitId && milestone.unitId !== rootId) return undefined
    return marks.find((mark) => mark.milestone === milestone)?.facts
  }
  const reading = readings.get(milestoneKey(milestone))?.get(group.unitId)
  return reading && { reading }
}

function partOf(
  milestone: Milestone,
  facts: MilestoneFacts,
  campaign: StoredCampaign,
  group: LinkedGroup,
  today: LocalDate,
  zone: string,
  late: boolean,
): Part {
  const phrases = milestonePhrases(milestone, facts, campaign.campaign, zone, late)
  const picture = pictureOf(milestone, facts, campaign.id, group.unitId, today, zone)
  return picture === undefined ? { phrases } : { phrases, picture }
}

/** What begins has nothing to show yet; a mark shows the way of the unit that passed it. */
function pictureOf(
  milestone: Milestone,
  facts: MilestoneFacts,
  campaignId: string,
  unitId: string,
  today: LocalDate,
  zone: string,
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
  campaign: StoredCampaign,
  { chat, bot }: LinkedGroup,
  parts: readonly Part[],
  news: readonly Milestone[],
  now: number,
): OutboxDraft {
  const phrases = parts.flatMap((part, index) => [...(index === 0 ? [] : [{ text: "" }]), ...part.phrases])
  const picture = parts.find((part) => part.picture !== undefined)?.picture
  const [first] = news
  return {
    chat,
    bot,
    kind: "post",
    content: { phrases, ...(picture === undefined ? {} : { picture }) },
    dedupeKey: `milestone:${campaign.campaign.code}:${first === undefined ? "" : milestoneKey(first)}:${chat}`,
    dueAt: now,
  }
}

async function readingsOf(
  ports: RoundPorts,
  campaign: StoredCampaign,
  groups: readonly LinkedGroup[],
  news: readonly Milestone[],
  now: number,
): Promise<Readings> {
  const readings = new Map<string, ReadonlyMap<string, TallyReading>>()
  for (const milestone of news) {
    const ask = askOf(milestone, ports.timeZone, now)
    if (ask === undefined) continue
    const known = groups.filter((group) => group.linkedAt <= knownBy(milestone, ports.timeZone))
    const unitIds = [...new Set(known.map((group) => group.unitId))]
    const found = await readTallies(ports.source, campaign, { ...ask, zone: ports.timeZone }, unitIds)
    const byUnit = new Map(unitIds.map((unitId, index) => [unitId, found[index] as TallyReading]))
    readings.set(milestoneKey(milestone), byUnit)
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

/** The units among root and groups that passed half or all of their way lately: one statement, more only for news. */
async function marksOf(
  ports: RoundPorts,
  campaign: StoredCampaign,
  groups: readonly LinkedGroup[],
  told: ReadonlySet<string>,
  today: LocalDate,
): Promise<readonly Mark[]> {
  const { campaign: rules, unitId: rootId, id: campaignId } = campaign
  const { timeZone: zone, source } = ports
  const phase = phaseAt(rules, today)
  if (phase === undefined || phase.endsOn < today) return []
  const at = startOfDay(today, zone)
  const from = startOfDay(rules.goalCounting === "cumulative" ? rules.startsOn : phase.startsOn, zone)
  if (at <= from) return []
  const tree = unitTree(await source.units(today))
  const { assigned } = await source.setTargets(campaignId, today)
  const goals = targets(tree, rootId, phase.goal, rules.quota.base, assigned.get(phase.code))
  const before = Math.max(from, startOfDay(addDays(today, -NEWS_DAYS), zone))
  const spans = [
    { from, to: at },
    { from, to: before },
  ]
  const counts = await source.countSpans(campaignId, spans, undefined)
  const counter = rules.progressCounter
  const sum = (unitId: string, span: 0 | 1) =>
    subtreeIds(tree, unitId).reduce((total, id) => total + (counts.get(id)?.[span]?.[counter] ?? 0), 0)
  const marks: Mark[] = []
  for (const unitId of new Set([rootId, ...groups.map((group) => group.unitId)])) {
    const target = goals.get(unitId)?.target ?? 0
    const way: GoalWay = { unitId, phase, target, count: sum(unitId, 0), countBefore: sum(unitId, 1) }
    for (const kind of marksPassed(way)) {
      if (told.has(`${kind}:${phase.code}:${unitId}`)) continue
      const unitIds = unitId === rootId ? undefined : subtreeIds(tree, unitId)
      const series = await source.series({ campaignId, counter, span: { from, to: at }, unitIds })
      const milestone = markMilestone(kind, way, series, zone)
      const unitName = tree.byId.get(unitId)?.name ?? ""
      if (milestone) marks.push({ milestone, facts: { unitName, count: way.count, target } })
    }
  }
  return withoutOvertaken(marks)
}

/** Who reached the goal need not be told that half is done. */
function withoutOvertaken(marks: readonly Mark[]): readonly Mark[] {
  const reached = new Set(
    marks.flatMap(({ milestone }) => (milestone.kind === "reached" ? [milestone.unitId] : [])),
  )
  return marks.filter(({ milestone }) => milestone.kind !== "half" || !reached.has(milestone.unitId))
}

async function peakLines(
  ports: RoundPorts,
  campaign: StoredCampaign,
  today: LocalDate,
  now: number,
): Promise<readonly OutboxDraft[]> {
  const { timeZone: zone, source, posts } = ports
  const peak = peakOn(campaign.campaign, today)
  if (peak === undefined || now >= instantAt(today, NOON, zone)) return []
  const officers = await posts.officersUnder(campaign.unitId)
  const unitIds = [...new Set(officers.map((officer) => officer.unitId))]
  if (unitIds.length === 0) return []
  const at = startOfDay(today, zone)
  const readings = await readTallies(source, campaign, { period: "peak", at, zone }, unitIds)
  const yesterday = await addedYesterday(ports, campaign, unitIds, peak, today)
  return officers.map(({ chat, bot, unitId }) => {
    const index = unitIds.indexOf(unitId)
    const phrases = peakMorningPhrases(peak, today, readings[index] as TallyReading, yesterday?.[index])
    const dedupeKey = `peak-morning:${campaign.campaign.code}:${peak.code}:${today}:${chat}`
    return { chat, bot, kind: "post", content: { phrases }, dedupeKey, dueAt: now }
  })
}

/** Once a week an officer is told which of the law's deadlines are near or past; never into a dialogue of theirs. */
async function deadlineLines(
  { timeZone: zone, posts }: RoundPorts,
  campaign: StoredCampaign,
  today: LocalDate,
  now: number,
): Promise<readonly OutboxDraft[]> {
  const officers = await posts.officersUnder(campaign.unitId)
  const unitIds = [...new Set(officers.map(({ unitId }) => unitId))]
  if (unitIds.length === 0) return []
  const counts = await posts.deadlines(campaign.id, unitIds, today, zone)
  const monday = mondayOf(today)
  return officers.flatMap(({ chat, bot, unitId, unitName }): readonly OutboxDraft[] => {
    const own = counts.get(unitId)
    const phrases = own === undefined ? [] : deadlinePhrases(unitName, own)
    if (phrases.length === 0) return []
    const dedupeKey = `review-overdue:${campaign.campaign.code}:${monday}:${chat}`
    const held = { heldFor: "dialogue", dueAt: now + HELD_MS } as const
    return [{ chat, bot, kind: "post", content: { phrases }, dedupeKey, ...held }]
  })
}

async function addedYesterday(
  { source, timeZone: zone }: RoundPorts,
  { id, campaign }: StoredCampaign,
  unitIds: readonly string[],
  peak: GoalPeriod,
  today: LocalDate,
): Promise<readonly number[] | undefined> {
  if (peak.startsOn === today) return undefined
  const span = { from: startOfDay(addDays(today, -1), zone), to: startOfDay(today, zone) }
  const tree: UnitTree = unitTree(await source.units(today))
  const counts = await source.countSpans(id, [span], undefined)
  return unitIds.map((unitId) =>
    subtreeIds(tree, unitId).reduce(
      (total, each) => total + (counts.get(each)?.[0]?.[campaign.progressCounter] ?? 0),
      0,
    ),
  )
}

function snapshotOf(campaign: StoredCampaign) {
  return ([unitId, reading]: readonly [string, TallyReading]): Snapshot => ({
    campaignId: campaign.id,
    unitId,
    reading,
    period: reading.tally.period,
  })
}
