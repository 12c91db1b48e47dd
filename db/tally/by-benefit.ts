import { type Kysely, sql } from "kysely"
import type { Span } from "../../core/clock.ts"
import { given } from "../../core/given.ts"
import type { BenefitBound } from "../../core/tally/benefit-wish.ts"
import { BENEFITS_PER_PAGE, type BenefitRecords } from "../../core/tally/by-benefit.ts"
import type { Money } from "../../core/text/money.ts"
import { yearlyVnd } from "../ideas/honour.ts"
import type { Database } from "../schema.ts"
import { statedUnconverted } from "./counter.ts"

type Row = {
  readonly total: number
  readonly uncompared: number
  readonly number: string | null
  readonly title: string
  readonly author_name: string
  readonly unit_name: string
  readonly refused: boolean
  readonly benefit_raw: string
  readonly benefit_amount: string | null
  readonly benefit_amount_max: string | null
  readonly benefit_currency: Money["currency"]
  readonly benefit_period: Money["period"]
  readonly benefit_qualifier: Money["qualifier"]
}

/** `unitIds` undefined: all units of the campaign. */
type Ask = {
  readonly campaignId: string
  readonly unitIds: readonly string[] | undefined
  readonly span: Span
  readonly bound: BenefitBound
  readonly page: number
}

const COMPARED = { from: sql`>=`, above: sql`>`, below: sql`<` }

/**
 * A page of the records registered within the span that state such a benefit, with how many there are: those whose benefit a tally counts, that is
 * all but what was withdrawn or merged away. One statement, which reads each record of the asked units once.
 */
export async function recordsByBenefit(db: Kysely<Database>, ask: Ask): Promise<BenefitRecords> {
  const { campaignId, unitIds, span, bound, page } = ask
  const among = unitIds === undefined ? sql`` : sql`and i.unit_id = any(${unitIds}::uuid[])`
  const fits =
    bound.kind === "unconverted"
      ? sql`unconverted = 1`
      : sql`yearly ${COMPARED[bound.kind]} ${bound.vnd}::numeric`
  const isUncompared = bound.kind === "unconverted" ? sql`false` : sql`yearly is null`
  const { rows } = await sql<Row>`
    with stated as (
      select i.id, i.number, ${yearlyVnd("i")} as yearly, ${statedUnconverted("i")} as unconverted
      from initiative i
      where i.campaign_id = ${campaignId} and i.registered_at >= ${new Date(span.from)}
        and i.registered_at < ${new Date(span.to)} and i.benefit_currency is not null
        and i.status not in ('withdrawn', 'duplicate') ${among}
    )
    select counted.*, listed.*
    from (
      select (count(*) filter (where ${fits}))::integer as total,
        (count(*) filter (where ${isUncompared}))::integer as uncompared
      from stated
    ) as counted
    left join (
      select i.number, i.title, i.author_name, u.name as unit_name, i.status = 'refused' as refused, i.benefit_raw,
        i.benefit_amount, i.benefit_amount_max, i.benefit_currency, i.benefit_period, i.benefit_qualifier, paged.yearly
      from (
        select * from stated where ${fits} order by yearly desc nulls last, number
        limit ${BENEFITS_PER_PAGE} offset ${(page - 1) * BENEFITS_PER_PAGE}
      ) as paged
      join initiative i on i.id = paged.id
      join unit u on u.id = i.unit_id
    ) as listed on true
    order by yearly desc nulls last, number`.execute(db)
  const [first] = rows
  return {
    total: first?.total ?? 0,
    uncompared: first?.uncompared ?? 0,
    page: rows.flatMap((row) =>
      row.number === null
        ? []
        : [
            {
              number: Number(row.number),
              title: row.title,
              authorName: row.author_name,
              unitName: row.unit_name,
              refused: row.refused,
              benefit: {
                raw: row.benefit_raw,
                amount: row.benefit_amount,
                ...given({ amountMax: row.benefit_amount_max ?? undefined }),
                currency: row.benefit_currency,
                period: row.benefit_period,
                qualifier: row.benefit_qualifier,
              },
            },
          ],
    ),
  }
}
