import { type RawBuilder, sql } from "kysely"
import type { Trx } from "../schema.ts"

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
