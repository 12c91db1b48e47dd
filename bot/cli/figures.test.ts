import { expect, test } from "vitest"
import { count, numberOf, percent, signed } from "./figures.ts"

test("figures are written the English way; what was taken back has one sign", () => {
  expect([count(3782), percent(75.6), percent(1404.5), percent(0)]).toEqual([
    "3,782",
    "75.6 %",
    "1,404.5 %",
    "0.0 %",
  ])
  expect([numberOf(1, "record"), numberOf(0, "record"), numberOf(2, "entry", "entries")]).toEqual([
    "1 record",
    "0 records",
    "2 entries",
  ])
  expect([signed(1310), signed(0), signed(-3)]).toEqual(["+1,310", "+0", "-3"])
})
