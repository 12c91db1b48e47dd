/** So many entries are kept; forgetting the oldest costs a repeated part of a text at worst. */
const REMEMBERED = 10_000

/** Adds to a memory and forgets its oldest entry when it is full. */
export function remember<Key>(memory: Set<Key>, key: Key): void
export function remember<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): void
export function remember<Key, Value>(memory: Map<Key, Value> | Set<Key>, key: Key, value?: Value): void {
  const oldest = memory.keys().next()
  if (memory.size >= REMEMBERED && !oldest.done) memory.delete(oldest.value)
  if (memory instanceof Set) memory.add(key)
  else memory.set(key, value as Value)
}
