import { readdirSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { gunzipSync } from "node:zlib"
import type { FastifyInstance } from "fastify"
import { describe, expect, onTestFinished, test } from "vitest"
import { z } from "zod"
import type { Incoming } from "../../core/channel.ts"
import { BODY_LIMIT_BYTES } from "../http/server.ts"
import { aWebChannel, aWebServer, botSays, intakeOf } from "./testing.ts"

async function aChat(handle: (incoming: Incoming) => Promise<{ toast?: string }> = async () => ({})) {
  const channel = aWebChannel()
  const received: Incoming[] = []
  await channel.start(
    intakeOf(async (incoming) => {
      received.push(incoming)
      return handle(incoming)
    }),
  )
  return { channel, received, app: aWebServer(channel, { heartbeatMs: 5 }) }
}

function post(app: FastifyInstance, body: object | string, headers: Record<string, string> = {}) {
  return app.inject({
    method: "POST",
    url: "/api/chat/messages",
    headers: { host: "localhost:3000", "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  })
}

const hello = { person: "an", room: "tng", text: "@Bot chào" }

describe("posting", () => {
  test("text, sticker and press are taken with 202 and an id", async () => {
    const { app, received } = await aChat(async () => ({ toast: "Dạ." }))
    const clientId = "1b4e28ba-2fa1-41d2-883f-0016d3cca427"
    const answer = await post(app, { ...hello, clientId })
    expect([answer.statusCode, answer.json()]).toEqual([202, { id: `web:${clientId}`, toast: "Dạ." }])
    await post(app, { person: "an", room: "private-an", sticker: "👍" })
    await post(app, { person: "an", room: "tng", press: { ask: "a", option: 1 } })
    expect(received.map(({ content }) => content.kind)).toEqual(["text", "wordless", "press"])
  })

  test("20,000 characters are taken, more are not", async () => {
    const { app } = await aChat()
    expect((await post(app, { ...hello, text: "ế".repeat(20_000) })).statusCode).toBe(202)
    const answer = await post(app, { ...hello, text: "ế".repeat(20_001) })
    expect([answer.statusCode, answer.body]).toEqual([400, "Chưa gửi được: tin dài quá 20.000 ký tự."])
  })

  test.for([
    ["", "không phải JSON"],
    ["[]", "không phải một đối tượng"],
    [{ ...hello, text: " \n" }, "tin trống"],
    [{ person: "an", room: "tng" }, "không có nội dung"],
    [{ ...hello, press: { ask: "a", option: 1 } }, "hai nội dung"],
    [{ ...hello, text: undefined, press: { ask: "a", option: 0 } }, "lựa chọn số 0"],
    [{ ...hello, clientId: "1" }, "clientId không phải UUID"],
    [{ ...hello, person: 1 }, "người là số"],
  ] as const)("%j is 400 in one line (%s)", async ([body]) => {
    const { app, received } = await aChat()
    const answer = await post(app, body)
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toMatch(/^Chưa gửi được: [^\n]+\.$/)
    expect(answer.body).not.toMatch(/Invalid|expected/)
    expect(received).toEqual([])
  })

  test("another content type is 415, another person's room 403", async () => {
    const { app } = await aChat()
    expect((await post(app, hello, { "content-type": "text/plain" })).statusCode).toBe(415)
    expect((await post(app, { ...hello, room: "private-chi" })).statusCode).toBe(403)
  })

  test("a body over the server's limit is 413 and reaches nobody", async () => {
    const { app, received } = await aChat()
    const answer = await post(app, { ...hello, text: "x".repeat(BODY_LIMIT_BYTES) })
    expect([answer.statusCode, answer.body]).toEqual([413, "Nội dung dài quá 256 KB."])
    expect(received).toEqual([])
  })

  test("a store that is down is 503 in one line", async () => {
    const { app } = await aChat(() => Promise.reject(new Error("down")))
    const answer = await post(app, hello)
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toMatch(/^[^\n]*tạm thời[^\n]*$/)
  })
})

test("in an English house what cannot be taken is told in English", async () => {
  const app = aWebServer(aWebChannel(), { language: "en" })
  const upload = (query: string, payload: Buffer) =>
    app.inject({
      method: "POST",
      url: `/api/chat/uploads?person=an&${query}`,
      headers: { host: "localhost", "content-type": "application/octet-stream" },
      payload,
    })
  const answers = [
    await post(app, { ...hello, text: "x".repeat(20_001) }),
    await post(app, { person: "an", text: "chào" }),
    await post(app, { ...hello, room: "private-chi" }),
    await upload("room=tng&name=a.pdf", Buffer.alloc(0)),
    await upload(`room=tng&name=${"a".repeat(201)}`, Buffer.from("x")),
    await app.inject("/api/chat/files/x"),
    await app.inject("/api/chat/pictures/x.png"),
  ]
  expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual([
    [400, "Not sent: the message is longer than 20,000 characters."],
    [400, "Not sent: there is no room."],
    [403, "Nguyễn Văn An is not in this chat."],
    [400, "The file is empty."],
    [400, "Not sent: the file's name is too long."],
    [404, "This file is not kept any more."],
    [404, "This picture is not kept any more."],
  ])
})

describe("only this page", () => {
  test.for([
    [{ origin: "http://localhost:3000" }, 202],
    [{ origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }, 202],
    [{ origin: "http://evil.example" }, 403],
    [{ origin: "http://localhost:4000" }, 403],
    [{ origin: "null" }, 403],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ "sec-fetch-site": "none" }, 403],
  ] as const)("a post with %j is answered %i", async ([headers, status]) => {
    const { app } = await aChat()
    expect((await post(app, hello, headers)).statusCode).toBe(status)
  })

  test("a foreign name for this machine opens neither the page nor the API", async () => {
    const { app } = await aChat()
    for (const url of ["/", "/chat.js", "/api/chat/people", "/api/chat/stream?person=an"]) {
      expect((await app.inject({ url, headers: { host: "rebound.example" } })).statusCode).toBe(403)
    }
    expect((await post(app, hello, { host: "rebound.example" })).statusCode).toBe(403)
    expect((await app.inject({ url: "/healthz", headers: { host: "rebound.example" } })).statusCode).toBe(200)
  })

  test("this machine's own names and the configured ones are known", async () => {
    const open = async (host: string, hosts: readonly string[]) => {
      const app = aWebServer(aWebChannel(), { hosts })
      return (await app.inject({ url: "/", headers: { host } })).statusCode
    }
    for (const host of ["localhost", "localhost:3000", "127.0.0.1:3000", "[::1]:3000"]) {
      expect(await open(host, [])).toBe(200)
    }
    expect(await open("Chat.Example:3000", ["chat.example"])).toBe(200)
    expect(await open("192.168.1.5:3000", [])).toBe(403)
    expect(await open("192.168.1.5:3000", ["0.0.0.0"])).toBe(200)
    expect(await open("rebound.example", ["0.0.0.0"])).toBe(403)
  })
})

describe("the page", () => {
  test("is served with everything it asks for, and nothing inline", async () => {
    const { app } = await aChat()
    const front = await app.inject("/")
    expect(front.headers["content-type"]).toBe("text/html; charset=utf-8")
    expect(front.body).not.toMatch(/<script(?![^>]*\bsrc=)|\bstyle=|\bon[a-z]+=/)
    const names = [...front.body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? "")
    // The modules and the cast are named, so that a slow line asks for all of them at once.
    const modules = readdirSync(new URL("./page/", import.meta.url)).filter((name) => name.endsWith(".js"))
    const asked = modules.filter((name) => name !== "types.js").map((name) => `/${name}`)
    expect(names.toSorted()).toEqual([...asked, "/api/chat/people", "/chat.css", "/icon.svg"].toSorted())
    for (const name of names) expect((await app.inject(name)).statusCode).toBe(200)
  })

  test("is sent compressed, and not again to whoever still has it", async () => {
    const { app } = await aChat()
    for (const url of ["/", "/chat.css", "/chat.js"]) {
      const first = await app.inject({ url, headers: { "accept-encoding": "gzip" } })
      expect(first.headers).toMatchObject({ "cache-control": "no-cache", "content-encoding": "gzip" })
      expect(gunzipSync(first.rawPayload).toString()).toBe((await app.inject(url)).body)
      const again = await app.inject({ url, headers: { "if-none-match": String(first.headers["etag"]) } })
      expect([again.statusCode, again.body]).toEqual([304, ""])
    }
  })

  test("learns the cast, each person's rooms and what to try first", async () => {
    const { app } = await aChat()
    const answer = (await app.inject("/api/chat/people")).json()
    expect(answer).toMatchObject({
      bot: { id: "bot", name: "Trợ lý Sáng kiến" },
      people: [{ id: "an", part: "member" }, { id: "dung" }, { id: "chi" }],
      rooms: [
        { id: "tnh", kind: "group" },
        { id: "tng", kind: "group", description: "CĐCS Công ty May TNG" },
        { id: "private-an", kind: "private", person: "an" },
        { person: "dung" },
        { person: "chi" },
      ],
      timeZone: "Asia/Ho_Chi_Minh",
    })
    expect(answer.suggestions.member).toHaveLength(3)
  })

  test("gets a sent picture, and 404 for any other", async () => {
    const { app, channel } = await aChat()
    const png = Buffer.alloc(24)
    png.write("89504e470d0a1a0a", "hex")
    let url = ""
    channel.watch("an", undefined, (event) => {
      if (event.kind === "message") url = event.message.picture?.url ?? ""
    })
    await channel.sendPicture({ chat: `web:tng` as Incoming["chat"]["id"], text: "" }, { png, alt: "" })
    const answer = await app.inject(url)
    expect([answer.headers["content-type"], answer.rawPayload]).toEqual(["image/png", png])
    expect((await app.inject("/api/chat/pictures/x.png")).statusCode).toBe(404)
  })
})

describe("the stream", () => {
  test("sends the history, new messages and heartbeats, resumes, and does not hold up the end", async () => {
    const { app, channel } = await aChat()
    onTestFinished(() => app.close())
    await app.listen({ host: "127.0.0.1", port: 0 })
    const { port } = app.server.address() as AddressInfo
    const open = async (headers: Record<string, string> = {}) => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/chat/stream?person=an`, { headers })
      expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8")
      return aReader(answer)
    }
    await botSays(channel, "tng", "một")
    const first = await open()
    expect(await first.until(/event: history\nid: .*\ndata: .*\n\n/)).toContain('"text":"một"')
    await botSays(channel, "tng", "hai")
    const id = /event: message\nid: (.*)\n/.exec(await first.until(/"text":"hai".*\n\n/))?.[1] ?? ""
    await first.until(/\n:\n\n/)
    await first.cancel()

    await botSays(channel, "tng", "ba")
    const second = await open({ "last-event-id": id })
    const resumed = await second.until(/event: history.*\n.*\ndata: .*\n\n/)
    expect(resumed).toContain('"text":"ba"')
    expect(resumed).not.toContain('"text":"hai"')

    await app.close()
    await second.end()
  })

  test("asks for a person, and knows its own", async () => {
    const { app } = await aChat()
    expect((await app.inject("/api/chat/stream")).statusCode).toBe(400)
    expect((await app.inject("/api/chat/stream?person=ai")).statusCode).toBe(404)
    expect((await app.inject({ method: "HEAD", url: "/api/chat/stream?person=an" })).statusCode).toBe(404)
  })
})

const someBytes = z.instanceof(Uint8Array)

/** Reads a stream piece by piece and remembers what it read. */
function aReader(answer: Response) {
  const reader = answer.body?.getReader()
  const decoder = new TextDecoder()
  let all = ""
  const more = async () => {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (!done) all += decoder.decode(someBytes.parse(value), { stream: true })
    return !done
  }
  return {
    until: async (pattern: RegExp) => {
      while (!pattern.test(all)) if (!(await more())) throw new Error(`the stream ended after ${all}`)
      return all
    },
    end: async () => {
      while (await more());
    },
    cancel: () => reader?.cancel(),
  }
}
