import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Criterion } from "./criterion.ts"
import { readMarks } from "./typed-mark.ts"

const CRITERIA: readonly Criterion[] = [
  { code: "ke-hoach", name: "Có kế hoạch, thành lập Tổ hỗ trợ", by: "declared", points: 10 },
  { code: "chi-tieu", name: "Tỷ lệ đạt chỉ tiêu", by: "achieved_pct", points: 50 },
  { code: "bao-cao", name: "Báo cáo tuần đúng hạn", by: "declared", points: 10 },
]

describe("whom an officer gives how many points, and for what", () => {
  test.each<[typed: string, criterion: string | undefined, marks: string, reason?: string]>([
    ["KCN kế hoạch 8", "ke-hoach", "KCN 8"],
    ["KCN mục 3 7,5", "bao-cao", "KCN 7.5"],
    ["KCN mục 3 7.5 điểm", "bao-cao", "KCN 7.5"],
    ["kcn muc 1 duoc 8 diem", "ke-hoach", "kcn 8"],
    ["may tng tổ hỗ trợ 7/10", "ke-hoach", "may tng 7"],
    ["báo cáo tuần cho ngành giáo dục 9 điểm", "bao-cao", "ngành giáo dục 9"],
    ["KCN 8 điểm kế hoạch", "ke-hoach", "KCN 8"],
    ["mục 1: KCN 8,5; GD 10", "ke-hoach", "KCN 8.5 | GD 10"],
    ["kế hoạch: KCN 8, GD 10 và YT 5", "ke-hoach", "KCN 8 | GD 10 | YT 5"],
    ["kế hoạch\nKCN: 8\nGD: 10", "ke-hoach", "KCN 8 | GD 10"],
    ["KCN, GD và YT mục 1 mỗi đơn vị 5", "ke-hoach", "KCN 5 | GD 5 | YT 5"],
    ["GD kế hoạch bỏ", "ke-hoach", "GD –"],
    ["KCN kế hoạch 8 vì nộp đúng hạn, đủ tổ", "ke-hoach", "KCN 8", "nộp đúng hạn, đủ tổ"],
    ["KCN kế hoạch 8 với lí do là nộp đúng hạn", "ke-hoach", "KCN 8", "nộp đúng hạn"],
    ["KCN ke-hoach 8 (lý do: KH 12)", "ke-hoach", "KCN 8", "KH 12"],
    // Which of the two declared ones is asked.
    ["KCN 8", undefined, "KCN 8"],
    // What is counted is given by nobody.
    ["KCN mục 2 50", undefined, "KCN 50"],
    ["kế hoạch 8", "ke-hoach", " 8"],
  ])("%s", (typed, criterion, marks, reason) => {
    const read = readMarks(typed, CRITERIA)
    expect(read?.criterion?.code).toBe(criterion)
    expect(read?.marks.map(({ unit, points }) => `${unit} ${points ?? "–"}`).join(" | ")).toBe(marks)
    expect(read?.reason).toBe(reason)
  })

  test.each(["", "KCN", "kế hoạch của KCN", "KCN mục 1"])("%s names no points", (typed) => {
    expect(readMarks(typed, CRITERIA)).toBeUndefined()
  })

  test("the only declared criterion needs no name", () => {
    const only = CRITERIA.slice(0, 2)
    expect(readMarks("KCN 8", only)?.criterion?.code).toBe("ke-hoach")
    expect(readMarks("KCN mục 2 8", only)?.criterion).toBeUndefined()
  })

  test("whatever is typed, points are 0 or more with at most one decimal, or taken back", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: "grapheme" }), fc.nat(2_000), (words, points) => {
        const marks = readMarks(`${words} ${points / 10}`, CRITERIA)?.marks ?? []
        for (const mark of marks) {
          if (mark.points === null) continue
          expect(mark.points).toBeGreaterThanOrEqual(0)
          expect(Math.round(mark.points * 10) / 10).toBe(mark.points)
        }
      }),
    )
  })
})
