import type { Counter } from "../campaign/campaign.ts"
import type { Span } from "../clock.ts"

/** How the progress counter stood at an instant: everything counted from the start of the series to just before `at`. */
export type SeriesPoint = { readonly at: number; readonly count: number }

/** A stretch of the progress counter to be read from the store. `unitIds` undefined: all units of the campaign. */
export type SeriesAsk = {
  readonly campaignId: string
  readonly counter: Counter
  /** `from` is the start of a local day. */
  readonly span: Span
  readonly unitIds?: readonly string[] | undefined
}

/**
 * Reads a series: one point for the start of each local day after `span.from`, one seven days before `span.to`, and one
 * at `span.to`, in order of time. Where the counter was at `span.from` is 0 and has no point.
 */
export type ReadSeries = (ask: SeriesAsk) => Promise<readonly SeriesPoint[]>
