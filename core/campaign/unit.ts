import type { LocalDate } from "../clock.ts"
import { fold } from "../text/fold.ts"
import type { UnitState } from "./unit-history.ts"

/** Levels of the union from the top down (Luật Công đoàn 2024: four levels; section and group lie inside a grassroots union). */
export const UNIT_LEVELS = ["central", "province", "upper", "grassroots", "section", "group"] as const

/** One level of the union. */
export type UnitLevel = (typeof UNIT_LEVELS)[number]

/** Members and workers of a unit itself, without the units below it. */
export type Headcount = { readonly members: number; readonly workers: number }

/** A unit of the union as it is on the day it was asked for, with the headcount in force then. */
export type Unit = {
  readonly id: string
  /** Id of its root unit. */
  readonly federationId: string
  readonly code: string
  readonly name: string
  readonly level: string
  /** null: a root. */
  readonly parentId: string | null
  readonly effectiveFrom: LocalDate
  readonly state: UnitState
  /** null: none in force on that day. */
  readonly headcount: Headcount | null
}

/** Units by id and by parent. Children are in the order given. */
export type UnitTree = {
  readonly byId: ReadonlyMap<string, Unit>
  readonly childrenOf: ReadonlyMap<string, readonly Unit[]>
}

/** Two codes with the same key are the same code: case and marks do not matter. */
export function codeKey(code: string): string {
  return fold(code)
}

const TREES = new WeakMap<readonly Unit[], UnitTree>()

/** Indexes units as a tree, once for each list. A parent that is not among them is ignored. */
export function unitTree(units: readonly Unit[]): UnitTree {
  const known = TREES.get(units)
  if (known !== undefined) return known
  const childrenOf = new Map<string, Unit[]>()
  for (const unit of units) {
    if (unit.parentId === null) continue
    const siblings = childrenOf.get(unit.parentId)
    if (siblings === undefined) childrenOf.set(unit.parentId, [unit])
    else siblings.push(unit)
  }
  const tree = { byId: new Map(units.map((unit) => [unit.id, unit])), childrenOf }
  TREES.set(units, tree)
  return tree
}

/** The units directly below a unit, in the tree's order, closed ones too: what was recorded at them still counts. */
export function childrenOf(tree: UnitTree, unitId: string): readonly Unit[] {
  return tree.childrenOf.get(unitId) ?? []
}

/** Ids of a unit and everything below it. */
export function subtreeIds(tree: UnitTree, unitId: string): string[] {
  const ids = [unitId]
  // The list grows while it is walked: breadth first without recursion, whatever the depth.
  for (const id of ids) for (const child of childrenOf(tree, id)) ids.push(child.id)
  return ids
}

/** A unit in a list: how many stand below it, and how many people it has with all of them. */
export type UnitView = {
  readonly code: string
  readonly name: string
  readonly units: number
  readonly members: number
  readonly workers: number
}

/** The unit with everything below it, closed ones left out. */
export function unitView(tree: UnitTree, { id, code, name }: Unit): UnitView {
  const standing = subtreeIds(tree, id)
    .map((each) => tree.byId.get(each))
    .filter((unit) => unit?.state === "open")
  const people = (kind: keyof Headcount) =>
    standing.reduce((sum, unit) => sum + (unit?.headcount?.[kind] ?? 0), 0)
  return { code, name, units: standing.length - 1, members: people("members"), workers: people("workers") }
}
