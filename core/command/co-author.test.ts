import { expect, test } from "vitest"
import { readCommand } from "./read.ts"

test.each([
  ["bỏ anh Bình ra khỏi SK-000007", "SK-000007 bỏ anh Bình"],
  ["xóa tên Lê Minh khỏi SK7", "SK7 bỏ Lê Minh"],
  ["em rút khỏi SK-000007", "SK-000007 rút"],
  ["thêm chị Hoa làm đồng tác giả SK-7 nhé", "SK-7 chị Hoa"],
  ["em ko làm cùng SK-7 đâu, bỏ tên em ra", "SK-7 rút"],
  ["bỏ đồng tác giả Lê Văn Tú", "bỏ Lê Văn Tú"],
  ["thêm đồng tác giả Trần Thị Lan 30% vào SK-1", "SK-1 Trần Thị Lan 30%"],
  ["cho em thêm đồng tác giả Lê Tú vào sáng kiến SK-000007 với ạ", "SK-000007 Lê Tú"],
  ["thêm chị Hoa vào SK-1", "SK-1 chị Hoa"],
  ["SK-1 đồng tác giả Lê Tú 40%", "SK-1 Lê Tú 40%"],
  ["sửa đồng tác giả Lan thành Trần Thị Lan", "đổi Lan thành Trần Thị Lan"],
  ["đổi tên đồng tác giả Lan thành Hoàng Văn Tú SK-1", "SK-1 đổi Lan thành Hoàng Văn Tú"],
  ["thay đồng tác giả SK-1 Lan bằng Lê Tú", "SK-1 đổi Lan bằng Lê Tú"],
  ["SK-1 đồng tác giả Lan tên đúng là Trần Thị Lan", "SK-1 Lan tên đúng là Trần Thị Lan"],
  ["cho em làm chung SK-000001 được không", "SK-000001 xin tham gia"],
])("%j is about the co-authors", (text, rest) => {
  expect(readCommand(text)).toMatchObject({ name: "coAuthor", rest })
})

test.each([
  ["bỏ phần mô tả khỏi SK-000007"],
  ["tham gia chương trình sáng kiến SK"],
  ["thêm ảnh vào SK-1"],
  ["thêm Ảnh chụp vào SK-1"],
])("%j is not", (text) => {
  expect(readCommand(text)?.name).not.toBe("coAuthor")
})
