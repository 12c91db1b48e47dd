import { setImmediate as turn } from "node:timers/promises"
import { describe, expect, onTestFinished, test } from "vitest"
import { type Intake, type Outgoing, STRONG_OFF, STRONG_ON } from "../../core/channel.ts"
import type { Log } from "../../core/log.ts"
import { type ContractSubject, channelContract, recordingIntake } from "../channel-contract.ts"
import { createTelegramChannel } from "./channel.ts"
import { createTelegramDouble, type DoubleOptions } from "./double.ts"
import type { Fault } from "./double-server.ts"
import type { TelegramOptions } from "./options.ts"

const secret = "webhook-secret-0123456789"
const pollingMode = { kind: "polling" } as const
const webhookMode = { kind: "webhook", publicUrl: "https://bot.example/", secret } as const

channelContract("telegram, polling", () => contractSubject(pollingMode))
channelContract("telegram, webhook", () => contractSubject(webhookMode))

describe("polling", () => {
  test("the offset moves only after the batch is committed", async () => {
    const { double, channel, an, chat } = await given()
    const intake = recordingIntake()
    intake.hold()
    await channel.start(intake)
    const { updateId = 0 } = double.says({ chat, from: an, text: "một" })
    await intake.attempts(1)
    expect(double.calls("getUpdates").map((call) => call["offset"])).toEqual([undefined])
    intake.open()
    const calls = await double.waitForCalls("getUpdates", 2)
    expect(calls[1]).toMatchObject({ offset: updateId + 1, limit: 100, timeout: 30 })
  })

  test("a refused batch is asked for again from the same offset, after a pause", async () => {
    const { double, channel, an, chat, waits, log } = await given()
    const intake = recordingIntake()
    await channel.start(intake)
    const { updateId = 0 } = double.says({ chat, from: an, text: "một" })
    await intake.received(1)
    await double.waitForCalls("getUpdates", 2)
    intake.refuse(2)
    double.says({ chat, from: an, text: "hai" })
    await intake.received(2)
    const offsets = (await double.waitForCalls("getUpdates", 5)).map((call) => call["offset"])
    expect(offsets).toEqual([undefined, updateId + 1, updateId + 1, updateId + 1, updateId + 2])
    expectPauses(waits, [2, 4])
    // In words, not by a code alone: whoever reads "no space left on device" knows what to do.
    expect(log.lines.join("\n")).toContain("the store is down")
  })

  test("updates that wait together arrive as one batch, those that hold nothing for us are passed over", async () => {
    const { double, channel, an, chat } = await given()
    const batches: number[] = []
    const intake = recordingIntake()
    const receive: Intake["receive"] = async (batch) => {
      batches.push(batch.length)
      return intake.receive(batch)
    }
    double.says({ chat, from: an, text: "một" })
    double.delivers("message", { message_id: 9, chat: { id: chat.id, type: "private" }, new_chat_title: "x" })
    double.delivers("message", { message_id: "broken" })
    double.says({ chat, from: an, text: "hai" })
    await channel.start({ ...intake, receive })
    await intake.received(2)
    await double.waitForCalls("getUpdates", 2)
    expect(batches).toEqual([2])
    expect(double.isReceived(double.newestUpdateId() ?? 0)).toBe(true)
  })

  test("the waits grow from one second to thirty while Telegram does not answer, and start anew after it did", async () => {
    const { double, channel, an, chat, waits } = await given()
    const intake = recordingIntake()
    double.fails("getUpdates", { kind: "server_error" }, 7)
    await channel.start(intake)
    await double.waitForCalls("getUpdates", 8)
    double.says({ chat, from: an, text: "một" })
    await intake.received(1)
    double.fails("getUpdates", { kind: "answer", status: 200, body: "<html>" })
    await double.waitForCalls("getUpdates", 10)
    expectPauses(waits, [2, 4, 8, 16, 30, 30, 30, 2])
  })

  test("a 429 is obeyed", async () => {
    const { double, channel, waits } = await given()
    double.fails("getUpdates", { kind: "rate_limited", retryAfterSeconds: 17 })
    await channel.start(recordingIntake())
    await double.waitForCalls("getUpdates", 2)
    expect(waits).toEqual([17_000])
  })

  test("a second process with the same token is named in the log, and polling goes on", async () => {
    const { double, channel, log } = await given()
    const conflict = "Conflict: terminated by other getUpdates request"
    double.fails("getUpdates", refused(409, conflict))
    await channel.start(recordingIntake())
    await double.waitForCalls("getUpdates", 2)
    expect(log.lines).toContainEqual(expect.stringContaining("one process per token"))
  })

  test.each([
    [401, "Unauthorized"],
    [404, "Not Found"],
  ])(
    "a %i is told with an error that names the setting and not the token, and asked about again after five minutes",
    async (status, description) => {
      const { double, channel, log, waits } = await given()
      double.fails("getMe", refused(status, description))
      double.fails("getUpdates", refused(status, description))
      await channel.start(recordingIntake())
      await double.waitForCalls("getUpdates", 2)
      expect(waits).toEqual([300_000, 300_000])
      expect(log.lines.filter((line) => line.includes("TELEGRAM_BOT_TOKENS"))).toHaveLength(2)
      expect(log.lines.join("\n")).not.toContain("AAEdouble")
    },
  )

  test("a webhook left over is removed first, and what waits is kept", async () => {
    const { double, channel } = await given()
    await channel.start(recordingIntake())
    await double.waitForCalls("getUpdates", 1)
    expect(double.calls("deleteWebhook")).toEqual([{ drop_pending_updates: false }])
  })

  test("start resolves though Telegram is away; it is found when it is back", async () => {
    const { double, channel, an, chat, log } = await given()
    const intake = recordingIntake()
    await double.goDark()
    await channel.start(intake)
    await log.until((line) => line.includes("getMe failed"))
    await double.comeBack()
    double.says({ chat, from: an, text: "một" })
    await intake.received(1)
  })

  test("stop ends a call that Telegram never answers", async () => {
    const { double, channel } = await given()
    double.fails("getMe", { kind: "hang" })
    await channel.start(recordingIntake())
    await double.waitForCalls("getMe", 1)
    await channel.stop()
  })

  test("stop waits for the batch in hand", async () => {
    const { double, channel, an, chat } = await given()
    const intake = recordingIntake()
    intake.hold()
    await channel.start(intake)
    double.says({ chat, from: an, text: "một" })
    await intake.attempts(1)
    let stopped = false
    const stopping = channel.stop().then(() => {
      stopped = true
    })
    await turn()
    expect(stopped).toBe(false)
    intake.open()
    await stopping
    expect(await intake.received(1)).toHaveLength(1)
  })
})

