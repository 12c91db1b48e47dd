/** How long what is no record is kept, in days. */
export type RetentionDays = {
  /** What arrived as it arrived, the keys against doing it twice, and wrong codes. */
  readonly updates: number
  /** Drafts and questions nobody answers any more. */
  readonly drafts: number
  /** What the bot said. */
  readonly messages: number
  /** Photos and documents added to a record; 0: as long as the record. */
  readonly files: number
  /** Who asked what about their data, and the answer; that they did and when stays. Counted from the answer. */
  readonly requests: number
}

/** Up to which moment each kind goes; epoch milliseconds. */
export type Cutoffs = Readonly<Record<keyof RetentionDays, number>>

const DAY_MS = 86_400_000

/** What is older than this goes. */
export function cutoffs(days: RetentionDays, now: number): Cutoffs {
  return {
    updates: now - days.updates * DAY_MS,
    drafts: now - days.drafts * DAY_MS,
    messages: now - days.messages * DAY_MS,
    files: days.files === 0 ? 0 : now - days.files * DAY_MS,
    requests: now - days.requests * DAY_MS,
  }
}
