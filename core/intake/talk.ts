import { Head } from "../command/head.ts"
import { tellsAGain, tellsAnIdea } from "../command/object.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { tellsHowItIs, tellsMore } from "./told.ts"

/** Somebody who speaks of themselves, or of the day, names nothing. */
const SPEAKS =
  /^(?:dạ |vâng |ừ |ok |thế |vậy |à |mà |thì )*(?:em|tôi|toi|tui|mình|minh|chị|chi|anh|cô|chú|bác|cháu|mai|hôm|nay|chiều|sáng|tối|tuần|tháng|không|chưa|để|cho|nhờ)(?: |$)/iu

/** "bảng này treo ở …" speaks of one that is known; "quạt kêu to quá" is said to somebody. */
const IS_TALK =
  /^(?:\S+\s+){1,3}(?:này|đó|đấy|ấy|kia)\s|\s(?:nhé|nha|nhá|quá|lắm|(?<!(?:thay|trung|hạ|cao|điện|lợi|ưu|xu|tư) )thế|đấy|ghê|vậy|rồi)(?:\s+(?:ạ|em|anh|chị|cả nhà|mọi người|ơi|nhỉ))*[\s.!]*$/iu

/** "giống bài trước", "xem file đính kèm", a link: it points at something else. */
const POINTS =
  /^(?:(?:đây|dạ|em|anh|chị|thì|là|link|drive)\s+)*(?:(?:như|nhu|giống|giong|xem|theo|coi)\s+(?:bài|bai|tin|ảnh|hình|file|tệp|link|cái|ở trên|bên trên|trên)(?:\s|$)|(?:link|drive|file|tệp)\s.{0,20}https?:|https?:)/iu

/** What people say to each other and hardly any title has; in one without marks "quá" is spelled like "qua". */
const SAID = new RegExp(
  `(?<![\\p{L}\\p{M}])${oneOf(
    "em, tôi, mình, chị, anh, bác, sếp, con, ơi, ạ, nhé, nha, quá, lắm, ghê, rồi, đang, chưa, không, gì, sao, thế, vậy, nhỉ, mai, hôm, chiều nay, tí, bữa, alo, trời",
    "hihi, haha, chúc, xin lỗi, nhầm, trả lời, toi, chi, minh, oi, sep, troi, hom nay, chieu nay, dang, chua, khong, ko, k",
  )}(?![\\p{L}\\p{M}])|\\s(?:qua|roi|lam)[\\s.!]*$`,
  "iu",
)

/** Whether the words are rather said to somebody than what an initiative is called. */
export function soundsLikeTalk(text: string): boolean {
  const typed = clean(text)
  return SPEAKS.test(typed) || IS_TALK.test(typed)
}

/**
 * Whether the words are talk as far as can be told: nothing in them speaks of something made, changed or gained, and they hold words
 * of talk. Hardly any title is like that, so whoever gave one is asked rather than refused.
 */
export function isRatherTalk(text: string): boolean {
  const typed = clean(text)
  if (IS_TALK.test(typed) || POINTS.test(typed)) return true
  return (SPEAKS.test(typed) || SAID.test(typed)) && !tellsAnIdea(new Head(typed))
}

const WORKPLACE =
  /^(?:(?:em|toi|minh|chi|anh) (?:lam )?o )?(?:cd|cdcs|cong ty|cty|truong|thpt|thcs|benh vien|bv|bvdk|tram y te|trung tam|ubnd|so (?:y te|gd|giao duc|cong thuong|noi vu|tai chinh|xay dung|nong nghiep|tu phap|khoa hoc|van hoa)|phong gd|xi nghiep|nha may)(?: |$)/
const MOST_WORDS_OF_A_NAME = 8

/** "công ty may tê en gờ", "Trường Mầm non Hoa Hồng": where somebody works, and nothing that is made or gained. */
export function namesWorkplace(text: string): boolean {
  if (!WORKPLACE.test(fold(text.slice(0, LONGEST_NAME)))) return false
  const head = new Head(text)
  return head.words.length <= MOST_WORDS_OF_A_NAME && !tellsAGain(head)
}

const LONGEST_NAME = 100

/** Whether words that were not said to the bot, while it waits for an answer, are meant for others. */
export function isForOthers(text: string): boolean {
  return isRatherTalk(text) && !tellsMore(text) && !tellsHowItIs(fold(clean(text)))
}
