import { Redis } from "ioredis"
import type pg from "pg"
import { afterAll, beforeEach, describe, expect, test } from "vitest"
import type { ChatId, MessageRef } from "../core/channel.ts"
import { insertOutbox, outbox } from "../db/outbox/outbox.ts"
import { openPool } from "../db/server/connection.ts"
import { type FreshDatabase, freshDatabase } from "../db/testing.ts"
import { openQueues, type Queues } from "./queues.ts"
import { type Jobs, type JobsOptions, startJobs } from "./start.ts"
import { startTestRedis } from "./test-redis.ts"
import { BOT, draft, fakeChannel, listeningLog, render, silent, UNLIMITED } from "./testing.ts"
import {
  alignSchedules,
  deliverLater,
  type Schedule,
  startWorkers,
  type Work,
  whatAilsWorkers,
} from "./work.ts"

const GROUP = "test:group" as ChatId
const ZONE = "Asia/Ho_Chi_Minh"
/** Far beyond anything that works on a busy machine. */
const PATIENCE_MS = 30_000
const redis = await startTestRedis()
afterAll(async () => redis?.close())

const backends = [{ name: "PostgreSQL", redisUrl: undefined as string | undefined }]
if (redis) backends.push({ name: "Redis", redisUrl: redis.url })

/** A database and everything opened on it, closed in reverse. */
type House = AsyncDisposable & {
  readonly fresh: FreshDatabase
  readonly pool: pg.Pool
  queues(): Promise<Queues>
  work(work: Work): void
  process(given?: Partial<JobsOptions>): Promise<Jobs & ReturnType<typeof fakeChannel>>
}

async function aHouse(redisUrl: string | undefined): Promise<House> {
  const fresh = await freshDatabase()
  const open: (() => PromiseLike<unknown>)[] = [() => fresh[Symbol.asyncDispose]()]
  const openQueuePool = () => {
    const pool = openPool(fresh.url, { startOptions: "-c search_path=bullmq", max: 8 })
    open.push(() => pool.end())
    return pool
  }
  const pool = openQueuePool()
  return {
    fresh,
    pool,
    queues: async () => {
      const queues = await openQueues({ redisUrl, pool: openQueuePool(), log: silent })
      open.push(() => queues.close())
      return queues
    },
    work: (work) => {
      const workers = startWorkers(work)
      open.push(() => workers.close())
    },
    process: async (given = {}) => {
      const fake = fakeChannel(Date.now)
      const jobs = startJobs({
        rest: Promise.resolve(),
        role: "all",
        redisUrl,
        pool: openQueuePool(),
        outbox: outbox(fresh.db),
        channels: (bot) => (bot === BOT ? fake.channel : undefined),
        render,
        pace: () => UNLIMITED,
        moved: async () => {},
        schedules: async () => [],
        run: async () => {},
        catchUp: [],
        log: silent,
        now: Date.now,
        ...given,
      })
      open.push(() => jobs.stop())
      await jobs.complete
      return { ...jobs, ...fake }
    },
    [Symbol.asyncDispose]: async () => {
      for (const close of open.toReversed()) await close()
    },
  }
}

/** A promise for the n-th call of a function. */
function counting<Args extends readonly unknown[]>() {
  const calls: Args[] = []
  const waiting: { readonly count: number; readonly resolve: () => void }[] = []
  const note = (...args: Args) => {
    calls.push(args)
    for (const { count, resolve } of waiting) if (calls.length >= count) resolve()
  }
  const reached = (count: number) =>
    new Promise<void>((resolve) => {
      if (calls.length >= count) resolve()
      else waiting.push({ count, resolve })
    })
  return { calls, note, reached }
}

/** A cron pattern for the one second so many seconds from now. */
function patternIn(seconds: number): string {
  const at = new Date(Date.now() + seconds * 1000)
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE,
    hourCycle: "h23",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return `${part("second")} ${part("minute")} ${part("hour")} ${part("day")} ${part("month")} *`
}

const weekly: Schedule = {
  id: "weekly-tally:2022",
  pattern: "0 16 * * 5",
  timeZone: ZONE,
  kind: "weekly-tally",
}

