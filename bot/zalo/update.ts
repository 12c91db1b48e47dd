import { createHash } from "node:crypto"
import { z } from "zod"
import type {
  AccountId,
  BotId,
  ChatId,
  Incoming,
  IncomingContent,
  MessageRef,
  Wordless,
} from "../../core/channel.ts"
import { given } from "../../core/given.ts"
import { clean, cleanTyped } from "../../core/text/fold.ts"
import { cutAtCommand, withoutMention } from "./mention.ts"

/** What an update is read with. */
export type Reader = {
  readonly bot: BotId
  /** The bot's ids at the platform; what they write is ignored. */
  readonly ownIds: readonly string[]
  /** Names under which the bot may be mentioned, clean. */
  readonly names: readonly string[]
}

/** What an update holds for us. `why` is for the log; it quotes nothing that a person wrote. */
export type Reading =
  | {
      readonly kind: "incoming"
      readonly incoming: Incoming
      /** A group text that begins with "@" and none of our names: perhaps the bot was renamed. */
      readonly strangeMention: boolean
    }
  | { readonly kind: "nothing"; readonly why: string }

// Ids are opaque texts, those of bots beyond 2^53 (measured: BVNT, COIN, TAX in sample-messages.md); a number is taken only
// where JSON cannot have changed it.
const idForm = z.union([z.string().min(1), z.int().transform(String)])
const textForm = z.string().optional().catch(undefined)
const addressForm = z.string().min(1).max(2_000).optional().catch(undefined)
const messageForm = z.object({
  message_id: idForm.optional().catch(undefined),
  date: z.union([z.number(), z.string()]).optional().catch(undefined),
  from: z
    .object({ id: idForm, display_name: textForm, is_bot: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  chat: z.object({ id: idForm, chat_type: textForm }).optional().catch(undefined),
  text: textForm,
  caption: textForm,
  // Documented as `photo`, seen as `photo_url`.
  photo_url: addressForm,
  photo: addressForm,
})
const eventForm = z.object({ event_name: z.string(), message: messageForm.optional().catch(undefined) })

type Message = z.infer<typeof messageForm>

/** Whether `body` looks like an event at all; bare or in `result`. */
export function isEvent(body: unknown): boolean {
  return eventForm.safeParse(unwrapped(body)).success
}

/**
 * The key under which `body` is known for ever: "zalo:<bot>:<message id>", or a hash of event, sender, chat and date
 * where there is no message id.
 */
export function updateKey(bot: BotId, body: unknown): string {
  const raw = unwrapped(body)
  const event = eventForm.safeParse(raw).data
  const message = event?.message
  if (message?.message_id !== undefined) return `${bot}:${message.message_id}`
  const parts = [event?.event_name, message?.from?.id, message?.chat?.id, message?.date]
  // Two different bodies without any of the four must not look like one update.
  const known = parts.slice(1).some((part) => part !== undefined)
  const hash = createHash("sha256").update(JSON.stringify(known ? parts : raw) ?? "")
  return `${bot}:#${hash.digest("hex").slice(0, 32)}`
}

/** Reads one raw update, bare or in its wrapper. Unknown fields are ignored; nothing in `body` makes it throw. */
export function readUpdate(body: unknown, reader: Reader): Reading {
  const event = eventForm.safeParse(unwrapped(body)).data
  if (event === undefined) return { kind: "nothing", why: `no event, but ${shapeOf(body)}` }
  const { event_name: name, message } = event
  if (!KNOWN_EVENTS.has(name))
    return { kind: "nothing", why: `unknown event ${name.slice(0, 60)} with ${shapeOf(rawMessage(body))}` }
  // Documented for protected senders, such as minors.
  if (message?.from === undefined || message.chat === undefined) {
    return { kind: "nothing", why: `${name} without a sender or a chat` }
  }
  const { from, chat } = message
  if (from.is_bot === true || reader.ownIds.includes(from.id))
    return { kind: "nothing", why: "written by a bot" }

  const kind = chatKind(chat, from.id)
  const typed = cleanTyped(name === "message.text.received" ? (message.text ?? "") : (message.caption ?? ""))
  const text = withoutMention(typed, reader.names)
  const strangeMention = text === undefined && kind === "group" && typed.startsWith("@")
  const said = text ?? (strangeMention ? (cutAtCommand(typed) ?? typed) : typed)
  return {
    kind: "incoming",
    strangeMention,
    incoming: {
      updateKey: updateKey(reader.bot, body),
      bot: reader.bot,
      chat: { id: `zalo:${chat.id}` as ChatId, kind },
      from: { account: `zalo:${from.id}` as AccountId, name: nameOf(from) },
      ...(message.message_id === undefined ? {} : { message: `zalo:${message.message_id}` as MessageRef }),
      ...fileOf(name, message),
      content: contentOf(name, typed, said),
    },
  }
}

const KNOWN_EVENTS = new Set([
  "message.text.received",
  "message.image.received",
  "message.sticker.received",
  "message.voice.received",
  "message.unsupported.received",
  // Listed by others, not yet by the documentation (2026-10).
  "message.link.received",
  "message.file.received",
  "message.video.received",
  "message.gif.received",
  "message.location.received",
])

// A group delivers to a bot only what mentions it or replies to it (documented, 2026-10), so everything is addressed.
function contentOf(name: string, typed: string, said: string): IncomingContent {
  const what = WORDLESS.get(name)
  return typed === ""
    ? { kind: "wordless", addressed: true, ...given({ what }) }
    : { kind: "text", text: said, addressed: true }
}

// Files, videos, places, contact cards and rich links all come as "unsupported" (measured: ECM 2026-08-19, BROODS).
const WORDLESS: ReadonlyMap<string, Wordless> = new Map([
  ["message.sticker.received", "sticker"],
  ["message.voice.received", "voice"],
  ["message.unsupported.received", "unread"],
  ["message.link.received", "unread"],
  ["message.file.received", "unread"],
  ["message.video.received", "video"],
  ["message.gif.received", "sticker"],
  ["message.location.received", "place"],
])

function fileOf(name: string, { photo_url, photo }: Message): Pick<Incoming, "file"> {
  const ref = name === "message.image.received" ? (photo_url ?? photo) : undefined
  return ref === undefined ? {} : { file: { ref, kind: "photo" } }
}

// The documentation shows every event in `result`; live webhooks are bare (measured: BVNT, COIN, ECM, TAX).
function unwrapped(body: unknown): unknown {
  const wrapper = z.object({ result: z.object({}).loose() }).safeParse(body)
  return wrapper.success ? wrapper.data.result : body
}

function chatKind(chat: NonNullable<Message["chat"]>, fromId: string): "private" | "group" {
  const type = chat.chat_type?.toUpperCase()
  if (type === "PRIVATE") return "private"
  // Only a chat surely private may be answered with private matters; in private both ids are the same (measured).
  return type !== "GROUP" && chat.id === fromId ? "private" : "group"
}

// Zalo may leave the name out, and a receipt needs somebody to name.
const NAMELESS = "Người dùng Zalo"

function nameOf(from: NonNullable<Message["from"]>): string {
  return clean(from.display_name ?? "").replace(/\s+/g, " ") || NAMELESS
}

function rawMessage(body: unknown): unknown {
  return z.object({ message: z.unknown().optional() }).safeParse(unwrapped(body)).data?.message
}

function shapeOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return typeof value
  return `the keys ${Object.keys(value).slice(0, 20).join(", ") || "(none)"}`
}
