import { type Kysely, type RawBuilder, sql } from "kysely"
import type { Span } from "../../core/clock.ts"
import type { Reads } from "../../core/conversation/reads.ts"
import type { ExportRecord } from "../../core/export/fields.ts"
import type { ExportScope } from "../../core/export/file.ts"
import type { SectorAsk, SectorCount } from "../../core/export/tally-sheets.ts"
import type { Scope } from "../../core/review/verdict.ts"
import type { Database } from "../schema.ts"

/** What is looked up before something is exported. */
export function exportReads(
  db: Kysely<Database>,
): Pick<Reads, "exportSize" | "exportRecord" | "recognizedByScope"> {
  return {
    recognizedByScope: async (campaignId, unitId, span) => {
      const { rows } = await sql<{ scope: Scope; count: string }>`
        select initiative.scope, count(*) as count from initiative join unit on unit.id = initiative.unit_id
        where ${within({ campaignId, unitIds: [unitId], which: "recognized", span })} and initiative.scope is not null
        group by initiative.scope`.execute(db)
      const counted = Object.fromEntries(rows.map(({ scope, count }) => [scope, Number(count)]))
      return { co_so: 0, tinh: 0, toan_quoc: 0, ...counted }
    },
    exportSize: async (scope) => {
      const { rows } = await sql<{ count: string }>`
        select count(*) as count from initiative join unit on unit.id = initiative.unit_id
        where ${within(scope)}`.execute(db)
      return Number(rows[0]?.count ?? 0)
    },
    exportRecord: async (number) => (await records(db, sql`initiative.number = ${number}`, 1))[0],
  }
}

/** The initiatives of a scope in the order of their units' names and their numbers. */
export async function exportRecords(
  db: Kysely<Database>,
  scope: ExportScope,
  limit: number,
): Promise<readonly ExportRecord[]> {
  return await records(db, within(scope), limit)
}

function within(scope: ExportScope): RawBuilder<unknown> {
  const { campaignId, unitIds } = scope
  return sql`initiative.campaign_id = ${campaignId} and unit.path && ${unitIds}::uuid[] and ${stateOf(scope)}`
}

function stateOf(scope: ExportScope): RawBuilder<unknown> {
  switch (scope.which) {
    case "all":
      return sql`initiative.status <> 'withdrawn'`
    case "for_portal":
      return sql`initiative.status = 'recognized' and initiative.on_portal_at is null`
    case "recognized":
      return sql`initiative.status in ('recognized', 'on_portal')
        and initiative.recognized_at >= ${new Date(scope.span.from)} and initiative.recognized_at < ${new Date(scope.span.to)}`
    default:
      return scope satisfies never
  }
}

type Row = Omit<ExportRecord, "number" | "registeredAt" | "recognizedAt" | "onPortalAt" | "benefitVnd"> & {
  readonly number: string
  readonly registeredAt: Date
  readonly recognizedAt: Date | null
  readonly onPortalAt: Date | null
  readonly benefitVnd: string | null
}

async function records(
  db: Kysely<Database>,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<readonly ExportRecord[]> {
  const { rows } = await sql<Row>`
    select initiative.number, initiative.status, initiative.title, initiative.author_name as author,
      (select string_agg(co_author.name, ', ' order by co_author.created_at, co_author.id) from co_author
        where co_author.initiative_id = initiative.id and co_author.state = 'accepted') as "coAuthors",
      case when initiative.submitter_id is distinct from initiative.author_id then submitter.name end as submitter,
      unit.code as "unitCode", unit.name as unit, initiative.sector, initiative.description, initiative.confidential,
      initiative.benefit_raw as benefit,
      case when initiative.benefit_currency = 'VND' then initiative.benefit_amount end as "benefitVnd",
      initiative.registered_at as "registeredAt", initiative.recognized_at as "recognizedAt",
      initiative.on_portal_at as "onPortalAt", initiative.portal_code as "portalCode", initiative.scope,
      initiative.decision_number as decision, initiative.decision_date as "decidedOn",
      initiative.first_applied_on as "firstAppliedOn"
    from initiative
    join unit on unit.id = initiative.unit_id
    left join person as submitter on submitter.id = initiative.submitter_id
    where ${where}
    order by unit.name_key, unit.id, initiative.number
    limit ${limit}`.execute(db)
  return rows.map((row) => ({
    ...row,
    number: Number(row.number),
    benefitVnd: row.benefitVnd === null ? null : Number(row.benefitVnd),
    registeredAt: row.registeredAt.getTime(),
    recognizedAt: row.recognizedAt?.getTime() ?? null,
    onPortalAt: row.onPortalAt?.getTime() ?? null,
  }))
}

/** What each sector counted in two spans, by the same events as the counters; the most registered first. */
export async function sectorCounts(db: Kysely<Database>, ask: SectorAsk): Promise<readonly SectorCount[]> {
  const inside = ({ from, to }: Span) => sql`event.at >= ${new Date(from)} and event.at < ${new Date(to)}`
  const among = ask.unitIds === undefined ? sql`` : sql`and event.unit_id = any(${ask.unitIds}::uuid[])`
  const { rows } = await sql<Record<(typeof SUMS)[number], string> & { sector: string | null }>`
    select initiative.sector,
      ${sumsIn("", inside(ask.total))}, sum(event.benefit_vnd) filter (where ${inside(ask.total)}) as vnd,
      sum(event.benefit_unconverted) filter (where ${inside(ask.total)}) as unconverted,
      ${sumsIn("d_", inside(ask.delta))}
    from initiative_event as event join initiative on initiative.id = event.initiative_id
    where event.campaign_id = ${ask.campaignId} and event.at < ${new Date(Math.max(ask.total.to, ask.delta.to))} ${among}
    group by initiative.sector
    order by 2 desc nulls last, initiative.sector`.execute(db)
  return rows.map((row) => {
    const count = (column: (typeof SUMS)[number]) => Number(row[column] ?? 0)
    return {
      sector: row.sector,
      total: {
        registered: count("registered"),
        recognized: count("recognized"),
        onPortal: count("on_portal"),
      },
      delta: {
        registered: count("d_registered"),
        recognized: count("d_recognized"),
        onPortal: count("d_on_portal"),
      },
      benefit: { vnd: count("vnd"), unconverted: count("unconverted") },
    }
  })
}

const SUMS = [
  "registered",
  "recognized",
  "on_portal",
  "vnd",
  "unconverted",
  "d_registered",
  "d_recognized",
  "d_on_portal",
] as const

function sumsIn(prefix: string, span: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(
    ["registered", "recognized", "on_portal"].map(
      (column) =>
        sql`sum(${sql.ref(`event.${column}`)}) filter (where ${span}) as ${sql.ref(`${prefix}${column}`)}`,
    ),
  )
}
