import { type Kysely, sql } from "kysely"
import type { BotId, ChatId } from "../../core/channel.ts"
import type { Span } from "../../core/clock.ts"
import type { OutboxDraft } from "../../core/outbox.ts"
import type { Period } from "../../core/tally/plan.ts"
import type {
  DatedPost,
  GroupPosts,
  LinkedGroup,
  OfficerChat,
  People,
  PostBatch,
  TallyPosts,
} from "../../core/tally/post-store.ts"
import type { TallyReading } from "../../core/tally/tally.ts"
import { listCampaigns } from "../campaign/campaign.ts"
import { newId } from "../id.ts"
import { insertOutbox } from "../outbox/outbox.ts"
import { takeDay } from "../outbox/scheduled.ts"
import { agreed } from "../people/person.ts"
import { deadlinesBelow, incompleteRequests } from "../review/deadline.ts"
import type { Database, Trx } from "../schema.ts"

/** More names make a post a wall of text. */
const MOST_NAMED = 8

/** Tally posts on PostgreSQL. */
export function tallyPosts(db: Kysely<Database>): TallyPosts {
  const snapshotsOf = (campaignId: string, unitId: string, period: Period) =>
    db
      .selectFrom("tally_snapshot")
      .where("campaign_id", "=", campaignId)
      .where("unit_id", "=", unitId)
      .where("period", "=", period)
  return {
    campaigns: async () => await listCampaigns(db),
    groupsUnder: async (unitId) => await groupsUnder(db, unitId),
    hasSnapshot: async (campaignId, unitId, period, to) => {
      const row = await snapshotsOf(campaignId, unitId, period)
        .select("id")
        .where("to_at", "=", new Date(to))
        .executeTakeFirst()
      return row !== undefined
    },
    snapshot: async ({ campaignId, unitId, period, from, to }) => {
      const row = await snapshotsOf(campaignId, unitId, period)
        .select("tally")
        .where("from_at", "=", new Date(from))
        .where("to_at", "=", new Date(to))
        .executeTakeFirst()
      return row?.tally as TallyReading | undefined
    },
    lastSnapshots: async (campaignId, unitIds, period, before) =>
      await lastSnapshots(db, campaignId, { unitIds, period, before }),
    officersUnder: async (unitId) => await officersUnder(db, unitId),
    deadlines: async (campaignId, unitIds, today, zone) =>
      await deadlinesBelow(db, campaignId, { unitIds, today, zone }),
    incompleteRequests: async (campaignId, today) => await incompleteRequests(db, campaignId, today),
    people: async (campaignId, span, unitIds) => await peopleOf(db, campaignId, span, unitIds),
    milestones: async (campaignId) => {
      const rows = await db
        .selectFrom("milestone")
        .select("key")
        .where("campaign_id", "=", campaignId)
        .execute()
      return new Set(rows.map(({ key }) => key))
    },
    post: async (batch, now) =>
      await db.transaction().execute(async (trx) => await postBatch(trx, batch, now)),
  }
}

