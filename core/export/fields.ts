import { formatDay, type LocalDate, localDate } from "../clock.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import type { Cell, OutColumn } from "./sheet.ts"

/** Everything of an initiative that leaves the house. Instants are epoch milliseconds. */
export type ExportRecord = {
  readonly number: number
  readonly status: string
  readonly title: string
  readonly author: string
  /** Names of those who accepted, joined by commas; null: there are none. */
  readonly coAuthors: string | null
  readonly submitter: string | null
  readonly unitCode: string
  readonly unit: string
  readonly sector: string | null
  readonly description: string | null
  /** Then its description stays in the house. */
  readonly confidential: boolean
  readonly benefit: string | null
  /** The benefit in đồng, the lower end of a range; null where it is no amount in đồng. */
  readonly benefitVnd: number | null
  readonly registeredAt: number
  readonly recognizedAt: number | null
  readonly onPortalAt: number | null
  readonly portalCode: string | null
  readonly scope: string | null
  readonly decision: string | null
  readonly decidedOn: LocalDate | null
  readonly firstAppliedOn: LocalDate | null
}

/** What a column of an export or a line of a card may show, by the name it has in a campaign file. */
export const EXPORT_FIELDS = [
  "code",
  "title",
  "author",
  "co_authors",
  "unit",
  "unit_code",
  "sector",
  "description",
  "first_applied_on",
  "benefit",
  "benefit_vnd",
  "registered_on",
  "recognized_on",
  "scope",
  "decision",
  "decided_on",
  "on_portal_on",
  "portal_code",
  "status",
  "submitter",
] as const

/** One of `EXPORT_FIELDS`. */
export type ExportField = (typeof EXPORT_FIELDS)[number]

/**
 * What the portal is given unless the campaign says otherwise: who and where first, as its form asks (its own field list
 * was never published), then the work, its effect and its recognition; our code last, so that its list can be compared.
 */
export const PORTAL_FIELDS: readonly ExportField[] = [
  "unit",
  "author",
  "co_authors",
  "title",
  "sector",
  "description",
  "first_applied_on",
  "benefit_vnd",
  "recognized_on",
  "scope",
  "decision",
  "decided_on",
  "code",
]

const WIDTHS: Readonly<Partial<Record<ExportField, number>>> = {
  title: 60,
  description: 60,
  unit: 36,
  author: 24,
  co_authors: 30,
  submitter: 24,
  sector: 26,
  benefit: 24,
  decision: 20,
}

/** What turning records into cells needs. */
export type ExportWords = { readonly say: (phrase: Phrase) => string; readonly zone: string }

/** The columns of an export, headed by the words the import understands too. */
export function recordColumns(
  fields: readonly ExportField[],
  { say, zone }: ExportWords,
): readonly OutColumn<ExportRecord>[] {
  return fields.map((field) => ({
    heading: say({ key: "export-field", args: { field } }),
    value: (record) => {
      const value = heldIn(record, field, zone)
      const isWord = value !== null && typeof value === "object" && "word" in value
      return isWord ? say({ key: "export-word", args: value }) : value
    },
    width: WIDTHS[field] ?? 16,
    ...(field === "benefit_vnd" ? { look: "count" } : {}),
  }))
}

/** One of a few known things, which the wording has a name for. */
type Word = { readonly word: string }

function heldIn(record: ExportRecord, field: ExportField, zone: string): Cell | Word {
  const day = (at: number | null) => (at === null ? null : { time: localDate(at, zone) })
  switch (field) {
    case "code":
      return initiativeCode(record.number)
    case "title":
      return record.title
    case "author":
      return record.author
    case "co_authors":
      return record.coAuthors
    case "submitter":
      return record.submitter
    case "unit":
      return record.unit
    case "unit_code":
      return record.unitCode
    case "sector":
      return record.sector
    case "description":
      return record.confidential ? null : record.description
    case "benefit":
      return record.benefit
    case "benefit_vnd":
      return record.benefitVnd
    case "registered_on":
      return day(record.registeredAt)
    case "recognized_on":
      return day(record.recognizedAt)
    case "on_portal_on":
      return day(record.onPortalAt)
    case "portal_code":
      return record.portalCode
    case "scope":
      return record.scope === null ? null : { word: record.scope }
    case "decision":
      return record.decision
    case "first_applied_on":
      return record.firstAppliedOn === null ? null : { time: record.firstAppliedOn }
    case "decided_on":
      return record.decidedOn === null ? null : { time: record.decidedOn }
    case "status":
      return { word: record.status }
    default:
      return field satisfies never
  }
}

/** A record to be copied by hand, one field per line in the order given; what is not known is left out. */
export function recordCard(
  record: ExportRecord,
  fields: readonly ExportField[],
  zone: string,
): readonly Phrase[] {
  return fields.flatMap((field): Phrase[] => {
    const value = heldIn(record, field, zone)
    if (value === null || value === "") return []
    if (typeof value !== "object") {
      const shown = typeof value === "number" ? String(value) : value.replace(/\s*\n\s*/g, " ")
      return [{ key: "card-line", args: { field, value: shown } }]
    }
    if ("number" in value) return [{ key: "card-line", args: { field, value: String(value.number) } }]
    return "word" in value
      ? [{ key: "card-word", args: { field, word: value.word } }]
      : [{ key: "card-line", args: { field, value: formatDay(value.time, "date") } }]
  })
}
