// A pause that a platform asked for is kept, however long; one that a clock asked for that ran ahead ends when the clock is set
// right. They are told apart by when they were asked for.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table bot_budget add column paused_at timestamptz`.execute(db)
  await sql`comment on column bot_budget.paused_at is 'when the platform last asked for silence'`.execute(db)
}
