import { setTimeout as delay } from "node:timers/promises"

/** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

export const sleepFor: Sleep = (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined)

const LEAST_MS = 1_000
const MOST_MS = 30_000

/**
 * The pause in ms after the `failures`-th failure in a row (from 1): 1 s doubled each time up to 30 s
 * (zalo-bot-api.md §3), of which up to a half is left off at random so that many bots do not come back as one.
 */
export function backoffMs(failures: number): number {
  const full = Math.min(MOST_MS, LEAST_MS * 2 ** failures)
  return full * (0.5 + Math.random() / 2)
}
