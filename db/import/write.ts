import { sql } from "kysely"
import type { StoredCampaign } from "../../core/campaign/operator-store.ts"
import {
  CORRECTED_KIND,
  IMPORT_REASON,
  type ImportDecision,
  type ImportEvent,
} from "../../core/intake/initiative-import.ts"
import type { InitiativeDraft, StoredBenefit } from "../../core/intake/initiative-sheet.ts"
import { newId } from "../id.ts"
import { TITLED_NOW } from "../ideas/title-stock.ts"
import type { Trx } from "../schema.ts"
import { COUNTED_COLUMNS } from "../tally/counter.ts"
import { type Known, type Stated, storedKey } from "./found.ts"

type Decided = Extract<ImportDecision, { kind: "create" | "change" }>
/** One row's record to be written, with its events. */
export type Write = {
  readonly id: string
  readonly sourceKey: string
  readonly decision: Decided
  readonly events: readonly CountedEvent[]
}
/** An event with what it adds to the counted benefit. */
export type CountedEvent = ImportEvent & { readonly vnd: string; readonly unconverted: number }

const STATES_NOTHING: Stated = { vnd: "0", unconverted: 0 }

/** What is to be written for a row that creates or changes a record. */
export function writeOf(draft: InitiativeDraft, known: Known | undefined, decision: Decided): Write {
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

/** Sequence values come out in order, but a set of rows has none: sorted they are handed out by registration. */
async function takeNumbers(trx: Trx, howMany: number): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select nextval('initiative_number') as number from generate_series(1, ${howMany}::int)`.execute(trx)
  return rows.map((row) => row.number).toSorted((a, b) => Number(a) - Number(b))
}

/** Writes new and changed records with their events; new ones get their numbers in this order. */
export async function writeChunk(
  trx: Trx,
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
  trx: Trx,
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
