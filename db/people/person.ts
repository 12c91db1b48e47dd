import { type RawBuilder, sql } from "kysely"
import type { Change } from "../../core/conversation/change.ts"
import type { Cause } from "../cause.ts"
import type { Trx } from "../schema.ts"
import { channelOf, logAction } from "./audit.ts"

/** Somebody who is met for the first time, with the account they write from. */
export async function admit(
  trx: Trx,
  { personId, name, account }: Change & { do: "admit" },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  await trx.insertInto("person").values({ id: personId, name, unit_id: null, created_at: at }).execute()
  await trx.insertInto("account").values({ id: account, person_id: personId, name, created_at: at }).execute()
}

/** A choice about a purpose, with where and under which text it was made. The newest one counts. */
export async function noteConsent(
  trx: Trx,
  change: Change & { do: "consent" },
  { chat, account, at }: Pick<Cause, "at" | "chat" | "account">,
): Promise<void> {
  const { personId, purpose, version, granted } = change
  await trx
    .insertInto("consent")
    .values({
      person_id: personId,
      purpose,
      version,
      granted,
      at,
      chat_id: chat,
      account_id: account,
      channel: channelOf(chat),
    })
    .execute()
  const subject = { purpose, version, granted }
  await logAction(trx, { personId, unitId: null, action: "consent", subject, from: chat, at })
}

/**
 * Whether the newest choice of the person whose id stands in `column` was for the purpose; null when there was none. By key, person
 * by person: the view `consent_now` would read the choices of all.
 */
export function agreed(column: string, purpose: string): RawBuilder<boolean> {
  return sql`(select choice.granted from consent as choice
    where choice.person_id = ${sql.ref(column)} and choice.purpose = ${purpose} order by choice.id desc limit 1)`
}

/** The person belongs to another unit. */
export async function place(trx: Trx, { personId, unitId }: Change & { do: "place" }): Promise<void> {
  await trx.updateTable("person").set({ unit_id: unitId }).where("id", "=", personId).execute()
}

/** Another name, in the records that bear it too. */
export async function rename(trx: Trx, { personId, name }: Change & { do: "rename" }): Promise<void> {
  await trx
    .updateTable("person")
    .set({
      name,
      former_names: sql`array(select distinct unnest(former_names || name) except select ${name}::text)`,
    })
    .where("id", "=", personId)
    .where("erased_at", "is", null)
    .execute()
  await trx.updateTable("co_author").set({ name }).where("person_id", "=", personId).execute()
  await trx.updateTable("initiative").set({ author_name: name }).where("author_id", "=", personId).execute()
}
