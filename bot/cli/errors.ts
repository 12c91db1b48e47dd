import { codeOf, wordsOf } from "../../core/error.ts"

/** The command cannot be done; `message` is the one line the operator sees. */
export class CliError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = "CliError"
  }
}

/** Not an error: the operator asked how a command is used. */
export class UsageAsked extends Error {
  readonly usage: string

  constructor(usage: string) {
    super(usage)
    this.name = "UsageAsked"
    this.usage = usage
  }
}

/** Why a file the operator named cannot be read. */
export function unreadable(file: string, cause: unknown): CliError {
  const reason =
    codeOf(cause) === "ENOENT" ? `There is no file ${file}.` : `${file} cannot be read: ${oneLine(cause)}`
  return new CliError(reason, { cause })
}

/** Any error as the one line an operator sees. A refused connection hides its reasons in `errors`, with no message of its own. */
export function oneLine(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(oneLine).join("; ")
  const text = wordsOf(error)
  return text.trim().replace(/\s*\n\s*/g, " ")
}