describe("presses", () => {
  test("are received, then answered with the receipt's toast", async () => {
    const { double, channel, an, chat } = await given()
    const intake = recordingIntake()
    const toast = "Đã ghi nhận".repeat(30)
    const receive: Intake["receive"] = async (batch) => {
      expect(double.calls("answerCallbackQuery")).toEqual([])
      await intake.receive(batch)
      return batch.map(() => ({ toast }))
    }
    await channel.start({ ...intake, receive })
    const choices = { ask: "consent:8f", labels: ["Đồng ý", "Không"] }
    await channel.send({ chat: chat.ref, text: "Đồng ý?", choices })
    const [message] = double.sent(chat)
    if (message === undefined) throw new Error("nothing was sent")
    const id = double.presses({ chat, from: an, message, button: "Không" })
    const [press] = await intake.received(1)
    expect(press?.content).toEqual({ kind: "press", ask: "consent:8f", option: 2 })
    expect(await double.waitForCalls("answerCallbackQuery", 1)).toEqual([
      { callback_query_id: id, text: toast.slice(0, 200) },
    ])
  })

  test("of buttons that are not ours are only answered", async () => {
    const { double, channel, an } = await given()
    await channel.start(recordingIntake())
    const from = { id: an.id, is_bot: false, first_name: "An" }
    double.delivers("callback_query", { id: "q1", from, chat_instance: "1", data: "menu" })
    expect(await double.waitForCalls("answerCallbackQuery", 1)).toEqual([{ callback_query_id: "q1" }])
  })
})

