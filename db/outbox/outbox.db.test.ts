import pg from "pg"
import { expect, test } from "vitest"
import type { BotId, ChatId, MessageRef } from "../../core/channel.ts"
import type { OutboxDraft } from "../../core/outbox.ts"
import { isAlone, openDatabase, openPool } from "../server/connection.ts"
import { type FreshDatabase, freshDatabase, silentFor } from "../testing.ts"
import { insertOutbox, outbox as senders } from "./outbox.ts"
import { endLeases, SENDER } from "./sender.ts"

const NOW = Date.parse("2026-11-22T07:00:00+07:00")
const LEASE_MS = 60_000
const GROUP = "web:group" as ChatId
const OTHER = "web:other" as ChatId
const GONE = "tro-ly-sang-kien gone"

function draft(text: string, rest: Partial<OutboxDraft> = {}): OutboxDraft {
  const content = { phrases: [{ text }] }
  return { chat: GROUP, bot: "web:bot" as BotId, kind: "answer", content, dueAt: NOW, ...rest }
}

/** One sender, that has a place for whatever stands first. */
function outbox(db: FreshDatabase["db"]) {
  const store = senders(db)
  return {
    ...store,
    claim: async (chat: ChatId, now: number, leaseMs: number) =>
      (await store.claim(chat, now, leaseMs, "with_place")).rows,
  }
}

function sent(row: { id: string } | undefined) {
  return { id: row?.id ?? "", result: "sent", message: "m" as MessageRef } as const
}

function putBack(row: { id: string } | undefined, dueAt: number, error: string) {
  return { id: row?.id ?? "", result: "later", dueAt, error } as const
}

async function states(fresh: FreshDatabase): Promise<readonly string[]> {
  const rows = await fresh.db.selectFrom("outbox").select(["content", "state"]).orderBy("id").execute()
  return rows.map(({ content, state }) => {
    const { phrases } = content as { phrases: { text: string }[] }
    return `${phrases[0]?.text} ${state}`
  })
}

function words(rows: readonly { content: { phrases?: readonly unknown[] } }[]): readonly string[] {
  return rows.map((row) => (row.content.phrases as { text: string }[])[0]?.text ?? "")
}

test("claimed rows come in order, nobody else gets them, and once sent they are gone", async () => {
  await using fresh = await freshDatabase()
  const [here, elsewhere] = [outbox(fresh.db), outbox(fresh.db)]
  expect(
    await insertOutbox(fresh.db, [draft("một"), draft("hai"), draft("ba", { chat: OTHER })], NOW),
  ).toEqual([GROUP, OTHER])

  const rows = await here.claim(GROUP, NOW, LEASE_MS)
  expect(words(rows)).toEqual(["một", "hai"])
  expect(rows[0]).toMatchObject({ chat: GROUP, bot: "web:bot", kind: "answer", attempts: 0, group: false })
  await insertOutbox(fresh.db, [draft("bốn")], NOW)
  expect(await elsewhere.claim(GROUP, NOW, LEASE_MS)).toEqual([])
  expect(words(await elsewhere.claim(OTHER, NOW, LEASE_MS))).toEqual(["ba"])

  await here.settle(rows.map(sent), NOW)
  expect(words(await elsewhere.claim(GROUP, NOW, LEASE_MS))).toEqual(["bốn"])
  expect(await states(fresh)).toEqual(["một sent", "hai sent", "ba sending", "bốn sending"])
})

test("a chat known as a group is told as one", async () => {
  await using fresh = await freshDatabase()
  await fresh.db
    .insertInto("chat")
    .values({ id: GROUP, bot_id: "web:bot", kind: "group", created_at: new Date(NOW) })
    .execute()
  await insertOutbox(fresh.db, [draft("một")], NOW)
  expect(await outbox(fresh.db).claim(GROUP, NOW, LEASE_MS)).toMatchObject([{ group: true }])
})

test("twenty senders that claim one chat at the same instant: one gets all rows, nineteen get none", async () => {
  await using fresh = await freshDatabase()
  const senders = Array.from({ length: 20 }, () => outbox(fresh.db))
  for (let round = 0; round < 20; round += 1) {
    const chat = `web:round-${round}` as ChatId
    const drafts = ["một", "hai", "ba"].map((text) => draft(text, { chat }))
    await insertOutbox(fresh.db, drafts, NOW)
    // Rows that are written while the claims run must not open a second line either.
    const [claims] = await Promise.all([
      Promise.all(senders.map((sender) => sender.claim(chat, NOW, LEASE_MS))),
      insertOutbox(fresh.db, [draft("bốn", { chat })], NOW),
    ])
    const winners = claims.filter((rows) => rows.length > 0)
    expect(winners).toHaveLength(1)
    expect(words(winners[0] ?? []).slice(0, 3)).toEqual(["một", "hai", "ba"])
  }
})

