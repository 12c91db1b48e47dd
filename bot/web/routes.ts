import { readdir, readFile } from "node:fs/promises"
import { isIP } from "node:net"
import { extname } from "node:path"
import { Readable } from "node:stream"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { z } from "zod"
import { MOST_FILE_BYTES } from "../../core/file/file.ts"
import { headersOf } from "../http/documents.ts"
import { ready, sendReady } from "../http/ready.ts"
import { bodyOf, isJson, say } from "../http/server.ts"
import { jsonOf } from "../json.ts"
import type { WebChannel } from "./channel.ts"
import type { WebEvent } from "./history.ts"
import { pageIn } from "./page-language.ts"
import { webPost, webUpload } from "./post.ts"
import { privateRoom } from "./rooms.ts"

/** How the web chat may be reached. */
export type WebChatOptions = {
  /**
   * Host names beside localhost that a browser may ask for, without port: the configured HOST and PUBLIC_URL's host.
   * "0.0.0.0" and "::" stand for every address, but for no name.
   */
  readonly hosts?: readonly string[]
  /** What the page itself is written in; default "vi". */
  readonly language?: "vi" | "en"
  /** The zone of every time the page shows. */
  readonly timeZone: string
  /** How often a silent stream says that it lives; proxies cut what is silent for long. */
  readonly heartbeatMs?: number
}

const PAGE = new URL("./page/", import.meta.url)
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
}
/** How much may wait for a page that reads slowly, beside its history; then it has to come again. */
const BACKLOG_BYTES = 4 * 1024 * 1024

/** Answers one line of Vietnamese in the page's language. */
type Tell = (reply: FastifyReply, status: number, line: string) => FastifyReply

/** The page and its API, for `createHttpServer`'s `webChat`. */
export function webChatRoutes(
  channel: WebChannel,
  options: WebChatOptions,
): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    const { language = "vi" } = options
    const tell: Tell = (reply, status, line) => say(reply, status, pageIn(language, line))
    guard(app, options.hosts ?? [], tell)
    await addPage(app, language)
    addPeople(app, channel, options)
    addMessages(app, channel, tell)
    addStream(app, channel, tell, options.heartbeatMs ?? 15_000)
    addPictures(app, channel, tell)
    addFiles(app, channel, tell)
    addUploads(app, channel, tell)
  }
}

/**
 * Nobody signs in here, so what keeps strangers' pages away is the browser: a foreign name that resolves to this machine
 * (DNS rebinding) shows in `Host`, a foreign page in `Origin` and `Sec-Fetch-Site`.
 */
function guard(app: FastifyInstance, hosts: readonly string[], tell: Tell): void {
  app.addHook("onRequest", async (request, reply) => {
    if (!isKnownHost(request.headers.host, hosts)) {
      return tell(reply, 403, "Tên máy này không được phép mở nhóm chat; hãy dùng http://localhost.")
    }
    const isApi = request.url.startsWith("/api/")
    if (isApi && !isSameOrigin(request))
      return tell(reply, 403, "Chỉ trang nhóm chat này mới được gọi địa chỉ này.")
    return undefined
  })
}

function isKnownHost(header: string | undefined, hosts: readonly string[]): boolean {
  const name = hostName(header)
  if (name === undefined) return false
  const known = ["localhost", "127.0.0.1", "::1", ...hosts.map((host) => host.toLowerCase())]
  if (known.includes(name)) return true
  // A rebinding attack needs a name; an address cannot be made to point elsewhere.
  return (known.includes("0.0.0.0") || known.includes("::")) && isIP(name) !== 0
}

function hostName(header: string | undefined): string | undefined {
  const address = `http://${header}`
  if (header === undefined || !URL.canParse(address)) return undefined
  return new URL(address).hostname.replace(/^\[(.*)\]$/, "$1")
}

function isSameOrigin(request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  const site = request.headers["sec-fetch-site"]
  if (site !== undefined && site !== "same-origin" && !(site === "none" && request.method === "GET"))
    return false
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host?.toLowerCase())
}

async function addPage(app: FastifyInstance, language: "vi" | "en"): Promise<void> {
  const add = async (name: string) => {
    const type = MEDIA_TYPES[extname(name)]
    if (type === undefined) return
    const content = await ready(pageIn(language, await readFile(new URL(name, PAGE), "utf8")))
    app.get(name === "index.html" ? "/" : `/${name}`, (request, reply) =>
      sendReady(request, reply.type(type).header("cache-control", "no-cache"), content),
    )
  }
  await Promise.all((await readdir(PAGE)).map(add))
}

function addPeople(
  app: FastifyInstance,
  channel: WebChannel,
  { timeZone, language = "vi" }: WebChatOptions,
): void {
  const { cast } = channel
  const answer = {
    bot: { id: "bot", name: cast.botName },
    people: cast.people,
    rooms: [
      ...cast.groups.map((group) => ({ ...group, kind: "group" })),
      ...cast.people.map(({ id }) => ({
        id: privateRoom(id),
        kind: "private",
        name: cast.botName,
        description: pageIn(language, "Nhắn riêng với trợ lý"),
        person: id,
      })),
    ],
    suggestions: cast.suggestions,
    timeZone,
  }
  app.get("/api/chat/people", (_request, reply) => reply.send(answer))
}

