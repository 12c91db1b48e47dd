import { formatDay, type LocalDate, lastDayOf, localDate, type Span } from "../clock.ts"
import { given } from "../given.ts"

/**
 * One cell of a sheet that leaves the house. `time` is a moment on the local clock: "2026-03-10", "2026-03-10 09:00:00", or
 * with "T" and an offset; in Excel it becomes a real date.
 */
export type Cell = string | number | null | { readonly time: string } | NumberCell

/** A number that looks otherwise than its column. */
export type NumberCell = { readonly number: number; readonly look: NumberLook }

/** How a number looks in Excel: "count" 1.500, "pct" 75,6. */
export type NumberLook = "count" | "pct"

/** A sheet to be written as .xlsx or .csv: every row has a cell for every column. */
export type OutSheet = {
  /** At most 31 characters, none of []:*?/\ */
  readonly name: string
  /** `width` in characters. */
  readonly columns: readonly {
    readonly heading: string
    readonly width?: number
    readonly look?: NumberLook
  }[]
  readonly rows: readonly (readonly Cell[])[]
  /** What it is about, in one line: pages that are printed bear it below the name. */
  readonly about?: string
}

/** Whose figures of which days, as a sheet's `about`; what is not known is left out. */
export function aboutLine(
  campaign: string,
  unit: string | undefined,
  days: { readonly span: Span; readonly zone: string } | undefined,
): string {
  return [campaign, unit, days && daysWords(days)].filter((part) => part !== undefined).join(" · ")
}

/** With their years: a paper is read long afterwards. */
function daysWords({ span, zone }: { readonly span: Span; readonly zone: string }): string {
  const [first, last] = daysIn(span, zone)
  return first === last
    ? formatDay(first, "date")
    : `${formatDay(first, "date")} – ${formatDay(last, "date")}`
}

/** The first and the last day of which a span has anything. */
export function daysIn(span: Span, zone: string): readonly [LocalDate, LocalDate] {
  return [localDate(span.from, zone), lastDayOf(span, zone)]
}

/** The two forms of a sheet. A .csv holds one sheet only. */
export type SheetForm = "xlsx" | "csv"

/** Puts sheets into bytes. */
export type WriteSheets = (sheets: readonly OutSheet[], form: SheetForm) => Promise<Uint8Array>

export const SHEET_TYPES: Readonly<Record<SheetForm, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
}

/** A column described by what it shows of a row. */
export type OutColumn<Row> = {
  readonly heading: string
  readonly value: (row: Row) => Cell
  readonly width?: number
  readonly look?: NumberLook
}

/** The sheet of `rows` as `columns` show them. */
export function sheetOf<Row>(
  name: string,
  columns: readonly OutColumn<Row>[],
  rows: readonly Row[],
): OutSheet {
  return {
    name,
    columns: columns.map(({ heading, width, look }) => ({
      heading,
      ...given({ width, look }),
    })),
    rows: rows.map((row) => columns.map((column) => column.value(row))),
  }
}
