import type { GoalPeriod } from "../campaign/campaign.ts"
import type { Schedule } from "../campaign/periods.ts"
import type { Reorganisation } from "../campaign/reorganisation.ts"
import type { TargetKind } from "../campaign/target.ts"
import type { AccountId, BotId, ChatId, IncomingFile, MessageRef } from "../channel.ts"
import type { LocalDate } from "../clock.ts"
import type { SheetForm } from "../export/sheet.ts"
import type { FilePurpose, KeptBytes } from "../file/file.ts"
import type { AddressForm } from "../outbox.ts"
import type { ConsentPurpose } from "../people/consent.ts"
import type { RequestKind } from "../people/data-request.ts"
import type { Role } from "../people/role.ts"
import type { ReminderPlan } from "../reminder/reminder.ts"
import type { Paper, Recognition, TakenBack, Verdict } from "../review/verdict.ts"
import type { Money } from "../text/money.ts"

/** What changes besides dialogues and new initiatives. Each may be done twice without harm. */
export type Change =
  /** The account belongs to a new person from now on. */
  | { readonly do: "admit"; readonly personId: string; readonly name: string; readonly account: AccountId }
  | {
      readonly do: "consent"
      readonly personId: string
      readonly purpose: ConsentPurpose
      readonly version: string
      readonly granted: boolean
    }
  /** Corrects the person's name, also in the records they are the author of. */
  | { readonly do: "rename"; readonly personId: string; readonly name: string }
  /** A code with which another account of the person is joined to theirs. */
  | {
      readonly do: "offer_join"
      readonly personId: string
      readonly codeHash: string
      readonly expiresAt: number
    }
  /** Uses the code up: the account, and all its person had, belongs to the code's person. `Conflict` when it is used. */
  | {
      readonly do: "join"
      readonly codeHash: string
      readonly account: AccountId
      readonly name: string
      readonly personId: string
      /** Who the account was before, when it was somebody. */
      readonly former?: string
    }
  | { readonly do: "wrong_code"; readonly account: AccountId }
  /** A request about their data, which officers answer. */
  | {
      readonly do: "ask_request"
      readonly id: string
      readonly number: number
      /** Absent for somebody the house does not know. */
      readonly personId?: string
      readonly name: string
      readonly unitId?: string
      readonly kind: RequestKind
      readonly words: string
      readonly bot: BotId
      readonly dueOn: LocalDate
    }
  | {
      readonly do: "answer_request"
      readonly id: string
      readonly number: number
      readonly unitId: string | undefined
      readonly personId: string
      readonly answer: string
    }
  | {
      readonly do: "extend_request"
      readonly id: string
      readonly number: number
      readonly unitId: string | undefined
      readonly personId: string
      readonly dueOn: LocalDate
    }
  /** Withdraws every consent and removes what tells who the person is; records stay without a name. */
  | { readonly do: "erase"; readonly personId: string }
  | { readonly do: "place"; readonly personId: string; readonly unitId: string }
  | {
      readonly do: "withdraw"
      readonly initiativeId: string
      readonly unitId: string
      readonly reason: string
      readonly personId: string
    }
  /** More of a record, or what of it ought to be otherwise; what is absent stays. */
  | {
      readonly do: "amend"
      readonly initiativeId: string
      /** Goes behind the description. */
      readonly added?: string
      readonly title?: string
      readonly description?: string
      readonly sector?: string
      readonly benefit?: Money
      /** No benefit is stated any more. */
      readonly withoutBenefit?: true
      /** The benefit only fills an empty place. */
      readonly keepsBenefit?: true
      readonly firstAppliedOn?: LocalDate
      /** `id`: the person behind the name, where they are known here. */
      readonly author?: { readonly id?: string; readonly name: string }
      readonly personId: string
    }
  /**
   * An officer's verdict on several initiatives: on all, or the whole decision fails with `Conflict` because one of them
   * was meanwhile decided otherwise.
   */
  | {
      readonly do: "judge"
      readonly verdict: Verdict
      readonly initiatives: readonly { readonly id: string; readonly portalCode?: string }[]
      readonly recognition?: Recognition
      /** The day of the acceptance, with that verdict. */
      readonly acceptedOn?: LocalDate
      readonly reason?: string
      /** Id of the initiative that duplicates are merged into, which must be there still. */
      readonly into?: string
      readonly personId: string
    }
  /**
   * A verdict that was wrong: the initiatives have their status of before again, and what was counted is counted back. All
   * of them, or `Conflict` because one was meanwhile decided otherwise.
   */
  | {
      readonly do: "take_back"
      readonly back: TakenBack
      readonly initiativeIds: readonly string[]
      readonly reason: string
      readonly personId: string
    }
  /** The paper of recognitions is written down anew and nothing is counted by it; what `paper` does not state stays. `Conflict` as above. */
  | {
      readonly do: "restate_recognition"
      readonly initiativeIds: readonly string[]
      readonly paper: Paper
      readonly personId: string
    }
  /** They belong to the unit `to` with all that they count, all of them or `Conflict` because one was meanwhile moved, withdrawn or merged. */
  | {
      readonly do: "move_record"
      readonly initiatives: readonly { readonly id: string; readonly from: string }[]
      readonly to: string
      readonly personId: string
    }
  /** For the log of what officers and support teams do. */
  | {
      readonly do: "log"
      readonly action: "register_for" | "amend" | "withdraw"
      /** Numbers; ids where they have none yet. */
      readonly initiatives: readonly (number | string)[]
      readonly unitId: string
      readonly personId: string
    }
  /** For the same log: a file of the unit's left the house; `count` of what is in it. */
  | {
      readonly do: "log_export"
      readonly what: "initiatives" | "portal" | "recognized" | "tally" | "records" | "scores"
      readonly form: SheetForm
      readonly count: number
      readonly unitId: string
      readonly personId: string
    }
  /** A file is fetched after the commit, opened, and handed in as content of its own. */
  | {
      readonly do: "keep_file"
      readonly id: string
      readonly file: IncomingFile
      readonly purpose: FilePurpose
      readonly message?: MessageRef
      readonly topic?: string
    }
  /** Evidence for an initiative; a file it has already is added once. */
  | {
      readonly do: "attach"
      readonly initiativeId: string
      readonly files: readonly (KeptBytes & { readonly name: string })[]
      readonly personId: string
    }
  /** What this person added as evidence goes again. */
  | {
      readonly do: "detach"
      readonly initiativeId: string
      readonly hashes: readonly string[]
      readonly personId: string
    }
  /** Whoever was named as the author says that it is not theirs. */
  | { readonly do: "disown"; readonly initiativeId: string; readonly personId: string }
  /** The person is the author named in these, which nobody was linked to; all, or the whole decision fails with `Conflict`. */
  | { readonly do: "own"; readonly initiativeIds: readonly string[]; readonly personId: string }
  /** Somebody beside the main author; `share` in tenths of a percent, `personId` enters them. */
  | {
      readonly do: "enter_co_author"
      readonly id: string
      readonly initiativeId: string
      readonly coAuthorId?: string
      readonly name: string
      readonly state: "wants" | "named" | "accepted"
      readonly share?: number
      readonly personId: string
      readonly chat: ChatId
      readonly bot: BotId
    }
  /** All together, or the whole decision fails with `Conflict` because the team has changed meanwhile. */
  | {
      readonly do: "set_co_authors"
      readonly initiativeId: string
      readonly members: readonly {
        readonly id: string
        readonly state: "accepted" | "named" | "declined" | "withdrawn"
        readonly share?: number
      }[]
      readonly personId: string
    }
  /** The unit uses what another one invented. */
  | {
      readonly do: "adopt"
      readonly initiativeId: string
      readonly unitId: string
      readonly personId: string
    }
  | {
      readonly do: "confide"
      readonly initiativeId: string
      readonly confidential: boolean
      readonly personId: string
    }
  /** How the people of a group are addressed from now on. */
  | {
      readonly do: "address"
      readonly chat: ChatId
      readonly form: AddressForm
      readonly personId: string
      readonly unitId: string
    }
  | { readonly do: "link"; readonly chat: ChatId; readonly unitId: string; readonly personId: string }
  /** The group belongs to the unit `to`, or to none; `Conflict` when it is no longer the one of `from`. */
  | {
      readonly do: "move_group"
      readonly chat: ChatId
      readonly from: string
      readonly to?: string
      readonly personId: string
    }
  /** For the log: honours were posted to the unit's groups. */
  | {
      readonly do: "honour"
      readonly unitId: string
      /** Numbers of the initiatives named. */
      readonly initiatives: readonly number[]
      readonly personId: string
    }
  /** `Conflict` when the grant has ended meanwhile, or nobody would be left to administer a topmost unit. */
  | {
      readonly do: "withdraw_role"
      readonly grantId: string
      readonly role: Role
      readonly unitId: string
      readonly personId: string
    }
  | {
      readonly do: "invite"
      readonly id: string
      readonly codeHash: string
      readonly role: Role
      readonly unitId: string
      readonly personId: string
      readonly expiresAt: number
      /** The grant that ends when somebody claims the code. */
      readonly handsOver?: string
    }
  /** Uses up an invitation; the whole decision fails with `Conflict` when somebody else was faster. */
  | {
      readonly do: "claim"
      readonly invitationId: string
      readonly personId: string
      readonly grantId: string
    }
  /** A reminder to be sent from `nextAt` (epoch milliseconds) on: a new one, or what the one of this id is from now on. */
  | {
      readonly do: "remind"
      readonly id: string
      readonly number: number
      readonly isNew: boolean
      readonly campaignId: string
      /** In whose name it goes out. */
      readonly officeId: string
      readonly plan: ReminderPlan
      readonly nextAt: number
      readonly chat: ChatId
      readonly bot: BotId
      readonly personId: string
    }
  /** Nothing more is sent, and what nobody got yet is taken back. */
  | {
      readonly do: "stop_reminder"
      readonly id: string
      readonly number: number
      readonly unitId: string
      readonly personId: string
    }
  /** What an officer gives units for a criterion of emulation that no counter knows. */
  | {
      readonly do: "mark_emulation"
      readonly campaignId: string
      /** A phase's code; empty: the whole campaign. */
      readonly period: string
      readonly criterion: string
      /** At most one decimal; null: taken back. */
      readonly marks: readonly { readonly unitId: string; readonly points: number | null }[]
      readonly reason?: string
      readonly personId: string
    }
  /** What an officer asks of a unit, or the unit promises, in a phase and from a day on. */
  | {
      readonly do: "set_target"
      readonly kind: TargetKind
      readonly campaignId: string
      readonly phase: string
      readonly unitId: string
      /** null: taken back. */
      readonly amount: number | null
      readonly from: LocalDate
      readonly reason?: string
      readonly personId: string
    }
  /** Throws `Conflict` when the tree has changed meanwhile so that it cannot be. `unitId` is what the log names. */
  | {
      readonly do: "reorganise"
      readonly change: Reorganisation
      readonly from: LocalDate
      readonly unitId: string
      readonly personId: string
    }
  /** Phases or peak periods change or are added, all of them or none. */
  | {
      readonly do: "set_periods"
      readonly campaignId: string
      readonly list: Schedule
      readonly periods: readonly GoalPeriod[]
      readonly unitId: string
      readonly personId: string
    }
  /** One of them goes; targets that were set for it stay, and count again should it come back. */
  | {
      readonly do: "remove_period"
      readonly campaignId: string
      readonly list: Schedule
      readonly period: GoalPeriod
      readonly unitId: string
      readonly personId: string
    }
  /** The person's dialogue in that chat, with this account of theirs, goes on elsewhere; `Conflict` when it is no longer of this version. */
  | {
      readonly do: "leave_dialogue"
      readonly chat: ChatId
      readonly account: AccountId
      readonly version: number
    }
  | { readonly do: "close_chat"; readonly chat: ChatId }
  | { readonly do: "open_chat"; readonly chat: ChatId }
  | { readonly do: "move_chat"; readonly from: ChatId; readonly to: ChatId }
