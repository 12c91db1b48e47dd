import { type Span, withoutNames } from "../../core/text/mention.ts"
import type { BotIdentity } from "./ids.ts"

/** A `MessageEntity` as far as addressing needs it; offset and length in UTF-16 units. */
export type Entity = {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly user?: { readonly id: number } | undefined
}

/** The words of a message without the bot's name in them. */
export type AddressedText = {
  readonly text: string
  /** A mention of the bot, or a slash command that is not another bot's. */
  readonly addressed: boolean
  /** A slash command for another bot: `/x@other`. */
  readonly forAnotherBot: boolean
}

/**
 * Takes the mentions of the bot out of `raw` (not cleaned: offsets count its units as sent) and the bot's name off
 * a leading slash command, which itself stays: "/dangky@bot x" is "/dangky x".
 */
export function addressedText(
  raw: string,
  entities: readonly Entity[] | undefined,
  bot: BotIdentity,
): AddressedText {
  const command = commandIn(raw, bot)
  if (command !== undefined) return command
  const mentions = findMentions(raw, entities, bot)
  if (mentions.length === 0) return { text: raw, addressed: false, forAnotherBot: false }
  const text = withoutNames(raw, mentions)
  // "@bot /dangky@bot x": people pick the command from the menu after the mention.
  return commandIn(text, bot) ?? { text, addressed: true, forAnotherBot: false }
}

function commandIn(text: string, bot: BotIdentity): AddressedText | undefined {
  const found = /^\s*(\/\w{1,32})(?:@(\w+))?(?![\p{L}\p{N}_@/])/u.exec(text)
  if (found === null) return undefined
  const addressed = isOurs(found[2], bot)
  return { text: `${found[1]}${text.slice(found[0].length)}`, addressed, forAnotherBot: !addressed }
}

function isOurs(name: string | undefined, bot: BotIdentity): boolean {
  if (name === undefined) return true
  // Before `getMe` answered our name is unknown. Telegram delivers a command with a name to the named bot only (privacy
  // mode), so taking it is right far more often than dropping it.
  return bot.username === undefined || name.toLowerCase() === bot.username.toLowerCase()
}

function findMentions(
  raw: string,
  entities: readonly Entity[] | undefined,
  bot: BotIdentity,
): readonly Span[] {
  if (entities !== undefined && entities.length > 0) {
    return entities.filter((entity) => mentionsBot(entity, raw, bot))
  }
  if (bot.username === undefined || !raw.includes("@")) return []
  const mention = new RegExp(`(?<![\\p{L}\\p{N}_@])@${bot.username}(?!\\w)`, "giu")
  return [...raw.matchAll(mention)].map(({ index: offset, 0: { length } }) => ({ offset, length }))
}

function mentionsBot(entity: Entity, raw: string, bot: BotIdentity): boolean {
  if (entity.type === "text_mention") return String(entity.user?.id) === bot.id
  if (entity.type !== "mention") return false
  const name = raw.slice(entity.offset + 1, entity.offset + entity.length).toLowerCase()
  // Every bot's username ends in "bot" (core.telegram.org/bots/features, 2026-08): the best guess until ours is known.
  return bot.username === undefined ? name.endsWith("bot") : name === bot.username.toLowerCase()
}
