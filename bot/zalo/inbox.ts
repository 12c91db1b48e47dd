import type { BotId, Intake } from "../../core/channel.ts"
import type { Log } from "../../core/log.ts"
import { pauseMs, type Sleep } from "../retry.ts"
import { type Reading, updateKey } from "./update.ts"

/** Hands updates that the platform will not repeat to the house, whatever the store does meanwhile. */
export type Inbox = {
  /**
   * Keeps `raws`, then hands them on one after the other. While the store is down it waits and tries again: a read
   * update exists nowhere else (there is no offset, and reading consumes: documentation and CSKH, MCP in sample-messages.md).
   */
  take(raws: readonly unknown[], signal: AbortSignal): Promise<void>
  /** Hands on what was kept and not finished, by an earlier run or by this one, oldest first. */
  takeUpUnfinished(signal: AbortSignal): Promise<void>
  /** The same with one try for each: whatever the store refused before keeps nobody waiting who writes now. */
  tryLeftovers(signal: AbortSignal): Promise<void>
}

type Options = {
  readonly bot: BotId
  readonly intake: Intake
  readonly read: (raw: unknown) => Promise<Reading>
  readonly log: Log
  readonly sleep: Sleep
}

type Kept = { readonly updateKey: string; readonly raw: unknown }

/** After so many refusals the store is asked whether it is down or dislikes this one update. */
const TRIES_BEFORE_DOUBT = 5

/** The inbox of one polling bot. */
export function createInbox({ bot, intake, read, log, sleep }: Options): Inbox {
  /** Tries until it works; false when `signal` aborted first. The last try comes after the abort. */
  async function insist(what: string, act: () => Promise<unknown>, signal: AbortSignal): Promise<boolean> {
    for (let failures = 1; ; failures += 1) {
      const last = signal.aborted
      try {
        await act()
        return true
      } catch (error) {
        log.error({ bot, error, failures }, `${what} failed; it is tried again until it works`)
        if (last) return false
        await sleep(pauseMs(failures), signal)
      }
    }
  }

  async function keep(kept: Kept, signal: AbortSignal): Promise<void> {
    const act = () => intake.keep(bot, kept.updateKey, kept.raw)
    if (await insist("keeping a Zalo update", act, signal)) return
    log.error(
      { bot, updateKey: kept.updateKey },
      "a Zalo update is lost: the store was down when we were stopped",
    )
  }

  async function hand(
    { raw, updateKey: key }: Kept,
    signal: AbortSignal,
    triesBeforeDoubt = TRIES_BEFORE_DOUBT,
  ): Promise<void> {
    const reading = await read(raw)
    if (reading.kind === "nothing") {
      log.info({ bot, updateKey: key, why: reading.why }, "a Zalo update holds nothing for us")
      await insist("discarding a Zalo update", () => intake.discard(key), signal)
      return
    }
    for (let failures = 1; ; failures += 1) {
      const last = signal.aborted
      try {
        await intake.receive([reading.incoming])
        return
      } catch (error) {
        log.error({ bot, updateKey: key, error, failures }, "a Zalo update was not received; it is kept")
        // One update that the store will never take must not silence the bot for all others.
        if (last || (failures >= triesBeforeDoubt && (await storeAnswers()))) return
        await sleep(pauseMs(failures), signal)
      }
    }
  }

  async function takeUp(signal: AbortSignal, triesBeforeDoubt?: number): Promise<void> {
    let unfinished: readonly Kept[] = []
    const load = async () => {
      unfinished = await intake.unfinished(bot)
    }
    if (!(await insist("loading unfinished Zalo updates", load, signal))) return
    for (const each of unfinished) {
      if (signal.aborted) return
      await hand(each, signal, triesBeforeDoubt)
    }
  }

  const storeAnswers = () =>
    intake.unfinished(bot).then(
      () => true,
      () => false,
    )

  return {
    async take(raws, signal) {
      const kept = raws.map((raw) => ({ updateKey: updateKey(bot, raw), raw }))
      for (const each of kept) await keep(each, signal)
      for (const each of kept) await hand(each, signal)
    },

    takeUpUnfinished: async (signal) => await takeUp(signal),
    tryLeftovers: async (signal) => await takeUp(signal, 1),
  }
}
