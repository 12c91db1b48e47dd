import { type Kysely, sql } from "kysely"
import type { OutboxContent } from "../../core/outbox.ts"
import type { HeldTallies } from "../../core/tally/held-post.ts"
import type { TallyReading } from "../../core/tally/tally.ts"
import { listCampaigns } from "../campaign/campaign.ts"
import { FRESHENED_AHEAD_MS, rewrite } from "../reminder/post.ts"
import type { Database } from "../schema.ts"

/** Tallies in the outbox that were written for a day before the one on which they leave. */
export function heldTallies(db: Kysely<Database>, timeZone: string): HeldTallies {
  return {
    held: async (now, today) => {
      // A grassroots union's group may have been given its upper union's picture: what it reads of is its own unit.
      const { rows } = await sql<{
        id: string
        content: OutboxContent
        campaign: string
        reading: TallyReading
      }>`
        select o.id, o.content, s.campaign_id as campaign, s.tally as reading
        from outbox o
        join chat c on c.id = o.chat_id
        join tally_snapshot s on s.campaign_id::text = o.content -> 'picture' ->> 'campaignId' and s.unit_id = c.unit_id
          and s.period = o.content -> 'picture' ->> 'period'
          and s.from_at = to_timestamp((o.content -> 'picture' ->> 'from')::float8 / 1000)
          and s.to_at = to_timestamp((o.content -> 'picture' ->> 'to')::float8 / 1000)
        where o.state = 'waiting' and o.dedupe_key like 'tally:%' and o.due_at <= ${new Date(now + FRESHENED_AHEAD_MS)}
          and coalesce(o.content -> 'picture' ->> 'readOn', (o.created_at at time zone ${timeZone})::date::text) < ${today}`.execute(
        db,
      )
      if (rows.length === 0) return []
      const campaigns = new Map((await listCampaigns(db)).map(({ id, campaign }) => [id, campaign]))
      return rows.flatMap(({ id, content, campaign, reading }) => {
        const rules = campaigns.get(campaign)
        return rules === undefined ? [] : [{ id, content, reading, campaign: rules }]
      })
    },
    rewrite: async (tallies) => await rewrite(db, tallies),
    dropPeakLines: async (until) => {
      await sql`
        update outbox set state = 'superseded'
        where state = 'waiting' and dedupe_key like 'peak-morning:%'
          and substring(dedupe_key from ':(\\d{4}-\\d\\d-\\d\\d):')::date <= ${until}`.execute(db)
    },
  }
}
