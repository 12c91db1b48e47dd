import { withoutNames } from "../../core/text/mention.ts"

/**
 * `text` without the mentions of the bot; `undefined` when it mentions none of `names`. A mention is plain text,
 * `@` and a name with spaces in it, without offsets (measured: BVNT, ECM, HTD in sample-messages.md). Both must be clean (NFC).
 */
export function withoutMention(text: string, names: readonly string[]): string | undefined {
  // The longest first: "@Bot Công đoàn" must not be taken for "@Bot".
  const patterns = names.toSorted((a, b) => b.length - a.length).flatMap(patternOf)
  if (patterns.length === 0) return undefined
  const mention = new RegExp(`(?<![\\p{L}\\p{N}])@(?:${patterns.join("|")})(?![\\p{L}\\p{N}\\p{M}])`, "giu")
  const found = [...text.matchAll(mention)].map(({ index: offset, 0: { length } }) => ({ offset, length }))
  return found.length === 0 ? undefined : withoutNames(text, found)
}

/**
 * `text` cut at its first slash command when it begins with `@`: whom it addresses is then clear though the name is
 * not one we know, as after the bot was renamed. `undefined` for every other text.
 */
export function cutAtCommand(text: string): string | undefined {
  const command = /^@[^/]*?\s(?=\/[a-z]+(\s|$))/i.exec(text)
  return command ? text.slice(command[0].length) : undefined
}

function patternOf(name: string): readonly string[] {
  const words = name.split(/\s+/).filter((word) => word !== "")
  return words.length === 0
    ? []
    : [words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s+")]
}
