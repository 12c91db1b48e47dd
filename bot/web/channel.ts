import { randomUUID } from "node:crypto"
import type {
  AccountId,
  BotId,
  Channel,
  ChatId,
  Document,
  Incoming,
  IncomingContent,
  IncomingFile,
  Intake,
  MessageRef,
  Outgoing,
  Picture,
} from "../../core/channel.ts"
import { DeliveryError, FileTooLarge } from "../../core/channel.ts"
import { given } from "../../core/given.ts"
import { pieces, plain } from "../../core/markup.ts"
import { remember } from "../../core/remember.ts"
import { truncate } from "../../core/text/cut.ts"
import { clean } from "../../core/text/fold.ts"
import { BOT, History, type Message, type Quote, type WebEvent } from "./history.ts"
import { readAddress } from "./mention.ts"
import type { WebPost, WebPosted, WebUpload } from "./post.ts"
import { checkIds, roomsOf, type WebCast } from "./rooms.ts"

/** What `createWebChannel` needs. */
export type WebChannelOptions = WebCast & {
  /** The clock for the time shown beside a message. */
  readonly now?: () => Date
  /** Where the page is, for whoever asks how others get there. */
  readonly address?: string
}

/** A chat that lives in this process: no account, no network, nothing kept over a restart. */
export type WebChannel = Channel & {
  readonly cast: WebCast
  whisper(to: AccountId, message: Outgoing): Promise<MessageRef>
  sendPicture(message: Outgoing, picture: Picture): Promise<MessageRef>
  /** Takes what a person did in the page. Resolves after the commit; rejects when it must be repeated. */
  post(post: WebPost): Promise<WebPosted>
  /** See `History.watch`; undefined when there is no such person. */
  watch(
    person: string,
    resumeAt: string | undefined,
    tell: (event: WebEvent) => void,
  ): (() => void) | undefined
  /** Takes a file a person sends, with or without words. Resolves and rejects as `post`. */
  upload(post: WebUpload, bytes: Uint8Array): Promise<WebPosted>
  /** A file that was sent, while it is remembered. */
  file(key: string): Document | undefined
  /** A picture that was sent, as PNG, while it is remembered. */
  picture(key: string): Uint8Array | undefined
}

const PREFIX = "web:"
const MESSAGES_PER_ROOM = 300
/** What is remembered of pictures and files: this process has nothing but its memory. */
const MOST_PICTURES = 60
const MOST_FILES = 20
const MOST_UPLOADS = 20
/** As Telegram's: what can be tried here then fits there. */
const TEXT_LENGTH = 4000
const QUOTE_LENGTH = 140

