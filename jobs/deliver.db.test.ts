import { expect, test } from "vitest"
import type { ChatId, MessageRef } from "../core/channel.ts"
import { insertOutbox, outbox } from "../db/outbox/outbox.ts"
import { SENDER } from "../db/outbox/sender.ts"
import { type FreshDatabase, freshDatabase } from "../db/testing.ts"
import type { Delivery } from "./deliver.ts"
import { watchOrphans } from "./orphan.ts"
import { aDelivery, BOT, draft, fakeChannel, fakeClock, silent } from "./testing.ts"

const GROUP = "test:group" as ChatId
const OTHER = "test:other" as ChatId
/** Longer than any rows are held by a process that hangs. */
const LEASE_MS = 180_000

/** One process of several on the same database. */
function aProcess(fresh: FreshDatabase, clock = fakeClock()) {
  const fake = fakeChannel(clock.now)
  const delivery = aDelivery({
    outbox: outbox(fresh.db),
    channels: (bot) => (bot === BOT ? fake.channel : undefined),
    now: clock.now,
    timers: clock.timers,
  })
  return { ...fake, delivery, clock }
}

async function states(fresh: FreshDatabase): Promise<readonly string[]> {
  const rows = await fresh.db.selectFrom("outbox").select("state").orderBy("id").execute()
  return rows.map(({ state }) => state)
}

test("a chat's rows leave in order and once, whoever writes and wakes meanwhile", async () => {
  await using fresh = await freshDatabase()
  const [one, two] = [aProcess(fresh), aProcess(fresh)]
  const order: string[] = []
  for (const process of [one, two]) {
    const { send } = process.channel
    process.channel.send = async (message) => {
      order.push(message.text)
      return send(message)
    }
  }
  for (let round = 0; round < 25; round += 1) {
    await insertOutbox(fresh.db, [draft(`${round}a`, GROUP), draft(`${round}b`, GROUP)], one.clock.now())
    await Promise.all([one.delivery.deliver(GROUP), two.delivery.deliver(GROUP)])
  }
  // Whoever found the chat held would have come back a second later.
  await one.delivery.deliver(GROUP)
  expect(order).toEqual(Array.from({ length: 25 }, (_, round) => [`${round}a`, `${round}b`]).flat())
})

test("two hundred chats are delivered side by side while one of them hangs", async () => {
  await using fresh = await freshDatabase()
  const process = aProcess(fresh)
  const chats = Array.from({ length: 200 }, (_, place) => `test:${place}` as ChatId)
  const hanging = Promise.withResolvers<MessageRef>()
  process.answerNext(hanging.promise, chats[7])
  const drafts = chats.flatMap((chat) => [draft("một", chat), draft("hai", chat)])
  process.delivery.wake(await insertOutbox(fresh.db, drafts, process.clock.now()))
  await process.handedOver(399)
  expect(process.sent.filter(({ chat }) => chat === chats[7])).toHaveLength(1)
  hanging.resolve("m" as MessageRef)
  await process.handedOver(400)
  await process.delivery.drain()
  expect(new Set(await states(fresh))).toEqual(new Set(["sent"]))
})

test("when a process hangs while sending, another takes over its answers after the lease and not before", async () => {
  await using fresh = await freshDatabase()
  const clock = fakeClock()
  const [dying, heir] = [aProcess(fresh, clock), aProcess(fresh, clock)]
  dying.answerNext(new Promise<MessageRef>(() => {}))
  dying.delivery.wake(await insertOutbox(fresh.db, [draft("một", GROUP), draft("hai", GROUP)], clock.now()))
  await dying.handedOver(1)

  await heir.delivery.deliver(GROUP)
  expect(heir.texts()).toEqual([])
  clock.skip(LEASE_MS)
  expect(await outbox(fresh.db).overdue(clock.now(), 10)).toEqual([GROUP])
  await heir.delivery.deliver(GROUP)
  expect(heir.texts()).toEqual(["một", "hai"])
  expect(await states(fresh)).toEqual(["sent", "sent"])
})

