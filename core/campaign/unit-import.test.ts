import { expect, test } from "vitest"
import type { StoredUnit } from "./unit-history.ts"
import { planUnitImport, type UnitImportPlan } from "./unit-import.ts"
import type { SheetRow, UnitColumn } from "./unit-sheet.ts"

type Cells = SheetRow<UnitColumn>["cells"]
const NONE = { units: [], headcounts: [], versions: [], aliases: [] }

function plan(rows: Cells[], stored: Parameters<typeof planUnitImport>[1] = NONE): UnitImportPlan {
  let next = 0
  return planUnitImport(
    rows.map((cells, index) => ({ line: index + 2, cells })),
    stored,
    { zone: "Asia/Ho_Chi_Minh", today: "2022-04-21", newId: () => `new${next++}` },
  )
}

function applied(done: UnitImportPlan): Parameters<typeof planUnitImport>[1] {
  return { units: done.units, headcounts: done.headcounts, versions: done.versions, aliases: done.aliases }
}

function find(done: UnitImportPlan, code: string): StoredUnit | undefined {
  return done.units.find((unit) => unit.code === code)
}

const root = { code: "R", name: "Liên đoàn Lao động tỉnh", parent: "", level: "province" }
const upper = { code: "U", name: "LĐLĐ huyện", parent: "R", level: "cấp trên" }
const base = { code: "B", name: "CĐCS May", parent: "U", level: "Cơ sở", members: "1.200", workers: "30" }

test("parents may come later in the file; paths, federation and keys are worked out", () => {
  const done = plan([{ ...base, effectiveFrom: "1/9/2021" }, upper, root])
  const [rootId = "", upperId = ""] = [find(done, "R")?.id, find(done, "U")?.id]
  expect(done).toMatchObject({ created: 3, changed: 0, unchanged: 0, bad: [] })
  expect(find(done, "B")).toMatchObject({
    federationId: rootId,
    path: [rootId, upperId, find(done, "B")?.id],
    level: "grassroots",
    nameKey: "cdcs mai",
    effectiveFrom: "2021-09-01",
    state: "open",
  })
  expect(done.headcounts).toEqual([
    { unitId: find(done, "B")?.id, effectiveFrom: "2021-09-01", members: 1200, workers: 30 },
  ])
})

test("the same file again changes nothing", () => {
  const rows = [root, upper, base]
  expect(plan(rows, applied(plan(rows)))).toMatchObject({
    created: 0,
    changed: 0,
    unchanged: 3,
    units: [],
    headcounts: [],
  })
})

test("a root that a campaign made empty is filled, and keeps its id", () => {
  const empty: StoredUnit = {
    id: "r",
    federationId: "r",
    code: "R",
    name: "R",
    nameKey: "r",
    level: "province",
    parentId: null,
    path: ["r"],
    effectiveFrom: "2021-09-01",
    state: "open",
  }
  const done = plan([root, upper], { ...NONE, units: [empty] })
  expect(done).toMatchObject({ created: 1, changed: 1 })
  expect(find(done, "R")).toMatchObject({ id: "r", name: root.name })
  expect(find(done, "U")?.path[0]).toBe("r")
  // Whatever day the sheet names, and on every day: its code was never its name.
  const version = { unitId: "r", name: "R", level: "province", parentId: null, state: "open" } as const
  const stored = { ...NONE, units: [empty], versions: [{ ...version, effectiveFrom: empty.effectiveFrom }] }
  for (const [day, days] of [
    ["2019-01-01", ["2019-01-01", "2021-09-01"]],
    ["2021-09-01", ["2021-09-01"]],
    ["2022-01-01", ["2021-09-01"]],
  ] as const) {
    const dated = plan([{ ...root, effectiveFrom: day }], stored)
    expect(dated.versions).toEqual(
      days.map((effectiveFrom) => ({ ...version, name: root.name, effectiveFrom })),
    )
    expect(find(dated, "R")).toMatchObject({ name: root.name, effectiveFrom: days[0] })
    const again = { ...applied(dated), versions: dated.versions }
    expect(plan([{ ...root, effectiveFrom: day }], again)).toMatchObject({ changed: 0, unchanged: 1 })
  }
})

