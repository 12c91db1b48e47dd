import type pg from "pg"
import type { BotId, Intake } from "../core/channel.ts"
import type { QuotaUsage } from "../core/notice.ts"

/** The numbers at `/metrics`. None carries a name, a text or a chat. */
export type Metrics = {
  /** Prometheus text, format 0.0.4. */
  text(): Promise<string>
  /** The same intake, counted and timed by channel. */
  measured(intake: Intake): Intake
  /** What became of one message that was handed over. */
  sent(bot: BotId, result: "sent" | "later" | "unknown" | "dead"): void
  /** The platform asked to slow down. */
  rateLimited(bot: BotId): void
  /** A job of the queue failed. */
  jobFailed(queue: string): void
  /** What is asked anew for every scrape: bots of this process, whose platform is away, and this month's quotas. */
  watch(bots: {
    readonly all: readonly BotId[]
    readonly broken: () => readonly BotId[]
    readonly quotas: () => Promise<readonly QuotaUsage[]>
  }): void
}

type Client = typeof import("prom-client")

/** Loads its library after `rest`; what happens until then is counted afterwards. */
export function createMetrics(pool: pg.Pool, rest: Promise<void>): Metrics {
  const loaded = rest.then(async () => instruments(await import("prom-client"), pool))
  const count = (how: (on: Instruments) => void): void => void loaded.then(how)
  return {
    watch: (bots) =>
      count((on) => {
        beginAtZero(on, bots.all)
        watch(on, bots)
      }),
    sent: (bot, result) => count(({ sends }) => sends.inc({ channel: channelOf(bot), result })),
    rateLimited: (bot) => count(({ rateLimits }) => rateLimits.inc({ channel: channelOf(bot) })),
    jobFailed: (queue) => count(({ jobFailures }) => jobFailures.inc({ queue })),
    text: async () => await (await loaded).registry.metrics(),
    measured: (intake) => ({
      ...intake,
      receive: async (batch) => {
        const began = performance.now()
        const received = (result: string) => {
          const tookMs = performance.now() - began
          count(({ updates, seconds }) => {
            seconds.observe(tookMs / 1000)
            for (const { bot } of batch) updates.inc({ channel: channelOf(bot), result })
          })
        }
        try {
          const receipts = await intake.receive(batch)
          received("committed")
          return receipts
        } catch (error) {
          received("failed")
          throw error
        }
      },
    }),
  }
}

type Instruments = ReturnType<typeof instruments>

/** In a registry of its own, so that several houses can live in one process. */
function instruments({ Counter, collectDefaultMetrics, Gauge, Histogram, Registry }: Client, pool: pg.Pool) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const updates = new Counter({
    name: "sangkien_updates_total",
    help: "Updates received, by channel and result",
    labelNames: ["channel", "result"],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: "sangkien_batch_seconds",
    help: "From receiving a batch of updates to its commit",
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  const ofOutbox = outboxByState(pool)
  const outboxGauge = (name: string, help: string, value: "rows" | "age") =>
    new Gauge({
      name,
      help,
      labelNames: ["state"],
      registers: [registry],
      async collect() {
        this.reset()
        // A scrape while the database is away still has all that is known without it.
        const found = await ofOutbox().catch(() => undefined)
        for (const [state, of] of found ?? []) this.set({ state }, of[value])
      },
    })
  outboxGauge("sangkien_outbox_rows", "Messages in the outbox that are not settled, by state", "rows")
  outboxGauge("sangkien_outbox_oldest_seconds", "How long the oldest of these is due, by state", "age")
  new Gauge({
    name: "sangkien_database_connections",
    help: "Connections of the pool, by state",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      this.set({ state: "total" }, pool.totalCount)
      this.set({ state: "idle" }, pool.idleCount)
      // Of those that wait the idle ones serve the next at once: what this very look asks for is none of them.
      this.set({ state: "waited_for" }, Math.max(0, pool.waitingCount - pool.idleCount))
    },
  })
  const sends = new Counter({
    name: "sangkien_sends_total",
    help: "Messages handed to a platform, by channel and result",
    labelNames: ["channel", "result"],
    registers: [registry],
  })
  const rateLimits = new Counter({
    name: "sangkien_rate_limits_total",
    help: "Times a platform asked to slow down (429), by channel",
    labelNames: ["channel"],
    registers: [registry],
  })
  const jobFailures = new Counter({
    name: "sangkien_job_failures_total",
    help: "Jobs that failed, by queue; most are tried again",
    labelNames: ["queue"],
    registers: [registry],
  })
  return { registry, Gauge, updates, seconds, sends, rateLimits, jobFailures }
}

function watch(
  { Gauge, registry }: Instruments,
  { all, broken, quotas }: Parameters<Metrics["watch"]>[0],
): void {
  new Gauge({
    name: "sangkien_breaker_open",
    help: "1 while a bot's platform does not answer and only one chat tries",
    labelNames: ["bot"],
    registers: [registry],
    collect() {
      const away = new Set(broken())
      for (const bot of all) this.set({ bot }, away.has(bot) ? 1 : 0)
    },
  })
  new Gauge({
    name: "sangkien_quota_left",
    help: "Messages left this month, for bots with a monthly quota",
    labelNames: ["bot"],
    registers: [registry],
    async collect() {
      this.reset()
      for (const { bot, sent, limit } of await quotas().catch(() => []))
        this.set({ bot }, Math.max(0, limit - sent))
    },
  })
}

/** A rate over a counter that appears with its first event does not see that event. */
function beginAtZero({ updates, sends, rateLimits, jobFailures }: Instruments, bots: readonly BotId[]): void {
  for (const channel of new Set(bots.map(channelOf))) {
    for (const result of ["committed", "failed"]) updates.inc({ channel, result }, 0)
    for (const result of ["sent", "later", "unknown", "dead"]) sends.inc({ channel, result }, 0)
    rateLimits.inc({ channel }, 0)
  }
  for (const queue of ["deliver", "clock"]) jobFailures.inc({ queue }, 0)
}

type OutboxByState = ReadonlyMap<string, { readonly rows: number; readonly age: number }>

const NOT_SETTLED = ["waiting", "sending", "unknown", "dead"]

/** Also the states in which there is no message; `age` in seconds. Whoever asks while it is being read shares it. */
function outboxByState(pool: pg.Pool): () => Promise<OutboxByState> {
  let underWay: Promise<OutboxByState> | undefined
  return () => {
    underWay ??= readOutbox(pool).finally(() => {
      underWay = undefined
    })
    return underWay
  }
}

/** In two halves, of which each has its index: what was ever sent is not read. */
async function readOutbox(pool: pg.Pool): Promise<OutboxByState> {
  const counted = `state, count(*)::integer as rows,
      extract(epoch from now() - min(due_at) filter (where due_at <= now()))::float8 as age from outbox`
  const { rows } = await pool.query<{ state: string; rows: number; age: number | null }>(`
    select ${counted} where state in ('waiting', 'sending') group by state
    union all select ${counted} where state in ('dead', 'unknown') group by state`)
  const none = new Map(NOT_SETTLED.map((state) => [state, { rows: 0, age: 0 }]))
  return new Map([
    ...none,
    ...rows.map(({ state, rows: count, age }) => [state, { rows: count, age: age ?? 0 }] as const),
  ])
}

function channelOf(bot: BotId): string {
  return bot.split(":")[0] ?? ""
}
