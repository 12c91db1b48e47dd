import { apology, changesSomething, decideBatch } from "./batch.ts"
import type { BotId, ChatId, Incoming, Intake, Receipt } from "./channel.ts"
import { calming } from "./conversation/calm.ts"
import { conversationKey } from "./conversation/context.ts"
import type { Reads } from "./conversation/reads.ts"
import type { Moment } from "./conversation/turn.ts"
import { Conflict, type Conversations, type Loaded, type Step } from "./conversations.ts"
import { isConnectionLost } from "./error.ts"
import { createLines } from "./lines.ts"
import type { HandOver, Phrase, Written } from "./outbox.ts"
import { together } from "./together.ts"

export type HousePorts = {
  readonly conversations: Conversations
  readonly reads: Reads
  readonly now: () => number
  readonly newId: () => string
  /** The sender of this process. */
  readonly sender: {
    /** Takes over what a commit wrote. Never throws, never blocks. */
    take(written: Written): void
    /** How the chat's answers may be handed over now; undefined when its line is not free. */
    handOver(chat: ChatId, bot: BotId): HandOver | undefined
  }
  /** Words for a toast. */
  readonly word: (phrase: Phrase) => string
  readonly log: {
    error(fields: object, message: string): void
    warn(fields: object, message: string): void
  }
  readonly timeZone: string
}

const MOST_TRIES = 6

/** How long single requests wait for the batch before theirs: nobody has to wait for the whole of an officer's long list. */
const PATIENCE_MS = 100

/**
 * The one door for everything the platforms bring: load, decide, commit, wake the sender. What arrives together, by several
 * bots or one webhook request each, is loaded and committed together; deciding shares nothing.
 */
export function createIntake(ports: HousePorts): Intake {
  /** What is under way in the conversations of this process. */
  const lines = createLines()
  const momentAt = (now: number): Moment => ({ now, timeZone: ports.timeZone, newId: ports.newId })
  const { calm, mark } = calming()
  const { reads, word, log } = ports
  const deciding = { reads, word, log, calm, isPassing: ports.conversations.isPassing }

  /** An update that cannot be read, or a step that cannot be stored, must not harm those that shared its statement. */
  const mayBeOnes = (error: unknown) => error instanceof Conflict || !ports.conversations.isPassing(error)

  const load = together(
    async (batches: readonly (readonly Incoming[])[]) =>
      portioned(await ports.conversations.load(batches.flat(), ports.now()), batches),
    mayBeOnes,
  )

  const commitOf = () =>
    together(async (asks: readonly (readonly Step[])[]) => {
      ports.sender.take(await ports.conversations.commit(asks.flat(), ports.now(), ports.sender.handOver))
      return asks.map(() => undefined)
    }, mayBeOnes)
  const commitPlain = commitOf()
  // A line of its own: what an officer's long list changes takes long, and no plain answer has to wait for it.
  const commitChanging = commitOf()
  const commit = async (steps: readonly Step[]) => {
    await (steps.some(changesSomething) ? commitChanging : commitPlain)(steps)
    for (const person of erasedBy(steps)) {
      // The machine's journal outlives the database: after a restore, whoever was erased since the backup is erased again by it.
      ports.log.warn({ person }, "a person was erased; a restore of an older backup needs this line")
    }
  }

  async function attempt(batch: readonly Incoming[]): Promise<readonly Receipt[]> {
    const forget = mark(batch)
    const moment = momentAt(ports.now())
    const loaded = await load(batch)
    const asked = batch.map((incoming, place) => ({ incoming, ...(loaded[place] as Loaded) }))
    const { steps, toasts, deferred, traceless } = await decideBatch(asked, moment, deciding)
    const receipts: Receipt[] = batch.map(() => ({}))
    for (const [place, toast] of toasts) receipts[place] = { toast }
    // Chatter leaves nothing behind, not even its key: we store no more than we need, and a busy group costs no commits.
    if (steps.length > 0) {
      await commit(steps).catch((error: unknown) => {
        forget()
        throw error
      })
    }
    for (const updateKey of traceless) await ports.conversations.discard(updateKey)
    if (deferred.length === 0) return receipts
    const again = deferred.map((place) => batch[place] as Incoming)
    ports.conversations.forget(again)
    const later = await attempt(again)
    for (const [nth, place] of deferred.entries()) receipts[place] = later[nth] ?? {}
    return receipts
  }

  async function attemptAlone(incoming: Incoming): Promise<readonly Receipt[]> {
    const { updateKey } = incoming
    try {
      return await persist([incoming])
    } catch (error) {
      if (ports.conversations.isPassing(error)) throw error
      ports.log.error({ updateKey, err: error }, "an update could not be stored")
    }
    try {
      const [found] = await load([incoming])
      if (found === undefined || found.handled) return [{}]
      const decision = apology(found.context, incoming, momentAt(ports.now()))
      const { version, dialogue } = found.context
      const step = { incoming, version: version + 1, dialogue, decision, found }
      await commit([step])
    } catch (error) {
      if (ports.conversations.isPassing(error)) throw error
      // Refusing it for ever would stop everything behind it; the log names it for the operator.
      ports.log.error({ updateKey, err: error }, "an update was given up")
      await ports.conversations.discard(updateKey)
    }
    return [{}]
  }

  async function persist(batch: readonly Incoming[]): Promise<readonly Receipt[]> {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(batch)
      } catch (error) {
        // A connection that broke is nobody's fault and the next one may hold; what was stored after all is dropped by its key. Not
        // every platform is known to repeat what it could not hand over.
        const isWorthIt =
          error instanceof Conflict ? tries < MOST_TRIES : isConnectionLost(error) && tries === 1
        if (!isWorthIt) throw error
      }
    }
  }

  async function receive(batch: readonly Incoming[]): Promise<readonly Receipt[]> {
    return await lines.queue([...new Set(batch.map(conversationKey))], async () => {
      if (batch.length === 1) return await attemptAlone(batch[0] as Incoming)
      try {
        return await persist(batch)
      } catch (error) {
        // A conflict that stays is one within the batch: two officers decide about the same initiative.
        if (ports.conversations.isPassing(error) && !(error instanceof Conflict)) throw error
        // One update spoils the batch: each is handled by itself, so that only that one fails.
        const receipts: Receipt[] = []
        for (const incoming of batch) receipts.push(...(await attemptAlone(incoming)))
        return receipts
      }
    })
  }

  /** Webhook requests of one moment become a batch, as if they had been polled. */
  const receiveOne = together(receive, undefined, PATIENCE_MS)

  return {
    receive: async (batch) => {
      const [only, another] = batch
      if (only === undefined) return []
      if (another !== undefined) return await receive(batch)
      // Whoever has a message under way waits for it alone, and does not hold up the batch it would join.
      await lines.last(conversationKey(only))
      return [await receiveOne(only)]
    },
    keep: async (bot, updateKey, raw) => await ports.conversations.keep(bot, updateKey, raw, ports.now()),
    unfinished: async (bot) => await ports.conversations.unfinished(bot),
    discard: async (updateKey) => await ports.conversations.discard(updateKey),
  }
}

/** Cuts `all`, the results of all batches in order, into one part for each batch. */
function portioned<Item>(all: readonly Item[], batches: readonly (readonly unknown[])[]): readonly Item[][] {
  let from = 0
  return batches.map(({ length }) => {
    const to = from + length
    const part = all.slice(from, to)
    from = to
    return part
  })
}

function erasedBy(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ decision }) =>
    (decision.changes ?? []).flatMap((change) => (change.do === "erase" ? [change.personId] : [])),
  )
}
