import { type RawBuilder, sql } from "kysely"
import { localDate } from "../../core/clock.ts"
import type { Change } from "../../core/conversation/change.ts"
import { Conflict } from "../../core/conversations.ts"
import {
  JUDGED_FROM,
  MERGED_AWAY,
  STATUS_AFTER,
  TAKEN_BACK_TO,
  type TakenBack,
} from "../../core/review/verdict.ts"
import type { Cause } from "../cause.ts"
import { note } from "../ideas/history.ts"
import { channelOf } from "../people/audit.ts"
import type { Trx } from "../schema.ts"
import { addToCounters, COUNTED_COLUMNS, statedUnconverted, statedVnd } from "../tally/counter.ts"

/**
 * Gives a verdict on all the initiatives or throws `Conflict`: the statuses are looked at again under lock, so of two
 * officers who decide at once the second decides anew on what the first one left. So is the one that others are merged
 * into: merged crosswise, neither would be left.
 */
export async function judge(
  trx: Trx,
  change: Change & { do: "judge" },
  cause: Pick<Cause, "at" | "timeZone" | "chat">,
): Promise<void> {
  const { at } = cause
  const { verdict, recognition, personId, reason } = change
  const recognized = verdict === "recognized" ? 1 : 0
  const onPortal = verdict === "on_portal" ? 1 : 0
  // What was sent twice was counted twice.
  const registered = verdict === "duplicate" ? -1 : 0
  const stays = change.into === undefined ? [] : [{ id: change.into, portal_code: null, stays: true }]
  const asked = JSON.stringify([
    ...change.initiatives.map(({ id, portalCode }) => ({
      id,
      portal_code: portalCode ?? null,
      stays: false,
    })),
    ...stays,
  ])
  const { rows } = await sql<{ id: string; locked: number }>`
    with asked as (select * from jsonb_to_recordset(${asked}::jsonb) as a(id uuid, portal_code text, stays boolean)),
    -- In one order, so that two officers' lists never wait for each other in a ring.
    locked as (
      select initiative.id, asked.portal_code, asked.stays from initiative join asked using (id)
      where case when asked.stays then status <> all(${[...MERGED_AWAY]}::text[])
        else status = any(${[...JUDGED_FROM[verdict]]}::text[]) end
      order by number for update of initiative
    )
    update initiative set status = ${STATUS_AFTER[verdict]},
      accepted_on = coalesce(${change.acceptedOn ?? null}::date, accepted_on),
      recognized_at = case when ${recognized} = 1 then ${at}::timestamptz else recognized_at end,
      on_portal_at = case when ${onPortal} = 1 then ${at}::timestamptz else on_portal_at end,
      portal_code = coalesce(locked.portal_code, initiative.portal_code),
      scope = coalesce(${recognition?.scope ?? null}::text, scope),
      decision_number = coalesce(${recognition?.decision ?? null}::text, decision_number),
      decision_date = coalesce(${recognition?.decidedOn ?? null}::date, decision_date)
    from locked where initiative.id = locked.id and not locked.stays
    returning initiative.id, (select count(*)::integer from locked) as locked`.execute(trx)
  const isWhole = rows[0]?.locked === change.initiatives.length + stays.length
  if (rows.length !== change.initiatives.length || !isWhole) throw new Conflict()
  const ids = rows.map((row) => row.id)
  const said = sql`coalesce(${reason ?? recognition?.decision ?? change.acceptedOn ?? null}::text,
    case when ${onPortal} = 1 then portal_code end)`
  const event = { ids, kind: verdict, registered, recognized, onPortal, personId, said }
  await noteCounted(trx, event, cause)
  // One line for each unit, because the log is read by unit.
  await sql`
    insert into officer_action (at, person_id, unit_id, action, subject, channel)
    select ${at}, ${personId}, unit_id, ${verdict},
      jsonb_strip_nulls(jsonb_build_object('initiatives', jsonb_agg(number order by number),
        'decision', ${recognition?.decision ?? null}::text)), ${channelOf(cause.chat)}
    from initiative where id = any(${ids}::uuid[]) group by unit_id order by min(number)`.execute(trx)
}

