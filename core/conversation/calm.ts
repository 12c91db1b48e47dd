import type { Incoming } from "../channel.ts"
import { type Context, conversationKey } from "./context.ts"
import { type Decision, SILENCE } from "./decision.ts"

/** Fifty messages from one person in five seconds get at most eight replies: seven words … */
const IDLE_ANSWERS = 7
const IDLE_WINDOW_MS = 5_000
/** … and receipts, of which the first ones go out at once and the others wait a moment to be merged. */
const PROMPT_RECEIPTS = 3
const RECEIPT_PAUSE_MS = 2_500
/** A bound on memory; forgetting habits only forgives. */
const MOST_HABITS = 10_000

/** When a person last got idle answers and receipts, epoch milliseconds, newest last. */
type Habit = { idle: number[]; receipts: number[]; heldUntil: number }

/**
 * Keeps one person's flood from becoming a flood of replies. What they say is stored all the same; only words that change
 * nothing are left unsaid, and receipts wait to be merged. It remembers what it let through.
 */
export function calming(): (
  context: Context,
  incoming: Incoming,
  decision: Decision,
  now: number,
) => Decision {
  const habits = new Map<string, Habit>()

  return (context, incoming, decision, now) => {
    const says = decision.say?.length ?? 0
    const registers = decision.register?.length ?? 0
    const isIdle = decision.dialogue === undefined && registers === 0 && (decision.changes?.length ?? 0) === 0
    // The end of a guided dialogue is waited for by the person: only one-message registrations are made to wait.
    const isDirect = registers > 0 && context.dialogue === undefined
    const isRepeated =
      (context.dialogue?.step === "similar" && decision.dialogue?.step === "similar") ||
      decision.dialogue?.step === "meant"
    if (!((isIdle || isRepeated) && says > 0) && !isDirect) return decision

    const key = conversationKey(incoming)
    if (habits.size > MOST_HABITS) habits.clear()
    const habit = habits.get(key) ?? { idle: [], receipts: [], heldUntil: 0 }
    habits.set(key, habit)
    habit.idle = habit.idle.filter((at) => now - at < IDLE_WINDOW_MS)
    habit.receipts = habit.receipts.filter((at) => now - at < IDLE_WINDOW_MS)
    if (isIdle || isRepeated) {
      if (habit.idle.length >= IDLE_ANSWERS) return isRepeated ? { ...decision, say: [] } : SILENCE
      habit.idle.push(now)
      return decision
    }
    habit.receipts.push(now)
    if (habit.receipts.length <= PROMPT_RECEIPTS) return decision
    // One moment for all that are held, or each would leave by itself.
    if (habit.heldUntil <= now) habit.heldUntil = now + RECEIPT_PAUSE_MS
    const { heldUntil } = habit
    return {
      ...decision,
      register: (decision.register ?? []).map((entry) => ({
        ...entry,
        receipt: { ...entry.receipt, dueAt: Math.max(entry.receipt.dueAt, heldUntil) },
      })),
    }
  }
}
