import type pg from "pg"
import { wordsOf } from "../core/error.ts"
import type { Log } from "../core/log.ts"
import { openQueues } from "./queues.ts"
import { whatAilsWorkers } from "./work.ts"

/** What is wrong is answered, not logged. */
const UNHEARD: Log = { info: () => {}, warn: () => {}, error: () => {} }
/** Whoever waits for a Redis that is not there has something better to do. */
const REDIS_WITHIN_MS = 3_000

/** What `doctor` asks about. */
export type QueueAsked = {
  /** As in `QueuesOptions`. */
  readonly redisUrl: string | undefined
  readonly pool: pg.Pool
  /** Whether a bot runs: only then somebody is to do the jobs. */
  readonly isRunning: boolean
  /** Epoch milliseconds. */
  readonly now: number
}

/** Whether the queue answers and, where a bot runs, a worker works; else what is wrong and what to do. */
export async function queueCheck(asked: QueueAsked): Promise<{ ok: boolean; text: string }> {
  const { redisUrl, pool, isRunning, now } = asked
  const dead = redisUrl === undefined ? undefined : await whatAilsRedis(redisUrl)
  if (dead !== undefined) return { ok: false, text: dead }
  const where = redisUrl === undefined ? "in the database" : `on Redis at ${new URL(redisUrl).host}`
  if (!isRunning) return { ok: true, text: where }
  const queues = await openQueues({ redisUrl, pool, log: UNHEARD })
  try {
    const ails = await whatAilsWorkers(queues, now)
    return ails === undefined
      ? { ok: true, text: `${where}, a worker does its jobs` }
      : { ok: false, text: `${where}: ${ails}` }
  } finally {
    await queues.close()
  }
}

async function whatAilsRedis(url: string): Promise<string | undefined> {
  const { Redis } = await import("ioredis")
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: REDIS_WITHIN_MS,
    commandTimeout: REDIS_WITHIN_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  // What `connect` rejects with is only that it is closed.
  let why: unknown
  redis.on("error", (error) => {
    why ??= error
  })
  try {
    await redis.connect()
    await redis.ping()
    return undefined
  } catch (error) {
    return `REDIS_URL: Redis at ${new URL(url).host} does not answer (${wordsOf(why ?? error)}); start it, or unset REDIS_URL to keep the queue in the database`
  } finally {
    redis.disconnect()
  }
}
