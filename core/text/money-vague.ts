import type { Currency } from "./money.ts"
import { type Amount, lowerWords, readAmount, readNeighbour } from "./money-amount.ts"
import { readHundreds, readNumberWords, readTens } from "./money-number-words.ts"
import { readPeriod } from "./money-period.ts"
import { readCurrency, readScale } from "./money-scale.ts"
import { key, phraseAt, type Token } from "./money-tokens.ts"
import { NO_SLANG, type Slang, TIMES, VAGUE } from "./money-words.ts"

/** "hàng trăm triệu", "vài chục triệu", "trăm triệu": no number. */
export function readVague(tokens: Token[], from: number): Amount | undefined {
  const vague = phraseAt(tokens, from, VAGUE) ?? countedVague(tokens, from)
  const at = from + (vague?.length ?? 0)
  if (vague === undefined && !["chuc", "tram"].includes(key(tokens, at))) return undefined
  const scale = readScale(tokens, at, NO_SLANG)
  if (scale === undefined || scale.power < 3) return undefined
  const named = readCurrency(tokens, scale.next)
  const currency = scale.currency ?? named?.currency ?? "VND"
  return { values: [], bare: undefined, power: scale.power, currency, next: named?.next ?? scale.next }
}

/** "2 trăm mấy", "ba mươi mấy" and what else is said of a number that is none. */
function countedVague(tokens: Token[], from: number): Token[] | undefined {
  const words = readHundreds(tokens, from) ?? readTens(tokens, from)
  const next = words?.next ?? (tokens[from]?.kind === "number" ? from + 1 : from)
  return next > from && key(tokens, next) === "may" ? tokens.slice(from, next + 1) : undefined
}

const FURTHEST_TIMES = 9
const ENDS_WHAT_IS_COUNTED: ReadonlySet<string> = new Set([
  ...TIMES,
  "moi",
  "mot",
  "hang",
  "trong",
  "cho",
  "la",
])

/** "200k/ca x 3 ca", "3 công nhân x 8tr/tháng": what it comes to is for its author to say. */
export function readProduct(tokens: Token[], from: number, slang: Slang): Amount | undefined {
  const isTimes = tokens.slice(from, from + FURTHEST_TIMES).some((token) => TIMES.has(token.key))
  if (!isTimes) return undefined
  let power = 0
  let currency: Currency | null = null
  let at = from
  for (let factors = 1; ; factors++) {
    const amount = tokens[at]?.kind === "number" ? readAmount(tokens, at, slang) : undefined
    if (amount === undefined) return undefined
    power = Math.max(power, amount.power)
    currency ??= amount.currency
    const counted = behindWhatIsCounted(tokens, amount.next)
    const behind = readPeriod(tokens, counted)?.next ?? counted
    const times = [counted, behind].find((place) => TIMES.has(key(tokens, place)))
    if (times !== undefined) {
      at = times + 1
      continue
    }
    if (factors === 1 || (currency === null && power < 3)) return undefined
    return { values: [], bare: undefined, power: 3, currency: currency ?? "VND", next: counted }
  }
}

/** "hai" of "hai đến năm trăm triệu", where as many hundreds may be meant or two: read as no number. */
export function readUnclearRange(tokens: Token[], from: number, slang: Slang): Amount | undefined {
  const words = lowerWords(tokens, from)
  const upper =
    words && readNumberWords(tokens, words.next + 1, slang) && readAmount(tokens, words.next + 1, slang)
  const isClear = words === undefined || words.value >= 10 || readNeighbour(tokens, from, slang) !== undefined
  return isClear || upper === undefined || upper.power < 3
    ? undefined
    : { ...upper, values: [], bare: undefined }
}

/** Behind "công nhân" of "3 công nhân x …": up to three words. */
function behindWhatIsCounted(tokens: Token[], from: number): number {
  let at = from
  while (at < from + 3 && tokens[at]?.kind === "word" && !ENDS_WHAT_IS_COUNTED.has(key(tokens, at))) at++
  return at
}
