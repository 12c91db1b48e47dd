import { randomUUID } from "node:crypto"
import { z } from "zod"
import type { AccountId, BotId, ChatId } from "../../core/channel.ts"
import { given } from "../../core/given.ts"
import { createBell } from "./bell.ts"
import { GROUPS, privateOf, type Said, type Venue } from "./venue.ts"

/** What a page posts; see `webPost`. */
type Post = {
  readonly clientId?: string
  readonly text?: string
  readonly sticker?: string
  readonly press?: { readonly ask: string; readonly option: number }
  readonly replyTo?: string
}

/** The web chat, with what only there can be told. */
export type WebVenue = Venue & {
  readonly kind: "web"
  /** Posts as the page does; answers the status and what the server said. */
  posts(place: string, who: string, post: Post): Promise<{ readonly status: number; readonly body: string }>
}

const IDS: Readonly<Record<string, string>> = { An: "an", Dung: "dung", Chi: "chi" }
const ROOMS: Readonly<Record<(typeof GROUPS)[number], string>> = { "Nhóm TNG": "tng", "Nhóm tỉnh": "tinh" }

const messageForm = z.object({
  id: z.string(),
  room: z.string(),
  from: z.string(),
  seq: z.number(),
  pieces: z.array(z.object({ text: z.string() })),
  picture: z.object({ url: z.string(), alt: z.string() }).optional(),
  choices: z.object({ ask: z.string(), labels: z.array(z.string()) }).optional(),
})
type Message = z.infer<typeof messageForm>
const eventForm = z.union([
  z.object({ messages: z.array(messageForm) }),
  z.object({ message: messageForm }).transform(({ message }) => ({ messages: [message] })),
])

/** The web chat of a house, over HTTP, with a page open for each of its people. */
export function webVenue(): WebVenue {
  const bell = createBell()
  const heard = new Map<string, Message>()
  let address = ""
  let repeat = async (): Promise<void> => {}
  let pages = new AbortController()

  const idOf = (who: string) => {
    const id = IDS[who]
    if (id === undefined) throw new Error(`${who} is not in the web chat`)
    return id
  }
  const roomOf = (place: string) => {
    const owner = privateOf(place)
    const room =
      owner === undefined ? (ROOMS as Readonly<Record<string, string>>)[place] : `private-${idOf(owner)}`
    if (room === undefined) throw new Error(`There is no group "${place}"`)
    return room
  }
  const messagesIn = (place: string) => {
    const room = roomOf(place)
    return [...heard.values()].filter((message) => message.room === room)
  }

  function hear(messages: readonly Message[]): void {
    for (const message of messages.toSorted((one, other) => one.seq - other.seq)) {
      if (message.from === "bot" && !heard.has(message.id)) heard.set(message.id, message)
    }
    bell.ring()
  }

  async function openPage(person: string, signal: AbortSignal): Promise<void> {
    const stream = await fetch(`${address}/api/chat/stream?person=${person}`, { signal })
    void listen(stream, signal).catch(() => {})
  }

  async function listen(stream: Response, signal: AbortSignal): Promise<void> {
    const decoder = new TextDecoder()
    let rest = ""
    for await (const chunk of stream.body ?? []) {
      if (signal.aborted) return
      rest += decoder.decode(chunk, { stream: true })
      const events = rest.split("\n\n")
      rest = events.pop() ?? ""
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1]
        const known = eventForm.safeParse(data === undefined ? undefined : JSON.parse(data))
        if (known.success) hear(known.data.messages)
      }
    }
  }

  async function posts(place: string, who: string, post: Post) {
    const answer = await fetch(`${address}/api/chat/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ clientId: randomUUID(), person: idOf(who), room: roomOf(place), ...post }),
    })
    return { status: answer.status, body: await answer.text() }
  }

  async function pictureAt(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await fetch(address + path)).arrayBuffer())
  }

  async function accepted(place: string, who: string, post: Post): Promise<void> {
    const whole = { clientId: randomUUID(), ...post }
    repeat = async () => await accepted(place, who, whole)
    const { status, body } = await posts(place, who, whole)
    if (status !== 202) throw new Error(`The web chat answered ${status}: ${body}`)
  }

  return {
    kind: "web",
    bot: "web:local" as BotId,
    mention: "@Bot",
    environment: { WEB_CHAT: "on" },
    posts,
    account: (who) => `web:${idOf(who)}` as AccountId,
    chat: (place) => `web:${roomOf(place)}` as ChatId,
    opened: async (at) => {
      pages.abort()
      pages = new AbortController()
      address = at
      await Promise.all(Object.values(IDS).map((person) => openPage(person, pages.signal)))
    },
    writes: async (place, who, text, how) => {
      const last = how === "answers" ? messagesIn(place).at(-1)?.id : undefined
      await accepted(place, who, { text, ...given({ replyTo: last }) })
    },
    sends: async (place, who, thing) => {
      if (thing !== "sticker") throw new Error("The web chat sends no pictures")
      await accepted(place, who, { sticker: "👍" })
    },
    redelivers: async () => await repeat(),
    presses: async (place, who, at, label) => {
      const choices = messagesIn(place)[at]?.choices
      const option = choices?.labels.indexOf(label) ?? -1
      if (choices === undefined || option < 0)
        throw new Error(`Message ${at} in ${place} has no button "${label}"`)
      // From 1, as the text numbers them and the core reads a press.
      await accepted(place, who, { press: { ask: choices.ask, option: option + 1 } })
    },
    said: (place): readonly Said[] =>
      messagesIn(place).map(({ pieces, choices, picture }) => ({
        text: pieces.map((piece) => piece.text).join(""),
        buttons: choices?.labels ?? [],
        ...(picture === undefined ? {} : { picture: () => pictureAt(picture.url) }),
      })),
    places: () => [...GROUPS, ...Object.keys(IDS).map((who) => `riêng ${who}`)],
    shows: async (refs) => {
      await bell.until(
        "the web chat to show what was sent",
        () => refs.every((ref) => heard.has(ref)) || undefined,
      )
    },
    complaints: () => [],
    close: async () => pages.abort(),
  }
}
