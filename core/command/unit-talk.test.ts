import { expect, test } from "vitest"
import { readCommand } from "./read.ts"

test.each([
  ["May TNG giờ 350 đoàn viên, 900 lao động", "units", "May TNG có 350 đoàn viên, 900 lao động"],
  ["may tng 350 dv 900 ld", "units", "may tng có 350 đoàn viên, 900 lao động"],
  ["đoàn viên May TNG: 350", "units", "May TNG có 350 đoàn viên"],
  ["CĐCS May TNG ba trăm năm mươi đoàn viên", "units", "CĐCS May TNG có 350 đoàn viên"],
  ["từ 1/7 May TNG có 350 đoàn viên", "units", "May TNG có 350 đoàn viên từ 1/7"],
  ["May TNG sáp nhập vào Sông Công", "units", "gộp May TNG vào Sông Công"],
  ["chuyển May TNG về công đoàn ngành giáo dục", "units", "chuyển May TNG về công đoàn ngành giáo dục"],
  ["thành lập CĐCS Nhôm Việt thuộc KCN", "units", "thêm CĐCS Nhôm Việt thuộc KCN"],
  ["May TNG mới tuyển thêm 20 người", "askRule", "people"],
  ["May TNG có 1.200 lao động trong đó 1.100 đoàn viên", "askRule", "people"],
  ["KCN chỉ tiêu 300", "targets", "KCN 300"],
  ["giao KCN 300", "targets", "KCN 300"],
  ["giảm chỉ tiêu May TNG 10", "askRule", "by"],
  ["tăng chỉ tiêu GD thêm 5", "askRule", "by"],
  ["giảm chỉ tiêu May TNG xuống còn 50", "targets", "May TNG xuống còn 50"],
  ["gắn nhóm này với KCN", "link", "KCN"],
  ["sai rồi nhóm này của May TNG cơ", "link", "May TNG"],
  ["mai nhắc các đơn vị chưa nộp giùm chị", "remind", "đơn vị chưa nộp giùm chị mai"],
  ["đơn vị nào dưới 30% thì nhắc ngay", "remind", "đơn vị nào dưới 30% ngay"],
  ["đừng nhắc KCN nữa", "remind", ""],
  ["KCN đạt bao nhiêu phần trăm", "progress", "KCN"],
  ["xong chưa", "progress", ""],
])("an officer says %j: %s %j", (text, name, rest) => {
  expect(readCommand(text, { officer: true })).toMatchObject({ name, rest })
  expect(readCommand(text)).not.toMatchObject({ name, rest })
})

test.each([
  "Lắp quạt giảm 3 người đứng máy",
  "Chuyển máy in sang phòng bên",
  "Tuyên truyền cho 350 đoàn viên",
  "dữ liệu nhập vào máy tính",
  "lớp có 40 đoàn viên à?",
])("%j is an officer's idea or question, and nothing about a unit", (text) => {
  expect(["units", "targets", "askRule"]).not.toContain(readCommand(text, { officer: true })?.name)
})

test.each([
  ["SK-3 làm lợi 50 triệu", "edit", "SK-3 làm lợi: 50 triệu"],
  ["SK-3 tác giả là Nguyễn Văn Bảy", "edit", "SK-3 tác giả: Nguyễn Văn Bảy"],
  ["sửa ngày áp dụng SK-3 là 5/1", "edit", "SK-3 ngày áp dụng lần đầu: 5/1"],
  ["mô tả SK-3: trước tay nay máy", "edit", "SK-3 mô tả: trước tay nay máy"],
  ["SK-3 thêm đồng tác giả Trần Thị Lan", "coAuthor", "SK-3 Trần Thị Lan"],
])("%j puts a record right, whoever says it", (text, name, rest) => {
  expect(readCommand(text)).toMatchObject({ name, rest })
})
