import { type RawBuilder, sql } from "kysely"
import type { Trx } from "./schema.ts"

/** An event that counts nothing: the history of a record, with the words before the change and after it. */
export async function note(
  trx: Trx,
  initiativeId: string,
  kind: string,
  actorId: string,
  at: Date,
  { was = sql`null`, became = sql`null` }: { was?: RawBuilder<unknown>; became?: RawBuilder<unknown> } = {},
): Promise<void> {
  await sql`
    insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, actor_id, created_at, was, became)
    select id, campaign_id, unit_id, ${kind}, ${at}, ${actorId}, ${at}, ${was}, ${became} from initiative where id = ${initiativeId}`.execute(
    trx,
  )
}
