import type { BotId, Intake, WebhookAnswer, WebhookRequest } from "../../core/channel.ts"
import type { Log } from "../../core/log.ts"
import { jsonOf } from "../json.ts"
import { pauseMs, type Sleep, TOKEN_AGAIN_MS } from "../retry.ts"
import { isSecret } from "../secret.ts"
import type { ZaloClient, ZaloVerification } from "./client.ts"
import { hostOf, TOKEN_REFUSED } from "./polling.ts"
import { isEvent, type Reading } from "./update.ts"

type Registration = {
  readonly bot: BotId
  readonly client: ZaloClient
  readonly log: Log
  readonly sleep: Sleep
  readonly url: string
  readonly secret: string
}

/**
 * Sets our webhook, again and again until the platform takes it or `signal` aborts. It is set even
 * when our address is registered already: the secret cannot be read back and may differ.
 */
export async function registerWebhook(options: Registration, signal: AbortSignal): Promise<void> {
  const { bot, client, log, sleep, url, secret } = options
  const before = await client.getWebhookInfo(signal)
  for (let failures = 1; !signal.aborted; failures += 1) {
    const result = await client.setWebhook(url, secret, signal)
    if (result.kind === "ok") {
      tellOutcome(result.value.verification)
      return
    }
    if (signal.aborted) return
    if (result.kind === "unauthorized") {
      log.error({ bot }, TOKEN_REFUSED)
      await sleep(TOKEN_AGAIN_MS, signal)
      continue
    }
    log.warn({ bot, failures, reason: result.reason }, "setting the Zalo webhook failed; it is tried again")
    await sleep(pauseMs(failures), signal)
  }

  function tellOutcome(verification: ZaloVerification | undefined): void {
    const old = before.kind === "ok" ? before.value : undefined
    if (old !== undefined && old !== url) {
      log.warn(
        { bot, old: hostOf(old), new: hostOf(url) },
        "the Zalo webhook of another address was replaced by ours",
      )
    }
    // The address is stored all the same (documented; measured: ECM in sample-messages.md), so nothing but this line would tell.
    if (verification?.ok === false) {
      const { outcome, hint } = verification
      log.warn(
        { bot, outcome, hint },
        `Zalo cannot reach the webhook at ${hostOf(url)}; check PUBLIC_URL and its certificate`,
      )
    } else {
      log.info({ bot, host: hostOf(url) }, "the Zalo webhook is set")
    }
  }
}

type Handler = {
  readonly bot: BotId
  readonly secret: string
  readonly log: Log
  /** Called of a request with a wrong secret. */
  readonly stranger: () => void
  /** Called of an update that the house could not take. */
  readonly refused: (error: unknown) => void
  readonly read: (raw: unknown) => Promise<Reading>
  /** Where updates go; `undefined` while the channel is stopped. */
  readonly intake: () => Intake | undefined
}

/**
 * Answers one request at the webhook's address. What does not come from the platform gets 200 as well: its verification
 * ping carries no secret, and refusing that makes the set-up fail (measured: ECM in sample-messages.md, 2026-08).
 */
export async function answerWebhook(options: Handler, request: WebhookRequest): Promise<WebhookAnswer> {
  const { bot, log } = options
  const given = request.headers["x-bot-api-secret-token"]
  if (given === undefined || given === "") return OK
  if (!isSecret(given, options.secret)) {
    options.stranger()
    return OK
  }
  if (request.body.trim() === "") return OK
  const body = jsonOf(request.body)
  if (body === undefined) return { status: 400, text: "The body is not JSON." }
  if (!isEvent(body)) {
    log.warn({ bot }, "a request at the Zalo webhook was JSON but no event")
    return OK
  }
  return receive(options, body)
}

const OK: WebhookAnswer = { status: 200, text: "ok" }
const TRY_AGAIN: WebhookAnswer = { status: 503, text: "Not stored; send it again." }

async function receive({ bot, log, refused, read, intake }: Handler, body: unknown): Promise<WebhookAnswer> {
  const house = intake()
  if (house === undefined) return TRY_AGAIN
  try {
    const reading = await read(body)
    if (reading.kind === "nothing") log.info({ bot, why: reading.why }, "a Zalo update holds nothing for us")
    else await house.receive([reading.incoming])
    return OK
  } catch (error) {
    refused(error)
    return TRY_AGAIN
  }
}
