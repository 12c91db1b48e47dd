import { type Kysely, type RawBuilder, sql } from "kysely"
import type { Span } from "../../core/clock.ts"
import type { Achiever, HonourFacts } from "../../core/honour/honour.ts"
import type { Money } from "../../core/text/money.ts"
import { agreed } from "../people/person.ts"
import type { Database } from "../schema.ts"

/** Read from each kind, the best first: an officer may leave some out, and ties are settled elsewhere. */
const MOST_READ = 30

type HonourAsk = {
  readonly campaignId: string
  readonly unitId: string
  readonly span: Span
  readonly most?: number
}

/** What was recognised at and below the unit within the span, counted by events, so that corrections count back. */
export async function honours(db: Kysely<Database>, ask: HonourAsk): Promise<HonourFacts> {
  const events = sql`
    from initiative_event e
    join unit u on u.id = e.unit_id and u.path @> array[${ask.unitId}]::uuid[]
    join initiative i on i.id = e.initiative_id
    where e.campaign_id = ${ask.campaignId} and e.at >= ${new Date(ask.span.from)} and e.at < ${new Date(ask.span.to)}`
  const { most = MOST_READ } = ask
  const [units, people, { breakthroughs, uncompared }] = await Promise.all([
    unitsBelow(db, ask.unitId, events),
    namedPeople(db, events, most),
    moneyOf(db, events, most),
  ])
  return { units, people, breakthroughs, uncompared }
}

type CountRow = {
  readonly id: string
  readonly name: string
  readonly recognized: number
  readonly registered: number
}

const COUNTS = sql`sum(each.recognized)::integer as recognized, sum(each.registered)::integer as registered`
const bestFirst = (most: number) =>
  sql`having sum(each.recognized) > 0 order by recognized desc, registered desc limit ${most}`

/** The units right below the one asked for, each with everything below it. */
async function unitsBelow(
  db: Kysely<Database>,
  unitId: string,
  events: RawBuilder<unknown>,
): Promise<readonly Achiever[]> {
  const { rows } = await sql<CountRow>`
    select child.id, child.name, ${COUNTS}
    from (
      select happened.path[cardinality(above.path) + 1] as child_id, happened.recognized, happened.registered
      from unit as above, (select u.path, e.recognized, e.registered ${events}) as happened
      where above.id = ${unitId}
    ) as each
    join unit child on child.id = each.child_id
    group by child.id, child.name ${bestFirst(MOST_READ)}`.execute(db)
  return rows
}

/** Authors who agreed to be named. */
async function namedPeople(
  db: Kysely<Database>,
  events: RawBuilder<unknown>,
  most: number,
): Promise<readonly Achiever[]> {
  const { rows } = await sql<CountRow & { unit_name: string }>`
    select person.id, person.name, max(each.unit_name) as unit_name, ${COUNTS}
    from (select i.author_id, u.name as unit_name, e.recognized, e.registered ${events}) as each
    join person on person.id = each.author_id
    where ${agreed("person.id", "naming")}
    group by person.id, person.name ${bestFirst(most)}`.execute(db)
  return rows.map(({ unit_name, ...row }) => ({ ...row, unitName: unit_name }))
}

type MoneyRow = {
  readonly number: string
  readonly title: string
  readonly unit_name: string
  readonly author: string | null
  readonly benefit_raw: string
  readonly benefit_amount: string
  readonly benefit_amount_max: string | null
  readonly benefit_period: Money["period"]
  readonly benefit_qualifier: Money["qualifier"]
  readonly yearly: string
  readonly uncompared: number
}

/** Money in đồng for a year or for the whole; null where it cannot be compared: a shift's or a machine's says nothing about a year. */
export function yearlyVnd(initiative: string): RawBuilder<string | null> {
  const column = (name: string) => sql.ref(`${initiative}.${name}`)
  return sql`case when ${column("benefit_currency")} = 'VND' then ${column("benefit_amount")} *
    case coalesce(${column("benefit_period")}, 'year')
      when 'year' then 1 when 'total' then 1 when 'quarter' then 4 when 'month' then 12 end end`
}

async function moneyOf(
  db: Kysely<Database>,
  events: RawBuilder<unknown>,
  most: number,
): Promise<Pick<HonourFacts, "breakthroughs" | "uncompared">> {
  const { rows } = await sql<MoneyRow | { readonly number: null; readonly uncompared: number }>`
    with recognised as (
      select i.*, u.name as unit_name, ${yearlyVnd("i")} as yearly
      from (select e.initiative_id ${events} group by e.initiative_id having sum(e.recognized) > 0) as each
      join initiative i on i.id = each.initiative_id and i.status in ('recognized', 'on_portal')
      join unit u on u.id = i.unit_id
    )
    select best.*, case when ${agreed("best.author_id", "naming")} then best.author_name end as author, missing.uncompared
    from (select count(*)::integer as uncompared from recognised where yearly is null) as missing
    left join (
      select number, title, unit_name, author_id, author_name, benefit_raw, benefit_amount, benefit_amount_max,
        benefit_period, benefit_qualifier, yearly
      from recognised where yearly > 0
      order by yearly desc, number limit ${most}
    ) as best on true
    order by yearly desc, number`.execute(db)
  return {
    uncompared: rows[0]?.uncompared ?? 0,
    breakthroughs: rows.flatMap((row) =>
      row.number === null
        ? []
        : [
            {
              number: Number(row.number),
              title: row.title,
              unitName: row.unit_name,
              authorName: row.author ?? undefined,
              yearly: row.yearly,
              benefit: {
                raw: row.benefit_raw,
                amount: row.benefit_amount,
                ...(row.benefit_amount_max === null ? {} : { amountMax: row.benefit_amount_max }),
                currency: "VND",
                period: row.benefit_period,
                qualifier: row.benefit_qualifier,
              },
            },
          ],
    ),
  }
}
