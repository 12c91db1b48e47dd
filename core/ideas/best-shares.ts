/** The best so many of very many entries: a heap with the least of the kept ones on top. */
export class BestShares {
  readonly #most: number
  readonly #places: Int32Array
  readonly #shares: Float64Array
  #kept = 0
  #least: number

  /** Keeps `most` entries with a share above `least`. */
  constructor(most: number, least: number) {
    this.#most = most
    this.#least = least
    this.#places = new Int32Array(most)
    this.#shares = new Float64Array(most)
  }

  /** Only a greater share can still be kept. */
  get least(): number {
    return this.#least
  }

  /** Keeps the entry if its share is greater than the least. */
  offer(place: number, share: number): void {
    if (share <= this.#least) return
    if (this.#kept < this.#most) this.#rise(this.#kept++, place, share)
    else this.#sink(place, share)
    if (this.#kept === this.#most) this.#least = this.#share(0)
  }

  /** The places that were kept, the greatest share first. */
  places(): readonly number[] {
    return Array.from({ length: this.#kept }, (_, at) => at)
      .sort((one, other) => this.#share(other) - this.#share(one))
      .map((at) => this.#places[at] as number)
  }

  #share(at: number): number {
    return this.#shares[at] as number
  }

  #rise(from: number, place: number, share: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.#share(above) <= share) break
      this.#move(above, at)
      at = above
    }
    this.#set(at, place, share)
  }

  /** In the place of the least. */
  #sink(place: number, share: number): void {
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below + 1 < this.#kept && this.#share(below + 1) < this.#share(below)) below++
      if (below >= this.#kept || this.#share(below) >= share) break
      this.#move(below, at)
      at = below
    }
    this.#set(at, place, share)
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#places[from] as number, this.#share(from))
  }

  #set(at: number, place: number, share: number): void {
    this.#places[at] = place
    this.#shares[at] = share
  }
}
