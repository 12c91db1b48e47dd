import type { StoredCampaign } from "../campaign/operator-store.ts"
import type { BotId, ChatId } from "../channel.ts"
import type { LocalDate, Span } from "../clock.ts"
import type { OutboxDraft, PictureRef } from "../outbox.ts"
import type { DeadlineCounts, IncompleteRequest } from "../review/deadline-lines.ts"
import type { Period } from "./plan.ts"
import type { TallySource } from "./read.ts"
import type { TallyReading } from "./tally.ts"
import type { PostFacts } from "./text.ts"

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

/** A post to one group, written for the moment at which it leaves (epoch milliseconds): what it says is still to be done then. */
export type DatedPost = { readonly chat: ChatId; readonly leaving: (dueAt: number) => OutboxDraft }

/** Scheduled posts to groups, of which each group reads at most one a day. */
export type GroupPosts = {
  readonly drafts: readonly DatedPost[]
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
