import type { LocalDate } from "../clock.ts"
import { foldWords } from "../text/fold.ts"
import type { TypedHeadcount } from "./typed-headcount.ts"
import { codeKey, type Headcount } from "./unit.ts"
import {
  type StoredHeadcount,
  type StoredUnit,
  treeOn,
  UnitCircleError,
  type UnitVersion,
  versionsByUnit,
} from "./unit-history.ts"

/** One change of the tree, in force from a day on. Units by their ids. */
export type Reorganisation =
  | {
      readonly kind: "add"
      readonly id: string
      readonly code: string
      readonly name: string
      readonly parentId: string
      readonly headcount?: TypedHeadcount
    }
  /** A new unit beside one it was part of; `headcount` is what it takes along. */
  | {
      readonly kind: "split"
      readonly id: string
      readonly code: string
      readonly name: string
      readonly unitId: string
      readonly headcount?: TypedHeadcount
    }
  | { readonly kind: "count"; readonly unitId: string; readonly headcount: TypedHeadcount }
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
  | "changed_later"
  | "code_taken"
  | "too_many"
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
  const plan = planOn(history, change, day)
  return typeof plan === "string" || isTree(history, plan, day) ? plan : "below_itself"
}

/** Whether parents lead to a root on every day from `day` on: what was decided for later days stands too. */
function isTree(history: UnitHistory, plan: ReorganisationPlan, day: LocalDate): boolean {
  const replaced = new Set(plan.versions.map(({ unitId }) => unitId))
  const kept = history.versions.filter((old) => old.effectiveFrom !== day || !replaced.has(old.unitId))
  const versions = versionsByUnit([...kept, ...plan.versions])
  const days = new Set([day, ...history.versions.map(({ effectiveFrom }) => effectiveFrom)])
  try {
    for (const each of days) if (each >= day) treeOn([...history.units, ...plan.units], versions, each)
    return true
  } catch (error) {
    if (error instanceof UnitCircleError) return false
    throw error
  }
}

function planOn(
  history: UnitHistory,
  change: Reorganisation,
  day: LocalDate,
): ReorganisationPlan | ReorganisationProblem {
  const versions = versionsByUnit(history.versions)
  const byId = new Map(treeOn(history.units, versions, day).map((unit) => [unit.id, unit]))
  const unitId = change.kind === "add" ? change.parentId : change.unitId
  const unit = byId.get(unitId)
  if (unit === undefined || unit.state !== "open") return "unknown"
  if (change.kind === "add") {
    const level = unit.level === "grassroots" ? "section" : "grassroots"
    return planAddition(history, { ...change, level }, unit, day)
  }
  if (change.kind === "count") {
    const stands = headcountOn(history.headcounts, unitId, day) ?? NOBODY
    return { units: [], versions: [], headcounts: [{ ...stands, ...change.headcount, ...from(unitId, day) }] }
  }
  // A later version says how the unit stands from its day on, and would undo this one without a word.
  if (change.kind !== "split" && versions.get(unitId)?.some((later) => later.effectiveFrom > day))
    return "changed_later"
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
  if (change.kind === "split") {
    const parent = byId.get(unit.parentId)
    return parent === undefined ? "unknown" : planSplit(history, change, { unit, parent }, day)
  }
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

const NOBODY: Headcount = { members: 0, workers: 0 }

function from(unitId: string, effectiveFrom: LocalDate) {
  return { unitId, effectiveFrom }
}

/** A new unit below the same one, with the members that it takes along; what was recorded before stays where it is. */
function planSplit(
  history: UnitHistory,
  change: Reorganisation & { kind: "split" },
  { unit, parent }: { readonly unit: StoredUnit; readonly parent: StoredUnit },
  day: LocalDate,
): ReorganisationPlan | ReorganisationProblem {
  const { headcount: taken = {} } = change
  const stands = headcountOn(history.headcounts, unit.id, day) ?? NOBODY
  const members = stands.members - (taken.members ?? 0)
  const workers = stands.workers - (taken.workers ?? 0)
  if (members < 0 || workers < 0) return "too_many"
  const { id, code, name } = change
  const addition = { id, code, name, level: unit.level, headcount: taken }
  const plan = planAddition(history, addition, parent, day)
  if (typeof plan === "string" || Object.keys(taken).length === 0) return plan
  return { ...plan, headcounts: [...plan.headcounts, { members, workers, ...from(unit.id, day) }] }
}

type Addition = Pick<Reorganisation & { kind: "add" }, "id" | "code" | "name" | "headcount"> & {
  readonly level: string
}

function planAddition(
  history: UnitHistory,
  addition: Addition,
  parent: StoredUnit,
  day: LocalDate,
): ReorganisationPlan | ReorganisationProblem {
  const { id, code, name, level, headcount } = addition
  if (history.units.some((unit) => codeKey(unit.code) === codeKey(code))) return "code_taken"
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
    headcounts:
      headcount === undefined || Object.keys(headcount).length === 0
        ? []
        : [{ ...NOBODY, ...headcount, ...from(id, day) }],
  }
}

/** The members of both from the day of the merger on; later headcounts of the one that stays are its own affair. */
function joinedHeadcount(
  headcounts: readonly StoredHeadcount[],
  unitId: string,
  intoId: string,
  day: LocalDate,
): StoredHeadcount[] {
  const gone = headcountOn(headcounts, unitId, day)
  if (gone === undefined) return []
  const kept = headcountOn(headcounts, intoId, day) ?? NOBODY
  return [
    {
      unitId: intoId,
      effectiveFrom: day,
      members: kept.members + gone.members,
      workers: kept.workers + gone.workers,
    },
  ]
}

/** The headcount in force on the day: the latest one begun. */
function headcountOn(
  headcounts: readonly StoredHeadcount[],
  unitId: string,
  day: LocalDate,
): StoredHeadcount | undefined {
  return headcounts
    .filter((headcount) => headcount.unitId === unitId && headcount.effectiveFrom <= day)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]
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
