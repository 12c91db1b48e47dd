// A row that waits tells who is about to send it. The running version survives it: it signs nothing.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`comment on column outbox.sender is
    'application_name of the process that holds the row until lease_until, or, while it waits, that has it in its line'`.execute(
    db,
  )
}
