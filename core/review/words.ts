import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { ReviewDialogue } from "../conversation/dialogue.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { mayAct } from "../people/role.ts"
import { fold } from "../text/fold.ts"
import { JUDGED_FROM } from "./verdict.ts"

/** A question or a reason is a message, not a document. */
export const LONGEST_WORDS = 1_000

/** Whether this officer may still decide it. */
export function isOpen(person: Person, dossier: Dossier): boolean {
  return mayAct(person.grants, "officer", dossier.unit) && JUDGED_FROM.recognized.includes(dossier.status)
}

/** Asks for the question to the author, or for the reason of the refusal. */
export function askWords(turn: Turn, dialogue: ReviewWords): Decision {
  const { moment } = turn
  const code = initiativeCode(dialogue.shown.number)
  const { typed: _, ...open } = dialogue
  return {
    dialogue: { ...open, ask: moment.newId(), askedAt: moment.now },
    ...answer(turn, dialogue.verdict === "refused" ? "review-why" : "review-what", { code }),
  }
}

/** "Is this for the author?": the words wait for the answer. */
export async function askWhetherWords(
  turn: Turn,
  dialogue: ReviewWords & { readonly typed: string },
): Promise<Decision> {
  const { number } = dialogue.shown
  const [dossier] = await turn.reads.dossiers([number])
  const ask = turn.moment.newId()
  const phrase: Phrase = {
    key: "review-whether-words",
    args: {
      code: initiativeCode(number),
      to: dossier?.authorName ?? "",
      words: dialogue.typed,
      verdict: dialogue.verdict,
    },
  }
  const labels = [{ key: "choice-send" }, { key: "choice-do-not-send" }]
  return {
    dialogue: { ...dialogue, ask, askedAt: turn.moment.now },
    say: [reply(turn, { phrases: [phrase], choices: { ask, labels } })],
  }
}

/** The screen that the words of a verdict were asked for on. */
export function screenBehind(dialogue: ReviewDialogue): ReviewDialogue {
  const { ask, askedAt, shown, onlyOverdue, within, before } = dialogue
  return { step: "review", ask, askedAt, shown, ...given({ onlyOverdue, within, before }) }
}

type ReviewWords = Omit<ReviewDialogue & { readonly step: "review_words" }, "ask" | "askedAt">

/** "từ chối SK-000012" alone: what it lacks is asked for; undefined where nothing of the kind can be decided. */
export function askWordsOf(
  turn: Turn,
  person: Person,
  dossier: Dossier | undefined,
  verdict: ReviewWords["verdict"],
): Decision | undefined {
  if (turn.context.chat.kind === "group" || dossier === undefined || !isOpen(person, dossier))
    return undefined
  const { registeredAt, number } = dossier
  return askWords(turn, { step: "review_words", verdict, shown: { registeredAt, number }, alone: true })
}

/** "…, nhắn anh An bổ sung": said to the bot, which tells the author anyway. */
const TO_THE_BOT =
  /[,;.]\s*(?:(?:em|rồi|roi)\s+)?(?:nhắn|nhan|nhắc|nhac|báo|bao|bảo|hỏi|hoi)\s+(?:giúp\s+|giup\s+)?(?:anh|chị|chi|em|bạn|ban|cô|co|chú|chu|bác|bac|tác giả|tac gia)(?:\s+\p{L}+){0,3}\s+(?:bổ sung|bo sung|làm lại|lam lai|gửi lại|gui lai|nộp lại|nop lai|sửa lại|sua lai|biết|biet)(?:\s+(?:giúp|giup|nhé|nhe|luôn|luon|chị|chi|anh))*[\s.!]*$/iu

/** "loại SK-000030 ra giúp chị, …": said to the bot, too. */
const POLITE_AHEAD =
  /^(?:(?:ra|luôn|luon|đi|giúp|giup|hộ|cho|với|voi|em|anh|chị|chi|tôi|toi|nhé|nhe)(?=[\s,;]))(?:\s+(?:luôn|luon|đi|giúp|giup|hộ|cho|với|voi|em|anh|chị|chi|tôi|toi|nhé|nhe)(?=[\s,;]))*\s*[,;]\s*/iu

/** '"từ chối SK-000030 vì trùng"', copied with its quotation marks: the one behind belongs to none of the words. */
const LEFT_OPEN = /^([^"“”«»()]*)["”»)]\s*$/u

/** The words for an author, without what is said to the bot before and behind them. */
export function forTheAuthor(words: string): string {
  return words.replace(POLITE_AHEAD, "").replace(TO_THE_BOT, "").replace(LEFT_OPEN, "$1").trim()
}

/** "rồi còn gì", "đi nhé": said of the verdict, and no word for its author. */
const ONLY_ROUNDS_OFF =
  /^(?:(?:roi|chua|con gi|ma|a|ha|dau|the|nhi|vay|xong|di|do|day|nhe|nha|luon|thoi|em|anh|chi|o)(?: |$))+$/

/** Whether a question or reason has a word in it. */
export function saysSomething(text: string): boolean {
  const words = fold(text.replace(/[^\p{L}\p{N}]+/gu, " ").trim())
  return /\p{L}{2}/u.test(words) && !ONLY_ROUNDS_OFF.test(words)
}

/** The answer to a question or reason beyond `LONGEST_WORDS`. */
export function tooLong(turn: Turn, text: string): Decision {
  return answer(turn, "words-too-long", { length: text.length, most: LONGEST_WORDS })
}
