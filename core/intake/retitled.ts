import { readCommand } from "../command/read.ts"
import { type Decision, SILENCE } from "../conversation/decision.ts"
import type { Turn } from "../conversation/turn.ts"
import { foldWords } from "../text/fold.ts"
import { readRegistration } from "./registration.ts"
import { isTitle } from "./title.ts"
import { askAboutThis, isOpen } from "./which-initiative.ts"

/** So long a message can be changed at Telegram. */
const CHANGEABLE_MS = 48 * 60 * 60_000
const MOST_LOOKED_AT = 5
/** So much of a title stays when only a slip of it is put right. */
const STAYS = 0.6

/**
 * Whether the registration in a message that was changed puts right the title of one of the person's own: asks whether it is to be called so. Silence
 * where it is called so already; undefined where it is none of theirs.
 */
export async function askWhetherRetitled(turn: Turn): Promise<Decision | undefined> {
  const { context, written, moment, reads } = turn
  const command = readCommand(written.text)
  if (context.person === undefined || command?.name !== "register" || !isTitle(command.rest)) return undefined
  const { title } = readRegistration(command.rest)
  const own = (await reads.initiativesOf(context.person.id, MOST_LOOKED_AT)).newest.filter(
    (each) => isOpen(each) && moment.now - each.createdAt <= CHANGEABLE_MS,
  )
  if (own.some((each) => each.title === title)) return SILENCE
  const meant = own.find((each) => alike(each.title, title) >= STAYS)
  return meant && askAboutThis(turn, meant, (code) => `sửa ${code} tên: ${title}`)
}

/** How much of the longer of two titles both have, from 0 to 1. */
function alike(one: string, other: string): number {
  const [some, others] = [one, other].map((title) => new Set(foldWords(title).split(" ")))
  if (some === undefined || others === undefined) return 0
  return some.intersection(others).size / Math.max(some.size, others.size)
}
