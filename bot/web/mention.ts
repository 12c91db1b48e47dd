import { cleanTyped } from "../../core/text/fold.ts"
import { withoutNames } from "../../core/text/mention.ts"

// Longest name first, marks optional: without a Vietnamese keyboard it is typed "@tro ly".
const NAMES = "tr[ợo] l[ýyíi] s[áa]ng ki[ếe]n|tr[ợo] l[ýyíi]|bot"
const MENTION = new RegExp(`(?<![\\p{L}\\p{N}_])@(?:${NAMES})(?![\\p{L}\\p{N}_])`, "giu")
const COMMAND = /^\/[\p{L}\p{N}_]+(?:@(?<name>[\p{L}\p{N}_]+))?/u

/**
 * The cleaned words of `typed` without the mentions of the bot, and whether one of them or a leading slash command
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
  const mentions = [...text.matchAll(MENTION)].map(({ index: offset, 0: { length } }) => ({ offset, length }))
  if (mentions.length === 0) return { text, addressed: false }
  return { text: cleanTyped(withoutNames(text, mentions)), addressed: true }
}
