import { type Kysely, type RawBuilder, sql } from "kysely"
import type { Span } from "../core/clock.ts"
import type { RecordKind } from "../core/tally/period.ts"
import { RECORDS_PER_PAGE, type TallyRecords } from "../core/tally/records.ts"
import type { Database } from "./schema.ts"

const DELTAS: Readonly<Record<RecordKind, RawBuilder<unknown>>> = {
  registered: sql`e.registered`,
  recognized: sql`e.recognized`,
  onPortal: sql`e.on_portal`,
  // Taken back from whichever counter.
  corrections: sql`least(e.registered, e.recognized, e.on_portal, 0)`,
}

/** A page of the events behind one counter of a unit with everything below it, newest first; `page` from 1. */
export async function tallyRecords(
  db: Kysely<Database>,
  ask: {
    readonly campaignId: string
    readonly unitId: string
    readonly span: Span
    readonly kind: RecordKind
    readonly page: number
  },
): Promise<TallyRecords> {
  const delta = DELTAS[ask.kind]
  const events = sql`
    from initiative_event e
    join unit u on u.id = e.unit_id and u.path @> array[${ask.unitId}]::uuid[]
    where e.campaign_id = ${ask.campaignId} and e.at >= ${new Date(ask.span.from)}
      and e.at < ${new Date(ask.span.to)} and ${delta} <> 0`
  const [counted, page] = await Promise.all([
    sql<{ added: string; back: string }>`
      select coalesce(sum(${delta}) filter (where ${delta} > 0), 0) as added,
        coalesce(-sum(${delta}) filter (where ${delta} < 0), 0) as back
      ${events}`.execute(db),
    sql<{ number: string; title: string; author: string; unit: string; at: Date; back: boolean }>`
      select i.number, i.title, i.author_name as author, event.unit, event.at, event.back
      from (
        select e.id, e.initiative_id, e.at, u.name as unit, ${delta} < 0 as back
        ${events}
        order by e.at desc, e.id desc
        limit ${RECORDS_PER_PAGE} offset ${(ask.page - 1) * RECORDS_PER_PAGE}
      ) event
      join initiative i on i.id = event.initiative_id
      order by event.at desc, event.id desc`.execute(db),
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
    })),
  }
}
