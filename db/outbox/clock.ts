import { type Kysely, sql } from "kysely"
import type { Database } from "../schema.ts"

/** A bot's line and a chat's pace never reach so far ahead, except for a pause that the platform asked for by this time. */
const PACE_AHEAD = sql.lit("5 minutes")
/** Nor does a message that is to be tried again wait so long. */
const RETRY_AHEAD = sql.lit("1 hour")
/** What is to leave as soon as it is written is due no later. The clocks of several machines differ by less. */
const AT_ONCE = sql.lit("1 minute")

/**
 * Forgets what a clock left behind that ran ahead and was set right: places in lines, pauses, tries put off, and answers
 * written, hours from now. Without it nobody would hear from the bot until that hour. `now` in epoch milliseconds.
 */
export async function forgetFuture(db: Kysely<Database>, now: number): Promise<void> {
  const at = sql`${new Date(now)}::timestamptz`
  await sql`
    with lines as (
      update bot_budget b set
        full_at = case when b.full_at > ${at} + interval ${PACE_AHEAD} then ${at} else b.full_at end,
        paused_until = case when b.paused_at > ${at} + interval ${AT_ONCE} then least(b.paused_until, ${at})
          else b.paused_until end
      where b.full_at > ${at} + interval ${PACE_AHEAD}
        or b.paused_until > ${at} and b.paused_at > ${at} + interval ${AT_ONCE}
    ), chats as (
      delete from chat_budget
      where ready_at > ${at} + interval ${PACE_AHEAD}
        and ((state ->> 'pausedUntil')::float8 <= ${now}::float8
          or to_timestamp((state ->> 'pausedAt')::float8 / 1000) > ${at} + interval ${AT_ONCE})
    )
    update outbox set due_at = ${at}
    where id in (
      select id from outbox
      where state = 'waiting' and held_for is null and due_at > ${at}
        and (error is not null and due_at > ${at} + interval ${RETRY_AHEAD}
          or created_at > ${at} + interval ${AT_ONCE} and due_at <= created_at + interval ${AT_ONCE})
      order by chat_id, id for update skip locked)`.execute(db)
}
