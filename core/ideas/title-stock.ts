import { BestShares } from "./best-shares.ts"
import { type Counted, withCount } from "./bit-count.ts"
import { BLOCK, enlarged, WordPlaces } from "./word-places.ts"

/** The titles of a campaign in memory: which share the telling words of another one. */
export type TitleStock = {
  /** Adds a title by its folded words, each once. A title that is added again under the same number is found under both. */
  add(number: number, words: Iterable<string>): void
  /**
   * The numbers of the titles that may tell the same as these words, the most in common first, each once. Stops after every
   * `TITLES_A_STEP` titles, well under a millisecond of work, so that others can have their turn; titles that are added
   * meanwhile may be found or not.
   */
  near(words: Iterable<string>, limit: number): Generator<undefined, readonly number[]>
  /** How many titles there are. */
  size(): number
  /** Bytes of memory the lists take. */
  bytes(): number
}

export const TITLES_A_STEP = 131_072

/** Weights are counted in parts of this: a sum over 60 words of a million titles stays within 16 bits. */
const UNIT = 16
/** One idea told twice has more in common, by weight: 0.53 was the least seen among labelled and retold titles. */
const LEAST_SHARE = 0.35
/** From so many titles on a word's share in all of them hardly changes any more, and adding them all up would take long. */
const SETTLED = 50_000
/** Titles of about the same length stand together, so many to a shelf: one bound on what they must share holds for all. */
const SHELF = 256
const KINDS = 31
const kindOf = (length: number) => Math.min(KINDS - 1, length >> 1)

