import { type Campaign, COUNTERS } from "../campaign/campaign.ts"
import type { StoredCampaign } from "../campaign/operator-store.ts"
import type { BotId, ChatId } from "../channel.ts"
import {
  addDays,
  inQuietHours,
  instantAt,
  isoLocal,
  type LocalDate,
  lastClosing,
  localDate,
  type Span,
  startOfDay,
} from "../clock.ts"
import { LATE_AFTER_MS, QUIET } from "../courtesy.ts"
import type { OutboxDraft, PictureRef } from "../outbox.ts"
import type { DeadlineCounts, IncompleteRequest } from "../review/deadline-lines.ts"
import { officerPhrases } from "./laggards.ts"
import { freeDays } from "./milestone.ts"
import { pictureRef } from "./picture.ts"
import type { Period } from "./plan.ts"
import { readTallies, type TallySource } from "./read.ts"
import type { TallyReading } from "./tally.ts"
import { hasBegun, type PostFacts, tallyPhrases } from "./text.ts"

/** An open group that belongs to a unit. */
export type LinkedGroup = {
  readonly chat: ChatId
  readonly bot: BotId
  readonly unitId: string
  /** Ids of the units above, nearest first. */
  readonly above: readonly string[]
  /** Epoch milliseconds. */
  readonly linkedAt: number
}

/** The private chat of somebody who answers for a unit and everything below it. */
export type OfficerChat = {
  readonly chat: ChatId
  readonly bot: BotId
  readonly unitId: string
  readonly unitName: string
  /** When the office was given, epoch milliseconds. */
  readonly since: number
}

/** A tally as it was posted, to be kept for ever. */
export type Snapshot = {
  readonly campaignId: string
  readonly unitId: string
  readonly period: Period
  readonly reading: TallyReading
}

/** Who registered something in a period at a unit. */
export type People = NonNullable<PostFacts["people"]>

/** Scheduled posts to groups, of which each group reads at most one a day. */
export type GroupPosts = {
  readonly drafts: readonly OutboxDraft[]
  /** Days on which they may leave, and when (epoch milliseconds): each group gets the first that it has free. */
  readonly days: readonly { readonly day: LocalDate; readonly dueAt: number }[]
  /** False for a weekly tally at its hour: it leaves on the first day whatever else the group has read. */
  readonly yields: boolean
}

/** What is written together, or not at all. */
export type PostBatch = {
  readonly snapshots: readonly Snapshot[]
  readonly groups?: GroupPosts
  /** Messages that no daily cap concerns: asked for by an operator, or to single people. */
  readonly drafts: readonly OutboxDraft[]
  /** Told by this batch; when another process told one of them meanwhile, nothing at all is written. */
  readonly milestones?: { readonly campaignId: string; readonly keys: readonly string[] }
}

/** What posting needs from the store. */
export type TallyPosts = {
  campaigns(): Promise<readonly StoredCampaign[]>
  /** Open groups linked to the unit or to anything below it. */
  groupsUnder(unitId: string): Promise<readonly LinkedGroup[]>
  /** Everybody with an office at the unit or below who wrote to a bot in private, once each, by their widest office. */
  officersUnder(unitId: string): Promise<readonly OfficerChat[]>
  /** How the law's deadlines stand at and below each of the units on the day. */
  deadlines(
    campaignId: string,
    unitIds: readonly string[],
    today: LocalDate,
    zone: string,
  ): Promise<ReadonlyMap<string, DeadlineCounts>>
  /** Requests that are not complete and soon too late to be filed. */
  incompleteRequests(campaignId: string, today: LocalDate): Promise<readonly IncompleteRequest[]>
  /** Who registered within the span at each of the units; names only of those who agreed to be named. */
  people(campaignId: string, span: Span, unitIds: readonly string[]): Promise<ReadonlyMap<string, People>>
  hasSnapshot(campaignId: string, unitId: string, period: Period, to: number): Promise<boolean>
  /** The latest tallies of the period posted for the units before `before`, by unit. */
  lastSnapshots(
    campaignId: string,
    unitIds: readonly string[],
    period: Period,
    before: number,
  ): Promise<ReadonlyMap<string, TallyReading>>
  /** The tally as it was posted; undefined when none was kept. */
  snapshot(ref: PictureRef): Promise<TallyReading | undefined>
  /** Keys of what the campaign has told already. */
  milestones(campaignId: string): Promise<ReadonlySet<string>>
  /** Writes the batch in one transaction; answers the chats that got something. */
  post(batch: PostBatch, now: number): Promise<readonly ChatId[]>
}

