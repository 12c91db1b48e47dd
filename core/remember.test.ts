import { expect, test } from "vitest"
import { recent, remember, remembering } from "./remember.ts"

test("a memory that is full forgets the oldest; a question that was answered lately is not asked again", () => {
  const memory = new Map<string, number>()
  for (const [place, key] of ["a", "b", "a", "c"].entries()) remember(memory, key, place, 2)
  expect([...memory]).toEqual([
    ["b", 1],
    ["c", 3],
  ])
  let asked = 0
  const length = remembering((text) => {
    asked++
    return text.length
  })
  expect([length("ba"), length("ba"), asked]).toEqual([2, 2, 1])
})

test("of what was used lately the latest are kept, and never more than twice as many", () => {
  const memory = recent<number, string>(3)
  for (let n = 1; n <= 100; n++) {
    memory.set(n, `${n}`)
    expect(memory.get(1)).toBe("1")
    for (const latest of [n - 1, n]) if (latest > 0) expect(memory.get(latest)).toBe(`${latest}`)
  }
  expect(Array.from({ length: 100 }, (_, n) => memory.get(n + 1)).filter(Boolean).length).toBeLessThanOrEqual(
    6,
  )
})

test("what nobody used between two ages is forgotten", () => {
  const memory = recent<string, number>(10)
  memory.set("used", 1)
  memory.set("left", 2)
  memory.age()
  expect(memory.get("used")).toBe(1)
  memory.age()
  expect([memory.get("used"), memory.get("left")]).toEqual([1, undefined])
  memory.delete("used")
  expect(memory.get("used")).toBeUndefined()
  memory.set("again", 3)
  memory.clear()
  expect(memory.get("again")).toBeUndefined()
})
