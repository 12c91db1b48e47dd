import { readFileSync } from "node:fs"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { readSheet } from "read-excel-file/node"
import { expect, test } from "vitest"
import { z } from "zod"
import { readTallies } from "../../core/tally/read.ts"
import { operatorStore } from "../../db/operator-store.ts"
import { cliOn, SAMPLES, sampleDatabase } from "./testing.ts"

const ZONE = "Asia/Ho_Chi_Minh"

const historyRow = z.object({
  unit: z.string(),
  registered_at: z.string(),
  recognized_at: z.string(),
  on_portal_at: z.string(),
})
const tallySchema = z.object({
  from: z.string(),
  to: z.string(),
  counters: z.record(z.string(), z.object({ total: z.number(), delta: z.number() })),
  target: z.record(z.string(), z.number().nullable()),
  rows: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      registered: z.number(),
      recognized: z.number(),
      onPortal: z.number(),
      delta: z.number(),
      target: z.number().nullable(),
      achievedPct: z.number().nullable(),
      rank: z.number(),
      rankChange: z.number().nullable(),
    }),
  ),
  corrections: z.number(),
  benefit: z.object({ vnd: z.number(), unconverted: z.number() }),
})

const history = z
  .array(historyRow)
  .parse(parse(readFileSync(join(SAMPLES, "history-2022.csv")), { columns: true, bom: true }))

const instants = history.map((row) => ({
  registered_at: Date.parse(row.registered_at),
  recognized_at: Date.parse(row.recognized_at),
  on_portal_at: Date.parse(row.on_portal_at),
}))

/** The plain way: look at every row of the file. */
function recount(
  column: "registered_at" | "recognized_at" | "on_portal_at",
  from: string,
  to: string,
  units = /./,
) {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  let count = 0
  for (const [index, row] of history.entries()) {
    const at = instants[index]?.[column] ?? Number.NaN
    if (at >= first && at < last && units.test(row.unit)) count++
  }
  return count
}

const START = "2021-09-01T00:00:00+07:00"

async function loaded() {
  const fresh = await sampleDatabase()
  const cli = cliOn(operatorStore(fresh.db, ZONE))
  const tally = async (...words: string[]) => {
    const { exit, out, err } = await cli("tally", "--json", ...words)
    expect({ exit, err }).toEqual({ exit: 0, err: [] })
    return tallySchema.parse(JSON.parse(out[0] ?? ""))
  }
  return { fresh, cli, tally }
}

test("the morning of 21 April 2022 comes out as the newspaper had it", async () => {
  const { fresh, tally } = await loaded()
  await using _ = fresh
  const phase = await tally("--at", "2022-04-21T08:00:00+07:00", "--period", "phase")
  expect(phase).toMatchObject({
    from: START,
    to: "2022-04-21T08:00:00+07:00",
    counters: { onPortal: { total: 3782, delta: 3782 } },
    target: { assigned: 5000, achievedPct: 75.6, remaining: 1218, daysLeft: 41, perDay: 30 },
  })
  expect(phase.rows.reduce((sum, row) => sum + (row.target ?? 0), 0)).toBe(5000)
  expect(phase.benefit.vnd).toBe(425 * 1.2e9 + 413 * 120e6 + 407 * 50e6 + 402 * 30e6 + 392 * 200e3)
  expect(phase.benefit.unconverted).toBe(412 + 382)
})

test("importing the same three files again changes nothing", async () => {
  const { fresh, cli, tally } = await loaded()
  await using _ = fresh
  const before = await tally("--at", "2022-04-21T08:00:00+07:00")
  const events = await fresh.db.selectFrom("initiative_event").select("id").execute()
  expect((await cli("campaign", "apply", join(SAMPLES, "campaign.yaml"))).out).toEqual([
    "Campaign 1tsk: unchanged.",
  ])
  expect((await cli("units", "import", join(SAMPLES, "units.csv"))).out).toEqual([
    "units: 0 new, 0 changed, 149 unchanged, 0 bad",
  ])
  expect((await cli("initiatives", "import", join(SAMPLES, "history-2022.csv"))).out).toEqual([
    "initiatives: 0 new, 0 changed, 4452 unchanged, 0 bad",
  ])
  expect(await tally("--at", "2022-04-21T08:00:00+07:00")).toEqual(before)
  expect(await fresh.db.selectFrom("initiative_event").select("id").execute()).toHaveLength(events.length)
})

