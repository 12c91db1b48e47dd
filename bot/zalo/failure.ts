import { isAxiosError } from "axios"
import { DeliveryError } from "../../core/channel.ts"

/**
 * Why a call failed. `code` is the platform's error code or the HTTP status, absent when there was no answer; `reason`
 * holds no token and no address.
 */
export type Failure = {
  readonly kind: FailureKind
  readonly code: number | undefined
  readonly reason: string
}

type FailureKind =
  /** No update came within the poll's time: normal. */
  | "empty"
  /** A quota of the day is used up (426). */
  | "quota"
  | "rateLimited"
  | "unauthorized"
  | "badRequest"
  | "notFound"
  /** Try again: nothing happened, or asking twice does no harm. */
  | "transient"
  /** The request left and its answer did not come: what it asked for may have happened. */
  | "unknownOutcome"

/** What a call is for, as far as its failures go: a "send" asked twice could show a message twice. */
export type Purpose = "read" | "poll" | "send"

type Answer = {
  readonly purpose: Purpose
  /** The HTTP status. */
  readonly status: number
  /** The body; absent when it was no JSON envelope. */
  readonly body?: { readonly code: number | undefined; readonly description: string }
}

/**
 * The failure an answer tells of. The body's code comes before the HTTP status: a refused token came as HTTP 200 with
 * `error_code` 401 (measured: JAVIS in sample-messages.md).
 */
export function failureOf({ purpose, status, body }: Answer): Failure {
  if (body === undefined) {
    const reason = `HTTP ${status} with a body of the wrong form`
    return { kind: kindOfOddAnswer(status, purpose), code: status, reason }
  }
  const code = body.code || status
  return {
    kind: kindOf(code, purpose),
    code,
    reason: `error ${code}: ${body.description || "no description"}`,
  }
}

/** By the documented codes; the page on errors says nothing of what is tried again. */
function kindOf(code: number, purpose: Purpose): FailureKind {
  switch (code) {
    case 401:
      return "unauthorized"
    // Documented as "internal server error", so it is not read as a refusal.
    case 403:
      return "transient"
    case 404:
      return "notFound"
    case 426:
      return "quota"
    case 429:
      return "rateLimited"
  }
  if (code === 408 || code === 504) return kindOfOddAnswer(code, purpose)
  if (code >= 400 && code < 500) return "badRequest"
  return code >= 500 || purpose !== "send" ? "transient" : "unknownOutcome"
}

/** A body that is no JSON comes from something before the platform; with a 2xx the platform may have done its work. */
function kindOfOddAnswer(status: number, purpose: Purpose): FailureKind {
  if (purpose === "poll" && status === 408) return "empty"
  // A gateway that gave up waiting (504) may have passed the request on.
  const mayHaveHappened = status < 300 || status === 408 || status === 504
  return purpose === "send" && mayHaveHappened ? "unknownOutcome" : "transient"
}

// Errors of the connection itself, before a request could leave: refused, no route, no such host, no good certificate.
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_.+|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|.*CERT.*|UNABLE_TO_.+|ERR_TLS_.+|EPROTO)$/

/** The failure behind a call that got no answer. Takes only a code from `error`: the rest of it holds the address. */
export function failureOfError(error: unknown, purpose: Purpose, timedOut: boolean): Failure {
  const broken = purpose === "send" ? "unknownOutcome" : "transient"
  if (timedOut) return { kind: broken, code: undefined, reason: "no answer in time" }
  const name = isAxiosError(error) ? (error.code ?? "no code") : "unexpected error"
  const neverLeft = NEVER_LEFT.test(name) || (isAxiosError(error) && isConnecting(error.cause))
  if (neverLeft) return { kind: "transient", code: undefined, reason: `no connection (${name})` }
  return { kind: broken, code: undefined, reason: `the connection broke (${name})` }
}

function isConnecting(cause: unknown): boolean {
  // One address after the other was tried, each in vain.
  if (cause instanceof AggregateError) return cause.errors.every(isConnecting)
  return cause instanceof Error && "syscall" in cause && cause.syscall === "connect"
}

/** No answer ever says how long, and no limit is published: a minute is a guess. */
const RATE_LIMIT_PAUSE_MS = 60_000
const QUOTA_PAUSE_MS = 3_600_000

/** `failure` of a send in the words of the house. */
export function deliveryError(failure: Failure): DeliveryError {
  const said = `Zalo did not take the message: ${failure.reason}.`
  switch (failure.kind) {
    case "rateLimited":
      return new DeliveryError("rate_limited", said, {
        surelyNotSent: true,
        retryAfterMs: RATE_LIMIT_PAUSE_MS,
      })
    case "quota":
      return new DeliveryError("rate_limited", said, { surelyNotSent: true, retryAfterMs: QUOTA_PAUSE_MS })
    case "unauthorized":
      return new DeliveryError("unauthorized", `${said} Check the token in ZALO_BOT_TOKENS.`, {
        surelyNotSent: true,
      })
    case "badRequest":
    case "notFound":
      return new DeliveryError("rejected", said, { surelyNotSent: true })
    case "transient":
      return new DeliveryError("unreachable", said, { surelyNotSent: true })
    case "empty":
    case "unknownOutcome":
      return new DeliveryError("unreachable", `Zalo may not have taken the message: ${failure.reason}.`, {
        surelyNotSent: false,
      })
  }
}
