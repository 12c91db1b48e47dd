import { isTitle } from "../intake/title.ts"
import { fold } from "../text/fold.ts"
import {
  behindFillers,
  behindMaker,
  behindObject,
  FOR_A_GROUP,
  furtherOne,
  namedAs,
  objectAt,
  saysIdeaBefore,
} from "./before-title.ts"
import { HARD_MARK, Head, isFiller, PRONOUN, words } from "./head.ts"
import { tellsAGain, tellsAnIdea } from "./object.ts"
import { MARKED_PLAN, MARKED_QUESTION, shownOf, soundsLikeTalk, TALK } from "./registration-talk.ts"
import type { Tail } from "./shapes.ts"

/** What is to be registered; "" for the command alone; undefined for talk about registering. */
export function request(tail: Tail): string | undefined {
  const { head, at } = tail
  const behind = behindFillers(head, at)
  if (behind !== undefined) {
    const title = head.from(behind + namedAs(head, behind))
    return MARKED_PLAN.test(title.toLowerCase()) ? undefined : title
  }
  const named = behindSubject(head, at)
  if (named !== undefined) return head.from(named)
  const from = behindObject(head, at)
  if (from >= head.words.length) return /\d/.test(head.key(at)) && !isClear(tail) ? head.from(at) : ""
  const isMarked = HARD_MARK.test(head.gap(from))
  if (isMarked) return head.from(from)
  const title = head.from(behindMaker(head, from))
  const said = fold(title.slice(0, LONGEST_LOOKED_AT))
  if (WONDERS_HOW.test(said)) return ""
  if (MAY_BE_FOR_ANOTHER.test(said)) return undefined
  // "đăng ký sáng kiến cho tổ 7": for whom, and not yet what.
  const isForGroup = FOR_A_GROUP.test(`${head.key(from)} ${head.key(from + 1)}`)
  if (isForGroup && saysIdeaBefore(tail, from) && !tellsAGain(new Head(shownOf(title)))) return ""
  return isTalk(tail, from, title) ? undefined : title
}

const LONGEST_LOOKED_AT = 80
/** "muốn gửi sáng kiến mà chưa biết cách": asked question by question. */
const WONDERS_HOW = /^(?:ma|nhung)(?: ma)? (?:chua|khong|ko|k|chang) (?:biet|ro|hieu|ranh)(?: |$)/
/** "đk cho nhỏ bạn luôn được không, tên …": whether somebody else's may be handed in. */
const MAY_BE_FOR_ANOTHER =
  /^(?:cho|ho|giup|gium|dum) (?:nho|thang|dua|ban|ong|ba|anh|chi|em|co|chu|bac|me|bo|vo|chong|nguoi)(?: \S+){0,3}? (?:duoc|dc) (?:khong|hong|hok|k|ko)(?: |,|\?|$)/

/** "đăng ký tham gia chương trình một triệu sáng kiến với đề tài: …": the word behind the colon; undefined for everything else. */
function behindSubject(head: Head, at: number): number | undefined {
  if (head.key(at) !== "tham" || head.key(at + 1) !== "gia") return undefined
  for (let word = at + 3; word <= at + MOST_BEFORE_SUBJECT && word < head.words.length; word++) {
    if (!/[:\n]/.test(head.gap(word))) continue
    const isNamed = SUBJECT.test(`${head.key(word - 2)} ${head.key(word - 1)}`)
    return isNamed && isTitle(head.from(word)) ? word : undefined
  }
  return undefined
}

const MOST_BEFORE_SUBJECT = 16
const SUBJECT = /(?:^| )(?:de tai|sang kien|giai phap|noi dung|ten la|sk)$/

function isTalk(tail: Tail, from: number, title: string): boolean {
  if (soundsLikeTalk(tail, from, title)) return true
  // "đk áo thun": without a colon or "sáng kiến" the words themselves must speak of an idea. Who meant it is told to use the colon.
  return !saysIdeaBefore(tail, from) && (!isTitle(title) || !tellsAnIdea(new Head(shownOf(title))))
}

/** What stands behind "đăng ký" and lacks only a colon to be taken for a title; undefined for talk. */
export function titleWithoutColon(tail: Tail): string | undefined {
  const from = behindObject(tail.head, tail.at)
  if (from >= tail.head.words.length) return undefined
  const title = tail.head.from(from)
  return isTitle(title) && !soundsLikeTalk(tail, from, title) ? title : undefined
}

/** The title behind "muốn đăng ký (một) sáng kiến (là, về)", where the words speak of an idea; undefined for talk. */
export function titleOfWish(tail: Tail): string | undefined {
  const { head, at } = tail
  let from = behindObject(head, at)
  if (!saysIdeaBefore({ ...tail, begun: at }, from)) return undefined
  if (/^(?:la|ve)$/.test(head.key(from))) from++
  const title = head.from(behindMaker(head, from))
  if (WONDERS_HOW.test(fold(title.slice(0, LONGEST_LOOKED_AT)))) return ""
  const isTalk = tail.asked || TALK.test(fold(shownOf(title))) || MARKED_QUESTION.test(` ${shownOf(title)}`)
  return isTitle(title) && !isTalk && tellsAnIdea(new Head(shownOf(title))) ? title : undefined
}

