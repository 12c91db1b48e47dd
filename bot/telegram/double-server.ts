import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { type Params, readParams } from "./double-body.ts"
import { type Answer, refusal } from "./double-methods.ts"

/** How the next calls of a method go wrong. */
export type Fault =
  /** This status and body, nothing done; an object body is sent as JSON. */
  | { readonly kind: "answer"; readonly status: number; readonly body: unknown }
  | { readonly kind: "rate_limited"; readonly retryAfterSeconds: number }
  /** A 502 page of HTML, nothing done. */
  | { readonly kind: "server_error" }
  /** No answer at all, nothing done. */
  | { readonly kind: "hang" }
  /** Done, but the connection breaks before the answer. */
  | { readonly kind: "drop" }

/** The double's door: HTTP on 127.0.0.1, the token, scripted faults and a record of every call. */
export async function createDoubleServer(options: {
  readonly token: string
  /** The bytes of a file people sent, by the last part of its path. */
  readonly file: (name: string) => Uint8Array | undefined
  readonly run: (method: string, params: Params, gone: Promise<void>) => Promise<Answer>
  /** Told of each call once it has begun, and again once it is done. */
  readonly called: () => void
  /** Told of a fault of the double itself. */
  readonly failed: (words: string) => void
}) {
  const calls: { readonly method: string; readonly params: Params }[] = []
  const faults: { readonly method: string; readonly fault: Fault }[] = []

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const gone = new Promise<void>((resolve) => response.once("close", resolve))
    const [, owner, name = ""] =
      /^\/file\/bot([^/]+)\/(?:documents\/)?([\w-]+)$/.exec(request.url ?? "") ?? []
    if (owner !== undefined) {
      const bytes = owner === options.token ? options.file(name) : undefined
      response.writeHead(bytes === undefined ? 404 : 200).end(bytes)
      return
    }
    const [, prefix, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "") ?? []
    if (prefix === undefined || !/^\d+:[\w-]+$/.test(prefix))
      return reply(response, refusal(404, "Not Found"))
    if (prefix !== options.token) return reply(response, refusal(401, "Unauthorized"))
    const params = readParams(request.headers["content-type"] ?? "", body)
    if (params === undefined)
      return reply(response, refusal(400, "Bad Request: can't parse the request's body"))
    calls.push({ method, params })
    const fault = takeFault(method)
    if (fault === undefined || fault.kind === "drop") {
      const running = options.run(method, params, gone)
      // Before the answer: whoever waits for a poll to begin must not wait for it to end.
      options.called()
      const result = await running
      if (fault === undefined) reply(response, result)
      else response.destroy()
    } else {
      options.called()
      fail(response, fault)
    }
  }

  function takeFault(method: string): Fault | undefined {
    const at = faults.findIndex((each) => each.method === method || each.method === "*")
    return at === -1 ? undefined : faults.splice(at, 1)[0]?.fault
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.failed(error instanceof Error ? (error.stack ?? error.message) : String(error))
      response.destroy()
    })
  })
  await listen(0)
  const port = (server.address() as AddressInfo).port

  function listen(at: number): Promise<void> {
    return new Promise((resolve, reject) => {
      server.once("error", reject)
      server.listen(at, "127.0.0.1", () => resolve())
    })
  }

  function hangUp(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }

  return {
    port,
    calls: (method: string): readonly Params[] =>
      calls.filter((call) => call.method === method).map((call) => call.params),
    fails(method: string, fault: Fault, times: number): void {
      for (let count = 0; count < times; count++) faults.push({ method, fault })
    },
    goDark: hangUp,
    comeBack: () => listen(port),
    async close(): Promise<void> {
      if (server.listening) await hangUp()
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function reply(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
}

function fail(response: ServerResponse, fault: Exclude<Fault, { kind: "drop" }>): void {
  switch (fault.kind) {
    case "answer":
      response
        .writeHead(fault.status)
        .end(typeof fault.body === "string" ? fault.body : JSON.stringify(fault.body))
      return
    case "rate_limited": {
      const seconds = fault.retryAfterSeconds
      const words = `Too Many Requests: retry after ${seconds}`
      reply(response, refusal(429, words, { retry_after: seconds }))
      return
    }
    case "server_error":
      response.writeHead(502, { "content-type": "text/html" }).end("<html>502 Bad Gateway</html>")
      return
    case "hang":
      return
    default:
      fault satisfies never
  }
}
