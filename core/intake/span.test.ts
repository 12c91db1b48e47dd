import { expect, test } from "vitest"
import { parseMoney } from "../text/money-reading.ts"
import { withSpan } from "./span.ts"

test.each([
  ["tầm 2tr", "một tháng", "khoảng 2.000.000 đ/tháng"],
  ["30tr/năm", "không phải năm mà là tháng", "30.000.000 đ/tháng"],
  ["30tr/năm", "tháng chứ không phải năm ạ", "30.000.000 đ/tháng"],
  ["30tr", "tính theo quý nhé", "30.000.000 đ/quý"],
  // It has one already, or none is said
  ["30tr/năm", "một tháng", undefined],
  ["30tr", "tháng này", undefined],
  ["30tr", "năm ngoái làm lợi hơn", undefined],
  ["hàng trăm triệu", "mỗi năm", undefined],
])("%s, and then %j: %s", (amount, said, shown) => {
  const reading = parseMoney(amount)
  const money = reading.kind === "money" ? reading.money : undefined
  expect(withSpan(money, said)?.raw).toBe(shown)
})
