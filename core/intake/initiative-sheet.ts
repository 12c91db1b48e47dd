import type { BadRow, SheetRow } from "../campaign/unit-sheet.ts"
import { clean, fold, foldWords } from "../text/fold.ts"
import { parseMoney } from "../text/money-reading.ts"
import { monthFirstIn } from "../text/month-first.ts"
import { DATE_COLUMNS, type DateReader, type Given, type RowDates, readRowDates } from "./initiative-dates.ts"

/**
 * Columns of a sheet of initiatives: identifier and the headings it answers to, those of the bot's own exports in both languages
 * among them; the first is the one the operator's export writes.
 */
export const INITIATIVE_COLUMNS = {
  id: ["id", "mã hồ sơ"],
  unit: ["unit", "đơn vị", "tên đơn vị"],
  unitCode: ["unit_code", "mã đơn vị"],
  title: ["title", "tên sáng kiến"],
  author: ["author", "tác giả", "họ và tên tác giả", "họ tên tác giả", "tên tác giả"],
  sector: ["sector", "lĩnh vực", "field"],
  benefit: ["benefit", "giá trị làm lợi", "giá trị làm lợi (đồng)"],
  registeredAt: ["registered_at", "ngày đăng ký", "registered on"],
  recognizedAt: ["recognized_at", "ngày công nhận", "recognised on"],
  onPortalAt: ["on_portal_at", "ngày lên cổng", "on the portal since"],
  portalCode: ["portal_code", "mã cổng"],
  code: ["code", "mã sáng kiến", "initiative code"],
  status: ["status", "trạng thái"],
} as const

/** A column of a sheet of initiatives. */
export type InitiativeColumn = keyof typeof INITIATIVE_COLUMNS

/** A row of a sheet of initiatives with its unknown columns, heading → text. */
export type InitiativeSheetRow = SheetRow<InitiativeColumn> & {
  readonly extra: Readonly<Record<string, string>>
}

/** Benefit as it is stored. `currency` null: none was stated ("không tính được"); `amount` null: stated without a usable number. */
export type StoredBenefit = {
  readonly raw: string | null
  readonly amount: string | null
  readonly amountMax: string | null
  readonly currency: string | null
  readonly period: string | null
  readonly qualifier: string | null
}

/** A checked row. undefined: the column is missing or the cell empty. */
export type InitiativeDraft = RowDates & {
  readonly line: number
  /** Finds the record again at the next import: the sheet's own id, else unit + folded title + author. */
  readonly key: string
  /** Number of a code like SK-000123 in the sheet: only a hint, it may come from another database. */
  readonly number: number | undefined
  readonly unitId: string
  readonly title: string
  readonly titleKey: string
  readonly author: string
  readonly sector: string | undefined
  readonly benefit: StoredBenefit | undefined
  readonly portalCode: string | undefined
  /** A status that dates do not tell; undefined: the latest date decides. */
  readonly status: "under_review" | "needs_more_info" | "refused" | "withdrawn" | "duplicate" | undefined
  readonly extra: Readonly<Record<string, string>>
}

/** What reading rows needs to know. */
export type InitiativeReadContext = {
  readonly zone: string
  /** Epoch milliseconds. */
  readonly now: number
  readonly sectors: readonly string[]
  /** Units of the campaign. */
  readonly units: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}

const MAX_TITLE_LENGTH = 1000
const MAX_SHORT_LENGTH = 300

/**
 * Checks the rows of a sheet of initiatives. Every row ends in `drafts` or in `bad`; a repeated id, or without an id a
 * repeated unit + title + author, is bad. `unknownSectors` are kept as typed; `ahead` are the lines of drafts with a date
 * that is still to come, most likely a slip of the keyboard.
 */
export function readInitiatives(
  rows: readonly InitiativeSheetRow[],
  context: InitiativeReadContext,
): { drafts: InitiativeDraft[]; bad: BadRow[]; unknownSectors: string[]; ahead: number[] } {
  const sectors = new Map(context.sectors.map((sector) => [foldWords(sector), sector]))
  const written = rows.flatMap(({ cells }) => DATE_COLUMNS.map((column) => cells[column]))
  const dates = { zone: context.zone, heading: headingOf, monthFirst: monthFirstIn(written) }
  const reader: Reader = { dates, findUnit: unitFinder(context.units), sectors }
  const firstLine = new Map<string, number>()
  const unknownSectors = new Set<string>()
  const drafts: InitiativeDraft[] = []
  const bad: BadRow[] = []
  for (const row of rows) {
    const reasons: string[] = []
    const draft = readRow(row, reader, (reason) => reasons.push(reason))
    const earlierLine = firstLine.get(draft.key)
    if (earlierLine !== undefined) {
      const what = draft.key.startsWith("id:")
        ? `id "${draft.key.slice(3)}"`
        : "the same unit, title and author"
      reasons.push(`${what} stands already on line ${earlierLine}`)
    } else firstLine.set(draft.key, row.line)
    if (reasons.length > 0) {
      bad.push({ line: row.line, reason: reasons.join("; ") })
      continue
    }
    drafts.push(draft)
    if (draft.sector !== undefined && !sectors.has(foldWords(draft.sector))) unknownSectors.add(draft.sector)
  }
  const isToCome = (given: Given) => typeof given === "number" && given > context.now
  const ahead = drafts
    .filter((draft) => [draft.registeredAt, draft.recognizedAt, draft.onPortalAt].some(isToCome))
    .map(({ line }) => line)
  return { drafts, bad, unknownSectors: [...unknownSectors], ahead }
}

