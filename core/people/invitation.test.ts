import fc from "fast-check"
import { expect, test } from "vitest"
import { CODE_BYTES, codeFromBytes, codeHash, normaliseCode } from "./invitation.ts"

test("a code is four groups of letters and digits that cannot be mixed up", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES }), (bytes) => {
      expect(codeFromBytes(bytes)).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
    }),
  )
})

test("a code typed in lower case, without dashes or with spaces is the same code", () => {
  const code = codeFromBytes(Uint8Array.from({ length: CODE_BYTES }, (_, index) => index * 17))
  for (const typed of [code.toLowerCase(), code.replaceAll("-", ""), ` ${code.replaceAll("-", " ")} `]) {
    expect(normaliseCode(typed)).toBe(normaliseCode(code))
  }
  expect(codeHash(code.toLowerCase(), (text) => `hash of ${text}`)).toBe(
    `hash of ${code.replaceAll("-", "")}`,
  )
})

test("too little randomness is refused", () => {
  expect(() => codeFromBytes(new Uint8Array(8))).toThrow("16 random bytes, got 8")
})
