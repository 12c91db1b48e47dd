import type { SearchableUnit } from "../intake/unit-search.ts"
import type { Role, UnitRef } from "../people/role.ts"
import type { Period, TallyReading } from "../tally/tally.ts"
import type { RunningCampaign } from "./context.ts"

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

export type InvitationView = {
  readonly id: string
  readonly role: Role
  readonly unit: UnitRef
  readonly expiresAt: number
  readonly used: boolean
}

/** What some decisions need to look up besides their context. Each is one coarse question. */
export type Reads = {
  /** All units of the federation, to be searched by name. */
  units(): Promise<readonly (SearchableUnit & UnitRef)[]>
  unit(id: string): Promise<UnitRef | undefined>
  /** Whether anything stands below the unit: then it is no place to register at by default. */
  hasSubUnits(unitId: string): Promise<boolean>
  initiative(number: number): Promise<InitiativeView | undefined>
  /** A person's newest initiatives, newest first. */
  initiativesOf(
    personId: string,
    limit: number,
  ): Promise<{ readonly total: number; readonly newest: readonly InitiativeView[] }>
  invitation(codeHash: string): Promise<InvitationView | undefined>
  /** The unit's target of the running phase; undefined when it has none. */
  phaseTarget(campaign: RunningCampaign, unitId: string, now: number): Promise<number | undefined>
  /** Throws `TallyError` before the campaign's first day. */
  tally(campaign: RunningCampaign, unitId: string, period: Period, at: number): Promise<TallyReading>
  /** Hash under which an invitation's code is stored. */
  hashCode(code: string): string
  /** A new code to be said once and never stored. */
  newCode(): string
}
