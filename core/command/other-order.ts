import { isWholeName, withoutAddress } from "../intake/author-name.ts"
import { benefitAhead } from "../intake/benefit-ahead.ts"
import { clearsBenefit } from "../intake/details.ts"
import { asksBack, isQuestion } from "../intake/told.ts"
import { clean } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { REASON_OPENS } from "../text/reason.ts"

const CODE = "sk\\s*[-–—]?\\s*\\d{1,9}"
const CODES = `${CODE}(?:(?:\\s*[,;]\\s*|\\s+(?:và|va|với|voi)\\s+|\\s+(?=sk))(?:${CODE}|\\d{1,9})(?:\\s*-\\s*\\d{1,9})?)*`
const RECORD = oneOf("sáng kiến, sang kien, hồ sơ, ho so")
const POLITE =
  "cho, nhờ, nho, xin, giúp, giup, thì, thi, muốn, muon, em, anh, chị, chi, tôi, toi, mình, minh, bot"

/** What may stand behind each verb for the whole to be an order; "SK-000010 công nhận chưa" asks. */
const NOTHING =
  /^(?:(?:giúp|giup|hộ|ho|cho|em|anh|chị|chi|tôi|toi|mình|minh|với|voi|nhé|nhe|đi|luôn|luon|ạ)[\s.!]*)*$/iu
const SOMETHING = /\p{L}/u
const REASON = new RegExp(`^${REASON_OPENS}`, "iu")
/** Its paper, and no question for it: "SK-000010 công nhận ngày nào". */
const DECISION =
  /^(?:cấp|cap|qđ|qd|quyết định|quyet dinh|ngày|ngay)\s+(?!(?:nào|nao|gì|gi|mấy|may|bao)(?!\p{L}))/iu
/** Asked about a verdict, and asked of nobody: "SK-000010 hỏi thêm chưa". */
const ASKED_WHETHER =
  /^(?:được|duoc|dc|rồi|roi)?\s*(?:chưa|chua|không|khong|ko)(?:\s+(?:ạ|a|em|nhỉ|nhi))*\W*$/iu
/** A verb behind its code: what may follow it, and what the order is called before its code where that is another word. */
type Verb = {
  readonly verb: string
  readonly follows: readonly RegExp[]
  readonly as?: string
  readonly officersOnly?: true
  /** What follows is said to the author, who may be asked. */
  readonly mayAsk?: true
  /** The verb belongs to what the author is told: "thiếu ảnh". */
  readonly isTold?: true
  /** The verb names what is put right. */
  readonly isField?: true
}
const OFFICER_VERBS: readonly Verb[] = [
  { verb: "công nhận, cong nhan", follows: [NOTHING, DECISION] },
  { verb: "đạt yêu cầu, dat yeu cau, đạt, dat", follows: [NOTHING, DECISION], as: "công nhận" },
  // Said of the record as a whole, and less than a verdict: it is shown once more, with the choices below.
  { verb: "duyệt được, duyet duoc, được, duoc, dc, ok, oke, okie", follows: [NOTHING], as: "duyệt" },
  { verb: "hỏi thêm, hoi them, hỏi lại, hoi lai", follows: [SOMETHING], as: "hỏi thêm", mayAsk: true },
  { verb: "trả lại, trả về", follows: [SOMETHING, NOTHING], mayAsk: true },
  { verb: "từ chối, tu choi", follows: [SOMETHING, NOTHING] },
  {
    verb: "không duyệt, không đạt, khong dat, chưa đạt, chua dat, không được, khong duoc, không công nhận, loại",
    follows: [NOTHING, REASON],
    as: "từ chối",
  },
  {
    verb: "chưa đủ, chua du, còn thiếu, con thieu, thiếu, thieu",
    follows: [SOMETHING],
    as: "hỏi thêm",
    isTold: true,
  },
  { verb: "duyệt, duyet", follows: [NOTHING] },
  { verb: "lên cổng, len cong, mã cổng, ma cong", follows: [/\d/], as: "lên cổng" },
]
const VERBS: readonly Verb[] = [
  { verb: "bổ sung, bo sung", follows: [SOMETHING] },
  { verb: "sửa, sua, chỉnh, chinh, đổi lại, doi lai", follows: [SOMETHING], as: "sửa" },
  { verb: "hủy, huỷ, huy, xóa, xoá, xoa", follows: [NOTHING, REASON] },
  // "SK-3 làm lợi 50 triệu", "SK-3 tác giả là Nguyễn Văn Bảy"
  {
    verb: "giá trị làm lợi, làm lợi, lam loi, lợi ích, loi ich, lĩnh vực, linh vuc, tác giả, tac gia, mô tả, mo ta, tên, ten",
    follows: [SOMETHING],
    as: "sửa",
    isField: true,
  },
  { verb: "áp dụng, ap dung", follows: [/\d|(?:từ|tu)\s/iu], as: "bổ sung", isTold: true },
  {
    verb: "thêm đồng tác giả, them dong tac gia, đồng tác giả, dong tac gia",
    follows: [SOMETHING],
    as: "đồng tác giả",
  },
  ...OFFICER_VERBS.map((each) => ({ ...each, officersOnly: true as const })),
]
const ANOTHER_WISH =
  /^(?:và|va|rồi|roi|với lại|voi lai|tiện|nhân tiện|nhan tien)\s+(?:cho\s+|em\s+|tôi\s+|xin\s+)*(?:hỏi|hoi|xem|biết|biet)\s/iu
