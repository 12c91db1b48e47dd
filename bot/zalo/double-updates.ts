import { createHash } from "node:crypto"

/** What a person does. People and chats go by any name; the platform's hex ids are made from them. */
export type Said = {
  readonly from: string
  /** Default: the private chat with `from`. */
  readonly chat?: string
  readonly group?: boolean
  readonly text?: string
  /** Delivered although the bot is not mentioned, in groups. */
  readonly replyToBot?: boolean
  /** The address of a picture; `text` is its caption then. */
  readonly photo?: string
  readonly sticker?: string
  /** Default `from`; null leaves the name out. */
  readonly name?: string | null
  readonly isBot?: boolean
}

/** The id that the platform has for a person or a chat of this name. */
export function idOf(name: string): string {
  if (/^[0-9a-f]{16,20}$/.test(name)) return name
  return createHash("sha256").update(name).digest("hex").slice(0, 18)
}

/** The update that tells the bot of `said`, bare. */
export function bodyOf(said: Said, id: string): object {
  const name = said.name === undefined ? said.from : said.name
  const message = {
    message_id: id,
    date: Date.now(),
    from: {
      id: idOf(said.from),
      ...(name === null ? {} : { display_name: name }),
      is_bot: said.isBot ?? false,
    },
    chat: { id: idOf(said.chat ?? said.from), chat_type: said.group ? "GROUP" : "PRIVATE" },
  }
  if (said.photo !== undefined) {
    const caption = said.text === undefined ? {} : { caption: said.text }
    return {
      event_name: "message.image.received",
      message: { ...message, photo_url: said.photo, ...caption },
    }
  }
  if (said.sticker !== undefined) {
    const sticker = { sticker: said.sticker, url: "https://zalo-api.zadn.vn/sticker.png" }
    return { event_name: "message.sticker.received", message: { ...message, ...sticker } }
  }
  return { event_name: "message.text.received", message: { ...message, text: said.text ?? "" } }
}
