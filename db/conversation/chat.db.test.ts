import { expect, test } from "vitest"
import type { AccountId, BotId, ChatId, Incoming } from "../../core/channel.ts"
import { aMessage } from "../../core/conversation/testing.ts"
import { Conflict } from "../../core/conversations.ts"
import { newId } from "../id.ts"
import { freshDatabase, listened } from "../testing.ts"
import { moveChat } from "./chat.ts"
import { conversations } from "./conversation.ts"

test("a group under another id is spoken to as before, and has had its post of the day", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  const [from, to] = ["telegram:-5", "telegram:-1000000000005"] as ChatId[] as [ChatId, ChatId]
  const chat = {
    bot_id: "telegram:1" as BotId,
    kind: "group",
    title: "Nhóm",
    created_at: new Date(0),
  } as const
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

test("what a message shows of its chat and its sender is noted when it is news, and else not looked at", async () => {
  await using fresh = await freshDatabase()
  const { db, asked } = listened(fresh)
  const house = conversations(db, { timeZone: "Asia/Ho_Chi_Minh", campaignFor: async () => undefined })
  const person = { id: newId(), name: "An", created_at: new Date(0) }
  await db.insertInto("person").values(person).execute()
  await db
    .insertInto("account")
    .values({ ...person, id: "telegram:7", person_id: person.id })
    .execute()
  const group = { id: "telegram:-5" as ChatId, kind: "group", title: "Nhóm" } as const
  const own = { id: "telegram:7" as ChatId, kind: "private" } as const
  let updates = 0
  /** Whether the statement that stored it dealt with chats. */
  const hears = async (chat: Incoming["chat"], bot = "telegram:1"): Promise<boolean> => {
    updates += 1
    const incoming = aMessage("", {
      bot: bot as BotId,
      updateKey: `telegram:${updates}`,
      chat,
      from: { account: "telegram:7" as AccountId, name: "An" },
    })
    for (let isStored = false; !isStored; ) {
      const [found] = await house.load([incoming], 0)
      if (found === undefined) throw new Error("Nothing was loaded.")
      const version = found.context.version + 1
      const step = { incoming, version, dialogue: undefined, decision: {}, found }
      // What is remembered of a chat that was closed meanwhile is not true any more, and is loaded anew.
      isStored = await house.commit([step], 0).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Conflict) return false
          throw error
        },
      )
    }
    return asked.at(-1)?.sql.includes("insert into chat") === true
  }
  const notes = async () => ({
    chats: await db.selectFrom("chat").select(["id", "bot_id", "title", "state"]).orderBy("id").execute(),
    account: await db.selectFrom("account").select(["private_chat_id", "private_bot_id"]).execute(),
  })

  const looked = [
    await hears(group),
    await hears(group),
    await hears({ ...group, title: "Nhóm Xưởng 2" }),
    await hears({ id: group.id, kind: "group" }),
    await hears({ ...group, title: "Nhóm Xưởng 2" }, "telegram:2"),
    await hears(own),
    await hears(own),
  ]
  expect(looked).toEqual([true, false, true, false, true, true, false])
  await db.updateTable("chat").set({ state: "closed" }).execute()
  expect([await hears(own), await hears(own)]).toEqual([true, false])

  expect(await notes()).toEqual({
    chats: [
      { id: group.id, bot_id: "telegram:2", title: "Nhóm Xưởng 2", state: "closed" },
      { id: own.id, bot_id: "telegram:1", title: null, state: "open" },
    ],
    account: [{ private_chat_id: own.id, private_bot_id: "telegram:1" }],
  })
})
