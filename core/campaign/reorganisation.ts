import type { LocalDate } from "../clock.ts"
import { foldWords } from "../text/fold.ts"
import { codeKey, type UnitLevel } from "./unit.ts"
import { type StoredUnit, treeOn, type UnitVersion, versionsByUnit } from "./unit-history.ts"
import type { StoredHeadcount } from "./unit-import.ts"

/** One change of the tree, in force from a day on. Units by their ids. */
export type Reorganisation =
  | {
      readonly kind: "add"
      readonly id: string
      readonly code: string
      readonly name: string
      readonly parentId: string
    }
  | { readonly kind: "rename"; readonly unitId: string; readonly name: string }
  | { readonly kind: "move"; readonly unitId: string; readonly parentId: string }
  | { readonly kind: "merge"; readonly unitId: string; readonly intoId: string }
  | { readonly kind: "close"; readonly unitId: string }

/** Why a change cannot be. */
export type ReorganisationProblem =
  | "same"
  | "unknown"
  | "root"
  | "below_itself"
  | "has_units"
  | "code_taken"
  | "federation"

/** All units with their histories. */
export type UnitHistory = {
  readonly units: readonly StoredUnit[]
  readonly versions: readonly UnitVersion[]
  readonly headcounts: readonly StoredHeadcount[]
}

/** What a change writes: versions and headcounts by unit and day, and the unit it adds. */
export type ReorganisationPlan = {
  readonly units: readonly StoredUnit[]
  readonly versions: readonly UnitVersion[]
  readonly headcounts: readonly StoredHeadcount[]
}

/**
 * Plans a change in force from `day` on; nothing before that day becomes another. A unit that is merged takes its open units
 * below along, and its members are the other's from then on; what was recorded at it keeps counting, under that unit.
 */
export function planReorganisation(
  history: UnitHistory,
  change: Reorganisation,
  day: LocalDate,
): ReorganisationPlan | ReorganisationProblem {
  const versions = versionsByUnit(history.versions)
  const byId = new Map(treeOn(history.units, versions, day).map((unit) => [unit.id, unit]))
  const unitId = change.kind === "add" ? change.parentId : change.unitId
  const unit = byId.get(unitId)
  if (unit === undefined || unit.state !== "open") return "unknown"
  if (change.kind === "add") return planAddition(history, change, unit, day)
  const version: UnitVersion = {
    unitId,
    effectiveFrom: day,
    name: unit.name,
    level: unit.level,
    parentId: unit.parentId,
    state: "open",
  }
  if (change.kind === "rename") {
    if (change.name === unit.name) return "same"
    return { units: [], versions: [{ ...version, name: change.name }], headcounts: [] }
  }
  if (unit.parentId === null) return "root"
  const below = [...byId.values()].filter((other) => other.parentId === unitId && other.state === "open")
  if (change.kind === "close") {
    if (below.length > 0) return "has_units"
    return { units: [], versions: [{ ...version, state: "closed" }], headcounts: [] }
  }
  const target = byId.get(change.kind === "move" ? change.parentId : change.intoId)
  if (target === undefined || target.state !== "open") return "unknown"
  if (target.federationId !== unit.federationId) return "federation"
  if (target.path.includes(unitId)) return "below_itself"
  if (change.kind === "move") {
    if (target.id === unit.parentId) return "same"
    return { units: [], versions: [{ ...version, parentId: target.id }], headcounts: [] }
  }
  return {
    units: [],
    versions: [
      { ...version, parentId: target.id, state: "merged" },
      ...below.map(({ id, name, level, state }) => ({
        unitId: id,
        effectiveFrom: day,
        name,
        level,
        parentId: target.id,
        state,
      })),
    ],
    headcounts: joinedHeadcount(history.headcounts, unitId, target.id, day),
  }
}

function planAddition(
  history: UnitHistory,
  change: Reorganisation & { kind: "add" },
  parent: StoredUnit,
  day: LocalDate,
): ReorganisationPlan | ReorganisationProblem {
  const { id, code, name } = change
  if (history.units.some((unit) => codeKey(unit.code) === codeKey(code))) return "code_taken"
  const level: UnitLevel = parent.level === "grassroots" ? "section" : "grassroots"
  const added = { id, code, name, level, parentId: parent.id, state: "open" as const }
  return {
    units: [
      {
        ...added,
        nameKey: foldWords(name),
        federationId: parent.federationId,
        path: [...parent.path, id],
        effectiveFrom: day,
      },
    ],
    versions: [{ unitId: id, effectiveFrom: day, name, level, parentId: parent.id, state: "open" }],
    headcounts: [],
  }
}

/** The members of both from the day of the merger on; later headcounts of the one that stays are its own affair. */
function joinedHeadcount(
  headcounts: readonly StoredHeadcount[],
  unitId: string,
  intoId: string,
  day: LocalDate,
): StoredHeadcount[] {
  const on = (id: string) =>
    headcounts
      .filter((headcount) => headcount.unitId === id && headcount.effectiveFrom <= day)
      .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]
  const gone = on(unitId)
  if (gone === undefined) return []
  const kept = on(intoId) ?? { members: 0, workers: 0 }
  return [
    {
      unitId: intoId,
      effectiveFrom: day,
      members: kept.members + gone.members,
      workers: kept.workers + gone.workers,
    },
  ]
}

/** The open unit that people of a closed one belong to: along its mergers; undefined when it ended without one. */
export function successorOf(
  units: ReadonlyMap<string, Pick<StoredUnit, "state" | "path">>,
  unitId: string,
): string | undefined {
  const unit = units.get(unitId)
  if (unit === undefined || unit.state === "closed") return undefined
  // Of a merged unit the one above is the one it was merged into, which may have been merged in its turn.
  return unit.path.findLast((id, index) => index < unit.path.length - 1 && units.get(id)?.state !== "merged")
}
