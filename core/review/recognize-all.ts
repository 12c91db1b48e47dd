import type { Incoming } from "../channel.ts"
import { localDate } from "../clock.ts"
import type { Context } from "../conversation/context.ts"
import { answer, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { RecognizeAllDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { officeUnits } from "../people/office.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { MOST_CODES, readRecognition } from "./codes.ts"
import { codesOf, decideOn, isOfficer, recognitionPhrases } from "./judge.ts"
import type { Recognition } from "./verdict.ts"

type Written = Pick<Incoming, "message" | "topic">

/** More codes than these are counted. */
const MOST_NAMED = 10
const CHOICES = [{ key: "choice-recognize" }, { key: "choice-leave" }] as const

/** "công nhận tất cả cấp cơ sở QĐ 45/QĐ-CĐCS": what waits in the officer's units, the oldest first, once they said yes. */
export async function recognizeAll(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { person } = context
  if (!isOfficer(person)) return answer(context, written, moment, "officers-only")
  if (context.chat.kind === "group") return answer(context, written, moment, "review-in-private")
  const recognition = readRecognition(rest, localDate(moment.now, moment.timeZone))
  if (recognition === "date") return answer(context, written, moment, "decision-date-unread")
  const numbers = await reads.waitingNumbers(officeUnits(person), MOST_CODES)
  if (numbers.length === 0) return answer(context, written, moment, "review-none")
  return ask(context, written, { numbers, recognition }, moment)
}

/** The answer to "is that meant?"; undefined when it is neither yes nor no. */
export async function answerRecognizeAll(
  context: Context,
  dialogue: RecognizeAllDialogue,
  written: Written & { readonly text: string },
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  // Rights may have been withdrawn between the question and the answer.
  if (!isOfficer(context.person))
    return { dialogue: null, ...answer(context, written, moment, "officers-only") }
  const choice = parseChoice(written.text, CHOICES.length)
  const agreed = choice === undefined ? parseYesNo(written.text) : choice === 1
  if (agreed === undefined) return undefined
  if (!agreed) return { dialogue: null, ...answer(context, written, moment, "dialogue-left") }
  const { numbers, recognition } = dialogue
  const wish = { verdict: "recognized", recognition } as const
  return { dialogue: null, ...(await decideOn(context, written, numbers, wish, moment, reads)) }
}

/** The question once more. */
export function repeatRecognizeAll(
  context: Context,
  dialogue: RecognizeAllDialogue,
  written: Written,
  moment: Moment,
): Decision {
  return ask(context, written, dialogue, moment)
}

function ask(
  context: Context,
  written: Written,
  { numbers, recognition }: { readonly numbers: readonly number[]; readonly recognition: Recognition },
  moment: Moment,
): Decision {
  const ask = moment.newId()
  const named = codesOf(numbers.slice(0, MOST_NAMED))
  const args = { count: numbers.length, codes: numbers.length > MOST_NAMED ? `${named}, …` : named }
  return {
    dialogue: { step: "recognize_all", ask, askedAt: moment.now, numbers, recognition },
    say: [
      reply(context, written, moment, {
        phrases: [{ key: "recognize-all-ask", args }, ...recognitionPhrases(recognition, moment)],
        choices: { ask, labels: CHOICES },
      }),
    ],
  }
}
