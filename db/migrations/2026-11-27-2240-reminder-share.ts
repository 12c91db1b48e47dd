// Reminders to units below a share of their target, "nhắc đơn vị dưới 50%". The running version survives it and reads such a reminder as one to
// all that are short.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reminder add column under_pct integer check (under_pct between 1 and 100)`.execute(db)
  await sql`comment on column reminder.under_pct is
    'only units below so many percent of their target; with the audience short'`.execute(db)
}
