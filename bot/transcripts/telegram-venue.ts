import type { WebhookRequest } from "../../core/channel.ts"
import { given } from "../../core/given.ts"
import { createTelegramDouble, type TelegramDouble } from "../telegram/double.ts"
import type { DoubleChat, DoublePerson } from "../telegram/double-world.ts"
import { botId } from "../telegram/ids.ts"
import { createBell } from "./bell.ts"
import { GROUPS, nameOf, privateOf, type Receives, type Venue } from "./venue.ts"

/** Telegram, with what only there can be told. */
export type TelegramVenue = Venue & {
  readonly kind: "telegram"
  readonly double: TelegramDouble
  person(who: string): DoublePerson
  group(place: string): DoubleChat
  /** A person sends files together, the first, or number `captioned` (from 0), with a caption; resolves when the last is taken. */
  uploads(
    place: string,
    who: string,
    files: readonly { readonly name?: string; readonly bytes: Uint8Array }[],
    more?: { readonly caption?: string; readonly captioned?: number; readonly answering?: boolean },
  ): Promise<void>
  /** The files the bot sent there, oldest first. */
  files(place: string): readonly Buffer[]
  /** `place` has another id from now on. */
  moved(place: string, to: DoubleChat): void
  /** `who` makes a group of this name anew and adds the bot to it. */
  addsBot(place: string, who: string): Promise<void>
  /** Hands a raw update to the webhook by itself, past Telegram's queue. Throws when it is not accepted. */
  hands(update: object): Promise<void>
  /** Resolves with the status the webhook answered the `nth` time it was called (from 1). */
  handed(nth: number): Promise<number>
  /** Resolves when the house has taken the update; undefined is one that Telegram kept back. */
  taken(updateId: number | undefined): Promise<void>
}

/** A Telegram double with the cast. Groups deliver every word to a bot that `reads_all`, else what is said to it. */
export async function telegramVenue(receives: Receives, privacy?: "reads_all"): Promise<TelegramVenue> {
  const double = await createTelegramDouble({ privacy: privacy !== "reads_all" })
  const bell = createBell()
  const accepted = new Set<number>()
  const statuses: number[] = []
  let albums = 0
  let address = ""
  const people = new Map<string, DoublePerson>()
  const groups = new Map<string, DoubleChat>(GROUPS.map((title) => [title, double.group(title)]))

  const person = (who: string) => {
    const known = people.get(who) ?? double.person(nameOf(who))
    people.set(who, known)
    return known
  }
  const chatOf = (place: string): DoubleChat => {
    const owner = privateOf(place)
    const chat = owner === undefined ? groups.get(place) : double.privateChat(person(owner))
    if (chat === undefined) throw new Error(`There is no group "${place}"`)
    return chat
  }
  async function post({ headers, body }: WebhookRequest): Promise<number> {
    const path = new URL(double.webhookUrl() ?? "").pathname
    const given = Object.entries(headers).map(([name, value]): [string, string] => [name, value ?? ""])
    const answer = await fetch(address + path, { method: "POST", headers: given, body })
    await answer.arrayBuffer()
    return answer.status
  }
  async function taken(id: number | undefined): Promise<void> {
    if (id === undefined) return
    if (receives === "webhook") {
      await bell.until(`update ${id} to be accepted`, () => accepted.has(id) || undefined)
      return
    }
    while (!double.isReceived(id)) {
      await double.waitForCalls("getUpdates", double.calls("getUpdates").length + 1)
    }
  }

  return {
    kind: "telegram",
    bot: botId(String(double.botId)),
    mention: `@${double.username}`,
    environment: {
      TELEGRAM_BOT_TOKENS: double.token,
      TELEGRAM_API_ROOT: double.apiRoot,
      ...(receives === "webhook" ? { PUBLIC_URL: "https://sangkien.example.vn" } : {}),
    },
    double,
    person,
    group: chatOf,
    moved: (place, to) => void groups.set(place, to),
    addsBot: async (place, who) => {
      const group = double.group(place, "supergroup", { inside: false })
      groups.set(place, group)
      await taken(double.joins(group, person(who)))
    },
    taken,
    account: (who) => person(who).account,
    chat: (place) => chatOf(place).ref,
    opened: async (at) => {
      address = at
      double.routeWebhook(async (request) => {
        const status = await post(request)
        const { update_id: id } = JSON.parse(request.body) as { update_id: number }
        if (status === 200) accepted.add(id)
        statuses.push(status)
        bell.ring()
        return { status }
      })
    },
    hands: async (update) => {
      const secret = String(double.calls("setWebhook").at(-1)?.["secret_token"])
      const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret }
      const status = await post({ headers, body: JSON.stringify(update) })
      if (status !== 200) throw new Error(`The webhook answered ${status}`)
    },
    handed: async (nth) => await bell.until(`call ${nth} of the webhook`, () => statuses[nth - 1]),
    writes: async (place, who, text, how) => {
      const chat = chatOf(place)
      const last = how === "answers" ? double.sent(chat).at(-1)?.messageId : undefined
      const { updateId } = double.says({
        chat,
        from: person(who),
        text,
        ...given({ replyTo: last }),
      })
      await taken(updateId)
    },
    sends: async (place, who, thing) => {
      const more =
        thing === "sticker"
          ? { sticker: { emoji: "👍" } }
          : thing === "photo"
            ? { photo: [{ file_id: "1" }] }
            : { [thing]: {} }
      await taken(double.says({ chat: chatOf(place), from: person(who), more }).updateId)
    },
    uploads: async (place, who, files, { caption, captioned = 0, answering = false } = {}) => {
      const chat = chatOf(place)
      const last = answering ? double.sent(chat).at(-1)?.messageId : undefined
      albums += 1
      const album = `album-${albums}`
      for (const [nth, { name, bytes }] of files.entries()) {
        const file_id = double.holds(bytes)
        const sent =
          name === undefined
            ? { photo: [{ file_id, width: 90 }] }
            : { document: { file_id, file_name: name, file_size: bytes.byteLength } }
        const { updateId } = double.says({
          chat,
          from: person(who),
          more: {
            ...sent,
            ...(files.length > 1 ? { media_group_id: album } : {}),
            ...(nth === captioned && caption !== undefined ? { caption } : {}),
          },
          ...given({ replyTo: last }),
        })
        await taken(updateId)
      }
    },
    redelivers: async () => {
      const before = statuses.length
      double.redeliver()
      if (receives === "webhook") await bell.until("the repeat", () => statuses.length > before || undefined)
      // A repeat is never pending: the poll after the one that brought it tells that it was taken.
      else await double.waitForCalls("getUpdates", double.calls("getUpdates").length + 1)
    },
    presses: async (place, who, at, button) => {
      const chat = chatOf(place)
      const message = double.sent(chat)[at]
      if (message === undefined) throw new Error(`The bot never said a message ${at} in ${place}`)
      double.presses({ chat, from: person(who), message, button })
      await taken(double.newestUpdateId())
    },
    said: (place) =>
      double.sent(chatOf(place)).map(({ text, buttons, picture }) => ({
        text,
        buttons: buttons.map((each) => each.text),
        ...(picture === undefined ? {} : { picture: async () => picture }),
      })),
    files: (place) =>
      double
        .sent(chatOf(place))
        .flatMap(({ document }) => (document === undefined ? [] : [Buffer.from(document)])),
    places: () => [...groups.keys(), ...[...people.keys()].map((who) => `riêng ${who}`)],
    shows: async () => {},
    complaints: () => double.violations,
    close: async () => await double.close(),
  }
}
