import type { ChatId } from "../core/channel.ts"
import type { Log } from "../core/log.ts"
import type { Holding, Outbox } from "../core/outbox.ts"

/**
 * Rows that nobody attends to for so long are left behind: their sender is dead or stands still, or they are our own and
 * were never in our hand. A sender that only lost its connection asks for one with every look, and every process looks every
 * other second.
 */
const LEFT_AFTER_MS = 4_000
/** Whoever stood still for longer between two looks has not seen what the others did meanwhile. */
const MOST_BETWEEN_MS = 3_000

type Options = {
  readonly outbox: Pick<Outbox, "unattended" | "inherit">
  /** See `Delivery`. */
  readonly isAtWork: (chat: ChatId) => boolean
  readonly log: Log
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Milliseconds of a clock that never goes back. */
  readonly ticks?: () => number
}

/**
 * Answers, look by look, the chats whose rows were left behind; they are free then. Rejects while the store is away, when nobody
 * can be told from the dead.
 */
export function watchOrphans(options: Options): () => Promise<readonly ChatId[]> {
  const { outbox, isAtWork, log, now, ticks = () => performance.now() } = options
  /** For how long each holding has been seen without anybody who attends to it. */
  let missed = new Map<string, number>()
  let lookedAt = Number.NEGATIVE_INFINITY

  async function look(): Promise<readonly ChatId[]> {
    const at = ticks()
    const sinceMs = Math.min(at - lookedAt, MOST_BETWEEN_MS)
    lookedAt = at
    const suspects = (await outbox.unattended()).filter(({ isOwn, chat }) => !(isOwn && isAtWork(chat)))
    const missedFor = (holding: Holding) => {
      const before = missed.get(keyOf(holding))
      return before === undefined ? 0 : before + sinceMs
    }
    missed = new Map(suspects.map((holding) => [keyOf(holding), missedFor(holding)]))
    const left = suspects.filter((holding) => (missed.get(keyOf(holding)) ?? 0) >= LEFT_AFTER_MS)
    if (left.length === 0) return []
    const chats = await outbox.inherit(left, now())
    if (chats.length > 0)
      log.warn({ chats }, "messages were left behind by their sender; they go on from here")
    return chats
  }

  return async () => {
    try {
      return await look()
    } catch (error) {
      missed.clear()
      throw error
    }
  }
}

function keyOf({ chat, sender, lease }: Holding): string {
  return JSON.stringify([chat, sender, lease])
}