export type PostPorts = {
  readonly source: TallySource
  readonly posts: TallyPosts
  readonly timeZone: string
}

/** The hour at which a post that had to make room leaves on a later day. */
export const POSTPONED_TO = "08:00"
/** Groups with this many days taken in a row would be a defect. */
export const DAYS_AHEAD = 7
/** A picture takes a fifth of a second of a processor: beyond so many, grassroots unions share their upper union's. */
const MOST_OWN_PICTURES = 300

type TallyAsk = {
  readonly unitId: string
  readonly period: Period
  readonly at: number
  /** Where any two dates begin. */
  readonly from?: number
  readonly late: boolean
  /** Several campaigns post to the same groups. */
  readonly isNamed?: boolean
}

/** Posts the tally of `unitId` and of everything linked below it, because somebody asked; each group reads its own unit's. */
export async function postTally(
  ports: PostPorts,
  campaign: StoredCampaign,
  ask: TallyAsk,
  groups: readonly LinkedGroup[],
  now: number,
): Promise<readonly ChatId[]> {
  const ready = await readPosts(ports, campaign, ask, groups, [])
  const drafts = groups.map((group) => tallyDraft(ports, campaign, ask, ready, group, now))
  return await ports.posts.post({ snapshots: ready.snapshots, drafts }, now)
}

/**
 * Posts what the latest weekly closing of every campaign still owes: once, whatever is restarted, and marked late when its
 * hour is long past. A late post waits for the end of the quiet hours; the hour itself was chosen by the federation and
 * does not. Groups linked after the closing have nothing to catch up on, and those for which nothing changed since their
 * last post hear nothing. Officers read in private who lags. Safe to call at any time and by many processes.
 */
export async function closeWeek(ports: PostPorts, now: number): Promise<readonly ChatId[]> {
  const posted: ChatId[] = []
  const owed = (await ports.posts.campaigns()).flatMap((campaign) => owedBy(campaign, now, ports.timeZone))
  for (const [index, { campaign, closing }] of owed.entries()) {
    const { unitId } = campaign
    const late = now - closing > LATE_AFTER_MS
    if (late && inQuietHours(now, ports.timeZone, QUIET)) continue
    if (await ports.posts.hasSnapshot(campaign.id, unitId, "week", closing)) continue
    const beside = owed.filter((other) => other.campaign.federationId === campaign.federationId)
    // The campaign that began last is the one people register for: what others have to say makes room for it.
    const yields = owed
      .slice(0, index)
      .some((other) => beside.includes(other) && other.day === owed[index]?.day)
    const ask = { unitId, period: "week", at: closing, late, isNamed: beside.length > 1 } as const
    posted.push(...(await postWeek(ports, campaign, ask, yields, now)))
  }
  return posted
}

type Owed = { readonly campaign: StoredCampaign; readonly closing: number; readonly day: LocalDate }

/** The latest closing of a campaign that has begun, and whose last week is not over yet. */
function owedBy(campaign: StoredCampaign, now: number, zone: string): readonly Owed[] {
  const { weeklyClosing, startsOn, endsOn } = campaign.campaign
  const closing = lastClosing(now, weeklyClosing, zone)
  if (closing <= startOfDay(startsOn, zone)) return []
  // The last week is the one that holds the campaign's last day.
  if (closing > startOfDay(addDays(endsOn, 8), zone)) return []
  return [{ campaign, closing, day: localDate(closing, zone) }]
}

