import { fold } from "../text/fold.ts"
import type { SheetLine } from "./file.ts"

/** What stands over the columns of a table, and the lines below. */
export type Headed = { readonly headings: readonly string[]; readonly body: readonly SheetLine[] }

/** Above the headings a list often has its own title, an address and a date. */
const LINES_BEFORE_HEADINGS = 10
/** "1 2 3", "(1) (2)" or "A B C" under the headings, as forms have it. */
const NUMBERING = /^(?:\(?\d{1,2}\)?|\(?\p{L}\)?)$/u
const TOTAL = /^(?:tong cong|tong so|tong|cong|total)$/

/**
 * Finds the line that holds the headings, or two that do, as where "Số lượng" stands over "Đoàn viên" and "Người lao động":
 * the first from which `isEnough` is known. A line that numbers the columns and one that sums them up are no rows of the table.
 * Undefined when there is no such line.
 */
export function headed<Column>(
  lines: readonly SheetLine[],
  columnOf: (heading: string) => Column | undefined,
  isEnough: (known: ReadonlySet<Column>) => boolean,
): Headed | undefined {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
  const known = (headings: readonly string[]) =>
    new Set(headings.map(columnOf).filter((column) => column !== undefined))
  for (const [at, line] of filled.slice(0, LINES_BEFORE_HEADINGS).entries()) {
    const one = wholeCells(line)
    const below = filled[at + 1]
    const two = below === undefined ? undefined : joined(one, wholeCells(below), columnOf)
    const isDouble = two !== undefined && known(one).size > 0 && known(two).size > known(one).size
    const headings = isDouble ? two : one
    if (!isEnough(known(headings))) continue
    const [first, ...others] = filled.slice(at + (isDouble ? 2 : 1))
    const body = first === undefined ? [] : isNumbering(first) ? others : [first, ...others]
    return { headings, body: body.filter((row) => !isTotal(row, headings.length)) }
  }
  return undefined
}

/** The cells of a line, those that are merged with the line above among them. */
export function wholeCells({ cells, above }: SheetLine): readonly string[] {
  if (above === undefined) return cells
  const width = Math.max(cells.length, ...[...above.keys()].map((place) => place + 1))
  return Array.from({ length: width }, (_, place) => cells[place] || (above.get(place) ?? ""))
}

/**
 * The lower of two headings says more; one that stands over several lower ones says nothing of its own. Undefined where the lower
 * line tells something else below a heading: then it is a row.
 */
function joined<Column>(
  upper: readonly string[],
  lower: readonly string[],
  columnOf: (heading: string) => Column | undefined,
): readonly string[] | undefined {
  const isRow = lower.some(
    (under, place) =>
      under.trim() !== "" &&
      under !== upper[place] &&
      columnOf(under) === undefined &&
      columnOf(upper[place] ?? "") !== undefined,
  )
  if (isRow) return undefined
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, place) => {
    const [over = "", under = ""] = [upper[place], lower[place]]
    return columnOf(under) !== undefined || over.trim() === "" ? under : over
  })
}

function isNumbering({ cells }: SheetLine): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "")
  return filled.length > 2 && filled.every((cell) => NUMBERING.test(cell))
}

function isTotal({ cells }: SheetLine, width: number): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "")
  return TOTAL.test(fold(filled[0] ?? "").replace(/[\s:.]+$/, "")) && filled.length * 2 <= width
}
