import type { GoalPeriod } from "../campaign/campaign.ts"
import type { Schedule } from "../campaign/periods.ts"
import type { Reorganisation } from "../campaign/reorganisation.ts"
import type { ChatId, IncomingFile, MessageRef } from "../channel.ts"
import type { LocalDate } from "../clock.ts"
import type { Registration } from "../intake/registration.ts"
import type { Phrase } from "../outbox.ts"
import type { RequestKind } from "../people/data-request.ts"
import type { UnitRef } from "../people/role.ts"
import type { ReminderPlan, ReminderWish } from "../reminder/reminder.ts"
import type { Recognition } from "../review/verdict.ts"
import type { PeriodAsk } from "../tally/plan.ts"
import type { Money } from "../text/money.ts"
import type { When } from "../text/when.ts"

/** A message that waits for something else to be settled first, and is then taken up as if it were just written. */
export type PendingMessage = {
  readonly text: string
  readonly message?: MessageRef
  readonly topic?: string
  /** The message of the bot's that it answers. */
  readonly replyTo?: MessageRef
}

/** A registration that is being asked for piece by piece. */
export type Draft = Omit<Partial<Registration>, "ambiguous"> & {
  /** What was typed, in order, so that the original is kept. */
  readonly typed: readonly string[]
  /** It came in one message: only what was not clear in it is asked. */
  readonly isWhole?: true
}

export type GuidedStep = "title" | "change" | "benefit" | "sector"

/** Common to all: `ask` names the question, so that an old button is known; `askedAt` is in epoch milliseconds. */
type Question = {
  readonly ask: string
  readonly askedAt: number
  /** What was under way when this was asked, and goes on behind the answer. */
  readonly before?: GuidedDialogue | ConsentDialogue | UnitDialogue | ReviewDialogue
  /** Id of the campaign that was named when it began. */
  readonly about?: string
  /** The unit of the group in which it began, when it goes on elsewhere. */
  readonly begunAt?: UnitRef
  /** It was asked again already, for words that did not answer it. */
  readonly hinted?: true
  /** Something else was answered since. */
  readonly passed?: true
  /** Sent before what they belong to was written down. */
  readonly files?: readonly IncomingFile[]
  /** Only beside lists that were shown, and where nothing is asked. */
  readonly remembered?: Remembered
}

/** What was said before and goes on to be meant, though nothing is asked about it. Only in private. */
export type Remembered = {
  /** Whose figures were asked for, and of when: the command, and what stood behind it. `at`: epoch milliseconds. */
  readonly figures?: { readonly name: "tally" | "progress"; readonly rest: string; readonly at: number }
  /** Where they said they work, before they agreed to anything. */
  readonly unit?: UnitRef
}

/** Nothing is asked. */
export type RememberedDialogue = Question & { readonly step: "remembered"; readonly remembered: Remembered }

export type ConsentDialogue = Question & {
  readonly step: "consent"
  readonly pending: PendingMessage
  /** Where they said they work, before it was asked. */
  readonly toldUnit?: UnitRef
  /** What came behind it while the question stood open. */
  readonly waiting?: readonly PendingMessage[]
}

export type UnitDialogue = Question & {
  readonly step: "unit"
  readonly pending: PendingMessage
  readonly waiting?: readonly PendingMessage[]
  /** Nothing is called like what was typed before. */
  readonly missed?: true
  /** Ids of the units offered, in the order of their numbers. */
  readonly offered: readonly string[]
}

export type GuidedDialogue = Question &
  (
    | {
        readonly step: GuidedStep
        readonly draft: Draft
        /** It is asked whether these words, which sound like talk, are the title. */
        readonly doubted?: string
        /** Until then another bubble belongs to the description just given, not to the new question. */
        readonly joinUntil?: number
      }
    | { readonly step: "which_benefit"; readonly draft: Draft; readonly readings: readonly [Money, Money] }
  )

export type LinkDialogue = Question &
  (
    | { readonly step: "link"; readonly unitId: string }
    | { readonly step: "pick_link"; readonly offered: readonly string[] }
  )

/** "Is it the same as SK-000001?": the registration waits for the answer. */
export type SimilarDialogue = Question & {
  readonly step: "similar"
  readonly pending: PendingMessage & { readonly registration: Registration; readonly unitId: string }
  /** Numbers of the initiatives shown, the most alike first. */
  readonly shown: readonly number[]
  /** What is offered, in the order of the numbers. */
  readonly options: readonly SimilarOption[]
  /** Messages that came while the question stood open and raise one of their own. */
  readonly waiting: readonly PendingMessage[]
}

