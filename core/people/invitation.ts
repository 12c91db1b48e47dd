/** Roles an invitation can give. */
export const INVITABLE_ROLES = ["admin", "officer", "support"] as const

/** One of the roles an invitation can give. */
export type InvitableRole = (typeof INVITABLE_ROLES)[number]

const CLAIMABLE_MS = 7 * 24 * 3_600_000

/** Until when an invitation that is made now can be claimed; epoch milliseconds. */
export function invitationEnds(now: number): number {
  return now + CLAIMABLE_MS
}

/** Random bytes `codeFromBytes` needs: one per character. */
export const CODE_BYTES = 16

// 32 letters and digits, 5 bits each: no 0/O, 1/I (they are read out over the phone and copied from paper).
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

/** The code "7F3K-9QXM-2WTA-HC4E" of `CODE_BYTES` random bytes (80 bits). Throws `RangeError` for another number of bytes. */
export function codeFromBytes(bytes: Uint8Array): string {
  if (bytes.length !== CODE_BYTES) {
    throw new RangeError(`An invitation code takes ${CODE_BYTES} random bytes, got ${bytes.length}.`)
  }
  // 32 divides 256, so each letter is equally likely.
  const letters = Array.from(bytes, (byte) => ALPHABET.charAt(byte % 32)).join("")
  return letters.replace(/.{4}(?=.)/g, "$&-")
}

/** The code as it is hashed: upper case, without dashes and spaces. May be empty; a code that was never given out matches nothing. */
export function normaliseCode(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
}

/** Generated codes have 16 letters and digits; those an operator chose may have fewer. */
const CLAIMABLE = /^[\dA-Z]{4,}(?:[-_][\dA-Z]+)*$/i
/** "E2E-ADMIN-1" is longer than the codes of units; records, reminders and the portal have theirs. */
const SHORT_FIRST = /^(?!(?:SK|NH|CP|HS)[-_])[\dA-Z]{2,3}(?:[-_][\dA-Z]+)+$/i
const FEWEST = 6
/** Longer than any Vietnamese syllable ("nghiêng"). */
const FEWEST_LETTERS = 8

/**
 * Whether "mã …" with these words says a code: told from "mã lỗi E05" by its length, from a unit's "TP-TN-01" by its first group,
 * and from a word by a digit or by more letters than a word has.
 */
export function isClaimable(text: string): boolean {
  const { length } = normaliseCode(text)
  if (length >= FEWEST_LETTERS && SHORT_FIRST.test(text)) return true
  const isLong = length >= FEWEST && (/\d/.test(text) || length >= FEWEST_LETTERS)
  return isLong && CLAIMABLE.test(text)
}

/** What is stored instead of the code: `sha256Hex` (hex, lower case) of the normalised code. */
export function codeHash(code: string, sha256Hex: (text: string) => string): string {
  return sha256Hex(normaliseCode(code))
}
