import type {
  BotId,
  Channel,
  Intake,
  MessageRef,
  Outgoing,
  Picture,
  WebhookRequest,
} from "../../core/channel.ts"
import { DeliveryError } from "../../core/channel.ts"
import { given } from "../../core/given.ts"
import type { Log } from "../../core/log.ts"
import { plain } from "../../core/markup.ts"
import { sparing } from "../../core/sparing.ts"
import { type Sleep, sleepFor } from "../retry.ts"
import { strangersLog } from "../secret.ts"
import { createZaloClient, ZALO_API_ROOT, type ZaloResult } from "./client.ts"
import { deliveryError } from "./failure.ts"
import { createFetching } from "./fetching.ts"
import { createIdentity } from "./identity.ts"
import { createInbox } from "./inbox.ts"
import { pollUntilStopped, TOKEN_REFUSED, webhookInTheWay } from "./polling.ts"
import { redactedLog, redactor } from "./redact.ts"
import { type Reading, readUpdate } from "./update.ts"
import { answerWebhook, registerWebhook } from "./webhook.ts"

/** How a Zalo bot is run. */
export type ZaloChannelOptions = {
  /** "<digits>:<secret>" from Zalo Bot Creator. */
  readonly token: string
  /** Default `https://bot-api.zaloplatforms.com`. */
  readonly apiRoot?: string
  readonly mode:
    | { readonly kind: "polling" }
    /** `publicUrl` without a slash at the end; `secret` is 8 to 256 characters long. */
    | { readonly kind: "webhook"; readonly publicUrl: string; readonly secret: string }
  readonly log: Log
  /** How long the platform holds an empty poll. Default 30, what everybody uses: the most it takes is not published. */
  readonly pollTimeoutSeconds?: number
  /**
   * Puts a picture where Zalo's servers can fetch it without a login and answers its address, unguessable and expiring
   * (sendPhoto takes an address and no upload: documented, 2026-10). Without it the channel sends no pictures.
   */
  readonly publish?: (picture: Picture) => Promise<string>
  /** The address from the bot's share tab in Zalo Bot Creator: `getMe` does not tell it, nor what it could be made of. */
  readonly link?: string
  /** Further names by which people mention the bot, for example those it had before. */
  readonly aliases?: readonly string[]
  /** For tests. */
  readonly sleep?: Sleep
  /** For tests: a signal that aborts after so many milliseconds. */
  readonly deadline?: (ms: number) => AbortSignal
  /** For tests: milliseconds of a clock that never goes back. */
  readonly now?: () => number
}

// The platform takes 1 to 2,000 (documented, 2026-10) and does not say whether it counts UTF-16 units, code points or bytes.
const TEXT_LENGTH = 1900
const FIRST_NAME_MS = 10_000
// A webhook is to be answered within a second.
const NEW_NAME_MS = 700

/**
 * A bot of the Zalo Bot Platform. Asks the platform nothing before `start`. Throws when the token, the secret or
 * `apiRoot` is of the wrong form.
 */
