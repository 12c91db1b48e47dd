// Reminders to units of one kind, "nhắc các trường chưa đạt". The running version survives it and reads such a reminder as one to
// units of every kind.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reminder add column unit_kind text`.execute(db)
  await sql`comment on column reminder.unit_kind is
    'only units whose level or name tells this kind; null: every kind'`.execute(db)
}
