import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

// A Telegram that only counts: it holds long polls, confirms by offset and answers every call at once. A crowd of people
// lives in it; each sends the next line of the dialogue as soon as the last one was answered.

/** One line a person sends; `title` stands for words nobody else uses. */
export type Line = string

export type CrowdOrder = {
  readonly people: number
  readonly seconds: number
  readonly lines: readonly Line[]
  /** Set: updates are posted there; unset: they wait for getUpdates. */
  readonly webhook?: { readonly url: string; readonly secret: string }
}

export type CrowdResult = {
  readonly updates: number
  readonly seconds: number
  /** Updates answered until nobody waited any more, those behind the end of the run included. */
  readonly answered: number
  /** Milliseconds from the update's being there to its answer's arrival, ascending. */
  readonly latencies: readonly number[]
  readonly unanswered: number
  readonly extra: number
}

type Person = { step: number; sentAt: number; waits: boolean; readonly id: number }
type Update = { readonly update_id: number; readonly message: object }

/** First of the chat ids, which are also user ids. */
export const FIRST_PERSON = 1_000_000

const MOST_AT_ONCE = 100
const PATIENCE_MS = 10_000
const LOOK_AGAIN_MS = 200
/** As many webhook requests at a time as Telegram makes unless it is asked for others (core.telegram.org/bots/api#setwebhook, 2026-11). */
const WEBHOOK_CONNECTIONS = 40
const agent = new Agent({ keepAlive: true, maxSockets: WEBHOOK_CONNECTIONS })

let pending: Update[] = []
/** Numbers of a later run on the same database are new ones, however fast this one is: a known number would get no answer. */
let nextUpdate = Date.now() * 100
let waiting: ((updates: readonly Update[]) => void) | undefined
let people = new Map<number, Person>()
let order: CrowdOrder | undefined
let latencies: number[] = []
let extra = 0
let answered = 0
let isOver = true
/** Titles of a later run on the same database are new ones: a known one is asked about, and the dialogue leaves its lines. */
let serial = Math.floor(Math.random() * 2 ** 31)

const syllables = [
  "khuôn",
  "dập",
  "máy",
  "đèn",
  "lò",
  "hàn",
  "chuyền",
  "kho",
  "nước",
  "ống",
  "trục",
  "bàn",
  "cữ",
  "sơ",
  "mi",
  "vải",
]

/** Numbers in words are written in digits and letters up to "n": "y" beyond them is read as "i", so that two words would be one. */
const RADIX = 24

/** A title of words that no other title has. */
function aTitle(): string {
  serial += 1
  const word = (n: number) => `${syllables[n % syllables.length]}${n.toString(RADIX)}`
  return `Cải tiến ${word(serial * 7919)} ${word(serial * 104_729)} ${word(serial * 1_299_709)} ${word(serial)}`
}

function speak(person: Person): void {
  if (order === undefined || isOver) return
  const line = order.lines[person.step % order.lines.length] as string
  const chat = { id: person.id, type: "private", first_name: `Người ${person.id}` }
  const update: Update = {
    update_id: nextUpdate++,
    message: {
      message_id: nextUpdate,
      date: Math.floor(Date.now() / 1000),
      chat,
      from: { id: person.id, is_bot: false, first_name: chat.first_name },
      text: line === "title" ? aTitle() : line,
      ...(line.startsWith("/")
        ? { entities: [{ type: "bot_command", offset: 0, length: line.length }] }
        : {}),
    },
  }
  person.waits = true
  person.sentAt = performance.now()
  if (order.webhook) post(order.webhook, update)
  else {
    pending.push(update)
    handOver()
  }
}

function post(webhook: NonNullable<CrowdOrder["webhook"]>, update: Update): void {
  const body = JSON.stringify(update)
  const call = request(webhook.url, {
    method: "POST",
    agent,
    headers: {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-telegram-bot-api-secret-token": webhook.secret,
    },
  })
  call.on("response", (answer) => answer.resume())
  call.on("error", () => {})
  call.end(body)
}

function handOver(): void {
  if (waiting === undefined || pending.length === 0) return
  const answer = waiting
  waiting = undefined
  // The rest of what this turn of the loop brings travels along, as on a real line.
  setImmediate(() => answer(pending.slice(0, MOST_AT_ONCE)))
}

function heard(chat: number): void {
  const person = people.get(chat)
  if (person === undefined) return
  if (!person.waits) {
    extra += 1
    return
  }
  person.waits = false
  answered += 1
  latencies.push(performance.now() - person.sentAt)
  person.step += 1
  speak(person)
}

function run(asked: CrowdOrder): void {
  order = asked
  latencies = []
  extra = 0
  answered = 0
  isOver = false
  pending = []
  people = new Map(
    Array.from({ length: asked.people }, (_, index) => {
      const id = FIRST_PERSON + index
      return [id, people.get(id) ?? { id, step: 0, sentAt: 0, waits: false }]
    }),
  )
  const startedAt = performance.now()
  // Who still waits for an answer of the last run says nothing before it.
  for (const person of people.values()) if (!person.waits) speak(person)
  setTimeout(() => {
    const seconds = (performance.now() - startedAt) / 1000
    const updates = latencies.length
    const measured = latencies.toSorted((one, other) => one - other)
    isOver = true
    // Everybody who still waits is given time; who gets nothing then was lost. Nor is a late answer to be taken for one of
    // the next run.
    const endsAt = performance.now() + PATIENCE_MS
    const look = () => {
      const unanswered = [...people.values()].filter((person) => person.waits).length
      if (unanswered > 0 && performance.now() < endsAt) setTimeout(look, LOOK_AGAIN_MS)
      else {
        const result: CrowdResult = { updates, seconds, answered, latencies: measured, unanswered, extra }
        process.send?.(result)
      }
    }
    setTimeout(look, LOOK_AGAIN_MS)
  }, asked.seconds * 1000)
}

async function bodyOf(incoming: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString("utf8")
  return text === "" ? {} : JSON.parse(text)
}

function reply(response: ServerResponse, result: unknown): void {
  const text = JSON.stringify({ ok: true, result })
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) })
  response.end(text)
}

const server = createServer(async (incoming, response) => {
  const method = (incoming.url ?? "").split("/").at(-1)?.split("?")[0]
  const body = await bodyOf(incoming)
  switch (method) {
    case "getMe":
      return reply(response, { id: 4242, is_bot: true, first_name: "Bench", username: "bench_bot" })
    case "getUpdates": {
      const offset = Number(body["offset"] ?? 0)
      pending = pending.filter((update) => update.update_id >= offset)
      const limit = Math.min(Number(body["limit"] ?? MOST_AT_ONCE), MOST_AT_ONCE)
      if (pending.length > 0) return reply(response, pending.slice(0, limit))
      const end = setTimeout(
        () => {
          waiting = undefined
          reply(response, [])
        },
        Math.max(1, Number(body["timeout"] ?? 0)) * 1000,
      )
      waiting = (updates) => {
        clearTimeout(end)
        reply(response, updates)
      }
      return
    }
    case "sendMessage": {
      const id = Number(body["chat_id"])
      reply(response, {
        message_id: nextUpdate++,
        date: 0,
        chat: { id, type: "private" },
        text: body["text"],
      })
      return heard(id)
    }
    default:
      return reply(response, true)
  }
})
server.keepAliveTimeout = 60_000
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on("message", (message) => run(message as CrowdOrder))
process.on("disconnect", () => process.exit(0))
