/**
 * One suite for all channels. In `bot/<platform>/channel.test.ts`:
 *
 *     channelContract("telegram, polling", async () => {
 *       const double = await createTelegramDouble()
 *       const channel = createTelegramChannel({ apiRoot: double.apiRoot, … })
 *       return { channel, privateSays: (text) => double.says(…), …, close: () => double.close() }
 *     })
 *
 * `makeSubject` is called once per test, so subjects share nothing and tests may run in parallel. The suite calls
 * `channel.start` and `channel.stop` itself. What a platform cannot do is left out of the subject, and the tests that
 * need it are reported as skipped. Nothing here sleeps: a subject gives its channel a `sleep` that returns at once, and
 * lets a time-out come when the suite asks for it, not when a second has passed.
 */
import { describe, expect, onTestFinished, test } from "vitest"
import type {
  AccountId,
  Channel,
  ChatId,
  Incoming,
  IncomingContent,
  Intake,
  Outgoing,
} from "../core/channel.ts"
import { DeliveryError, STRONG_OFF, STRONG_ON } from "../core/channel.ts"
import { createWaiting } from "./waiting.ts"

/** How the next send goes wrong. "garbage" is an answer of the wrong form, "refused" a connection never made. */
export type ContractFailure = "rate_limited" | "server_error" | "garbage" | "refused" | "timeout"

/** A channel and the platform behind it, as far as the suite must move and see it. */
export type ContractSubject = {
  readonly channel: Channel
  /** A private chat whose person has written before, so that the bot may send there. */
  readonly privateChat: ChatId
  /** Tokens and webhook secrets: none may be seen in an error or a log line. */
  readonly secrets: readonly string[]
  /** Every line logged so far, fields included. */
  readonly logLines?: () => readonly string[]
  /** The same person writes in `privateChat`. Resolves when the platform has the message, not when we do. */
  privateSays(text: string): Promise<void>
  /** A person writes in a group; when `addressed` the subject adds the mention in the platform's own way. */
  groupSays(text: string, how: { readonly addressed: boolean }): Promise<void>
  /** A sticker in `privateChat`. */
  privateSticker(): Promise<void>
  /** The platform delivers the newest update once more, though it was received. */
  repeatLast?(): Promise<void>
  /** Makes the platform repeat what was refused, where neither its double nor the adapter does so unasked. */
  afterRefusal?(): Promise<void>
  /** A message written by the bot itself (or by another bot) comes in. */
  ownMessage?(): Promise<void>
  /** Whether the platform has been told "received" for the newest update. */
  toldReceived?(): boolean
  /** What was sent to `privateChat`, oldest first, as a person reads it (formatting rendered, nothing escaped). */
  sentTexts(): Promise<readonly string[]>
  /** The failures this platform can have; a channel without a network has none. */
  readonly failures: readonly ContractFailure[]
  /** The next send fails so. Only called with members of `failures`. */
  failNext(kind: ContractFailure): void
  /** Ends the double. The channel is stopped by then. */
  close(): Promise<void>
}

