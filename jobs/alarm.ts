import type { ChatId } from "../core/channel.ts"
import { wordsOf } from "../core/error.ts"
import type { DeliveryOptions } from "./deliver.ts"
import type { Timers } from "./lane.ts"

/** When chats are looked at again. */
export type Alarms = {
  /** At `at` (epoch milliseconds), unless it is to be sooner already. */
  set(chat: ChatId, at: number): void
  /** Those of this process ring no more; what the queue was given comes all the same. */
  callOff(): void
}

type Options = Pick<DeliveryOptions, "later" | "log" | "now"> & {
  readonly timers: Timers
  readonly ring: (chat: ChatId) => void
}

/** Up to here a timer of this process waits, beyond it the queue: a restart may come in between. */
const LOCAL_WAIT_MS = 10_000

export const realTimers: Timers = {
  set: (call, ms) => {
    // Its moment may have passed since it was found to be to come.
    const timer = setTimeout(call, Math.max(0, ms))
    timer.unref()
    return () => clearTimeout(timer)
  },
}

export function createAlarms({ later, log, now, timers, ring }: Options): Alarms {
  const alarms = new Map<ChatId, { readonly at: number; readonly callOff: () => void }>()

  return {
    set: (chat, at) => {
      const alarm = alarms.get(chat)
      if (alarm && alarm.at <= at) return
      alarm?.callOff()
      alarms.delete(chat)
      const delayMs = Math.max(0, at - now())
      if (delayMs <= LOCAL_WAIT_MS) {
        const call = () => {
          alarms.delete(chat)
          ring(chat)
        }
        alarms.set(chat, { at, callOff: timers.set(call, delayMs) })
      } else {
        later(chat, delayMs).catch((error: unknown) => {
          log.warn(
            { chat, error: wordsOf(error) },
            "no job for a later delivery; the sweep will find the chat",
          )
        })
      }
    },
    callOff: () => {
      for (const { callOff } of alarms.values()) callOff()
      alarms.clear()
    },
  }
}