describe("webhook", () => {
  test("is registered with its secret at an address without the token", async () => {
    const { double, channel } = await given(webhookMode)
    await channel.start(recordingIntake())
    const calls = await double.waitForCalls("setWebhook", 1)
    expect(calls[0]).toEqual({
      url: `https://bot.example/webhooks/telegram/${double.botId}`,
      secret_token: secret,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
      max_connections: 40,
    })
    expect(channel.webhook?.path).toBe(String(double.botId))
  })

  const update = {
    update_id: 1,
    message: {
      message_id: 1,
      from: { id: 101, is_bot: false, first_name: "An" },
      chat: { id: 101, type: "private" },
      text: "x",
    },
  }
  const json = JSON.stringify(update)

  test.each([
    ["no secret", {}, json, 401],
    ["a wrong secret", { "x-telegram-bot-api-secret-token": "x" }, json, 401],
    ["a wrong secret and no update", {}, "", 401],
    ["an empty body", undefined, "", 400],
    ["no JSON", undefined, "<html>", 400],
    ["a list", undefined, "[]", 400],
    ["no update_id", undefined, '{"message":{}}', 400],
    ["an update_id that is no integer", undefined, '{"update_id":"7"}', 400],
    ["a broken update", undefined, '{"update_id":7,"message":{"chat":7}}', 200],
    ["an update of an unknown kind", undefined, '{"update_id":7,"hologram":{}}', 200],
    ["an update", undefined, json, 200],
  ])("%s", async (_, headers, body, status) => {
    const { channel } = await given(webhookMode)
    await channel.start(recordingIntake())
    const answer = await channel.webhook?.handle({ headers: headers ?? goodHeaders, body })
    expect(answer?.status).toBe(status)
  })

  test("a wrong secret leaves a line in the log, many leave no more", async () => {
    const { channel, log } = await given(webhookMode)
    await channel.start(recordingIntake())
    for (const given of ["x", "y", "z"])
      await channel.webhook?.handle({ headers: { "x-telegram-bot-api-secret-token": given }, body: json })
    expect(log.lines.filter((line) => line.includes("wrong secret"))).toHaveLength(1)
  })

  test("a broken update leaves a line in the log, without its words", async () => {
    const { channel, log } = await given(webhookMode)
    await channel.start(recordingIntake())
    const body = '{"update_id":7,"message":{"chat":7,"text":"riêng tư"}}'
    await channel.webhook?.handle({ headers: goodHeaders, body })
    expect(log.lines).toContainEqual(expect.stringContaining("Unreadable Telegram update"))
    expect(log.lines.join()).not.toContain("riêng tư")
  })

  test("503 while the store is down, and before start and after stop", async () => {
    const { channel } = await given(webhookMode)
    const intake = recordingIntake()
    const handle = () => channel.webhook?.handle({ headers: goodHeaders, body: json })
    expect(await handle()).toMatchObject({ status: 503 })
    await channel.start(intake)
    intake.refuse(1)
    expect(await handle()).toMatchObject({ status: 503 })
    expect(await handle()).toMatchObject({ status: 200 })
    await channel.stop()
    expect(await handle()).toMatchObject({ status: 503 })
  })

  test("there is none when polling", async () => {
    const { channel } = await given()
    expect(channel).not.toHaveProperty("webhook")
  })
})

