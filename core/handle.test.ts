import { expect, onTestFinished, test, vi } from "vitest"
import type { AccountId, BotId, ChatId, Incoming } from "./channel.ts"
import type { Context } from "./conversation/context.ts"
import type { Dialogue } from "./conversation/dialogue.ts"
import type { Reads } from "./conversation/reads.ts"
import { Conflict, type Conversations, type Step } from "./conversations.ts"
import { createIntake } from "./handle.ts"

/** A store in memory that keeps what intake relies on: versions and handled keys. */
function memory() {
  const handled = new Set<string>()
  const versions = new Map<string, number>()
  const commits: (readonly Step[])[] = []
  const discarded: string[] = []
  let trouble: ((steps: readonly Step[]) => void) | undefined
  let delay: (() => Promise<void>) | undefined
  let lookingUp: Promise<void> | undefined
  const committing = Promise.withResolvers<void>()
  const keyOf = (incoming: Incoming) => `${incoming.chat.id} ${incoming.from?.account}`
  const dialogues = new Map<string, Dialogue>()
  const remembered = new Set<string>()
  const conversations: Conversations = {
    load: async (batch) =>
      batch.map((incoming) => ({
        handled: handled.has(incoming.updateKey),
        kept: incoming.updateKey.startsWith("kept"),
        met: false,
        ...(remembered.has(keyOf(incoming)) ? { seen: { nth: 1, snapshot: "", about: "" } } : {}),
        context: {
          ...contextOf(incoming, versions.get(keyOf(incoming)) ?? 0),
          dialogue: remembered.has(keyOf(incoming)) ? undefined : dialogues.get(keyOf(incoming)),
        },
      })),
    commit: async (steps) => {
      committing.resolve()
      await delay?.()
      trouble?.(steps)
      commits.push(steps)
      for (const step of steps) {
        handled.add(step.incoming.updateKey)
        versions.set(keyOf(step.incoming), step.version)
      }
      return { chats: steps.map((step) => step.incoming.chat.id), handedOver: new Map() }
    },
    keep: async () => {},
    unfinished: async () => [],
    discard: async (key) => {
      discarded.push(key)
    },
    forget: (batch) => {
      for (const incoming of batch) remembered.delete(keyOf(incoming))
    },
    isPassing: (error) =>
      error instanceof Conflict ||
      (error instanceof Error && /^database away$|connection|ECONN/i.test(error.message)),
  }
  const woken: ChatId[] = []
  const logged: string[] = []
  let id = 0
  let now = 0
  const intake = createIntake({
    conversations,
    reads: { registrationElsewhere: async () => await lookingUp } as unknown as Reads,
    now: () => now,
    newId: () => `id-${++id}`,
    sender: { take: ({ chats }) => void woken.push(...chats), handOver: () => undefined },
    word: (phrase) => ("key" in phrase ? phrase.key : phrase.text),
    log: { error: (_fields, message) => logged.push(message), warn: () => {} },
    timeZone: "Asia/Ho_Chi_Minh",
  })
  return {
    intake,
    commits,
    discarded,
    woken,
    logged,
    later: (ms: number) => {
      now += ms
    },
    troubled: (what: (steps: readonly Step[]) => void) => {
      trouble = what
    },
    slow: (what: () => Promise<void>) => {
      delay = what
    },
    /** From now on "tiếp" looks in other chats for so long. */
    slowToLookUp: (what: Promise<void>) => {
      lookingUp = what
    },
    /** Resolves when the first commit has begun. */
    committing: () => committing.promise,
    handledElsewhere: (key: string) => handled.add(key),
    /** Another process asked this person something, and this one remembers them as they were before. */
    askedElsewhere: (incoming: Incoming, dialogue: Dialogue) => {
      remembered.add(keyOf(incoming))
      dialogues.set(keyOf(incoming), dialogue)
    },
  }
}

function contextOf(incoming: Incoming, version: number): Context {
  return {
    chat: { id: incoming.chat.id, bot: incoming.bot, kind: incoming.chat.kind, known: true, unit: undefined },
    account:
      incoming.from === undefined ? undefined : { id: incoming.from.account, name: incoming.from.name },
    person: undefined,
    version,
    dialogue: undefined,
    campaign: undefined,
  }
}

function says(key: string, text: string, options: { person?: string; addressed?: boolean } = {}): Incoming {
  const person = options.person ?? "an"
  return {
    updateKey: key,
    bot: "web:local" as BotId,
    chat: { id: `web:private-${person}` as ChatId, kind: "private" },
    from: { account: `web:${person}` as AccountId, name: person },
    content: { kind: "text", text, addressed: options.addressed ?? true },
  }
}

const keysOf = (steps: readonly Step[]) => steps.map((step) => step.incoming.updateKey)