export function createZaloChannel(options: ZaloChannelOptions): Channel {
  const { mode, token, publish, link, sleep = sleepFor, now = () => performance.now() } = options
  const deadline = options.deadline ?? ((ms: number) => AbortSignal.timeout(ms))
  const tokenId = tokenIdOf(token)
  const bot = `zalo:${tokenId}` as BotId
  if (mode.kind === "webhook") checkSecret(mode.secret)
  const log = redactedLog(options.log, redactor(token, ...(mode.kind === "webhook" ? [mode.secret] : [])))
  const client = createZaloClient({
    token,
    deadline,
    ...given({ apiRoot: options.apiRoot }),
  })
  const identity = createIdentity({ client, tokenId, aliases: options.aliases ?? [], sleep, deadline, now })

  let running:
    | { readonly intake: Intake; readonly stopper: AbortController; readonly ended: Promise<unknown> }
    | undefined
  const inHand = new Set<Promise<unknown>>()
  const stranger = strangersLog(
    (requests) =>
      log.warn({ bot, requests }, "requests at the Zalo webhook had a wrong secret and were ignored"),
    now,
  )
  const complain = sparing(log.error.bind(log), now)
  const refused = (error: unknown) =>
    complain({ bot, error }, "a Zalo update was not received; the platform is asked to repeat it")

  async function read(raw: unknown): Promise<Reading> {
    const readNow = () => readUpdate(raw, { bot, names: identity.names(), ownIds: identity.ownIds() })
    const reading = readNow()
    if (reading.kind === "nothing" || !reading.strangeMention) return reading
    await identity.refresh(NEW_NAME_MS)
    return readNow()
  }

  async function receive(intake: Intake, signal: AbortSignal): Promise<void> {
    const inbox = createInbox({ bot, intake, read, log, sleep })
    // Without it the first mentions could not be told from other words; but it is no reason to receive nothing.
    await identity.refresh(FIRST_NAME_MS)
    if (mode.kind === "polling") {
      const pollTimeoutSeconds = options.pollTimeoutSeconds ?? 30
      await pollUntilStopped({ bot, client, inbox, log, sleep, now, pollTimeoutSeconds }, signal)
      return
    }
    // Left over from a time when this bot polled.
    await inbox.takeUpUnfinished(signal)
    const url = webhookUrl(mode.publicUrl, tokenId)
    await registerWebhook({ bot, client, log, sleep, url, secret: mode.secret }, signal)
  }

  async function handle(request: WebhookRequest, secret: string) {
    const handler = { bot, secret, log, stranger, refused, read, intake: () => running?.intake }
    const answer = answerWebhook(handler, request)
    inHand.add(answer)
    return answer.finally(() => inHand.delete(answer))
  }

  return {
    name: "zalo",
    bot,
    limits: { textLength: TEXT_LENGTH },

    async start(intake) {
      if (running) return
      const stopper = new AbortController()
      // In this order `receive` waits for the first answer instead of asking as well.
      const work = [identity.keepFresh(stopper.signal), receive(intake, stopper.signal)]
      const ended = Promise.all(work).catch((error: unknown) => {
        log.error({ bot, error }, "the Zalo bot stopped receiving because of a mistake in our program")
      })
      running = { intake, stopper, ended }
    },

    async stop() {
      const stopping = running
      running = undefined
      stopping?.stopper.abort()
      await stopping?.ended
      await Promise.allSettled(inHand)
    },

    async send(message) {
      const text = wordsOf(message)
      // No reply_to: no page documents it and nobody has seen it work (2026-10).
      return refOf(await client.sendMessage(chatOf(message), text))
    },

    fetchFile: createFetching(options.apiRoot ?? ZALO_API_ROOT, log),

    ...(link === undefined
      ? {}
      : {
          // Zalo's links hand nothing over (its pages name no start parameter, 2026-10).
          entrance: (_, into) => (into === "group" ? undefined : { link, carries: false }),
        }),

    async typing(chat) {
      const shown = await client.sendTyping(chatOf({ chat }))
      if (shown.kind !== "ok") throw deliveryError(shown)
    },

    ...(publish === undefined
      ? {}
      : {
          sendPicture: async (message: Outgoing, picture: Picture) => {
            const caption = wordsOf(message)
            const address = await publish(picture).catch((error: unknown) => {
              throw new DeliveryError("unreachable", `The picture could not be published: ${String(error)}`, {
                surelyNotSent: true,
              })
            })
            return refOf(await client.sendPhoto(chatOf(message), address, caption))
          },
        }),

    async check() {
      const me = await client.getMe()
      if (me.kind === "unauthorized") return `${bot}: ${TOKEN_REFUSED}`
      if (me.kind !== "ok")
        return `${bot}: Zalo does not answer as it should (${me.reason}). Check ZALO_API_ROOT and the network.`
      const webhook = await client.getWebhookInfo()
      if (webhook.kind !== "ok") return undefined
      if (mode.kind === "polling") {
        return webhook.value === undefined ? undefined : `${bot}: ${webhookInTheWay(webhook.value)}`
      }
      return webhook.value === webhookUrl(mode.publicUrl, tokenId)
        ? undefined
        : `${bot}: another webhook address, or none, is registered; the bot registers its own at start`
    },

    ...(mode.kind === "webhook"
      ? { webhook: { path: tokenId, handle: (request: WebhookRequest) => handle(request, mode.secret) } }
      : {}),
  }
}

function webhookUrl(publicUrl: string, tokenId: string): string {
  return `${publicUrl}/webhooks/zalo/${tokenId}`
}

/** What Zalo shows of a message. Throws when it is nothing or too long. */
function wordsOf(message: Outgoing): string {
  const text = plain(message.text).normalize("NFC")
  if (text.trim() !== "" && text.length <= TEXT_LENGTH) return text
  const reason = `a text has 1 to ${TEXT_LENGTH} characters, this one has ${text.length}`
  throw new DeliveryError("rejected", `Zalo was not asked to send the message: ${reason}.`, {
    surelyNotSent: true,
  })
}

function chatOf(message: Pick<Outgoing, "chat">): string {
  return message.chat.replace(/^zalo:/, "")
}

function refOf(result: ZaloResult<string | undefined>): MessageRef {
  if (result.kind !== "ok") throw deliveryError(result)
  return `zalo:${result.value ?? "unknown"}` as MessageRef
}

function tokenIdOf(token: string): string {
  const id = /^(\d+):[^\s/?#%]+$/.exec(token)?.[1]
  if (id !== undefined) return id
  throw new Error(
    `ZALO_BOT_TOKENS holds something that is no token: expected "<digits>:<secret>", got ${token.length} characters. Copy it from Zalo Bot Creator.`,
  )
}

function checkSecret(secret: string): void {
  if (secret.length >= 8 && secret.length <= 256) return
  throw new Error(`WEBHOOK_SECRET is ${secret.length} characters long: Zalo takes 8 to 256.`)
}