/** What one process sees of what others left behind; `look` is two seconds later each time. */
function aWatch(
  fresh: FreshDatabase,
  clock: ReturnType<typeof fakeClock>,
  { isAtWork }: Pick<Delivery, "isAtWork"> = { isAtWork: () => true },
) {
  const orphans = watchOrphans({
    outbox: outbox(fresh.db),
    isAtWork,
    log: silent,
    now: clock.now,
    ticks: clock.now,
  })
  return {
    look: async () => {
      clock.skip(2_000)
      return await orphans()
    },
    looks: async (times: number) => {
      const found: (readonly ChatId[])[] = []
      for (let nth = 0; nth < times; nth += 1) {
        clock.skip(2_000)
        found.push(await orphans())
      }
      return found.flat()
    },
  }
}

test("a process that dies is missed twice, and its chats are free within seconds; one that came back keeps its own", async () => {
  await using fresh = await freshDatabase()
  const clock = fakeClock()
  const [dying, heir] = [aProcess(fresh, clock), aProcess(fresh, clock)]
  dying.answerNext(new Promise<MessageRef>(() => {}))
  dying.delivery.wake(await insertOutbox(fresh.db, [draft("một", GROUP)], clock.now()))
  await dying.handedOver(1)
  const { look, looks } = aWatch(fresh, clock)
  const signed = async (sender: string) =>
    await fresh.db.updateTable("outbox").set({ sender }).where("state", "=", "sending").execute()
  await signed("tro-ly-sang-kien dead")
  expect(await look()).toEqual([])
  await signed(SENDER)
  expect(await looks(3)).toEqual([])
  await signed("tro-ly-sang-kien dead")
  expect(await look()).toEqual([])
  // Whoever stood still meanwhile has not seen what the others did.
  clock.skip(60_000)
  expect(await look()).toEqual([])
  const left = await look()
  expect(left).toEqual([GROUP])
  for (const chat of left) await heir.delivery.deliver(chat)
  expect(heir.texts()).toEqual(["một"])
  expect(await states(fresh)).toEqual(["sent"])
})

test("a claim whose answer was lost on the way is given up within seconds, one that is in hand is kept", async () => {
  await using fresh = await freshDatabase()
  const clock = fakeClock()
  const process = aProcess(fresh, clock)
  const store = outbox(fresh.db)
  await insertOutbox(fresh.db, [draft("một", GROUP, { kind: "post" }), draft("hai", OTHER)], clock.now())
  // The store did it, and the process never heard.
  await store.claim(GROUP, clock.now(), LEASE_MS, "with_place")
  const hanging = Promise.withResolvers<MessageRef>()
  process.answerNext(hanging.promise, OTHER)
  process.delivery.wake([OTHER])
  await process.handedOver(1)
  const { looks } = aWatch(fresh, clock, process.delivery)
  expect(await looks(4)).toEqual([GROUP])
  await process.delivery.deliver(GROUP)
  expect(process.texts()).toEqual(["hai", "một"])
  hanging.resolve("m" as MessageRef)
  await process.delivery.drain()
  expect(await states(fresh)).toEqual(["sent", "sent"])
})

test("when a process dies while sending one of three posts, only that one is in doubt", async () => {
  await using fresh = await freshDatabase()
  const clock = fakeClock()
  const [dying, heir] = [aProcess(fresh, clock), aProcess(fresh, clock)]
  dying.answerNext(new Promise<MessageRef>(() => {}))
  const posts = ["một", "hai", "ba"].map((text) => draft(text, GROUP, { kind: "post" }))
  dying.delivery.wake(await insertOutbox(fresh.db, posts, clock.now()))
  await dying.handedOver(1)
  clock.skip(LEASE_MS)
  await heir.delivery.deliver(GROUP)
  expect(heir.texts()).toEqual(["hai", "ba"])
  expect(await states(fresh)).toEqual(["unknown", "sent", "sent"])
})
