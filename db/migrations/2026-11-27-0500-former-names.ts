// Names a person corrected, so that an erasure finds those too. The running version survives it: it only adds a column.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table person add column former_names text[] not null default '{}'`).execute(db)
}
