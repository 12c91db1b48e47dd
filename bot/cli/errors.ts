/** The command cannot be done; `message` is the one line the operator sees. */
export class CliError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = "CliError"
  }
}