/** Undoes a verdict on all the initiatives or throws `Conflict`, under the same lock as `judge`. */
export async function takeBack(
  trx: Trx,
  change: Change & { do: "take_back" },
  cause: Pick<Cause, "at" | "timeZone" | "chat">,
): Promise<void> {
  const { at } = cause
  const { back, personId, reason } = change
  const recognized = back === "recognized" ? -1 : 0
  const onPortal = back === "on_portal" ? -1 : 0
  const registered = back === "duplicate" ? 1 : 0
  const { rows } = await sql<{ id: string }>`
    with locked as (
      select id from initiative where id = any(${[...change.initiativeIds]}::uuid[]) and status = ${back}
      order by number for update
    )
    update initiative set status = ${TAKEN_BACK_TO[back]}, ${FORGOTTEN[back]}
    from locked where initiative.id = locked.id
    returning initiative.id`.execute(trx)
  if (rows.length !== change.initiativeIds.length) throw new Conflict()
  const ids = rows.map((row) => row.id)
  const kind = `${back}_taken_back`
  const event = { ids, kind, registered, recognized, onPortal, personId, said: sql`${reason}` }
  await noteCounted(trx, event, cause)
  await sql`
    insert into officer_action (at, person_id, unit_id, action, subject, channel)
    select ${at}, ${personId}, unit_id, ${kind}, jsonb_build_object('initiatives', jsonb_agg(number order by number)),
      ${channelOf(cause.chat)}
    from initiative where id = any(${ids}::uuid[]) group by unit_id order by min(number)`.execute(trx)
}

type CountedEvent = {
  /** Ids of the initiatives. */
  readonly ids: readonly string[]
  readonly kind: string
  readonly registered: number
  readonly recognized: number
  readonly onPortal: number
  readonly personId: string
  readonly said: RawBuilder<unknown>
}

/** Writes what happened to each of the initiatives and adds it to the day's counters; the benefit comes and goes with `registered`. */
async function noteCounted(
  trx: Trx,
  { ids, kind, registered, recognized, onPortal, personId, said }: CountedEvent,
  { at, timeZone }: Pick<Cause, "at" | "timeZone">,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, registered, recognized, on_portal, benefit_vnd,
      benefit_unconverted, actor_id, reason, created_at)
    select id, campaign_id, unit_id, ${kind}, ${at}, ${registered}, ${recognized}, ${onPortal},
      ${registered} * ${statedVnd("initiative")}, ${registered} * ${statedUnconverted("initiative")}, ${personId}, ${said}, ${at}
    from initiative where id = any(${ids}::uuid[]) order by number
    returning id`.execute(trx)
  if (registered === 0 && recognized === 0 && onPortal === 0) return
  await addToCounters(
    trx,
    sql`select campaign_id, unit_id, ${localDate(at.getTime(), timeZone)}::date as day, ${COUNTED_COLUMNS}
      from initiative_event where id = any(${rows.map(({ id }) => id)}::bigint[])`,
  )
}

/** What a record says of a verdict, and no longer says once it is taken back; the events keep it. */
const FORGOTTEN: Readonly<Record<TakenBack, ReturnType<typeof sql>>> = {
  recognized: sql`recognized_at = null, scope = null, decision_number = null, decision_date = null`,
  refused: sql`recognized_at = null`,
  duplicate: sql`recognized_at = null`,
  on_portal: sql`on_portal_at = null, portal_code = null`,
}

/** What was asked for has come: the officers' queue shows the initiative again. */
export async function takeUpAgain(
  trx: Trx,
  { initiativeId, personId }: { readonly initiativeId: string; readonly personId: string },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("initiative")
    .set({ status: "under_review" })
    .where("id", "=", initiativeId)
    .where("status", "=", "needs_more_info")
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await note(trx, initiativeId, { kind: "under_review", actorId: personId, at })
}
