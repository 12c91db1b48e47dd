// Whoever goes on in private with what they began in a group is found by their account; so is what goes with a person who is
// erased. The running version survives it: it does not know the index.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index conversation_account on conversation (account_id)`.execute(db)
}