async function postWeek(
  ports: PostPorts,
  campaign: StoredCampaign,
  ask: TallyAsk,
  makesRoom: boolean,
  now: number,
): Promise<readonly ChatId[]> {
  const yields = ask.late || makesRoom
  const groups = (await ports.posts.groupsUnder(ask.unitId)).filter((group) => group.linkedAt <= ask.at)
  const officers = (await ports.posts.officersUnder(ask.unitId)).filter(({ since }) => since <= ask.at)
  const officerUnits = officers.map((officer) => officer.unitId)
  const ready = await readPosts(ports, campaign, ask, groups, officerUnits)
  const drafts = groups
    .filter((group) => hasNews(ready, group))
    .map((group) => tallyDraft(ports, campaign, ask, ready, group, now))
  const today = localDate(now, ports.timeZone)
  // One that is late anyway does not come on top of what a group has read that day.
  const later = yields ? freeDays(campaign.campaign, addDays(today, 1), DAYS_AHEAD) : []
  const batch = {
    snapshots: ready.snapshots,
    groups: { drafts, days: postDays([today, ...later], now, ports.timeZone), yields },
    drafts: officers.flatMap((officer) => officerDraft(ports, campaign, ask, ready, officer, now)),
    // Of two processes the second must not take a day for posts that the first has placed.
    milestones: { campaignId: campaign.id, keys: [`week:${isoLocal(ask.at, ports.timeZone)}`] },
  }
  return await ports.posts.post(batch, now)
}

/** When a post leaves on each of the days: now on the first when that is today, else at the usual hour. */
export function postDays(days: readonly LocalDate[], now: number, zone: string): GroupPosts["days"] {
  const today = localDate(now, zone)
  return days.map((day) => ({ day, dueAt: day === today ? now : instantAt(day, POSTPONED_TO, zone) }))
}

/** Everything a round of posts is made from, by unit. */
type ReadyPosts = {
  readonly readings: ReadonlyMap<string, TallyReading>
  /** What was posted last. */
  readonly before: ReadonlyMap<string, TallyReading>
  readonly people: ReadonlyMap<string, People>
  readonly snapshots: readonly Snapshot[]
}

async function readPosts(
  ports: PostPorts,
  campaign: StoredCampaign,
  ask: TallyAsk,
  groups: readonly LinkedGroup[],
  officerUnits: readonly string[],
): Promise<ReadyPosts> {
  const posted = [...new Set([ask.unitId, ...groups.map((group) => group.unitId)])]
  const parents = groups.flatMap((group) => group.above.slice(0, 1))
  const unitIds = [...new Set([...posted, ...parents, ...officerUnits])]
  const { period, at, from } = ask
  const fresh = await readTallies(
    ports.source,
    campaign,
    { period, at, ...(from === undefined ? {} : { from }), zone: ports.timeZone, comparing: true },
    unitIds,
  )
  const before = await ports.posts.lastSnapshots(campaign.id, unitIds, period, at)
  const readings = new Map(
    unitIds.map((unitId, index) => {
      const reading = fresh[index] as TallyReading
      return [unitId, sinceLastPost(reading, before.get(unitId), groups)]
    }),
  )
  const leaves = posted.filter((unitId) => isLeaf(readings.get(unitId)))
  const first = readings.get(ask.unitId) as TallyReading
  const span = { from: Date.parse(first.tally.from), to: Date.parse(first.tally.to) }
  const people = await ports.posts.people(campaign.id, span, leaves)
  const snapshots = posted.map((unitId) => ({
    campaignId: campaign.id,
    unitId,
    period,
    reading: readings.get(unitId) as TallyReading,
  }))
  return { readings, before, people, snapshots }
}

/**
 * Readers compare with what they read last week, so places move against that post, not against a later recount. A week that
 * closed before any of these groups was linked was read by nobody: its units may not even have been there yet.
 */
