import { setTimeout as pause } from "node:timers/promises"
import type { BotId, ChatId } from "../core/channel.ts"
import { createDelivery, type Delivery, type DeliveryOptions } from "./deliver.ts"
import { wordsOf } from "./error.ts"
import { startMinute } from "./minute.ts"
import { watchOrphans } from "./orphan.ts"
import { openQueues, type Queues, type QueuesOptions } from "./queues.ts"
import { alignSchedules, deliverLater, type Schedule, startWorkers, whatAilsWorkers } from "./work.ts"

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
const OPEN_AGAIN_MS = 1_000
/** Chats taken up by one sweep; the next comes in seconds. */
const SWEPT_AT_ONCE = 1_000

/** Starts everything that happens on the clock or is sent. */
export function startJobs(options: JobsOptions): Jobs {
  const { log, now } = options
  const stopper = new AbortController()
  const opened = options.rest.then(async () => await openPatiently(options, stopper.signal))
  let isOpen = false
  opened.then(
    () => {
      isOpen = true
    },
    () => {},
  )
  const delivery = createDelivery({
    ...options,
    later: async (chat, delayMs) => await deliverLater(await opened, chat, delayMs),
  })
  const clockwork = opened.then((queues) => startClockwork(queues, delivery, options))
  const complete = clockwork.then(async ({ first }) => await first)
  // Whoever wants to know asks for it; nobody has to.
  complete.catch(() => {})

  const stop = async () => {
    stopper.abort()
    const inHand = Promise.allSettled([clockwork.then((parts) => parts.stop()), delivery.drain()])
    if (!(await within(inHand, IN_HAND_MS))) log.warn({}, "stopped before everything in hand was finished")
    await within(
      opened.then((queues) => queues.close()).catch(() => {}),
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
      const detail = await whatAilsWorkers(await opened, now())
      return detail === undefined ? { ok: true } : { ok: false, detail }
    },
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/** A process that answers people already must not end because the database was away just now. */
async function openPatiently(options: JobsOptions, signal: AbortSignal): Promise<Queues> {
  for (;;) {
    try {
      return await openQueues(options)
    } catch (error) {
      if (signal.aborted || !isAway(error)) throw error
      options.log.warn({ error: wordsOf(error) }, "the queue could not be opened, trying again")
      await pause(OPEN_AGAIN_MS, undefined, { signal })
    }
  }
}

/** No connection, or a server that starts, stops or is full; not one that refuses what was asked. */
function isAway(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  return code === ""
    ? /connection|timeout/i.test(wordsOf(error))
    : /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_|57P|08|53)/.test(code)
}

/** The workers of the queue and this process's own minute hand. */
function startClockwork(
  queues: Queues,
  { deliver }: Delivery,
  { outbox, log, now, role, run, schedules, catchUp, isMinuteHandStill = false }: JobsOptions,
): { readonly first: Promise<void>; stop(): Promise<void> } {
  const works = role !== "bot"
  const workers = works ? startWorkers({ queues, deliver, run }) : undefined
  const minute = startMinute({
    align: async () => alignSchedules(queues, await schedules(), now(), log),
    orphans: watchOrphans(outbox, log, now),
    deliver,
    isMinuteHandStill,
    log,
    ...(works ? { overdue: () => outbox.overdue(now(), SWEPT_AT_ONCE), catchUp } : {}),
  })
  return {
    first: minute.first,
    stop: async () => void (await Promise.allSettled([minute.stop(), workers?.close()])),
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
