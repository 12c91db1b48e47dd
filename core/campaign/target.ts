import type { Campaign } from "./campaign.ts"
import { childrenOf, type Unit, type UnitTree } from "./unit.ts"

/** What a unit has to reach. `own` is the part for what is registered at the unit itself; null: no headcount, no target. */
export type Target = { readonly target: number | null; readonly own: number | null }

/**
 * Splits a goal by the largest remainder: every part is its exact share rounded down, and what is left goes one by one
 * to the larger remainder, then the earlier place (so the table in reference/domain.md §4.3 comes out). Parts sum to `goal` exactly, unless all
 * weights are 0: then all parts are 0. Throws `RangeError` for a negative or fractional goal or weight.
 */
export function splitGoal(goal: number, weights: readonly number[]): number[] {
  for (const value of [goal, ...weights]) {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`A goal and its weights must be whole numbers from 0, got ${value}.`)
    }
  }
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total === 0n) return weights.map(() => 0)
  const shares = weights.map((weight, index) => {
    const product = BigInt(goal) * BigInt(weight)
    return { index, part: product / total, remainder: product % total }
  })
  let left = BigInt(goal) - shares.reduce((sum, share) => sum + share.part, 0n)
  const parts = shares.map((share) => Number(share.part))
  const byClaim = shares.toSorted(
    (a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder) || a.index - b.index,
  )
  for (const { index } of byClaim) {
    if (left === 0n) break
    parts[index] = (parts[index] ?? 0) + 1
    left -= 1n
  }
  return parts
}

const SPLITS = new WeakMap<UnitTree, Map<string, ReadonlyMap<string, Target>>>()

/**
 * Targets of every unit under `rootId` for one goal, by headcount (`quota.base`). The goal is split at each level over the
 * units directly below (and the unit's own headcount, when it has one), so parts add up to the parent's target
 * everywhere and each unit is within 1 of its exact share of its parent. The root's target is the goal itself. Split once
 * for each tree.
 */
export function targets(
  tree: UnitTree,
  rootId: string,
  goal: number,
  base: Campaign["quota"]["base"],
): ReadonlyMap<string, Target> {
  const splits = SPLITS.get(tree) ?? new Map<string, ReadonlyMap<string, Target>>()
  SPLITS.set(tree, splits)
  const key = `${rootId} ${goal} ${base}`
  const known = splits.get(key) ?? split(tree, rootId, goal, base)
  splits.set(key, known)
  return known
}

function split(
  tree: UnitTree,
  rootId: string,
  goal: number,
  base: Campaign["quota"]["base"],
): ReadonlyMap<string, Target> {
  const weights = subtreeWeights(tree, rootId, base)
  const result = new Map<string, Target>()
  const pending: [string, number | null][] = [[rootId, goal]]
  for (const [id, target] of pending) {
    const children = childrenOf(tree, id)
    const ownWeight = weightOf(tree.byId.get(id), base)
    const parts = [ownWeight, ...children.map((child) => weights.get(child.id) ?? 0)]
    const shares = splitGoal(target ?? 0, parts)
    result.set(id, { target, own: ownWeight > 0 ? (shares[0] ?? 0) : null })
    for (const [index, child] of children.entries()) {
      pending.push([child.id, (parts[index + 1] ?? 0) > 0 ? (shares[index + 1] ?? 0) : null])
    }
  }
  return result
}

function weightOf(unit: Unit | undefined, base: Campaign["quota"]["base"]): number {
  if (unit === undefined || unit.headcount === null) return 0
  return unit.headcount.members + (base === "members" ? 0 : unit.headcount.workers)
}

function subtreeWeights(
  tree: UnitTree,
  rootId: string,
  base: Campaign["quota"]["base"],
): Map<string, number> {
  const order = [rootId]
  for (const id of order) for (const child of childrenOf(tree, id)) order.push(child.id)
  const weights = new Map<string, number>()
  for (const id of order.toReversed()) {
    const below = childrenOf(tree, id).reduce((sum, child) => sum + (weights.get(child.id) ?? 0), 0)
    weights.set(id, weightOf(tree.byId.get(id), base) + below)
  }
  return weights
}
