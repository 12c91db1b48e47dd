import { expect, test } from "vitest"
import type { LocalDate } from "../clock.ts"
import { foldWords } from "../text/fold.ts"
import { planReorganisation, type UnitHistory } from "./reorganisation.ts"
import type { StoredHeadcount, StoredUnit, UnitVersion } from "./unit-history.ts"

const FOUNDED = "2021-01-01" as LocalDate

function aUnit(id: string, parentId: string | null): StoredUnit {
  return {
    id,
    federationId: "TINH",
    code: id,
    name: `CĐ ${id}`,
    nameKey: foldWords(`CĐ ${id}`),
    level: parentId === "KCN" ? "grassroots" : "upper",
    parentId,
    path: parentId === "KCN" ? ["TINH", "KCN", id] : parentId === null ? [id] : ["TINH", id],
    effectiveFrom: FOUNDED,
    state: "open",
  }
}

const UNITS = [aUnit("TINH", null), aUnit("KCN", "TINH"), aUnit("A", "KCN"), aUnit("B", "KCN")]

function history(
  details: {
    readonly versions?: readonly UnitVersion[]
    readonly headcounts?: readonly StoredHeadcount[]
  } = {},
): UnitHistory {
  return { units: UNITS, versions: [], headcounts: [], ...details }
}

function named(unitId: string, name: string, from: string): UnitVersion {
  const effectiveFrom = from as LocalDate
  return { unitId, effectiveFrom, name, level: "grassroots", parentId: "KCN", state: "open" }
}

function counted(unitId: string, from: string, members: number, workers: number): StoredHeadcount {
  return { unitId, effectiveFrom: from as LocalDate, members, workers }
}

const renamed = (name: string) => ({ kind: "rename", unitId: "A", name }) as const

test("what was decided for a later day stands, however many versions came before it", () => {
  const versions = [named("A", "CĐ A cũ", "2025-01-01"), named("A", "CĐ A mới", "2026-07-01")]
  const day = (iso: string) =>
    planReorganisation(history({ versions }), renamed("CĐ A khác"), iso as LocalDate)
  expect(day("2026-03-01")).toBe("changed_later")
  expect(day("2026-07-01")).toMatchObject({ versions: [{ unitId: "A", name: "CĐ A khác" }] })
  expect(day("2026-08-01")).toMatchObject({ versions: [{ effectiveFrom: "2026-08-01" }] })
})

test("a headcount that is changed in part keeps the rest of the one in force, also of one that begins that very day", () => {
  const headcounts = [
    counted("A", "2025-01-01", 100, 120),
    counted("A", "2026-01-01", 200, 220),
    counted("A", "2026-07-01", 300, 320),
    counted("B", "2026-01-01", 9, 9),
  ]
  const on = (iso: string) =>
    planReorganisation(
      history({ headcounts }),
      { kind: "count", unitId: "A", headcount: { members: 250 } },
      iso as LocalDate,
    )
  expect(on("2025-12-31")).toMatchObject({ headcounts: [counted("A", "2025-12-31", 250, 120)] })
  expect(on("2026-01-01")).toMatchObject({ headcounts: [counted("A", "2026-01-01", 250, 220)] })
  expect(on("2026-06-30")).toMatchObject({ headcounts: [counted("A", "2026-06-30", 250, 220)] })
})
