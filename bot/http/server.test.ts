import { once } from "node:events"
import { readFileSync } from "node:fs"
import { connect } from "node:net"
import { Readable } from "node:stream"
import { describe, expect, test } from "vitest"
import type { WebhookRequest } from "../../core/channel.ts"
import { createWording } from "../../core/messages/wording.ts"
import { createWebhook } from "../telegram/webhook.ts"
import { quietParts } from "../web/testing.ts"
import { BODY_LIMIT_BYTES, createHttpServer, type HttpParts } from "./server.ts"

function aServer(parts: Partial<HttpParts> = {}, errors: object[] = []) {
  return createHttpServer({ ...quietParts(errors), ...parts })
}

/** A server with one webhook that remembers what it was given. */
function aWebhook(answer = { status: 200, text: "ok" }) {
  const requests: WebhookRequest[] = []
  const webhooks = new Map([
    [
      "telegram/123",
      async (request: WebhookRequest) => {
        requests.push(request)
        return answer
      },
    ],
  ])
  return { app: aServer({ webhooks }), requests }
}

const JSON_TYPE = { "content-type": "application/json" }

describe("health", () => {
  test("the process is alive", async () => {
    const answer = await aServer().inject("/healthz")
    expect([answer.statusCode, answer.body]).toEqual([200, "ok"])
  })

  test("ready says so of each part", async () => {
    const answer = await aServer().inject("/readyz")
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ ready: true, parts: { database: { ok: true } } })
  })

  test("one part that is down makes 503 and tells which", async () => {
    const parts = { database: { ok: true }, queue: { ok: false, detail: "no worker" } }
    const answer = await aServer({ readiness: async () => ({ ready: false, parts }) }).inject("/readyz")
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toEqual({ ready: false, parts })
  })

  test("metrics are Prometheus text", async () => {
    const answer = await aServer().inject("/metrics")
    expect(answer.headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8")
    expect(answer.body).toContain("up 1")
  })
})

describe("the end", () => {
  test("waits for what is asked already, and for nobody who only holds a line", async () => {
    const asked = Promise.withResolvers<void>()
    const ready = Promise.withResolvers<void>()
    const app = aServer({
      readiness: async () => {
        asked.resolve()
        await ready.promise
        return { ready: true, parts: {} }
      },
    })
    const address = await app.listen({ host: "127.0.0.1", port: 0 })
    const { port, hostname } = new URL(address)
    const silent = connect(Number(port), hostname)
    const half = connect(Number(port), hostname)
    await Promise.all([once(silent, "connect"), once(half, "connect")])
    half.write("GET /healthz HTTP/1.1\r\n")
    const answer = fetch(`${address}/readyz`)
    await asked.promise
    const closed = app.close()
    ready.resolve()
    expect(await (await answer).json()).toEqual({ ready: true, parts: {} })
    await closed
  })
})

