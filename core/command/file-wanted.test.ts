import { expect, test } from "vitest"
import { readCommand } from "./read.ts"

test.each([
  ["Xuất cho anh file Excel tất cả sáng kiến của khối KCN để sáng mai báo cáo Thường trực", "sáng kiến KCN"],
  ["xuất giúp chị danh sách sáng kiến tháng 4 của Phổ Yên để nộp", "sáng kiến tháng 4 của Phổ Yên"],
  ["xuất hộ em file các sáng kiến đã công nhận của ngành Y tế nhé", "sáng kiến đã công nhận của ngành Y tế"],
  ["xuất ra excel số liệu quý 1 cho chủ tịch", "tổng hợp quý 1"],
  ["lấy giúp anh bảng tổng hợp tuần bản excel", "tổng hợp tuần"],
  ["tai danh sach sang kien cua dai tu ve may", "sáng kiến cua dai tu"],
  ["cho chị file csv toàn bộ sáng kiến KCN với", "sáng kiến KCN csv"],
])("%s: the file that is meant", (text, rest) => {
  expect(readCommand(text, { officer: true })).toMatchObject({ name: "export", rest })
})

test.each([
  "tổng hợp tuần",
  "cho chị xem danh sách sáng kiến KCN",
  "Xuất kho vật tư bằng mã QR",
  "File theo dõi bảo trì máy may tự nhắc lịch",
  "Tải danh sách học sinh nghỉ học lên zalo phụ huynh",
  "Tải trọng băng chuyền được tăng nhờ thêm con lăn",
])("%s: no file is wanted", (text) => {
  expect(readCommand(text, { officer: true })?.name).not.toBe("export")
})
