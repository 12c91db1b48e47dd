import { readFile, stat, writeFile } from "node:fs/promises"
import type { BadRow, SheetRow } from "../../core/campaign/unit-sheet.ts"
import type { OutSheet } from "../../core/export/sheet.ts"
import { type OutColumn, type SheetForm, sheetOf } from "../../core/export/sheet.ts"
import type { SheetLine } from "../../core/file/file.ts"
import { headed, wholeCells } from "../../core/file/headings.ts"
import { foldWords } from "../../core/text/fold.ts"
import { UnsafeZip, unzip } from "../file/zip.ts"
import { csvLines, hasDocumentType, isUnbounded, isZip, SheetError, workbookLines } from "../sheet/read.ts"
import { writeSheets } from "../sheet/write.ts"
import { CliError, oneLine, unreadable } from "./errors.ts"

const MAX_FILE_MB = 20
const MAX_ROWS = 200_000
const MAX_CELL_LENGTH = 10_000
/** 200,000 rows of initiatives unpack to about half of it. */
const MAX_UNPACKED_MB = 256

/** Which headings stand for which column; the first is the English one. */
export type Columns<Column extends string> = Readonly<Record<Column, readonly string[]>>

/** A sheet read: rows by file line (the heading is line 1), rows that cannot be used at all, headings nobody knows. */
export type Sheet<Column extends string> = {
  readonly rows: readonly (SheetRow<Column> & { readonly extra: Readonly<Record<string, string>> })[]
  readonly bad: readonly BadRow[]
  readonly unknownColumns: readonly string[]
}

/**
 * Reads the first sheet of an .xlsx file, or a .csv file (UTF-8 or UTF-16, with comma, semicolon or tab). The first row
 * that is not empty holds the headings, or one of those behind a title (see `headed`), in any order, case and marks ignored. Dates of Excel become local
 * "YYYY-MM-DD[THH:MM:SS]". Throws `CliError` when the file cannot be read, is too large, or lacks a required column.
 */
export async function readTable<Column extends string>(
  file: string,
  columns: Columns<Column>,
  required: readonly NoInfer<Column>[],
): Promise<Sheet<Column>> {
  const bytes = await readBytes(file)
  const lines = await linesOf(file, bytes)
  const columnOf = columnsByHeading(columns)
  const lookFor = (isEnough: (known: ReadonlySet<Column>) => boolean) =>
    headed(lines, (heading) => columnOf.get(foldWords(heading)), isEnough)
  // Where one is missing, the error names what else stands there, not the title above.
  const found =
    lookFor((known) => required.every((column) => known.has(column))) ?? lookFor(({ size }) => size > 1)
  const [first, ...others] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
  if (first === undefined) throw new CliError(`${file} is empty: its first row must hold the headings.`)
  const { headings, body } = found ?? { headings: first.cells, body: others }
  if (body.length > MAX_ROWS) {
    throw new CliError(
      `${file} has ${body.length} rows, at most ${MAX_ROWS} are taken. Split it into several files.`,
    )
  }
  const layout = layoutOf(file, headings, columns, required)
  return tableOf(body, layout)
}

/** Writes rows as .xlsx, its sheet named by what they are, or .csv by the file's ending. Throws `CliError` for another ending or a folder that cannot be written. */
export async function writeTable<Row>(
  file: string,
  name: string,
  columns: readonly OutColumn<Row>[],
  rows: readonly Row[],
): Promise<void> {
  await writeFileOf(file, () => [sheetOf(name, columns, rows)])
}

/** As `writeTable`, for what is laid out differently as .xlsx, with several sheets, and as .csv, with one. */
export async function writeFileOf(
  file: string,
  sheets: (form: SheetForm) => readonly OutSheet[],
): Promise<void> {
  const ending = /\.(xlsx|csv)$/i.exec(file)?.[1]?.toLowerCase()
  if (ending !== "csv" && ending !== "xlsx") throw new CliError(`${file} must end in .xlsx or .csv.`)
  try {
    await writeFile(file, await writeSheets(sheets(ending), ending))
  } catch (cause) {
    throw new CliError(`${file} cannot be written: ${oneLine(cause)}`, { cause })
  }
}

