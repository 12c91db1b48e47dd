import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { expect, test } from "vitest"
import { z } from "zod"
import { SAMPLES, sampleDatabase } from "../../bot/cli/testing.ts"
import { startOfDay } from "../../core/clock.ts"
import { operatorStore } from "../operator-store.ts"
import { freshDatabase } from "../testing.ts"
import { progressSeries } from "./series.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const DAY_MS = 86_400_000

const history = z
  .array(z.object({ unit: z.string(), registered_at: z.string(), on_portal_at: z.string() }))
  .parse(parse(readFileSync(join(SAMPLES, "history-2022.csv")), { columns: true, bom: true }))

/** The plain way: look at every row of the file. */
function recount(column: "registered_at" | "on_portal_at", from: number, to: number, units = /./): number {
  return history.filter((row) => {
    const at = Date.parse(row[column])
    return units.test(row.unit) && at >= from && at < to
  }).length
}

test("every point of a series is what a plain recount of the file finds before it", async () => {
  await using fresh = await sampleDatabase()
  const store = operatorStore(fresh.db, ZONE)
  const campaignId = (await store.campaigns())[0]?.id ?? ""
  const sub = (await store.units("2022-04-22"))
    .filter((unit) => /^KCN-/.test(unit.code))
    .map((unit) => unit.id)
  const phase1 = startOfDay("2021-09-01", ZONE)
  const asked = [
    { from: phase1, to: Date.parse("2022-04-22T16:00:00+07:00"), counter: "onPortal" },
    { from: phase1, to: Date.parse("2022-04-22T16:00:00+07:00"), counter: "onPortal", unitIds: sub },
    {
      from: startOfDay("2022-03-31", ZONE),
      to: Date.parse("2022-04-05T12:30:00+07:00"),
      counter: "registered",
    },
    { from: startOfDay("2022-06-01", ZONE), to: startOfDay("2022-09-01", ZONE), counter: "onPortal" },
  ] as const
  for (const { from, to, counter, ...rest } of asked) {
    const unitIds = "unitIds" in rest ? rest.unitIds : undefined
    const points = await progressSeries(fresh.db, { campaignId, counter, span: { from, to }, unitIds }, ZONE)
    const days = Math.ceil((to - from) / DAY_MS) - 1
    const isAtMidnight = (to - from) % DAY_MS === 0
    const hasWeekAgo = to - 7 * DAY_MS > from && !isAtMidnight
    expect(points).toHaveLength(days + 1 + (hasWeekAgo ? 1 : 0))
    const column = counter === "onPortal" ? "on_portal_at" : "registered_at"
    const units = unitIds === undefined ? /./ : /^KCN-/
    let before = from
    for (const { at, count } of points) {
      expect(at).toBeGreaterThan(before)
      expect(count, new Date(at).toISOString()).toBe(recount(column, from, at, units))
      before = at
    }
    expect(points.at(-1)?.at).toBe(to)
  }
})

test("before anything a series is empty, and its first hours are one point", async () => {
  await using fresh = await freshDatabase()
  const campaignId = "00000000-0000-0000-0000-00000000000c"
  const from = startOfDay("2022-01-01", ZONE)
  const ask = { campaignId, counter: "onPortal" } as const
  expect(await progressSeries(fresh.db, { ...ask, span: { from, to: from } }, ZONE)).toEqual([])
  const to = from + 3_600_000
  expect(await progressSeries(fresh.db, { ...ask, span: { from, to } }, ZONE)).toEqual([{ at: to, count: 0 }])
})
