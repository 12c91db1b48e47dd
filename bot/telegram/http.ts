import { createRequire } from "node:module"
import type { Readable } from "node:stream"
import type { Api, ApiClientOptions } from "grammy"
import type { Dispatcher, Pool as UndiciPool } from "undici"

/** The pool alone: through its front door undici loads fetch, caches and WebSockets too, as much as grammY again. */
const Pool = createRequire(import.meta.url)("undici/lib/dispatcher/pool.js") as typeof UndiciPool

/** What grammY passes to its `fetch`: always a POST, with JSON text or a multipart stream (grammy 1.46.0, core/payload.js). */
type GrammyRequest = {
  readonly headers: { readonly "content-type": string }
  readonly body: string | Readable
  readonly signal: AbortSignal
}

/** A signal as grammY's types want it: those of the package it polyfills it with, of which it uses one event. */
export function forGrammy(signal: AbortSignal): NonNullable<Parameters<Api["getMe"]>[0]> {
  return signal as unknown as NonNullable<Parameters<Api["getMe"]>[0]>
}

/** An answer that is no JSON: a proxy's page, a 502. `status` is the HTTP status. */
export class OddAnswer extends Error {
  readonly status: number

  constructor(status: number) {
    super(`HTTP ${status} with a body that is no JSON`)
    this.name = "OddAnswer"
    this.status = status
  }
}

/** `root` without a trailing slash, a default port or credentials; throws when it is no http(s) address. */
export function tidyRoot(root: string): string {
  const url = URL.canParse(root) ? new URL(root) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new Error(
      `TELEGRAM_API_ROOT is no http(s) address: expected something like "https://api.telegram.org".`,
    )
  }
  return url.origin + url.pathname.replace(/\/+$/, "")
}

/**
 * The part of `fetch` that grammY uses, on keep-alive connections of undici: a call costs a quarter to a third of the
 * CPU of grammY's own node-fetch. `root` must be tidied. Idle connections do not keep the process alive.
 */
export function pooledFetch(root: string): NonNullable<ApiClientOptions["fetch"]> {
  const origin = new URL(root).origin
  const pool = new Pool(origin, {
    // 30 messages a second at 1–2 s each from a slow line, plus the long poll.
    connections: 64,
    // HTTP/2 would put all sends on one connection, whose loss leaves all of them with an unknown outcome.
    allowH2: false,
    // A new TLS connection from Vietnam costs about half a second; nginx keeps idle ones for 75 s.
    keepAliveTimeout: 30_000,
    // grammY's own timer ends a call.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  async function fetch(url: string, init: GrammyRequest): Promise<{ json(): Promise<unknown> }> {
    const { status, text } = await exchange(pool, url.slice(origin.length), init)
    return { json: async () => parsed(text, status) }
  }
  // grammY's option has node-fetch's type, of which it uses only this much (grammy 1.46.0, core/client.js).
  return fetch as unknown as NonNullable<ApiClientOptions["fetch"]>
}

/**
 * One POST through undici's lowest door: `Pool.request` wraps each answer in a stream, which costs a third more CPU for
 * answers of half a kilobyte.
 */
function exchange(
  pool: UndiciPool,
  path: string,
  { headers, body, signal }: GrammyRequest,
): Promise<{ readonly status: number; readonly text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>()
  const chunks: Buffer[] = []
  let status = 0
  let controller: Dispatcher.DispatchController | undefined
  const abort = () => {
    const reason = new Error("aborted")
    // Without a controller the call still waits for a connection; `onRequestStart` ends it.
    controller?.abort(reason)
    reject(reason)
  }
  signal.addEventListener("abort", abort)
  const request = {
    path,
    method: "POST",
    headers: { "content-type": headers["content-type"] },
    body,
  } as const
  pool.dispatch(request, {
    onRequestStart(started) {
      controller = started
      if (signal.aborted) started.abort(new Error("aborted"))
    },
    onResponseStart(_, statusCode) {
      status = statusCode
    },
    onResponseData(_, chunk) {
      chunks.push(chunk)
    },
    onResponseEnd() {
      resolve({ status, text: Buffer.concat(chunks).toString("utf8") })
    },
    onResponseError(_, error) {
      reject(error)
    },
  })
  return promise.finally(() => signal.removeEventListener("abort", abort))
}

function parsed(text: string, status: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not the parser's own error: it quotes the body, which may repeat the address with the token.
    throw new OddAnswer(status)
  }
}