describe("sending", () => {
  test("an answer in a topic, with stress and buttons", async () => {
    const { double, channel, an } = await given()
    const group = double.group("Nhóm TNG")
    double.topic(group, 7)
    const { messageId } = double.says({ chat: group, from: an, text: "/dangky", topic: 7 })
    await channel.send({
      chat: group.ref,
      text: `${STRONG_ON}A & B${STRONG_OFF}?`,
      topic: "7",
      replyTo: `telegram:${messageId}` as NonNullable<Outgoing["replyTo"]>,
      choices: { ask: "q", labels: ["Có", "Không", "Để sau", "Xem"] },
    })
    expect(double.sent(group)).toMatchObject([
      { text: "A & B?", html: "<b>A &amp; B</b>?", topic: 7, replyTo: messageId },
    ])
    expect(double.calls("sendMessage")[0]).toMatchObject({
      link_preview_options: { is_disabled: true },
      reply_parameters: { allow_sending_without_reply: true },
      reply_markup: {
        inline_keyboard: [
          [
            { text: "Có", callback_data: "q.1" },
            { text: "Không", callback_data: "q.2" },
            { text: "Để sau", callback_data: "q.3" },
          ],
          [{ text: "Xem", callback_data: "q.4" }],
        ],
      },
    })
  })

  test("that an answer is being written is shown in the topic where it was asked for", async () => {
    const { double, channel } = await given()
    const group = double.group("Nhóm TNG")
    double.topic(group, 7)
    await channel.typing?.(group.ref, "7")
    expect(double.calls("sendChatAction")).toEqual([
      { chat_id: group.id, message_thread_id: 7, action: "typing" },
    ])
    double.fails("sendChatAction", { kind: "rate_limited", retryAfterSeconds: 3 })
    await expect(channel.typing?.(group.ref)).rejects.toMatchObject({
      code: "rate_limited",
      retryAfterMs: 3_000,
    })
  })

  test("long labels get a row each and are cut", async () => {
    const { double, channel, chat } = await given()
    const labels = ["CĐCS Công ty May TNG", "ế".repeat(80)]
    await channel.send({ chat: chat.ref, text: "x", choices: { ask: "q", labels } })
    const buttons = double.sent(chat)[0]?.buttons
    expect(buttons?.map((button) => button.text)).toEqual(["CĐCS Công ty May TNG", `${"ế".repeat(59)}…`])
  })

  test("an ask too long for a button goes out without buttons", async () => {
    const { double, channel, chat } = await given()
    await channel.send({ chat: chat.ref, text: "x", choices: { ask: "đ".repeat(32), labels: ["Có"] } })
    expect(double.sent(chat)[0]?.buttons).toEqual([])
  })

  test("a reply to a message that is gone goes out without the reply", async () => {
    const { double, channel, chat } = await given()
    const replyTo = "telegram:99" as NonNullable<Outgoing["replyTo"]>
    await channel.send({ chat: chat.ref, text: "x", replyTo })
    expect(double.sent(chat)).toMatchObject([{ text: "x", replyTo: undefined }])
    // Also where the server does not heed that it may.
    double.fails("sendMessage", refused(400, "Bad Request: message to be replied not found"))
    await channel.send({ chat: chat.ref, text: "y", replyTo })
    expect(double.sent(chat).at(-1)).toMatchObject({ text: "y", replyTo: undefined })
  })

  test("markup that Telegram refuses goes out once more as plain text", async () => {
    const { double, channel, chat, log } = await given()
    double.fails("sendMessage", refused(400, "Bad Request: can't parse entities: x"))
    await channel.send({ chat: chat.ref, text: `${STRONG_ON}A & B${STRONG_OFF}` })
    expect(double.sent(chat)).toMatchObject([{ text: "A & B", html: undefined }])
    expect(log.lines).toContainEqual(expect.stringContaining("sending it simpler"))
  })

  test.each([
    ["gone", undefined],
    ["closed", "closed"],
  ] as const)("a topic that is %s: the message goes to the group itself", async (_, status) => {
    const { double, channel } = await given()
    const group = double.group("Nhóm TNG")
    if (status !== undefined) double.topic(group, 7, status)
    await channel.send({ chat: group.ref, text: "x", topic: "7" })
    expect(double.sent(group)).toMatchObject([{ text: "x", topic: undefined }])
  })

  test("a group that became a supergroup is answered with its new id", async () => {
    const { double, channel } = await given()
    const group = double.group("Nhóm TNG", "group")
    const next = double.migrates(group)
    await expect(channel.send({ chat: group.ref, text: "x" })).rejects.toMatchObject({
      code: "chat_moved",
      movedTo: next.ref,
      surelyNotSent: true,
    })
  })

  test("a chat that removed the bot is gone", async () => {
    const { double, channel, an, chat } = await given()
    double.removes(chat, an)
    await expect(channel.send({ chat: chat.ref, text: "x" })).rejects.toMatchObject({ code: "chat_gone" })
  })

  test("no answer in time: it may have arrived", async () => {
    const { double, channel, chat } = await given(pollingMode, { callTimeoutSeconds: 0.02 })
    double.fails("sendMessage", { kind: "hang" })
    await expect(channel.send({ chat: chat.ref, text: "x" })).rejects.toMatchObject({
      code: "unreachable",
      surelyNotSent: false,
    })
  })

  test("an answer without a message_id may hide a message that arrived", async () => {
    const { double, channel, chat } = await given()
    double.fails("sendMessage", { kind: "answer", status: 200, body: { ok: true, result: {} } })
    await expect(channel.send({ chat: chat.ref, text: "x" })).rejects.toMatchObject({
      code: "unreachable",
      surelyNotSent: false,
    })
  })

  test("a chat of another channel is rejected without a call", async () => {
    const { double, channel } = await given()
    const chat = "zalo:7" as Outgoing["chat"]
    await expect(channel.send({ chat, text: "x" })).rejects.toMatchObject({ code: "rejected" })
    expect(double.calls("sendMessage")).toEqual([])
  })
})

