import type { BotId, ChatId } from "../core/channel.ts"
import { createDelivery, type Delivery, type DeliveryOptions } from "./deliver.ts"
import { startMinute } from "./minute.ts"
import { watchOrphans } from "./orphan.ts"
import { openQueues, type QueuesOptions } from "./queues.ts"
import { alignSchedules, deliverLater, type Schedule, startWorkers, whatAilsWorkers } from "./work.ts"

export type JobsOptions = Omit<DeliveryOptions, "later"> &
  QueuesOptions & {
    /** `bot` delivers at once what it wrote itself and leaves the rest to `worker`; `all` does everything. */
    readonly role: "all" | "bot" | "worker"
    /** What the database wants to happen by the calendar. */
    readonly schedules: () => Promise<readonly Schedule[]>
    /** Does what a schedule is for. May be called twice for one moment; wakes its chats itself. */
    readonly run: (kind: string, id: string) => Promise<void>
    /** Does what was due while nobody was there; called at start and every minute by every worker, so idempotent. */
    readonly catchUp: () => Promise<void>
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
  /** Whether some worker really runs. */
  ready(): Promise<{ readonly ok: boolean; readonly detail?: string }>
  /** Takes no more work, finishes what is in hand (at most about five seconds) and closes the queues. */
  stop(): Promise<void>
}

const IN_HAND_MS = 5_000
/** Chats taken up by one sweep; the next comes in seconds. */
const SWEPT_AT_ONCE = 1_000

/** Starts everything that happens on the clock or is sent. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { outbox, log, now, role } = options
  const queues = await openQueues(options)
  const delivery = createDelivery({
    ...options,
    later: (chat, delayMs) => deliverLater(queues, chat, delayMs),
  })
  const works = role !== "bot"
  const workers = works ? startWorkers({ queues, deliver: delivery.deliver, run: options.run }) : undefined
  const minute = startMinute({
    align: async () => alignSchedules(queues, await options.schedules(), now(), log),
    orphans: watchOrphans(outbox, log, now),
    deliver: delivery.deliver,
    log,
    ...(works ? { overdue: () => outbox.overdue(now(), SWEPT_AT_ONCE), catchUp: options.catchUp } : {}),
  })

  const stop = async () => {
    const inHand = Promise.allSettled([minute.stop(), delivery.drain(), workers?.close()])
    if (!(await within(inHand, IN_HAND_MS))) log.warn({}, "stopped before everything in hand was finished")
    await within(queues.close(), IN_HAND_MS)
  }
  let stopping: Promise<void> | undefined
  return {
    wake: delivery.wake,
    take: delivery.take,
    handOver: delivery.handOver,
    typing: delivery.typing,
    drain: delivery.drain,
    broken: delivery.broken,
    ready: async () => {
      const detail = await whatAilsWorkers(queues, now())
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
