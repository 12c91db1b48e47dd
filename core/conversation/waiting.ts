import { readCommand } from "../command/read.ts"
import { given } from "../given.ts"
import { fold } from "../text/fold.ts"
import type { Context } from "./context.ts"
import { both, type Decision, oneByOne, type Resume, SILENCE } from "./decision.ts"
import type { PendingMessage } from "./dialogue.ts"

/** So many messages wait behind an open question; a flood of the same one waits once. */
export const MOST_WAITING = 10

/** A question that is open, and what it holds back: `pending` first, then the others in the order they came. */
export type HeldBack = { readonly pending: PendingMessage; readonly waiting?: readonly PendingMessage[] }

/** What a question holds back once `message` has come as well; words that were said already, or a bare command, wait once. */
export function holdBack(before: HeldBack | undefined, message: PendingMessage): HeldBack {
  const known = before === undefined ? [] : [before.pending, ...(before.waiting ?? [])]
  const others = known.filter(
    ({ text }) => fold(text) !== fold(message.text) && readCommand(text)?.rest !== "",
  )
  const [pending = message, ...waiting] = [...others, message].slice(0, MOST_WAITING)
  return waiting.length === 0 ? { pending } : { pending, waiting }
}

/**
 * Takes up what waited as if it were just written, oldest first. Behind a message that raises a question which can hold
 * others back, they go on waiting.
 */
export async function takeUp(
  context: Context,
  messages: readonly PendingMessage[],
  resume: Resume,
): Promise<Decision> {
  const [next, ...others] = messages
  if (next === undefined) return SILENCE
  const taken = await resume(context, next)
  if (others.length === 0) return taken
  const { dialogue = context.dialogue } = taken
  switch (dialogue?.step) {
    case "unit":
    case "similar":
      return { ...taken, dialogue: { ...dialogue, waiting: [...(dialogue.waiting ?? []), ...others] } }
    default:
      return afterIt(
        taken,
        await takeUp(
          { ...context, dialogue: dialogue ?? undefined, decided: both(context.decided ?? SILENCE, taken) },
          others,
          resume,
        ),
      )
  }
}

/** A question that the next message answered, or that a newer one took the place of, need not be asked any more. */
function afterIt(first: Decision, second: Decision): Decision {
  const key = first.dialogue == null || second.dialogue === undefined ? undefined : askedWith(first)
  const say = first.say?.filter(({ supersedeKey }) => key === undefined || supersedeKey !== key)
  return oneByOne({ ...first, ...given({ say }) }, second)
}

function askedWith({ say = [] }: Decision): string | undefined {
  return say.findLast(({ supersedeKey }) => supersedeKey !== undefined)?.supersedeKey
}
