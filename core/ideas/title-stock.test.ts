import fc from "fast-check"
import { expect, test } from "vitest"
import { nearest } from "./testing.ts"
import { TITLES_A_STEP, titleStock } from "./title-stock.ts"

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
        const found = nearest(stock, asked, limit)
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
  expect(nearest(stock, "may ga cu tui".split(" "), 3)).toEqual([0, 1, 2])
  expect(nearest(stock, ["ga", "say"], 1)).toEqual([5])
  expect(nearest(stock, ["lạ"], 5)).toEqual([])
})

test("a title that was changed is found under its old and its new words, once", () => {
  const stock = titleStock()
  stock.add(7, ["lo", "say"])
  stock.add(7, ["lo", "nung"])
  expect(nearest(stock, ["say"], 5)).toEqual([7])
  expect(nearest(stock, ["nung"], 5)).toEqual([7])
  expect(nearest(stock, ["lo"], 5)).toEqual([7])
})

test("a look-up stops after so many titles, and what is written meanwhile does no harm", () => {
  const stock = titleStock()
  const total = 2 * TITLES_A_STEP + 1
  for (let number = 0; number < total; number++)
    stock.add(number, ["chung", `${number % 7}`, `x${number % 5_000}`])
  const steps = stock.near(["chung", "3", "x4000"], 200)
  let stops = 0
  for (let step = steps.next(); step.done !== true; step = steps.next()) {
    stops++
    for (let more = 0; more < 2_000; more++) stock.add(total + more, ["chung", "3", `y${more}`])
  }
  expect(stops).toBe(2)
  const found = nearest(stock, ["chung", "3", "x4000"], 200)
  const equal = Array.from({ length: total }, (_, number) => number).filter(
    (number) => number % 7 === 3 && number % 5_000 === 4_000,
  )
  expect(found.slice(0, equal.length).toSorted((one, other) => one - other)).toEqual(equal)
})

test("it grows beyond its first room and keeps all", () => {
  const stock = titleStock()
  for (let number = 0; number < 5_000; number++) stock.add(number, ["chung", `${number % 50}`, `x${number}`])
  expect(stock.size()).toBe(5_000)
  expect(nearest(stock, ["chung", "17", "x4017"], 1)).toEqual([4_017])
  expect(nearest(stock, ["17"], 1_000)).toHaveLength(100)
})
