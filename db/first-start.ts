import { randomBytes } from "node:crypto"
import type { Kysely } from "kysely"
import { v7 } from "uuid"
import type { Seal } from "../core/seal.ts"
import type { Database } from "./schema.ts"

/** The first administrator's code never runs out: the operator may need weeks to find that person. */
const NEVER = new Date("9999-12-31T00:00:00Z")

/** True when there is no unit at all yet. */
export async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  const unit = await db.selectFrom("unit").select("id").limit(1).executeTakeFirst()
  return unit === undefined
}

/** True when nobody is an administrator yet. */
export async function needsAdmin(db: Kysely<Database>): Promise<boolean> {
  const admin = await db
    .selectFrom("role_grant")
    .select("id")
    .where("role", "=", "admin")
    .where("withdrawn_at", "is", null)
    .limit(1)
    .executeTakeFirst()
  return admin === undefined
}

/** Makes a code good for the first administrator. The same code again changes nothing. */
export async function addAdminCode(db: Kysely<Database>, codeHash: string, now: number): Promise<void> {
  await db
    .insertInto("invitation")
    .values({
      id: v7(),
      code_hash: codeHash,
      role: "admin",
      unit_id: null,
      created_at: new Date(now),
      expires_at: NEVER,
    })
    .onConflict((conflict) => conflict.column("code_hash").doNothing())
    .execute()
}

/** The secret of the webhooks: made once, kept under seal, the same in all processes. 43 of A–Z a–z 0–9 _ -. */
export async function webhookSecret(db: Kysely<Database>, seal: Seal): Promise<string> {
  const fresh = seal.text(randomBytes(32).toString("base64url"))
  await db
    .insertInto("setting")
    .values({ key: "webhook_secret", value: fresh })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute()
  const kept = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", "webhook_secret")
    .executeTakeFirstOrThrow()
  return seal.openedText(kept.value)
}

/** Makes a person of the demo with an account, a role and a unit, unless the account is known. */
export async function addDemoPerson(
  db: Kysely<Database>,
  person: {
    readonly account: string
    readonly name: string
    readonly unitCode: string
    readonly role: "officer" | "support"
  },
  now: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const unit = await trx
      .selectFrom("unit")
      .select("id")
      .where("code", "=", person.unitCode)
      .executeTakeFirstOrThrow()
    const known = await trx
      .selectFrom("account")
      .select("id")
      .where("id", "=", person.account)
      .executeTakeFirst()
    if (known !== undefined) return
    const id = v7()
    const at = new Date(now)
    await trx
      .insertInto("person")
      .values({ id, name: person.name, unit_id: unit.id, created_at: at })
      .execute()
    await trx
      .insertInto("account")
      .values({ id: person.account, person_id: id, name: person.name, created_at: at })
      .execute()
    await trx
      .insertInto("role_grant")
      .values({ id: v7(), person_id: id, unit_id: unit.id, role: person.role, granted_at: at })
      .execute()
  })
}

/** Links a group to a unit, as an officer would. */
export async function addDemoGroup(
  db: Kysely<Database>,
  group: { readonly chat: string; readonly bot: string; readonly title: string; readonly unitCode: string },
  now: number,
): Promise<void> {
  const unit = await db
    .selectFrom("unit")
    .select("id")
    .where("code", "=", group.unitCode)
    .executeTakeFirstOrThrow()
  await db
    .insertInto("chat")
    .values({
      id: group.chat,
      bot_id: group.bot,
      kind: "group",
      title: group.title,
      unit_id: unit.id,
      linked_at: new Date(now),
      created_at: new Date(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
