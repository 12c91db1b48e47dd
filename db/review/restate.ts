import { sql } from "kysely"
import type { Change } from "../../core/conversation/change.ts"
import { Conflict } from "../../core/conversations.ts"
import { RECOGNIZED } from "../../core/review/verdict.ts"
import type { Cause } from "../cause.ts"
import { channelOf } from "../people/audit.ts"
import type { Trx } from "../schema.ts"

/**
 * Writes down anew what is stated of recognitions, each with a line of its history that tells the paper before and after, and counts
 * nothing. Throws `Conflict` when one is no longer recognised.
 */
export async function restateRecognition(
  trx: Trx,
  { initiativeIds, paper, personId }: Change & { do: "restate_recognition" },
  { at, chat }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with locked as (
      select id, ${PAPER} as was from initiative
      where id = any(${[...initiativeIds]}::uuid[]) and status = any(${[...RECOGNIZED]}::text[])
      order by number for update
    ),
    restated as (
      update initiative set scope = coalesce(${paper.scope ?? null}::text, scope),
        decision_number = coalesce(${paper.decision ?? null}::text, decision_number),
        decision_date = coalesce(${paper.decidedOn ?? null}::date, decision_date)
      from locked where initiative.id = locked.id
      returning initiative.id, campaign_id, unit_id, locked.was, ${PAPER} as became
    )
    insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, actor_id, created_at, was, became)
    select id, campaign_id, unit_id, 'recognition_restated', ${at}::timestamptz, ${personId}::uuid, ${at}::timestamptz, was, became
    from restated
    returning initiative_id as id`.execute(trx)
  if (rows.length !== initiativeIds.length) throw new Conflict()
  // One line for each unit, because the log is read by unit.
  await sql`
    insert into officer_action (at, person_id, unit_id, action, subject, channel)
    select ${at}::timestamptz, ${personId}::uuid, unit_id, 'recognition_restated',
      jsonb_strip_nulls(jsonb_build_object('initiatives', jsonb_agg(number order by number), 'decision', ${paper.decision ?? null}::text)),
      ${channelOf(chat)}
    from initiative where id = any(${rows.map(({ id }) => id)}::uuid[]) group by unit_id order by min(number)`.execute(
    trx,
  )
}

/** A recognition's paper as `Paper` has it, in JSON. */
const PAPER = sql`jsonb_strip_nulls(jsonb_build_object('scope', initiative.scope, 'decision', initiative.decision_number,
  'decidedOn', initiative.decision_date))::text`