test("a later headcount stands beside the earlier one", () => {
  const before = plan([root, upper, { ...base, effectiveFrom: "2021-09-01" }])
  const done = plan([{ ...base, members: "1500", effectiveFrom: "2022-06-01" }], applied(before))
  expect(done).toMatchObject({ changed: 1, units: [] })
  expect(done.headcounts).toMatchObject([{ effectiveFrom: "2022-06-01", members: 1500, workers: 30 }])
})

test("moving a unit moves everything below it", () => {
  const other = { ...upper, code: "V" }
  const before = plan([root, upper, other, base, { ...base, code: "S", parent: "B" }])
  const done = plan([{ ...base, parent: "V" }], applied(before))
  expect(done.bad).toEqual([])
  expect(find(done, "S")?.path).toContain(find(before, "V")?.id)
})

test("an empty cell or a missing column leaves what is stored alone", () => {
  const before = plan([root, upper, base])
  expect(plan([{ code: "B", name: "" }], applied(before))).toMatchObject({ unchanged: 1, bad: [], units: [] })
})

test("every bad row is named with its line and reason, good ones go on", () => {
  const done = plan([
    root,
    { ...base, members: "-5" },
    { ...upper, level: "quận" },
    { ...upper, code: "X", parent: "Y" },
    { ...base, code: "Z", parent: "X" },
    { ...root, code: "" },
    { ...root },
    { ...upper, code: "D", effectiveFrom: "31/2/2022" },
    { ...upper, code: "OK" },
    { ...upper, code: "N", name: "" },
  ])
  expect(done.created).toBe(2)
  const reasons = Object.fromEntries(done.bad.map(({ line, reason }) => [line, reason]))
  expect(reasons[3]).toContain('members "-5" is not a whole number from 0')
  expect(reasons[4]).toContain('level "quận" is not one of central, province')
  expect(reasons[5]).toContain('parent "Y" is neither')
  expect(reasons[6]).toContain('parent "X" is neither')
  expect(reasons[7]).toContain("code is empty")
  expect(reasons[8]).toContain("stands already on line 2")
  expect(reasons[9]).toContain('"31/2/2022" is not a date')
  expect(reasons[11]).toContain("name is empty")
})

test("where the dates of a sheet have the month first, one that could be read either way is not guessed", () => {
  const done = plan([
    { ...root, effectiveFrom: "12/31/2021" },
    { ...root, code: "R2", effectiveFrom: "2021-09-01" },
    { ...root, code: "R3", effectiveFrom: "09/01/2021" },
    { ...root, code: "R4", effectiveFrom: "5/5/2021" },
  ])
  expect(done.units.map(({ code }) => code)).toEqual(["R2", "R4"])
  expect(done.bad).toEqual([
    { line: 2, reason: expect.stringContaining('"12/31/2021" is not a date') },
    {
      line: 4,
      reason:
        'effective_from "09/01/2021" may have the month first, as "12/31/2021" in this sheet has; write it as 2021-01-09 if that is the day',
    },
  ])
})

test("circles are refused row by row and take nothing else with them but what hangs on them", () => {
  const done = plan([
    root,
    { ...upper, code: "A", parent: "C" },
    { ...upper, code: "C", parent: "A" },
    { ...upper, code: "D", parent: "A" },
    { ...upper, code: "S", parent: "S" },
    upper,
  ])
  expect(done.created).toBe(2)
  expect(done.bad.map(({ line }) => line)).toEqual([3, 4, 5, 6])
  expect(done.bad[0]?.reason).toContain("circle")
  expect(done.bad[3]?.reason).toContain("its own parent")
})

test("a stored circle in the making is refused", () => {
  const before = plan([root, upper, base])
  const done = plan([{ ...upper, parent: "B" }], applied(before))
  expect(done.bad[0]?.reason).toContain("circle")
  expect(done.units).toEqual([])
})

test("a root stays a root and a unit does not become one", () => {
  const before = plan([root, upper, { ...root, code: "R2" }])
  expect(plan([{ ...root, parent: "R2" }], applied(before)).bad[0]?.reason).toContain(
    "root of its federation",
  )
  expect(plan([{ ...upper, parent: "" }], applied(before)).bad[0]?.reason).toContain("give its parent's code")
  expect(plan([{ ...upper, parent: "R2" }], applied(before)).bad[0]?.reason).toContain(
    "another federation (R2)",
  )
})