async function linesOf(file: string, bytes: Buffer): Promise<readonly SheetLine[]> {
  try {
    if (!isZip(bytes)) return await csvLines(bytes)
    const workbook = unzip(bytes, MAX_UNPACKED_MB * 1024 * 1024)
    if (hasDocumentType(workbook)) throw new SheetError("declares a document type, as no Excel file does.")
    if (isUnbounded(workbook, 2 * MAX_ROWS)) {
      throw new SheetError(
        `has cells beyond row ${2 * MAX_ROWS} or column ZZ. Delete them, or save it as CSV UTF-8.`,
      )
    }
    return await workbookLines(workbook)
  } catch (cause) {
    if (cause instanceof SheetError) throw new CliError(`${file} ${cause.message}`, { cause })
    if (cause instanceof UnsafeZip) {
      throw new CliError(
        `${file} is not a readable Excel file of at most ${MAX_UNPACKED_MB} MB unpacked (${cause.message}) Save it as CSV UTF-8.`,
        { cause },
      )
    }
    throw cause
  }
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file)
    if (size > MAX_FILE_MB * 1024 * 1024) {
      throw new CliError(
        `${file} has ${Math.ceil(size / 1024 / 1024)} MB, at most ${MAX_FILE_MB} MB are taken. Split it into several files.`,
      )
    }
    return await readFile(file)
  } catch (cause) {
    if (cause instanceof CliError) throw cause
    throw unreadable(file, cause)
  }
}

function columnsByHeading<Column extends string>(columns: Columns<Column>): ReadonlyMap<string, Column> {
  const all = Object.keys(columns) as Column[]
  return new Map(
    all.flatMap((column) => columns[column].map((heading) => [foldWords(heading), column] as const)),
  )
}

type Layout<Column extends string> = {
  readonly known: readonly { readonly column: Column; readonly index: number }[]
  readonly unknown: readonly { readonly heading: string; readonly index: number }[]
}

function layoutOf<Column extends string>(
  file: string,
  headings: readonly string[],
  columns: Columns<Column>,
  required: readonly Column[],
): Layout<Column> {
  const columnOf = columnsByHeading(columns)
  const known: { column: Column; index: number }[] = []
  const unknown: { heading: string; index: number }[] = []
  for (const [index, heading] of headings.entries()) {
    const column = columnOf.get(foldWords(heading))
    if (column === undefined) {
      unknown.push({ heading: heading.trim(), index })
      continue
    }
    const twin = known.find((other) => other.column === column)
    if (twin !== undefined) {
      throw new CliError(
        `${file} has two columns for ${columns[column].join(" | ")}: "${headings[twin.index]}" and "${heading}". Remove one.`,
      )
    }
    known.push({ column, index })
  }
  const missing = required.filter((column) => known.every((other) => other.column !== column))
  if (missing.length > 0) {
    const wanted = missing.map((column) => columns[column].slice(0, 2).join(" | ")).join(", ")
    throw new CliError(
      `${file} lacks the column ${wanted}. Its headings are: ${headings.join(", ").slice(0, 300)}.`,
    )
  }
  return { known, unknown }
}

/** What two rows share is their unit or their day; one title over two rows is no second record. */
const OWN_TO_EACH: ReadonlySet<string> = new Set(["id", "code", "name", "title"])

function tableOf<Column extends string>(body: readonly SheetLine[], layout: Layout<Column>): Sheet<Column> {
  const rows: Sheet<Column>["rows"][number][] = []
  const bad: BadRow[] = []
  for (const row of body) {
    const { line, cells } = row
    const whole = wholeCells(row)
    const long = cells.findIndex((cell) => cell.length > MAX_CELL_LENGTH)
    if (long >= 0) {
      bad.push({
        line,
        reason: `a cell has ${cells[long]?.length} characters, at most ${MAX_CELL_LENGTH} are taken`,
      })
      continue
    }
    const known: Partial<Record<Column, string>> = {}
    for (const { column, index } of layout.known)
      known[column] = (OWN_TO_EACH.has(column) ? cells : whole)[index] ?? ""
    const extra = layout.unknown
      .map(({ heading, index }) => [heading, cells[index]?.trim() ?? ""] as const)
      .filter(([heading, text]) => heading !== "" && text !== "")
    rows.push({ line, cells: known, extra: Object.fromEntries(extra) })
  }
  const unknownColumns = layout.unknown.map(({ heading }) => heading).filter((heading) => heading !== "")
  return { rows, bad, unknownColumns }
}
