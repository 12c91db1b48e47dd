import { setTimeout as pause } from "node:timers/promises"
import type { BackendFactory, IQueueBackend, Job, Queue } from "bullmq"
import type { Redis } from "ioredis"
import type pg from "pg"
import type { Log } from "../core/log.ts"
import { sparing } from "../core/sparing.ts"

/** A chat whose outbox rows are to be delivered. */
export type DeliverJob = { readonly chat: string }
/** Something that the clock asks for: a weekly tally of a campaign. */
export type ClockJob = { readonly kind: string; readonly id: string }

type JobQueue<Data> = Pick<
  Queue<Data, void, string>,
  "add" | "clean" | "getCompleted" | "getJobSchedulers" | "upsertJobScheduler" | "removeJobScheduler"
>

type JobWorker = { close(): Promise<void> }

/** BullMQ's queues on whichever backend; nothing above this file knows which. */
export type Queues = {
  readonly deliver: JobQueue<DeliverJob>
  readonly clock: JobQueue<ClockJob>
  workDeliver(process: (job: DeliverJob) => Promise<void>, concurrency: number): JobWorker
  workClock(process: (job: ClockJob) => Promise<void>, concurrency: number): JobWorker
  /** Closes the queues and the connections opened here; the pool stays its owner's. */
  close(): Promise<void>
}

export type QueuesOptions = {
  /** Set: BullMQ on this Redis. Unset: on PostgreSQL. */
  readonly redisUrl: string | undefined
  /** A pool whose connections have `search_path=bullmq`, at least five of them. */
  readonly pool: pg.Pool
  readonly log: Log
  /** A job failed, to be tried again or not; for `/metrics`. */
  readonly jobFailed?: (queue: string) => void
}

const SCHEMA = "bullmq"
/** So that one Redis can serve other programs too. */
const REDIS_PREFIX = "tro-ly-sang-kien"
/** A store that is up connects and closes much sooner; for one that is away nobody waits longer. */
const READY_MS = 2_000
const RELAUNCH_MS = 1_000

/**
 * Opens the queues. On PostgreSQL it brings BullMQ's schema up to date first and rejects when it cannot. On Redis it does
 * not wait for it: a bot must start and answer while Redis is away.
 */
export async function openQueues({ redisUrl, pool, log, jobFailed }: QueuesOptions): Promise<Queues> {
  // Loaded here, for it takes longer than everything a first answer needs of the database.
  const bullmq = await import("bullmq")
  if (redisUrl === undefined) {
    const { createPostgresBackend, isPgPool, runMigrations } = bullmq
    // BullMQ describes pg's pool in words of its own, which pg's types are too wide for.
    const shared: unknown = pool
    if (!isPgPool(shared)) throw new TypeError("the queue's pool is no pool of pg's")
    const client = await shared.connect()
    try {
      await runMigrations(client, SCHEMA)
    } finally {
      client.release()
    }
    return openOn(bullmq, {
      backend: createPostgresBackend,
      connections: { queue: shared, worker: shared },
      naming: {},
      reachable: () => true,
      disconnect: () => {},
      log,
      jobFailed,
    })
  }
  const { Redis } = await import("ioredis")
  const complain = complaining(log, "Redis does not answer")
  const connections: Redis[] = []
  const connect = (maxRetriesPerRequest: number | null): Redis => {
    const connection = new Redis(redisUrl, { maxRetriesPerRequest })
    connection.on("error", complain)
    connections.push(connection)
    // BullMQ's workers wait on copies, and while Redis is away they never let go of them.
    connection.duplicate = (override) => {
      const copy = Redis.prototype.duplicate.call(connection, override)
      connections.push(copy)
      return copy
    }
    return connection
  }
  // A producer must hear soon that Redis is away; a worker must wait for it, however long.
  const pair = { queue: connect(1), worker: connect(null) }
  return openOn(bullmq, {
    backend: bullmq.createRedisBackend,
    connections: pair,
    naming: { prefix: REDIS_PREFIX },
    reachable: () => pair.worker.status === "ready",
    disconnect: () => {
      for (const connection of connections) connection.disconnect()
    },
    log,
    jobFailed,
  })
}

/** What the queues stand on, and how they are told apart there. */
type Store<Backend extends IQueueBackend, Connection> = {
  readonly backend: BackendFactory<Backend, Connection>
  readonly connections: { readonly queue: Connection; readonly worker: Connection }
  readonly naming: { readonly prefix?: string }
  readonly reachable: () => boolean
  readonly disconnect: () => void
  readonly log: Log
  readonly jobFailed: QueuesOptions["jobFailed"]
}

function openOn<Backend extends IQueueBackend, Connection>(
  { withBackend }: typeof import("bullmq"),
  store: Store<Backend, Connection>,
): Queues {
  const { backend, connections, naming, log } = store
  const { Queue, Worker } = withBackend(backend)
  const open = <Data>(name: string) => {
    const queue = new Queue<Data, void, string>(name, { connection: connections.queue, ...naming })
    // Without a listener a lost connection would end the process.
    queue.on("error", complaining(log, `the queue ${name} fails`))
    return queue
  }
  const work = <Data>(name: string, process: (data: Data) => Promise<void>, concurrency: number) => {
    let closing = false
    const launch = () => {
      const worker = new Worker<Data, void, string>(name, (job: Job<Data, void>) => process(job.data), {
        connection: connections.worker,
        concurrency,
        // A worker that runs before it has connected, and never does, spins and stops everything else in the process.
        autorun: false,
        // After a lost connection; BullMQ's own quarter of a minute is long for people who wait.
        runRetryDelay: 1_000,
        ...naming,
      })
      worker.on("error", complaining(log, `the worker of ${name} fails`))
      worker.on("failed", (job, error) => {
        store.jobFailed?.(name)
        log.error(
          { queue: name, job: job?.id, attempts: job?.attemptsMade, error: error.message },
          "a job failed",
        )
      })
      const ready = worker.waitUntilReady().then(
        () => true,
        () => false,
      )
      ready
        .then(async (connected) => {
          if (closing) return
          if (connected) return await worker.run()
          // BullMQ remembers the failure for as long as the worker lives: only a new one tries again.
          await worker.close(true)
          await pause(RELAUNCH_MS, undefined, { ref: false })
          if (!closing) current = launch()
        })
        .catch(complaining(log, `the worker of ${name} fails`))
      return { worker, ready }
    }
    let current = launch()
    return {
      close: async () => {
        closing = true
        const { worker, ready } = current
        // A worker closed while it still connects takes a connection afterwards and never gives it back.
        const connected = await Promise.race([ready, pause(READY_MS, false, { ref: false })])
        // Without its store a worker would wait for ever for the end of its jobs.
        await worker.close(!(connected && store.reachable()))
      },
    }
  }
  const deliver = open<DeliverJob>("deliver")
  const clock = open<ClockJob>("clock")
  return {
    deliver,
    clock,
    workDeliver: (process, concurrency) => work("deliver", process, concurrency),
    workClock: (process, concurrency) => work("clock", process, concurrency),
    close: async () => {
      const closed = Promise.allSettled([deliver.close(), clock.close()])
      await Promise.race([closed, pause(READY_MS, undefined, { ref: false })])
      store.disconnect()
    },
  }
}

/** A lost connection is reported by every call and every second. */
function complaining(log: Log, what: string): (error: Error) => void {
  const tell = sparing(log.error.bind(log), () => performance.now())
  return (error) => tell({ error: error.message }, what)
}
