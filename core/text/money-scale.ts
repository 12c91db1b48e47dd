import type { Currency } from "./money.ts"
import { key, phraseAt, type Token } from "./money-tokens.ts"
import {
  CHAT_SLANG,
  CURRENCIES,
  DO_LA,
  NHAN_DAN_TE,
  SCALES,
  SCALES_WITH_DONG,
  type Slang,
  US_DOLLAR,
} from "./money-words.ts"

/**
 * Whether an amount with this token in it may be one of money: a word of thousands or of a currency, or a number long enough to
 * be money without either ("10000 trăm"). Most titles hold none, and need not be read from each of their words on.
 */
export function mayBeMoney(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.kind === "number") return token.key.length >= 5
  return (
    (SCALES.get(token.key) ?? 0) >= 3 ||
    SCALES_WITH_DONG.has(token.key) ||
    CHAT_SLANG.has(token.typed) ||
    readCurrency(tokens, at) !== undefined
  )
}

/** `power` of ten. */
type Scale = { power: number; currency: Currency | null; next: number }

/** "nghìn", "trăm triệu", "tỷ", with slang also "củ"; undefined for other words. */
export function readScale(tokens: Token[], from: number, slang: Slang): Scale | undefined {
  let power = 0
  let at = from
  for (;;) {
    const word = key(tokens, at)
    const withDong = SCALES_WITH_DONG.get(word)
    if (withDong !== undefined) return { power: power + withDong, currency: "VND", next: at + 1 }
    // The typed word, not its key: 5 củ and 5 tỏi, but not cũ, tối or tới ("5 tới 6 triệu").
    const isScaled = at === from || power <= 2
    const asSlang = isScaled ? slang.get(tokens[at]?.typed ?? "") : undefined
    const step = SCALES.get(word) ?? asSlang
    // "nghìn tỷ" and "trăm triệu" multiply; "tỷ triệu" does not exist.
    if (step === undefined || step <= power) break
    power += step
    at++
  }
  return at === from ? undefined : { power, currency: null, next: at }
}

/** "đồng", "đô la", "USD", "nhân dân tệ" and the signs for them. */
export function readCurrency(tokens: Token[], at: number): { currency: Currency; next: number } | undefined {
  // đó, đổ and do have the key of đô.
  if (key(tokens, at) === "do") {
    if (phraseAt(tokens, at, DO_LA)) return { currency: "USD", next: at + 2 }
    return tokens[at]?.typed === "đô" ? { currency: "USD", next: at + 1 } : undefined
  }
  // "120 tr.đ": a stop that only shortens the word before it.
  if (key(tokens, at) === "." && !tokens[at]?.spaced && !tokens[at + 1]?.spaced) {
    const isDong = ["d", "dong"].includes(key(tokens, at + 1)) && key(tokens, at + 2) !== "thoi"
    return isDong ? { currency: "VND", next: at + 2 } : undefined
  }
  const currency = CURRENCIES.get(key(tokens, at))
  if (currency !== undefined) return { currency, next: at + 1 }
  if (phraseAt(tokens, at, NHAN_DAN_TE)) return { currency: "CNY", next: at + 3 }
  return phraseAt(tokens, at, US_DOLLAR) ? { currency: "USD", next: at + 2 } : undefined
}
