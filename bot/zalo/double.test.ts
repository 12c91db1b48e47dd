import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, onTestFinished, test } from "vitest"
import { createZaloDouble, type ZaloDouble, type ZaloDoubleOptions } from "./double.ts"

async function given(options: ZaloDoubleOptions = {}): Promise<ZaloDouble> {
  const double = await createZaloDouble(options)
  onTestFinished(() => double.close())
  return double
}

async function call(double: ZaloDouble, path: string, body: unknown = {}, init: RequestInit = {}) {
  const posted: RequestInit = { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) }
  const answer = await fetch(`${double.apiRoot}${path}`, { ...posted, ...init })
  return { status: answer.status, body: await answer.json() }
}

const bot = (double: ZaloDouble, method: string) => `/bot${double.token}/${method}`

test("method names are case-sensitive, and only documented parameters are taken", async () => {
  const double = await given()
  double.knows("an")
  const chat_id = double.chatId("an")
  expect(await call(double, bot(double, "getme"))).toMatchObject({ status: 404 })
  expect(await call(double, bot(double, "editMessage"))).toMatchObject({ status: 404 })
  const send = (body: unknown) => call(double, bot(double, "sendMessage"), body)
  for (const wrong of [
    { chat_id, text: "" },
    { chat_id, text: "a".repeat(2001) },
    { chat_id, text: "a", reply_to_message_id: "1" },
    { chat_id: 12, text: "a" },
    { chat_id: "unknown", text: "a" },
    "not json",
  ]) {
    expect(await send(wrong)).toMatchObject({ status: 400, body: { ok: false, error_code: 400 } })
  }
  expect(await send({ chat_id, text: "a".repeat(2000) })).toMatchObject({ status: 200, body: { ok: true } })
})

test("a wrong token is answered with HTTP 200 and code 401", async () => {
  const double = await given()
  expect(await call(double, "/bot1:wrong/getMe")).toMatchObject({
    status: 200,
    body: { ok: false, error_code: 401 },
  })
})

test("two pollers steal from each other, and what was read is gone", async () => {
  const double = await given()
  const first = call(double, bot(double, "getUpdates"), { timeout: 30 })
  await double.waitForPolls(1)
  const second = call(double, bot(double, "getUpdates"), { timeout: "30" })
  await double.waitForPolls(2)
  double.says({ from: "an", text: "một" })
  double.says({ from: "an", text: "hai" })
  expect(await first).toMatchObject({ body: { result: { message: { text: "một" } } } })
  expect(await second).toMatchObject({ body: { result: { message: { text: "hai" } } } })
  expect(await call(double, bot(double, "getUpdates"), { timeout: 0 })).toMatchObject({
    status: 408,
    body: { ok: false, error_code: 408 },
  })
})

test("in groups only mentions and replies are delivered", async () => {
  const double = await given()
  const inGroup = { from: "an", chat: "tng", group: true }
  double.says({ ...inGroup, text: "trưa nay ăn gì" })
  double.says({ ...inGroup, text: "tiến độ", replyToBot: true })
  double.says({ ...inGroup, text: `@${double.me.display_name} chào` })
  const next = () => call(double, bot(double, "getUpdates"), { timeout: 0 })
  expect(await next()).toMatchObject({ body: { result: { message: { text: "tiến độ" } } } })
  expect(await next()).toMatchObject({
    body: { result: { message: { text: expect.stringContaining("chào") } } },
  })
  expect(await next()).toMatchObject({ status: 408 })
})

test("waitForSent resolves when the message comes", async () => {
  const double = await given()
  double.knows("an")
  const waited = double.waitForSent("an", (text) => text.includes("chào"))
  await call(double, bot(double, "sendMessage"), { chat_id: double.chatId("an"), text: "chào anh" })
  expect(await waited).toEqual(["chào anh"])
})

test("with allowLocal a webhook on this machine is pinged without the secret, then gets events with it", async () => {
  const double = await given({ allowLocal: true })
  const secrets: (string | string[] | undefined)[] = []
  const server = createServer((request, response) => {
    secrets.push(request.headers["x-bot-api-secret-token"])
    response.end("ok")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/zalo/1`
  await call(double, bot(double, "setWebhook"), { url, secret_token: "12345678" })
  expect(await double.waitForDelivery(double.says({ from: "an", text: "chào" }))).toBe(200)
  expect(secrets).toEqual([undefined, "12345678"])
})
