import type { BadRow, SheetRow } from "../campaign/unit-sheet.ts"
import { type LocalDate, localDate, startOfDay } from "../clock.ts"
import { parseTimestamp } from "../text/dates.ts"
import { clean, fold, foldWords } from "../text/fold.ts"
import { parseMoney } from "../text/money-reading.ts"

/** Columns of a sheet of initiatives: identifier and the headings it answers to; the first is the one an export writes. */
export const INITIATIVE_COLUMNS = {
  id: ["id", "mã hồ sơ"],
  unit: ["unit", "đơn vị"],
  title: ["title", "tên sáng kiến"],
  author: ["author", "tác giả"],
  sector: ["sector", "lĩnh vực"],
  benefit: ["benefit", "giá trị làm lợi"],
  registeredAt: ["registered_at", "ngày đăng ký"],
  recognizedAt: ["recognized_at", "ngày công nhận"],
  onPortalAt: ["on_portal_at", "ngày lên cổng"],
  portalCode: ["portal_code", "mã cổng"],
  code: ["code", "mã sáng kiến"],
  status: ["status", "trạng thái"],
} as const

/** A column of a sheet of initiatives. */
export type InitiativeColumn = keyof typeof INITIATIVE_COLUMNS

/** A row of a sheet of initiatives with its unknown columns, heading → text. */
export type InitiativeSheetRow = SheetRow<InitiativeColumn> & {
  readonly extra: Readonly<Record<string, string>>
}

/** Benefit as it is stored. `currency` null: none was stated ("không tính được"); `amount` null: stated without a usable number. */
export type StoredBenefit = {
  readonly raw: string | null
  readonly amount: string | null
  readonly amountMax: string | null
  readonly currency: string | null
  readonly period: string | null
  readonly qualifier: string | null
}

/** A checked row. undefined: the column is missing or the cell empty. Instants are epoch milliseconds. */
export type InitiativeDraft = {
  readonly line: number
  /** Finds the record again at the next import: the sheet's own id, else unit + folded title + author. */
  readonly key: string
  /** Number of a code like SK-000123 in the sheet: only a hint, it may come from another database. */
  readonly number: number | undefined
  readonly unitId: string
  readonly title: string
  readonly titleKey: string
  readonly author: string
  readonly sector: string | undefined
  readonly benefit: StoredBenefit | undefined
  readonly registeredAt: number
  readonly recognizedAt: Given
  readonly onPortalAt: Given
  readonly portalCode: string | undefined
  /** A status that dates do not tell; undefined: the latest date decides. */
  readonly status: "under_review" | "needs_more_info" | "refused" | "withdrawn" | "duplicate" | undefined
  readonly extra: Readonly<Record<string, string>>
}

/** A date of the sheet: an instant, "empty" (the column is there, the cell is not filled), or undefined (no such column). */
export type Given = number | "empty" | undefined

/** What reading rows needs to know. */
export type InitiativeReadContext = {
  readonly zone: string
  readonly sectors: readonly string[]
  /** Units of the campaign. */
  readonly units: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}

const MAX_TITLE_LENGTH = 1000
const MAX_SHORT_LENGTH = 300

/**
 * Checks the rows of a sheet of initiatives. Every row ends in `drafts` or in `bad`; a repeated id, or without an id a
 * repeated unit + title + author, is bad. `unknownSectors` are kept as typed.
 */
