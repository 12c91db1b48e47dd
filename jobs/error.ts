/** What an error says, for the log: libraries throw all sorts of things. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
