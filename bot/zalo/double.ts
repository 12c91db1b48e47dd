/**
 * A strict double of the Zalo Bot Platform for tests: a real HTTP server on 127.0.0.1 that does what
 * the documentation says or others measured (sample-messages.md), and of two reports the harsher.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type { WebhookRequest } from "../../core/channel.ts"
import { createWaiting } from "../waiting.ts"
import {
  type Answer,
  type Fault,
  failed,
  isMethod,
  ok,
  parametersOf,
  webhookRefusal,
  type ZaloMethod,
} from "./double-methods.ts"
import { bodyOf, idOf, type Said } from "./double-updates.ts"

/** A platform with one bot. */
export type ZaloDouble = Awaited<ReturnType<typeof createZaloDouble>>

export type ZaloDoubleOptions = {
  readonly token?: string
  readonly displayName?: string
  /** HTTP status of an empty poll; both have been seen. Default 408. */
  readonly emptyStatus?: 200 | 408
  /** Whether webhook bodies come in `{ok, result}`, as documented, or bare, as seen. Default bare. */
  readonly wrapped?: boolean
  /** Takes webhook addresses on this machine, which the platform refuses. */
  readonly allowLocal?: boolean
  /** Where webhook requests go instead of the network. */
  readonly deliver?: (request: WebhookRequest, url: string) => Promise<{ readonly status: number }>
}

type Poll = { readonly response: ServerResponse; readonly timer: NodeJS.Timeout }
type Sent = {
  readonly chat: string
  readonly text: string
  readonly id: string
  readonly photo: string | undefined
}

