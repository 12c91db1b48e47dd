import type { LocalDate } from "../clock.ts"

/**
 * What an officer decides about an initiative. `accepted`: the request is in order, and the time to decide runs. `duplicate`: it is
 * another one once more, and counts no longer.
 */
export type Verdict = "accepted" | "recognized" | "needs_more_info" | "refused" | "duplicate" | "on_portal"

/** The status an initiative has after a verdict. */
export const STATUS_AFTER: Readonly<Record<Verdict, string>> = {
  accepted: "under_review",
  recognized: "recognized",
  needs_more_info: "needs_more_info",
  refused: "refused",
  duplicate: "duplicate",
  on_portal: "on_portal",
}

/** The statuses in which nothing is decided yet. */
export const UNDECIDED: readonly string[] = ["registered", "under_review", "needs_more_info"]

/** The statuses in which a verdict may be given. Whoever comes second finds another status, and is told. */
export const JUDGED_FROM: Readonly<Record<Verdict, readonly string[]>> = {
  accepted: UNDECIDED,
  recognized: UNDECIDED,
  needs_more_info: UNDECIDED,
  refused: UNDECIDED,
  // What was refused is still counted as registered.
  duplicate: [...UNDECIDED, "refused"],
  on_portal: ["recognized"],
}

/** A verdict that can be taken back: the status it made. */
export type TakenBack = "recognized" | "refused" | "duplicate" | "on_portal"

/** The status an initiative has again once a verdict on it was taken back. */
export const TAKEN_BACK_TO: Readonly<Record<TakenBack, string>> = {
  recognized: "under_review",
  refused: "under_review",
  duplicate: "under_review",
  on_portal: "recognized",
}

/** The statuses that wait for an officer; `needs_more_info` waits for the author. */
export const WAITING: readonly string[] = ["registered", "under_review"]

/** How far a recognition reaches: the unit itself, the province, the country. */
export type Scope = "co_so" | "tinh" | "toan_quoc"

/** What is known of a recognition: of imported ones sometimes nothing. */
export type Paper = {
  readonly scope?: Scope
  /** "45/QĐ-CĐCS", as typed. */
  readonly decision?: string
  readonly decidedOn?: LocalDate
}

/** The paper behind a recognition. */
export type Recognition = Paper & { readonly scope: Scope }

/** The statuses in which a recognition stands, so that its paper can be written down anew. */
export const RECOGNIZED: readonly string[] = ["recognized", "on_portal"]

/** What nothing can be merged into any more. */
export const MERGED_AWAY: ReadonlySet<string> = new Set(["withdrawn", "refused", "duplicate"])
