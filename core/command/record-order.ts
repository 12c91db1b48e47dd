import { asksBack, isQuestion } from "../intake/told.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { REASON_OPENS } from "../text/reason.ts"
import { type Commanded, fieldPutRight, WHO } from "./corrected-field.ts"
import { Head, isOneOf, spelled } from "./head.ts"
import { teamTold } from "./team-told.ts"

const LONGEST = 220
const CODE = /(?<![\p{L}\p{N}])sk\s?[-–—]?\s?\d{1,9}(?![\p{L}\p{N}%]|[.,]\d)/giu
/** "… của sáng kiến", "… vào", before a code. */
const LEADS_TO_CODE =
  /(?:^|(?<=[\s,]))(?:(?:của|cua|cho|vào|vao|trong|ở|về|ve|khỏi|khoi|với|voi|sáng kiến|sang kien|sk|hồ sơ|ho so|cái|cai|mã|số)\s+)+$/iu
/** "xóa … trong SK-3", "rút khỏi SK-3": not the record as a whole. */
const WITHIN =
  /(?:^|\s)(?:vào|vao|trong|ở|khỏi|khoi|với|voi)\s+(?:(?:sáng kiến|sang kien|sk|hồ sơ|ho so|cái|mã)\s+)*$/iu
/** What is said behind these is free text, and what is registered speaks of whatever it will. */
const ADDS_OR_REGISTERS = new RegExp(
  `^(?:${oneOf(WHO)}[ ,]+)*(?:(?:bo sung|bs|(?:ghi |viet )?them)(?: ${oneOf(WHO, "lai, vao, them")})*$|.{0,60}?(?:dang k[yi]|dk|dki|nop)(?: ${oneOf("ho, sang kien, sk, giup, cho, em")})* ?:)`,
)

/**
 * The order that is told of one record around its code, with the code where it belongs: "cho tôi sửa lại số tiền của SK-12, đúng ra là 80 triệu một
 * năm" is "sửa SK-12 làm lợi 80 triệu một năm". Undefined where none is, or of several.
 */
export function recordOrder(
  text: string,
  { fieldsOnly = false }: { readonly fieldsOnly?: boolean } = {},
): string | undefined {
  if (text.length > LONGEST || text.includes("\n")) return undefined
  const typed = clean(text)
  const [named, another] = [...typed.matchAll(CODE)]
  if (named === undefined || another !== undefined) return undefined
  const [code] = named
  const [before, after] = [typed.slice(0, named.index), typed.slice(named.index + code.length)]
  const ahead = fold(before).trim()
  const isFree = ahead !== "" && /^\s*[:：]/u.test(after)
  if (isFree || ADDS_OR_REGISTERS.test(ahead)) return undefined
  const said = clean(`${before.replace(LEADS_TO_CODE, "")} ${after.replace(/^[\s,:：.–—-]+/u, "")}`)
  if (isQuestion(said) || asksBack(said)) return undefined
  const field = fieldPutRight(said, { named: true })
  if (field !== undefined || fieldsOnly) return field?.(code)
  const isWithin = WITHIN.test(before)
  return (teamTold(said) ?? (isWithin ? undefined : goneTold(said)) ?? wishTold(said))?.(code)
}

const SAID = `(?:${oneOf(WHO, "lai, di, thoi")}[ ,.;]+)*`
const POLITE = `(?:[ ,.]+${oneOf(WHO, "di, nhe, nha, lai, dau, ra")})*[ .!]*`

const FOR = `(?:giup|gium|dum|ho|cho)(?: ${oneOf("em, toi, minh, anh, chi, e, co, chu, bac")})?`
const WITHDRAWN = `(?<verb>huy bo|huy|rut|xoa bo|xoa|go bo|loai bo|bo)(?: ${oneOf(FOR, "lai, di, ra, nhe, nha, a, voi, luon, em, bot, ad, oi, nay, do, cai")})*`
/** Why somebody takes back what they sent, where it stands before the wish. */
const WHY = oneOf(
  "(?:van |con )?chua (?:lam|xong|hoan thanh|ap dung|kip|dung)",
  "(?:khong|ko|k) (?:muon )?(?:lam|dung|ap dung|can|con|hieu qua)",
  "(?:dang ky|dk|nop|gui) (?:nham|trung|lon|2 lan|hai lan|lap|sai)",
  "(?:bi )?trung, giong, that bai, doi y",
)
/** "rút lại giùm tôi, làm chưa xong" */
const GONE = new RegExp(`^${SAID}${WITHDRAWN}(?:[ .!]*$|[ ,.;]+(?=${REASON_OPENS}\\S)|[,.;]+ ?(?=\\S))`, "d")
/** "chưa làm xong nên cho em rút lại" */
const GONE_BECAUSE = new RegExp(
  `^${SAID}(${WHY}(?: [^,;.?]{0,60}?)?)[ ,.;]+(?:(?:nen|thi|roi|va)[ ,]+)?${SAID}${WITHDRAWN}[ .!]*$`,
)
/** "thôi không nộp nữa đâu" */
const NO_MORE = new RegExp(
  `^${SAID}(?:khong|ko|k) (?:${oneOf("muon, can, dinh, them")} )?${oneOf("nop, dang ky, dk, gui")}(?: ${oneOf(WHO)})* nua${POLITE}$`,
)

