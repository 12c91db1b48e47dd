import pg from "pg"
import { expect, test } from "vitest"
import type { BotId } from "../../core/channel.ts"
import { freshDatabase, silentFor } from "../testing.ts"
import { pollerLeases } from "./lease.ts"

const bot = "zalo:1" as BotId

test("one process polls a bot; the next takes over when it lets go", async () => {
  await using fresh = await freshDatabase()
  const first = await pollerLeases(fresh.url).take(bot, () => {})
  expect(first).toBeDefined()
  expect(await pollerLeases(fresh.url).take(bot, () => {})).toBeUndefined()
  const other = await pollerLeases(fresh.url).take("zalo:2" as BotId, () => {})
  expect(other).toBeDefined()
  await first?.release()
  const next = await pollerLeases(fresh.url).take(bot, () => {})
  expect(next).toBeDefined()
  await Promise.all([next?.release(), other?.release()])
})

test("a holder whose connection is cut is told so, and the lease is free at once", async () => {
  await using fresh = await freshDatabase()
  const lost = Promise.withResolvers<void>()
  await pollerLeases(fresh.url).take(bot, lost.resolve)
  const admin = new pg.Client({ connectionString: fresh.url })
  await admin.connect()
  await admin.query(
    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
  )
  await admin.end()
  await lost.promise
  const next = await pollerLeases(fresh.url).take(bot, () => {})
  expect(next).toBeDefined()
  await next?.release()
})

test("a holder that stands still loses the lease to whoever asks for it next, and is told so when it goes on", async () => {
  await using fresh = await freshDatabase()
  const lost = Promise.withResolvers<void>()
  await pollerLeases(fresh.url).take(bot, lost.resolve)
  const other = await pollerLeases(fresh.url).take("zalo:2" as BotId, () => {})
  const later = pollerLeases(await silentFor(fresh, "36 seconds"))
  expect(await later.take(bot, () => {})).toBeUndefined()
  await lost.promise
  const next = await later.take(bot, () => {})
  expect(next).toBeDefined()
  // Of that one nothing was asked, so it may stand still as long as it likes.
  expect(await pollerLeases(fresh.url).take("zalo:2" as BotId, () => {})).toBeUndefined()
  await Promise.all([next?.release(), other?.release()])
})
