import { expect, test } from "vitest"
import { readBenefitWish } from "./benefit-wish.ts"

test.each([
  ["làm lợi trên 150tr", "above", "150000000", ""],
  ["trên 1 tỷ tháng 3 KCN", "above", "1000000000", "tháng 3 KCN"],
  ["làm lợi dưới 10 triệu", "below", "10000000", ""],
  ["làm lợi từ 500 triệu trở lên May TNG", "from", "500000000", "May TNG"],
  ["lam loi tu 1,5 ty", "from", "1500000000", ""],
  ["làm lợi hơn 1 tỷ 2", "above", "1200000000", ""],
  ["làm lợi từ 1 tỷ 200 triệu KCN", "from", "1200000000", "KCN"],
  ["làm lợi ít nhất 1.000.000.000 đồng", "from", "1000000000", ""],
  ["làm lợi trên một tỷ rưỡi", "above", "1500000000", ""],
  // Of a year, as honour lists compare them.
  ["làm lợi từ 10 triệu/tháng", "from", "120000000", ""],
  ["làm lợi từ 1 tỷ mỗi năm GD", "from", "1000000000", "GD"],
  ["làm lợi trên 1 tỷ năm 2026", "above", "1000000000", "năm 2026"],
])("%s: %s %s of %j", (text, kind, vnd, rest) => {
  expect(readBenefitWish(text)).toMatchObject({ bound: { kind, vnd }, rest, page: 1 })
})

test("what could not be converted, and a page", () => {
  expect(readBenefitWish("chưa quy đổi được ra tiền tháng 3 KCN trang 2")).toEqual({
    bound: { kind: "unconverted" },
    typed: "chưa quy đổi được ra tiền",
    rest: "tháng 3 KCN",
    page: 2,
  })
})

test.each([
  "tháng 3 KCN",
  "từ 1/3 đến 15/3",
  "từ tháng 3",
  "làm lợi tháng 3",
  "trên 90%",
  "làm lợi trên 200 USD",
  "làm lợi trên 5 triệu mỗi ca",
  "trên cổng",
  "",
])("%j asks for no list by benefit", (text) => {
  expect(readBenefitWish(text)).toBeUndefined()
})
