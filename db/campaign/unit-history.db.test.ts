import fc from "fast-check"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { checkCampaign } from "../../core/campaign/campaign.ts"
import type { Reorganisation } from "../../core/campaign/reorganisation.ts"
import { addDays, startOfDay } from "../../core/clock.ts"
import { Conflict } from "../../core/conversations.ts"
import { readTallies } from "../../core/tally/read.ts"
import { conversationReads } from "../conversation/reads.ts"
import { newId } from "../id.ts"
import { titleStocks } from "../ideas/title-stock.ts"
import { operatorStore } from "../operator-store.ts"
import { checkCounters, rebuildCounters } from "../tally/counter-check.ts"
import { type FreshDatabase, freshDatabase, listened } from "../testing.ts"
import { reorganise, settleUnits } from "./unit.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const FIRST_DAY = "2026-01-01"
const NOW = startOfDay("2026-03-01", ZONE)

/** A province of two upper unions with three grassroots ones each, and one initiative a day in each for two months. */
async function aProvince({ db }: FreshDatabase) {
  const store = operatorStore(db, ZONE)
  const rows = [
    ["T", ""],
    ["A", "T"],
    ["B", "T"],
  ]
  for (const upper of ["A", "B"]) for (const n of [1, 2, 3]) rows.push([`${upper}${n}`, upper])
  const cells = rows.map(([code = "", parent = ""], index) => ({
    line: index + 2,
    cells: { code, name: `Công đoàn ${code}`, parent, members: parent === "T" || parent === "" ? "" : "30" },
  }))
  await store.importUnits(cells, { dryRun: false, now: NOW })
  await store.applyCampaign(
    checkCampaign({
      code: "c",
      name: "C",
      unit: "T",
      starts_on: FIRST_DAY,
      ends_on: "2026-12-31",
      phases: [{ code: "p", name: "P", starts_on: FIRST_DAY, ends_on: "2026-12-31", goal: 1000 }],
      progress_counter: "registered",
    }),
    NOW,
  )
  const [campaign] = await store.campaigns()
  if (campaign === undefined) throw new Error("The campaign was not stored.")
  const initiative = newId()
  await sql`
    insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, author_name,
      registered_at, created_at)
    select ${initiative}, 1, federation_id, ${campaign.id}, id, 'registered', 'x', 'x', 'An', now(), now()
    from unit where code = 'A1'`.execute(db)
  await sql`
    insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, registered, created_at)
    select ${initiative}, ${campaign.id}, id, 'registered', ${new Date(NOW)}::timestamptz - n * interval '1 day', 1, now()
    from unit, generate_series(1, 50) as n where code ~ '[0-9]'`.execute(db)
  await rebuildCounters(db, ZONE)
  const units = await store.units(FIRST_DAY)
  const idOf = (code: string) => units.find((unit) => unit.code === code)?.id ?? ""
  const tallies = async (at: number) => {
    const known = await store.units("2026-03-01")
    const ids = known.filter(({ effectiveFrom }) => effectiveFrom < "2026-01-01").map(({ id }) => id)
    const readings = await readTallies(store, campaign, { period: "month", at, zone: ZONE }, ids)
    return readings.map(({ tally }) => tally).toSorted((a, b) => (a.unit < b.unit ? -1 : 1))
  }
  const change = async (what: Reorganisation, day: string, now = NOW) =>
    await db.transaction().execute(async (trx) => await reorganise(trx, what, day, { now, zone: ZONE }))
  return { db, store, campaign, idOf, tallies, change }
}

const CODES = ["A", "B", "A1", "A2", "A3", "B1", "B2", "B3"]
const changes = fc.array(
  fc.record({
    kind: fc.constantFrom("add", "rename", "move", "move", "merge", "close", "split", "count"),
    unit: fc.constantFrom(...CODES),
    other: fc.constantFrom("T", ...CODES),
    after: fc.nat(20),
  }),
  { minLength: 25, maxLength: 25 },
)

