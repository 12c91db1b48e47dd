import fc from "fast-check"
import { type Kysely, sql } from "kysely"
import { expect, test } from "vitest"
import { fold } from "../../core/text/fold.ts"
import type { Database } from "../schema.ts"
import { freshDatabase, keptPlanOf, listened, rowsRead } from "../testing.ts"
import { TITLED_NOW, type TitleStocks, titleStocks } from "./title-stock.ts"
import type { Watched } from "./title-watch.ts"

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
): Promise<readonly { number: string; titled: string; title_key: string; campaign_id: string }[]> {
  const { rows } = await sql<{ number: string; titled: string; title_key: string; campaign_id: string }>`
    insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, author_name,
      registered_at, created_at)
    select gen_random_uuid(), ${first}::bigint + place - 1, ${CAMPAIGN}, ${campaign}, ${CAMPAIGN}, 'registered', title, key, 'An',
      now(), now()
    from unnest(${titles}::text[], ${titles.map(fold)}::text[]) with ordinality as t (title, key, place)
    returning number, titled::text, title_key, campaign_id`.execute(db)
  return rows
}

/** A statement that is made anyway. */
async function ask(db: Kysely<Database>, { newest, found }: Watched): Promise<void> {
  const { rows } = await sql<{ newest: string | null }>`select ${newest} as newest`.execute(db)
  found(rows[0]?.newest ?? null)
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

test("behind a statement that told of nothing new a look-up asks nothing, whoever wrote the titles", async () => {
  await using fresh = await bare()
  const { db, pool } = fresh
  await write(db, 1, ["Cữ gá may túi hộp"])
  const titles = titleStocks(db)
  const asksNothing = async (title: string) => {
    await pool.query("alter table initiative rename to away")
    const found = await titles.near(CAMPAIGN, title).catch(() => "asks")
    await pool.query("alter table away rename to initiative")
    return found
  }
  await ask(db, titles.watch())
  expect(await asksNothing("may tui hop")).toBe("asks")
  await titles.catchUp()
  expect(await asksNothing("may tui hop")).toBe("asks")
  await ask(db, titles.watch())
  expect(await asksNothing("may tui hop")).toEqual([1])

  titles.wrote(await write(db, 2, ["Lò sấy chè"]))
  await ask(db, titles.watch())
  expect(await asksNothing("lo say che")).toEqual([2])

  await write(db, 3, ["Băng tải than"])
  const before = titles.watch()
  await ask(db, titles.watch())
  expect(await asksNothing("bang tai than")).toBe("asks")
  expect(await titles.near(CAMPAIGN, "bang tai than")).toEqual([3])
  // It began before the other process's title was found, so it may not have seen it.
  await ask(db, before)
  expect(await asksNothing("bang tai than")).toBe("asks")
  await ask(db, titles.watch())
  expect(await asksNothing("bang tai than")).toEqual([3])

  // While it runs this process writes: its answer is from before or from behind that.
  const during = titles.watch()
  titles.wrote(await write(db, 4, ["Vòi phun sương"]))
  await ask(db, during)
  expect(await asksNothing("voi phun suong")).toEqual([4])

  for (let number = 5; number < 105; number++) {
    titles.wrote(await write(db, number, [`Giá để khuôn x${number}`]))
  }
  await ask(db, titles.watch())
  expect(await asksNothing("khuon x99")).toBe("asks")
  // Whoever writes in another database of the same server keeps the floor below a hundred titles for as long.
  await expect
    .poll(async () => {
      expect((await titles.near(CAMPAIGN, "khuon x99"))[0]).toBe(99)
      await ask(db, titles.watch())
      return (await asksNothing("khuon x99"))[0]
    })
    .toBe(99)
  expect(titles.held().titles).toBe(104)
})

test("what a statement told a moment ago holds behind a message without one, and no longer", async () => {
  await using fresh = await bare()
  const { db } = fresh
  let clock = 0
  const titles = titleStocks(db, () => clock)
  const found = async (title: string) => {
    titles.unwatched()
    return await titles.near(CAMPAIGN, title)
  }
  await titles.catchUp()
  await ask(db, titles.watch())
  await write(db, 1, ["Lò sấy chè"])
  clock += 50
  expect(await found("lo say che")).toEqual([])
  clock += 1
  expect(await found("lo say che")).toEqual([1])

  // What finds a new one ends the moment of the one before.
  await ask(db, titles.watch())
  await write(db, 2, ["Băng tải than"])
  await ask(db, titles.watch())
  expect(await found("bang tai than")).toEqual([2])
})

test("whatever is written by whom while statements are under way, what they spare a look-up is nothing it would have found", async () => {
  await using fresh = await bare()
  const { db, pool } = fresh
  type Titles = Pick<TitleStocks, "near" | "watch" | "wrote">
  const happening = fc.constantFrom(
    "own",
    "own, told later",
    "other",
    "other retitles",
    "begin",
    "end",
    "look up",
  )
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 25 }), async (happenings) => {
      await pool.query("truncate initiative cascade")
      const titles: Titles = titleStocks(db)
      const untold: Awaited<ReturnType<typeof write>>[] = []
      const underWay: { readonly watched: Watched; readonly newest: string | null }[] = []
      const committed: string[] = []
      let number = 0
      const tell = () => {
        for (const rows of untold.splice(0)) titles.wrote(rows)
      }
      for (const each of happenings) {
        if (each === "own" || each === "own, told later" || each === "other") {
          number++
          committed.push(`khuon so${number}`)
          const rows = await write(db, number, [`Khuôn so${number}`])
          if (each === "own") titles.wrote(rows)
          if (each === "own, told later") untold.push(rows)
        } else if (each === "other retitles" && number > 0) {
          committed[number - 1] = `khuon moi${number}x${committed.length}`
          await db
            .updateTable("initiative")
            .set({ title_key: committed[number - 1] as string, titled: TITLED_NOW })
            .where("number", "=", String(number))
            .execute()
        } else if (each === "begin") {
          const watched = titles.watch()
          const { rows } = await sql<{ newest: string | null }>`select ${watched.newest} as newest`.execute(
            db,
          )
          underWay.push({ watched, newest: rows[0]?.newest ?? null })
        } else if (each === "end") {
          const ended = underWay.shift()
          ended?.watched.found(ended.newest)
        } else if (each === "look up") {
          // As a conversation does it: a statement of its own first, then the look-up.
          await ask(db, titles.watch())
          for (const [at, title] of committed.entries()) {
            expect((await titles.near(CAMPAIGN, title))[0]).toBe(at + 1)
          }
          tell()
        }
      }
    }),
    { numRuns: 40 },
  )
})

test("what was written since the last look-up is all that is read, though nobody has counted the rows of a table that was empty", async () => {
  await using fresh = await bare()
  const { db, asked } = listened(fresh)
  const titles = titleStocks(db)
  const many = Array.from({ length: 2_000 }, (_, nth) => `Sáng kiến ${nth}`)
  titles.wrote(await write(fresh.db, 1, many))
  await titles.catchUp()
  await write(fresh.db, 3_001, ["Lò sấy chè"])
  asked.length = 0
  expect(await titles.near(CAMPAIGN, "lo say che")).toEqual([3_001])
  for (const query of asked) expect(rowsRead(await keptPlanOf(fresh, query)), query.sql).toBeLessThan(5)
})
