import { fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { saysIdeaBefore } from "./before-title.ts"
import { Head, hasMarks, LONGEST_HEAD } from "./head.ts"
import { isEverydayObject } from "./object.ts"
import type { Tail } from "./shapes.ts"

/** Talk about registering, at the beginning of what follows the word. */
export const TALK = new RegExp(
  `^${oneOf(
    "roi, xong, chua, duoc (?:chua|khong|ko|roi|gi), dc (?:chua|khong|ko|roi), khong, ko",
    // When, where, how much
    "hom (?:qua|nay|kia|truoc), tu (?:hom|tuan|thang|sang|chieu|dau|nam), tuan (?:truoc|nay|sau), thang (?:truoc|nay|sau)",
    "nam (?:nay|ngoai|truoc|sau), truoc (?:ngay|thu|khi|han|luc|gio|tet|\\d\\S*), dung han, den (?:bao gio|khi nao|luc nao|dau)",
    "bao (?:gio|nhieu), khi nao, o dau, luc nao, ngay (?:mai|kia|nao), mai , toi nay, chieu nay, sang nay, trua nay, sang mai",
    "nhieu (?:vao|the|qua|len|lan), het (?:han|chua|roi), de lam gi, lam gi, gi , kho qua, dong the, dau, day (?:du|nhe)",
    // Urging others
    "sau (?:nhe|nha|em|di|gio|cung), sau$, di (?:nhe|moi nguoi|ca nha|cac), ca nha, moi nguoi",
  )}(?: |$)`,
)
/** The same, said with marks: without them "mà thì là đi" may be mã, thi, lá, di. */
const MARKED_TALK = /^(?:mà|thì|là|đi|được|còn|mấy|chưa|rồi|nào|đâu|gì|không|nhé|đấy)(?: |$)/
/** A question, or a sentence that only tells, by its last words. */
export const MARKED_QUESTION =
  /(?: (?:rồi|chưa|hả|nhỉ|vậy|đâu|gì|nào|đấy|mà|à|quá|thôi)|(?:^|(?<! trên)) không|(?:^| )(?:thế nào|như thế|làm thế|sao thế))(?: (?:ạ|nhé|nha|em|anh|chị|bạn|ơi|mà|nữa|đấy))*[\s.!?…]*$/u
/** "vui lắm mọi người ạ", "nhé anh em" */
const EVERYBODY = "mọi người, cả nhà, anh em, các bác"
const TO_EVERYBODY = new RegExp(
  [
    ` (?:lắm|ghê)(?: ${oneOf("mọi người, cả nhà, các bác, ạ, ơi, nhỉ, nhé, em, anh, chị")})*[\\s.!]*$`,
    `(?: nhé| nha| nào)? ${oneOf(EVERYBODY, "các chị, mng, mn")} ${oneOf("ạ, ơi, nhé, nha, nào, a, oi, nhe")}[\\s.!]*$`,
    ` (?:nhé|nha) ${oneOf(EVERYBODY)}[\\s.!]*$`,
  ].join("|"),
  "u",
)
const PLAIN_QUESTION =
  / (?:duoc|dc|chua|co) (?:khong|ko|chua)(?: \S+)?$|(?:^| )(?:xong|dang ky|het|nop|duoc) roi(?: \S+)?$|(?:^| )(?:the nao|ntn|lam sao|khi nao|bao gio|o dau|khong|ko)$/

/** "mai đi ăn cưới nhé" is a plan of the day, whatever stands before its colon. */
export const MARKED_PLAN =
  /^(?:ngày mai|sáng mai|chiều mai|tối mai|mai|chiều nay|tối nay|trưa nay|sáng nay|hôm nay) (?!.*máy)/

/** As much of a title as is looked at, in small letters. */
export function shownOf(title: string): string {
  return title.slice(0, LONGEST_HEAD).toLowerCase()
}

/** Whether what stands from word `from` on, `title`, is talk about registering and no title. */
export function soundsLikeTalk(tail: Tail, from: number, title: string): boolean {
  const { asked } = tail
  const named = saysIdeaBefore(tail, from)
  const shown = shownOf(title)
  const folded = fold(shown)
    .replace(/[^\p{L}\p{N} ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim()
  if (TALK.test(folded) || MARKED_TALK.test(shown)) return true
  if (!named && isEverydayObject(new Head(shown))) return true
  if (TO_EVERYBODY.test(` ${shown}`)) return true
  if (asked || MARKED_QUESTION.test(` ${shown}`)) return true
  return !hasMarks(shown) && folded.split(" ").length <= 6 && PLAIN_QUESTION.test(` ${folded}`)
}
