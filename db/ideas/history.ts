import { type Kysely, type RawBuilder, sql } from "kysely"
import type { Happened as Seen } from "../../core/conversation/initiative-view.ts"
import type { Reads } from "../../core/conversation/reads.ts"
import type { Database, Trx } from "../schema.ts"

type Happened = {
  readonly kind: string
  readonly actorId: string
  readonly at: Date
  readonly was?: RawBuilder<unknown>
  readonly became?: RawBuilder<unknown>
}

/** An event that counts nothing: the history of a record, with the words before the change and after it. */
export async function note(
  trx: Trx,
  initiativeId: string,
  { kind, actorId, at, was = sql`null`, became = sql`null` }: Happened,
): Promise<void> {
  await sql`
    insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, actor_id, created_at, was, became)
    select id, campaign_id, unit_id, ${kind}, ${at}, ${actorId}, ${at}, ${was}, ${became} from initiative where id = ${initiativeId}`.execute(
    trx,
  )
}

/** What happened to a record, as its people are told. */
export function historyReads(db: Kysely<Database>): Pick<Reads, "history"> {
  return {
    history: async (initiativeId) => {
      const { rows } = await sql<HistoryRow>`
        select event.kind, event.at, event.actor_id, person.name as actor_name, unit.name as unit, event.reason,
          event.was, event.became
        from initiative_event as event
        join unit on unit.id = event.unit_id
        left join person on person.id = event.actor_id and person.erased_at is null
        where event.initiative_id = ${initiativeId} order by event.id`.execute(db)
      return rows.map(({ kind, at, unit, ...row }) => ({
        kind,
        at: at.getTime(),
        actorId: row.actor_id ?? undefined,
        actorName: row.actor_name ?? undefined,
        unit,
        words: row.reason ?? undefined,
        ...(kind === "recognition_restated"
          ? { was: undefined, became: undefined, paper: JSON.parse(row.became ?? "{}") as Seen["paper"] }
          : { was: row.was ?? undefined, became: row.became ?? undefined, paper: undefined }),
      }))
    },
  }
}

type HistoryRow = {
  readonly kind: string
  readonly at: Date
  readonly actor_id: string | null
  readonly actor_name: string | null
  readonly unit: string
  readonly reason: string | null
  readonly was: string | null
  readonly became: string | null
}
