// What an initiative said before a change and after it. The running version survives it: both stay empty for its events.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table initiative_event add column was text, add column became text`.execute(db)
  await sql`create index initiative_portal_code on initiative (upper(portal_code)) where portal_code is not null`.execute(
    db,
  )
}
