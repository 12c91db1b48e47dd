import { type Kysely, sql } from "kysely"
import type { BotId } from "../../core/channel.ts"
import { localDate } from "../../core/clock.ts"
import type { QuotaUsage } from "../../core/notice.ts"
import type { Database } from "../schema.ts"

/** How far each bot's quota is used up in the month of `now`, in `timeZone`. */
export async function quotaUsage(
  db: Kysely<Database>,
  quotas: readonly { readonly bot: BotId; readonly limit: number }[],
  now: number,
  timeZone: string,
): Promise<readonly QuotaUsage[]> {
  const month = localDate(now, timeZone).slice(0, 7)
  return await Promise.all(
    quotas.map(async ({ bot, limit }) => ({ bot, month, limit, sent: await sentInMonth(db, bot, month) })),
  )
}

async function sentInMonth(db: Kysely<Database>, bot: BotId, month: string): Promise<number> {
  const row = await db
    .selectFrom("message_ledger")
    .select("sent")
    .where("bot_id", "=", bot)
    .where("month", "=", month)
    .executeTakeFirst()
  return row?.sent ?? 0
}

/** Notices and posts of a bot that wait because its quota is for answers now: due at `until`, epoch milliseconds. */
export async function holdPosts(db: Kysely<Database>, bot: BotId, until: number): Promise<void> {
  await sql`
    update outbox set due_at = ${new Date(until)}, held_for = 'quota', error = null
    where id in (
      select id from outbox
      where bot_id = ${bot} and state = 'waiting' and kind in ('notice', 'post') and due_at < ${new Date(until)}
      order by chat_id, id for update)`.execute(db)
}

/** What was held is due at `now`. */
export async function releasePosts(db: Kysely<Database>, bot: BotId, now: number): Promise<void> {
  await sql`
    update outbox set due_at = ${new Date(now)}, held_for = null
    where id in (
      select id from outbox where bot_id = ${bot} and state = 'waiting' and held_for = 'quota'
      order by chat_id, id for update)`.execute(db)
}
