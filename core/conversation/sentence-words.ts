import { meaningAt, type Vocabulary } from "../command/vocabulary.ts"
import { clean } from "../text/fold.ts"
import { spelledOut } from "../text/short-forms.ts"

/** The words of an officer's sentence, short forms written out, and what of them belongs to a part of what is asked for or ordered. */
export class SentenceWords<Part extends string> {
  readonly typed: readonly string[]
  readonly folded: readonly string[]
  readonly #written: readonly string[]
  readonly #vocabulary: Vocabulary<Part>
  readonly #bare: Vocabulary<Part>
  /** Of each word whether it belongs to words of a part. */
  readonly #isOfPart: readonly boolean[]

  constructor(text: string, vocabulary: (typed: string) => Vocabulary<Part>) {
    const typed = clean(text)
    this.typed = (spelledOut(typed, { officer: true }) ?? typed)
      .split(/\s+/)
      .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ""))
      .filter((word) => word !== "" && word !== "%")
    this.#vocabulary = vocabulary(typed)
    this.#bare = vocabulary("")
    this.#written = this.typed.map(this.#vocabulary.write)
    this.folded = this.typed.map(this.#bare.write)
    const isOfPart = this.typed.map(() => false)
    for (const at of this.typed.keys()) {
      const { meaning, count } = this.meantAt(at)
      if (meaning !== undefined) isOfPart.fill(true, at, at + count)
    }
    this.#isOfPart = isOfPart
  }

  /** What the longest words from `at` on mean; in "tien do KCN tuần này" the words without marks are read without. */
  meantAt(at: number): { readonly meaning?: Part; readonly count: number } {
    const meant = meaningAt(this.#written, at, this.#vocabulary)
    if (meant.meaning !== undefined) return meant
    const bare = meaningAt(this.folded, at, this.#bare)
    const areBare = Array.from({ length: bare.count }, (_, index) => at + index).every((each) =>
      this.#isBare(each),
    )
    return areBare ? bare : meant
  }

  isIdle(at: number): boolean {
    const isWritten = this.#vocabulary.idle.has(this.#written[at] ?? "")
    return isWritten || (this.#isBare(at) && this.#bare.idle.has(this.folded[at] ?? ""))
  }

  /** "… xong chưa em": whether it is so is asked, and nothing is denied. */
  endsAsking(at: number): boolean {
    const isBehind = (each: number) => each > at
    return (
      this.folded[at] === "chua" && [...this.typed.keys()].filter(isBehind).every((each) => this.isIdle(each))
    )
  }

  /** The parts that are said, and whether every word belongs to one or asks nothing. */
  parts(): { readonly said: ReadonlySet<Part>; readonly isWhole: boolean } {
    const said = new Set<Part>()
    let isWhole = true
    for (let at = 0; at < this.typed.length; ) {
      const { meaning, count } = this.meantAt(at)
      if (meaning !== undefined) said.add(meaning)
      else if (!this.isIdle(at)) isWhole = false
      at += count
    }
    return { said, isWhole }
  }

  isOfPart(at: number): boolean {
    return this.#isOfPart[at] === true
  }

  #isBare(at: number): boolean {
    return this.#written[at] === this.folded[at]
  }
}
