import type { CommandName } from "../command/command.ts"
import { likelyQuestions } from "../command/nearest-question.ts"
import { readCommand } from "../command/read.ts"
import { isSpoken } from "../command/spoken-to-bot.ts"
import { typedCommand } from "../command/typed-command.ts"
import { look } from "../ideas/look.ts"
import { namesCode } from "../intake/code.ts"
import { isOfficer } from "../people/role.ts"
import { fold } from "../text/fold.ts"
import { commandByPartsKnown } from "./asked-by-parts.ts"
import type { Decision } from "./decision.ts"
import { likelyOrders } from "./likely-orders.ts"
import { likelyOwn } from "./own-by-parts.ts"
import type { Reader } from "./said.ts"
import type { Turn } from "./turn.ts"
import { offerSentences } from "./ways.ts"

const MOST_OFFERED = 3

const ASKS = /(?:^| )(?:bao nhieu|may|nao|ai|sao|gi|dau|chua|khong|ko|k|the nao|khi nao|hon)(?: |$|\W)/

/**
 * What is said in private and not understood for certain, and whose parts are known: what may be meant is offered, to be tapped. While a question
 * is open it is left alone.
 */
export const likelyMeant: Reader = async ({ turn }) => {
  const sentences = await likelySentences(turn)
  const [only, ...others] = sentences
  // To show the one record that is spoken of is never wrong.
  const code = others.length === 0 ? ONLY_SEEN.exec(only ?? "")?.[1] : undefined
  if (code !== undefined) return await look(turn, code)
  return only === undefined ? undefined : await offerSentences(turn, sentences)
}

/** What may be meant instead of a command whose unit was not found: the same with a unit that is, or another one. */
export async function offerLikely(turn: Turn, name: CommandName): Promise<Decision | undefined> {
  const sentences = await likelySentences(turn)
  const codes = new Set((await turn.reads.units()).map(({ code }) => code))
  const namesWhole = (sentence: string) =>
    name === "look" || name === "remind" || sentence.split(" ").some((word) => codes.has(word))
  const isSame = sentences.some(
    (sentence) => readCommand(sentence, { officer: true })?.name === name && namesWhole(sentence),
  )
  return isSame ? await offerSentences(turn, sentences) : undefined
}

/** The same before it is taken for a title: of an officer's words that are none for certain, and of a member's that order something of a record. */
export const likelySpoken: Reader = (said) => {
  const { text, near } = said
  const isSaid = namesCode(text) || isSpoken(text) || COUNTS_PEOPLE.test(text) || LONG_NUMBER.test(text)
  const isOrder = said.byOfficer ? isSaid : namesCode(text) && NO_SUPPLEMENT.test(likelyOwn(text)[0] ?? "")
  return isOrder && near === undefined ? likelyMeant(said) : undefined
}

/** What somebody wants of their record that adds nothing to it. */
const NO_SUPPLEMENT = /^(?:bảo mật|hủy|đồng tác giả) /
/** "giờ 162 đv, 45 lao động" */
const COUNTS_PEOPLE = /\d\s?(?:đv|đoàn viên|doan vien|lao động|lao dong|nlđ|nld)(?!\p{L})/iu
/** "4277 đã có trên cổng rồi": what four digits at the head of a sentence name. */
const LONG_NUMBER = /^\d{4,6}\s/
const ONLY_SEEN = /^xem (SK-\d+)$/

/** What may be meant, the likeliest first, each as it could be typed. */
async function likelySentences(turn: Turn): Promise<readonly string[]> {
  const { text } = turn.written
  const { dialogue, person, chat } = turn.context
  const isOpen = dialogue !== undefined && dialogue.step !== "ways"
  if (chat.kind !== "private" || isOpen) return []
  if (!isOfficer(person)) return person === undefined ? [] : likelyOfMember(text)
  const orders = likelyOrders(text, await turn.reads.units())
  if (namesCode(text) || orders.some((order) => ONLY_SEEN.test(order))) return orders
  const shown = await commandByPartsKnown(turn)
  // How far all are, is offered to everybody anyhow.
  const figure = [shown && typedCommand(shown)].filter((typed) => typed !== undefined && typed !== "tiến độ")
  const asks = ASKS.test(fold(text))
  const questions = asks ? likelyQuestions(text, { officer: true }) : []
  const sentences = asks ? [figure, questions, orders].flat() : [orders, figure].flat()
  return [...new Set(sentences)].filter((sentence) => sentence !== undefined).slice(0, MOST_OFFERED)
}

/** What titles are full of is said of nothing there; where only questions are like it, they are offered as questions. */
function likelyOfMember(text: string): readonly string[] {
  if (!namesCode(text) && !isSpoken(text)) return []
  const own = likelyOwn(text)
  const questions = likelyQuestions(text)
  if (questions.length === 0) return own
  const further = own.filter((sentence) => sentence !== HELP)
  return further.length === 0 ? [] : [...new Set([...questions, ...further])].slice(0, MOST_OFFERED)
}

const HELP = "hướng dẫn"
