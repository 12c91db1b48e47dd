import { addDays, addMonths, daysBetweenInclusive, type LocalDate } from "../clock.ts"
import { parseDate } from "../text/dates.ts"
import { oneOf } from "../text/pattern.ts"

/** From first application to the request (Decree 13/2012/NĐ-CP, article 5.2). */
export const MONTHS_TO_FILE = 12
/** From the acceptance of the request, or the first application where that is later, to the decision (the same, article 7.1). */
export const MONTHS_TO_DECIDE = 3
/** So many days before its end the time to decide is worth a line. */
export const NEAR_DAYS = 14
/** As much as that takes to make a request complete: so long before its end the time to file is worth a line. */
export const FILE_NEAR_DAYS = 30

/** What the law's deadlines say of an initiative today. */
export type Deadlines = {
  /** The last day to ask for recognition, when it was asked for later than that. */
  readonly filedAfter: LocalDate | undefined
  /** The time to file runs out within days, and nobody has accepted the request yet. */
  readonly fileSoon: { readonly by: LocalDate; readonly days: number } | undefined
  readonly decideBy: LocalDate
  /** Days since `decideBy`; 0 when it has not passed. */
  readonly overdue: number
  /** Days left, today included, when they are few. */
  readonly left: number | undefined
}

/**
 * Deadlines of an initiative handed in on `filedOn`. A day the law counts in months ends on the same day of the month. Where
 * nobody recorded the acceptance, the time to decide is counted from the request itself: never too late.
 */
export function deadlines(
  {
    filedOn,
    firstAppliedOn,
    acceptedOn,
  }: {
    readonly filedOn: LocalDate
    readonly firstAppliedOn?: LocalDate | undefined
    readonly acceptedOn?: LocalDate | undefined
  },
  today: LocalDate,
): Deadlines {
  const fileBy = firstAppliedOn === undefined ? undefined : addMonths(firstAppliedOn, MONTHS_TO_FILE)
  const accepted = acceptedOn ?? filedOn
  // What was accepted on paper was filed no later, whenever it was written down here.
  const filed = accepted < filedOn ? accepted : filedOn
  const begins = firstAppliedOn !== undefined && firstAppliedOn > accepted ? firstAppliedOn : accepted
  const decideBy = addMonths(begins, MONTHS_TO_DECIDE)
  const isOver = today > decideBy
  const left = isOver ? undefined : daysBetweenInclusive(today, decideBy)
  const fileDays =
    fileBy === undefined || acceptedOn !== undefined || today > fileBy
      ? undefined
      : daysBetweenInclusive(today, fileBy)
  return {
    filedAfter: fileBy !== undefined && filed > fileBy ? fileBy : undefined,
    fileSoon:
      fileBy !== undefined && fileDays !== undefined && fileDays <= FILE_NEAR_DAYS
        ? { by: fileBy, days: fileDays }
        : undefined,
    decideBy,
    overdue: isOver ? daysBetweenInclusive(addDays(decideBy, 1), today) : 0,
    left: left !== undefined && left <= NEAR_DAYS ? left : undefined,
  }
}

const DAY = "\\d{1,2}\\s*[./-]\\s*\\d{1,2}(?:\\s*[./-]\\s*\\d{2,4})?"
const MONTH = "(?:tháng|thang)\\s+\\d{1,2}(?:\\s*[./-]\\s*\\d{4}|\\s+(?:năm|nam)\\s+\\d{4})?"
const SINCE = oneOf("lần đầu, lan dau, thử, thu, từ, tu")
const SAID = new RegExp(
  `(?:áp dụng|ap dung)\\s+${SINCE}(?:\\s+(?:từ|tu|vào|vao|là|la))?[\\s:]+(?:ngày\\s+|ngay\\s+)?(${DAY}|${MONTH})`,
  "iu",
)

/** The day of first application said within a sentence: "áp dụng từ 5/3/2026", "áp dụng lần đầu: tháng 2/2026". */
export function firstApplied(text: string, today: LocalDate): LocalDate | undefined {
  const said = SAID.exec(text)?.[1]
  return said === undefined ? undefined : firstDay(said, today)
}

/** The day a person wrote, or the first one of the month they wrote; undefined when it cannot be told or is still to come. */
export function firstDay(text: string, today: LocalDate): LocalDate | undefined {
  const reading = parseDate(text, today, "past")
  const day =
    reading.kind === "day" || reading.kind === "instant"
      ? reading.date
      : reading.kind === "month"
        ? reading.from
        : undefined
  return day !== undefined && day <= today ? day : undefined
}
