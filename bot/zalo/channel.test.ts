import { expect, onTestFinished, test } from "vitest"
import type { Channel, ChatId } from "../../core/channel.ts"
import {
  type ContractFailure,
  type ContractSubject,
  channelContract,
  dump,
  recordingIntake,
} from "../channel-contract.ts"
import { createZaloChannel, type ZaloChannelOptions } from "./channel.ts"
import { createZaloDouble, type ZaloDouble, type ZaloDoubleOptions } from "./double.ts"
import { FAULTS, failed } from "./double-methods.ts"
import { idOf } from "./double-updates.ts"
import { handDeadlines, quickSleep, recordingLog } from "./testing.ts"

const SECRET = "a-secret-of-this-house"
const WEBHOOK = { kind: "webhook", publicUrl: "https://sangkien.example.vn", secret: SECRET } as const

channelContract("zalo, polling", async () => {
  const double = await createZaloDouble()
  return subjectOf(double, { kind: "polling" }, {})
})

channelContract("zalo, polling, empty as HTTP 200", async () => {
  const double = await createZaloDouble({ emptyStatus: 200 })
  return subjectOf(double, { kind: "polling" }, {})
})

for (const wrapped of [false, true]) {
  channelContract(`zalo, webhook, ${wrapped ? "wrapped" : "bare"}`, async () => {
    const reached: { channel?: Channel } = {}
    const double = await createZaloDouble({ wrapped, deliver: toChannel(reached) })
    let last = ""
    const subject = subjectOf(double, WEBHOOK, {
      said: (id) => {
        last = id
      },
      ready: () => double.waitForCalls("setWebhook", 1),
    })
    reached.channel = subject.channel
    return {
      ...subject,
      toldReceived: () => double.deliveries.some((each) => each.id === last && each.status === 200),
      repeatLast: async () => double.redeliver(last),
      afterRefusal: async () => {
        expect(await double.waitForDelivery(last)).toBe(503)
        double.redeliver(last)
      },
    }
  })
}

function toChannel(reached: { channel?: Channel }): NonNullable<ZaloDoubleOptions["deliver"]> {
  return async (request) => {
    const answer = await reached.channel?.webhook?.handle(request)
    if (!answer) throw new Error("no webhook")
    return answer
  }
}

type Hooks = { readonly said?: (id: string) => void; readonly ready?: () => Promise<unknown> }

function subjectOf(double: ZaloDouble, mode: ZaloChannelOptions["mode"], hooks: Hooks): ContractSubject {
  const log = recordingLog()
  const deadlines = handDeadlines()
  const channel = createZaloChannel({
    token: double.token,
    apiRoot: double.apiRoot,
    mode,
    log,
    sleep: quickSleep(),
    deadline: deadlines.deadline,
  })
  double.knows("an")
  const says = async (said: Parameters<ZaloDouble["says"]>[0]) => {
    await hooks.ready?.()
    const id = double.says(said)
    hooks.said?.(id)
  }
  return {
    channel,
    privateChat: `zalo:${idOf("an")}` as ChatId,
    secrets: [double.token, SECRET],
    logLines: () => log.lines,
    privateSays: (text) => says({ from: "an", text }),
    groupSays: (text, { addressed }) =>
      says({
        from: "an",
        chat: "tng",
        group: true,
        text: addressed ? `@${double.me.display_name} ${text}` : text,
      }),
    privateSticker: () => says({ from: "an", sticker: "d06e7d2f" }),
    ownMessage: () => says({ from: "another bot", isBot: true, text: "chào" }),
    sentTexts: async () => double.sent("an"),
    failures: ["rate_limited", "server_error", "garbage", "refused", "timeout"],
    failNext: (kind) => failNext(double, kind, deadlines.passAll),
    close: () => double.close(),
  }
}

function failNext(double: ZaloDouble, kind: ContractFailure, passDeadlines: () => void): void {
  if (kind === "rate_limited") double.fail("sendMessage", FAULTS.rateLimited)
  if (kind === "server_error") double.fail("sendMessage", FAULTS.badGateway)
  if (kind === "garbage") double.fail("sendMessage", FAULTS.garbage)
  if (kind === "refused") double.goAway()
  if (kind === "timeout") {
    double.fail("sendMessage", "hang")
    void double.waitForHanging().then(passDeadlines)
  }
}

