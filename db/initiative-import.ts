import { createHash } from "node:crypto"
import { type Kysely, sql, type Transaction } from "kysely"
import type {
  ExportedInitiative,
  InitiativeImportResult,
  StoredCampaign,
} from "../core/campaign/operator-store.ts"
import { type LocalDate, localDate } from "../core/clock.ts"
import {
  CORRECTED_KIND,
  decideImport,
  IMPORT_REASON,
  type ImportDecision,
  type ImportEvent,
  type StoredInitiative,
} from "../core/intake/initiative-import.ts"
import type { InitiativeDraft, StoredBenefit } from "../core/intake/initiative-sheet.ts"
import { addToCounters, COUNTED_COLUMNS, statedUnconverted, statedVnd } from "./counter.ts"
import { newId } from "./id.ts"
import { indexIdeas } from "./ideas.ts"
import type { Database } from "./schema.ts"
import { TITLED_NOW } from "./title-stock.ts"

/** Rows in one statement: large enough to be fast, small enough that a statement's JSON stays a few MB. */
const CHUNK_ROWS = 2_000

/**
 * Writes checked rows of a sheet: records, events and the counters per unit and day, in one transaction, so that a crash
 * leaves nothing half done. New records get their numbers in the order of registration. With `dryRun` nothing is written.
 */
export async function importInitiatives(
  db: Kysely<Database>,
  campaign: Pick<StoredCampaign, "id" | "federationId">,
  drafts: readonly InitiativeDraft[],
  options: { readonly dryRun: boolean; readonly now: number; readonly zone: string },
): Promise<InitiativeImportResult> {
  return db.transaction().execute(async (trx) => {
    // Two imports of the same sheet at once would both find nothing stored and both insert.
    await sql`select pg_advisory_xact_lock(hashtext('import'), hashtext(${campaign.id}))`.execute(trx)
    const result = { created: 0, changed: 0, unchanged: 0, closed: 0 }
    const inOrder = drafts.toSorted((a, b) => a.registeredAt - b.registeredAt || a.line - b.line)
    const days = new DayCounts(options.zone)
    for (const chunk of chunks(inOrder)) {
      const stored = await findStored(trx, campaign.id, chunk)
      const writes: Write[] = []
      for (const draft of chunk) {
        const known = stored.get(draft)
        const decision = decideImport(known, draft, options.now)
        count(result, decision)
        if (decision.kind === "create" || decision.kind === "change") {
          writes.push(writeOf(draft, known, decision))
        }
      }
      if (options.dryRun) continue
      await writeChunk(trx, campaign, writes, options.now)
      for (const write of writes) for (const event of write.events) days.add(event)
    }
    await addDayCounts(trx, campaign.id, days)
    while ((await indexIdeas(trx)) > 0);
    return result
  })
}

/** Initiatives of a campaign in the order of their numbers; `forPortal`: recognised and not yet on the portal. */
export async function listInitiatives(
  db: Kysely<Database>,
  campaignId: string,
  options: { readonly forPortal: boolean },
): Promise<ExportedInitiative[]> {
  const rows = await db
    .selectFrom("initiative")
    .innerJoin("unit", "unit.id", "initiative.unit_id")
    .where("initiative.campaign_id", "=", campaignId)
    .$if(options.forPortal, (query) =>
      query
        .where("initiative.recognized_at", "is not", null)
        .where("initiative.on_portal_at", "is", null)
        .where("initiative.status", "not in", ["refused", "withdrawn", "duplicate"]),
    )
    .select([
      "initiative.source_key",
      "initiative.number",
      "initiative.status",
      "unit.code as unit",
      "initiative.title",
      "initiative.author_name",
      "initiative.sector",
      "initiative.benefit_raw",
      "initiative.registered_at",
      "initiative.recognized_at",
      "initiative.on_portal_at",
      "initiative.portal_code",
    ])
    .orderBy("initiative.number")
    .execute()
  return rows.map((row) => ({
    sourceId: row.source_key?.startsWith(ID_KEY) === true ? row.source_key.slice(ID_KEY.length) : null,
    number: row.number,
    status: row.status,
    unit: row.unit,
    title: row.title,
    author: row.author_name,
    sector: row.sector,
    benefit: row.benefit_raw,
    registeredAt: row.registered_at.getTime(),
    recognizedAt: row.recognized_at?.getTime() ?? null,
    onPortalAt: row.on_portal_at?.getTime() ?? null,
    portalCode: row.portal_code,
  }))
}

const ID_KEY = "id:"

