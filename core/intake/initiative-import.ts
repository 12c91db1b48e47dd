import { foldWords } from "../text/fold.ts"
import type { DateColumn } from "./initiative-dates.ts"
import type { InitiativeDraft, StoredBenefit } from "./initiative-sheet.ts"

/** What an import knows of a stored record. */
export type StoredInitiative = {
  readonly id: string
  readonly unitId: string
  readonly status: string
  readonly title: string
  readonly author: string
  readonly sector: string | null
  readonly benefitRaw: string | null
  readonly registeredAt: number
  readonly recognizedAt: number | null
  readonly onPortalAt: number | null
  readonly portalCode: string | null
  readonly extra: Readonly<Record<string, string>> | null
  /** Dates that an import brought, so that an empty cell may take them back; one set in the chat stays. */
  readonly recognizedByImport: boolean
  readonly onPortalByImport: boolean
}

/** A record as an import leaves it. */
export type ImportedInitiative = {
  readonly unitId: string
  readonly status: string
  readonly title: string
  readonly titleKey: string
  readonly author: string
  readonly sector: string | null
  /** undefined: unchanged. */
  readonly benefit: StoredBenefit | undefined
  readonly registeredAt: number
  readonly recognizedAt: number | null
  readonly onPortalAt: number | null
  readonly portalCode: string | null
  readonly extra: Readonly<Record<string, string>>
}

/** An event of an initiative with what it adds to the three counters of its unit. */
export type ImportEvent = {
  readonly kind: string
  readonly unitId: string
  readonly at: number
  readonly registered: number
  readonly recognized: number
  readonly onPortal: number
  readonly reason: string
}

/** What importing a draft does. */
export type ImportDecision =
  | {
      readonly kind: "create" | "change"
      readonly record: ImportedInitiative
      readonly events: readonly ImportEvent[]
    }
  | { readonly kind: "unchanged" }
  /** Refused or taken back in the chat: a sheet does not bring it back. */
  | { readonly kind: "closed" }

/** Why an event is there: it tells imported dates from those set in the chat. */
export const IMPORT_REASON = "import"

/** Kind of the event that takes a count back because a sheet corrected it; not a correction by people. */
export const CORRECTED_KIND = "corrected"

const CLOSED = ["refused", "withdrawn", "duplicate"]
const UNCOUNTED = ["withdrawn", "duplicate"]
const IN_REVIEW = ["under_review", "needs_more_info"]

/** Decides what importing a draft does to the stored record, or without one. `now`: epoch milliseconds, for changes without a date. */
export function decideImport(
  stored: StoredInitiative | undefined,
  draft: InitiativeDraft,
  now: number,
): ImportDecision {
  if (stored === undefined) return decideNew(draft)
  if (CLOSED.includes(stored.status)) return { kind: "closed" }
  const record = merge(stored, draft)
  const events = moveEvents(stored, record)
  if (events.length > 0) return { kind: "change", record, events }
  if (sameFacts(stored, record)) return { kind: "unchanged" }
  return { kind: "change", record, events: [{ ...NO_COUNT, kind: "edited", unitId: record.unitId, at: now }] }
}

const NO_COUNT = { registered: 0, recognized: 0, onPortal: 0, reason: IMPORT_REASON }

type Dates = Pick<ImportedInitiative, "registeredAt" | "recognizedAt" | "onPortalAt" | "unitId">

const STEPS = [
  { kind: "registered", counter: "registered", date: "registeredAt" },
  { kind: "recognized", counter: "recognized", date: "recognizedAt" },
  { kind: "on_portal", counter: "onPortal", date: "onPortalAt" },
] as const

function decideNew(draft: InitiativeDraft): ImportDecision {
  const dates = {
    unitId: draft.unitId,
    registeredAt: draft.registeredAt,
    recognizedAt: typeof draft.recognizedAt === "number" ? draft.recognizedAt : null,
    onPortalAt: typeof draft.onPortalAt === "number" ? draft.onPortalAt : null,
  }
  const record: ImportedInitiative = {
    ...dates,
    status: statusOf(dates, draft.status, undefined),
    title: draft.title,
    titleKey: draft.titleKey,
    author: draft.author,
    sector: draft.sector ?? null,
    benefit: draft.benefit,
    portalCode: draft.portalCode ?? null,
    extra: draft.extra,
  }
  // Taken back before we knew it: there is a record, but it never counted here.
  const events = UNCOUNTED.includes(record.status)
    ? [{ ...NO_COUNT, kind: record.status, unitId: record.unitId, at: record.registeredAt }]
    : STEPS.flatMap((step) => countEvent(step, dates, 1))
  return { kind: "create", record, events }
}

