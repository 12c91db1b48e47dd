import fc from "fast-check"
import { expect, test } from "vitest"
import { campaignOf } from "../campaign/campaign.ts"
import { type Unit, unitTree } from "../campaign/unit.ts"
import { isoLocal } from "../clock.ts"
import { paceOf } from "./pace.ts"
import { type Period, planTally, spansOf } from "./plan.ts"
import { makeTally, type TallyInput, type UnitCounts } from "./tally.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const file = {
  code: "1tsk",
  name: "1 triệu sáng kiến",
  unit: "r",
  starts_on: "2021-09-01",
  ends_on: "2023-09-01",
  phases: [
    { code: "gd1", name: "Giai đoạn 1", starts_on: "2021-09-01", ends_on: "2022-05-31", goal: 5000 },
    { code: "gd2", name: "Giai đoạn 2", starts_on: "2022-06-01", ends_on: "2023-09-01", goal: 11000 },
  ],
  peak_periods: [
    { code: "cd1", name: "Tuần cao điểm", starts_on: "2022-03-31", ends_on: "2022-04-08", goal: 1500 },
  ],
}
const campaign = campaignOf(file)
const cumulative = campaignOf({ ...file, goal_counting: "cumulative" })
const at = (text: string) => Date.parse(`${text}+07:00`)

function bounds(period: Period, moment: string, of = campaign) {
  const { from, to } = planTally(of, { period, at: at(moment) }, ZONE)
  return [isoLocal(from, ZONE).slice(0, 16), isoLocal(to, ZONE).slice(0, 16)]
}

test("a week runs from the last closing; exactly at a closing it is the week that ends there", () => {
  expect(bounds("week", "2022-04-21T08:00")).toEqual(["2022-04-15T16:00", "2022-04-21T08:00"])
  expect(bounds("week", "2022-04-22T16:00")).toEqual(["2022-04-15T16:00", "2022-04-22T16:00"])
  expect(bounds("week", "2022-04-22T16:01")).toEqual(["2022-04-22T16:00", "2022-04-22T16:01"])
})

test("no period reaches back before the campaign", () => {
  expect(bounds("week", "2021-09-02T10:00")).toEqual(["2021-09-01T00:00", "2021-09-02T10:00"])
  expect(bounds("month", "2021-09-20T10:00")).toEqual(["2021-09-01T00:00", "2021-09-20T10:00"])
  expect(() => bounds("week", "2021-08-31T23:59")).toThrow("starts on 2021-09-01")
  expect(bounds("phase", "2021-09-01T00:00")).toEqual(["2021-09-01T00:00", "2021-09-01T00:00"])
})

test("a phase asked at its last instant is that phase, later it is the next, after the last it stays as it ended", () => {
  expect(bounds("phase", "2022-06-01T00:00")).toEqual(["2021-09-01T00:00", "2022-06-01T00:00"])
  expect(bounds("phase", "2022-06-01T00:01")).toEqual(["2022-06-01T00:00", "2022-06-01T00:01"])
  expect(bounds("phase", "2024-01-01T00:00")).toEqual(["2022-06-01T00:00", "2023-09-02T00:00"])
})

test("a peak period is the one that runs, else the latest one", () => {
  expect(bounds("peak", "2022-04-05T12:00")).toEqual(["2022-03-31T00:00", "2022-04-05T12:00"])
  expect(bounds("peak", "2022-04-21T08:00")).toEqual(["2022-03-31T00:00", "2022-04-09T00:00"])
  expect(() => bounds("peak", "2022-03-30T08:00")).toThrow("the first one starts on 2022-03-31")
})

test("a phase's goal is held against the phase alone, or against everything when goals are cumulative", () => {
  const moment = at("2022-07-01T10:00")
  expect(planTally(campaign, { period: "week", at: moment }, ZONE).held.from).toBe(at("2022-06-01T00:00"))
  expect(planTally(cumulative, { period: "week", at: moment }, ZONE).held.from).toBe(at("2021-09-01T00:00"))
  expect(planTally(campaign, { period: "campaign", at: moment }, ZONE)).toMatchObject({
    goal: { amount: 16_000 },
  })
  expect(planTally(cumulative, { period: "campaign", at: moment }, ZONE)).toMatchObject({
    goal: { amount: 11_000 },
  })
})

test("what comes after the last phase no longer counts for its goal", () => {
  const plan = planTally(campaign, { period: "week", at: at("2023-10-01T10:00") }, ZONE)
  expect(plan.held.to).toBe(at("2023-09-02T00:00"))
  expect(plan.total.to).toBe(at("2023-10-01T10:00"))
})

test("the four spans are total, delta, held and held before", () => {
  const plan = planTally(campaign, { period: "week", at: at("2022-04-21T08:00") }, ZONE)
  const shown = spansOf(plan).map(({ from, to }) => [from, to].map((one) => isoLocal(one, ZONE).slice(0, 10)))
  expect(shown).toEqual([
    ["2021-09-01", "2022-04-21"],
    ["2022-04-15", "2022-04-21"],
    ["2021-09-01", "2022-04-21"],
    ["2021-09-01", "2022-04-15"],
  ])
})

function unit(id: string, parentId: string | null, members: number | null, name = id): Unit {
  const headcount = members === null ? null : { members, workers: 0 }
  return {
    id,
    federationId: "r",
    code: id.toUpperCase(),
    name,
    level: "upper",
    parentId,
    effectiveFrom: "2021-09-01",
    state: "open",
    headcount,
  }
}