/** Declares the tests; see the head of this file. */
export function channelContract(name: string, makeSubject: () => Promise<ContractSubject>): void {
  const given = async () => {
    const subject = await makeSubject()
    const intake = recordingIntake()
    onTestFinished(async () => {
      intake.open()
      await subject.channel.stop()
      await subject.close()
    })
    return { subject, channel: subject.channel, intake }
  }

  describe(`${name}: receiving`, () => {
    test("ids carry the prefix of the channel and stay the same from message to message", async () => {
      const { subject, channel, intake } = await given()
      await channel.start(intake)
      await subject.privateSays("một")
      await subject.privateSays("hai")
      const [first, second] = await intake.received(2)
      const prefix = new RegExp(`^${channel.name}:.`)
      expect(channel.bot).toMatch(prefix)
      expect(first?.bot).toBe(channel.bot)
      expect(first?.updateKey).toMatch(prefix)
      expect(first?.chat.id).toBe(subject.privateChat)
      expect(first?.chat.id).toMatch(prefix)
      expect(first?.from?.account).toMatch(prefix)
      expect(second?.chat).toEqual(first?.chat)
      expect(second?.from).toEqual(first?.from)
      expect(second?.updateKey).not.toBe(first?.updateKey)
    })

    test("a private text arrives addressed, in NFC and without characters nobody can see", async () => {
      const { subject, channel, intake } = await given()
      await channel.start(intake)
      await subject.privateSays(`${"đăng ký: Cải tiến".normalize("NFD")}\u200b \u0002cữ gá`)
      const [incoming] = await intake.received(1)
      expect(incoming?.chat.kind).toBe("private")
      expect(incoming?.content).toEqual(words("đăng ký: Cải tiến cữ gá"))
    })

    test("an addressed text in a group arrives without the mention", async () => {
      const { subject, channel, intake } = await given()
      await channel.start(intake)
      await subject.groupSays("đăng ký: Cải tiến cữ gá", { addressed: true })
      const [incoming] = await intake.received(1)
      expect(incoming?.chat.kind).toBe("group")
      expect(incoming?.chat.id).not.toBe(subject.privateChat)
      expect(incoming?.content).toEqual(words("đăng ký: Cải tiến cữ gá"))
    })

    test("what people in a group say to each other never arrives as addressed", async () => {
      const { subject, channel, intake } = await given()
      await channel.start(intake)
      await subject.groupSays("trưa nay ăn gì", { addressed: false })
      await subject.groupSays("tiến độ", { addressed: true })
      const all = await intake.until((incoming) => isAddressed(incoming.content))
      expect(
        all.filter((incoming) => isAddressed(incoming.content)).map((incoming) => incoming.content),
      ).toEqual([words("tiến độ")])
    })

    test("a sticker arrives as something without words", async () => {
      const { subject, channel, intake } = await given()
      await channel.start(intake)
      await subject.privateSticker()
      const [incoming] = await intake.received(1)
      expect(incoming?.content).toEqual({ kind: "wordless", addressed: true, what: "sticker" })
    })

    test("markup characters typed by a person arrive as typed", async () => {
      const { subject, channel, intake } = await given()
      await channel.start(intake)
      await subject.privateSays(hostile)
      const [incoming] = await intake.received(1)
      expect(incoming?.content).toEqual(words(hostile))
    })

    test("the same update delivered twice has the same key", async ({ skip }) => {
      const { subject, channel, intake } = await given()
      if (!subject.repeatLast) return skip("the platform never repeats")
      await channel.start(intake)
      await subject.privateSays("một")
      const [first] = await intake.received(1)
      await subject.repeatLast()
      const [, again] = await intake.received(2)
      expect(again).toEqual(first)
    })

    test("a message of the bot itself is not received", async ({ skip }) => {
      const { subject, channel, intake } = await given()
      if (!subject.ownMessage) return skip("the platform never sends a bot its own messages")
      await channel.start(intake)
      await subject.ownMessage()
      await subject.privateSays("một")
      const all = await intake.received(1)
      expect(all.map((incoming) => incoming.content)).toEqual([words("một")])
    })
  })

  describe(`${name}: nothing is lost`, () => {
    test("the platform is not told 'received' while the store is still busy", async ({ skip }) => {
      const { subject, channel, intake } = await given()
      if (!subject.toldReceived) return skip("the platform is never told")
      intake.hold()
      await channel.start(intake)
      await subject.privateSays("một")
      await intake.attempts(1)
      expect(subject.toldReceived()).toBe(false)
      intake.open()
      await intake.received(1)
    })

    test("an update refused by the store comes again with the same key", async () => {
      const { subject, channel, intake } = await given()
      intake.refuse(1)
      await channel.start(intake)
      await subject.privateSays("một")
      const [refused] = await intake.attempts(1)
      await subject.afterRefusal?.()
      const [incoming] = await intake.received(1)
      expect(incoming?.content).toEqual(words("một"))
      expect(incoming?.updateKey).toBe(refused?.updateKey)
    })

    test("messages of one chat arrive in the order they were written", async () => {
      const { subject, channel, intake } = await given()
      await channel.start(intake)
      for (const text of ["một", "hai", "ba"]) await subject.privateSays(text)
      const all = await intake.received(3)
      expect(all.map((incoming) => incoming.content)).toEqual([words("một"), words("hai"), words("ba")])
    })

    test("stop resolves while the platform has nothing new, and sending stays possible", async () => {
      const { subject, channel, intake } = await given()
      await channel.start(intake)
      await subject.privateSays("một")
      await intake.received(1)
      await channel.stop()
      await channel.send({ chat: subject.privateChat, text: "chào" })
      expect(await subject.sentTexts()).toEqual(["chào"])
    })

    test("stopping a channel that was never started, or twice, is harmless", async () => {
      const { channel } = await given()
      await channel.stop()
      await channel.stop()
    })
  })

  describe(`${name}: sending`, () => {
    test("a sent message has a reference", async () => {
      const { subject, channel } = await given()
      expect(await channel.send({ chat: subject.privateChat, text: "chào" })).toMatch(
        new RegExp(`^${channel.name}:.`),
      )
      expect(await subject.sentTexts()).toEqual(["chào"])
    })

    test("a text exactly as long as the limit is sent whole, in one message", async () => {
      const { subject, channel } = await given()
      const whole = `🌱${"ế".repeat(channel.limits.textLength - 2)}`
      await channel.send({ chat: subject.privateChat, text: whole })
      expect(await subject.sentTexts()).toEqual([whole])
    })

    test("markup characters typed by people are shown as typed, and the marks of stress are not", async () => {
      const { subject, channel } = await given()
      const text = `${STRONG_ON}Tên ${hostile}${STRONG_OFF}\n${hostile}`
      await channel.send({ chat: subject.privateChat, text })
      expect(await subject.sentTexts()).toEqual([`Tên ${hostile}\n${hostile}`])
    })

    test("a message with choices shows its text unchanged", async () => {
      const { subject, channel } = await given()
      const choices = { ask: "consent:1", labels: ["Đồng ý", "Không"] }
      await channel.send({ chat: subject.privateChat, text: "Đồng ý?\n1. Đồng ý\n2. Không", choices })
      expect(await subject.sentTexts()).toEqual(["Đồng ý?\n1. Đồng ý\n2. Không"])
    })
  })

  describe(`${name}: sending fails`, () => {
    const failing = async (kind: ContractFailure, skip: (note: string) => never) => {
      const { subject, channel } = await given()
      if (!subject.failures.includes(kind)) return skip(`the platform cannot fail with ${kind}`)
      subject.failNext(kind)
      const error = await thrownBy(channel, { chat: subject.privateChat, text: "chào" })
      expectNoSecret(subject, dump(error))
      expectNoSecret(subject, subject.logLines?.().join("\n") ?? "")
      return error
    }

    test("a rate limit says when to try again", async ({ skip }) => {
      const error = await failing("rate_limited", skip)
      expect(error).toMatchObject({ code: "rate_limited", surelyNotSent: true })
      expect(error.retryAfterMs).toBeGreaterThan(0)
    })

    test("a server error can be tried again", async ({ skip }) => {
      expect(await failing("server_error", skip)).toMatchObject({ code: "unreachable" })
    })

    test("an answer of the wrong form can be tried again", async ({ skip }) => {
      expect(await failing("garbage", skip)).toMatchObject({ code: "unreachable" })
    })

    test("a refused connection has surely not sent anything", async ({ skip }) => {
      expect(await failing("refused", skip)).toMatchObject({ code: "unreachable", surelyNotSent: true })
    })

    test("after a time-out the message may have arrived", async ({ skip }) => {
      expect(await failing("timeout", skip)).toMatchObject({ code: "unreachable", surelyNotSent: false })
    })

    test("a chat that does not exist gives a DeliveryError and nothing else", async () => {
      const { subject, channel } = await given()
      const chat = `${channel.name}:0` as ChatId
      expectNoSecret(subject, dump(await thrownBy(channel, { chat, text: "chào" })))
    })

    test("a whisper to nobody gives a DeliveryError and nothing else", async ({ skip }) => {
      const { subject, channel } = await given()
      if (!channel.whisper) return skip("the channel cannot whisper")
      const message = { chat: `${channel.name}:0` as ChatId, text: "chào" }
      const error = await channel.whisper(`${channel.name}:0` as AccountId, message).catch((thrown) => thrown)
      expect(error).toBeInstanceOf(DeliveryError)
      expectNoSecret(subject, dump(error))
    })
  })
}

