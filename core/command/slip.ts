/**
 * One letter too many, too few, changed or swapped, and not by that another Vietnamese syllable: "hàng kỳ" is no slip, "đănh
 * ký" is one. `shown` is the word with its marks.
 */
export function isSlip(typed: string, meant: string, shown = typed): boolean {
  // "kyy": a doubled letter is always a slip; "sáng kiếm" is nothing anybody means.
  const isDoubled =
    typed[0] === meant[0] && typed.length > meant.length && typed.replace(/(\p{L})\1/gu, "$1") === meant
  if (isDoubled || (meant === "kien" && typed === "kiem")) return true
  // First of all what is quickly told: every word is held against those of all commands.
  if (!isOneEdit(typed, meant)) return false
  // Of two letters only one too many tells anything: "kys" and "ksy" are ký with its tone typed beside it.
  if (meant.length < 3 && typed.length !== meant.length + 1) return false
  return !SYLLABLE.test(typed) || NO_RHYME.test(shown.normalize("NFD").replace(TONES, ""))
}

/** Near in writing, whether or not it is a syllable: only where everything else says what was meant. */
export function isNear(typed: string, meant: string): boolean {
  return meant.length >= 3 && typed[0] === meant[0] && isOneEdit(typed, meant)
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
/** ă stands before c, m, n, ng, p and t alone; â also before u and y. */
const NO_RHYME = /a\u0306(?!(?:c|m|n|ng|p|t)$)|a\u0302(?!(?:c|m|n|ng|p|t|u|y)$)/u

function isOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  const shorter = Math.min(one.length, other.length)
  let head = 0
  while (head < shorter && one[head] === other[head]) head++
  let tail = 0
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++
  const [left, right] = [one.slice(head, one.length - tail), other.slice(head, other.length - tail)]
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
  return isSwap || (left.length <= 1 && right.length <= 1)
}

const SYLLABLE = new RegExp(
  `^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?(?:${[
    "a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?",
    "e(?:c|ch|m|n|ng|nh|o|p|t|u)?",
    "i(?:a|c|ch|m|n|nh|p|t|u|ec|em|en|eng|ep|et|eu)?",
    "o(?:c|i|m|n|ng|p|t|oc|ong)?",
    "o?a(?:c|ch|i|m|n|ng|nh|o|p|t|y)?",
    "oe(?:n|o|t)?",
    "u(?:a|c|i|m|n|ng|p|t|u|an|ang|at|ay|e|ech|en|enh|et|o|oc|oi|om|on|ong|op|ot|ou)?",
    "uy(?:a|ch|en|et|n|nh|p|t|u)?",
    "y(?:a|em|en|et|eu|t|n)?",
  ].join("|")})$`,
)
