import type { Sleep } from "../retry.ts"

/** A log that keeps its lines, fields and all, as text. */
export function recordingLog() {
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const line = (level: string) => (fields: object, message: string) => {
    lines.push(`${level} ${message} ${JSON.stringify(fields)}`)
    for (const look of [...waiting]) look()
  }
  return {
    lines: lines as readonly string[],
    info: line("info"),
    warn: line("warn"),
    error: line("error"),
    /** Resolves with the first line that holds `text`, now or when it is written. */
    waitFor: (text: string): Promise<string> =>
      new Promise((resolve) => {
        const look = () => {
          const found = lines.find((each) => each.includes(text))
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}

/**
 * A sleep that notes its length and ends at once, so that tests need no time. What would be longer than `mostMs` waits
 * for the abort: else a loop that looks every minute would spin.
 */
export function quickSleep(mostMs = 30_000): Sleep & { readonly slept: readonly number[] } {
  const slept: number[] = []
  const sleep = (ms: number, signal?: AbortSignal) => {
    slept.push(ms)
    if (signal?.aborted) return Promise.resolve()
    return new Promise<void>((resolve) => {
      if (ms <= mostMs) setImmediate(resolve)
      else signal?.addEventListener("abort", () => resolve(), { once: true })
    })
  }
  return Object.assign(sleep, { slept })
}

/** Deadlines that pass when the test says so. */
export function handDeadlines() {
  const open: AbortController[] = []
  return {
    deadline: (_ms: number): AbortSignal => {
      const controller = new AbortController()
      open.push(controller)
      return controller.signal
    },
    passAll: () => {
      for (const each of open.splice(0)) each.abort()
    },
  }
}
