import { type Api, InputFile } from "grammy/web"
import { z } from "zod"
import {
  type AccountId,
  type ChatId,
  DeliveryError,
  type Document,
  type MessageRef,
  type Outgoing,
  type Picture,
} from "../../core/channel.ts"
import { given } from "../../core/given.ts"
import type { Log } from "../../core/log.ts"
import { html, plain } from "../../core/markup.ts"
import { refusedFor, toDeliveryError } from "./errors.ts"
import { forGrammy } from "./http.ts"
import { messageRef, numberOf } from "./ids.ts"
import { keyboard } from "./keyboard.ts"

/** Longest message in UTF-16 units after markup is parsed (core.telegram.org/bots/api#sendmessage, 2026-08). */
export const TEXT_LENGTH = 4096
/** Longest caption, counted likewise (core.telegram.org/bots/api#sendphoto, 2026-08). */
export const CAPTION_LENGTH = 1024

const BROKEN_MARKUP = /can't parse entities/i
const NO_TOPIC = /message thread not found|TOPIC_CLOSED|TOPIC_DELETED|TOPIC_ID_INVALID/i

/** Not every server heeds `allow_sending_without_reply`, and the words matter more than what they stand under. */
const NO_TARGET = /replied not found|reply message not found|REPLY_MESSAGE_ID_INVALID/i

/** How a message is dressed; each refusal takes one thing off. */
type Dress = { readonly markup: boolean; readonly inTopic: boolean; readonly isReply: boolean }

const MUTE_MS = 3_600_000
const MOST_MUTE = 10_000

/** Nobody waits for a sign that one is writing. */
const TYPING_MS = 5_000

const sentForm = z.object({ message_id: z.int() })

/** Everything of the channel that sends. `hide` takes the token out of texts. */
export function createSending(api: Api, log: Log, hide: (text: string) => string) {
  /** Groups that lately refused a whisper, and until when they are not asked again, as `performance.now()` counts. */
  const mute = new Map<ChatId, number>()

  async function sendText(message: Outgoing, dress: Dress, receiver?: number): Promise<MessageRef> {
    const sent = await api.sendMessage(chatOf(message), wording(message, dress), {
      ...shared(message, dress),
      ...(receiver === undefined ? {} : { ephemeral_message_parameters: { receiver_user_id: receiver } }),
      link_preview_options: { is_disabled: true },
    })
    return refOf(sent)
  }

  async function sendPhoto(message: Outgoing, png: Uint8Array, dress: Dress): Promise<MessageRef> {
    // A fresh InputFile for each attempt: grammY refuses to read one twice.
    const sent = await api.sendPhoto(chatOf(message), new InputFile(png, "picture.png"), {
      ...shared(message, dress),
      caption: wording(message, dress),
    })
    return refOf(sent)
  }

  async function sendFile(message: Outgoing, { name, bytes }: Document, dress: Dress): Promise<MessageRef> {
    const sent = await api.sendDocument(chatOf(message), new InputFile(bytes, name), {
      ...shared(message, dress),
      caption: wording(message, dress),
    })
    return refOf(sent)
  }

  async function undressing(
    message: Outgoing,
    attempt: (dress: Dress) => Promise<MessageRef>,
    dress: Dress = {
      markup: true,
      inTopic: message.topic !== undefined,
      isReply: message.replyTo !== undefined,
    },
  ): Promise<MessageRef> {
    try {
      return await attempt(dress)
    } catch (error) {
      const next = simpler(dress, error)
      if (next === undefined) throw toDeliveryError(error, hide)
      const failed = toDeliveryError(error, hide)
      log.warn(
        { chat: message.chat, reason: failed.message },
        "Telegram refused a message; sending it simpler",
      )
      return undressing(message, attempt, next)
    }
  }

  return {
    async send(message: Outgoing): Promise<MessageRef> {
      return undressing(message, (dress) => sendText(message, dress))
    },

    /**
     * Only administrators among bots may whisper at any time (Bot API 10.2), and nothing tells beforehand whether we are
     * one: a group that refuses is not asked again for an hour.
     */
    async whisper(to: AccountId, { replyTo: _, ...message }: Outgoing): Promise<MessageRef> {
      const receiver = numberOf(to)
      if (receiver === undefined) throw rejected(`${to} is no Telegram account: expected "telegram:<number>"`)
      if (chatOf(message) > 0) return undressing(message, (dress) => sendText(message, dress))
      if ((mute.get(message.chat) ?? 0) > performance.now())
        throw rejected(`${message.chat} lately refused a message for one person`)
      try {
        return await undressing(message, (dress) => sendText(message, dress, receiver))
      } catch (error) {
        if (!(error instanceof DeliveryError) || !["rejected", "chat_gone"].includes(error.code)) throw error
        if (mute.size >= MOST_MUTE) mute.clear()
        mute.set(message.chat, performance.now() + MUTE_MS)
        // It may be the person who is not there; whether the group is, the next message to it will tell.
        throw rejected(error.message)
      }
    },

    async typing(chat: ChatId, topic?: string): Promise<void> {
      const signal = AbortSignal.timeout(TYPING_MS)
      const where = topic === undefined ? {} : { message_thread_id: Number(topic) }
      try {
        await api.sendChatAction(chatOf({ chat }), "typing", where, forGrammy(signal))
      } catch (error) {
        throw toDeliveryError(error, hide)
      }
    },

    async sendPicture(message: Outgoing, { png }: Picture): Promise<MessageRef> {
      checkCaption(message)
      return undressing(message, (dress) => sendPhoto(message, png, dress))
    },

    async sendDocument(message: Outgoing, document: Document): Promise<MessageRef> {
      checkCaption(message)
      return undressing(message, (dress) => sendFile(message, document, dress))
    },
  }
}

