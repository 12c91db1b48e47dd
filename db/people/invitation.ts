import type { Kysely } from "kysely"
import type { Change } from "../../core/conversation/change.ts"
import type { InvitationView } from "../../core/conversation/reads.ts"
import { Conflict } from "../../core/conversations.ts"
import type { UnitRef } from "../../core/people/role.ts"
import type { Cause } from "../cause.ts"
import type { Database, Trx } from "../schema.ts"
import { logAction } from "./audit.ts"

/** A code that gives a role once, or hands over one's own. */
export async function invite(
  trx: Trx,
  change: Change & { do: "invite" },
  { at, chat: from }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  const { id, codeHash, role, unitId, personId, expiresAt, handsOver } = change
  await trx
    .insertInto("invitation")
    .values({
      id,
      code_hash: codeHash,
      role,
      unit_id: unitId,
      hands_over: handsOver ?? null,
      created_by: personId,
      created_at: at,
      expires_at: new Date(expiresAt),
    })
    .execute()
  const action = handsOver === undefined ? "invite" : "hand_over"
  await logAction(trx, { ...change, action, subject: { role }, from, at })
}

/** The invitation with that code; one that names no unit is for the root. */
export async function invitation(
  db: Kysely<Database>,
  codeHash: string,
  root: () => Promise<UnitRef | undefined>,
): Promise<InvitationView | undefined> {
  const row = await db
    .selectFrom("invitation")
    .leftJoin("unit", "unit.id", "invitation.unit_id")
    .leftJoin("role_grant as handed", "handed.id", "invitation.hands_over")
    .select([
      "invitation.id",
      "invitation.role",
      "invitation.expires_at",
      "invitation.used_at",
      "handed.id as handed_id",
      "handed.person_id as handed_by",
      "handed.withdrawn_at as handed_ended",
      "unit.id as unit_id",
      "unit.code",
      "unit.name",
      "unit.path",
    ])
    .where("code_hash", "=", codeHash)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { unit_id: id, code, name, path } = row
  const unit =
    id === null || code === null || name === null || path === null ? await root() : { id, code, name, path }
  return {
    id: row.id,
    role: row.role,
    unit,
    expiresAt: row.expires_at.getTime(),
    // What its giver has lost meanwhile cannot be handed over.
    used: row.used_at !== null || row.handed_ended !== null,
    ...(row.handed_id === null || row.handed_by === null
      ? {}
      : { handsOver: { grantId: row.handed_id, personId: row.handed_by } }),
  }
}

/** Whoever has the code gets the role, once. Throws `Conflict` when the code, or the role it hands over, is gone meanwhile. */
export async function claim(
  trx: Trx,
  change: Change & { do: "claim" },
  { at, chat: from }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  const used = await trx
    .updateTable("invitation")
    .set({ used_by: change.personId, used_at: at })
    .where("id", "=", change.invitationId)
    .where("used_at", "is", null)
    .returning(["role", "unit_id", "hands_over"])
    .executeTakeFirst()
  if (used === undefined) throw new Conflict()
  if (used.hands_over !== null) {
    const { numUpdatedRows } = await trx
      .updateTable("role_grant")
      .set({ withdrawn_at: at })
      .where("id", "=", used.hands_over)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Conflict()
  }
  const unitId = used.unit_id ?? (await firstRoot(trx))
  if (unitId === undefined) throw new Conflict()
  await trx
    .insertInto("role_grant")
    .values({
      id: change.grantId,
      person_id: change.personId,
      unit_id: unitId,
      role: used.role,
      granted_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (used.unit_id === null) {
    // The first administrator is there: no other code printed at a start may make a second one.
    await trx
      .updateTable("invitation")
      .set({ expires_at: at })
      .where("unit_id", "is", null)
      .where("used_at", "is", null)
      .execute()
  }
  await logAction(trx, {
    personId: change.personId,
    unitId,
    action: "claim",
    subject: { role: used.role, grant: change.grantId },
    from,
    at,
  })
}

async function firstRoot(trx: Trx): Promise<string | undefined> {
  const root = await trx
    .selectFrom("unit")
    .select("id")
    .where("parent_id", "is", null)
    .orderBy("created_at")
    .executeTakeFirst()
  return root?.id
}
