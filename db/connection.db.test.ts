import { expect, test } from "vitest"
import { openPool } from "./connection.ts"
import { freshDatabase } from "./testing.ts"

test("options in DATABASE_URL count beside ours, and the queue's pool keeps its search path", async () => {
  await using fresh = await freshDatabase()
  const url = new URL(fresh.url)
  url.searchParams.set("options", "-c statement_timeout=12345 -c search_path=elsewhere")
  const pool = openPool(url.href, { searchPath: "bullmq" })
  try {
    const { rows } = await pool.query(
      "select current_setting('search_path') as path, current_setting('statement_timeout') as timeout",
    )
    expect(rows).toEqual([{ path: "bullmq", timeout: "12345ms" }])
  } finally {
    await pool.end()
  }
})
