/** What a person may do, at one unit and everything below it. An admin may do all an officer may, an officer all of support. */
export type Role = "admin" | "officer" | "support"

/** A union unit as conversations need it; `path` holds the ids from the root down to the unit itself. */
export type UnitRef = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly path: readonly string[]
}

export type RoleGrant = { readonly role: Role; readonly unit: UnitRef }

const RANK: Readonly<Record<Role, number>> = { support: 1, officer: 2, admin: 3 }

/** Those of the grants by which somebody is an officer, or more. */
export function officerGrants(grants: readonly RoleGrant[]): readonly RoleGrant[] {
  return grants.filter(({ role }) => RANK[role] >= RANK.officer)
}

/** True when the person is an officer (or more) of anything. */
export function isOfficer<Holder extends { readonly grants: readonly RoleGrant[] }>(
  person: Holder | undefined,
): person is Holder {
  return person !== undefined && officerGrants(person.grants).length > 0
}

/** True when one of `grants` gives at least `role` over `unit`: rights reach the subtree of the unit they were given at. */
export function mayAct(grants: readonly RoleGrant[], role: Role, unit: UnitRef): boolean {
  return grants.some((grant) => RANK[grant.role] >= RANK[role] && unit.path.includes(grant.unit.id))
}

/** True for those whose record it is, its author and whoever submitted it, and for the officers of its unit. */
export function mayTouch(
  person: { readonly id: string; readonly grants: readonly RoleGrant[] },
  record: {
    readonly authorId: string | undefined
    readonly submitterId: string | undefined
    readonly unit: UnitRef
  },
): boolean {
  return (
    record.authorId === person.id ||
    record.submitterId === person.id ||
    mayAct(person.grants, "officer", record.unit)
  )
}

/** As `mayAct`, given at a unit above: what concerns a unit's own place is not for itself to decide. */
export function mayActAbove(grants: readonly RoleGrant[], role: Role, unit: UnitRef): boolean {
  return mayAct(grants, role, { ...unit, path: unit.path.slice(0, -1) })
}

/** True when `grant` stands above `other`: a higher role that reaches its unit, the same one further up, or both administrators. */
export function outranks(grant: RoleGrant, other: RoleGrant): boolean {
  if (!other.unit.path.includes(grant.unit.id)) return false
  if (RANK[grant.role] > RANK[other.role]) return true
  return grant.role === other.role && (grant.role === "admin" || grant.unit.id !== other.unit.id)
}

/** The grant that reaches farthest: the highest role, then the unit nearest to the root. */
export function widestGrant(grants: readonly RoleGrant[]): RoleGrant | undefined {
  return [...grants].sort(
    (one, other) => RANK[other.role] - RANK[one.role] || one.unit.path.length - other.unit.path.length,
  )[0]
}
