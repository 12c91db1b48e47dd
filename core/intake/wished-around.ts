import { Head } from "../command/head.ts"
import { tellsAnIdea } from "../command/object.ts"
import { type WishPart, wishWords } from "../command/registration-words.ts"
import { SentenceWords } from "../conversation/sentence-words.ts"
import { given } from "../given.ts"
import { clean, fold } from "../text/fold.ts"
import { asksBack, isQuestion, tellsHowItBegan } from "./told.ts"

const LONGEST = 300
const MOST_WORDS_AHEAD = 10
const MOST_WORDS_BEHIND = 9
/** Before "8:00", "http://" nothing is asked for. */
const COLON = /[:：](?!\d|\/)\s*/u
const LAST_CLAUSE = /(?:[.,;!]\s+|\s[-–—]\s+)(?=[^.,;!]*$)/u
/** "anh Toàn tổ 2" in "ghi hộ anh Toàn tổ 2 nhé": whose it is. */
const FOR_SOMEBODY =
  /(?<!\p{L})(?:hộ|ho|giúp|giup|giùm|gium|dùm|dum|cho)\s+((?:anh|chị|chi|cô|co|chú|chu|bác|bac|bạn|ban|ông|bà|thầy|em)\s+\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){0,4}(?:\s+(?:tổ|to|chuyền|chuyen|phòng|khoa|xưởng|đội)\s+\S+)?)/u

const FURTHER =
  /(?:^| )(?:them|con|nop|gui) (?:\S+ ){0,4}(?:cai|sang kien|sk|bai) (?:\S+ ){0,2}(?:nua|khac|moi)(?: |$)/

/**
 * A title, and whose it is where it is somebody else's; `isSure`: the wish says that it is one. `isStory`: it is told, and has no
 * name yet.
 */
export type Wished = {
  readonly title: string
  readonly for?: string
  readonly isSure: boolean
  readonly isStory?: boolean
}

/**
 * The title that a wish to register stands around: "ghi nhận giúp tôi với: …", "…, cho mình đăng ký với bot ơi". Every word of the wish is
 * one; undefined where others stand there.
 */
export function titleWishedFor(text: string): Wished | undefined {
  const typed = clean(text)
  if (typed.length > LONGEST || typed.includes("\n")) return undefined
  return wishAhead(typed) ?? furtherAhead(typed) ?? wishBehind(typed)
}

/** "thêm cho tui cái nữa, …": the title of a further one stands behind the comma. */
function furtherAhead(typed: string): Wished | undefined {
  const comma = typed.search(/[,:]\s/)
  const ahead = comma < 0 ? "" : typed.slice(0, comma)
  const isFurther = FURTHER.test(fold(ahead)) && wishIn(ahead, MOST_WORDS_AHEAD) !== undefined
  return isFurther ? sure(typed.slice(comma + 1).trim()) : undefined
}

function wishAhead(typed: string): Wished | undefined {
  const colon = COLON.exec(typed)
  if (colon === null) return undefined
  const title = typed.slice(colon.index + colon[0].length)
  const somebody = FOR_SOMEBODY.exec(typed.slice(0, colon.index))
  const ahead = typed.slice(0, colon.index).replace(somebody?.[1] ?? "", " ")
  const said = wishIn(ahead, MOST_WORDS_AHEAD)
  // "gửi: …" alone may be anything that is sent.
  const isWish =
    said?.has("register") === true || (said?.has("send") === true && (said.has("idea") || said.has("me")))
  if (!isWish) return undefined
  // "ghi giúp em: mai nghỉ": what it is, nobody says.
  const isSure = said.has("register") || said.has("idea")
  if (!isSure && HOLDS_BACK.test(fold(title))) return undefined
  return { title, isSure, ...given({ for: somebody?.[1] }) }
}

function wishBehind(typed: string): Wished | undefined {
  const clause = LAST_CLAUSE.exec(typed)
  if (clause === null) return undefined
  const said = wishIn(typed.slice(clause.index + clause[0].length), MOST_WORDS_BEHIND)
  const title = typed.slice(0, clause.index)
  const isWish = said?.has("register") === true || (said?.has("send") === true && said.has("me"))
  if (!isWish || HOLDS_BACK.test(fold(title))) return undefined
  const isStory = tellsHowItBegan(title) || /[.!?]\s/u.test(title) || SPEAKER.test(title)
  return {
    title,
    isSure: said?.has("register") === true && sure(title).isSure,
    ...(isStory ? { isStory } : {}),
  }
}

/** "thêm cái nữa, cho em hỏi …": what is said to the bot is none. */
function sure(title: string): Wished {
  const isSaid = SPOKEN.test(title) || asksBack(title) || isQuestion(title)
  return { title, isSure: !isSaid && tellsAnIdea(new Head(title)) }
}

const SPOKEN = /(?:^|\s)(?:em|e|tôi|toi|tui|mình|minh|mk|anh|chị|chi|bot|ad|mai|hay quá|lắm)(?=\s|[.,!]|$)/iu
/** "thôi để mai, nộp giúp em", "em không muốn nộp nữa" */
const HOLDS_BACK = /^(?:thoi|mai|de) |(?:^| )(?:khong|ko|k|chua|dung) (?:muon|nop|gui|dang ky|dk)(?: |$)/

/** "tui mần cái máng trượt …, cho tui ghi tên": who tells of it themselves is asked for its name. */
const SPEAKER =
  /(?:^|[,;]\s)(?:dạ\s)?(?:em|e|tôi|toi|tui|mình|minh|mk|anh|chị|chi|cô|chú|bác|tụi|bọn|tổ|nhóm)\s/iu

/** What is said of the wish; undefined where some word is none of it. */
function wishIn(typed: string, mostWords: number): ReadonlySet<WishPart> | undefined {
  const words = new SentenceWords(typed, wishWords)
  const { said, isWhole } = words.parts()
  return isWhole && words.typed.length <= mostWords ? said : undefined
}
