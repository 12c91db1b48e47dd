// Tallies between any two dates that end together are told apart, and an assigned target may be taken back from a day on
// (then its amount is null). A version from before keeps posting on it; a target that was taken back reads there as 0.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table tally_snapshot drop constraint tally_snapshot_campaign_id_unit_id_period_to_at_key`,
  `alter table tally_snapshot add unique (campaign_id, unit_id, period, to_at, from_at)`,
  `alter table unit_target alter column amount drop not null`,
]