describe("webhooks", () => {
  test("the handler gets the raw body and the headers, and its answer goes out", async () => {
    const { app, requests } = aWebhook({ status: 401, text: "sai mã" })
    const body = '{"update_id": 1,  "text":"đăng ký"}'
    const answer = await app.inject({
      method: "POST",
      url: "/webhooks/telegram/123",
      headers: { ...JSON_TYPE, "x-telegram-bot-api-secret-token": "s3cret" },
      body,
    })
    expect([answer.statusCode, answer.body]).toEqual([401, "sai mã"])
    expect(requests[0]?.body).toBe(body)
    expect(requests[0]?.headers["x-telegram-bot-api-secret-token"]).toBe("s3cret")
  })

  test("a bot that is not ours is 404", async () => {
    const { app, requests } = aWebhook()
    const answer = await app.inject({
      method: "POST",
      url: "/webhooks/telegram/124",
      headers: JSON_TYPE,
      body: "{}",
    })
    expect(answer.statusCode).toBe(404)
    expect(requests).toEqual([])
  })

  test("a body that does not claim to be JSON is 415", async () => {
    const { app, requests } = aWebhook()
    for (const type of ["text/plain", "application/x-www-form-urlencoded", undefined]) {
      const headers = type === undefined ? {} : { "content-type": type }
      const answer = await app.inject({ method: "POST", url: "/webhooks/telegram/123", headers, body: "a=1" })
      expect([answer.statusCode, answer.body]).toEqual([415, "Chỉ nhận application/json."])
    }
    expect(requests).toEqual([])
  })

  test("a charset beside the type does not matter", async () => {
    const { app } = aWebhook()
    const headers = { "content-type": "Application/JSON; charset=utf-8" }
    const answer = await app.inject({ method: "POST", url: "/webhooks/telegram/123", headers, body: "{}" })
    expect(answer.statusCode).toBe(200)
  })

  test("a ping without body and content type is passed on", async () => {
    const { app, requests } = aWebhook()
    const answer = await app.inject({ method: "POST", url: "/webhooks/telegram/123" })
    expect(answer.statusCode).toBe(200)
    expect(requests[0]?.body).toBe("")
  })

  test("a body over the limit is 413, one exactly as long is not", async () => {
    const { app } = aWebhook()
    const post = (length: number) =>
      app.inject({
        method: "POST",
        url: "/webhooks/telegram/123",
        headers: JSON_TYPE,
        body: "x".repeat(length),
      })
    expect((await post(BODY_LIMIT_BYTES)).statusCode).toBe(200)
    const refused = await post(BODY_LIMIT_BYTES + 1)
    expect([refused.statusCode, refused.body]).toEqual([413, "Nội dung dài quá 256 KB."])
  })

  test("a body over the limit is 413 too when nobody said how long it is", async () => {
    const { app, requests } = aWebhook()
    const endless = Readable.from(
      (function* () {
        for (let sent = 0; sent <= BODY_LIMIT_BYTES; sent += 1024) yield Buffer.alloc(1024, "x")
      })(),
    )
    const answer = await app.inject({
      method: "POST",
      url: "/webhooks/telegram/123",
      headers: JSON_TYPE,
      payload: endless,
    })
    expect(answer.statusCode).toBe(413)
    expect(requests).toEqual([])
  })

  test("only the whole secret opens Telegram's webhook, whatever the length of a wrong one", async () => {
    const secret = "a-secret-of-32-characters-0123456"
    const received: unknown[] = []
    const handle = createWebhook(
      secret,
      quietParts().log,
      (text) => text,
      async (raws) => void received.push(...raws),
    )
    const app = aServer({ webhooks: new Map([["telegram/123", handle]]) })
    const post = async (given: string | undefined) => {
      const headers = given === undefined ? {} : { "x-telegram-bot-api-secret-token": given }
      const url = "/webhooks/telegram/123"
      const body = '{"update_id":1}'
      const answer = await app.inject({ method: "POST", url, headers: { ...JSON_TYPE, ...headers }, body })
      expect(answer.body).not.toContain(secret)
      return answer.statusCode
    }
    const wrong = [
      undefined,
      "",
      "x",
      secret.slice(0, -1),
      `${secret}x`,
      secret.toUpperCase(),
      "ế".repeat(200),
    ]
    for (const given of wrong) expect(await post(given), given).toBe(401)
    expect(received).toEqual([])
    expect(await post(secret)).toBe(200)
    expect(received).toEqual([{ update_id: 1 }])
  })

  test("other methods find nothing at a webhook's address", async () => {
    const { app, requests } = aWebhook()
    for (const method of ["GET", "PUT", "DELETE"] as const) {
      const answer = await app.inject({ method, url: "/webhooks/telegram/123", headers: JSON_TYPE })
      expect(answer.statusCode, method).toBe(404)
    }
    expect(requests).toEqual([])
  })

  test("a store that hangs is 503 too", async () => {
    const webhooks = new Map([["telegram/123", async () => await new Promise<never>(() => {})]])
    const errors: object[] = []
    const answer = await aServer({ webhooks, webhookWithinMs: 1 }, errors).inject({
      method: "POST",
      url: "/webhooks/telegram/123",
      headers: JSON_TYPE,
      body: "{}",
    })
    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "5"])
    expect(errors).toHaveLength(1)
  })

  test("a store that is down is 503 in one line, and the log has the reason without the address", async () => {
    const errors: object[] = []
    const webhooks = new Map([["zalo/1", () => Promise.reject(new Error("connect ECONNREFUSED"))]])
    const app = aServer({ webhooks }, errors)
    const answer = await app.inject({
      method: "POST",
      url: "/webhooks/zalo/1?token=t0ken",
      headers: JSON_TYPE,
      body: "{}",
    })
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toMatch(/^[^\n]*tạm thời[^\n]*$/)
    expect(answer.body).not.toContain("ECONNREFUSED")
    expect(errors).toMatchObject([
      { err: { message: "connect ECONNREFUSED" }, route: "/webhooks/:channel/:bot" },
    ])
    expect(JSON.stringify(errors)).not.toContain("t0ken")
  })
})

