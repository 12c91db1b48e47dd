import type { StoredCampaign } from "../campaign/operator-store.ts"
import type { Document } from "../channel.ts"
import { localDate, type Span } from "../clock.ts"
import type { DocumentRef, Phrase } from "../outbox.ts"
import { TallyError } from "../tally/plan.ts"
import { EXPORT_FIELDS, type ExportRecord, recordColumns } from "./fields.ts"
import { behind, recordSheet } from "./record-sheet.ts"
import { SHEET_TYPES, sheetOf, type WriteSheets } from "./sheet.ts"
import { type AnnexSource, readAnnex, tallySheets } from "./tally-sheets.ts"

/**
 * Which initiatives: at and below any of the units; `for_portal`: recognised and not yet on the portal; `recognized`: in
 * `span`, epoch milliseconds, and still so.
 */
export type ExportScope = {
  readonly campaignId: string
  readonly unitIds: readonly string[]
} & ({ readonly which: "all" | "for_portal" } | { readonly which: "recognized"; readonly span: Span })

/** What exported files are made of. */
export type ExportPorts = {
  readonly campaigns: () => Promise<readonly StoredCampaign[]>
  /** In the order of their units' names and their numbers, at most `limit`. */
  readonly records: (scope: ExportScope, limit: number) => Promise<readonly ExportRecord[]>
  readonly source: AnnexSource
  readonly write: WriteSheets
  readonly say: (phrase: Phrase) => string
  readonly zone: string
  readonly now: () => number
}

/** More belongs into the operator's tool: a file for a phone has an end. */
export const MOST_RECORDS = 50_000

type ExportRef = Extract<DocumentRef, { kind: "initiatives" | "tally" | "records" }>

/** Makes the file of an export; undefined when its campaign or unit is gone. */
export async function exportedFile(ports: ExportPorts, ref: ExportRef): Promise<Document | undefined> {
  const campaign = (await ports.campaigns()).find(({ id }) => id === ref.campaignId)
  if (campaign === undefined) return undefined
  switch (ref.kind) {
    case "initiatives":
      return await initiativesFile(ports, campaign, ref)
    case "tally":
      return await tallyFile(ports, campaign, ref)
    case "records":
      return await recordsFile(ports, campaign, ref)
    default:
      return ref satisfies never
  }
}

async function initiativesFile(
  ports: ExportPorts,
  { campaign }: StoredCampaign,
  ref: Extract<ExportRef, { kind: "initiatives" }>,
): Promise<Document> {
  const { say, zone } = ports
  const isForPortal = ref.which === "for_portal"
  const fields = isForPortal ? campaign.portalColumns : EXPORT_FIELDS
  const records = await ports.records(ref, MOST_RECORDS)
  const name = say({ key: "export-sheet", args: { sheet: SHEETS[ref.which] } })
  const sheet = sheetOf(name, recordColumns(fields, { say, zone }), records)
  return await fileOf(ports, FILES[ref.which], [sheet], ref)
}

const SHEETS = { all: "initiatives", for_portal: "portal", recognized: "recognized" } as const
const FILES = { all: "sang-kien", for_portal: "cho-len-cong", recognized: "da-cong-nhan" } as const

async function tallyFile(
  ports: ExportPorts,
  campaign: StoredCampaign,
  ref: Extract<ExportRef, { kind: "tally" }>,
): Promise<Document | undefined> {
  const { unitId, period, from, to, form } = ref
  try {
    const annex = await readAnnex(ports.source, campaign, unitId, { period, from, at: to, zone: ports.zone })
    return annex && (await fileOf(ports, "tong-hop", tallySheets(annex, form, ports.say), ref))
  } catch (error) {
    if (error instanceof TallyError) return undefined
    throw error
  }
}

async function recordsFile(
  ports: ExportPorts,
  campaign: StoredCampaign,
  ref: Extract<ExportRef, { kind: "records" }>,
): Promise<Document> {
  const { unitId, from, to, of, sectors } = ref
  const ask = await behind(ports.source, campaign, unitId, { from, to }, ports.zone)
  const among = sectors === undefined ? {} : { sectors }
  const records = await ports.source.countedRecords({ ...ask, ...among, kind: of }, MOST_RECORDS)
  return await fileOf(ports, "ho-so", [recordSheet(records, of, ports)], ref)
}

async function fileOf(
  { write, now, zone }: ExportPorts,
  name: string,
  sheets: Parameters<WriteSheets>[0],
  { form }: ExportRef,
): Promise<Document> {
  return {
    name: `${name}-${localDate(now(), zone)}.${form}`,
    contentType: SHEET_TYPES[form],
    bytes: await write(sheets, form),
  }
}
