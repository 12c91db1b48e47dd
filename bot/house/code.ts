import { createHash, randomBytes } from "node:crypto"
import { CODE_BYTES, codeFromBytes, codeHash } from "../../core/people/invitation.ts"

/** A code that nobody can guess: "7F3K-9QXM-2WTA-HC4E". */
export function newCode(): string {
  return codeFromBytes(randomBytes(CODE_BYTES))
}

/** What is kept of a code. */
export function hashCode(code: string): string {
  return codeHash(code, (text) => createHash("sha256").update(text).digest("hex"))
}
