import type { LocalDate } from "../clock.ts"
import type { ConsentPurpose } from "./consent.ts"
import type { RequestKind } from "./data-request.ts"
import type { Role } from "./role.ts"

/** Everything that is kept about one person, as they may see and take away. Instants are epoch milliseconds. */
export type PersonalData = {
  readonly name: string
  readonly unit?: { readonly code: string; readonly name: string }
  readonly since: number
  /** Each platform they write from; `id` is the platform's own. */
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly since: number }[]
  /** Every answer that was given, oldest first. */
  readonly consents: readonly {
    readonly purpose: ConsentPurpose
    readonly version: string
    readonly granted: boolean
    readonly at: number
    readonly account: string
    /** "telegram", "zalo", "web": where it was answered. */
    readonly channel: string
  }[]
  readonly roles: readonly {
    readonly role: Role
    readonly unit: string
    readonly since: number
    readonly until: number | null
  }[]
  /** Those they are the author of, and those they handed in for others, oldest first. */
  readonly initiatives: readonly PersonalInitiative[]
  readonly coAuthored: readonly {
    readonly number: number
    readonly title: string
    readonly name: string
    readonly state: string
    readonly share: number | null
  }[]
  /** What they asked of the officers, oldest first. */
  readonly requests: readonly {
    readonly number: number
    readonly kind: RequestKind
    readonly words: string | null
    readonly at: number
    readonly due: LocalDate
    readonly answer: string | null
    readonly closedAt: number | null
  }[]
  /** What the bot is waiting for from them, drafts included, as it is stored. */
  readonly dialogues: readonly unknown[]
  /** What they did as an officer or for the support team; the log keeps it without their name after an erasure. */
  readonly actions: readonly { readonly action: string; readonly at: number }[]
}

export type PersonalInitiative = {
  readonly number: number
  readonly as: "author" | "submitter"
  readonly author: string
  /** Who was agreed to stand beside the author; shares in percent. */
  readonly beside: readonly { readonly name: string; readonly share: number | null }[]
  readonly unit: string
  readonly status: string
  readonly title: string
  readonly description: string | null
  readonly sector: string | null
  readonly benefit: string | null
  /** The message as it was typed. */
  readonly original: string | null
  readonly registeredAt: number
  readonly recognizedAt: number | null
  readonly onPortalAt: number | null
}

/** The latest answer to each purpose. Never answered, a reminder may come and the rest may not. */
export function standingConsents(
  data: Pick<PersonalData, "consents">,
): Readonly<Record<ConsentPurpose, boolean>> {
  const standing = { records: false, naming: false, reminders: true }
  for (const { purpose, granted } of data.consents) standing[purpose] = granted
  return standing
}
