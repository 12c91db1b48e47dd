// Rows tell which process sends them, so that those of a dead one are freed within seconds. The running version survives
// it: what it takes has no sender and waits for the end of its lease.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table outbox add column sender text`,
  `comment on column outbox.sender is 'application_name of the process that holds the row until lease_until'`,
]
