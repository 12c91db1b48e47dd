import { expect, test } from "vitest"
import { sparing } from "./sparing.ts"

/** What reaches the log, and a clock that is moved by hand. */
function scene() {
  const lines: unknown[] = []
  const clock = { seconds: 0 }
  const tell = sparing(
    (fields, message) => lines.push({ message, ...fields }),
    () => clock.seconds * 1000,
  )
  return { lines, clock, tell }
}

test("what fails again and again within a minute is told once, then with how often it was kept back", () => {
  const { lines, clock, tell } = scene()
  for (const chat of ["a", "b", "c"]) tell({ chat }, "not stored")
  clock.seconds = 61
  tell({ chat: "d" }, "not stored")
  expect(lines).toEqual([
    { message: "not stored", chat: "a" },
    { message: "not stored", chat: "d", unsaid: 2 },
  ])
})

test("what fails otherwise is told too", () => {
  const { lines, tell } = scene()
  tell({}, "not stored")
  tell({}, "not swept")
  expect(lines).toEqual([{ message: "not stored" }, { message: "not swept" }])
})

test("a trouble that comes back much later counts anew", () => {
  const { lines, clock, tell } = scene()
  tell({}, "not stored")
  for (clock.seconds of [100, 200]) tell({}, "not stored")
  expect(lines).toEqual([{ message: "not stored" }, { message: "not stored" }, { message: "not stored" }])
})
