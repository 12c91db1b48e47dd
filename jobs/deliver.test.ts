import { describe, expect, onTestFinished, test, vi } from "vitest"
import {
  type AccountId,
  type BotId,
  type Channel,
  type ChatId,
  DeliveryError,
  type Document,
  type MessageRef,
  type PaceLimits,
  type Picture,
} from "../core/channel.ts"
import { given } from "../core/given.ts"
import { realTimers } from "./alarm.ts"
import {
  aDelivery,
  BOT,
  draft,
  fakeChannel,
  fakeClock,
  listeningLog,
  memoryOutbox,
  render,
} from "./testing.ts"

const AN = "test:an" as ChatId
const BINH = "test:binh" as ChatId
const GROUP = "test:group" as ChatId
/** The documented limits of a platform with all three kinds of them. */
const STRICT: PaceLimits = { perChatPerSecond: 1, perGroupPerMinute: 20, perBotPerSecond: 30 }

type Given = {
  readonly groups?: readonly ChatId[]
  readonly pace?: PaceLimits
  readonly whispers?: boolean
  /** Pictures are drawn like this, on a channel that shows them under words of so many letters. */
  readonly draw?: () => Promise<Picture>
  readonly captionLength?: number
  /** What moving a group does to the store, instead of giving its rows the new id. */
  readonly moved?: () => Promise<void>
  /** Rows that say this cannot be put into words. */
  readonly unspeakable?: string
}

function aHouse(wanted: Given = {}) {
  const clock = fakeClock()
  const outbox = memoryOutbox(wanted.groups)
  const fake = fakeChannel(clock.now)
  const { log, lines } = listeningLog()
  const channel = wanted.whispers
    ? fake.whispering()
    : wanted.draw
      ? fake.picturing(wanted.captionLength)
      : fake.channel
  const moves: string[] = []
  const counted: string[] = []
  const delivery = aDelivery({
    outbox,
    channels: (bot) => (bot === BOT ? channel : undefined),
    now: clock.now,
    timers: clock.timers,
    log,
    watch: {
      sent: (_bot, result) => void counted.push(result),
      rateLimited: () => void counted.push("slow down"),
    },
    moved: async (from, to) => {
      if (wanted.moved !== undefined) return await wanted.moved()
      moves.push(`${from} > ${to}`)
      for (const row of outbox.rows) if (row.chat === from) Object.assign(row, { chat: to })
    },
    ...(wanted.draw ? { draw: wanted.draw } : {}),
    render: (rows, textLength) => {
      const rendered = render(rows, textLength)
      if (rendered.some(({ outgoing }) => outgoing.text === wanted.unspeakable))
        throw new Error("no such word")
      return rendered
    },
    ...(wanted.pace ? { pace: () => wanted.pace as PaceLimits } : {}),
  })
  return { clock, outbox, ...fake, delivery, lines, moves, counted }
}

function unreachable(surelyNotSent: boolean): DeliveryError {
  return new DeliveryError("unreachable", "socket hang up", { surelyNotSent })
}

function slowDown(retryAfterMs?: number): DeliveryError {
  return new DeliveryError("rate_limited", "too many", { surelyNotSent: true, ...given({ retryAfterMs }) })
}

function refusal(): DeliveryError {
  return new DeliveryError("rejected", "can't parse", { surelyNotSent: true })
}

/** What was stored about whether the platform refuses what is written into a chat. */
function suspicions({ outbox }: ReturnType<typeof aHouse>): readonly string[] {
  const stored: string[] = []
  const { settle } = outbox
  outbox.settle = async (settlements, now, spent) => {
    if (spent?.suspect !== undefined) stored.push(`${spent.chat} ${spent.suspect ? "doubted" : "trusted"}`)
    await settle(settlements, now, spent)
  }
  return stored
}

/** Seconds since the test began at which messages left. */
function seconds(house: ReturnType<typeof aHouse>): readonly number[] {
  return house.sent.map(({ at }) => (at - house.clock.start) / 1000)
}

test("rows that are this process's own leave without a claim, behind what the chat is just being sent", async () => {
  const house = aHouse()
  const first = house.outbox.own(draft("một", AN))
  expect(house.delivery.handOver(AN, BOT)).toMatchObject({ needsPlace: false })
  house.delivery.take({ chats: [], handedOver: new Map([[AN, first]]) })
  expect(house.delivery.handOver(AN, BOT), "its line is no longer free").toBeUndefined()
  house.delivery.take({ chats: [], handedOver: new Map([[AN, house.outbox.own(draft("hai", AN))]]) })
  await house.clock.still()
  expect(house.texts()).toEqual(["một", "hai"])
  expect(house.outbox.states()).toEqual(["một sent", "hai sent"])
  await house.delivery.drain()
  expect(house.delivery.handOver(AN, BOT), "the house is being stopped").toBeUndefined()
})

test("rows that came with their place in the bot's line take no second one", async () => {
  const house = aHouse({ pace: STRICT })
  const reserved = vi.spyOn(house.outbox, "reserve")
  expect(house.delivery.handOver(AN, BOT)).toMatchObject({ needsPlace: true })
  house.delivery.take({ chats: [], handedOver: new Map([[AN, house.outbox.own(draft("một", AN))]]) })
  await house.clock.still()
  expect(house.texts()).toEqual(["một"])
  expect(reserved).not.toHaveBeenCalled()
})

test("a woken chat's rows leave in order at once", async () => {
  const house = aHouse()
  house.outbox.add(draft("một", AN), draft("hai", AN))
  house.delivery.wake([AN])
  await house.clock.still()
  expect(house.texts()).toEqual(["một", "hai"])
  expect(house.outbox.states()).toEqual(["một sent", "hai sent"])
})

