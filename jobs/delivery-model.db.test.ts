import { setImmediate } from "node:timers/promises"
import fc from "fast-check"
import { sql } from "kysely"
import { expect, test } from "vitest"
import type { AccountId, BotId, Channel, ChatId } from "../core/channel.ts"
import type { Step } from "../core/conversations.ts"
import type { OutboxDraft, OutboxKind } from "../core/outbox.ts"
import { moveChat } from "../db/conversation/chat.ts"
import { conversations } from "../db/conversation/conversation.ts"
import { forgetFuture } from "../db/outbox/clock.ts"
import { insertOutbox, outbox } from "../db/outbox/outbox.ts"
import { SENDER } from "../db/outbox/sender.ts"
import { type FreshDatabase, filledDatabase } from "../db/testing.ts"
import { watchOrphans } from "./orphan.ts"
import { FAULTS, type Fault, moodyPlatform } from "./test-platform.ts"
import { aDelivery, draft, fakeClock, silent } from "./testing.ts"

// Two processes send what people and the clock give them, over a platform that refuses, hangs and lies; processes die, groups
// move, tokens go and come, the machine's clock is set. More of it by `RUNS=500 SEED=7`.

const RUNS = Number(process.env["RUNS"] ?? 2)
const SEED = Number(process.env["SEED"] ?? 20_261_128)
const LIMITS = { perChatPerSecond: 1, perGroupPerMinute: 20, perBotPerSecond: 30 }
/** Of one the platform is whole and the token always there. */
const [BOT, SOUND] = ["test:bot", "test:sound"] as [BotId, BotId]
const CHATS = ["test:an", "test:binh", "test:group-1", "test:group-2", "test:calm"] as ChatId[]
const CALM = "test:calm" as ChatId
const MINUTE_MS = 60_000

type Deed =
  | { readonly do: "say"; readonly chat: number; readonly kind: OutboxKind; readonly count: number }
  | { readonly do: "fault"; readonly faults: readonly (Fault | "fine")[] }
  | { readonly do: "pass"; readonly ms: number }
  | { readonly do: "die" }
  | { readonly do: "move"; readonly group: 2 | 3 }
  | { readonly do: "leave"; readonly chat: 0 | 1 | 2 | 3 }
  | { readonly do: "token"; readonly isThere: boolean }
  | { readonly do: "set clock"; readonly ms: number }

/** A message of ours; `chat` is called `into` since it moved. */
type Written = {
  readonly name: string
  readonly chat: ChatId
  readonly into: ChatId
  readonly kind: OutboxKind
  readonly at: number
}

