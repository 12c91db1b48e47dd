import type { Incoming, Wordless } from "../channel.ts"
import { type Decision, SILENCE } from "./decision.ts"
import { isGuided } from "./dialogue.ts"
import { firstSaying } from "./kept-draft.ts"
import { ONLY_SHOWN } from "./passed.ts"
import { askAgain } from "./questions.ts"
import { answer, type Turn } from "./turn.ts"
import { offeringWays } from "./ways.ts"

/** How each is answered, by itself and to an open question. */
const ANSWERS: Readonly<Record<Wordless | "other", readonly [alone: string, open: string]>> = {
  sticker: ["greet-back", "sticker-open"],
  voice: ["speech-info", "speech-open"],
  video: ["video-info", "video-info"],
  place: ["place-info", "place-info"],
  contact: ["contact-info", "contact-info"],
  unread: ["unread-info", "unread-info"],
  other: ["wordless", "wordless-open"],
}

/**
 * What has no words that anybody could read is answered as what it is. A question that is open stays so, and is asked again where it is short;
 * a record, a list or a notice stands above already.
 */
export async function withoutWords(turn: Turn, { content, file }: Incoming): Promise<Decision> {
  const { chat, dialogue, person } = turn.context
  const what = ("what" in content ? content.what : undefined) ?? "other"
  const [alone, open] = ANSWERS[what]
  const isOpen = dialogue !== undefined && !ONLY_SHOWN.has(dialogue.step)
  // In a group a sticker under our message is no question, and everybody would read the answer.
  if (chat.kind === "group" && (!isOpen || what === "sticker")) return SILENCE
  if (isOpen)
    return isGuided(dialogue) || dialogue.step === "unit"
      ? firstSaying(await askAgain(turn, dialogue), { key: open })
      : answer(turn, open)
  if (what === "sticker")
    return chat.known ? answer(turn, "welcome") : offeringWays(turn, answer(turn, alone))
  return answer(turn, what === "other" && file !== undefined && person === undefined ? "photo-first" : alone)
}