const BECOMES = /^(?:(?:là|la|thành|thanh|sang|đúng là)\s+)+/iu
const SEVERAL = /\d[\s,;]*(?:sk|và|va|với|voi|[,;])/iu
const DONE_ALREADY = "đã, da, vừa, vua, là, la"
const CODE_AHEAD = VERBS.map(({ verb, as, ...other }) => ({
  ...other,
  as,
  pattern: new RegExp(
    `^(?:${oneOf(POLITE, "đồng ý, dong y, nhất trí, nhat tri, để")}\\s+)*(?:${RECORD}\\s+)?(${CODES})\\s*[:,.–—-]?\\s*(?:${oneOf(as === "lên cổng" ? `${POLITE}, ${DONE_ALREADY}` : POLITE)}\\s+)*${oneOf(verb).replace("(?:", "(")}(?![\\p{L}\\p{M}])\\s*[:：,]?\\s*(.*)$`,
    "isu",
  ),
}))

/** "đổi tên SK-000123 thành …": which field, before which record. */
const FIELD_AHEAD = new RegExp(
  `^(?:${oneOf(POLITE, "dạ, lại, lai")}[\\s,]+)*${oneOf("đổi, doi, sửa, sua, chỉnh, chinh, chỉnh sửa, chinh sua, chuyển, chuyen")}\\s+(?:lại\\s+|lai\\s+)?` +
    `(${[
      "họ tên tác giả",
      "tên tác giả",
      "ten tac gia",
      "tên",
      "ten",
      "tiêu đề",
      "tieu de",
      "giá trị làm lợi",
      "gia tri lam loi",
      "làm lợi",
      "lam loi",
      "lợi ích",
      "loi ich",
      "số tiền",
      "so tien",
      "lĩnh vực",
      "linh vuc",
      "ngày áp dụng lần đầu",
      "ngay ap dung lan dau",
      "ngày áp dụng",
      "ngay ap dung",
      "mô tả",
      "mo ta",
      "tác giả",
      "tac gia",
    ].join("|")})\\s+(?:(?:của|cua|cho)\\s+)?(?:${RECORD}\\s+)?(${CODE})\\s*[:,]?\\s*(.*)$`,
  "isu",
)

/** "chuyển SK-000123 sang lĩnh vực y tế" */
const MOVED = new RegExp(
  `^(?:${oneOf(POLITE)}\\s+)*${oneOf("chuyển, chuyen, đổi, doi, xếp, xep, đưa, dua")}\\s+(?:${RECORD}\\s+)?(${CODE})\\s+` +
    `${oneOf("sang, thành, thanh, vào, vao, qua")}\\s+${oneOf("lĩnh vực, linh vuc, mục, muc, ngành, nganh")}\\s*:?\\s*(\\S.*)$`,
  "isu",
)

const APPLIED = /^(?:ngày|ngay)\s/iu
/** "mô tả SK-000123: trước mài tay, nay có máy" */
const FIELD_OF = new RegExp(
  `^(${oneOf("mô tả, mo ta, làm lợi, lam loi, lĩnh vực, linh vuc, tác giả, tac gia")})\\s+(?:của\\s+|cua\\s+)?(${CODE})\\s*[:：]\\s*(.+)$`,
  "isu",
)

const LONGEST_AHEAD = 120
/** "…: đăng ký sáng kiến X", "… dk: X": a request that could stand alone behind what was said before it. */
const REQUEST_BEHIND = new RegExp(
  `^(.{3,${LONGEST_AHEAD}}?)[\\s,.:;–-]+((?:${oneOf(POLITE)}\\s+)*${oneOf("đăng ký, đăng kí, dang ky, dang ki, đk, dk, nộp, nop")}` +
    `(?:\\s+${oneOf("sáng kiến, sang kien, sk")}(?![\\p{L}\\p{M}])|\\s*[:：]).*)$`,
  "isu",
)

