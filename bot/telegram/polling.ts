import { type Api, GrammyError } from "grammy/web"
import { given } from "../../core/given.ts"
import { toldWords } from "../log.ts"
import { pauseMs } from "../retry.ts"
import { forGrammy } from "./http.ts"
import { type Patience, tokenRefused } from "./patience.ts"
import { ALLOWED_UPDATES, offsetAfter } from "./receiving.ts"

/** Updates in one answer, Telegram's greatest (core.telegram.org/bots/api#getupdates, 2026-08). */
const BATCH_SIZE = 100

/**
 * Polls until `patience.signal` is aborted. The offset, which makes Telegram forget, moves only
 * after `receive` resolved: a crash repeats updates and loses none.
 */
export async function poll(
  api: Api,
  timeoutSeconds: number,
  receive: (raws: readonly unknown[]) => Promise<void>,
  patience: Patience,
): Promise<void> {
  const { log, sleep, signal } = patience
  let offset: number | undefined
  let failures = 0

  async function once(): Promise<number> {
    let raws: readonly unknown[]
    try {
      raws = await api.getUpdates(
        {
          ...given({ offset }),
          limit: BATCH_SIZE,
          timeout: timeoutSeconds,
          allowed_updates: ALLOWED_UPDATES,
        },
        forGrammy(signal),
      )
      const next = offsetAfter(raws)
      if (next === undefined) return 0
      await committed(raws)
      offset = next
      return 0
    } catch (error) {
      return error instanceof NotCommitted ? pauseMs(failures + 1) : afterFailure(error)
    }
  }

  async function committed(raws: readonly unknown[]): Promise<void> {
    try {
      await receive(raws)
    } catch (error) {
      log.error(
        { reason: patience.hide(toldWords(error)) },
        "Telegram updates could not be stored; asking again",
      )
      throw new NotCommitted()
    }
  }

  function afterFailure(error: unknown): number {
    if (signal.aborted) return 0
    const failure = patience.explain(error)
    if (failure.code === "unauthorized") return tokenRefused(log, failure)
    if (error instanceof GrammyError && error.error_code === 409) {
      log.error(
        { reason: failure.message },
        "Somebody else receives this Telegram bot's updates: another process polls with the same token, or a " +
          "webhook was set. Run one process per token",
      )
    } else {
      log.warn({ reason: failure.message }, "Telegram does not answer; polling again")
    }
    return failure.retryAfterMs ?? pauseMs(failures + 1)
  }

  while (!signal.aborted) {
    const wait = await once()
    failures = wait === 0 ? 0 : failures + 1
    if (wait > 0) await sleep(wait, signal)
  }
}

class NotCommitted extends Error {}
