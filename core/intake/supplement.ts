import type { Incoming } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import { answer, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { SupplementDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { add } from "./amend.ts"
import { initiativeCode } from "./code.ts"

type Written = Pick<Incoming, "message" | "topic"> & { readonly text: string }

/** What an officer asked for is a sentence or a figure, and no page. */
const LONGEST_ANSWER = 2_000
const CHOICES = [{ key: "choice-right" }, { key: "choice-no" }] as const

/**
 * Where the platform does not tell which message is answered, words that mean nothing else may be the answer to what an
 * officer asked: with one record that waits for more, it is asked whether they belong there. Undefined when none does.
 */
export async function offerSupplement(
  context: Context,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  const { person, chat } = context
  const { text } = written
  if (person === undefined || chat.kind === "group" || text.length > LONGEST_ANSWER) return undefined
  if (!/\d|\S+\s+\S+\s+\S/u.test(text)) return undefined
  const [only, ...others] = await reads.askedFor(person.id)
  if (only === undefined || others.length > 0) return undefined
  return ask(context, written, { number: only.number, text }, moment)
}

/** The answer to "does it belong to SK-000123?"; undefined when it is neither yes nor no. */
export async function answerSupplement(
  context: Context,
  dialogue: SupplementDialogue,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  const choice = parseChoice(written.text, CHOICES.length)
  const agreed = choice === undefined ? parseYesNo(written.text) : choice === 1
  if (agreed === undefined) return undefined
  if (!agreed) return { dialogue: null, ...answer(context, written, moment, "supplement-not") }
  const rest = `${initiativeCode(dialogue.number)} ${dialogue.text}`
  return { dialogue: null, ...(await add(context, written, rest, moment, reads)) }
}

/** The question once more. */
export function repeatSupplement(
  context: Context,
  dialogue: SupplementDialogue,
  written: Written,
  moment: Moment,
): Decision {
  return ask(context, written, dialogue, moment)
}

function ask(
  context: Context,
  written: Written,
  { number, text }: Pick<SupplementDialogue, "number" | "text">,
  moment: Moment,
): Decision {
  const ask = moment.newId()
  const phrases = [{ key: "supplement-ask", args: { code: initiativeCode(number) } }]
  return {
    dialogue: { step: "supplement", ask, askedAt: moment.now, number, text },
    say: [reply(context, written, moment, { phrases, choices: { ask, labels: CHOICES } })],
  }
}