/**
 * The order with its verb in front of its code: "SK-000123 hủy giúp em", "đổi tên SK-000123 thành …". Undefined for everything that
 * needs no putting in order. With `officer` also what only officers order.
 */
export function verbAhead(text: string, options: { readonly officer?: boolean } = {}): string | undefined {
  const typed = clean(text)
  const [, field, record, value] = FIELD_AHEAD.exec(typed) ?? []
  if (field !== undefined && APPLIED.test(field))
    return `sửa ${record} ngày áp dụng lần đầu: ${(value ?? "").replace(BECOMES, "")}`
  // "đổi tên SK-000123 và hỏi bao giờ được duyệt": to what, is not said yet.
  if (field !== undefined && ANOTHER_WISH.test(value ?? "")) return `sửa ${record}`
  if (field !== undefined) return `sửa ${record} ${field} ${value}`.trimEnd()
  const [, moved, sector] = MOVED.exec(typed) ?? []
  if (moved !== undefined) return `sửa ${moved} lĩnh vực: ${sector}`
  const [, named, of, told] = FIELD_OF.exec(typed) ?? []
  if (named !== undefined) return `sửa ${of} ${named}: ${told}`
  const [, whose, said] = OF_A_RECORD.exec(typed) ?? []
  if (said !== undefined && clearsBenefit(said)) return `sửa ${whose} bỏ phần tiền`
  const asks = isQuestion(typed)
  for (const { pattern, follows, officersOnly, as, mayAsk, isTold, isField } of CODE_AHEAD) {
    if (officersOnly && options.officer !== true) continue
    const [, codes, verb = "", rest = ""] = pattern.exec(typed) ?? []
    if (codes === undefined) continue
    if (asks && (mayAsk !== true || ASKED_WHETHER.test(rest))) return undefined
    if (!follows.some((follow) => follow.test(rest))) return undefined
    // Of several it cannot be only to have a look.
    if (as === "duyệt" && SEVERAL.test(codes)) return `công nhận ${codes}`
    // "SK-3 tên gì vậy"
    if (isField === true && asksBack(typed)) return undefined
    if (isField === true && !statesField(verb, rest, typed)) return undefined
    if (isField === true) return `sửa ${codes} ${verb}: ${rest.replace(BECOMES, "")}`
    const told = isTold === true ? `${verb} ${rest}` : rest
    return NOTHING.test(rest) ? `${as ?? verb} ${codes}` : `${as ?? verb} ${codes} ${told}`
  }
  return undefined
}

/** "SK-3 mô tả ngắn quá", "SK-3 tên hơi dài": what is thought of a field, or happens to it. */
const THOUGHT_OF_IT =
  /^(?:hơi|hoi|quá|qua|khá|kha|rất|rat|chưa|chua|còn|con|cũng|cung|thiếu|thieu|bị|bi|sai|nhầm|nham|nghe|đọc|doc|ghi|nhìn|nhin|ngắn|ngan|dài|dai|dở|lạ|ky|kỳ|sơ sài|so sai|mơ hồ|mo ho|chung chung|lủng củng|lung cung|trùng|trung|giống|giong|khó|kho|không|khong|ko|hay|ổn|được|duoc|đúng rồi|dung roi)(?!\p{L})(?!\s*[:：])/iu
const SURELY = /^(?:là|la|thành|thanh|sang|đúng là|phải là|phai la)\s/iu

/** Whether the words behind a field say what it is to be; an author is somebody with a name. */
function statesField(field: string, words: string, typed: string): boolean {
  const value = words.replace(BECOMES, "")
  if (/^(?:tác giả|tac gia)$/iu.test(field)) {
    const name = withoutAddress(value).name
    return /^\p{Lu}/u.test(name) || isWholeName(name)
  }
  const isMarked = /[:：]\s*$/u.test(typed.slice(0, typed.length - words.length))
  return isMarked || SURELY.test(words) || !THOUGHT_OF_IT.test(words)
}

const OF_A_RECORD = /^(sk\s?[-–—]?\s?\d{1,9})[\s,:]+(\S.{0,60})$/iu

/** The registration that stands behind its benefit: "làm lợi 80tr/năm: đăng ký sáng kiến …"; undefined for all else. */
export function registrationAhead(text: string): string | undefined {
  const [, before = "", request = ""] = REQUEST_BEHIND.exec(clean(text)) ?? []
  const clause = benefitAhead(before)
  return clause === undefined ? undefined : `${request}, ${clause}`
}

