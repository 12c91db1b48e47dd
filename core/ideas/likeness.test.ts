import fc from "fast-check"
import { expect, test } from "vitest"
import { likeness } from "./likeness.ts"
import { askedTriples, readIdea, storedTriples } from "./signature.ts"
import { TITLES } from "./titles.labelled.ts"

const MAY = "CĐCS Công ty May TNG"
const compare = (one: string, other: string) =>
  likeness({ title: one, unitName: MAY }, { title: other, unitName: "CĐCS Trường Tân Long" })
const findable = (stored: string, asked: string) => {
  const keys = new Set(storedTriples(readIdea(stored), "c"))
  return askedTriples(readIdea(asked), "c").some((key) => keys.has(key))
}
const unmarked = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D")

test("the same idea told otherwise is found and known, another idea about the same matter is not taken for it", () => {
  const same = TITLES.flatMap(({ title, same }) => same.map((told) => [title, told] as const))
  const other = TITLES.flatMap(({ title, other }) => other.map((idea) => [title, idea] as const))
  const known = same.filter(([title, told]) => findable(title, told) && compare(told, title).sameIdea)
  const mistaken = other.filter(([title, idea]) => compare(idea, title).sameIdea)
  const recall = known.length / same.length
  const precision = known.length / (known.length + mistaken.length)
  console.info(
    `similar titles: recall ${known.length}/${same.length} (${(100 * recall).toFixed(1)} %) · precision ${(100 * precision).toFixed(1)} % over ${other.length} other ideas`,
  )
  expect(recall, JSON.stringify(same.filter((pair) => !known.includes(pair)))).toBeGreaterThanOrEqual(0.95)
  expect(precision, JSON.stringify(mistaken)).toBeGreaterThanOrEqual(0.95)
})

test("keys do not depend on the order of words, on marks or on case", () => {
  const titles = fc.constantFrom(...TITLES.map(({ title }) => title))
  const retold = titles.chain((title) =>
    fc
      .shuffledSubarray(title.split(" "), { minLength: title.split(" ").length })
      .map((words) => [title, words.join(" ")] as const),
  )
  fc.assert(
    fc.property(retold, ([title, words]) => {
      const keys = [...storedTriples(readIdea(title), "c")].sort()
      expect([...storedTriples(readIdea(words), "c")].sort()).toEqual(keys)
      expect([...storedTriples(readIdea(unmarked(words).toUpperCase()), "c")].sort()).toEqual(keys)
      expect(compare(title, words).closeness).toBe(1)
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

test("stocks of two campaigns never share a key", () => {
  const idea = readIdea(TITLES[0]?.title ?? "")
  const first = new Set(storedTriples(idea, "one"))
  expect(storedTriples(idea, "two").filter((key) => first.has(key))).toEqual([])
})

test("no title makes reading or comparing throw, and keys stay few", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (title) => {
      expect(storedTriples(readIdea(title), "c").length).toBeLessThanOrEqual(28)
      expect(askedTriples(readIdea(title), "c").length).toBeLessThanOrEqual(364)
      compare(title, title)
    }),
    { numRuns: 200 },
  )
})
