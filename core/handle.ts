import type { BotId, ChatId, Incoming, Intake, Receipt } from "./channel.ts"
import { calming } from "./conversation/calm.ts"
import { type Context, conversationKey } from "./conversation/context.ts"
import { decide } from "./conversation/decide.ts"
import type { Decision } from "./conversation/decision.ts"
import type { Dialogue } from "./conversation/dialogue.ts"
import type { Reads } from "./conversation/reads.ts"
import { answer, type Moment } from "./conversation/turn.ts"
import { isConnectionLost } from "./error.ts"
import { createLines } from "./lines.ts"
import type { HandOver, Phrase, Written } from "./outbox.ts"
import { together } from "./together.ts"

/** One decided update, ready to be committed. */
export type Step = {
  readonly incoming: Incoming
  /** The conversation's version this commit makes: one more than the one that was loaded, whatever the batch says to it. */
  readonly version: number
  /** The dialogue after the step; undefined for none. */
  readonly dialogue: Dialogue | undefined
  readonly decision: Decision
  readonly found: Found
}

/** What was found in the store for an update, so that its step writes only what is new. */
export type Found = {
  /** It was stored raw before it was handled, and is to be forgotten then. */
  readonly kept: boolean
  /** Its chat and account are already stored just as it shows them. */
  readonly met: boolean
  /** Present when the store was not asked, but what it said before was remembered; a commit sees whether it is still true. */
  readonly seen?: Seen | undefined
}

/** Until when what is remembered was surely true, in the store's own measure: the smaller `nth`, the older. */
export type Seen = {
  readonly nth: number
  readonly snapshot: string
  /** What it depends on, by ids, one a line. */
  readonly about: string
}

/** An update as it was found before deciding. */
export type Loaded = Found & { readonly context: Context; readonly handled: boolean }

/** What the house needs from its store. */
export type Conversations = {
  /** Everything known before deciding, one entry per update, in their order; one statement, or none. */
  load(batch: readonly Incoming[], now: number): Promise<readonly Loaded[]>
  /**
   * Commits all steps or none. Returns what is to be sent: where `handOver` allows it and nothing else waits in the chat, its
   * answers are claimed for this process in the same commit. Throws `Conflict` when an update was handled, or a conversation
   * moved on, since it was loaded, or what was remembered of it has changed; any other error means that the store is down or that a step cannot be stored.
   */
  commit(
    steps: readonly Step[],
    now: number,
    handOver?: (chat: ChatId, bot: BotId) => HandOver | undefined,
  ): Promise<Written>
  keep(bot: BotId, updateKey: string, raw: unknown, now: number): Promise<void>
  unfinished(bot: BotId): Promise<readonly { readonly updateKey: string; readonly raw: unknown }[]>
  discard(updateKey: string): Promise<void>
  /** What is remembered of the conversations of these is not relied on when they are loaded next. */
  forget(batch: readonly Incoming[]): void
  /** True for errors that will pass (the database is away), false for a step that can never be stored. */
  isPassing(error: unknown): boolean
}

/** Somebody else was faster; load again and decide anew. */
export class Conflict extends Error {
  constructor() {
    super("The conversation moved on meanwhile.")
    this.name = "Conflict"
  }
}

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

type Asked = Loaded & { readonly incoming: Incoming }

