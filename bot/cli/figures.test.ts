import { expect, test } from "vitest"
import { count, percent, signed } from "./figures.ts"

test("figures are written the English way; what was taken back has one sign", () => {
  expect([count(3782), percent(75.6), percent(1404.5), percent(0)]).toEqual([
    "3,782",
    "75.6 %",
    "1,404.5 %",
    "0.0 %",
  ])
  expect([signed(1310), signed(0), signed(-3)]).toEqual(["+1,310", "+0", "-3"])
})
