import { type RawBuilder, sql } from "kysely"
import type { Span } from "../../core/clock.ts"
import { CORRECTED_KIND } from "../../core/intake/initiative-import.ts"

/**
 * Whether the event `back` of a span takes back or refuses what had been counted before it: no slip in a sheet put right,
 * and nothing that came and went within the span. What is refused stays counted as registered, for it was; the correction
 * is where its readers hear of it. The first condition is that of two indexes, without which all events of the span are
 * read.
 */
export function isCorrection(span: Span): RawBuilder<boolean> {
  return sql`(
    (back.registered < 0 or back.recognized < 0 or back.on_portal < 0 or back.kind = 'refused') and back.kind <> ${CORRECTED_KIND}
    and exists (
      select from initiative_event as earlier
      where earlier.initiative_id = back.initiative_id and earlier.at < ${new Date(span.from)}
        and (earlier.registered > 0 or earlier.recognized > 0 or earlier.on_portal > 0)
    ))`
}
