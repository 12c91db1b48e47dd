import { expect, test } from "vitest"
import type { BotId, ChatId } from "../core/channel.ts"
import { moveChat } from "./chat.ts"
import { freshDatabase } from "./testing.ts"

test("a group under another id is spoken to as before, and has had its post of the day", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  const [from, to] = ["telegram:-5", "telegram:-1000000000005"] as ChatId[] as [ChatId, ChatId]
  const chat = { bot_id: "telegram:1" as BotId, kind: "group", title: "Nhóm", created_at: new Date(0) }
  await db
    .insertInto("chat")
    .values({ ...chat, id: from, address_form: "dong_chi" })
    .execute()
  await db.insertInto("scheduled_post").values({ chat_id: from, day: "2026-03-10" }).execute()

  await db.transaction().execute(async (trx) => await moveChat(trx, from, to))
  // Telegram may tell it twice: in the group's last message and in the refusal of ours.
  await db.transaction().execute(async (trx) => await moveChat(trx, from, to))

  const moved = await db.selectFrom("chat").select(["id", "state", "address_form"]).orderBy("id").execute()
  expect(moved).toEqual([
    { id: to, state: "open", address_form: "dong_chi" },
    { id: from, state: "closed", address_form: "dong_chi" },
  ])
  const posts = await db.selectFrom("scheduled_post").selectAll().where("chat_id", "=", to).execute()
  expect(posts).toEqual([{ chat_id: to, day: "2026-03-10" }])
})
