// What was refused counts as a correction too, so the two indexes of what was taken back hold it as well: their condition
// must be the one that db/tally/correction.ts asks for. Safe while the previous version runs.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const TAKEN_BACK = "where registered < 0 or recognized < 0 or on_portal < 0 or kind = 'refused'"
const statements = [
  "drop index initiative_event_taken_back",
  "drop index initiative_event_unit_taken_back",
  `create index initiative_event_taken_back on initiative_event (campaign_id, at) include (unit_id, initiative_id, kind)
    ${TAKEN_BACK}`,
  `create index initiative_event_unit_taken_back on initiative_event (unit_id, at)
    include (campaign_id, initiative_id, kind) ${TAKEN_BACK}`,
]
