import { expect, test } from "vitest"
import { readCommand } from "./read.ts"

test.each([
  ["SK-000001 thêm mô tả: dùng cữ nam châm thay cữ vít", "SK-000001 dùng cữ nam châm thay cữ vít"],
  ["sk1 bổ sung: mỗi ca đỡ 20 phút", "sk1 mỗi ca đỡ 20 phút"],
])("%j adds to what it names", (text, rest) => {
  expect(readCommand(text)).toMatchObject({ name: "add", rest })
})

test("two more people are nothing to be written down", () => {
  expect(readCommand("SK-3 thêm 2 người")?.name).not.toBe("add")
})
