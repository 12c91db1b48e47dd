import type { Person } from "../conversation/context.ts"
import type { Reads } from "../conversation/reads.ts"
import { mayAct, type UnitRef } from "../people/role.ts"
import { clean, fold, foldWords } from "../text/fold.ts"
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
  const [only, another] = own
  const near = (typed: string) => {
    const found = findUnit(typed, own)
    const named = ours(typed) ?? (found.kind === "sure" ? own.find(({ id }) => id === found.id) : all(typed))
    // Whoever acts for one unit alone tells by its parts where in it somebody works.
    return named ?? (another === undefined && isPartOfUnit(typed) ? only : undefined)
  }
  return { exact: (typed) => ours(typed) ?? all(typed), near }
}

/** "chuyền 3", "tổ cơ điện": no unit of the union by itself. */
export function isPartOfUnit(typed: string): boolean {
  return typed.length <= LONGEST_PART && PART.test(fold(clean(typed)))
}

const LONGEST_PART = 40
const PART =
  /^(?:chuyen|to|phong|xuong|phan xuong|khoa|ca|doi|bo phan|bp|lop|kho|line|ban|px)(?: [a-z0-9]+){1,5}$/

function byCodeOrName(units: Units): UnitByName {
  const byName = Map.groupBy(units, ({ nameKey }) => nameKey)
  const byCode = new Map(units.map((unit) => [foldWords(unit.code), unit]))
  return (typed) => {
    const key = foldWords(typed)
    const named = byName.get(key) ?? []
    return byCode.get(key) ?? (named.length === 1 ? named[0] : undefined)
  }
}
