import type { Transaction } from "kysely"
import type { ChatId } from "../core/channel.ts"
import type { Change } from "../core/conversation/decision.ts"
import { Conflict } from "../core/handle.ts"
import { logAction } from "./audit.ts"
import type { Database } from "./schema.ts"

type Trx = Transaction<Database>

/** A code that gives a role once, or hands over one's own. */
export async function invite(
  trx: Trx,
  change: Change & { do: "invite" },
  from: ChatId,
  at: Date,
): Promise<void> {
  const { id, codeHash, role, unitId, personId, expiresAt, handsOver } = change
  await trx
    .insertInto("invitation")
    .values({
      ...{ id, code_hash: codeHash, role, unit_id: unitId, hands_over: handsOver ?? null },
      ...{ created_by: personId, created_at: at, expires_at: new Date(expiresAt) },
    })
    .execute()
  const action = handsOver === undefined ? "invite" : "hand_over"
  await logAction(trx, { ...change, action, subject: { role }, from, at })
}

/** Whoever has the code gets the role, once. Throws `Conflict` when the code, or the role it hands over, is gone meanwhile. */
export async function claim(
  trx: Trx,
  change: Change & { do: "claim" },
  from: ChatId,
  at: Date,
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
