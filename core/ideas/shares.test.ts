import fc from "fast-check"
import { expect, test } from "vitest"
import { evenShares, formatShare, isGivenName, isWhole, readNamedShares, readShares } from "./shares.ts"

test.each([
  ["60/40", [600, 400]],
  ["60% / 40%", [600, 400]],
  ["60-40", [600, 400]],
  ["60 40", [600, 400]],
  ["33,4/33,3/33,3", [334, 333, 333]],
  ["50.5/49.5.", [505, 495]],
  ["chia 70 30", [700, 300]],
  ["chia theo tỷ lệ 70:30 nhé", [700, 300]],
  ["chia 7 3", [700, 300]],
  ["7/3", [700, 300]],
  ["60", undefined],
  ["60/bốn mươi", undefined],
  ["1/2 ngày", undefined],
])("%j are the shares %j", (typed, shares) => {
  expect(readShares(typed)).toEqual(shares)
})

test.each([
  [
    "Trần Thị Lan cùng với Lê Minh",
    [
      ["Trần Thị Lan", undefined],
      ["Lê Minh", undefined],
    ],
  ],
  ["Trần Thị Lan 40%", [["Trần Thị Lan", 400]]],
  ["Trần Thị Lan chia 70 30", [["Trần Thị Lan", 300]]],
  [
    "Trần Thị Lan và Lê Minh chia 50/30/20",
    [
      ["Trần Thị Lan", 300],
      ["Lê Minh", 200],
    ],
  ],
  [
    "Trần Thị Lan: 40, Lê Minh 12,5%",
    [
      ["Trần Thị Lan", 400],
      ["Lê Minh", 125],
    ],
  ],
  [
    "Trần Thị Lan 40% và Lê Minh (10%)",
    [
      ["Trần Thị Lan", 400],
      ["Lê Minh", 100],
    ],
  ],
  ["Trần Thị Lan", [["Trần Thị Lan", undefined]]],
  [
    "Trần Thị Lan và Lê Minh chia đều",
    [
      ["Trần Thị Lan", undefined],
      ["Lê Minh", undefined],
    ],
  ],
  ["chị Lan tổ 2 50%", [["chị Lan tổ 2", 500]]],
  ["cô Trần Thị Mai 30%", [["Trần Thị Mai", 300]]],
  ["ANH NGUYEN ANH TUAN 40", [["NGUYEN ANH TUAN", 400]]],
  ["trần thị lan 40%", [["Trần Thị Lan", 400]]],
  ["40%", undefined],
  ["", undefined],
])("%j names %j", (typed, named) => {
  expect(readNamedShares(typed)?.map(({ name, share }) => [name, share])).toEqual(named)
})

test("even shares are whole tenths, sum to exactly 100 % and differ by less than one percent", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), (count) => {
      const shares = evenShares(count)
      expect(isWhole(shares)).toBe(true)
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(20)
    }),
  )
})

test("what is said of shares is read as the same shares", () => {
  const whole = fc
    .array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 })
    .filter((given) => given.reduce((sum, share) => sum + share, 0) < 1_000)
    .map((given) => [1_000 - given.reduce((sum, share) => sum + share, 0), ...given])
  fc.assert(
    fc.property(whole, (shares) => {
      expect(readShares(shares.map(formatShare).join("/"))).toEqual(shares)
      expect(isWhole(shares)).toBe(true)
    }),
  )
})

test("no text makes the readers throw", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      readShares(text)
      readNamedShares(text)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ["Lan", true],
  ["chị Lan", true],
  ["Chú Hùng", true],
  ["Anh hùng", true],
  ["Chu Hùng", false],
  ["Bà Lan", true],
  ["Lê Minh", false],
  ["anh Lê Minh", false],
] as const)("%j is a given name alone: %j", (name, isAlone) => {
  expect(isGivenName(name)).toBe(isAlone)
})
