import { expect, test } from "vitest"
import { given } from "./given.ts"

test("A part that is undefined is left out; null, false, zero and the empty text are there", () => {
  const parts = given({ topic: undefined, unit: null, late: false, count: 0, title: "" })

  expect(Object.entries(parts)).toEqual([
    ["unit", null],
    ["late", false],
    ["count", 0],
    ["title", ""],
  ])
})

test("Spread over what is known, a part that is undefined wipes out nothing", () => {
  const benefit: string | undefined = undefined

  expect({ benefit: "120tr", ...given({ benefit }) }).toEqual({ benefit: "120tr" })
})
