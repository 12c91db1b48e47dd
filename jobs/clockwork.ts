import { setTimeout as pause } from "node:timers/promises"
import type { ChatId } from "../core/channel.ts"
import { codeOf, isConnectionLost, wordsOf } from "../core/error.ts"
import type { Delivery } from "./deliver.ts"
import { startMinute } from "./minute.ts"
import { watchOrphans } from "./orphan.ts"
import { openQueues, type Queues } from "./queues.ts"
import type { JobsOptions } from "./start.ts"
import { alignSchedules, deliverLater, startWorkers, whatAilsWorkers } from "./work.ts"

/** The open queue and what runs by it. */
export type Clockwork = {
  /** Delivers this chat again after the delay, by whichever process. */
  later(chat: ChatId, delayMs: number): Promise<void>
  /** Why no worker runs; undefined when one does. */
  ails(): Promise<string | undefined>
  /** Workers and minute hand begin; `first` resolves with their first round. */
  start(delivery: Delivery): { readonly first: Promise<void>; stop(): Promise<void> }
  close(): Promise<void>
}

const OPEN_AGAIN_MS = 1_000
/** Chats taken up by one sweep; the next comes in seconds. */
const SWEPT_AT_ONCE = 1_000

/** Waits for a database that is away; rejects when the queue cannot be opened or `signal` ends the waiting. */
export async function openClockwork(options: JobsOptions, signal: AbortSignal): Promise<Clockwork> {
  const queues = await openPatiently(options, signal)
  return {
    later: async (chat, delayMs) => await deliverLater(queues, chat, delayMs),
    ails: async () => await whatAilsWorkers(queues, options.now()),
    start: (delivery) => startClockwork(queues, delivery, options),
    close: async () => await queues.close(),
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
  return isConnectionLost(error) || /^(?:57P|08|53)/.test(codeOf(error) ?? "")
}

/** The workers of the queue and this process's own minute hand. */
function startClockwork(
  queues: Queues,
  { deliver, isAtWork }: Delivery,
  { outbox, log, now, role, run, schedules, catchUp, isMinuteHandStill = false }: JobsOptions,
): { readonly first: Promise<void>; stop(): Promise<void> } {
  const works = role !== "bot"
  const workers = works ? startWorkers({ queues, deliver, run }) : undefined
  const minute = startMinute({
    align: async () => alignSchedules(queues, await schedules(), now(), log),
    orphans: watchOrphans({ outbox, isAtWork, log, now }),
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
