import type { WebhookAnswer, WebhookRequest } from "../../core/channel.ts"
import type { Log } from "../../core/log.ts"
import { sparing } from "../../core/sparing.ts"
import { jsonOf } from "../json.ts"
import { toldWords } from "../log.ts"
import { isSecret, strangersLog } from "../secret.ts"
import { updateNumber } from "./update.ts"

/**
 * Answers one request at the webhook's address. Telegram repeats whatever does not get a 2xx, so only what a repeat can
 * mend gets a 503.
 */
export function createWebhook(
  secret: string,
  log: Log,
  hide: (text: string) => string,
  receive: (raws: readonly unknown[]) => Promise<void>,
) {
  const stranger = strangersLog(
    (requests) =>
      log.warn({ requests }, "requests at the Telegram webhook had a wrong secret and were refused"),
    () => performance.now(),
  )
  const notStored = sparing(log.error.bind(log), () => performance.now())
  return async function handle(request: WebhookRequest): Promise<WebhookAnswer> {
    const given = request.headers["x-telegram-bot-api-secret-token"] ?? ""
    if (!isSecret(given, secret)) {
      stranger()
      return { status: 401, text: "wrong or missing x-telegram-bot-api-secret-token" }
    }
    const update = jsonOf(request.body)
    if (updateNumber(update) === undefined) {
      return { status: 400, text: "not a Telegram update: no JSON object with an integer update_id" }
    }
    try {
      await receive([update])
      return { status: 200, text: "ok" }
    } catch (error) {
      notStored(
        { reason: hide(toldWords(error)) },
        "A Telegram update could not be stored; Telegram will repeat it",
      )
      return { status: 503, text: "the update could not be stored" }
    }
  }
}
