/** Wakes whoever waits for something to change. */
export type Bell = {
  ring(): void
  /**
   * Resolves with what `look` finds, now or after a later ring; rejects with `what` when nothing came for long. A look may
   * ask a database: rings meanwhile are not lost.
   */
  until<Found>(
    what: string,
    look: () => Found | undefined | Promise<Found | undefined>,
    patienceMs?: number,
  ): Promise<Found>
}

/** Far beyond anything that works, and below the runner's own limit, which would not say what was missing. */
const PATIENCE_MS = 20_000

export function createBell(): Bell {
  let next = Promise.withResolvers<void>()
  return {
    ring() {
      next.resolve()
      next = Promise.withResolvers<void>()
    },
    async until(what, look, patienceMs = PATIENCE_MS) {
      const late = Promise.withResolvers<never>()
      const timer = setTimeout(() => late.reject(new Error(`Waited in vain for ${what}`)), patienceMs)
      late.promise.catch(() => {})
      try {
        for (;;) {
          const rung = next.promise
          const found = await look()
          if (found !== undefined) return found
          await Promise.race([rung, late.promise])
        }
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
