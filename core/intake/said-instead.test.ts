import { expect, test } from "vitest"
import { saidInstead } from "./said-instead.ts"

test.each([
  ["à nhầm, bàn xoay dán nhãn", "bàn xoay dán nhãn"],
  ["à nhầm, tên là bàn xoay dán tem", "tên là bàn xoay dán tem"],
  ["ý em là bàn xoay dán tem", "bàn xoay dán tem"],
  ["Ý của chị là đỡ mỏi vai và cổ", "đỡ mỏi vai và cổ"],
  ["sửa câu trước: bàn xoay tự động", "bàn xoay tự động"],
  ["à quên câu trước sửa lại là 20tr", "20tr"],
  ["à câu trước em ghi thiếu, còn đỡ mỏi cổ nữa", "còn đỡ mỏi cổ nữa"],
])("«%s» says instead: %s", (said, instead) => {
  expect(saidInstead(said)).toBe(instead)
})

test.each([
  "Khay chống nhầm chỉ khi thay màu",
  "Giảm nhầm lẫn khi cấp thuốc",
  "trước hay lấy nhầm, nay dán nhãn màu",
  "nhầm rồi",
  "ý tưởng mới",
  "Sửa câu hỏi trong ngân hàng đề",
])("«%s» puts nothing right", (said) => {
  expect(saidInstead(said)).toBeUndefined()
})
