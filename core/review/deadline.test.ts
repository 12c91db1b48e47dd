import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, addMonths } from "../clock.ts"
import { deadlines, firstApplied, firstDay } from "./deadline.ts"
import { readTakeBack } from "./take-back.ts"

test.each([
  ["nothing known of its use", "2026-03-10", undefined, "2026-03-11", undefined, "2026-06-10", 0, undefined],
  ["on the last day", "2026-03-10", undefined, "2026-06-10", undefined, "2026-06-10", 0, 1],
  ["the day after", "2026-03-10", undefined, "2026-06-11", undefined, "2026-06-10", 1, undefined],
  ["two weeks before", "2026-03-10", undefined, "2026-05-28", undefined, "2026-06-10", 0, 14],
  [
    "used before: from the request",
    "2026-03-10",
    "2025-06-01",
    "2026-06-22",
    undefined,
    "2026-06-10",
    12,
    undefined,
  ],
  ["used later: from its use", "2026-03-10", "2026-04-01", "2026-06-22", undefined, "2026-07-01", 0, 10],
  [
    "used a year ago to the day",
    "2026-03-10",
    "2025-03-10",
    "2026-03-11",
    undefined,
    "2026-06-10",
    0,
    undefined,
  ],
  ["asked for too late", "2026-03-10", "2025-03-09", "2026-03-11", "2026-03-09", "2026-06-10", 0, undefined],
  ["a month without that day", "2025-11-30", undefined, "2026-03-01", undefined, "2026-02-28", 1, undefined],
] as const)("%s", (_, filedOn, appliedOn, today, filedAfter, decideBy, overdue, left) => {
  expect(deadlines(filedOn, appliedOn, today)).toEqual({ filedAfter, decideBy, overdue, left })
})

test("it is overdue from the day after the third month on, never earlier", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 400 }), (from, later) => {
      const filedOn = addDays("2022-01-01", from)
      const today = addDays(filedOn, later)
      const { overdue } = deadlines(filedOn, undefined, today)
      expect(overdue > 0).toBe(today > addMonths(filedOn, 3))
      expect(addDays(today, -overdue) <= addMonths(filedOn, 3)).toBe(true)
    }),
  )
})

describe("the day of first application", () => {
  test.each([
    ["đã áp dụng từ 5/3/2026 ở 2 chuyền", "2026-03-05"],
    ["áp dụng lần đầu: ngày 5/3/2026", "2026-03-05"],
    ["ap dung tu ngay 5.3.2026", "2026-03-05"],
    ["áp dụng thử từ tháng 2/2026", "2026-02-01"],
    ["áp dụng lần đầu tháng 2 năm 2026", "2026-02-01"],
    ["áp dụng từ 5/3", "2026-03-05"],
    ["đã áp dụng ở 2 chuyền", undefined],
    ["áp dụng từ 2 chuyền lên 5 chuyền", undefined],
    ["áp dụng từ 1/1/2027", undefined],
  ])("%s", (text, expected) => {
    expect(firstApplied(text, "2026-03-10")).toBe(expected)
  })
  test("of the form's own line", () => {
    expect(firstDay("15/01/2026", "2026-03-10")).toBe("2026-01-15")
    expect(firstDay("quý I", "2026-03-10")).toBeUndefined()
  })
})

test.each([
  ["thu hồi công nhận SK-000012 lý do nhầm", "recognized", "SK-000012 lý do nhầm"],
  ["thu hoi cong nhan SK-12 nham", "recognized", "SK-12 nham"],
  ["thu hồi từ chối SK-12, 13: xét lại", "refused", "SK-12, 13: xét lại"],
  ["bỏ công nhận 12 nhầm", "recognized", "12 nhầm"],
  ["thu hồi lên cổng SK-12 sai mã", "on_portal", "SK-12 sai mã"],
  ["thu hồi SK-12 sai", undefined, "SK-12 sai"],
])("%j takes back %s", (typed, kind, text) => {
  expect(readTakeBack(typed)).toEqual({ kind, text })
})
