import { describe, expect, test } from "vitest"
import { readCommand } from "./read.ts"

describe("what is asked of the scores of units", () => {
  test.each<[said: string, name: string, rest: string]>([
    ["điểm thi đua", "scores", ""],
    ["diem thi dua kcn", "scores", "kcn"],
    ["điểm thi đua giai đoạn 1 KCN", "scores", "giai đoạn 1 KCN"],
    ["điểm thi đua KCN-01 mục 4 trang 2", "scores", "KCN-01 mục 4 trang 2"],
    ["bảng điểm", "scores", "table"],
    ["bảng điểm thi đua KCN", "scores", "table KCN"],
    ["xếp hạng theo điểm", "scores", "table"],
    ["đơn vị nào điểm cao nhất", "scores", "table"],
    ["đơn vị em được mấy điểm", "scores", "đơn vị em"],
    ["vì sao KCN được 72 điểm", "scores", "KCN"],
    ["sao CĐCS May TNG chỉ được 60,5 điểm vậy em", "scores", "CĐCS May TNG"],
    ["giải thích điểm của KCN giai đoạn 1", "scores", "KCN giai đoạn 1"],
    ["KCN được bao nhiêu điểm", "scores", "KCN"],
    ["điểm của công ty em bao nhiêu rồi", "scores", "công ty em"],
    ["đơn vị mình xếp loại gì", "scores", "đơn vị mình"],
    ["tiêu chí thi đua", "scores", "rules"],
    ["cách chấm điểm thi đua", "scores", "rules"],
    ["chấm điểm đơn vị thế nào", "scores", "rules"],
    ["chấm điểm KCN mục 1 8 vì có kế hoạch", "mark", "KCN mục 1 8 vì có kế hoạch"],
    ["chấm KCN 8 điểm kế hoạch", "mark", "KCN 8 điểm kế hoạch"],
    ["chấm điểm GD kế hoạch bỏ", "mark", "GD kế hoạch bỏ"],
    ["xuất điểm thi đua giai đoạn 1", "export", "điểm thi đua giai đoạn 1"],
  ])("%s", (said, name, rest) => {
    expect(readCommand(said)).toMatchObject({ name, rest })
  })

  test.each([
    "Bảng điểm thi đua treo ở xưởng",
    "Bảng điểm thi đua điện tử",
    "Chấm điểm 5S hằng ngày tại xưởng",
    "Phần mềm chấm điểm thi đua",
    "cho em 10 điểm",
    "em được mấy điểm",
    "mỗi sáng kiến được mấy điểm",
    "Đo nhiệt độ 3 điểm trên khuôn",
    "Điểm danh bằng mã QR",
  ])("%s asks for none of it", (said) => {
    const name = readCommand(said)?.name
    expect(name === "scores" || name === "mark").toBe(false)
  })
})