test("whatever is reorganised, past tallies stay as they were and new ones add up under the new tree", async () => {
  for (const sequence of fc.sample(changes, { numRuns: 3, seed: 5 })) {
    await using fresh = await freshDatabase()
    const { db, store, idOf, tallies, change } = await aProvince(fresh)
    const before = await tallies(startOfDay("2026-02-15", ZONE))
    let done = 0
    for (const [index, step] of sequence.entries()) {
      const day = addDays("2026-02-20", step.after)
      const unitId = idOf(step.unit)
      const what = {
        add: { kind: "add", id: newId(), code: `N${index}`, name: `Mới ${index}`, parentId: unitId },
        split: {
          kind: "split",
          id: newId(),
          code: `N${index}`,
          name: `Mới ${index}`,
          unitId,
          headcount: { members: 1 + (index % 9) },
        },
        count: { kind: "count", unitId, headcount: { members: 10 + index } },
        rename: { kind: "rename", unitId, name: `Tên ${index}` },
        move: { kind: "move", unitId, parentId: idOf(step.other) },
        merge: { kind: "merge", unitId, intoId: idOf(step.other) },
        close: { kind: "close", unitId },
      }[step.kind] as Reorganisation
      try {
        await change(what, day)
        done += 1
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
      }
    }
    expect(done).toBeGreaterThan(5)
    expect(await tallies(startOfDay("2026-02-15", ZONE))).toEqual(before)
    for (const at of ["2026-03-01", "2026-03-15"]) {
      await settleUnits(db, at)
      for (const tally of await tallies(startOfDay(at, ZONE))) {
        const sum = tally.rows.reduce((total, row) => total + row.registered, 0)
        expect(sum, `${tally.unit} on ${at}`).toBe(tally.counters.registered.total)
      }
      // The present columns are what the history says of the day.
      const stored = await db.selectFrom("unit").select(["id", "name", "parent_id", "state"]).execute()
      const onDay = new Map((await store.units(at)).map((unit) => [unit.id, unit]))
      for (const { id, name, parent_id, state } of stored) {
        expect(onDay.get(id)).toMatchObject({ name, parentId: parent_id, state })
      }
    }
    const whole = (await tallies(startOfDay("2026-03-15", ZONE))).find(({ unit }) => unit === "T")
    expect(whole?.counters.registered.total).toBe(300)
    expect(await checkCounters(db, ZONE)).toEqual([])
  }
})

test("a change that goes round in a circle only on a later day is refused", async () => {
  await using fresh = await freshDatabase()
  const { idOf, change } = await aProvince(fresh)
  await change({ kind: "move", unitId: idOf("A"), parentId: idOf("B1") }, "2026-03-20")
  await expect(
    change({ kind: "move", unitId: idOf("B"), parentId: idOf("A1") }, "2026-03-10"),
  ).rejects.toThrow(Conflict)
})

test("a split takes its members along from its day on and leaves what was recorded where it was", async () => {
  await using fresh = await freshDatabase()
  const { store, idOf, change, tallies } = await aProvince(fresh)
  const before = await tallies(startOfDay("2026-03-10", ZONE))
  const split = { kind: "split", id: newId(), code: "A4", name: "Công đoàn A4", unitId: idOf("A1") } as const
  await expect(change({ ...split, headcount: { members: 31 } }, "2026-03-10")).rejects.toThrow(Conflict)
  await change({ ...split, headcount: { members: 12 } }, "2026-03-10")
  await change({ kind: "count", unitId: idOf("A2"), headcount: { workers: 5 } }, "2026-03-12")
  const heads = async (day: string) =>
    new Map((await store.units(day)).map(({ code, headcount }) => [code, headcount]))
  expect((await heads("2026-03-09")).get("A1")).toEqual({ members: 30, workers: 0 })
  expect((await heads("2026-03-09")).get("A4")).toBeNull()
  const after = await heads("2026-03-12")
  expect(after.get("A1")).toEqual({ members: 18, workers: 0 })
  expect(after.get("A4")).toEqual({ members: 12, workers: 0 })
  expect(after.get("A2")).toEqual({ members: 30, workers: 5 })
  expect(await tallies(startOfDay("2026-03-10", ZONE))).toEqual(before)
  const rows = (await tallies(startOfDay("2026-03-11", ZONE))).find(({ unit }) => unit === "A")?.rows ?? []
  expect(rows.map(({ unit, registered, target }) => [unit, registered, target]).toSorted()).toEqual([
    ["A1", 50, 100],
    ["A2", 50, 167],
    ["A3", 50, 167],
    ["A4", 0, 66],
  ])
})

