import { timingSafeEqual } from "node:crypto"

/** Whether a secret that came from outside is the expected one. The time it takes tells its length, but not how much of it fits. */
export function isSecret(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Anybody may try, as often as they like: so many lines are enough for the operator, and do not fill the disk. */
const STRANGERS_EVERY_MS = 60_000

/** Tells of requests with a wrong secret, and how many, once a minute at most; `now` in milliseconds of a clock that never goes back. */
export function strangersLog(tell: (requests: number) => void, now: () => number): () => void {
  let requests = 0
  let toldAt = Number.NEGATIVE_INFINITY
  return () => {
    requests += 1
    if (now() - toldAt < STRANGERS_EVERY_MS) return
    tell(requests)
    requests = 0
    toldAt = now()
  }
}
