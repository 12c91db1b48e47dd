import type { ChatId } from "../core/channel.ts"
import { wordsOf } from "../core/error.ts"
import type { Log } from "../core/log.ts"
import type { Delivered } from "./deliver.ts"
import type { Queues } from "./queues.ts"

/** Something that happens by the calendar, as the database knows it. */
export type Schedule = {
  /** Unique: "weekly-tally:2022". Handed to `run`. */
  readonly id: string
  /** A cron pattern of five fields on the local clock of `timeZone`. */
  readonly pattern: string
  /** IANA name. */
  readonly timeZone: string
  readonly kind: string
}

export type Work = {
  readonly queues: Queues
  readonly deliver: (chat: ChatId) => Promise<Delivered>
  /** A use case that may run twice for the same moment and then has one effect. */
  readonly run: (kind: string, id: string) => Promise<void>
}

const HEARTBEAT = "heartbeat"
const HEARTBEAT_EVERY_MS = 10_000
/** Three heartbeats missed. */
const HEARTBEAT_OLD_MS = 35_000
/** Chats a process delivers for the queue at a time; most of that time they wait for the platform. */
const DELIVERIES_AT_ONCE = 100
const CLOCK_JOBS_AT_ONCE = 4
/** A schedule whose moment passed so long ago without the next one being planned has lost its job. */
const OVERDUE_MS = 120_000
/** To be looked into; each names a chat, so not for ever. `age` in seconds. */
const FAILED_JOBS_KEPT = { count: 1_000, age: 7 * 24 * 3_600 }
const QUEUE_ANSWERS_MS = 5_000

/** Starts to take jobs; `close` takes no more and waits for those in hand. */
export function startWorkers({ queues, deliver, run }: Work): { close(): Promise<void> } {
  const deliveries = queues.workDeliver(async ({ chat }) => {
    await deliver(chat as ChatId)
  }, DELIVERIES_AT_ONCE)
  const clock = queues.workClock(async ({ kind, id }) => {
    if (kind !== HEARTBEAT) await run(kind, id)
  }, CLOCK_JOBS_AT_ONCE)
  return {
    close: async () => {
      await Promise.allSettled([deliveries.close(), clock.close()])
    },
  }
}

/** Has the chat delivered after the delay by any worker. At most one such job per chat exists beside the one at work. */
export async function deliverLater(queues: Queues, chat: ChatId, delayMs: number): Promise<void> {
  const adding = queues.deliver.add(
    "deliver",
    { chat },
    {
      delay: Math.ceil(delayMs),
      deduplication: { id: chat, keepLastIfActive: true, reschedule: true },
      attempts: 5,
      backoff: { type: "exponential", delay: 2_000 },
      removeOnComplete: true,
      removeOnFail: FAILED_JOBS_KEPT,
    },
  )
  await soon(adding)
}

/**
 * Makes the queue's schedulers the ones of the database, whatever became of them: changed ones are replaced, strange ones
 * removed, lost ones (an emptied Redis) made again. One that is right is left alone, for replacing it at its very moment
 * would drop the job that is just due.
 */
export async function alignSchedules(
  queues: Queues,
  schedules: readonly Schedule[],
  now: number,
  log: Log,
): Promise<void> {
  const present = new Map((await soon(queues.clock.getJobSchedulers())).map((each) => [each.key, each]))
  for (const { id, pattern, timeZone, kind } of schedules) {
    const known = present.get(id)
    present.delete(id)
    const same =
      known?.pattern === pattern &&
      known.tz === timeZone &&
      known.template?.data?.kind === kind &&
      (known.next ?? 0) > now - OVERDUE_MS
    if (same) continue
    log.info({ schedule: id, pattern, timeZone }, known ? "schedule replaced" : "schedule made")
    const opts = {
      attempts: 10,
      backoff: { type: "exponential", delay: 5_000 },
      removeOnComplete: true,
      removeOnFail: FAILED_JOBS_KEPT,
    }
    const template = { name: kind, data: { kind, id }, opts }
    await unlessAnotherDid(queues, id, () =>
      queues.clock.upsertJobScheduler(id, { pattern, tz: timeZone }, template),
    )
  }
  const beating = present.get(HEARTBEAT)
  present.delete(HEARTBEAT)
  if (Math.abs((beating?.next ?? 0) - now) > OVERDUE_MS) {
    await forgetFutureBeats(queues, now)
    await startHeartbeat(queues)
  }
  for (const id of present.keys()) {
    log.info({ schedule: id }, "schedule removed")
    await soon(queues.clock.removeJobScheduler(id))
  }
}

/**
 * After the clock was set back: a scheduler made anew goes on with the beat it had planned, and of the beats done the latest is
 * kept, which would hide all others until its time comes again.
 */
async function forgetFutureBeats(queues: Queues, now: number): Promise<void> {
  await soon(queues.clock.removeJobScheduler(HEARTBEAT))
  const [last] = await soon(queues.clock.getCompleted(0, 0))
  const aheadMs = (last?.finishedOn ?? 0) - now
  // Nothing else that was done is kept, so that what is cleaned away is the beat.
  if (aheadMs > OVERDUE_MS) await soon(queues.clock.clean(-aheadMs, 0, "completed"))
}

async function startHeartbeat(queues: Queues): Promise<void> {
  // The last one done is kept: it is what `whatAilsWorkers` looks at.
  const opts = { removeOnComplete: { count: 1 }, removeOnFail: 10 }
  const template = { name: HEARTBEAT, data: { kind: HEARTBEAT, id: HEARTBEAT }, opts }
  await unlessAnotherDid(queues, HEARTBEAT, () =>
    queues.clock.upsertJobScheduler(HEARTBEAT, { every: HEARTBEAT_EVERY_MS }, template),
  )
}

/** Of two processes that make one scheduler at the same instant BullMQ refuses the second; then it is there all the same. */
async function unlessAnotherDid(queues: Queues, id: string, upsert: () => Promise<unknown>): Promise<void> {
  try {
    await soon(upsert())
  } catch (error) {
    const present = await soon(queues.clock.getJobSchedulers())
    if (!present.some(({ key }) => key === id)) throw error
  }
}

/** Undefined when some worker, in whichever process, has done a job lately; else what is wrong and what to do. */
export async function whatAilsWorkers(queues: Queues, now: number): Promise<string | undefined> {
  try {
    const [last] = await soon(queues.clock.getCompleted(0, 0))
    if (last?.finishedOn === undefined) {
      // An emptied Redis has lost the beat, too. Whoever works does the first one at once, not only when the next minute brings all back.
      const beats = (await soon(queues.clock.getJobSchedulers())).some(({ key }) => key === HEARTBEAT)
      if (!beats) await startHeartbeat(queues)
      return "no worker has done a job yet: start a process with PROCESS_ROLE=worker"
    }
    const seconds = Math.round((now - last.finishedOn) / 1000)
    return Math.abs(now - last.finishedOn) <= HEARTBEAT_OLD_MS
      ? undefined
      : `no worker has done a job for ${seconds} seconds: start a process with PROCESS_ROLE=worker`
  } catch (error) {
    return wordsOf(error)
  }
}

/** BullMQ waits for a lost Redis without end; whoever asks here has something better to do. */
async function soon<Value>(asked: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => late.reject(new Error(`the queue did not answer within ${QUEUE_ANSWERS_MS} ms`)),
    QUEUE_ANSWERS_MS,
  )
  try {
    return await Promise.race([asked, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
