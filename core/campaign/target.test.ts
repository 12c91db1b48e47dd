import fc from "fast-check"
import { expect, test } from "vitest"
import { aCampaign } from "../tally/testing.ts"
import { splitGoal, targets, wholeTargets } from "./target.ts"
import { childrenOf, type Unit, unitTree } from "./unit.ts"

const goals = fc.integer({ min: 0, max: 1_000_000_000 })
const weights = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 60 })

test("parts sum to the goal and each is within one of its exact share", () => {
  fc.assert(
    fc.property(goals, weights, (goal, list) => {
      const total = list.reduce((sum, weight) => sum + weight, 0)
      const parts = splitGoal(goal, list)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total === 0 ? 0 : goal)
      for (const [index, part] of parts.entries()) {
        const exact = total === 0 ? 0 : Number((BigInt(goal) * BigInt(list[index] ?? 0)) / BigInt(total))
        expect(part === exact || part === exact + 1).toBe(true)
        if (list[index] === 0) expect(part).toBe(0)
      }
    }),
  )
})

test("the shares of 5,000 and 11,000 are those of the researched table", () => {
  const members = [
    12500, 4800, 6900, 5600, 2900, 4300, 7400, 3600, 2500, 21500, 4200, 6800, 5400, 6200, 2600, 1900, 1500,
    9400,
  ]
  expect(splitGoal(5000, members)).toEqual([
    568, 218, 314, 255, 132, 196, 336, 164, 114, 977, 191, 309, 245, 282, 118, 86, 68, 427,
  ])
  expect(splitGoal(11_000, members)).toEqual(members.map((count) => count / 10))
})

test("ties go to the earlier place", () => {
  expect(splitGoal(1, [1, 1])).toEqual([1, 0])
  expect(splitGoal(2, [1, 3])).toEqual([1, 1])
  expect(splitGoal(3, [1, 1, 1, 1])).toEqual([1, 1, 1, 0])
})

test("a negative or fractional number is refused with its value", () => {
  expect(() => splitGoal(1.5, [1])).toThrow("1.5")
  expect(() => splitGoal(1, [-1])).toThrow("-1")
})

function unit(id: string, parentId: string | null, members: number | null): Unit {
  const headcount = members === null ? null : { members, workers: members }
  return {
    id,
    federationId: "r",
    code: id,
    name: id,
    level: "upper",
    parentId,
    effectiveFrom: "2021-09-01",
    state: "open",
    headcount,
  }
}

test("targets add up to the parent's at every level of any tree", () => {
  const trees = fc.array(
    fc.record({ parent: fc.nat(), members: fc.option(fc.integer({ min: 0, max: 5000 })) }),
    { minLength: 1, maxLength: 40 },
  )
  fc.assert(
    fc.property(trees, goals, (nodes, goal) => {
      const units = [
        unit("r", null, null),
        ...nodes.map((node, index) =>
          unit(`u${index}`, index === 0 ? "r" : `u${node.parent % index}`, node.members),
        ),
      ]
      const tree = unitTree(units)
      const result = targets({ tree, rootId: "r", base: "members_and_workers" }, goal)
      expect(result.get("r")?.target).toBe(goal)
      const anybody = units.some((one) => (one.headcount?.members ?? 0) > 0)
      for (const one of units) {
        const { target, own } = result.get(one.id) ?? { target: null, own: null }
        const below = childrenOf(tree, one.id).map((child) => result.get(child.id)?.target ?? 0)
        const sum = below.reduce((total, part) => total + part, own ?? 0)
        expect(sum).toBe(anybody || one.id !== "r" ? (target ?? 0) : 0)
      }
    }),
  )
})

test("without any headcount only the root has a target", () => {
  const tree = unitTree([unit("r", null, null), unit("a", "r", 0)])
  const result = targets({ tree, rootId: "r", base: "members" }, 100)
  expect(result.get("r")).toEqual({ target: 100, own: null })
  expect(result.get("a")).toEqual({ target: null, own: null })
})

test("the base of the quota decides whether workers count", () => {
  const tree = unitTree([
    unit("r", null, null),
    { ...unit("a", "r", 0), headcount: { members: 10, workers: 30 } },
    { ...unit("b", "r", 0), headcount: { members: 10, workers: 0 } },
  ])
  expect(targets({ tree, rootId: "r", base: "members" }, 100).get("a")?.target).toBe(50)
  expect(targets({ tree, rootId: "r", base: "members_and_workers" }, 100).get("a")?.target).toBe(80)
})

test("an assigned target is the unit's alone: those below share it, nobody beside it gets another", () => {
  const tree = unitTree([
    unit("r", null, null),
    unit("a", "r", null),
    unit("b", "r", 30),
    unit("a1", "a", 20),
    unit("a2", "a", 10),
  ])
  const assigned = new Map([["a", { amount: 70, from: "2026-07-01", reason: undefined }]])
  const result = targets({ tree, rootId: "r", base: "members" }, 60, assigned)
  expect(["r", "a", "a1", "a2", "b"].map((id) => result.get(id)?.target)).toEqual([60, 70, 47, 23, 30])
})

test("what was assigned for a phase counts in the whole campaign's target too", () => {
  const tree = unitTree([unit("r", null, null), unit("a", "r", 10), unit("b", "r", 10)])
  const set = {
    assigned: new Map([["gd1", new Map([["a", { amount: 3000, from: "2021-09-01", reason: undefined }]])]]),
    pledged: new Map(),
  }
  const campaign = aCampaign(5000)
  expect(wholeTargets(tree, "r", campaign, set).get("a")?.target).toBe(8000)
  expect(wholeTargets(tree, "r", campaign, set).get("b")?.target).toBe(7500)
  const cumulative = { ...campaign, goalCounting: "cumulative" as const }
  expect(wholeTargets(tree, "r", cumulative, set).get("a")?.target).toBe(5000)
})
