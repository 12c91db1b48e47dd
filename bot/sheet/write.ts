import type { SheetData } from "write-excel-file/node"
import type { Cell, NumberLook, OutSheet, SheetForm } from "../../core/export/sheet.ts"
import { DEFAULT_WIDTH, isList, printing } from "./print.ts"

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
      columns: sheet.columns.map(({ width }) => ({ width: width ?? DEFAULT_WIDTH })),
      stickyRowsCount: 1,
    })),
    // Named, or each program writes headings and rows in letters of its own choice; these are what Nghị định 30/2020/NĐ-CP wants.
    { fontFamily: "Times New Roman", fontSize: 12, features: [printing(sheets)] },
  ).toBuffer()
}

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
/** A longer text stays on one line, or its row alone would fill the screen. */
const LONGEST_WRAPPED = 240
/** What XML cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const LOOKS: Readonly<Record<NumberLook, string>> = { count: "#,##0", pct: "0.0" }

const CENTRED = { align: "center" } as const

/** Points that a line of 12 points takes. */
const LINE_PT = 15.75
/** Of the digits that widths are counted in, with some room for words that do not fit into a line. */
const LETTER_WIDTH = 0.95

function sheetData(sheet: OutSheet): SheetData {
  const { columns, rows } = sheet
  const heading = columns.map(({ heading: value, width }) => ({
    value,
    fontWeight: "bold" as const,
    ...wrapped(value, width),
    align: "center" as const,
    alignVertical: "center" as const,
    backgroundColor: "#E4E8EE",
  }))
  const body = rows.map((row) =>
    row.map((cell, index) => {
      const written = writtenCell(cell, columns[index])
      // Else it would touch the words of the next column at its right edge.
      const isDate = isList(sheet) && typeof cell === "object" && cell !== null && "time" in cell
      return written && { ...written, alignVertical: "top" as const, ...(isDate ? CENTRED : {}) }
    }),
  )
  return [heading, ...body]
}

function writtenCell(cell: Cell, column: OutSheet["columns"][number] | undefined) {
  if (cell === null) return null
  if (typeof cell === "string") {
    const value = cell.toWellFormed().replace(NOT_XML, "").slice(0, LONGEST_CELL)
    if (value === "") return null
    const isShort = value.length <= LONGEST_WRAPPED
    return { value, type: String, ...(isShort ? wrapped(value, column?.width) : {}) }
  }
  if (typeof cell === "object")
    return "time" in cell
      ? timeCell(cell.time)
      : { value: cell.number, type: Number, format: LOOKS[cell.look] }
  // What is no amount, as a place in the ranking, would touch the words of the next column at its right edge.
  return column?.look === undefined
    ? { value: cell, type: Number, ...CENTRED }
    : { value: cell, type: Number, format: LOOKS[column.look] }
}

/** A row has the height of its highest cell; LibreOffice makes no room by itself. */
function wrapped(text: string, width = DEFAULT_WIDTH) {
  const lines = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * LETTER_WIDTH) / width)), 0)
  return { wrap: true, height: lines * LINE_PT }
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