test("a chat whose platform is slow keeps no other chat waiting, and its own order", async () => {
  const house = aHouse()
  const slow = Promise.withResolvers<MessageRef>()
  house.answerNext(slow.promise, AN)
  house.outbox.add(draft("một", AN), draft("hai", AN), draft("ba", BINH))
  house.delivery.wake([AN, BINH])
  await house.clock.still()
  expect(house.texts()).toEqual(["một", "ba"])
  house.outbox.add(draft("bốn", AN))
  house.delivery.wake([AN])
  await house.clock.still()
  expect(house.texts()).toEqual(["một", "ba"])
  slow.resolve("m" as MessageRef)
  await house.clock.still()
  expect(house.texts()).toEqual(["một", "ba", "hai", "bốn"])
})

test("an unreachable platform is tried again after 2, 4, 8 … seconds, and the line waits behind the first", async () => {
  const house = aHouse()
  for (let failure = 0; failure < 4; failure += 1) house.answerNext(unreachable(true), AN)
  house.outbox.add(draft("một", AN), draft("hai", AN), draft("ba", BINH))
  house.delivery.wake([AN, BINH])
  await house.clock.advance(14_000)
  expect(house.texts()).toEqual(["một", "ba", "một", "một", "một"])
  expect(seconds(house)).toEqual([0, 0, 2, 6, 14])
  // 16 seconds are beyond what a timer of this process is trusted with.
  expect(house.delivery.jobs).toEqual([{ chat: AN, delayMs: 16_000 }])
  house.clock.skip(16_000)
  await house.delivery.deliver(AN)
  expect(house.texts().slice(5)).toEqual(["một", "hai"])
  expect(new Set(house.lines)).toEqual(new Set(["warn: not delivered, to be tried again"]))
})

test("a platform that was silent and then refuses a message is there again", async () => {
  const house = aHouse()
  for (let failure = 0; failure < 5; failure += 1) house.answerNext(unreachable(true))
  house.answerNext(refusal())
  // What follows is under way for ever: not a success of theirs, but the refusal shows that somebody answers.
  for (let others = 0; others < 4; others += 1) house.answerNext(Promise.withResolvers<MessageRef>().promise)
  house.outbox.add(...Array.from({ length: 5 }, (_, n) => draft("một", `test:${n}` as ChatId)))
  house.delivery.wake(Array.from({ length: 5 }, (_, n) => `test:${n}` as ChatId))
  await house.clock.still()
  expect(house.delivery.broken()).toEqual([BOT])
  await house.clock.advance(2_000)
  expect(house.delivery.broken()).toEqual([])
})

test("when it is unknown whether it arrived an answer is repeated and a post is left to a human", async () => {
  const house = aHouse()
  house.answerNext(unreachable(false), AN)
  house.answerNext(unreachable(false), GROUP)
  house.outbox.add(draft("trả lời", AN), draft("tin", GROUP, { kind: "post" }), draft("sau", GROUP))
  house.delivery.wake([AN, GROUP])
  await house.clock.advance(2_000)
  expect(house.outbox.states()).toEqual(["trả lời sent", "tin unknown", "sau sent"])
  expect(house.lines).toContain("error: it is unknown whether an announcement arrived; it is not repeated")
})

test("a post that was surely not sent is tried again", async () => {
  const house = aHouse()
  house.answerNext(unreachable(true))
  house.outbox.add(draft("tin", GROUP, { kind: "post" }))
  house.delivery.wake([GROUP])
  await house.clock.advance(2_000)
  expect(house.texts()).toEqual(["tin", "tin"])
  expect(house.outbox.states()).toEqual(["tin sent"])
})

test("an adapter that throws something else counts as unknown, not as a reason to stop", async () => {
  const house = aHouse()
  house.answerNext(new TypeError("x is not a function") as DeliveryError)
  house.outbox.add(draft("tin", GROUP, { kind: "post" }), draft("sau", GROUP))
  house.delivery.wake([GROUP])
  await house.clock.still()
  expect(house.outbox.states()).toEqual(["tin unknown", "sau sent"])
})

test("a chat that is asked to slow down is left alone that long, also for what comes later", async () => {
  const house = aHouse()
  house.answerNext(slowDown(7_000), AN)
  house.outbox.add(draft("một", AN), draft("ba", BINH))
  house.delivery.wake([AN, BINH])
  await house.clock.advance(3_000)
  house.outbox.add(draft("hai", AN))
  house.delivery.wake([AN])
  await house.clock.advance(4_000)
  expect(house.texts()).toEqual(["một", "ba", "một", "hai"])
  expect(seconds(house)).toEqual([0, 0, 7, 7])
  expect(house.lines).toEqual(["warn: the platform asked to slow down"])
})

test("a platform that does not say for how long it wants silence gets five seconds of it", async () => {
  const house = aHouse()
  house.answerNext(slowDown())
  house.outbox.add(draft("một", AN))
  house.delivery.wake([AN])
  await house.clock.advance(5_000)
  expect(seconds(house)).toEqual([0, 5])
})

test.each([
  ["a minute of silence is asked of the chat", 60, 0],
  ["more than a minute is asked of the bot: everybody waits", 61, 61],
])("%s", async (_, silenceSeconds, otherAt) => {
  const house = aHouse()
  house.answerNext(slowDown(silenceSeconds * 1_000))
  house.outbox.add(draft("một", AN))
  house.delivery.wake([AN])
  await house.clock.still()
  house.outbox.add(draft("hai", BINH))
  house.delivery.wake([BINH])
  await house.clock.advance(1_000)
  expect(house.texts()).toEqual(otherAt === 0 ? ["một", "hai"] : ["một"])
})

