/** The titles of a campaign in memory: which share the telling words of another one. */
export type TitleStock = {
  /** Adds a title by its folded words, each once. A title that is added again under the same number is found under both. */
  add(number: number, words: Iterable<string>): void
  /** The numbers of the titles that may tell the same as these words, the most in common first, each once. */
  near(words: Iterable<string>, limit: number): readonly number[]
  /** How many titles there are. */
  size(): number
  /** Bytes of memory the lists take. */
  bytes(): number
}

type Word = {
  /** Places of the titles that have the word, ascending; the first `count` of them are real. */
  places: Uint32Array
  count: number
}

/** Weights are counted in parts of this: a sum over 60 words of a million titles stays within 16 bits. */
const UNIT = 16
/** Steps through the lists of one look-up, a few milliseconds: the rarest words first, then it is enough. */
const MOST_STEPS = 3_000_000
/** One idea told twice has more in common, by weight: 0.53 was the least seen among labelled and retold titles. */
const LEAST_SHARE = 0.35
const FIRST_ROOM = 16
/** From so many titles on a word's share in all of them hardly changes any more, and adding them all up would take long. */
const SETTLED = 50_000
const FIRST_PLACES = 4

/** An empty stock. Lists are arrays of numbers, outside the heap that the garbage collector walks. */
export function titleStock(): TitleStock {
  const words = new Map<string, Word>()
  let numbers = new Float64Array(FIRST_ROOM)
  /** What the words of each title weigh together. */
  let weights = new Uint16Array(FIRST_ROOM)
  let scores = new Uint16Array(FIRST_ROOM)
  let size = 0

  /** The rarer a word the more it tells. */
  const weigh = (word: Word) => Math.round(UNIT * Math.log1p(size / word.count))

  function makeRoom(): void {
    if (size < numbers.length) return
    const room = Math.ceil(size * 1.5)
    numbers = enlarged(numbers, new Float64Array(room))
    weights = enlarged(weights, new Uint16Array(room))
    scores = new Uint16Array(room)
    if (size < SETTLED) weighAnew()
  }

  /** The first titles were weighed when hardly a word was known. */
  function weighAnew(): void {
    weights.fill(0)
    for (const word of words.values()) {
      const weight = weigh(word)
      for (let at = 0; at < word.count; at++) (weights[word.places[at] as number] as number) += weight
    }
  }

  function add(number: number, titleWords: Iterable<string>): void {
    makeRoom()
    const place = size++
    numbers[place] = number
    let weight = 0
    for (const text of titleWords) {
      const word = words.get(text) ?? { places: new Uint32Array(FIRST_PLACES), count: 0 }
      if (word.count === 0) words.set(text, word)
      if (word.count === word.places.length)
        word.places = enlarged(word.places, new Uint32Array(Math.ceil(word.count * 1.5)))
      word.places[word.count++] = place
      weight += weigh(word)
    }
    weights[place] = weight
  }

  /** Adds up, for each title, the weights of the words it shares; answers what all the asked words weigh. */
  function addUp(asked: Iterable<string>): number {
    scores.fill(0, 0, size)
    const rarestFirst = [...asked]
      .flatMap((text) => words.get(text) ?? [])
      .sort((one, other) => one.count - other.count)
    let total = 0
    let steps = 0
    for (const word of rarestFirst) {
      const weight = weigh(word)
      total += weight
      steps += word.count
      if (steps > MOST_STEPS) continue
      const { places, count } = word
      for (let at = 0; at < count; at++) (scores[places[at] as number] as number) += weight
    }
    return total
  }

  function near(asked: Iterable<string>, limit: number): readonly number[] {
    const total = addUp(asked)
    const best: { readonly place: number; readonly share: number }[] = []
    let least = LEAST_SHARE
    // A title with less in common cannot have a greater share than the last of the best.
    let leastScore = 1
    for (let place = 0; place < size; place++) {
      const score = scores[place] as number
      if (score < leastScore) continue
      const share = (2 * score) / (total + (weights[place] as number))
      if (share <= least) continue
      insert(best, { place, share }, limit)
      if (best.length < limit) continue
      least = best.at(-1)?.share ?? 0
      leastScore = Math.max(1, Math.floor((least * total) / (2 - Math.min(least, 1))))
    }
    return [...new Set(best.map(({ place }) => numbers[place] as number))]
  }

  return {
    add,
    near,
    size: () => size,
    bytes: () =>
      [...words.values()].reduce((sum, word) => sum + word.places.byteLength, 0) +
      numbers.byteLength +
      weights.byteLength +
      scores.byteLength,
  }
}

function insert<Entry extends { readonly share: number }>(best: Entry[], entry: Entry, limit: number): void {
  let at = best.length
  while (at > 0 && (best[at - 1] as Entry).share < entry.share) at--
  best.splice(at, 0, entry)
  if (best.length > limit) best.pop()
}

function enlarged<List extends Float64Array | Uint32Array | Uint16Array>(from: List, into: List): List {
  into.set(from)
  return into
}
