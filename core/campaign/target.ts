import type { LocalDate } from "../clock.ts"
import { type Campaign, wholeGoal } from "./campaign.ts"
import { childrenOf, subtreeIds, type Unit, type UnitTree } from "./unit.ts"

/** What a unit has to reach. `own` is the part for what is registered at the unit itself; null: no headcount, no target. */
export type Target = { readonly target: number | null; readonly own: number | null }

/**
 * Splits a goal by the largest remainder: every part is its exact share rounded down, and what is left goes one by one
 * to the larger remainder, then the earlier place. Parts sum to `goal` exactly, unless all weights are 0: then all parts are 0.
 * Throws `RangeError` for a negative or fractional goal or weight.
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

/** Whether a target was given from above, or is the unit's own promise. */
export type TargetKind = "assigned" | "pledged"

/** A target that an officer set: in force from a day on, with the reason given. */
export type SetTarget = {
  readonly amount: number
  readonly from: LocalDate
  readonly reason: string | undefined
}

/** Targets that officers set, by kind, phase code and unit id, as they are in force on a day. */
export type SetTargets = Readonly<Record<TargetKind, ReadonlyMap<string, ReadonlyMap<string, SetTarget>>>>

const NONE_SET: ReadonlyMap<string, SetTarget> = new Map()

/** Targets by unit id, split as far down as they are asked for; undefined for a unit that is not among those split over. */
export type Targets = Pick<ReadonlyMap<string, Target>, "get">

/** Whom a goal is split over: the unit `rootId` and all below it, by the headcounts that count for `base`. */
export type Sharers = {
  readonly tree: UnitTree
  readonly rootId: string
  readonly base: Campaign["quota"]["base"]
}

type Splits = WeakMap<ReadonlyMap<string, SetTarget>, Map<string, Targets>>
const SPLITS = new WeakMap<UnitTree, Splits>()

/**
 * Targets of every sharer for one goal. The goal is split at each level over the
 * units directly below (and the unit's own headcount, when it has one), so parts add up to the parent's target
 * everywhere and each unit is within 1 of its exact share of its parent. The root's target is the goal itself. A unit in
 * `assigned` has that target instead, and what stands below it shares that; nobody else's changes, for it was announced
 * to them. Split once for each tree.
 */
export function targets(
  sharers: Sharers,
  goal: number,
  assigned: ReadonlyMap<string, SetTarget> = NONE_SET,
): Targets {
  const { tree, rootId, base } = sharers
  const ofTree: Splits = SPLITS.get(tree) ?? new WeakMap()
  SPLITS.set(tree, ofTree)
  const splits = ofTree.get(assigned) ?? new Map<string, Targets>()
  ofTree.set(assigned, splits)
  const key = `${rootId} ${goal} ${base}`
  const known = splits.get(key) ?? split(sharers, goal, assigned)
  splits.set(key, known)
  return known
}

/**
 * Targets of the whole campaign: its goal split, and what was assigned for a phase more or less than its part counts here
 * too. Where goals are cumulative the last phase's stands for the whole.
 */
export function wholeTargets(tree: UnitTree, rootId: string, campaign: Campaign, set: SetTargets): Targets {
  const sharers = { tree, rootId, base: campaign.quota.base }
  const whole = targets(sharers, wholeGoal(campaign))
  const phases = campaign.goalCounting === "cumulative" ? campaign.phases.slice(-1) : campaign.phases
  const changed = phases.filter(({ code }) => set.assigned.has(code))
  if (changed.length === 0) return whole
  return {
    get: (id) => {
      const unchanged = whole.get(id)
      if (unchanged === undefined) return undefined
      const more = (part: keyof Target) =>
        changed.reduce((sum, { code, goal }) => {
          const assigned = targets(sharers, goal, set.assigned.get(code)).get(id)?.[part] ?? 0
          return sum + assigned - (targets(sharers, goal).get(id)?.[part] ?? 0)
        }, 0)
      const { target, own } = unchanged
      const added = more("target")
      return {
        target: target === null && added === 0 ? null : Math.max(0, (target ?? 0) + added),
        own: own === null ? null : Math.max(0, own + more("own")),
      }
    },
  }
}

function split(sharers: Sharers, goal: number, assigned: ReadonlyMap<string, SetTarget>): Targets {
  const { tree, rootId, base } = sharers
  const weights = subtreeWeights(sharers)
  /** What the unit above leaves to each, and what each keeps for what is registered at itself, as far as it was shared out. */
  const parts = new Map<string, number>()
  const owns = new Map<string, number>()

  function targetOf(id: string): number | null {
    const given = assigned.get(id)?.amount
    if (given !== undefined) return given
    if (id === rootId) return goal
    const parentId = tree.byId.get(id)?.parentId
    if (parentId === null || parentId === undefined || weights.get(id) === 0) return null
    shareOut(parentId)
    return parts.get(id) ?? null
  }

  function shareOut(id: string): void {
    if (owns.has(id)) return
    const target = targetOf(id) ?? 0
    const below = childrenOf(tree, id)
    const claims = [weightOf(tree.byId.get(id), base), ...below.map((child) => weights.get(child.id) ?? 0)]
    const [own = 0, ...rest] = below.length === 0 ? [target] : splitGoal(target, claims)
    owns.set(id, own)
    for (const [place, child] of below.entries()) parts.set(child.id, rest[place] ?? 0)
  }

  return {
    get: (id) => {
      if (!weights.has(id)) return undefined
      return {
        target: targetOf(id),
        // A tally asks for the targets of a hundred units and for the own part of one.
        get own() {
          if (weightOf(tree.byId.get(id), base) === 0) return null
          shareOut(id)
          return owns.get(id) ?? null
        },
      }
    },
  }
}

function weightOf(unit: Unit | undefined, base: Sharers["base"]): number {
  if (unit === undefined || unit.headcount === null) return 0
  return unit.headcount.members + (base === "members" ? 0 : unit.headcount.workers)
}

function subtreeWeights(sharers: Sharers): ReadonlyMap<string, number> {
  const { tree, rootId, base } = sharers
  const ofTree = WEIGHTS.get(tree) ?? new Map<string, ReadonlyMap<string, number>>()
  WEIGHTS.set(tree, ofTree)
  const key = `${rootId} ${base}`
  const known = ofTree.get(key) ?? weigh(sharers)
  ofTree.set(key, known)
  return known
}

const WEIGHTS = new WeakMap<UnitTree, Map<string, ReadonlyMap<string, number>>>()

function weigh({ tree, rootId, base }: Sharers): ReadonlyMap<string, number> {
  const order = subtreeIds(tree, rootId)
  const weights = new Map<string, number>()
  for (const id of order.toReversed()) {
    const below = childrenOf(tree, id).reduce((sum, child) => sum + (weights.get(child.id) ?? 0), 0)
    weights.set(id, weightOf(tree.byId.get(id), base) + below)
  }
  return weights
}
