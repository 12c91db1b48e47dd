import { expect, test } from "vitest"
import { readExport } from "./wish.ts"

test.each([
  ["danh sách", "initiatives", ""],
  ["sáng kiến của đơn vị", "initiatives", "của đơn vị"],
  ["cổng", "portal", ""],
  ["danh sách chưa lên cổng KCN", "portal", "KCN"],
  ["tổng hợp tuần", "tally", "tuần"],
  ["danh sách đăng ký tháng này", "tally", "tháng này chi tiết đăng ký"],
  ["danh sách tháng này", "tally", "tháng này chi tiết đăng ký"],
  ["sáng kiến đã công nhận tháng 3 KCN", "recognized", "tháng 3 KCN"],
  ["sang kien da cong nhan", "recognized", "cả chương trình"],
  ["danh sách khen thưởng", "recognized", "giai đoạn"],
  ["danh sách người được thưởng giai đoạn 1", "recognized", "giai đoạn 1"],
  ["khen thưởng từ 1/3 đến 15/3", "recognized", "từ 1/3 đến 15/3"],
  ["khen thưởng năm 2026", "recognized", "năm 2026"],
  ["danh sách sáng kiến KCN đã công nhận cấp tỉnh", "recognized", "cả chương trình KCN"],
  ["danh sách để trình ký", "initiatives", ""],
  ["7 ngày gần đây", "tally", "7 ngày gần đây"],
  ["danh sách tác giả", "initiatives", ""],
  ["danh sách tác giả tháng này", "tally", "tháng này chi tiết đăng ký"],
  ["khen thưởng May TNG csv", "recognized", "giai đoạn May TNG"],
  ["sáng kiến đã lên cổng từ đầu năm", "tally", "từ đầu năm chi tiết lên cổng"],
  ["sáng kiến Công nhân Sông Công", "initiatives", "Công nhân Sông Công"],
  ["danh sách Thương mại", "initiatives", "Thương mại"],
  ["danh sách Đăng Ký 2", "tally", "cả chương trình 2 chi tiết đăng ký"],
])("xuất %s", (typed, what, rest) => {
  expect(readExport(typed)).toEqual(
    what === undefined ? undefined : { what, rest, form: typed.endsWith("csv") ? "csv" : "xlsx" },
  )
})

test("for a paper a sheet is made, and it is said", () => {
  expect(readExport("file word báo cáo tháng 3")).toEqual({
    ...{ what: "tally", rest: "tháng 3", form: "xlsx", asPaper: true },
  })
})
