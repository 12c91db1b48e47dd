import { type Kysely, sql } from "kysely"
import type { BotId, ChatId } from "../../core/channel.ts"
import type { Change } from "../../core/conversation/change.ts"
import type { Reads } from "../../core/conversation/reads.ts"
import { Conflict } from "../../core/conversations.ts"
import { GROUPS_ON_PAGE, type GroupView } from "../../core/people/group.ts"
import type { Cause } from "../cause.ts"
import { logAction } from "../people/audit.ts"
import type { Database, Trx } from "../schema.ts"

/** The groups of units, and how they are. */
export function groupReads(db: Kysely<Database>): Pick<Reads, "groups" | "group" | "unitsWithGroup"> {
  return {
    groups: async (unitIds, page) => {
      const rows = await groups(
        db,
        sql`unit.path && ${unitIds}::uuid[]`,
        sql`limit ${GROUPS_ON_PAGE} offset ${(page - 1) * GROUPS_ON_PAGE}`,
      )
      return { total: rows[0]?.total ?? 0, groups: rows.map(viewOf) }
    },
    unitsWithGroup: async (unitIds) => {
      const { rows } = await sql<{ id: string }>`
        select distinct unit.id from chat join unit on unit.id = chat.unit_id
        where chat.kind = 'group' and chat.state = 'open' and unit.path && ${unitIds}::uuid[]`.execute(db)
      return rows.map(({ id }) => id)
    },
    group: async (chat) => {
      const [row] = await groups(db, sql`chat.id = ${chat}`, sql``)
      return row === undefined ? undefined : viewOf(row)
    },
  }
}

type GroupRow = {
  readonly id: ChatId
  readonly bot_id: BotId
  readonly title: string | null
  readonly state: string
  readonly suspect: boolean
  readonly unit_id: string
  readonly code: string
  readonly unit_name: string
  readonly path: readonly string[]
  readonly posted_at: Date | null
  readonly total: number
}

async function groups(
  db: Kysely<Database>,
  which: ReturnType<typeof sql>,
  page: ReturnType<typeof sql>,
): Promise<readonly GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select shown.*, (
        select max(sent_at) from outbox where chat_id = shown.id and kind = 'post' and state = 'sent'
      ) as posted_at
    from (
      select chat.id, chat.bot_id, chat.title, chat.state, chat.suspect_since is not null as suspect,
        unit.id as unit_id, unit.code, unit.name as unit_name, unit.path, count(*) over ()::integer as total
      from chat join unit on unit.id = chat.unit_id
      where chat.kind = 'group' and ${which}
      order by cardinality(unit.path), unit.name, unit.id, chat.id ${page}
    ) as shown
    order by cardinality(path), unit_name, unit_id, id`.execute(db)
  return rows
}

function viewOf(row: GroupRow): GroupView {
  return {
    chat: row.id,
    bot: row.bot_id,
    title: row.title ?? undefined,
    unit: { id: row.unit_id, code: row.code, name: row.unit_name, path: row.path },
    state: row.state === "closed" ? "removed" : row.suspect ? "refused" : "open",
    postedAt: row.posted_at?.getTime(),
  }
}

/** The group belongs to another unit, or to none; `Conflict` when it belonged to another one meanwhile. */
export async function moveGroup(
  trx: Trx,
  change: Change & { do: "move_group" },
  { at, chat: from }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("chat")
    .set({ unit_id: change.to ?? null, linked_at: change.to === undefined ? null : at })
    .where("id", "=", change.chat)
    .where("unit_id", "=", change.from)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Conflict()
  const subject = { chat: change.chat, from: change.from }
  const { personId } = change
  const log = { personId, subject, from, at }
  if (change.to === undefined) return await logAction(trx, { ...log, unitId: change.from, action: "unlink" })
  await logAction(trx, { ...log, unitId: change.to, action: "link" })
}
