import { sql } from "kysely"
import type { ChatId } from "../../core/channel.ts"
import type { Change } from "../../core/conversation/change.ts"
import type { Cause } from "../cause.ts"
import { logAction } from "../people/audit.ts"
import type { Trx } from "../schema.ts"

/** A group belongs to a unit from now on. */
export async function linkChat(
  trx: Trx,
  change: Change & { do: "link" },
  { at, chat: from }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  const { chat, unitId } = change
  await trx
    .updateTable("chat")
    .set({ unit_id: unitId, linked_at: at, state: "open" })
    .where("id", "=", chat)
    .execute()
  await logAction(trx, { ...change, action: "link", subject: { chat }, from, at })
}

/** How people are spoken to in a group. */
export async function setAddress(
  trx: Trx,
  change: Change & { do: "address" },
  { at, chat: from }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  const { chat, form } = change
  await trx.updateTable("chat").set({ address_form: form }).where("id", "=", chat).execute()
  await logAction(trx, { ...change, action: "address", subject: { chat, form }, from, at })
}

/** The bot was sent away: what waits for the chat will not leave any more. */
export async function closeChat(trx: Trx, chat: ChatId): Promise<void> {
  await trx.updateTable("chat").set({ state: "closed" }).where("id", "=", chat).execute()
  await trx
    .updateTable("outbox")
    .set({ state: "dead", error: "the bot was removed from the chat" })
    .where("chat_id", "=", chat)
    .where("state", "=", "waiting")
    .execute()
}

export async function openChat(trx: Trx, chat: ChatId): Promise<void> {
  await trx.updateTable("chat").set({ state: "open" }).where("id", "=", chat).execute()
}

/** A group got another id: everything that points at the old one points at the new one afterwards. */
export async function moveChat(trx: Trx, from: ChatId, to: ChatId): Promise<void> {
  await sql`
    insert into chat (id, bot_id, kind, title, unit_id, linked_at, address_form, state, created_at)
    select ${to}, bot_id, kind, title, unit_id, linked_at, address_form, 'open', created_at from chat where id = ${from}
    on conflict (id) do update set unit_id = coalesce(chat.unit_id, excluded.unit_id),
      linked_at = coalesce(chat.linked_at, excluded.linked_at), address_form = excluded.address_form,
      state = 'open'`.execute(trx)
  await sql`update chat set state = 'closed', unit_id = null where id = ${from}`.execute(trx)
  await sql`
    update conversation set chat_id = ${to} where chat_id = ${from}
      and not exists (select from conversation as c where c.chat_id = ${to} and c.account_id = conversation.account_id)`.execute(
    trx,
  )
  // One post a day is one under either id.
  await sql`
    insert into scheduled_post (chat_id, day) select ${to}, day from scheduled_post where chat_id = ${from}
    on conflict do nothing`.execute(trx)
  await sql`update co_author set chat_id = ${to} where chat_id = ${from}`.execute(trx)
  await sql`update waiting_file set chat_id = ${to} where chat_id = ${from}`.execute(trx)
  await sql`update reminder set chat_id = ${to} where chat_id = ${from}`.execute(trx)
  await sql`update outbox set chat_id = ${to} where chat_id = ${from} and state in ('waiting', 'sending')`.execute(
    trx,
  )
}