/** Starts the double; `close` ends it together with every connection. */
export async function createZaloDouble(options: ZaloDoubleOptions = {}) {
  const token = options.token ?? "1234567890123456789:double-of-a-secret"
  // Not the digits of the token: the platform promises no such thing.
  const me = {
    id: "9007199254740993001",
    account_name: "bot.troly",
    account_type: "BASIC",
    can_join_groups: true,
    display_name: options.displayName ?? "Bot Trợ lý Sáng kiến",
  }
  let webhook: { url: string; secret: string } | undefined
  let count = 0
  let delivering = Promise.resolve()
  const bodies = new Map<string, object>()
  const queue: object[] = []
  const polls: Poll[] = []
  const known = new Set<string>()
  /** Pictures of people, by their path. */
  const held = new Map<string, Uint8Array>()
  const sent: Sent[] = []
  const calls: { readonly method: ZaloMethod; readonly parameters: object }[] = []
  const hanging: ServerResponse[] = []
  const deliveries: { readonly id: string; readonly status: number }[] = []
  const faults: { method: ZaloMethod; fault: Fault; times: number }[] = []
  const { changed, until } = createWaiting()

  const server = createServer((request, response) => {
    answerRequest(request, response).catch((error: unknown) => response.destroy(error as Error))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "GET") {
      const photo = held.get(request.url ?? "")
      response.writeHead(photo === undefined ? 404 : 200).end(photo)
      return
    }
    const text = Buffer.concat(await request.toArray()).toString("utf8")
    const [, given, method = ""] = /^\/bot([^/]*)\/(.*)$/.exec(request.url ?? "") ?? []
    if (given === undefined || !isMethod(method)) return reply(response, failed(404, "Not Found"))
    if (given !== token) return reply(response, failed(401, "Unauthorized", 200))
    const parameters = parametersOf[method].safeParse(request.method === "POST" ? jsonOf(text) : undefined)
    if (!parameters.success) return reply(response, failed(400, `Bad Request: ${parameters.error.message}`))

    calls.push({ method, parameters: parameters.data })
    changed()
    const fault = nextFault(method)
    if (fault === "hang") {
      hanging.push(response)
      changed()
    } else if (fault === "cut_before") response.destroy()
    else if (fault === "cut_after") {
      await act(method, parameters.data, response)
      response.destroy()
    } else {
      const answer = fault ?? (await act(method, parameters.data, response))
      if (answer) reply(response, answer)
    }
  }

  /** Does what was asked; nothing is answered yet while a poll waits. */
  async function act(
    method: ZaloMethod,
    parameters: object,
    response: ServerResponse,
  ): Promise<Answer | undefined> {
    switch (method) {
      case "getMe":
        return ok(me)
      case "getUpdates":
        return poll(parametersOf.getUpdates.parse(parameters).timeout, response)
      case "setWebhook":
        return setWebhook(parametersOf.setWebhook.parse(parameters))
      case "deleteWebhook": {
        if (!webhook) return failed(400, "Bad Request: webhook is not set")
        webhook = undefined
        return ok({ url: "", updated_at: Date.now() })
      }
      case "getWebhookInfo":
        return webhook ? ok({ url: webhook.url, updated_at: Date.now() }) : failed(404, "Not Found")
      case "sendChatAction":
        return { status: 200, body: { ok: true } }
      default:
        return send(parameters as Parameters<typeof send>[0])
    }
  }

  function send(parameters: {
    readonly chat_id: string
    readonly text?: string
    readonly caption?: string
    readonly photo?: string
  }): Answer {
    if (!known.has(parameters.chat_id)) return failed(400, "Bad Request: chat not found")
    const id = nextId()
    const { chat_id: chat, text, caption = "", photo } = parameters
    sent.push({ chat, text: text ?? caption, id, photo })
    changed()
    return ok({ message_id: id, date: Date.now() })
  }

  /** One update per call, gone as soon as it is answered. */
  function poll(timeoutSeconds: number, response: ServerResponse): Answer | undefined {
    if (webhook) return failed(400, "Bad Request: a webhook is set")
    const next = queue.shift()
    if (next) return ok(next)
    const timer = setTimeout(() => endPoll(waitingPoll), Math.min(timeoutSeconds, 50) * 1000)
    const waitingPoll: Poll = { response, timer }
    polls.push(waitingPoll)
    response.once("close", () => forget(waitingPoll))
    changed()
    return undefined
  }

  function forget(ended: Poll): void {
    clearTimeout(ended.timer)
    const at = polls.indexOf(ended)
    if (at >= 0) polls.splice(at, 1)
  }

  function endPoll(ended: Poll): void {
    forget(ended)
    reply(ended.response, failed(408, "Request timeout", options.emptyStatus ?? 408))
  }

  async function setWebhook(asked: { readonly url: string; readonly secret_token: string }): Promise<Answer> {
    const refusal = options.allowLocal ? undefined : webhookRefusal(asked.url)
    if (refusal) return failed(400, `Bad Request: ${refusal}`)
    webhook = { url: asked.url, secret: asked.secret_token }
    // The ping carries neither secret nor body, and the address is stored whatever comes of it.
    const status = await post(asked.url, { headers: {}, body: "" })
    const isOk = status >= 200 && status < 300
    const outcome = isOk ? "webhook.ok" : status === 0 ? "webhook.err.conn" : "webhook.http.other"
    const verification = { ok: isOk, status_code: status, outcome, latency_ms: 1, hint: "" }
    return ok({ url: asked.url, updated_at: Date.now(), verification })
  }

  /** The HTTP status, or 0 when there was no answer. */
  async function post(url: string, request: WebhookRequest): Promise<number> {
    try {
      if (options.deliver) return (await options.deliver(request, url)).status
      // A test double must not reach for the network.
      if (!options.allowLocal) return 0
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, value ?? ""]),
      )
      return (await fetch(url, { method: "POST", headers, body: request.body, redirect: "manual" })).status
    } catch {
      return 0
    }
  }

  function pass(id: string, body: object): void {
    const target = webhook
    if (target === undefined) {
      queue.push(body)
      const next = polls[0]
      if (next) {
        forget(next)
        reply(next.response, ok(queue.shift()))
      }
      return
    }
    delivering = delivering.then(async () => {
      const headers = { "content-type": "application/json", "x-bot-api-secret-token": target.secret }
      const wrapped = options.wrapped ? { ok: true, result: body } : body
      const status = await post(target.url, { headers, body: JSON.stringify(wrapped) })
      deliveries.push({ id, status })
      changed()
    })
  }

  function nextFault(method: ZaloMethod): Fault | undefined {
    const planned = faults.find((each) => each.method === method && each.times > 0)
    if (!planned) return undefined
    planned.times -= 1
    return planned.fault
  }

  function textsTo(chat: string): readonly string[] {
    return sent.filter((each) => each.chat === idOf(chat)).map((each) => each.text)
  }

  function nextId(): string {
    count += 1
    return idOf(`message ${count}`)
  }

  return {
    apiRoot,
    token,
    me,
    /** All calls of known methods with good parameters, oldest first. */
    calls: calls as readonly { readonly method: ZaloMethod; readonly parameters: object }[],
    webhook: () => webhook,
    /** As if another deployment had set it. */
    placeWebhook(url: string | undefined) {
      webhook = url === undefined ? undefined : { url, secret: "secret-of-another" }
    },
    /** The bot's new name; who polls is not told. */
    rename(displayName: string) {
      me.display_name = displayName
    },
    chatId: idOf,
    /** Makes a chat known to the bot without a message. */
    knows(chat: string) {
      known.add(idOf(chat))
    },
    /** A person writes. Returns the message's id at once; a group message that is not for the bot is not delivered. */
    says(said: Said): string {
      const id = nextId()
      const body = bodyOf(said, id)
      const isForBot = !said.group || said.replyToBot || said.text?.includes(`@${me.display_name}`)
      if (!isForBot) return id
      known.add(idOf(said.chat ?? said.from))
      bodies.set(id, body)
      pass(id, body)
      return id
    },
    /** Keeps a picture for `Said.photo`; answers its address. */
    holds(bytes: Uint8Array): string {
      const path = `/jpg/${held.size + 1}.jpg`
      held.set(path, bytes)
      return `${apiRoot}${path}`
    },
    /** Delivers a raw body. */
    delivers(body: object, id = nextId()): string {
      pass(id, body)
      return id
    },
    /** Delivers a message once more. */
    redeliver(id: string) {
      const body = bodies.get(id)
      if (!body) throw new Error(`no message ${id} was delivered`)
      pass(id, body)
    },
    /** Ends every waiting poll as empty. */
    letPollsEnd() {
      for (const each of [...polls]) endPoll(each)
    },
    /** The next `times` calls of `method` go wrong. */
    fail(method: ZaloMethod, fault: Fault, times = 1) {
      faults.push({ method, fault, times })
    },
    /** From now on connections are refused. */
    goAway(): void {
      server.close()
      server.closeAllConnections()
    },
    /** Texts and captions sent to a chat, oldest first. */
    sent: textsTo,
    /** Addresses of the pictures sent to a chat, in the order of `sent`; undefined for a text. */
    photos: (chat: string) => sent.filter((each) => each.chat === idOf(chat)).map((each) => each.photo),
    /** Resolves with the texts sent to `chat` as soon as there are so many, or one satisfies `wanted`. */
    waitForSent(chat: string, wanted: number | ((text: string) => boolean)): Promise<readonly string[]> {
      return until(() => {
        const texts = textsTo(chat)
        const enough = typeof wanted === "number" ? texts.length >= wanted : texts.some(wanted)
        return enough ? texts : undefined
      })
    },
    /** Resolves when `method` has been called so many times in all. */
    waitForCalls: (method: ZaloMethod, times: number): Promise<true> =>
      until(() => (calls.filter((call) => call.method === method).length >= times ? true : undefined)),
    /** Resolves when so many polls wait for an update. */
    waitForPolls: (times = 1): Promise<true> => until(() => (polls.length >= times ? true : undefined)),
    /** Resolves when so many calls hang because of the fault "hang". */
    waitForHanging: (times = 1): Promise<true> => until(() => (hanging.length >= times ? true : undefined)),
    /** Resolves with the status our webhook answered for a message, the `nth` time it was delivered (from 1). */
    waitForDelivery: (id: string, nth = 1): Promise<number> =>
      until(() => deliveries.filter((each) => each.id === id)[nth - 1]?.status),
    deliveries: deliveries as readonly { readonly id: string; readonly status: number }[],
    async close() {
      for (const each of polls) clearTimeout(each.timer)
      server.closeAllConnections()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    },
  }
}

function reply(response: ServerResponse, { status, body, headers }: Answer): void {
  const isHtml = typeof body === "string"
  response.writeHead(status, { ...headers, "content-type": isHtml ? "text/html" : "application/json" })
  response.end(isHtml ? body : JSON.stringify(body))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
