/** How the pauses between tries grow; lengths in ms. */
export type Backoff = {
  readonly firstMs: number
  readonly longestMs: number
  /** The part of a pause, 0 to 1, of which up to the whole is left off at random, so that many do not come back as one. */
  readonly spread: number
}

/** The pause before the next try: `firstMs` doubled `doublings` times, at most `longestMs`. `random` is from 0 to 1. */
export function backoffMs(
  { firstMs, longestMs, spread }: Backoff,
  doublings: number,
  random: number,
): number {
  return Math.min(longestMs, firstMs * 2 ** doublings) * (1 - spread * random)
}
