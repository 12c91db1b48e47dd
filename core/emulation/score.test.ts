import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Criterion, Emulation } from "./criterion.ts"
import { type Standing, scoreOf, scoreUnits, weeksOf } from "./score.ts"

const NOBODY: Standing = {
  unitId: "u",
  code: "KCN",
  name: "Công đoàn các KCN tỉnh",
  counts: { registered: 0, recognized: 0, onPortal: 0 },
  held: 0,
  target: null,
  grassroots: 3,
  without: { registered: [], recognized: [], onPortal: [] },
  highBenefit: new Map(),
  activeWeeks: [],
  weeks: 10,
  turnedDown: { refused: 0, duplicate: 0 },
  marks: new Map(),
}
const ACHIEVED: Criterion = { code: "ct", name: "Chỉ tiêu", by: "achieved_pct", points: 50 }
const EXCEEDED: Criterion = { code: "v", name: "Vượt", by: "exceeded_pct", points: 5, each: 1, per_pct: 10 }
const COVERED: Criterion = {
  code: "dp",
  name: "Độ phủ",
  by: "covered_units",
  points: 20,
  counter: "registered",
}
const BENEFIT: Criterion = {
  code: "cl",
  name: "Chất lượng",
  by: "high_benefit",
  points: 10,
  each: 5,
  from_vnd: 150_000_000,
}
const WEEKS: Criterion = { code: "dd", name: "Đều đặn", by: "active_weeks", points: 10 }
const DECLARED: Criterion = { code: "kh", name: "Kế hoạch", by: "declared", points: 10 }
const TURNED_DOWN: Criterion = {
  code: "tr",
  name: "Trừ",
  by: "turned_down_pct",
  levels: [
    { above_pct: 10, points: -2 },
    { above_pct: 20, points: -5 },
  ],
}

describe("the points of a criterion", () => {
  test.each<[what: string, criterion: Criterion, standing: Partial<Standing>, points: number]>([
    ["75,6 % of the target, of 50", ACHIEVED, { held: 3782, target: 5000 }, 37.8],
    ["no more than all of them", ACHIEVED, { held: 6000, target: 5000 }, 50],
    ["no target, no points", ACHIEVED, { held: 10 }, 0],
    ["half a tenth goes up", ACHIEVED, { held: 1, target: 1000 }, 0.1],
    ["a full step above the target", EXCEEDED, { held: 111, target: 100 }, 1],
    ["not yet a full step", EXCEEDED, { held: 109, target: 100 }, 0],
    ["a bonus ends too", EXCEEDED, { held: 900, target: 100 }, 5],
    ["below the target there is none", EXCEEDED, { held: 50, target: 100 }, 0],
    ["one of three unions has none", COVERED, { without: { ...NOBODY.without, registered: ["A"] } }, 13.3],
    ["nobody is left out", COVERED, {}, 20],
    ["one great benefit", BENEFIT, { highBenefit: new Map([["cl", 1]]) }, 5],
    ["many great benefits", BENEFIT, { highBenefit: new Map([["cl", 7]]) }, 10],
    ["nine weeks of ten", WEEKS, { activeWeeks: [0, 1, 2, 3, 4, 5, 6, 7, 9] }, 9],
    [
      "what an officer gave",
      DECLARED,
      { marks: new Map([["kh", { points: 7.5, reason: undefined, at: 0 }]]) },
      7.5,
    ],
    [
      "given before the criterion was worth less",
      DECLARED,
      { marks: new Map([["kh", { points: 15, reason: undefined, at: 0 }]]) },
      10,
    ],
    ["nothing given yet", DECLARED, {}, 0],
    ["exactly a tenth turned down", TURNED_DOWN, turned(10, 0, 100), 0],
    ["above a tenth", TURNED_DOWN, turned(11, 0, 100), -2],
    ["above a fifth", TURNED_DOWN, turned(21, 0, 100), -5],
    // What was registered twice is no longer among what is registered.
    ["what was registered twice stands beside the rest", TURNED_DOWN, turned(0, 11, 100), 0],
    ["nothing registered", TURNED_DOWN, {}, 0],
  ])("%s", (_, criterion, standing, points) => {
    expect(scoreOf(criterion, { ...NOBODY, ...standing }).points).toBe(points)
  })

  test("is never more than it is worth, never less than nothing, and has one decimal", () => {
    const worth = fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10)
    fc.assert(
      fc.property(worth, fc.nat(100_000), fc.nat(100_000), (points, held, target) => {
        const score = scoreOf({ ...ACHIEVED, points }, { ...NOBODY, held, target })
        expect(score.points).toBeGreaterThanOrEqual(0)
        expect(score.points).toBeLessThanOrEqual(points)
        expect(Math.round(score.points * 10) / 10).toBe(score.points)
      }),
    )
  })
})

function turned(refused: number, duplicate: number, registered: number): Partial<Standing> {
  return { turnedDown: { refused, duplicate }, counts: { ...NOBODY.counts, registered } }
}