test("claims of one process that come together are answered each with its own chat", async () => {
  await using fresh = await freshDatabase()
  const chats = Array.from({ length: 50 }, (_, place) => `web:${place}` as ChatId)
  await insertOutbox(
    fresh.db,
    chats.map((chat) => draft(chat, { chat })),
    NOW,
  )
  const store = outbox(fresh.db)
  const claims = await Promise.all([...chats, ...chats].map((chat) => store.claim(chat, NOW, LEASE_MS)))
  expect(claims.slice(0, 50).map(words)).toEqual(chats.map((chat) => [chat]))
  expect(claims.slice(50).flat()).toEqual([])
})

test("a row put back holds up those behind it, a row planned for later does not", async () => {
  await using fresh = await freshDatabase()
  const store = outbox(fresh.db)
  const planned = draft("hẹn giờ", { dueAt: NOW + 60_000 })
  await insertOutbox(fresh.db, [planned, draft("một"), draft("hai")], NOW)
  const [one, two] = await store.claim(GROUP, NOW, LEASE_MS)
  await store.settle([putBack(one, NOW + 5_000, "unreachable"), putBack(two, NOW, "")], NOW)

  expect(await store.claim(GROUP, NOW, LEASE_MS)).toEqual([])
  expect(await store.overdue(NOW, 10)).toEqual([])
  expect(await store.nextDue(GROUP)).toBe(NOW + 5_000)

  expect(await store.overdue(NOW + 5_000, 10)).toEqual([GROUP])
  const again = await store.claim(GROUP, NOW + 5_000, LEASE_MS)
  expect(words(again)).toEqual(["một", "hai"])
  // What was put back untried did not cost an attempt.
  expect(again.map((row) => row.attempts)).toEqual([1, 0])
  await store.settle(again.map(sent), NOW)
  expect(await store.nextDue(GROUP)).toBe(NOW + 60_000)
})

test("a notice or post is claimed alone, so that a crash leaves only one in doubt", async () => {
  await using fresh = await freshDatabase()
  const store = outbox(fresh.db)
  const kinds = ["answer", "receipt", "post", "notice", "answer"] as const
  await insertOutbox(
    fresh.db,
    kinds.map((kind) => draft(kind, { kind })),
    NOW,
  )
  const turns: (readonly string[])[] = []
  for (;;) {
    const rows = await store.claim(GROUP, NOW, LEASE_MS)
    if (rows.length === 0) break
    turns.push(words(rows))
    await store.settle(rows.map(sent), NOW)
  }
  expect(turns).toEqual([["answer", "receipt"], ["post"], ["notice"], ["answer"]])
})

test("when a sender dies its answers are taken over and its post is marked unknown", async () => {
  await using fresh = await freshDatabase()
  const [dead, alive] = [outbox(fresh.db), outbox(fresh.db)]
  await insertOutbox(fresh.db, [draft("trả lời"), draft("tin", { chat: OTHER, kind: "post" })], NOW)
  await insertOutbox(fresh.db, [draft("sau", { chat: OTHER })], NOW)
  await dead.claim(GROUP, NOW, LEASE_MS)
  await dead.claim(OTHER, NOW, LEASE_MS)

  const before = NOW + LEASE_MS - 1
  expect(await alive.overdue(before, 10)).toEqual([])
  expect(await alive.claim(GROUP, before, LEASE_MS)).toEqual([])
  const after = NOW + LEASE_MS
  expect(await alive.overdue(after, 10)).toEqual([GROUP, OTHER])
  expect(await alive.claim(GROUP, after, LEASE_MS)).toMatchObject([{ attempts: 1 }])
  expect(words(await alive.claim(OTHER, after, LEASE_MS))).toEqual(["sau"])
  expect(await states(fresh)).toEqual(["trả lời sending", "tin unknown", "sau sending"])
})

