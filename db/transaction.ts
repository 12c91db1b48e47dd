import { type Kysely, Transaction } from "kysely"
import type { Database, Trx } from "./schema.ts"

/** Does `work` in the transaction that `db` is, else in one of its own. */
export async function inTransaction<T>(db: Kysely<Database>, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db instanceof Transaction ? await work(db) : await db.transaction().execute(work)
}
