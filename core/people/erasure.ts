/** Stands in a record where an erased person's name stood. Nobody is called so, and every reader may show it. */
export const NAMELESS = "(ẩn danh)"

/** A name of one word ("An") is a word of the language as well: taking it out of sentences would spoil other words. */
const FEWEST_WORDS = 2

/**
 * The text with every one of the whole names replaced by `NAMELESS`: in any case, with or without marks, as words of
 * their own. Names of a single word are left alone.
 */
export function withoutNames(text: string, names: readonly string[]): string {
  const patterns = names.map(patternOf).filter((pattern) => pattern !== undefined)
  if (patterns.length === 0) return text
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})(?![\\p{L}\\p{N}\\p{M}])`, "giu")
  const split = text.normalize("NFD")
  return found.test(split) ? split.replace(found, NAMELESS).normalize("NFC") : text
}

function patternOf(name: string): string | undefined {
  const words = name.normalize("NFD").match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
  if (words.length < FEWEST_WORDS) return undefined
  return words.map(wordPattern).join("[^\\p{L}\\p{N}\\p{M}]{1,20}")
}

/** Each letter with whatever marks stand over it in the text; đ does not decompose. */
function wordPattern(word: string): string {
  return Array.from(word.replace(/\p{M}/gu, ""), (letter) =>
    /[dđ]/iu.test(letter) ? "[dđ]\\p{M}*" : `${letter}\\p{M}*`,
  ).join("")
}