test("a late word that a message was sent is believed, any other late word is not", async () => {
  await using fresh = await freshDatabase()
  const [slow, other] = [outbox(fresh.db), outbox(fresh.db)]
  await insertOutbox(fresh.db, [draft("tin", { kind: "post" })], NOW)
  const [row] = await slow.claim(GROUP, NOW, LEASE_MS)
  await other.claim(GROUP, NOW + LEASE_MS, LEASE_MS)
  await slow.settle([putBack(row, NOW, "unreachable")], NOW + LEASE_MS)
  expect(await states(fresh)).toEqual(["tin unknown"])
  await slow.settle([sent(row)], NOW + LEASE_MS)
  expect(await states(fresh)).toEqual(["tin sent"])
})

test("a dedupe key is used once for ever", async () => {
  await using fresh = await freshDatabase()
  const store = outbox(fresh.db)
  const tally = draft("tổng hợp", { kind: "post", dedupeKey: "tally:1" })
  expect(await insertOutbox(fresh.db, [tally], NOW)).toEqual([GROUP])
  expect(await insertOutbox(fresh.db, [tally, tally], NOW)).toEqual([])
  await store.settle((await store.claim(GROUP, NOW, LEASE_MS)).map(sent), NOW)
  expect(await insertOutbox(fresh.db, [tally], NOW)).toEqual([])
  expect(await states(fresh)).toEqual(["tổng hợp sent"])
})

test("a newer row takes the place of waiting ones with its supersede key, never of one under way", async () => {
  await using fresh = await freshDatabase()
  const store = outbox(fresh.db)
  const line = (text: string, rest: Partial<OutboxDraft> = {}) => draft(text, { supersedeKey: "số", ...rest })
  await insertOutbox(fresh.db, [line("một")], NOW)
  await store.claim(GROUP, NOW, LEASE_MS)
  await insertOutbox(fresh.db, [line("hai"), line("khác", { chat: OTHER })], NOW)
  await insertOutbox(fresh.db, [line("ba"), line("bốn", { dedupeKey: "4" })], NOW)
  // Written before: it must not push out itself.
  await insertOutbox(fresh.db, [line("bốn", { dedupeKey: "4" })], NOW)
  expect(await states(fresh)).toEqual(["một sending", "hai superseded", "khác waiting", "bốn waiting"])
})

test("people who wait for an answer come first among what is overdue", async () => {
  await using fresh = await freshDatabase()
  await insertOutbox(
    fresh.db,
    [draft("tin", { kind: "post", dueAt: NOW - 60_000 }), draft("trả lời", { chat: OTHER })],
    NOW,
  )
  const store = outbox(fresh.db)
  expect(await store.overdue(NOW, 10)).toEqual([OTHER, GROUP])
  expect(await store.overdue(NOW, 1)).toEqual([OTHER])
})

test("a closed chat's waiting rows are dead", async () => {
  await using fresh = await freshDatabase()
  await fresh.db
    .insertInto("chat")
    .values({ id: GROUP, bot_id: "web:bot", kind: "group", created_at: new Date(NOW) })
    .execute()
  await insertOutbox(fresh.db, [draft("một"), draft("hai", { chat: OTHER })], NOW)
  await outbox(fresh.db).closeChat(GROUP, "bot was removed", NOW)
  expect(await states(fresh)).toEqual(["một dead", "hai waiting"])
  expect(await fresh.db.selectFrom("chat").select("state").execute()).toEqual([{ state: "closed" }])
})

test("a process that is alone ends the leases of dead senders, so that nobody waits for them", async () => {
  await using fresh = await freshDatabase()
  const box = senders(fresh.db)
  await insertOutbox(fresh.db, [draft("a")], NOW)
  expect((await box.claim(GROUP, NOW + 1, LEASE_MS)).rows).toHaveLength(1)
  expect((await box.claim(GROUP, NOW + 2, LEASE_MS)).rows).toHaveLength(0)
  expect(await isAlone(fresh.pool)).toBe(true)
  await endLeases(fresh.db, NOW + 3)
  expect((await box.claim(GROUP, NOW + 4, LEASE_MS)).rows).toHaveLength(1)
  const other = openPool(fresh.url)
  await other.query("select 1")
  expect(await isAlone(fresh.pool)).toBe(false)
  await other.end()
})

