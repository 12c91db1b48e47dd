import type { ChatId, DeliveryError } from "../core/channel.ts"
import { wordsOf } from "../core/error.ts"
import type { Outbox, OutboxRow } from "../core/outbox.ts"
import type { DeliveryOptions } from "./deliver.ts"
import { type Hand, type Outcome, retryPauseMs } from "./hand.ts"

/** What becomes of messages that did not get through. */
export type Failures = {
  /** The platform did not take the message that speaks for `spoken`, or nobody knows. Never rejects for that. */
  failed(error: DeliveryError, spoken: readonly OutboxRow[], hand: Hand): Promise<Outcome>
  /** The words or the file could not be made, so the platform was not asked. */
  notMade(error: unknown, spoken: readonly OutboxRow[], hand: Hand): Outcome
  /** This process has no way to the platform of these rows. */
  noChannel(rows: readonly OutboxRow[], hand: Hand): Outcome
}

type Options = Pick<DeliveryOptions, "log" | "now" | "watch" | "moved"> & {
  readonly outbox: Pick<Outbox, "closeChat">
  readonly random: () => number
  /** From now on these rows are sent each by itself, so that one cannot spoil the others. */
  readonly unmerge: (ids: readonly string[]) => void
  /** The chat has something to be sent. */
  readonly begin: (chat: ChatId) => void
}

const FAR_RETRY_MS = 5 * 60_000
/** The bot as a whole was meant by a 429 that asks for so much. */
const LONG_PAUSE_MS = 60_000
const RATE_LIMITED_MS = 5_000
/** Tries of one message that fails while the bot's others arrive: the fault is the message's own. */
const ATTEMPTS_ALONE = 20
const ALONE_MS = 10 * 60_000
/** So many tries in vain of one message, while the bot's others arrive, make the chat suspect. */
const ATTEMPTS_TO_SUSPECT = 3
/** A day of tries five minutes apart: long enough for any outage, and then the line behind it must move. */
const ATTEMPTS_AT_ALL = 300