async function postBatch(trx: Trx, batch: PostBatch, now: number): Promise<readonly ChatId[]> {
  const { snapshots, groups, drafts, milestones } = batch
  if (milestones !== undefined && !(await tellMilestones(trx, milestones, now))) return []
  if (snapshots.length > 0) {
    await trx
      .insertInto("tally_snapshot")
      .values(
        snapshots.map(({ campaignId, unitId, period, reading }) => ({
          id: newId(),
          campaign_id: campaignId,
          unit_id: unitId,
          period,
          from_at: new Date(reading.tally.from),
          to_at: new Date(reading.tally.to),
          tally: JSON.stringify(reading),
          made_at: new Date(now),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  const dated = groups === undefined ? [] : await onFreeDays(trx, groups)
  return await insertOutbox(trx, [...dated, ...drafts], now)
}

/** Of two processes that tell the same, the second waits for the first one's commit and then finds it told. */
async function tellMilestones(
  trx: Trx,
  { campaignId, keys }: NonNullable<PostBatch["milestones"]>,
  now: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into milestone (campaign_id, key, at)
    select ${campaignId}, key, ${new Date(now)} from unnest(${keys}::text[]) as key order by key
    on conflict do nothing
    returning key`.execute(trx)
  if (rows.length === keys.length) return true
  if (rows.length > 0) {
    const undone = rows.map((row) => (row as { key: string }).key)
    await trx
      .deleteFrom("milestone")
      .where("campaign_id", "=", campaignId)
      .where("key", "in", undone)
      .execute()
  }
  return false
}

/** Each group's post on the first day that it has free; one that does not yield leaves on the first day in any case. */
async function onFreeDays(trx: Trx, { drafts, days, yields }: GroupPosts): Promise<readonly OutboxDraft[]> {
  const placed: OutboxDraft[] = []
  let waiting: readonly DatedPost[] = drafts
  for (const { day, dueAt } of days) {
    if (waiting.length === 0) break
    const chats = waiting.map(({ chat }) => chat)
    const free = await takeDay(trx, chats, day)
    const isPlaced = (draft: DatedPost) => !yields || free.has(draft.chat)
    placed.push(...waiting.filter(isPlaced).map(({ leaving }) => leaving(dueAt)))
    waiting = waiting.filter((draft) => !isPlaced(draft))
  }
  return placed
}

async function lastSnapshots(
  db: Kysely<Database>,
  campaignId: string,
  ask: { readonly unitIds: readonly string[]; readonly period: Period; readonly before: number },
): Promise<ReadonlyMap<string, TallyReading>> {
  const { unitIds, period, before } = ask
  const { rows } = await sql<{ unit_id: string; tally: TallyReading }>`
    select distinct on (unit_id) unit_id, tally from tally_snapshot
    where campaign_id = ${campaignId} and unit_id = any(${unitIds}::uuid[]) and period = ${period}
      and to_at < ${new Date(before)}
    order by unit_id, to_at desc`.execute(db)
  return new Map(rows.map((row) => [row.unit_id, row.tally]))
}

async function officersUnder(db: Kysely<Database>, unitId: string): Promise<readonly OfficerChat[]> {
  const { rows } = await sql<{
    chat: ChatId
    bot: BotId
    unit_id: string
    unit_name: string
    granted_at: Date
  }>`
    select distinct on (g.person_id) a.private_chat_id as chat, a.private_bot_id as bot, g.unit_id, u.name as unit_name,
      g.granted_at
    from role_grant g
    join unit u on u.id = g.unit_id and u.path @> array[${unitId}]::uuid[]
    join account a on a.person_id = g.person_id and a.private_chat_id is not null and a.private_bot_id is not null
    join chat c on c.id = a.private_chat_id and c.state = 'open'
    where g.withdrawn_at is null and g.role in ('officer', 'admin')
    order by g.person_id, cardinality(u.path), g.role, c.suspect_since nulls first, a.created_at desc`.execute(
    db,
  )
  return rows.map(({ chat, bot, unit_id, unit_name, granted_at }) => ({
    chat,
    bot,
    unitId: unit_id,
    unitName: unit_name,
    since: granted_at.getTime(),
  }))
}

async function peopleOf(
  db: Kysely<Database>,
  campaignId: string,
  span: Span,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, People>> {
  if (unitIds.length === 0) return new Map()
  const { rows } = await sql<{ unit_id: string; name: string; named: boolean; count: string }>`
    select i.unit_id, coalesce(p.name, i.author_name) as name,
      coalesce(${agreed("i.author_id", "naming")}, false) as named, sum(e.registered) as count
    from initiative_event e
    join initiative i on i.id = e.initiative_id and i.status not in ('withdrawn', 'duplicate')
    left join person p on p.id = i.author_id
    where e.campaign_id = ${campaignId} and e.at >= ${new Date(span.from)} and e.at < ${new Date(span.to)}
      and e.registered <> 0 and e.unit_id = any(${unitIds}::uuid[])
    group by i.unit_id, i.author_id, coalesce(p.name, i.author_name)
    having sum(e.registered) > 0
    order by sum(e.registered) desc, name`.execute(db)
  return new Map(
    [...Map.groupBy(rows, (row) => row.unit_id)].map(([unitId, people]) => {
      const named = people.filter((person) => person.named).slice(0, MOST_NAMED)
      return [
        unitId,
        {
          named: named.map(({ name, count }) => ({ name, count: Number(count) })),
          others: people.length - named.length,
        },
      ]
    }),
  )
}

async function groupsUnder(db: Kysely<Database>, unitId: string): Promise<readonly LinkedGroup[]> {
  const rows = await db
    .selectFrom("chat")
    .innerJoin("unit", "unit.id", "chat.unit_id")
    .select(["chat.id", "chat.bot_id", "chat.unit_id", "chat.linked_at", "unit.path"])
    .where("chat.kind", "=", "group")
    .where("chat.state", "=", "open")
    .where(sql<boolean>`unit.path @> array[${unitId}]::uuid[]`)
    .orderBy(sql`cardinality(unit.path)`)
    .orderBy("chat.id")
    .execute()
  return rows.map((row) => ({
    chat: row.id as ChatId,
    bot: row.bot_id as BotId,
    unitId: row.unit_id ?? unitId,
    above: row.path.slice(row.path.indexOf(unitId), -1).toReversed(),
    linkedAt: row.linked_at?.getTime() ?? 0,
  }))
}
