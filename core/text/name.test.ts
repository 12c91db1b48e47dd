import { expect, test } from "vitest"
import { personName } from "./name.ts"

test.each([
  ["nguyễn văn a", "Nguyễn Văn A"],
  ["đặng thị ánh", "Đặng Thị Ánh"],
  ["nguyen van an-phuong", "Nguyen Van An-Phuong"],
  ["h'hen niê", "H'hen Niê"],
  ["đoàn  văn tám", "Đoàn  Văn Tám"],
  ["NGUYỄN VĂN A", "NGUYỄN VĂN A"],
  ["Nguyễn văn a", "Nguyễn văn a"],
  ["nguyễn Văn a", "nguyễn Văn a"],
  ["", ""],
])("%j is shown as %j", (typed, shown) => {
  expect(personName(typed)).toBe(shown)
})
