import { isRatherTalk } from "../intake/talk.ts"
import { isTitle } from "../intake/title.ts"
import { FORMS_OF_ADDRESS, kinIn, ONESELF } from "../text/kin.ts"
import { oneOf } from "../text/pattern.ts"
import { asked } from "./asked.ts"
import { behindFillers } from "./before-title.ts"
import type { Command } from "./command.ts"
import { HARD_MARK, Head } from "./head.ts"
import { isEverydayObject, tellsAnIdea } from "./object.ts"
import { phrasesAt, softGap, tailOf } from "./phrase.ts"
import { bareWish, isClear, request, titleOfWish } from "./registration.ts"
import { MARKED_PLAN } from "./registration-talk.ts"
import type { Tail } from "./shapes.ts"
import { isNear } from "./slip.ts"

/** "chồng em muốn đăng ký sáng kiến …", "vợ tôi đăng ký: …": it is theirs, and not of whoever writes. */
export function ofKin(head: Head, at: number): Command | undefined {
  const kin = kinIn(head.from(at))
  if (kin === "") return undefined
  const first = at + kin.split(" ").length
  for (let word = first; word <= first + MOST_BETWEEN; word++) {
    const tail = registerAt(head, word)
    if (tail === undefined) continue
    return (request(tail) ?? titleOfWish(tail)) === undefined
      ? undefined
      : asked("registerFor", head.from(at))
  }
  return undefined
}

/** "anh Bình nhờ em đăng ký giúp: …": it is theirs, too. */
const ASKED_BY = new RegExp(
  `^(${oneOf(FORMS_OF_ADDRESS, "bạn, ban")}\\s+\\p{Lu}\\p{L}*(?:\\s[\\p{L}\\d]+){0,4}?)\\s+(?:nhờ|nho|bảo|bao|gửi|gui)\\s+(?:${oneOf(ONESELF, "cháu, bot")}\\s+)?(?:đăng ký|dang ky|đk|dk|nộp|nop|gửi|gui|ghi)(?:\\s+(?:giúp|giup|hộ|ho|giùm|dùm|cho|sáng kiến|sang kien|sk))*\\s*[:：]\\s*(\\S.+)$`,
  "isu",
)

/** What a colleague has them hand in, as it is registered for somebody. */
export function forColleague(head: Head): Command | undefined {
  const [, who, title] = ASKED_BY.exec(head.text) ?? []
  return who !== undefined &&
    title !== undefined &&
    isTitle(title) &&
    isIdea(title, /\s(?:nhờ|nho)\s/iu.test(head.text.slice(0, LONGEST_ASKING)))
    ? asked("registerFor", `${who}: ${title}`)
    : undefined
}

const LONGEST_ASKING = 60

/** Who was asked a favour was given an idea, unless the words are talk. */
function isIdea(title: string, isFavour: boolean): boolean {
  const head = new Head(title)
  return tellsAnIdea(head) || (isFavour && !isRatherTalk(title) && !isEverydayObject(head))
}

const MOST_BETWEEN = 4

/** What stands behind "đăng ký" at this word. */
function registerAt(head: Head, at: number): Tail | undefined {
  const found = phrasesAt(head, at).find(({ phrase }) => phrase.name === "register")
  return found && tailOf(head, found.phrase, at, found.count)
}

/** "đăng lý sáng kiến …", "danh ký: …": another syllable, but everything else speaks of registering. */
export function nearlyRegister(head: Head, at: number): Command | undefined {
  const isFirst = head.key(at) === "dang"
  const isSecond = /^k[iy]$/.test(head.key(at + 1))
  const nearly =
    (isFirst && /^(?:[lj][iy]|kj)$/.test(head.key(at + 1))) || (isSecond && isNear(head.key(at), "dang"))
  if (!nearly || !softGap(head, at, 1)) return undefined
  const marked = HARD_MARK.test(head.gap(at + 2))
  const tail: Tail = { head, at: at + 2, begun: at, marked, exact: false, asked: head.text.endsWith("?") }
  const rest = isClear(tail) ? request(tail) : undefined
  return rest !== undefined && isTitle(rest) ? asked("register", rest) : undefined
}

const INTRODUCTION =
  /^(?:dạ |chào |em chào )*(?:em|tôi|mình|anh|chị|cháu|bác|cô|chú|a|c|e|toi|minh|chi)(?: \S+){0,4}? (?:là|la|tên|ten|đây|day|có sáng kiến|có sk|co sang kien|co sk) /

/** "Em là Nguyễn Văn Hùng tổ cơ điện, em xin đăng ký sáng kiến: …". */
export function introduced(head: Head): Command | undefined {
  const opening = head.words
    .slice(0, 12)
    .map(({ typed }) => typed)
    .join(" ")
  if (!INTRODUCTION.test(opening)) return undefined
  for (let at = 2; at < 30 && at < head.words.length; at++) {
    for (const { phrase, count } of phrasesAt(head, at)) {
      if (phrase.name !== "register") continue
      const behind = behindFillers(head, at + count)
      if (behind !== undefined && HARD_MARK.test(head.gap(behind)) && isTitle(head.from(behind))) {
        if (MARKED_PLAN.test(head.from(behind).toLowerCase())) return undefined
        return asked("register", head.from(behind))
      }
    }
  }
  return undefined
}

const WISH = /^(?:muon|mun|xin|can|nho|dinh)$/
const MOST_WORDS_BEFORE = 30

/** "… tổ nấu ăn trường mầm non chị muốn đăng ký sáng kiến là làm cái giá úp bát ba tầng …": said into the phone, without any mark. */
export function wished(head: Head): Command | undefined {
  for (let at = 1; at < MOST_WORDS_BEFORE && at < head.words.length; at++) {
    const isWish = [1, 2, 3].some((back) => WISH.test(head.key(at - back)))
    const isRefused = [1, 2, 3, 4].some((back) => /^(?:khong|ko|chua|k)$/.test(head.key(at - back)))
    if (!isWish || isRefused) continue
    const handsIn = HANDS_IN.test(head.key(at)) ? wishAt(head, at) : undefined
    const title = handsIn && (titleOfWish(handsIn) ?? bareWish(handsIn))
    // "muốn gửi cái sáng kiến mà chưa biết viết thế nào, …"
    if (title !== undefined && /^(?:mà|nhưng)\s/iu.test(title)) return undefined
    if (title !== undefined) return asked("register", title)
    for (const { phrase, count } of phrasesAt(head, at)) {
      if (phrase.name !== "register") continue
      const title = titleOfWish(tailOf(head, phrase, at, count))
      if (title !== undefined) return asked("register", title)
    }
  }
  return undefined
}

/** "muốn nộp cái sáng kiến về …" */
const HANDS_IN = /^(?:nop|gui|ghi|khai|dua)$/

function wishAt(head: Head, at: number): Tail {
  return { head, at: at + 1, begun: at, marked: false, exact: false, asked: head.text.endsWith("?") }
}