const hostile = "<b>đậm</b> *sao* _gạch_ & &amp; [a](b) `mã` ~~x~~ {đỏ} 'quote' \"nháy\" \\*"

function words(text: string): IncomingContent {
  return { kind: "text", text, addressed: true }
}

function isAddressed(content: IncomingContent): boolean {
  return "addressed" in content && content.addressed
}

async function thrownBy(channel: Channel, message: Outgoing): Promise<DeliveryError> {
  const thrown = await channel.send(message).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof DeliveryError))
    throw new Error(`send did not throw a DeliveryError: ${dump(thrown)}`)
  return thrown
}

/** Everything a careless log line could show of `value`: message, stack, own properties, causes. */
export function dump(value: unknown): string {
  const parts: string[] = []
  const seen = new Set<unknown>()
  const visit = (part: unknown) => {
    if (typeof part !== "object" || part === null) {
      parts.push(String(part))
      return
    }
    if (seen.has(part)) return
    seen.add(part)
    for (const key of Reflect.ownKeys(part)) {
      parts.push(String(key))
      visit(Reflect.get(part, key))
    }
  }
  visit(value)
  return parts.join("\n")
}

function expectNoSecret(subject: ContractSubject, shown: string): void {
  for (const secret of subject.secrets) {
    for (const form of [
      secret,
      encodeURIComponent(secret),
      ...secret.split(":").filter((part) => part.length > 12),
    ]) {
      expect(shown).not.toContain(form)
    }
  }
}

