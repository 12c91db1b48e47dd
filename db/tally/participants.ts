import { type Kysely, sql } from "kysely"
import type { Span } from "../../core/clock.ts"
import type { Participants } from "../../core/tally/participants.ts"
import type { Database } from "../schema.ts"

type Ask = {
  readonly campaignId: string
  /** undefined: all units of the campaign. */
  readonly unitIds: readonly string[] | undefined
  readonly span: Span
}

/**
 * Who is behind what was registered within the span and stands: the same account is one person, and so is the same name in one unit where there is
 * none. One statement over the records of the asked units.
 */
export async function countParticipants(db: Kysely<Database>, ask: Ask): Promise<Participants> {
  const { campaignId, unitIds, span } = ask
  const among = unitIds === undefined ? sql`` : sql`and i.unit_id = any(${unitIds}::uuid[])`
  const { rows } = await sql<Participants>`
    with counted as (
      select i.id, i.unit_id, coalesce(i.author_id::text, i.unit_id || lower(nullif(i.author_name, ''))) as who
      from initiative i
      where i.campaign_id = ${campaignId} and i.registered_at >= ${new Date(span.from)}
        and i.registered_at < ${new Date(span.to)} and i.status not in ('withdrawn', 'duplicate') ${among}
    ), mate as (
      select coalesce(c.person_id::text, counted.unit_id || lower(c.name)) as who
      from counted join co_author c on c.initiative_id = counted.id and c.state = 'accepted'
      except select who from counted
    )
    select (select count(*) from counted)::integer as initiatives,
      (select count(distinct who) from counted)::integer as authors,
      (select count(*) from mate)::integer as "coAuthors"`.execute(db)
  return rows[0] ?? { initiatives: 0, authors: 0, coAuthors: 0 }
}