/** Makes the channel "web:local". Throws when an id in `options` is used twice or cannot be part of an address. */
export function createWebChannel(options: WebChannelOptions): WebChannel {
  const { address, now = () => new Date() } = options
  checkIds(options)
  const people = new Map(options.people.map((person) => [person.id, person]))
  const groups = new Map(options.groups.map((group) => [group.id, group]))
  const bot = `${PREFIX}local` as BotId
  const history = new History(roomsOf(options), MESSAGES_PER_ROOM)
  const pictures = new Map<string, Uint8Array>()
  const files = new Map<string, Document>()
  const uploads = new Map<string, Uint8Array>()
  const underWay = new Map<string, Promise<WebPosted>>()
  let intake: Intake | undefined

  async function post(asked: WebPost): Promise<WebPosted> {
    // A page that repeats while its first try is still under way shares that try: one of two could fail and take
    // the message back that the other one has shown.
    const other = underWay.get(asked.clientId)
    if (other !== undefined) return other
    const work = decide(asked)
    underWay.set(asked.clientId, work)
    try {
      return await work
    } finally {
      underWay.delete(asked.clientId)
    }
  }

  async function decide(asked: WebPost, file?: IncomingFile): Promise<WebPosted> {
    const person = people.get(asked.person)
    if (!person) return { kind: "refused", status: 404, why: "Không có người này." }
    const takesPart = history.sees(person.id, asked.room)
    if (takesPart === undefined) return { kind: "refused", status: 404, why: "Không có nhóm này." }
    if (!takesPart)
      return { kind: "refused", status: 403, why: `${person.name} không ở trong cuộc trò chuyện này.` }
    const before = history.find(asked.room, refOf(asked.clientId))
    if (before && before.from !== person.id)
      return { kind: "refused", status: 409, why: "clientId đã dùng rồi." }
    return asked.press ? press(asked, asked.press) : write(asked, before === undefined, file)
  }

  async function press(asked: WebPost, { ask, option }: { ask: string; option: number }): Promise<WebPosted> {
    const message = history.asking(asked.person, asked.room, ask)
    const toast = await receive(asked, { kind: "press", ask, option }, message?.id)
    history.press(asked.person, asked.room, ask, option)
    return { kind: "accepted", id: refOf(asked.clientId), ...toast }
  }

  async function upload(sent: WebUpload, bytes: Uint8Array): Promise<WebPosted> {
    const { name, text, album, ...place } = sent
    const ref = refOf(sent.clientId)
    remember(uploads, ref, bytes, MOST_UPLOADS)
    const kind = /\.(?:jpe?g|png|webp)$/i.test(name) ? ("photo" as const) : ("document" as const)
    const together = album === undefined ? {} : { album }
    const file = { ref, kind, name: clean(name), bytes: bytes.byteLength, ...together }
    const words = text === undefined || text.trim() === "" ? {} : { text }
    return await decide({ ...place, ...words }, file)
  }

  async function write(asked: WebPost, isNew: boolean, file?: IncomingFile): Promise<WebPosted> {
    const id = refOf(asked.clientId)
    const quoted = asked.replyTo === undefined ? undefined : history.find(asked.room, asked.replyTo)
    history.reserve({
      id,
      room: asked.room,
      from: asked.person,
      at: now(),
      pieces: [{ text: asked.sticker ?? shownText(asked, file), strong: false }],
      ...quote(quoted, undefined),
    })
    try {
      const target = quoted?.from === BOT ? { replyTo: quoted.id } : {}
      const content = contentOf(asked, quoted?.from === BOT)
      const toast = await receive(asked, content, id, { ...target, ...given({ file }) })
      history.publish(asked.room, id)
      return { kind: "accepted", id, ...toast }
    } catch (error) {
      if (isNew) history.withdraw(asked.room, id)
      throw error
    }
  }

  function contentOf(asked: WebPost, answersBot: boolean): IncomingContent {
    const always = answersBot || !groups.has(asked.room)
    if (asked.text === undefined)
      return {
        kind: "wordless",
        addressed: always,
        ...(asked.sticker === undefined ? {} : { what: "sticker" }),
      }
    const { text, addressed } = readAddress(asked.text)
    return { kind: "text", text, addressed: addressed || always }
  }

  async function receive(
    asked: WebPost,
    content: IncomingContent,
    message: MessageRef | undefined,
    more: Pick<Incoming, "file" | "replyTo"> = {},
  ) {
    if (!intake) throw new Error("the web chat is not started or already stopped")
    const group = groups.get(asked.room)
    const incoming: Incoming = {
      updateKey: `${bot}:${asked.clientId}`,
      bot,
      chat: {
        id: `${PREFIX}${asked.room}` as ChatId,
        ...(group ? { kind: "group", title: group.name } : { kind: "private" }),
      },
      from: { account: `${PREFIX}${asked.person}` as AccountId, name: people.get(asked.person)?.name ?? "" },
      ...given({ message }),
      ...more,
      content,
    }
    const [receipt] = await intake.receive([incoming])
    return receipt?.toast === undefined ? {} : { toast: receipt.toast }
  }

  function deliver(message: Outgoing, extra: Pick<Message, "picture" | "file" | "onlyFor">): MessageRef {
    const room = message.chat.startsWith(PREFIX) ? message.chat.slice(PREFIX.length) : undefined
    if (room === undefined || history.sees("", room) === undefined) {
      throw refused("chat_gone", `no chat "${message.chat}" in the web chat`)
    }
    const { length } = plain(message.text)
    if (length > TEXT_LENGTH)
      throw refused("rejected", `text of ${length} UTF-16 units; at most ${TEXT_LENGTH}`)
    if (length === 0 && !extra.picture) throw refused("rejected", "a message needs text or a picture")
    const id = refOf(randomUUID())
    const quoted = message.replyTo === undefined ? undefined : history.find(room, message.replyTo)
    history.add({
      id,
      room,
      from: BOT,
      at: now(),
      pieces: pieces(message.text),
      ...quote(quoted, extra.onlyFor),
      ...(message.choices ? { choices: message.choices } : {}),
      ...extra,
    })
    return id
  }

  function keepPicture({ png, alt }: Picture): NonNullable<Message["picture"]> {
    const size = pngSize(png)
    if (!size) throw refused("rejected", "the picture is no PNG")
    const key = randomUUID()
    remember(pictures, key, png, MOST_PICTURES)
    return { url: `/api/chat/pictures/${key}.png`, alt, ...size }
  }

  function keepFile(document: Document): NonNullable<Message["file"]> {
    const key = randomUUID()
    remember(files, key, document, MOST_FILES)
    return { url: `/api/chat/files/${key}`, name: document.name }
  }

  return {
    name: "web",
    bot,
    limits: { textLength: TEXT_LENGTH },
    cast: {
      botName: options.botName,
      people: options.people,
      groups: options.groups,
      suggestions: options.suggestions,
    },
    start: async (given) => {
      intake = given
    },
    stop: async () => {
      intake = undefined
      await Promise.allSettled(underWay.values())
    },
    send: async (message) => deliver(message, {}),
    whisper: async (to, message) => {
      const person = to.slice(PREFIX.length)
      if (!to.startsWith(PREFIX) || !people.has(person))
        throw refused("rejected", `no person "${to}" in the web chat`)
      return deliver(message, { onlyFor: person })
    },
    sendPicture: async (message, picture) => deliver(message, { picture: keepPicture(picture) }),
    sendDocument: async (message, document) => deliver(message, { file: keepFile(document) }),
    entrance: (_, into) =>
      address === undefined || into === "group" ? undefined : { link: address, carries: false },
    post,
    upload,
    fetchFile: async (ref, mostBytes) => {
      const bytes = uploads.get(ref)
      if (bytes === undefined) throw refused("rejected", "the file is not kept any more")
      if (bytes.byteLength > mostBytes) throw new FileTooLarge()
      return bytes
    },
    watch: (person, resumeAt, tell) =>
      people.has(person) ? history.watch(person, resumeAt, tell) : undefined,
    picture: (key) => pictures.get(key),
    file: (key) => files.get(key),
  }
}

