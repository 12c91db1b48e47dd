/** A place in a text, in its UTF-16 units. */
export type Span = { readonly offset: number; readonly length: number }

/** "@Bot ơi": what calls somebody belongs to the name. */
const CALLING = /^\s*(?:ơi|oi)(?![\p{L}\p{M}])/iu
const ENDS_SENTENCE = /^[,.;:!?)]/

/** `text` without the names at `spans`, in their order, and without the gaps they leave; one at the head takes its comma or colon along. */
export function withoutNames(text: string, spans: readonly Span[]): string {
  return spans.reduceRight((left, { offset, length }) => {
    const [before, after] = [left.slice(0, offset), left.slice(offset + length).replace(CALLING, "")]
    return before.trim() === "" ? after.replace(/^[\s,:;]+/, "") : joined(before, after)
  }, text)
}

function joined(before: string, after: string): string {
  const [left, right] = [before.trimEnd(), after.trimStart()]
  const gap = before.slice(left.length) + after.slice(0, after.length - right.length)
  if (gap.includes("\n")) return `${left}\n${right}`.trimEnd()
  return gap === "" || right === "" || ENDS_SENTENCE.test(right) ? left + right : `${left} ${right}`
}