test("what became of each message is counted, and each request to slow down", async () => {
  const house = aHouse()
  house.answerNext(slowDown(1_000), AN)
  house.answerNext(unreachable(false), GROUP)
  house.answerNext(refusal(), BINH)
  house.outbox.add(draft("một", AN), draft("hai", GROUP, { kind: "post" }), draft("ba", BINH))
  for (const chat of [AN, GROUP, BINH]) {
    house.delivery.wake([chat])
    await house.clock.still()
  }
  expect(house.counted).toEqual(["slow down", "later", "unknown", "dead"])
  await house.clock.advance(1_000)
  expect(house.counted.slice(4)).toEqual(["sent"])
})

test("a second chat that is asked to slow down means the bot: everybody waits", async () => {
  const house = aHouse()
  house.answerNext(slowDown(5_000), AN)
  house.answerNext(slowDown(5_000), BINH)
  house.outbox.add(draft("một", AN))
  house.delivery.wake([AN])
  await house.clock.still()
  house.outbox.add(draft("hai", BINH))
  house.delivery.wake([BINH])
  await house.clock.still()
  house.outbox.add(draft("ba", GROUP))
  house.delivery.wake([GROUP])
  await house.clock.advance(5_000)
  expect(seconds(house)).toEqual([0, 0, 5, 5, 5])
})

test("a refused message is dead and does not hold up the next", async () => {
  const house = aHouse()
  house.answerNext(refusal())
  house.outbox.add(draft("một", AN), draft("hai", AN))
  house.delivery.wake([AN])
  await house.clock.still()
  expect(house.outbox.states()).toEqual(["một dead", "hai sent"])
  expect(house.lines).toEqual(["error: the platform refuses a message"])
})

test("of a refused merged message only the refused part is lost", async () => {
  const house = aHouse()
  house.answerNext(refusal())
  house.answerNext(refusal())
  const receipts = ["một", "hai"].map((text) => draft(text, AN, { kind: "receipt" }))
  house.outbox.add(...receipts)
  house.delivery.wake([AN])
  await house.clock.still()
  expect(house.texts()).toEqual(["một+hai", "một", "hai"])
  expect(house.outbox.states()).toEqual(["một dead", "hai sent"])
  expect(house.lines).toEqual([
    "warn: a merged message was refused, its parts are tried one by one",
    "error: the platform refuses a message",
  ])
})

test("a chat that is gone is closed with all its rows", async () => {
  const house = aHouse()
  house.answerNext(new DeliveryError("chat_gone", "bot was kicked", { surelyNotSent: true }))
  house.outbox.add(draft("một", AN), draft("hai", AN), draft("ba", AN, { dueAt: house.clock.start + 60_000 }))
  house.delivery.wake([AN])
  await house.clock.still()
  expect(house.texts()).toEqual(["một"])
  expect(house.outbox.states()).toEqual(["một dead", "hai dead", "ba dead"])
  expect(house.lines).toEqual(["warn: the bot may no longer write to this chat"])
})

test("a token that is not accepted stops the bot for five minutes and is an error", async () => {
  const house = aHouse()
  house.answerNext(new DeliveryError("unauthorized", "401", { surelyNotSent: true }))
  house.outbox.add(draft("một", AN), draft("hai", BINH, { kind: "post" }))
  house.delivery.wake([AN])
  await house.clock.still()
  house.delivery.wake([BINH])
  await house.clock.still()
  expect(house.texts()).toEqual(["một"])
  expect(house.lines).toEqual(["error: the platform does not accept the bot's token"])
  expect(house.delivery.jobs.map(({ delayMs }) => delayMs)).toEqual([300_000, 300_000])
  house.clock.skip(300_000)
  await Promise.all([house.delivery.deliver(AN), house.delivery.deliver(BINH)])
  expect(house.outbox.states()).toEqual(["một sent", "hai sent"])
})

test("a group with another id is moved and gets the message there", async () => {
  const house = aHouse()
  const movedTo = "test:supergroup" as ChatId
  house.answerNext(new DeliveryError("chat_moved", "upgraded", { surelyNotSent: true, movedTo }))
  house.outbox.add(draft("một", GROUP, { kind: "post" }), draft("hai", GROUP))
  house.delivery.wake([GROUP])
  await house.clock.advance(0)
  expect(house.moves).toEqual([`${GROUP} > ${movedTo}`])
  expect(house.sent.map(({ chat, text }) => `${chat} ${text}`)).toEqual([
    `${GROUP} một`,
    `${movedTo} một`,
    `${movedTo} hai`,
  ])
  expect(house.lines).toEqual(["info: the group has another id now"])
})

test("a group whose new id nobody says, or that the store cannot move, is tried again", async () => {
  const movedTo = "test:supergroup" as ChatId
  const unnamed = aHouse()
  unnamed.answerNext(new DeliveryError("chat_moved", "upgraded", { surelyNotSent: true }))
  const unmoved = aHouse({ moved: async () => Promise.reject(new Error("the database is away")) })
  unmoved.answerNext(new DeliveryError("chat_moved", "upgraded", { surelyNotSent: true, movedTo }))
  for (const house of [unnamed, unmoved]) {
    house.outbox.add(draft("một", GROUP))
    house.delivery.wake([GROUP])
    await house.clock.advance(2_000)
    expect(seconds(house)).toEqual([0, 2])
  }
  expect(unnamed.moves).toEqual([])
  expect(unmoved.lines.at(-1)).toBe("error: the group could not be moved in the store")
})

