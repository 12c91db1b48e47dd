import type { Person } from "../conversation/context.ts"
import type { Reads } from "../conversation/reads.ts"
import { mayAct, type UnitRef } from "../people/role.ts"
import { clean, foldWords } from "../text/fold.ts"
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
  const text = clean(typed)
  return text.length <= LONGEST_PART && (PART.test(text) || UNMARKED.test(text))
}

/** "công ty may tng, tổ may 3": the union, without the part of it that somebody works in. */
export function withoutParts(typed: string): string {
  const pieces = typed.split(/\s*[,;]\s*|\s+[-–]\s+/u).filter((piece) => piece !== "")
  const [only, another] = pieces.filter((piece) => !isPartOfUnit(piece))
  return pieces.length > 1 && only !== undefined && another === undefined ? only : typed
}

const LONGEST_PART = 40
const PART =
  /^(?:chuyền|tổ|phòng|xưởng|phân xưởng|khoa|ca|đội|bộ phận|bp|lớp|kho|line|px)(?:\s+[\p{L}\p{M}\p{N}]+){1,5}$|^kho$/iu
/** Without its marks it may be anything: "doi y roi". */
const UNMARKED =
  /^(?:chuyen|to|phong|xuong|phan xuong|doi|bo phan|lop)(?:\s+(?:may|san xuat|sx))?\s+\d{1,2}$/iu

function byCodeOrName(units: Units): UnitByName {
  const byName = Map.groupBy(units, ({ nameKey }) => nameKey)
  const byCode = new Map(units.map((unit) => [foldWords(unit.code), unit]))
  return (typed) => {
    const key = foldWords(typed)
    const named = byName.get(key) ?? []
    return byCode.get(key) ?? (named.length === 1 ? named[0] : undefined)
  }
}