export function readInitiatives(
  rows: readonly InitiativeSheetRow[],
  context: InitiativeReadContext,
): { drafts: InitiativeDraft[]; bad: BadRow[]; unknownSectors: string[] } {
  const units = unitFinder(context.units)
  const sectors = new Map(context.sectors.map((sector) => [foldWords(sector), sector]))
  const firstLine = new Map<string, number>()
  const unknownSectors = new Set<string>()
  const drafts: InitiativeDraft[] = []
  const bad: BadRow[] = []
  for (const row of rows) {
    const reasons: string[] = []
    const draft = readRow(row, context.zone, units, sectors, reasons)
    const earlierLine = firstLine.get(draft.key)
    if (earlierLine !== undefined) {
      const what = draft.key.startsWith("id:")
        ? `id "${draft.key.slice(3)}"`
        : "the same unit, title and author"
      reasons.push(`${what} stands already on line ${earlierLine}`)
    } else firstLine.set(draft.key, row.line)
    if (reasons.length > 0) {
      bad.push({ line: row.line, reason: reasons.join("; ") })
      continue
    }
    drafts.push(draft)
    if (draft.sector !== undefined && !sectors.has(foldWords(draft.sector))) unknownSectors.add(draft.sector)
  }
  return { drafts, bad, unknownSectors: [...unknownSectors] }
}

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
    status: draft.status ?? statusOf(dates),
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
    registeredAt: mergeDate(stored.registeredAt, draft.registeredAt, false) ?? stored.registeredAt,
    recognizedAt: mergeDate(stored.recognizedAt, draft.recognizedAt, stored.recognizedByImport),
    onPortalAt: mergeDate(stored.onPortalAt, draft.onPortalAt, stored.onPortalByImport),
  }
  const reached = statusOf(dates)
  const inReview = ["under_review", "needs_more_info"]
  const waiting = draft.status !== undefined && inReview.includes(draft.status) ? draft.status : stored.status
  const closing = draft.status !== undefined && CLOSED.includes(draft.status) ? draft.status : undefined
  return {
    ...dates,
    status: closing ?? (reached === "registered" && inReview.includes(waiting) ? waiting : reached),
    title: draft.title,
    titleKey: draft.titleKey,
    author: draft.author,
    sector: draft.sector ?? stored.sector,
    benefit: draft.benefit?.raw === stored.benefitRaw ? undefined : draft.benefit,
    portalCode: draft.portalCode ?? stored.portalCode,
    extra: { ...stored.extra, ...draft.extra },
  }
}

function mergeDate(stored: number | null, given: Given, byImport: boolean): number | null {
  if (given === undefined) return stored
  if (given === "empty") return byImport ? null : stored
  // Sheets keep seconds, the chat keeps milliseconds: the same second is the same date.
  return stored !== null && Math.floor(stored / 1000) === Math.floor(given / 1000) ? stored : given
}

