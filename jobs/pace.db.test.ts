import { setImmediate } from "node:timers/promises"
import { expect, test } from "vitest"
import {
  type Channel,
  type ChatId,
  DeliveryError,
  type MessageRef,
  type PaceLimits,
} from "../core/channel.ts"
import type { Outbox } from "../core/outbox.ts"
import { forgetFuture } from "../db/outbox/clock.ts"
import { insertOutbox, outbox } from "../db/outbox/outbox.ts"
import { type FreshDatabase, freshDatabase } from "../db/testing.ts"
import { aDelivery, BOT, draft, fakeChannel, fakeClock } from "./testing.ts"

const DOCUMENTED: PaceLimits = { perChatPerSecond: 1, perGroupPerMinute: 20, perBotPerSecond: 30 }
const LATENCY_MS = 40
const GROUP = "test:group" as ChatId
const OTHER = "test:an" as ChatId

/** Three processes on one database, and a platform that counts and punishes; all on one clock, statements take no time. */
function threeProcesses(fresh: FreshDatabase) {
  let underWay = 0
  const clock = fakeClock(undefined, async () => {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await setImmediate()
      if (underWay > 0) quiet = -1
    }
  })
  const counted = (store: Outbox): Outbox => {
    const wrap =
      <Args extends readonly unknown[], Value>(call: (...args: Args) => Promise<Value>) =>
      async (...args: Args): Promise<Value> => {
        underWay += 1
        return await call(...args).finally(() => {
          underWay -= 1
        })
      }
    return {
      ...store,
      claim: wrap(store.claim),
      settle: wrap(store.settle),
      reserve: wrap(store.reserve),
      pauseBot: wrap(store.pauseBot),
      nextDue: wrap(store.nextDue),
    }
  }
  const sent: { readonly chat: ChatId; readonly at: number; readonly text: string }[] = []
  let refusals = 0
  const fake = fakeChannel(clock.now)
  const channel: Channel = {
    ...fake.channel,
    limits: { textLength: 4_000 },
    send: async (message) => {
      const now = clock.now()
      const lately = (ms: number) => sent.filter(({ at }) => at > now - ms)
      const inGroup = lately(60_000).filter(({ chat }) => chat === message.chat)
      await new Promise<void>((resolve) => void clock.timers.set(resolve, LATENCY_MS))
      if (lately(1_000).length >= 30 || (message.chat.startsWith("test:group") && inGroup.length >= 20)) {
        refusals += 1
        throw new DeliveryError("rate_limited", "too many", { surelyNotSent: true, retryAfterMs: 10_000 })
      }
      sent.push({ chat: message.chat, at: now, text: message.text })
      return `m${sent.length}` as MessageRef
    },
  }
  const processes = [1, 2, 3].map(() =>
    aDelivery({
      outbox: counted(outbox(fresh.db)),
      channels: (bot) => (bot === BOT ? channel : undefined),
      now: clock.now,
      timers: clock.timers,
      pace: () => DOCUMENTED,
    }),
  )
  return { clock, processes, sent, refusals: () => refusals }
}

async function aGroup(fresh: FreshDatabase, id: ChatId): Promise<void> {
  await fresh.db
    .insertInto("chat")
    .values({ id, bot_id: BOT, kind: "group", created_at: new Date(0) })
    .execute()
}

// With 2,000 groups (161 s of real time, so not here): 1.06 times the minimum, no refusal.
test("a broadcast by three processes takes at most a tenth longer than it must, and no platform has to slow it down", async () => {
  await using fresh = await freshDatabase()
  const house = threeProcesses(fresh)
  const groups = Array.from({ length: 100 }, (_, place) => `test:group-${place}` as ChatId)
  await fresh.db
    .insertInto("chat")
    .values(groups.map((id) => ({ id, bot_id: BOT, kind: "group", created_at: new Date(0) })))
    .execute()
  const start = house.clock.now()
  const posts = groups.map((chat) => draft("tổng hợp", chat, { kind: "post" }))
  await insertOutbox(fresh.db, posts, start)
  for (const each of house.processes) each.wake(groups)
  const minimumMs = (groups.length / 30) * 1_000
  await house.clock.advance(minimumMs * 1.1)
  const lastMs = Math.max(...house.sent.map(({ at }) => at)) - start
  expect(house.refusals()).toBe(0)
  expect(new Set(house.sent.map(({ chat }) => chat)).size).toBe(groups.length)
  expect(house.sent).toHaveLength(groups.length)
  expect(lastMs).toBeLessThanOrEqual(minimumMs * 1.1)
})

test("thirty people who register in one group at once all have their receipt within two minutes", async () => {
  await using fresh = await freshDatabase()
  const house = threeProcesses(fresh)
  await aGroup(fresh, GROUP)
  const start = house.clock.now()
  for (let person = 1; person <= 30; person += 1) {
    await insertOutbox(fresh.db, [draft(`${person}`, GROUP, { kind: "receipt" })], house.clock.now())
    house.processes[person % 3]?.wake([GROUP])
    await house.clock.advance(50)
  }
  await house.clock.advance(118_000)
  const said = house.sent.flatMap(({ text }) => text.split("+"))
  expect(said.toSorted((one, other) => Number(one) - Number(other))).toEqual(
    Array.from({ length: 30 }, (_, place) => `${place + 1}`),
  )
  expect(house.sent.length).toBeLessThan(20)
  expect(house.refusals()).toBe(0)
  expect((house.sent.at(-1)?.at ?? 0) - start).toBeLessThan(120_000)
})

