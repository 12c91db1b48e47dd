import { sql } from "kysely"
import { expect, test } from "vitest"
import type { AccountId, BotId, ChatId } from "../../core/channel.ts"
import { aMessage } from "../../core/conversation/testing.ts"
import { Conflict, type Step } from "../../core/conversations.ts"
import { type FreshDatabase, freshDatabase } from "../testing.ts"
import { conversations } from "./conversation.ts"

const NOW = Date.parse("2026-02-01T10:00:00+07:00")

function conversationsOn({ db }: FreshDatabase) {
  return conversations(db, { timeZone: "Asia/Ho_Chi_Minh", campaignFor: async () => undefined })
}

function aStep(updateKey: string): Step {
  const bot = "telegram:1" as BotId
  const chat = `telegram:${updateKey}` as ChatId
  const content = { phrases: [{ text: "vâng" }] }
  return {
    incoming: aMessage("đăng ký", {
      updateKey,
      bot,
      chat: { id: chat, kind: "private" },
      from: { account: `telegram:${updateKey}` as AccountId, name: "An" },
    }),
    version: 1,
    dialogue: undefined,
    decision: { say: [{ chat, bot, kind: "answer", content, dueAt: NOW }] },
    found: { kept: false, met: false },
  }
}

test("a commit that gave way to another transaction is tried again at once, and one that always does is for the platform to repeat", async () => {
  await using fresh = await freshDatabase()
  const house = conversationsOn(fresh)
  const givesWay = async (times: number) =>
    await sql
      .raw(`
      drop sequence if exists tries; create sequence tries;
      create or replace function gives_way() returns trigger language plpgsql as $$ begin
        -- A sequence is the only thing that a rollback leaves.
        if nextval('tries') <= ${times} then raise exception 'deadlock detected' using errcode = '40P01'; end if;
        return null; end $$;
      create or replace trigger gives_way after insert on outbox execute function gives_way()`)
      .execute(fresh.db)
  await givesWay(3)
  expect(await house.commit([aStep("1"), aStep("2")], NOW)).toMatchObject({
    chats: ["telegram:1", "telegram:2"],
  })
  await givesWay(1_000)
  const error = await house.commit([aStep("3")], NOW).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: "40P01" })
  expect(house.isPassing(error)).toBe(true)
  const rows = await fresh.db.selectFrom("outbox").select("chat_id").orderBy("id").execute()
  expect(rows.map(({ chat_id }) => chat_id)).toEqual(["telegram:1", "telegram:2"])
})

test("of two that decided upon the same conversation the second has to decide anew, and stores nothing of its own", async () => {
  await using fresh = await freshDatabase()
  const house = conversationsOn(fresh)
  const inOneChat = (updateKey: string, version: number): Step => {
    const step = aStep("1")
    return { ...step, version, incoming: { ...step.incoming, updateKey } }
  }
  // One batch may say several things to it.
  await house.commit([inOneChat("1", 1), inOneChat("2", 1)], NOW)
  await expect(house.commit([inOneChat("3", 1), aStep("other")], NOW)).rejects.toThrow(Conflict)
  await house.commit([inOneChat("4", 2)], NOW)
  await expect(house.commit([inOneChat("5", 2)], NOW)).rejects.toThrow(Conflict)
  await expect(house.commit([inOneChat("4", 3)], NOW)).rejects.toThrow(Conflict)
  const handled = await fresh.db
    .selectFrom("handled_update")
    .select("update_key")
    .orderBy("update_key")
    .execute()
  expect(handled.map(({ update_key }) => update_key)).toEqual(["1", "2", "4"])
  expect(await fresh.db.selectFrom("conversation").select("version").execute()).toEqual([{ version: 2 }])
})

test("what passes is repeated by the platform, with all behind it; what lasts is the update's own fault", async () => {
  await using fresh = await freshDatabase()
  const house = conversationsOn(fresh)
  for (const [code, what, passes] of [
    ["22P02", "a value that is not of its type", false],
    ["23514", "a broken constraint", false],
    ["21000", "a row that would be changed twice", false],
    ["42804", "a statement that is wrong for these values", false],
    ["54000", "a value too long for its index", false],
    ["P0001", "a trigger that refuses", false],
    ["40001", "two transactions at odds", true],
    ["42P01", "a table that is not there", true],
    ["42501", "a right that is missing", true],
    ["53100", "a full disk", true],
    ["57014", "a statement that took too long", true],
    ["57P01", "a server that stops", true],
    ["25006", "a server that only reads", true],
  ] as const) {
    const raising = sql.raw(`do $$ begin raise exception 'no' using errcode = '${code}'; end $$`)
    const error = await raising.execute(fresh.db).catch((thrown: unknown) => thrown)
    expect(error, what).toMatchObject({ code })
    expect(house.isPassing(error), what).toBe(passes)
  }
})
