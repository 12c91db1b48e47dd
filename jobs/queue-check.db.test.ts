import { afterAll, expect, test } from "vitest"
import { openPool } from "../db/server/connection.ts"
import { freshDatabase } from "../db/testing.ts"
import { queueCheck } from "./queue-check.ts"
import { openQueues } from "./queues.ts"
import { startTestRedis } from "./test-redis.ts"
import { silent } from "./testing.ts"
import { startWorkers } from "./work.ts"

const redis = await startTestRedis()
afterAll(async () => redis?.close())

const backends = [{ name: "PostgreSQL", redisUrl: undefined as string | undefined }]
if (redis) backends.push({ name: "Redis", redisUrl: redis.url })

test.each(backends)(
  "on $name doctor hears where the queue is, and that nobody works",
  async ({ redisUrl }) => {
    await using fresh = await freshDatabase()
    const pool = openPool(fresh.url, { startOptions: "-c search_path=bullmq", max: 8 })
    const check = async (isRunning: boolean) =>
      await queueCheck({ redisUrl, pool, isRunning, now: Date.now() })
    try {
      const where = redisUrl === undefined ? "in the database" : `on Redis at ${new URL(redisUrl).host}`
      expect(await check(false)).toEqual({ ok: true, text: where })
      expect(await check(true)).toMatchObject({
        ok: false,
        text: expect.stringMatching(/PROCESS_ROLE=worker$/),
      })
      const queues = await openQueues({ redisUrl, pool, log: silent })
      const workers = startWorkers({ queues, deliver: async () => ({}), run: async () => {} })
      await expect.poll(() => check(true), { timeout: 30_000 }).toMatchObject({ ok: true })
      await workers.close()
      await queues.close()
    } finally {
      await pool.end()
    }
  },
)

test("a Redis that is away is named by its setting, without its password, and what to do", async () => {
  await using fresh = await freshDatabase()
  const pool = openPool(fresh.url, { startOptions: "-c search_path=bullmq", max: 8 })
  const redisUrl = "redis://:hunter2@127.0.0.1:1"
  const { ok, text } = await queueCheck({ redisUrl, pool, isRunning: true, now: Date.now() })
  await pool.end()
  expect(ok).toBe(false)
  expect(text).toMatch(/^REDIS_URL: Redis at 127\.0\.0\.1:1 does not answer \(.*ECONNREFUSED.*\); start it/)
  expect(text).not.toContain("hunter2")
})
