import { createPostgresState } from "@chat-adapter/state-pg"
import { createTelegramAdapter } from "@chat-adapter/telegram"
import { type Adapter, Chat, ConsoleLogger } from "chat"
import pg from "pg"
import { type Draft, openInitiatives, QUESTIONS, receipt } from "./registration.ts"
import { ready } from "./report.ts"

// Chat SDK with its Telegram adapter and the dialogue in its thread state in PostgreSQL, as its documentation builds it.

type Dialogue = Draft & { step?: "title" | "change" | "benefit" | "which" | "sector" }

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
  // Its default takes a lock of the chat in the database and drops what comes while it is held. Those beside have no lock either.
  concurrency: "concurrent",
})
bot.onDirectMessage(async (thread, { text, author }) => {
  const dialogue = (await thread.state) ?? {}
  const go = async (next: Dialogue, question: string) => {
    await thread.setState(next, { replace: true })
    await thread.post(question)
  }
  switch (dialogue.step) {
    case undefined:
      return await go({ step: "title" }, QUESTIONS.title)
    case "title":
      return await go({ step: "change", title: text }, QUESTIONS.change)
    case "change":
      return await go({ ...dialogue, step: "benefit", change: text }, QUESTIONS.benefit)
    case "benefit":
      return await go({ ...dialogue, step: "which", benefit: text }, QUESTIONS.which)
    case "which":
      return await go({ ...dialogue, step: "sector" }, QUESTIONS.sector)
    case "sector": {
      const number = await initiatives.add(Number(author.userId), dialogue, text)
      return await go({}, receipt(number, dialogue.title ?? ""))
    }
  }
})
await bot.initialize()
ready(undefined)
process.on("SIGTERM", () => process.exit(0))
