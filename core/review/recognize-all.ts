import { localDate } from "../clock.ts"
import type { Decision } from "../conversation/decision.ts"
import type { RecognizeAllDialogue } from "../conversation/dialogue.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { type SpokenChoices, spoken } from "../messages/choice.ts"
import { openDesk } from "../people/office.ts"
import { isOfficer } from "../people/role.ts"
import { parseAgreement } from "../text/choice.ts"
import { MOST_CODES, readRecognition, UNREAD } from "./codes.ts"
import { decideOn } from "./judge.ts"
import { recognitionPhrases } from "./judged-words.ts"
import { codesOf } from "./tell.ts"
import type { Recognition } from "./verdict.ts"

/** More codes than these are counted. */
const MOST_NAMED = 10
const CHOICES: SpokenChoices = [{ key: "choice-recognize" }, { key: "choice-leave" }]

/** "của May TNG cấp cơ sở QĐ 45": a unit, up to the scope or the paper. */
const OF_UNIT =
  /^(?:sáng kiến |hồ sơ |sk )*(?:của|cua|ở|o)\s+(?<place>.+?)(?=$|\s(?:cấp|cap|qđ|qd|quyết định|quyet dinh|ngày|ngay|số|so)(?:\s|$))\s*(?<paper>.*)$/isu

/** "công nhận tất cả [của KCN] cấp cơ sở QĐ 45/QĐ-CĐCS": what waits in the officer's units, the oldest first, once they said yes. */
export async function recognizeAll(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment } = turn
  const { person } = context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  if (context.chat.kind === "group") return answer(turn, "review-in-private")
  const { place = "", paper = rest } = OF_UNIT.exec(rest)?.groups ?? {}
  const desk = await openDesk(turn, place, (code) => `công nhận tất cả của ${code} ${paper}`.trim())
  if ("decision" in desk) return desk.decision
  const recognition = readRecognition(paper, localDate(moment.now, moment.timeZone))
  if (typeof recognition === "string") return answer(turn, UNREAD[recognition])
  const numbers = await turn.reads.waitingNumbers(desk.unitIds, MOST_CODES)
  if (numbers.length === 0) return answer(turn, "review-none")
  return ask(turn, { numbers, recognition })
}

/** The answer to "is that meant?"; undefined when it is neither yes nor no. */
export async function answerRecognizeAll(
  turn: Turn,
  dialogue: RecognizeAllDialogue,
): Promise<Decision | undefined> {
  const { written } = turn
  // Rights may have been withdrawn between the question and the answer.
  if (!isOfficer(turn.context.person)) return { dialogue: null, ...answer(turn, "officers-only") }
  const agreed = parseAgreement(written.text, spoken(CHOICES))
  if (agreed === undefined) return undefined
  if (!agreed) return { dialogue: null, ...answer(turn, "dialogue-left") }
  const { numbers, recognition } = dialogue
  const wish = { verdict: "recognized", recognition } as const
  return { dialogue: null, ...(await decideOn(turn, numbers, wish)) }
}

/** The question once more. */
export function repeatRecognizeAll(turn: Turn, dialogue: RecognizeAllDialogue): Decision {
  return ask(turn, dialogue)
}

function ask(
  turn: Turn,
  { numbers, recognition }: { readonly numbers: readonly number[]; readonly recognition: Recognition },
): Decision {
  const { moment } = turn
  const ask = moment.newId()
  const named = codesOf(numbers.slice(0, MOST_NAMED))
  const args = { count: numbers.length, codes: numbers.length > MOST_NAMED ? `${named}, …` : named }
  return {
    dialogue: { step: "recognize_all", ask, askedAt: moment.now, numbers, recognition },
    say: [
      reply(turn, {
        phrases: [{ key: "recognize-all-ask", args }, ...recognitionPhrases(recognition, moment)],
        choices: { ask, labels: CHOICES },
      }),
    ],
  }
}
