// Answers and receipts have no such key, and stood in this index all the same: one entry when written, one when sent.
// The version before cannot write beside it; docs/operations.md has all processes stopped before an upgrade.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  "create unique index outbox_dedupe on outbox (dedupe_key) where dedupe_key is not null",
  "alter table outbox drop constraint outbox_dedupe_key_key",
]
