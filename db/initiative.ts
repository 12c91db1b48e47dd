import { sql } from "kysely"
import type { InitiativeView } from "../core/conversation/reads.ts"

/** What `toView` needs of `initiative` joined with its `unit`. */
export const VIEW_COLUMNS = sql`initiative.id, initiative.number, initiative.title, initiative.status,
  initiative.author_id, initiative.submitter_id, initiative.author_name, initiative.created_at, unit.id as unit_id,
  unit.code as unit_code, unit.name as unit_name, unit.path as unit_path`

export type ViewRow = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly status: string
  readonly author_id: string | null
  readonly submitter_id: string | null
  readonly author_name: string
  readonly created_at: Date
  readonly unit_id: string
  readonly unit_code: string
  readonly unit_name: string
  readonly unit_path: readonly string[]
}

/** An initiative as its own people see it. */
export function toView(row: ViewRow): InitiativeView {
  return {
    id: row.id,
    number: Number(row.number),
    title: row.title,
    status: row.status,
    unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name, path: row.unit_path },
    authorId: row.author_id ?? undefined,
    submitterId: row.submitter_id ?? undefined,
    authorName: row.author_name,
    createdAt: row.created_at.getTime(),
  }
}