function addMessages(app: FastifyInstance, channel: WebChannel, tell: Tell): void {
  app.post("/api/chat/messages", async (request, reply) => {
    if (!isJson(request)) return tell(reply, 415, "Chỉ nhận application/json.")
    const post = webPost.safeParse(jsonOf(bodyOf(request)))
    if (!post.success)
      return tell(reply, 400, `Chưa gửi được: ${post.error.issues[0]?.message ?? "không đọc được"}.`)
    const posted = await channel.post(post.data)
    if (posted.kind === "refused") return tell(reply, posted.status, posted.why)
    const { kind: _, ...answer } = posted
    return reply.code(202).send(answer)
  })
}

const streamQuery = z.object({ person: z.string() })

function addStream(app: FastifyInstance, channel: WebChannel, tell: Tell, heartbeatMs: number): void {
  const open = new Set<Readable>()
  // An event stream has no end of its own: without this the server would wait for the last page to be closed.
  app.addHook("preClose", async () => {
    for (const stream of open) stream.push(null)
    open.clear()
  })

  app.get("/api/chat/stream", { exposeHeadRoute: false }, (request, reply) => {
    const query = streamQuery.safeParse(request.query)
    if (!query.success) return tell(reply, 400, "Thiếu person.")
    const stream = new Readable({ read: () => {} })
    let room = Number.POSITIVE_INFINITY
    const push = (chunk: string) => {
      if (!open.has(stream)) return
      stream.push(chunk)
      if (stream.readableLength > room) stream.destroy()
    }
    open.add(stream)
    const resumeAt = request.headers["last-event-id"]
    const stop = channel.watch(query.data.person, resumeAt?.toString(), (event) => push(serverSent(event)))
    if (!stop) {
      open.delete(stream)
      return tell(reply, 404, "Không có người này.")
    }
    room = stream.readableLength + BACKLOG_BYTES
    const heartbeat = setInterval(() => push(":\n\n"), heartbeatMs)
    stream.once("close", () => {
      clearInterval(heartbeat)
      open.delete(stream)
      stop()
    })
    return sendStream(reply, stream)
  })
}

function sendStream(reply: FastifyReply, stream: Readable): FastifyReply {
  return reply
    .type("text/event-stream; charset=utf-8")
    .header("cache-control", "no-store, no-transform")
    .header("x-accel-buffering", "no")
    .send(stream)
}

function serverSent(event: WebEvent): string {
  const { kind, ...data } = event
  // An event without an id leaves the browser's last one as it is, so "elsewhere" cannot move the place of resuming.
  const id = kind === "elsewhere" ? "" : `id: ${event.id}\n`
  return `${kind === "history" ? "retry: 1000\n" : ""}event: ${kind}\n${id}data: ${JSON.stringify(data)}\n\n`
}

function addFiles(app: FastifyInstance, channel: WebChannel, tell: Tell): void {
  app.get<{ Params: { key: string } }>("/api/chat/files/:key", (request, reply) => {
    const file = channel.file(request.params.key)
    if (!file) return tell(reply, 404, "Tệp này không còn nữa.")
    return reply.headers(headersOf(file)).send(Buffer.from(file.bytes))
  })
}

/**
 * `POST /api/chat/uploads?person=…&room=…&name=…&text=…` with the bytes as the body. The declared type is fixed, so that no form of
 * another page can send it without being asked first.
 */
function addUploads(app: FastifyInstance, channel: WebChannel, tell: Tell): void {
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  )
  app.post("/api/chat/uploads", { bodyLimit: MOST_FILE_BYTES }, async (request, reply) => {
    const bytes = request.body
    if (!(bytes instanceof Buffer)) return tell(reply, 415, "Chỉ nhận application/octet-stream.")
    if (bytes.byteLength === 0) return tell(reply, 400, "Tệp trống.")
    const sent = webUpload.safeParse(request.query)
    if (!sent.success)
      return tell(reply, 400, `Chưa gửi được: ${sent.error.issues[0]?.message ?? "không đọc được"}.`)
    const posted = await channel.upload(sent.data, bytes)
    if (posted.kind === "refused") return tell(reply, posted.status, posted.why)
    const { kind: _, ...answer } = posted
    return reply.code(202).send(answer)
  })
}

function addPictures(app: FastifyInstance, channel: WebChannel, tell: Tell): void {
  app.get<{ Params: { key: string } }>("/api/chat/pictures/:key.png", (request, reply) => {
    const png = channel.picture(request.params.key)
    if (!png) return tell(reply, 404, "Hình này không còn nữa.")
    return reply
      .type("image/png")
      .header("cache-control", "private, max-age=86400, immutable")
      .send(Buffer.from(png))
  })
}
