import type { LocalDate } from "../clock.ts"
import { foldWords } from "../text/fold.ts"

/** open; closed for good; or merged, and then its parent is the unit it was merged into. */
export type UnitState = "open" | "closed" | "merged"

/** A unit as it is stored: what holds today. */
export type StoredUnit = {
  readonly id: string
  readonly federationId: string
  readonly code: string
  readonly name: string
  readonly nameKey: string
  readonly level: string
  readonly parentId: string | null
  /** Ids from the root down to the unit itself. */
  readonly path: readonly string[]
  /** The earliest day it was ever known from. */
  readonly effectiveFrom: LocalDate
  readonly state: UnitState
}

/** What a unit is from a day on, until its next version; its first one also held before. */
export type UnitVersion = {
  readonly unitId: string
  readonly effectiveFrom: LocalDate
  readonly name: string
  readonly level: string
  /** null: a root. Of a merged unit: the unit it was merged into. */
  readonly parentId: string | null
  readonly state: UnitState
}

/** A headcount and the day from which it is in force. */
export type StoredHeadcount = {
  readonly unitId: string
  readonly effectiveFrom: LocalDate
  readonly members: number
  readonly workers: number
}

/** Another name a unit is known by. */
export type UnitAlias = { readonly unitId: string; readonly alias: string }

/** The parents of some units go round in a circle on a day. */
export class UnitCircleError extends Error {
  constructor(codes: readonly string[], day: LocalDate) {
    super(`On ${day} the parents of these units would go round in a circle: ${codes.join(" → ")}.`)
    this.name = "UnitCircleError"
  }
}

/** Versions of each unit, earliest first. */
export function versionsByUnit(versions: readonly UnitVersion[]): Map<string, UnitVersion[]> {
  const byUnit = new Map<string, UnitVersion[]>()
  for (const version of versions.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))) {
    const known = byUnit.get(version.unitId)
    if (known === undefined) byUnit.set(version.unitId, [version])
    else known.push(version)
  }
  return byUnit
}

/** The version in force on a day: the latest one begun, before all of them the first. */
export function versionOn(versions: readonly UnitVersion[], day: LocalDate): UnitVersion | undefined {
  return versions.findLast((version) => version.effectiveFrom <= day) ?? versions[0]
}

/**
 * Units as they are on a day, with their paths. A unit without versions stays as it is. Throws `UnitCircleError` when
 * parents go round in a circle.
 */
export function treeOn(
  units: readonly StoredUnit[],
  versions: ReadonlyMap<string, readonly UnitVersion[]>,
  day: LocalDate,
): StoredUnit[] {
  const onDay = new Map(
    units.map((unit) => {
      const version = versionOn(versions.get(unit.id) ?? [], day)
      if (version === undefined) return [unit.id, unit]
      const { name, level, parentId, state } = version
      return [unit.id, { ...unit, name, nameKey: foldWords(name), level, parentId, state }]
    }),
  )
  const paths = new Map<string, readonly string[]>()
  const pathOf = (id: string): readonly string[] => {
    // Up to the first known path, then down again: no recursion, whatever the depth.
    const way: string[] = []
    let at: string | null = id
    while (at !== null && !paths.has(at)) {
      if (way.includes(at)) {
        const circle = way.slice(way.indexOf(at))
        throw new UnitCircleError(
          circle.map((each) => onDay.get(each)?.code ?? each),
          day,
        )
      }
      way.push(at)
      at = onDay.get(at)?.parentId ?? null
    }
    let path = at === null ? [] : (paths.get(at) ?? [])
    for (const each of way.toReversed()) {
      path = [...path, each]
      paths.set(each, path)
    }
    return paths.get(id) ?? [id]
  }
  return [...onDay.values()].map((unit) => {
    const path = pathOf(unit.id)
    return { ...unit, path, federationId: path[0] ?? unit.id }
  })
}

/** Whether a unit is stored exactly so. */
export function sameUnit(before: StoredUnit | undefined, after: StoredUnit): boolean {
  return (
    before !== undefined &&
    before.name === after.name &&
    before.nameKey === after.nameKey &&
    before.level === after.level &&
    before.parentId === after.parentId &&
    before.federationId === after.federationId &&
    before.effectiveFrom === after.effectiveFrom &&
    before.state === after.state &&
    before.path.join() === after.path.join()
  )
}
