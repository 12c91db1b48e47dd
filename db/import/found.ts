import { createHash } from "node:crypto"
import { sql } from "kysely"
import { IMPORT_REASON, type StoredInitiative } from "../../core/intake/initiative-import.ts"
import type { InitiativeDraft } from "../../core/intake/initiative-sheet.ts"
import type { Trx } from "../schema.ts"
import { statedUnconverted, statedVnd } from "../tally/counter.ts"

/** Keys of rows that bring an id of their own begin with it. */
export const ID_KEY = "id:"

/** What a record adds to the counted benefit; `vnd` is a decimal text, as the database has it. */
export type Stated = { readonly vnd: string; readonly unconverted: number }
/** A record as it is stored, with its benefit as it is counted. */
export type Known = StoredInitiative & { readonly stated: Stated }

/** Long titles would not fit into an index entry, so a key made of texts is stored as its hash. */
export function storedKey(draft: InitiativeDraft): string {
  if (draft.key.startsWith(ID_KEY)) return draft.key
  return `row:${createHash("sha256").update(draft.key).digest("hex")}`
}

/** The stored records that rows of a sheet are about, locked until the end of the transaction. */
export async function findStored(
  trx: Trx,
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
