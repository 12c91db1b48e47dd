import pg from "pg"
import type { BotId } from "../../core/channel.ts"
import type { PollerLeases } from "../../core/lease.ts"
import { isHeard } from "../outbox/sender.ts"
import { APPLICATION_NAME, KEPT_ALIVE, NOTICES_SILENCE } from "./connection.ts"

/**
 * Leases as advisory locks, each on a connection of its own: the server frees the lock the moment the holder's connection
 * ends, so nobody waits for a clock. That of a process that stands still is ended by whoever asks for the lease next.
 */
export function pollerLeases(url: string): PollerLeases {
  return {
    take: async (bot, lost) => {
      const client = new pg.Client({
        connectionString: url,
        application_name: APPLICATION_NAME,
        connectionTimeoutMillis: 10_000,
        ...KEPT_ALIVE,
        options: NOTICES_SILENCE,
      })
      let isHeld = false
      const end = () => {
        const wasHeld = isHeld
        isHeld = false
        if (wasHeld) lost()
      }
      client.on("error", end)
      client.on("end", end)
      try {
        await client.connect()
        if (!(await isTaken(client, bot))) {
          await endSilent(client, bot)
          await client.end()
          return undefined
        }
      } catch (error) {
        await client.end().catch(() => {})
        throw error
      }
      isHeld = true
      return {
        release: async () => {
          isHeld = false
          await client.end().catch(() => {})
        },
      }
    },
  }
}

async function isTaken(client: pg.Client, bot: BotId): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    "select pg_try_advisory_lock(hashtextextended('poller ' || $1, 0)) as taken",
    [bot],
  )
  return rows[0]?.taken === true
}

/** Cuts the holder's connection when its process is silent; the lock of 64 bits stands in two halves in `pg_locks`. */
async function endSilent(client: pg.Client, bot: BotId): Promise<void> {
  await client.query(
    `select pg_terminate_backend(holder.pid)
    from pg_locks as lock join pg_stat_activity as holder using (pid)
    where locktype = 'advisory' and granted and objsubid = 1
      and database = (select oid from pg_database where datname = current_database())
      and (lock.classid::bigint << 32 | lock.objid::bigint) = hashtextextended('poller ' || $1, 0)
      and not ${isHeard("holder.application_name")}`,
    [bot],
  )
}
