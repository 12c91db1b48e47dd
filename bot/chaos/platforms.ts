import { setTimeout as timer } from "node:timers/promises"
import type { AccountId, BotId, ChatId, WebhookRequest } from "../../core/channel.ts"
import { createTelegramDouble } from "../telegram/double.ts"
import type { DoublePerson } from "../telegram/double-world.ts"
import { botId } from "../telegram/ids.ts"
import { createZaloDouble } from "../zalo/double.ts"
import type { Said } from "./crowd.ts"
import type { PlatformName } from "./gate.ts"

/** How soon the doubles repeat what a webhook did not accept. */
const REPEAT_MS = 200

type Place = { readonly chat: string; readonly ref: ChatId }

export type Platforms = Awaited<ReturnType<typeof openPlatforms>>

/**
 * Both platforms' doubles. `deliver` takes a webhook request to one of the servers and answers the status, 0 when there was
 * none; what is not accepted is repeated, a chat's messages in their order.
 */
export async function openPlatforms(
  receives: "polling" | "webhook",
  deliver: (path: string, request: WebhookRequest) => Promise<number>,
) {
  const over = new AbortController()
  const lanes = new Map<string, Promise<void>>()
  const acceptedByZalo = new Set<string>()
  const people = new Map<string, DoublePerson>()

  const telegram = await createTelegramDouble({
    sleep: async (ms) => await timer(Math.min(ms, REPEAT_MS)),
    webhookTarget: async (request) => ({
      status: await deliver(new URL(telegram.webhookUrl() ?? "").pathname, request),
    }),
  })
  const zalo = await createZaloDouble({
    allowLocal: true,
    deliver: async (request, url) => {
      const { pathname } = new URL(url)
      // The ping of a registration is not repeated.
      if (request.body === "") return { status: await deliver(pathname, request) }
      const { message } = JSON.parse(request.body) as {
        message: { message_id: string; chat: { id: string } }
      }
      const before = lanes.get(message.chat.id) ?? Promise.resolve()
      const mine = before.then(async () => {
        while (!over.signal.aborted) {
          const status = await deliver(pathname, request)
          if (status === 200) return void acceptedByZalo.add(message.message_id)
          await timer(REPEAT_MS)
        }
      })
      lanes.set(message.chat.id, mine)
      // The double delivers one by one; here chats go side by side.
      return { status: 200 }
    },
  })
  const bots: Readonly<Record<PlatformName, BotId>> = {
    telegram: botId(String(telegram.botId)),
    zalo: `zalo:${zalo.token.split(":")[0]}` as BotId,
  }
  const personOf = (name: string) => {
    const known = people.get(name) ?? telegram.person(name)
    people.set(name, known)
    return known
  }

  return {
    roots: { telegram: telegram.apiRoot, zalo: zalo.apiRoot },
    bots,
    environment: {
      TELEGRAM_BOT_TOKENS: telegram.token,
      ZALO_BOT_TOKENS: zalo.token,
      ZALO_MONTHLY_MESSAGES: "0",
      ...(receives === "webhook" ? { PUBLIC_URL: "https://sangkien.example.vn" } : {}),
    },
    person(platform: PlatformName, name: string): Place & { readonly account: AccountId } {
      if (platform === "zalo") {
        const chat = zalo.chatId(name)
        return { chat, ref: `zalo:${chat}` as ChatId, account: `zalo:${chat}` as AccountId }
      }
      const person = personOf(name)
      const { id, ref } = telegram.privateChat(person)
      return { chat: String(id), ref, account: person.account }
    },
    group(platform: PlatformName, title: string): Place {
      if (platform === "zalo") {
        zalo.knows(title)
        const chat = zalo.chatId(title)
        return { chat, ref: `zalo:${chat}` as ChatId }
      }
      const { id, ref } = telegram.group(title)
      return { chat: String(id), ref }
    },
    /** Somebody writes in private; answers the platform's number of the message. */
    write(platform: PlatformName, name: string, text: string): string {
      if (platform === "zalo") return zalo.says({ from: name, text })
      const from = personOf(name)
      return String(telegram.says({ chat: telegram.privateChat(from), from, text }).updateId)
    },
    /** The key under which the servers know the message. */
    keyOf: ({ person, id }: Said): string => `${bots[person.platform]}:${id}`,
    /** Whether the platform was told to forget the message; at Zalo's long polling reading it is telling. */
    isAccepted({ person, id }: Said, handedByZalo: ReadonlySet<string>): boolean {
      if (person.platform === "telegram") return telegram.isReceived(Number(id))
      return receives === "webhook" ? acceptedByZalo.has(id) : handedByZalo.has(id)
    },
    /** Whether both platforms would call a webhook now. */
    areRegistered: () => telegram.webhookUrl() !== undefined && zalo.webhook() !== undefined,
    /** Resolves when a poll waits at Zalo: everything written before has left it then, and whoever polls has done with it. */
    async zaloIsEmpty(): Promise<void> {
      await zalo.waitForPolls()
    },
    complaints: () => telegram.violations,
    async close() {
      over.abort()
      await telegram.close()
      await zalo.close()
      await Promise.allSettled(lanes.values())
    },
  }
}
