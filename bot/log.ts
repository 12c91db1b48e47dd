import pg from "pg"
import { pino } from "pino"

/**
 * The log of the process: JSON lines, without what names a person. Errors under `err` or `error` keep their type, code,
 * message and stack; what PostgreSQL quotes of the refused row stays out.
 */
export function createLog(level: pino.LevelWithSilent, destination: pino.DestinationStream): pino.Logger {
  return pino({ level, base: null, serializers: { err: toldError, error: toldError } }, destination)
}

function toldError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const message = toldMessage(error)
  return {
    type: error.name,
    message,
    ...("code" in error ? { code: error.code } : {}),
    ...(error instanceof pg.DatabaseError ? { table: error.table, constraint: error.constraint } : {}),
    // The stack repeats the message.
    stack: error.stack?.replace(error.message, () => message),
    ...(error instanceof AggregateError ? { errors: error.errors.map(toldError) } : {}),
    ...(error.cause === undefined ? {} : { cause: toldError(error.cause) }),
  }
}

/** What an error says, for a line of the log that holds no more of it. */
export function toldWords(error: unknown): string {
  return error instanceof Error ? toldMessage(error) : String(error)
}

/** Class 22 ("data exception") quotes the value that does not fit, always behind a colon. */
function toldMessage(error: Error): string {
  const quotes = error instanceof pg.DatabaseError && error.code?.startsWith("22")
  return quotes ? error.message.replace(/:.*$/s, ": …") : error.message
}
