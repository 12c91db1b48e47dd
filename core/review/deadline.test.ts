import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, addMonths } from "../clock.ts"
import { firstApplied, firstDay } from "../intake/first-applied.ts"
import { deadlines } from "./deadline.ts"
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
  expect(deadlines({ filedOn, firstAppliedOn: appliedOn }, today)).toMatchObject({
    filedAfter,
    decideBy,
    overdue,
    left,
  })
})

test.each([
  ["from the acceptance", "2026-03-10", "2026-03-20", undefined, "2026-06-20"],
  ["from the first use where that is later", "2026-03-10", "2026-03-20", "2026-04-01", "2026-07-01"],
  ["accepted on paper before it was written down here", "2026-03-10", "2026-03-01", undefined, "2026-06-01"],
] as const)("the time to decide runs %s", (_, filedOn, acceptedOn, firstAppliedOn, decideBy) => {
  expect(deadlines({ filedOn, acceptedOn, firstAppliedOn }, "2026-04-01").decideBy).toBe(decideBy)
})

test("the year to file is watched until the request is accepted, and paper accepted in time is in time", () => {
  const record = { filedOn: "2026-03-10", firstAppliedOn: "2025-04-01" }
  expect(deadlines(record, "2026-03-01").fileSoon).toBeUndefined()
  expect(deadlines(record, "2026-03-03").fileSoon).toEqual({ by: "2026-04-01", days: 30 })
  expect(deadlines(record, "2026-04-01").fileSoon).toEqual({ by: "2026-04-01", days: 1 })
  expect(deadlines(record, "2026-04-02")).toMatchObject({ fileSoon: undefined, filedAfter: undefined })
  expect(deadlines({ ...record, acceptedOn: "2026-03-12" }, "2026-03-20").fileSoon).toBeUndefined()
  const late = { filedOn: "2026-05-01", firstAppliedOn: "2025-04-01" }
  expect(deadlines(late, "2026-05-02").filedAfter).toBe("2026-04-01")
  expect(deadlines({ ...late, acceptedOn: "2026-03-30" }, "2026-05-02").filedAfter).toBeUndefined()
})

test("it is overdue from the day after the third month on, never earlier", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 400 }), (from, later) => {
      const filedOn = addDays("2022-01-01", from)
      const today = addDays(filedOn, later)
      const { overdue } = deadlines({ filedOn }, today)
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
    ["áp dụng từ mùng 5 tháng trước", "2026-02-05"],
    ["bắt đầu áp dụng từ hôm kia ở tổ 2", "2026-03-08"],
    ["áp dụng từ thứ hai tuần rồi", "2026-03-02"],
    ["áp dụng từ đầu tháng 2, cả xưởng", "2026-02-01"],
    ["đưa vào sử dụng từ mười lăm tháng hai", "2026-02-15"],
    ["áp dụng từ 30/2", undefined],
    ["áp dụng từ 15 tháng trước", undefined],
    ["áp dụng từ rằm tháng Giêng", undefined],
    ["áp dụng từ quý 1", undefined],
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
