import { expect, test } from "vitest"
import { readRegistration } from "../intake/registration.ts"
import { readCommand } from "./read.ts"

test.each([
  ["SK-000123 hủy giúp em", "cancel", "SK-000123"],
  ["sk 123 huy vi gui nham", "cancel", "sk 123 vi gui nham"],
  ["SK-000123 bổ sung: đã áp dụng 2 chuyền", "add", "SK-000123 đã áp dụng 2 chuyền"],
  ["SK-000123 em sửa làm lợi 60tr", "edit", "SK-000123 làm lợi 60tr"],
  ["chỉnh SK-000123 làm lợi 60tr", "edit", "SK-000123 làm lợi 60tr"],
  ["đổi tên SK-000123 thành Cải tiến cữ gá túi", "edit", "SK-000123 tên thành Cải tiến cữ gá túi"],
  ["sửa lĩnh vực của SK-000123 thành An toàn", "edit", "SK-000123 lĩnh vực thành An toàn"],
  ["chuyển SK-000123 sang lĩnh vực y tế", "edit", "SK-000123 lĩnh vực: y tế"],
  ["chuyen linh vuc sk123 sang y te", "edit", "sk123 linh vuc sang y te"],
  ["sk1 bỏ phần tiền", "edit", "sk1 bỏ phần tiền"],
  ["SK-1 không ghi tiền nữa", "edit", "SK-1 bỏ phần tiền"],
  ["xóa phần làm lợi của SK-1", "edit", "SK-1 bỏ phần tiền"],
  ["bỏ số tiền đi em", "edit", "bỏ phần tiền"],
  ["sua lam loi sk123 thanh 60tr", "edit", "sk123 lam loi thanh 60tr"],
])("%s: the code may come first", (text, name, rest) => {
  expect(readCommand(text)).toMatchObject({ name, rest })
})

test.each([
  ["SK-000010 công nhận", "recognize", "SK-000010"],
  [
    "SK-000010, SK-000011, 12-17 công nhận cấp cơ sở QĐ 45",
    "recognize",
    "SK-000010, SK-000011, 12-17 cấp cơ sở QĐ 45",
  ],
  ["SK-000012 hỏi thêm số liệu trước và sau", "askMore", "SK-000012 số liệu trước và sau"],
  ["SK-000013 từ chối: trùng với sáng kiến khác", "refuse", "SK-000013 trùng với sáng kiến khác"],
  ["SK-000010 lên cổng CP-889123", "onPortal", "SK-000010 CP-889123"],
  ["8h sáng mai nhắc đơn vị chưa đạt: Cố lên", "remind", "đơn vị chưa đạt 8h sáng mai: Cố lên"],
  [
    "thứ hai hằng tuần 8h đến 31/12 nhắc giúp chị các đơn vị chưa đạt: Cố lên",
    "remind",
    "đơn vị chưa đạt thứ hai hằng tuần 8h đến 31/12: Cố lên",
  ],
  ["đôn đốc đơn vị chưa đạt ngay", "remind", "đơn vị chưa đạt ngay"],
  ["mai 8h nhắc giúp chị đại từ", "remind", "đại từ mai 8h"],
  ["chiều mai nhắc Phú Lương nộp hồ sơ", "remind", "chiều mai Phú Lương nộp hồ sơ"],
  ["gui nhac dinh hoa voi vo nhai 8h sang mai", "remind", "dinh hoa voi vo nhai 8h sang mai"],
  ["nhac may tng 8h sang mai", "remind", "may tng 8h sang mai"],
])("%s is an order from an officer, and from nobody else", (text, name, rest) => {
  expect(readCommand(text, { officer: true })).toMatchObject({ name, rest })
  if (name !== "remind") expect(readCommand(text)?.name).not.toBe(name)
})

test.each([
  "SK-000010 công nhận chưa",
  "SK-000010 công nhận rồi",
  "SK-000010 lên cổng chưa em",
  "SK-000013 hủy được không",
])("%s only asks or tells", (text) => {
  const orders = ["recognize", "onPortal", "cancel"]
  expect(orders).not.toContain(readCommand(text, { officer: true })?.name)
})

