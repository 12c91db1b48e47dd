import { describe, expect, onTestFinished, test } from "vitest"
import { createTelegramDouble, type DoubleOptions, type TelegramDouble } from "./double.ts"
import { render } from "./double-markup.ts"

describe("markup", () => {
  test("is shown as the reader sees it", () => {
    expect(render('<b>Tên</b> &lt;b&gt; &amp;amp; <a href="https://a.vn/?x=1&amp;y=2">đây</a>')).toEqual({
      text: "Tên <b> &amp; đây",
    })
  })

  test.each([
    ["<b>x", "Can't find end tag"],
    ["x</b>", "Unexpected end tag"],
    ["<b><i>x</b></i>", "Unmatched end tag"],
    ["<script>x</script>", "Unsupported start tag"],
    ["<b class='x'>x</b>", "Unsupported attributes"],
    ["Tư & Năm", "Unescaped"],
    ["&nbsp;", "Unescaped"],
    ["3 < 4", "Unescaped"],
    ["4 > 3", "Unescaped"],
  ])("%j is refused", (source, words) => {
    expect(render(source)).toEqual({ error: expect.stringContaining(words) })
  })

  test("that is bad makes the whole message a 400", async () => {
    const { call, chat } = await givenChat()
    const answer = await call("sendMessage", { chat_id: chat.id, text: "<b>Tên", parse_mode: "HTML" })
    expect(answer).toMatchObject({
      error_code: 400,
      description: expect.stringMatching(/^Bad Request: can't parse/),
    })
  })
})

describe("what it refuses", () => {
  test("another token, an unknown method, an unknown chat", async () => {
    const { double, call } = await givenChat()
    expect(await post(double, "1:x", "getMe", {})).toMatchObject({
      error_code: 401,
      description: "Unauthorized",
    })
    expect(await call("sendTelegram", {})).toMatchObject({ error_code: 404 })
    expect(await call("sendMessage", { chat_id: -9, text: "x" })).toMatchObject({
      description: "Bad Request: chat not found",
    })
    expect(double.violations).toEqual(["unknown method sendTelegram"])
  })

  test("a parameter it does not know, loudly", async () => {
    const { double, call, chat } = await givenChat()
    const answer = await call("sendMessage", { chat_id: chat.id, text: "x", reply_to: 1 })
    expect(answer).toMatchObject({ ok: false, error_code: 400 })
    expect(double.violations).toEqual([expect.stringContaining("reply_to")])
  })

  test.each([
    ["no text", { text: " " }, "message text is empty"],
    ["too much text", { text: "x".repeat(4097) }, "message is too long"],
    ["a topic that is not there", { text: "x", message_thread_id: 9 }, "message thread not found"],
    [
      "a reply to nothing",
      { text: "x", reply_parameters: { message_id: 99 } },
      "message to be replied not found",
    ],
    [
      "a button that carries too much",
      { text: "x", reply_markup: { inline_keyboard: [[{ text: "a", callback_data: "đ".repeat(33) }]] } },
      "BUTTON_DATA_INVALID",
    ],
  ])("%s", async (_, params, words) => {
    const { call, chat } = await givenChat()
    const answer = await call("sendMessage", { chat_id: chat.id, ...params })
    expect(answer).toMatchObject({ ok: false, error_code: 400, description: `Bad Request: ${words}` })
  })

  test("4096 characters counted after the markup pass", async () => {
    const { call, chat } = await givenChat()
    const text = `<b>${"&lt;".repeat(4096)}</b>`
    expect(await call("sendMessage", { chat_id: chat.id, text, parse_mode: "HTML" })).toMatchObject({
      ok: true,
    })
  })
})

test("who waits for a message gets it when it is sent, also when somebody edited it before", async () => {
  const { double, call, chat } = await givenChat()
  const waiting = double.waitForSent(chat, (message) => message.text.startsWith("hai"))
  const message = { chat_id: chat.id, text: "một" }
  await call("sendMessage", message)
  await call("editMessageText", { ...message, message_id: 1, text: "một!" })
  await call("sendMessage", { ...message, text: "hai" })
  expect((await waiting).map(({ text }) => text)).toEqual(["một!", "hai"])
  expect(await call("editMessageText", { ...message, message_id: 2, text: "hai" })).toMatchObject({
    description: expect.stringContaining("message is not modified"),
  })
})

describe("limits", () => {
  test("one message a second in a chat, told by retry_after", async () => {
    let now = 1_000_000
    const { call, chat } = await givenChat({ limits: true, now: () => now })
    const send = () => call("sendMessage", { chat_id: chat.id, text: "x" })
    expect(await send()).toMatchObject({ ok: true })
    expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } })
    now += 1_000
    expect(await send()).toMatchObject({ ok: true })
  })

  test("twenty messages a minute in a group", async () => {
    let now = 1_000_000
    const { double, call } = await givenChat({ limits: true, now: () => now })
    const group = double.group("Nhóm TNG")
    const send = () => call("sendMessage", { chat_id: group.id, text: "x" })
    for (let count = 0; count < 20; count++) {
      expect(await send()).toMatchObject({ ok: true })
      now += 1_000
    }
    expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 40 } })
    now += 40_000
    expect(await send()).toMatchObject({ ok: true })
  })

  test("thirty messages a second over all chats", async () => {
    const { double, call } = await givenChat({ limits: true, now: () => 1_000_000 })
    const send = () => call("sendMessage", { chat_id: double.group("Nhóm").id, text: "x" })
    for (let count = 0; count < 30; count++) expect(await send()).toMatchObject({ ok: true })
    expect(await send()).toMatchObject({ error_code: 429 })
  })
})

