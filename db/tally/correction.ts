import { type RawBuilder, sql } from "kysely"
import type { Span } from "../../core/clock.ts"
import { CORRECTED_KIND } from "../../core/intake/initiative-import.ts"

/**
 * Whether an event takes back or refuses what had been counted, and is no slip in a sheet put right: the condition of two
 * indexes, without which all events of a span are read.
 */
export function takesBack(event: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${event}.${name}`)
  return sql`(${column("registered")} < 0 or ${column("recognized")} < 0 or ${column("on_portal")} < 0
    or ${column("kind")} = 'refused') and ${column("kind")} <> ${sql.lit(CORRECTED_KIND)}`
}

/**
 * Whether the event `back` of a span takes back or refuses what had been counted before it, and nothing that came and went
 * within the span. What is refused stays counted as registered, for it was; the correction is where its readers hear of it.
 */
export function isCorrection(span: Span): RawBuilder<boolean> {
  return sql`(
    ${takesBack("back")}
    and exists (
      select from initiative_event as earlier
      where earlier.initiative_id = back.initiative_id and earlier.at < ${new Date(span.from)}
        and (earlier.registered > 0 or earlier.recognized > 0 or earlier.on_portal > 0)
    ))`
}
