/** One level of a `Log`. */
type Tell = (fields: object, message: string) => void

const SAID_AGAIN_AFTER_MS = 60_000

/**
 * For what fails again and again while the database or the queue is away: the same words are told once a minute at most, and then with how often
 * they were kept back before (`unsaid`). `ticks`: milliseconds of a clock that never goes back.
 */
export function sparing(tell: Tell, ticks: () => number): Tell {
  const said = new Map<string, { readonly at: number; unsaid: number }>()
  return (fields, message) => {
    const last = said.get(message)
    if (last !== undefined && ticks() - last.at < SAID_AGAIN_AFTER_MS) {
      last.unsaid += 1
      return
    }
    said.set(message, { at: ticks(), unsaid: 0 })
    tell(last?.unsaid ? { ...fields, unsaid: last.unsaid } : fields, message)
  }
}
