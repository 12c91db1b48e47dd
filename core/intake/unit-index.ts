import { fold } from "../text/fold.ts"
import { COMMON, tokens } from "./unit-words.ts"

/** A unit that can be searched for; `nameKey` is `foldWords(name)`. With `path` the names of the units above it may be typed too. */
export type SearchableUnit = {
  readonly id: string
  readonly code: string
  readonly nameKey: string
  /** Other names, former ones among them, folded in the same way. */
  readonly alsoKeys?: readonly string[]
  /** Ids from the root down to the unit itself. */
  readonly path?: readonly string[]
}

/** One name of a unit, as it is compared. */
export type Indexed = {
  readonly id: string
  readonly tokens: readonly string[]
  /** The tokens of the units above that are not its own. */
  readonly above: ReadonlySet<string>
}

/** All units of one list, by what may be typed of them. */
export type Index = {
  readonly byCode: ReadonlyMap<string, readonly string[]>
  readonly byName: ReadonlyMap<string, readonly string[]>
  readonly weightOf: ReadonlyMap<string, number>
  /** The units that have a token. */
  readonly having: ReadonlyMap<string, readonly Indexed[]>
  /** The federation above all others; undefined where several units, or none, stand under no other. */
  readonly root: Indexed | undefined
}

const INDEXES = new WeakMap<readonly SearchableUnit[], Index>()

/** Built once for each list: `reads.units()` hands the same array out as long as no unit changes. */
export function indexOf(list: readonly SearchableUnit[]): Index {
  const known = INDEXES.get(list)
  if (known !== undefined) return known
  const units = list.map(({ id, code, nameKey, alsoKeys = [], path = [] }) => ({
    id,
    code,
    path,
    names: [nameKey, ...alsoKeys.filter((key) => key !== nameKey)],
  }))
  const tokensOf = new Map(units.map(({ id, names }) => [id, tokens(names[0] ?? "")]))
  const indexed = units.flatMap(({ id, path, names }) => {
    const above = path.slice(0, -1).flatMap((one) => tokensOf.get(one) ?? [])
    return names.map((name): Indexed => {
      const own = tokens(name)
      return { id, tokens: own, above: new Set(above.filter((token) => !own.includes(token))) }
    })
  })
  const having = new Map<string, Indexed[]>()
  for (const unit of indexed) {
    for (const token of new Set(unit.tokens)) {
      const others = having.get(token)
      if (others === undefined) having.set(token, [unit])
      else others.push(unit)
    }
  }
  const roots = units.filter(({ path }) => path.length === 1)
  const index: Index = {
    having,
    root: roots.length === 1 ? indexed.find(({ id }) => id === roots[0]?.id) : undefined,
    byCode: grouped(units, (unit) => [compact(unit.code)]),
    byName: grouped(units, (unit) => [...new Set(unit.names.map((name) => tokens(name).join(" ")))]),
    weightOf: new Map(
      [...having].map(([token, { length: n }]) => [
        token,
        COMMON.has(token) ? 0.1 : 1 + Math.log(indexed.length / n) / 4,
      ]),
    ),
  }
  INDEXES.set(list, index)
  return index
}

function grouped<Unit extends { readonly id: string }>(
  units: readonly Unit[],
  keysOf: (unit: Unit) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const unit of units) {
    for (const key of keysOf(unit)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [unit.id])
      else group.push(unit.id)
    }
  }
  return groups
}

/** "KCN-01", "kcn 01" and "KCN01" are one code. */
export function compact(code: string): string {
  return fold(code).replace(/[^\p{L}\p{N}]+/gu, "")
}
