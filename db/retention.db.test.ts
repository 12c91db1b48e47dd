import { sql } from "kysely"
import { expect, test } from "vitest"
import { cutoffs } from "../core/retention.ts"
import { removeOld } from "./retention.ts"
import { addUnit, freshDatabase } from "./testing.ts"

const NOW = Date.parse("2026-11-22T10:00:00+07:00")
const DAYS = { updates: 7, drafts: 30, messages: 14, requests: 365, files: 60 }
const ago = (days: number) => new Date(NOW - days * 86_400_000)

test("what is no record goes when its time is over, and not before", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  await sql`insert into person (id, name, created_at) values ('00000000-0000-7000-8000-000000000001', 'An', now())`.execute(
    db,
  )
  for (const days of [6, 8, 40]) {
    const [key, at] = [String(days), ago(days)]
    await sql`insert into kept_update values (${key}, 'zalo:1', '{}', ${at})`.execute(db)
    await sql`insert into handled_update values (${key}, ${at})`.execute(db)
    await sql`insert into waiting_file values (gen_random_uuid(), 'web:local', 'web:a', 'web:an', '{}', null, 0, ${at}, ${at})`.execute(
      db,
    )
    await sql`insert into wrong_code (account_id, at) values (${key}, ${at})`.execute(db)
    await sql`insert into chat (id, bot_id, kind, created_at) values (${`web:${key}`}, 'web:local', 'private', ${at})`.execute(
      db,
    )
    await sql`insert into conversation values (${`web:${key}`}, 'web:an', 1, '{"step": "title"}', ${at})`.execute(
      db,
    )
  }
  for (const days of [0.9, 1.1]) {
    await sql`insert into context_change values (${String(Math.ceil(days))}::xid8, 1, ${ago(days)})`.execute(
      db,
    )
  }
  // A conversation that is over, one that is over but not for long, and a chat that somebody's account points at.
  await sql`insert into conversation values ('web:6', 'web:over', 2, null, ${ago(40)})`.execute(db)
  await sql`insert into conversation values ('web:6', 'web:just-over', 2, null, ${ago(8)})`.execute(db)
  await sql`insert into chat (id, bot_id, kind, created_at) values ('web:hers', 'web:local', 'private', ${ago(90)})`.execute(
    db,
  )
  await sql`insert into account values ('web:an', '00000000-0000-7000-8000-000000000001', 'An', 'web:hers', 'web:local', now())`.execute(
    db,
  )
  for (const [state, days, dedupe] of [
    ["sent", 13, null],
    ["sent", 15, null],
    ["sent", 15, "tally:1"],
    ["dead", 15, "tally:2"],
    ["waiting", 40, null],
    ["waiting", 40, "tally:3"],
  ] as const) {
    const sentAt = state === "sent" ? ago(days) : null
    await sql`
      insert into outbox (chat_id, bot_id, kind, content, dedupe_key, supersede_key, message_ref, error, state, due_at, created_at, sent_at)
      values ('web:hers', 'web:local', 'post', '{"phrases": []}', ${dedupe}, 'question:web:an', 'web:m1', 'x', ${state}, ${ago(days)},
        ${ago(days)}, ${sentAt})`.execute(db)
  }
  for (const days of [-1, 1]) {
    await sql`insert into document values (${String(days)}, 'a', 'text/plain', '', null, ${ago(days)})`.execute(
      db,
    )
    await sql`insert into picture values (${String(days)}, '', '', ${ago(days)})`.execute(db)
    await sql`insert into account_code values (${String(days)}, '00000000-0000-7000-8000-000000000001', now(), ${ago(days)})`.execute(
      db,
    )
  }

  const unit = "00000000-0000-7000-8000-0000000000aa"
  await addUnit(db, { id: unit, code: "TINH" })
  await sql`insert into campaign values (${unit}, ${unit}, ${unit}, 'C', '{}', now(), now())`.execute(db)
  await sql`insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, author_name, registered_at,
      created_at) values (${unit}, 1, ${unit}, ${unit}, ${unit}, 'registered', 'Gá', 'ga', 'An', now(), now())`.execute(
    db,
  )
  for (const days of [59, 61]) {
    await sql`insert into attachment values (${unit}, ${String(days)}, 'ảnh.jpg', 'image/jpeg', 1, null, ${ago(days)})`.execute(
      db,
    )
  }
  for (const [id, unitId, days] of [
    ["web:linked", unit, 40],
    ["web:left", null, 40],
    ["web:new", null, 20],
  ] as const) {
    await sql`insert into chat (id, bot_id, kind, title, unit_id, created_at)
      values (${id}, 'web:local', 'group', 'Tổ may 1', ${unitId}, ${ago(days)})`.execute(db)
  }
  for (const [number, closed, chat] of [
    [1, ago(366), "web:hers"],
    [2, ago(364), "web:hers"],
    [3, null, "web:hers"],
    // The way to whoever asked was lost with the key.
    [4, ago(366), ""],
  ] as const) {
    await sql`insert into data_request (id, number, name, kind, words, chat_id, bot_id, received_at, due_on, state, answer, closed_at)
      values (gen_random_uuid(), ${number}, 'An', 'other', 'x', ${chat}, 'web:local', ${ago(900)}, '2025-01-01',
        ${closed === null ? "open" : "answered"}, ${closed === null ? null : "y"}, ${closed})`.execute(db)
  }

  expect(await removeOld(db, cutoffs(DAYS, NOW), NOW)).toEqual({
    keptUpdates: 2,
    updateKeys: 2,
    contextChanges: 1,
    wrongCodes: 2,
    accountCodes: 1,
    waitingFiles: 2,
    attachments: 1,
    documents: 1,
    pictures: 1,
    messages: 1,
    postTexts: 2,
    drafts: 1,
    requests: 2,
    groupNames: 1,
    conversations: 2,
    privateChats: 1,
  })
  const outbox = await db
    .selectFrom("outbox")
    .select(["state", "content", "dedupe_key", "supersede_key", "message_ref", "error"])
    .orderBy("id")
    .execute()
  const told = ["question:web:an", "web:m1", "x"]
  expect(
    outbox.map(({ state, content, dedupe_key, supersede_key, message_ref, error }) => [
      ...[state, dedupe_key, JSON.stringify(content)],
      ...[supersede_key, message_ref, error],
    ]),
  ).toEqual([
    ["sent", null, '{"phrases":[]}', ...told],
    ["sent", "tally:1", "{}", null, null, null],
    ["superseded", "tally:2", "{}", null, null, null],
    ["waiting", null, '{"phrases":[]}', ...told],
    ["waiting", "tally:3", '{"phrases":[]}', ...told],
  ])
  expect(
    (
      await db.selectFrom("chat").select(["id", "title"]).where("kind", "=", "group").orderBy("id").execute()
    ).map(({ id, title }) => `${id} ${title}`),
  ).toEqual(["web:left null", "web:linked Tổ may 1", "web:new Tổ may 1"])
  const talks = await db
    .selectFrom("conversation")
    .select(["chat_id", "account_id"])
    .orderBy("chat_id")
    .execute()
  expect(talks.map(({ chat_id, account_id }) => `${chat_id} ${account_id}`).sort()).toEqual([
    "web:6 web:an",
    "web:6 web:just-over",
    "web:8 web:an",
  ])
  const chats = db.selectFrom("chat").select("id").where("kind", "=", "private").orderBy("id")
  expect(await chats.execute()).toEqual(["web:6", "web:8", "web:hers"].map((id) => ({ id })))
  expect(await db.selectFrom("attachment").select("hash").execute()).toEqual([{ hash: "59" }])
  const asked = await db
    .selectFrom("data_request")
    .select(["name", "words", "answer", "chat_id"])
    .orderBy("number")
    .execute()
  expect(asked.map((each) => Object.values(each).join())).toEqual([
    "(ẩn danh),,,",
    "An,x,y,web:hers",
    "An,x,,web:hers",
    "(ẩn danh),,,",
  ])
  // A second run finds nothing left to do.
  expect(Object.values(await removeOld(db, cutoffs(DAYS, NOW), NOW)).every((count) => count === 0)).toBe(true)
})

test("the pace of strangers' chats goes with them, however many they are", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  await sql`insert into chat (id, bot_id, kind, created_at)
    select 'web:' || n, 'web:local', 'private', ${ago(31)}::timestamptz from generate_series(1, 5001) as n`.execute(
    db,
  )
  await sql`insert into chat_budget select id, now(), '{}' from chat`.execute(db)
  expect(await removeOld(db, cutoffs(DAYS, NOW), NOW)).toMatchObject({ privateChats: 5001 })
  expect(await db.selectFrom("chat_budget").select("chat_id").execute()).toEqual([])
})

test("evidence stays as long as its record unless a setting says otherwise", () => {
  expect(cutoffs({ ...DAYS, files: 0 }, NOW).files).toBe(0)
})
