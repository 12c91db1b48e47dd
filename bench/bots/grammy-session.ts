import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { run, sequentialize } from "@grammyjs/runner"
import { PsqlAdapter } from "@grammyjs/storage-psql"
import { Bot, type Context, type SessionFlavor, session, webhookCallback } from "grammy"
import { type Dialogue, goOn, openInitiatives } from "./registration.ts"
import { ready } from "./report.ts"

// grammY with its session in PostgreSQL, as its documentation builds it; BENCH_MODE: polling, runner or webhook.

type Ctx = Context & SessionFlavor<Dialogue>

const url = process.env["DATABASE_URL"] ?? ""
const mode = process.env["BENCH_MODE"] ?? "polling"
const initiatives = await openInitiatives(url)
const bot = new Bot<Ctx>("4242:bench", { client: { apiRoot: process.env["TELEGRAM_API_ROOT"] ?? "" } })
if (mode === "runner") bot.use(sequentialize((ctx) => String(ctx.chat?.id)))
bot.use(
  session({
    initial: (): Dialogue => ({}),
    storage: await PsqlAdapter.create({ tableName: "sessions", client: initiatives.client }),
  }),
)
bot.on("message:text", async (ctx) => {
  const { next, answer } = await goOn(initiatives, ctx.from.id, ctx.session, ctx.message.text)
  ctx.session = next
  return await ctx.reply(answer)
})
await bot.init()
if (mode === "webhook") {
  const handle = webhookCallback(bot, "http", { secretToken: process.env["WEBHOOK_SECRET"] ?? "" })
  const server = createServer(handle)
  server.listen(0, "127.0.0.1", () => ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
} else {
  if (mode === "runner") run(bot)
  else void bot.start()
  ready(undefined)
}
process.on("SIGTERM", () => process.exit(0))
