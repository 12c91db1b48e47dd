import type { Channel, Intake } from "../core/channel.ts"
import type { PollerLeases } from "../core/lease.ts"
import type { Log } from "../core/log.ts"
import { sparing } from "../core/sparing.ts"
import { type Sleep, sleepFor } from "./retry.ts"

type Options = {
  readonly leases: PollerLeases
  readonly log: Pick<Log, "info" | "warn">
  /** For tests. */
  readonly sleep?: Sleep
}

const TRY_AGAIN_MS = 2_000

/** The channel, polling only while this process holds the lease of its bot; sending needs no lease. */
export function leased(channel: Channel, options: Options): Channel {
  const { leases, log, sleep = sleepFor } = options
  const tell = sparing(log.warn.bind(log), () => performance.now())
  const notAsked = (error: unknown) =>
    tell({ bot: channel.bot, err: error }, "the lease to poll could not be asked for; trying again")
  let running: { readonly stopper: AbortController; readonly ended: Promise<void> } | undefined

  /** Polls until another process has the lease or the house stops. */
  async function pollWhileHeld(intake: Intake, signal: AbortSignal): Promise<void> {
    let lease = await take(signal)
    if (lease === undefined) return
    try {
      await channel.start(intake)
      while (lease !== undefined && !signal.aborted) {
        await lease.over
        if (signal.aborted) return
        // While the database is away nobody else can have the lease either. To stop now would lose what was just read and
        // could not be stored; so the channel goes on until the lease is ours again or known to be another's.
        log.warn({ bot: channel.bot }, "the lease to poll was lost; asking for it again")
        lease = await takeAgain(signal)
        if (lease !== undefined) log.info({ bot: channel.bot }, "the lease to poll is ours again")
      }
    } finally {
      await channel.stop()
      await lease?.release()
    }
  }

  async function take(signal: AbortSignal) {
    const over = Promise.withResolvers<void>()
    const lease = await leases.take(channel.bot, () => over.resolve())
    signal.addEventListener("abort", () => over.resolve(), { once: true })
    if (signal.aborted) over.resolve()
    return lease && { over: over.promise, release: lease.release }
  }

  /** Undefined when another process has it, or the house stops. */
  async function takeAgain(signal: AbortSignal): ReturnType<typeof take> {
    while (!signal.aborted) {
      try {
        return await take(signal)
      } catch (error) {
        notAsked(error)
        await sleep(TRY_AGAIN_MS, signal)
      }
    }
    return undefined
  }

  async function run(intake: Intake, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pollWhileHeld(intake, signal).catch(notAsked)
      if (!signal.aborted) await sleep(TRY_AGAIN_MS, signal)
    }
  }

  return {
    ...channel,
    start: async (intake) => {
      if (running !== undefined) return
      const stopper = new AbortController()
      running = { stopper, ended: run(intake, stopper.signal) }
    },
    stop: async () => {
      running?.stopper.abort()
      await running?.ended
      running = undefined
    },
  }
}