describe("the order of units", () => {
  const rules = (more: Partial<Emulation> = {}): Emulation => ({
    criteria: [ACHIEVED, DECLARED],
    clusters: [],
    grades: [],
    ...more,
  })
  const unit = (code: string, name: string, held: number, target: number | null, mark = 0): Standing => ({
    ...NOBODY,
    unitId: code,
    code,
    name,
    held,
    target,
    marks: new Map([["kh", { points: mark, reason: undefined, at: 0 }]]),
  })
  const same = (one: string, other: string) => one === other

  test("is by points, then the percentage, then the count, then the name in Vietnamese order", () => {
    const scored = scoreUnits(
      rules(),
      [
        unit("1", "Võ Nhai", 10, 10),
        unit("2", "Đại Từ", 10, 10),
        unit("3", "Đồng Hỷ", 20, 20),
        unit("4", "Phú Bình", 30, 20),
        unit("5", "Định Hóa", 1, 100, 10),
      ],
      same,
    )
    expect(scored.map(({ rank, name, total }) => `${rank} ${name} ${total}`)).toEqual([
      "1 Phú Bình 50",
      "2 Đồng Hỷ 50",
      "3 Đại Từ 50",
      "4 Võ Nhai 50",
      "5 Định Hóa 10.5",
    ])
  })

  test("is made in each cluster by itself, and those of none are compared with each other", () => {
    const scored = scoreUnits(
      rules({
        clusters: [{ name: "Khối huyện", units: ["1", "3"] }],
        grades: [
          { from: 40, name: "khá" },
          { from: 0, name: "yếu" },
        ],
      }),
      [
        unit("1", "Võ Nhai", 1, 10),
        unit("2", "Y tế", 9, 10),
        unit("3", "Đại Từ", 5, 10),
        unit("4", "Giáo dục", 0, 10),
      ],
      same,
    )
    expect(
      scored.map(({ rank, among, name, cluster, grade }) => [rank, among, name, cluster, grade?.name]),
    ).toEqual([
      [1, 2, "Đại Từ", "Khối huyện", "yếu"],
      [2, 2, "Võ Nhai", "Khối huyện", "yếu"],
      [1, 2, "Y tế", undefined, "khá"],
      [2, 2, "Giáo dục", undefined, "yếu"],
    ])
  })

  test("adds up to what is printed, and changes with nobody's place in the list", () => {
    const standing = fc.record({ held: fc.nat(500), target: fc.option(fc.nat(500)), mark: fc.nat(100) })
    fc.assert(
      fc.property(fc.array(standing, { maxLength: 12 }), (all) => {
        const units = all.map(({ held, target, mark }, at) =>
          unit(String(at), `Đơn vị ${at}`, held, target, mark / 10),
        )
        const scored = scoreUnits(rules(), units, same)
        for (const { total, criteria } of scored) {
          const sum = criteria.reduce((tenths, { points }) => tenths + Math.round(points * 10), 0)
          expect(total).toBe(sum / 10)
        }
        const backwards = scoreUnits(rules(), units.toReversed(), same)
        expect(backwards.map(({ code }) => code)).toEqual(scored.map(({ code }) => code))
      }),
    )
  })
})

describe("the weeks of a period", () => {
  const ZONE = "Asia/Ho_Chi_Minh"
  const closing = { weekday: "friday", at: "16:00" } as const
  const at = (iso: string) => Date.parse(`${iso}+07:00`)
  const weeks = (from: string, to: string, isOver: boolean) =>
    weeksOf({ from: at(from), to: at(to) }, { closing, zone: ZONE, isOver }).map(
      (week) =>
        `${new Date(week.from + 7 * 3_600_000).toISOString().slice(0, 16)} ${(week.to - week.from) / 3_600_000}`,
    )

  test("run from closing to closing, the first one from the period's first day, and the running one does not count", () => {
    expect(weeks("2026-03-02T00:00", "2026-03-17T09:00", false)).toEqual([
      "2026-03-02T00:00 112",
      "2026-03-06T16:00 168",
    ])
  })

  test("the shorter one at the end counts when the period is over", () => {
    expect(weeks("2026-03-02T00:00", "2026-03-17T00:00", true).at(-1)).toBe("2026-03-13T16:00 80")
  })

  test("the only one counts at once", () => {
    expect(weeks("2026-03-02T00:00", "2026-03-03T09:00", false)).toEqual(["2026-03-02T00:00 33"])
  })

  test("cover the period without a gap when it is over, however long it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 * 24 }), fc.nat(7 * 24), (hours, late) => {
        const from = at("2026-01-01T00:00") + late * 3_600_000
        const span = { from, to: from + hours * 3_600_000 }
        const all = weeksOf(span, { closing, zone: ZONE, isOver: true })
        expect(all[0]?.from).toBe(span.from)
        expect(all.at(-1)?.to).toBe(span.to)
        all.slice(1).forEach((week, index) => {
          expect(week.from).toBe(all[index]?.to)
        })
      }),
    )
  })
})
