import { describe, expect, test } from "vitest"
import { readCommand } from "./read.ts"

const said = (text: string, officer = true) => {
  const command = readCommand(text, { officer })
  return command && `${command.name} ${command.rest}`.trim()
}

describe("what an officer says of a record", () => {
  test.each([
    ["SK-000003 không mới", "askFirst từ chối SK-000003 không mới"],
    ["SK-3 trùng của người ta rồi", "askFirst từ chối SK-3 trùng của người ta rồi"],
    ["sk3 khong co tinh moi", "askFirst từ chối sk3 khong co tinh moi"],
    ["SK-3 không mới, công ty bên cạnh làm rồi", "askFirst từ chối SK-3 không mới, công ty bên cạnh làm rồi"],
    ["SK-3 với SK-4 là một", "askFirst gộp SK-3 SK-4"],
    ["SK-3 và SK-4 trùng nhau", "askFirst gộp SK-3 SK-4"],
    ["SK-3 giống SK-4", "askFirst gộp SK-3 SK-4"],
    ["khôi phục SK-3", "takeBack xét lại SK-3"],
    ["mở lại SK-3 giúp chị", "takeBack xét lại SK-3"],
    ["cho SK-3 vào hàng chờ lại", "takeBack xét lại SK-3"],
    ["lỡ tay từ chối SK-3", "takeBack thu hồi SK-3 lý do ghi nhầm"],
    ["chuyển SK-3 sang CĐCS May TNG", "moveRecord SK-3 CĐCS May TNG"],
    ["chuyển SK-3, SK-4 sang Samsung", "moveRecord SK-3, SK-4 Samsung"],
    ["SK-3 là của Samsung chứ không phải May TNG", "moveRecord SK-3 Samsung"],
    ["SK-3 ghi nhầm đơn vị", "moveRecord SK-3"],
    ["SK-3 công nhận nhầm cấp", "askRule verdicts"],
    ["SK-3 công nhận nhầm cấp, phải là cấp tỉnh", "recognize sửa SK-3 cấp tỉnh"],
    ["SK-3 cấp tỉnh mới đúng", "recognize sửa SK-3 cấp tỉnh"],
    ["nâng SK-3, SK-4 lên cấp tỉnh QĐ 15/QĐ-LĐLĐ", "recognize sửa SK-3, SK-4 cấp tỉnh QĐ 15/QĐ-LĐLĐ"],
    ["doi SK-3 thanh cap toan quoc", "recognize sửa SK-3 cap toan quoc"],
    [
      "sửa công nhận SK-000012 cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 5/4",
      "recognize sửa SK-000012 cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 5/4",
    ],
    ["số quyết định SK-3 là 15/QĐ-CĐCS", "recognize sửa SK-3 QĐ 15/QĐ-CĐCS"],
    ["sửa SK-3 quyết định thành 15", "recognize sửa SK-3 QĐ 15"],
    ["SK-3 sửa số quyết định 46/QĐ-CĐCS", "recognize sửa SK-3 QĐ 46/QĐ-CĐCS"],
    ["hạ SK-3 xuống cấp cơ sở", "recognize sửa SK-3 cấp cơ sở"],
    ["SK-3 quyết định ký ngày 6/3 chứ không phải 5/3", "recognize sửa SK-3 ngày 6/3"],
    ["sửa công nhận SK-3", "askRule verdicts"],
    ["nâng SK-3 lên cấp huyện", "recognize sửa SK-3 cấp huyện"],
    ["ngày quyết định SK-3 là 5/4/2026", "recognize sửa SK-3 ngày 5/4/2026"],
    ["SK 101 với SK 98 có trùng k e", "look SK 98 so với SK 101"],
    ["SK-45 khác gì SK-46", "look SK-46 so với SK-45"],
    ["so SK-45 với SK-46 giúp chị xem có trùng không", "look SK-46 so với SK-45"],
    ["Ai là người công nhận SK-57 vậy?", "history SK-57"],
    ["hồ sơ SK-57 do ai xét, hôm nào", "history SK-57"],
    ["SK-3 được công nhận cấp tỉnh theo QĐ 12/QĐ-LĐLĐ", "recognize SK-3 cấp tỉnh theo QĐ 12/QĐ-LĐLĐ"],
    ["tiếp nhận hết của May TNG", "accept tất cả của May TNG"],
  ])("%s", (text, command) => {
    expect(said(text)).toBe(command)
  })

  test.each([
    "SK-3 có mới không",
    "SK-3 có trùng không",
    "SK-3 giống SK-4 không",
    "báo em là SK-3 lên cổng rồi",
    "SK-3 không mới à?",
    "vừa duyệt SK-3",
    "chuyển SK-3 cho chị Lan",
    "chuyển SK-3 lên cổng",
    "SK-3 công nhận ngày nào",
    "SK-3 được công nhận cấp nào",
    "quyết định SK-3 số mấy",
  ])("%s: nothing is to be done by it", (text) => {
    expect(["recognize", "askFirst", "moveRecord", "takeBack"]).not.toContain(
      readCommand(text, { officer: true })?.name,
    )
  })

  test.each([
    ["từ tháng sau chỉ tiêu May TNG là 80", "targets May TNG là 80 từ tháng sau"],
    ["May TNG có 600 đoàn viên từ tháng sau", "units May TNG có 600 đoàn viên từ tháng sau"],
    ["cứ 2 ngày nhắc đơn vị chưa đạt một lần", "remind đơn vị chưa đạt cứ 2 ngày một lần"],
    ["xuất hai tuần qua", "export hai tuần qua"],
  ])("%s, of a day", (text, command) => {
    expect(said(text)).toBe(command)
  })

  test.each(["SK-3 không mới", "chuyển SK-3 sang CĐCS May TNG", "mở lại SK-3", "nâng SK-3 lên cấp tỉnh"])(
    "%s: of nobody else",
    (text) => {
      expect(["recognize", "askFirst", "moveRecord", "takeBack"]).not.toContain(readCommand(text)?.name)
    },
  )
})
