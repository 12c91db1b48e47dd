import type { BotId, ChatId } from "../core/channel.ts"
import type { Claimed, Held } from "../core/outbox.ts"
import { type BatchOptions, createBatches, LEASE_MS, placeIn } from "./batch.ts"
import type { Outcome } from "./hand.ts"
import type { Lane } from "./lane.ts"
import type { Lanes } from "./lanes.ts"

/** Whether somebody wants to know, of a chat with nothing to be sent now, when there will be something again: a query. */
export type OnEmpty = "look_ahead" | "leave"

/** What one chat's line does next. */
export type Claims = {
  /** Claims what is to be sent and sends it. */
  take(chat: ChatId, onEmpty: OnEmpty): Promise<Outcome>
  /** Sends rows that need no claim. */
  send(chat: ChatId, held: Held): Promise<Outcome>
}

type Options = Omit<BatchOptions, "afterRefusal"> & {
  readonly lanes: Lanes
  readonly isStopping: () => boolean
}

/** Another process holds the chat, or the store did not answer: look again. */
export const LOOK_AGAIN_MS = 1_000
/** What is due later needs no job: the sweep finds it. */
const FAR_AWAY_MS = 24 * 3_600_000

export function createClaims(options: Options): Claims {
  const { outbox, lanes, now } = options
  const batches = createBatches({ ...options, afterRefusal })

  async function take(chat: ChatId, onEmpty: OnEmpty): Promise<Outcome> {
    const known = lanes.ofChat(chat)
    try {
      const readyAt = Math.max(known?.pace.chatReadyAt(chat, now()) ?? 0, known?.admit(chat) ?? 0)
      // Unclaimed until then: receipts that come meanwhile go into the same message.
      if (readyAt > now()) return { nextAt: readyAt }
      return await look(chat, onEmpty)
    } finally {
      lanes.ofChat(chat)?.dismiss(chat)
    }
  }

  async function send(chat: ChatId, held: Held): Promise<Outcome> {
    const lane = lanes.take(chat, held.rows[0]?.bot as BotId)
    return await batches.send(chat, held, lane, lane.hasLine() ? now() : "urgent")
  }

  /** A claim and until when its rows are ours. */
  async function claim(chat: ChatId, place?: "with_place"): Promise<Claimed & Held> {
    const at = now()
    return { ...(await outbox.claim(chat, at, LEASE_MS, place)), until: at + LEASE_MS }
  }

  async function look(chat: ChatId, onEmpty: OnEmpty): Promise<Outcome> {
    const claimed = await claim(chat)
    if (claimed.post !== undefined) return await post(chat, claimed.post)
    const first = claimed.rows[0]
    if (first === undefined) return await notYet(chat, claimed.readyAt, onEmpty)
    const lane = lanes.take(chat, first.bot)
    if (claimed.budget) lane.pace.adopt(chat, first.group, claimed.budget)
    const readyAt = lane.admit(chat)
    if (readyAt > now()) {
      await batches.putBack(chat, claimed.rows, lane)
      return { nextAt: readyAt }
    }
    return await batches.send(chat, claimed, lane, claimed.slotAt ?? "urgent")
  }

  /** A post is not held while it waits for its place: were this process to die, it would be of unknown outcome. */
  async function post(chat: ChatId, bot: BotId): Promise<Outcome> {
    const lane = lanes.take(chat, bot)
    const readyAt = lane.admit(chat)
    if (readyAt > now()) return { nextAt: readyAt }
    const place = placeIn(lane, await lane.enter(chat, "calm"))
    if (place === undefined) {
      await lane.holdPosts()
      return await afterRefusal(chat, lane)
    }
    try {
      const claimed = await claim(chat, "with_place")
      const first = claimed.rows[0]
      // Another process was faster, or the limit of the chat is used up: the place serves the next in line.
      if (first === undefined) return await notYet(chat, claimed.readyAt, "look_ahead")
      if (claimed.budget) lane.pace.adopt(chat, first.group, claimed.budget)
      if (!place.isMissed()) return await batches.send(chat, claimed, lane, place)
      // While it was claimed: the store stalls. Another place then.
      place.giveBack()
      return await batches.send(chat, claimed, lane, "urgent")
    } finally {
      place.giveBack()
    }
  }

  async function notYet(chat: ChatId, readyAt: number | undefined, onEmpty: OnEmpty): Promise<Outcome> {
    if (readyAt !== undefined) return { nextAt: Math.max(readyAt, now()) }
    return onEmpty === "look_ahead" ? await whenNext(chat) : {}
  }

  async function whenNext(chat: ChatId): Promise<Outcome> {
    const dueAt = await outbox.nextDue(chat)
    if (dueAt === undefined || dueAt > now() + FAR_AWAY_MS) return {}
    // Due and yet not to be had: another process is sending to this chat and may not have seen our row.
    return { nextAt: dueAt > now() ? dueAt : now() + LOOK_AGAIN_MS }
  }

  async function afterRefusal(chat: ChatId, lane: Lane): Promise<Outcome> {
    if (options.isStopping()) return {}
    const readyAt = Math.max(lane.pausedUntil(), lane.admit(chat))
    return readyAt > now() ? { nextAt: readyAt } : await whenNext(chat)
  }

  return { take, send }
}
