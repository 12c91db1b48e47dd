import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

/** What the double answers to one message: a status and a body, as Telegram's. */
type Answer = { readonly status: number; readonly body: object }

export const TAKEN: Answer = {
  status: 200,
  body: { ok: true, result: { message_id: 1, date: 0, chat: { id: 1, type: "private" } } },
}
const POLL_MS = 30_000

/**
 * A Telegram on loopback, as much of it as one bot that polls needs: whatever is in `updates` is handed out once, and
 * `send` decides on every message. What it does not know it approves of.
 */
export async function openTelegram(
  send: (method: "sendMessage" | "sendPhoto") => Answer | Promise<Answer>,
): Promise<{
  /** For TELEGRAM_API_ROOT. */
  readonly root: string
  /** Still to be handed out. */
  readonly updates: object[]
  close(): void
}> {
  const updates: object[] = []
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    const answer = ({ status, body }: Answer) => {
      response.writeHead(status, { "content-type": "application/json" })
      response.end(JSON.stringify(body))
    }
    const method = request.url?.split("/").at(-1)
    if (method === "sendMessage" || method === "sendPhoto") return answer(await send(method))
    if (method === "getUpdates") {
      const result = updates.splice(0)
      const give = () => answer({ status: 200, body: { ok: true, result } })
      return result.length > 0 ? give() : void setTimeout(give, POLL_MS).unref()
    }
    const bot = { id: 4242, is_bot: true, first_name: "B", username: "b_bot" }
    answer({ status: 200, body: { ok: true, result: method === "getMe" ? bot : true } })
  })
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve))
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    updates,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