/** What a search found, or one of it. */
export type SearchDialogue = Question &
  (
    | { readonly step: "found"; readonly numbers: readonly number[] }
    | { readonly step: "card"; readonly number: number }
  )

export type SimilarOption = "new" | "drop" | "join" | "look"

/** Of which part of the queue records are shown: `within` is the id of a unit. */
export type ReviewOnly = { readonly onlyOverdue?: true; readonly within?: string }

/** An officer looks through what waits. `shown` is the initiative on the screen and its place in the queue. */
export type ReviewDialogue = Question & { readonly shown: QueuePlace } & ReviewOnly &
  (
    | {
        readonly step: "review"
        /** It was asked whether the record is recognised, by this scope and paper as they were typed. */
        readonly offered?: string
      }
    /** The question to the author, or the reason of a refusal, is still to be written. */
    | {
        readonly step: "review_words"
        readonly verdict: "needs_more_info" | "refused"
        /** Nothing of the queue was on the screen, and nothing of it comes afterwards. */
        readonly alone?: true
        /** Words that may be meant for the bot wait to be told whether they are for the author. */
        readonly typed?: string
      }
  )

/** A person looks at what is kept about them, corrects it or has it erased. Only in private. */
export type MyDataDialogue = Question &
  (
    | { readonly step: "my_data" | "my_data_correct" | "my_data_erase" }
    /** `typed` may be no name, and is asked about. */
    | { readonly step: "my_data_name"; readonly typed?: string }
    /** Ids of the units offered, in the order of their numbers. */
    | { readonly step: "my_data_unit"; readonly offered: readonly string[] }
  )

/** A person asks something about their data of the officers. */
export type RequestDialogue = Question &
  (
    | { readonly step: "request_kind"; readonly words?: string }
    | { readonly step: "request_words"; readonly kind: RequestKind }
  )

/** An officer arranges a reminder: when, and whether it is to be sent as the dry run says. */
export type RemindDialogue = Question &
  (
    | { readonly step: "remind_when"; readonly wish: ReminderWish; readonly offered: readonly When[] }
    | { readonly step: "remind_confirm"; readonly plan: ReminderWish & ReminderPlan }
  )

/** An officer is asked whether a change of the tree is right; `summary` says it. */
export type ReorganiseDialogue = Question & {
  readonly step: "reorganise"
  readonly change: Reorganisation
  readonly from: LocalDate
  readonly summary: Phrase
}

/** An officer is asked whether a phase or peak period is right, with `also` the one beside it, or whether it goes. */
export type ScheduleDialogue = Question & {
  readonly step: "schedule"
  readonly list: Schedule
  readonly period: GoalPeriod
  /** As it stood when it was asked; absent for a new one. */
  readonly was?: GoalPeriod
  readonly also?: GoalPeriod
  readonly removes?: true
}

/** A phase or peak period was removed, and may come back. */
export type RemovedPeriodDialogue = Question & {
  readonly step: "removed_period"
  readonly list: Schedule
  readonly period: GoalPeriod
}

/**
 * A unit's name fits several; `offered` holds the whole command once for each of them, in the order of their numbers, and
 * `command` the same with a mark where the code of yet another one would stand.
 */
export type WhichUnitDialogue = Question & {
  readonly step: "which_unit"
  readonly offered: readonly string[]
  /** What stands beside the numbers. */
  readonly labels?: readonly string[]
  readonly command?: string
}

/** As `WhichUnitDialogue`, of an initiative that a command does not name. */
export type WhichInitiativeDialogue = Question & {
  readonly step: "which_initiative"
  readonly offered: readonly string[]
  readonly labels?: readonly string[]
  readonly command: string
}

/** An officer looks at the groups, or at one of them. */
export type GroupsDialogue = Question &
  (
    | { readonly step: "groups"; readonly offered: readonly ChatId[] }
    | { readonly step: "group"; readonly chat: ChatId }
    /** To which unit it goes; `offered` holds ids of units, in the order of their numbers. */
    | { readonly step: "group_unit"; readonly chat: ChatId; readonly offered: readonly string[] }
  )

/** A draft of honour lists waits to be sent, or for what is to be left out. `dropped` holds keys of entries. */
export type HonourDialogue = Question & {
  readonly step: "honour" | "honour_change"
  readonly unitId: string
  readonly period: PeriodAsk
  readonly dropped: readonly string[]
  /** Only what is theirs, by the name as it was typed. */
  readonly who?: string
}

