import { expect, test } from "vitest"
import { nameAlone, ownNameTold } from "./name-told.ts"

test.each([
  ["ho ten dung la Tran Duc Thinh nhe bot", "Tran Duc Thinh"],
  ["Anh ghi sai tên chị rồi, chị là Nguyễn Thị Hương chứ không phải Hường", "Nguyễn Thị Hương"],
  ["tôi tên là Nguyễn Văn Anh mới đúng", "Nguyễn Văn Anh"],
  ["tên em bị sai dấu, phải là Nguyễn Thị Thuỳ", "Nguyễn Thị Thuỳ"],
  ["sai tên rồi, em là Ma Văn Thịnh", "Ma Văn Thịnh"],
  ["họ tên đầy đủ của tôi là Nguyễn Nhật Anh", "Nguyễn Nhật Anh"],
  ["ten toi viet thieu chu dem, la nguyen thi thu huong nhe", "nguyen thi thu huong"],
  ["Tên em ghi thiếu họ, Hoàng Thị Nga mới đúng", "Hoàng Thị Nga"],
])("%s: %s", (text, name) => {
  expect(ownNameTold(text)).toBe(name)
})

test.each([
  // The title of what they made.
  "tên đúng là giá treo dây hơi con lăn",
  "tên sai rồi, phải là Cữ khoan nhanh",
  "Tên gọi đúng của máy là máy phay",
  // What the name is, is not said yet.
  "sai tên rồi",
  // Who introduces themselves puts nothing right.
  "em tên là Nguyễn Văn An",
])("%s: no name is put right", (text) => {
  expect(ownNameTold(text)).toBeUndefined()
})

test("politeness behind a name is none of it, and a name that sounds like it stays", () => {
  expect(nameAlone("Trần Văn Tám nhé em")).toBe("Trần Văn Tám")
  expect(nameAlone("Trần Thị Nhã")).toBe("Trần Thị Nhã")
  expect(nameAlone("nguyen nha")).toBe("nguyen nha")
})