function portal(total: number, delta = 0, before = total - delta): UnitCounts {
  const counts = (onPortal: number) => ({ registered: onPortal, recognized: onPortal, onPortal })
  return { total: counts(total), delta: counts(delta), held: counts(total), heldBefore: counts(before) }
}

function tallyOf(units: Unit[], counts: Record<string, UnitCounts>, changes: Partial<TallyInput> = {}) {
  const plan = planTally(campaign, { period: "week", at: at("2022-04-21T08:00") }, ZONE)
  return makeTally({
    plan,
    campaign,
    tree: unitTree(units),
    rootId: "r",
    unitId: "r",
    counts: new Map(Object.entries(counts)),
    corrections: 0,
    benefit: { vnd: 0, unconverted: 0 },
    zone: ZONE,
    ...changes,
  })
}

test("the pace on the morning of 21 April is 30 a day for 41 days", () => {
  const plan = planTally(campaign, { period: "phase", at: at("2022-04-21T08:00") }, ZONE)
  const tally = tallyOf([unit("r", null, 10)], { r: portal(3782) }, { plan })
  expect(tally.target).toEqual({
    assigned: 5000,
    achievedPct: 75.6,
    remaining: 1218,
    perDay: 30,
    daysLeft: 41,
  })
  expect(paceOf(plan, tally)).toMatchObject({ lastDay: "2022-05-31" })
})

test("nothing left means no pace, and neither does a phase that is over", () => {
  expect(tallyOf([unit("r", null, 10)], { r: portal(5001) }).target).toEqual({
    assigned: 5000,
    achievedPct: 100,
    remaining: 0,
    perDay: 0,
    daysLeft: 0,
  })
  const plan = planTally(campaign, { period: "phase", at: at("2024-01-01T00:00") }, ZONE)
  expect(tallyOf([unit("r", null, 10)], { r: portal(10) }, { plan }).target).toMatchObject({
    remaining: 10_990,
    perDay: 0,
    daysLeft: 0,
  })
})

test("equal percentages are ranked by count, then by name in Vietnamese order; no target comes last", () => {
  const units = [
    unit("r", null, null),
    unit("a", "r", 100, "Võ Nhai"),
    unit("b", "r", 100, "Đại Từ"),
    unit("c", "r", 200, "Phổ Yên"),
    unit("d", "r", null, "An Khánh"),
  ]
  const tally = tallyOf(units, { a: portal(125), b: portal(125), c: portal(250), d: portal(900) })
  expect(tally.rows.map((row) => [row.rank, row.name, row.achievedPct])).toEqual([
    [1, "Phổ Yên", 10],
    [2, "Đại Từ", 10],
    [3, "Võ Nhai", 10],
    [4, "An Khánh", null],
  ])
})

test("places gained since the last closing are positive; without an order then there is no change", () => {
  const units = [unit("r", null, null), unit("a", "r", 100), unit("b", "r", 100)]
  const rows = tallyOf(units, { a: portal(10, 0), b: portal(20, 15) }).rows
  expect(rows.map((row) => [row.unit, row.rankChange])).toEqual([
    ["B", 1],
    ["A", -1],
  ])
  expect(tallyOf(units, { a: portal(10, 10), b: portal(20, 20) }).rows[0]?.rankChange).toBeNull()
})

test("what was registered at the unit itself is one more row", () => {
  const units = [unit("r", null, null), unit("a", "r", 100)]
  expect(tallyOf(units, { r: portal(3), a: portal(4) }).rows.map((row) => [row.unit, row.onPortal])).toEqual([
    ["A", 4],
    ["R", 3],
  ])
  expect(tallyOf(units, { a: portal(4) }).rows).toHaveLength(1)
})

test("a unit that came later is not in the tally of an earlier day unless it counted then", () => {
  const late = { ...unit("b", "r", null), effectiveFrom: "2022-05-01" }
  const units = [unit("r", null, null), unit("a", "r", 100), late]
  expect(tallyOf(units, {}).rows.map((row) => row.unit)).toEqual(["A"])
  expect(tallyOf(units, { b: portal(1) }).rows.map((row) => row.unit)).toEqual(["A", "B"])
})

test("rows add up to the totals, targets to the goal, and ranks are 1 to n in any tree", () => {
  const count = fc.nat(500)
  const nodes = fc.array(
    fc.record({ parent: fc.nat(), members: fc.option(fc.nat(3000)), total: count, delta: count }),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(nodes, count, (list, own) => {
      const units = [
        unit("r", null, null),
        ...list.map((node, index) =>
          unit(
            `u${index}`,
            index === 0 ? "r" : index % 3 === 0 ? "r" : `u${node.parent % index}`,
            node.members,
          ),
        ),
      ]
      const counts = Object.fromEntries(
        list.map((node, index) => [`u${index}`, portal(node.total + node.delta, node.delta)]),
      )
      const tally = tallyOf(units, { ...counts, r: portal(own) })
      const sum = (pick: (row: (typeof tally.rows)[number]) => number) =>
        tally.rows.reduce((total, row) => total + pick(row), 0)
      expect(sum((row) => row.onPortal)).toBe(tally.counters.onPortal.total)
      expect(sum((row) => row.registered)).toBe(tally.counters.registered.total)
      expect(sum((row) => row.delta)).toBe(tally.counters.onPortal.delta)
      expect(tally.rows.map((row) => row.rank)).toEqual(tally.rows.map((_, index) => index + 1))
      if (list.some((node) => (node.members ?? 0) > 0)) expect(sum((row) => row.target ?? 0)).toBe(5000)
    }),
  )
})