/** An `Intake` in memory that can be held, can refuse, and tells what it saw. */
export type RecordingIntake = Intake & {
  /** Resolves with all updates received so far as soon as there are `count`. */
  received(count: number): Promise<readonly Incoming[]>
  /** Resolves with all updates received so far as soon as one satisfies `wanted`. */
  until(wanted: (incoming: Incoming) => boolean): Promise<readonly Incoming[]>
  /** Like `received`, counting refused ones and those still held. */
  attempts(count: number): Promise<readonly Incoming[]>
  /** The next `count` calls of `receive` reject. */
  refuse(count: number): void
  /** `receive` does not resolve until `open`. */
  hold(): void
  open(): void
  /** Keys of kept updates that are not finished. */
  readonly kept: ReadonlyMap<string, unknown>
}

/** A new, empty `RecordingIntake`. */
export function recordingIntake(): RecordingIntake {
  const received: Incoming[] = []
  const attempted: Incoming[] = []
  const kept = new Map<string, unknown>()
  const { changed, until: when } = createWaiting()
  let refusals = 0
  let gate = Promise.withResolvers<void>()
  gate.resolve()

  return {
    kept,
    received: (count) => when(() => (received.length >= count ? [...received] : undefined)),
    until: (wanted) => when(() => (received.some(wanted) ? [...received] : undefined)),
    attempts: (count) => when(() => (attempted.length >= count ? [...attempted] : undefined)),
    refuse: (count) => {
      refusals = count
    },
    hold: () => {
      gate = Promise.withResolvers<void>()
    },
    open: () => gate.resolve(),

    receive: async (batch) => {
      attempted.push(...batch)
      changed()
      await gate.promise
      if (refusals > 0) {
        refusals -= 1
        throw new Error("the store is down")
      }
      for (const incoming of batch) kept.delete(incoming.updateKey)
      received.push(...batch)
      changed()
      return batch.map(() => ({}))
    },
    keep: async (_bot, updateKey, raw) => {
      kept.set(updateKey, raw)
    },
    unfinished: async () => [...kept].map(([updateKey, raw]) => ({ updateKey, raw })),
    discard: async (updateKey) => {
      kept.delete(updateKey)
    },
  }
}
