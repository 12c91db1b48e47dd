import type { Reads } from "../conversation/reads.ts"
import { foldWords } from "../text/fold.ts"

/** Whoever of a unit bears just this name, agreed to be kept, and can be told; two of one name are nobody. */
export async function authorsKnown(unitIds: readonly string[], reads: Pick<Reads, "reachableIn">) {
  const people = await reads.reachableIn([...new Set(unitIds)])
  const keyOf = (unitId: string, name: string) => `${unitId} ${foldWords(name)}`
  const byKey = Map.groupBy(people, ({ unitId, name }) => keyOf(unitId, name))
  return (unitId: string, name: string) => {
    const fitting = byKey.get(keyOf(unitId, name)) ?? []
    return fitting.length === 1 ? fitting[0] : undefined
  }
}