/** An officer looks at who has which role, ends one, or picks the one of their own to hand over. */
export type RolesDialogue = Question &
  (
    | { readonly step: "roles" | "hand_over"; readonly offered: readonly string[] }
    | { readonly step: "withdraw_role"; readonly grantId: string }
  )

/** Lines to be registered for others are awaited: the first ones, or those that could not be read. */
export type BehalfDialogue = Question & {
  readonly step: "behalf"
  /** Somebody was named alone: what they made is awaited. */
  readonly of?: string
}

/** Everything that waits is to be recognised, or accepted, at once: an officer is asked whether that is meant. */
export type RecognizeAllDialogue = Question & {
  readonly numbers: readonly number[]
} & (
    | { readonly step: "recognize_all"; readonly recognition: Recognition }
    | { readonly step: "accept_all"; readonly acceptedOn: LocalDate }
  )

/** An officer is asked whether `order`, as it could have been typed, is to be done; `question` asks it. */
export type AskFirstDialogue = Question & {
  readonly step: "ask_first"
  readonly order: string
  readonly question: Phrase
}

/** Records are to belong to another unit: an officer is asked whether that is meant. */
export type MoveRecordDialogue = Question & {
  readonly step: "move_record"
  readonly numbers: readonly number[]
  readonly unitId: string
}

/** "Does this belong to SK-000123?": the words wait for the answer. */
export type SupplementDialogue = Question & {
  readonly step: "supplement"
  readonly number: number
  readonly text: string
}

/** Words without a command wait to be told whether they are a new initiative or more about number `recent`. */
export type MeantDialogue = Question & {
  readonly step: "meant"
  readonly text: string
  readonly isNew: boolean
  readonly recent?: number
  /** Somebody who registers for others passed it on; `by` may be whose it is. */
  readonly passedOn?: { readonly by?: string }
}

/** Somebody who was not understood was offered what most people come for; `offered` holds the commands. */
export type WaysDialogue = Question & { readonly step: "ways"; readonly offered: readonly string[] }

/** Files wait to be told which initiative they belong to; `offered` holds codes. */
export type FileForDialogue = Question & { readonly step: "file_for"; readonly offered: readonly string[] }

/** A place in the queue, oldest first; `registeredAt` in epoch milliseconds. */
export type QueuePlace = { readonly registeredAt: number; readonly number: number }

/** What is to be taken back waits for the reason; `codes` name it. */
export type WithdrawWhyDialogue = Question & {
  readonly step: "withdraw_why"
  readonly codes: readonly string[]
}

/** What the bot is waiting for from one person in one chat. */
export type Dialogue =
  | ConsentDialogue
  | UnitDialogue
  | GuidedDialogue
  | LinkDialogue
  | ReviewDialogue
  | MyDataDialogue
  | RequestDialogue
  | SimilarDialogue
  | SearchDialogue
  | RemindDialogue
  | ReorganiseDialogue
  | ScheduleDialogue
  | RemovedPeriodDialogue
  | WhichUnitDialogue
  | WaysDialogue
  | RememberedDialogue
  | WhichInitiativeDialogue
  | GroupsDialogue
  | RolesDialogue
  | HonourDialogue
  | SupplementDialogue
  | MeantDialogue
  | FileForDialogue
  | BehalfDialogue
  | RecognizeAllDialogue
  | AskFirstDialogue
  | MoveRecordDialogue
  | WithdrawWhyDialogue

const GUIDED: ReadonlySet<string> = new Set<GuidedDialogue["step"]>([
  "title",
  "change",
  "benefit",
  "which_benefit",
  "sector",
])

/** True while an officer looks through the queue. */
export function isReview(dialogue: Dialogue): dialogue is ReviewDialogue {
  return dialogue.step === "review" || dialogue.step === "review_words"
}

/** Something is asked before a registration can be written down. */
export type RegistrationDialogue = ConsentDialogue | UnitDialogue | GuidedDialogue | SimilarDialogue

export const REGISTRATION_STEPS = [
  "consent",
  "unit",
  "title",
  "change",
  "benefit",
  "which_benefit",
  "sector",
  "similar",
] as const satisfies readonly RegistrationDialogue["step"][]

const REGISTERS: ReadonlySet<string> = new Set(REGISTRATION_STEPS)

/** True while something is asked before a registration can be written down. */
export function isRegistration(dialogue: Dialogue): dialogue is RegistrationDialogue {
  return REGISTERS.has(dialogue.step)
}

/** True while a registration is being asked for piece by piece. */
export function isGuided(dialogue: Dialogue): dialogue is GuidedDialogue {
  return GUIDED.has(dialogue.step)
}
