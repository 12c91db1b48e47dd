import { expect, test } from "vitest"
import type { BotId, ChatId } from "../../core/channel.ts"
import type { Notices } from "../../core/notice.ts"
import type { OutboxContent, OutboxDraft, Phrase } from "../../core/outbox.ts"
import { addPerson, addRole, addUnit, type FreshDatabase, freshDatabase } from "../testing.ts"
import { deadLetters } from "./dead-letter.ts"
import { notices } from "./notice.ts"
import { insertOutbox, outbox } from "./outbox.ts"

const NOW = Date.parse("2026-11-22T07:00:00+07:00")
const ZALO = "zalo:1" as BotId
const TELEGRAM = "telegram:1" as BotId
const AT = new Date(NOW)
const GROUP = "zalo:group" as ChatId
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`
const [ROOT, UNIT, LONELY] = [id(1), id(2), id(3)]

/** A federation of a root and two units; Chi is the root's admin (Telegram), Dung the officer of one unit (Zalo). */
async function aFederation(fresh: FreshDatabase, quota = 100): Promise<Notices> {
  const { db } = fresh
  await addUnit(db, { id: ROOT, code: "root" })
  await addUnit(db, { id: UNIT, code: "unit", above: [ROOT] })
  await addUnit(db, { id: LONELY, code: "lonely", above: [ROOT] })
  const people = [
    { person: id(11), name: "chi", bot: TELEGRAM, unit: ROOT, role: "admin" },
    { person: id(12), name: "dung", bot: ZALO, unit: UNIT, role: "officer" },
  ] as const
  for (const { person, name, bot, unit: at, role } of people) {
    const chat = `${bot.split(":")[0]}:${name}`
    await addPerson(db, { id: person, name, writes: { as: chat, to: bot } })
    await addRole(db, { of: person, in: at, role })
  }
  await addGroup(fresh, GROUP, UNIT, "Nhóm TNG")
  const say = (phrase: Phrase) => ("text" in phrase ? phrase.text : phrase.key)
  return notices(db, { timeZone: "Asia/Ho_Chi_Minh", say, quotas: [{ bot: ZALO, limit: quota }] })
}

async function addGroup(
  fresh: FreshDatabase,
  chat: ChatId,
  unitId: string,
  title: string | null,
): Promise<void> {
  await fresh.db
    .insertInto("chat")
    .values({ id: chat, bot_id: ZALO, kind: "group", title, unit_id: unitId, created_at: AT })
    .execute()
}

function post(text: string, chat: ChatId = GROUP, rest: Partial<OutboxDraft> = {}): OutboxDraft {
  return { chat, bot: ZALO, kind: "post", content: { phrases: [{ text }] }, dueAt: NOW, ...rest }
}

async function fail(fresh: FreshDatabase, chat: ChatId, result: "dead" | "unknown"): Promise<void> {
  const store = outbox(fresh.db)
  const { rows } = await store.claim(chat, NOW, 60_000, "with_place")
  await store.settle(
    rows.map((row) => ({ id: row.id, result, error: "rejected: no" })),
    NOW,
  )
}

/** What officers have to read: chat, first sentence, groups. */
async function told(fresh: FreshDatabase): Promise<readonly string[]> {
  const rows = await fresh.db
    .selectFrom("outbox")
    .select(["chat_id", "content"])
    .where("dedupe_key", "like", "notice:%")
    .orderBy("id")
    .execute()
  return rows.map(({ chat_id, content }) => {
    const phrase = (content as OutboxContent).phrases?.[0]
    const words =
      phrase === undefined || "text" in phrase
        ? phrase?.text
        : `${phrase.key} ${phrase.args?.["groups"] ?? ""}`
    return `${chat_id} ${words?.trim()}`
  })
}

test("of a group that threw the bot out its own officer is told once, and again when it happens again", async () => {
  await using fresh = await freshDatabase()
  const { lookAfter } = await aFederation(fresh)
  const state = (to: "open" | "closed") =>
    fresh.db.updateTable("chat").set({ state: to }).where("id", "=", GROUP).execute()
  expect(await lookAfter(NOW)).toEqual([])
  await state("closed")
  expect(await lookAfter(NOW)).toEqual(["zalo:dung"])
  expect(await lookAfter(NOW + 60_000)).toEqual([])
  await state("open")
  await lookAfter(NOW + 120_000)
  await state("closed")
  await lookAfter(NOW + 180_000)
  expect(await told(fresh)).toEqual(Array(2).fill("zalo:dung notice-closed Nhóm TNG"))
})

test("posts that failed are told in one notice to whoever answers for the groups, the nearest unit above included", async () => {
  await using fresh = await freshDatabase()
  const { lookAfter } = await aFederation(fresh)
  const lonely = ["zalo:a", "zalo:b"] as ChatId[]
  // Zalo tells no names of groups.
  await addGroup(fresh, lonely[0] as ChatId, LONELY, null)
  await addGroup(fresh, lonely[1] as ChatId, LONELY, "Nhóm B")
  await insertOutbox(fresh.db, [post("một"), ...lonely.map((chat) => post("hai", chat))], NOW)
  await fail(fresh, GROUP, "unknown")
  for (const chat of lonely) await fail(fresh, chat, "dead")
  await lookAfter(NOW)
  await lookAfter(NOW + 60_000)
  expect((await told(fresh)).toSorted()).toEqual([
    "telegram:chi notice-dead lonely, Nhóm B",
    "zalo:dung notice-unknown Nhóm TNG",
  ])
})

test("a notice that fails itself tells nobody", async () => {
  await using fresh = await freshDatabase()
  const { lookAfter, tellOfficers } = await aFederation(fresh)
  await tellOfficers(UNIT, { phrases: [{ text: "x" }] }, "key", NOW)
  expect(await tellOfficers(UNIT, { phrases: [{ text: "x" }] }, "key", NOW)).toEqual([])
  await fail(fresh, "zalo:dung" as ChatId, "dead")
  expect(await lookAfter(NOW)).toEqual([])
})

test("the post of a group that refuses to be written to goes to its officer to be passed on, once, and not to the group", async () => {
  await using fresh = await freshDatabase()
  const { lookAfter } = await aFederation(fresh)
  const store = outbox(fresh.db)
  await insertOutbox(fresh.db, [post("x".repeat(3_000))], NOW)
  const { rows } = await store.claim(GROUP, NOW, 60_000, "with_place")
  const error = "unreachable: 403"
  await store.settle(
    rows.map((row) => ({ id: row.id, result: "later", dueAt: NOW + 60_000, error })),
    NOW,
    { chat: GROUP, bot: ZALO, suspect: true },
  )
  await lookAfter(NOW)
  await lookAfter(NOW)
  const [intro, pack, ...more] = await told(fresh)
  expect(more).toEqual([])
  expect(intro).toBe("zalo:dung notice-pack")
  expect(pack?.length).toBeLessThanOrEqual("zalo:dung ".length + 1_900)
  expect(await store.nextDue(GROUP)).toBeUndefined()
  // Somebody writes there: the group is as good as any other again.
  await fresh.db
    .insertInto("conversation")
    .values({ chat_id: GROUP, account_id: "zalo:an", version: 1, updated_at: new Date(Date.now() + 60_000) })
    .execute()
  await lookAfter(NOW)
  await insertOutbox(fresh.db, [post("sau")], NOW)
  expect((await store.claim(GROUP, NOW, 60_000, "with_place")).suspect).toBeUndefined()
})

test("a success makes a suspect chat trusted again", async () => {
  await using fresh = await freshDatabase()
  await aFederation(fresh)
  const store = outbox(fresh.db)
  await store.settle([], NOW, { chat: GROUP, bot: ZALO, suspect: true })
  await insertOutbox(fresh.db, [post("một")], NOW)
  expect((await store.claim(GROUP, NOW, 60_000, "with_place")).suspect).toBe(true)
  await store.settle([], NOW, { chat: GROUP, bot: ZALO, suspect: false })
  expect(
    await fresh.db.selectFrom("chat").select("id").where("suspect_since", "is not", null).execute(),
  ).toEqual([])
})

test("officers hear of the quota at 80 % and at 95 %, and what was held leaves when the limit is raised", async () => {
  await using fresh = await freshDatabase()
  const { lookAfter } = await aFederation(fresh)
  const store = outbox(fresh.db)
  const count = (messages: number) =>
    store.settle([], NOW, { chat: GROUP, bot: ZALO, counted: { month: "2026-11", messages } })
  await Promise.all([count(40), count(39)])
  await lookAfter(NOW)
  expect(await told(fresh)).toEqual([])
  await count(1)
  await lookAfter(NOW)
  await lookAfter(NOW)
  await count(15)
  await lookAfter(NOW)
  expect(await told(fresh)).toEqual(["telegram:chi notice-quota-near", "telegram:chi notice-quota-spent"])

  await insertOutbox(fresh.db, [post("tin"), post("trả lời", GROUP, { kind: "answer" })], NOW)
  const december = Date.parse("2026-12-01T00:00:00+07:00")
  await store.holdPosts(ZALO, december)
  const { rows } = await store.claim(GROUP, NOW, 60_000, "with_place")
  expect(rows.map(({ kind }) => kind)).toEqual(["answer"])
  expect(await store.nextDue(GROUP)).toBe(december)
  await lookAfter(NOW)
  expect(await store.nextDue(GROUP)).toBe(december)
  const say = () => ""
  const raised = { timeZone: "Asia/Ho_Chi_Minh", say, quotas: [{ bot: ZALO, limit: 1_000 }] }
  await notices(fresh.db, raised).lookAfter(NOW)
  expect(await store.nextDue(GROUP)).toBe(NOW)
})

test("a token that is not accepted is told to the administrators by another bot, once a day", async () => {
  await using fresh = await freshDatabase()
  const { lookAfter } = await aFederation(fresh)
  const store = outbox(fresh.db)
  const refused = { until: NOW + 300_000, intervalMs: 34.5, because: "token" } as const
  await store.pauseBot(TELEGRAM, refused, NOW)
  await lookAfter(NOW)
  expect(await told(fresh)).toEqual([])
  await store.pauseBot(ZALO, refused, NOW)
  await lookAfter(NOW)
  await lookAfter(NOW + 60_000)
  expect(await told(fresh)).toEqual(["telegram:chi notice-token"])
})

test("dead letters are counted, listed without their words, sent anew or dropped", async () => {
  await using fresh = await freshDatabase()
  const letters = deadLetters(fresh.db)
  expect(await letters.count()).toEqual({ dead: 0, unknown: 0 })
  const chats = ["zalo:a", "zalo:b", "zalo:c"] as ChatId[]
  await insertOutbox(
    fresh.db,
    chats.map((chat) => post("bí mật", chat)),
    NOW,
  )
  await fail(fresh, chats[0] as ChatId, "dead")
  await fail(fresh, chats[1] as ChatId, "unknown")
  expect(await letters.count()).toEqual({ dead: 1, unknown: 1, since: NOW })
  const [first, second] = await letters.list(10)
  expect(first).toMatchObject({ chat: "zalo:a", kind: "post", state: "dead", error: "rejected: no" })
  expect(JSON.stringify([first, second])).not.toContain("bí mật")
  expect(await letters.retry(second?.id, NOW)).toEqual(["zalo:b"])
  expect((await outbox(fresh.db).claim("zalo:b" as ChatId, NOW, 60_000, "with_place")).rows).toMatchObject([
    { attempts: 0 },
  ])
  expect(await letters.drop(second?.id)).toBe(0)
  expect(await letters.drop(undefined)).toBe(1)
  expect(await letters.count()).toEqual({ dead: 0, unknown: 0 })
})
