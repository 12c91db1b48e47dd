/** How long it is taken for granted that no unit, headcount, target or campaign changed: they do a few times a day. */
const REMEMBER_MS = 1_000
/** So many keys of a revision. */
const MOST_REMEMBERED = 8

/** What is remembered for a moment. */
export type Remembered<T> = {
  (): Promise<T>
  /** What was loaded until now is no more relied on: this process has changed it. */
  forget(): void
}

/** `load`, remembered for a moment; callers that come meanwhile share one load. */
export function remembered<T>(now: () => number, load: () => Promise<T>): Remembered<T> {
  let known: { readonly at: number; readonly value: Promise<T> } | undefined
  const recall = () => {
    if (known !== undefined && now() - known.at < REMEMBER_MS) return known.value
    const value = load()
    const fresh = { at: now(), value }
    known = fresh
    value.catch(() => {
      if (known === fresh) known = undefined
    })
    return value
  }
  return Object.assign(recall, {
    forget: () => {
      known = undefined
    },
  })
}

/** `load`, remembered for each key as long as the revision stays; a handful of keys at a time. */
export function ofRevision<T>(
  revision: () => Promise<string>,
  load: (key: string) => Promise<T>,
): (key?: string) => Promise<T> {
  let known: { readonly revision: string; readonly values: Map<string, Promise<T>> } | undefined
  return async (key = "") => {
    // Read before what it stands for, so that it is never newer.
    const current = await revision()
    if (known === undefined || known.revision !== current || known.values.size > MOST_REMEMBERED) {
      known = { revision: current, values: new Map() }
    }
    const { values } = known
    const value = values.get(key) ?? load(key)
    values.set(key, value)
    value.catch(() => values.delete(key))
    return await value
  }
}
