/** Waits for what happens elsewhere in the process, without a clock: who changes something says so. */
type Waiting = {
  /** Something is different now: everybody who waits looks again. */
  changed(): void
  /** Resolves with what `look` finds, now or after a later change. */
  until<Found>(look: () => Found | undefined): Promise<Found>
}

export function createWaiting(): Waiting {
  const looks = new Set<() => void>()
  return {
    changed: () => {
      for (const look of [...looks]) look()
    },
    until: (look) =>
      new Promise((resolve) => {
        const tryNow = () => {
          const found = look()
          if (found === undefined) return
          looks.delete(tryNow)
          resolve(found)
        }
        looks.add(tryNow)
        tryNow()
      }),
  }
}