test("an answer during a broadcast of all processes comes within two seconds and breaks no limit", async () => {
  await using fresh = await freshDatabase()
  const house = threeProcesses(fresh)
  const groups = Array.from({ length: 80 }, (_, place) => `test:group-${place}` as ChatId)
  const posts = groups.map((chat) => draft("tổng hợp", chat, { kind: "post" }))
  await insertOutbox(fresh.db, posts, house.clock.now())
  for (const each of house.processes) each.wake(groups)
  await house.clock.advance(1_000)
  const asked = house.clock.now()
  const people = Array.from({ length: 10 }, (_, place) => `test:person-${place}` as ChatId)
  await insertOutbox(
    fresh.db,
    people.map((chat) => draft("trả lời", chat)),
    asked,
  )
  house.processes[0]?.wake(people)
  await house.clock.advance(2_000)
  const answers = house.sent.filter(({ text }) => text === "trả lời")
  expect(answers).toHaveLength(10)
  await house.clock.advance(3_000)
  expect(house.sent).toHaveLength(90)
  expect(house.refusals()).toBe(0)
})

test("a clock that ran seven hours ahead and is set right silences neither the process that lived through it nor the next", async () => {
  await using fresh = await freshDatabase()
  const house = threeProcesses(fresh)
  await aGroup(fresh, GROUP)
  house.clock.skip(7 * 3_600_000)
  const writes = async (text: string) => {
    await insertOutbox(
      fresh.db,
      [draft(text, GROUP), draft(`${text}!`, "test:an" as ChatId)],
      house.clock.now(),
    )
    house.processes[0]?.wake([GROUP, "test:an" as ChatId])
    await house.clock.advance(10_000)
  }
  for (const text of ["một", "hai", "ba", "bốn"]) await writes(text)
  const before = house.sent.length
  expect(before).toBe(8)
  // One was put back in the last moment.
  await insertOutbox(fresh.db, [draft("năm", GROUP)], house.clock.now())
  await fresh.db.updateTable("outbox").set({ error: "" }).where("state", "=", "waiting").execute()
  house.clock.skip(-7 * 3_600_000)
  await forgetFuture(fresh.db, house.clock.now())
  await writes("sáu")
  expect(
    house.sent
      .slice(before)
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(["năm", "sáu", "sáu!"])
  await insertOutbox(fresh.db, [draft("bảy", GROUP)], house.clock.now())
  house.processes[1]?.wake([GROUP])
  await house.clock.advance(10_000)
  expect(house.sent.at(-1)?.text).toBe("bảy")
  expect(house.refusals()).toBe(0)
})

test.each(["line", "pause"] as const)(
  "what a clock that ran ahead left unsent leaves when it is set right, whatever %s it made and whoever asked before",
  async (what) => {
    await using fresh = await freshDatabase()
    const house = threeProcesses(fresh)
    await aGroup(fresh, GROUP)
    house.clock.skip(7 * 3_600_000)
    const ahead = house.clock.now()
    const store = outbox(fresh.db)
    if (what === "line") await store.reserve(BOT, { places: 1, intervalMs: 35, month: "" }, ahead)
    else await store.pauseBot(BOT, { until: ahead + 95_000, intervalMs: 35, because: "pace" }, ahead)
    house.clock.skip(-7 * 3_600_000)
    await insertOutbox(fresh.db, [draft("một", GROUP, { kind: "post" })], house.clock.now())
    house.processes[0]?.wake([GROUP])
    await house.clock.advance(1_000)
    await insertOutbox(fresh.db, [draft("hai", OTHER), draft("ba", OTHER)], ahead)
    expect(house.sent).toEqual([])
    await forgetFuture(fresh.db, house.clock.now())
    for (const chat of await store.overdue(house.clock.now(), 10)) house.processes[1]?.wake([chat])
    // A line is as new within seconds; of a pause nobody knows whether the platform asked for it.
    await house.clock.advance(what === "line" ? 10_000 : 6 * 60_000)
    for (const chat of await store.overdue(house.clock.now(), 10)) house.processes[0]?.wake([chat])
    await house.clock.advance(10_000)
    expect(house.sent.map(({ text }) => text).toSorted()).toEqual(["ba", "hai", "một"])
  },
)

test("what a platform asked for is obeyed by the other processes and after a restart", async () => {
  await using fresh = await freshDatabase()
  const clock = fakeClock()
  await aGroup(fresh, GROUP)
  const aProcess = () => {
    const fake = fakeChannel(clock.now)
    const delivery = aDelivery({
      outbox: outbox(fresh.db),
      channels: () => fake.channel,
      now: clock.now,
      timers: clock.timers,
      pace: () => DOCUMENTED,
    })
    return { ...fake, ...delivery }
  }
  const one = aProcess()
  one.answerNext(new DeliveryError("rate_limited", "429", { surelyNotSent: true, retryAfterMs: 30_000 }))
  await insertOutbox(fresh.db, [draft("một", GROUP)], clock.now())
  await one.deliver(GROUP)
  clock.skip(100)
  const two = aProcess()
  expect(await two.deliver(GROUP)).toEqual({ nextAt: clock.start + 30_000 })
  // A pause so long is meant for the whole bot.
  one.answerNext(new DeliveryError("rate_limited", "429", { surelyNotSent: true, retryAfterMs: 90_000 }))
  const an = "test:an" as ChatId
  await insertOutbox(fresh.db, [draft("hai", an), draft("ba", "test:binh" as ChatId)], clock.now())
  await one.deliver(an)
  clock.skip(100)
  expect(await aProcess().deliver("test:binh" as ChatId)).toEqual({ nextAt: clock.start + 90_100 })
  clock.skip(90_000)
  for (const chat of [GROUP, an, "test:binh" as ChatId]) {
    await two.deliver(chat)
    clock.skip(100)
  }
  expect(two.texts().toSorted()).toEqual(["ba", "hai", "một"])
})
