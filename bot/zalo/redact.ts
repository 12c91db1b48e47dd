import type { Log } from "../../core/log.ts"

/** A function that takes `secrets` (tokens, webhook secrets), also in their URL-encoded form, out of a text. */
export function redactor(...secrets: readonly string[]): (text: string) => string {
  // The part after the colon alone opens the bot as well: the digits before it are printed everywhere.
  const hidden = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    secret.replace(/^\d+:/, ""),
  ])
  return (text) => hidden.reduce((left, secret) => left.replaceAll(secret, "<secret>"), text)
}

/** `log` with every text in its lines redacted; fields that are objects are redacted as JSON. */
export function redactedLog(log: Log, redact: (text: string) => string): Log {
  const line = (level: keyof Log) => (fields: object, message: string) => {
    const safe = Object.entries(fields).map(([name, value]) => [name, redactedValue(value, redact)])
    log[level](Object.fromEntries(safe), redact(message))
  }
  return { info: line("info"), warn: line("warn"), error: line("error") }
}

function redactedValue(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === "string") return redact(value)
  if (value instanceof Error) return redact(`${value.name}: ${value.message}`)
  if (typeof value !== "object" || value === null) return value
  return redact(JSON.stringify(value))
}
