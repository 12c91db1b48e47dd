import { fold } from "../text/fold.ts"
import { ONESELF } from "../text/kin.ts"
import type { Money } from "../text/money.ts"
import { mayHoldMoney, parseMoney } from "../text/money-reading.ts"
import { oneOf } from "../text/pattern.ts"
import { spelledOut } from "../text/short-forms.ts"
import { readSlip } from "./slip.ts"
import { isTitle } from "./title.ts"

const LEADS = oneOf(
  "dạ, em, chị, anh, tôi, mình, ừ, vâng, đúng rồi, dung roi, thì, cô, chú, bác, không, khong, ko, à, không phải, khong phai",
)
const WRITE = oneOf("ghi, đặt, dat, gọi, goi, viết, viet")
const WRITE_WHAT = oneOf(
  "vào, vao, tên, ten, nó, no, cho, giúp, giup, hộ, em, chị, chi, anh, tôi, mình, cô, chú, bác",
)
const CALLED = new RegExp(
  `^(?:${LEADS}[\\s,]+)*(?:${WRITE}(?:\\s+${WRITE_WHAT})*|(?:tên|ten)(?:\\s+${oneOf("sáng kiến, sang kien, sk, nó, no")})?|` +
    `${oneOf("sáng kiến, sang kien, sk")}|(?:cái|cai)(?=\\s+(?:của|cua)))(?:\\s+(?:của\\s+)?${oneOf(ONESELF, "mik, mk, tui, bác, dì, cô, chú, e, a, c")})?\\s*(?:(?:là|la)\\s*:?|:)\\s+(?=\\S+\\s+\\S)`,
  "iu",
)
/** A title without what stands before one that is said: "ừ thì ghi cho cô là …", "tên sáng kiến của em là …". */
export function titleSaid(text: string): string {
  return text.replace(CALLED, "")
}

const NEW_NAME = oneOf("đổi, doi, sửa, sua")
const RETITLES = new RegExp(
  `^.{0,40}?${NEW_NAME}(?:\\s+${oneOf("lại, lai, giúp, giup, cho, em, anh, chị, chi")})*\\s+(?:cái\\s+|cai\\s+)?(?:tên|ten|tiêu đề|tieu de)` +
    `(?:\\s+(?:sáng kiến|sang kien|sk))?(?:[\\s,]+${oneOf("đổi, doi, sửa, sua, đi, di, nhé, nhe, giúp, giup, em")})*` +
    "\\s*(?:thành|thanh|là|la|:|：)\\s*:?\\s*(?=\\S+\\s+\\S)",
  "isu",
)

/** "đổi tên Kệ xoay để cuộn vải": by its capital, for "đổi tên cái này" names none. */
const RENAMES =
  /^(?:(?:thôi|à|ừ|dạ|em|mà)[\s,]+)*(?:đổi|sửa)(?:\s+lại)?\s+tên(?:\s+lại)?\s+(?=\p{Lu}\p{Ll}*\s+\S)/u

/** "thôi đổi tên thành: Khay nam châm": the title that is meant instead of the one given before; undefined where none is. */
export function otherTitle(text: string): string | undefined {
  const words = (RETITLES.exec(text) ?? RENAMES.exec(text))?.[0]
  const title = words === undefined ? "" : oneLine(text.slice(words.length))
  return isTitle(title) ? title : undefined
}

/** "à nhầm, 2tr thôi" while the next thing is asked already. */
export function slipIn(text: string): Money | undefined {
  const right = readSlip(text)
  const reading = right === undefined ? undefined : parseMoney(right)
  return reading?.kind === "money" ? reading.money : undefined
}

/** "mỗi năm đỡ được hai triệu hai" behind its question. */
export function amountIn(text: string): Money | undefined {
  // Most of what is said holds no amount, which is seen at a look.
  if (!mayHoldMoney(text)) return undefined
  const reading = parseMoney(spoken(text))
  return reading.kind === "money" && /\p{L}/u.test(text) ? reading.money : undefined
}

/** "chịu thôi em", "k bít nx": there is nothing to tell. */
export function tellsNothing(text: string): boolean {
  return parseMoney(spoken(text)).kind === "none_given"
}

/** An amount without the words people begin to speak with, and with none of them cut short: "ừ thì chắc khoảng 20 triệu". */
export function spoken(text: string): string {
  return (spelledOut(text) ?? text)
    .replace(/\s+(?:gì|gi)\s+(?:đó|do|đấy|day|ấy|ay)(?=[\s,.]|$)/giu, "")
    .replace(
      /^(?:(?:ừ|uh|ờ|à|dạ|vâng|thì|chắc|chac|em|chị|anh|tôi|mình|cô|chú|bác|ước|nghĩ|là)[\s,]+)+/iu,
      "",
    )
}

const LOSS =
  /(?:^| )(?:khong|ko|k|hong|chua|chang|cha) (?:hieu|ranh)(?: |$)|(?:^| )(?:la|nghia la) (?:cai )?gi(?: |$)/