test("a merger takes effect on its day: counts, members, groups and people go to the unit that stays", async () => {
  await using fresh = await freshDatabase()
  const { db, store, idOf, change, tallies } = await aProvince(fresh)
  await sql`insert into chat (id, bot_id, kind, unit_id, created_at) values ('web:g', 'web:local', 'group', ${idOf("A2")}, now())`.execute(
    db,
  )
  await sql`insert into person values (${newId()}, 'An', ${idOf("A2")}, now())`.execute(db)
  await change({ kind: "merge", unitId: idOf("A2"), intoId: idOf("A1") }, "2026-03-10")
  const homes = async () => {
    const chat = await db.selectFrom("chat").select("unit_id").executeTakeFirstOrThrow()
    const person = await db.selectFrom("person").select("unit_id").executeTakeFirstOrThrow()
    return [chat.unit_id, person.unit_id]
  }
  expect(await settleUnits(db, "2026-03-09")).toBe(false)
  expect(await homes()).toEqual([idOf("A2"), idOf("A2")])
  expect(await settleUnits(db, "2026-03-10")).toBe(true)
  expect(await settleUnits(db, "2026-03-10")).toBe(false)
  expect(await homes()).toEqual([idOf("A1"), idOf("A1")])

  const rowsOf = async (day: string) =>
    (await tallies(startOfDay(day, ZONE)))
      .find(({ unit }) => unit === "A")
      ?.rows.map(({ unit, registered, target }) => [unit, registered, target])
  expect(await rowsOf("2026-03-10")).toEqual([
    ["A3", 50, 166],
    ["A1", 50, 167],
    ["A2", 50, 167],
  ])
  expect(await rowsOf("2026-03-11")).toEqual([
    ["A1", 100, 333],
    ["A3", 50, 167],
  ])
  const members = (await store.units("2026-03-10")).find(({ code }) => code === "A1")?.headcount
  expect(members).toEqual({ members: 60, workers: 0 })

  const { db: byKey, asked: askedByKey } = listened(fresh)
  const reads = conversationReads(db, {
    timeZone: ZONE,
    now: () => NOW,
    hashCode: (code) => code,
    entrance: () => undefined,
    newCode: () => "",
    titles: titleStocks(db),
    byKey,
  })
  const units = await reads.units()
  expect(units.map(({ code }) => code)).not.toContain("A2")
  expect(units.find(({ code }) => code === "A1")?.alsoKeys).toEqual(["cong doan a2"])
  expect(await reads.hasSubUnits(idOf("A1"))).toBe(false)
  // What a unit and those below it counted is read by key; a plan for the whole campaign is another one.
  const running = await reads.campaignFor(undefined, NOW)
  if (running === undefined) throw new Error("The campaign does not run.")
  const ask = { period: "week" as const, at: NOW }
  await reads.tally(running, idOf("A"), ask)
  expect(askedByKey).toHaveLength(2)
  await reads.tally(running, running.federation.id, ask)
  expect(askedByKey).toHaveLength(2)
  // How far one is, which is asked all the time, is one statement that reads no row of each.
  const { counters } = await reads.progress(running, idOf("A"), NOW)
  expect(counters).toMatchObject({ registered: 150 })
  expect(askedByKey).toHaveLength(3)
})

test("a sheet changes the tree from its day on, and again changes nothing", async () => {
  await using fresh = await freshDatabase()
  const { db, store, tallies } = await aProvince(fresh)
  const before = await tallies(startOfDay("2026-02-15", ZONE))
  const sheet = [
    {
      code: "A1",
      name: "Công đoàn A1 mới",
      parent: "B",
      effectiveFrom: "2026-02-20",
      aliases: "A Một; May A1",
    },
    { code: "B3", name: "Công đoàn B3", parent: "B", closedFrom: "20/2/2026", mergedInto: "B2" },
    { code: "A3", name: "Công đoàn A3", parent: "T" },
  ].map((cells, index) => ({ line: index + 2, cells }))
  const now = startOfDay("2026-03-05", ZONE)
  const plan = await store.importUnits(sheet, { dryRun: false, now })
  expect([plan.created, plan.changed, plan.unchanged, plan.bad]).toEqual([0, 3, 0, []])
  const again = await store.importUnits(sheet, { dryRun: false, now: now + 86_400_000 })
  expect([again.created, again.changed, again.unchanged, again.bad]).toEqual([0, 0, 3, []])
  expect(await tallies(startOfDay("2026-02-15", ZONE))).toEqual(before)
  const on = async (day: string) => {
    const units = await store.units(day)
    const named = new Map(units.map((unit) => [unit.id, unit.code]))
    return units
      .filter(({ code }) => ["A1", "B3", "A3"].includes(code))
      .map(({ code, parentId, state }) => `${code} ${named.get(parentId ?? "")} ${state}`)
      .sort()
  }
  expect(await on("2026-02-19")).toEqual(["A1 A open", "A3 A open", "B3 B open"])
  expect(await on("2026-03-04")).toEqual(["A1 B open", "A3 A open", "B3 B2 merged"])
  expect(await on("2026-03-05")).toEqual(["A1 B open", "A3 T open", "B3 B2 merged"])
  const aliases = await db.selectFrom("unit_alias").select("alias").orderBy("alias").execute()
  expect(aliases).toEqual([{ alias: "A Một" }, { alias: "May A1" }])
})
