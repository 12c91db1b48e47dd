import { expect, test } from "vitest"
import { readRegistration } from "./registration.ts"

const TITLE = "giá treo kéo bằng lò xo"

test.each([
  [", đồng tác giả Lan 30%, Hùng 20%", "Lan 30%, Hùng 20%"],
  [" đồng tác giả Trần Thị Lan 30%", "Trần Thị Lan 30%"],
  [", làm cùng chị Trần Thị Lan (40%) và anh Lê Hùng (10%)", "Trần Thị Lan 40%, Lê Hùng 10%"],
  [", làm cùng chị Trần Thị Lan", "Trần Thị Lan"],
  [" của em và chị Trần Thị Lan", "Trần Thị Lan"],
  [", chị Trần Thị Lan 40%", "Trần Thị Lan 40%"],
  [" (em 60%, chị Trần Thị Lan 40%)", "Trần Thị Lan 40%"],
  [". em 60 chị Trần Thị Lan 40", "Trần Thị Lan 40%"],
])("behind the title «%s» names those it was made with", (behind, coAuthors) => {
  expect(readRegistration(`${TITLE}${behind}`)).toEqual({ title: TITLE, coAuthors })
})

test("the amount is read as well, wherever it stands", () => {
  const read = readRegistration(`${TITLE}, làm cùng chị Trần Thị Lan 40%, tiết kiệm 5tr/năm`)
  expect(read).toMatchObject({ title: TITLE, coAuthors: "Trần Thị Lan 40%", benefit: { amount: "5000000" } })
})

test.each([
  "máy cắt chỉ giảm 40% thời gian, tăng 60% năng suất",
  "Pha dung dịch A 60% B 40%, giảm mùi",
  "Tủ sách làm cùng Ban Nữ Công 50%",
  "Bàn giao ca với Trường Mầm Non Hoa Hồng",
])("«%s» names nobody", (title) => {
  expect(readRegistration(title)).toEqual({ title })
})
