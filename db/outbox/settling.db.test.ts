import { sql } from "kysely"
import { expect, test } from "vitest"
import type { BotId, ChatId } from "../../core/channel.ts"
import { aMessage } from "../../core/conversation/testing.ts"
import { Conflict, type Step } from "../../core/conversations.ts"
import type { HandOver } from "../../core/outbox.ts"
import { conversations } from "../conversation/conversation.ts"
import { type FreshDatabase, freshDatabase } from "../testing.ts"
import { outbox } from "./outbox.ts"
import { settlementDesk } from "./settling.ts"

const NOW = Date.parse("2026-11-22T10:00:00+07:00")
const BOT = "telegram:1" as BotId
const AN = "telegram:an" as ChatId
const FREE: HandOver = { leaseMs: 45_000, needsPlace: false }
const IN_LINE: HandOver = { leaseMs: 45_000, needsPlace: true }

/** A store whose results of sending wait for a commit, however long that takes. */
function aHouse({ db }: FreshDatabase) {
  const desk = settlementDesk(db, 3_600_000)
  const house = conversations(db, { timeZone: "UTC", campaignFor: async () => undefined, desk })
  const box = outbox(db, desk)
  const versions = new Map<ChatId, number>()
  /** Answers one message of `chat`; "dueAt" and the like as given. */
  const answer = async (
    terms: HandOver | undefined,
    chat = AN,
    draft: Partial<NonNullable<Step["decision"]["say"]>[number]> = {},
    version = (versions.get(chat) ?? 0) + 1,
  ) => {
    const kind = chat.startsWith("telegram:-") ? "group" : "private"
    const incoming = aMessage("", { bot: BOT, updateKey: `${chat} ${version}`, chat: { id: chat, kind } })
    const say = [{ chat, bot: BOT, kind: "answer" as const, content: { phrases: [] }, dueAt: NOW, ...draft }]
    const found = { kept: false, met: false }
    const step: Step = { incoming, version, dialogue: undefined, decision: { say }, found }
    const written = await house.commit([step], NOW, () => terms)
    versions.set(chat, version)
    return written
  }
  const states = async () =>
    (await db.selectFrom("outbox").select("state").orderBy("id").execute()).map(({ state }) => state)
  return { answer, states, box }
}

test("an answer in a free private chat is its writer's own, and what came of it is stored by the next commit", async () => {
  await using fresh = await freshDatabase()
  const { answer, states, box } = aHouse(fresh)
  const first = await answer(FREE)
  expect(first.chats).toEqual([])
  const [row] = first.handedOver.get(AN)?.rows ?? []
  expect(row).toMatchObject({ chat: AN, bot: BOT, kind: "answer", attempts: 0, group: false })
  expect((await box.claim(AN, NOW, 45_000)).rows).toEqual([])

  const stored = box.settle([{ id: row?.id ?? "", result: "sent", message: "7" as never }], NOW)
  const second = await answer(FREE)
  await stored
  expect(second.handedOver.get(AN)?.rows).toHaveLength(1)
  expect(await states()).toEqual(["sent", "sending"])
})

test("what cannot leave at once stands in line", async () => {
  await using fresh = await freshDatabase()
  const { answer, states } = aHouse(fresh)
  const chats = ["later", "keyed", "busy", "paused", "suspect"].map((name) => `telegram:${name}` as ChatId)
  const [later, keyed, busy, paused, suspect] = chats as [ChatId, ChatId, ChatId, ChatId, ChatId]
  await answer(undefined, busy)
  await answer(undefined, suspect)
  await sql`update outbox set state = 'sent' where chat_id = ${suspect}`.execute(fresh.db)
  await sql`update chat set suspect_since = now() where id = ${suspect}`.execute(fresh.db)
  await sql`insert into chat_budget values (${paused}, ${new Date(NOW + 1)}, '{}')`.execute(fresh.db)
  const inLine = [
    await answer(FREE, later, { dueAt: NOW + 1 }),
    await answer(FREE, keyed, { dedupeKey: "once" }),
    await answer(FREE, busy),
    await answer(FREE, paused),
    await answer(FREE, suspect),
    await answer(FREE, "telegram:-5" as ChatId),
  ]
  for (const { chats: woken, handedOver } of inLine) {
    expect(woken).toHaveLength(1)
    expect(handedOver.size).toBe(0)
  }
  expect(new Set(await states())).toEqual(new Set(["waiting", "sent"]))
})

test("of a bot with a pace only the first place of its line is handed over", async () => {
  await using fresh = await freshDatabase()
  const { answer } = aHouse(fresh)
  expect((await answer(IN_LINE)).handedOver.size, "a bot that was never met").toBe(0)
  await sql`update outbox set state = 'sent'`.execute(fresh.db)
  await sql`insert into bot_budget (bot_id, full_at, interval_ms) values (${BOT}, ${new Date(NOW)}, 40)`.execute(
    fresh.db,
  )
  expect((await answer(IN_LINE)).handedOver.size).toBe(1)
  const { full_at } = await fresh.db.selectFrom("bot_budget").select("full_at").executeTakeFirstOrThrow()
  expect(full_at.getTime()).toBe(NOW + 40)
  expect((await answer(IN_LINE, "telegram:binh" as ChatId)).handedOver.size, "the place is taken").toBe(0)
})

test("odd words of a platform are stored as far as they can be, and spoil nobody's message", async () => {
  await using fresh = await freshDatabase()
  const { answer, states, box } = aHouse(fresh)
  const [row] = (await answer(FREE)).handedOver.get(AN)?.rows ?? []
  const [other] =
    (await answer(FREE, "telegram:binh" as ChatId)).handedOver.get("telegram:binh" as ChatId)?.rows ?? []
  const stored = [
    box.settle([{ id: row?.id ?? "", result: "sent", message: "7\0\ud800" as never }], NOW),
    box.settle([{ id: other?.id ?? "", result: "dead", error: "refused: \0\udc00" }], NOW),
  ]
  await answer(FREE, "telegram:chi" as ChatId)
  await Promise.all(stored)
  expect(await states()).toEqual(["sent", "dead", "sending"])
})

test("results that cannot be stored are left behind by the commit that took them along", async () => {
  await using fresh = await freshDatabase()
  const { answer, states, box } = aHouse(fresh)
  await answer(FREE)
  box.settle([{ id: "no number", result: "dead", error: "" }], NOW).catch(() => {})
  expect((await answer(FREE, "telegram:binh" as ChatId)).handedOver.size).toBe(1)
  expect(await states()).toEqual(["sending", "sending"])
})

test("a commit that fails leaves the results to the next one", async () => {
  await using fresh = await freshDatabase()
  const { answer, states, box } = aHouse(fresh)
  const [row] = (await answer(FREE)).handedOver.get(AN)?.rows ?? []
  const stored = box.settle([{ id: row?.id ?? "", result: "sent", message: "7" as never }], NOW)
  await expect(answer(FREE, AN, {}, 1)).rejects.toThrow(Conflict)
  expect(await states()).toEqual(["sending"])
  await answer(FREE)
  await stored
  expect(await states()).toEqual(["sent", "sending"])
})
