import { randomUUID } from "node:crypto"
import type { Kysely } from "kysely"
import pg from "pg"
import { inject } from "vitest"
import { openDatabase, openPool } from "./connection.ts"
import type { Database } from "./schema.ts"

/** A database of its own for one test, gone when the `await using` block ends. */
export type FreshDatabase = AsyncDisposable & {
  readonly db: Kysely<Database>
  readonly pool: pg.Pool
  readonly url: string
}

/** Copies the migrated template on the run's real PostgreSQL: `await using fresh = await freshDatabase()`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const serverUrl = inject("testServerUrl")
  const name = `test_${randomUUID().replaceAll("-", "")}`
  await asAdmin(serverUrl, `create database ${name} template template_ready strategy file_copy`)
  const address = new URL(serverUrl)
  address.pathname = `/${name}`
  const pool = openPool(address.href)
  const db = openDatabase(pool)
  return {
    db,
    pool,
    url: address.href,
    [Symbol.asyncDispose]: async () => {
      await db.destroy()
      await asAdmin(serverUrl, `drop database ${name} with (force)`)
    },
  }
}

async function asAdmin(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
