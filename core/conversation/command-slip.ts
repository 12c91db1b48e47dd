/** One letter too many, too few, changed or swapped, and not by that another Vietnamese syllable: "hàng kỳ" is no slip. */
export function isSlip(typed: string, meant: string): boolean {
  // "kyy": a doubled letter is always a slip; "sáng kiếm" is nothing anybody means.
  if (typed.replace(/(\p{L})\1/gu, "$1") === meant || (meant === "kien" && typed === "kiem")) return true
  return meant.length >= 3 && isOneEdit(typed, meant) && !SYLLABLE.test(typed)
}

function isOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let head = 0
  while (head < one.length && one[head] === other[head]) head++
  const tail = (from: number, of: number) => one.slice(from) === other.slice(of)
  return (
    tail(head + 1, head + 1) ||
    tail(head + 1, head) ||
    tail(head, head + 1) ||
    (one[head] === other[head + 1] && one[head + 1] === other[head] && tail(head + 2, head + 2))
  )
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
