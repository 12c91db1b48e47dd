import type { Incoming } from "../channel.ts"
import { given } from "../given.ts"
import type { OutboxDraft } from "../outbox.ts"
import { type Context, conversationKey } from "./context.ts"
import type { Decision } from "./decision.ts"

/** Fifty messages from one person in five seconds get at most eight replies: five of any kind at once … */
const PROMPT_REPLIES = 5
const WINDOW_MS = 5_000
/** … then, after a pause, the newest answer that is not a receipt; whoever waits for each answer gets every one … */
const WORD_PAUSE_MS = 1_000
/** … and two messages of receipts: the first few receipts leave at once, the others wait and are merged. */
const PROMPT_RECEIPTS = 3
const RECEIPT_PAUSE_MS = 2_500
/** Bounds the memory; to forget a habit only lets a few more replies through. */
const MOST_HABITS = 10_000

/** What a person got in a conversation lately; times are epoch milliseconds, lists newest last. */
type Habit = {
  /** When something counted as a reply; a receipt that is merged into one that waits does not. */
  replies: number[]
  receipts: number[]
  saidAt: number
  /** Goes on until they pause, else a flood that lasts longer would get five more. */
  isFlood: boolean
  wordUntil: number
  receiptsUntil: number
  /** Nothing else was said since the last receipt was held, so the next one can be merged with it. */
  isMerging: boolean
}

/**
 * Keeps one person's flood from becoming a flood of replies. What they say is stored all the same; of words that change nothing,
 * and of questions asked again, the newest is said after a pause, and receipts wait to be merged. It remembers what it let through.
 */
export function calming(): (
  context: Context,
  incoming: Incoming,
  decision: Decision,
  now: number,
) => Decision {
  const habits = new Map<string, Habit>()

  function habitOf(key: string, now: number): Habit {
    if (habits.size > MOST_HABITS) habits.clear()
    const known = habits.get(key)
    const habit = known ?? {
      replies: [],
      receipts: [],
      saidAt: now,
      isFlood: false,
      wordUntil: 0,
      receiptsUntil: 0,
      isMerging: false,
    }
    if (known === undefined) habits.set(key, habit)
    if (now - habit.saidAt >= WORD_PAUSE_MS) habit.isFlood = false
    habit.saidAt = now
    habit.replies = habit.replies.filter((at) => now - at < WINDOW_MS)
    habit.receipts = habit.receipts.filter((at) => now - at < WINDOW_MS)
    habit.isFlood ||= habit.replies.length >= PROMPT_REPLIES
    return habit
  }

  return (context, incoming, decision, now) => {
    const says = decision.say?.length ?? 0
    const registers = decision.register?.length ?? 0
    if (says + registers === 0) return decision
    const key = conversationKey(incoming)
    const word = `calmed:${key}`
    if (registers === 0 && changesLittle(context, decision)) {
      const habit = habitOf(key, now)
      if (habit.isFlood) {
        habit.wordUntil = now + WORD_PAUSE_MS
        return heldBack(decision, word, habit.wordUntil)
      }
      habit.replies.push(now)
      habit.isMerging = false
      return decision
    }
    // The end of a guided dialogue is waited for by the person: only one-message registrations are made to wait.
    const isDirect = registers > 0 && context.dialogue === undefined
    const settled = isDirect ? receipted(decision, habitOf(key, now), now) : decision
    // An older answer that still waits must not arrive after this one.
    const isOutdated = (habits.get(key)?.wordUntil ?? 0) > now
    return isOutdated && decision.unsaid === undefined ? { ...settled, unsaid: word } : settled
  }
}

/** An idle answer, a question that was asked before, a guess, a wrong code. */
function changesLittle({ dialogue }: Context, decision: Decision): boolean {
  const asks = decision.dialogue
  const isSameQuestion =
    asks === undefined || asks?.step === "meant" || (asks !== null && asks.step === dialogue?.step)
  return isSameQuestion && (decision.changes ?? []).every((change) => change.do === "wrong_code")
}

/** The newest one takes the place of those that still wait. */
function heldBack(decision: Decision, supersedeKey: string, until: number): Decision {
  const drafts = decision.say ?? []
  // A question's own key does the same for older questions.
  const unsaid = decision.unsaid ?? drafts.find((draft) => draft.supersedeKey !== undefined)?.supersedeKey
  const say = drafts.map((draft) => ({ ...draft, supersedeKey, dueAt: Math.max(draft.dueAt, until) }))
  return { ...decision, ...given({ unsaid }), say }
}

/** The receipts of a decision, held back when there were many lately. */
function receipted(decision: Decision, habit: Habit, now: number): Decision {
  habit.receipts.push(now)
  const isPrompt = !habit.isFlood && habit.receipts.length <= PROMPT_RECEIPTS
  const isMerged = !isPrompt && habit.isMerging && habit.receiptsUntil > now
  if (!isMerged) habit.replies.push(now)
  habit.isMerging = !isPrompt
  if (isPrompt) return decision
  // One moment for all that are held, or each would leave by itself.
  if (habit.receiptsUntil <= now) habit.receiptsUntil = now + RECEIPT_PAUSE_MS
  const { receiptsUntil } = habit
  const later = (draft: OutboxDraft) => ({ ...draft, dueAt: Math.max(draft.dueAt, receiptsUntil) })
  return {
    ...decision,
    register: (decision.register ?? []).map((entry) => ({ ...entry, receipt: later(entry.receipt) })),
    // What else the message asked for comes in its order.
    ...given({ say: decision.say?.map(later) }),
  }
}
