// Files tell which process reads them, so that another need not wait for the end of a dead one's lease. The running version
// survives it: it signs nothing, and what it takes is left to it until then.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  "alter table waiting_file add column reader text",
  "comment on column waiting_file.reader is 'application_name of the process that reads the file, at most until due_at'",
]
