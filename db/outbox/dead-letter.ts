import { type Kysely, sql } from "kysely"
import type { ChatId } from "../../core/channel.ts"
import type { DeadLetter, DeadLetters } from "../../core/outbox.ts"
import type { Database } from "../schema.ts"

/** Dead letters on PostgreSQL. A dropped one becomes `superseded`: it is no trouble any more, and its key stays used. */
export function deadLetters(db: Kysely<Database>): DeadLetters {
  const these = (id: string | undefined) =>
    id === undefined
      ? sql`state in ('dead', 'unknown')`
      : sql`state in ('dead', 'unknown') and id = ${id}::bigint`
  return {
    list: async (limit) => {
      const rows = await db
        .selectFrom("outbox")
        .select(["id", "chat_id", "kind", "state", "created_at", "error"])
        .where("state", "in", ["dead", "unknown"])
        .orderBy("id")
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        id: row.id,
        chat: row.chat_id as ChatId,
        kind: row.kind,
        state: row.state as DeadLetter["state"],
        since: row.created_at.getTime(),
        error: row.error ?? "",
      }))
    },
    count: async () => {
      const { rows } = await sql<{ dead: number; unknown: number; since: Date | null }>`
        select (count(*) filter (where state = 'dead'))::integer as dead,
          (count(*) filter (where state = 'unknown'))::integer as unknown, min(created_at) as since
        from outbox where state in ('dead', 'unknown')`.execute(db)
      const { dead = 0, unknown = 0, since } = rows[0] ?? {}
      return { dead, unknown, ...(since ? { since: since.getTime() } : {}) }
    },
    retry: async (id, now) => {
      const { rows } = await sql<{ chat_id: ChatId }>`
        update outbox set state = 'waiting', attempts = 0, error = null, held_for = null, told = false,
          due_at = ${new Date(now)}
        where id in (select id from outbox where ${these(id)} order by chat_id, id for update)
        returning chat_id`.execute(db)
      return [...new Set(rows.map((row) => row.chat_id))]
    },
    drop: async (id) => {
      const { rows } = await sql`
        update outbox set state = 'superseded'
        where id in (select id from outbox where ${these(id)} order by chat_id, id for update)
        returning id`.execute(db)
      return rows.length
    },
  }
}
