import type { Incoming } from "./channel.ts"
import type { Calming } from "./conversation/calm.ts"
import { type Context, conversationKey } from "./conversation/context.ts"
import { decide } from "./conversation/decide.ts"
import type { Decision } from "./conversation/decision.ts"
import type { Reads } from "./conversation/reads.ts"
import { answer, type Moment } from "./conversation/turn.ts"
import type { Conversations, Loaded, Step } from "./conversations.ts"
import type { Log } from "./log.ts"
import type { Phrase } from "./outbox.ts"

/** An update of a batch and what was found for it. */
export type Asked = Loaded & { readonly incoming: Incoming }

/** What came of deciding a batch; numbers are places in it. */
export type Outcome = {
  /** In the batch's order. */
  readonly steps: readonly Step[]
  readonly toasts: readonly (readonly [place: number, toast: string])[]
  /** To be decided anew, upon what the store says, once the steps before them are committed; ascending. */
  readonly deferred: readonly number[]
  /** Kept updates that are to be forgotten. */
  readonly traceless: readonly string[]
}

/** What deciding needs besides what was found. */
export type DecidingPorts = {
  readonly reads: Reads
  readonly calm: Calming["calm"]
  /** Words for a toast. */
  readonly word: (phrase: Phrase) => string
  readonly isPassing: Conversations["isPassing"]
  readonly log: Pick<Log, "error">
}

/** Decides all of a batch. Updates that share neither chat nor person are decided side by side: a look-up for one holds up no other. */
export async function decideBatch(
  batch: readonly Asked[],
  moment: Moment,
  ports: DecidingPorts,
): Promise<Outcome> {
  const chains = await Promise.all(
    chainsOf(batch).map(async (places) => await decideInOrder(places, batch, moment, ports)),
  )
  return {
    steps: chains
      .flatMap(({ steps }) => steps)
      .toSorted(([one], [other]) => one - other)
      .map(([, step]) => step),
    toasts: chains.flatMap(({ toasts }) => toasts),
    deferred: chains.flatMap(({ deferred }) => deferred).toSorted((one, other) => one - other),
    traceless: chains.flatMap(({ traceless }) => traceless),
  }
}

/** An outcome that is being written; its steps know their places. */
type Chain = {
  readonly steps: [number, Step][]
  readonly toasts: [number, string][]
  readonly deferred: number[]
  readonly traceless: string[]
}

/** Decides the updates at these places of a batch, each upon the dialogue as the one before left it. */
async function decideInOrder(
  places: readonly number[],
  batch: readonly Asked[],
  moment: Moment,
  ports: DecidingPorts,
): Promise<Chain> {
  const outcome: Chain = { steps: [], toasts: [], deferred: [], traceless: [] }
  const latest = new Map<string, Context>()
  const seen = new Set<string>()
  // Once a step changes something about a person or a chat, later messages of theirs are decided after a fresh load.
  const changed = new Set<string>()
  for (const place of places) {
    const { incoming, ...found } = batch[place] as Asked
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
    const decided = await decideSafely(context, incoming, moment, ports)
    // No commit will see whether what was remembered is still true: another process may have asked what this answers.
    if (!leavesTrace(decided) && found.seen !== undefined && !latest.has(key)) {
      defer()
      continue
    }
    const decision = ports.calm(context, incoming, decided, moment.now)
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
async function decideSafely(
  context: Context,
  incoming: Incoming,
  moment: Moment,
  ports: DecidingPorts,
): Promise<Decision> {
  try {
    return await decide(context, incoming, moment, ports.reads)
  } catch (error) {
    if (ports.isPassing(error)) throw error
    ports.log.error({ updateKey: incoming.updateKey, err: error }, "an update could not be decided")
    return apology(context, incoming, moment)
  }
}

/** The chat and the account that a message may change something about. */
function subjectsOf(incoming: Incoming): readonly string[] {
  return [incoming.chat.id, incoming.from?.account ?? incoming.chat.id]
}

/** The places of a batch, ascending, in as many chains as can be decided side by side: two share neither chat nor person. */
function chainsOf(batch: readonly Asked[]): readonly (readonly number[])[] {
  const chainOf = new Map<string, Set<number>>()
  for (const [place, { incoming }] of batch.entries()) {
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

/** Whether it changes more than the dialogue. */
export function changesSomething({ decision }: Step): boolean {
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

/** For whoever wrote what could not be decided or stored. */
export function apology(context: Context, incoming: Incoming, moment: Moment): Decision {
  return answer({ context, written: incoming, moment }, "our-fault")
}
