import { type Kysely, sql } from "kysely"
import type { Change } from "../../core/conversation/change.ts"
import { Conflict } from "../../core/conversations.ts"
import type { Cause } from "../cause.ts"
import type { Database, Trx } from "../schema.ts"
import { logAction } from "./audit.ts"
import { becomeNobody } from "./erasure.ts"

/** Whose code it is, while it can be used. */
export async function accountCode(
  db: Kysely<Database>,
  codeHash: string,
  now: number,
): Promise<{ readonly personId: string } | undefined> {
  const row = await db
    .selectFrom("account_code")
    .select("person_id")
    .where("code_hash", "=", codeHash)
    .where("expires_at", ">", new Date(now))
    .executeTakeFirst()
  return row && { personId: row.person_id }
}

/** Wrong codes of an account since then, epoch milliseconds. */
export async function wrongCodes(db: Kysely<Database>, account: string, since: number): Promise<number> {
  const row = await db
    .selectFrom("wrong_code")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("account_id", "=", account)
    .where("at", ">", new Date(since))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Writes down a code with which another account can be joined to the person's. */
export async function offerJoin(
  trx: Trx,
  change: Change & { do: "offer_join" },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  const { codeHash, personId, expiresAt } = change
  await trx
    .insertInto("account_code")
    .values({ code_hash: codeHash, person_id: personId, created_at: at, expires_at: new Date(expiresAt) })
    .execute()
}

/** Of too many wrong codes an account may try no more for a while: see `wrongCodes`. */
export async function noteWrongCode(
  trx: Trx,
  { account }: Change & { do: "wrong_code" },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  await trx.insertInto("wrong_code").values({ account_id: account, at }).execute()
}

/**
 * Uses a code up: from now on the account is the code's person. Whoever the account was before becomes that person with
 * their records, roles and answers, and stays only as a row without a name. Throws `Conflict` when the code is used.
 */
export async function joinAccount(
  trx: Trx,
  change: Change & { do: "join" },
  { at, chat }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  const { personId, former } = change
  const used = await trx
    .deleteFrom("account_code")
    .where("code_hash", "=", change.codeHash)
    .where("person_id", "=", personId)
    .returning("code_hash")
    .executeTakeFirst()
  if (used === undefined) throw new Conflict()
  if (former === undefined) {
    await trx
      .insertInto("account")
      .values({ id: change.account, person_id: personId, name: change.name, created_at: at })
      .execute()
  } else await merge(trx, former, personId, at)
  const subject = former === undefined ? {} : { former }
  await logAction(trx, { personId, unitId: null, action: "join", subject, from: chat, at })
}

/** What points at a person and is no log. What both have already stays with the one that goes. */
async function merge(trx: Trx, from: string, to: string, at: Date): Promise<void> {
  for (const [table, column, unless] of [
    ["account", "person_id", sql`false`],
    ["consent", "person_id", sql`false`],
    ["initiative", "author_id", sql`false`],
    ["initiative", "submitter_id", sql`false`],
    ["adoption", "person_id", sql`false`],
    ["co_author", "entered_by", sql`false`],
    ["reminder", "created_by", sql`false`],
    ["unit_target", "set_by", sql`false`],
    ["emulation_mark", "marked_by", sql`false`],
    ["attachment", "added_by", sql`false`],
    ["document", "person_id", sql`false`],
    ["data_request", "person_id", sql`false`],
    ["data_request", "answered_by", sql`false`],
    [
      "co_author",
      "person_id",
      sql`exists (select from co_author as o where o.initiative_id = each.initiative_id
      and o.person_id = ${to})`,
    ],
    [
      "role_grant",
      "person_id",
      sql`exists (select from role_grant as o where o.unit_id = each.unit_id
      and o.role = each.role and o.person_id = ${to} and o.withdrawn_at is null)`,
    ],
  ] as const) {
    await sql`
      update ${sql.table(table)} as each set ${sql.ref(column)} = ${to}
      where ${sql.ref(column)} = ${from} and not ${unless}`.execute(trx)
  }
  await trx.deleteFrom("account_code").where("person_id", "=", from).execute()
  await sql`
    update person set former_names = person.former_names || former.former_names || former.name
    from person as former where person.id = ${to} and former.id = ${from}`.execute(trx)
  await becomeNobody(trx, from, at)
}
