import { hash, timingSafeEqual } from "node:crypto"

/** Whether a secret that came from outside is the expected one. The time it takes tells neither how much of it fits nor its length. */
export function isSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

/** Of equal lengths, as `timingSafeEqual` wants them. */
function digest(text: string): Buffer {
  return hash("sha256", text, "buffer")
}
