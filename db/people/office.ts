import { type Kysely, sql } from "kysely"
import type { BotId, ChatId } from "../../core/channel.ts"
import type { Change } from "../../core/conversation/change.ts"
import type { Reads } from "../../core/conversation/reads.ts"
import { Conflict } from "../../core/conversations.ts"
import { ENTRIES_ON_PAGE } from "../../core/people/journal.ts"
import type { Role } from "../../core/people/role.ts"
import type { Cause } from "../cause.ts"
import type { Database, Trx } from "../schema.ts"
import { logAction } from "./audit.ts"

/** A page of a list of roles cannot be longer than this. */
const MOST_HOLDERS = 500

/** Who has which role, and what they did with it. */
export function officeReads(
  db: Kysely<Database>,
): Pick<Reads, "offices" | "administrators" | "journal" | "lastDeed"> {
  return {
    offices: async (ask) => {
      const which =
        "below" in ask
          ? sql`unit.path && ${ask.below}::uuid[]`
          : "grant" in ask
            ? sql`held.id = ${ask.grant}`
            : sql`held.person_id = ${ask.person}`
      const { rows } = await sql<HolderRow>`
        select held.id, held.person_id, person.name, held.role, held.granted_at, unit.id as unit_id, unit.code,
          unit.name as unit_name, unit.path, tell.private_chat_id as chat, tell.private_bot_id as bot
        from role_grant as held
        join unit on unit.id = held.unit_id
        join person on person.id = held.person_id
        left join lateral (
          select private_chat_id, private_bot_id
          from account join chat on chat.id = account.private_chat_id and chat.state = 'open'
          where account.person_id = held.person_id and private_bot_id is not null
          order by account.created_at limit 1
        ) as tell on true
        where held.withdrawn_at is null and ${which}
        order by cardinality(unit.path), unit.name, unit.id, held.role, held.granted_at, held.id
        limit ${MOST_HOLDERS}`.execute(db)
      return rows.map((row) => ({
        grantId: row.id,
        personId: row.person_id,
        name: row.name,
        role: row.role,
        unit: { id: row.unit_id, code: row.code, name: row.unit_name, path: row.path },
        since: row.granted_at.getTime(),
        tell: row.chat === null || row.bot === null ? undefined : { chat: row.chat, bot: row.bot },
      }))
    },
    administrators: async (unitId) => {
      const rows = await db
        .selectFrom("role_grant")
        .select("person_id")
        .distinct()
        .where("unit_id", "=", unitId)
        .where("role", "=", "admin")
        .where("withdrawn_at", "is", null)
        .execute()
      return rows.map((row) => row.person_id)
    },
    lastDeed: async (personId, since) => {
      // A deed has a line for each unit.
      const { rows } = await sql<{ action: string; numbers: readonly number[] | null }>`
        with deed as (
          select at, action, subject from officer_action
          where person_id = ${personId} and at >= ${new Date(since)}
        ), last as (select at, action from deed order by at desc limit 1)
        select last.action, array_agg(number::integer order by number::integer) as numbers
        from last join deed using (at, action)
        cross join lateral jsonb_array_elements_text(coalesce(subject -> 'initiatives', '[]')) as number
        where number ~ '^[0-9]{1,9}$'
        group by last.action`.execute(db)
      const [row] = rows
      return row === undefined ? undefined : { action: row.action, numbers: row.numbers ?? [] }
    },
    journal: async (unitIds, page) => {
      const among = sql`from officer_action as deed join unit on unit.id = deed.unit_id
        where unit.path && ${unitIds}::uuid[]`
      const { rows } = await sql<EntryRow>`
        select deed.at, person.name as who, deed.unit_name as unit, deed.action, deed.subject, all_of.count
        from (select count(*)::integer as count ${among}) as all_of
        left join lateral (
          select deed.id, deed.at, deed.person_id, deed.action, deed.subject, unit.name as unit_name ${among}
          order by deed.id desc limit ${ENTRIES_ON_PAGE} offset ${(page - 1) * ENTRIES_ON_PAGE}
        ) as deed on true
        left join person on person.id = deed.person_id
        order by deed.id desc`.execute(db)
      return {
        total: rows[0]?.count ?? 0,
        entries: rows.flatMap(({ at, who, unit, action, subject }) =>
          at === null || unit === null || action === null
            ? []
            : [{ at: at.getTime(), who: who ?? undefined, unit, action, subject }],
        ),
      }
    },
  }
}

type HolderRow = {
  readonly id: string
  readonly person_id: string
  readonly name: string
  readonly role: Role
  readonly granted_at: Date
  readonly unit_id: string
  readonly code: string
  readonly unit_name: string
  readonly path: readonly string[]
  readonly chat: ChatId | null
  readonly bot: BotId | null
}

type EntryRow = {
  readonly at: Date | null
  readonly who: string | null
  readonly unit: string | null
  readonly action: string | null
  readonly subject: unknown
  readonly count: number
}

/**
 * Throws `Conflict` when nobody else administers a topmost unit that the person does: of two who leave at once the second
 * is decided anew. `grantId`: only this grant ends.
 */
export async function keepAnAdministrator(
  trx: Trx,
  leaving: { readonly personId: string } | { readonly grantId: string },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`.execute(trx)
  const which =
    "grantId" in leaving ? sql`held.id = ${leaving.grantId}` : sql`held.person_id = ${leaving.personId}`
  const { rows } = await sql`
    select from role_grant as held join unit on unit.id = held.unit_id
    where ${which} and held.role = 'admin' and held.withdrawn_at is null and unit.parent_id is null
      and not exists (
        select from role_grant as other
        where other.unit_id = held.unit_id and other.role = 'admin' and other.withdrawn_at is null
          and other.person_id <> held.person_id)`.execute(trx)
  if (rows.length > 0) throw new Conflict()
}

/** Ends a role, and the codes its holder gave out for the units it reached and nobody claimed yet. */
export async function withdrawRole(
  trx: Trx,
  change: Change & { do: "withdraw_role" },
  { at, chat: from }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  await keepAnAdministrator(trx, { grantId: change.grantId })
  const ended = await trx
    .updateTable("role_grant")
    .set({ withdrawn_at: at })
    .where("id", "=", change.grantId)
    .where("withdrawn_at", "is", null)
    .returning("person_id")
    .executeTakeFirst()
  if (ended === undefined) throw new Conflict()
  await sql`
    update invitation set expires_at = least(expires_at, ${at}) from unit
    where invitation.created_by = ${ended.person_id} and invitation.used_at is null
      and unit.id = invitation.unit_id and ${change.unitId} = any(unit.path)`.execute(trx)
  await logAction(trx, {
    personId: change.personId,
    unitId: change.unitId,
    action: "withdraw_role",
    subject: { role: change.role, grant: change.grantId },
    from,
    at,
  })
}
