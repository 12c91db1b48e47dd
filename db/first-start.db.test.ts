import { expect, test } from "vitest"
import { makeDemo } from "./campaign/demo.ts"
import { onceWhileEmpty } from "./first-start.ts"
import type { Database, Trx } from "./schema.ts"
import { type FreshDatabase, freshDatabase } from "./testing.ts"

const NOW = Date.parse("2026-11-29T08:00:00+07:00")
const CAST = { bot: "web:bot", groups: [{ id: "tng", name: "Nhóm TNG" }] }
const demo = async (trx: Trx) => await makeDemo(trx, CAST, "Asia/Ho_Chi_Minh", NOW)

test("of houses that start at once on an empty database one makes the demo, and the others find it", async () => {
  await using fresh = await freshDatabase()
  await Promise.all(Array.from({ length: 4 }, async () => await onceWhileEmpty(fresh.db, demo)))
  expect(await madeIn(fresh)).toEqual({ unit: 11, campaign: 1, account: 2, chat: 2 })
})

test("a first start that is killed in its midst has made nothing, and the next one makes it all", async () => {
  await using fresh = await freshDatabase()
  const killed = onceWhileEmpty(fresh.db, async (trx) => {
    await demo(trx)
    throw new Error("killed")
  })
  await expect(killed).rejects.toThrow("killed")
  expect(await madeIn(fresh)).toEqual({ unit: 0, campaign: 0, account: 0, chat: 0 })
  await onceWhileEmpty(fresh.db, demo)
  expect(await madeIn(fresh)).toEqual({ unit: 11, campaign: 1, account: 2, chat: 2 })
})

async function madeIn({ db }: FreshDatabase): Promise<Record<string, number>> {
  const tables = ["unit", "campaign", "account", "chat"] as const satisfies readonly (keyof Database)[]
  const counts = tables.map(async (table) => {
    const { count } = await db
      .selectFrom(table)
      .select((each) => each.fn.countAll<string>().as("count"))
      .executeTakeFirstOrThrow()
    return [table, Number(count)] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}
