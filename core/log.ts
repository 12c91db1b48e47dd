/**
 * Where things are told to the operator: ids and codes, never a token or what a person wrote. The order of the arguments is
 * pino's, whose loggers fit.
 */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
