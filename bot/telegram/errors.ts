import { GrammyError, HttpError } from "grammy/web"
import { DeliveryError } from "../../core/channel.ts"
import { OddAnswer } from "./http.ts"
import { chatId } from "./ids.ts"

/** Seconds to wait after a 429 that does not say how long, or says no length of time. */
const DEFAULT_RETRY_AFTER_SECONDS = 5
/** Whatever it says, a day later it is asked again: a wrong number must not silence the bot for ever. */
const LONGEST_RETRY_AFTER_SECONDS = 86_400

/** 400s that mean "this chat is not there (for us)": tdlib/telegram-bot-api, collected 2026-11. */
const GONE_DESCRIPTIONS =
  /chat not found|group chat was deactivated|group chat was deleted|user is deactivated|PEER_ID_INVALID|CHANNEL_PRIVATE|CHAT_ID_INVALID/i

/** Codes of an attempt that never got a connection, so that no byte of the message left. */
const NO_CONNECTION_CODES = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "ERR_TLS_CERT_ALTNAME_INVALID",
])

/** What a failed call means for the message. `hide` takes the token out of texts. */
export function toDeliveryError(error: unknown, hide: (text: string) => string): DeliveryError {
  if (error instanceof DeliveryError) return error
  if (error instanceof GrammyError) return fromAnswer(error, hide)
  const cause = error instanceof HttpError ? error.error : error
  if (cause instanceof OddAnswer && cause.status === 429) {
    return rateLimited(undefined, "Telegram or a proxy before it: HTTP 429")
  }
  const words = hide(`Telegram could not be reached: ${describe(cause)}`)
  return new DeliveryError("unreachable", words, { surelyNotSent: neverConnected(cause) })
}

function fromAnswer(error: GrammyError, hide: (text: string) => string): DeliveryError {
  const words = hide(`Telegram refused ${error.method}: ${error.error_code} ${error.description}`)
  const surelyNotSent = true
  switch (error.error_code) {
    case 400: {
      const movedTo = error.parameters.migrate_to_chat_id
      if (movedTo !== undefined) {
        return new DeliveryError("chat_moved", words, { surelyNotSent, movedTo: chatId(movedTo) })
      }
      const gone = GONE_DESCRIPTIONS.test(error.description)
      return new DeliveryError(gone ? "chat_gone" : "rejected", words, { surelyNotSent })
    }
    // Telegram answers 404 when the token in the path has not even a token's form.
    case 401:
    case 404:
      return new DeliveryError("unauthorized", `${words} (see TELEGRAM_BOT_TOKENS)`, { surelyNotSent })
    case 403:
      return new DeliveryError("chat_gone", words, { surelyNotSent })
    case 429:
      return rateLimited(error.parameters.retry_after, words)
    default:
      // A 5xx may come after the message was stored, and so may whatever a proxy invents.
      return error.error_code >= 400 && error.error_code < 500
        ? new DeliveryError("rejected", words, { surelyNotSent })
        : new DeliveryError("unreachable", words, { surelyNotSent: false })
  }
}

/** `saysSeconds` is whatever stood in the answer. */
function rateLimited(saysSeconds: unknown, words: string): DeliveryError {
  const seconds = Number(saysSeconds)
  const retryAfterSeconds =
    seconds > 0 ? Math.min(seconds, LONGEST_RETRY_AFTER_SECONDS) : DEFAULT_RETRY_AFTER_SECONDS
  return new DeliveryError("rate_limited", words, {
    surelyNotSent: true,
    retryAfterMs: retryAfterSeconds * 1000,
  })
}

function neverConnected(cause: unknown): boolean {
  if (cause instanceof AggregateError) return cause.errors.every(neverConnected)
  if (!(cause instanceof Error)) return false
  if ("syscall" in cause && (cause.syscall === "connect" || cause.syscall === "getaddrinfo")) return true
  return "code" in cause && typeof cause.code === "string" && NO_CONNECTION_CODES.has(cause.code)
}

/** One line for the log about anything thrown; may hold the token, so it still goes through `redactor`. */
function describe(error: unknown): string {
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`
  if (error instanceof HttpError) return describe(error.error)
  if (error instanceof AggregateError) return error.errors.map(describe).join("; ")
  // The code instead of the message, which for sockets holds the address.
  if (error instanceof Error) return "code" in error ? String(error.code) : error.message
  return String(error)
}

/** Whether the platform refused these words: "can't parse entities", "message thread not found" and their kin. */
export function refusedFor(error: unknown, words: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === 400 && words.test(error.description)
}
