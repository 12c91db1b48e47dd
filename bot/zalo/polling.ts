import type { BotId } from "../../core/channel.ts"
import type { Log } from "../../core/log.ts"
import { pauseMs, type Sleep, TOKEN_AGAIN_MS } from "../retry.ts"
import type { ZaloClient } from "./client.ts"
import type { Inbox } from "./inbox.ts"

type Options = {
  readonly bot: BotId
  readonly client: ZaloClient
  readonly inbox: Inbox
  readonly log: Log
  readonly sleep: Sleep
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  readonly pollTimeoutSeconds: number
}

// An "empty" that comes at once would make the loop spin.
const HASTY_EMPTY_MS = 5_000
const PAUSE_AFTER_HASTY_MS = 2_000
const WEBHOOK_CHECK_MS = 60_000
// Who wrote what the store refused for a while is answered without waiting for the next start.
const LEFTOVERS_AGAIN_MS = 10 * 60_000

/**
 * Polls until `signal` aborts. Only one poller may run per token: two steal from each other
 * (measured: CSKH, MCP in sample-messages.md).
 */
export async function pollUntilStopped(options: Options, signal: AbortSignal): Promise<void> {
  const { bot, client, inbox, log, sleep, now, pollTimeoutSeconds } = options
  if (!(await waitUntilNoWebhook(options, signal))) return
  await inbox.takeUpUnfinished(signal)
  log.info({ bot, pollTimeoutSeconds }, "asking Zalo for updates by long polling")

  let failures = 0
  let triedAt = now()
  while (!signal.aborted) {
    const askedAt = now()
    if (askedAt - triedAt >= LEFTOVERS_AGAIN_MS) {
      triedAt = askedAt
      await inbox.tryLeftovers(signal)
    }
    // Aborting the poll can lose an update on its way to us; waiting for its end would keep a stop waiting half a minute.
    const result = await client.getUpdates(pollTimeoutSeconds, signal)
    if (result.kind === "ok" && result.value.length > 0) {
      failures = 0
      await inbox.take(result.value, signal)
    } else if (signal.aborted) {
      return
    } else if (result.kind === "ok" || result.kind === "empty") {
      failures = 0
      if (now() - askedAt < HASTY_EMPTY_MS) await sleep(PAUSE_AFTER_HASTY_MS, signal)
    } else if (result.kind === "unauthorized") {
      log.error({ bot }, TOKEN_REFUSED)
      await sleep(TOKEN_AGAIN_MS, signal)
    } else {
      failures += 1
      log.warn({ bot, failures, reason: result.reason }, "asking Zalo for updates failed; it is tried again")
      await sleep(pauseMs(failures), signal)
      // 400 is the answer while a webhook is set, for example by another machine just now.
      if (result.kind === "badRequest" && !(await waitUntilNoWebhook(options, signal))) return
    }
  }
}

/** For the operator: what to do when the platform answers 401. */
export const TOKEN_REFUSED =
  "Zalo does not accept the token of this bot: nothing is received or sent. Copy the token from Zalo Bot Creator into ZALO_BOT_TOKENS and start again. If the token is right, wait: it is tried again every five minutes."

/** What the operator is told when a bot that is to poll has a webhook. */
export function webhookInTheWay(url: string): string {
  return `a webhook at ${hostOf(url)} is set for this bot, so polling gets nothing. Set PUBLIC_URL to receive by webhook here, or delete that webhook (method deleteWebhook) if nobody else uses this bot.`
}

/** The host of an address, for a log line: the path may hold a secret. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "an address of the wrong form"
}

/** False when polling must not begin: stopped. Another deployment's webhook is left alone. */
async function waitUntilNoWebhook(options: Options, signal: AbortSignal): Promise<boolean> {
  const { bot, client, log, sleep } = options
  while (!signal.aborted) {
    const info = await client.getWebhookInfo(signal)
    if (info.kind === "unauthorized") {
      log.error({ bot }, TOKEN_REFUSED)
      await sleep(TOKEN_AGAIN_MS, signal)
      continue
    }
    // Where the platform does not say, the poll will.
    if (info.kind !== "ok" || info.value === undefined) return !signal.aborted
    log.warn({ bot }, `Zalo: ${webhookInTheWay(info.value)} Checked again every minute.`)
    await sleep(WEBHOOK_CHECK_MS, signal)
  }
  return false
}
