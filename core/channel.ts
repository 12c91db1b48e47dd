import type { FilePurpose, OpenedFile } from "./file/file.ts"
import { capitalised } from "./text/capitalised.ts"

/**
 * What a chat platform is to the rest of the house.
 *
 * Rules for ids: they are opaque, prefixed with the channel's name ("telegram:-100123"), made and parsed only by the
 * adapter that owns the prefix, and stored in the database, so their form must stay readable for ever.
 */

/** One bot account at one platform: "telegram:8112233". Never contains a token. */
export type BotId = string & { readonly brand: "BotId" }
/** One private or group chat: "zalo:ab12cd". */
export type ChatId = string & { readonly brand: "ChatId" }
/** One account of a person at one platform: "web:an". A person may have several. */
export type AccountId = string & { readonly brand: "AccountId" }
/** One message inside a chat; only meaningful together with its chat. */
export type MessageRef = string & { readonly brand: "MessageRef" }

/** What a person (or the platform itself) did, in the words of no particular platform. */
export type Incoming = {
  /** Unique for ever over all bots; the same update delivered twice has the same key. */
  readonly updateKey: string
  readonly bot: BotId
  readonly chat: {
    readonly id: ChatId
    readonly kind: "private" | "group"
    /** The group's own name where the platform tells it. */
    readonly title?: string
  }
  /** Who wrote; absent for what nobody wrote (the bot was removed, a group moved). */
  readonly from?: { readonly account: AccountId; readonly name: string }
  /** The message to answer, where the platform has such a thing. */
  readonly message?: MessageRef
  /** The forum topic the message stands in; handed back in `Outgoing.topic` untouched. */
  readonly topic?: string
  /** The message of the bot's that this one answers, where the platform tells. */
  readonly replyTo?: MessageRef
  /** What was sent with the words or without any; its bytes are fetched after the commit, by `Channel.fetchFile`. */
  readonly file?: IncomingFile
  /** Passed on as somebody else had written it. */
  readonly isForwarded?: true
  /** What the platform calls whoever wrote it first, where it tells: a name of their own choosing. */
  readonly forwardedFrom?: string
  readonly content: IncomingContent
}

/** A file as the platform tells of it; nothing of this is believed before its bytes are there. */
export type IncomingFile = {
  /** The platform's own id of it. */
  readonly ref: string
  readonly kind: "photo" | "document"
  readonly name?: string
  readonly bytes?: number
  /** The same for everything that was sent together. */
  readonly album?: string
}

/** `unread`: the platform hands nothing of it over but that it was sent. */
export type Wordless = "sticker" | "voice" | "video" | "place" | "contact" | "unread"

export type IncomingContent =
  /**
   * Words. `text` is NFC as typed, without the mention of the bot. `addressed` is true in private chats and, in groups,
   * for a mention, a reply to the bot or a slash command meant for it.
   */
  | { readonly kind: "text"; readonly text: string; readonly addressed: boolean }
  /** A press on a button made from `Outgoing.choices`; `ask` and `option` come back as they were given. */
  | { readonly kind: "press"; readonly ask: string; readonly option: number }
  /** Something without usable words: a sticker, a photo without a caption, a voice message. `what` where its answer is one of its own. */
  | { readonly kind: "wordless"; readonly addressed: boolean; readonly what?: Wordless }
  /** A message was changed after it had been sent; whether it was read before, and what it said then, nobody knows any more. */
  | { readonly kind: "edited"; readonly text: string; readonly addressed: boolean }
  /** Files a person sent before, fetched and opened (`jobs/file.ts`); no platform makes these. */
  | { readonly kind: "files"; readonly purpose: FilePurpose; readonly files: readonly OpenedFile[] }
  /** The bot was put into this group, or unblocked in this private chat. */
  | { readonly kind: "joined" }
  /** The bot was removed from this group or blocked in this private chat. */
  | { readonly kind: "left" }
  /** The platform gave this group another id. */
  | { readonly kind: "moved"; readonly to: ChatId }

/**
 * One message to send. `text` may carry `STRONG_ON`/`STRONG_OFF` around words to stress and nothing else that is not
 * to be seen: whatever `<b>`, `*` or `_` it holds was typed by a person and is shown as typed.
 */
export type Outgoing = {
  readonly chat: ChatId
  readonly text: string
  readonly topic?: string
  /** The message this one answers; silently ignored where it no longer exists. */
  readonly replyTo?: MessageRef
  /** The numbered choices that `text` already lists; a channel that has buttons adds them. */
  readonly choices?: { readonly ask: string; readonly labels: readonly string[] }
}

/** A PNG and what a reader hears who cannot see it. */
export type Picture = { readonly png: Uint8Array; readonly alt: string }

/** A file to be saved by whoever gets it; `name` with its ending, `contentType` with its charset. */
export type Document = { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array }

/** U+0002 and U+0003 cannot be typed: `clean` takes control characters out of everything a person sends. */
export const STRONG_ON = "\u0002"
export const STRONG_OFF = "\u0003"

/** What happened to one incoming update, for the adapter that brought it. */
export type Receipt = {
  /** A line only for the person who pressed a button; shown where the platform can, else dropped. */
  readonly toast?: string
}

