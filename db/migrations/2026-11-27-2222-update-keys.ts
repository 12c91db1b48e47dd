// A conversation that moved on is told by its own version when it is written; every message paid for an index of all
// versions there ever were. The version before cannot write beside it; docs/operations.md has all processes stopped before
// an upgrade.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table handled_update drop column chat_id, drop column account_id, drop column version`.execute(
    db,
  )
}
