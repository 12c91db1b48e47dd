import type { AccountId, BotId, ChatId } from "../../core/channel.ts"
import { createZaloDouble, type ZaloDouble } from "../zalo/double.ts"
import { GROUPS, nameOf, privateOf, type Receives, type Venue } from "./venue.ts"

/** Zalo, with what only there can be told. */
export type ZaloVenue = Venue & {
  readonly kind: "zalo"
  readonly double: ZaloDouble
  /** Resolves when the house has taken the message. */
  taken(messageId: string): Promise<void>
}

/** A Zalo double with the cast. */
export async function zaloVenue(receives: Receives): Promise<ZaloVenue> {
  let address = Promise.withResolvers<string>()
  let starts = 0
  const double = await createZaloDouble({
    allowLocal: true,
    deliver: async ({ headers, body }, url) => {
      const given = Object.entries(headers).map(([name, value]): [string, string] => [name, value ?? ""])
      const answer = await fetch((await address.promise) + new URL(url).pathname, {
        method: "POST",
        headers: given,
        body,
      })
      await answer.arrayBuffer()
      return { status: answer.status }
    },
  })
  const mention = `@${double.me.display_name}`
  const people = new Set<string>()
  const chatName = (place: string) => {
    const owner = privateOf(place)
    if (owner !== undefined) people.add(owner)
    return owner ?? place
  }
  for (const group of GROUPS) double.knows(group)
  let newest: string | undefined

  async function taken(messageId: string): Promise<void> {
    if (receives === "webhook") {
      await double.waitForDelivery(messageId)
      return
    }
    // One update per poll: whoever asks again is done with the one before.
    await double.waitForPolls(1)
  }

  async function pictureAt(url: string): Promise<Uint8Array> {
    const answer = await fetch((await address.promise) + new URL(url).pathname)
    return new Uint8Array(await answer.arrayBuffer())
  }

  return {
    kind: "zalo",
    bot: `zalo:${double.token.split(":")[0]}` as BotId,
    mention,
    environment: {
      ZALO_BOT_TOKENS: double.token,
      ZALO_API_ROOT: double.apiRoot,
      ZALO_BOT_LINKS: "https://bot.example.vn/bots/1",
      ...(receives === "webhook" ? { PUBLIC_URL: "https://sangkien.example.vn" } : {}),
    },
    double,
    taken,
    account: (who) => `zalo:${double.chatId(who)}` as AccountId,
    chat: (place) => `zalo:${double.chatId(chatName(place))}` as ChatId,
    opened: async (at) => {
      address.resolve(at)
      address = Promise.withResolvers()
      address.resolve(at)
      starts += 1
      if (receives === "webhook") await double.waitForCalls("setWebhook", starts)
    },
    writes: async (place, who, text, how) => {
      const answering = how === "answers"
      const group = privateOf(place) === undefined
      const id = double.says({
        from: who,
        name: nameOf(who),
        text,
        ...(group ? { chat: chatName(place), group: true, replyToBot: answering } : {}),
      })
      const isForBot = !group || answering || text.includes(mention)
      if (!group) people.add(who)
      if (!isForBot) return
      newest = id
      await taken(id)
    },
    sends: async (place, who, thing) => {
      if (thing !== "sticker" && thing !== "photo") throw new Error(`Nobody sends a ${thing} at this Zalo`)
      const group = privateOf(place) === undefined
      const id = double.says({
        from: who,
        name: nameOf(who),
        ...(thing === "sticker" ? { sticker: "1" } : { photo: "https://photo.example.vn/1.jpg" }),
        ...(group ? { chat: chatName(place), group } : {}),
      })
      if (!group) await taken(id)
    },
    redelivers: async () => {
      if (newest === undefined) throw new Error("Nobody said anything yet")
      double.redeliver(newest)
      if (receives === "webhook") await double.waitForDelivery(newest, 2)
      else await taken(newest)
    },
    presses: () => Promise.reject(new Error("Zalo has no buttons")),
    said: (place) => {
      const photos = double.photos(chatName(place))
      return double.sent(chatName(place)).map((text, at) => {
        const photo = photos[at]
        return { text, buttons: [], ...(photo === undefined ? {} : { picture: () => pictureAt(photo) }) }
      })
    },
    places: () => [...GROUPS, ...[...people].map((who) => `riêng ${who}`)],
    shows: async () => {},
    complaints: () => [],
    close: async () => await double.close(),
  }
}
