import { readFileSync } from "node:fs"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { readSheet } from "read-excel-file/node"
import { expect, test } from "vitest"
import { z } from "zod"
import { operatorStore } from "../../db/operator-store.ts"
import { freshDatabase } from "../../db/testing.ts"
import { cliOn, SAMPLES, sampleDatabase } from "./testing.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const AT = "2022-04-21T08:00:00+07:00"
const read = <T extends z.ZodType>(name: string, row: T) =>
  z.array(row).parse(parse(readFileSync(join(SAMPLES, name)), { columns: true, bom: true }))
const units = read("units.csv", z.object({ code: z.string(), parent: z.string(), level: z.string() }))
const history = read(
  "history-2022.csv",
  z.object({ unit: z.string(), registered_at: z.string(), on_portal_at: z.string() }),
)
const scoresSchema = z.object({
  outOf: z.number(),
  rows: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      rank: z.number(),
      total: z.number(),
      grade: z.string().nullable(),
      criteria: z.array(z.looseObject({ code: z.string(), points: z.number() })),
    }),
  ),
})

test("the sample's scores are what its sheet adds up to, counted row by row", async () => {
  await using fresh = await sampleDatabase()
  const cli = cliOn(operatorStore(fresh.db, ZONE))
  const { out, exit } = await cli("scores", "--json", "--at", AT)
  expect(exit).toBe(0)
  const { rows, outOf } = scoresSchema.parse(JSON.parse(out[0] ?? ""))
  expect(outOf).toBe(100)
  const parents = new Map(units.map(({ code, parent }) => [code, parent]))
  const top = (code: string): string => {
    const parent = parents.get(code) ?? ""
    return parents.get(parent) === "" || parent === "" ? code : top(parent)
  }
  const before = Date.parse(AT)
  const registered = history.filter((row) => Date.parse(row.registered_at) < before)
  // Friday, 16:00 in Vietnam.
  const closing = Date.parse("2021-09-03T16:00:00+07:00")
  const week = (at: string) => Math.max(0, Math.ceil((Date.parse(at) - closing + 1) / (7 * 86_400_000)))
  const running = week(AT)
  for (const row of rows) {
    const own = registered.filter(({ unit }) => top(unit) === row.unit)
    const grassroots = units.filter(({ code, level }) => level === "grassroots" && top(code) === row.unit)
    const covered = new Set(own.map(({ unit }) => unit)).size
    const held = history.filter(
      ({ unit, on_portal_at }) =>
        top(unit) === row.unit && on_portal_at !== "" && Date.parse(on_portal_at) < before,
    ).length
    const active = new Set(own.map(({ registered_at }) => week(registered_at)).filter((one) => one < running))
    const basis = (code: string) => row.criteria.find((each) => each.code === code)
    expect(basis("chi-tieu")).toMatchObject({ held })
    expect(basis("do-phu")).toMatchObject({ part: covered, of: grassroots.length })
    expect(basis("deu-dan")).toMatchObject({ part: active.size, of: running })
    expect(row.total).toBe(row.criteria.reduce((sum, { points }) => sum + Math.round(points * 10), 0) / 10)
  }
  expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, index) => index + 1))
  expect(rows.map(({ total }) => total)).toEqual(rows.map(({ total }) => total).toSorted((a, b) => b - a))
  expect(rows.length).toBe(18)
})

test("the file of scores has the points, how each came about and every record behind them", async () => {
  await using fresh = await sampleDatabase()
  const cli = cliOn(operatorStore(fresh.db, ZONE))
  const folder = await mkdtemp(join(tmpdir(), "scores-"))
  try {
    const book = join(folder, "scores.xlsx")
    await cli("scores", "--at", AT, "--unit", "KCN", "--file", book)
    const points = await readSheet(book, "Điểm thi đua")
    const why = await readSheet(book, "Cách tính")
    const records = await readSheet(book, "Hồ sơ được tính")
    expect(points[0]?.slice(0, 4)).toEqual([
      "Xếp thứ",
      "Mã đơn vị",
      "Tên",
      "1. Có kế hoạch, thành lập Tổ hỗ trợ",
    ])
    expect(why.length - 1).toBe((points.length - 1) * 7)
    const { out } = await cli("scores", "--json", "--at", AT, "--unit", "KCN")
    const { rows } = scoresSchema.parse(JSON.parse(out[0] ?? ""))
    const held = rows.reduce((sum, { criteria }) => sum + Number(criteria[1]?.["held"]), 0)
    expect(records.filter(([item]) => item === 2)).toHaveLength(held)
    const list = join(folder, "scores.csv")
    await cli("scores", "--at", AT, "--unit", "KCN", "--file", list)
    expect((await readFile(list, "utf8")).trim().split("\n")).toHaveLength(why.length)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test("what cannot be scored is told with what to do", async () => {
  await using fresh = await sampleDatabase()
  const cli = cliOn(operatorStore(fresh.db, ZONE))
  for (const [words, said] of [
    [["--at", "2020-01-01"], "starts on 2021-09-01"],
    [["--period", "week"], '--period "week" is not one of phase, campaign'],
    [["--unit", "NOWHERE"], 'There is no unit "NOWHERE"'],
  ] as const) {
    const { exit, err } = await cli("scores", ...words)
    expect(exit).toBe(1)
    expect(err[0]).toContain(said)
  }
  await using empty = await freshDatabase()
  expect((await cliOn(operatorStore(empty.db, ZONE))("scores")).exit).toBe(1)
})