function checkCaption({ text }: Outgoing): void {
  const { length } = plain(text)
  if (length <= CAPTION_LENGTH) return
  throw rejected(`A Telegram caption holds ${CAPTION_LENGTH} characters, this one has ${length}`)
}

function simpler(dress: Dress, error: unknown): Dress | undefined {
  if (dress.markup && refusedFor(error, BROKEN_MARKUP)) return { ...dress, markup: false }
  if (dress.isReply && refusedFor(error, NO_TARGET)) return { ...dress, isReply: false }
  // A reply goes where its target stands: one to a message in a closed topic would be refused again.
  if (dress.inTopic && refusedFor(error, NO_TOPIC)) return { ...dress, inTopic: false, isReply: false }
  return undefined
}

function shared(message: Outgoing, dress: Dress) {
  const buttons = keyboard(message.choices)
  const topic = message.topic === undefined ? undefined : Number(message.topic)
  const replyTo = message.replyTo === undefined ? undefined : numberOf(message.replyTo)
  return {
    ...(dress.markup ? { parse_mode: "HTML" as const } : {}),
    ...(dress.inTopic ? given({ message_thread_id: topic }) : {}),
    ...(replyTo === undefined || !dress.isReply
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    ...given({ reply_markup: buttons }),
  }
}

function wording(message: Outgoing, dress: Dress): string {
  return dress.markup ? html(message.text) : plain(message.text)
}

function chatOf(message: Pick<Outgoing, "chat">): number {
  const chat = numberOf(message.chat)
  if (chat === undefined) throw rejected(`${message.chat} is no Telegram chat: expected "telegram:<number>"`)
  return chat
}

function refOf(sent: unknown): MessageRef {
  const found = sentForm.safeParse(sent)
  if (found.success) return messageRef(found.data.message_id)
  throw new DeliveryError("unreachable", "Telegram's answer to a message holds no message_id", {
    surelyNotSent: false,
  })
}

function rejected(words: string): DeliveryError {
  return new DeliveryError("rejected", words, { surelyNotSent: true })
}
