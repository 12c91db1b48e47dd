import type { Incoming } from "../channel.ts"
import { given } from "../given.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { type Context, conversationKey } from "./context.ts"
import type { Decision } from "./decision.ts"

/** Fifty messages from one person in five seconds get at most eight replies: five of any kind at once … */
const PROMPT_REPLIES = 5
const WINDOW_MS = 5_000
/** … then, after a pause, one message with all that was done and the newest answer; whoever waits for each gets every one … */
const PAUSE_MS = 1_000
/** What is decided now is stored so much later at the most, as a rule: a message that is due by then may have left when it is to be replaced. */
const STORED_WITHIN_MS = 250
/** … but a guided registration goes on at the pace at which its questions are answered, and the next one behind it … */
const PROMPT_STEPS = 7
/** … and two messages of receipts: the first few receipts leave at once, the others wait and are merged. */
const PROMPT_RECEIPTS = 3
const RECEIPT_PAUSE_MS = 2_500
const MOST_COUNTED = Math.max(PROMPT_REPLIES, PROMPT_STEPS, PROMPT_RECEIPTS + 1)
/** Bounds the memory; to forget a habit only lets a few more replies through. */
const MOST_HABITS = 10_000
/** Bounds the one message: of more that was done, the newest is told. */
const MOST_DONE = 50

/** The one message that waits, and what it tells of what was done. Shortly before it is due it takes up nothing more: what it tells would be told twice. */
type Held = {
  readonly key: string
  readonly until: number
  readonly done: readonly Phrase[]
  readonly message: OutboxDraft | undefined
}

/** What a person got in a conversation lately; times are epoch milliseconds, lists newest last and no longer than what is counted. */
type Habit = {
  /** When something counted as a reply; a receipt that is merged into one that waits does not. */
  readonly replies: number[]
  readonly receipts: number[]
  /** Those of the replies that were said since the last guided registration was done. */
  readonly steps: number[]
  /** A guided registration was done, and none begun since. */
  hasRegistered: boolean
  saidAt: number
  /** Goes on until they pause, else a flood that lasts longer would get five more. */
  isFlood: boolean
  held: Held | undefined
  receiptsUntil: number
  /** Nothing else was said since the last receipt was held, so the next one can be merged with it. */
  isMerging: boolean
}

export type Calming = {
  /** What of the decision is said, and when. It remembers what it let through. */
  calm(context: Context, incoming: Incoming, decision: Decision, now: number): Decision
  /**
   * To be called before the messages of a batch are calmed: calling what it answers makes it forget what it let through for
   * them since. What could not be stored was not said, and is decided once more.
   */
  mark(batch: readonly Incoming[]): () => void
}

/**
 * Keeps one person's flood from becoming a flood of replies. What they say is done and stored all the same. What there is to
 * answer becomes one message after a pause: everything that was done, and of questions and figures the newest, for the older
 * ones are of no use any more. Receipts wait to be merged.
 */
export function calming(): Calming {
  const habits = new Map<string, Habit>()

  function habitOf(key: string, now: number): Habit {
    if (habits.size > MOST_HABITS) habits.clear()
    const known = habits.get(key)
    const habit = known ?? {
      replies: [],
      receipts: [],
      steps: [],
      hasRegistered: false,
      saidAt: now,
      isFlood: false,
      held: undefined,
      receiptsUntil: 0,
      isMerging: false,
    }
    if (known === undefined) habits.set(key, habit)
    if (now - habit.saidAt >= PAUSE_MS) habit.isFlood = false
    habit.saidAt = now
    for (const times of [habit.replies, habit.receipts, habit.steps]) forgetPast(times, now)
    habit.isFlood ||= habit.replies.length >= PROMPT_REPLIES
    if (habit.held !== undefined && habit.held.until <= now + STORED_WITHIN_MS) habit.held = undefined
    return habit
  }

  function calm(context: Context, incoming: Incoming, decision: Decision, now: number): Decision {
    const registers = decision.register?.length ?? 0
    if ((decision.say?.length ?? 0) + registers === 0) return decision
    const key = conversationKey(incoming)
    const habit = habitOf(key, now)
    // The end of a guided dialogue is waited for by the person: only one-message registrations are made to wait.
    const isDirect = registers > 0 && !answersQuestion(context, decision)
    if (isDirect) note(habit.receipts, now)
    const isStep = goesOn(context, decision, habit) && !tellsMore(habit) && habit.steps.length < PROMPT_STEPS
    const isPrompt = !habit.isFlood && !(isDirect && habit.receipts.length > PROMPT_RECEIPTS)
    if (isStep || isPrompt) {
      note(habit.replies, now)
      note(habit.steps, now)
      habit.isMerging = false
      if (registers > 0 && !isDirect) habit.steps.length = 0
      habit.hasRegistered = registers > 0 && !isDirect
      return behindOther(decision, habit, now + PAUSE_MS)
    }
    if (registers === 0) habit.isMerging = false
    const until = registers > 0 ? receiptsUntil(habit, now) : now
    const later = (draft: OutboxDraft) => ({ ...draft, dueAt: Math.max(draft.dueAt, until) })
    const register = decision.register?.map((entry) => ({ ...entry, receipt: later(entry.receipt) }))
    const place = { habit, key, chat: incoming.chat.id, until: Math.max(until, now + PAUSE_MS), now }
    const calmed = heldBack(decision, place)
    return register === undefined ? calmed : { ...calmed, register }
  }

  function mark(batch: readonly Incoming[]): () => void {
    const before = batch.map((incoming) => {
      const key = conversationKey(incoming)
      return [key, copyOf(habits.get(key))] as const
    })
    return () => {
      for (const [key, habit] of before) {
        if (habit === undefined) habits.delete(key)
        else habits.set(key, habit)
      }
    }
  }

  return { calm, mark }
}

