import { expect, test } from "vitest"
import { readCommand } from "./read.ts"

test.each([
  ["bỏ anh Bình ra khỏi SK-000007", "SK-000007 bỏ anh Bình"],
  ["xóa tên Lê Minh khỏi SK7", "SK7 bỏ Lê Minh"],
  ["em rút khỏi SK-000007", "SK-000007 rút"],
  ["thêm chị Hoa làm đồng tác giả SK-7 nhé", "SK-7 chị Hoa"],
  ["em ko làm cùng SK-7 đâu, bỏ tên em ra", "SK-7 rút"],
  ["cho em làm chung SK-000001 được không", "SK-000001 xin tham gia"],
])("%j is about the co-authors", (text, rest) => {
  expect(readCommand(text)).toMatchObject({ name: "coAuthor", rest })
})

test.each([["bỏ phần mô tả khỏi SK-000007"], ["tham gia chương trình sáng kiến SK"]])("%j is not", (text) => {
  expect(readCommand(text)?.name).not.toBe("coAuthor")
})
