import type { StoredCampaign } from "../campaign/operator-store.ts"
import type { BotId, ChatId } from "../channel.ts"
import { addDays, inQuietHours, lastClosing, localDate, startOfDay } from "../clock.ts"
import { QUIET } from "../courtesy.ts"
import type { OutboxDraft, PictureRef } from "../outbox.ts"
import { pictureRef } from "./picture.ts"
import { readTallies, type TallySource } from "./read.ts"
import type { Period, TallyReading } from "./tally.ts"
import { tallyPhrases } from "./text.ts"

/** An open group that belongs to a unit. */
export type LinkedGroup = {
  readonly chat: ChatId
  readonly bot: BotId
  readonly unitId: string
  /** Epoch milliseconds. */
  readonly linkedAt: number
}

/** A tally as it was posted, to be kept for ever. */
export type Snapshot = {
  readonly campaignId: string
  readonly unitId: string
  readonly period: Period
  readonly reading: TallyReading
}

/** What posting needs from the store. */
export type TallyPosts = {
  campaigns(): Promise<readonly StoredCampaign[]>
  /** Open groups linked to the unit or to anything below it. */
  groupsUnder(unitId: string): Promise<readonly LinkedGroup[]>
  hasSnapshot(campaignId: string, unitId: string, period: Period, to: number): Promise<boolean>
  /** The tally as it was posted; undefined when none was kept. */
  snapshot(ref: PictureRef): Promise<TallyReading | undefined>
  /** Keeps the snapshots and writes the messages in one transaction; answers the chats that got one. */
  post(
    snapshots: readonly Snapshot[],
    drafts: readonly OutboxDraft[],
    now: number,
  ): Promise<readonly ChatId[]>
}

export type PostPorts = {
  readonly source: TallySource
  readonly posts: TallyPosts
  readonly timeZone: string
}

/** Sent this long after its hour a post says that it is late. */
const LATE_AFTER_MS = 15 * 60_000

/** Posts the tally of `unitId` and of everything linked below it; each group reads its own unit's numbers. */
export async function postTally(
  ports: PostPorts,
  campaign: StoredCampaign,
  ask: {
    readonly unitId: string
    readonly period: Period
    readonly at: number
    readonly late: boolean
    readonly scheduled?: true
  },
  groups: readonly LinkedGroup[],
  now: number,
): Promise<readonly ChatId[]> {
  const unitIds = [...new Set([ask.unitId, ...groups.map((group) => group.unitId)])]
  const readings = await readTallies(ports.source, campaign, { ...ask, zone: ports.timeZone }, unitIds)
  const byUnit = new Map(unitIds.map((unitId, index) => [unitId, readings[index] as TallyReading]))
  const drafts = groups.map((group): OutboxDraft => {
    const reading = byUnit.get(group.unitId) as TallyReading
    return {
      chat: group.chat,
      bot: group.bot,
      kind: "post",
      content: {
        phrases: tallyPhrases(reading, campaign.campaign, ports.timeZone, { late: ask.late }),
        picture: pictureRef(campaign.id, group.unitId, reading),
      },
      dedupeKey: `tally:${campaign.campaign.code}:${ask.period}:${reading.tally.to}:${group.chat}`,
      dueAt: now,
      ...(ask.scheduled === true ? { scheduledOn: localDate(now, ports.timeZone) } : {}),
    }
  })
  const snapshots = [...byUnit].map(([unitId, reading]) => ({
    campaignId: campaign.id,
    unitId,
    period: ask.period,
    reading,
  }))
  return await ports.posts.post(snapshots, drafts, now)
}

/**
 * Posts what the latest weekly closing of every campaign still owes: once, whatever is restarted, and marked late when its
 * hour is long past. A late post waits for the end of the quiet hours; the hour itself was chosen by the federation and
 * does not. Groups linked after the closing have nothing to catch up on. Safe to call at any time and by many processes.
 */
export async function closeWeek(ports: PostPorts, now: number): Promise<readonly ChatId[]> {
  const posted: ChatId[] = []
  for (const campaign of await ports.posts.campaigns()) {
    const { campaign: rules, unitId } = campaign
    const closing = lastClosing(now, rules.weeklyClosing, ports.timeZone)
    if (closing <= startOfDay(rules.startsOn, ports.timeZone)) continue
    // The last week is the one that holds the campaign's last day.
    if (closing > startOfDay(addDays(rules.endsOn, 8), ports.timeZone)) continue
    const late = now - closing > LATE_AFTER_MS
    if (late && inQuietHours(now, ports.timeZone, QUIET)) continue
    if (await ports.posts.hasSnapshot(campaign.id, unitId, "week", closing)) continue
    const groups = (await ports.posts.groupsUnder(unitId)).filter((group) => group.linkedAt <= closing)
    posted.push(
      ...(await postTally(
        ports,
        campaign,
        { unitId, period: "week", at: closing, late, scheduled: true },
        groups,
        now,
      )),
    )
  }
  return posted
}
