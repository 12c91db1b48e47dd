import { cleanTyped } from "../../core/text/fold.ts"

// Longest name first, marks optional: without a Vietnamese keyboard it is typed "@tro ly".
const NAMES = "tr[ợo] l[ýyíi] s[áa]ng ki[ếe]n|tr[ợo] l[ýyíi]|bot"
const MENTION = new RegExp(`(?<![\\p{L}\\p{N}_])@(?:${NAMES})(?![\\p{L}\\p{N}_])`, "iu")
const COMMAND = /^\/[\p{L}\p{N}_]+(?:@(?<name>[\p{L}\p{N}_]+))?/u

/**
 * The cleaned words of `typed` without the first mention of the bot, and whether that mention or a leading slash command
 * addresses the bot. "/tiendo@Bot" is ours and loses its "@Bot"; "/tiendo@Other" is another bot's.
 */
export function readAddress(typed: string): { readonly text: string; readonly addressed: boolean } {
  const text = cleanTyped(typed)
  const command = COMMAND.exec(text)
  if (command) {
    const name = command.groups?.["name"]
    if (name === undefined) return { text, addressed: true }
    if (name.toLowerCase() !== "bot") return { text, addressed: false }
    return { text: text.replace(`@${name}`, ""), addressed: true }
  }
  const mention = MENTION.exec(text)
  if (!mention) return { text, addressed: false }
  const before = text.slice(0, mention.index)
  const after = text.slice(mention.index + mention[0].length)
  // "@Bot, đăng ký": the comma belongs to the mention. Elsewhere `clean` closes the gap that the mention leaves.
  const rest = before === "" ? after.replace(/^\s*[,:;]?/u, "") : before + after
  return { text: cleanTyped(rest), addressed: true }
}
