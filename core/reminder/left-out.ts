import { isOfKind, kindAsked } from "../campaign/unit-kind.ts"
import type { Person } from "../conversation/context.ts"
import type { Reads } from "../conversation/reads.ts"
import { findUnit } from "../intake/unit-search.ts"
import { mayAct, type UnitRef } from "../people/role.ts"
import { quote } from "../text/cut.ts"
import { fold } from "../text/fold.ts"
import type { UnitRead } from "./read.ts"

type KnownUnit = Awaited<ReturnType<Reads["units"]>>[number]

/** The units that are left out, none of them below another; `said` is how an officer would say so again. */
export type LeftOut = { readonly without: readonly UnitRef[]; readonly said: string }

type Problem = { readonly problem: string; readonly args: Readonly<Record<string, string>> }

/**
 * "trừ KCN", "trừ trường học", "trừ các đơn vị Samsung": a unit with all below it, every unit of a kind, or every one that has the words in
 * its name. Of those at or below `within`, the officer's own; what fits none of them is a problem to be told.
 */
export async function leftOut(
  reads: Reads,
  person: Person,
  leaves: readonly UnitRead[],
  within: readonly UnitRef[],
): Promise<LeftOut | Problem> {
  const units = await reads.units()
  const own = units.filter(
    ({ path, ...unit }) =>
      mayAct(person.grants, "officer", { path, ...unit }) && within.some(({ id }) => path.includes(id)),
  )
  const found: UnitRef[] = []
  const said: string[] = []
  for (const each of leaves) {
    if ("id" in each) {
      const unit = await reads.unit(each.id)
      if (unit === undefined || !mayAct(person.grants, "officer", unit))
        return { problem: "remind-outside", args: { unit: unit?.name ?? "" } }
      found.push(unit)
      said.push(unit.name)
      continue
    }
    const asked = kindAsked(each.typed)
    if (asked?.several === true && asked.kind === undefined) return { problem: "kinds-known", args: {} }
    const meant = asked === undefined ? named(each.typed, own) : ofKind(asked, own, units)
    if (meant.length === 0) return { problem: "remind-leaves-none", args: { typed: quote(each.typed) } }
    found.push(...meant)
    said.push(each.typed)
  }
  const ids = new Set(found.map(({ id }) => id))
  const highest = found.filter(({ path }) => !path.slice(0, -1).some((id) => ids.has(id)))
  const without = [
    ...new Map(highest.map(({ id, code, name, path }) => [id, { id, code, name, path }])).values(),
  ]
  return { without, said: said.length === 0 ? "nobody" : said.join(", ") }
}

function ofKind(
  { kind, place }: NonNullable<ReturnType<typeof kindAsked>>,
  own: readonly KnownUnit[],
  units: readonly KnownUnit[],
): readonly KnownUnit[] {
  const at = place === "" ? undefined : findUnit(place, units)
  if (kind === undefined || (at !== undefined && at.kind !== "sure")) return []
  return own.filter((unit) => isOfKind(unit, kind) && (at === undefined || unit.path.includes(at.id)))
}

const UNITS_CALLED = /^(?:(?:cac|nhung|may|tat ca|toan bo|don vi|dv|nhom|co|chu|ten|goi la) )+(?=\S)/

/** Whose names have the words as they were typed; where there is none, those with the same letters under other marks. */
function named(typed: string, own: readonly KnownUnit[]): readonly KnownUnit[] {
  const raw = typed.toLowerCase().split(/\s+/)
  const count = typed.length === 0 ? 0 : fold(typed).replace(UNITS_CALLED, "").split(" ").length
  const words = raw.slice(-count).join(" ")
  const having = (look: (words: string) => string) => {
    const sought = ` ${look(words)} `
    return own.filter(({ name }) =>
      ` ${look(name.toLowerCase()).replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(sought),
    )
  }
  const exact = having((text) => text)
  return exact.length > 0 ? exact : having(fold)
}
