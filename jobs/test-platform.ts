import { type ChatId, DeliveryError, type MessageRef } from "../core/channel.ts"
import type { fakeClock } from "./testing.ts"

/** What a platform does with a message. */
export const FAULTS = [
  "limit:0",
  "limit:1",
  "limit:7",
  "limit:95",
  "refused connection",
  "server error",
  "lost on the way",
  "lost on the way back",
  "hangs",
  "hangs with it",
  "rejected",
] as const
export type Fault = (typeof FAULTS)[number]

/** A message that stands in a chat since `at`; `told`: whether whoever sent it heard so. */
export type Shown = {
  readonly chat: ChatId
  readonly at: number
  readonly names: readonly string[]
  told: boolean
}

const LATENCY_MS = 30
const TIMEOUT_MS = 30_000

/** A platform that takes messages as it is in the mood for; names in a text are joined by "+". */
export function moodyPlatform(clock: Pick<ReturnType<typeof fakeClock>, "now" | "timers">) {
  const shown: Shown[] = []
  const asked: { readonly chat: ChatId; readonly at: number }[] = []
  const moods: (Fault | "fine")[] = []
  const movedTo = new Map<ChatId, ChatId>()
  const gone = new Set<ChatId>()
  const pause = async (ms: number) => await new Promise<void>((resolve) => void clock.timers.set(resolve, ms))

  async function send(chat: ChatId, text: string, isMoody: boolean): Promise<MessageRef> {
    const fault = isMoody ? (moods.shift() ?? "fine") : "fine"
    asked.push({ chat, at: clock.now() })
    const show = () => {
      const it = { chat, at: clock.now(), names: text.split("+"), told: false }
      shown.push(it)
      return it
    }
    await pause(LATENCY_MS)
    const to = movedTo.get(chat)
    if (to !== undefined) throw new DeliveryError("chat_moved", "moved", { surelyNotSent: true, movedTo: to })
    if (gone.has(chat)) throw new DeliveryError("chat_gone", "blocked", { surelyNotSent: true })
    if (fault.startsWith("limit:")) {
      const retryAfterMs = Number(fault.slice("limit:".length)) * 1_000
      throw new DeliveryError("rate_limited", "429", { surelyNotSent: true, retryAfterMs })
    }
    switch (fault) {
      case "rejected":
        throw new DeliveryError("rejected", "400", { surelyNotSent: true })
      case "refused connection":
        throw new DeliveryError("unreachable", "ECONNREFUSED", { surelyNotSent: true })
      case "server error":
        throw new DeliveryError("unreachable", "502", { surelyNotSent: false })
      case "lost on the way":
        throw new DeliveryError("unreachable", "ECONNRESET", { surelyNotSent: false })
      case "lost on the way back":
        show()
        throw new DeliveryError("unreachable", "ECONNRESET", { surelyNotSent: false })
      case "hangs with it":
        show()
        await pause(TIMEOUT_MS)
        throw new DeliveryError("unreachable", "ETIMEDOUT", { surelyNotSent: false })
      case "hangs":
        await pause(TIMEOUT_MS)
        throw new DeliveryError("unreachable", "ETIMEDOUT", { surelyNotSent: false })
      default: {
        const it = show()
        await pause(LATENCY_MS)
        it.told = true
        return `m${shown.length}` as MessageRef
      }
    }
  }

  return {
    send,
    /** Everything that stands in chats, and everything it was asked to take, oldest first. */
    shown,
    asked,
    /** Moods of the messages to come. */
    moods,
    /** Groups under another id, and chats that nobody may write to. */
    movedTo,
    gone,
  }
}
