import type { z } from "zod"
import type { Incoming, IncomingContent, Wordless } from "../../core/channel.ts"
import { given } from "../../core/given.ts"
import { clean, cleanTyped } from "../../core/text/fold.ts"
import { addressedText, type Entity } from "./addressed.ts"
import { accountId, type BotIdentity, botId, chatId, messageRef } from "./ids.ts"
import { readChoice } from "./keyboard.ts"
import {
  type chatForm,
  documentForm,
  type Message,
  type memberForm,
  membershipForm,
  messageForm,
  numberForm,
  photoForm,
  type placeForm,
  pressForm,
  updateForm,
  type userForm,
  WORDLESS_KINDS,
} from "./update-form.ts"

/** What one update means to us. Both absent: it holds nothing for us and can be confirmed. */
export type UpdateReading = {
  readonly incoming?: Incoming
  /** The `callback_query.id` to answer once the update is committed; without an answer the button spins on. */
  readonly pressToAnswer?: string
  /** Why an update of a kind we know could not be read; for the log, holds no personal data. */
  readonly broken?: string
}

/**
 * The id every update must have; undefined for what is no update at all.
 * Increases, but may restart anywhere after a quiet week (Bot API, "Update", 2026-08).
 */
export function updateNumber(raw: unknown): number | undefined {
  const found = numberForm.safeParse(raw)
  return found.success ? found.data.update_id : undefined
}

/** What `raw`, one update of the Bot API, says in our words. Pure; never throws. */
export function readUpdate(raw: unknown, bot: BotIdentity): UpdateReading {
  const update = updateForm.safeParse(raw)
  if (!update.success) return { broken: reason(update.error) }
  const key = { updateKey: `telegram:${bot.id}:${update.data.update_id}`, bot: botId(bot.id) }
  if (update.data.message !== undefined) {
    const message = messageForm.safeParse(update.data.message)
    return message.success ? readMessage(key, message.data, bot) : { broken: reason(message.error) }
  }
  if (update.data.edited_message !== undefined) {
    const message = messageForm.safeParse(update.data.edited_message)
    return message.success ? edited(readMessage(key, message.data, bot)) : { broken: reason(message.error) }
  }
  if (update.data.callback_query !== undefined) {
    const press = pressForm.safeParse(update.data.callback_query)
    return press.success ? readPress(key, press.data) : { broken: reason(press.error) }
  }
  if (update.data.my_chat_member !== undefined) {
    const membership = membershipForm.safeParse(update.data.my_chat_member)
    return membership.success ? readMembership(key, membership.data) : { broken: reason(membership.error) }
  }
  return {}
}

type Key = Pick<Incoming, "updateKey" | "bot">

function readMessage(key: Key, message: Message, bot: BotIdentity): UpdateReading {
  const chat = readChat(message.chat)
  if (chat === undefined || message.migrate_from_chat_id !== undefined) return {}
  if (message.migrate_to_chat_id !== undefined) {
    return { incoming: { ...key, chat, content: { kind: "moved", to: chatId(message.migrate_to_chat_id) } } }
  }
  const from = message.from
  // `sender_chat` marks anonymous administrators and channels: their `from` is a stand-in that nobody may act as.
  if (from === undefined || from.is_bot === true || message.sender_chat !== undefined) return {}
  if (message.is_automatic_forward !== undefined) return {}
  const content = readContent(message, bot, chat.kind)
  if (content === undefined) return {}
  const parts = { ...readPlace(message), ...readFile(message), ...readTarget(message, bot) }
  const passedOn = readForwarded(message)
  return { incoming: { ...key, chat, from: readPerson(from), ...parts, ...passedOn, content } }
}

/** Who takes their own words along from another chat still says them. */
function readForwarded({
  forward_origin: origin,
  from,
}: Message): Pick<Incoming, "isForwarded" | "forwardedFrom"> {
  if (origin === undefined || (origin.sender_user !== undefined && origin.sender_user.id === from?.id))
    return {}
  const by =
    origin.sender_user === undefined
      ? oneLine(origin.sender_user_name ?? "")
      : readPerson(origin.sender_user).name
  return { isForwarded: true, ...given({ forwardedFrom: by === "" ? undefined : by }) }
}

/** A changed message is no new one: its words may have been acted upon already. */
function edited({ incoming }: UpdateReading): UpdateReading {
  if (incoming?.content.kind !== "text") return {}
  const { file: _, replyTo: __, isForwarded: ___, forwardedFrom: ____, ...told } = incoming
  return { incoming: { ...told, content: { ...incoming.content, kind: "edited" } } }
}

/** A photo or document; what a channel published is not the person's own. */
function readFile(message: Message): Pick<Incoming, "file"> {
  // Nearly every message: two forms that do not fit would cost as much as all the rest of reading it.
  if (message.photo === undefined && message.document === undefined) return {}
  if (message.forward_origin?.type === "channel") return {}
  const album = message.media_group_id === undefined ? {} : { album: message.media_group_id }
  const photos = photoForm.safeParse(message.photo)
  const [largest] = photos.success
    ? photos.data.toSorted((one, other) => (other.width ?? 0) - (one.width ?? 0))
    : []
  if (largest !== undefined) {
    const bytes = largest.file_size === undefined ? {} : { bytes: largest.file_size }
    return { file: { ref: largest.file_id, kind: "photo", ...bytes, ...album } }
  }
  const document = documentForm.safeParse(message.document)
  if (!document.success) return {}
  const { file_id: ref, file_name: name, file_size: size } = document.data
  return {
    file: {
      ref,
      kind: "document",
      ...given({ name: name && oneLine(name), bytes: size }),
      ...album,
    },
  }
}

