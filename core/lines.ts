/** Keeps work for the same keys in order; what shares no key goes side by side. */
export type Lines = {
  /** Runs `work` after whatever is under way for any of the keys, failed or not. */
  queue<Result>(keys: readonly string[], work: () => Promise<Result>): Promise<Result>
  /** Resolves when the last work for the key is over; undefined when there is none. */
  last(key: string): Promise<void> | undefined
}

/** Empty lines. A key is forgotten with its last work. */
export function createLines(): Lines {
  const ends = new Map<string, Promise<void>>()
  return {
    async queue(keys, work) {
      const before = Promise.allSettled(keys.map((key) => ends.get(key)))
      const mine = before.then(work)
      const end = mine.then(
        () => undefined,
        () => undefined,
      )
      for (const key of keys) ends.set(key, end)
      try {
        return await mine
      } finally {
        for (const key of keys) if (ends.get(key) === end) ends.delete(key)
      }
    },
    last: (key) => ends.get(key),
  }
}