async function aWorld(fresh: FreshDatabase) {
  let underWay = 0
  const clock = fakeClock(undefined, async () => {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await setImmediate()
      if (underWay > 0) quiet = -1
    }
  })
  let ahead = 0
  const now = () => clock.now() + ahead
  const counted = async <Value>(call: () => Promise<Value>): Promise<Value> => {
    underWay += 1
    return await call().finally(() => {
      underWay -= 1
    })
  }

  let hasToken = true
  const deaths: number[] = []
  const stepsBack: number[] = []
  const platform = moodyPlatform(clock)

  /** Jobs of the queue, which outlive processes. */
  const later: { readonly chat: ChatId; readonly at: number }[] = []
  const store = outbox(fresh.db)

  function aProcess() {
    let isAlive = true
    const inHand = new Set<string>()
    // The dead ask and hear nothing.
    const living = <Args extends readonly unknown[], Value>(call: (...args: Args) => Promise<Value>) => {
      return async (...args: Args): Promise<Value> => {
        if (!isAlive) return await new Promise(() => {})
        try {
          const value = await counted(async () => await call(...args))
          return isAlive ? value : await new Promise(() => {})
        } catch (error) {
          if (!isAlive) return await new Promise(() => {})
          throw error
        }
      }
    }
    const channelOf = (bot: BotId): Channel => ({
      name: "test",
      bot,
      limits: { textLength: 4_000 },
      start: async () => {},
      stop: async () => {},
      send: async ({ chat, text }) => {
        const it = platform.send(chat, text, bot !== SOUND)
        return await it.then(
          async (ref) => (isAlive ? ref : await new Promise<never>(() => {})),
          async (error: unknown) => {
            if (!isAlive) return await new Promise<never>(() => {})
            throw error
          },
        )
      },
    })
    const channels = new Map([BOT, SOUND].map((bot) => [bot, channelOf(bot)]))
    const delivery = aDelivery({
      outbox: {
        ...store,
        claim: living(async (...args: Parameters<typeof store.claim>) => {
          const claimed = await store.claim(...args)
          for (const { id } of claimed.rows) inHand.add(id)
          return claimed
        }),
        settle: living(async (...args: Parameters<typeof store.settle>) => {
          await store.settle(...args)
          for (const { id } of args[0]) inHand.delete(id)
        }),
        reserve: living(store.reserve),
        pauseBot: living(store.pauseBot),
        nextDue: living(store.nextDue),
        closeChat: living(store.closeChat),
      },
      channels: (bot) => (bot === BOT && !hasToken ? undefined : channels.get(bot)),
      now,
      timers: { set: (ring, ms) => clock.timers.set(() => isAlive && ring(), ms) },
      pace: () => LIMITS,
      moved: living(async (from: ChatId, to: ChatId) => {
        await fresh.db.transaction().execute(async (trx) => await moveChat(trx, from, to))
      }),
      later: async (chat, delayMs) => void later.push({ chat, at: clock.now() + delayMs }),
    })
    return {
      delivery,
      isAlive: () => isAlive,
      inHand,
      die: () => {
        isAlive = false
      },
    }
  }

  let processes = [aProcess(), aProcess()]
  const orphans = watchOrphans({
    outbox: {
      unattended: () => counted(store.unattended),
      inherit: (...args) => counted(() => store.inherit(...args)),
    },
    isAtWork: (chat) => processes.some(({ delivery }) => delivery.isAtWork(chat)),
    log: silent,
    now,
    ticks: clock.now,
  })
  const anybody = () =>
    processes[Math.floor(clock.now() / 7) % processes.length] as (typeof processes)[number]
  const deliver = (chats: readonly ChatId[]) => {
    for (const chat of chats)
      anybody()
        .delivery.deliver(chat)
        .catch(() => {})
  }
  // What every process does by its minute hand.
  const every = (ms: number, act: () => Promise<unknown>) => {
    const again = () => void clock.timers.set(() => void counted(act).then(again), ms)
    again()
  }
  every(2_000, async () => deliver(await orphans()))
  every(1_000, async () => {
    for (const job of later.splice(0)) {
      if (job.at <= clock.now()) deliver([job.chat])
      else later.push(job)
    }
  })
  every(5_000, async () => deliver(await store.overdue(now(), 100)))
  every(MINUTE_MS, async () => await forgetFuture(fresh.db, now()))

  const house = conversations(fresh.db, { timeZone: "Asia/Ho_Chi_Minh", campaignFor: async () => undefined })
  let updates = 0
  const written: Written[] = []

  async function say(chat: ChatId, kind: OutboxKind, count: number): Promise<void> {
    const bot = chat === CALM ? SOUND : BOT
    const { delivery } = anybody()
    const into = platform.movedTo.get(chat) ?? chat
    // Somebody wrote there, or nobody would know of it.
    if (into !== chat) await counted(async () => await meet(into))
    const drafts = Array.from({ length: count }, (): OutboxDraft => {
      const name = `${written.length}`
      written.push({ name, chat, into, kind, at: clock.now() })
      return draft(name, into, { bot, kind, dueAt: now() })
    })
    if (kind === "post" || kind === "notice") {
      await counted(async () => delivery.wake(await insertOutbox(fresh.db, drafts, now())))
      return
    }
    updates += 1
    const step: Step = {
      incoming: {
        updateKey: `u${updates}`,
        bot,
        chat: { id: into, kind: chat.startsWith("test:group") ? "group" : "private" },
        from: { account: "test:an" as AccountId, name: "An" },
        content: { kind: "text", text: "", addressed: true },
      },
      version: 1,
      dialogue: undefined,
      decision: { say: drafts },
      found: { kept: false, met: true },
    }
    await counted(async () => {
      await sql`delete from conversation`.execute(fresh.db)
      const commit = await house.commit([step], now(), delivery.handOver)
      for (const { rows } of commit.handedOver.values())
        for (const { id } of rows) owner(delivery).inHand.add(id)
      delivery.take(commit)
    })
  }
  const meet = async (id: ChatId) =>
    await fresh.db
      .insertInto("chat")
      .values({ id, bot_id: BOT, kind: "group", created_at: new Date(0) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const owner = (delivery: ReturnType<typeof aDelivery>) =>
    processes.find((each) => each.delivery === delivery) as (typeof processes)[number]

  return {
    fresh,
    clock,
    now,
    platform,
    written,
    deaths,
    stepsBack,
    say,
    heal: () => {
      platform.moods.length = 0
      hasToken = true
    },
    token: (isThere: boolean) => {
      hasToken = isThere
    },
    setClock: (ms: number) => {
      ahead += ms
      if (ms < 0) stepsBack.push(clock.now())
    },
    die: async () => {
      const dead = anybody()
      dead.die()
      deaths.push(clock.now())
      processes = [...processes.filter((each) => each !== dead), aProcess()]
      // What a dead process signed bears a name that nobody has.
      await counted(async () => {
        await sql`update outbox set sender = ${`dead ${deaths.length}`}
          where sender = ${SENDER} and state = 'sending' and id = any(${[...dead.inHand]}::bigint[])`.execute(
          fresh.db,
        )
      })
    },
    drain: async () => await Promise.all(processes.map(({ delivery }) => delivery.drain())),
  }
}

async function aDatabase(): Promise<FreshDatabase> {
  return await filledDatabase("delivery_model", async ({ db }) => {
    await db
      .insertInto("chat")
      .values(
        CHATS.map((id) => ({
          id,
          bot_id: id === CALM ? SOUND : BOT,
          kind: id.startsWith("test:group") ? ("group" as const) : ("private" as const),
          created_at: new Date(0),
        })),
      )
      .execute()
  })
}

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      do: fc.constant("say" as const),
      chat: fc.nat({ max: CHATS.length - 1 }),
      kind: fc.constantFrom<OutboxKind[]>("answer", "receipt", "post", "notice"),
      count: fc.constantFrom(1, 1, 2, 6),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("fault" as const),
      faults: fc.array(fc.oneof(fc.constant("fine" as const), fc.constantFrom(...FAULTS)), {
        minLength: 1,
        maxLength: 8,
      }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.constantFrom(20, 45, 500, 3_000, 20_000, 70_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("die" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("move" as const),
      group: fc.constantFrom(2 as const, 3 as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("leave" as const),
      chat: fc.constantFrom(0 as const, 1 as const, 2 as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("token" as const), isThere: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("set clock" as const),
      ms: fc.constantFrom(-7 * 3_600_000, -40_000, -3_000, 3_000, 120_000),
    }),
  },
)

type World = Awaited<ReturnType<typeof aWorld>>

async function does(world: World, each: Deed): Promise<void> {
  switch (each.do) {
    case "say":
      return await world.say(CHATS[each.chat] as ChatId, each.kind, each.count)
    case "fault":
      world.platform.moods.push(...each.faults)
      return
    case "pass":
      return await world.clock.advance(each.ms)
    case "die":
      return await world.die()
    case "move": {
      const from = CHATS[each.group] as ChatId
      if (!world.platform.gone.has(from)) world.platform.movedTo.set(from, `${from}-new` as ChatId)
      return
    }
    case "leave": {
      const chat = CHATS[each.chat] as ChatId
      if (!world.platform.movedTo.has(chat)) world.platform.gone.add(chat)
      return
    }
    case "token":
      return world.token(each.isThere)
    default:
      return world.setClock(each.ms)
  }
}

async function judge(world: World): Promise<void> {
  const { written } = world
  const { shown } = world.platform
  const { rows } = await world.fresh.pool.query<{ name: string; state: string }>(
    `select id, chat_id, state, content -> 'phrases' -> 0 ->> 'text' as name, attempts, due_at, lease_until, error
     from outbox order by id`,
  )
  // Every one is settled, for good or bad.
  const open = rows.filter(({ state }) => !["sent", "dead", "unknown"].includes(state))
  expect(open).toEqual([])
  const state = new Map(rows.map((row) => [row.name, row.state]))
  for (const { name, kind } of written) {
    const seen = shown.filter(({ names }) => names.includes(name))
    // What is said to have been sent stands in the chat.
    if (state.get(name) === "sent") expect(seen, `${name} was sent`).not.toEqual([])
    // Twice only where the first sender could not know, and never an announcement.
    const again = seen.slice(0, -1)
    expect(
      again.filter(
        ({ told, at }) => told && !world.deaths.some((death) => death >= at && death <= at + 60_000),
      ),
      `${name} twice`,
    ).toEqual([])
    if (kind === "post" || kind === "notice") expect(seen.length, `${kind} ${name}`).toBeLessThan(2)
  }
  // In the order in which they were written, receipts among themselves; what a clock that ran ahead wrote is due later.
  const lines = Map.groupBy(written, ({ into, kind, at }) => {
    const era = world.stepsBack.filter((step) => step <= at).length
    return `${into} ${kind === "receipt"} ${era}`
  })
  for (const [line, own] of lines) {
    const order = [...new Set(shown.flatMap(({ names }) => names))].filter((name) =>
      own.some((each) => each.name === name),
    )
    expect(order, line).toEqual(order.toSorted((one, other) => Number(one) - Number(other)))
  }
  // No group is asked to take more than it may, unless the clock or a death took the memory of it.
  for (const { chat, at } of world.platform.asked) {
    if (!chat.startsWith("test:group")) continue
    const lately = world.platform.asked.filter(
      (each) => each.chat === chat && each.at > at - MINUTE_MS && each.at <= at,
    )
    const forgot = [...world.deaths, ...world.stepsBack].filter((each) => each > at - MINUTE_MS && each <= at)
    if (forgot.length === 0) expect(lately.length, `${chat} in a minute`).toBeLessThanOrEqual(20)
  }
  // Whoever has to do with no broken bot waits for none.
  for (const { name, at, kind } of written.filter(({ chat }) => chat === CALM)) {
    const seen = shown.find(({ names }) => names.includes(name))
    const shaken = [...world.deaths, ...world.stepsBack].some(
      (each) => each >= at - 10_000 && each <= at + 70_000,
    )
    if (!shaken && (kind === "answer" || kind === "receipt"))
      expect((seen?.at ?? Number.POSITIVE_INFINITY) - at, `${name} at once`).toBeLessThanOrEqual(60_000)
  }
}

test("whatever a platform, processes and clocks do, every message is settled, in its order, and said once unless nobody could know", async () => {
  const story = fc.asyncProperty(
    fc.array(deed, { minLength: 30, maxLength: 45, size: "max" }),
    async (deeds) => {
      await using fresh = await aDatabase()
      const world = await aWorld(fresh)
      for (const each of deeds) {
        await does(world, each)
        await world.clock.advance(100)
      }
      world.heal()
      await world.clock.advance(20 * MINUTE_MS)
      await world.drain()
      await judge(world)
    },
  )
  await fc.assert(story, { numRuns: RUNS, seed: SEED, endOnFailure: process.env["SHRINK"] === undefined })
}, 600_000)