const LONGEST_LOSS = 60
const WHAT_TO_WRITE =
  /^(?:(?:em|anh|chi|toi|minh|biet|phai|la|thi|gio) )*(?:viet|ghi|noi|ke|khai|tra loi|go) (?:sao|the nao|gi|cai gi|nhu nao)(?: (?:gio|day|bay gio|em|a|nhi|vay))*\W*$/

/** "viết sao giờ", "ghi gì đây": asks about the very question that is open. */
export function asksWhatToWrite(text: string): boolean {
  return text.length <= LONGEST_LOSS && WHAT_TO_WRITE.test(fold(text))
}
/** "cho ví dụ đi", "xin cái mẫu với em" */
const WANTS_EXAMPLE =
  /^(?:(?:em|anh|chi|toi|minh|bac|co|chu|cho|xin|lay|neu|dua|co|mot|1|cai|da) )*(?:vi du|vd|mau)(?: (?:di|nao|voi|a|em|nhe|xem|giup|cu the|khong|ko|k|anh|chi))*\W*$/

/** "cái này là gì bác không hiểu", "🤷": at a loss with what was asked. */
export function isAtALoss(text: string): boolean {
  if (text.length > LONGEST_LOSS) return false
  const said = fold(text)
  return (
    /^[^\p{L}\p{N}]*[❓❔⁉🤔🆘🤷😕?][^\p{L}\p{N}]*$/u.test(text) ||
    LOSS.test(said) ||
    WANTS_EXAMPLE.test(said)
  )
}

const NO_IDEA = new RegExp(
  `^(?:${oneOf("da, em, anh, chi, toi, minh, bac, co, chu, chau, thi, cai nay, cung, thuc ra, that ra")} )*(?:${[
    "(?:khong|ko|k|hong|chua|chang|cha) (?:biet|bit|ro|chac|co|ranh|nam duoc|phan biet)(?: .{0,30})?",
    "khong|ko|chiu(?: thoi| luon)?",
    "(?:em|bot|ad) (?:chon|ghi|xep|tu chon|de)(?: .{0,25})?",
    "chon (?:ho|giup|dum|gium)(?: .{0,15})?",
    "tuy(?: (?:em|bot|ad|ban))?|(?:(?:cai|muc|so|linh vuc) )?(?:nao|gi|may) cung duoc",
  ].join("|")})(?: (?:a|em|nua|nhe|nha|oi|dau|thoi))*\\W*$`,
)

/** "không biết", "em chọn hộ chị", "cái nào cũng được": whoever is asked cannot choose. */
export function cannotChoose(text: string): boolean {
  return (
    text.length <= LONGEST_LOSS && /\p{L}/u.test(text) && (NO_IDEA.test(fold(text)) || tellsNothing(text))
  )
}

const WHO = `${ONESELF}, c, a, e, bác, dì, cô, chú`
const WHILE = oneOf("tí, ti, chút, chut, xíu, xiu")
const WAIT = new RegExp(
  `^(?:${oneOf(WHO, "à, a, ờ, ừ, ấy, ơi, oi, dạ, thôi, thoi")}[\\s,]+)*(?:${[
    "khoan",
    "từ từ",
    "tu tu",
    `(?:đang|dang) ${oneOf("họp, hop, bận, ban, trực, truc, lái xe, lai xe, ăn cơm, an com, trong ca, đi đường, di duong")}(?: ${oneOf("quá, qua, rồi, roi")})?`,
    `(?:chờ|cho|đợi|doi)(?: ${oneOf(WHO)})? ${WHILE}`,
    `(?:để|de) ${oneOf(WHO)} ${oneOf("nghĩ, nghi, xem, hỏi, hoi, tính, tinh")}`,
  ].join("|")})(?: ${oneOf("lại, lai, đã, da, nhé, nhe, ạ, a, em, chút, chut, tí, ti")})*[\\s.!…]*$`,
  "iu",
)
const LATER = new RegExp(
  `^(?:${oneOf(WHO, "à, a, ờ, ừ, dạ, thôi, thoi, bận quá, ban qua, mà, ma")}[\\s,]+)*(?:(?:để|de|lát|lat)\\s+)?(?:${oneOf(WHO)}\\s+)?` +
    `${oneOf("sáng mai, sang mai, mai, lát nữa, lat nua, lát, lat, hôm khác, hom khac, bữa khác, bua khac, tối nay, toi nay, tối, toi, chiều nay, chieu nay, chiều, chieu, trưa, trua")}` +
    `(?:\\s+${oneOf(WHO, "về, ve, rồi, roi, sẽ, se, mới, moi")})*(?:\\s+${oneOf("làm, lam, viết, viet, ghi, khai, trả lời, tra loi, gửi, gui, nộp, nop, tính, tinh, đăng ký, dang ky")}(?:\\s+${oneOf("ảnh, anh, hình, hinh, file, bài, bai")})?)?` +
    `(?:\\s+${oneOf("tiếp, tiep, sau, nữa, nua, nốt, not, nhé, nhe, nha, ạ, a, em, đi")})*[\\s.!…]*$`,
  "iu",
)
const LONGEST_PUTTING_OFF = 60

