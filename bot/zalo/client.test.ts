import { expect, onTestFinished, test } from "vitest"
import { dump } from "../channel-contract.ts"
import { createZaloClient } from "./client.ts"
import { createZaloDouble, type ZaloDoubleOptions } from "./double.ts"
import { type Fault, failed } from "./double-methods.ts"
import { deliveryError } from "./failure.ts"
import { handDeadlines } from "./testing.ts"

async function given(options: ZaloDoubleOptions & { readonly clientToken?: string } = {}) {
  const double = await createZaloDouble(options)
  onTestFinished(() => double.close())
  const deadlines = handDeadlines()
  const token = options.clientToken ?? double.token
  const client = createZaloClient({ token, apiRoot: double.apiRoot, deadline: deadlines.deadline })
  double.knows("an")
  return { double, client, deadlines, chat: double.chatId("an") }
}

const html: Fault = { status: 200, body: "<html>" }
const json = (status: number, body: object): Fault => ({ status, body })

test.each<[string, Fault, string]>([
  ["HTTP 400 and code 400", failed(400, "Bad Request"), "badRequest"],
  ["HTTP 200 and code 401", failed(401, "Unauthorized", 200), "unauthorized"],
  ["HTTP 500 and code 401", failed(401, "Unauthorized", 500), "unauthorized"],
  ["code 403", failed(403, "Internal Server Error"), "transient"],
  ["code 404", failed(404, "Not Found"), "notFound"],
  ["HTTP 200 and code 408", failed(408, "Request timeout", 200), "unknownOutcome"],
  ["HTTP 408 and HTML", { status: 408, body: "<html>" }, "unknownOutcome"],
  ["code 413", failed(413, "Too large"), "badRequest"],
  ["code 426", failed(426, "Daily limit"), "quota"],
  ["HTTP 200 and code 429", failed(429, "Quota exceeded", 200), "rateLimited"],
  ["code 500", failed(500, "Oops"), "transient"],
  ["HTTP 200 and code 502", failed(502, "Oops", 200), "transient"],
  ["HTTP 502 and HTML", { status: 502, body: "<html>502</html>" }, "transient"],
  ["HTTP 503 and nothing", { status: 503, body: "" }, "transient"],
  ["HTTP 504 and HTML", { status: 504, body: "<html>504</html>" }, "unknownOutcome"],
  ["HTTP 401 and HTML, from a proxy", { status: 401, body: "<html>" }, "transient"],
  ["HTTP 302 to elsewhere", { status: 302, body: "" }, "transient"],
  ["HTTP 200 and HTML", html, "unknownOutcome"],
  ["HTTP 200 and JSON of another form", json(200, []), "unknownOutcome"],
  ["HTTP 200, not ok, no code", json(200, { ok: false }), "unknownOutcome"],
  ["HTTP 400, not ok, code 0", json(400, { ok: false, error_code: 0 }), "badRequest"],
  ["HTTP 429 and a code of the wrong form", json(429, { ok: false, error_code: "x" }), "rateLimited"],
  ["HTTP 500 and ok true", json(500, { ok: true, result: { message_id: "ff" } }), "ok"],
  ["ok true and code 0", json(200, { ok: true, error_code: 0, result: { message_id: "ff" } }), "ok"],
  ["ok true and no result", json(200, { ok: true }), "ok"],
  ["an answer larger than a MiB", json(200, { ok: true, more: "x".repeat(1024 * 1024) }), "unknownOutcome"],
  ["a connection cut before the work", "cut_before", "unknownOutcome"],
  ["a connection cut after the work", "cut_after", "unknownOutcome"],
])("a send answered with %s is %s", async (_name, fault, kind) => {
  const { double, client, chat } = await given()
  double.fail("sendMessage", fault)
  expect(await client.sendMessage(chat, "chào")).toMatchObject({ kind })
})

test.each<[string, Fault, string]>([
  ["code 408 and HTTP 408", failed(408, "Request timeout"), "empty"],
  ["code 408 and HTTP 200", failed(408, "Request timeout", 200), "empty"],
  ["HTTP 408 and nothing else", { status: 408, body: "" }, "empty"],
  ["code 400", failed(400, "a webhook is set"), "badRequest"],
  ["HTTP 504 and HTML", { status: 504, body: "<html>" }, "transient"],
  ["HTTP 200 and HTML", html, "transient"],
  ["a cut connection", "cut_before", "transient"],
])("a poll answered with %s is %s", async (_name, fault, kind) => {
  const { double, client } = await given()
  double.fail("getUpdates", fault)
  expect(await client.getUpdates(30, new AbortController().signal)).toMatchObject({ kind })
})

test.each<[unknown, readonly unknown[]]>([
  [{ event_name: "x" }, [{ event_name: "x" }]],
  [
    [{ event_name: "x" }, { event_name: "y" }],
    [{ event_name: "x" }, { event_name: "y" }],
  ],
  [[], []],
  [null, []],
  [undefined, []],
])("a poll with the result %j gives %j", async (result, value) => {
  const { double, client } = await given()
  double.fail("getUpdates", json(200, { ok: true, result }))
  expect(await client.getUpdates(30, new AbortController().signal)).toEqual({ kind: "ok", value })
})

