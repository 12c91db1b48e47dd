import { type Kysely, sql } from "kysely"
import { v7 } from "uuid"
import type { BotId, ChatId } from "../core/channel.ts"
import type { LinkedGroup, TallyPosts } from "../core/tally/post.ts"
import type { TallyReading } from "../core/tally/tally.ts"
import { listCampaigns } from "./campaign.ts"
import { insertOutbox } from "./outbox.ts"
import { takeDay } from "./scheduled.ts"
import type { Database } from "./schema.ts"

/** Tally posts on PostgreSQL. */
export function tallyPosts(db: Kysely<Database>): TallyPosts {
  return {
    campaigns: async () => await listCampaigns(db),
    groupsUnder: async (unitId) => await groupsUnder(db, unitId),
    hasSnapshot: async (campaignId, unitId, period, to) => {
      const row = await db
        .selectFrom("tally_snapshot")
        .select("id")
        .where("campaign_id", "=", campaignId)
        .where("unit_id", "=", unitId)
        .where("period", "=", period)
        .where("to_at", "=", new Date(to))
        .executeTakeFirst()
      return row !== undefined
    },
    snapshot: async ({ campaignId, unitId, period, from, to }) => {
      const row = await db
        .selectFrom("tally_snapshot")
        .select("tally")
        .where("campaign_id", "=", campaignId)
        .where("unit_id", "=", unitId)
        .where("period", "=", period)
        .where("from_at", "=", new Date(from))
        .where("to_at", "=", new Date(to))
        .executeTakeFirst()
      return row?.tally as TallyReading | undefined
    },
    post: async (snapshots, drafts, now) =>
      await db.transaction().execute(async (trx) => {
        if (snapshots.length > 0) {
          await trx
            .insertInto("tally_snapshot")
            .values(
              snapshots.map(({ campaignId, unitId, period, reading }) => ({
                id: v7(),
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
        // The federation chose the tally's hour: it takes the day whatever else stands there.
        const byDay = Map.groupBy(drafts, (draft) => draft.scheduledOn)
        for (const [day, ofDay] of byDay) {
          if (day !== undefined)
            await takeDay(
              trx,
              ofDay.map(({ chat }) => chat),
              day,
            )
        }
        return await insertOutbox(trx, drafts, now)
      }),
  }
}

async function groupsUnder(db: Kysely<Database>, unitId: string): Promise<readonly LinkedGroup[]> {
  const rows = await db
    .selectFrom("chat")
    .innerJoin("unit", "unit.id", "chat.unit_id")
    .select(["chat.id", "chat.bot_id", "chat.unit_id", "chat.linked_at"])
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
    linkedAt: row.linked_at?.getTime() ?? 0,
  }))
}