type UnitFinder = (text: string, code: string) => string | { readonly reason: string }

function unitFinder(units: InitiativeReadContext["units"]): UnitFinder {
  const byCode = new Map(units.map((unit) => [fold(unit.code), unit.id]))
  const byName = Map.groupBy(units, (unit) => foldWords(unit.name))
  return (text, code) => {
    const named = byName.get(foldWords(text)) ?? []
    const found =
      byCode.get(fold(code)) ?? byCode.get(fold(text)) ?? (named.length === 1 ? named[0]?.id : undefined)
    if (found !== undefined) return found
    if (named.length > 1) {
      const codes = named.map((unit) => unit.code).join(", ")
      return {
        reason: `unit "${text}" is ambiguous: ${named.length} units have this name (${codes}); give the code`,
      }
    }
    return { reason: `unit "${text}" is neither the code nor the name of a unit of this campaign` }
  }
}

/** Names one thing that is wrong with a row. */
type Complain = (reason: string) => void

/** What the rows of one sheet are read with. */
type Reader = {
  readonly dates: DateReader
  readonly findUnit: UnitFinder
  /** The campaign's sectors by their folded names. */
  readonly sectors: ReadonlyMap<string, string>
}

function readRow(
  row: InitiativeSheetRow,
  { dates, findUnit, sectors }: Reader,
  complain: Complain,
): InitiativeDraft {
  const typed = (column: InitiativeColumn) => clean(row.cells[column] ?? "").replaceAll("\n", " ")
  const cell = (column: InitiativeColumn, maxLength = MAX_SHORT_LENGTH) => {
    const text = typed(column)
    if (text.length > maxLength)
      complain(`${headingOf(column)} has ${text.length} characters, at most ${maxLength} are taken`)
    return text
  }
  const required = (column: InitiativeColumn, maxLength?: number) => {
    const text = cell(column, maxLength)
    if (text === "") complain(`${headingOf(column)} is empty`)
    return text
  }
  const unitText = required("unit")
  const unit = unitText === "" ? "" : findUnit(unitText, cell("unitCode"))
  if (typeof unit !== "string") complain(unit.reason)
  const unitId = typeof unit === "string" ? unit : `?${fold(unitText)}`
  const title = required("title", MAX_TITLE_LENGTH)
  const author = required("author")
  const titleKey = fold(title)
  const id = cell("id")
  const sector = cell("sector")
  return {
    line: row.line,
    key: id === "" ? `row:${unitId}|${titleKey}|${foldWords(author)}` : `id:${id}`,
    number: numberOf(typed("code")),
    unitId,
    title,
    titleKey,
    author,
    sector: sector === "" ? undefined : (sectors.get(foldWords(sector)) ?? sector),
    benefit: readBenefit(cell("benefit")),
    ...readRowDates(row.cells, dates, complain),
    portalCode: cell("portalCode") || undefined,
    status: STATUS_OF.get(foldWords(typed("status"))),
    extra: Object.fromEntries(
      Object.entries(row.extra)
        .map(([heading, text]) => [clean(heading), clean(text)])
        .filter(([, text]) => text !== ""),
    ),
  }
}

function headingOf(column: InitiativeColumn): string {
  return INITIATIVE_COLUMNS[column][0]
}

function readBenefit(raw: string): StoredBenefit | undefined {
  if (raw === "") return undefined
  const reading = parseMoney(raw)
  const none = { raw, amount: null, amountMax: null, period: null, qualifier: null }
  switch (reading.kind) {
    case "money": {
      const { amount, amountMax, currency, period, qualifier } = reading.money
      return { raw, amount, amountMax: amountMax ?? null, currency, period, qualifier }
    }
    case "none_given":
      return { ...none, currency: null }
    // Nobody can be asked during an import: stated, but not usable as a number.
    case "ambiguous":
    case "unreadable":
      return { ...none, currency: "VND" }
    default:
      return reading satisfies never
  }
}

function numberOf(code: string): number | undefined {
  const digits = /^SK-?(\d{1,15})$/i.exec(code)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

const STATUS_OF = new Map(
  (
    [
      ["under_review", ["under_review", "đang xét", "chờ xét"]],
      ["needs_more_info", ["needs_more_info", "cần bổ sung", "more information needed"]],
      ["refused", ["refused", "từ chối", "không công nhận"]],
      ["withdrawn", ["withdrawn", "đã rút", "đã hủy", "rút"]],
      ["duplicate", ["duplicate", "trùng", "trùng lặp"]],
    ] as const
  ).flatMap(([status, words]) => words.map((word) => [foldWords(word), status] as const)),
)
