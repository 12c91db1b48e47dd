import type { Api } from "grammy/web"
import { z } from "zod"
import type { Intake } from "../../core/channel.ts"
import type { Log } from "../../core/log.ts"
import type { BotIdentity } from "./ids.ts"
import { readUpdate, updateNumber } from "./update.ts"

/** The kinds of update we ask Telegram for; the rest never travels. */
export const ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"] as const

/** Longest `answerCallbackQuery` text (core.telegram.org/bots/api#answercallbackquery, 2026-08). */
const TOAST_LENGTH = 200

/**
 * Reads raw updates, hands them to the house as one batch and, once that is committed, ends the spinners of pressed
 * buttons. Rejects when the house does.
 */
export function createReceiving(api: Api, intake: Intake, log: Log, bot: () => BotIdentity) {
  function endSpinner(press: string, toast: string | undefined): void {
    const text = toast === undefined ? {} : { text: Array.from(toast).slice(0, TOAST_LENGTH).join("") }
    // Nobody waits for it and nothing depends on it; "query is too old" is the usual refusal.
    api.answerCallbackQuery(press, text).catch(() => {})
  }

  return async function receive(raws: readonly unknown[]): Promise<void> {
    const readings = raws.map((raw) => ({ raw, ...readUpdate(raw, bot()) }))
    for (const { raw, broken } of readings) {
      if (broken === undefined) continue
      log.warn(
        { bot: bot().id, update: updateNumber(raw), reason: broken },
        "Unreadable Telegram update skipped",
      )
    }
    const batch = readings.flatMap((reading) => reading.incoming ?? [])
    const receipts = batch.length === 0 ? [] : await intake.receive(batch)
    for (const { incoming, pressToAnswer } of readings) {
      if (pressToAnswer === undefined) continue
      endSpinner(pressToAnswer, incoming && receipts[batch.indexOf(incoming)]?.toast)
    }
  }
}

const updatesForm = z.array(z.unknown())

/**
 * The offset that confirms all of `raws` (Telegram's getUpdates answer), undefined when there is nothing to confirm.
 * Throws when it is not a list of updates.
 */
export function offsetAfter(raws: unknown): number | undefined {
  const list = updatesForm.safeParse(raws).data
  if (list === undefined) throw new Error("Telegram's answer holds no list of updates")
  if (list.length === 0) return undefined
  const numbers = list.map(updateNumber).filter((number) => number !== undefined)
  if (numbers.length === 0) throw new Error("Telegram's updates hold no update_id")
  return Math.max(...numbers) + 1
}
