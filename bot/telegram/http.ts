import { createRequire } from "node:module"
import { Readable } from "node:stream"
import type { ReadableStream } from "node:stream/web"
import { type Api, type ApiClientOptions, HttpError, type Transformer } from "grammy/web"
import type { Dispatcher, Pool as UndiciPool } from "undici"

/** The pool alone: through its front door undici loads fetch, caches and WebSockets too, as much as grammY again. */
const Pool = createRequire(import.meta.url)("undici/lib/dispatcher/pool.js") as typeof UndiciPool

/** What grammY passes to its `fetch`: always a POST, with JSON text or a multipart stream (grammy 1.46.0, core/payload.js). */
type GrammyRequest = {
  readonly headers: { readonly "content-type": string }
  readonly body: string | ReadableStream
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

/** How calls leave for one Bot API server. */
export type Connections = {
  /** The part of `fetch` that grammY uses: a call costs a quarter to a third of the CPU of node-fetch, less still of Node's own. */
  readonly fetch: NonNullable<ApiClientOptions["fetch"]>
  /**
   * Messages, which are nearly all calls, past grammY's client: it makes an AbortController and four promises for each.
   * Throws as it does.
   */
  straight(token: string, timeoutSeconds: number): Transformer
}

/** Keep-alive connections of undici. `root` must be tidied. Idle connections do not keep the process alive. */
export function connectionsTo(root: string): Connections {
  const { origin, pathname } = new URL(root)
  const pool = new Pool(origin, {
    // 30 messages a second at 1–2 s each from a slow line, plus the long poll.
    connections: 64,
    // HTTP/2 would put all sends on one connection, whose loss leaves all of them with an unknown outcome.
    allowH2: false,
    // A new TLS connection from Vietnam costs about half a second; nginx keeps idle ones for 75 s.
    keepAliveTimeout: 30_000,
    // Timers of grammY's and ours end a call.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  async function fetch(url: string, init: GrammyRequest): Promise<{ json(): Promise<unknown> }> {
    const path = url.slice(origin.length)
    const { headers } = init
    const body = typeof init.body === "string" ? init.body : Readable.fromWeb(init.body)
    const { status, text } = await exchange(pool, path, { headers, body }, (end) => {
      const abort = () => end(new Error("aborted"))
      if (init.signal.aborted) abort()
      init.signal.addEventListener("abort", abort)
      return () => init.signal.removeEventListener("abort", abort)
    })
    return { json: async () => parsed(text, status) }
  }
  return {
    // grammY's option has node-fetch's type, of which it uses only this much (grammy 1.46.0, core/client.js).
    fetch: fetch as unknown as NonNullable<ApiClientOptions["fetch"]>,
    straight: (token, timeoutSeconds) => async (previous, method, payload, signal) => {
      if (method !== "sendMessage" || signal !== undefined) return await previous(method, payload, signal)
      const path = `${pathname.replace(/\/$/, "")}/bot${token}/${method}`
      try {
        const { status, text } = await exchange(
          pool,
          path,
          { headers: { "content-type": "application/json" }, body: JSON.stringify(payload) },
          (end) => {
            const late = () =>
              end(new Error(`Request to '${method}' timed out after ${timeoutSeconds} seconds`))
            const timer = setTimeout(late, timeoutSeconds * 1000)
            return () => clearTimeout(timer)
          },
        )
        return parsed(text, status) as Awaited<ReturnType<typeof previous>>
      } catch (error) {
        throw new HttpError(`Network request for '${method}' failed!`, error)
      }
    },
  }
}

/**
 * One POST through undici's lowest door: `Pool.request` wraps each answer in a stream, which costs a third more CPU for
 * answers of half a kilobyte. `untilEnded` is told how to end the call, and answers how to be rid of whatever might.
 */
function exchange(
  pool: UndiciPool,
  path: string,
  { headers, body }: Pick<GrammyRequest, "headers"> & { readonly body: string | Readable },
  untilEnded: (end: (reason: Error) => void) => () => void,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let status = 0
    let controller: Dispatcher.DispatchController | undefined
    let ended: Error | undefined
    const release = untilEnded((reason) => {
      ended = reason
      // Without a controller the call still waits for a connection; `onRequestStart` ends it.
      controller?.abort(reason)
      reject(reason)
    })
    const request = {
      path,
      method: "POST",
      headers: { "content-type": headers["content-type"] },
      body,
    } as const
    pool.dispatch(request, {
      onRequestStart(started) {
        controller = started
        if (ended !== undefined) started.abort(ended)
      },
      onResponseStart(_, statusCode) {
        status = statusCode
      },
      onResponseData(_, chunk) {
        chunks.push(chunk)
      },
      onResponseEnd() {
        release()
        const [only] = chunks
        const bytes = only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks)
        resolve({ status, text: bytes.toString("utf8") })
      },
      onResponseError(_, error) {
        release()
        reject(error)
      },
    })
  })
}

function parsed(text: string, status: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not the parser's own error: it quotes the body, which may repeat the address with the token.
    throw new OddAnswer(status)
  }
}
