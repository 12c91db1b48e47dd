// The day on which an officer took a request in, from which the law counts the time to decide. The running version survives
// it: it neither reads nor writes the column.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table initiative add column accepted_on date`,
  `comment on column initiative.accepted_on is 'the local day on which an officer accepted the request; empty: not recorded'`,
]
