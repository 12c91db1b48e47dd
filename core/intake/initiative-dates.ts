import { addDays, localDate, startOfDay } from "../clock.ts"
import { cut } from "../text/cut.ts"
import { parseTimestamp } from "../text/dates.ts"
import { clean } from "../text/fold.ts"
import { monthFirstDoubt } from "../text/month-first.ts"

/** A date of the sheet: an instant, "empty" (the column is there, the cell is not filled), or undefined (no such column). */
export type Given = number | "empty" | undefined

/** The three dates of a record, in the order in which they come. */
export const DATE_COLUMNS = ["registeredAt", "recognizedAt", "onPortalAt"] as const

export type DateColumn = (typeof DATE_COLUMNS)[number]

/** What a row says of its three dates. Instants are epoch milliseconds. */
export type RowDates = {
  readonly registeredAt: number
  readonly recognizedAt: Given
  readonly onPortalAt: Given
  /** Until when, exclusively, an instant is the date that was written: the end of its second, or of its day where it has no hour. */
  readonly ends: Readonly<Partial<Record<DateColumn, number>>>
}

type Cells = Readonly<Partial<Record<DateColumn, string>>>

/** What a sheet's dates are read with. `heading` is how a column is called in a complaint. */
export type DateReader = {
  readonly zone: string
  readonly heading: (column: DateColumn) => string
  /** A date of this sheet that has the month first, such as "09/28/2021"; undefined: none has. */
  readonly monthFirst: string | undefined
}

/** The three dates of a row, none of them before the one it follows; what is wrong with them is told to `complain`. */
export function readRowDates(
  cells: Cells,
  { zone, heading, monthFirst }: DateReader,
  complain: (reason: string) => void,
): RowDates {
  let previous: { readonly heading: string; readonly text: string; readonly at: number } | undefined
  const ends: Partial<Record<DateColumn, number>> = {}
  const read = (column: DateColumn): Given => {
    if (cells[column] === undefined) return undefined
    const text = clean(cells[column])
    if (text === "") return "empty"
    const name = heading(column)
    const at = parseTimestamp(text, zone)
    if (at === undefined) {
      complain(`${name} "${cut(text, 40)}" is not a date such as 2022-01-09, 9/1/2022 or 2022-01-09T08:27`)
      return undefined
    }
    const doubt = monthFirstDoubt(text, localDate(at, zone), monthFirst)
    if (doubt !== undefined) complain(`${name} ${doubt}`)
    if (previous !== undefined && isBefore(at, previous.at, zone)) {
      complain(`${name} ${text} is before ${previous.heading} ${previous.text}`)
    }
    previous = { heading: name, text, at }
    ends[column] = endOf(at, zone)
    return at
  }
  const registeredAt = read("registeredAt")
  const [recognizedAt, onPortalAt] = [read("recognizedAt"), read("onPortalAt")]
  if (registeredAt === "empty" || cells.registeredAt === undefined)
    complain(`${heading("registeredAt")} is empty`)
  return { registeredAt: typeof registeredAt === "number" ? registeredAt : 0, recognizedAt, onPortalAt, ends }
}

/** A date without an hour was read as its day's start. */
function isDay(at: number, zone: string): boolean {
  return startOfDay(localDate(at, zone), zone) === at
}

function endOf(at: number, zone: string): number {
  return isDay(at, zone)
    ? startOfDay(addDays(localDate(at, zone), 1), zone)
    : (Math.floor(at / 1000) + 1) * 1000
}

/** A day without an hour is its start, yet it is not before an hour of the same day. */
function isBefore(later: number, earlier: number, zone: string): boolean {
  return later < earlier && !(isDay(later, zone) && localDate(earlier, zone) === localDate(later, zone))
}
