import type { StoredCampaign } from "../campaign/operator-store.ts"
import type { Unit } from "../campaign/unit.ts"
import type { Document } from "../channel.ts"
import { localDate, type Span } from "../clock.ts"
import type { DocumentRef, Phrase } from "../outbox.ts"
import { TallyError } from "../tally/plan.ts"
import type { RecordKind } from "../tally/wish.ts"
import { EXPORT_FIELDS, type ExportRecord, recordColumns } from "./fields.ts"
import { behind, recordSheet } from "./record-sheet.ts"
import { readScoreFile, type ScoreFileSource, scoreSheets } from "./score-sheets.ts"
import { aboutLine, daysIn, SHEET_TYPES, type SheetForm, sheetOf, type WriteSheets } from "./sheet.ts"
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
  readonly source: AnnexSource & ScoreFileSource
  readonly write: WriteSheets
  readonly say: (phrase: Phrase) => string
  readonly zone: string
  readonly now: () => number
}

/** More belongs into the operator's tool: a file for a phone has an end. */
export const MOST_RECORDS = 50_000

type ExportRef = Extract<DocumentRef, { kind: "initiatives" | "tally" | "records" | "scores" }>

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
    case "scores":
      return await scoresFile(ports, campaign, ref)
    default:
      return ref satisfies never
  }
}

async function initiativesFile(
  ports: ExportPorts,
  stored: StoredCampaign,
  ref: Extract<ExportRef, { kind: "initiatives" }>,
): Promise<Document> {
  const { campaign } = stored
  const { say, zone } = ports
  const isForPortal = ref.which === "for_portal"
  const fields = isForPortal ? campaign.portalColumns : EXPORT_FIELDS
  const records = await ports.records(ref, MOST_RECORDS)
  const name = say({ key: "export-sheet", args: { sheet: SHEETS[ref.which] } })
  const days = ref.which === "recognized" ? ref.span : undefined
  const [only = "", ...others] = ref.unitIds
  const unit = others.length === 0 ? await unitOf(ports, only, ports.now()) : undefined
  const about = aboutLine(campaign.shortName, unit?.name, days && { span: days, zone })
  const sheet = { ...sheetOf(name, recordColumns(fields, { say, zone }), records), about }
  return await fileOf(ports, [FILES[ref.which], ...codeOf(unit, stored)], [sheet], { form: ref.form, days })
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
    if (annex === undefined) return undefined
    const unit = { id: unitId, code: annex.reading.tally.unit }
    const sheets = tallySheets(annex, form, ports.say)
    return await fileOf(ports, ["tong-hop", ...codeOf(unit, campaign)], sheets, { form, days: { from, to } })
  } catch (error) {
    if (error instanceof TallyError) return undefined
    throw error
  }
}

const COUNTED: Readonly<Record<RecordKind, string>> = {
  registered: "dang-ky",
  recognized: "cong-nhan",
  onPortal: "len-cong",
  corrections: "dieu-chinh",
}

async function recordsFile(
  ports: ExportPorts,
  campaign: StoredCampaign,
  ref: Extract<ExportRef, { kind: "records" }>,
): Promise<Document> {
  const { unitId, from, to, of, sectors, form } = ref
  const { source, zone } = ports
  const days = { from, to }
  const ask = await behind(source, campaign, { unitId, span: days, zone })
  const among = sectors === undefined ? {} : { sectors }
  const records = await source.countedRecords({ ...ask, ...among, kind: of }, MOST_RECORDS)
  const unit = await unitOf(ports, unitId, to - 1)
  const about = aboutLine(campaign.campaign.shortName, unit?.name, { span: days, zone })
  const name = ["ho-so", COUNTED[of], ...codeOf(unit, campaign)]
  return await fileOf(ports, name, [recordSheet(records, of, ports, about)], { form, days })
}

async function scoresFile(
  ports: ExportPorts,
  stored: StoredCampaign,
  { unitId, period, at, form }: Extract<ExportRef, { kind: "scores" }>,
): Promise<Document | undefined> {
  const { source, zone } = ports
  try {
    const file = await readScoreFile(source, stored, { period, at, zone, limit: MOST_RECORDS }, unitId)
    const sheets = scoreSheets(file, stored.campaign, ports)
    const unit = await unitOf(ports, unitId, at - 1)
    // A .csv holds one sheet: how every point came about.
    const kept = form === "csv" ? sheets.slice(1, 2) : sheets
    return await fileOf(ports, ["diem-thi-dua", ...codeOf(unit, stored)], kept, {
      form,
      days: file.board.span,
    })
  } catch (error) {
    if (error instanceof TallyError) return undefined
    throw error
  }
}

async function unitOf({ source, zone }: ExportPorts, unitId: string, at: number) {
  return (await source.units(localDate(at, zone))).find(({ id }) => id === unitId)
}

/** The campaign's own unit goes without saying. */
function codeOf(unit: Pick<Unit, "id" | "code"> | undefined, { unitId }: StoredCampaign): readonly string[] {
  return unit === undefined || unit.id === unitId ? [] : [unit.code]
}

/** A unit's code may hold anything; a file's name is for every disk. */
const NOT_IN_A_NAME = /[^A-Za-z0-9_.-]+/g

/** Named by what is in it, so that the files of two units or two weeks do not take each other's place. */
async function fileOf(
  { write, now, zone }: ExportPorts,
  name: readonly string[],
  sheets: Parameters<WriteSheets>[0],
  { form, days }: { readonly form: SheetForm; readonly days: Span | undefined },
): Promise<Document> {
  const today = now()
  const [first, last] = daysIn(days ?? { from: today, to: today }, zone)
  const parts = [
    ...name.map((part) => part.replace(NOT_IN_A_NAME, "-")),
    first,
    ...(first === last ? [] : ["den", last]),
  ]
  return {
    name: `${parts.join("-")}.${form}`,
    contentType: SHEET_TYPES[form],
    bytes: await write(sheets, form),
  }
}
