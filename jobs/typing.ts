import { type Channel, type ChatId, DeliveryError } from "../core/channel.ts"
import type { DeliveryOptions } from "./deliver.ts"
import type { Lane, Timers } from "./lane.ts"

/** Shows that an answer is being made. Spends the pace of its chat and bot like a message, and so is the first to be left out. */
export type ShowTyping = (chat: ChatId, lane: Lane, channel: Channel, where: Where) => void
type Where = { readonly group: boolean; readonly topic?: string | undefined }

type Options = Pick<DeliveryOptions, "now" | "watch"> & { readonly timers: Timers }

export function createTyping({ now, watch, timers }: Options): ShowTyping {
  async function show(chat: ChatId, lane: Lane, channel: Channel, { group, topic }: Where): Promise<void> {
    // The answer itself must not wait for it.
    if (channel.typing === undefined || !lane.pace.hasSpare(chat, group, now())) return
    const slot = await lane.spare()
    if (slot === undefined) return
    if (slot > now()) await new Promise<void>((resolve) => void timers.set(resolve, slot - now()))
    if (!lane.pace.hasSpare(chat, group, now())) return
    lane.pace.spendChat(chat, group, now())
    try {
      await channel.typing(chat, topic)
    } catch (error) {
      if (error instanceof DeliveryError && error.code === "rate_limited") heed(chat, lane, error)
    }
  }

  function heed(chat: ChatId, lane: Lane, { retryAfterMs = 5_000 }: DeliveryError): void {
    watch?.rateLimited(lane.bot)
    lane.pace.pauseChat(chat, now() + retryAfterMs, now())
  }

  return (chat, lane, channel, where) => {
    // Whatever goes wrong, nobody misses it.
    show(chat, lane, channel, where).catch(() => {})
  }
}