/** One message fails so often, and each time another one had arrived elsewhere so many minutes before. */
async function failsBeside(house: ReturnType<typeof aHouse>, times: number, minutes: number): Promise<void> {
  for (let attempt = 0; attempt < times; attempt += 1) {
    house.outbox.add(draft("khác", BINH))
    await house.delivery.deliver(BINH)
    house.clock.skip(minutes * 60_000)
    house.answerNext(unreachable(true), AN)
    await house.delivery.deliver(AN)
  }
}

test("one message that fails twenty times while others arrive is given up", async () => {
  const house = aHouse()
  house.outbox.add(draft("một", AN))
  await failsBeside(house, 19, 9)
  expect(house.outbox.states()[0]).toBe("một waiting")
  await failsBeside(house, 1, 9)
  expect(house.outbox.states()[0]).toBe("một dead")
  expect(house.lines.at(-1)).toBe("error: given up: only this message fails")
})

test("one that fails when nothing has arrived for ten minutes is not", async () => {
  const house = aHouse()
  house.outbox.add(draft("một", AN))
  await failsBeside(house, 25, 11)
  expect(house.outbox.states()[0]).toBe("một waiting")
})

test("a chat is doubted when one message fails three times while others arrive, and trusted when one gets through", async () => {
  const house = aHouse()
  const stored = suspicions(house)
  house.outbox.add(draft("một", AN))
  await failsBeside(house, 2, 6)
  expect(stored).toEqual([])
  await failsBeside(house, 1, 6)
  expect(stored).toEqual([`${AN} doubted`])
  const { claim } = house.outbox
  house.outbox.claim = async (...asked) => ({ ...(await claim(...asked)), suspect: true })
  house.clock.skip(60_000)
  await house.delivery.deliver(AN)
  expect(stored).toEqual([`${AN} doubted`, `${AN} trusted`])
})

test("an outage makes no chat doubted", async () => {
  const house = aHouse()
  const stored = suspicions(house)
  house.outbox.add(draft("một", AN))
  await failsBeside(house, 5, 11)
  expect(stored).toEqual([])
})

test.each([
  ["a group in which a post is refused is doubted", "post", [`${GROUP} doubted`]],
  ["one in which an answer is refused is not", "answer", []],
] as const)("%s", async (_, kind, doubted) => {
  const house = aHouse({ groups: [GROUP] })
  const stored = suspicions(house)
  house.answerNext(refusal())
  house.outbox.add(draft("một", GROUP, { kind }))
  house.delivery.wake([GROUP])
  await house.clock.still()
  expect(stored).toEqual(doubted)
})

test("an outage of hours loses nothing, one of more than a day ends the wait for those behind", async () => {
  const house = aHouse()
  house.outbox.add(draft("một", AN), draft("hai", AN))
  let longestMs = 0
  const failTimes = async (count: number) => {
    for (let attempt = 0; attempt < count; attempt += 1) {
      house.answerNext(unreachable(true))
      const { nextAt } = await house.delivery.deliver(AN)
      const waitMs = (nextAt ?? house.clock.now()) - house.clock.now()
      longestMs = Math.max(longestMs, waitMs)
      house.clock.skip(waitMs)
    }
  }
  await failTimes(299)
  expect(house.outbox.states()).toEqual(["một waiting", "hai waiting"])
  expect(house.clock.now() - house.clock.start).toBeGreaterThan(24 * 3_600_000)
  expect(longestMs, "between two tries").toBe(5 * 60_000)
  await failTimes(1)
  await house.clock.advance(5 * 60_000)
  expect(house.outbox.states()).toEqual(["một dead", "hai sent"])
})

test("a row planned for soon is waited for here, one for later by the queue, one for another day by the sweep", async () => {
  const house = aHouse()
  house.outbox.add(draft("một", AN, { dueAt: house.clock.start + 8_000 }))
  house.outbox.add(draft("hai", BINH, { dueAt: house.clock.start + 60_000 }))
  house.outbox.add(draft("ba", GROUP, { dueAt: house.clock.start + 25 * 3_600_000 }))
  house.delivery.wake([AN, BINH, GROUP])
  await house.clock.advance(8_000)
  expect(seconds(house)).toEqual([8])
  expect(house.delivery.jobs).toEqual([{ chat: BINH, delayMs: 60_000 }])
})

test("a crowd's receipts in one group are merged while the group's pace is used up", async () => {
  const house = aHouse({ groups: [GROUP], pace: STRICT })
  for (let person = 1; person <= 30; person += 1) {
    house.outbox.add(draft(`${person}`, GROUP, { kind: "receipt" }))
    house.delivery.wake([GROUP])
    await house.clock.advance(100)
  }
  await house.clock.advance(10_000)
  expect(house.outbox.states().every((state) => state.endsWith("sent"))).toBe(true)
  expect(house.texts().length).toBeLessThan(8)
  expect(house.texts().join("+").replaceAll(/\++/g, "+")).toMatch(/^1\+2\+.*30$/)
})

test("while a chat's pace is used up its rows are not claimed, however often it is woken", async () => {
  const house = aHouse({ groups: [GROUP], pace: STRICT })
  house.outbox.add(draft("một", GROUP))
  house.delivery.wake([GROUP])
  await house.clock.advance(100)
  const claimed = vi.spyOn(house.outbox, "claim")
  for (const text of ["hai", "ba"]) {
    house.outbox.add(draft(text, GROUP, { kind: "receipt" }))
    house.delivery.wake([GROUP])
    await house.clock.advance(100)
  }
  expect(house.texts()).toEqual(["một"])
  expect(claimed).not.toHaveBeenCalled()
  await house.clock.advance(1_000)
  expect(house.texts()).toEqual(["một", "hai+ba"])
})

