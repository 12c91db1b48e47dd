import { GrammyError, HttpError } from "grammy/web"
import { describe, expect, test } from "vitest"
import { DeliveryError } from "../../core/channel.ts"
import { toDeliveryError } from "./errors.ts"
import { OddAnswer } from "./http.ts"
import { redactor } from "./redact.ts"

const token = "8112233445:AAEdoubleTokenOfTheUsualFormXyz0123"
const hide = redactor(token)

describe("what Telegram answered", () => {
  test.each([
    [400, "Bad Request: chat not found", "chat_gone"],
    [400, "Bad Request: group chat was deactivated", "chat_gone"],
    [400, "Bad Request: PEER_ID_INVALID", "chat_gone"],
    [400, "Bad Request: message is too long", "rejected"],
    [400, "Bad Request: not enough rights to send text messages to the chat", "rejected"],
    [401, "Unauthorized", "unauthorized"],
    [404, "Not Found", "unauthorized"],
    [403, "Forbidden: bot was blocked by the user", "chat_gone"],
    [403, "Forbidden: bot was kicked from the supergroup chat", "chat_gone"],
    [413, "Request Entity Too Large", "rejected"],
  ] as const)("%i %s is %s and surely not sent", (code, description, expected) => {
    expect(toDeliveryError(answered(code, description), hide)).toMatchObject({
      code: expected,
      surelyNotSent: true,
    })
  })

  test("429 says in milliseconds when to try again", () => {
    const error = answered(429, "Too Many Requests: retry after 37", { retry_after: 37 })
    expect(toDeliveryError(error, hide)).toMatchObject({
      code: "rate_limited",
      retryAfterMs: 37_000,
      surelyNotSent: true,
    })
  })

  test("429 without a time waits five seconds", () => {
    expect(toDeliveryError(answered(429, "Too Many Requests"), hide)).toMatchObject({ retryAfterMs: 5_000 })
  })

  test.each([
    [1e10, 86_400_000],
    [1e300, 86_400_000],
    [-5, 5_000],
    [0, 5_000],
    [null, 5_000],
    ["soon", 5_000],
    ["7", 7_000],
  ])("429 with %j for a time waits a sensible while", (retryAfter, waitMs) => {
    const error = answered(429, "Too Many Requests", { retry_after: retryAfter as number })
    expect(toDeliveryError(error, hide)).toMatchObject({ retryAfterMs: waitMs })
  })

  test("a group that became a supergroup tells where to", () => {
    const description = "Bad Request: group chat was upgraded to a supergroup chat"
    const error = answered(400, description, { migrate_to_chat_id: -1000000000777 })
    expect(toDeliveryError(error, hide)).toMatchObject({
      code: "chat_moved",
      movedTo: "telegram:-1000000000777",
      surelyNotSent: true,
    })
  })

  test("after a 5xx the message may have arrived", () => {
    expect(toDeliveryError(answered(500, "Internal Server Error"), hide)).toMatchObject({
      code: "unreachable",
      surelyNotSent: false,
    })
  })
})

describe("what the network did", () => {
  test.each([
    [
      "a refused connection",
      failure("connect ECONNREFUSED", { code: "ECONNREFUSED", syscall: "connect" }),
      true,
    ],
    [
      "an unknown host",
      failure("getaddrinfo ENOTFOUND", { code: "ENOTFOUND", syscall: "getaddrinfo" }),
      true,
    ],
    ["no connection in time", failure("Connect Timeout", { code: "UND_ERR_CONNECT_TIMEOUT" }), true],
    ["connect timing out in the kernel", failure("x", { code: "ETIMEDOUT", syscall: "connect" }), true],
    [
      "all addresses refused",
      new AggregateError([
        failure("a", { code: "ECONNREFUSED", syscall: "connect" }),
        failure("b", { code: "ENETUNREACH", syscall: "connect" }),
      ]),
      true,
    ],
    ["a broken connection", failure("other side closed", { code: "UND_ERR_SOCKET" }), false],
    ["a reset while reading", failure("read ECONNRESET", { code: "ECONNRESET", syscall: "read" }), false],
    ["grammY's time-out", new Error("Request to 'sendMessage' timed out after 30 seconds"), false],
    ["a page of HTML", new OddAnswer(502), false],
  ])("%s: surely not sent is %s", (_, cause, surelyNotSent) => {
    const error = new HttpError("Network request for 'sendMessage' failed!", cause)
    expect(toDeliveryError(error, hide)).toMatchObject({ code: "unreachable", surelyNotSent })
  })

  test("a 429 that is no JSON is a rate limit", () => {
    const error = new HttpError("failed", new OddAnswer(429))
    expect(toDeliveryError(error, hide)).toMatchObject({ code: "rate_limited", retryAfterMs: 5_000 })
  })
})

test("no token is left in the words, whatever was thrown", () => {
  for (const thrown of [new Error(`GET /bot${token}/x`), `bot${token}`, answered(400, `/bot${token}/`)]) {
    const error = toDeliveryError(thrown, hide)
    expect(error.message).toContain("<token>")
    expect(error.message).not.toContain("AAEdouble")
  }
})

test("a DeliveryError passes unchanged", () => {
  const error = new DeliveryError("rejected", "x", { surelyNotSent: true })
  expect(toDeliveryError(error, hide)).toBe(error)
})

function answered(error_code: number, description: string, parameters = {}): GrammyError {
  const body = { ok: false, error_code, description, parameters } as const
  return new GrammyError("Call to 'sendMessage' failed!", body, "sendMessage", {})
}

function failure(message: string, fields: object): Error {
  return Object.assign(new Error(message), fields)
}
