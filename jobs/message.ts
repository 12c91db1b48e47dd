import {
  type AccountId,
  type Channel,
  DeliveryError,
  type Document,
  type MessageRef,
  type Outgoing,
  type Picture,
} from "../core/channel.ts"
import { wordsOf } from "../core/error.ts"
import { given } from "../core/given.ts"
import { plain } from "../core/markup.ts"
import type { OutboxRow, PictureRef, PosterRef } from "../core/outbox.ts"
import { remember } from "../core/remember.ts"
import { split } from "../core/text/cut.ts"
import type { DeliveryOptions } from "./deliver.ts"
import type { Timers } from "./lane.ts"

/** One message of a text that may be too long for one. */
export type Part = Omit<Outgoing, "chat"> & { readonly picture?: Picture; readonly document?: Document }

/** What is sent for some rows, part by part in order; or why it could not be made. */
type Made = { readonly parts: readonly Part[] } | { readonly fault: unknown }
/** A text and the rows it speaks for. */
type Message = Made & { readonly ids: readonly string[] }

type MessageOptions = Pick<DeliveryOptions, "render" | "draw" | "documents" | "log"> & {
  readonly timers: Timers
}

/** Makes messages out of the outbox's rows and hands them to a channel. */
type Messages = {
  /** What the rows say, in order; when one of them was unmerged, each row for itself. */
  of(rows: readonly OutboxRow[], channel: Channel): readonly Message[]
  /** The message that spoke for these rows together was refused: from now on each is said by itself. */
  unmerge(ids: readonly string[]): void
  /** Whether `complete` has something to draw or to write for these rows, which a person notices. */
  takesTime(rows: readonly OutboxRow[], channel: Channel): boolean
  /** The message with the picture and the file its rows refer to; never rejects. */
  complete(message: Message, rows: readonly OutboxRow[], channel: Channel): Promise<Made>
  /**
   * Sends one part; never rejects. `spend` is called before each message that counts: a refused picture and the words that
   * then leave without it are two.
   */
  send(
    channel: Channel,
    part: Part & Pick<Outgoing, "chat">,
    rows: readonly OutboxRow[],
    spend: () => void,
  ): Promise<MessageRef | DeliveryError>
}

/** A drawing takes a fraction of a second; the words do not wait longer. */
const DRAWING_MS = 10_000

