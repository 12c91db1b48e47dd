import type { Command } from "../command/command.ts"
import { nearestQuestion } from "../command/nearest-question.ts"
import { isOfficer } from "../people/role.ts"
import { clean, fold } from "../text/fold.ts"
import type { Decision } from "./decision.ts"
import type { Turn } from "./turn.ts"

/** Words that give no command, as their readers look at them. */
export type Said = {
  readonly turn: Turn
  readonly text: string
  readonly typed: string
  /** Folded; empty where there are too many of them to be said in passing. */
  readonly folded: string
  readonly isPrivate: boolean
  /** Whether an officer says them. */
  readonly byOfficer: boolean
  /** What they ask for, by the example they are most like. */
  readonly near: Command | undefined
}

/** What the words lead to, where they are of the one kind that this reader knows. */
export type Reader = (said: Said) => Decision | undefined | Promise<Decision | undefined>

const LONGEST_IN_PASSING = 100

export function saidIn(turn: Turn): Said {
  const { text } = turn.written
  const typed = clean(text)
  const byOfficer = isOfficer(turn.context.person)
  return {
    turn,
    text,
    typed,
    folded: text.length <= LONGEST_IN_PASSING ? fold(typed) : "",
    isPrivate: turn.context.chat.kind === "private",
    byOfficer,
    near: nearestQuestion(text, { officer: byOfficer }),
  }
}

/** In a group the same words may be said to somebody else. */
export function privately(reader: Reader): Reader {
  return (said) => (said.isPrivate ? reader(said) : undefined)
}

/** A reader that looks at the whole turn. */
export function ofTurn(reader: (turn: Turn) => ReturnType<Reader>): Reader {
  return ({ turn }) => reader(turn)
}
