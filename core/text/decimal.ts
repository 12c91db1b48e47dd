/** A number held exactly, never in floating point: digits × 10^exponent. */
export type Decimal = { digits: bigint; exponent: number }

/** Times 10^power. */
export function scaled(decimal: Decimal, power: number): Decimal {
  return { digits: decimal.digits, exponent: decimal.exponent + power }
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent)
  return [
    a.digits * 10n ** BigInt(a.exponent - exponent),
    b.digits * 10n ** BigInt(b.exponent - exponent),
    exponent,
  ]
}

/** a + b. */
export function sum(a: Decimal, b: Decimal): Decimal {
  const [left, right, exponent] = aligned(a, b)
  return { digits: left + right, exponent }
}

/** a > b. */
export function isMore(a: Decimal, b: Decimal): boolean {
  const [left, right] = aligned(a, b)
  return left > right
}

/** "1234.5": no trailing zeros, no exponent. */
export function toPlain({ digits, exponent }: Decimal): string {
  if (exponent >= 0) return String(digits * 10n ** BigInt(exponent))
  const padded = String(digits).padStart(1 - exponent, "0")
  const fraction = padded.slice(exponent).replace(/0+$/, "")
  return padded.slice(0, exponent) + (fraction === "" ? "" : `.${fraction}`)
}

/** The reverse of `toPlain`. */
export function fromPlain(plain: string): Decimal {
  const [integer = "0", fraction = ""] = plain.split(".")
  return { digits: BigInt(integer + fraction), exponent: -fraction.length }
}
