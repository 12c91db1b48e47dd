import { type Kysely, sql } from "kysely"
import type { Database } from "./schema.ts"

/** A bot's line and a chat's pace never reach so far ahead, except for a pause that the platform asked for. */
const PACE_AHEAD = sql.lit("5 minutes")
/** Nor does a message that is to be tried again wait so long. */
const RETRY_AHEAD = sql.lit("1 hour")

/**
 * Forgets what a clock left behind that ran ahead and was set right: places in lines, and tries put off, hours from now.
 * Without it nobody would hear from the bot until that hour. `now` in epoch milliseconds.
 */
export async function forgetFuture(db: Kysely<Database>, now: number): Promise<void> {
  const at = sql`${new Date(now)}::timestamptz`
  await sql`
    with lines as (
      update bot_budget set full_at = ${at} where full_at > ${at} + interval ${PACE_AHEAD}
    ), chats as (
      delete from chat_budget
      where ready_at > ${at} + interval ${PACE_AHEAD} and (state ->> 'pausedUntil')::float8 <= ${now}::float8
    )
    update outbox set due_at = ${at}
    where id in (
      select id from outbox
      where state = 'waiting' and error is not null and held_for is null and due_at > ${at} + interval ${RETRY_AHEAD}
      order by chat_id, id for update skip locked)`.execute(db)
}