function sinceLastPost(
  reading: TallyReading,
  before: TallyReading | undefined,
  groups: readonly LinkedGroup[],
): TallyReading {
  const { tally } = reading
  if (before === undefined || Date.parse(before.tally.to) !== Date.parse(tally.from)) return reading
  if (groups.every(({ linkedAt }) => linkedAt > Date.parse(before.tally.to))) return reading
  const ranks = new Map(before.tally.rows.map((row) => [row.unit, row.rank]))
  const rows = tally.rows.map((row) => {
    const rank = ranks.get(row.unit)
    return row.rankChange === null || rank === undefined ? row : { ...row, rankChange: rank - row.rank }
  })
  return { ...reading, tally: { ...tally, rows } }
}

/** The first post that a group gets is always news, whatever others read before. */
function hasNews({ readings, before: posted }: ReadyPosts, { unitId, linkedAt }: LinkedGroup): boolean {
  const reading = readings.get(unitId)
  const before = posted.get(unitId)
  if (reading === undefined || before === undefined || linkedAt > Date.parse(before.tally.to)) return true
  const numbers = ({ tally }: TallyReading) => [
    ...COUNTERS.map((counter) => tally.counters[counter].total),
    tally.target.assigned,
    tally.benefit.vnd,
    tally.benefit.unconverted,
  ]
  return reading.tally.corrections > 0 || numbers(reading).join() !== numbers(before).join()
}

function isLeaf(reading: TallyReading | undefined): boolean {
  return reading?.tally.rows.every((row) => row.unit === reading.tally.unit) ?? false
}

function tallyDraft(
  ports: PostPorts,
  campaign: StoredCampaign,
  ask: TallyAsk,
  ready: ReadyPosts,
  group: LinkedGroup,
  now: number,
): OutboxDraft {
  const reading = ready.readings.get(group.unitId) as TallyReading
  const [parentId = group.unitId] = group.above
  const parent = ready.readings.get(parentId)
  const people = ready.people.get(group.unitId)
  const place = placeIn(parent, reading, campaign.campaign)
  const facts: PostFacts = {
    late: ask.late,
    ...(ask.isNamed === true ? { isNamed: true } : {}),
    ...(place === undefined ? {} : { place }),
    ...(people === undefined ? {} : { people }),
  }
  const sharesPicture = ready.snapshots.length > MOST_OWN_PICTURES && isLeaf(reading) && parent !== undefined
  return {
    chat: group.chat,
    bot: group.bot,
    kind: "post",
    content: {
      phrases: tallyPhrases(reading, campaign.campaign, ports.timeZone, facts),
      picture: sharesPicture
        ? pictureRef(campaign.id, parentId, parent)
        : pictureRef(campaign.id, group.unitId, reading),
    },
    dedupeKey: `tally:${campaign.campaign.code}:${ask.period}:${ask.from === undefined ? "" : `${reading.tally.from}/`}${reading.tally.to}:${group.chat}`,
    dueAt: now,
  }
}

/** undefined where the unit has no others beside it, or nobody has counted anything yet. */
function placeIn(
  parent: TallyReading | undefined,
  own: TallyReading,
  campaign: Campaign,
): PostFacts["place"] {
  if (parent === undefined || parent.tally.unit === own.tally.unit) return undefined
  const units = parent.tally.rows.filter((row) => row.unit !== parent.tally.unit)
  const index = units.findIndex((each) => each.unit === own.tally.unit)
  const row = units[index]
  if (row === undefined || units.length < 2 || !units.some((each) => hasBegun(each, campaign)))
    return undefined
  return { rank: index + 1, of: units.length, parent: parent.unitName, change: row.rankChange }
}

function officerDraft(
  ports: PostPorts,
  { campaign }: StoredCampaign,
  ask: TallyAsk,
  { readings }: ReadyPosts,
  { chat, bot, unitId }: OfficerChat,
  now: number,
): readonly OutboxDraft[] {
  const reading = readings.get(unitId)
  const phrases = reading && officerPhrases(reading, campaign, ports.timeZone, ask)
  if (phrases === undefined) return []
  const dedupeKey = `laggards:${campaign.code}:${ask.period}:${reading?.tally.to}:${chat}`
  return [{ chat, bot, kind: "post", content: { phrases }, dedupeKey, dueAt: now }]
}
