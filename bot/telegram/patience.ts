import type { DeliveryError } from "../../core/channel.ts"
import type { Log } from "../../core/log.ts"
import { pauseMs, type Sleep, TOKEN_AGAIN_MS } from "../retry.ts"

/** What `keepTrying` and the polling loop need to wait and to speak. */
export type Patience = {
  readonly log: Log
  readonly sleep: Sleep
  readonly signal: AbortSignal
  /** Makes a `DeliveryError` of anything thrown, without the token in it. */
  readonly explain: (error: unknown) => DeliveryError
  /** Takes the token out of a text. */
  readonly hide: (text: string) => string
}

/** Calls until it works. Resolves undefined when stopped. That the token is not accepted is told to the operator each time. */
export async function keepTrying<Result>(
  what: string,
  patience: Patience,
  call: () => Promise<Result>,
): Promise<Result | undefined> {
  const { log, sleep, signal, explain } = patience
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await call()
    } catch (error) {
      if (signal.aborted) return undefined
      const failure = explain(error)
      if (failure.code === "unauthorized") {
        await sleep(tokenRefused(log, failure), signal)
        continue
      }
      log.warn({ reason: failure.message }, `Telegram: ${what} failed, trying again`)
      await sleep(failure.retryAfterMs ?? pauseMs(failures), signal)
    }
  }
  return undefined
}

/** Tells the operator that a token is of no use; answers how many ms later to ask again. */
export function tokenRefused(log: Log, failure: DeliveryError): number {
  log.error(
    { reason: failure.message },
    "Telegram does not accept a token in TELEGRAM_BOT_TOKENS: nothing is received from this bot until it is " +
      "replaced (@BotFather shows it) and the process restarted. If the token is right, wait: it is tried again every " +
      "five minutes",
  )
  return TOKEN_AGAIN_MS
}