function copyOf(habit: Habit | undefined): Habit | undefined {
  if (habit === undefined) return undefined
  const { replies, receipts, steps } = habit
  return { ...habit, replies: [...replies], receipts: [...receipts], steps: [...steps] }
}

function note(times: number[], now: number): void {
  times.push(now)
  if (times.length > MOST_COUNTED) times.shift()
}

function forgetPast(times: number[], now: number): void {
  while (times[0] !== undefined && now - times[0] >= WINDOW_MS) times.shift()
}

/** Whether the decision answers an open question by the next one or by the record, or begins anew after a record. */
function goesOn({ dialogue }: Context, decision: Decision, { hasRegistered }: Habit): boolean {
  const next = decision.dialogue ?? undefined
  if (dialogue === undefined) return next !== undefined && hasRegistered
  if ((decision.register?.length ?? 0) > 0) return answersQuestion({ dialogue }, decision)
  return next !== undefined && next.step !== dialogue.step && next.step !== "meant" && next.step !== "ways"
}

/** Whether the open question is settled by the decision; whoever registers beside it waits for no question of ours. */
function answersQuestion({ dialogue }: Pick<Context, "dialogue">, decision: Decision): boolean {
  if (dialogue === undefined || decision.dialogue === undefined) return false
  return decision.dialogue?.ask !== dialogue.ask
}

/** What was done is told together with the newest question, not behind it. */
function tellsMore({ held }: Habit): boolean {
  return held !== undefined && held.done.length > 0
}

/** One moment for all receipts that are held, or each would leave by itself. */
function receiptsUntil(habit: Habit, now: number): number {
  const isMerged = habit.isMerging && habit.receiptsUntil > now
  if (!isMerged) note(habit.replies, now)
  habit.isMerging = true
  if (habit.receiptsUntil <= now) habit.receiptsUntil = now + RECEIPT_PAUSE_MS
  return habit.receiptsUntil
}

type Holding = {
  readonly habit: Habit
  readonly key: string
  readonly chat: OutboxDraft["chat"]
  readonly until: number
  readonly now: number
}

/** What the decision says here becomes part of the one message that waits, in the place of the one before. */
function heldBack(decision: Decision, { habit, key, chat, until, now }: Holding): Decision {
  const { say = [] } = decision
  const waiting = habit.held
  const here = say.filter((draft) => draft.chat === chat)
  if (here.length === 0) return behindOther(decision, habit, until)
  const [files, words] = [here.filter(isFile), here.filter((draft) => !isFile(draft))]
  const heldAs = waiting?.key ?? `calmed:${key}:${now}`
  const dueAt = Math.max(until, ...here.map((draft) => draft.dueAt))
  const before = waiting?.done ?? []
  const phrases = onceEach([...before, ...words.flatMap(({ content }) => content.phrases ?? [])])
  const message = inOne(words, { phrases, supersedeKey: heldAs, dueAt })
  habit.held = { key: heldAs, until, done: doesSomething(decision) ? phrases : before, message }
  // A question's own key does the same for older questions that still wait.
  const unsaid = decision.unsaid ?? here.find((draft) => draft.supersedeKey !== undefined)?.supersedeKey
  return {
    ...decision,
    ...given({ unsaid }),
    say: [
      ...say.filter((draft) => draft.chat !== chat),
      ...files.map((draft, at) => ({ ...draft, supersedeKey: `${heldAs}:${at}`, dueAt })),
      ...(message === undefined ? [] : [message]),
    ],
  }
}

/** Something else is said: an answer that waits is outdated by it, and what was done is told when there is a pause. */
function behindOther(decision: Decision, habit: Habit, until: number): Decision {
  const { held } = habit
  if (held?.message === undefined) return decision
  if (held.done.length === 0) {
    habit.held = undefined
    return { ...decision, unsaid: decision.unsaid ?? held.key }
  }
  const { choices: _, ...content } = held.message.content
  const message = { ...held.message, content: { ...content, phrases: held.done }, dueAt: until }
  habit.held = { ...held, until, message }
  return { ...decision, say: [...(decision.say ?? []), message] }
}

function isFile({ content }: OutboxDraft): boolean {
  return content.picture !== undefined || content.document !== undefined
}

/** The newest of the drafts with all the phrases and the newest choices; undefined for none. */
function inOne(
  drafts: readonly OutboxDraft[],
  { phrases, ...rest }: Pick<OutboxDraft, "supersedeKey" | "dueAt"> & { readonly phrases: readonly Phrase[] },
): OutboxDraft | undefined {
  const last = drafts.at(-1)
  const choices = drafts.findLast(({ content }) => content.choices !== undefined)?.content.choices
  return (
    last && {
      ...last,
      ...rest,
      content: { ...last.content, phrases, ...given({ choices }) },
    }
  )
}

/** Whether something is different afterwards than before, and not only what is being asked. */
function doesSomething({ changes = [] }: Decision): boolean {
  return changes.some((change) => change.do !== "wrong_code")
}

function onceEach(phrases: readonly Phrase[]): readonly Phrase[] {
  return [...new Map(phrases.map((phrase) => [JSON.stringify(phrase), phrase])).values()].slice(-MOST_DONE)
}
