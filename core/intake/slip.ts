import { clean, fold } from "../text/fold.ts"
import { extractBenefit, parseMoney } from "../text/money-reading.ts"
import { oneOf } from "../text/pattern.ts"

/** Longer than anybody says only to put something right. */
const LONGEST_SLIP = 200

const HESITATION = oneOf(
  "à, a, ah, ờ, ừ, ui, ôi, ơ, ấy, mà, ma, thôi, dạ, em, anh, chị, chi, c, e, tôi, toi, mình, minh",
)
const WROTE = oneOf("ghi, viết, viet, gõ, go, gửi, gui, nhập, nhap, nói, noi")
const WRONG = oneOf("nhầm, nham, lộn, sai, thực ra, thuc ra, thật ra, that ra, đúng ra, dung ra, phải là")
/** "à không 8 triệu", "thôi để 10 triệu" */
const INSTEAD =
  /^(?:(?:à|ờ|ừ|ơ|ấy|dạ|em)[\s,]+)*(?:à\s+(?:không|ko)|thôi\s+(?:để|lấy|ghi|cứ ghi))[\s,]+(?=\S*\d)/iu
/** "à gần chục triệu thôi" */
const ONLY = /^(?:à|ờ|ừ|ơ)[\s,]+(?=.*\s(?:thôi|cơ|chứ)[\s.!]*$)/iu
const WHAT = oneOf("rồi, roi, số, so, tiền, tien, mất, mat, phải, phai, là, la")
const OPENING = new RegExp(
  `^(?:${HESITATION}[\\s,]+)*(?:${WROTE}\\s+)?${WRONG}(?:\\s+${WHAT})*[\\s,.:!;]+`,
  "iu",
)
const NOT_THE_OTHER = /[\s,]*(?:chứ|chu|chớ)\s+(?:không|khong|ko|k|hông)\s+(?:phải|phai)\b.*$/isu
const BUT_THIS = /^.*(?:không|khong|ko)\s+(?:phải|phai)\s.+?[\s,]+(?:mà|ma)\s+(?:là\s+|la\s+)?/isu
/** "ghi nhầm 120 triệu, thật ra là 12 triệu" */
const REALLY = new RegExp(
  `^(?:${HESITATION}[\\s,]+)*(?:${WROTE}\\s+)?(?:nhầm|nham|lộn|sai)\\s[^,]{1,40}?[\\s,]+(?:thật ra|that ra|thực ra|thuc ra|đúng ra|dung ra|đúng là|dung la|phải là|phai la)\\s+(?:(?:là|la|chỉ|chi|có|co|phải|phai)\\s+)*`,
  "iu",
)
/** "3tr mới đúng" */
const THIS_IS_RIGHT = /\s(?:mới đúng|moi dung|mới phải|moi phai)(?:\s+(?:ạ|nhé|nha|em|á|chứ|cơ))*[\s.!]*$/iu
const JUST = /\s+(?:thôi|thoi|cơ|mới đúng|moi dung|chứ|nhé|nhe|nha|ạ)(?:\s+(?:em|ạ|nhé|nha))*[\s.!]*$/iu
const MEND =
  /(?:\s+cơ)?[\s,.]*(?:em |bot )?(?:sửa|sua)(?:\s+(?:lại|lai))?\s+(?:giúp|giup|hộ|cho|dùm)(?:\s.*)?$/isu

/**
 * "à nhầm, 50 triệu chứ không phải 5 triệu": the benefit that is right, as the command "sửa" takes it, of somebody who puts right
 * what they sent before. Undefined when nobody does, or no amount is named.
 */
export function readSlip(text: string): string | undefined {
  const typed = clean(text)
  if (typed.length > LONGEST_SLIP) return undefined
  // "20 triệu là ghi đại đó, thật ra cỡ 15tr thôi"
  const last = typed.slice(typed.lastIndexOf(", ") + 1).trim()
  return slipIn(typed) ?? (last !== typed && OPENING.test(last) ? slipIn(last) : undefined)
}

function slipIn(typed: string): string | undefined {
  const marks = [REALLY, OPENING, INSTEAD, ONLY, NOT_THE_OTHER, BUT_THIS, MEND, THIS_IS_RIGHT]
  if (!marks.some((mark) => mark.test(typed))) return undefined
  const right = [...marks, JUST]
    .reduce((words, mark) => words.replace(mark, ""), typed)
    .replace(/[\s,.!]+$/, "")
  const clause = right.slice(right.lastIndexOf(", ") + 1).trim()
  return amountIn(right) ?? (clause === right ? undefined : amountIn(clause))
}

function amountIn(right: string): string | undefined {
  const found = extractBenefit(right)
  const amount = found?.reading.kind === "money" ? found.benefitText : right
  if (parseMoney(amount).kind !== "money") return undefined
  // "lợi 25 triệu" behind "sửa" would be a title.
  const named = amount.replace(/^(?:lợi|loi)\s/iu, "làm lợi ")
  return /^(?:lam loi|tiet kiem)\s/.test(fold(named)) ? named : `làm lợi ${named}`
}
