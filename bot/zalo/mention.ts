/**
 * `text` without the first mention of the bot; `undefined` when it mentions none of `names`. A mention is plain text,
 * `@` and a name with spaces in it, without offsets (measured: BVNT, ECM, HTD in sample-messages.md). Both must be clean (NFC).
 */
export function withoutMention(text: string, names: readonly string[]): string | undefined {
  // The longest first: "@Bot Công đoàn" must not be taken for "@Bot".
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    const found = mentionOf(name)?.exec(text)
    if (found) return closeGap(text.slice(0, found.index), text.slice(found.index + found[0].length))
  }
  return undefined
}

/**
 * `text` cut at its first slash command when it begins with `@`: whom it addresses is then clear though the name is
 * not one we know, as after the bot was renamed. `undefined` for every other text.
 */
export function cutAtCommand(text: string): string | undefined {
  const command = /^@[^/]*?\s(?=\/[a-z]+(\s|$))/i.exec(text)
  return command ? text.slice(command[0].length) : undefined
}

function mentionOf(name: string): RegExp | undefined {
  const words = name.split(/\s+/).filter((word) => word !== "")
  if (words.length === 0) return undefined
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s+")
  return new RegExp(`(?<![\\p{L}\\p{N}])@${pattern}(?![\\p{L}\\p{N}\\p{M}])`, "iu")
}

function closeGap(before: string, after: string): string {
  const left = before.trimEnd()
  // "@Bot: tiến độ" and "@Bot, tiến độ" say no more than "@Bot tiến độ".
  if (left === "") return after.replace(/^\s*[,:]?\s*/, "")
  const right = after.trimStart()
  const gap = before.slice(left.length) + after.slice(0, after.length - right.length)
  const joint = gap.includes("\n") ? "\n" : gap === "" || /^[,.;:!?]/.test(right) ? "" : " "
  return (left + joint + right).trimEnd()
}
