import { clean } from "../../core/text/fold.ts"
import { pauseMs, type Sleep } from "../retry.ts"
import type { ZaloBot, ZaloClient, ZaloResult } from "./client.ts"

/** What the platform says about the bot, as it was last told. */
export type Identity = {
  /** Under which the bot may be mentioned; only the aliases until the platform has answered. */
  names(): readonly string[]
  ownIds(): readonly string[]
  /** Asks once, unless it was asked in the last minute. Resolves after `withinMs` at the latest, told or not. */
  refresh(withinMs: number): Promise<void>
  /** Asks again until the platform answers, then every few hours; ends when `signal` aborts. */
  keepFresh(signal: AbortSignal): Promise<void>
}

type Options = {
  readonly client: ZaloClient
  /** The digits of the token, which may differ from the id that the platform tells. */
  readonly tokenId: string
  readonly aliases: readonly string[]
  readonly sleep: Sleep
  readonly deadline: (ms: number) => AbortSignal
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

// A renamed bot is mentioned by its new name at once: a mention by an unknown name asks too, and no event tells of it.
const FRESH_MS = 4 * 3_600_000
// A reply that begins with somebody else's name must not cost a question to the platform each time.
const ASK_AGAIN_MS = 60_000

/** The identity of one bot; knows nothing until it is asked to. */
export function createIdentity({ client, tokenId, aliases, sleep, deadline, now }: Options): Identity {
  let told: ZaloBot = {}
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<ZaloResult<ZaloBot>> | undefined

  const ask = async (signal: AbortSignal): Promise<ZaloResult<ZaloBot>> => {
    askedAt = now()
    asking = client.getMe(signal)
    const result = await asking
    asking = undefined
    if (result.kind === "ok") told = result.value
    return result
  }

  return {
    names: () =>
      [told.display_name, told.account_name, ...aliases]
        .map((name) => clean(name ?? ""))
        .filter((name) => name !== ""),

    ownIds: () => (told.id === undefined ? [tokenId] : [tokenId, told.id]),

    async refresh(withinMs) {
      if (asking === undefined && now() - askedAt < ASK_AGAIN_MS) return
      const expiry = deadline(withinMs)
      await Promise.race([asking ?? ask(expiry), aborted(expiry)])
    },

    async keepFresh(signal) {
      let failures = 0
      while (!signal.aborted) {
        const { kind } = await ask(signal)
        // Only an operator can help, and the one who receives or sends says so.
        if (kind === "unauthorized") return
        failures = kind === "ok" ? 0 : failures + 1
        await sleep(failures === 0 ? FRESH_MS : pauseMs(failures), signal)
      }
    },
  }
}

function aborted(signal: AbortSignal): Promise<unknown> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }))
}
