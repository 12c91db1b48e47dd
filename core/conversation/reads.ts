import type { UnitHistory } from "../campaign/reorganisation.ts"
import type { SetTarget } from "../campaign/target.ts"
import type { UnitView } from "../campaign/unit.ts"
import type { AccountId, BotId, ChatId, Entrance, MessageRef } from "../channel.ts"
import type { LocalDate, Span } from "../clock.ts"
import type { ScoreRecordAsk, ScoreRecords } from "../emulation/detail.ts"
import type { Scoreboard, ScorePeriod, ScoreWhose } from "../emulation/read.ts"
import type { ExportRecord } from "../export/fields.ts"
import type { ExportScope } from "../export/file.ts"
import type { SectorCount } from "../export/tally-sheets.ts"
import type { FilePurpose } from "../file/file.ts"
import type { PortalRecord } from "../file/portal-list.ts"
import type { HonourFacts } from "../honour/honour.ts"
import type { Found, Query } from "../ideas/search.ts"
import type { OpenAsk, Reach, Team } from "../ideas/team.ts"
import type { SearchableUnit } from "../intake/unit-index.ts"
import type { DataRequest } from "../people/data-request.ts"
import type { GroupView } from "../people/group.ts"
import type { JournalEntry, LastDeed } from "../people/journal.ts"
import type { OfficeHolder } from "../people/office.ts"
import type { PersonalData } from "../people/personal-data.ts"
import type { Role, UnitRef } from "../people/role.ts"
import type { Field } from "../reminder/audience.ts"
import type { Reminder } from "../reminder/reminder.ts"
import type { AskedBack } from "../review/asked-back.ts"
import type { Scope } from "../review/verdict.ts"
import type { BenefitBound } from "../tally/benefit-wish.ts"
import type { BenefitRecords } from "../tally/by-benefit.ts"
import type { Participants } from "../tally/participants.ts"
import type { PeriodAsk } from "../tally/plan.ts"
import type { Progress } from "../tally/progress.ts"
import type { TallyRecords } from "../tally/records.ts"
import type { TallyReading } from "../tally/tally.ts"
import type { RecordKind } from "../tally/wish.ts"
import type { RunningCampaign } from "./context.ts"
import type { QueuePlace, RegistrationDialogue } from "./dialogue.ts"
import type { Dossier, Happened, InitiativeView, NewestInitiatives, Recorded } from "./initiative-view.ts"

export type InvitationView = {
  readonly id: string
  readonly role: Role
  /** undefined: it is for the root, and there is no unit at all yet. */
  readonly unit: UnitRef | undefined
  readonly expiresAt: number
  readonly used: boolean
  /** The role it hands over, and whose it is. */
  readonly handsOver?: { readonly grantId: string; readonly personId: string }
}

/** What is asked of a unit in a phase, and of those directly below it. */
export type TargetView = {
  readonly phase: { readonly code: string; readonly name: string; readonly endsOn: LocalDate }
  /** null: it has no headcount and nothing was assigned. */
  readonly target: number | null
  readonly assigned: SetTarget | undefined
  readonly pledged: SetTarget | undefined
  readonly below: readonly { readonly code: string; readonly name: string; readonly target: number | null }[]
}

/** A dialogue of another chat, and the version of the conversation there. */
export type Elsewhere = {
  readonly chat: ChatId
  /** The account they write with there. */
  readonly account: AccountId
  readonly version: number
  readonly dialogue: RegistrationDialogue
  /** Whose group it is. */
  readonly unit: UnitRef | undefined
}