type Decided = Extract<ImportDecision, { kind: "create" | "change" }>
type Write = {
  readonly id: string
  readonly sourceKey: string
  readonly decision: Decided
  readonly events: readonly CountedEvent[]
}
/** An event with what it adds to the counted benefit; `vnd` is a decimal text, as the database has it. */
type CountedEvent = ImportEvent & { readonly vnd: string; readonly unconverted: number }
type Stated = { readonly vnd: string; readonly unconverted: number }
type Known = StoredInitiative & { readonly stated: Stated }

const STATES_NOTHING: Stated = { vnd: "0", unconverted: 0 }

function writeOf(draft: InitiativeDraft, known: Known | undefined, decision: Decided): Write {
  const before = known?.stated ?? STATES_NOTHING
  const after = decision.record.benefit === undefined ? before : statedBy(decision.record.benefit)
  return {
    id: known?.id ?? newId(),
    sourceKey: storedKey(draft),
    decision,
    events: countedEvents(decision, before, after),
  }
}

/** A benefit comes and goes with the registration; one that only changed is corrected where it was counted. */
function countedEvents({ kind, events, record }: Decided, before: Stated, after: Stated): CountedEvent[] {
  const counted = events.map((event) => {
    if (event.registered > 0) return { ...event, ...after }
    return { ...event, ...(event.registered < 0 ? takenBack(before) : STATES_NOTHING) }
  })
  const isSame = before.vnd === after.vnd && before.unconverted === after.unconverted
  if (kind === "create" || isSame || events.some((event) => event.registered !== 0)) return counted
  const { unitId, registeredAt: at } = record
  const none = { registered: 0, recognized: 0, onPortal: 0, reason: IMPORT_REASON }
  const correction = { ...none, kind: CORRECTED_KIND, unitId, at }
  return [...counted, { ...correction, ...takenBack(before) }, { ...correction, ...after }]
}

function takenBack({ vnd, unconverted }: Stated): Stated {
  return { vnd: `-${vnd}`, unconverted: -unconverted }
}

function statedBy({ currency, amount }: Pick<StoredBenefit, "currency" | "amount">): Stated {
  if (currency === "VND" && amount !== null) return { vnd: amount, unconverted: 0 }
  return { vnd: "0", unconverted: currency === null ? 0 : 1 }
}

/** Long titles would not fit into an index entry, so a key made of texts is stored as its hash. */
function storedKey(draft: InitiativeDraft): string {
  if (draft.key.startsWith(ID_KEY)) return draft.key
  return `row:${createHash("sha256").update(draft.key).digest("hex")}`
}

async function findStored(
  trx: Transaction<Database>,
  campaignId: string,
  drafts: readonly InitiativeDraft[],
): Promise<Map<InitiativeDraft, Known>> {
  const keys = drafts.map(storedKey)
  const numbers = drafts.flatMap((draft) => draft.number ?? [])
  const { rows } = await sql<StoredRow>`
    select initiative.id, source_key, number, unit_id, status, title, title_key, author_name, sector, benefit_raw,
      registered_at, recognized_at, on_portal_at, portal_code, source_extra,
      ${statedVnd("initiative")}::text as vnd, ${statedUnconverted("initiative")} as unconverted,
      ${importedThen("recognized", "recognized_at")} as recognized_by_import,
      ${importedThen("on_portal", "on_portal_at")} as on_portal_by_import
    from initiative
    where id = any(array(
      -- One by one by their keys: in one condition the whole campaign would be read for each chunk.
      select (select id from initiative where campaign_id = ${campaignId} and source_key = asked)
      from unnest(${keys}::text[]) as asked
      union
      select (select id from initiative where campaign_id = ${campaignId} and number = asked)
      from unnest(${numbers}::bigint[]) as asked))
    for update`.execute(trx)
  const byKey = new Map(rows.map((row) => [row.source_key, row]))
  const byNumber = new Map(rows.map((row) => [Number(row.number), row]))
  const found = new Map<InitiativeDraft, Known>()
  const taken = new Set<string>()
  for (const draft of drafts) {
    const row = byKey.get(storedKey(draft)) ?? ownExport(draft, byNumber)
    // Two rows with the same code would both move one record's counts.
    if (row === undefined || taken.has(row.id)) continue
    taken.add(row.id)
    found.set(draft, { ...toStored(row), stated: { vnd: row.vnd, unconverted: row.unconverted } })
  }
  return found
}

/** Whether an import brought this date. The limit has each record asked for its own events, not all events read at once. */
function importedThen(counted: string, date: string) {
  return sql<boolean>`(
    select true from initiative_event e
    where e.initiative_id = initiative.id and e.${sql.ref(counted)} > 0 and e.reason = ${IMPORT_REASON}
      and e.at = initiative.${sql.ref(date)}
    limit 1) is true`
}

