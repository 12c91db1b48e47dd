/** A bitmap has 32 places in each of its numbers. */
export const BLOCK = 32

const FIRST_PLACES = 4
/** Below this a bitmap saves nothing worth having. */
const DENSE_FROM = 1_000

/**
 * The places of the titles that have one word. Few are a list of numbers; from every 32nd title on a bitmap takes less
 * memory and is read faster. Both lie outside the heap that the garbage collector walks.
 */
export class WordPlaces {
  #count = 0
  #list: Uint32Array | undefined = new Uint32Array(FIRST_PLACES)
  #bits = new Int32Array(0)

  get count(): number {
    return this.#count
  }

  get bytes(): number {
    return (this.#list?.byteLength ?? 0) + this.#bits.byteLength
  }

  /** Adds a place below `room`, where there are `titles` titles in all. A place is added once. */
  add(place: number, room: number, titles: number): void {
    if (this.#list !== undefined && this.#count === this.#list.length) {
      if (this.#count >= DENSE_FROM && this.#count * BLOCK >= titles) this.#makeDense(room)
      else this.#list = enlarged(this.#list, new Uint32Array(Math.ceil(this.#count * 1.5)))
    }
    if (this.#list === undefined) {
      if (place >= this.#bits.length * BLOCK) {
        this.#bits = enlarged(this.#bits, new Int32Array(Math.ceil(room / BLOCK)))
      }
      setBit(this.#bits, place)
    } else this.#list[this.#count] = place
    this.#count++
  }

  /** The bitmap of a word that many titles have. It may be longer or shorter than there is room. */
  get bitmap(): Int32Array | undefined {
    return this.#list === undefined ? this.#bits : undefined
  }

  /** Marks the places of a word that few titles have, in a bitmap with room for all of them. */
  mark(bits: Int32Array): void {
    for (const place of this.#list?.subarray(0, this.#count) ?? []) setBit(bits, place)
  }

  /** Each place. */
  *places(): Generator<number> {
    if (this.#list !== undefined) yield* this.#list.subarray(0, this.#count)
    else
      for (const [block, bits] of this.#bits.entries())
        for (let left = bits; left !== 0; left &= left - 1)
          yield block * BLOCK + 31 - Math.clz32(left & -left)
  }

  #makeDense(room: number): void {
    this.#bits = new Int32Array(Math.ceil(room / BLOCK))
    for (const place of this.#list ?? []) setBit(this.#bits, place)
    this.#list = undefined
  }
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