/** An empty stock. */
export function titleStock(): TitleStock {
  const words = new Map<string, WordPlaces>()
  /** By kind of length: the shelves, and the next place of the one that is being filled. */
  const shelves = Array.from({ length: KINDS }, (): number[] => [])
  const nextPlaces: (number | undefined)[] = []
  let numbers = new Float64Array(SHELF)
  /** What the words of each title weigh together, and the least of that on each shelf. */
  let weights = new Uint16Array(SHELF)
  let lightest = new Uint16Array(1)
  const spare: Int32Array[] = []
  let room = 0
  let size = 0

  /** The rarer a word the more it tells. */
  const weigh = ({ count }: WordPlaces) => Math.round(UNIT * Math.log1p(size / count))

  function placeFor(length: number): number {
    const kind = kindOf(length)
    const place = nextPlaces[kind] ?? openShelf(kind)
    nextPlaces[kind] = (place + 1) % SHELF === 0 ? undefined : place + 1
    return place
  }

  function openShelf(kind: number): number {
    const place = room
    room += SHELF
    if (room > numbers.length) {
      const more = Math.ceil((room * 1.5) / SHELF) * SHELF
      numbers = enlarged(numbers, new Float64Array(more))
      weights = enlarged(weights, new Uint16Array(more))
      lightest = enlarged(lightest, new Uint16Array(more / SHELF))
      if (size < SETTLED) weighAnew()
    }
    lightest[place / SHELF] = 0xffff
    shelves[kind]?.push(place / SHELF)
    return place
  }

  /** The first titles were weighed when hardly a word was known. */
  function weighAnew(): void {
    weights.fill(0)
    for (const word of words.values()) {
      const weight = weigh(word)
      for (const place of word.places()) (weights[place] as number) += weight
    }
    lightest.fill(0xffff)
    for (const place of weights.keys()) noteLightest(place)
  }

  function noteLightest(place: number): void {
    const weight = weights[place] as number
    const shelf = Math.floor(place / SHELF)
    if (weight > 0 && weight < (lightest[shelf] as number)) lightest[shelf] = weight
  }

  function add(number: number, titleWords: Iterable<string>): void {
    const texts = [...titleWords]
    const place = placeFor(texts.length)
    size++
    numbers[place] = number
    for (const text of texts) {
      let word = words.get(text)
      if (word === undefined) {
        word = new WordPlaces()
        words.set(text, word)
      }
      word.add(place, numbers.length, size)
      ;(weights[place] as number) += weigh(word)
    }
    noteLightest(place)
  }

  function* near(asked: Iterable<string>, limit: number): Generator<undefined, readonly number[]> {
    const known = [...asked].flatMap((text) => words.get(text) ?? [])
    const lent: Int32Array[] = []
    const query = queryOf(
      known.map((word) => ({ weight: weigh(word), bits: word.bitmap ?? lend(word, lent) })),
    )
    const best = new BestShares(limit, LEAST_SHARE)
    let looked = 0
    for (const shelf of shelvesNear(known.length)) {
      if (looked > 0 && looked % TITLES_A_STEP === 0) yield
      looked += SHELF
      lookThrough(shelf, query, best)
    }
    spare.push(...lent)
    return [...new Set(best.places().map((place) => numbers[place] as number))]
  }

  /** A bitmap for the time of one look-up: made anew each time they would keep the garbage collector busy. */
  function lend(word: WordPlaces, lent: Int32Array[]): Int32Array {
    const used = spare.pop()
    const isLarge = used !== undefined && used.length * BLOCK >= room
    const bits = isLarge ? used.fill(0) : new Int32Array(numbers.length / BLOCK)
    word.mark(bits)
    lent.push(bits)
    return bits
  }

  /** Those with titles of about this length come first: the best are found early, and little of the rest can then compare. */
  function* shelvesNear(length: number): Generator<number> {
    const kinds = [...shelves.keys()]
    const away = (kind: number) => Math.abs(kind - kindOf(length))
    for (const kind of kinds.sort((one, other) => away(one) - away(other))) yield* shelves[kind] ?? []
  }

  function lookThrough(shelf: number, query: Query, best: BestShares): void {
    const { total, rows } = query
    const least = (best.least * (total + (lightest[shelf] as number))) / 2
    if (least >= total) return
    const count = Math.max(1, Math.ceil((least - query.uncounted) / query.unit))
    const first = (shelf * SHELF) / BLOCK
    for (let block = first; block < first + SHELF / BLOCK; block++) {
      for (let left = withCount(query, block, count); left !== 0; left &= left - 1) {
        const bit = 31 - Math.clz32(left & -left)
        const place = block * BLOCK + bit
        const both = total + (weights[place] as number)
        const must = (best.least * both) / 2
        let shared = 0
        let open = total
        for (const { bits, weight } of rows) {
          open -= weight
          if (((bits[block] ?? 0) >>> bit) & 1) shared += weight
          else if (shared + open <= must) break
        }
        best.offer(place, (2 * shared) / both)
      }
    }
  }

  return {
    add,
    near,
    size: () => size,
    bytes: () =>
      [...words.values()].reduce((sum, word) => sum + word.bytes, 0) +
      numbers.byteLength +
      weights.byteLength +
      lightest.byteLength,
  }
}

type Row = { readonly weight: number; readonly bits: Int32Array }

/** What is looked for: the rarest words first. Heavy ones count two, medium ones one, the others are left for the exact sum. */
type Query = Counted & {
  readonly rows: readonly Row[]
  readonly total: number
  /** What one count may be worth at most, and what the words weigh that are not counted. */
  readonly unit: number
  readonly uncounted: number
}

function queryOf(known: readonly Row[]): Query {
  const rows = [...known].sort((one, other) => other.weight - one.weight)
  const heaviest = rows[0]?.weight ?? 0
  const countOf = ({ weight }: Row) => (weight * 3 >= heaviest * 2 ? 2 : weight * 3 >= heaviest ? 1 : 0)
  const sum = (of: readonly Row[]) => of.reduce((total, { weight }) => total + weight, 0)
  const counted = rows.filter((row) => countOf(row) > 0)
  return {
    rows,
    total: sum(rows),
    twice: rows.filter((row) => countOf(row) === 2).map(({ bits }) => bits),
    once: rows.filter((row) => countOf(row) === 1).map(({ bits }) => bits),
    unit: Math.max(0, ...counted.map((row) => row.weight / countOf(row))),
    uncounted: sum(rows) - sum(counted),
  }
}
