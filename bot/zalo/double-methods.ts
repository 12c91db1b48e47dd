import { z } from "zod"

/** The body of an answer and its HTTP status. */
export type Answer = {
  readonly status: number
  readonly body: object | string
  readonly headers?: Readonly<Record<string, string>>
}

/** A success in the platform's envelope. */
export function ok(result: unknown): Answer {
  return { status: 200, body: { ok: true, error_code: 0, result } }
}

/** A failure in the platform's envelope; the HTTP status may differ from the code. */
export function failed(code: number, description: string, status = code): Answer {
  return { status, body: { ok: false, error_code: code, description } }
}

// In UTF-16 units; what Zalo itself counts is not known, so a client had better stay well below.
const text = z.string().min(1).max(2000)
const address = z.url({ protocol: /^https?$/ })
const chat = z.string().min(1)

/**
 * The documented methods and their parameters (docs.zaloplatforms.com/docs/BOT, 2026-10). Strict: a parameter that only an SDK
 * invented is refused here, though the platform itself may ignore it.
 */
export const parametersOf = {
  getMe: z.strictObject({}),
  getUpdates: z.strictObject({
    timeout: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).default(30),
  }),
  setWebhook: z.strictObject({ url: z.string(), secret_token: z.string().min(8).max(256) }),
  deleteWebhook: z.strictObject({}),
  getWebhookInfo: z.strictObject({}),
  sendMessage: z.strictObject({
    chat_id: chat,
    text,
    parse_mode: z.enum(["markdown", "html"]).optional(),
    text_styles: z
      .array(z.strictObject({ start: z.number(), len: z.number(), st: z.array(z.string()) }))
      .optional(),
  }),
  sendPhoto: z.strictObject({ chat_id: chat, photo: address, caption: text.optional() }),
  sendSticker: z.strictObject({ chat_id: chat, sticker: z.string().min(1) }),
  sendVoice: z.strictObject({ chat_id: chat, voice_url: address }),
  sendChatAction: z.strictObject({ chat_id: chat, action: z.enum(["typing", "upload_photo"]) }),
}

/** The name of a method the platform has. */
export type ZaloMethod = keyof typeof parametersOf

/** Whether `name` is a method; names are case-sensitive. */
export function isMethod(name: string): name is ZaloMethod {
  return Object.hasOwn(parametersOf, name)
}

/** Why the platform does not take `url` for a webhook; `undefined` when it does. */
export function webhookRefusal(url: string): string | undefined {
  if (!URL.canParse(url) || new URL(url).protocol !== "https:") return "url must be https"
  const host = new URL(url).hostname
  const isPrivate = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(host)
  return isPrivate ? "url must be public" : undefined
}

/** How calls go wrong: an answer, silence, or a connection cut before or after the platform did what was asked. */
export type Fault = Answer | "hang" | "cut_before" | "cut_after"

/** Faults by what they mean. */
export const FAULTS = {
  rateLimited: failed(429, "Quota exceeded"),
  badGateway: { status: 502, body: "<html><h1>502 Bad Gateway</h1></html>" },
  garbage: { status: 200, body: "<html>Đang bảo trì</html>" },
} as const satisfies Record<string, Fault>
