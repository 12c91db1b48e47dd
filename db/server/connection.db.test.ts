import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "vitest"
import { freshDatabase } from "../testing.ts"
import { isWritable, openPool } from "./connection.ts"
import { openStore } from "./open.ts"

test("options in DATABASE_URL count beside ours, and the queue's pool keeps its search path", async () => {
  await using fresh = await freshDatabase()
  const url = new URL(fresh.url)
  url.searchParams.set("options", "-c statement_timeout=12345 -c search_path=elsewhere")
  const pool = openPool(url.href, { startOptions: "-c search_path=bullmq" })
  try {
    const { rows } = await pool.query(
      "select current_setting('search_path') as path, current_setting('statement_timeout') as timeout",
    )
    expect(rows).toEqual([{ path: "bullmq", timeout: "12345ms" }])
  } finally {
    await pool.end()
  }
})

test("a database that only answers, as a copy after a failover, is not writable", async () => {
  await using fresh = await freshDatabase()
  expect(await isWritable(fresh.pool)).toBe(true)
  const copy = openPool(fresh.url, { startOptions: "-c default_transaction_read_only=on" })
  try {
    expect(await isWritable(copy)).toBe(false)
  } finally {
    await copy.end()
  }
})

test("the embedded server's own log quotes nothing of a statement that failed", async () => {
  await using fresh = await freshDatabase()
  const row =
    "insert into role_grant (id, person_id, unit_id, role, granted_at) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'Nguyễn Văn An', now())"
  await expect(fresh.pool.query(row)).rejects.toThrow("violates check constraint")
  const { rows } = await fresh.pool.query<{ data_directory: string }>("show data_directory")
  const log = await readFile(join(rows[0]?.data_directory ?? "", "server.log"), "utf8")
  expect(log).toContain("database system is ready")
  expect(log).not.toMatch(/Nguyễn|ERROR|STATEMENT|DETAIL/)
})

test.each([
  ["a file", import.meta.filename],
  ["a folder below a file", join(import.meta.filename, "data")],
  ["a folder where none can be made", "/proc/none/data"],
])("where DATA_DIR is %s the operator is told", async (_what, dataDir) => {
  const opened = openStore({ databaseUrl: undefined, dataDir })
  await expect(opened).rejects.toThrow(/^DATA_DIR is no folder .*\. Example: DATA_DIR=\.\/\.data$/)
})