function shownText({ text }: WebPost, file: IncomingFile | undefined): string {
  return [...(file === undefined ? [] : [`📎 ${file.name ?? ""}`]), clean(text ?? "")].join(" ").trim()
}

/** Made from the page's own id, so that an answer still finds its question when the post had to be repeated. */
function refOf(id: string): MessageRef {
  return `${PREFIX}${id}` as MessageRef
}

/** A whisper is quoted only to the person who saw it. */
function quote(message: Message | undefined, reader: string | undefined): { replyTo?: Quote } {
  if (!message || (message.onlyFor !== undefined && message.onlyFor !== reader)) return {}
  const words = message.pieces.map((piece) => piece.text).join("")
  return {
    replyTo: { id: message.id, from: message.from, text: truncate(words, QUOTE_LENGTH) },
  }
}

function refused(code: "chat_gone" | "rejected", message: string): DeliveryError {
  return new DeliveryError(code, message, { surelyNotSent: true })
}

const PNG_SIGNATURE = "89504e470d0a1a0a"

/** Width and height from the first chunk, so that the page can keep the place free while the picture loads. */
function pngSize(png: Uint8Array): { width: number; height: number } | undefined {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (bytes.length < 24 || bytes.toString("hex", 0, 8) !== PNG_SIGNATURE) return undefined
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}