/** A row without an id of its own that we exported ourselves: its code is ours when it also names the same work. */
function ownExport(draft: InitiativeDraft, byNumber: ReadonlyMap<number, StoredRow>): StoredRow | undefined {
  if (draft.key.startsWith(ID_KEY) || draft.number === undefined) return undefined
  const row = byNumber.get(draft.number)
  return row?.title_key === draft.titleKey && row.unit_id === draft.unitId ? row : undefined
}

type StoredRow = {
  id: string
  source_key: string | null
  number: string
  unit_id: string
  status: string
  title: string
  title_key: string
  author_name: string
  sector: string | null
  benefit_raw: string | null
  registered_at: Date
  recognized_at: Date | null
  on_portal_at: Date | null
  portal_code: string | null
  source_extra: Record<string, string> | null
  recognized_by_import: boolean
  on_portal_by_import: boolean
  vnd: string
  unconverted: number
}

function toStored(row: StoredRow): StoredInitiative {
  return {
    id: row.id,
    unitId: row.unit_id,
    status: row.status,
    title: row.title,
    author: row.author_name,
    sector: row.sector,
    benefitRaw: row.benefit_raw,
    registeredAt: row.registered_at.getTime(),
    recognizedAt: row.recognized_at?.getTime() ?? null,
    onPortalAt: row.on_portal_at?.getTime() ?? null,
    portalCode: row.portal_code,
    extra: row.source_extra,
    recognizedByImport: row.recognized_by_import,
    onPortalByImport: row.on_portal_by_import,
  }
}

/** Sequence values come out in order, but a set of rows has none: sorted they are handed out by registration. */
async function takeNumbers(trx: Transaction<Database>, howMany: number): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select nextval('initiative_number') as number from generate_series(1, ${howMany}::int)`.execute(trx)
  return rows.map((row) => row.number).toSorted((a, b) => Number(a) - Number(b))
}

async function writeChunk(
  trx: Transaction<Database>,
  campaign: Pick<StoredCampaign, "id" | "federationId">,
  writes: readonly Write[],
  now: number,
): Promise<void> {
  const created = writes.filter((write) => write.decision.kind === "create")
  const changed = writes.filter((write) => write.decision.kind === "change")
  const taken = created.length === 0 ? [] : await takeNumbers(trx, created.length)
  if (created.length > 0) {
    const rows = created.map((write, index) => ({ ...recordRow(write), number: taken[index] }))
    await sql`
      insert into initiative (id, number, federation_id, campaign_id, source_key, created_at, ${RECORD_COLUMNS},
        benefit_raw, benefit_amount, benefit_amount_max, benefit_currency, benefit_period, benefit_qualifier)
      select id, number, ${campaign.federationId}::uuid, ${campaign.id}::uuid, source_key, ${new Date(now)},
        ${RECORD_COLUMNS}, benefit_raw, benefit_amount, benefit_amount_max, benefit_currency, benefit_period,
        benefit_qualifier
      from ${recordSet(rows)}`.execute(trx)
  }
  if (changed.length > 0) {
    await sql`
      update initiative set (${RECORD_COLUMNS}) = row (${recordColumns("r")}),
        benefit_raw = case when r.has_benefit then r.benefit_raw else initiative.benefit_raw end,
        benefit_amount = case when r.has_benefit then r.benefit_amount else initiative.benefit_amount end,
        benefit_amount_max = case when r.has_benefit then r.benefit_amount_max else initiative.benefit_amount_max end,
        benefit_currency = case when r.has_benefit then r.benefit_currency else initiative.benefit_currency end,
        benefit_period = case when r.has_benefit then r.benefit_period else initiative.benefit_period end,
        benefit_qualifier = case when r.has_benefit then r.benefit_qualifier else initiative.benefit_qualifier end,
        titled = ${TITLED_NOW}, indexed = false
      from ${recordSet(changed.map(recordRow))}
      where initiative.id = r.id`.execute(trx)
  }
  await insertEvents(trx, campaign.id, writes, now)
}

const COLUMN_NAMES = [
  "unit_id",
  "status",
  "title",
  "title_key",
  "author_name",
  "sector",
  "registered_at",
  "recognized_at",
  "on_portal_at",
  "portal_code",
  "source_extra",
]
const RECORD_COLUMNS = sql.raw(COLUMN_NAMES.join(", "))

function recordColumns(alias: string) {
  return sql.raw(COLUMN_NAMES.map((name) => `${alias}.${name}`).join(", "))
}

function recordSet(rows: readonly object[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, number bigint, source_key text,
    unit_id uuid, status text, title text, title_key text, author_name text, sector text, registered_at timestamptz,
    recognized_at timestamptz, on_portal_at timestamptz, portal_code text, source_extra jsonb, has_benefit boolean,
    benefit_raw text, benefit_amount numeric, benefit_amount_max numeric, benefit_currency text, benefit_period text,
    benefit_qualifier text)`
}

