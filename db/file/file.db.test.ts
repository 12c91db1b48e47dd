import pg from "pg"
import { expect, test } from "vitest"
import type { BotId } from "../../core/channel.ts"
import { freshDatabase } from "../testing.ts"
import { waitingFiles } from "./file.ts"

const BOT = "telegram:1" as BotId
const NOW = Date.parse("2026-02-01T10:00:00+07:00")
const LEASE_MS = 120_000

test("a file whose reader died is another's at once, and that it was tried is remembered; one whose reader lives is not", async () => {
  await using fresh = await freshDatabase()
  await fresh.pool.query(
    `insert into waiting_file (id, bot_id, chat_id, account_id, incoming, due_at, came_at)
    values (gen_random_uuid(), $1, 'telegram:a', 'telegram:a', '{"purpose": "auto"}', $2, $2)`,
    [BOT, new Date(NOW)],
  )
  const files = waitingFiles(fresh.db)
  const claim = async () => await files.claim([BOT], NOW, LEASE_MS)
  const [first] = await claim()
  expect(first).toMatchObject({ attempts: 0 })
  expect(await claim()).toEqual([])

  const readBy = async (reader: string) =>
    await fresh.pool.query("update waiting_file set reader = $1", [reader])
  await readBy("tro-ly-sang-kien other")
  const other = new pg.Client({ connectionString: fresh.url, application_name: "tro-ly-sang-kien other" })
  await other.connect()
  expect(await claim()).toEqual([])
  await other.end()
  await readBy("tro-ly-sang-kien dead")
  expect(await claim()).toEqual([{ ...first, attempts: 1 }])

  await files.later([first?.id ?? ""], NOW + 1)
  expect(await claim()).toEqual([])
  expect(await files.claim([BOT], NOW + 1, LEASE_MS)).toEqual([{ ...first, attempts: 2 }])
})