export function createMessages(options: MessageOptions): Messages {
  const { log, timers } = options
  const unmerged = new Set<string>()

  function messagesOf(rows: readonly OutboxRow[], channel: Channel): readonly Message[] {
    if (rows.some(({ id }) => unmerged.has(id))) return oneByOne(rows, channel)
    try {
      return inWords(rows, channel)
    } catch {
      return oneByOne(rows, channel)
    }
  }

  /** A row that cannot be put into words must not keep back those beside it. */
  function oneByOne(rows: readonly OutboxRow[], channel: Channel): readonly Message[] {
    return rows.flatMap((row): readonly Message[] => {
      try {
        return inWords([row], channel)
      } catch (fault) {
        return [{ ids: [row.id], fault }]
      }
    })
  }

  function inWords(rows: readonly OutboxRow[], channel: Channel): readonly Message[] {
    const messages: { readonly ids: readonly string[]; readonly parts: Part[] }[] = []
    for (const { ids, outgoing } of options.render(rows, channel.limits.textLength)) {
      const last = messages.at(-1)
      if (last?.ids.join() === ids.join()) last.parts.push(outgoing)
      else messages.push({ ids, parts: [outgoing] })
    }
    return messages
  }

  /** The last part with its file, or with what stands for it where the channel takes no files. */
  async function documented(
    parts: readonly Part[],
    rows: readonly OutboxRow[],
    channel: Channel,
  ): Promise<readonly Part[]> {
    const ref = rows.find((row) => row.content.document !== undefined)?.content.document
    const last = parts.at(-1)
    const { documents } = options
    if (ref === undefined || last === undefined || documents === undefined) return parts
    const document = await documents.make(ref)
    if (document === undefined) return parts
    const instead = async () => `${last.text}\n${await documents.standIn(document, ref)}`
    const whole: Part = channel.sendDocument ? { ...last, document } : { ...last, text: await instead() }
    return [...parts.slice(0, -1), whole]
  }

  /** The last part with its picture, cut to where it fits under one. */
  async function illustrated(
    parts: readonly Part[],
    rows: readonly OutboxRow[],
    channel: Channel,
  ): Promise<readonly Part[]> {
    const ref = rows.find((row) => row.content.picture !== undefined)?.content.picture
    const last = parts.at(-1)
    if (ref === undefined || last === undefined || !options.draw || !channel.sendPicture) return parts
    const picture = await drawn(options.draw, ref)
    const most = channel.limits.captionLength ?? channel.limits.textLength
    // Cut alike whether the drawing came or not: a second try goes on behind the parts that left.
    const texts = plain(last.text).length <= most ? [last.text] : split(last.text, most)
    const { choices, replyTo, ...rest } = last
    const cut = texts.map(
      (text, index): Part => ({
        ...{ ...rest, text },
        ...given(index === 0 ? { replyTo } : {}),
        ...given(index === texts.length - 1 ? { choices, picture } : {}),
      }),
    )
    return [...parts.slice(0, -1), ...cut]
  }

  async function drawn(
    draw: NonNullable<DeliveryOptions["draw"]>,
    ref: PictureRef | PosterRef,
  ): Promise<Picture | undefined> {
    const late = Promise.withResolvers<never>()
    const callOff = timers.set(() => late.reject(new Error("drawing took too long")), DRAWING_MS)
    try {
      return await Promise.race([draw(ref), late.promise])
    } catch (error) {
      log.error({ ...ref, error: wordsOf(error) }, "a picture could not be drawn; its words leave without it")
      return undefined
    } finally {
      callOff()
    }
  }

  async function send(
    channel: Channel,
    { picture, document, ...message }: Part & Pick<Outgoing, "chat">,
    rows: readonly OutboxRow[],
    spend: () => void,
  ): Promise<MessageRef | DeliveryError> {
    spend()
    const only: AccountId | undefined = rows.length === 1 ? rows[0]?.content.onlyFor : undefined
    try {
      if (document !== undefined && channel.sendDocument) return await channel.sendDocument(message, document)
      const pictured = picture === undefined ? undefined : await sendPictured(channel, message, picture)
      if (picture !== undefined && pictured === undefined) spend()
      const whisper = pictured === undefined && only !== undefined
      return (
        pictured ??
        (whisper ? await whispered(channel, only, message) : undefined) ??
        (await channel.send(message))
      )
    } catch (error) {
      // Anything else is a fault of the adapter's; what it did before it failed nobody knows.
      return error instanceof DeliveryError
        ? error
        : new DeliveryError("unreachable", wordsOf(error), { surelyNotSent: false })
    }
  }

  /** undefined: the picture did not get through, but the words still may. */
  async function sendPictured(
    channel: Channel,
    message: Outgoing,
    picture: Picture,
  ): Promise<MessageRef | undefined> {
    try {
      return await channel.sendPicture?.(message, picture)
    } catch (error) {
      const wordsMayLeave =
        error instanceof DeliveryError &&
        error.surelyNotSent &&
        !["rate_limited", "chat_gone", "chat_moved"].includes(error.code)
      if (!wordsMayLeave) throw error
      log.warn(
        { chat: message.chat, code: error.code, error: error.message },
        "a picture was refused; its words leave without it",
      )
      return undefined
    }
  }

  return {
    of: messagesOf,
    unmerge: (ids) => {
      for (const id of ids) remember(unmerged, id)
    },
    takesTime: (rows, channel) =>
      rows.some(({ content }) => content.document !== undefined) ||
      (channel.sendPicture !== undefined && rows.some(({ content }) => content.picture !== undefined)),
    complete: async (message, rows, channel) => {
      if ("fault" in message) return message
      try {
        const parts = await illustrated(message.parts, rows, channel)
        return { parts: await documented(parts, rows, channel) }
      } catch (fault) {
        return { fault }
      }
    },
    send,
  }
}

/** undefined: not here, or not to this person; the whole chat may read it then. */
async function whispered(
  channel: Channel,
  only: AccountId,
  message: Outgoing,
): Promise<MessageRef | undefined> {
  try {
    return await channel.whisper?.(only, message)
  } catch (error) {
    if (error instanceof DeliveryError && error.code === "rejected" && error.surelyNotSent) return undefined
    throw error
  }
}
