import { expect, test } from "vitest"
import { pastedRows } from "./pasted-row.ts"

test("a row of one's own without its headings is a registration, several are a list, those of others a list of people", () => {
  const row = "3/12/2025 9:15:22\tHà Thị Liên\tCông ty May TNG\tĐồ gá vắt gấu ống quần\t35000000\tKhông"
  expect(pastedRows(row, "Hà Thị Liên")).toBe("Tên sáng kiến: Đồ gá vắt gấu ống quần\nLàm lợi: 35000000 đồng")
  const rows = "Đồ gá vắt gấu ống quần\t20tr\nKhay nam châm thu kim gãy\t5 triệu"
  expect(pastedRows(rows, "Hà Thị Liên")).toBe(
    "đăng ký 2 sáng kiến:\n1. Đồ gá vắt gấu ống quần, làm lợi 20tr\n2. Khay nam châm thu kim gãy, làm lợi 5 triệu",
  )
  const others = "Nguyễn Văn Tài\tCải tiến lò sấy gỗ\t20tr\nMa Thị Bích\tXe đẩy phôi ba tầng\t"
  expect(pastedRows(others, "Bế Văn Phú")).toBe(
    "1. Nguyễn Văn Tài - Cải tiến lò sấy gỗ - 20tr\n2. Ma Thị Bích - Xe đẩy phôi ba tầng",
  )
})

test("a row of a list that cannot be read holds back no other", () => {
  const rows =
    "1\tNguyễn Thị Mơ\tTổ 1\tKhay đựng kim găm\t5 triệu\n2\tHoàng Thị Én\tTổ 2\tabc\t12tr\n3\tLý Văn Sáu\tTổ 2\tXe chở vải có khóa\t"
  expect(pastedRows(rows, "Trần Thị Dung")).toBe(
    "1. Nguyễn Thị Mơ - Khay đựng kim găm - 5 triệu\n2. Hoàng Thị Én - Tổ 2 - abc - 12tr\n3. Lý Văn Sáu - Xe chở vải có khóa",
  )
})

test.each([
  "Thứ hai\tca sáng\tca chiều",
  "Hà Thị Liên\t0912345678",
  "Tên sáng kiến\tGiá trị làm lợi",
  "cơm\tphở",
  "đăng ký: Đồ gá vắt gấu\nmô tả\tgá xoay hai mặt",
])("%j is no such rows", (text) => {
  expect(pastedRows(text, "Hà Thị Liên")).toBeUndefined()
})
