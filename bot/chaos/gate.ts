import { once } from "node:events"
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { z } from "zod"

export type PlatformName = "telegram" | "zalo"

/** How a call goes wrong. Whatever the platform had done before is done: a message may stand in the chat. */
export type Mishap =
  /** 502 and a page of HTML, nothing done. */
  | "server_error"
  /** 429, nothing done. */
  | "rate_limited"
  /** The connection breaks before the platform saw the call. */
  | "cut"
  /** Done, and then the connection breaks. */
  | "drop"
  /** Done, but the answer is a page of HTML. */
  | "garbage"
  /** Done, but no answer ever comes. */
  | "hang"

/** What just happened between a server and a platform. Told before the server can know of it. */
export type Moment =
  /** A server asks to send; the platform has not seen it yet. */
  | { readonly kind: "asked"; readonly server: string; readonly platform: PlatformName }
  /** A message stands in the chat; the server has not been told. */
  | { readonly kind: "shown"; readonly server: string; readonly platform: PlatformName; readonly show: Show }
  /** Updates are on their way to a server that polls. */
  | { readonly kind: "handed"; readonly server: string; readonly platform: PlatformName }
  /** A server asks for updates. */
  | { readonly kind: "polled"; readonly server: string; readonly platform: PlatformName }
  /** A server set its webhook. */
  | { readonly kind: "registered"; readonly server: string; readonly platform: PlatformName }

/** A message as it came to stand in a chat. */
export type Show = {
  readonly platform: PlatformName
  readonly server: string
  /** The platform's own id. */
  readonly chat: string
  /** As the bot wrote it, markup and all. */
  readonly text: string
  /** Whether the server was told that it was sent; it may have died before it could note it. */
  told: boolean
}

const sendForm = z.object({ chat_id: z.union([z.number(), z.string()]).transform(String), text: z.string() })
const doneForm = z.object({ ok: z.literal(true) })
const zaloUpdateForm = z.object({ result: z.object({ message: z.object({ message_id: z.string() }) }) })
const telegramUpdatesForm = z.object({ result: z.array(z.object({ update_id: z.int() })) })

type Answer = { readonly status: number; readonly body: string }

export type Gate = Awaited<ReturnType<typeof openGate>>

/**
 * A door of its own for every server in front of the platforms' doubles. It counts what passes, tells of it before the
 * server learns it, and lets calls go wrong.
 */
