import pg from "pg"

// Loaded before the bot: counts what it asks of the database, and tells on request.

let statements = 0
const query = pg.Client.prototype.query
pg.Client.prototype.query = function counted(this: pg.Client, ...words: unknown[]) {
  statements += 1
  return Reflect.apply(query, this, words)
} as typeof query

process.on("message", (message) => {
  if (message === "statements") process.send?.({ statements })
  if (message === "stop") process.kill(process.pid, "SIGTERM")
})
process.on("disconnect", () => process.exit(0))

/** Tells whoever started this process that the bot receives. */
export function ready(address: string | undefined): void {
  process.send?.({ ready: true, address })
}
