import { expect, test } from "vitest"
import { asTypedList } from "./copied-list.ts"

test("what names people on one line is one of lines, and what names none stays as it is", () => {
  expect(asTypedList("1. Lê Thị Hoa - xe đẩy 3 tầng 2. Nguyễn Văn Tám - gương cầu ở cổng")).toBe(
    "1. Lê Thị Hoa - xe đẩy 3 tầng\n2. Nguyễn Văn Tám - gương cầu ở cổng",
  )
  const titles = "1. Cải tiến khuôn đúc 2. Giá treo chỉ"
  expect(asTypedList(titles)).toBe(titles)
})

test("a list lettered by Word is one with marks", () => {
  expect(asTypedList("a. Phạm Văn Tư: Thùng rác phân loại\nb. Đỗ Thị Năm: Sổ tay lỗi vải")).toBe(
    "• Phạm Văn Tư: Thùng rác phân loại\n• Đỗ Thị Năm: Sổ tay lỗi vải",
  )
})

test("of messages copied out of a Zalo chat the hours go, and what was said around the titles", () => {
  expect(
    asTypedList(
      "[10:32, 12/3/2026] Trần Thị Lan: em đăng ký sáng kiến: Hộp đựng kim gãy\n[10:33, 12/3/2026] Lê Thị Hoa: Ghế xoay có đệm lưng cho thợ may",
    ),
  ).toBe("• Trần Thị Lan: Hộp đựng kim gãy\n• Lê Thị Hoa: Ghế xoay có đệm lưng cho thợ may")
})

test.each([
  "[10:32, 12/3/2026] Trần Thị Lan: mai họp lúc 8h nhé\n[10:33, 12/3/2026] Lê Thị Hoa: vâng ạ",
  "a. Tuấn: Máng trượt đưa phôi\na. Nam: Kệ để khuôn",
  "a. Phạm Văn Tư: Thùng rác phân loại",
  "Trần Thị Lan: Hộp đựng kim gãy",
])("%j stays as it is", (text) => {
  expect(asTypedList(text)).toBe(text)
})
