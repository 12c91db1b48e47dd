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
 * Takes the first mention of the bot out of `raw` (not cleaned: offsets count its units as sent) and the bot's name off
 * a leading slash command, which itself stays: "/dangky@bot x" is "/dangky x".
 */
export function addressedText(
  raw: string,
  entities: readonly Entity[] | undefined,
  bot: BotIdentity,
): AddressedText {
  const command = commandIn(raw, bot)
  if (command !== undefined) return command
  const mention = findMention(raw, entities, bot)
  if (mention === undefined) return { text: raw, addressed: false, forAnotherBot: false }
  const text = without(raw, mention)
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

type Span = { readonly offset: number; readonly length: number }

function findMention(
  raw: string,
  entities: readonly Entity[] | undefined,
  bot: BotIdentity,
): Span | undefined {
  if (entities !== undefined && entities.length > 0) {
    return entities.find((entity) => mentionsBot(entity, raw, bot))
  }
  if (bot.username === undefined) return undefined
  const found = new RegExp(`(?<![\\p{L}\\p{N}_@])@${bot.username}(?!\\w)`, "iu").exec(raw)
  return found === null ? undefined : { offset: found.index, length: found[0].length }
}

function mentionsBot(entity: Entity, raw: string, bot: BotIdentity): boolean {
  if (entity.type === "text_mention") return String(entity.user?.id) === bot.id
  if (entity.type !== "mention") return false
  const name = raw.slice(entity.offset + 1, entity.offset + entity.length).toLowerCase()
  // Every bot's username ends in "bot" (core.telegram.org/bots/features, 2026-08): the best guess until ours is known.
  return bot.username === undefined ? name.endsWith("bot") : name === bot.username.toLowerCase()
}

function without(raw: string, span: Span): string {
  const before = raw.slice(0, span.offset)
  const after = raw.slice(span.offset + span.length)
  if (before.trim() === "") return after.replace(/^[\s,:;]+/, "")
  if (/^\s*$/.test(after)) return before
  if (/^\s/.test(after)) return after.startsWith("\n") ? before.trimEnd() + after : joined(before, after)
  return before + after
}

function joined(before: string, after: string): string {
  return /\s$/.test(before) ? before + after.replace(/^[^\S\n]+/, "") : before + after
}
