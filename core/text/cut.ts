/** So much of what a person typed is quoted back to them, in UTF-16 units: enough to know it by, and one line on a phone. */
const LONGEST_QUOTE = 60

/** What a person typed, as an answer quotes it. */
export function quote(typed: string): string {
  return truncate(typed, LONGEST_QUOTE)
}

/**
 * The beginning of the text, at most `maxUtf16` UTF-16 units of it and never half of a surrogate pair: PostgreSQL's jsonb
 * refuses one, and with it everything that is stored in the same transaction.
 */
export function cut(text: string, maxUtf16: number): string {
  return text.length <= maxUtf16 ? text : text.slice(0, safeCut(text, maxUtf16))
}

/**
 * The text in at most `maxUtf16` UTF-16 units, "…" included when something was cut. Cuts between words when a space
 * lies in the second half, never inside a surrogate pair. "" when `maxUtf16` < 1.
 */
export function truncate(text: string, maxUtf16: number): string {
  if (text.length <= maxUtf16) return text
  if (maxUtf16 < 1) return ""
  const cut = safeCut(text, maxUtf16 - 1)
  const space = Math.max(text.lastIndexOf(" ", cut), text.lastIndexOf("\n", cut))
  const kept = text.slice(0, space > maxUtf16 / 2 ? space : cut)
  return `${kept.trimEnd()}…`
}

/**
 * The text in parts of 1 to `maxUtf16` UTF-16 units each, cut where it hurts least: between paragraphs, else lines,
 * sentences, words; white space at a cut is dropped. A surrogate pair is never cut; a word or URL only when it alone
 * is longer than a part. [] for blank text. Throws `RangeError` when `maxUtf16` < 2.
 */
export function split(text: string, maxUtf16: number): string[] {
  if (!(maxUtf16 >= 2)) {
    throw new RangeError(`A part must have room for 2 UTF-16 units or more, got ${maxUtf16}: raise maxUtf16`)
  }
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > maxUtf16) {
    const cut = bestCut(rest, maxUtf16)
    const part = rest.slice(0, cut).trimEnd()
    if (part !== "") parts.push(part)
    rest = rest.slice(cut).trimStart()
  }
  if (rest !== "") parts.push(rest)
  return parts
}

function bestCut(text: string, maxUtf16: number): number {
  // One more than fits: a space right behind the part is a fine place to cut.
  const window = text.slice(0, maxUtf16 + 1)
  // A break in the first half would leave a stub of a message; then the next smaller kind of break is better.
  const least = maxUtf16 / 2
  const ends = [window.lastIndexOf("\n\n"), window.lastIndexOf("\n"), lastSentenceEnd(window)]
  // In a long line of names none is torn apart.
  const listed = window.lastIndexOf(" · ")
  for (const at of [...ends, listed < 0 ? listed : listed + 2]) {
    if (at >= least) return at
  }
  const space = Math.max(window.lastIndexOf(" "), window.lastIndexOf("\n"), window.lastIndexOf("\t"))
  return space > 0 ? space : safeCut(text, maxUtf16)
}

function lastSentenceEnd(window: string): number {
  return Math.max(...[". ", "! ", "? ", "… ", "; "].map((end) => window.lastIndexOf(end))) + 1
}

function safeCut(text: string, at: number): number {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  const insidePair = before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
  return insidePair ? at - 1 : at
}

/** Without the characters of `marks` at its end; a loop, because a pattern for it can take the square of the length. */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
