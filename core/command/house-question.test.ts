import { expect, test } from "vitest"
import { readCommand } from "./read.ts"

test.each([
  ["danh sách đơn vị", "unitList", ""],
  ["ds don vi truc thuoc", "unitList", ""],
  ["cho chị xem các đơn vị trực thuộc với", "unitList", ""],
  ["có bao nhiêu đơn vị", "unitList", ""],
  ["có bao nhiêu cđcs vậy em", "unitList", ""],
  ["tỉnh mình có mấy đơn vị", "unitList", ""],
  ["liệt kê các công đoàn cơ sở", "unitList", ""],
  ["danh sách đơn vị trang 2", "unitList", "trang 2"],
  ["danh sách đơn vị thuộc KCN trang 2", "unitList", "KCN trang 2"],
  ["KCN có những đơn vị nào", "unitList", "KCN"],
  ["danh sách các CĐCS thuộc KCN", "unitList", "KCN"],
  ["đơn vị nào thuộc ngành Giáo dục", "unitList", "ngành Giáo dục"],
  ["ai là quản trị", "roles", "quản trị"],
  ["ai la can bo", "roles", "cán bộ"],
  ["ai là cán bộ của KCN", "roles", "cán bộ KCN"],
  ["cán bộ KCN là ai", "roles", "cán bộ KCN"],
  ["ds cán bộ", "roles", "cán bộ"],
  ["có bao nhiêu cán bộ", "roles", "cán bộ"],
  ["ai trong tổ hỗ trợ May TNG", "roles", "hỗ trợ May TNG"],
  ["giờ chốt tuần là khi nào", "askRule", "closing"],
  ["mấy giờ chốt số liệu tuần", "askRule", "closing"],
  ["bao giờ chốt số", "askRule", "closing"],
  ["chốt tuần hôm nào", "askRule", "closing"],
  ["lịch đăng tổng hợp", "askRule", "closing"],
  ["sao tuần này không thấy tổng hợp", "askRule", "missing"],
  ["bữa nay sao chưa thấy bot đăng", "askRule", "missing"],
  ["sao nhóm tỉnh không có tổng hợp", "askRule", "missing"],
  ["chừng nào chốt", "askRule", "closing"],
  ["chua thay bot gui tong hop", "askRule", "missing"],
  ["tuần trước sao không có tổng hợp", "askRule", "missing"],
  ["răng tuần ni chưa thấy báo cáo", "askRule", "missing"],
  ["chương trình kết thúc khi nào", "campaigns", ""],
  ["lịch chương trình", "campaigns", ""],
  ["GĐ1 hết hạn chưa", "targets", "giai đoạn"],
  ["giai đoạn 2 bắt đầu chưa em", "targets", "giai đoạn"],
  ["bao giờ hết chương trình", "campaigns", ""],
  ["phong trào bắt đầu từ ngày nào", "campaigns", ""],
  ["bao giờ tổng kết", "campaigns", ""],
  ["khi nào kết thúc giai đoạn 1", "targets", "giai đoạn"],
  ["giai đoạn này đến bao giờ", "targets", "giai đoạn"],
  ["đợt cao điểm bắt đầu khi nào", "targets", "đợt cao điểm"],
])("whoever asks %j: %s %j", (text, name, rest) => {
  expect(readCommand(text)).toMatchObject({ name, rest })
  expect(readCommand(text, { officer: true })).toMatchObject({ name, rest })
})

test.each([
  "Sơ đồ quản lý các đơn vị trong khu công nghiệp",
  "danh sách đơn vị thi đấu bóng đá",
  "cán bộ thư viện số",
  ...["tình hình các đơn vị", "gửi thông báo cho các đơn vị", "Phần mềm theo dõi các đơn vị"],
  "đơn vị có những ai",
  "chương trình học bao giờ đổi mới",
  "bảng phân công cán bộ trực",
])("%j asks nothing of the house", (text) => {
  expect(["unitList", "roles", "campaigns"]).not.toContain(readCommand(text)?.name)
})