test.each([
  ["làm lợi 80tr/năm: đăng ký sáng kiến Lắp đèn soi lỗi vải", "Lắp đèn soi lỗi vải", "80000000", "year"],
  ["tiet kiem 1ty2 moi nam dk sk thay den led nha xuong", "thay den led nha xuong", "1200000000", "year"],
  [
    "120tr/năm là tiền làm lợi, đăng ký: Cải tiến cữ gá may túi",
    "Cải tiến cữ gá may túi",
    "120000000",
    "year",
  ],
  ["đăng ký: làm lợi 45tr, sáng kiến: Lắp cảm biến báo kẹt", "Lắp cảm biến báo kẹt", "45000000", null],
  ['đăng ký "Cải tiến máy ép keo cổ áo" làm lợi 50tr', "Cải tiến máy ép keo cổ áo", "50000000", null],
])("%s: the benefit may come first", (text, title, amount, period) => {
  const command = readCommand(text)
  expect(command?.name).toBe("register")
  expect(readRegistration(command?.rest ?? "")).toMatchObject({ title, benefit: { amount, period } })
})

test.each([
  ["em không muốn nộp nữa, hủy giúp em SK-3", "cancel", "SK-3 vì không nộp nữa"],
  // What is asked behind it is no new title.
  ["em muốn đổi tên SK-3 và hỏi bao giờ được duyệt", "edit", "SK-3"],
  ["đổi tên SK-3 thành Và thế là đủ điện", "edit", "SK-3 tên thành Và thế là đủ điện"],
  ["em viết sai tên SK-3, sửa giúp em với", "edit", "SK-3"],
  ["sk1 đổi lại số tiền thành 8tr/năm", "edit", "sk1 số tiền thành 8tr/năm"],
  ["ghi thêm vào sk1 là đã dùng ở chuyền 3", "add", "sk1 đã dùng ở chuyền 3"],
  ["cho em đổi tên hiển thị lại", "correctName", ""],
  ["làm tiếp cái hôm qua đang dở", "resume", ""],
  ["đừng nhắc em nữa", "remind", "tắt nhắc"],
  ["nhắn nhiều quá tắt đi", "remind", "tắt nhắc"],
])("%s", (text, name, rest) => {
  expect(readCommand(text)).toMatchObject({ name, rest })
})

test.each([
  ["/congnhan SK-000010", "recognize"],
  ["/tuchoi SK-000013 trùng", "refuse"],
  ["/hoithem SK-000012 số liệu", "askMore"],
  ["/lencong SK-000010 CP-1", "onPortal"],
  ["/bosung SK-000010 đã dùng", "add"],
])("%s: a slash writes the words of any command as one", (text, name) => {
  expect(readCommand(text)?.name).toBe(name)
})

test.each([
  ["7F3K-9QXM-2WTA-HC4E", "claim"],
  ["nhập mã 7F3K-9QXM", "claim"],
  ["của tui", "mine"],
  ["thông tin của tôi", "myData"],
  ["bot lưu gì về tôi", "myData"],
  ["đký sk Khay hứng dầu máy khoan", "register"],
  ["ai đang dẫn đầu", "ranking"],
])("%s", (text, name) => {
  expect(readCommand(text)?.name).toBe(name)
})

test.each([
  "SK-4 tác giả xin xét lại",
  "SK-1 tác giả dọa rút",
  "SK-1 tác giả là vợ em",
  "SK-1 tác giả bị ghi sai",
  "SK-1 mô tả ngắn quá",
  "SK-1 mo ta hoi ngan",
  "SK-1 lĩnh vực hơi lạ",
  "SK-1 tên hơi dài",
  "SK-1 tên nghe kỳ",
])("%s: what is thought of a field, or happens to its author, writes nothing into it", (text) => {
  for (const officer of [false, true]) expect(readCommand(text, { officer })?.name, text).not.toBe("edit")
})

test.each([
  ["SK-1 mô tả: không còn bụi", "SK-1 mô tả: không còn bụi"],
  ["SK-1 mô tả trước làm tay nay làm máy", "SK-1 mô tả: trước làm tay nay làm máy"],
  ["SK-1 tên: Hơi nước ngưng tụ", "SK-1 tên: Hơi nước ngưng tụ"],
  ["SK-1 tác giả bà Năm", "SK-1 tác giả: bà Năm"],
  ["SK-1 tac gia nguyen van binh", "SK-1 tac gia: nguyen van binh"],
])("%s: what a field is to be", (text, rest) => {
  expect(readCommand(text)).toMatchObject({ name: "edit", rest })
})
