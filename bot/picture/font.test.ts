import { expect, test } from "vitest"
import { fontsCheck } from "./font.ts"

test("doctor hears that every weight of the font writes every Vietnamese letter", () => {
  expect(fontsCheck()).toEqual({ ok: true, text: "Be Vietnam Pro writes every Vietnamese letter" })
})