test("what another process sent into a group counts in the group's minute", async () => {
  const clock = fakeClock()
  const outbox = memoryOutbox([GROUP])
  const fake = fakeChannel(clock.now)
  const aProcess = () =>
    aDelivery({
      outbox,
      channels: () => fake.channel,
      now: clock.now,
      timers: clock.timers,
      pace: () => STRICT,
    })
  for (const process of [aProcess(), aProcess(), aProcess()]) {
    for (let row = 0; row < 9; row += 1) outbox.add(draft(`${row}`, GROUP))
    process.wake([GROUP])
    await clock.advance(12_000)
    await process.drain()
  }
  const times = fake.sent.map(({ at }) => (at - clock.start) / 1000)
  expect(times.length).toBeGreaterThan(9)
  expect(most(times, 60)).toBeLessThanOrEqual(20)
})

test("a busy group never gets more than its limit in any minute", async () => {
  const house = aHouse({ groups: [GROUP], pace: STRICT })
  for (let row = 0; row < 60; row += 1) house.outbox.add(draft(`${row}`, GROUP))
  house.delivery.wake([GROUP])
  await house.clock.advance(240_000)
  const times = seconds(house)
  expect(times).toHaveLength(60)
  expect(most(times, 60)).toBeLessThanOrEqual(20)
  expect(most(times, 1)).toBe(1)
})

test("a private chat begins with a short burst", async () => {
  const house = aHouse({ pace: STRICT })
  for (let row = 0; row < 8; row += 1) house.outbox.add(draft(`${row}`, AN))
  house.delivery.wake([AN])
  await house.clock.advance(1_000)
  expect(house.sent).toHaveLength(5)
  await house.clock.advance(5_000)
  expect(house.sent).toHaveLength(8)
})

test("a broadcast to 2,000 groups keeps the bot's limit and takes at most a tenth longer than it must", async () => {
  const groups = Array.from({ length: 2_000 }, (_, place) => `test:group-${place}` as ChatId)
  const house = aHouse({ groups, pace: STRICT })
  house.outbox.add(...groups.map((chat) => draft("tổng hợp", chat, { kind: "post" })))
  house.delivery.wake(groups)
  await house.clock.advance((2_000 / 30) * 1.1 * 1000)
  const times = seconds(house)
  expect(times).toHaveLength(2_000)
  expect(most(times, 1)).toBeLessThanOrEqual(30)
})

test("a store that stalls in the middle of a broadcast makes no bunch of posts behind it", async () => {
  const groups = Array.from({ length: 200 }, (_, place) => `test:group-${place}` as ChatId)
  const house = aHouse({ groups, pace: STRICT })
  const { claim } = house.outbox
  const stall = Promise.withResolvers<void>()
  house.outbox.claim = async (...asked) => {
    if (house.clock.now() > house.clock.start + 1_000) await stall.promise
    return await claim(...asked)
  }
  house.outbox.add(...groups.map((chat) => draft("tổng hợp", chat, { kind: "post" })))
  house.delivery.wake(groups)
  await house.clock.advance(1_500)
  stall.resolve()
  await house.clock.advance(8_000)
  const times = seconds(house)
  expect(times).toHaveLength(200)
  expect(most(times, 1)).toBeLessThanOrEqual(30)
})

test("an answer goes before the posts of a broadcast, also in a group that waits for its post", async () => {
  const groups = Array.from({ length: 300 }, (_, place) => `test:group-${place}` as ChatId)
  const house = aHouse({ groups, pace: STRICT })
  house.outbox.add(...groups.map((chat) => draft("tổng hợp", chat, { kind: "post" })))
  house.delivery.wake(groups)
  await house.clock.advance(1_000)
  house.outbox.add(draft("trả lời", AN), draft("trả lời nhóm", groups[299] as ChatId))
  house.delivery.wake([AN, groups[299] as ChatId])
  await house.clock.advance(1_200)
  expect(house.texts()).toContain("trả lời")
  expect(house.texts()).toContain("trả lời nhóm")
  expect(house.sent.length).toBeLessThan(70)
})

test("when one part of a long text fails only the rest is sent again", async () => {
  const house = aHouse()
  house.answerNext("m1" as MessageRef)
  house.answerNext(unreachable(true))
  house.outbox.add(draft("a".repeat(40) + "b".repeat(40), GROUP, { kind: "post" }))
  house.delivery.wake([GROUP])
  await house.clock.advance(2_000)
  expect(house.texts().map((text) => text[0])).toEqual(["a", "b", "b"])
  expect(house.outbox.states().map((state) => state.slice(-4))).toEqual(["sent"])
})

test("what is only for one person is whispered where the channel can and said where it cannot", async () => {
  const only = draft("riêng", GROUP)
  const content = { ...only.content, onlyFor: "test:an" as AccountId }
  for (const whispers of [true, false]) {
    const house = aHouse({ whispers })
    house.outbox.add({ ...only, content })
    await house.delivery.deliver(GROUP)
    expect(house.sent.map((message) => message.only)).toEqual([whispers ? "test:an" : undefined])
  }
})

test("where a group lets the bot not whisper, all may read it, in the same try", async () => {
  const house = aHouse({ whispers: true })
  house.answerNext(new DeliveryError("rejected", "BOT_NOT_ADMIN", { surelyNotSent: true }))
  const only = draft("riêng", GROUP)
  house.outbox.add({ ...only, content: { ...only.content, onlyFor: "test:an" as AccountId } })
  await house.delivery.deliver(GROUP)
  expect(house.sent.map((message) => message.only)).toEqual(["test:an", undefined])
  expect(house.outbox.states()).toEqual(["riêng sent"])
})