export function createFailures(options: Options): Failures {
  const { log, now, watch, random } = options

  function retry(hand: Hand, rows: readonly OutboxRow[], error: string, waitMs: number): Outcome {
    const dueAt = now() + waitMs
    const [lost, kept] = split(rows, (row) => row.attempts + 1 >= ATTEMPTS_AT_ALL)
    watch?.sent(hand.lane.bot, kept.length > 0 ? "later" : "dead")
    hand.end(lost, "dead", error)
    hand.again(kept, dueAt, error)
    return kept.length > 0 ? { nextAt: dueAt } : { more: true }
  }

  function giveUp(
    hand: Hand,
    rows: readonly OutboxRow[],
    result: "dead" | "unknown",
    error: string,
  ): Outcome {
    if (rows.length > 0) watch?.sent(hand.lane.bot, result)
    hand.end(rows, result, error)
    return { more: true }
  }

  async function rateLimited(
    error: DeliveryError,
    spoken: readonly OutboxRow[],
    hand: Hand,
  ): Promise<Outcome> {
    const { chat, lane } = hand
    const waitMs = error.retryAfterMs ?? RATE_LIMITED_MS
    const until = now() + waitMs
    log.warn({ ...told(error, spoken, hand), waitMs }, "the platform asked to slow down")
    watch?.rateLimited(lane.bot)
    const meansBot = waitMs > LONG_PAUSE_MS || lane.pace.anyPausedBut(chat, now())
    lane.pace.pauseChat(chat, until, now())
    if (meansBot) await lane.pause(until, "pace")
    return retry(hand, spoken, inWords(error), waitMs)
  }

  function unreachable(error: DeliveryError, spoken: readonly OutboxRow[], hand: Hand): Outcome {
    const details = told(error, spoken, hand)
    const attempts = attemptsOf(spoken)
    const isAlone = hand.lane.sentWithin(ALONE_MS)
    if (isAlone && attempts + 1 >= ATTEMPTS_TO_SUSPECT) hand.doubt()
    // A person who waits may read an answer twice; a group must not read an announcement twice.
    const [blind, safe] = split(spoken, (row) => isPost(row) && !error.surelyNotSent)
    if (blind.length > 0)
      log.error(details, "it is unknown whether an announcement arrived; it is not repeated")
    giveUp(hand, blind, "unknown", inWords(error))
    if (safe.length === 0) return { more: true }
    if (isAlone && attempts + 1 >= ATTEMPTS_ALONE) {
      log.error(details, "given up: only this message fails")
      return giveUp(hand, safe, "dead", inWords(error))
    }
    log.warn(details, "not delivered, to be tried again")
    return retry(hand, safe, inWords(error), retryPauseMs(attempts, random()))
  }

  function rejected(error: DeliveryError, spoken: readonly OutboxRow[], hand: Hand): Outcome {
    const details = told(error, spoken, hand)
    if (spoken.length > 1) {
      log.warn(details, "a merged message was refused, its parts are tried one by one")
      options.unmerge(spoken.map(({ id }) => id))
      return { more: true }
    }
    log.error(details, "the platform refuses a message")
    if (spoken.some((row) => row.group && isPost(row))) hand.doubt()
    return giveUp(hand, spoken, "dead", inWords(error))
  }

  async function chatGone(error: DeliveryError, spoken: readonly OutboxRow[], hand: Hand): Promise<Outcome> {
    log.warn(told(error, spoken, hand), "the bot may no longer write to this chat")
    giveUp(hand, hand.open(), "dead", inWords(error))
    await options.outbox.closeChat(hand.chat, inWords(error), now())
    return {}
  }

  async function chatMoved(error: DeliveryError, spoken: readonly OutboxRow[], hand: Hand): Promise<Outcome> {
    const to = error.movedTo
    const comeBack = () => retry(hand, spoken, inWords(error), retryPauseMs(attemptsOf(spoken), random()))
    if (to === undefined) return comeBack()
    const details = { ...told(error, spoken, hand), to }
    log.info(details, "the group has another id now")
    try {
      await options.moved(hand.chat, to)
    } catch (cause) {
      log.error({ ...details, error: wordsOf(cause) }, "the group could not be moved in the store")
      return comeBack()
    }
    await hand.stored()
    options.begin(to)
    return {}
  }

  return {
    failed: async (error, spoken, hand) => {
      // An answer of whatever kind shows that the platform is there.
      if (error.code === "unreachable") hand.lane.unanswered()
      else hand.lane.answered()
      switch (error.code) {
        case "rate_limited":
          return await rateLimited(error, spoken, hand)
        case "unauthorized":
          log.error(told(error, spoken, hand), "the platform does not accept the bot's token")
          await hand.lane.pause(now() + FAR_RETRY_MS, "token")
          return retry(hand, spoken, inWords(error), FAR_RETRY_MS)
        case "unreachable":
          return unreachable(error, spoken, hand)
        case "rejected":
          return rejected(error, spoken, hand)
        case "chat_gone":
          return await chatGone(error, spoken, hand)
        case "chat_moved":
          return await chatMoved(error, spoken, hand)
        default:
          return error.code satisfies never
      }
    },
    notMade: (error, spoken, hand) => {
      const attempts = attemptsOf(spoken)
      const words = wordsOf(error)
      const rows = spoken.map(({ id }) => id)
      log.error({ chat: hand.chat, rows, attempts, error: words }, "a message could not be made")
      return attempts + 1 >= ATTEMPTS_ALONE
        ? giveUp(hand, spoken, "dead", words)
        : retry(hand, spoken, words, retryPauseMs(attempts, random()))
    },
    noChannel: (rows, hand) => {
      const { chat, lane } = hand
      const error = `no channel for ${lane.bot}: its token is not among the settings of this process`
      log.error({ chat, bot: lane.bot }, error)
      return retry(hand, rows, error, FAR_RETRY_MS)
    },
  }
}

/** What stands in the outbox; the code tells the operator what kind of trouble it was. */
function inWords(error: DeliveryError): string {
  return `${error.code}: ${error.message}`
}

function told(error: DeliveryError, spoken: readonly OutboxRow[], { chat, lane }: Hand) {
  const rows = spoken.map(({ id }) => id)
  return {
    chat,
    bot: lane.bot,
    rows,
    attempts: attemptsOf(spoken),
    code: error.code,
    error: error.message,
  }
}

function attemptsOf(rows: readonly OutboxRow[]): number {
  return Math.max(0, ...rows.map((row) => row.attempts))
}

/** A group must not read the same one twice. */
export function isPost(row: OutboxRow): boolean {
  return row.kind === "notice" || row.kind === "post"
}

function split<Item>(
  items: readonly Item[],
  is: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  return [items.filter(is), items.filter((item) => !is(item))]
}
