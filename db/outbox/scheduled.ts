import { type Kysely, sql } from "kysely"
import type { ChatId } from "../../core/channel.ts"
import type { LocalDate } from "../../core/clock.ts"
import type { Database } from "../schema.ts"

/**
 * Takes the day's one scheduled post of each chat; answers the chats in which it was still free. For good only when the
 * caller's transaction is.
 */
export async function takeDay(
  db: Kysely<Database>,
  chats: readonly ChatId[],
  day: LocalDate,
): Promise<ReadonlySet<ChatId>> {
  if (chats.length === 0) return new Set()
  const { rows } = await sql<{ chat_id: ChatId }>`
    insert into scheduled_post (chat_id, day)
    select distinct chat_id, ${day}::date from unnest(${[...chats]}::text[]) as chat (chat_id) order by 1
    on conflict do nothing
    returning chat_id`.execute(db)
  return new Set(rows.map((row) => row.chat_id))
}
