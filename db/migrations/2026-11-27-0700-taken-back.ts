// What was taken back in a span is found without reading everything that happened in it: of all units, and of one. Safe
// while the previous version runs: it only adds indexes, on the few events that take something back.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const TAKEN_BACK = "where registered < 0 or recognized < 0 or on_portal < 0"
const statements = [
  `create index initiative_event_taken_back on initiative_event (campaign_id, at) include (unit_id, initiative_id, kind)
    ${TAKEN_BACK}`,
  `create index initiative_event_unit_taken_back on initiative_event (unit_id, at)
    include (campaign_id, initiative_id, kind) ${TAKEN_BACK}`,
]