/** What some decisions need to look up besides their context. Each is one coarse question. */
export type Reads = {
  /** All units of the federation, to be searched by name. */
  units(): Promise<readonly (SearchableUnit & UnitRef & { readonly level: string })[]>
  unit(id: string): Promise<UnitRef | undefined>
  /** The unit as it is on the day of `now` (epoch milliseconds), and those directly below it; closed ones are left out. */
  unitsBelow(
    unitId: string,
    now: number,
  ): Promise<{ readonly whole: UnitView; readonly below: readonly UnitView[] } | undefined>
  /** Whether anything stands below the unit: then it is no place to register at by default. */
  hasSubUnits(unitId: string): Promise<boolean>
  /** The newest registration of the account that waits for an answer in a chat other than this one. */
  registrationElsewhere(account: AccountId, chat: ChatId): Promise<Elsewhere | undefined>
  initiative(number: number): Promise<InitiativeView | undefined>
  /** A person's newest initiatives, newest first. */
  initiativesOf(personId: string, limit: number): Promise<NewestInitiatives>
  /** Those they handed in for others, newest first. */
  handedInBy(personId: string, limit: number): Promise<NewestInitiatives>
  /** Those of the numbers that exist, in no order. */
  dossiers(numbers: readonly number[]): Promise<readonly Dossier[]>
  /** All that happened to an initiative, oldest first. */
  history(initiativeId: string): Promise<readonly Happened[]>
  /**
   * How many wait for an officer at or below the units, how many of them longer than the law allows, and the oldest one behind
   * `after`, with `onlyOverdue` among those.
   */
  waiting(
    unitIds: readonly string[],
    after: QueuePlace | undefined,
    at: { readonly now: number; readonly timeZone: string; readonly onlyOverdue?: boolean },
  ): Promise<{ readonly count: number; readonly overdue: number; readonly next: Dossier | undefined }>
  /** The oldest that wait for an officer at or below the units, by number. */
  waitingNumbers(unitIds: readonly string[], limit: number): Promise<readonly number[]>
  /** A page (from 1) of what waits for its authors' answer at or below the units, the longest asked first, and how many there are. */
  askedBack(
    unitIds: readonly string[],
    page: number,
  ): Promise<{ readonly total: number; readonly page: readonly AskedBack[] }>
  /** What stands in these units under these titles (folded), whoever recorded it. */
  recordedIn(unitIds: readonly string[], titleKeys: readonly string[]): Promise<readonly Recorded[]>
  /** Everything that is kept about a person; undefined when there is no such person. */
  personalData(personId: string): Promise<PersonalData | undefined>
  /** Standing initiatives of the campaign that share words with the title, some hundreds at most, in no order. */
  similar(campaignId: string, title: string): Promise<readonly InitiativeView[]>
  /** An initiative with its authors and where the main one can be asked. */
  team(number: number): Promise<Team | undefined>
  /** The newest question about a co-author that waits for this person, or the one about `coAuthorId` when that is theirs. */
  openAsk(personId: string, coAuthorId?: string): Promise<OpenAsk | undefined>
  /** The only person of that name in the unit. */
  personNamed(
    unitId: string,
    name: string,
  ): Promise<
    { readonly personId: string; readonly name: string; readonly reach: Reach | undefined } | undefined
  >
  /** The newest standing initiatives of the federation that fit, newest first. */
  search(federationId: string, query: Query, limit: number): Promise<readonly Found[]>
  /** Which units, and how many, use the initiative beside its own. */
  spread(number: number): Promise<{ readonly units: number; readonly unitIds: readonly string[] }>
  /** Whose other account a code joins; undefined when it was never given out, was used, or ran out by `now`. */
  accountCode(codeHash: string, now: number): Promise<{ readonly personId: string } | undefined>
  /** How many wrong codes the account typed since then (epoch milliseconds). */
  wrongCodes(account: AccountId, since: number): Promise<number>
  /** The initiative whose receipt, or whose news, a message of the bot's was. */
  initiativeToldIn(chat: ChatId, message: MessageRef): Promise<InitiativeView | undefined>
  /** Records of the person, as author or as who submitted them, that wait for what an officer asked; two at most. */
  askedFor(personId: string): Promise<readonly InitiativeView[]>
  /** With the hashes of the files it has. */
  initiativeWithFiles(
    id: string,
  ): Promise<{ readonly initiative: InitiativeView; readonly hashes: readonly string[] } | undefined>
  /** What the person added last to an initiative, to number `of` where that is given: everything of two minutes. */
  lastFilesOf(
    personId: string,
    of?: number,
  ): Promise<
    | {
        readonly initiative: InitiativeView
        readonly files: readonly { readonly hash: string; readonly contentType: string }[]
      }
    | undefined
  >
  /** What the files of an album that came before are for; undefined when none did. */
  purposeOfAlbum(chat: ChatId, album: string): Promise<FilePurpose | undefined>
  /** The members of these units who agreed and can be written to in private. */
  reachableIn(unitIds: readonly string[]): Promise<
    readonly {
      readonly personId: string
      readonly unitId: string
      readonly name: string
      readonly chat: ChatId
      readonly bot: BotId
    }[]
  >
  /** What others registered in the unit under this name and nobody is linked to yet, newest first. */
  unclaimed(unitId: string, name: string): Promise<readonly InitiativeView[]>
  /** Whether somebody registered an initiative for a person of this name whom the house does not know. */
  isNamedByOthers(name: string): Promise<boolean>
  /** Where a person can be told in private. */
  privateChatOf(personId: string): Promise<{ readonly chat: ChatId; readonly bot: BotId } | undefined>
  /** Which initiatives have these codes on the portal; codes in capitals. */
  portalCodeOwners(codes: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Everything at and below the units that may be on the portal, or wait for it. */
  portalRecords(campaignId: string, unitIds: readonly string[]): Promise<readonly PortalRecord[]>
  /** How many were recognised at and below the unit within the span, by how far the recognition reaches. */
  recognizedByScope(campaignId: string, unitId: string, span: Span): Promise<Readonly<Record<Scope, number>>>
  /** How many initiatives an export would hold. */
  exportSize(scope: ExportScope): Promise<number>
  exportRecord(number: number): Promise<ExportRecord | undefined>
  invitation(codeHash: string): Promise<InvitationView | undefined>
  /** The campaigns of a federation, over and to come ones too, latest start first. */
  campaigns(federationId: string): Promise<readonly RunningCampaign[]>
  /** What is asked of a unit in the running phase; undefined before the first one. */
  targetOf(campaign: RunningCampaign, unitId: string, now: number): Promise<TargetView | undefined>
  /** A page (from 1) of the groups that belong to units at or below these, and how many they are. */
  groups(
    unitIds: readonly string[],
    page: number,
  ): Promise<{ readonly total: number; readonly groups: readonly GroupView[] }>
  /** Ids of the units at or below these that an open group belongs to. */
  unitsWithGroup(unitIds: readonly string[]): Promise<readonly string[]>
  /** The group, when it belongs to a unit. */
  group(chat: ChatId): Promise<GroupView | undefined>
  /** A page (from 1) of what was done at or below the units, newest first, and how many entries there are. */
  journal(
    unitIds: readonly string[],
    page: number,
  ): Promise<{ readonly total: number; readonly entries: readonly JournalEntry[] }>
  /** What the person did last as an officer, since `since` (epoch milliseconds), and to which initiatives, by number. */
  lastDeed(personId: string, since: number): Promise<LastDeed | undefined>
  /** Standing roles: at or below units, topmost first; a certain one; or those of a person. */
  offices(
    ask: { readonly below: readonly string[] } | { readonly grant: string } | { readonly person: string },
  ): Promise<readonly OfficeHolder[]>
  /** Ids of the people who administer exactly this unit. */
  administrators(unitId: string): Promise<readonly string[]>
  /** All units with everything they were and will be. */
  unitHistory(): Promise<UnitHistory>
  /** The unit's target of the running phase; undefined when it has none. */
  phaseTarget(campaign: RunningCampaign, unitId: string, now: number): Promise<number | undefined>
  /** How far the unit with all below it is in the running phase. Throws `TallyError` before the campaign's first day. */
  progress(campaign: RunningCampaign, unitId: string, now: number): Promise<Progress>
  /** Throws `TallyError` before the campaign's first day. */
  tally(campaign: RunningCampaign, unitId: string, ask: PeriodAsk): Promise<TallyReading>
  /** What honour lists of the unit and the span are made of. */
  honours(ask: {
    readonly campaignId: string
    readonly unitId: string
    readonly span: Span
    /** So many of each kind, the best first; 30 without it. */
    readonly most?: number
  }): Promise<HonourFacts>
  /** Throws `TallyError` before the campaign or its first phase. */
  scores(
    campaign: RunningCampaign,
    ask: PeriodAsk & { period: ScorePeriod },
    whose: ScoreWhose,
  ): Promise<Scoreboard>
  /** A part of the records behind one criterion, at and below the unit as they stood at the end of the span. */
  scoreRecords(
    campaign: RunningCampaign,
    unitId: string,
    ask: Omit<ScoreRecordAsk, "campaignId" | "unitIds">,
  ): Promise<ScoreRecords>
  /** A page of the records behind one number of a tally, newest first; `page` from 1. */
  tallyRecords(
    campaign: RunningCampaign,
    unitId: string,
    ask: {
      readonly span: Span
      readonly kind: RecordKind
      readonly page: number
      /** Only of these; an empty text stands for none stated. */
      readonly sectors?: readonly string[]
    },
  ): Promise<TallyRecords>
  /** A page (from 1) of the records at and below the unit, registered within the span, by what benefit they state. */
  byBenefit(
    campaign: RunningCampaign,
    unitId: string,
    ask: { readonly span: Span; readonly bound: BenefitBound; readonly page: number },
  ): Promise<BenefitRecords>
  /** Who is behind what was registered at and below the unit within the span. */
  participants(campaign: RunningCampaign, unitId: string, span: Span): Promise<Participants>
  /** What each sector counted at and below the unit within the span. */
  sectors(campaign: RunningCampaign, unitId: string, span: Span): Promise<readonly SectorCount[]>
  /** What still stands for units at, below or above these, by number. */
  reminders(unitIds: readonly string[]): Promise<readonly Reminder[]>
  reminder(number: number): Promise<Reminder | undefined>
  /** A number no reminder had before; one that is not used is lost. */
  newReminderNumber(): Promise<number>
  /**
   * Who stands where at and below the unit, and how they can be told; `within`: what is counted lately is of that period and not of the week.
   * Throws `TallyError` before the campaign.
   */
  reminderField(campaign: RunningCampaign, unitId: string, now: number, within?: PeriodAsk): Promise<Field>
  /** What people asked about their data at and below the units and is open, the most urgent first. */
  openRequests(unitIds: readonly string[]): Promise<readonly DataRequest[]>
  dataRequest(number: number): Promise<DataRequest | undefined>
  /** How many of this chat's requests are open. */
  openRequestsFrom(chat: ChatId): Promise<number>
  /** Private chats of the unit's officers, or of those of the nearest unit above that has a reachable one. */
  officersFor(unitId: string | undefined): Promise<readonly { readonly chat: ChatId; readonly bot: BotId }[]>
  /** A number no request had before; one that is not used is lost. */
  newRequestNumber(): Promise<number>
  /** The address at which people reach this bot, see `Channel.entrance`; undefined where it has none that is known. */
  entrance(bot: BotId, start?: string, into?: "group"): Entrance | undefined
  /** Hash under which an invitation's code is stored. */
  hashCode(code: string): string
  /** A new code to be said once and never stored. */
  newCode(): string
}