describe("updates", () => {
  test("come again until the offset confirms them", async () => {
    const { double, call, chat, an } = await givenChat()
    const { updateId = 0 } = double.says({ chat, from: an, text: "một" })
    const one = { ok: true, result: [{ update_id: updateId }] }
    expect(await call("getUpdates", {})).toMatchObject(one)
    expect(await call("getUpdates", { offset: updateId })).toMatchObject(one)
    expect(double.isReceived(updateId)).toBe(false)
    expect(await call("getUpdates", { offset: updateId + 1 })).toEqual({ ok: true, result: [] })
    expect(double.isReceived(updateId)).toBe(true)
  })

  test("a second poller ends the first one's poll", async () => {
    const { double, call } = await givenChat()
    const first = call("getUpdates", { timeout: 30 })
    await double.waitForCalls("getUpdates", 1)
    await call("getUpdates", {})
    expect(await first).toMatchObject({ error_code: 409, description: /terminated by other/ })
  })

  test("polling and a webhook exclude each other", async () => {
    const { call } = await givenChat()
    await call("setWebhook", { url: "https://bot.example/webhooks/telegram/1" })
    expect(await call("getUpdates", {})).toMatchObject({ error_code: 409 })
    await call("deleteWebhook", {})
    expect(await call("getUpdates", {})).toEqual({ ok: true, result: [] })
  })

  test("a webhook is called with its secret, again until it answers 2xx, in the order of the chat", async () => {
    const answers = [500, 200, 200]
    const seen: unknown[] = []
    const last = Promise.withResolvers<void>()
    const { double, call, chat, an } = await givenChat({
      sleep: async () => {},
      webhookTarget: async ({ headers, body }) => {
        seen.push([headers["x-telegram-bot-api-secret-token"], JSON.parse(body).message.text])
        if (seen.length === 3) last.resolve()
        return { status: answers[seen.length - 1] ?? 200 }
      },
    })
    await call("setWebhook", { url: "https://bot.example/webhooks/telegram/1", secret_token: "s3cret" })
    double.says({ chat, from: an, text: "một" })
    double.says({ chat, from: an, text: "hai" })
    await last.promise
    expect(seen).toEqual([
      ["s3cret", "một"],
      ["s3cret", "một"],
      ["s3cret", "hai"],
    ])
  })

  test("privacy mode keeps back what is not for the bot", async () => {
    const { double, an } = await givenChat()
    const chat = double.group("Nhóm TNG")
    const seen = (text: string) => double.says({ chat, from: an, text }).updateId !== undefined
    expect(seen("trưa nay ăn gì")).toBe(false)
    expect(seen("/start@weather_bot")).toBe(false)
    expect(seen(`@${double.username} tiến độ`)).toBe(true)
    expect(seen("/tiendo")).toBe(true)
    double.setPrivacy(false)
    expect(seen("trưa nay ăn gì")).toBe(true)
  })
})

async function givenChat(options: DoubleOptions = {}) {
  const double = await createTelegramDouble(options)
  onTestFinished(() => double.close())
  const an = double.person("An")
  const call = (method: string, params: object) => post(double, double.token, method, params)
  return { double, an, chat: double.privateChat(an), call }
}

async function post(double: TelegramDouble, token: string, method: string, params: object): Promise<unknown> {
  const answer = await fetch(`${double.apiRoot}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  })
  return answer.json()
}
