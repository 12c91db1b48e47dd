import { Agent, type IncomingMessage, request } from "node:http"
import { json } from "node:stream/consumers"
import { setTimeout as pause } from "node:timers/promises"
import { Adapter, DataStore, type Envelope, type Message, Robot, TextMessage } from "hubot"
import type pg from "pg"
import { type Dialogue, goOn, openInitiatives } from "./registration.ts"
import { ready } from "./report.ts"

// Hubot with its datastore in PostgreSQL, as its documentation builds it. The adapters for Telegram that npm has are for
// Hubot 3 and know no other API root, so this one is written as the documentation writes one. Of what it names for HTTP,
// `fetch`, Hubot's own client and `node:http`, the last takes the least CPU here.

type Update = {
  readonly update_id: number
  readonly message?: {
    readonly message_id: number
    readonly text?: string
    readonly chat: { readonly id: number }
    readonly from?: { readonly id: number; readonly first_name: string }
  }
}

const ROOT = `${process.env["TELEGRAM_API_ROOT"]}/bot4242:bench`
const agent = new Agent({ keepAlive: true })
const POLL_SECONDS = 30
const RETRY_MS = 1_000

class Telegram extends Adapter {
  override async run(): Promise<void> {
    void this.#poll()
    this.emit("connected")
  }

  override async send(envelope: Envelope, ...strings: string[]): Promise<void> {
    for (const text of strings) await call("sendMessage", { chat_id: envelope.room, text })
  }

  async #poll(): Promise<void> {
    for (let offset = 0; ; ) {
      try {
        const updates = await call<Update[]>("getUpdates", { offset, timeout: POLL_SECONDS })
        offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
        // An adapter hands messages over and does not wait: who writes next waits for nobody's answer.
        for (const { message } of updates) void this.#hear(message)
      } catch {
        await pause(RETRY_MS)
      }
    }
  }

  async #hear(message: Update["message"]): Promise<void> {
    if (message?.text === undefined || message.from === undefined) return
    const user = this.robot.brain.userForId(String(message.from.id), {
      name: message.from.first_name,
      room: String(message.chat.id),
    })
    await this.receive(new TextMessage(user, message.text, String(message.message_id)))
  }
}

async function call<Result>(method: string, body: object): Promise<Result> {
  const text = JSON.stringify(body)
  const answered = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) }
    request(`${ROOT}/${method}`, { method: "POST", agent, headers }, resolve).on("error", reject).end(text)
  })
  const answer = (await json(answered)) as { readonly ok: boolean; readonly result: Result }
  if (!answer.ok) throw new Error(`Telegram refused ${method}`)
  return answer.result
}

class PostgresStore extends DataStore {
  readonly #client: pg.Client

  constructor(robot: Robot, client: pg.Client) {
    super(robot)
    this.#client = client
  }

  override async _get(key: string, table: string): Promise<unknown> {
    const { rows } = await this.#client.query<{ value: unknown }>(
      "select value from hubot_data where space = $1 and key = $2",
      [table, key],
    )
    return rows[0]?.value
  }

  override async _set(key: string, value: unknown, table: string): Promise<unknown> {
    return await this.#client.query(
      `insert into hubot_data (space, key, value) values ($1, $2, $3)
       on conflict (space, key) do update set value = excluded.value`,
      [table, key, JSON.stringify(value)],
    )
  }
}

const initiatives = await openInitiatives(process.env["DATABASE_URL"] ?? "")
await initiatives.client.query(`create table if not exists hubot_data (
  space text, key text, value jsonb not null, primary key (space, key))`)

const robot = new Robot({ use: (made) => new Telegram(made) }, false, "bench")
robot.datastore = new PostgresStore(robot, initiatives.client)
await robot.loadAdapter()

const isText = (message: Message): message is TextMessage => message instanceof TextMessage

robot.listen(isText, async (response) => {
  const { message } = response
  if (!isText(message)) return
  const { user, text } = message
  const dialogue = ((await user.get("registration")) ?? {}) as Dialogue
  const { next, answer } = await goOn(initiatives, Number(user.id), dialogue, text)
  await user.set("registration", next)
  await response.send(answer)
})
await robot.run()
ready(undefined)
process.on("SIGTERM", () => process.exit(0))