function statusOf(dates: Dates): string {
  if (dates.onPortalAt !== null) return "on_portal"
  return dates.recognizedAt !== null ? "recognized" : "registered"
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

type UnitFinder = (text: string) => string | { readonly reason: string }

function unitFinder(units: InitiativeReadContext["units"]): UnitFinder {
  const byCode = new Map(units.map((unit) => [fold(unit.code), unit.id]))
  const byName = new Map<string, { id: string; code: string }[]>()
  for (const unit of units) {
    const key = foldWords(unit.name)
    byName.set(key, [...(byName.get(key) ?? []), unit])
  }
  return (text) => {
    const named = byName.get(foldWords(text)) ?? []
    const found = byCode.get(fold(text)) ?? (named.length === 1 ? named[0]?.id : undefined)
    if (found !== undefined) return found
    if (named.length > 1) {
      const codes = named.map((unit) => unit.code).join(", ")
      return {
        reason: `unit "${text}" is ambiguous: ${named.length} units have this name (${codes}); give the code`,
      }
    }
    return { reason: `unit "${text}" is neither the code nor the name of a unit of this campaign` }
  }
}

function readRow(
  row: InitiativeSheetRow,
  zone: string,
  findUnit: UnitFinder,
  sectors: ReadonlyMap<string, string>,
  reasons: string[],
): InitiativeDraft {
  const cell = (column: InitiativeColumn) => clean(row.cells[column] ?? "").replaceAll("\n", " ")
  const required = (column: InitiativeColumn, maxLength: number) => {
    const text = cell(column)
    if (text === "") reasons.push(`${INITIATIVE_COLUMNS[column][0]} is empty`)
    return short(column, text, maxLength)
  }
  const short = (column: InitiativeColumn, text: string, maxLength = MAX_SHORT_LENGTH) => {
    if (text.length > maxLength) {
      reasons.push(
        `${INITIATIVE_COLUMNS[column][0]} has ${text.length} characters, at most ${maxLength} are taken`,
      )
    }
    return text
  }
  const optional = (column: InitiativeColumn) => short(column, cell(column)) || undefined

  const unitText = required("unit", MAX_SHORT_LENGTH)
  const unit = unitText === "" ? "" : findUnit(unitText)
  if (typeof unit !== "string") reasons.push(unit.reason)
  const unitId = typeof unit === "string" ? unit : `?${fold(unitText)}`
  const title = required("title", MAX_TITLE_LENGTH)
  const author = required("author", MAX_SHORT_LENGTH)
  const titleKey = fold(title)

  const dates = readDates(row, zone, reasons)
  const id = optional("id")
  const sector = optional("sector")
  return {
    line: row.line,
    key: id === undefined ? `row:${unitId}|${titleKey}|${foldWords(author)}` : `id:${id}`,
    number: numberOf(cell("code")),
    unitId,
    title,
    titleKey,
    author,
    sector: sector === undefined ? undefined : (sectors.get(foldWords(sector)) ?? sector),
    benefit: readBenefit(optional("benefit")),
    ...dates,
    portalCode: optional("portalCode"),
    status: STATUS_OF.get(foldWords(cell("status"))),
    extra: Object.fromEntries(
      Object.entries(row.extra)
        .map(([heading, text]) => [clean(heading), clean(text)])
        .filter(([, text]) => text !== ""),
    ),
  }
}

const DATE_COLUMNS = ["registeredAt", "recognizedAt", "onPortalAt"] as const

function readDates(
  row: InitiativeSheetRow,
  zone: string,
  reasons: string[],
): Pick<InitiativeDraft, (typeof DATE_COLUMNS)[number]> {
  const given = { registeredAt: undefined, recognizedAt: undefined, onPortalAt: undefined } as Record<
    (typeof DATE_COLUMNS)[number],
    Given
  >
  let previous: { heading: string; text: string; at: number } | undefined
  for (const column of DATE_COLUMNS) {
    const raw = row.cells[column]
    if (raw === undefined) continue
    const text = clean(raw)
    const heading = INITIATIVE_COLUMNS[column][0]
    const at = text === "" ? "empty" : parseTimestamp(text, zone)
    if (at === undefined) {
      reasons.push(
        `${heading} "${text.slice(0, 40)}" is not a date such as 2022-01-09, 9/1/2022 or 2022-01-09T08:27`,
      )
    }
    given[column] = at
    if (typeof at !== "number") continue
    if (previous !== undefined && isBefore(at, previous.at, zone)) {
      reasons.push(`${heading} ${text} is before ${previous.heading} ${previous.text}`)
    }
    previous = { heading, text, at }
  }
  const { registeredAt } = given
  if (registeredAt === "empty" || row.cells.registeredAt === undefined) reasons.push("registered_at is empty")
  return { ...given, registeredAt: typeof registeredAt === "number" ? registeredAt : 0 }
}

/** A day without an hour is its start, yet it is not before an hour of the same day. */
function isBefore(later: number, earlier: number, zone: string): boolean {
  if (later >= earlier) return false
  const day: LocalDate = localDate(later, zone)
  return !(startOfDay(day, zone) === later && localDate(earlier, zone) === day)
}

function readBenefit(raw: string | undefined): StoredBenefit | undefined {
  if (raw === undefined) return undefined
  const reading = parseMoney(raw)
  const none = { raw, amount: null, amountMax: null, period: null, qualifier: null }
  switch (reading.kind) {
    case "money": {
      const { amount, amountMax, currency, period, qualifier } = reading.money
      return { raw, amount, amountMax: amountMax ?? null, currency, period, qualifier }
    }
    case "none_given":
      return { ...none, currency: null }
    // Nobody can be asked during an import: stated, but not usable as a number.
    case "ambiguous":
    case "unreadable":
      return { ...none, currency: "VND" }
    default:
      return reading satisfies never
  }
}

function numberOf(code: string): number | undefined {
  const digits = /^SK-?(\d{1,15})$/i.exec(code)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

const STATUS_OF = new Map(
  (
    [
      ["under_review", ["under_review", "đang xét", "chờ xét"]],
      ["needs_more_info", ["needs_more_info", "cần bổ sung"]],
      ["refused", ["refused", "từ chối", "không công nhận"]],
      ["withdrawn", ["withdrawn", "đã rút", "đã hủy", "rút"]],
      ["duplicate", ["duplicate", "trùng", "trùng lặp"]],
    ] as const
  ).flatMap(([status, words]) => words.map((word) => [foldWords(word), status] as const)),
)