/** "muốn gửi cái sáng kiến", with nothing behind it: the command alone. */
export function bareWish(tail: Tail): "" | undefined {
  const { head, at, asked } = tail
  const isWhole = !asked && behindObject(head, at) >= head.words.length
  return isWhole && saysIdeaBefore({ ...tail, begun: at }, head.words.length) ? "" : undefined
}

/** Whether "đăng ký" is said of an initiative beyond doubt: a colon, or "sáng kiến" by name. */
export function isClear(tail: Tail): boolean {
  const { head, at, begun } = tail
  if (behindFillers(head, at) !== undefined) return true
  const near = head.words.slice(begun, at + 8)
  return near.some(({ key }, word) => key.includes("sk") || objectAt(head, begun + word) > 0)
}

/** The text behind "gửi ad sk của tổ em: …" and "em có 1 sk muốn đk ạ: …"; undefined when no initiative is handed in like that. */
export function handedIn(head: Head): string | undefined {
  let named = false
  for (let word = 0; word < MOST_ANNOUNCING && word < head.words.length; word++) {
    if (word > 0 && named && HARD_MARK.test(head.gap(word))) {
      const title = head.from(word)
      const said = new Head(title)
      // "sáng kiến: để nghĩ đã"
      // "báo cáo sáng kiến: tuần này được năm cái rồi"
      const isReport = head.words
        .slice(0, word)
        .some(({ key }, at) => key === "bao" && head.key(at + 1) === "cao")
      const isIdea = (said.words.length >= LEAST_WORDS && !isReport) || tellsAnIdea(said)
      return isTitle(title) && isIdea && !MARKED_PLAN.test(title.toLowerCase()) ? title : undefined
    }
    const object = objectAt(head, word)
    if (object > 0) {
      named = true
      word += object - 1
    } else if (!isFiller(head.key(word)) && !ANNOUNCING.has(head.key(word))) return undefined
  }
  return undefined
}

const LEAST_WORDS = 5
const MOST_ANNOUNCING = 16
const ANNOUNCING = words(
  "tổ đội phòng chuyền xưởng khoa trường lớp nhóm ban muốn mún cần nộp gửi đăng ký kí dk dky dki dạ chào ơi thưa kính công đoàn " +
    "ghi danh báo cáo khai trình bày tạo nhập đề xuất giới thiệu viết thứ hai ba tiếp theo",
)

/** The title behind "thêm một cái nữa là …", said without the command; undefined for everything else. */
export function titleOfFurther(head: Head): string | undefined {
  const begin = head.words.slice(0, 3).findIndex(({ key }) => /^(?:them|con|va)$/.test(key))
  const isAddressed = head.words.slice(0, begin).every(({ key }) => PRONOUN.has(key) || isFiller(key))
  const count = begin >= 0 && isAddressed ? furtherOne(head, begin) : 0
  const title = head.from(begin + count)
  return count > 1 && isTitle(title) ? title : undefined
}

const SENDER =
  "(?:(?:em|cô|bác|chú|chị|anh)\\s+(?:ở|tổ|chuyền|bên|làm|thuộc|tên|là)|tôi|mình|tui|toi|minh|(?:tổ|chuyền|phòng|xưởng|khoa|đội)\\s+[^\\s:?]+)"
const BEHIND_SENDER = new RegExp(
  `^(?:(?:dạ|chào|ad|bot|ơi)[\\s,]+)*(${SENDER}(?:\\s+[^\\s:?]+){0,7}?)[\\s,]+(?:xin\\s+|muốn\\s+)?(?:đăng ký|đăng kí|dang ky|đk|dk)(?:\\s+(?:sáng kiến|sang kien|sk))?\\s*:\\s*(\\S.+)$`,
  "isu",
)
/** "tôi hướng dẫn mọi người đăng ký: …", "mình chưa đăng ký: …" */
const NO_SENDER =
  /(?:^| )(?:huong dan|cach|moi nguoi|ai|hoi|biet|chua|khong|ko|da|lich|danh sach|lop|kham|nhac|de nghi|yeu cau|bao|truong|pho|se|dang|can|phai|nen|hay)(?: |$)/
const MAY_NAME_SENDER = /^[^:\n]{4,90}(?:đăng k|dang k|đk|dk)[^:\n]{0,14}:/iu

/** The title behind "em ở Sông Công đăng ký: …", "tổ 5 đăng ký: …"; undefined where it is no sender who stands ahead. */
export function titleBehindSender({ text }: Head): string | undefined {
  if (!MAY_NAME_SENDER.test(text)) return undefined
  const [, sender = "", title = ""] = BEHIND_SENDER.exec(text) ?? []
  return sender !== "" && isTitle(title) && !NO_SENDER.test(fold(sender)) ? title : undefined
}
