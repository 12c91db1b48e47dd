import { type Kysely, sql } from "kysely"
import { ASKED_BACK_PER_PAGE, type AskedBack } from "../../core/review/asked-back.ts"
import type { Database } from "../schema.ts"

type Row = Omit<AskedBack, "number" | "askedAt"> & {
  readonly total: number
  readonly number: string | null
  readonly askedAt: Date
}

/** A page of what waits for its authors at or below the units, the longest first: only such records are read, and when each was asked. */
export async function askedBack(
  db: Kysely<Database>,
  unitIds: readonly string[],
  page: number,
): Promise<{ readonly total: number; readonly page: readonly AskedBack[] }> {
  const { rows } = await sql<Row>`
    with waiting as (
      select i.number, i.title, i.author_name, u.name as unit_name, coalesce(asked.at, i.registered_at) as at,
        coalesce(asked.reason, '') as words
      from initiative i
      join unit u on u.id = i.unit_id and u.path && ${unitIds}::uuid[]
      left join lateral (
        select event.at, event.reason from initiative_event as event
        where event.initiative_id = i.id and event.kind = 'needs_more_info' order by event.id desc limit 1
      ) as asked on true
      where i.status = 'needs_more_info'
    )
    select counted.total, paged.number, paged.title, paged.author_name as "authorName", paged.unit_name as "unitName",
      paged.at as "askedAt", paged.words
    from (select count(*)::integer as total from waiting) as counted
    left join (
      select * from waiting order by at, number limit ${ASKED_BACK_PER_PAGE} offset ${(page - 1) * ASKED_BACK_PER_PAGE}
    ) as paged on true
    order by paged.at, paged.number`.execute(db)
  return {
    total: rows[0]?.total ?? 0,
    page: rows.flatMap(({ total: _, number, askedAt, ...row }) =>
      number === null ? [] : [{ ...row, number: Number(number), askedAt: askedAt.getTime() }],
    ),
  }
}