export async function openGate(targets: Readonly<Record<PlatformName, string>>) {
  const agent = new Agent({ keepAlive: true })
  const watchers: ((moment: Moment) => void)[] = []
  const shows: Show[] = []
  const handedByZalo = new Set<string>()
  const mishaps: Record<PlatformName, Mishap[]> = { telegram: [], zalo: [] }
  const happened = new Map<Mishap, number>()
  const pollers = new Map<PlatformName, string>()

  const tell = (moment: Moment) => {
    for (const watch of watchers) watch(moment)
  }

  async function pass(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const body = Buffer.concat(await from.toArray())
    const [, server = "", name, path = "", method = ""] =
      /^\/([^/]+)\/(telegram|zalo)(\/bot[^/]+\/(\w+))$/.exec(from.url ?? "") ?? []
    if (name === undefined) return void to.writeHead(404).end()
    const platform = name as PlatformName
    const sending = method === "sendMessage" ? sendForm.parse(JSON.parse(body.toString("utf8"))) : undefined
    if (sending !== undefined) tell({ kind: "asked", server, platform })
    if (method === "getUpdates") {
      pollers.set(platform, server)
      tell({ kind: "polled", server, platform })
    }
    const mishap = sending !== undefined || method === "getUpdates" ? takeMishap(platform, method) : undefined
    if (mishap === "cut") return void to.destroy()
    if (mishap === "server_error" || mishap === "rate_limited") return reply(to, failure(platform, mishap))

    const answer = await forward(targets[platform] + path, from, body, to)
    if (answer === undefined) return
    const show = sending && doneForm.safeParse(json(answer.body)).success ? showOf(sending) : undefined
    if (show !== undefined) {
      shows.push(show)
      tell({ kind: "shown", server, platform, show })
    }
    if (method === "getUpdates" && hasUpdates(platform, answer)) tell({ kind: "handed", server, platform })
    if (method === "setWebhook") tell({ kind: "registered", server, platform })
    if (mishap === "drop") return void to.destroy()
    if (mishap === "hang") return
    if (mishap === "garbage") return reply(to, { status: 200, body: "<html>Đang bảo trì</html>" })
    to.once("finish", () => {
      if (show !== undefined) show.told = true
    })
    reply(to, answer)

    function showOf({ chat_id: chat, text }: z.infer<typeof sendForm>): Show {
      return { platform, server, chat, text, told: false }
    }
  }

  function takeMishap(platform: PlatformName, method: string): Mishap | undefined {
    const next = mishaps[platform][0]
    if (next === undefined) return undefined
    // At Zalo a poll that is answered into nothing loses its update for good: that is the platform's way, not a mishap.
    if (method === "getUpdates" && next !== "server_error" && next !== "cut") return undefined
    mishaps[platform].shift()
    happened.set(next, (happened.get(next) ?? 0) + 1)
    return next
  }

  /** The platform's answer; undefined when the server hung up before it came, which ends the platform's call as well. */
  async function forward(
    url: string,
    from: IncomingMessage,
    body: Buffer,
    to: ServerResponse,
  ): Promise<Answer | undefined> {
    const upstream = request(url, {
      method: from.method ?? "POST",
      agent,
      headers: { "content-type": from.headers["content-type"] ?? "application/json" },
    })
    const hangUp = () => upstream.destroy()
    to.once("close", hangUp)
    try {
      upstream.end(body)
      const [answer] = (await once(upstream, "response")) as [IncomingMessage]
      const text = Buffer.concat(await answer.toArray()).toString("utf8")
      return { status: answer.statusCode ?? 0, body: text }
    } catch {
      to.destroy()
      return undefined
    } finally {
      to.off("close", hangUp)
    }
  }

  function hasUpdates(platform: PlatformName, answer: Answer): boolean {
    const read = json(answer.body)
    if (platform === "telegram") return (telegramUpdatesForm.safeParse(read).data?.result.length ?? 0) > 0
    const id = zaloUpdateForm.safeParse(read).data?.result.message.message_id
    if (id !== undefined) handedByZalo.add(id)
    return id !== undefined
  }

  const gate = createServer((from, to) => {
    pass(from, to).catch(() => to.destroy())
  })
  // A poll may last longer than Node's own limit for idle servers.
  gate.requestTimeout = 0
  gate.listen(0, "127.0.0.1")
  await once(gate, "listening")
  const { port } = gate.address() as AddressInfo

  return {
    /** The platform's address for one server. */
    root: (server: string, platform: PlatformName) => `http://127.0.0.1:${port}/${server}/${platform}`,
    /** Every message that came to stand in a chat, oldest first. */
    shows: shows as readonly Show[],
    /** Zalo's updates that left it for a server that polls: it will not repeat them. */
    handedByZalo: handedByZalo as ReadonlySet<string>,
    /** The server that polled last. */
    poller: (platform: PlatformName) => pollers.get(platform),
    watch: (watcher: (moment: Moment) => void) => void watchers.push(watcher),
    /** The next calls go wrong, one after the other. */
    trouble(platform: PlatformName, next: readonly Mishap[]) {
      mishaps[platform].push(...next)
    },
    /** How often what went wrong. */
    happened: happened as ReadonlyMap<Mishap, number>,
    async close() {
      gate.closeAllConnections()
      gate.close()
      await once(gate, "close")
      agent.destroy()
    },
  }
}

function failure(platform: PlatformName, mishap: "server_error" | "rate_limited"): Answer {
  if (mishap === "server_error") return { status: 502, body: "<html>502 Bad Gateway</html>" }
  const body =
    platform === "telegram"
      ? {
          ok: false,
          error_code: 429,
          description: "Too Many Requests: retry after 1",
          parameters: { retry_after: 1 },
        }
      : { ok: false, error_code: 429, description: "Quota exceeded" }
  return { status: 429, body: JSON.stringify(body) }
}

function reply(to: ServerResponse, { status, body }: Answer): void {
  const type = body.startsWith("<") ? "text/html" : "application/json"
  to.writeHead(status, { "content-type": type }).end(body)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
