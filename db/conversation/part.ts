import type { RawBuilder } from "kysely"

/** One or several `name as (…)` of a statement that does many things at once, commas between them. */
export type Part = RawBuilder<unknown>
