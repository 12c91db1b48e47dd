/** What an error says, in one string: libraries throw all sorts of things. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The code of an error of the system, of Node or of PostgreSQL ("ENOENT", "57P01"); undefined for an error without one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined
}

/** Of the system, where nobody answers or the line breaks; https://nodejs.org/api/errors.html#common-system-errors. */
const NO_CONNECTION = /^(?:ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_)/

/** Whether a database was not reached, or the connection to it broke: another try may succeed. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return NO_CONNECTION.test(codeOf(error) ?? "") || /connection|timeout/i.test(error.message)
}
