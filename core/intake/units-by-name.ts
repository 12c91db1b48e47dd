import type { Person } from "../conversation/context.ts"
import type { Reads } from "../conversation/reads.ts"
import { mayAct, type UnitRef } from "../people/role.ts"
import { foldWords } from "../text/fold.ts"
import { findUnit } from "./unit-search.ts"

/** The unit that a typed code or name means; undefined when there is none, or more than one. */
export type UnitByName = (typed: string) => UnitRef | undefined
type Units = Awaited<ReturnType<Reads["units"]>>

/**
 * Units by their code or whole name, the person's own before others; a column of a table may name one of their own less exactly.
 * What two are called is the name of neither.
 */
export function unitsByName(
  units: Units,
  person: Person,
): { readonly exact: UnitByName; readonly near: UnitByName } {
  const own = units.filter((unit) => mayAct(person.grants, "support", unit))
  const ours = byCodeOrName(own)
  const all = byCodeOrName(units)
  const near = (typed: string) => {
    const found = findUnit(typed, own)
    return ours(typed) ?? (found.kind === "sure" ? own.find(({ id }) => id === found.id) : all(typed))
  }
  return { exact: (typed) => ours(typed) ?? all(typed), near }
}

function byCodeOrName(units: Units): UnitByName {
  const byName = Map.groupBy(units, ({ nameKey }) => nameKey)
  const byCode = new Map(units.map((unit) => [foldWords(unit.code), unit]))
  return (typed) => {
    const key = foldWords(typed)
    const named = byName.get(key) ?? []
    return byCode.get(key) ?? (named.length === 1 ? named[0] : undefined)
  }
}