describe.each(backends)("on $name", ({ redisUrl }) => {
  beforeEach(async () => {
    if (redisUrl) await emptied(redisUrl)
  })

  test("a process on an empty database becomes ready and stops without leaving a connection", async () => {
    await using house = await aHouse(redisUrl)
    const process = await house.process({ pool: house.pool })
    await expect.poll(() => process.ready(), { timeout: PATIENCE_MS }).toEqual({ ok: true })
    await process.stop()
    await expect.poll(() => house.pool.totalCount - house.pool.idleCount, { timeout: PATIENCE_MS }).toBe(0)
  })

  test("after a clock was set back no beat of the hours to come stands for those that are missing now", async () => {
    await using house = await aHouse(redisUrl)
    const process = await house.process()
    await expect.poll(() => process.ready(), { timeout: PATIENCE_MS }).toEqual({ ok: true })
    await process.stop()
    const queues = await house.queues()
    const earlier = Date.now() - 3 * 3_600_000
    expect(await whatAilsWorkers(queues, earlier)).toMatch(/for -10\d{3} seconds/)
    await alignSchedules(queues, [], earlier, silent)
    expect(await whatAilsWorkers(queues, earlier)).toMatch(/^no worker has done a job yet/)
  })

  test("without any worker a bot process is not ready and says what to do", async () => {
    await using house = await aHouse(redisUrl)
    const bot = await house.process({ role: "bot" })
    expect(await bot.ready()).toEqual({
      ok: false,
      detail: "no worker has done a job yet: start a process with PROCESS_ROLE=worker",
    })
  })

  test("a bot sends what it is woken for, a worker what nobody woke", async () => {
    await using house = await aHouse(redisUrl)
    const bot = await house.process({ role: "bot" })
    await insertOutbox(house.fresh.db, [draft("quên", GROUP)], Date.now())
    bot.wake(await insertOutbox(house.fresh.db, [draft("gọi", "test:an" as ChatId)], Date.now()))
    await bot.handedOver(1)
    const worker = await house.process({ role: "worker" })
    await worker.handedOver(1)
    expect([bot.texts(), worker.texts()]).toEqual([["gọi"], ["quên"]])
  })

  test("late work is done at the start; what fails of it neither keeps the rest from being done nor ends the process", async () => {
    await using house = await aHouse(redisUrl)
    const { log, lines } = listeningLog()
    const asked = counting()
    const process = await house.process({
      log,
      catchUp: [async () => Promise.reject(new Error("no campaign")), async () => asked.note()],
    })
    await asked.reached(1)
    await process.stop()
    expect(lines).toContain("error: late work could not be done")
  })

  test("delivery jobs of a chat are one while they wait, and one more while one is at work", async () => {
    await using house = await aHouse(redisUrl)
    const queues = await house.queues()
    const delivered = counting<[ChatId]>()
    const first = Promise.withResolvers<void>()
    await deliverLater(queues, GROUP, 60_000)
    for (let times = 0; times < 3; times += 1) await deliverLater(queues, GROUP, 1)
    house.work({
      queues,
      run: async () => {},
      deliver: async (chat) => {
        delivered.note(chat)
        if (delivered.calls.length === 1) await first.promise
        return {}
      },
    })
    await delivered.reached(1)
    for (let times = 0; times < 3; times += 1) await deliverLater(queues, GROUP, 1)
    first.resolve()
    await delivered.reached(2)
    // Whatever else the queue held for the chat would come before this one.
    await deliverLater(queues, "test:end" as ChatId, 200)
    await delivered.reached(3)
    expect(delivered.calls.flat()).toEqual([GROUP, GROUP, "test:end"])
  })

  test("a schedule fires once though three processes work", async () => {
    await using house = await aHouse(redisUrl)
    const runs = counting<[string, string]>()
    const processes = [await house.queues(), await house.queues(), await house.queues()]
    for (const queues of processes)
      house.work({ queues, deliver: async () => ({}), run: async (kind, id) => runs.note(kind, id) })
    const schedules = [
      { ...weekly, pattern: patternIn(3) },
      { ...weekly, id: "later", pattern: patternIn(4) },
    ]
    await Promise.all(processes.map((queues) => alignSchedules(queues, schedules, Date.now(), silent)))
    await runs.reached(2)
    expect(runs.calls).toEqual([
      ["weekly-tally", "weekly-tally:2022"],
      ["weekly-tally", "later"],
    ])
  })

  test("a use case that fails is run again", async () => {
    await using house = await aHouse(redisUrl)
    const queues = await house.queues()
    const runs = counting<[string]>()
    house.work({
      queues,
      deliver: async () => ({}),
      run: async (_kind, id) => {
        runs.note(id)
        if (runs.calls.length === 1) throw new Error("the database is starting up")
      },
    })
    await queues.clock.add("weekly-tally", { kind: "weekly-tally", id: "a" }, { attempts: 2, backoff: 10 })
    await runs.reached(2)
    expect(runs.calls).toEqual([["a"], ["a"]])
  })

  test("the schedulers follow the database: new, changed, gone, and untouched when right", async () => {
    await using house = await aHouse(redisUrl)
    const queues = await house.queues()
    const { log, lines } = listeningLog()
    const align = (...schedules: Schedule[]) => alignSchedules(queues, schedules, Date.now(), log)
    const present = async () =>
      (await queues.clock.getJobSchedulers())
        .filter(({ key }) => key !== "heartbeat")
        .map(({ key, pattern, tz, next }) => ({ key, pattern, tz, next: new Date(next ?? 0) }))

    await align(weekly, { ...weekly, id: "weekly-tally:old" })
    await align(weekly, { ...weekly, id: "weekly-tally:old" })
    expect(lines).toEqual(["info: schedule made", "info: schedule made"])
    await align({ ...weekly, pattern: "30 15 * * 4" })
    expect(lines.slice(2)).toEqual(["info: schedule replaced", "info: schedule removed"])
    const [only, ...others] = await present()
    expect(others).toEqual([])
    expect(only).toMatchObject({ key: weekly.id, pattern: "30 15 * * 4", tz: ZONE })
    // 15:30 in Vietnam, which knows no summer time.
    expect(only?.next.toISOString()).toMatch(/T08:30:00.000Z$/)
    expect(only?.next.getUTCDay()).toBe(4)
  })

  test("what is in hand at the stop is finished and settled", async () => {
    await using house = await aHouse(redisUrl)
    const process = await house.process()
    const slow = Promise.withResolvers<MessageRef>()
    process.answerNext(slow.promise)
    process.wake(await insertOutbox(house.fresh.db, [draft("một", GROUP)], Date.now()))
    await process.handedOver(1)
    const stopped = process.stop()
    slow.resolve("m" as MessageRef)
    await stopped
    expect(await house.fresh.db.selectFrom("outbox").select("state").execute()).toEqual([{ state: "sent" }])
  })
})