test("what a group's former bot still has to say leaves by that bot, and the next one's behind it at once", async () => {
  const clock = fakeClock()
  const outbox = memoryOutbox()
  const [former, next] = [fakeChannel(clock.now), fakeChannel(clock.now)]
  const delivery = aDelivery({
    outbox,
    channels: (bot) => (bot === BOT ? former : next).channel,
    now: clock.now,
    timers: clock.timers,
  })
  outbox.add(draft("một", GROUP), draft("hai", GROUP, { bot: "test:next" as BotId }))
  delivery.wake([GROUP])
  await clock.still()
  expect([former.texts(), next.texts()]).toEqual([["một"], ["hai"]])
})

test("a drained delivery has finished what was in hand and starts nothing more", async () => {
  const house = aHouse()
  const slow = Promise.withResolvers<MessageRef>()
  house.answerNext(slow.promise)
  house.outbox.add(draft("một", AN), draft("hai", AN))
  house.delivery.wake([AN])
  await house.clock.still()
  const drained = house.delivery.drain()
  house.outbox.add(draft("ba", BINH))
  house.delivery.wake([BINH])
  slow.resolve("m" as MessageRef)
  await drained
  expect(house.texts()).toEqual(["một"])
  expect(house.outbox.states()).toEqual(["một sent", "hai waiting", "ba waiting"])
})

test("a store that fails is asked again a second later", async () => {
  const house = aHouse()
  const { claim } = house.outbox
  house.outbox.claim = async () => {
    house.outbox.claim = claim
    throw new Error("the database is starting up")
  }
  house.outbox.add(draft("một", AN))
  house.delivery.wake([AN])
  await house.clock.advance(1_000)
  expect(seconds(house)).toEqual([1])
})

test("while results cannot be stored the log says so once, however many chats wait for it; then all are stored", async () => {
  const house = aHouse()
  const { settle } = house.outbox
  house.outbox.settle = async () => {
    throw new Error("the database is starting up")
  }
  const chats = Array.from({ length: 20 }, (_, place) => `test:${place}` as ChatId)
  house.outbox.add(...chats.map((chat) => draft("một", chat)))
  house.delivery.wake(chats)
  await house.clock.advance(10_000)
  expect(house.lines).toEqual(["error: results of sending could not be stored, trying again"])
  house.outbox.settle = settle
  await house.clock.advance(10_000)
  expect(new Set(house.outbox.states())).toEqual(new Set(["một sent"]))
})

test("a clock that is set forward while a message is in hand costs it no try and nobody a warning", async () => {
  const house = aHouse({ pace: STRICT })
  const { claim } = house.outbox
  house.outbox.claim = async (...asked) => {
    house.outbox.claim = claim
    const claimed = await claim(...asked)
    house.clock.skip(3_600_000)
    return claimed
  }
  house.outbox.add(draft("một", AN))
  house.delivery.wake([AN])
  await house.clock.still()
  expect(house.texts()).toEqual(["một"])
  expect(house.outbox.rows.map(({ attempts }) => attempts)).toEqual([0])
  expect(house.lines).toEqual([])
})

test("of three processes that broadcast together none breaks the bot's limit, and no group hears twice", async () => {
  const groups = Array.from({ length: 2_000 }, (_, place) => `test:group-${place}` as ChatId)
  const clock = fakeClock()
  const outbox = memoryOutbox(groups)
  const fake = fakeChannel(clock.now)
  const processes = ["một", "hai", "ba"].map(() =>
    aDelivery({
      outbox,
      channels: () => fake.channel,
      now: clock.now,
      timers: clock.timers,
      pace: () => STRICT,
    }),
  )
  outbox.add(...groups.map((chat) => draft("tổng hợp", chat, { kind: "post" })))
  for (const process of processes) process.wake(groups)
  await clock.advance((2_000 / 30) * 1.1 * 1000)
  expect(new Set(fake.sent.map(({ chat }) => chat)).size).toBe(2_000)
  expect(fake.sent).toHaveLength(2_000)
  const times = fake.sent.map(({ at }) => (at - clock.start) / 1000)
  expect(most(times, 1)).toBeLessThanOrEqual(30)
})

test("after a 429 a group's messages stand farther apart, and an hour later as before", async () => {
  const house = aHouse({ groups: [GROUP], pace: STRICT })
  house.answerNext(slowDown(10_000))
  const gap = async () => {
    const before = house.sent.length
    house.outbox.add(...["một", "hai"].map((text) => draft(text, GROUP)))
    house.delivery.wake([GROUP])
    await house.clock.advance(30_000)
    const times = seconds(house).slice(before)
    return (times.at(-1) ?? 0) - (times.at(-2) ?? 0)
  }
  const soonAfter = await gap()
  await house.clock.advance(3_600_000)
  const later = await gap()
  expect(soonAfter).toBeGreaterThan(1.5)
  expect(later).toBeLessThan(1.1)
})

test("while a platform is away one chat tries for all, the other platform is not disturbed, and all come back", async () => {
  const clock = fakeClock()
  const outbox = memoryOutbox()
  const away = fakeChannel(clock.now)
  const well = fakeChannel(clock.now)
  let isAway = true
  const { send } = away.channel
  away.channel.send = async (message) => {
    const sent = await send(message)
    if (isAway) throw unreachable(true)
    return sent
  }
  const other = "other:bot" as BotId
  const delivery = aDelivery({
    outbox,
    channels: (bot) => (bot === other ? well.channel : away.channel),
    now: clock.now,
    timers: clock.timers,
  })
  const chats = Array.from({ length: 100 }, (_, place) => `test:${place}` as ChatId)
  for (const chat of chats.slice(0, 10)) outbox.add(draft("đầu", chat))
  delivery.wake(chats)
  await clock.advance(1_000)
  expect(delivery.broken()).toEqual([BOT])
  const before = away.sent.length
  outbox.add(...chats.map((chat) => draft("sau", chat)), draft("khác", "other:an" as ChatId, { bot: other }))
  delivery.wake([...chats, "other:an" as ChatId])
  await clock.advance(120_000)
  expect(well.texts()).toEqual(["khác"])
  expect(away.sent.length - before).toBeLessThan(10)
  isAway = false
  await clock.advance(120_000)
  for (const { chat } of delivery.jobs) await delivery.deliver(chat)
  expect(delivery.broken()).toEqual([])
  expect(outbox.states().filter((state) => !state.endsWith("sent"))).toEqual([])
})

