import { type Kysely, sql } from "kysely"
import type { ChatId } from "../../core/channel.ts"
import type { Holding } from "../../core/outbox.ts"
import type { Database } from "../schema.ts"
import { APPLICATION_NAME } from "../server/connection.ts"

/**
 * What this process signs with what it takes to do. The server knows the name as long as the process has a connection, and cuts
 * those of a process that was killed at once, those of a machine that vanished after half a minute.
 */
export const SENDER = APPLICATION_NAME

/**
 * A process that lives asks the server something every other second (`jobs/minute.ts`). One that is connected and has asked
 * nothing for so long stands still. Longer than what was claimed may wait for its moment to be sent (`jobs/batch.ts`): a
 * process that goes on again later begins nothing that another may have taken over.
 */
const SILENT = "35 seconds"

/** A condition of SQL: the process whose name stands in `column` is connected and not silent. */
export function isHeard(column: string): string {
  // The server may be set up to note no times; then whoever is connected counts as heard.
  return `exists (select from pg_stat_activity as heard where heard.application_name = ${column}
    and coalesce(heard.state_change, now()) > now() - interval '${SILENT}')`
}

/** See `Outbox.unattended`. */
export async function unattended(db: Kysely<Database>): Promise<readonly Holding[]> {
  const { rows } = await sql<Holding>`
    select chat_id as chat, sender, sender = ${SENDER} as "isOwn", max(lease_until)::text as lease
    from outbox
    where state = 'sending' and sender is not null and (sender = ${SENDER} or not ${sql.raw(isHeard("sender"))})
    group by chat_id, sender`.execute(db)
  return rows
}

/** See `Outbox.inherit`. */
export async function inherit(
  db: Kysely<Database>,
  holdings: readonly Holding[],
  now: number,
): Promise<readonly ChatId[]> {
  const at = new Date(now)
  const { rows } = await sql<{ chat_id: ChatId }>`
    with left_behind as (
      select o.id, held."isOwn" as is_own
      from outbox o join jsonb_to_recordset(${JSON.stringify(holdings)}::jsonb)
        as held (chat text, sender text, "isOwn" boolean, lease timestamptz)
        on o.chat_id = held.chat and o.sender = held.sender and o.lease_until <= held.lease
      where o.state = 'sending' and (held."isOwn" or o.lease_until > ${at} and not ${sql.raw(isHeard("o.sender"))})
      order by o.chat_id, o.id for update of o
    )
    update outbox o set lease_until = case when is_own then null else ${at}::timestamptz end,
      state = case when is_own then 'waiting' else o.state end
    from left_behind where o.id = left_behind.id
    returning o.chat_id`.execute(db)
  return [...new Set(rows.map(({ chat_id }) => chat_id))]
}

/**
 * Ends the leases of all senders. For a process that knows it is the only one: whoever held them is dead, and the people
 * they were answering need not wait until that has been seen twice.
 */
export async function endLeases(db: Kysely<Database>, now: number): Promise<void> {
  const at = new Date(now)
  await db
    .updateTable("outbox")
    .set({ lease_until: at })
    .where("state", "=", "sending")
    .where("lease_until", ">", at)
    .execute()
}