test("a database that is away while the queue is opened is waited for, and one that refuses ends the start", async () => {
  await using house = await aHouse(undefined)
  const { log, lines } = listeningLog()
  const opening = async (failure: Error) => {
    const failures = [failure]
    const pool = Object.create(house.pool) as pg.Pool
    const connect = (...words: unknown[]) =>
      failures.length > 0
        ? Promise.reject(failures.pop())
        : Reflect.apply(house.pool.connect, house.pool, words)
    return await house.process({ pool: Object.assign(pool, { connect }), log })
  }
  const patient = await opening(new Error("Connection terminated unexpectedly"))
  expect(lines[0]).toBe("warn: the queue could not be opened, trying again")
  await expect.poll(() => patient.ready(), { timeout: PATIENCE_MS }).toEqual({ ok: true })
  const denied = Object.assign(new Error("permission denied for schema bullmq"), { code: "42501" })
  await expect(opening(denied)).rejects.toBe(denied)
})

describe.runIf(redis)("on Redis alone", () => {
  const url = redis?.url ?? ""

  test("an emptied Redis is filled again from the database and its workers go on", async () => {
    await using house = await aHouse(url)
    const queues = await house.queues()
    const delivered = counting<[ChatId]>()
    const deliver = async (chat: ChatId) => {
      delivered.note(chat)
      return {}
    }
    house.work({ queues, deliver, run: async () => {} })
    const align = () => alignSchedules(queues, [weekly], Date.now(), silent)
    await align()
    await deliverLater(queues, GROUP, 60_000)
    await emptied(url)
    expect(await queues.clock.getJobSchedulers()).toEqual([])
    await align()
    expect((await queues.clock.getJobSchedulers()).map(({ key }) => key).sort()).toEqual([
      "heartbeat",
      weekly.id,
    ])
    await deliverLater(queues, GROUP, 1)
    await delivered.reached(1)
    await expect.poll(() => whatAilsWorkers(queues, Date.now()), { timeout: PATIENCE_MS }).toBeUndefined()
  })

  test("whoever asks after an emptied Redis whether a worker runs has the beat begun anew, and hears of it within moments", async () => {
    await using house = await aHouse(url)
    const queues = await house.queues()
    house.work({ queues, deliver: async () => ({}), run: async () => {} })
    await alignSchedules(queues, [], Date.now(), silent)
    await expect.poll(() => whatAilsWorkers(queues, Date.now()), { timeout: PATIENCE_MS }).toBeUndefined()
    await emptied(url)
    expect(await whatAilsWorkers(queues, Date.now())).toContain("no worker has done a job yet")
    // Nothing else brings it back here: no minute strikes.
    await expect.poll(() => whatAilsWorkers(queues, Date.now()), { timeout: PATIENCE_MS }).toBeUndefined()
  })

  test.runIf(redis?.restart)(
    "Redis may go and come: answers leave meanwhile, jobs run afterwards",
    async () => {
      await using house = await aHouse(url)
      const process = await house.process()
      await expect.poll(() => process.ready(), { timeout: PATIENCE_MS }).toEqual({ ok: true })
      await redis?.restart?.down()
      process.wake(await insertOutbox(house.fresh.db, [draft("một", GROUP)], Date.now()))
      await process.handedOver(1)
      expect((await process.ready()).ok).toBe(false)
      await redis?.restart?.up()
      const queues = await house.queues()
      await alignSchedules(queues, [], Date.now(), silent)
      await expect.poll(() => process.ready(), { timeout: PATIENCE_MS }).toEqual({ ok: true })
    },
  )
})

async function emptied(url: string): Promise<void> {
  const client = new Redis(url)
  await client.flushdb()
  client.disconnect()
}
