import type { SheetLine } from "../file/file.ts"
import { behalfLines, type ListTable, listTable } from "../file/table.ts"
import { foldWords } from "../text/fold.ts"
import { isLabel } from "./labels.ts"
import { isHeadedList, type ReadLine } from "./on-behalf-lines.ts"
import { isRecord } from "./registration.ts"

const ROW_NUMBER = /^\d{1,3}[.)]?$/
const NUMBER_HEADINGS = new Set(["stt", "tt", "so tt", "so thu tu", "no"])

/**
 * The rows of a table with headings that was pasted into a message, by the numbers people see: those of its first column, else
 * their places. Cells are apart by tabs (Excel), or each stands on a line of its own (a table of Word on a phone); undefined when
 * there is no such table.
 */
export function pastedTable(text: string): readonly ReadLine[] | undefined {
  const table = tableOf(text)
  return table?.has("author") === true ? behalfLines(table) : undefined
}

/** The portal's own list pasted into a message: a table with its codes; undefined for anything else. */
export function pastedPortalList(text: string): ListTable | undefined {
  const table = tableOf(text)
  return table?.has("portalCode") === true ? table : undefined
}

/**
 * One row under its headings, as a sheet that a form fills has it, with a line for every cell: "Tên sáng kiến: …". What stands above
 * the headings stays there. Undefined for several rows, and for a table whose labels stand in its first column.
 */
export function pastedForm(text: string): string | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "")
  const [head, row, ...others] = lines.filter((line) => line.includes("\t"))
  if (head === undefined || row === undefined || others.length > 0 || lines.at(-1) !== row) return undefined
  const names = cellsOf(head)
  const values = cellsOf(row)
  if (names.filter(isLabel).length < 2 || values.length > names.length) return undefined
  const record = names.flatMap((name, at) => (name && values[at] ? [`${name}: ${values[at]}`] : []))
  const form = record.join("\n")
  return isRecord(form) ? [...lines.slice(0, -2), form].join("\n") : undefined
}

function tableOf(text: string): ListTable | undefined {
  const cells = text.includes("\t") ? tabbed(text) : stacked(text)
  if (cells === undefined) return undefined
  const numbers = numbersOf(cells)
  const lines: SheetLine[] = cells.map((own, at) => ({ line: numbers.get(at) ?? at, cells: own }))
  return listTable(lines)
}

/** True for a message that is nothing but a list under headings for authors and titles, however its cells are apart. */
export function isPastedList(text: string): boolean {
  return isHeadedList(text) || (pastedTable(text)?.length ?? 0) > 0
}

function tabbed(text: string): readonly (readonly string[])[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(cellsOf)
}

function cellsOf(line: string): readonly string[] {
  return line.split("\t").map((cell) => cell.trim())
}

/** "1 / Lê Hoa / Máng trượt / 2 / …": as many cells behind every number as the headings name. */
function stacked(text: string): readonly (readonly string[])[] | undefined {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
  const rows: string[][] = [[]]
  for (const line of lines) {
    // Only the next number begins a row: an amount of "12" is a cell.
    if (ROW_NUMBER.test(line) && Number.parseInt(line, 10) === rows.length) rows.push([line])
    else rows.at(-1)?.push(line)
  }
  const [head = [], ...body] = rows
  const isTable =
    body.length > 0 &&
    NUMBER_HEADINGS.has(foldWords(head[0] ?? "")) &&
    body.every((row) => row.length > 2 && row.length <= head.length)
  return isTable ? rows : undefined
}

/** The first row with words in it heads the others, which are numbered from 1. */
function numbersOf(cells: readonly (readonly string[])[]): ReadonlyMap<number, number> {
  const head = cells.findIndex((row) => row.some((cell) => /\p{L}/u.test(cell)))
  const column = cells[head]?.findIndex((cell) => NUMBER_HEADINGS.has(foldWords(cell))) ?? -1
  const typed = cells
    .slice(head + 1)
    .map((row) =>
      column >= 0 && ROW_NUMBER.test(row[column] ?? "") ? Number.parseInt(row[column] ?? "", 10) : 0,
    )
  const areOwn = !typed.includes(0) && new Set(typed).size === typed.length
  return new Map(typed.map((number, at) => [head + 1 + at, areOwn ? number : at + 1]))
}
