import { CompiledQuery, Kysely, PostgresDialect } from "kysely"
import { expect, test } from "vitest"
import { isMigrated, migrate } from "./migrate.ts"
import type { Database } from "./schema.ts"
import { freshDatabase } from "./testing.ts"

test("a second migration does no harm and asks once", async () => {
  await using fresh = await freshDatabase()
  const asked: string[] = []
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: fresh.pool }),
    log: ({ query }) => void asked.push(query.sql),
  })
  await migrate(db)
  expect(asked).toEqual(["select name from kysely_migration"])
  expect(await isMigrated(db)).toBe(true)
})

test("a migration of a later version stops the start and says what to do", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  const strange = "insert into kysely_migration (name, timestamp) values ('2999-01-01-0000-later', '')"
  await db.executeQuery(CompiledQuery.raw(strange))
  expect(await isMigrated(db)).toBe(false)
  await expect(migrate(db)).rejects.toThrow(
    /^The database is of a newer version of this program, which made 2999-01-01-0000-later\. .*restore a backup/,
  )
})