test("rows of a sender that is gone are freed as perhaps sent, those that we hold and have not in hand as untried", async () => {
  await using fresh = await freshDatabase()
  const box = senders(fresh.db)
  await insertOutbox(fresh.db, [draft("a"), draft("b", { chat: OTHER, kind: "post" })], NOW)
  await box.claim(GROUP, NOW, LEASE_MS)
  await box.claim(OTHER, NOW, LEASE_MS, "with_place")
  await fresh.db.updateTable("outbox").set({ sender: GONE }).where("chat_id", "=", GROUP).execute()
  const found = (await box.unattended()).toSorted((one) => (one.isOwn ? 1 : -1))
  expect(found).toMatchObject([
    { chat: GROUP, sender: GONE, isOwn: false },
    { chat: OTHER, sender: SENDER, isOwn: true },
  ])
  expect((await box.inherit(found, NOW)).toSorted()).toEqual([GROUP, OTHER])
  expect(await box.inherit(found, NOW), "once").toEqual([])
  expect((await box.claim(GROUP, NOW, LEASE_MS)).rows).toMatchObject([{ attempts: 1 }])
  const [post] = (await box.claim(OTHER, NOW, LEASE_MS, "with_place")).rows
  expect(post).toMatchObject({ attempts: 0 })
  expect(await box.inherit(await box.unattended(), NOW)).toEqual([GROUP, OTHER])
  // Another has it by now: what its former sender failed at is not put back under its hands, what was sent is believed.
  await fresh.db
    .updateTable("outbox")
    .set({ sender: GONE, state: "sending" })
    .where("chat_id", "=", OTHER)
    .execute()
  await box.settle([putBack(post, NOW, "no connection")], NOW)
  expect(await states(fresh)).toEqual(["a waiting", "b sending"])
  await box.settle([sent(post)], NOW)
  expect(await states(fresh)).toEqual(["a waiting", "b sent"])
})

test("a sender that is connected keeps its rows while it speaks to the store now and then, and what it claimed since it was missed", async () => {
  await using fresh = await freshDatabase()
  await insertOutbox(fresh.db, [draft("a")], NOW)
  await senders(fresh.db).claim(GROUP, NOW, LEASE_MS)
  await fresh.db.updateTable("outbox").set({ sender: GONE }).execute()
  const missed = await senders(fresh.db).unattended()
  const sender = new pg.Client({ connectionString: fresh.url, application_name: GONE })
  await sender.connect()
  expect(await senders(fresh.db).unattended()).toEqual([])
  expect(await senders(fresh.db).inherit(missed, NOW)).toEqual([])

  const later = openDatabase(openPool(await silentFor(fresh, "36 seconds")))
  expect(await senders(later).unattended()).toEqual(missed)
  await later
    .updateTable("outbox")
    .set({ lease_until: new Date(NOW + LEASE_MS + 1) })
    .execute()
  expect(await senders(later).inherit(missed, NOW)).toEqual([])
  expect(await senders(later).inherit(await senders(later).unattended(), NOW)).toEqual([GROUP])
  await Promise.all([sender.end(), later.destroy()])
})

test("what a living process has in its line is not overdue for the others, unless it is forgotten there", async () => {
  await using fresh = await freshDatabase()
  const box = senders(fresh.db)
  const asElsewhere = async (sender: string | null) =>
    await fresh.db.updateTable("outbox").set({ sender }).where("chat_id", "=", GROUP).execute()
  const other = openPool(fresh.url, { max: 1 })
  const { rows: names } = await other.query<{ name: string }>(
    "select set_config('application_name', 'tro-ly-sang-kien other', false) as name",
  )
  await insertOutbox(fresh.db, [draft("a"), draft("b", { chat: OTHER, dueAt: NOW + 1 })], NOW)
  expect(await box.overdue(NOW, 10), "who wrote it delivers it").toEqual([GROUP])
  await asElsewhere(names[0]?.name ?? null)
  expect(await box.overdue(NOW, 10)).toEqual([])
  expect(await box.overdue(NOW + 1, 10), "what was due later is anybody's").toEqual([OTHER])
  expect(await box.overdue(NOW + 300_000, 10)).toEqual([GROUP, OTHER])
  await asElsewhere("tro-ly-sang-kien gone")
  expect(await box.overdue(NOW, 10)).toEqual([GROUP])
  const signed = await fresh.db.selectFrom("outbox").select("sender").where("chat_id", "=", GROUP).execute()
  expect(signed).toEqual([{ sender: SENDER }])
  await other.end()
})
