import {
  type Conversation,
  type ConversationData,
  type ConversationFlavor,
  conversations,
  createConversation,
  type VersionedState,
} from "@grammyjs/conversations"
import { run, sequentialize } from "@grammyjs/runner"
import { PsqlAdapter } from "@grammyjs/storage-psql"
import { Bot, type Context } from "grammy"
import { openInitiatives, QUESTIONS, receipt } from "./registration.ts"
import { ready } from "./report.ts"

// grammY's conversations plugin with its state in PostgreSQL and the runner, as its documentation builds it.

type Ctx = ConversationFlavor<Context>

const initiatives = await openInitiatives(process.env["DATABASE_URL"] ?? "")
const bot = new Bot<Ctx>("4242:bench", { client: { apiRoot: process.env["TELEGRAM_API_ROOT"] ?? "" } })
bot.use(sequentialize((ctx) => String(ctx.chat?.id)))
bot.use(
  conversations({
    storage: {
      type: "key",
      getStorageKey: (ctx) => ctx.chat?.id.toString(),
      adapter: (await PsqlAdapter.create({
        tableName: "conversations",
        client: initiatives.client,
      })) as PsqlAdapter<VersionedState<ConversationData>>,
    },
  }),
)

async function register(conversation: Conversation, ctx: Context): Promise<void> {
  const ask = async (question: string) => {
    await ctx.reply(question)
    return (await conversation.waitFor("message:text")).message.text
  }
  const title = await ask(QUESTIONS.title)
  const change = await ask(QUESTIONS.change)
  const benefit = await ask(QUESTIONS.benefit)
  await ask(QUESTIONS.which)
  const sector = await ask(QUESTIONS.sector)
  const number = await conversation.external(() =>
    initiatives.add(ctx.from?.id ?? 0, { title, change, benefit }, sector),
  )
  await ctx.reply(receipt(number, title))
}
bot.use(createConversation(register))
bot.on("message:text", async (ctx) => await ctx.conversation.enter("register"))
await bot.init()
run(bot)
ready(undefined)
process.on("SIGTERM", () => process.exit(0))
