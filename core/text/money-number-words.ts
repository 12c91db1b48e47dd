import { readScale } from "./money-scale.ts"
import { key, type Token } from "./money-tokens.ts"
import { DIGITS, DIGITS_AFTER_TEN, NO_SLANG, ONES, type Slang } from "./money-words.ts"

/** "mười lăm", "hai mươi mốt", "bốn lăm", "hai trăm năm mươi", "nghìn rưỡi" with a scale behind them. */
export function readNumberWords(tokens: Token[], at: number, slang: Slang): Counted | undefined {
  // "tầm tỷ" is about one, "tám tỷ" eight.
  if (tokens[at]?.typed.normalize("NFC") === "tầm") return undefined
  const isScaled = (words: Counted | undefined) =>
    words !== undefined && readScale(tokens, words.next, slang) !== undefined ? words : undefined
  return (
    readThousands(tokens, at) ??
    isScaled(readHundreds(tokens, at)) ??
    isScaled(readShortTens(tokens, at)) ??
    isScaled(readTens(tokens, at))
  )
}

/** `or` is the other number that the words may mean: "hai trăm hai" is 202 to some and 220 to most. */
type Counted = { value: number; or?: number; next: number }

/** How many of `words` there are, one where no number is said, and where that word stands. */
function readCount(
  tokens: Token[],
  at: number,
  words: ReadonlySet<string>,
): { said: number | undefined; wordAt: number } | undefined {
  if (words.has(key(tokens, at))) return { said: undefined, wordAt: at }
  if (!words.has(key(tokens, at + 1))) return undefined
  const said = DIGITS.get(key(tokens, at)) ?? wholeBelow(10, tokens[at])
  return said === undefined ? undefined : { said, wordAt: at + 1 }
}

function wholeBelow(most: number, token: Token | undefined): number | undefined {
  if (token?.kind !== "number" || !/^[1-9]\d{0,2}$/.test(token.key)) return undefined
  const value = Number(token.key)
  return value < most ? value : undefined
}

export const THOUSANDS: ReadonlySet<string> = new Set(["nghin", "ngan"])
export const HUNDREDS: ReadonlySet<string> = new Set(["tram"])
export const TENS: ReadonlySet<string> = new Set(["chuc"])

/** "nghìn rưỡi", "hai nghìn rưỡi", "2 nghìn 5 trăm" before triệu or tỷ. */
function readThousands(tokens: Token[], at: number): Counted | undefined {
  const count = readCount(tokens, at, THOUSANDS)
  if (count === undefined) return undefined
  const behind = count.wordAt + 1
  const token = tokens[behind]
  const half = token?.key === "ruoi" ? 500 : undefined
  const tenth = token?.key === "nam" ? undefined : DIGITS.get(token?.key ?? "")
  const rest =
    readHundreds(tokens, behind) ??
    [half, wholeBelow(1_000, token), tenth && tenth * 100].flatMap((value) =>
      value === undefined ? [] : [{ value, next: behind + 1 }],
    )[0]
  if (rest === undefined || "or" in rest || rest.value < 100) return undefined
  const scale = readScale(tokens, rest.next, NO_SLANG)
  if (scale === undefined || scale.power < 6) return undefined
  return { value: (count.said ?? 1) * 1_000 + rest.value, next: rest.next }
}

/** "hai trăm", "hai trăm linh năm", "hai trăm năm mươi", "2 trăm 50", "hai trăm rưỡi", "trăm rưỡi", "trăm hai". */
export function readHundreds(tokens: Token[], at: number): Counted | undefined {
  const count = readCount(tokens, at, HUNDREDS)
  if (count === undefined) return undefined
  const { said } = count
  const behind = count.wordAt + 1
  const hundreds = (said ?? 1) * 100
  const token = tokens[behind]
  if (token?.key === "ruoi") return { value: hundreds + 50, next: behind + 1 }
  if (said !== undefined && ["linh", "le"].includes(token?.key ?? "")) {
    const rest = readTens(tokens, behind + 1)
    return { value: hundreds + (rest?.value ?? 0), next: rest?.next ?? behind }
  }
  const two = wholeBelow(100, token)
  if (two !== undefined && two >= 10) return { value: hundreds + two, next: behind + 1 }
  const rest = readTens(tokens, behind)
  if (rest !== undefined && rest.next - behind > 1) return { value: hundreds + rest.value, next: rest.next }
  if (rest !== undefined && rest.value >= 10) return { value: hundreds + rest.value, next: rest.next }
  const next = behind + 1
  const tens = ONES.get(token?.typed ?? "")
  if (rest === undefined && tens !== undefined) return { value: hundreds + tens * 10, next }
  if (token?.typed === "mốt") return { value: hundreds + 10, next }
  // A hundred years, or nothing but "trăm triệu".
  if (said === undefined)
    return rest === undefined || token?.key === "nam"
      ? undefined
      : { value: hundreds + rest.value * 10, next }
  if (rest === undefined) return { value: hundreds, next: behind }
  return { value: hundreds + rest.value, or: hundreds + rest.value * 10, next }
}

/** "chục rưỡi", "hai chục rưỡi". */
function readHalfTens(tokens: Token[], at: number): Counted | undefined {
  const count = readCount(tokens, at, TENS)
  if (count === undefined || key(tokens, count.wordAt + 1) !== "ruoi") return undefined
  return { value: (count.said ?? 1) * 10 + 5, next: count.wordAt + 2 }
}

/** "bốn lăm", "hai mốt". */
export function readShortTens(tokens: Token[], at: number): Counted | undefined {
  const tens = DIGITS.get(key(tokens, at)) ?? 0
  const ones = ONES.get(tokens[at + 1]?.typed ?? "")
  return tens < 2 || ones === undefined ? undefined : { value: tens * 10 + ones, next: at + 2 }
}

/** "năm", "mười lăm", "hai mươi mốt", "chục rưỡi". */
export function readTens(tokens: Token[], at: number): Counted | undefined {
  const half = readHalfTens(tokens, at)
  if (half !== undefined) return half
  const first = DIGITS.get(key(tokens, at))
  const tensAt = first === undefined ? at : at + 1
  if (key(tokens, tensAt) !== "muoi") return first === undefined ? undefined : { value: first, next: at + 1 }
  const ones = DIGITS_AFTER_TEN.get(key(tokens, tensAt + 1))
  const value = (first ?? 1) * 10 + (ones ?? 0)
  return { value, next: ones === undefined ? tensAt + 1 : tensAt + 2 }
}
