import { randomBytes } from "node:crypto"
import { type Kysely, sql } from "kysely"
import type { Seal } from "../core/seal.ts"
import { newId } from "./id.ts"
import type { Database, Trx } from "./schema.ts"

/** The first administrator's code never runs out: the operator may need weeks to find that person. */
const NEVER = new Date("9999-12-31T00:00:00Z")

/** True when there is no unit at all yet. */
async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  const unit = await db.selectFrom("unit").select("id").limit(1).executeTakeFirst()
  return unit === undefined
}

/**
 * Makes what a database without any unit begins with, whole or not at all. Of processes that start at once one makes it; the others wait and find
 * it there.
 */
export async function onceWhileEmpty(db: Kysely<Database>, make: (trx: Trx) => Promise<void>): Promise<void> {
  if (!(await isEmpty(db))) return
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('first start', 0))`.execute(trx)
    if (await isEmpty(trx)) await make(trx)
  })
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
      id: newId(),
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
