import { readFileSync } from "node:fs"
import type { Channel, ChatId, Incoming, Intake, Receipt } from "../../core/channel.ts"
import { createWording } from "../../core/messages/wording.ts"
import { createHttpServer, type HttpParts } from "../http/server.ts"
import { SAMPLE_CAST } from "./cast.ts"
import { createWebChannel, type WebChannel } from "./channel.ts"
import { type WebChatOptions, webChatRoutes } from "./routes.ts"

/** The web chat of the tests: An (member), Dung (support) and Chi (officer), the groups "tnh" and "tng". */
export function aWebChannel(now?: () => Date): WebChannel {
  return createWebChannel({
    botName: "Trợ lý Sáng kiến",
    people: SAMPLE_CAST.people,
    groups: [
      { id: "tnh", name: "Nhóm chung công đoàn tỉnh" },
      { id: "tng", name: "Nhóm TNG", description: "CĐCS Công ty May TNG" },
    ],
    suggestions: {
      member: ["đăng ký: Cải tiến cữ gá may túi hộp", "tiến độ", "trợ giúp"],
      support: ["đăng ký hộ Nguyễn Văn Hùng: Cải tiến máy ép keo", "tiến độ", "của tôi"],
      officer: ["duyệt", "tổng hợp tuần", "nhắc"],
    },
    ...(now ? { now } : {}),
  })
}

/** A house that does `handle` for each update and has no store. */
export function intakeOf(handle: (incoming: Incoming) => Promise<Receipt>): Intake {
  return {
    receive: async (batch) => {
      const receipts: Receipt[] = []
      for (const incoming of batch) receipts.push(await handle(incoming))
      return receipts
    },
    keep: async () => {},
    unfinished: async () => [],
    discard: async () => {},
  }
}

/** The HTTP server with nothing but the web chat behind it. `errors` collects what it logs. */
export function aWebServer(
  channel: WebChannel,
  options: Partial<WebChatOptions> = {},
  errors: object[] = [],
) {
  return createHttpServer({
    ...quietParts(errors),
    webChat: webChatRoutes(channel, { timeZone: "Asia/Ho_Chi_Minh", ...options }),
  })
}

const VIETNAMESE = readFileSync(new URL("../../core/messages/vi.ftl", import.meta.url), "utf8")
const WORDS = createWording(VIETNAMESE, "vi")

/** Parts that are well and have nothing to tell. */
export function quietParts(errors: object[] = []): HttpParts {
  return {
    log: { info: () => {}, warn: () => {}, error: (fields) => errors.push(fields) },
    readiness: async () => ({ ready: true, parts: { database: { ok: true } } }),
    metrics: async () => "# HELP up\nup 1\n",
    webhooks: new Map(),
    words: WORDS,
  }
}

/** An id of a chat as the web channel makes it. */
export function webChat(room: string): ChatId {
  return `web:${room}` as ChatId
}

/** The bot writes into a room. */
export function botSays(channel: Channel, room: string, text: string) {
  return channel.send({ chat: webChat(room), text })
}
