import type pg from "pg"
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client"
import type { Intake } from "../core/channel.ts"

/** The numbers at `/metrics`. None carries a name, a text or a chat. */
export type Metrics = {
  /** Prometheus text, format 0.0.4. */
  text(): Promise<string>
  /** The same intake, counted and timed by channel. */
  measured(intake: Intake): Intake
}

/** A registry of its own, so that several houses can live in one process. */
export function createMetrics(pool: pg.Pool): Metrics {
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
  new Gauge({
    name: "sangkien_outbox_rows",
    help: "Messages in the outbox that are not settled, by state",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      const { rows } = await pool.query<{ state: string; rows: string }>(
        "select state, count(*) as rows from outbox where state in ('waiting', 'sending', 'unknown', 'dead') group by state",
      )
      this.reset()
      for (const row of rows) this.set({ state: row.state }, Number(row.rows))
    },
  })
  new Gauge({
    name: "sangkien_outbox_oldest_seconds",
    help: "Age of the oldest message that is due and not sent",
    registers: [registry],
    async collect() {
      const { rows } = await pool.query<{ age: number | null }>(
        "select extract(epoch from now() - min(due_at))::float8 as age from outbox where state in ('waiting', 'sending') and due_at <= now()",
      )
      this.set(rows[0]?.age ?? 0)
    },
  })
  new Gauge({
    name: "sangkien_database_connections",
    help: "Connections of the pool, by state",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      this.set({ state: "total" }, pool.totalCount)
      this.set({ state: "idle" }, pool.idleCount)
      this.set({ state: "waited_for" }, pool.waitingCount)
    },
  })
  return {
    text: async () => await registry.metrics(),
    measured: (intake) => ({
      ...intake,
      receive: async (batch) => {
        const stop = seconds.startTimer()
        const count = (result: string) => {
          for (const incoming of batch) updates.inc({ channel: incoming.bot.split(":")[0] ?? "", result })
        }
        try {
          const receipts = await intake.receive(batch)
          count("committed")
          return receipts
        } catch (error) {
          count("failed")
          throw error
        } finally {
          stop()
        }
      },
    }),
  }
}