/** What came of deciding some updates of a batch; numbers are their places in it. */
type Outcome = {
  readonly steps: [number, Step][]
  readonly toasts: [number, string][]
  /** To be decided anew, upon what the store says, once the steps before them are committed. */
  readonly deferred: number[]
  /** Kept updates that are to be forgotten. */
  readonly traceless: string[]
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
    const found = batch.map((incoming, place) => ({ incoming, ...(loaded[place] as Loaded) }))
    // Side by side: a look-up for one conversation holds up no other.
    const outcomes = await Promise.all(
      chainsOf(batch).map((places) => decideInOrder(places, (place) => found[place] as Asked, moment)),
    )
    const receipts: Receipt[] = batch.map(() => ({}))
    for (const { toasts } of outcomes) for (const [place, toast] of toasts) receipts[place] = { toast }
    const steps = outcomes
      .flatMap((outcome) => outcome.steps)
      .toSorted(([one], [other]) => one - other)
      .map(([, step]) => step)
    // Chatter leaves nothing behind, not even its key: we store no more than we need, and a busy group costs no commits.
    if (steps.length > 0) {
      await commit(steps).catch((error: unknown) => {
        forget()
        throw error
      })
    }
    for (const { traceless } of outcomes) {
      for (const updateKey of traceless) await ports.conversations.discard(updateKey)
    }
    const deferred = outcomes.flatMap((outcome) => outcome.deferred).toSorted((one, other) => one - other)
    if (deferred.length === 0) return receipts
    const again = deferred.map((place) => batch[place] as Incoming)
    ports.conversations.forget(again)
    const later = await attempt(again)
    for (const [nth, place] of deferred.entries()) receipts[place] = later[nth] ?? {}
    return receipts
  }

  /** Decides the updates at these places of a batch, each upon the dialogue as the one before left it. */
  async function decideInOrder(
    places: readonly number[],
    at: (place: number) => Asked,
    moment: Moment,
  ): Promise<Outcome> {
    const outcome: Outcome = { steps: [], toasts: [], deferred: [], traceless: [] }
    const latest = new Map<string, Context>()
    const seen = new Set<string>()
    // Once a step changes something about a person or a chat, later messages of theirs are decided after a fresh load.
    const changed = new Set<string>()
    for (const place of places) {
      const { incoming, ...found } = at(place)
      if (found.handled || seen.has(incoming.updateKey)) {
        if (found.kept) outcome.traceless.push(incoming.updateKey)
        continue
      }
      seen.add(incoming.updateKey)
      const subjects = subjectsOf(incoming)
      const defer = () => {
        outcome.deferred.push(place)
        for (const subject of subjects) changed.add(subject)
      }
      if (subjects.some((subject) => changed.has(subject))) {
        defer()
        continue
      }
      const key = conversationKey(incoming)
      const context = latest.get(key) ?? found.context
      const decided = await decideSafely(context, incoming, moment)
      // No commit will see whether what was remembered is still true: another process may have asked what this answers.
      if (!leavesTrace(decided) && found.seen !== undefined && !latest.has(key)) {
        defer()
        continue
      }
      const decision = calm(context, incoming, decided, moment.now)
      const step: Step = {
        incoming,
        version: context.version + 1,
        dialogue: decision.dialogue === undefined ? context.dialogue : (decision.dialogue ?? undefined),
        decision,
        found: { kept: found.kept, met: found.met, seen: found.seen },
      }
      if (leavesTrace(decision)) {
        outcome.steps.push([place, step])
        latest.set(key, {
          ...context,
          chat: { ...context.chat, known: true },
          dialogue: step.dialogue,
        })
      } else if (found.kept) {
        outcome.traceless.push(incoming.updateKey)
      }
      if (changesSomething(step)) for (const subject of subjects) changed.add(subject)
      if (decision.toast !== undefined) outcome.toasts.push([place, ports.word(decision.toast)])
    }
    return outcome
  }

  /** A defect in deciding must not stop the line behind it: the person gets an apology, the operator the stack. */
  async function decideSafely(context: Context, incoming: Incoming, moment: Moment): Promise<Decision> {
    try {
      return await decide(context, incoming, moment, ports.reads)
    } catch (error) {
      if (ports.conversations.isPassing(error)) throw error
      ports.log.error({ updateKey: incoming.updateKey, err: error }, "an update could not be decided")
      return apology(context, incoming, moment)
    }
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

/** The chat and the account that a message may change something about. */
function subjectsOf(incoming: Incoming): readonly string[] {
  return [incoming.chat.id, incoming.from?.account ?? incoming.chat.id]
}

/** The places of a batch, ascending, in as many chains as can be decided side by side: two share neither chat nor person. */
function chainsOf(batch: readonly Incoming[]): readonly (readonly number[])[] {
  const chainOf = new Map<string, Set<number>>()
  for (const [place, incoming] of batch.entries()) {
    const subjects = subjectsOf(incoming)
    const [chain = new Set<number>(), ...others] = new Set(
      subjects.flatMap((subject) => chainOf.get(subject) ?? []),
    )
    chain.add(place)
    for (const other of others) {
      for (const each of other) chain.add(each)
      for (const [subject, its] of chainOf) if (its === other) chainOf.set(subject, chain)
    }
    for (const subject of subjects) chainOf.set(subject, chain)
  }
  return [...new Set(chainOf.values())].map((chain) => [...chain].toSorted((one, other) => one - other))
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

function changesSomething({ decision }: Step): boolean {
  return (decision.changes?.length ?? 0) > 0
}

function leavesTrace(decision: Decision): boolean {
  return (
    decision.dialogue !== undefined ||
    (decision.say?.length ?? 0) > 0 ||
    (decision.register?.length ?? 0) > 0 ||
    (decision.changes?.length ?? 0) > 0
  )
}

function apology(context: Context, incoming: Incoming, moment: Moment): Decision {
  return answer({ context, written: incoming, moment }, "our-fault")
}

function erasedBy(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ decision }) =>
    (decision.changes ?? []).flatMap((change) => (change.do === "erase" ? [change.personId] : [])),
  )
}