describe("whispers", () => {
  test("reach one person where the bot is an administrator", async () => {
    const { double, channel, an } = await given()
    const group = double.group("TNG")
    double.promotes(group)
    const { messageId = 0 } = double.says({ chat: group, from: an, text: "chào @bot" })
    await channel.whisper?.(an.account, {
      chat: group.ref,
      text: `${STRONG_ON}riêng${STRONG_OFF} anh/chị`,
      replyTo: String(messageId) as never,
      choices: { ask: "q1", labels: ["Đồng ý"] },
    })
    expect(double.sent(group)).toMatchObject([
      { text: "riêng anh/chị", receiver: an.id, replyTo: undefined, buttons: [{ text: "Đồng ý" }] },
    ])
  })

  test("are rejected elsewhere, and such a group is not asked again", async () => {
    const { double, channel, an } = await given()
    const group = double.group("TNG")
    for (const _ of [1, 2]) {
      await expect(channel.whisper?.(an.account, { chat: group.ref, text: "riêng" })).rejects.toMatchObject({
        code: "rejected",
        surelyNotSent: true,
      })
    }
    expect(double.calls("sendMessage")).toHaveLength(1)
  })

  test("in a private chat are messages like all others", async () => {
    const { double, channel, an, chat } = await given()
    await channel.whisper?.(an.account, { chat: chat.ref, text: "riêng" })
    expect(double.sent(chat)).toMatchObject([{ text: "riêng", receiver: undefined }])
  })
})

describe("pictures", () => {
  const png = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 45, 45, 13, 10])

  test("are uploaded byte for byte, with caption, reply and buttons", async () => {
    const { double, channel, an, chat } = await given()
    const { messageId } = double.says({ chat, from: an, text: "/tonghop" })
    const ref = await channel.sendPicture?.(
      {
        chat: chat.ref,
        text: `${STRONG_ON}Tuần & tháng${STRONG_OFF}`,
        replyTo: `telegram:${messageId}` as NonNullable<Outgoing["replyTo"]>,
        choices: { ask: "q", labels: ["Xem"] },
      },
      { png, alt: "Biểu đồ" },
    )
    const [sent] = double.sent(chat)
    expect(sent).toMatchObject({ text: "Tuần & tháng", replyTo: messageId, buttons: [{ data: "q.1" }] })
    expect(Array.from(sent?.picture ?? [])).toEqual(Array.from(png))
    expect(ref).toBe(`telegram:${sent?.messageId}`)
  })

  test("whose caption is too long are rejected without a call", async () => {
    const { double, channel, chat } = await given()
    const sending = channel.sendPicture?.({ chat: chat.ref, text: "x".repeat(1025) }, { png, alt: "" })
    await expect(sending).rejects.toMatchObject({ code: "rejected" })
    expect(double.calls("sendPhoto")).toEqual([])
  })
})

