import { createPostgresState } from "@chat-adapter/state-pg"
import { createTelegramAdapter } from "@chat-adapter/telegram"
import { type Adapter, Chat, ConsoleLogger } from "chat"
import pg from "pg"
import { type Dialogue, goOn, openInitiatives } from "./registration.ts"
import { ready } from "./report.ts"

// Chat SDK with its Telegram adapter and the dialogue in its thread state in PostgreSQL, as its documentation builds it.

const url = process.env["DATABASE_URL"] ?? ""
const initiatives = await openInitiatives(url)
const logger = new ConsoleLogger("warn")
const telegram = createTelegramAdapter({
  botToken: "4242:bench",
  apiUrl: process.env["TELEGRAM_API_ROOT"] ?? "",
  mode: "polling",
  logger,
})
const bot = new Chat<Record<string, Adapter>, Dialogue>({
  userName: "bench_bot",
  // Their types do without `exactOptionalPropertyTypes`.
  adapters: { telegram: telegram as Adapter },
  state: createPostgresState({ client: new pg.Pool({ connectionString: url }), logger }),
  logger,
  // Its default locks the chat in the database and drops what comes meanwhile; Telegraf and Hubot lock nothing either.
  concurrency: "concurrent",
})
bot.onDirectMessage(async (thread, { text, author }) => {
  const { next, answer } = await goOn(initiatives, Number(author.userId), (await thread.state) ?? {}, text)
  await thread.setState(next, { replace: true })
  await thread.post(answer)
})
await bot.initialize()
ready(undefined)
process.on("SIGTERM", () => process.exit(0))
