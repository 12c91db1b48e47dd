import type { LocalDate, Span } from "../clock.ts"
import type { ScoreRecordAsk, ScoreRecords } from "../emulation/detail.ts"
import type { ScoreAsk, ScoreFacts } from "../emulation/read.ts"
import type { CountedRecord } from "../export/record-sheet.ts"
import type { SectorAsk, SectorCount } from "../export/tally-sheets.ts"
import type { InitiativeDraft } from "../intake/initiative-sheet.ts"
import type { InvitableRole } from "../people/invitation.ts"
import type { CountedSpan } from "../tally/plan.ts"
import type { UnitCount } from "../tally/tally.ts"
import type { RecordKind } from "../tally/wish.ts"
import type { Campaign, CampaignDocument } from "./campaign.ts"
import type { SetTargets } from "./target.ts"
import type { Unit } from "./unit.ts"
import type { UnitImportPlan } from "./unit-import.ts"
import type { SheetRow, UnitColumn } from "./unit-sheet.ts"

/** A campaign as stored. */
export type StoredCampaign = {
  readonly id: string
  /** Id of the root unit it belongs to; the same as `federationId` today. */
  readonly unitId: string
  readonly federationId: string
  readonly campaign: Campaign
}

/** What applying a campaign file did. `rootCreated`: its unit was unknown and stands now as an empty root. */
export type CampaignChange = {
  readonly change: "created" | "changed" | "unchanged"
  readonly rootCreated: boolean
}

/** What an import of initiatives did, or would do. `closed`: refused or taken back in the chat, left as they are. */
export type InitiativeImportResult = Readonly<Record<"created" | "changed" | "unchanged" | "closed", number>>

/** An initiative as it is exported. */
export type ExportedInitiative = {
  /** The sheet's own id it was imported with; null when it has none. */
  readonly sourceId: string | null
  readonly number: string
  readonly status: string
  readonly unit: string
  readonly title: string
  readonly author: string
  readonly sector: string | null
  readonly benefit: string | null
  readonly registeredAt: number
  readonly recognizedAt: number | null
  readonly onPortalAt: number | null
  readonly portalCode: string | null
}

/** A unit's day, month (by its first day) or total whose kept counter differs from its events. */
export type CounterMismatch = {
  readonly campaign: string
  readonly unit: string
  readonly grain: "day" | "month" | "total"
  /** null: the total. */
  readonly day: LocalDate | null
  readonly kept: UnitCount
  readonly counted: UnitCount
}

/** An invitation to be stored; only the hash of its code is. */
export type NewInvitation = {
  readonly codeHash: string
  readonly role: InvitableRole
  readonly unitId: string
  readonly createdAt: number
  readonly expiresAt: number
}

/**
 * What the operator's tool needs from the store. Every method is one transaction: it happens whole or not at all.
 * Instants are epoch milliseconds; days are local days of the store's time zone.
 */
export type OperatorStore = {
  /** Latest start first. Throws `CampaignFileError` when a stored document is not a campaign. */
  campaigns(): Promise<StoredCampaign[]>
  /** Throws `Error` when the campaign's unit exists but is not a root. */
  applyCampaign(document: CampaignDocument, now: number): Promise<CampaignChange>
  /** All units, parents before children, then by code, with the headcount in force on `day`. */
  units(day: LocalDate): Promise<Unit[]>
  importUnits(
    rows: readonly SheetRow<UnitColumn>[],
    options: { readonly dryRun: boolean; readonly now: number },
  ): Promise<UnitImportPlan>
  importInitiatives(
    campaign: StoredCampaign,
    drafts: readonly InitiativeDraft[],
    options: { readonly dryRun: boolean; readonly now: number },
  ): Promise<InitiativeImportResult>
  /** In the order of their numbers. `forPortal`: only recognised ones that are not yet on the portal. */
  initiatives(campaignId: string, options: { readonly forPortal: boolean }): Promise<ExportedInitiative[]>
  /** Each unit's own counts in each span, by unit id; a unit that is missing has none. `unitIds` undefined: all units. */
  countSpans(
    campaignId: string,
    spans: readonly CountedSpan[],
    unitIds: readonly string[] | undefined,
  ): Promise<Map<string, UnitCount[]>>
  /** What these units counted together in each span. `unitIds` undefined: all units. */
  sumSpans(
    campaignId: string,
    spans: readonly CountedSpan[],
    unitIds: readonly string[] | undefined,
  ): Promise<readonly UnitCount[]>
  /** Initiatives taken back within the span that had been counted before it, by the id of the unit they counted for. */
  corrections(
    campaignId: string,
    span: Span,
    unitIds: readonly string[] | undefined,
  ): Promise<Map<string, number>>
  /** The targets that officers set and that are in force on `day`. */
  setTargets(campaignId: string, day: LocalDate): Promise<SetTargets>
  /** What each sector counted in two spans; the most registered first. `unitIds` undefined: all units. */
  sectors(ask: SectorAsk): Promise<readonly SectorCount[]>
  /** The records behind one number of a tally, oldest first, at most `limit`. `unitIds` undefined: all units. */
  countedRecords(
    ask: {
      readonly campaignId: string
      readonly unitIds: readonly string[] | undefined
      readonly span: Span
      readonly kind: RecordKind
      /** Only of these; an empty text stands for none stated. */
      readonly sectors?: readonly string[]
    },
    limit: number,
  ): Promise<readonly CountedRecord[]>
  /** What emulation scores need beside the counters. */
  scoreFacts(ask: ScoreAsk): Promise<ScoreFacts>
  /** A part of the records behind one criterion, and how many there are. */
  scoreRecords(ask: ScoreRecordAsk): Promise<ScoreRecords>
  addInvitation(invitation: NewInvitation): Promise<void>
  /** Where the counters kept per unit and day differ from the events, at most 20. */
  checkCounters(): Promise<CounterMismatch[]>
  /** Makes the counters anew from the events. */
  rebuildCounters(): Promise<void>
}
