import { Agent as HttpAgent } from "node:http"
import { Agent as HttpsAgent } from "node:https"
import axios from "axios"
import { z } from "zod"
import { jsonOf } from "../json.ts"
import { type Failure, failureOf, failureOfError, type Purpose } from "./failure.ts"
import { redactor } from "./redact.ts"

/** What a call came to. A failure's `reason` is safe to log: it holds no token and no address. */
export type ZaloResult<T> = { readonly kind: "ok"; readonly value: T } | Failure

/** The bot as `getMe` tells it. `id` need not be the digits of the token. */
export type ZaloBot = z.infer<typeof botForm>
/** Whether the platform could reach our webhook when it was set. The address is stored even when it could not. */
export type ZaloVerification = z.infer<typeof verificationForm>

/** The methods of the Zalo Bot Platform that we use. No method throws. */
export type ZaloClient = {
  getMe(signal?: AbortSignal): Promise<ZaloResult<ZaloBot>>
  /**
   * The next update, raw, or "empty" after `timeoutSeconds`. The platform gives one object per call; a list is taken as
   * well. What was answered is gone at the platform (at most once), so aborting `signal` can lose an update on its way.
   */
  getUpdates(timeoutSeconds: number, signal: AbortSignal): Promise<ZaloResult<readonly unknown[]>>
  setWebhook(
    url: string,
    secret: string,
    signal?: AbortSignal,
  ): Promise<ZaloResult<{ readonly verification: ZaloVerification | undefined }>>
  /** Also ok when there was none. */
  deleteWebhook(signal?: AbortSignal): Promise<ZaloResult<undefined>>
  /** The address set at the platform; `undefined` when none is. */
  getWebhookInfo(signal?: AbortSignal): Promise<ZaloResult<string | undefined>>
  /** The new message's id. `text` is 1 to 2,000 long. */
  sendMessage(chatId: string, text: string): Promise<ZaloResult<string | undefined>>
  /** The new message's id. `photoUrl` must be readable for Zalo's servers without a login. */
  sendPhoto(chatId: string, photoUrl: string, caption?: string): Promise<ZaloResult<string | undefined>>
  /** Shows "typing" for about five seconds. */
  sendTyping(chatId: string): Promise<ZaloResult<unknown>>
}

export type ZaloClientOptions = {
  readonly token: string
  /** Without a slash at the end. Default `https://bot-api.zaloplatforms.com`. */
  readonly apiRoot?: string
  /** A signal that aborts after so many milliseconds. Tests pass one that they abort themselves. */
  readonly deadline?: (ms: number) => AbortSignal
}

export const ZALO_API_ROOT = "https://bot-api.zaloplatforms.com"

// No page names times or sizes. A photo takes long because Zalo fetches it first: openclaw waits as long (2026-09). Bodies seen
// have some hundred bytes (measured: TAX in sample-messages.md).
const CALL_TIMEOUT_MS = 20_000
const PHOTO_TIMEOUT_MS = 150_000
/** Nobody waits for a sign that one is writing. */
const TYPING_TIMEOUT_MS = 5_000
const POLL_GRACE_MS = 15_000
const MAX_ANSWER_BYTES = 1024 * 1024

const botForm = z.object({
  id: z.string().optional(),
  account_name: z.string().optional(),
  display_name: z.string().optional(),
})
const verificationForm = z.object({
  ok: z.boolean(),
  outcome: z.string().optional(),
  hint: z.string().optional(),
})
const webhookSetForm = z.object({ verification: verificationForm.optional().catch(undefined) })
const webhookInfoForm = z.object({ url: z.string().optional() })
// A success whose body is odd is a success all the same: the message stands in the chat.
const sentForm = z.object({ message_id: z.string().optional().catch(undefined) }).catch({})
const updatesForm = z
  .unknown()
  .transform((result) => (Array.isArray(result) ? result : [result]).filter((update) => update != null))
const envelopeForm = z.object({
  ok: z.boolean().optional(),
  result: z.unknown().optional(),
  error_code: z.number().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
})

type Call<T> = {
  readonly method: string
  readonly parameters?: object
  readonly form: z.ZodType<T>
  readonly timeoutMs?: number
  readonly signal?: AbortSignal | undefined
  /** Default "read". */
  readonly purpose?: Purpose
}

