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
