import { type Backoff, backoffMs } from "../core/backoff.ts"
import type { ChatId, MessageRef } from "../core/channel.ts"
import { given } from "../core/given.ts"
import type { Outbox, OutboxRow, Settlement, Spent } from "../core/outbox.ts"
import type { Delivered, DeliveryOptions } from "./deliver.ts"
import type { Lane, Timers } from "./lane.ts"

/** What came of one claim in a chat's line; `more`: there may be further rows to send at once. */
export type Outcome = Delivered & { readonly more?: boolean }

/**
 * The rows of one claim. Each is settled once: by what came of it, or, when all ends before its turn came, by being put
 * back. Results are stored behind the next message's back; `stored` waits for them.
 */
export type Hand = {
  readonly chat: ChatId
  readonly lane: Lane
  /** Those of these rows that are not settled yet, in order; all of them when none are named. */
  open(ids?: readonly string[]): readonly OutboxRow[]
  /** One message left, or may have left. */
  count(): void
  /** The platform lately refuses what is written here; stored with the next result. */
  doubt(): void
  /** It takes it again; stored likewise. */
  trust(): void
  /** The message stands in the chat. */
  sent(ids: readonly string[], message: MessageRef): void
  /** These will not leave any more. */
  end(rows: readonly OutboxRow[], result: "dead" | "unknown", error: string): void
  /** These are tried again at `dueAt`; an empty `error` puts them back untried. */
  again(rows: readonly OutboxRow[], dueAt: number, error: string): void
  /** Puts back what is still open and resolves when every result is stored. */
  stored(): Promise<void>
}

type Options = Pick<DeliveryOptions, "now"> & {
  /** Told of every try of every chat: not to be written down each time. */
  readonly notStored: (error: unknown) => void
  readonly outbox: Pick<Outbox, "settle">
  readonly timers: Timers
}

const MESSAGE_FAILED: Backoff = { firstMs: 2_000, longestMs: 5 * 60_000, spread: 0.25 }

/** The pause in ms before a message that failed `attempts` times before is tried again: from 2 s to 5 min. */
export function retryPauseMs(attempts: number, random: number): number {
  return backoffMs(MESSAGE_FAILED, attempts, random)
}

export function createHand(options: Options, chat: ChatId, lane: Lane, rows: readonly OutboxRow[]): Hand {
  const { now } = options
  const open = new Map(rows.map((row) => [row.id, row]))
  const storing: Promise<void>[] = []
  /** Messages that left since the last result, and what is new about the chat. */
  let uncounted = 0
  let isSuspect: boolean | undefined

  function settleSome(settlements: readonly Settlement[]): void {
    const fresh = settlements.filter(({ id }) => open.delete(id))
    const spent = whatWasSpent()
    uncounted = 0
    isSuspect = undefined
    if (fresh.length > 0 || spent?.counted || spent?.suspect !== undefined)
      storing.push(settle(options, fresh, spent))
  }

  function whatWasSpent(): Spent | undefined {
    const budget = lane.pace.budgetOf(chat, now())
    const month = uncounted > 0 ? lane.month() : undefined
    if (month !== undefined) lane.count(uncounted)
    if (budget === undefined && month === undefined && isSuspect === undefined) return undefined
    return {
      chat,
      bot: lane.bot,
      ...given({ budget }),
      ...(month === undefined ? {} : { counted: { month, messages: uncounted } }),
      ...given({ suspect: isSuspect }),
    }
  }

  return {
    chat,
    lane,
    open: (ids) => (ids === undefined ? [...open.values()] : ids.flatMap((id) => open.get(id) ?? [])),
    count: () => {
      uncounted += 1
    },
    doubt: () => {
      isSuspect = true
    },
    trust: () => {
      isSuspect = false
    },
    sent: (ids, message) => settleSome(ids.map((id) => ({ id, result: "sent", message }))),
    end: (these, result, error) => {
      if (these.length > 0) settleSome(these.map(({ id }) => ({ id, result, error })))
    },
    again: (these, dueAt, error) => {
      if (these.length > 0) settleSome(these.map(({ id }) => ({ id, result: "later", dueAt, error })))
    },
    stored: async () => {
      settleSome([...open.keys()].map((id) => ({ id, result: "later", dueAt: now(), error: "" })))
      await Promise.all(storing)
    },
  }
}

/** What was sent must be written down: a lost result would send it again. So it is tried until it is stored. */
async function settle(
  { outbox, notStored, now, timers }: Options,
  settlements: readonly Settlement[],
  spent: Spent | undefined,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await outbox.settle(settlements, now(), spent)
    } catch (error) {
      notStored(error)
      await new Promise<void>((resolve) => void timers.set(resolve, retryPauseMs(attempt, 0)))
    }
  }
}
