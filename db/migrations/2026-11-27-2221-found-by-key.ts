// What is asked every minute, or with a message, is found by an index however many people and records there are: chats that
// something is wrong with, groups of units, a unit's people, what one person is entered in or did, and what waits for its people. Each
// table is kept from writers while its index is made, a second for a million rows. The running version survives it.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create index chat_amiss on chat (id) where suspect_since is not null or closing_told or state = 'closed'`,
  // Private chats belong to no unit, and are nearly all there are.
  `drop index chat_unit`,
  `create index chat_unit on chat (unit_id) where unit_id is not null`,

  `create index person_unit on person (unit_id)`,
  `drop index co_author_person`,
  `create index co_author_person on co_author (person_id)`,
  `create index officer_action_person on officer_action (person_id)`,
  `create index initiative_asked_back on initiative (campaign_id) where status = 'needs_more_info'`,
]
