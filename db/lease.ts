import pg from "pg"
import type { PollerLeases } from "../core/lease.ts"
import { APPLICATION_NAME, NOTICES_SILENCE } from "./connection.ts"

/**
 * Leases as advisory locks, each on a connection of its own: the server frees the lock the moment the holder's connection
 * ends, so nobody waits for a clock.
 */
export function pollerLeases(url: string): PollerLeases {
  return {
    take: async (bot, lost) => {
      const client = new pg.Client({
        connectionString: url,
        application_name: APPLICATION_NAME,
        connectionTimeoutMillis: 10_000,
        keepAlive: true,
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
        const { rows } = await client.query<{ taken: boolean }>(
          "select pg_try_advisory_lock(hashtextextended('poller ' || $1, 0)) as taken",
          [bot],
        )
        if (rows[0]?.taken !== true) {
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
