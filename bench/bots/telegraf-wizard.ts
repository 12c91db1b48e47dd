import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { type Context, Scenes, session, Telegraf } from "telegraf"
import { message } from "telegraf/filters"
import { type Draft, openInitiatives, QUESTIONS, receipt } from "./registration.ts"
import { ready } from "./report.ts"

// Telegraf with a wizard whose session is in PostgreSQL, as its documentation builds it; BENCH_MODE: polling or webhook.

type Ctx = Scenes.WizardContext & Context

const initiatives = await openInitiatives(process.env["DATABASE_URL"] ?? "")
const { client } = initiatives
await client.query("create table if not exists telegraf_session (key text primary key, value jsonb not null)")

const wizard = new Scenes.WizardScene<Ctx>(
  "registration",
  async (ctx) => {
    await ctx.reply(QUESTIONS.title)
    ctx.wizard.next()
  },
  async (ctx) => {
    Object.assign(draftOf(ctx), { title: wordsOf(ctx) })
    await ctx.reply(QUESTIONS.change)
    ctx.wizard.next()
  },
  async (ctx) => {
    Object.assign(draftOf(ctx), { change: wordsOf(ctx) })
    await ctx.reply(QUESTIONS.benefit)
    ctx.wizard.next()
  },
  async (ctx) => {
    Object.assign(draftOf(ctx), { benefit: wordsOf(ctx) })
    await ctx.reply(QUESTIONS.which)
    ctx.wizard.next()
  },
  async (ctx) => {
    await ctx.reply(QUESTIONS.sector)
    ctx.wizard.next()
  },
  async (ctx) => {
    const draft = draftOf(ctx)
    const number = await initiatives.add(ctx.from?.id ?? 0, draft, wordsOf(ctx))
    await ctx.scene.leave()
    await ctx.reply(receipt(number, draft.title ?? ""))
  },
)

function draftOf(ctx: Ctx): Draft {
  return ctx.wizard.state as Draft
}

function wordsOf(ctx: Ctx): string {
  return ctx.has(message("text")) ? ctx.message.text : ""
}

const bot = new Telegraf<Ctx>("4242:bench", {
  // An answer in the response to the webhook would not be counted by the double.
  telegram: { apiRoot: process.env["TELEGRAM_API_ROOT"] ?? "", webhookReply: false },
})
bot.use(
  session({
    store: {
      get: async (key) => {
        const { rows } = await client.query("select value from telegraf_session where key = $1", [key])
        return rows[0]?.value
      },
      set: async (key, value) =>
        await client.query(
          "insert into telegraf_session (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value",
          [key, JSON.stringify(value)],
        ),
      delete: async (key) => await client.query("delete from telegraf_session where key = $1", [key]),
    },
  }),
)
bot.use(new Scenes.Stage<Ctx>([wizard]).middleware())
bot.on(message("text"), async (ctx) => await ctx.scene.enter("registration"))
if (process.env["BENCH_MODE"] === "webhook") {
  bot.botInfo = await bot.telegram.getMe()
  const server = createServer(bot.webhookCallback("/", { secretToken: process.env["WEBHOOK_SECRET"] ?? "" }))
  server.listen(0, "127.0.0.1", () => ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
} else {
  void bot.launch()
  ready(undefined)
}
process.on("SIGTERM", () => process.exit(0))