describe("every answer", () => {
  test("carries the security headers and no banner, errors too", async () => {
    for (const url of ["/", "/healthz", "/nowhere", "/%zz", "/webhooks/a/b"]) {
      const { headers } = await aServer().inject(url)
      expect(headers["content-security-policy"]).toContain("default-src 'self'")
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'")
      expect(headers["x-content-type-options"]).toBe("nosniff")
      expect(headers["referrer-policy"]).toBe("no-referrer")
      expect(headers["cross-origin-opener-policy"]).toBe("same-origin")
      expect(headers["permissions-policy"]).toContain("camera=()")
      expect(headers["server"] ?? headers["x-powered-by"]).toBeUndefined()
    }
  })

  test("is one line for an address that does not exist or cannot be read", async () => {
    expect((await aServer().inject("/nowhere")).body).toBe("Không có địa chỉ này.")
    const broken = await aServer().inject("/%zz")
    expect([broken.statusCode, broken.body]).toEqual([400, "Yêu cầu không hợp lệ."])
  })

  test("is in English in an English house", async () => {
    const english = readFileSync(new URL("../../core/messages/en.ftl", import.meta.url), "utf8")
    const down = new Map([["zalo/1", () => Promise.reject(new Error("down"))]])
    const app = aServer({ words: createWording(english, "en"), webhooks: down })
    const post = (headers: Record<string, string>, body = "{}") =>
      app.inject({ method: "POST", url: "/webhooks/zalo/1", headers, body })
    const answers = [
      await app.inject("/"),
      await app.inject("/nowhere"),
      await app.inject("/%zz"),
      await post({ "content-type": "text/plain" }),
      await post(JSON_TYPE, "x".repeat(BODY_LIMIT_BYTES + 1)),
      await post(JSON_TYPE),
    ]
    expect(answers.map(({ body }) => body)).toEqual([
      "Trợ lý Sáng kiến is running; the group chat on the web is off.",
      "There is nothing at this address.",
      "This request cannot be read.",
      "Only application/json is taken.",
      "This is longer than 256 KB.",
      "The server cannot take it at the moment, please try again in a few minutes.",
    ])
  })
})

test("with the web chat off, / says so and the API is not there", async () => {
  const app = aServer()
  const front = await app.inject("/")
  expect([front.statusCode, front.body.split("\n").length]).toEqual([200, 1])
  expect(front.body).toContain("đang tắt")
  for (const url of ["/api/chat/people", "/api/chat/stream?person=an", "/chat.js", "/index.html"]) {
    expect((await app.inject(url)).statusCode, url).toBe(404)
  }
  expect((await app.inject({ method: "POST", url: "/api/chat/messages" })).statusCode).toBe(404)
})