describe("where the bot is", () => {
  test("put into a group, then removed: the group is told, and nothing can be sent before and after", async () => {
    const { double, channel, an } = await given()
    const intake = recordingIntake()
    const group = double.group("Nhóm TNG", "group", { inside: false })
    const gone = { code: "chat_gone", surelyNotSent: true }
    await channel.start(intake)
    await expect(channel.send({ chat: group.ref, text: "x" })).rejects.toMatchObject(gone)
    double.joins(group, an)
    await intake.received(1)
    await channel.send({ chat: group.ref, text: "x" })
    double.removes(group, an)
    const seen = await intake.received(2)
    expect(seen.map(({ chat, content }) => [chat.id, content.kind])).toEqual([
      [group.ref, "joined"],
      [group.ref, "left"],
    ])
    expect(seen[0]?.from?.account).toBe(an.account)
    await expect(channel.send({ chat: group.ref, text: "x" })).rejects.toMatchObject(gone)
  })

  test("a group that becomes a supergroup is told once, in the old chat", async () => {
    const { double, channel, an } = await given()
    const intake = recordingIntake()
    await channel.start(intake)
    const group = double.group("Nhóm TNG", "group")
    const next = double.migrates(group)
    double.says({ chat: next, from: an, text: "/tiendo" })
    const [moved, after] = await intake.received(2)
    expect(moved).toMatchObject({ chat: { id: group.ref }, content: { kind: "moved", to: next.ref } })
    expect(after?.chat.id).toBe(next.ref)
  })
})

describe("set-up", () => {
  test("menus are set for private chats and groups", async () => {
    const privately = [{ command: "dangky", description: "Đăng ký sáng kiến" }]
    const group = [{ command: "tiendo", description: "Tiến độ" }]
    const { double, channel } = await given(pollingMode, { commands: { private: privately, group } })
    await channel.start(recordingIntake())
    expect(await double.waitForCalls("setMyCommands", 2)).toEqual([
      { commands: privately, scope: { type: "all_private_chats" } },
      { commands: group, scope: { type: "all_group_chats" } },
    ])
  })

  test("what is no token is refused without being shown", () => {
    const make = (token: string) => () =>
      createTelegramChannel({ token, mode: pollingMode, log: createLog() })
    expect(make("not-a-token")).toThrow(/TELEGRAM_BOT_TOKENS .* got 11 characters/)
    expect(make("not-a-token")).not.toThrow(/not-a-token/)
  })

  test("doctor hears nothing when all is well", async () => {
    const { channel } = await given()
    expect(await channel.check?.()).toBeUndefined()
  })

  test("whoever asked whether the token is accepted knows the bot's address, without receiving anything", async () => {
    const { channel } = await given(webhookMode)
    expect(channel.entrance?.("u_KCN-01")).toBeUndefined()
    await channel.check?.()
    expect(channel.entrance?.("u_KCN-01")?.link).toMatch(/^https:\/\/t\.me\/\w+\?start=u_KCN-01$/)
  })

  test("doctor hears of a token that is not accepted, and of a webhook that is not registered", async () => {
    const { double, channel } = await given(webhookMode)
    expect(await channel.check?.()).toContain("another webhook address, or none")
    double.fails("getMe", refused(401, "Unauthorized"))
    expect(await channel.check?.()).toContain("TELEGRAM_BOT_TOKENS")
    await double.goDark()
    expect(await channel.check?.()).toContain("could not be reached")
  })
})

const goodHeaders = { "x-telegram-bot-api-secret-token": secret }

function refused(status: number, description: string): Fault {
  return { kind: "answer", status, body: { ok: false, error_code: status, description } }
}

