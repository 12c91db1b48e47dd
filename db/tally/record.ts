import { type Kysely, type RawBuilder, sql } from "kysely"
import type { Counter } from "../../core/campaign/campaign.ts"
import type { Span } from "../../core/clock.ts"
import type { CountedRecord } from "../../core/export/record-sheet.ts"
import { RECORDS_PER_PAGE, type TallyRecords } from "../../core/tally/records.ts"
import type { RecordKind } from "../../core/tally/wish.ts"
import type { Database } from "../schema.ts"
import { isCorrection } from "./correction.ts"

/** Which number of a tally is to be expanded. `unitIds` undefined: all units of the campaign. */
type Behind = {
  readonly campaignId: string
  readonly unitIds: readonly string[] | undefined
  readonly span: Span
  readonly kind: RecordKind
  /** Only of these sectors; an empty text stands for none stated. */
  readonly sectors?: readonly string[]
}

const DELTAS: Readonly<Record<Counter, RawBuilder<number>>> = {
  registered: sql`back.registered`,
  recognized: sql`back.recognized`,
  onPortal: sql`back.on_portal`,
}

/** The events behind a number as (id, initiative_id, unit_id, at, kind, reason, benefit, change): they add up to it. */
function eventsBehind({ campaignId, unitIds, span, kind, sectors }: Behind): RawBuilder<unknown> {
  const among = unitIds === undefined ? sql`` : sql`and back.unit_id = any(${unitIds}::uuid[])`
  const ofSectors =
    sectors === undefined
      ? sql``
      : sql`and exists (select from initiative where initiative.id = back.initiative_id
          and coalesce(initiative.sector, '') = any(${sectors}::text[]))`
  const change = kind === "corrections" ? sql`-1` : DELTAS[kind]
  const counts = kind === "corrections" ? isCorrection(span) : sql`${change} <> 0`
  // An initiative that lost two counters is one correction, as the tally counts it.
  const once = kind === "corrections" ? sql`distinct on (back.initiative_id)` : sql``
  const order = kind === "corrections" ? sql`order by back.initiative_id, back.at desc, back.id desc` : sql``
  return sql`(
    select ${once} back.id, back.initiative_id, back.unit_id, back.at, back.kind, back.reason, back.benefit_vnd,
      back.benefit_unconverted, ${change} as change
    from initiative_event as back
    where back.campaign_id = ${campaignId} and back.at >= ${new Date(span.from)} and back.at < ${new Date(span.to)}
      and ${counts} ${among} ${ofSectors} ${order}) as event`
}

/** A page of the records behind one number of a tally, newest first; `page` from 1. */
export async function tallyRecords(
  db: Kysely<Database>,
  ask: Behind & { readonly page: number },
): Promise<TallyRecords> {
  const events = eventsBehind(ask)
  const [counted, page] = await Promise.all([
    sql<{ added: string; back: string }>`
      select coalesce(sum(change) filter (where change > 0), 0) as added,
        coalesce(-sum(change) filter (where change < 0), 0) as back
      from ${events}`.execute(db),
    sql<{
      number: string
      title: string
      author: string
      unit: string
      at: Date
      back: boolean
      refused: boolean
    }>`
      select i.number, i.title, i.author_name as author, u.name as unit, paged.at, paged.change < 0 as back, paged.kind = 'refused' as refused
      from (
        select * from ${events} order by at desc, id desc
        limit ${RECORDS_PER_PAGE} offset ${(ask.page - 1) * RECORDS_PER_PAGE}
      ) paged
      join initiative i on i.id = paged.initiative_id
      join unit u on u.id = paged.unit_id
      order by paged.at desc, paged.id desc`.execute(db),
  ])
  const { added = "0", back = "0" } = counted.rows[0] ?? {}
  return {
    added: Number(added),
    back: Number(back),
    page: page.rows.map((row) => ({
      number: Number(row.number),
      title: row.title,
      authorName: row.author,
      unitName: row.unit,
      at: row.at.getTime(),
      back: row.back,
      refused: row.refused,
    })),
  }
}

/** All the records behind one number, oldest first, at most `limit`. */
export async function countedRecords(
  db: Kysely<Database>,
  ask: Behind,
  limit: number,
): Promise<readonly CountedRecord[]> {
  const { rows } = await sql<
    Omit<CountedRecord, "number" | "at" | "change" | "benefitVnd"> & {
      number: string
      at: Date
      change: string
      benefitVnd: string
    }
  >`
    select i.number, i.title, i.author_name as author, u.code as "unitCode", u.name as unit, i.sector, event.at,
      event.change, event.reason, event.benefit_vnd as "benefitVnd", event.benefit_unconverted as unconverted
    from ${eventsBehind(ask)}
    join initiative i on i.id = event.initiative_id
    join unit u on u.id = event.unit_id
    order by event.at, event.id limit ${limit}`.execute(db)
  return rows.map((row) => ({
    ...row,
    number: Number(row.number),
    at: row.at.getTime(),
    change: Number(row.change),
    benefitVnd: Number(row.benefitVnd),
  }))
}