test("what another process asked is known before a message is left unanswered or a button is said to be old", async () => {
  const asked: Dialogue = {
    step: "title",
    ask: "a1",
    askedAt: 0,
    draft: { typed: [] },
  }
  const house = memory()
  const group = { id: "web:room-1" as ChatId, kind: "group" } as const
  const inGroup = { ...says("1", "Giá treo cuộn chỉ theo màu", { addressed: false }), chat: group }
  house.askedElsewhere(inGroup, asked)
  const another = { ...says("2", "giảm lẫn màu khi thay chỉ", { addressed: false }), chat: group }
  await house.intake.receive([inGroup, another])
  expect(house.commits.flat().map(({ incoming }) => incoming.updateKey)).toEqual(["1", "2"])
  const pressed: Incoming = {
    ...says("3", "", { person: "chi" }),
    content: { kind: "press", ask: "a1", option: 1 },
  }
  const pending = { text: "đăng ký: Giá treo cuộn chỉ theo màu" }
  house.askedElsewhere(pressed, { step: "consent", ask: "a1", askedAt: 0, pending })
  await house.intake.receive([pressed])
  expect(house.commits.flat().at(-1)?.incoming.updateKey).toBe("3")
})

test("a batch is one commit, in order, and its chats are woken after it", async () => {
  const house = memory()
  await house.intake.receive([
    says("1", "trợ giúp"),
    says("2", "cảm ơn"),
    says("3", "trợ giúp", { person: "chi" }),
  ])
  expect(house.commits.map(keysOf)).toEqual([["1", "2", "3"]])
  expect(house.commits[0]?.map((step) => step.version)).toEqual([1, 1, 1])
  expect(house.woken).toHaveLength(3)
})

test("the same update again, also twice within a batch, has no second effect", async () => {
  const house = memory()
  await house.intake.receive([says("1", "trợ giúp"), says("1", "trợ giúp")])
  await house.intake.receive([says("1", "trợ giúp")])
  expect(house.commits.map(keysOf)).toEqual([["1"]])
})

test("words nobody addressed to the bot leave no trace, and a kept one of them is forgotten", async () => {
  const house = memory()
  await house.intake.receive([
    says("1", "chiều nay họp nhé", { addressed: false }),
    says("kept-2", "chiều nay họp nhé", { addressed: false }),
  ])
  expect(house.commits).toEqual([])
  expect(house.discarded).toEqual(["kept-2"])
})

test("what holds no words is answered in private and left alone in a group, though it was meant for the bot", async () => {
  const house = memory()
  const content = { kind: "wordless", addressed: true } as const
  await house.intake.receive([
    { ...says("1", ""), content },
    { ...says("2", ""), content, chat: { id: "web:group" as ChatId, kind: "group" } },
  ])
  expect(house.commits.map(keysOf)).toEqual([["1"]])
})

test("who loses the race for a conversation loads again and decides anew", async () => {
  const house = memory()
  let races = 2
  house.troubled(() => {
    if (races-- > 0) throw new Conflict()
  })
  await house.intake.receive([says("1", "trợ giúp")])
  expect(house.commits.map(keysOf)).toEqual([["1"]])
})

test("an answer that could not be stored was not said: whoever lost five races is not taken for a flood", async () => {
  const house = memory()
  let races = 5
  house.troubled(() => {
    if (races-- > 0) throw new Conflict()
  })
  await house.intake.receive([says("1", "trợ giúp"), says("2", "của tôi")])
  const said = house.commits.flat().flatMap(({ decision }) => decision.say ?? [])
  expect(said).toHaveLength(2)
  expect(said.filter(({ dueAt }) => dueAt > 0)).toEqual([])
})

test("two of a batch that exclude each other are taken one after the other", async () => {
  const house = memory()
  house.troubled((steps) => {
    if (steps.length > 1) throw new Conflict()
  })
  await house.intake.receive([says("1", "trợ giúp"), says("2", "trợ giúp", { person: "chi" })])
  expect(house.commits.map(keysOf)).toEqual([["1"], ["2"]])
  expect(house.logged).toEqual([])
})

test("what comes one by one while a commit is under way is stored together by the next, and woken after it", async () => {
  // However busy the machine is meanwhile, nobody's patience ends.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  onTestFinished(() => void vi.useRealTimers())
  const house = memory()
  const underWay = Promise.withResolvers<void>()
  house.slow(() => underWay.promise)
  const first = house.intake.receive([says("1", "trợ giúp")])
  await house.committing()
  const crowd = ["2", "3", "4"].map((key) => house.intake.receive([says(key, "trợ giúp", { person: key })]))
  const again = house.intake.receive([says("5", "trợ giúp")])
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
  expect(house.woken).toEqual([])
  underWay.resolve()
  await Promise.all([first, ...crowd, again])
  // Also the next message of whoever wrote first.
  expect(house.commits.map(keysOf)).toEqual([["1"], ["2", "3", "4", "5"]])
  expect(house.woken).toHaveLength(5)
})