test("every tally agrees with a plain recount of the file, and its rows with its totals", async () => {
  const { fresh, tally } = await loaded()
  await using _ = fresh
  const asked = [
    ["2022-04-15T16:00:00+07:00", "week", "2022-04-08T16:00:00+07:00"],
    ["2022-04-21T08:00:00+07:00", "week", "2022-04-15T16:00:00+07:00"],
    ["2022-02-04T16:00:00+07:00", "week", "2022-01-28T16:00:00+07:00"],
    ["2021-10-02T00:00:00+07:00", "month", "2021-10-01T00:00:00+07:00"],
    ["2022-03-17T09:30:00+07:00", "month", "2022-03-01T00:00:00+07:00"],
    ["2022-06-03T10:00:00+07:00", "phase", "2022-06-01T00:00:00+07:00"],
    ["2022-12-31T23:59:00+07:00", "campaign", START],
    ["2022-04-05T12:00:00+07:00", "peak", "2022-03-31T00:00:00+07:00"],
  ] as const
  for (const [at, period, from] of asked) {
    const result = await tally("--at", at, "--period", period)
    expect(result, `${period} ${at}`).toMatchObject({ from, to: at })
    expect(result.counters).toEqual({
      registered: { total: recount("registered_at", START, at), delta: recount("registered_at", from, at) },
      recognized: { total: recount("recognized_at", START, at), delta: recount("recognized_at", from, at) },
      onPortal: { total: recount("on_portal_at", START, at), delta: recount("on_portal_at", from, at) },
    })
    for (const counter of ["registered", "recognized", "onPortal"] as const) {
      expect(result.rows.reduce((sum, row) => sum + row[counter], 0)).toBe(result.counters[counter]?.total)
    }
    expect(result.rows.reduce((sum, row) => sum + row.delta, 0)).toBe(result.counters["onPortal"]?.delta)
    for (const row of result.rows) {
      const units = new RegExp(`^${row.unit}-`)
      expect(row.onPortal, row.unit).toBe(recount("on_portal_at", START, at, units))
      expect(row.delta, row.unit).toBe(recount("on_portal_at", from, at, units))
    }
  }
})

test("a unit's own tally is its part of the province's", async () => {
  const { fresh, tally } = await loaded()
  await using _ = fresh
  const ask = ["--at", "2022-04-21T08:00:00+07:00", "--period", "phase"]
  const whole = await tally(...ask)
  const part = await tally(...ask, "--unit", "KCN")
  const row = whole.rows.find(({ unit }) => unit === "KCN")
  expect(part.counters["onPortal"]?.total).toBe(row?.onPortal)
  expect(part.target["assigned"]).toBe(row?.target)
  expect(part.target["achievedPct"]).toBe(row?.achievedPct)
  expect(part.rows.reduce((sum, one) => sum + (one.target ?? 0), 0)).toBe(row?.target)
  const leaf = await tally(...ask, "--unit", "KCN-17")
  expect(leaf.rows).toHaveLength(1)
  expect(leaf.counters["onPortal"]?.total).toBe(part.rows.find(({ unit }) => unit === "KCN-17")?.onPortal)
})

test("counters kept per day and in all are those of the events", async () => {
  const { fresh } = await loaded()
  await using _ = fresh
  const store = operatorStore(fresh.db, ZONE)
  expect(await store.checkCounters()).toEqual([])
  await fresh.db.updateTable("unit_day").set({ on_portal: 99 }).where("day", "=", "2022-04-05").execute()
  expect((await store.checkCounters()).length).toBeGreaterThan(0)
  await store.rebuildCounters()
  await fresh.db.updateTable("unit_total").set({ registered: 99 }).execute()
  expect((await store.checkCounters()).map(({ grain }) => grain)).toContain("total")
  await store.rebuildCounters()
  expect(await store.checkCounters()).toEqual([])
})

test("week by week over the whole span every post's numbers, places and moves are those of plain loops", async () => {
  const { fresh } = await loaded()
  await using _ = fresh
  const store = operatorStore(fresh.db, ZONE)
  const [campaign = expect.unreachable()] = await store.campaigns()
  const WEEK = 7 * 86_400_000
  const first = Date.parse("2021-09-03T16:00:00+07:00")
  const iso = (at: number) => new Date(at).toISOString()
  let before = new Map<string, number>()
  for (let at = first; at < Date.parse("2022-06-11T00:00:00+07:00"); at += WEEK) {
    const [reading = expect.unreachable()] = await readTallies(
      store,
      campaign,
      { period: "week", at, zone: ZONE, comparing: true },
      [campaign.unitId],
    )
    const { tally, held, peak } = reading
    const from = iso(Math.max(at - WEEK, Date.parse(START)))
    const phaseStart = at <= Date.parse("2022-06-01T00:00:00+07:00") ? START : "2022-06-01T00:00:00+07:00"
    const counted = (column: "registered_at" | "recognized_at" | "on_portal_at") => ({
      total: recount(column, START, iso(at)),
      delta: recount(column, from, iso(at)),
    })
    expect(tally.counters, iso(at)).toEqual({
      registered: counted("registered_at"),
      recognized: counted("recognized_at"),
      onPortal: counted("on_portal_at"),
    })
    expect(held).toBe(recount("on_portal_at", phaseStart, iso(at)))
    const [peakStart, peakEnd] = [
      Date.parse("2022-03-31T00:00:00+07:00"),
      Date.parse("2022-04-09T00:00:00+07:00"),
    ]
    const peakDays = Math.ceil((Math.min(at, peakEnd) - peakStart) / 86_400_000)
    const inPeak = peakDays <= 0 ? 0 : recount("on_portal_at", iso(peakStart), iso(Math.min(at, peakEnd)))
    expect(peak?.perDay ?? 0, iso(at)).toBe(inPeak / Math.max(1, peakDays))
    const places = new Map(tally.rows.map((row) => [row.unit, row.rank]))
    for (const row of tally.rows) {
      const count = recount("on_portal_at", phaseStart, iso(at), new RegExp(`^${row.unit}-`))
      expect(row.achievedPct, `${row.unit} ${iso(at)}`).toBe(
        Math.round((count * 1000) / (row.target ?? 1) + 1e-9) / 10,
      )
      if (row.rankChange !== null && phaseStart === START) {
        expect(row.rankChange, `${row.unit} ${iso(at)}`).toBe((before.get(row.unit) ?? 0) - row.rank)
      }
    }
    const pcts = tally.rows.map((row) => row.achievedPct ?? 0)
    expect(pcts).toEqual(pcts.toSorted((a, b) => b - a))
    before = places
  }
})

