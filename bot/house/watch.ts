import type { Log } from "../../core/log.ts"

const LOOK_EVERY_MS = 5_000

/**
 * Nobody else looks after the embedded database while we run: when it ends by itself, it is started again. Returns what ends the
 * watch, after which nothing is started any more.
 */
export function watchDatabase(revive: () => Promise<boolean>, log: Log): () => Promise<void> {
  let looking: Promise<void> | undefined
  const look = async () => {
    try {
      if (await revive()) log.warn({}, "the embedded database had ended and was started again")
    } catch (error) {
      log.error({ err: error }, "the embedded database ended and could not be started again")
    } finally {
      looking = undefined
    }
  }
  const timer = setInterval(() => {
    looking ??= look()
  }, LOOK_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await looking
  }
}
