import type { StoredCampaign } from "../campaign/operator-store.ts"
import type { ChatId } from "../channel.ts"
import {
  addDays,
  inQuietHours,
  instantAt,
  isoLocal,
  type LocalDate,
  lastClosing,
  localDate,
  startOfDay,
} from "../clock.ts"
import { LATE_AFTER_MS, QUIET } from "../courtesy.ts"
import { freeDays } from "./milestone.ts"
import { hasNews, officerDraft, type Posting, readPosts, tallyDraft } from "./post-draft.ts"
import type { GroupPosts, LinkedGroup, PostPorts } from "./post-store.ts"

/** The hour at which a post that had to make room leaves on a later day. */
export const POSTPONED_TO = "08:00"
/** Groups with this many days taken in a row would be a defect. */
export const DAYS_AHEAD = 7
/** Posts the tally of `unitId` and of everything linked below it, because somebody asked; each group reads its own unit's. */
export async function postTally(
  posting: Posting,
  groups: readonly LinkedGroup[],
): Promise<readonly ChatId[]> {
  const ready = await readPosts(posting, groups, [])
  const drafts = groups.map((group) => tallyDraft(posting, ready, group))
  return await posting.ports.posts.post({ snapshots: ready.snapshots, drafts }, posting.now)
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
    posted.push(...(await postWeek({ ports, campaign, ask, now }, { yields: late || yields })))
  }
  return posted
}

type Owed = { readonly campaign: StoredCampaign; readonly closing: number; readonly day: LocalDate }

/** The latest closing of a campaign that has begun, and whose last week is not over yet. */
function owedBy(campaign: StoredCampaign, now: number, zone: string): readonly Owed[] {
  const { weeklyClosing, startsOn, endsOn } = campaign.campaign
  const closing = lastClosing(now, weeklyClosing, zone)
  if (closing <= startOfDay(startsOn, zone)) return []
  // The last week is the one that holds the campaign's last day, which may end exactly at a closing.
  if (closing >= startOfDay(addDays(endsOn, 8), zone)) return []
  return [{ campaign, closing, day: localDate(closing, zone) }]
}

/** `yields`: it makes room for what a group has read that day. */
async function postWeek(
  posting: Posting,
  { yields }: { readonly yields: boolean },
): Promise<readonly ChatId[]> {
  const { ports, campaign, ask, now } = posting
  const groups = (await ports.posts.groupsUnder(ask.unitId)).filter((group) => group.linkedAt <= ask.at)
  const officers = (await ports.posts.officersUnder(ask.unitId)).filter(({ since }) => since <= ask.at)
  const officerUnits = officers.map((officer) => officer.unitId)
  const ready = await readPosts(posting, groups, officerUnits)
  const drafts = groups
    .filter((group) => hasNews(ready, group))
    .map(({ chat, ...group }) => ({
      chat,
      leaving: (dueAt: number) => tallyDraft(posting, ready, { chat, ...group }, dueAt),
    }))
  const today = localDate(now, ports.timeZone)
  // One that is late anyway does not come on top of what a group has read that day.
  const later = yields ? freeDays(campaign.campaign, addDays(today, 1), DAYS_AHEAD) : []
  const batch = {
    snapshots: ready.snapshots,
    groups: { drafts, days: postDays([today, ...later], now, ports.timeZone), yields },
    drafts: officers.flatMap((officer) => officerDraft(posting, ready, officer)),
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
