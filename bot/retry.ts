import { setTimeout as delay } from "node:timers/promises"
import { backoffMs } from "../core/backoff.ts"

/** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

export const sleepFor: Sleep = (ms, signal) =>
  // Only the abort rejects here, and to be woken is no failure.
  delay(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)

const PLATFORM_AWAY = { firstMs: 2_000, longestMs: 30_000, spread: 0.5 }

/**
 * How long nobody asks again whether a refused token is accepted. Platforms, and what stands before them, refuse a good one now
 * and then; and the operator is reminded.
 */
export const TOKEN_AGAIN_MS = 5 * 60_000

/** The pause in ms after a platform failed `failures` times in a row (from 1): 1 to 2 s, in the end 15 to 30 s. */
export function pauseMs(failures: number): number {
  return backoffMs(PLATFORM_AWAY, failures - 1, Math.random())
}
