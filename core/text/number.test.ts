import fc from "fast-check"
import { expect, test } from "vitest"
import { compareVietnamese, formatNumber, formatPct, formatSigned, roundPct } from "./number.ts"

test.each([
  [0, "0"],
  [-0, "0"],
  [999, "999"],
  [1500, "1.500"],
  [-3000, "-3.000"],
  [1_000_000, "1.000.000"],
  [33_000_000_000_000n, "33.000.000.000.000"],
  [29.7, "29,7"],
])("%s is written %s", (n, written) => {
  expect(formatNumber(n)).toBe(written)
})

test.each([
  [12, "+12"],
  [0, "+0"],
  [-1_500, "-1.500"],
])("a change of %d is told as %s", (change, told) => {
  expect(formatSigned(change)).toBe(told)
})

test.each([
  [75.6, "75,6%"],
  [76, "76,0%"],
  [0, "0,0%"],
  [-0.01, "0,0%"],
  [132.3, "132,3%"],
  [1234.5, "1.234,5%"],
])("%s percent is written %s", (pct, written) => {
  expect(formatPct(pct)).toBe(written)
})

test.each([
  [3782, 5000, 75.6],
  [3801, 5000, 76],
  [1, 60, 1.7],
  [14, 60, 23.3],
  [2323, 1000, 232.3],
  [1, 2000, 0.1],
  [1, 2001, 0],
  [15, 10_000, 0.2],
  [-1, 3, -33.3],
  [-1, 2000, 0],
  [0, 100, 0],
  [5, 0, 0],
  [5, -1, 0],
  [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 100],
])("%i of %i is %s percent", (part, whole, pct) => {
  expect(roundPct(part, whole)).toBe(pct)
})

test("the rounded percentage is within half a tenth of the exact one", () => {
  const count = fc.integer({ min: 0, max: 1_000_000 })
  fc.assert(
    fc.property(count, count, (part, over) => {
      const whole = over + 1
      const tenths = BigInt(Math.round(roundPct(part, whole) * 10))
      const twiceTheError = 2n * (tenths * BigInt(whole) - BigInt(part) * 1000n)
      expect(twiceTheError > -BigInt(whole) && twiceTheError <= BigInt(whole)).toBe(true)
    }),
  )
})

test.each([
  ["letters", "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y".split(" ")],
  ["tones", "ma mà mả mã má mạ".split(" ")],
  ["tones of ê", "mê mề mể mễ mế mệ".split(" ")],
  ["districts", ["Chợ Mới", "Đại Từ", "Định Hóa", "Phú Bình", "Sông Công", "Võ Nhai"]],
  ["numbers", ["Tổ 1", "Tổ 2", "Tổ 10"]],
])("%s come in dictionary order", (_, ordered) => {
  expect(ordered.toReversed().toSorted(compareVietnamese)).toEqual(ordered)
})

test("composed and decomposed names are equal", () => {
  expect(compareVietnamese("Đại Từ".normalize("NFD"), "Đại Từ")).toBe(0)
})
