import { cut } from "./cut.ts"

/** Two numbers and a year: 10/1/2021. */
const NUMBERS = /(?:^|\s)(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}(?:\s|$)/

function placesOf(text: string): readonly [number, number] {
  const [, first, second] = NUMBERS.exec(text.slice(0, 40)) ?? []
  return [Number(first ?? 0), Number(second ?? 0)]
}

/**
 * A date of a sheet whose dates have the month first, such as "09/28/2021": a program set to American English writes them so, and then
 * 10/1/2021 is the first of October. undefined where no date can only be read so, or another can only have the day first: that one is
 * a slip.
 */
export function monthFirstIn(dates: Iterable<string | undefined>): string | undefined {
  let found: string | undefined
  for (const text of dates) {
    if (text === undefined) continue
    const [first, second] = placesOf(text)
    if (first > 12) return undefined
    if (second > 12) found ??= text
  }
  return found
}

/** What is to be said of a date that was read as `day` and may have the month first, as `monthFirst` of the same sheet has; undefined: nothing. */
export function monthFirstDoubt(
  text: string,
  day: string,
  monthFirst: string | undefined,
): string | undefined {
  const [first, second] = placesOf(text)
  if (monthFirst === undefined || first === second || second > 12) return undefined
  return `"${cut(text, 40)}" may have the month first, as "${cut(monthFirst, 40)}" in this sheet has; write it as ${day} if that is the day`
}
