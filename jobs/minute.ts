import { schedule } from "node-cron"
import type { ChatId } from "../core/channel.ts"
import { wordsOf } from "../core/error.ts"
import type { Log } from "../core/log.ts"
import { sparing } from "../core/sparing.ts"

export type MinuteOptions = {
  /** Brings the queue's schedulers in line with the database. */
  readonly align: () => Promise<void>
  /** Due chats that nobody woke; asked every few seconds. Absent in a process that delivers only its own. */
  readonly overdue?: () => Promise<readonly ChatId[]>
  /** Chats that their sender left behind; asked every other second, by which the others see that this process lives. */
  readonly orphans: () => Promise<readonly ChatId[]>
  readonly deliver: (chat: ChatId) => Promise<unknown>
  /** Does what was due while nobody was there, in this order; once, however often it is called. Absent where workers do it. */
  readonly catchUp?: readonly (() => Promise<unknown>)[]
  /** Only the first round is made: for houses whose clock is not the wall's, and must not strike by it. */
  readonly isMinuteHandStill?: boolean
  readonly log: Log
}

/** A process's own minute hand. */
export type Minute = {
  /** The round at the start; never rejects. */
  readonly first: Promise<void>
  /** No more rounds; resolves when the one under way is done. */
  stop(): Promise<void>
}

const LATE = "late work could not be done"
const SWEEP_EVERY_MS = 5_000
const LOOK_EVERY_MS = 2_000
/** A process that is kept from its minute by others makes its round late rather than not. */
const LATE_AT_MOST_MS = 59_000
/** The machine's clock was set, or the machine slept. */
const JUMP_MS = 30_000

/** Starts with a round at once. What fails is logged and comes again with the next round. */
export function startMinute(options: MinuteOptions): Minute {
  const tell = sparing(options.log.error.bind(options.log), () => performance.now())
  const align = once("schedules could not be brought in line", options.align)
  const catchUp = once(LATE, async () => {
    // In their order, but one that fails must not keep the others from being done.
    for (const step of options.catchUp ?? []) await step().catch((error: unknown) => complain(LATE, error))
  })
  const deliver = (chats: readonly ChatId[]) => {
    for (const chat of chats)
      options.deliver(chat).catch((error: unknown) => complain("delivery failed", error))
  }
  const sweep = once("the outbox could not be swept", async () => deliver((await options.overdue?.()) ?? []))
  const look = once("what senders left behind could not be looked for", async () =>
    deliver(await options.orphans()),
  )
  const tick = async () => {
    await Promise.all([align(), sweep(), catchUp()])
  }
  const first = tick()
  const strike = () =>
    schedule("* * * * *", tick, {
      unref: true,
      noOverlap: true,
      suppressMissedWarning: true,
      missedExecutionTolerance: LATE_AT_MOST_MS,
    })
  let eachMinute = options.isMinuteHandStill === true ? undefined : strike()
  const hasJumped = jumps()
  const followClock = () => {
    if (eachMinute === undefined || !hasJumped()) return
    // node-cron waits for the minute it had in mind: after a clock was set back by hours, for hours.
    void eachMinute.destroy()
    eachMinute = strike()
    void tick()
  }
  const sweeper = setInterval(() => {
    followClock()
    void sweep()
  }, SWEEP_EVERY_MS)
  sweeper.unref()
  const looker = setInterval(() => void look(), LOOK_EVERY_MS)
  looker.unref()

  return {
    first,
    stop: async () => {
      clearInterval(sweeper)
      clearInterval(looker)
      await eachMinute?.destroy()
      await Promise.all([first, tickUnderWay()])
    },
  }

  function complain(what: string, error: unknown): void {
    tell({ error: wordsOf(error) }, what)
  }

  /** Joins the round under way instead of starting a second beside it. */
  function once(
    what: string,
    act: () => Promise<void>,
  ): (() => Promise<void>) & { underWay?: Promise<void> } {
    const joined: (() => Promise<void>) & { underWay?: Promise<void> } = () => {
      joined.underWay ??= act()
        .catch((error: unknown) => complain(what, error))
        .finally(() => delete joined.underWay)
      return joined.underWay
    }
    return joined
  }

  async function tickUnderWay(): Promise<void> {
    await Promise.all([align.underWay, sweep.underWay, look.underWay, catchUp.underWay])
  }
}

/** Tells, each time it is asked, whether the wall's clock went another way than time itself since the last time. */
function jumps(): () => boolean {
  const gap = () => Date.now() - performance.now()
  let known = gap()
  return () => {
    const before = known
    known = gap()
    return Math.abs(known - before) > JUMP_MS
  }
}
