import { expect, test } from "vitest"
import { isSpoken } from "./spoken-to-bot.ts"

test.each([
  ["mấy đơn vị tuần rồi chưa có cái nào", true],
  ["May TNG làm ăn sao rồi", true],
  ["nối lại nhóm đó giúp", true],
  ["don vi nao dan dau vay", true],
  ["Máy ép keo cổ áo", false],
  ["may ep keo co ao", false],
  ["Lắp cảm biến tự tắt đèn khi không có người trong xưởng", false],
])("%s: %s", (typed, expected) => {
  expect(isSpoken(typed)).toBe(expected)
})
