import { type RawBuilder, sql } from "kysely"
import { localDate } from "../../core/clock.ts"
import type { Change } from "../../core/conversation/change.ts"
import { given } from "../../core/given.ts"
import { fold } from "../../core/text/fold.ts"
import type { Cause } from "../cause.ts"
import type { Trx } from "../schema.ts"
import { addToCounters, COUNTED_COLUMNS, statedUnconverted, statedVnd } from "../tally/counter.ts"
import { note } from "./history.ts"
import { indexIdeas } from "./ideas.ts"
import { TITLED_NOW } from "./title-stock.ts"

type Amend = Change & { readonly do: "amend" }

/**
 * Writes what is more or otherwise in a record, each field with a line of its history. A benefit that comes or changes is
 * counted from the day it was said, as the events tell.
 */
export async function amend(trx: Trx, change: Amend, cause: Pick<Cause, "at" | "timeZone">): Promise<void> {
  const { initiativeId: id, personId, added, title, description, sector, firstAppliedOn, author } = change
  const { at } = cause
  const remember = async (kind: string, was: RawBuilder<unknown>, became: string | undefined) =>
    became === undefined
      ? undefined
      : await note(trx, id, { kind, actorId: personId, at, was, became: sql`${became}::text` })
  await remember("retitled", sql`title`, title)
  await remember("description_set", sql`description`, description)
  await remember("sector_set", sql`sector`, sector)
  await remember("applied_set", sql`first_applied_on::text`, firstAppliedOn)
  await remember("described", sql`null`, added)
  // Names of people who may have nothing to do with it any more are kept in no history.
  if (author !== undefined) await note(trx, id, { kind: "author_set", actorId: personId, at })
  if (change.benefit !== undefined || change.withoutBenefit === true)
    await setBenefit(trx, change, change.benefit, cause)
  const fields = {
    ...(title === undefined ? {} : { title, title_key: fold(title), titled: TITLED_NOW }),
    ...given({ description }),
    ...(added === undefined
      ? {}
      : { description: sql<string>`concat_ws(E'\n', description, ${added}::text)` }),
    ...given({ sector, first_applied_on: firstAppliedOn }),
    ...(author === undefined ? {} : { author_name: author.name, author_id: author.id ?? null }),
  }
  if (Object.keys(fields).length > 0) {
    await trx
      .updateTable("initiative")
      .set({ ...fields, indexed: false })
      .where("id", "=", id)
      .execute()
    await indexIdeas(trx, id)
  }
}

/** Without a benefit none is stated any more. */
async function setBenefit(
  trx: Trx,
  { initiativeId, personId, keepsBenefit }: Amend,
  benefit: Amend["benefit"],
  { at, timeZone }: Pick<Cause, "at" | "timeZone">,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with before as (
      select * from initiative
      where id = ${initiativeId} and (benefit_raw is null or ${keepsBenefit !== true}) for update
    ),
    after as (
      update initiative set benefit_raw = ${benefit?.raw ?? null}::text, benefit_amount = ${benefit?.amount ?? null}::numeric,
        benefit_amount_max = ${benefit?.amountMax ?? null}::numeric, benefit_currency = ${benefit?.currency ?? null}::text,
        benefit_period = ${benefit?.period ?? null}::text, benefit_qualifier = ${benefit?.qualifier ?? null}::text
      from before where initiative.id = before.id
      returning initiative.*
    ),
    -- What is taken back or a duplicate stands in no counter.
    counted as (select id, case when status in ('withdrawn', 'duplicate') then 0 else 1 end as is_counted from before)
    insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, actor_id, created_at, was, became,
      benefit_vnd, benefit_unconverted)
    select after.id, after.campaign_id, after.unit_id, 'benefit_set', ${at}, ${personId}, ${at}, before.benefit_raw,
      after.benefit_raw, is_counted * (${statedVnd("after")} - ${statedVnd("before")}),
      is_counted * (${statedUnconverted("after")} - ${statedUnconverted("before")})
    from after join before using (id) join counted using (id)
    returning id`.execute(trx)
  if (rows[0] === undefined) return
  await addToCounters(
    trx,
    sql`select campaign_id, unit_id, ${localDate(at.getTime(), timeZone)}::date as day, ${COUNTED_COLUMNS}
      from initiative_event where id = ${rows[0].id}`,
  )
}