/** A client for one bot. Throws only for a token or an `apiRoot` of the wrong form. */
export function createZaloClient(options: ZaloClientOptions): ZaloClient {
  const deadline = options.deadline ?? ((ms: number) => AbortSignal.timeout(ms))
  const redact = redactor(options.token)
  const root = tidyRoot(options.apiRoot ?? ZALO_API_ROOT)
  const http = axios.create({
    baseURL: `${root}/bot${options.token}/`,
    headers: { "Content-Type": "application/json" },
    // Left idle for longer, a connection may be closed by the other side just as a message goes out on it.
    httpAgent: new HttpAgent({ keepAlive: true, timeout: 30_000 }),
    httpsAgent: new HttpsAgent({ keepAlive: true, timeout: 30_000 }),
    // A redirect would carry the token to another host.
    maxRedirects: 0,
    // A machine behind a proxy reaches Zalo through it, but not itself.
    ...(isLoopback(root) ? { proxy: false as const } : {}),
    maxContentLength: MAX_ANSWER_BYTES,
    responseType: "text",
    transformResponse: (body: unknown) => body,
    validateStatus: () => true,
  })

  async function call<T>(asked: Call<T>): Promise<ZaloResult<T>> {
    const purpose = asked.purpose ?? "read"
    const expiry = deadline(asked.timeoutMs ?? CALL_TIMEOUT_MS)
    const signal = asked.signal ? AbortSignal.any([asked.signal, expiry]) : expiry
    try {
      const { status, data } = await http.post<unknown>(asked.method, asked.parameters ?? {}, { signal })
      return readAnswer(asked.form, purpose, status, String(data))
    } catch (error) {
      return failureOfError(error, purpose, expiry.aborted)
    }
  }

  function readAnswer<T>(form: z.ZodType<T>, purpose: Purpose, status: number, text: string): ZaloResult<T> {
    const body = envelopeForm.safeParse(jsonOf(text)).data
    if (body === undefined) return failureOf({ purpose, status })
    // The body comes before the status, and a success may carry error_code 0 (measured: MCP in sample-messages.md).
    if (body.ok === true) {
      const value = form.safeParse(body.result)
      return value.success ? { kind: "ok", value: value.data } : failureOf({ purpose, status })
    }
    const description = redact(body.description ?? "").slice(0, 200)
    return failureOf({ purpose, status, body: { code: body.error_code, description } })
  }

  return {
    getMe: (signal) => call({ method: "getMe", form: botForm, signal }),

    getUpdates: (timeoutSeconds, signal) =>
      call({
        method: "getUpdates",
        parameters: { timeout: timeoutSeconds },
        form: updatesForm,
        timeoutMs: timeoutSeconds * 1000 + POLL_GRACE_MS,
        signal,
        purpose: "poll",
      }),

    setWebhook: async (url, secret, signal) => {
      const parameters = { url, secret_token: secret }
      const result = await call({ method: "setWebhook", parameters, form: webhookSetForm, signal })
      if (result.kind === "ok") return { kind: "ok", value: { verification: result.value.verification } }
      return { ...result, reason: redactor(secret)(result.reason) }
    },

    async deleteWebhook(signal) {
      const result = await call({ method: "deleteWebhook", form: z.unknown(), signal })
      // "No webhook to delete" comes as 400 (measured: CSKH in sample-messages.md).
      const gone = result.kind === "ok" || result.kind === "badRequest" || result.kind === "notFound"
      return gone ? { kind: "ok", value: undefined } : result
    },

    async getWebhookInfo(signal) {
      const result = await call({ method: "getWebhookInfo", form: webhookInfoForm, signal })
      if (result.kind === "notFound") return { kind: "ok", value: undefined }
      return result.kind === "ok" ? { kind: "ok", value: result.value.url || undefined } : result
    },

    sendMessage: (chatId, text) => send({ method: "sendMessage", parameters: { chat_id: chatId, text } }),

    sendPhoto: (chatId, photoUrl, caption) =>
      send({
        method: "sendPhoto",
        parameters: { chat_id: chatId, photo: photoUrl, ...(caption ? { caption } : {}) },
        timeoutMs: PHOTO_TIMEOUT_MS,
      }),

    sendTyping: (chatId) =>
      call({
        method: "sendChatAction",
        parameters: { chat_id: chatId, action: "typing" },
        form: z.unknown(),
        timeoutMs: TYPING_TIMEOUT_MS,
      }),
  }

  async function send(asked: Omit<Call<never>, "form" | "purpose">): Promise<ZaloResult<string | undefined>> {
    const result = await call({ ...asked, form: sentForm, purpose: "send" })
    return result.kind === "ok" ? { kind: "ok", value: result.value.message_id } : result
  }
}

function tidyRoot(root: string): string {
  const url = URL.canParse(root) ? new URL(root) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new Error(`ZALO_API_ROOT is no http(s) address: expected something like "${ZALO_API_ROOT}".`)
  }
  return url.origin + url.pathname.replace(/\/+$/, "")
}

function isLoopback(root: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(root).hostname)
}
