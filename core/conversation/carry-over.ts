import { both, type Decision } from "./decision.ts"
import { isGuided, type PendingMessage, type RegistrationDialogue } from "./dialogue.ts"
import { firstSaying, keepUnit } from "./kept-draft.ts"
import { askAgain } from "./questions.ts"
import type { Elsewhere } from "./reads.ts"
import type { Turn } from "./turn.ts"

/**
 * A registration that the person began in a group, or with another account that was joined to this one, and that waits there for an answer;
 * undefined outside of private chats.
 */
export async function begunElsewhere({ context, reads }: Turn): Promise<Elsewhere | undefined> {
  const { chat, account, dialogue } = context
  if (chat.kind !== "private" || account === undefined || dialogue !== undefined) return undefined
  return await reads.registrationElsewhere(account.id, chat.id)
}

/** It goes on where the person writes now: the same draft, the same question. In the group nothing waits any more. */
export async function carryOver(turn: Turn, found: Elsewhere): Promise<Decision> {
  const { chat, account, version, unit } = found
  const begun = withoutPlace(unit === undefined ? found.dialogue : { ...found.dialogue, begunAt: unit })
  // What was sent at another platform can only be fetched there.
  const isOther = account !== turn.context.account?.id
  const { files, ...words } = begun
  const here: RegistrationDialogue = isOther ? words : begun
  const left: Decision = { dialogue: here, changes: [{ do: "leave_dialogue", chat, account, version }] }
  const again = await askAgain(turn, here)
  const isToldOf = isOther && files !== undefined && files.length > 0
  return keepUnit(here, both(left, isToldOf ? firstSaying(again, { key: "files-elsewhere" }) : again))
}

/** What was held back stands in the group: here nothing can answer that message, nor go into its topic. */
function withoutPlace(dialogue: RegistrationDialogue): RegistrationDialogue {
  if (isGuided(dialogue)) return dialogue
  const waiting = dialogue.waiting === undefined ? {} : { waiting: dialogue.waiting.map(onlyWords) }
  switch (dialogue.step) {
    case "consent":
      return { ...dialogue, pending: onlyWords(dialogue.pending), ...waiting }
    case "unit":
      return { ...dialogue, pending: onlyWords(dialogue.pending), ...waiting }
    case "similar":
      return { ...dialogue, pending: onlyWords(dialogue.pending), ...waiting }
    default:
      return dialogue satisfies never
  }
}

function onlyWords<Message extends PendingMessage>({
  message: _,
  topic: __,
  replyTo: ___,
  ...words
}: Message) {
  return words
}
