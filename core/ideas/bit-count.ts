/** Bitmaps (0 behind their ends) of which those of `twice` count two. At most 63 of them in all. */
export type Counted = { readonly twice: readonly Int32Array[]; readonly once: readonly Int32Array[] }

/**
 * Which of the 32 places of a block stand in so many of the bitmaps, as bits. The counts of all 32 are kept in seven numbers, the
 * first of which has the first binary digit of each count, and so on: a bitmap is added to all of them at once, with its carry.
 * Written out because this runs a million times for one title.
 */
export function withCount({ twice, once }: Counted, block: number, count: number): number {
  let d0 = 0
  let d1 = 0
  let d2 = 0
  let d3 = 0
  let d4 = 0
  let d5 = 0
  let d6 = 0
  for (const bits of twice) {
    let add = bits[block] ?? 0
    let carry = d1 & add
    d1 ^= add
    if (carry === 0) continue
    add = carry
    carry = d2 & add
    d2 ^= add
    if (carry === 0) continue
    add = carry
    carry = d3 & add
    d3 ^= add
    add = carry
    carry = d4 & add
    d4 ^= add
    add = carry
    carry = d5 & add
    d5 ^= add
    d6 ^= carry
  }
  // Where nobody can come up to the count any more, the rest need not be read.
  const missing = count - once.length
  if (missing > 0 && (d1 | d2 | d3 | d4 | d5 | d6) === 0) return 0
  if (missing > 2 && (d2 | d3 | d4 | d5 | d6) === 0) return 0
  for (const bits of once) {
    let add = bits[block] ?? 0
    let carry = d0 & add
    d0 ^= add
    if (carry === 0) continue
    add = carry
    carry = d1 & add
    d1 ^= add
    if (carry === 0) continue
    add = carry
    carry = d2 & add
    d2 ^= add
    if (carry === 0) continue
    add = carry
    carry = d3 & add
    d3 ^= add
    add = carry
    carry = d4 & add
    d4 ^= add
    add = carry
    carry = d5 & add
    d5 ^= add
    d6 ^= carry
  }
  let more = 0
  let equal = -1
  if (count & 64) equal &= d6
  else more |= equal & d6
  if (count & 32) equal &= d5
  else more |= equal & d5
  if (count & 16) equal &= d4
  else more |= equal & d4
  if (count & 8) equal &= d3
  else more |= equal & d3
  if (count & 4) equal &= d2
  else more |= equal & d2
  if (count & 2) equal &= d1
  else more |= equal & d1
  if (count & 1) equal &= d0
  else more |= equal & d0
  return more | equal
}