test("a time-out is an unknown outcome of a send and nothing bad for a question", async () => {
  const { double, client, deadlines, chat } = await given()
  double.fail("sendMessage", "hang")
  const sent = client.sendMessage(chat, "chào")
  await double.waitForHanging()
  deadlines.passAll()
  expect(await sent).toMatchObject({ kind: "unknownOutcome", reason: "no answer in time" })
  double.fail("getMe", "hang")
  const asked = client.getMe()
  await double.waitForHanging(2)
  deadlines.passAll()
  expect(await asked).toMatchObject({ kind: "transient" })
})

test("a name that does not resolve and a refused connection have surely not sent anything", async () => {
  const { double, client, chat } = await given()
  double.goAway()
  const refused = await client.sendMessage(chat, "chào")
  expect(refused).toMatchObject({ kind: "transient", reason: "no connection (ECONNREFUSED)" })
  const nowhere = createZaloClient({ token: "1:abc-xyz-abc", apiRoot: "http://zalo.invalid" })
  expect(await nowhere.sendMessage(chat, "chào")).toMatchObject({ kind: "transient" })
})

test("a redirect is not followed", async () => {
  const { double, client } = await given()
  double.fail("getMe", { status: 302, body: "", headers: { location: `${double.apiRoot}/elsewhere` } })
  expect(await client.getMe()).toMatchObject({ kind: "transient", code: 302 })
  expect(double.calls).toHaveLength(1)
})

test("webhooks: none is no failure, neither when asked for nor when deleted", async () => {
  const { client, double } = await given()
  expect(await client.getWebhookInfo()).toEqual({ kind: "ok", value: undefined })
  expect(await client.deleteWebhook()).toEqual({ kind: "ok", value: undefined })
  double.placeWebhook("https://other.example.vn/hook")
  expect(await client.getWebhookInfo()).toEqual({ kind: "ok", value: "https://other.example.vn/hook" })
  expect(await client.deleteWebhook()).toEqual({ kind: "ok", value: undefined })
  expect(double.webhook()).toBeUndefined()
  double.fail("getWebhookInfo", failed(404, "Not Found", 200))
  expect(await client.getWebhookInfo()).toEqual({ kind: "ok", value: undefined })
  double.fail("getWebhookInfo", json(200, { ok: true, result: { url: "" } }))
  expect(await client.getWebhookInfo()).toEqual({ kind: "ok", value: undefined })
})

test("setting a webhook tells whether the platform could reach it", async () => {
  const { client } = await given({ deliver: async () => ({ status: 200 }) })
  expect(await client.setWebhook("https://x.example.vn/hook", "12345678")).toMatchObject({
    kind: "ok",
    value: { verification: { ok: true, outcome: "webhook.ok" } },
  })
  expect(await client.setWebhook("http://x.example.vn/hook", "12345678")).toMatchObject({
    kind: "badRequest",
  })
  expect(await client.setWebhook("https://192.168.1.2/hook", "12345678")).toMatchObject({
    kind: "badRequest",
  })
  expect(await client.setWebhook("https://x.example.vn/hook", "short")).toMatchObject({ kind: "badRequest" })
})

test("a photo goes out by its address, with or without a caption", async () => {
  const { client, double, chat } = await given()
  expect(await client.sendPhoto(chat, "https://x.example.vn/a.png")).toMatchObject({ kind: "ok" })
  expect(await client.sendPhoto(chat, "https://x.example.vn/a.png", "Tuần 1")).toMatchObject({ kind: "ok" })
  expect(double.sent("an")).toEqual(["", "Tuần 1"])
})

test("a token that the platform echoes, plain or URL-encoded, is in no failure and no error", async () => {
  const { client, double, chat } = await given()
  const secret = double.token.slice(double.token.indexOf(":") + 1)
  const echo = `no such path /bot${double.token}/x, /bot${encodeURIComponent(double.token)}/x, ${secret}`
  double.fail("sendMessage", failed(400, echo))
  const result = await client.sendMessage(chat, "chào")
  if (result.kind === "ok") throw new Error("expected a failure")
  expect(dump(result)).toContain("no such path")
  expect(dump(result)).not.toContain(secret)
  expect(dump(deliveryError(result))).not.toContain(secret)
})

test.each([
  ["rateLimited", { code: "rate_limited", surelyNotSent: true, retryAfterMs: 60_000 }],
  ["quota", { code: "rate_limited", surelyNotSent: true, retryAfterMs: 3_600_000 }],
  ["unauthorized", { code: "unauthorized", surelyNotSent: true }],
  ["badRequest", { code: "rejected", surelyNotSent: true }],
  ["notFound", { code: "rejected", surelyNotSent: true }],
  ["transient", { code: "unreachable", surelyNotSent: true }],
  ["unknownOutcome", { code: "unreachable", surelyNotSent: false }],
] as const)("%s becomes a delivery error", (kind, error) => {
  expect(deliveryError({ kind, code: undefined, reason: "x" })).toMatchObject(error)
})
