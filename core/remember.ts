/** So many entries are kept of a memory that only saves work, or a repetition at worst. */
const REMEMBERED = 10_000

/** Adds to a memory of at most `most` entries; when it is full the oldest is forgotten. */
export function remember<Key>(memory: Set<Key>, key: Key): void
export function remember<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value, most?: number): void
export function remember<Key, Value>(
  memory: Map<Key, Value> | Set<Key>,
  key: Key,
  value?: Value,
  most = REMEMBERED,
): void {
  if (memory.size >= most && !memory.has(key)) {
    const oldest = memory.keys().next()
    if (!oldest.done) memory.delete(oldest.value)
  }
  if (memory instanceof Set) memory.add(key)
  else memory.set(key, value as Value)
}

/** The same function, which answers what it was asked lately from memory. What it throws is not kept. */
export function remembering<Answer>(make: (text: string) => Answer): (text: string) => Answer {
  const made = new Map<string, Answer>()
  return (text) => {
    const known = made.get(text)
    if (known !== undefined) return known
    const fresh = make(text)
    remember(made, text, fresh)
    return fresh
  }
}

/** A memory of what was used lately: at least the `most` latest entries, at most twice as many. */
export type Recent<Key, Value> = {
  /** Counts as a use. */
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
  delete(key: Key): void
  clear(): void
  /** What was not used since the last time goes. */
  age(): void
}

/** Two generations: to use an entry of the older one brings it into the newer, so that nothing is kept in order. */
export function recent<Key, Value>(most: number): Recent<Key, Value> {
  let newer = new Map<Key, Value>()
  let older = newer

  function age(): void {
    older = newer
    newer = new Map()
  }

  function set(key: Key, value: Value): void {
    if (newer.size >= most && !newer.has(key)) age()
    newer.set(key, value)
  }

  return {
    get: (key) => {
      const known = newer.get(key)
      if (known !== undefined) return known
      const old = older.get(key)
      if (old !== undefined) set(key, old)
      return old
    },
    set,
    delete: (key) => {
      newer.delete(key)
      older.delete(key)
    },
    clear: () => {
      newer = new Map()
      older = newer
    },
    age,
  }
}