/** "8h sáng mai nhắc đơn vị chưa đạt: …": when, before whom. */
const HOUR_AHEAD = new RegExp(
  `^(?=[^:]{0,60}(?:\\d\\s?(?:h|giờ|gio)|${oneOf("mai, thứ, thu, ngày, ngay, tháng, thang, tuần, tuan")}))([^:\\n]{2,60}?)[\\s,]+(?:thì\\s+|thi\\s+)?(?:em\\s+|bot\\s+|giúp\\s+|giup\\s+|cho\\s+)*` +
    `(?:nhắc|nhac)(?:\\s+(?:nhở|nho|giúp|giup|hộ|ho|cho|em|anh|chị|chi|dùm|giùm|tui))*\\s+(?:(?:các|cac|những|nhung|mấy|may)\\s+)?(${oneOf("đơn vị, don vi, người, nguoi, tất cả, tat ca")}[^:\\n]*?)\\s*(:.*)?$`,
  "isu",
)

const HOUR = oneOf(
  "sáng, sang, chiều, chieu, tối, toi, trưa, trua, mai, nay, hôm, hom, kia, lúc, luc, vào, vao, đầu, dau, cuối, cuoi, giờ, gio, ngày, ngay, tuần, tuan, sau, tới",
  "(?:thứ|thu|t)\\s?(?:hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bay|\\d)|\\d{1,2}\\s?(?:h|giờ|gio|g)\\d{0,2}|\\d{1,2}[:/]\\d{1,2}",
)
/** "mai 8h nhắc giúp chị Đại Từ": nothing but the hour stands before it, and behind it may stand any unit. */
const ONLY_HOUR_AHEAD = new RegExp(
  `^(?:(?:em|bot|ơi|oi)\\s+)*((?:${HOUR}[\\s,]+){1,6})(?:(?:thì|thi|em|bot|giúp|giup|cho|nhớ|nho)\\s+)*(?:nhắc|nhac)(?:\\s+(?:nhở|nho|giúp|giup|hộ|ho|cho|em|anh|chị|chi|dùm|giùm|tui)(?![\\p{L}\\p{M}]))*\\s+([^:\\n]{2,60}?)\\s*(:.*)?$`,
  "isu",
)

/** "đơn vị nào dưới 30% thì nhắc ngay", "ai chưa nộp thì nhắc giúp chị": whom, before what is to be done. */
const WHO_AHEAD = new RegExp(
  `^(?:em\\s+|bot\\s+)?((?:${oneOf("đơn vị, don vi, đv, dv")})(?=\\s)[^:\\n]{3,60}?|ai\\s+(?:chưa|chua)[^:\\n]{2,40}?)\\s+(?:thì|thi)\\s+(?:em\\s+)?(?:nhắc|nhac)(?:\\s+(?:nhở|nho|giúp|giup|hộ|ho|cho|em|anh|chị|chi|dùm|giùm|luôn|luon|tui|họ)(?![\\p{L}\\p{M}]))*(.*)$`,
  "isu",
)

const WHAT_IS_DONE =
  /\s(?:nộp|nop|gửi|gui|hoàn thành|hoan thanh|báo cáo|bao cao|bổ sung|bo sung|cập nhật|cap nhat|đăng ký|dang ky|là|rằng)\s/iu

/** An officer's reminder with its hour behind whom it is for; undefined for all else. */
export function hourBehind(text: string): string | undefined {
  const [, who, also] = WHO_AHEAD.exec(clean(text)) ?? []
  if (who !== undefined) return `nhắc ${who} ${(also ?? "").trim()}`.trimEnd()
  const plain = HOUR_AHEAD.exec(clean(text))
  const [, hour = "", whom, words = ""] = plain ?? ONLY_HOUR_AHEAD.exec(clean(text)) ?? []
  if (whom === undefined) return undefined
  // "chiều mai nhắc Phú Lương nộp hồ sơ": behind what is to be done the hour would be a part of it.
  if (plain === null && WHAT_IS_DONE.test(whom)) return `nhắc ${hour.trim()} ${whom}${words}`
  // "cứ 2 ngày nhắc đơn vị chưa đạt một lần"
  const once = /\s+(?:một|mot|1)\s+(?:lần|lan)$/iu.exec(whom)
  return once === null
    ? `nhắc ${whom} ${hour.trim()}${words}`
    : `nhắc ${whom.slice(0, once.index)} ${hour.trim()}${once[0]}${words}`
}
