import type { BotId, ChatId } from "../channel.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import {
  isOfficer,
  mayAct,
  officerGrants,
  outranks,
  type Role,
  type RoleGrant,
  type UnitRef,
  widestGrant,
} from "./role.ts"

/** Somebody's role at a unit, as officers see it. */
export type OfficeHolder = {
  readonly grantId: string
  readonly personId: string
  readonly name: string
  readonly role: Role
  readonly unit: UnitRef
  /** Epoch milliseconds. */
  readonly since: number
  /** Their private chat; undefined where none is known. */
  readonly tell: { readonly chat: ChatId; readonly bot: BotId } | undefined
}

/** Whose desk it is and which units lie on it, or what is said instead of showing it. */
export type Desk =
  | { readonly person: Person; readonly unitIds: readonly string[] }
  | { readonly decision: Decision }

/** What an officer looks at in private: the unit named by `typed`, or all of theirs. `again` as for `unitMeant`. */
export async function openDesk(turn: Turn, typed: string, again: (code: string) => string): Promise<Desk> {
  const { context } = turn
  const { person } = context
  if (!isOfficer(person)) return { decision: answer(turn, "officers-only") }
  if (context.chat.kind === "group") return { decision: answer(turn, "desk-in-private") }
  const usual = usualUnit(person)
  if (typed === "" || usual === undefined) return { person, unitIds: officeUnits(person) }
  const meant = await unitMeant(turn, typed, { usual, again })
  if ("decision" in meant) return meant
  if (mayAct(person.grants, "officer", meant.unit)) return { person, unitIds: [meant.unit.id] }
  return { decision: answer(turn, "unit-outside", { unit: meant.unit.name }) }
}

/** The units a person is an officer (or more) of. */
export function officeUnits(person: Person): readonly string[] {
  return officerGrants(person.grants).map(({ unit }) => unit.id)
}

/** The unit an officer's command is about when none is named: the widest of theirs. */
export function usualUnit(person: Person): UnitRef | undefined {
  return widestGrant(officerGrants(person.grants))?.unit
}

/**
 * Whether the person may end this role: it is their own, or they stand above it – by a higher role that reaches the unit, or
 * by the same one further up. Administrators of one unit may end each other's, since nobody stands above the topmost.
 */
export function mayWithdraw(
  person: Pick<Person, "id" | "grants">,
  holder: Pick<OfficeHolder, "personId" | "role" | "unit">,
): boolean {
  if (holder.personId === person.id) return true
  if (!mayAct(person.grants, "officer", holder.unit)) return false
  return person.grants.some((grant) => outranks(grant, holder))
}

/** The grants whose end could leave a federation without anybody who can give roles: administrators of a topmost unit. */
export function topmostGrants(grants: readonly RoleGrant[]): readonly RoleGrant[] {
  return grants.filter((grant) => grant.role === "admin" && grant.unit.path.length === 1)
}