/** Of each pause up to a half is left off at random, so that many bots do not come back as one. */
function expectPauses(waits: readonly number[], longestSeconds: readonly number[]): void {
  expect(waits).toHaveLength(longestSeconds.length)
  for (const [at, seconds] of longestSeconds.entries()) {
    expect(waits[at]).toBeGreaterThanOrEqual(seconds * 500)
    expect(waits[at]).toBeLessThanOrEqual(seconds * 1_000)
  }
}

type Overrides = Partial<TelegramOptions>

async function given(
  mode: TelegramOptions["mode"] = pollingMode,
  overrides: Overrides = {},
  doubled: DoubleOptions = {},
) {
  const double = await createTelegramDouble({ sleep: () => turn(), ...doubled })
  const { channel, log, waits } = channelOf(double, mode, overrides)
  onTestFinished(async () => {
    await channel.stop()
    await double.close()
    expect(double.violations).toEqual([])
  })
  const an = double.person("An")
  return { double, channel, log, waits, an, chat: double.privateChat(an) }
}

function channelOf(
  double: { readonly token: string; readonly apiRoot: string },
  mode: TelegramOptions["mode"],
  overrides: Overrides = {},
) {
  const log = createLog()
  const waits: number[] = []
  const sleep = async (ms: number) => {
    waits.push(ms)
    await turn()
  }
  const { token, apiRoot } = double
  return { channel: createTelegramChannel({ token, apiRoot, mode, log, sleep, ...overrides }), log, waits }
}

type TestLog = Log & {
  readonly lines: readonly string[]
  /** Resolves with the first line that fits. */
  until(wanted: (line: string) => boolean): Promise<string>
}

function createLog(): TestLog {
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const write = (fields: object, message: string) => {
    lines.push(`${message} ${JSON.stringify(fields)}`)
    for (const look of [...waiting]) look()
  }
  const until = (wanted: (line: string) => boolean) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const found = lines.find(wanted)
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  return { lines, until, info: write, warn: write, error: write }
}

async function contractSubject(mode: TelegramOptions["mode"]): Promise<ContractSubject> {
  const double = await createTelegramDouble({ privacy: false, sleep: () => turn() })
  const { channel, log } = channelOf(double, mode)
  double.routeWebhook(async (request) => channel.webhook?.handle(request) ?? { status: 404 })
  const an = double.person("An")
  const chat = double.privateChat(an)
  const group = double.group("Nhóm TNG")
  return {
    channel,
    privateChat: chat.ref,
    secrets: [double.token, secret],
    logLines: () => log.lines,
    async privateSays(text) {
      double.says({ chat, from: an, text })
    },
    async groupSays(text, { addressed }) {
      double.says({ chat: group, from: an, text: addressed ? `@${double.username} ${text}` : text })
    },
    async privateSticker() {
      double.says({ chat, from: an, more: { sticker: { file_id: "x" } } })
    },
    async repeatLast() {
      double.redeliver()
    },
    async ownMessage() {
      const from = { id: double.botId, is_bot: true, first_name: "Bot" }
      double.delivers("message", { message_id: 99, from, chat: { id: chat.id, type: "private" }, text: "x" })
    },
    toldReceived: () => double.isReceived(double.newestUpdateId() ?? 0),
    sentTexts: async () => double.sent(chat).map((message) => message.text),
    failures: ["rate_limited", "server_error", "garbage", "refused", "timeout"],
    failNext(kind) {
      switch (kind) {
        case "rate_limited":
          return double.fails("sendMessage", { kind, retryAfterSeconds: 3 })
        case "server_error":
          return double.fails("sendMessage", { kind })
        case "garbage":
          return double.fails("sendMessage", { kind: "answer", status: 200, body: "<html>" })
        case "timeout":
          // As after a time-out: done, and the answer never comes.
          return double.fails("sendMessage", { kind: "drop" })
        case "refused":
          void double.goDark()
          return
      }
    },
    close: () => double.close(),
  }
}
