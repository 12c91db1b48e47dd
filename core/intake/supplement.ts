import { choiceFails } from "../command/beside.ts"
import type { Decision } from "../conversation/decision.ts"
import type { SupplementDialogue } from "../conversation/dialogue.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import type { Phrase } from "../outbox.ts"
import { parseAgreement, parseChoice, parseYesNo } from "../text/choice.ts"
import { add } from "./amend.ts"
import { initiativeCode } from "./code.ts"
import { asksToWait, isAtALoss, startsOver } from "./guided-words.ts"
import { asksBack, givesUp, isQuestion } from "./told.ts"
import { initiativeAnswered } from "./which-initiative.ts"

/** What an officer asked for is a sentence or a figure, and no page. */
const LONGEST_ANSWER = 2_000
const CHOICES = [{ key: "choice-right" }, { key: "choice-no" }] as const

/**
 * Where the platform does not tell which message is answered, words that mean nothing else may be the answer to what an
 * officer asked: with one record that waits for more, it is asked whether they belong there. Undefined when none does.
 */
export async function offerSupplement(turn: Turn): Promise<Decision | undefined> {
  const { person, chat } = turn.context
  const { text } = turn.written
  if (person === undefined || chat.kind === "group" || text.length > LONGEST_ANSWER) return undefined
  if (!/\d|\S+\s+\S+\s+\S/u.test(text) || isQuestion(text) || answersAQuestion(text)) return undefined
  if ((await initiativeAnswered(turn)) !== undefined) return undefined
  const [only, ...others] = await turn.reads.askedFor(person.id)
  if (only === undefined || others.length > 0) return undefined
  return ask(turn, { number: only.number, text })
}

/** "1", "vâng đúng rồi", "chờ chị tí", "không muốn nữa": said to the bot, and nothing an officer asked for. */
function answersAQuestion(text: string): boolean {
  return (
    parseChoice(text, MOST_CHOICES) !== undefined ||
    parseYesNo(text) !== undefined ||
    asksToWait(text) ||
    isAtALoss(text) ||
    asksBack(text) ||
    startsOver(text) ||
    choiceFails(text) ||
    givesUp(text)
  )
}

const MOST_CHOICES = 20

/** The answer to "does it belong to SK-000123?"; undefined when it is neither yes nor no. */
export async function answerSupplement(
  turn: Turn,
  dialogue: SupplementDialogue,
): Promise<Decision | undefined> {
  const { written } = turn
  const agreed = parseAgreement(written.text, CHOICES.length)
  if (agreed === undefined) return undefined
  if (!agreed) return { dialogue: null, ...answer(turn, "supplement-not") }
  const code = initiativeCode(dialogue.number)
  const added = await add(turn, `${code} ${dialogue.text}`)
  const happened = await sinceAsked(turn, dialogue)
  // What could not be written down is given back.
  const isKept = added.changes?.some((change) => change.do === "amend") === true
  const words = isKept ? [] : [{ key: "supplement-words", args: { text: dialogue.text } }]
  const phrases = [...happened, ...(added.say?.[0]?.content.phrases ?? []), ...words]
  return { ...added, dialogue: null, say: [reply(turn, { phrases })] }
}

/** The question once more. */
export async function repeatSupplement(turn: Turn, dialogue: SupplementDialogue): Promise<Decision> {
  return ask(turn, dialogue, await sinceAsked(turn, dialogue))
}

/** While the question stood open an officer, or the author, may have settled the record. */
async function sinceAsked(turn: Turn, { number }: SupplementDialogue): Promise<readonly Phrase[]> {
  const status = (await turn.reads.initiative(number))?.status
  return status === "recognized" || status === "on_portal" || status === "refused" || status === "duplicate"
    ? [{ key: "supplement-settled", args: { code: initiativeCode(number), status } }]
    : []
}

function ask(
  turn: Turn,
  { number, text }: Pick<SupplementDialogue, "number" | "text">,
  opening: readonly Phrase[] = [],
): Decision {
  const { moment } = turn
  const ask = moment.newId()
  const phrases = [...opening, { key: "supplement-ask", args: { code: initiativeCode(number) } }]
  return {
    dialogue: { step: "supplement", ask, askedAt: moment.now, number, text },
    say: [reply(turn, { phrases, choices: { ask, labels: CHOICES } })],
  }
}
