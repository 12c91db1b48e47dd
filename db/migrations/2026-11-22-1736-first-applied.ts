// The day an initiative was first applied: the law counts its deadlines from there. The running version survives it.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table initiative add column first_applied_on date`,
  `comment on column initiative.first_applied_on is 'as its people say; null when nobody did'`,
]
