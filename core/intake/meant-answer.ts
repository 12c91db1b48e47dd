import { Head } from "../command/head.ts"
import { beginsLikeTitle } from "../command/object.ts"
import { both, type Decision, type Resume } from "../conversation/decision.ts"
import type { MeantDialogue } from "../conversation/dialogue.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { formatMoney } from "../text/money.ts"
import { mayHoldMoney } from "../text/money-reading.ts"
import { peopleIn } from "./author-name.ts"
import { nameOfTold } from "./guided.ts"
import { amountIn, otherTitle } from "./guided-words.ts"
import { madeWith } from "./made-with.ts"
import { ask, LONGEST, optionsOf } from "./meant.ts"
import { unmarkedLines } from "./on-behalf.ts"
import { register } from "./register.ts"
import { saidInstead } from "./said-instead.ts"
import { isTitle } from "./title.ts"
import { mayTell, tellsHowItIs, tellsIdea, tellsMore } from "./told.ts"

/** "ừ đăng ký đi em" */
const SAID_TO_REGISTER =
  /^(?:(?:ừ|uh|ờ|vâng|dạ|ok|đúng|rồi|đúng rồi|có|em)[\s,]+)*(?:đăng ký|dang ky|đk|dk)(?:\s+(?:đi|di|luôn|luon|giúp|giup|cho|hộ|em|anh|chị|chi|cô|mình|tôi|nhé|nhe|nha|với|ạ|a))*[\s.!]*$/iu

/** "của tôi", "chị tự làm đấy" */
const IT_IS_MINE =
  /^(?:(?:da|la|sang kien|sk|cua|chinh) )*(?:toi|em|minh|anh|chi)(?: (?:tu|lam|nghi ra|day|ma|a|nhe))*\W*$/

/** "của anh Hùng", "đăng ký hộ Lê Văn Tám"; where it is asked whose it is the name alone */
const FOR_SOMEBODY =
  /^(?:(?:dạ|là|la|à|sáng kiến|sk|tên)\s+)*(?:của|cua|cho|hộ|ho|nộp hộ|nop ho|đăng ký hộ|dang ky ho|đk hộ|dk ho|đăng ký cho|dang ky cho|tác giả(?: là)?)\s*:?\s+(.+)$/iu
const NAMED_LAST = /(?:\s+(?:nhé|nhe|ạ|a|em|đấy|cơ|làm|nộp))*[\s.!]*$/iu
const LONGEST_AUTHOR = 80

function authorSaid(text: string, { passedOn }: Pick<MeantDialogue, "passedOn">): string | undefined {
  const typed = clean(text)
  if (typed.length > LONGEST_AUTHOR) return undefined
  const name = FOR_SOMEBODY.exec(typed)?.[1] ?? (passedOn === undefined ? undefined : typed)
  const said = name?.replace(NAMED_LAST, "") ?? ""
  return said !== "" && !/[:\n]/.test(said) && peopleIn(said).length === 1 ? said : undefined
}

/** People write in bubbles: what tells more right behind a guess of ours belongs to it. */
const TELLING_MS = 2 * 60_000

/** "sửa tên thành Bàn nâng vải hai tầng": of what is asked about, which is nobody's yet. */
function retitled(turn: Turn, dialogue: MeantDialogue): Decision | undefined {
  const typed = clean(turn.written.text)
  // "ý em là giá treo kéo và thước" instead of what is asked about.
  const title = turn.addressed && dialogue.isNew ? (otherTitle(typed) ?? saidInstead(typed)) : undefined
  if (title === undefined || !isTitle(title) || mayHoldMoney(title)) return undefined
  const [, ...told] = dialogue.text.split("\n")
  return ask(turn, { ...dialogue, text: [title, ...told].join("\n") })
}

function goesOnTelling(turn: Turn, dialogue: MeantDialogue): Decision | undefined {
  const { moment, addressed } = turn
  const text = clean(turn.written.text)
  // A list of people is one of its own.
  if (unmarkedLines(turn.context, turn.written.text) !== undefined) return undefined
  // A wrong number tells nothing.
  if (!/\p{L}{2}/u.test(text)) return undefined
  const isFresh = moment.now - dialogue.askedAt <= TELLING_MS
  if (!addressed || !isFresh || !dialogue.isNew || text.length + dialogue.text.length > LONGEST)
    return undefined
  const mates = madeWith(`, ${text}`)?.coAuthors
  if (mates !== undefined) {
    const told = `${dialogue.text}\nĐồng tác giả: ${mates}`
    return ask(turn, { ...dialogue, text: told }, [{ key: "draft-team", args: { names: mates } }])
  }
  const amount = amountIn(text)
  if (amount !== undefined) {
    const told = `${dialogue.text}\nlàm lợi: ${amount.raw}`
    return ask(turn, { ...dialogue, text: told }, [
      { key: "review-benefit", args: { benefit: formatMoney(amount) } },
    ])
  }
  const isMore =
    mayTell(text) && (tellsMore(text) || tellsHowItIs(fold(text))) && !beginsLikeTitle(new Head(text))
  return isMore
    ? ask(turn, { ...dialogue, text: `${dialogue.text}\n${text}` }, [{ key: "told-more" }])
    : undefined
}

/** A number of those offered, or a yes where only one thing is: it is done as if it had been written as a command. */
export async function answerMeant(
  turn: Turn,
  dialogue: MeantDialogue,
  resume: Resume,
): Promise<Decision | undefined> {
  const { context, written } = turn
  const author = turn.addressed && dialogue.isNew ? authorSaid(written.text, dialogue) : undefined
  if (author !== undefined) {
    const text = `đăng ký hộ ${author}: ${dialogue.text}`
    return both({ dialogue: null }, await resume({ ...context, dialogue: undefined }, { ...written, text }))
  }
  const options = optionsOf(dialogue)
  // In a group "ok" may be said to anybody: there a guess of ours is answered by its number, or to us.
  const agreed = turn.addressed ? parseYesNo(written.text) : undefined
  const isNamed = dialogue.isNew && SAID_TO_REGISTER.test(written.text)
  const isMine = dialogue.passedOn !== undefined && IT_IS_MINE.test(fold(clean(written.text)))
  const said =
    parseChoice(written.text, options.length) ??
    (isMine ? options.length - 1 : undefined) ??
    (agreed === false ? options.length : isNamed || (agreed === true && options.length === 2) ? 1 : undefined)
  if (said === undefined) return retitled(turn, dialogue) ?? goesOnTelling(turn, dialogue)
  const text = options[said - 1]?.command
  if (text === undefined && !dialogue.isNew && tellsIdea(dialogue.text)) {
    const told = {
      ...turn,
      context: { ...context, dialogue: undefined },
      written: { ...written, text: dialogue.text },
    }
    return both({ dialogue: null }, await register(told, "", nameOfTold))
  }
  if (text === undefined) return { dialogue: null, ...answer(turn, "supplement-not") }
  return both({ dialogue: null }, await resume({ ...context, dialogue: undefined }, { ...written, text }))
}
