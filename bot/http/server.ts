import type { ServerResponse } from "node:http"
import {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
} from "fastify"
import type { WebhookAnswer, WebhookRequest } from "../../core/channel.ts"
import type { Log } from "../../core/log.ts"
import type { Wording } from "../../core/messages/wording.ts"
import type { Phrase } from "../../core/outbox.ts"
import { answeredWithin } from "../within.ts"

/** The state of every part the bot cannot work without; `ready` only when all of them are well. */
export type Readiness = {
  readonly ready: boolean
  readonly parts: Readonly<Record<string, { readonly ok: boolean; readonly detail?: string }>>
}

/** What the rest of the house answers through HTTP. */
export type HttpParts = {
  readonly log: Log
  /** What the house answers people who ask for what is not there. */
  readonly words: Pick<Wording, "say">
  readonly readiness: () => Promise<Readiness>
  /** Prometheus text, format 0.0.4. */
  readonly metrics: () => Promise<string>
  /** By the address behind `/webhooks/`: "telegram/8112233". Read at every request, so it may be filled later. */
  readonly webhooks: ReadonlyMap<string, (request: WebhookRequest) => Promise<WebhookAnswer>>
  /** Replaces `WEBHOOK_WITHIN_MS`. */
  readonly webhookWithinMs?: number
  /** Adds the routes of the web chat; absent when the web chat is off. */
  readonly webChat?: (app: FastifyInstance) => void | Promise<void>
}

/** The largest body any address takes. Telegram's and Zalo's updates stay far below. */
export const BODY_LIMIT_BYTES = 256 * 1024

/**
 * A store that hangs is one that is down: the platform repeats the update, and its key drops it if it was stored after all. Zalo's
 * patience is 5 seconds by what is known of it (2026-10), Telegram's is longer.
 */
const WEBHOOK_WITHIN_MS = 4_500

/** The time a client has to send its whole request; an answer may take longer (the event stream does). */
const REQUEST_TIMEOUT_MS = 30_000

const HEADERS = {
  // `default-src 'self'` does not cover the directives behind it.
  "content-security-policy":
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "cache-control": "no-store",
} as const

/**
 * Builds the HTTP server; the caller listens and closes. Bodies reach handlers as the raw string, so that a handler
 * decides what JSON it accepts. Every error is one line in the house's language: 4xx says why, anything thrown becomes 503 so
 * that a platform repeats its update.
 */
export function createHttpServer(parts: HttpParts): FastifyInstance {
  const app = fastify({
    logger: false,
    trustProxy: false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    schemaController: {
      compilersFactory: { buildValidator: withoutSchemas, buildSerializer: withoutSchemas },
    },
    // Requests that never reach a route (a broken URL) skip hooks and error handler, but not this.
    frameworkErrors: (error, request, reply) => {
      reply.headers(HEADERS)
      answerError(parts, error, request, reply)
    },
  })

  app.removeAllContentTypeParsers()
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body))
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(HEADERS)
    done()
  })
  app.setErrorHandler<FastifyError>((error, request, reply) => answerError(parts, error, request, reply))
  app.setNotFoundHandler((_request, reply) => say(reply, 404, parts.words.say({ key: "http-unknown" })))

  closeWithoutDelay(app)
  addHealthRoutes(app, parts)
  addWebhookRoute(app, parts)
  const { webChat } = parts
  // Its own scope, so that its host guard does not shut out a platform or a probe.
  if (webChat) app.register(async (scope) => webChat(scope))
  else app.get("/", (_request, reply) => say(reply, 200, parts.words.say({ key: "http-no-chat" })))
  return app
}

/** A request in hand may end; whoever takes longer to ask or to listen is cut off. */
const IN_HAND_MS = 5_000
const LOOK_EVERY_MS = 50

/**
 * Lets the server close as soon as no request is in hand. Node itself waits for a line on which nothing was ever asked, as
 * browsers open them in advance, or only half a request, for more than a minute.
 */
function closeWithoutDelay(app: FastifyInstance): void {
  const { server } = app
  const inHand = new Set<ServerResponse>()
  server.on("request", (_request, response) => {
    inHand.add(response)
    response.once("close", () => inHand.delete(response))
  })
  app.addHook("preClose", async () => {
    if (!server.listening) return
    const looking = setInterval(() => {
      if (inHand.size === 0) server.closeAllConnections()
    }, LOOK_EVERY_MS)
    const cutting = setTimeout(() => server.closeAllConnections(), IN_HAND_MS)
    server.once("close", () => {
      clearInterval(looking)
      clearTimeout(cutting)
    })
  })
}

/** No route has a schema, zod reads what comes in: fastify's own compilers are a large part of its loading. */
function withoutSchemas(): never {
  throw new Error("A route has a schema. Read its body with zod instead.")
}

function addHealthRoutes(app: FastifyInstance, parts: HttpParts): void {
  app.get("/healthz", (_request, reply) => say(reply, 200, "ok"))
  app.get("/readyz", async (_request, reply) => {
    const readiness = await parts.readiness()
    return reply.code(readiness.ready ? 200 : 503).send(readiness)
  })
  app.get("/metrics", async (_request, reply) =>
    reply.type("text/plain; version=0.0.4; charset=utf-8").send(await parts.metrics()),
  )
}

function addWebhookRoute(app: FastifyInstance, parts: HttpParts): void {
  app.post<{ Params: { channel: string; bot: string } }>(
    "/webhooks/:channel/:bot",
    async (request, reply) => {
      const handle = parts.webhooks.get(`${request.params.channel}/${request.params.bot}`)
      if (!handle) return say(reply, 404, parts.words.say({ key: "http-unknown" }))
      const body = bodyOf(request)
      // Zalo's verification ping has neither a body nor a content type, and must get through.
      if (body !== "" && !isJson(request)) return say(reply, 415, parts.words.say({ key: "http-json" }))
      // Of a header that comes twice Node makes one line; only "set-cookie" stays a list, and no handler reads that.
      const headers = request.headers as Record<string, string | undefined>
      const answer = await answeredWithin(
        parts.webhookWithinMs ?? WEBHOOK_WITHIN_MS,
        handle({ headers, body }),
      )
      return say(reply, answer.status, answer.text)
    },
  )
}

/** The raw body; empty when there was none. */
export function bodyOf(request: FastifyRequest): string {
  return typeof request.body === "string" ? request.body : ""
}

/** Whether the body claims to be JSON; parameters such as the charset do not matter. */
export function isJson(request: FastifyRequest): boolean {
  return request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() === "application/json"
}

/** Answers one line of plain text. */
export function say(reply: FastifyReply, status: number, line: string): FastifyReply {
  return reply.code(status).type("text/plain; charset=utf-8").send(line)
}

function answerError(
  { log, words }: HttpParts,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500) {
    say(reply, status, words.say(reasonOf(status, request.routeOptions?.bodyLimit)))
    return
  }
  // The route and not the address: an address may carry what must not be in a log.
  log.error({ err: error, method: request.method, route: request.routeOptions.url }, "HTTP request failed")
  reply.header("retry-after", "5")
  say(reply, 503, words.say({ key: "http-busy" }))
}

function reasonOf(status: number, mostBytes = BODY_LIMIT_BYTES): Phrase {
  if (status === 413) return { key: "http-too-long", args: { most: sizeOf(mostBytes) } }
  if (status === 414) return { key: "http-address-too-long" }
  if (status === 415) return { key: "http-json" }
  return { key: "http-invalid" }
}

function sizeOf(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${kilobytes} KB` : `${kilobytes / 1024} MB`
}
