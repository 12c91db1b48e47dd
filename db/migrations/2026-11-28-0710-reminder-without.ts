// Reminders that leave units out, "nhắc đơn vị chưa đạt trừ KCN". The running version survives it and reads such a reminder as one that
// leaves nobody out.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reminder add column without_units uuid[]`.execute(db)
  await sql`comment on column reminder.without_units is
    'units that are not meant, each with all below it; null: none'`.execute(db)
}