test("from 95 % of its month's quota a bot only answers, and posts wait for the next month", async () => {
  const clock = fakeClock()
  const outbox = memoryOutbox()
  const fake = fakeChannel(clock.now)
  const delivery = aDelivery({
    outbox,
    channels: () => fake.channel,
    now: clock.now,
    timers: clock.timers,
    quota: () => 20,
    timeZone: "Asia/Ho_Chi_Minh",
  })
  outbox.ledger.set(`${BOT} 2026-11`, 18)
  outbox.add(draft("tin 1", AN, { kind: "post" }), draft("tin 2", BINH, { kind: "post" }))
  await delivery.deliver(AN)
  await delivery.deliver(BINH)
  outbox.add(draft("trả lời", BINH))
  await delivery.deliver(BINH)
  expect(outbox.states()).toEqual(["tin 1 sent", "tin 2 waiting", "trả lời sent"])
  expect(outbox.ledger.get(`${BOT} 2026-11`)).toBe(20)
  clock.skip(Date.parse("2026-12-01T00:00:00+07:00") - clock.now())
  await delivery.deliver(BINH)
  expect(outbox.states()[1]).toBe("tin 2 sent")
})

/** The most of these instants that any window of `length` seconds holds. */
function most(times: readonly number[], length: number): number {
  const counts = times.map((from) => times.filter((time) => time >= from && time < from + length).length)
  return Math.max(...counts)
}

const CHART = { png: new Uint8Array([1]), alt: "Biểu đồ" }

/** A post whose words are shown with a picture. */
function aPost(text: string) {
  const picture = { campaignId: "c", unitId: "u", period: "week" as const, from: 0, to: 1 }
  return draft(text, GROUP, { kind: "post", content: { phrases: [{ text }], picture } })
}

test("words and their picture are one message", async () => {
  const house = aHouse({ draw: async () => CHART })
  house.outbox.add(aPost("tin tuần"))
  house.delivery.wake([GROUP])
  await house.clock.still()
  expect(house.texts()).toEqual(["tin tuần [Biểu đồ]"])
  expect(house.outbox.states()).toEqual(["tin tuần sent"])
})

test("words longer than fit under a picture go before it, and the rest with it", async () => {
  const house = aHouse({ draw: async () => CHART, captionLength: 10 })
  house.outbox.add(aPost("một hai ba bốn"))
  house.delivery.wake([GROUP])
  await house.clock.still()
  expect(house.texts()).toEqual(["một hai ba", "bốn [Biểu đồ]"])
})

test("of a text cut before its picture the first part is the answer to what was written", async () => {
  const house = aHouse()
  const answered: (MessageRef | undefined)[] = []
  const send: Channel["send"] = async (message) => {
    answered.push(message.replyTo)
    return await house.channel.send(message)
  }
  const limits = { textLength: 40, captionLength: 10 }
  const channel: Channel = { ...house.channel, limits, send, sendPicture: send }
  const replyTo = "m7" as MessageRef
  const delivery = aDelivery({
    outbox: house.outbox,
    channels: () => channel,
    now: house.clock.now,
    timers: house.clock.timers,
    draw: async () => CHART,
    render: (rows) => rows.map(({ id }) => ({ outgoing: { text: "một hai ba bốn", replyTo }, ids: [id] })),
  })
  house.outbox.add(aPost("một hai ba bốn"))
  delivery.wake([GROUP])
  await house.clock.still()
  expect(house.texts()).toEqual(["một hai ba", "bốn"])
  expect(answered).toEqual([replyTo, undefined])
})

describe("a file that an answer refers to", () => {
  const REF = { personId: "p", kind: "my_data", form: "text" } as const
  const FILE = { name: "du-lieu.txt", contentType: "text/plain", bytes: new Uint8Array() }

  /** What was said to somebody whose answer refers to a file that is made, or is not, on a channel that takes files or not. */
  async function saidOf(made: Document | undefined, takes: "takes files" | "takes none") {
    const house = aHouse()
    const asked: object[] = []
    const channel: Channel = {
      ...house.channel,
      ...(takes === "takes files"
        ? {
            sendDocument: async (message, { name }) =>
              await house.channel.send({ ...message, text: `${message.text} [${name}]` }),
          }
        : {}),
    }
    const delivery = aDelivery({
      outbox: house.outbox,
      channels: () => channel,
      now: house.clock.now,
      timers: house.clock.timers,
      documents: {
        make: async (ref) => {
          asked.push(ref)
          return made
        },
        standIn: async ({ name }) => `ở /documents/${name}`,
      },
    })
    const document = draft("dữ liệu", AN, { content: { phrases: [{ text: "dữ liệu" }], document: REF } })
    house.outbox.add(draft("chào", AN), document)
    delivery.wake([AN])
    await house.clock.still()
    expect(asked).toEqual([REF])
    return house.texts()
  }

  test("leaves with its words as one message, where the channel takes files", async () => {
    expect(await saidOf(FILE, "takes files")).toEqual(["chào", "dữ liệu [du-lieu.txt]"])
  })

  test("is stood for by a line below its words, where it takes none", async () => {
    expect(await saidOf(FILE, "takes none")).toEqual(["chào", "dữ liệu\nở /documents/du-lieu.txt"])
  })

  test("leaves its words alone, where there is nothing to make it of any more", async () => {
    expect(await saidOf(undefined, "takes files")).toEqual(["chào", "dữ liệu"])
    expect(await saidOf(undefined, "takes none")).toEqual(["chào", "dữ liệu"])
  })
})

