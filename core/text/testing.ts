import fc from "fast-check"

const SURROGATES = { from: 0xd800, count: 0x800 }
const LAST_CODE_POINT = 0x10ffff

/** Any character there is, emoji and scripts nobody here reads included; never half of one. */
const anyCharacter = fc
  .nat({ max: LAST_CODE_POINT - SURROGATES.count })
  .map((nth) => String.fromCodePoint(nth < SURROGATES.from ? nth : nth + SURROGATES.count))

/** Texts of any characters. fast-check's own unit "binary" means the same, and first makes a table of all million of them. */
export function anyText(bounds: Pick<fc.StringConstraints, "minLength" | "maxLength">): fc.Arbitrary<string> {
  return fc.string({ ...bounds, unit: anyCharacter })
}
