import type { BotId, ChatId } from "../channel.ts"
import type { LocalDate } from "../clock.ts"
import type { UnitRef } from "../people/role.ts"
import type { Paper } from "../review/verdict.ts"
import type { Money } from "../text/money.ts"

/** An initiative as its own people see it. */
export type InitiativeView = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly status: string
  readonly unit: UnitRef
  readonly authorId: string | undefined
  readonly submitterId: string | undefined
  readonly authorName: string
  /** Epoch milliseconds when it was written down here; undo counts from then. */
  readonly createdAt: number
}

/** The newest of a person's initiatives, and how many there are in all. */
export type NewestInitiatives = { readonly total: number; readonly newest: readonly InitiativeView[] }

/** An initiative as officers see it. */
export type Dossier = InitiativeView & {
  readonly description: string | undefined
  readonly sector: string | undefined
  readonly benefit: Money | undefined
  /** Epoch milliseconds. */
  readonly registeredAt: number
  readonly firstAppliedOn: LocalDate | undefined
  /** When an officer accepted the request; undefined when nobody recorded it. */
  readonly acceptedOn: LocalDate | undefined
  readonly submitterName: string | undefined
  /** Whoever was named as the author said that it is not theirs, and nobody put it right. */
  readonly disowned: boolean
  /** Then only its own people and officers see the description. */
  readonly confidential: boolean
  /** How many files there are as evidence. */
  readonly photos: number
  readonly documents: number
  /** While it stands; `at` is when it was written down here, in epoch milliseconds. */
  readonly recognition: (Paper & { readonly at: number }) | undefined
  /** As `recognition`. */
  readonly onPortal: { readonly at: number; readonly code: string | undefined } | undefined
  /** What the officer wrote who asked back or refused, while that stands. */
  readonly judgedWords: string | undefined
  /** The private chat of its author, else of whoever submitted it, else its unit's group; undefined where there is none. */
  readonly tell: Told | undefined
  /** Private chats of the co-authors who agreed, as far as they are known. */
  readonly tellCoAuthors: readonly Told[]
}

/** Something that happened to an initiative. */
export type Happened = {
  /** A verdict, "registered", "described", "moved_in" and so on: the kind of its event. */
  readonly kind: string
  /** Epoch milliseconds. */
  readonly at: number
  /** undefined: it came with an imported list. */
  readonly actorId: string | undefined
  readonly actorName: string | undefined
  /** The unit it belonged to from then on. */
  readonly unit: string
  /** The reason or question, or the number that came with it. */
  readonly words: string | undefined
  /** What stood there before and what stands there since, where that is a text. */
  readonly was: string | undefined
  readonly became: string | undefined
  /** A recognition's paper as it was written down anew. */
  readonly paper: Paper | undefined
}

/** Where people are told of their initiatives; in a group it is nobody in particular. */
export type Told = {
  readonly personId: string | undefined
  readonly chat: ChatId
  readonly bot: BotId
  readonly isGroup: boolean
}

/** A record as a list that may name it once more is held against it. */
export type Recorded = {
  readonly number: number
  readonly unitId: string
  readonly authorName: string
  readonly titleKey: string
}
