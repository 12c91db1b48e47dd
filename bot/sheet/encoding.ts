/** How the text of a .csv file is written, as its bytes tell. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1258"

/** Of so many bytes the beginning of a file is looked at. */
const LOOKED_AT = 400

/**
 * UTF-8, UTF-16 with its mark or without, or else the Vietnamese code page, in which Excel writes "CSV (Comma delimited)" on a Vietnamese
 * Windows. Undefined for what is no text, and for UTF-8 that was damaged on the way.
 */
export function encodingOf(bytes: Uint8Array): Encoding | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return "utf-16le"
  if (first === 0xfe && second === 0xff) return "utf-16be"
  if (bytes.includes(0)) return unmarked(bytes)
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    return "utf-8"
  } catch {
    // Lines of letters of one byte, and no sequence of several that UTF-8 would make of most of them.
    const isControl = (byte: number) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13
    const read = new TextDecoder("utf-8").decode(bytes)
    const damaged = read.split("\uFFFD").length - 1
    const whole = read.match(/[\u0080-\uFFFC]/gu)?.length ?? 0
    return !bytes.includes(10) || bytes.some(isControl) || whole > damaged ? undefined : "windows-1258"
  }
}

/** In UTF-16 without a mark every other byte of plain letters is 0, and it has lines. */
function unmarked(bytes: Uint8Array): Encoding | undefined {
  const head = bytes.subarray(0, LOOKED_AT)
  const share = (odd: 0 | 1) =>
    head.filter((byte, at) => at % 2 === odd && byte === 0).length / Math.max(1, head.length / 2)
  const hasLines = (end: readonly number[]) => Buffer.from(bytes).includes(Buffer.from(end))
  const [even, odd] = [share(0), share(1)]
  if (odd > 0.3 && even < 0.1 && hasLines([10, 0])) return "utf-16le"
  return even > 0.3 && odd < 0.1 && hasLines([0, 10]) ? "utf-16be" : undefined
}

/** The text; the code page puts tones behind their letters, which become one. */
export function decoded(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes).normalize("NFC")
}

/** "C?i ti?n m?y ?p": a code page without our letters has put a mark in place of each. */
export function hasLostLetters(text: string): boolean {
  const lost = text.match(/\p{L}\?\p{Ll}|\?\p{Ll}{1,3}\b/gu)?.length ?? 0
  const marked = text.match(/[ăâđêôơưàáảãạ-ỹ]/giu)?.length ?? 0
  return lost >= 5 && lost > marked
}
