import type { ChatId } from "../core/channel.ts"
import type { Outbox } from "../core/outbox.ts"
import type { Log } from "./deliver.ts"

/**
 * A sender without a connection for so long is dead. One that only lost its connection asks for one with every look, and
 * every process looks every other second.
 */
const DEAD_AFTER_MS = 4_000

/**
 * Answers, look by look, the chats whose sender died with their rows in its hands; they are free then. `ticks`: milliseconds
 * of a clock that never goes back. Never rejects: while the store is away nobody can be told from the dead.
 */
export function watchOrphans(
  outbox: Pick<Outbox, "absent" | "inherit">,
  log: Log,
  now: () => number,
  ticks: () => number = () => performance.now(),
): () => Promise<readonly ChatId[]> {
  /** Since when each sender is missed. */
  let missed = new Map<string, number>()

  async function look(): Promise<readonly ChatId[]> {
    const at = ticks()
    const absent = await outbox.absent()
    missed = new Map(absent.map((sender) => [sender, missed.get(sender) ?? at]))
    const dead = absent.filter((sender) => at - (missed.get(sender) ?? at) >= DEAD_AFTER_MS)
    if (dead.length === 0) return []
    const chats = await outbox.inherit(dead, now())
    if (chats.length > 0)
      log.warn({ chats }, "a process died while it was sending; others go on with its chats")
    return chats
  }

  return async () => {
    try {
      return await look()
    } catch {
      missed.clear()
      return []
    }
  }
}
