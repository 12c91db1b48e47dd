// One post to 2,000 Telegram groups, against a double that counts like Telegram: 30 a second for the bot, 1 a second and
// 20 a minute for a group, 40 ms to answer. `node bench/broadcast.ts [groups] [--pictures]`; with pictures every group is a
// unit's own and gets the picture of its own tally.
import { rm } from "node:fs/promises"
import { setTimeout as pause } from "node:timers/promises"
import { parseArgs } from "node:util"
import { pino } from "pino"
import { startHouse } from "../bot/main.ts"
import { readSettings } from "../bot/settings.ts"
import type { BotId, ChatId } from "../core/channel.ts"
import type { PictureRef } from "../core/outbox.ts"
import { migrate } from "../db/migrate.ts"
import { insertOutbox } from "../db/outbox/outbox.ts"
import { openDatabase, openPool } from "../db/server/connection.ts"
import { startEmbedded } from "../db/server/embedded.ts"
import { testFolder } from "../db/test-folder.ts"
import { END, fillStock } from "./stock.ts"
import { round, table } from "./table.ts"
import { openTelegram, TAKEN } from "./telegram.ts"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: "boolean", default: false } },
})
const groups = Number(positionals[0] ?? 2_000)
const PER_SECOND = 30
const LATENCY_MS = 40
const BOT = "telegram:4242" as BotId

/** Instants of the messages taken, newest last. */
const taken: number[] = []
let refused = 0
let pictures = 0
const telegram = await openTelegram(async (method) => {
  const now = performance.now()
  // More than PER_SECOND of them within the last second.
  if (now - (taken.at(-PER_SECOND) ?? Number.NEGATIVE_INFINITY) < 1000) {
    refused += 1
    const description = "Too Many Requests: retry after 1"
    return { status: 429, body: { ok: false, error_code: 429, description, parameters: { retry_after: 1 } } }
  }
  taken.push(now)
  if (method === "sendPhoto") pictures += 1
  await pause(LATENCY_MS)
  return TAKEN
})

const folder = await testFolder("bench")
const server = await startEmbedded(folder)
const db = openDatabase(openPool(server.url))
await migrate(db)
const now = Date.now()
const chats = Array.from({ length: groups }, (_, n) => `telegram:-${n + 1}` as ChatId)
await db
  .insertInto("chat")
  .values(chats.map((id) => ({ id, bot_id: BOT, kind: "group" as const, created_at: new Date(now) })))
  .execute()
const refs = values.pictures ? await unitPictures() : []
await insertOutbox(
  db,
  chats.map((chat, n) => ({
    chat,
    bot: BOT,
    kind: "post" as const,
    dueAt: now,
    content: {
      phrases: [{ text: "TỔNG HỢP TUẦN" }],
      ...(refs.length === 0 ? {} : { picture: refs[n % refs.length] as PictureRef }),
    },
  })),
  now,
)
const house = await startHouse(
  readSettings({
    DATABASE_URL: server.url,
    PORT: "0",
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_BOT_TOKENS: "4242:AAExampleExampleExampleExampleExample",
    LOG_LEVEL: "warn",
  }),
  { log: pino({ level: "warn" }, pino.destination(2)), now: Date.now },
)
while (taken.length < groups) await pause(100)
const seconds = ((taken.at(-1) ?? 0) - (taken[0] ?? 0)) / 1000
const minimum = (groups - 1) / PER_SECOND
await house.stop()
await db.destroy()
await server.close()
await rm(folder, { recursive: true, force: true })
process.stdout.write(
  `${table([{ groups, pictures, seconds: round(seconds, 1), "minimum s": round(minimum, 1), "times the minimum": round(seconds / minimum, 3), "429s": refused }])}\n`,
)
process.exit(0)

/** Of the units of a province of 2,000, each its week's. */
async function unitPictures(): Promise<readonly PictureRef[]> {
  await fillStock(db, { initiatives: 10_000, units: 2_000, days: 200 })
  const { id } = await db.selectFrom("campaign").select("id").executeTakeFirstOrThrow()
  const units = await db.selectFrom("unit").select("id").where("level", "=", "grassroots").execute()
  const week = { period: "week", from: END - 7 * 86_400_000, to: END } as const
  return units.map((unit) => ({ campaignId: id, unitId: unit.id, ...week }))
}
