import type { ChatId } from "../../core/channel.ts"
import { quotaUsage } from "../../db/outbox/ledger.ts"
import { outbox } from "../../db/outbox/outbox.ts"
import { endLeases } from "../../db/outbox/sender.ts"
import { isAlone, openPool } from "../../db/server/connection.ts"
import { type Jobs, startJobs } from "../../jobs/start.ts"
import { documentedPace, monthlyQuotas } from "../channels.ts"
import { clockWork } from "./clockwork.ts"
import { deliveryParts } from "./delivery.ts"
import { documentsOf } from "./documents.ts"
import type { Parts } from "./parts.ts"
import { roundPorts } from "./tally.ts"

const WORKER_CONNECTIONS = 10

/** Sending, and everything that happens by the clock. What ends it is added to `undo`. */
export async function startWork(parts: Parts, undo: (() => Promise<unknown>)[]): Promise<Jobs> {
  const { settings, around, store, channels, wording, metrics, rest } = parts
  const { log, now } = around
  const pool = openPool(store.url, { startOptions: "-c search_path=bullmq", max: WORKER_CONNECTIONS })
  undo.push(async () => await pool.end())
  const quotas = monthlyQuotas(settings, channels.keys())
  const posts = roundPorts(store.db, settings.timeZone)
  const wakeLater: { wake: (chats: readonly ChatId[]) => void } = { wake: () => {} }
  if (await isAlone(store.pool)) await endLeases(store.db, now())
  const jobs = startJobs({
    ...clockWork(parts, posts, quotas, (chats) => wakeLater.wake(chats)),
    ...deliveryParts(settings, store, channels, wording),
    isMinuteHandStill: around.isMinuteHandStill ?? false,
    rest,
    role: settings.role,
    redisUrl: settings.redisUrl,
    pool,
    outbox: outbox(store.byKey, store.desk),
    documents: documentsOf(parts, posts),
    pace: (bot) => around.pace ?? documentedPace(bot),
    watch: metrics,
    jobFailed: metrics.jobFailed,
    log,
    now,
  })
  metrics.watch({
    all: [...channels.keys()],
    broken: jobs.broken,
    quotas: async () => await quotaUsage(store.db, quotas, now(), settings.timeZone),
  })
  wakeLater.wake = jobs.wake
  undo.push(jobs.stop)
  return jobs
}
