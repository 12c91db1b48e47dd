import { expect, test } from "vitest"
import { isCalledName, isNamedByJob, isNamedByWork, withoutWork } from "./occupation.ts"

test.each([
  "Tám bảo vệ",
  "Tư lao công",
  "Hoa tổ 3 chuyền 5",
  "Tám",
  "tổ cắt",
  "chị nhà bếp",
  "anh thợ điện",
  "bảo vệ",
])("«%s» is what somebody is called", (name) => {
  expect(isCalledName(name)).toBe(true)
})

test.each([
  "Nguyễn Văn Tám",
  "nguyễn văn tám",
  "Tô Văn Hùng",
  "tô văn hùng",
  "Chu Thị Bàn",
  "chu thị bàn",
  "Bàn Văn Quý",
  "Lò Thị Mến",
  "Kim An",
])("«%s» is a name", (name) => {
  expect(isCalledName(name)).toBe(false)
})

test("the work behind a whole name is no part of it, and a title is left as it is", () => {
  expect(withoutWork("anh Nguyễn Văn Tám bảo vệ: gắn gương cầu")).toBe("anh Nguyễn Văn Tám: gắn gương cầu")
  expect(withoutWork("Trần Thị Lan tổ 3 - khay kim")).toBe("Trần Thị Lan - khay kim")
  expect(withoutWork("Tám bảo vệ: gắn gương cầu")).toBe("Tám bảo vệ: gắn gương cầu")
  expect(withoutWork("Nguyễn Văn Tám: bảo vệ cổng bằng gương")).toBe("Nguyễn Văn Tám: bảo vệ cổng bằng gương")
})

test("where nothing says that somebody is spoken of, only a job behind a name does", () => {
  expect(isNamedByWork("Hoa tổ 3")).toBe(true)
  expect(isNamedByJob("Tám bảo vệ")).toBe(true)
  expect(["Hoa tổ 3", "Họp chuyền", "Họp giáo viên", "Cải tiến máy may"].some(isNamedByJob)).toBe(false)
})
