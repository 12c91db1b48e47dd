import fc from "fast-check"
import { expect, test } from "vitest"
import { SEALED_ID } from "../../core/seal.ts"
import { anyText } from "../../core/text/testing.ts"
import { keyOfId, keyOfText, SealError, sealOf } from "./seal.ts"

const seal = sealOf(new Uint8Array(32).fill(1))
const other = sealOf(new Uint8Array(32).fill(2))

test("an id under seal can be looked up, tells its channel and its key, and nothing else", () => {
  const id = seal.id("telegram:5501234567")
  expect(id).toMatch(/^telegram:~[\w-]{40,50}$/)
  expect(id).toMatch(new RegExp(`^(?:${SEALED_ID.source})$`))
  expect(seal.id("telegram:5501234567")).toBe(id)
  expect(seal.id(id)).toBe(id)
  expect(keyOfId(id)).toBe(seal.name)
  expect(other.id("telegram:5501234567")).not.toContain(id.slice(-20))
  // Neighbours do not look alike.
  expect(seal.id("telegram:5501234568").slice(16, 24)).not.toBe(id.slice(16, 24))
  expect([keyOfId("telegram:5501234567"), keyOfText("web:an")]).toEqual([undefined, undefined])
})

test("what is sealed opens again, and only with its key and as it was", () => {
  fc.assert(
    fc.property(anyText({ minLength: 1 }), (text) => {
      const id = `zalo:${text.replace(/^~/, "")}x`
      expect(seal.openedId(seal.id(id))).toBe(id)
      expect(seal.openedText(seal.text(text))).toBe(text)
    }),
    { numRuns: 50 },
  )
  expect(seal.text("bí mật")).not.toBe(seal.text("bí mật"))
  expect(seal.openedId("telegram:1")).toBe("telegram:1")
  expect(seal.openedText("kept before there was a key")).toBe("kept before there was a key")
  const [id, text] = [seal.id("telegram:5501234567"), seal.text("bí mật")]
  const flipped = (sealed: string) =>
    sealed.slice(0, -4) + (sealed.at(-4) === "A" ? "B" : "A") + sealed.slice(-3)
  for (const open of [
    () => other.openedId(id),
    () => other.openedText(text),
    () => seal.openedId(flipped(id)),
    () => seal.openedText(flipped(text)),
    () => seal.openedId(`telegram:~${seal.name}`),
    () => seal.openedText(`sealed:${seal.name}:AAAA`),
  ]) {
    expect(open).toThrow(SealError)
  }
})