test("a drawing that fails or never comes keeps no words back", async () => {
  const failing = aHouse({ draw: async () => Promise.reject(new Error("no font")) })
  failing.outbox.add(aPost("tin tuần"))
  failing.delivery.wake([GROUP])
  await failing.clock.still()
  expect(failing.texts()).toEqual(["tin tuần"])
  expect(failing.lines).toEqual(["error: a picture could not be drawn; its words leave without it"])
  const endless = aHouse({ draw: () => new Promise(() => {}) })
  endless.outbox.add(aPost("tin tuần"))
  endless.delivery.wake([GROUP])
  await endless.clock.advance(9_999)
  expect(endless.texts()).toEqual([])
  await endless.clock.advance(1)
  expect(endless.outbox.states()).toEqual(["tin tuần sent"])
})

test("what takes time to be made is announced in private where the pace has room, and nothing waits for that", async () => {
  const picture = { campaignId: "c", unitId: "u", period: "week" as const, from: 0, to: 1 }
  const content = { phrases: [{ text: "biểu đồ" }], picture }
  const typedFor = async (given: Given, before: (house: ReturnType<typeof aHouse>) => void) => {
    const slow = Promise.withResolvers<Picture>()
    const house = aHouse({ pace: STRICT, draw: () => slow.promise, ...given })
    before(house)
    for (const chat of [AN, GROUP]) house.outbox.add(draft("", chat, { content }))
    house.delivery.wake([AN, GROUP])
    await house.clock.advance(300)
    const early = house.texts().length
    slow.resolve(CHART)
    await house.clock.advance(1_000)
    return { typed: house.typed.slice(), early, late: house.texts().slice(early) }
  }
  const both = ["biểu đồ [Biểu đồ]", "biểu đồ [Biểu đồ]"]
  const calm = await typedFor({ groups: [GROUP] }, () => {})
  // A group's messages stand a second apart: there it would cost the answer that second.
  expect(calm).toEqual({ typed: [AN], early: 0, late: both })
  const busy = await typedFor({ groups: [GROUP] }, (house) => {
    const posts = Array.from({ length: 40 }, (_, place) => `test:g${place}` as ChatId)
    house.outbox.add(...posts.map((chat) => draft("tin", chat, { kind: "post" })))
    house.delivery.wake(posts)
  })
  expect(busy.typed).toEqual([])
  expect(busy.late).toEqual(expect.arrayContaining(both))
})

test("a row that cannot be put into words is tried again and given up, and those beside it leave", async () => {
  const house = aHouse({ unspeakable: "sai" })
  house.outbox.add(draft("một", AN), draft("sai", AN), draft("hai", AN))
  house.delivery.wake([AN])
  await house.clock.advance(0)
  expect(house.outbox.states()).toEqual(["một sent", "sai waiting", "hai waiting"])
  for (let tries = 0; tries < 30; tries += 1) {
    await house.clock.advance(310_000)
    for (const { chat } of house.delivery.jobs.splice(0)) await house.delivery.deliver(chat)
  }
  expect(house.outbox.states()).toEqual(["một sent", "sai dead", "hai sent"])
  expect(house.lines).toEqual(Array.from({ length: 20 }, () => "error: a message could not be made"))
})

test("what is ready too late for its lease does not leave: somebody else may be sending it", async () => {
  const slow = Promise.withResolvers<Picture>()
  const house = aHouse({ draw: () => slow.promise })
  house.outbox.add(aPost("tin tuần"))
  house.delivery.wake([GROUP])
  await house.clock.still()
  // As a machine that slept.
  house.clock.skip(60_000)
  slow.resolve(CHART)
  await house.clock.still()
  expect(house.texts()).toEqual([])
  await house.clock.advance(2_000)
  expect(house.texts()).toEqual(["tin tuần [Biểu đồ]"])
  expect(house.outbox.states()).toEqual(["tin tuần sent"])
})

test("a picture the platform refuses is left out; one of unknown outcome is not followed by its words", async () => {
  const refused = aHouse({ draw: async () => CHART })
  refused.answerNext(new DeliveryError("rejected", "no such photo", { surelyNotSent: true }))
  refused.outbox.add(aPost("tin tuần"))
  refused.delivery.wake([GROUP])
  await refused.clock.still()
  expect(refused.texts()).toEqual(["tin tuần [Biểu đồ]", "tin tuần"])
  expect(refused.outbox.states()).toEqual(["tin tuần sent"])
  const unknown = aHouse({ draw: async () => CHART })
  unknown.answerNext(unreachable(false))
  unknown.outbox.add(aPost("tin tuần"))
  unknown.delivery.wake([GROUP])
  await unknown.clock.advance(5_000)
  expect(unknown.texts()).toEqual(["tin tuần [Biểu đồ]"])
  expect(unknown.outbox.states()).toEqual(["tin tuần unknown"])
})

test("a timer for a moment that has passed rings at once, and there is nothing to warn of", async () => {
  const warned = vi.spyOn(process, "emitWarning")
  onTestFinished(() => warned.mockRestore())
  await new Promise<void>((resolve) => void realTimers.set(resolve, -5))
  expect(warned).not.toHaveBeenCalled()
})
