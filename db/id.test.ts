import fc from "fast-check"
import { expect, test } from "vitest"
import { newId } from "./id.ts"

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test("an id is a UUID of version 7 that begins with its time", () => {
  const now = Date.now() + 1_000
  const id = newId(now)
  expect(id).toMatch(FORM)
  expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(now)
})

test("ids rise, whatever the clock does and however many are made within a millisecond", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 50 }), (steps) => {
      const start = Date.now()
      const ids = steps.map((step) => newId(start + step))
      expect(ids.toSorted()).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
  const crowd = Array.from({ length: 10_000 }, () => newId(0))
  expect(crowd.every((id) => FORM.test(id))).toBe(true)
  expect(crowd.toSorted()).toEqual(crowd)
})
