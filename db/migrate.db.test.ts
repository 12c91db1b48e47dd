import { expect, test } from "vitest"
import { isMigrated, migrate } from "./migrate.ts"
import { freshDatabase } from "./testing.ts"

test("a second migration does no harm", async () => {
  await using fresh = await freshDatabase()
  await migrate(fresh.db)
  expect(await isMigrated(fresh.db)).toBe(true)
})
