import { expect, test } from "vitest"
import { readExport } from "./ask.ts"

test.each([
  ["danh sách", "initiatives", ""],
  ["sáng kiến của đơn vị", "initiatives", "của đơn vị"],
  ["cổng", "portal", ""],
  ["danh sách chưa lên cổng KCN", "portal", "KCN"],
  ["tổng hợp tuần", "tally", "tuần"],
  ["danh sách đăng ký tháng này", "tally", "tháng này chi tiết đăng ký"],
  ["sáng kiến đã công nhận tháng 3 KCN", "tally", "tháng 3 KCN chi tiết công nhận"],
  ["sang kien da cong nhan", "tally", "cả chương trình chi tiết công nhận"],
  ["danh sách khen thưởng", "tally", "giai đoạn chi tiết công nhận"],
  ["danh sách người được thưởng giai đoạn 1", "tally", "giai đoạn 1 chi tiết công nhận"],
  ["khen thưởng May TNG csv", "tally", "giai đoạn May TNG chi tiết công nhận"],
  ["sáng kiến đã lên cổng từ đầu năm", "tally", "từ đầu năm chi tiết lên cổng"],
  ["sáng kiến Công nhân Sông Công", "initiatives", "Công nhân Sông Công"],
  ["danh sách Thương mại", "initiatives", "Thương mại"],
  ["danh sách Đăng Ký 2", "tally", "cả chương trình 2 chi tiết đăng ký"],
])("xuất %s", (typed, what, rest) => {
  expect(readExport(typed)).toEqual(
    what === undefined ? undefined : { what, rest, form: typed.endsWith("csv") ? "csv" : "xlsx" },
  )
})
