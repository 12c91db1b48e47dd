import fc from "fast-check"
import { expect, test } from "vitest"
import { titleStock } from "./title-stock.ts"

const word = fc.constantFrom(...Array.from("abcdefghijklmnopqrst"))
const title = fc.uniqueArray(word, { minLength: 1, maxLength: 8 })

test("at most as many as asked are found, each once, only such as share a word, and every title of the same words", () => {
  fc.assert(
    fc.property(
      fc.array(title, { minLength: 1, maxLength: 60 }),
      title,
      fc.integer({ min: 1, max: 10 }),
      (titles, asked, limit) => {
        const stock = titleStock()
        for (const [number, words] of titles.entries()) stock.add(number, words)
        const found = stock.near(asked, limit)
        const sharing = titles.flatMap((words, number) =>
          words.some((each) => asked.includes(each)) ? [number] : [],
        )
        expect(new Set(found).size).toBe(found.length)
        expect(sharing).toEqual(expect.arrayContaining([...found]))
        expect(found.length).toBeLessThanOrEqual(limit)
        const equal = titles.flatMap((words, number) =>
          words.toSorted().join() === asked.toSorted().join() ? [number] : [],
        )
        expect(found).toEqual(expect.arrayContaining(equal.slice(0, limit)))
      },
    ),
  )
})

test("the same words come before fewer and before more, a rare word tells more than a common one", () => {
  const stock = titleStock()
  const titles = [
    "cu ga may tui",
    "cu ga may",
    "cu ga may tui hop nho",
    "ga may ao",
    "ga may quan",
    "lo say che",
  ]
  for (const [number, each] of titles.entries()) stock.add(number, each.split(" "))
  expect(stock.near("may ga cu tui".split(" "), 3)).toEqual([0, 1, 2])
  expect(stock.near(["ga", "say"], 1)).toEqual([5])
  expect(stock.near(["lạ"], 5)).toEqual([])
})

test("a title that was changed is found under its old and its new words, once", () => {
  const stock = titleStock()
  stock.add(7, ["lo", "say"])
  stock.add(7, ["lo", "nung"])
  expect(stock.near(["say"], 5)).toEqual([7])
  expect(stock.near(["nung"], 5)).toEqual([7])
  expect(stock.near(["lo"], 5)).toEqual([7])
})

test("it grows beyond its first room and keeps all", () => {
  const stock = titleStock()
  for (let number = 0; number < 5_000; number++) stock.add(number, ["chung", `${number % 50}`, `x${number}`])
  expect(stock.size()).toBe(5_000)
  expect(stock.near(["chung", "17", "x4017"], 1)).toEqual([4_017])
  expect(stock.near(["17"], 1_000)).toHaveLength(100)
})
