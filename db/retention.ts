import { type Kysely, type RawBuilder, sql } from "kysely"
import { NAMELESS } from "../core/people/erasure.ts"
import type { Cutoffs } from "../core/retention.ts"
import type { Database } from "./schema.ts"

/** Rows of one statement: a lock is never held for long, and what was done stays done when the process dies. */
const ROWS_AT_ONCE = 5_000

/** Longer than any process relies on what it remembers (context-memory.ts); one whose machine slept so long forgets it. */
const LONGEST_MEMORY_MS = 24 * 3_600_000

/**
 * Removes what is older than it may be, and answers how many rows of each kind. Records, consents, the log of actions and
 * the tallies are not touched. `now` in epoch milliseconds. Safe to do again, and beside a running bot.
 */
export async function removeOld(
  db: Kysely<Database>,
  before: Cutoffs,
  now: number,
): Promise<Readonly<Record<string, number>>> {
  const at = (ms: number) => new Date(ms)
  const gone: Record<string, number> = {}
  for (const [what, table, condition] of [
    ["keptUpdates", "kept_update", sql`kept_at < ${at(before.updates)}`],
    ["updateKeys", "handled_update", sql`at < ${at(before.updates)}`],
    ["contextChanges", "context_change", sql`at < ${at(now - LONGEST_MEMORY_MS)}`],
    ["wrongCodes", "wrong_code", sql`at < ${at(before.updates)}`],
    ["accountCodes", "account_code", sql`expires_at < ${at(now)}`],
    ["waitingFiles", "waiting_file", sql`came_at < ${at(before.updates)}`],
    ["attachments", "attachment", sql`added_at < ${at(before.files)}`],
    ["documents", "document", sql`expires_at < ${at(now)}`],
    ["pictures", "picture", sql`expires_at < ${at(now)}`],
    ["messages", "outbox", sql`${isOver(before.messages)} and dedupe_key is null`],
  ] as const) {
    gone[what] = await inParts(
      db,
      sql`
      delete from ${sql.table(table)} where ctid = any(array(
        select ctid from ${sql.table(table)} where ${condition} limit ${ROWS_AT_ONCE}))`,
    )
  }
  // The key must stay, or the same post could leave a second time; what it said need not.
  gone["postTexts"] = await inParts(
    db,
    sql`
    update outbox set content = '{}', error = null, message_ref = null, supersede_key = null, state = case state when 'sent' then 'sent' else 'superseded' end
    where ctid = any(array(
      select ctid from outbox
      where ${isOver(before.messages)} and (content <> '{}' or num_nonnulls(error, message_ref, supersede_key) > 0)
      limit ${ROWS_AT_ONCE}))`,
  )
  gone["drafts"] = await inParts(
    db,
    sql`
    update conversation set dialogue = null where ctid = any(array(
      select ctid from conversation where updated_at < ${at(before.drafts)} and jsonb_typeof(dialogue) = 'object'
      limit ${ROWS_AT_ONCE}))`,
  )
  gone["requests"] = await inParts(
    db,
    sql`
    update data_request set name = ${NAMELESS}, person_id = null, words = null, answer = null, answered_by = null,
      chat_id = '', bot_id = ''
    where ctid = any(array(
      select ctid from data_request
      where closed_at < ${at(before.requests)} and num_nonnulls(words, person_id, answered_by) > 0 limit ${ROWS_AT_ONCE}))`,
  )
  // One that goes on writing gives its name again.
  gone["groupNames"] = await inParts(
    db,
    sql`
    update chat set title = null where ctid = any(array(
      select ctid from chat
      where kind = 'group' and unit_id is null and title is not null and created_at < ${at(before.drafts)}
      limit ${ROWS_AT_ONCE}))`,
  )
  gone["conversations"] = await forgetConversations(db, before)
  gone["privateChats"] = await forgetChats(db, before)
  return gone
}

/** Sent or given up before `ms`, as far as anybody still looks at it. */
function isOver(ms: number): RawBuilder<unknown> {
  return sql`state in ('sent', 'superseded', 'dead', 'unknown') and coalesce(sent_at, created_at) < ${new Date(ms)}`
}

/** Nobody is waited for there. */
async function forgetConversations(db: Kysely<Database>, before: Cutoffs): Promise<number> {
  return await inParts(
    db,
    sql`
    delete from conversation where ctid = any(array(
      select ctid from conversation
      where updated_at < ${new Date(before.drafts)} and (dialogue is null or jsonb_typeof(dialogue) = 'null')
      limit ${ROWS_AT_ONCE}))`,
  )
}

/** Private chats of people who never agreed, or were erased. */
async function forgetChats(db: Kysely<Database>, before: Cutoffs): Promise<number> {
  // In one statement: which of many a limit takes is not the same ones twice.
  return await inParts(
    db,
    sql`
    with strangers as materialized (
      select chat.id from chat
      where kind = 'private' and created_at < ${new Date(before.drafts)} and unit_id is null
        and not exists (select from account where private_chat_id = chat.id)
        and not exists (select from conversation where conversation.chat_id = chat.id)
        and not exists (select from outbox where outbox.chat_id = chat.id)
      limit ${ROWS_AT_ONCE}
    ), budgets as (
      delete from chat_budget where chat_id in (select id from strangers)
    )
    delete from chat where id in (select id from strangers)`,
  )
}

async function inParts(db: Kysely<Database>, part: RawBuilder<unknown>): Promise<number> {
  for (let total = 0; ; ) {
    const { numAffectedRows = 0n } = await part.execute(db)
    total += Number(numAffectedRows)
    if (numAffectedRows < ROWS_AT_ONCE) return total
  }
}