/** "thôi để mai làm", "tối chị viết tiếp nhé": not this question is left out, all of them wait. */
export function putsOff(text: string): boolean {
  return text.length <= LONGEST_PUTTING_OFF && LATER.test(text)
}

const ENOUGH = new RegExp(
  `^(?:${oneOf(WHO, "ok, oke, à, ờ, ừ, dạ, thôi, thoi, chỉ, chi, có, co, cứ, cu, xong, rồi, roi")}[\\s,]+)*` +
    `${oneOf(
      "done, that's all, that is all, finish, finished, xong, hết rồi, het roi, đủ rồi, du roi, (?:thế|vậy|the|vay) (?:thôi|thoi|là đủ|la du|là xong|la xong|là được|la duoc)",
      "(?:gửi|gui|lưu|luu|ghi|nộp|nop|đăng ký|dang ky|chốt|chot)(?: nó| no| vào| vao| cho em| cho chị| cho anh| cho tôi)? (?:luôn|luon|lại|lai|đi|di)",
    )}(?:\\s+${oneOf(WHO, "rồi, roi, luôn, luon, đi, di, nhé, nhe, nha, ạ, a, là được, cho em, cho chị, cho anh")})*[\\s.!…]*$`,
  "iu",
)

/** "xong rồi", "thế thôi em", "ghi luôn đi": what was told is all. */
export function saysEnough(text: string): boolean {
  return text.length <= LONGEST_PUTTING_OFF && ENOUGH.test(text)
}

/** "à khoan", "chờ chị tí": soon, and not on any day that they name. */
export function asksForAMoment(text: string): boolean {
  return text.length <= LONGEST_PUTTING_OFF && WAIT.test(text)
}

/** "à khoan", "để em nghĩ đã", "để mai anh làm": no answer yet. */
export function asksToWait(text: string): boolean {
  return asksForAMoment(text) || putsOff(text)
}

const STARTS_OVER =
  /^(?:(?:thoi|da|a|em|anh|chi|toi|minh|cho|xin|muon|bot|oi) )*(?:(?:(?:lam|viet|nhap|ghi|dang ky|khai|tra loi|bat dau) )?lai tu dau|(?:lam|bat dau) lai)(?: (?:di|nhe|a|em|giup|luon|nua))*\W*$/

/** "làm lại từ đầu", "bắt đầu lại nhé": what was told until now is not what they mean. */
export function startsOver(text: string): boolean {
  return text.length <= LONGEST_PUTTING_OFF && /l[aạ]i/iu.test(text) && STARTS_OVER.test(fold(text))
}

/** A cheap look first: all answers are held against it. */
const MAY_TAKE_BACK = /nh[aầ]m|l[oộ]n|sai|x[oó]a|b[oỏ]|h[uủ]y|s[uử]a/iu
const TAKES_BACK_ANSWER =
  /^(?:(?:thoi|da|a|ui|oi|chet|em|anh|chi|toi|minh|xin loi|vua|nay|roi|lai) )*(?:(?:go|ghi|viet|tra loi|noi|nhap) )?(?:nham|lon|sai)(?: (?:roi|mat|em|a|nhe|nha|cau|cho|truoc|vua))*\W*$|^(?:(?:em|anh|chi|toi|minh|cho|xin|muon) )*(?:xoa|bo|huy|sua|sua lai) (?:cai|cau|dong|tin) (?:vua roi|vua nay|truoc|tren)(?: (?:di|nhe|a|em|giup))*\W*$/

/** "nhầm rồi", "xóa câu vừa rồi đi": what they answered last is not what they meant. */
export function takesBackAnswer(text: string): boolean {
  return text.length <= LONGEST_PUTTING_OFF && MAY_TAKE_BACK.test(text) && TAKES_BACK_ANSWER.test(fold(text))
}

/** "k nho", "không biết": longer words may tell what changed all the same. */
export const LONGEST_NO_IDEA = 20

const RENAMES_ALONE =
  /^(?:(?:thoi|da|a|em|anh|chi|toi|minh|cho|xin|muon) )*(?:sua|doi)(?: lai)? (?:cai )?ten(?: (?:sang kien|sk))?(?: (?:lai|di|nhe|a|em|giup|da))*\W*$/

/** "sửa lại tên": what it is to be called follows. */
export function wantsOtherTitle(text: string): boolean {
  return (
    text.length <= LONGEST_PUTTING_OFF && MAY_TAKE_BACK_TITLE.test(text) && RENAMES_ALONE.test(fold(text))
  )
}

const MAY_TAKE_BACK_TITLE = /s[uử]a|[đd][oổ]i/iu

const TEAM =
  /^\s*(?:(?:thêm|them|ghi|có|co|à|quên|quen)[\s,]+)*(?:đồng tác giả|dong tac gia)(?:\s+(?:là|la|gồm|gom))?[\s:]+(.{3,200})$/isu

/** "thêm đồng tác giả: Trần Thị Lan, Lê Minh": the names, told while something else is asked. */
export function teamIn(text: string): string | undefined {
  return TEAM.exec(text)?.[1]
}

/** What was typed in several lines, in one. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}
