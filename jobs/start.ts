import type { BotId, ChatId } from "../core/channel.ts"
import { createDelivery, type Delivery, type DeliveryOptions } from "./deliver.ts"
import type { QueuesOptions } from "./queues.ts"
import type { Schedule } from "./work.ts"

export type JobsOptions = Omit<DeliveryOptions, "later"> &
  QueuesOptions & {
    /** When the queue may be opened. Answers leave before; its library is a fifth of a start. */
    readonly rest: Promise<void>
    /** `bot` delivers at once what it wrote itself and leaves the rest to `worker`; `all` does everything. */
    readonly role: "all" | "bot" | "worker"
    /** What the database wants to happen by the calendar. */
    readonly schedules: () => Promise<readonly Schedule[]>
    /** Does what a schedule is for. May be called twice for one moment; wakes its chats itself. */
    readonly run: (kind: string, id: string) => Promise<void>
    /** Does what was due while nobody was there; called at start and every minute by every worker, so idempotent. */
    readonly catchUp: readonly (() => Promise<unknown>)[]
    /** See `MinuteOptions`. */
    readonly isMinuteHandStill?: boolean
  }

export type Jobs = {
  /** Delivers these chats soon; call it after the commit that wrote their rows. Never blocks, never throws. */
  wake(chats: readonly ChatId[]): void
  /** See `Delivery`. */
  readonly take: Delivery["take"]
  readonly handOver: Delivery["handOver"]
  readonly typing: Delivery["typing"]
  /** Sends nothing new and resolves when what is in hand is settled. */
  drain(): Promise<void>
  /** Bots whose platform does not answer, as this process sees it. */
  broken(): readonly BotId[]
  /** The queue is open, everything on the clock runs, and its first round was made. Rejects when it cannot be. */
  readonly complete: Promise<void>
  /** Whether some worker really runs. */
  ready(): Promise<{ readonly ok: boolean; readonly detail?: string }>
  /** Takes no more work, finishes what is in hand (at most about five seconds) and closes the queues. */
  stop(): Promise<void>
}

const IN_HAND_MS = 5_000

/** Starts everything that happens on the clock or is sent. */
export function startJobs(options: JobsOptions): Jobs {
  const { log } = options
  const stopper = new AbortController()
  const stopped = Promise.withResolvers<never>()
  const opened = Promise.race([options.rest, stopped.promise]).then(async () => {
    const { openClockwork } = await import("./clockwork.ts")
    return await openClockwork(options, stopper.signal)
  })
  let isOpen = false
  opened.then(
    () => {
      isOpen = true
    },
    () => {},
  )
  const delivery = createDelivery({
    ...options,
    later: async (chat, delayMs) => await (await opened).later(chat, delayMs),
  })
  const clockwork = opened.then(({ start }) => start(delivery))
  const complete = clockwork.then(async ({ first }) => await first)
  // Whoever wants to know asks for it; nobody has to.
  complete.catch(() => {})

  const stop = async () => {
    stopper.abort()
    // What was not opened yet is not opened in order to be closed.
    stopped.reject(new Error("stopped before the queue was to be opened"))
    const inHand = Promise.allSettled([clockwork.then((parts) => parts.stop()), delivery.drain()])
    if (!(await within(inHand, IN_HAND_MS))) log.warn({}, "stopped before everything in hand was finished")
    await within(
      opened.then(({ close }) => close()).catch(() => {}),
      IN_HAND_MS,
    )
  }
  let stopping: Promise<void> | undefined
  return {
    wake: delivery.wake,
    take: delivery.take,
    handOver: delivery.handOver,
    typing: delivery.typing,
    drain: delivery.drain,
    broken: delivery.broken,
    complete,
    ready: async () => {
      if (!isOpen) return { ok: false, detail: "the queue is not open yet" }
      const detail = await (await opened).ails()
      return detail === undefined ? { ok: true } : { ok: false, detail }
    },
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

async function within(awaited: Promise<unknown>, ms: number): Promise<boolean> {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => late.resolve(false), ms)
  try {
    return await Promise.race([awaited.then(() => true), late.promise])
  } finally {
    clearTimeout(timer)
  }
}