function readTarget(message: Message, bot: BotIdentity): Pick<Incoming, "replyTo"> {
  const target = message.reply_to_message
  return target !== undefined && repliesToBot(message, bot) ? { replyTo: messageRef(target.message_id) } : {}
}

const WORDLESS: Readonly<Partial<Record<(typeof WORDLESS_KINDS)[number], Wordless>>> = {
  sticker: "sticker",
  animation: "sticker",
  dice: "sticker",
  voice: "voice",
  audio: "voice",
  video: "video",
  video_note: "video",
  location: "place",
  venue: "place",
  contact: "contact",
  game: "sticker",
}

function readContent(
  message: Message,
  bot: BotIdentity,
  kind: Incoming["chat"]["kind"],
): IncomingContent | undefined {
  const isPrivate = kind === "private"
  if (message.forward_origin?.type === "channel") {
    // What a channel published is not the person's own words, so it must not be registered as theirs; but who forwards
    // it to the bot in private has asked for an answer.
    return isPrivate ? { kind: "wordless", addressed: true } : undefined
  }
  const addressed = isPrivate || repliesToBot(message, bot)
  const raw = message.text ?? message.caption
  if (raw === undefined || raw === "") {
    const name = WORDLESS_KINDS.find((each) => message[each] !== undefined)
    return name === undefined
      ? undefined
      : { kind: "wordless", addressed, ...given({ what: WORDLESS[name] }) }
  }
  const entities: readonly Entity[] | undefined =
    message.text === undefined ? message.caption_entities : message.entities
  const found = addressedText(raw, entities, bot)
  if (found.forAnotherBot && !isPrivate) return undefined
  return { kind: "text", text: cleanTyped(found.text), addressed: addressed || found.addressed }
}

function repliesToBot(message: Message, bot: BotIdentity): boolean {
  const target = message.reply_to_message
  // In a forum every plain message "replies" to the service message that opened its topic.
  if (target === undefined || (isTopic(message) && target.message_id === message.message_thread_id))
    return false
  return String(target.from?.id) === bot.id
}

function readPress(key: Key, press: z.infer<typeof pressForm>): UpdateReading {
  const pressToAnswer = press.id
  const chat = press.message && readChat(press.message.chat)
  const choice = press.data === undefined ? undefined : readChoice(press.data)
  if (press.message === undefined || chat === undefined || choice === undefined || press.from.is_bot === true)
    return { pressToAnswer }
  const content = { kind: "press", ...choice } as const
  return {
    pressToAnswer,
    incoming: { ...key, chat, from: readPerson(press.from), ...readPlace(press.message), content },
  }
}

function readMembership(key: Key, change: z.infer<typeof membershipForm>): UpdateReading {
  const chat = readChat(change.chat)
  const [before, after] = [isInside(change.old_chat_member), isInside(change.new_chat_member)]
  if (chat === undefined || before === after) return {}
  if (!after) return { incoming: { ...key, chat, content: { kind: "left" } } }
  // A person, never the stand-in of an anonymous administrator, counts as the one who brought the bot.
  const from = change.from && change.from.is_bot !== true ? { from: readPerson(change.from) } : {}
  return { incoming: { ...key, chat, ...from, content: { kind: "joined" } } }
}

function isInside(member: z.infer<typeof memberForm>): boolean {
  if (member.status === "restricted") return member.is_member !== false
  return member.status !== "left" && member.status !== "kicked"
}

function readChat(chat: z.infer<typeof chatForm>): Incoming["chat"] | undefined {
  if (chat.type === "private") return { id: chatId(chat.id), kind: "private" }
  if (chat.type !== "group" && chat.type !== "supergroup") return undefined
  const title = oneLine(chat.title ?? "")
  return { id: chatId(chat.id), kind: "group", ...(title === "" ? {} : { title }) }
}

function readPerson(user: z.infer<typeof userForm>): NonNullable<Incoming["from"]> {
  const { first_name: first = "", last_name: last = "" } = user
  // Not by a space behind it: what is clean as it came needs no cleaning.
  const name = oneLine(last === "" ? first : `${first} ${last}`)
  return { account: accountId(user.id), name: name === "" ? oneLine(user.username ?? "") : name }
}

function readPlace(message: z.infer<z.ZodObject<typeof placeForm>>): Pick<Incoming, "message" | "topic"> {
  const ref = messageRef(message.message_id)
  return isTopic(message) ? { message: ref, topic: String(message.message_thread_id) } : { message: ref }
}

/** A thread id alone also stands on reply threads of ordinary supergroups, where sending it back would be refused. */
function isTopic(message: {
  message_thread_id?: number | undefined
  is_topic_message?: boolean | undefined
}): boolean {
  return message.is_topic_message === true && message.message_thread_id !== undefined
}

function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, " ")
}

function reason(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")
}
