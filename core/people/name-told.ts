import { hasMarks } from "../command/head.ts"
import { isPersonName, isWholeName } from "../intake/author-name.ts"
import { clean } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"

const LONGEST = 120
const ME = "em, tôi, toi, mình, minh, anh, chị, chi, cô, bác, bac, chú, e, mk, tui"
const SAID = oneOf(
  ME,
  "dạ, da, ơi, oi, bot, ad, cho, của, cua, nhờ, nho, giúp, giup, với, voi, xin, cũng, à, ừ, ủa, nha, nhé, sao, lại, lai, rồi, roi, mà, ma, đang, dang, bị, bi, ghi, viết, viet, gõ, go, để, de, lưu",
)
const NAME = oneOf("họ và tên, ho va ten, họ tên, ho ten, tên, ten, họ, ho")
const WRONG = oneOf("sai, nhầm, nham, thiếu, thieu, thừa, lộn, lon, nhầm lẫn, chưa đúng, chua dung")
const WHAT = oneOf("dấu, dau, chữ, chu, đệm, dem, họ, chính tả, chinh ta, một, mot, mất, mat, rồi, roi")
const RIGHT = oneOf(
  "đúng, dung, đầy đủ, day du, thật, that, chính xác, phải, phai, sửa, sua, chỉnh, ra, là, la, thành, thanh",
)
const BETWEEN = `(?:(?:${SAID}|${NAME}|${WRONG}|${WHAT}|${RIGHT})[\\s,.:!]+)*`
/** That a name is wrong, or which is the right one; in small letters, for "Ma" and "Họ" may begin a name. */
const OF_A_NAME = new RegExp(
  `^(?:${SAID}[\\s,.:!]+)*(?:${NAME}[\\s,.:!]+(?:${SAID}[\\s,.:!]+)*(?:${WRONG}|${RIGHT})|(?:${WRONG})[\\s,.:!]+(?:${SAID}[\\s,.:!]+)*${NAME})(?=[\\s,.:!])[\\s,.:!]+${BETWEEN}`,
  "u",
)
/** "em tên là Nguyễn Văn An" alone puts nothing right. */
const PUTS_RIGHT = new RegExp(
  `(?:^|[\\s,.:])(?:${WRONG}|${oneOf("đúng, dung, đầy đủ, day du, thật, that, chính xác, phải, phai, sửa, sua, chỉnh")})(?=[\\s,.:])`,
  "u",
)
const IS_RIGHT = /[\s,](?:mới đúng|moi dung|chứ không|chu khong|cơ)(?=[\s.,!]|$)/u
const NOT_THE_OTHER = /[\s,]+(?:chứ|chu|chớ|không phải|khong phai|ko phải)(?=\s).*$/iu
/** "tên tui là Sáu, họ Phạm, ghi lại cho đúng Phạm Văn Sáu" */
const WRITTEN_SO =
  /^(?=.*(?:^|[\s,])(?:[Tt]ên|[Tt]en|[Hh]ọ)\s).*[\s,](?:ghi|viết|viet|sửa|sua)(?:\s+(?:lại|lai|cho|giúp|giup|em|tôi|toi|tui|mình|dùm|giùm))*\s+(?:đúng|dung|thành|thanh|là|la)(?:\s+(?:là|la))?:?\s+(\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){1,4}[^:]{0,20})$/u

/** In small letters only: "Anh" and "Nhã" are names. */
const BEHIND =
  /(?:[\s,]+(?:mới đúng|moi dung|cơ|nhé|nhe|nha|ạ|bot|ad|với|voi|giúp|giup|cảm ơn|cam on)(?:\s+(?:em|anh|chị|chi|bot|ad|ạ|a|với|nhé|nhiều))*)+[\s.!]*$|[\s.!]+$/u
const FEWEST_WORDS = 3

/** The name that somebody says is theirs, told with that it is wrong or which is right: "ghi sai tên chị rồi, chị là Nguyễn Thị Hương chứ không phải Hường". */
export function ownNameTold(text: string): string | undefined {
  const typed = clean(text)
  const last = typed.length > LONGEST ? undefined : WRITTEN_SO.exec(typed)?.[1]
  if (last !== undefined && isWholeName(nameAlone(last))) return nameAlone(last)
  const ahead =
    typed.length > LONGEST ? undefined : OF_A_NAME.exec(typed.charAt(0).toLowerCase() + typed.slice(1))?.[0]
  if (ahead === undefined || !(PUTS_RIGHT.test(ahead) || IS_RIGHT.test(typed))) return undefined
  const name = nameAlone(typed.slice(ahead.length))
  return isWholeName(name) || isPersonName(name) ? name : undefined
}

/** A name without what it is not, and without politeness: "Nguyễn Thị Hương chứ không phải Hường", "Trần Văn Tám nhé bot". */
export function nameAlone(typed: string): string {
  const whole = typed
    .replace(NOT_THE_OTHER, "")
    .replace(/[\s.!]+$/, "")
    .trim()
  const left = whole.replace(BEHIND, "")
  // "nguyen nha" may be called so.
  return hasMarks(whole) || left.split(" ").length >= FEWEST_WORDS ? left : whole
}