async function given(options: Partial<ZaloChannelOptions> & { readonly double?: ZaloDoubleOptions } = {}) {
  const reached: { channel?: Channel } = {}
  const double = await createZaloDouble({ deliver: toChannel(reached), ...options.double })
  const log = recordingLog()
  const deadlines = handDeadlines()
  const sleep = quickSleep()
  const channel = createZaloChannel({
    token: double.token,
    apiRoot: double.apiRoot,
    mode: WEBHOOK,
    log,
    sleep,
    deadline: deadlines.deadline,
    ...options,
  })
  reached.channel = channel
  const intake = recordingIntake()
  onTestFinished(async () => {
    intake.open()
    await channel.stop()
    await double.close()
  })
  const handle = (body: string, secret?: string) =>
    channel.webhook?.handle({
      headers: secret === undefined ? {} : { "x-bot-api-secret-token": secret },
      body,
    })
  return { double, log, channel, intake, handle, deadlines }
}

const event = JSON.stringify({
  event_name: "message.text.received",
  message: {
    message_id: "9f3c9f3c9f3c9f3c",
    date: 1790000000000,
    text: "tiến độ",
    from: { id: "ab12ab12ab12ab12", display_name: "An", is_bot: false },
    chat: { id: "ab12ab12ab12ab12", chat_type: "PRIVATE" },
  },
})

test("start resolves though the platform does not answer", async () => {
  const { channel, intake, double } = await given({ mode: { kind: "polling" } })
  double.goAway()
  await channel.start(intake)
  expect(channel.bot).toBe("zalo:1234567890123456789")
})

test("the address of the webhook ends in the digits of the token and never holds its secret", async () => {
  const { channel, intake, double } = await given()
  await channel.start(intake)
  await double.waitForCalls("setWebhook", 1)
  expect(channel.webhook?.path).toBe("1234567890123456789")
  expect(double.calls.find((call) => call.method === "setWebhook")?.parameters).toEqual({
    url: "https://sangkien.example.vn/webhooks/zalo/1234567890123456789",
    secret_token: SECRET,
  })
})

test("a polling channel has no webhook", async () => {
  const { channel } = await given({ mode: { kind: "polling" } })
  expect(channel.webhook).toBeUndefined()
})

test.each([
  ["a ping without a secret", event, undefined, 200],
  ["a wrong secret", event, "wrong", 200],
  ["an empty body", "", SECRET, 200],
  ["a body that is no JSON", "<html>", SECRET, 400],
  ["no JSON and a wrong secret", "<html>", "wrong", 200],
  ["JSON that is no event", `{"hello":1}`, SECRET, 200],
  ["JSON null", "null", SECRET, 200],
  ["an unknown event", `{"event_name":"message.reaction.received","message":{"emoji":1}}`, SECRET, 200],
  ["an event without a message", `{"event_name":"message.unsupported.received"}`, SECRET, 200],
] as const)("the webhook answers %s and receives nothing", async (_name, body, secret, status) => {
  const { channel, intake, handle } = await given()
  await channel.start(intake)
  expect(await handle(body, secret)).toMatchObject({ status })
  await handle(event, SECRET)
  expect(await intake.attempts(1)).toHaveLength(1)
})

test("whoever floods the webhook without knowing the secret gets one line a minute into the log", async () => {
  let minutes = 0
  const { channel, intake, handle, log } = await given({ now: () => minutes * 60_000 })
  await channel.start(intake)
  for (; minutes < 3; minutes++) {
    for (let request = 0; request < 500; request++) await handle(event, "wrong")
  }
  const told = log.lines.filter((line) => line.includes("wrong secret"))
  expect(told.map((line) => /"requests":(\d+)/.exec(line)?.[1])).toEqual(["1", "500", "500"])
})

test("an event with the right secret is received, a refused one answered with 503", async () => {
  const { channel, intake, handle } = await given()
  await channel.start(intake)
  intake.refuse(1)
  expect(await handle(event, SECRET)).toMatchObject({ status: 503 })
  expect(await handle(event, SECRET)).toMatchObject({ status: 200 })
  expect(await intake.received(1)).toMatchObject([{ updateKey: "zalo:1234567890123456789:9f3c9f3c9f3c9f3c" }])
})

