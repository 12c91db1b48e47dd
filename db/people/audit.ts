import { type Kysely, sql } from "kysely"
import type { Audit } from "../../core/audit.ts"
import type { Database } from "../schema.ts"

/** Something that is logged. `subject` holds ids and numbers, never names or what somebody wrote: it cannot be erased. */
export type Action = {
  readonly personId: string | null
  readonly unitId: string | null
  readonly action: string
  readonly subject: object
  /** The chat it came from, or "cli"; only the channel is kept. */
  readonly from: string
  readonly at: Date
}

/** Adds a line to the log; the database chains it to the one before. */
export async function logAction(db: Kysely<Database>, entry: Action): Promise<void> {
  await db
    .insertInto("officer_action")
    .values({
      at: entry.at,
      person_id: entry.personId,
      unit_id: entry.unitId,
      action: entry.action,
      subject: JSON.stringify(entry.subject),
      channel: channelOf(entry.from),
    })
    .execute()
}

/** "telegram" of "telegram:-100123". */
export function channelOf(from: string): string {
  return from.split(":")[0] ?? from
}

/** The log on PostgreSQL. */
export function audit(db: Kysely<Database>): Audit {
  return {
    read: async (from, limit) => {
      const { rows } = await sql<Row>`
        select a.id, a.at, coalesce(person.name, '') as person, a.person_id, coalesce(unit.code, '') as unit, a.action,
          a.subject::text as subject, a.channel, a.hash
        from officer_action as a left join person on person.id = a.person_id left join unit on unit.id = a.unit_id
        where a.id > ${from} order by a.id limit ${limit}`.execute(db)
      return rows.map((row) => ({
        id: Number(row.id),
        at: row.at.getTime(),
        person: row.person,
        personId: row.person_id ?? "",
        unit: row.unit,
        action: row.action,
        subject: row.subject,
        channel: row.channel ?? "",
        hash: row.hash,
      }))
    },
    check: async () => {
      const { rows } = await sql<{ entries: number; head: string | null; broken: string | null }>`
        select count(*)::integer as entries, (array_agg(hash order by id desc))[1] as head,
          min(id) filter (where hash <> expected or previous <> before) as broken
        from (
          select id, hash, previous, officer_action_hash(a) as expected,
            coalesce(lag(hash) over (order by id), '') as before
          from officer_action as a
        ) as each`.execute(db)
      const { entries = 0, head, broken } = rows[0] ?? {}
      return {
        entries,
        head: head ?? "",
        ...(broken === null || broken === undefined ? {} : { broken: Number(broken) }),
      }
    },
    note: async (action, operator, now) =>
      await logAction(db, {
        personId: null,
        unitId: null,
        action,
        subject: { operator },
        from: "cli",
        at: new Date(now),
      }),
  }
}

type Row = {
  readonly id: string
  readonly at: Date
  readonly person: string
  readonly person_id: string | null
  readonly unit: string
  readonly action: string
  readonly subject: string
  readonly channel: string | null
  readonly hash: string
}
