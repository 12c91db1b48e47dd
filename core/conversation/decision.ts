import type { LocalDate } from "../clock.ts"
import { given } from "../given.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import type { Money } from "../text/money.ts"
import type { Change } from "./change.ts"
import type { Context } from "./context.ts"
import type { Dialogue, PendingMessage, Remembered } from "./dialogue.ts"

/** A new record, as the store writes it; the number is given by the store. */
export type NewInitiative = {
  readonly id: string
  readonly federationId: string
  readonly campaignId: string
  readonly unitId: string
  readonly title: string
  readonly originalText: string
  readonly description?: string
  readonly sector?: string
  readonly benefit?: Money
  readonly firstAppliedOn?: LocalDate
  /** Its description is shown to nobody but its own people and officers. */
  readonly confidential?: true
  /** Absent when somebody without an account here is named: then the name, as typed, is all there is. */
  readonly authorId?: string
  readonly authorName: string
  readonly submitterId: string
  /** Who stands beside the author from the start; `share` in tenths of a percent. */
  readonly coAuthors?: readonly {
    readonly id: string
    readonly personId?: string
    readonly name: string
    readonly share: number
    /** `named`: they have an account here and are asked; of the others the name is all there is. */
    readonly state: "named" | "accepted"
  }[]
  /** The receipt tells how many the unit has registered since this day. */
  readonly countedFrom: LocalDate
}

/** A new record and its receipt, which is said behind so many (default: none) of what the decision says. */
export type NewRecord = {
  readonly initiative: NewInitiative
  readonly receipt: OutboxDraft
  readonly behind?: number
}

/** Takes up a message that a question held back. */
export type Resume = (context: Context, pending: PendingMessage) => Promise<Decision>

/** What a message leads to: all of it is committed together, or nothing. */
export type Decision = {
  /** The dialogue afterwards: undefined leaves it as it was, null ends it. */
  readonly dialogue?: Dialogue | null
  readonly say?: readonly OutboxDraft[]
  /** Messages of the chat that still wait and have this supersede key are not sent any more. */
  readonly unsaid?: string
  readonly register?: readonly NewRecord[]
  /**
   * To others, about what is registered by this very decision: a phrase whose argument `initiative` is the id of such a
   * record gets its code as the argument `code` from the store.
   */
  readonly tell?: readonly OutboxDraft[]
  readonly changes?: readonly Change[]
  readonly toast?: Phrase
  /** What the next words may go on from. */
  readonly remember?: Remembered
}

/** A decision that leaves no trace: silence. */
export const SILENCE: Decision = {}

/** Joins decisions made one after the other; the later dialogue and toast win, and receipts are said before all else. */
export function both(first: Decision, second: Decision): Decision {
  const dialogue = second.dialogue === undefined ? first.dialogue : second.dialogue
  const toast = second.toast ?? first.toast
  const unsaid = second.unsaid ?? first.unsaid
  const remember = second.remember ?? first.remember
  return {
    ...given({ dialogue, toast, unsaid, remember }),
    say: [...(first.say ?? []), ...(second.say ?? [])],
    register: [...(first.register ?? []), ...(second.register ?? [])],
    tell: [...(first.tell ?? []), ...(second.tell ?? [])],
    changes: [...(first.changes ?? []), ...(second.changes ?? [])],
  }
}

/** Joins what two messages lead to: all of the first is said before anything of the second. */
export function oneByOne(first: Decision, second: Decision): Decision {
  const said = first.say?.length ?? 0
  const register = (second.register ?? []).map((each) => ({ ...each, behind: said + (each.behind ?? 0) }))
  return both(first, { ...second, register })
}
