import { likelyQuestions } from "../command/nearest-question.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, type UnitRef } from "../people/role.ts"
import { capitalised } from "../text/capitalised.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import type { Context } from "./context.ts"
import type { Decision, Resume } from "./decision.ts"
import type { WaysDialogue } from "./dialogue.ts"
import { isNotUnderstood, leavesOpen } from "./hint.ts"
import { reply, type Turn } from "./turn.ts"

type Way = { readonly label: Phrase; readonly command: string }

/** What most people come for: as it is offered, and the command it stands for. */
const OF_MEMBERS: readonly Way[] = [
  { label: { key: "way-register" }, command: "đăng ký" },
  { label: { key: "way-mine" }, command: "của tôi" },
  { label: { key: "way-progress" }, command: "tiến độ" },
]
const OF_OFFICERS: readonly Way[] = [
  { label: { key: "way-progress" }, command: "tiến độ" },
  { label: { key: "way-review" }, command: "duyệt" },
  { label: { key: "way-week" }, command: "tổng hợp tuần" },
  { label: { key: "way-register" }, command: "đăng ký" },
]

function waysOf({ person }: Context): readonly Way[] {
  return isOfficer(person) ? OF_OFFICERS : OF_MEMBERS
}

/** So long after they were offered they stand before their person's eyes still, and are not offered again. */
const IN_SIGHT_MS = 10 * 60_000

/**
 * Whoever was greeted, or not understood, may choose by a number what they want: one that they can tap is nearer than a command they would have
 * to type. Of a question that is like some that are understood those are offered. In a group, or while another question is open, the words alone have to do.
 */
export function offeringWays(turn: Turn, decision: Decision): Decision {
  const { chat, dialogue } = turn.context
  const isOpen = dialogue !== undefined && dialogue.step !== "ways"
  const isInSight = dialogue?.step === "ways" && turn.moment.now - dialogue.askedAt < IN_SIGHT_MS
  const [said, ...others] = decision.say ?? []
  if (chat.kind === "group" || isOpen || decision.dialogue !== undefined || !leavesOpen(decision))
    return decision
  if (said === undefined || said.chat !== chat.id) return decision
  const likely = isNotUnderstood(decision)
    ? likelyQuestions(turn.written.text, { officer: isOfficer(turn.context.person) })
    : []
  if (likely.length === 0 && isInSight) return decision
  const {
    question,
    choices,
    phrases = said.content.phrases,
  } = likely.length > 0 ? whichQuestion(turn, likely) : asked(turn)
  return {
    ...decision,
    dialogue: question,
    say: [{ ...said, content: { ...said.content, ...given({ phrases }), choices } }, ...others],
  }
}

/** Which of a few sentences is meant, where nothing else is told. */
export async function offerSentences(turn: Turn, sentences: readonly string[]): Promise<Decision> {
  const { question, choices } = whichQuestion(turn, sentences, await turn.reads.units())
  const phrases = [{ key: "sentence-which", args: { count: sentences.length === 1 ? "one" : "other" } }]
  return { dialogue: question, say: [reply(turn, { phrases, choices })] }
}

/** Which of a few questions is meant, each as somebody would write it: the one that is chosen is heard as if it had been. */
function whichQuestion({ moment }: Turn, sentences: readonly string[], units: readonly UnitRef[] = []): Ways {
  const ask = moment.newId()
  const labels = sentences.map((sentence) => ({ text: `${capitalised(withNames(sentence, units))}?` }))
  return {
    question: { step: "ways", ask, askedAt: moment.now, offered: sentences },
    choices: { ask, labels },
    phrases: [{ key: "question-which", args: { count: sentences.length === 1 ? "one" : "other" } }],
  }
}

/** "chỉ tiêu KCN-01 80" as it is read aloud: codes are for what is typed. */
function withNames(sentence: string, units: readonly UnitRef[]): string {
  const byCode = new Map(units.map(({ code, name }) => [code, name]))
  return sentence
    .split(" ")
    .map((word) => byCode.get(word) ?? word)
    .join(" ")
}

/** The question once more. */
export function repeatWays(turn: Turn): Decision {
  const { question, choices } = asked(turn)
  return { dialogue: question, say: [reply(turn, { phrases: [{ key: "ways-ask" }], choices })] }
}

/** What is offered, and how it is asked; without `phrases` as it was said anyhow. */
type Ways = {
  readonly question: WaysDialogue
  readonly choices: { readonly ask: string; readonly labels: readonly Phrase[] }
  readonly phrases?: readonly Phrase[]
}

function asked({ context, moment }: Turn): Ways {
  const ask = moment.newId()
  const ways = waysOf(context)
  const offered = ways.map(({ command }) => command)
  const question: WaysDialogue = { step: "ways", ask, askedAt: moment.now, offered }
  return { question, choices: { ask, labels: ways.map(({ label }) => label) } }
}

const GOOD_FOR_MS = 30 * 60_000

/** A number of those that were offered, whatever role was given meanwhile, is done as if its command had been written; undefined for everything else. */
export async function answerWays(
  turn: Turn,
  { offered, askedAt }: WaysDialogue,
  resume: Resume,
): Promise<Decision | undefined> {
  const { context, written, moment } = turn
  const isOnlyOne = offered.length === 1 && parseYesNo(written.text) === true
  const text = offered[(isOnlyOne ? 1 : (parseChoice(written.text, offered.length) ?? 0)) - 1]
  if (text === undefined) return undefined
  // What may change something is not done by a number that comes long after it was offered.
  const isUsual = waysOf(context).some(({ command }) => command === text)
  if (!isUsual && moment.now - askedAt > GOOD_FOR_MS) return await offerSentences(turn, offered)
  // The others can still be chosen: what is only told closes nothing.
  return await resume({ ...context, dialogue: undefined }, { ...written, text })
}