test("a tally written to a file has every unit and sector, and each adds up to the tally", async () => {
  await using fresh = await sampleDatabase()
  const folder = await mkdtemp(join(tmpdir(), "tally-"))
  const cli = cliOn(operatorStore(fresh.db, ZONE))
  const ask = ["tally", "--at", "2022-04-21T08:00:00+07:00", "--period", "phase"]
  const [xlsx, csv] = [join(folder, "tally.xlsx"), join(folder, "tally.csv")]
  expect((await cli(...ask)).out[2]).toBe("target 5,000 (75.6 %), 1,218 left, 30 a day for 41 days")
  expect(await cli(...ask, "--file", xlsx)).toMatchObject({ exit: 0 })
  expect(await cli(...ask, "--file", csv)).toMatchObject({ exit: 0 })
  const summary = new Map((await readSheet(xlsx, "Tổng hợp")).map(([what, ...rest]) => [what, rest]))
  expect(summary.get("Đã lên cổng")?.[0]).toBe(3782)
  expect(summary.get("Đạt (%)")?.[0]).toBe(75.6)
  // A sheet keeps a moment as a fraction of a day.
  expect(Math.round(Number(summary.get("Đến")?.[0]) / 1000)).toBe(Date.parse("2022-04-21T08:00:00Z") / 1000)
  const march = join(folder, "march.xlsx")
  await cli("tally", "--at", "2022-04-01T00:00:00+07:00", "--period", "month", "--file", march)
  const [, until] = (await readSheet(march, "Tổng hợp")).find(([what]) => what === "Đến") ?? []
  expect(until).toEqual(new Date("2022-03-31"))
  const [heading = [], ...lines] = z
    .array(z.array(z.string()))
    .parse(parse(await readFile(csv), { bom: true }))
  const column = (name: string, part: string) =>
    lines.filter((line) => line[0] === part).map((line) => line[heading.indexOf(name)])
  for (const name of ["Đã đăng ký", "Công nhận trong kỳ", "Đã lên cổng", "Làm lợi (đồng)"]) {
    const [whole, ...units] = column(name, "Theo đơn vị").map(Number)
    const sectors = column(name, "Theo lĩnh vực").map(Number)
    expect(
      sectors.reduce((sum, count) => sum + count),
      name,
    ).toBe(whole)
    expect(Math.max(...units), name).toBeLessThan(whole ?? 0)
  }
  // Any two dates, and the records behind their numbers: as many as the tally says.
  const dates = ["tally", "--from", "2022-03-28", "--to", "2022-04-10", "--unit", "KCN"]
  const { out } = await cli(...dates, "--json")
  const between = tallySchema.parse(JSON.parse(out[0] ?? ""))
  expect(between).toMatchObject({ from: "2022-03-28T00:00:00+07:00", to: "2022-04-11T00:00:00+07:00" })
  for (const [kind, counter, column] of [
    ["registered", "registered", "registered_at"],
    ["on_portal", "onPortal", "on_portal_at"],
  ] as const) {
    expect(await cli(...dates, "--records", kind, "--file", csv)).toMatchObject({ exit: 0 })
    const [, ...records] = z.array(z.array(z.string())).parse(parse(await readFile(csv), { bom: true }))
    const plain = recount(column, between.from, between.to, /^KCN/)
    expect(between.counters[counter]?.delta).toBe(plain)
    expect(records.reduce((sum, line) => sum + Number(line[7]), 0)).toBe(plain)
    expect(records.every((line) => /^KCN/.test(line[3] ?? "") && /^SK-\d{6}$/.test(line[0] ?? ""))).toBe(true)
  }
  await rm(folder, { recursive: true })
})