test("whoever writes again while a long step of theirs is under way keeps no stranger waiting", async () => {
  const house = memory()
  const long = Promise.withResolvers<void>()
  house.slowToLookUp(long.promise)
  const first = house.intake.receive([says("long", "tiếp")])
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
  const again = house.intake.receive([says("again", "trợ giúp")])
  await house.intake.receive([says("stranger", "trợ giúp", { person: "chi" })])
  expect(house.commits.map(keysOf)).toEqual([["stranger"]])
  long.resolve()
  await Promise.all([first, again])
  expect(house.commits.map(keysOf)).toEqual([["stranger"], ["long"], ["again"]])
})

test("of those who share a commit only the one that cannot be stored fails", async () => {
  const house = memory()
  house.troubled((steps) => {
    if (keysOf(steps).includes("bad")) throw new Error("value too long")
  })
  await Promise.all(
    ["1", "bad", "3"].map((key) => house.intake.receive([says(key, "trợ giúp", { person: key })])),
  )
  expect(house.commits.map(keysOf)).toEqual([["1"], ["3"]])
  expect(house.logged).toEqual(["an update could not be stored", "an update was given up"])
})

test("while the database is away nobody of those who share a commit is acknowledged", async () => {
  const house = memory()
  house.troubled(() => {
    throw new Error("database away")
  })
  const crowd = ["1", "2"].map((key) => house.intake.receive([says(key, "trợ giúp", { person: key })]))
  expect((await Promise.allSettled(crowd)).map(({ status }) => status)).toEqual(["rejected", "rejected"])
  expect(house.woken).toEqual([])
})

test("an update that another process handled meanwhile is dropped", async () => {
  const house = memory()
  house.troubled(() => {
    house.troubled(() => {})
    house.handledElsewhere("1")
    throw new Conflict()
  })
  await house.intake.receive([says("1", "trợ giúp")])
  expect(house.commits).toEqual([])
})

test("while the database is away nothing is acknowledged", async () => {
  const house = memory()
  house.troubled(() => {
    throw new Error("database away")
  })
  await expect(house.intake.receive([says("1", "trợ giúp"), says("2", "trợ giúp")])).rejects.toThrow(
    "database away",
  )
  expect(house.woken).toEqual([])
})

test("a connection that breaks is tried once more at once, and what had been stored by then is not done twice", async () => {
  const house = memory()
  let breaks = 1
  house.troubled((steps) => {
    if (breaks-- <= 0) return
    for (const key of keysOf(steps)) house.handledElsewhere(key)
    throw Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" })
  })
  await expect(house.intake.receive([says("1", "trợ giúp")])).resolves.toEqual([{}])
  expect(house.commits).toEqual([])
  breaks = 1
  house.troubled(() => {
    if (breaks-- > 0) throw new Error("Connection terminated unexpectedly")
  })
  await house.intake.receive([says("2", "trợ giúp"), says("3", "trợ giúp", { person: "chi" })])
  expect(house.commits.map(keysOf)).toEqual([["2", "3"]])
  house.troubled(() => {
    throw new Error("Connection terminated unexpectedly")
  })
  await expect(house.intake.receive([says("4", "trợ giúp")])).rejects.toThrow("Connection terminated")
})

test("one update that cannot be stored does not hold up the others and gets an apology", async () => {
  const house = memory()
  house.troubled((steps) => {
    const isApology = steps.every((step) => JSON.stringify(step.decision).includes("our-fault"))
    if (keysOf(steps).includes("bad") && !isApology) throw new Error("value too long")
  })
  await house.intake.receive([
    says("1", "trợ giúp"),
    says("bad", "trợ giúp", { person: "chi" }),
    says("3", "cảm ơn"),
  ])
  expect(house.commits.map(keysOf)).toEqual([["1"], ["bad"], ["3"]])
  expect(JSON.stringify(house.commits[1]?.[0]?.decision)).toContain("our-fault")
  expect(house.logged).toEqual(["an update could not be stored"])
})

test("an update that not even an apology can be stored for is given up and named in the log", async () => {
  const house = memory()
  house.troubled((steps) => {
    if (keysOf(steps).includes("bad")) throw new Error("value too long")
  })
  await house.intake.receive([says("bad", "trợ giúp"), says("2", "trợ giúp", { person: "chi" })])
  expect(house.commits.map(keysOf)).toEqual([["2"]])
  expect(house.logged).toEqual(["an update could not be stored", "an update was given up"])
  expect(house.discarded).toEqual(["bad"])
})

test("a flood of idle words gets five answers at once and one when it is over", async () => {
  const house = memory()
  for (let message = 0; message < 50; message++) {
    await house.intake.receive([says(`m${message}`, "abc xyz")])
    house.later(100)
  }
  const drafts = house.commits.flatMap((steps) => steps.flatMap(({ decision }) => decision.say ?? []))
  const held = drafts.filter(({ supersedeKey }) => supersedeKey !== undefined)
  expect([drafts.length, held.length]).toEqual([50, 45])
  expect(new Set(held.map(({ supersedeKey }) => supersedeKey)).size).toBe(1)
})
