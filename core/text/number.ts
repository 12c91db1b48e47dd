/** "một" … "mười" as `fold` has them, from 1 on by their places. */
export const NUMBER_WORDS = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"]

/** Made when first needed: together they would take a start 20 ms. */
const made: { whole?: Intl.NumberFormat; oneDecimal?: Intl.NumberFormat; collator?: Intl.Collator } = {}

/** A count the Vietnamese way: "1.500", "-3.000". A fraction keeps up to three decimals: "29,7". */
export function formatNumber(n: number | bigint): string {
  made.whole ??= new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 3, signDisplay: "negative" })
  return made.whole.format(n)
}

/** A change of a count: "+12", "-3", "+0". */
export function formatSigned(change: number): string {
  return change < 0 ? formatNumber(change) : `+${formatNumber(change)}`
}

/** A percentage with one decimal, always: 75.6 (not 0.756) gives "75,6%", 76 gives "76,0%". */
export function formatPct(pct: number): string {
  made.oneDecimal ??= new Intl.NumberFormat("vi-VN", {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "negative",
  })
  return `${made.oneDecimal.format(pct)}%`
}

/**
 * `part` of `whole` in percent, rounded half up to one decimal, without a floating-point step: 3782 of 5000 → 75.6.
 * 0 when `whole` is 0 or less. Both are whole numbers; a fraction throws `RangeError`.
 */
export function roundPct(part: number, whole: number): number {
  if (whole <= 0) return 0
  const doubled = BigInt(part) * 2000n + BigInt(whole)
  const divisor = BigInt(whole) * 2n
  const quotient = doubled / divisor
  // BigInt division cuts towards zero; a negative correction must go down like the rest of the scale.
  const floor = doubled < 0n && doubled % divisor !== 0n ? quotient - 1n : quotient
  return Number(floor) / 10
}

/**
 * Dictionary order for names: a ă â b c d đ e ê …, then tones không dấu, huyền, hỏi, ngã, sắc, nặng; numbers by value
 * ("Tổ 2" before "Tổ 10"). For `Array.sort`.
 */
export function compareVietnamese(a: string, b: string): number {
  made.collator ??= new Intl.Collator("vi", { numeric: true })
  return made.collator.compare(a, b)
}
