import { type Kysely, sql } from "kysely"
import type { ChatId } from "../core/channel.ts"
import { APPLICATION_NAME } from "./connection.ts"
import type { Database } from "./schema.ts"

/**
 * What this process signs the rows with that it takes to send. The server knows the name as long as the process has a
 * connection, and cuts those of a process that was killed at once, those of a machine that vanished after half a minute.
 */
export const SENDER = APPLICATION_NAME

/** See `Outbox.absent`. */
export async function absentSenders(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ sender: string }>`
    select distinct sender from outbox
    where state = 'sending' and sender is not null
      and not exists (select from pg_stat_activity where application_name = sender)`.execute(db)
  return rows.map(({ sender }) => sender)
}

/** See `Outbox.inherit`. */
export async function inheritRows(
  db: Kysely<Database>,
  senders: readonly string[],
  now: number,
): Promise<readonly ChatId[]> {
  const at = new Date(now)
  const { rows } = await sql<{ chat_id: ChatId }>`
    update outbox set lease_until = ${at}
    where id in (
      select id from outbox
      where state = 'sending' and sender = any(${senders}) and lease_until > ${at}
        and not exists (select from pg_stat_activity where application_name = sender)
      order by chat_id, id for update)
    returning chat_id`.execute(db)
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