test("before start and after stop the platform is asked to come again", async () => {
  const { channel, intake, handle } = await given()
  expect(await handle(event, SECRET)).toMatchObject({ status: 503 })
  await channel.start(intake)
  await channel.stop()
  expect(await handle(event, SECRET)).toMatchObject({ status: 503 })
})

test("stop waits for a webhook request in hand", async () => {
  const { channel, intake, handle } = await given()
  await channel.start(intake)
  intake.hold()
  const answer = handle(event, SECRET)
  await intake.attempts(1)
  const order: string[] = []
  const stopped = channel.stop().then(() => order.push("stopped"))
  const answered = answer?.then(() => order.push("answered"))
  intake.open()
  await Promise.all([stopped, answered])
  expect(order).toEqual(["answered", "stopped"])
})

test("in webhook mode another deployment's webhook is replaced, and the log names its host only", async () => {
  const { channel, intake, double, log } = await given()
  double.placeWebhook("https://other.example.vn/hook/their-secret")
  await channel.start(intake)
  await log.waitFor("was replaced by ours")
  expect(double.webhook()?.url).toBe("https://sangkien.example.vn/webhooks/zalo/1234567890123456789")
  expect(log.lines.join("\n")).toContain("other.example.vn")
  expect(log.lines.join("\n")).not.toContain("their-secret")
})

test("a webhook that the platform cannot reach is reported", async () => {
  const { channel, intake, log } = await given({ double: { deliver: async () => ({ status: 403 }) } })
  await channel.start(intake)
  expect(await log.waitFor("cannot reach the webhook at sangkien.example.vn")).toContain("PUBLIC_URL")
})

test("setting the webhook is tried again until the platform takes it", async () => {
  const { channel, intake, double, log } = await given()
  double.fail("setWebhook", FAULTS.badGateway, 2)
  await channel.start(intake)
  await log.waitFor("the Zalo webhook is set")
  expect(double.calls.filter((call) => call.method === "setWebhook")).toHaveLength(3)
})

test("a refused token is told with a line that names the setting", async () => {
  const { channel, intake, log } = await given({ token: "1234567890123456789:an-old-secret-thing" })
  await channel.start(intake)
  expect(await log.waitFor("ZALO_BOT_TOKENS")).not.toContain("an-old-secret-thing")
})

test("the webhook is set when its token is accepted after all", async () => {
  const { double, channel, intake, log } = await given({ sleep: quickSleep(300_000) })
  double.fail("setWebhook", failed(401, "Unauthorized", 200))
  await channel.start(intake)
  await log.waitFor("the Zalo webhook is set")
  expect(log.lines.filter((line) => line.includes("ZALO_BOT_TOKENS"))).toHaveLength(1)
})

test("updates kept while the bot polled are taken up after a change to webhooks", async () => {
  const { channel, intake } = await given()
  const bot = channel.bot
  await intake.keep(bot, `${bot}:9f3c9f3c9f3c9f3c`, JSON.parse(event))
  await channel.start(intake)
  expect(await intake.received(1)).toMatchObject([{ content: { text: "tiến độ" } }])
  expect(intake.kept.size).toBe(0)
})

test("a bot renamed after start is understood at its first mention under the new name", async () => {
  const clock = { ms: 0 }
  const { channel, intake, double } = await given({ mode: { kind: "polling" }, now: () => clock.ms })
  await channel.start(intake)
  await double.waitForPolls()
  double.rename("Bot Công đoàn")
  clock.ms += 3_600_000
  double.says({ from: "an", chat: "tng", group: true, text: "@Bot Công đoàn tiến độ" })
  expect(await intake.received(1)).toMatchObject([{ content: { text: "tiến độ" } }])
})

test("a text for Zalo has no reply, no markup and NFC", async () => {
  const { channel, double } = await given()
  double.knows("an")
  await channel.send({ chat: `zalo:${idOf("an")}` as ChatId, text: "Sáng kiến".normalize("NFD") })
  expect(double.calls).toEqual([
    { method: "sendMessage", parameters: { chat_id: idOf("an"), text: "Sáng kiến".normalize("NFC") } },
  ])
})