function merge(stored: StoredInitiative, draft: InitiativeDraft): ImportedInitiative {
  const dates = {
    unitId: draft.unitId,
    registeredAt: mergeDate("registeredAt", stored, draft, false) ?? stored.registeredAt,
    recognizedAt: mergeDate("recognizedAt", stored, draft, stored.recognizedByImport),
    onPortalAt: mergeDate("onPortalAt", stored, draft, stored.onPortalByImport),
  }
  const isTakenOff = stored.onPortalAt !== null && dates.onPortalAt === null
  return {
    ...dates,
    status: statusOf(dates, draft.status, stored.status),
    title: draft.title,
    titleKey: draft.titleKey,
    author: draft.author,
    sector: draft.sector ?? stored.sector,
    benefit: draft.benefit?.raw === stored.benefitRaw ? undefined : draft.benefit,
    // What the sheet takes off the portal has no number there any more.
    portalCode: draft.portalCode ?? (isTakenOff ? null : stored.portalCode),
    extra: { ...stored.extra, ...(draft.number === undefined ? draft.extra : notOurs(draft.extra)) },
  }
}

/** What the bot's exports say, in either language, beside what an import takes (`core/export/fields.ts`). */
const OUR_HEADINGS: ReadonlySet<string> = new Set(
  [
    ["Đồng tác giả", "Co-authors"],
    ["Mô tả", "Description"],
    ["Ngày áp dụng lần đầu", "First applied on"],
    ["Làm lợi (đồng)", "Benefit (VND)"],
    ["Cấp công nhận", "Level of recognition"],
    ["Số quyết định", "Decision number"],
    ["Ngày quyết định", "Decision date"],
    ["Người nộp hộ", "Submitted by"],
  ].flatMap((headings) => headings.map(foldWords)),
)

/** Whether a column is one that the bot's own exports write and an import does not take. */
export function isOurHeading(heading: string): boolean {
  return OUR_HEADINGS.has(foldWords(heading))
}

/** A row with a code of ours tells us nothing new in the columns that we wrote. */
function notOurs(extra: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(extra).filter(([heading]) => !isOurHeading(heading)))
}

function mergeDate(
  column: DateColumn,
  { [column]: stored }: StoredInitiative,
  { [column]: given, ends: { [column]: end = 0 } }: InitiativeDraft,
  byImport: boolean,
): number | null {
  if (given === undefined) return stored
  if (given === "empty") return byImport ? null : stored
  // Sheets keep seconds or days, the chat keeps milliseconds.
  const isSame = stored !== null && stored >= Math.floor(given / 1000) * 1000 && stored < end
  return isSame ? stored : given
}

/** What the sheet says of its status counts where the dates leave it open: a recognised one is in review no more. */
function statusOf(dates: Dates, said: InitiativeDraft["status"], before: string | undefined): string {
  if (said !== undefined && CLOSED.includes(said)) return said
  if (dates.onPortalAt !== null) return "on_portal"
  if (dates.recognizedAt !== null) return "recognized"
  return [said, before].find((status) => status !== undefined && IN_REVIEW.includes(status)) ?? "registered"
}

function moveEvents(stored: StoredInitiative, record: ImportedInitiative): ImportEvent[] {
  const nowUncounted = UNCOUNTED.includes(record.status)
  return STEPS.flatMap((step) => {
    const same = stored[step.date] === record[step.date] && stored.unitId === record.unitId
    if (same && !nowUncounted) return []
    const back = countEvent(step, stored, -1)
    return nowUncounted ? back : [...back, ...countEvent(step, record, 1)]
  })
}

function countEvent(step: (typeof STEPS)[number], dates: Dates, count: 1 | -1): ImportEvent[] {
  const at = dates[step.date]
  if (at === null) return []
  // Taken back at the very instant it was counted, so that every past tally becomes what it should have been.
  const kind = count > 0 ? step.kind : CORRECTED_KIND
  return [{ ...NO_COUNT, [step.counter]: count, kind, unitId: dates.unitId, at }]
}

function sameFacts(stored: StoredInitiative, record: ImportedInitiative): boolean {
  return (
    stored.status === record.status &&
    stored.title === record.title &&
    stored.author === record.author &&
    stored.sector === record.sector &&
    record.benefit === undefined &&
    stored.portalCode === record.portalCode &&
    sortedJson(stored.extra ?? {}) === sortedJson(record.extra)
  )
}

function sortedJson(record: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
