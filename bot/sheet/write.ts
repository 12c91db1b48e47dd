import type { SheetData } from "write-excel-file/node"
import type { Cell, NumberLook, OutSheet, SheetForm } from "../../core/export/sheet.ts"

/**
 * Sheets as the bytes of an .xlsx or .csv file that Excel and LibreOffice open as meant: real dates and numbers, a heading
 * that stays, and nothing that somebody typed is ever a formula. Of several sheets a .csv holds the first.
 */
export async function writeSheets(sheets: readonly OutSheet[], form: SheetForm): Promise<Uint8Array> {
  const [first] = sheets
  if (form === "csv") return new TextEncoder().encode(first === undefined ? "" : csvText(first))
  // Loaded when the first one is written: few processes ever write one.
  const { default: writeXlsxFile } = await import("write-excel-file/node")
  return await writeXlsxFile(
    sheets.map((sheet) => ({
      data: sheetData(sheet),
      sheet: sheet.name,
      columns: sheet.columns.map(({ width }) => ({ width: width ?? 16 })),
      stickyRowsCount: 1,
      ...(sheet.columns.length > WIDE_FROM ? { orientation: "landscape" as const } : {}),
    })),
    // Named, or each program writes headings and rows in letters of its own choice.
    { fontFamily: "Arial", fontSize: 10 },
  ).toBuffer()
}

/** Sheets with more columns are printed across the paper. */
const WIDE_FROM = 2

/** A cell that a spreadsheet program would run as a formula, or that looks like one already guarded. */
const FORMULA = /^'*\s*[=+\-@\t\r＝＋－＠]/u

/** Takes off the apostrophe that `writeSheets` puts before what looks like a formula. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}

function csvText({ columns, rows }: OutSheet): string {
  const quoted = (text: string) =>
    /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(csvCell))]
  // Without the byte order mark Excel reads Vietnamese as Latin-1.
  return `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("")}`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ""
  if (typeof cell === "number") return String(cell)
  if (typeof cell === "object") return "time" in cell ? wallClock(cell.time) : String(cell.number)
  // The apostrophe makes it text.
  return FORMULA.test(cell) ? `'${cell}` : cell
}

/** Excel's own limit. */
const LONGEST_CELL = 32_767
/** What XML cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const LOOKS: Readonly<Record<NumberLook, string>> = { count: "#,##0", pct: "0.0" }

function sheetData({ columns, rows }: OutSheet): SheetData {
  const heading = columns.map((column) => ({
    value: column.heading,
    fontWeight: "bold" as const,
    wrap: true,
  }))
  const body: SheetData = rows.map((row) =>
    row.map((cell, index) => {
      if (cell === null || cell === "") return null
      if (typeof cell === "string") {
        const value = cell.toWellFormed().replace(NOT_XML, "").slice(0, LONGEST_CELL)
        return value === "" ? null : { value, type: String }
      }
      if (typeof cell === "number") {
        const look = columns[index]?.look
        return { value: cell, type: Number, ...(look === undefined ? {} : { format: LOOKS[look] }) }
      }
      return "time" in cell
        ? timeCell(cell.time)
        : { value: cell.number, type: Number, format: LOOKS[cell.look] }
    }),
  )
  return [heading, ...body]
}

/** "2026-03-10" or "2026-03-10 09:00:00": a moment with "T" and an offset is a text to every spreadsheet program. */
function wallClock(time: string): string {
  return time.slice(0, 19).replace("T", " ")
}

/** Excel has no zones: the clock on the wall is written as if it were UTC. */
function timeCell(time: string) {
  const isDay = time.length === 10
  const value = new Date(`${isDay ? `${time} 00:00:00` : wallClock(time)}Z`)
  return { value, type: Date, format: isDay ? "dd/mm/yyyy" : "dd/mm/yyyy hh:mm:ss" }
}