test("that an answer is being written is shown, and what goes wrong with it is told like any failure", async () => {
  const { channel, double } = await given()
  await channel.typing?.(`zalo:${idOf("an")}` as ChatId)
  expect(double.calls).toEqual([
    { method: "sendChatAction", parameters: { chat_id: idOf("an"), action: "typing" } },
  ])
  double.fail("sendChatAction", FAULTS.rateLimited)
  await expect(channel.typing?.(`zalo:${idOf("an")}` as ChatId)).rejects.toMatchObject({
    code: "rate_limited",
  })
})

test.each(["", "  \n", "a".repeat(1901)])(
  "a text of a length that Zalo refuses is rejected unsent",
  async (text) => {
    const { channel, double } = await given()
    await expect(channel.send({ chat: "zalo:1" as ChatId, text })).rejects.toMatchObject({
      code: "rejected",
      surelyNotSent: true,
    })
    expect(double.calls).toEqual([])
  },
)

test("doctor hears nothing when all is well", async () => {
  const { channel } = await given({ mode: { kind: "polling" } })
  expect(await channel.check?.()).toBeUndefined()
  const { channel: called, double } = await given()
  double.placeWebhook(`https://sangkien.example.vn/webhooks/zalo/${double.token.split(":")[0]}`)
  expect(await called.check?.()).toBeUndefined()
})

test("doctor hears of a webhook of ours that is not registered", async () => {
  const { channel, double } = await given()
  expect(await channel.check?.()).toContain("another webhook address, or none")
  double.placeWebhook("https://other.example.vn/hook")
  expect(await channel.check?.()).toContain("another webhook address, or none")
})

test("doctor hears of a refused token by the setting's name, without the token", async () => {
  const { channel } = await given({ token: "1234567890123456789:an-old-secret-thing" })
  const said = await channel.check?.()
  expect(said).toContain("ZALO_BOT_TOKENS")
  expect(said).not.toContain("an-old-secret-thing")
})

test("doctor hears of a webhook in the way of polling, and of a platform that does not answer", async () => {
  const { channel, double } = await given({ mode: { kind: "polling" } })
  double.placeWebhook("https://other.example.vn/hook")
  expect(await channel.check?.()).toContain("other.example.vn")
  double.fail("getMe", failed(500, "oops"))
  expect(await channel.check?.()).toContain("error 500")
})

test.each([
  [{ token: "no-digits-here:secret-part" }, "ZALO_BOT_TOKENS"],
  [{ token: "123:with/slash" }, "ZALO_BOT_TOKENS"],
  [{ mode: { ...WEBHOOK, secret: "short" } }, "WEBHOOK_SECRET"],
  [{ apiRoot: "nowhere" }, "ZALO_API_ROOT"],
] as const)("settings of the wrong form are named: %o", (wrong, setting) => {
  const options = { token: "123:abc-xyz", mode: WEBHOOK, log: recordingLog(), ...wrong }
  const thrown = attempt(() => createZaloChannel(options))
  expect(dump(thrown)).toContain(setting)
  for (const secret of ["secret-part", "with/slash", "abc-xyz"]) expect(dump(thrown)).not.toContain(secret)
})

function attempt(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

test("a picture is published first and sent by its address, with its words as the caption", async () => {
  const double = await createZaloDouble()
  onTestFinished(() => double.close())
  double.knows("ab12cd34")
  const published: unknown[] = []
  const channel = createZaloChannel({
    token: double.token,
    apiRoot: double.apiRoot,
    mode: { kind: "polling" },
    log: recordingLog(),
    publish: async (picture) => {
      published.push(picture)
      return "https://sangkien.example.vn/pictures/key.png"
    },
  })
  const picture = { png: new Uint8Array([1, 2, 3]), alt: "Biểu đồ" }
  await channel.sendPicture?.(
    { chat: `zalo:${double.chatId("ab12cd34")}` as ChatId, text: "Biểu đồ tuần" },
    picture,
  )
  expect(published).toEqual([picture])
  expect(double.calls.at(-1)).toMatchObject({
    method: "sendPhoto",
    parameters: { photo: "https://sangkien.example.vn/pictures/key.png", caption: "Biểu đồ tuần" },
  })
})

test("without an address that Zalo can reach there are no pictures", async () => {
  const double = await createZaloDouble()
  onTestFinished(() => double.close())
  const mode = { kind: "polling" } as const
  const channel = createZaloChannel({
    token: double.token,
    apiRoot: double.apiRoot,
    mode,
    log: recordingLog(),
  })
  expect(channel.sendPicture).toBeUndefined()
})
