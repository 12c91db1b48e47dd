import { type Kysely, sql } from "kysely"
import { expect, test } from "vitest"
import { fold } from "../core/text/fold.ts"
import type { Database } from "./schema.ts"
import { freshDatabase } from "./testing.ts"
import { TITLED_NOW, titleStocks } from "./title-stock.ts"

const CAMPAIGN = "00000000-0000-7000-8000-000000000001"

/** Only what the stock reads: rows without their campaign and unit. */
async function bare() {
  const fresh = await freshDatabase()
  await fresh.pool.query(`alter table initiative drop constraint initiative_campaign_id_fkey,
    drop constraint initiative_unit_id_fkey, drop constraint initiative_federation_id_fkey`)
  return fresh
}

async function write(
  db: Kysely<Database>,
  first: number,
  titles: readonly string[],
  campaign = CAMPAIGN,
): Promise<void> {
  await sql`
    insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, author_name,
      registered_at, created_at)
    select gen_random_uuid(), ${first}::bigint + place - 1, ${CAMPAIGN}, ${campaign}, ${CAMPAIGN}, 'registered', title, key, 'An',
      now(), now()
    from unnest(${titles}::text[], ${titles.map(fold)}::text[]) with ordinality as t (title, key, place)`.execute(
    db,
  )
}

test("every committed title is found at once, by every process, whichever of two transactions ends first", async () => {
  await using fresh = await bare()
  const { db } = fresh
  await write(db, 1, ["Cữ gá may túi hộp"])
  const [one, other] = [titleStocks(db), titleStocks(db)]
  const found = async (title: string) => [await one.near(CAMPAIGN, title), await other.near(CAMPAIGN, title)]
  expect(await found("may tui hop")).toEqual([[1], [1]])

  // A slow one takes its number first and commits after a quick one was seen.
  await db.transaction().execute(async (slow) => {
    await write(slow, 2, ["Lò sấy chè"])
    await write(db, 3, ["Băng tải than"])
    expect(await found("bang tai than")).toEqual([[3], [3]])
    expect(await found("lo say che")).toEqual([[], []])
  })
  await write(db, 4, ["Vòi phun sương"])
  expect(await found("voi phun suong")).toEqual([[4], [4]])
  expect(await found("lo say che")).toEqual([[2], [2]])

  await db
    .updateTable("initiative")
    .set({ title: "Quạt thông gió", title_key: "quat thong gio", titled: TITLED_NOW })
    .where("number", "=", "1")
    .execute()
  expect(await found("quat thong gio")).toEqual([[1], [1]])
  expect(one.held().titles).toBe(5)
})

test("a stock of several pages is read whole, also what comes in many pages later, and campaigns stay apart", async () => {
  await using fresh = await bare()
  const { db } = fresh
  const other = "00000000-0000-7000-8000-000000000002"
  const many = (from: number) => Array.from({ length: 1_100 }, (_, at) => `Giá để khuôn x${from + at}`)
  await write(db, 1, many(1))
  const titles = titleStocks(db)
  await Promise.all([titles.catchUp(), titles.catchUp(), titles.catchUp()])
  expect(titles.held().titles).toBe(1_100)
  await write(db, 2_001, many(2_001), other)
  await titles.catchUp()
  await titles.catchUp()
  expect(titles.held().titles).toBe(2_200)
  expect((await titles.near(CAMPAIGN, "khuôn x1"))[0]).toBe(1)
  expect((await titles.near(other, "khuôn x3100"))[0]).toBe(3_100)
  expect(await titles.near(CAMPAIGN, "x3100")).toEqual([])
})

test("a reading that broke off goes on at the next look-up", async () => {
  await using fresh = await bare()
  await write(fresh.db, 1, ["Lò sấy chè"])
  await fresh.pool.query("alter table initiative rename to away")
  const titles = titleStocks(fresh.db)
  await expect(titles.catchUp()).rejects.toThrow("initiative")
  await fresh.pool.query("alter table away rename to initiative")
  expect(await titles.near(CAMPAIGN, "lo say che")).toEqual([1])
})