/** What an adapter may ask of the house. */
export type Intake = {
  /**
   * Decides and commits a batch, in order within each conversation. Resolves after the commit, one receipt per update:
   * only then may the platform be told "received". Rejects when the store is down; the adapter then lets the platform
   * repeat, or repeats itself.
   */
  receive(batch: readonly Incoming[]): Promise<readonly Receipt[]>
  /** Stores an update that the platform will not repeat, in its own commit, before anything else is done with it. */
  keep(bot: BotId, updateKey: string, raw: unknown): Promise<void>
  /** Kept updates that were never finished, oldest first. A finished one is forgotten by `receive`'s own commit. */
  unfinished(bot: BotId): Promise<readonly { readonly updateKey: string; readonly raw: unknown }[]>
  /** Forgets a kept update that holds nothing for us. */
  discard(updateKey: string): Promise<void>
}

/** A request at a webhook address; header names in lower case. */
export type WebhookRequest = {
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}
export type WebhookAnswer = { readonly status: number; readonly text: string }

/** What a platform lets one bot send, as documented by it; `Infinity` where it has no limit. */
export type PaceLimits = {
  readonly perChatPerSecond: number
  /** A further limit that only groups have. */
  readonly perGroupPerMinute?: number
  readonly perBotPerSecond: number
}

/**
 * What every channel can do. What only some can do is an optional member: ask `if (channel.whisper)`.
 */
export type Channel = {
  /** The prefix of this channel's ids: "telegram". */
  readonly name: string
  readonly bot: BotId
  readonly limits: {
    /** Longest text of one message, in UTF-16 units after markup is parsed. */
    readonly textLength: number
    /** Longest words under a picture, counted likewise; absent where they are as long as a text. */
    readonly captionLength?: number
  }
  /**
   * Starts receiving. Resolves at once: a platform that does not answer is tried again in the background and never keeps
   * the house from starting.
   */
  start(intake: Intake): Promise<void>
  /** Stops receiving; resolves when updates in hand are committed. Sending stays possible. */
  stop(): Promise<void>
  /** Sends one message, at most `limits.textLength` long. Throws `DeliveryError` and nothing else. */
  send(message: Outgoing): Promise<MessageRef>
  /** Present when updates come by webhook: the last part of the address, and what to do with a request. */
  readonly webhook?: {
    readonly path: string
    /** Never throws; answers in under a second unless the store is slow. */
    handle(request: WebhookRequest): Promise<WebhookAnswer>
  }
  /**
   * Shows `message` inside its group to one person only. Throws `DeliveryError`: "rejected" where this group does not let
   * us, and then the message may still be sent to all.
   */
  whisper?(to: AccountId, message: Outgoing): Promise<MessageRef>
  /** Sends a picture with the message's text under it. Throws `DeliveryError`. */
  sendPicture?(message: Outgoing, picture: Picture): Promise<MessageRef>
  /** Sends a file with a caption. Throws `DeliveryError`. */
  sendDocument?(message: Outgoing, document: Document): Promise<MessageRef>
  /** Shows for a few seconds that an answer is being written; nobody misses it. Throws `DeliveryError`. */
  typing?(chat: ChatId, topic?: string): Promise<void>
  /**
   * The bytes of a file somebody sent, from the platform's own host and no other. Throws `FileTooLarge` beyond `mostBytes`,
   * `DeliveryError` when the platform does not give it.
   */
  fetchFile?(ref: string, mostBytes: number): Promise<Uint8Array>
  /**
   * Where a phone opens a private chat with the bot, or adds it to a group that is chosen then. Where the platform hands `start`
   * over (1–64 of A–Z a–z 0–9 _ -), the bot hears it there as "/start …" from whoever comes that way. undefined while the
   * address is not known, and where there is none for groups.
   */
  entrance?(start?: string, into?: "group"): Entrance | undefined
  /**
   * Whether the platform accepts our token, for `doctor`: undefined when all is well, else what is wrong. Where it does, `entrance` is
   * known afterwards.
   */
  check?(): Promise<string | undefined>
}

/** An address of a bot's; `carries`: what it was asked to hand over travels with it. */
export type Entrance = { readonly link: string; readonly carries: boolean }

/** A file is larger than whoever asked for it takes. */
export class FileTooLarge extends Error {
  constructor() {
    super("The file is too large.")
    this.name = "FileTooLarge"
  }
}

export type DeliveryErrorCode =
  /** Too many messages; try again after `retryAfterMs`. */
  | "rate_limited"
  /** Network, 5xx, garbage: try again later. */
  | "unreachable"
  /** The chat is gone, or the bot was removed or blocked: never try this chat again. */
  | "chat_gone"
  /** The token is not accepted: nothing can be sent until an operator acts. */
  | "unauthorized"
  /** The platform refuses this very message; trying again is of no use. */
  | "rejected"
  /** The group has another id now (`movedTo`): send again there. */
  | "chat_moved"

/** A message that was not, or may not have been, delivered. Holds no token and no address. */
export class DeliveryError extends Error {
  readonly code: DeliveryErrorCode
  /** False after a time-out: the message may have arrived, so a blind repeat can post it twice. */
  readonly surelyNotSent: boolean
  readonly retryAfterMs: number | undefined
  readonly movedTo: ChatId | undefined

  constructor(
    code: DeliveryErrorCode,
    message: string,
    details: {
      readonly surelyNotSent: boolean
      readonly retryAfterMs?: number
      readonly movedTo?: ChatId
    },
  ) {
    super(message)
    this.name = "DeliveryError"
    this.code = code
    this.surelyNotSent = details.surelyNotSent
    this.retryAfterMs = details.retryAfterMs
    this.movedTo = details.movedTo
  }
}

/** The platform an id belongs to, as people call it: "Telegram". */
export function platformOf(id: string): string {
  const name = id.split(":")[0] ?? ""
  return capitalised(name)
}
