import { addDays, addMonths, daysBetweenInclusive, type LocalDate } from "../clock.ts"

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