const JOINED = oneOf("dong tac gia, lam cung, lam chung, cung lam, tham gia, dung ten chung, chung ten")
const AGREES = new RegExp(
  `^${SAID}(?:dong y|nhan loi|chap nhan|xac nhan|nhat tri|ok|oke)(?: ${oneOf(WHO, "lam, la, co, tham gia, cung, dung")})* ${JOINED}${POLITE}$`,
)
const DECLINES = new RegExp(
  `^${SAID}(?:(?:khong|ko|k) (?:dong y|nhan|muon)|tu choi)(?: ${oneOf(WHO, "lam, lm, la, co, cung, dung")})* ${JOINED}(?: nua)?${POLITE}$`,
)
const KEEPS_SECRET = new RegExp(
  `^${SAID}(?:(?:giu|de) )?(?:bi mat|bao mat|giau|kin|(?:dung|khong|ko|k) cong khai|(?:dung|khong|ko|k) cho (?:ai|nguoi khac|don vi khac|ben khac) (?:xem|biet|thay))(?: ${oneOf("noi dung, cach lam")})?${POLITE}(?:$|, ?[^,]{0,40}$)`,
)
/** "mô tả thêm giúp em là …", "em muốn nói thêm: …" */
const TELLS_MORE = new RegExp(
  `^${SAID}(?:(?:noi|ghi|ke|viet|bao) (?:ro )?them|(?:mo ta|noi dung|cach lam) (?:bo sung|(?:ghi )?them)|(?:bo sung|(?:ghi )?them) (?:mo ta|noi dung|cach lam))(?: ${oneOf(WHO, "vao, mo ta, noi dung, y")})*(?: ?:|[ ,]+(?:la|rang)(?: ?:| )) ?(?=\\S+ \\S)`,
)

/** "chưa làm xong nên em tính rút" */
const ONLY_THINKS_OF_IT =
  /(?<!\p{L})(?:tính|tinh|định|dinh|chắc|chac|có lẽ|co le|hay là|hay la|phân vân|phan van|đang nghĩ|dang nghi)\s+(?:(?:là|sẽ|em|tôi|toi|mình|minh|anh|chị|chi)\s+)?(?:hủy|huỷ|huy|rút|rut|bỏ|bo|xóa|xoá|xoa|gỡ|go|loại|loai)(?!\p{L})/iu

/** That somebody takes back what they sent, and why. */
function goneTold(said: string): Commanded | undefined {
  if (ONLY_THINKS_OF_IT.test(said)) return undefined
  const folded = foldedAlike(said)
  const gone = GONE.exec(folded)
  if (gone !== null) {
    const reason = said.slice(gone[0].length).trim()
    return isVerb(said, gone) ? (code) => `hủy ${code} ${reason}`.trim() : undefined
  }
  const because = GONE_BECAUSE.exec(folded)?.[1]
  if (because !== undefined) {
    const at = folded.indexOf(because)
    return (code) => `hủy ${code} vì ${said.slice(at, at + because.length).trim()}`
  }
  return NO_MORE.test(folded) ? (code) => `hủy ${code} vì không nộp nữa` : undefined
}

/** "xoa dầu" and "bó lại" are other words. */
function isVerb(said: string, found: RegExpExecArray): boolean {
  const [from, to] = found.indices?.groups?.["verb"] ?? [0, 0]
  return new Head(said.slice(from, to)).words.every((word) => isOneOf(word, VERBS))
}

const VERBS = spelled("hủy huỷ bỏ rút xóa xoá gỡ loại")

/** What else is to become of the record as a whole. */
function wishTold(said: string): Commanded | undefined {
  const folded = foldedAlike(said)
  if (AGREES.test(folded)) return (code) => `đồng tác giả ${code} đồng ý`
  if (DECLINES.test(folded)) return (code) => `đồng tác giả ${code} không đồng ý`
  if (KEEPS_SECRET.test(folded)) return (code) => `bảo mật ${code}`
  const more = TELLS_MORE.exec(folded)?.[0]
  return more === undefined ? undefined : (code) => `bổ sung ${code} ${said.slice(more.length)}`
}

/** Folded, where each letter stands where it was typed; else nothing. */
function foldedAlike(said: string): string {
  const folded = fold(said)
  return folded.length === said.length ? folded : ""
}
