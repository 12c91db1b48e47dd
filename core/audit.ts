/** One line of the log of actions, as an inspector reads it. */
export type AuditEntry = {
  readonly id: number
  /** Epoch milliseconds. */
  readonly at: number
  /** Who acted: their present name, or what stands for it; empty for the operator's tool. */
  readonly person: string
  /** The person's id here, which stays when the name goes. */
  readonly personId: string
  /** Code of the unit it was about. */
  readonly unit: string
  readonly action: string
  /** JSON: ids and numbers, never names or what somebody wrote. */
  readonly subject: string
  /** "telegram", "zalo", "web", "cli"; empty for what was logged before this was kept. */
  readonly channel: string
  readonly hash: string
}

/** The state of the chain of hashes. `broken`: the first line that is not what was written, or follows a removed one. */
export type AuditState = { readonly entries: number; readonly head: string; readonly broken?: number }

/** The log of who did what: it only grows, in the database as well. */
export type Audit = {
  /** Oldest first, `from` (exclusive id) on, at most `limit`. */
  read(from: number, limit: number): Promise<readonly AuditEntry[]>
  /** Computes every hash anew. */
  check(): Promise<AuditState>
  /** Notes what the operator's tool did; `operator` is the name of the account on the machine. */
  note(action: string, operator: string, now: number): Promise<void>
}
