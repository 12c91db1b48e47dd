/** A bitmap has 32 places in each of its numbers. */
export const BLOCK = 32

const FIRST_PLACES = 4
/** Below this a bitmap saves nothing worth having. */
const DENSE_FROM = 1_000

/**
 * The places of the titles that have one word. Most words stand in one title: a number. Few places are a list of numbers; from
 * every 32nd title on a bitmap takes less memory and is read faster. Long ones lie outside the heap that the garbage collector
 * walks.
 */
export class WordPlaces {
  #count = 0
  #places: number | Uint32Array | Int32Array = 0

  get count(): number {
    return this.#count
  }

  /** Those of a list or a bitmap. */
  get bytes(): number {
    return typeof this.#places === "number" ? 0 : this.#places.byteLength
  }

  /** Adds a place below `room`, where there are `titles` titles in all. A place is added once. */
  add(place: number, room: number, titles: number): void {
    if (this.#count === 0) this.#places = place
    else {
      const places = this.#withRoom(place, room, titles)
      if (places instanceof Int32Array) setBit(places, place)
      else places[this.#count] = place
      this.#places = places
    }
    this.#count++
  }

  /** The bitmap of a word that many titles have. It may be longer or shorter than there is room. */
  get bitmap(): Int32Array | undefined {
    return this.#places instanceof Int32Array ? this.#places : undefined
  }

  /** Marks the places of a word that few titles have, in a bitmap with room for all of them. */
  mark(bits: Int32Array): void {
    for (const place of this.#listed()) setBit(bits, place)
  }

  /** Each place. */
  *places(): Generator<number> {
    if (this.bitmap === undefined) yield* this.#listed()
    else
      for (const [block, bits] of this.bitmap.entries())
        for (let left = bits; left !== 0; left &= left - 1)
          yield block * BLOCK + 31 - Math.clz32(left & -left)
  }

  #listed(): Iterable<number> {
    if (typeof this.#places === "number") return [this.#places]
    return this.#places instanceof Int32Array ? [] : this.#places.subarray(0, this.#count)
  }

  /** What there is, where one place more can be entered. */
  #withRoom(place: number, room: number, titles: number): Uint32Array | Int32Array {
    const places = this.#places
    if (typeof places === "number") return enlarged(Uint32Array.of(places), new Uint32Array(FIRST_PLACES))
    if (places instanceof Int32Array) {
      const isThere = place < places.length * BLOCK
      return isThere ? places : enlarged(places, new Int32Array(Math.ceil(room / BLOCK)))
    }
    if (this.#count < places.length) return places
    return this.#count >= DENSE_FROM && this.#count * BLOCK >= titles
      ? bitmapOf(places, room)
      : enlarged(places, new Uint32Array(Math.ceil(this.#count * 1.5)))
  }
}

function bitmapOf(places: Uint32Array, room: number): Int32Array {
  const bits = new Int32Array(Math.ceil(room / BLOCK))
  for (const place of places) setBit(bits, place)
  return bits
}

function setBit(bits: Int32Array, place: number): void {
  const block = place >>> 5
  bits[block] = (bits[block] as number) | (1 << (place & 31))
}

/** `into` with the beginning of it filled. */
export function enlarged<List extends Float64Array | Int32Array | Uint32Array | Uint16Array>(
  from: List,
  into: List,
): List {
  into.set(from)
  return into
}
