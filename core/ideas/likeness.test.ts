import fc from "fast-check"
import { expect, test } from "vitest"
import { likeness } from "./likeness.ts"
import { wordsOfTitle } from "./signature.ts"
import { nearest } from "./testing.ts"
import { titleStock } from "./title-stock.ts"
import { TITLES } from "./titles.labelled.ts"

const MAY = "CĐCS Công ty May TNG"
const compare = (one: string, other: string) =>
  likeness({ title: one, unitName: MAY }, { title: other, unitName: "CĐCS Trường Tân Long" })
const stock = titleStock()
for (const [number, { title }] of TITLES.entries()) stock.add(2 * number, wordsOfTitle(title))
for (const [number, other] of TITLES.flatMap((each) => each.other).entries())
  stock.add(2 * number + 1, wordsOfTitle(other))
const isFound = (at: number, told: string) => nearest(stock, wordsOfTitle(told), 5).includes(2 * at)
const unmarked = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D")

test("the same idea told otherwise is found and known, another idea about the same matter is not taken for it", () => {
  const same = TITLES.flatMap(({ title, same }, at) => same.map((told) => ({ at, title, told })))
  const other = TITLES.flatMap(({ title, other }) => other.map((idea) => [title, idea] as const))
  expect(same.length).toBeGreaterThanOrEqual(120)
  expect(other.length).toBeGreaterThanOrEqual(120)
  const known = same.filter(({ at, title, told }) => isFound(at, told) && compare(told, title).sameIdea)
  const mistaken = other.filter(([title, idea]) => compare(idea, title).sameIdea)
  const recall = known.length / same.length
  const precision = known.length / (known.length + mistaken.length)
  console.info(
    `similar titles: recall ${known.length}/${same.length} (${(100 * recall).toFixed(1)} %) · precision ${(100 * precision).toFixed(1)} % over ${other.length} other ideas about the same matter (${mistaken.length} mistaken)`,
  )
  expect(recall, JSON.stringify(same.filter((pair) => !known.includes(pair)))).toBeGreaterThanOrEqual(0.95)
  expect(precision, JSON.stringify(mistaken)).toBeGreaterThanOrEqual(0.95)
})

test("what is found and how close it is does not depend on the order of words, on marks or on case", () => {
  const asked = fc.nat(TITLES.length - 1).chain((at) => {
    const words = (TITLES[at]?.title ?? "").split(" ")
    return fc.record({ at: fc.constant(at), words: fc.shuffledSubarray(words, { minLength: words.length }) })
  })
  fc.assert(
    fc.property(asked, ({ at, words }) => {
      const told = words.join(" ")
      for (const each of [told, unmarked(told).toUpperCase()]) {
        expect(nearest(stock, wordsOfTitle(each), 1)).toEqual([2 * at])
        expect(compare(TITLES[at]?.title ?? "", each).closeness).toBe(1)
      }
    }),
  )
})

test.each([
  ["Cải tiến công đoạn may số 3", "Cải tiến công đoạn may số 4", true],
  ["Giá để khuôn dập số 01", "Giá để khuôn dập số 1", false],
  ["Giảm 30% thời gian may túi hộp", "Giảm 25% thời gian may túi hộp", false],
  ["Tiết kiệm 20 triệu mỗi tháng nhờ gá kẹp", "Tiết kiệm 30 triệu mỗi tháng nhờ gá kẹp", false],
])("%j and %j are a numbered series: %s", (one, other, series) => {
  expect(compare(one, other)).toMatchObject({ sameIdea: true, series })
})

test("no title makes reading or comparing throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (title) => {
      expect(wordsOfTitle(title).size).toBeLessThanOrEqual(60)
      compare(title, title)
    }),
    { numRuns: 200 },
  )
})