function recordRow({ id, sourceKey, decision: { record } }: Write): object {
  return {
    id,
    source_key: sourceKey,
    unit_id: record.unitId,
    status: record.status,
    title: record.title,
    title_key: record.titleKey,
    author_name: record.author,
    sector: record.sector,
    registered_at: isoUtc(record.registeredAt),
    recognized_at: isoUtc(record.recognizedAt),
    on_portal_at: isoUtc(record.onPortalAt),
    portal_code: record.portalCode,
    source_extra: Object.keys(record.extra).length === 0 ? null : record.extra,
    has_benefit: record.benefit !== undefined,
    benefit_raw: record.benefit?.raw,
    benefit_amount: record.benefit?.amount,
    benefit_amount_max: record.benefit?.amountMax,
    benefit_currency: record.benefit?.currency,
    benefit_period: record.benefit?.period,
    benefit_qualifier: record.benefit?.qualifier,
  }
}

function isoUtc(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

async function insertEvents(
  trx: Transaction<Database>,
  campaignId: string,
  writes: readonly Write[],
  now: number,
): Promise<void> {
  const rows = writes.flatMap((write) =>
    write.events.map((event) => ({
      initiative_id: write.id,
      unit_id: event.unitId,
      kind: event.kind,
      at: isoUtc(event.at),
      registered: event.registered,
      recognized: event.recognized,
      on_portal: event.onPortal,
      benefit_vnd: event.vnd,
      benefit_unconverted: event.unconverted,
      reason: event.reason,
    })),
  )
  if (rows.length === 0) return
  await sql`
    insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, ${COUNTED_COLUMNS}, reason,
      created_at)
    select initiative_id, ${campaignId}::uuid, unit_id, kind, at, ${COUNTED_COLUMNS}, reason, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e (initiative_id uuid, unit_id uuid, kind text,
      at timestamptz, registered smallint, recognized smallint, on_portal smallint, benefit_vnd numeric,
      benefit_unconverted smallint, reason text)`.execute(trx)
}

/** Sums of events by unit and local day. */
class DayCounts {
  private readonly sums = new Map<string, DayRow>()
  private readonly zone: string
  constructor(zone: string) {
    this.zone = zone
  }

  add(event: CountedEvent): void {
    const day = localDate(event.at, this.zone)
    const key = `${day} ${event.unitId}`
    const row = this.sums.get(key) ?? {
      unit_id: event.unitId,
      day,
      registered: 0,
      recognized: 0,
      on_portal: 0,
      amounts: [],
      benefit_unconverted: 0,
    }
    row.registered += event.registered
    row.recognized += event.recognized
    row.on_portal += event.onPortal
    row.benefit_unconverted += event.unconverted
    if (Number(event.vnd) !== 0) row.amounts.push(event.vnd)
    this.sums.set(key, row)
  }

  /** In one fixed order, so that two writers never wait for each other's rows crosswise. */
  rows(): DayRow[] {
    return [...this.sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  }
}

type DayRow = {
  unit_id: string
  day: LocalDate
  registered: number
  recognized: number
  on_portal: number
  /** Decimal texts, summed by the database, which is exact. */
  amounts: string[]
  benefit_unconverted: number
}

async function addDayCounts(trx: Transaction<Database>, campaignId: string, days: DayCounts): Promise<void> {
  const deltas = [...chunks(days.rows())].map(
    (rows) => sql`
      select ${campaignId}::uuid as campaign_id, unit_id, day, registered, recognized, on_portal,
        (select coalesce(sum(amount::numeric), 0) from jsonb_array_elements_text(amounts) as amount) as benefit_vnd,
        benefit_unconverted
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (unit_id uuid, day date, registered integer,
        recognized integer, on_portal integer, amounts jsonb, benefit_unconverted integer)`,
  )
  await addToCounters(trx, ...deltas)
}

function count(
  result: { created: number; changed: number; unchanged: number; closed: number },
  decision: ImportDecision,
): void {
  switch (decision.kind) {
    case "create":
      result.created += 1
      return
    case "change":
      result.changed += 1
      return
    case "unchanged":
      result.unchanged += 1
      return
    case "closed":
      result.closed += 1
      return
    default:
      decision satisfies never
  }
}

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) yield rows.slice(from, from + CHUNK_ROWS)
}
