import { type Kysely, type RawBuilder, sql } from "kysely"
import type { Span } from "../../core/clock.ts"
import type { ScoreRecord, ScoreRecordAsk } from "../../core/emulation/detail.ts"
import type { ScoreAsk, ScoreFacts } from "../../core/emulation/read.ts"
import type { Mark } from "../../core/emulation/score.ts"
import { yearlyVnd } from "../ideas/honour.ts"
import type { Database } from "../schema.ts"
import { takesBack } from "../tally/correction.ts"

/** What scores need beside the counters, of every unit that has any of it; one statement for each kind. */
export async function scoreFacts(db: Kysely<Database>, ask: ScoreAsk): Promise<ScoreFacts> {
  const [activeWeeks, highBenefit, turnedDown, marks] = await Promise.all([
    readActiveWeeks(db, ask),
    Promise.all(ask.fromVnd.map(async (fromVnd) => await countHighBenefit(db, ask, fromVnd))),
    countTurnedDown(db, ask),
    readMarks(db, ask),
  ])
  return { activeWeeks, highBenefit, turnedDown, marks }
}

/** By net: whoever registers and withdraws within a week was not active. */
async function readActiveWeeks(
  db: Kysely<Database>,
  { campaignId, weeks }: ScoreAsk,
): Promise<ScoreFacts["activeWeeks"]> {
  const [first] = weeks
  const last = weeks.at(-1)
  if (first === undefined || last === undefined) return new Map()
  const starts = weeks.map(({ from }) => new Date(from).toISOString())
  const { rows } = await sql<{ unit_id: string; weeks: readonly number[] }>`
    select unit_id, array_agg(week - 1) as weeks
    from (
      select unit_id, width_bucket(at, ${starts}::timestamptz[]) as week
      from initiative_event as event where ${within(campaignId, { from: first.from, to: last.to })} and registered <> 0
      group by 1, 2 having sum(registered) > 0
    ) as active
    group by unit_id`.execute(db)
  return new Map(rows.map((row) => [row.unit_id, row.weeks]))
}

async function countHighBenefit(
  db: Kysely<Database>,
  { campaignId, span }: ScoreAsk,
  fromVnd: number,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ unit_id: string; count: number }>`
    select unit_id, count(*)::integer as count from ${highBenefit(within(campaignId, span), fromVnd)} group by unit_id`.execute(
    db,
  )
  return new Map(rows.map(({ unit_id, count }) => [unit_id, count]))
}

async function countTurnedDown(
  db: Kysely<Database>,
  { campaignId, span }: ScoreAsk,
): Promise<ScoreFacts["turnedDown"]> {
  const { rows } = await sql<{ unit_id: string; refused: number; duplicate: number }>`
    select unit_id, count(*) filter (where kind = 'refused')::integer as refused,
      count(*) filter (where kind = 'duplicate')::integer as duplicate
    from ${turnedDown(within(campaignId, span), span.to)} group by unit_id`.execute(db)
  return new Map(rows.map(({ unit_id, ...counts }) => [unit_id, counts]))
}

async function readMarks(
  db: Kysely<Database>,
  { campaignId, marksOf }: ScoreAsk,
): Promise<ScoreFacts["marks"]> {
  const { rows } = await sql<{
    unit_id: string
    criterion: string
    points: string | null
    reason: string | null
    at: Date
  }>`
    select distinct on (unit_id, criterion) unit_id, criterion, points, reason, at
    from emulation_mark where campaign_id = ${campaignId} and period = ${marksOf}
    order by unit_id, criterion, id desc`.execute(db)
  const marks = new Map<string, Map<string, Mark>>()
  for (const { unit_id, criterion, points, reason, at } of rows) {
    if (points === null) continue
    const ofUnit = marks.get(unit_id) ?? new Map<string, Mark>()
    marks.set(unit_id, ofUnit)
    ofUnit.set(criterion, { points: Number(points), reason: reason ?? undefined, at: at.getTime() })
  }
  return marks
}

/** The records behind a criterion: those that count first by their number, see `ScoreRecordAsk`. */
export async function scoreRecords(
  db: Kysely<Database>,
  { campaignId, unitIds, span, of, offset, limit }: ScoreRecordAsk,
): Promise<{ readonly total: number; readonly records: readonly ScoreRecord[] }> {
  const all = within(campaignId, span)
  const among = unitIds === undefined ? all : sql`${all} and event.unit_id = any(${unitIds}::uuid[])`
  const found = of.by === "high_benefit" ? highBenefit(among, of.fromVnd) : turnedDown(among, span.to)
  const { rows } = await sql<{
    number: string
    title: string
    unit: string
    unit_code: string
    at: Date
    kind: ScoreRecord["kind"]
    benefit: string | null
    total: string
  }>`
    select i.number, i.title, unit.name as unit, unit.code as unit_code, found.at, found.kind, i.benefit_raw as benefit,
      count(*) over () as total
    from ${found} join initiative as i on i.id = found.initiative_id join unit on unit.id = found.unit_id
    order by i.number offset ${offset} limit ${limit}`.execute(db)
  return {
    total: Number(rows[0]?.total ?? 0),
    records: rows.map(({ number, title, unit, unit_code, at, kind, benefit }) => ({
      number: Number(number),
      title,
      unitName: unit,
      unitCode: unit_code,
      at: at.getTime(),
      kind,
      benefit: benefit ?? undefined,
    })),
  }
}

function within(campaignId: string, { from, to }: Span): RawBuilder<unknown> {
  return sql`event.campaign_id = ${campaignId} and event.at >= ${new Date(from)} and event.at < ${new Date(to)}`
}

/** What was recognised by the events that `where` leaves and brings so much a year, as `found`. */
function highBenefit(where: RawBuilder<unknown>, fromVnd: number): RawBuilder<unknown> {
  return sql`(
    select recognised.initiative_id, recognised.unit_id, recognised.at, 'recognized' as kind
    from (
      select event.initiative_id, event.unit_id, max(event.at) as at
      from initiative_event as event where ${where} and event.recognized <> 0
      group by event.initiative_id, event.unit_id having sum(event.recognized) > 0
    ) as recognised
    join initiative on initiative.id = recognised.initiative_id and ${yearlyVnd("initiative")} >= ${fromVnd}
  ) as found`
}

/** What was refused, or found to be another one once more, and not taken up again before the end, as `found`. */
function turnedDown(where: RawBuilder<unknown>, end: number): RawBuilder<unknown> {
  return sql`(
    select distinct on (event.initiative_id) event.initiative_id, event.unit_id, event.at, event.kind
    from initiative_event as event
    where ${where} and ${takesBack("event")} and event.kind in ('refused', 'duplicate')
      and not exists (
        select from initiative_event as later
        where later.initiative_id = event.initiative_id and later.id > event.id and later.at < ${new Date(end)}
          and later.kind in ('refused_taken_back', 'duplicate_taken_back')
      )
    order by event.initiative_id, event.id desc
  ) as found`
}
