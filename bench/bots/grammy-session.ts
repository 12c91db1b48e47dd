import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { run, sequentialize } from "@grammyjs/runner"
import { PsqlAdapter } from "@grammyjs/storage-psql"
import { Bot, type Context, type SessionFlavor, session, webhookCallback } from "grammy"
import { type Draft, openInitiatives, QUESTIONS, receipt } from "./registration.ts"
import { ready } from "./report.ts"

// grammY with its session in PostgreSQL, as its documentation builds it; BENCH_MODE: polling, runner or webhook.

type Session = Draft & { step?: "title" | "change" | "benefit" | "which" | "sector" }
type Ctx = Context & SessionFlavor<Session>

const url = process.env["DATABASE_URL"] ?? ""
const mode = process.env["BENCH_MODE"] ?? "polling"
const initiatives = await openInitiatives(url)
const bot = new Bot<Ctx>("4242:bench", { client: { apiRoot: process.env["TELEGRAM_API_ROOT"] ?? "" } })
if (mode === "runner") bot.use(sequentialize((ctx) => String(ctx.chat?.id)))
bot.use(
  session({
    initial: (): Session => ({}),
    storage: await PsqlAdapter.create({ tableName: "sessions", client: initiatives.client }),
  }),
)
bot.on("message:text", async (ctx) => {
  const { text } = ctx.message
  switch (ctx.session.step) {
    case undefined:
      ctx.session = { step: "title" }
      return await ctx.reply(QUESTIONS.title)
    case "title":
      ctx.session = { step: "change", title: text }
      return await ctx.reply(QUESTIONS.change)
    case "change":
      ctx.session = { ...ctx.session, step: "benefit", change: text }
      return await ctx.reply(QUESTIONS.benefit)
    case "benefit":
      ctx.session = { ...ctx.session, step: "which", benefit: text }
      return await ctx.reply(QUESTIONS.which)
    case "which":
      ctx.session = { ...ctx.session, step: "sector" }
      return await ctx.reply(QUESTIONS.sector)
    default: {
      const number = await initiatives.add(ctx.from.id, ctx.session, text)
      const { title = "" } = ctx.session
      ctx.session = {}
      return await ctx.reply(receipt(number, title))
    }
  }
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
