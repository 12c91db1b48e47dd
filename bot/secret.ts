import { timingSafeEqual } from "node:crypto"

/** Whether a secret that came from outside is the expected one. The time it takes tells its length, but not how much of it fits. */
export function isSecret(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
