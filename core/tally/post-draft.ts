import { type Campaign, COUNTERS } from "../campaign/campaign.ts"
import type { StoredCampaign } from "../campaign/operator-store.ts"
import { given } from "../given.ts"
import type { OutboxDraft } from "../outbox.ts"
import { officerPhrases } from "./laggards.ts"
import { pictureRef } from "./picture.ts"
import type { Period } from "./plan.ts"
import type { LinkedGroup, OfficerChat, People, PostPorts, Snapshot } from "./post-store.ts"
import { hasBegun } from "./ranking-text.ts"
import { readTalliesByUnit } from "./read.ts"
import type { TallyReading } from "./tally.ts"
import { asLeaving, type PostFacts, tallyPhrases } from "./text.ts"

/** A picture takes a fifth of a second of a processor: beyond so many, grassroots unions share their upper union's. */
const MOST_OWN_PICTURES = 300

/** Which tally is posted. */
export type TallyAsk = {
  readonly unitId: string
  readonly period: Period
  /** Epoch milliseconds, as `from`. */
  readonly at: number
  /** Where any two dates begin. */
  readonly from?: number
  readonly late: boolean
  /** Several campaigns post to the same groups. */
  readonly isNamed?: boolean
}

/** One tally of one campaign on its way to groups and officers, at the moment `now`. */
export type Posting = {
  readonly ports: PostPorts
  readonly campaign: StoredCampaign
  readonly ask: TallyAsk
  readonly now: number
}

/** Everything a round of posts is made from, by unit. */
export type ReadyPosts = {
  readonly readings: ReadonlyMap<string, TallyReading>
  /** What was posted last. */
  readonly before: ReadonlyMap<string, TallyReading>
  readonly people: ReadonlyMap<string, People>
  readonly snapshots: readonly Snapshot[]
}

/** Reads the tallies of the groups' units, of the units above them, with which they are compared, and of the officers' units. */
export async function readPosts(
  { ports, campaign, ask }: Posting,
  groups: readonly LinkedGroup[],
  officerUnits: readonly string[],
): Promise<ReadyPosts> {
  const posted = [...new Set([ask.unitId, ...groups.map((group) => group.unitId)])]
  const parents = groups.flatMap((group) => group.above.slice(0, 1))
  const unitIds = [...new Set([...posted, ...parents, ...officerUnits])]
  const { period, at, from } = ask
  const fresh = await readTalliesByUnit(
    ports.source,
    campaign,
    { period, at, ...given({ from }), zone: ports.timeZone, comparing: true },
    unitIds,
  )
  const before = await ports.posts.lastSnapshots(campaign.id, unitIds, period, at)
  const readings = new Map(
    [...fresh].map(([unitId, reading]) => [unitId, sinceLastPost(reading, before.get(unitId), groups)]),
  )
  const leaves = posted.filter((unitId) => isLeaf(readings.get(unitId)))
  const { tally } = readingOf(readings, ask.unitId)
  const span = { from: Date.parse(tally.from), to: Date.parse(tally.to) }
  const people = await ports.posts.people(campaign.id, span, leaves)
  const snapshots = posted.map((unitId) => ({
    campaignId: campaign.id,
    unitId,
    period,
    reading: readingOf(readings, unitId),
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
export function hasNews(
  { readings, before: posted }: ReadyPosts,
  { unitId, linkedAt }: LinkedGroup,
): boolean {
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

/** The post of a group: text and picture of its own unit, as they are read when it leaves. */
export function tallyDraft(
  posting: Posting,
  ready: ReadyPosts,
  group: LinkedGroup,
  dueAt: number = posting.now,
): OutboxDraft {
  const { ports, campaign, ask } = posting
  const read = (of: TallyReading) => asLeaving(of, campaign.campaign, dueAt, ports.timeZone)
  const reading = read(readingOf(ready.readings, group.unitId))
  const [parentId = group.unitId] = group.above
  const parent = ready.readings.get(parentId)
  const people = ready.people.get(group.unitId)
  const place = placeIn(parent, reading, campaign.campaign)
  const facts: PostFacts = {
    late: ask.late,
    ...(ask.isNamed === true ? { isNamed: true } : {}),
    ...given({ place, people }),
  }
  const sharesPicture = ready.snapshots.length > MOST_OWN_PICTURES && isLeaf(reading) && parent !== undefined
  return {
    chat: group.chat,
    bot: group.bot,
    kind: "post",
    content: {
      phrases: tallyPhrases(reading, campaign.campaign, ports.timeZone, facts),
      picture: sharesPicture
        ? pictureRef(campaign.id, parentId, read(parent))
        : pictureRef(campaign.id, group.unitId, reading),
    },
    dedupeKey: `tally:${campaign.campaign.code}:${ask.period}:${ask.from === undefined ? "" : `${reading.tally.from}/`}${reading.tally.to}:${group.chat}`,
    dueAt,
  }
}

function readingOf(readings: ReadyPosts["readings"], unitId: string): TallyReading {
  const reading = readings.get(unitId)
  if (reading === undefined) throw new Error(`The tally of the unit ${unitId} was not read for its post.`)
  return reading
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

/** What an officer reads in private of who lags; nothing where nobody does. */
export function officerDraft(
  { ports, campaign: { campaign }, ask, now }: Posting,
  { readings }: ReadyPosts,
  { chat, bot, unitId }: OfficerChat,
): readonly OutboxDraft[] {
  const reading = readingOf(readings, unitId)
  const phrases = officerPhrases(reading, campaign, ports.timeZone, ask)
  if (phrases === undefined) return []
  const dedupeKey = `laggards:${campaign.code}:${ask.period}:${reading.tally.to}:${chat}`
  return [{ chat, bot, kind: "post", content: { phrases }, dedupeKey, dueAt: now }]
}
