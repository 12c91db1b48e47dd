import { type Channel, type ChatId, DeliveryError, type MessageRef } from "../core/channel.ts"
import type { Claimed, Held, OutboxRow } from "../core/outbox.ts"
import { remember } from "../core/remember.ts"
import type { DeliveryOptions } from "./deliver.ts"
import { createFailures, isPost } from "./failure.ts"
import { createHand, type Hand, type Outcome } from "./hand.ts"
import type { Lane, Timers } from "./lane.ts"
import { createMessages, type Part } from "./message.ts"
import { createTyping } from "./typing.ts"

/** Sends rows that are in this process's hand. */
export type Batches = {
  /**
   * Sends them in order as far as it goes; whatever happens, each of them is settled. `first` is the place of the first
   * message: one that is held, the moment of one that was taken, or that somebody waits for one.
   */
  send(
    chat: ChatId,
    batch: Held & Pick<Claimed, "suspect" | "more">,
    lane: Lane,
    first: Place | number | "urgent",
  ): Promise<Outcome>
  /** Puts them back untried. */
  putBack(chat: ChatId, rows: readonly OutboxRow[], lane: Lane): Promise<void>
}

export type BatchOptions = DeliveryOptions & {
  readonly timers: Timers
  readonly random: () => number
  /** The result of a message could not be written down; it is tried again. */
  readonly notStored: (error: unknown) => void
  /** The chat has something to be sent. */
  readonly begin: (chat: ChatId) => void
  /** The bot must be silent: when to come back. */
  readonly afterRefusal: (chat: ChatId, lane: Lane) => Promise<Outcome>
  /** Everything was sent, and only the results are being stored. */
  readonly settling: (chat: ChatId) => void
  /** The results are stored. */
  readonly settled: (chat: ChatId) => void
}

/** A call to a platform is over by then: Zalo fetches a picture from us in up to 150 s. */
const LONGEST_CALL_MS = 150_000
/** What was claimed is begun within this time or not at all: sooner than others take a process for one that stands still. */
const BEGUN_WITHIN_MS = 30_000
/**
 * How long rows are ours at most. Those of a process that dies are freed within seconds, those of one that stands still within
 * a minute (`watchOrphans`); this is for the case that nobody is there to look.
 */
export const LEASE_MS = LONGEST_CALL_MS + BEGUN_WITHIN_MS

export function createBatches(options: BatchOptions): Batches {
  const { now, timers } = options
  const messages = createMessages(options)
  const failures = createFailures({ ...options, unmerge: messages.unmerge })
  const showTyping = createTyping(options)
  /** Parts of a split text that have left already, by the ids of its rows. */
  const partsSent = new Map<string, number>()

  const send: Batches["send"] = async (
    chat,
    { rows: all, until, suspect = false, more = false },
    lane,
    first,
  ) => {
    const hand = createHand(options, chat, lane, all)
    let place = typeof first === "object" ? first : undefined
    let how = typeof first === "object" ? ("urgent" as const) : first
    try {
      // A group may have got another bot meanwhile; its rows are for the next claim.
      const rows = all.filter((row) => row.bot === lane.bot)
      const channel = options.channels(lane.bot)
      if (channel === undefined) return failures.noChannel(rows, hand)
      for (const message of messages.of(rows, channel)) {
        const spoken = hand.open(message.ids)
        const takesTime = messages.takesTime(spoken, channel)
        if (takesTime) showTyping(chat, lane, channel, whereOf(spoken))
        const made = takesTime ? await messages.complete(message, spoken, channel) : message
        if ("fault" in made) return failures.notMade(made.fault, spoken, hand)
        const key = message.ids.join()
        for (const [part, outgoing] of made.parts.entries()) {
          if (part < (partsSent.get(key) ?? 0)) continue
          const readyAt = lane.pace.chatReadyAt(chat, now())
          if (readyAt > now()) {
            if (part === 0) return { nextAt: readyAt }
            // Half a post is not put back: whoever took it up would begin with its first part again.
            await pause(readyAt - now())
          }
          place ??= placeIn(lane, await lane.enter(chat, how))
          how = "urgent"
          if (place === undefined) return await options.afterRefusal(chat, lane)
          // What is begun too late may still be under way when the rows are another's already.
          if (now() > until - LONGEST_CALL_MS && !isBegun(spoken, part)) {
            // Nothing took that long: the clock was set forward, or the machine slept. It is claimed again.
            if (!takesTime) return { more: true }
            return failures.notMade(new Error("its turn was over before it was ready"), spoken, hand)
          }
          place.use()
          const sent = await sendOne(hand, channel, outgoing, spoken)
          place.giveBack()
          place = undefined
          if (sent instanceof DeliveryError) return await failures.failed(sent, spoken, hand)
          if (suspect) hand.trust()
          if (part + 1 < made.parts.length) remember(partsSent, key, part + 1)
          else {
            partsSent.delete(key)
            hand.sent(message.ids, sent)
          }
        }
      }
      return { more: more || rows.length < all.length }
    } finally {
      place?.giveBack()
      options.settling(chat)
      await hand.stored()
      options.settled(chat)
    }
  }

  async function sendOne(
    hand: Hand,
    channel: Channel,
    part: Part,
    rows: readonly OutboxRow[],
  ): Promise<MessageRef | DeliveryError> {
    const { chat, lane } = hand
    const group = rows.some((row) => row.group)
    const spend = () => lane.pace.spendChat(chat, group, now())
    const sent = await messages.send(channel, { ...part, chat }, rows, spend)
    if (!(sent instanceof DeliveryError)) {
      lane.sent()
      options.watch?.sent(lane.bot, "sent")
    }
    if (!(sent instanceof DeliveryError && sent.surelyNotSent)) hand.count()
    return sent
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => void timers.set(resolve, ms))
  }

  return {
    send,
    putBack: async (chat, rows, lane) => await createHand(options, chat, lane, rows).stored(),
  }
}

/** The right to send one message; given back at most once, to the next in line where nothing was sent. */
export type Place = {
  /** Whether its moment is past, so that it must not be used any more. */
  isMissed(): boolean
  use(): void
  giveBack(): void
}

/** The place that `lane.enter` granted. */
export function placeIn(lane: Lane, at: number | undefined): Place | undefined {
  if (at === undefined) return undefined
  let held = true
  let used = false
  return {
    isMissed: () => lane.isMissed(at),
    use: () => {
      used = true
    },
    giveBack: () => {
      if (held) lane.leave(used ? undefined : at)
      held = false
    },
  }
}

/** Parts of a post that are in the chat already: a second sender would not repeat them, it would leave the rest to a human. */
function isBegun(spoken: readonly OutboxRow[], part: number): boolean {
  return part > 0 && spoken.every(isPost)
}

function whereOf(spoken: readonly OutboxRow[]) {
  return { group: spoken.some(({ group }) => group), topic: spoken[0]?.content.topic }
}
