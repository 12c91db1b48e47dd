// A conversation that moved on fails its statement by an error of its own: a broken constraint would have the server write
// the row, with what somebody typed, into its log.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function conversation_moved_on() returns integer language plpgsql as $$ begin
      raise exception 'the conversation moved on' using errcode = 'SK001'; end $$`.execute(db)
}
