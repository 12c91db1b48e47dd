// Every message paid for two indexes that hardly anybody reads: of the moment a row is due (open rows are few, and have an
// index already), and of a time that only ever grows. Dialogues are changed in place when their page has room. The running
// version survives it: it only looks a little longer for what is due.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  "drop index outbox_due",
  "drop index handled_update_at",
  "create index handled_update_at on handled_update using brin (at)",
  "alter table conversation set (fillfactor = 70)",
]
