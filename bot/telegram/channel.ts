import { Api } from "grammy/web"
import type { Channel, Intake, WebhookAnswer, WebhookRequest } from "../../core/channel.ts"
import { sleepFor } from "../retry.ts"
import { toDeliveryError } from "./errors.ts"
import { createFetching } from "./fetching.ts"
import { connectionsTo, forGrammy, tidyRoot } from "./http.ts"
import { type BotIdentity, botDigits, botId } from "./ids.ts"
import type { TelegramOptions } from "./options.ts"
import { keepTrying, type Patience } from "./patience.ts"
import { poll } from "./polling.ts"
import { ALLOWED_UPDATES, createReceiving } from "./receiving.ts"
import { redactor } from "./redact.ts"
import { CAPTION_LENGTH, createSending, TEXT_LENGTH } from "./sending.ts"
import { createWebhook } from "./webhook.ts"

/** Seconds Telegram may be late with the answer to a poll. */
const POLL_GRACE_SECONDS = 15
/** How long a webhook request waits for the bot's own name before it is read without. */
const NAME_WAIT_MS = 500

/** The Telegram channel of one bot. Throws, without showing it, when `options.token` is not a token. */
export function createTelegramChannel(options: TelegramOptions): Channel {
  const { token, mode, log } = options
  const digits = botDigits(token)
  const hide = redactor(token)
  const sleep = options.sleep ?? sleepFor
  const pollTimeoutSeconds = options.pollTimeoutSeconds ?? 30
  const apiRoot = tidyRoot(options.apiRoot ?? "https://api.telegram.org")
  const connections = connectionsTo(apiRoot)
  const shared = { apiRoot, fetch: connections.fetch, sensitiveLogs: false }
  const timeoutSeconds = options.callTimeoutSeconds ?? 30
  const api = new Api(token, { ...shared, timeoutSeconds })
  api.config.use(connections.straight(token, timeoutSeconds))
  const pollApi = new Api(token, { ...shared, timeoutSeconds: pollTimeoutSeconds + POLL_GRACE_SECONDS })

  const sending = createSending(api, log, hide)

  let identity: BotIdentity = { id: digits, username: undefined }
  let running: Running | undefined

  async function prepare(patience: Patience): Promise<boolean> {
    const me = await keepTrying("getMe", patience, () => api.getMe(forGrammy(patience.signal)))
    if (me === undefined) return false
    identity = { id: digits, username: me.username }
    log.info({ bot: botId(digits), username: me.username }, "Telegram knows this bot")
    return true
  }

  async function register(patience: Patience): Promise<boolean> {
    const done =
      mode.kind === "polling"
        ? // Pending updates stay: they were written to us while we were down.
          await keepTrying("deleteWebhook", patience, () =>
            api.deleteWebhook({ drop_pending_updates: false }, forGrammy(patience.signal)),
          )
        : await keepTrying("setWebhook", patience, () =>
            api.setWebhook(
              webhookUrl(mode.publicUrl, digits),
              { secret_token: mode.secret, allowed_updates: ALLOWED_UPDATES, max_connections: 40 },
              forGrammy(patience.signal),
            ),
          )
    return done !== undefined
  }

  async function showMenus(signal: AbortSignal): Promise<void> {
    if (options.commands === undefined) return
    try {
      await api.setMyCommands(
        options.commands.private,
        { scope: { type: "all_private_chats" } },
        forGrammy(signal),
      )
      await api.setMyCommands(
        options.commands.group,
        { scope: { type: "all_group_chats" } },
        forGrammy(signal),
      )
    } catch (error) {
      // Cosmetic: everything can be typed, and the next start tries again.
      if (!signal.aborted) log.warn({ reason: explain(error).message }, "Telegram menus could not be set")
    }
  }

  function explain(error: unknown) {
    return toDeliveryError(error, hide)
  }

  function run(intake: Intake): Running {
    const stopping = new AbortController()
    const patience: Patience = { log, sleep, signal: stopping.signal, explain, hide }
    const receive = createReceiving(api, intake, log, () => identity)
    const named = prepare(patience)
    async function work(): Promise<void> {
      if (!(await named) || !(await register(patience))) return
      const menus = showMenus(stopping.signal)
      if (mode.kind === "polling") await poll(pollApi, pollTimeoutSeconds, receive, patience)
      await menus
    }
    const worked = work().catch((error: unknown) =>
      log.error({ reason: explain(error).message }, "Telegram receiving ended by a fault of ours"),
    )
    return { stopping, worked, named, receive, inHand: new Set() }
  }

  const handle =
    mode.kind === "webhook"
      ? createWebhook(mode.secret, log, hide, async (raws) => {
          if (running === undefined) throw new Error("The Telegram channel is not receiving")
          const { receive, named, inHand } = running
          const taken = afterName(named).then(() => receive(raws))
          inHand.add(taken)
          await taken.finally(() => inHand.delete(taken))
        })
      : undefined

  async function afterName(named: Promise<boolean>): Promise<void> {
    if (identity.username === undefined) await Promise.race([named, sleep(NAME_WAIT_MS)])
  }

  return {
    name: "telegram",
    bot: botId(digits),
    limits: { textLength: TEXT_LENGTH, captionLength: CAPTION_LENGTH },

    async start(intake) {
      running ??= run(intake)
    },

    async stop() {
      if (running === undefined) return
      const { stopping, worked, inHand } = running
      running = undefined
      stopping.abort()
      await Promise.allSettled([worked, ...inHand])
    },

    send: sending.send,
    whisper: sending.whisper,
    sendPicture: sending.sendPicture,
    sendDocument: sending.sendDocument,
    typing: sending.typing,
    fetchFile: createFetching(api, apiRoot, token),

    entrance(start, into) {
      const { username } = identity
      if (username === undefined) return undefined
      const link = `https://t.me/${username}`
      if (start === undefined) return { link, carries: false }
      const parameter = into === "group" ? "startgroup" : "start"
      return { link: `${link}?${parameter}=${start}`, carries: true }
    },

    ...(handle === undefined
      ? {}
      : {
          webhook: {
            path: digits,
            handle: (request: WebhookRequest): Promise<WebhookAnswer> => handle(request),
          },
        }),

    async check() {
      try {
        identity = { id: digits, username: (await api.getMe()).username }
        if (mode.kind === "polling") return undefined
        const info = await api.getWebhookInfo()
        if (info.url !== webhookUrl(mode.publicUrl, digits)) {
          return "Telegram: another webhook address, or none, is registered; the bot registers its own at start"
        }
        return info.last_error_message !== undefined && info.pending_update_count > 0
          ? `Telegram cannot deliver to PUBLIC_URL: ${hide(info.last_error_message)}`
          : undefined
      } catch (error) {
        return explain(error).message
      }
    },
  }
}

type Running = {
  readonly stopping: AbortController
  readonly worked: Promise<void>
  readonly named: Promise<boolean>
  readonly receive: (raws: readonly unknown[]) => Promise<void>
  /** Webhook requests not yet committed. */
  readonly inHand: Set<Promise<void>>
}

function webhookUrl(publicUrl: string, digits: string): string {
  return `${publicUrl.replace(/\/+$/, "")}/webhooks/telegram/${digits}`
}
