import { z } from "zod"
import { wordsOf } from "../../core/error.ts"
import type { SheetLine } from "../../core/file/file.ts"
import { given } from "../../core/given.ts"
import { storedZip, type ZipEntry } from "../file/zip.ts"
import { decoded, encodingOf, hasLostLetters } from "./encoding.ts"
import { mergedAbove } from "./merged.ts"
import { withoutGuard } from "./write.ts"

/** A file that is no readable sheet; `message` continues "FILE …" and says what to do. */
export class SheetError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = "SheetError"
  }
}

/** A file that was saved without Vietnamese letters: each became a question mark. */
export class LostLettersError extends SheetError {
  constructor() {
    super(
      `has lost its Vietnamese letters (each is a "?"). In Excel choose "Save as … CSV UTF-8", or use .xlsx.`,
    )
    this.name = "LostLettersError"
  }
}

/** True for the first bytes of an archive, as every .xlsx is one. */
export function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))
}

/**
 * True when a sheet names a row beyond `mostRow`, or a column beyond ZZ: three cells may claim a million rows, and whoever
 * lays them out as a grid runs out of memory.
 */
export function isUnbounded(workbook: readonly ZipEntry[], mostRow: number): boolean {
  return workbook.some(({ name, content }) => {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return false
    const xml = content.toString("latin1")
    for (const [, column = "", row = "0"] of xml.matchAll(/[ :"]r?e?f?="?([A-Z]{1,4})(\d{1,9})"/g)) {
      if (Number(row) > mostRow || column.length > 2) return true
    }
    return [...xml.matchAll(/<row\b[^>]*\br="(\d+)"/g)].some(([, row = "0"]) => Number(row) > mostRow)
  })
}

/** True when a part declares a document type, with which a few words can swell to gigabytes in an XML reader. */
export function hasDocumentType(workbook: readonly ZipEntry[]): boolean {
  return workbook.some(({ name, content }) => /\.(?:xml|rels)$/.test(name) && content.includes("<!DOCTYPE"))
}

/**
 * The lines of the first sheet of an unpacked .xlsx file with their numbers in it; the caller has looked at its parts.
 * Dates of Excel become local "YYYY-MM-DD[THH:MM:SS]". Throws `SheetError`.
 */
export async function workbookLines(workbook: readonly ZipEntry[]): Promise<readonly SheetLine[]> {
  // Loaded, as the other reader, when the first sheet comes: most processes never see one.
  const { readSheet } = await import("read-excel-file/node")
  try {
    const read = await readSheet(storedZip(workbook.filter(({ name }) => /\.(?:xml|rels)$/.test(name))))
    const rows = read.map((row) => row.map(cellText))
    const merged = mergedAbove(workbook, rows)
    return rows.map((cells, index) => {
      const above = merged.get(index)
      return { line: index + 1, cells, ...given({ above }) }
    })
  } catch (cause) {
    throw new SheetError(
      `is not a readable Excel file (.xlsx): ${oneLine(cause)}. Open it in Excel and save it again as .xlsx or CSV UTF-8.`,
      { cause },
    )
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ""
  if (!(cell instanceof Date)) return String(cell)
  // Excel has no zones: the library gives the clock on the wall as if it were UTC, off by parts of a second.
  const wall = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19)
  return wall.endsWith("T00:00:00") ? wall.slice(0, 10) : wall
}

const csvRecords = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** The lines of a .csv file (UTF-8, UTF-16 or Windows-1258, with comma, semicolon or tab), by their numbers. Throws `SheetError`. */
export async function csvLines(bytes: Buffer): Promise<readonly SheetLine[]> {
  const { parse } = await import("csv-parse/sync")
  const text = decode(bytes)
  try {
    const records = csvRecords.parse(
      parse(text, { delimiter: delimiterOf(text), info: true, relax_column_count: true }),
    )
    let last = 0
    return records.map(({ record, info }) => {
      // A record ends on `lines`; with line breaks inside quotes it began earlier.
      const line = last + 1
      last = Math.max(info.lines, line)
      return { line, cells: record.map(withoutGuard) }
    })
  } catch (cause) {
    throw new SheetError(`is not a readable CSV file: ${oneLine(cause)}. Save it again as CSV UTF-8.`, {
      cause,
    })
  }
}

function decode(bytes: Buffer): string {
  const encoding = encodingOf(bytes)
  if (encoding === undefined)
    throw new SheetError(`is no text that can be read. In Excel choose "Save as … CSV UTF-8", or use .xlsx.`)
  try {
    // The parser would count a CR LF inside quotes as two lines, and bad rows would be named wrongly from there on.
    const text = decoded(bytes, encoding).replaceAll("\r\n", "\n")
    if (!hasLostLetters(text)) return text
  } catch (cause) {
    throw new SheetError(`is damaged. In Excel choose "Save as … CSV UTF-8", or use .xlsx.`, { cause })
  }
  throw new LostLettersError()
}

function delimiterOf(text: string): string {
  const heading =
    text
      .trimStart()
      .split(/\r?\n/, 1)[0]
      ?.replace(/"[^"]*"/g, "") ?? ""
  const count = (mark: string) => heading.split(mark).length
  return [",", ";", "\t"].toSorted((a, b) => count(b) - count(a))[0] ?? ","
}

function oneLine(cause: unknown): string {
  return wordsOf(cause).replace(/\s+/g, " ").trim()
}
