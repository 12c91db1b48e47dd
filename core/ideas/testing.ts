import type { TitleStock } from "./title-stock.ts"

/** The answer of a look-up that nobody interrupts. */
export function nearest(stock: TitleStock, words: Iterable<string>, limit: number): readonly number[] {
  const steps = stock.near(words, limit)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
