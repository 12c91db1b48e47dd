import { benefitAhead } from "../intake/benefit-ahead.ts"
import { isQuestion } from "../intake/told.ts"
import { clean } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"

const CODE = "sk\\s*[-–—]?\\s*\\d{1,9}"
const CODES = `${CODE}(?:\\s*[,;]\\s*(?:${CODE}|\\d{1,9})(?:\\s*-\\s*\\d{1,9})?)*`
const RECORD = oneOf("sáng kiến, sang kien, hồ sơ, ho so")
const POLITE =
  "cho, nhờ, nho, xin, giúp, giup, thì, thi, muốn, muon, em, anh, chị, chi, tôi, toi, mình, minh, bot"

/** What may stand behind each verb for the whole to be an order; "SK-000010 công nhận chưa" asks. */
const NOTHING =
  /^(?:(?:giúp|giup|hộ|ho|cho|em|anh|chị|chi|tôi|toi|mình|minh|với|voi|nhé|nhe|đi|luôn|luon|ạ)[\s.!]*)*$/iu
const SOMETHING = /\p{L}/u
const REASON = /^(?:vì|vi|do|lý do|ly do|tại|tai)\s/iu
const DECISION = /^(?:cấp|cap|qđ|qd|quyết định|quyet dinh|ngày|ngay)\s/iu
const VERBS: readonly (readonly [verb: string, follows: readonly RegExp[], officersOnly?: true])[] = [
  ["bổ sung, bo sung", [SOMETHING]],
  ["sửa, sua, chỉnh, chinh", [SOMETHING]],
  ["hủy, huỷ, huy, xóa, xoá, xoa", [NOTHING, REASON]],
  ["công nhận, cong nhan", [NOTHING, DECISION], true],
  ["hỏi thêm, hoi them", [SOMETHING], true],
  ["từ chối, tu choi", [SOMETHING, NOTHING], true],
  ["trả lại, trả về, hỏi lại", [SOMETHING, NOTHING], true],
  ["không duyệt, không đạt, chưa đạt, không công nhận, loại", [NOTHING, REASON], true],
  ["duyệt, duyet", [NOTHING], true],
  ["lên cổng, len cong", [/\d/], true],
]
const CODE_AHEAD = VERBS.map(([verb, follows, officersOnly = false]) => ({
  pattern: new RegExp(
    `^(?:${RECORD}\\s+)?(${CODES})\\s*[:,.–—-]?\\s*(?:${oneOf(POLITE)}\\s+)*${oneOf(verb).replace("(?:", "(")}(?![\\p{L}\\p{M}])\\s*[:：,]?\\s*(.*)$`,
    "isu",
  ),
  follows,
  officersOnly,
}))

/** "đổi tên SK-000123 thành …": which field, before which record. */
const FIELD_AHEAD = new RegExp(
  `^(?:${oneOf(POLITE, "dạ, lại, lai")}[\\s,]+)*${oneOf("đổi, doi, sửa, sua, chỉnh, chinh, chỉnh sửa, chinh sua")}\\s+(?:lại\\s+|lai\\s+)?` +
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
      "mô tả",
      "mo ta",
      "tác giả",
      "tac gia",
    ].join("|")})\\s+(?:(?:của|cua|cho)\\s+)?(?:${RECORD}\\s+)?(${CODE})\\s*[:,]?\\s*(.*)$`,
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
  if (field !== undefined) return `sửa ${record} ${field} ${value}`.trimEnd()
  if (isQuestion(typed)) return undefined
  for (const { pattern, follows, officersOnly } of CODE_AHEAD) {
    const [, codes, verb, rest = ""] = pattern.exec(typed) ?? []
    if (codes === undefined || (officersOnly && options.officer !== true)) continue
    if (!follows.some((follow) => follow.test(rest))) return undefined
    return NOTHING.test(rest) ? `${verb} ${codes}` : `${verb} ${codes} ${rest}`
  }
  return undefined
}

/** The registration that stands behind its benefit: "làm lợi 80tr/năm: đăng ký sáng kiến …"; undefined for all else. */
export function registrationAhead(text: string): string | undefined {
  const [, before = "", request = ""] = REQUEST_BEHIND.exec(clean(text)) ?? []
  const clause = benefitAhead(before)
  return clause === undefined ? undefined : `${request}, ${clause}`
}

/** "8h sáng mai nhắc đơn vị chưa đạt: …": when, before whom. */
const HOUR_AHEAD = new RegExp(
  `^(?=[^:]{0,60}(?:\\d\\s?(?:h|giờ|gio)|${oneOf("mai, thứ, thu, ngày, ngay")}))([^:\\n]{2,60}?)[\\s,]+(?:thì\\s+|thi\\s+)?(?:em\\s+|bot\\s+|giúp\\s+|giup\\s+|cho\\s+)*` +
    `(?:nhắc|nhac)(?:\\s+(?:nhở|nho|giúp|giup|hộ|ho|cho|em|anh|chị|chi))*\\s+(?:(?:các|cac|những|nhung)\\s+)?(${oneOf("đơn vị, don vi, người, nguoi, tất cả, tat ca")}[^:\\n]*?)\\s*(:.*)?$`,
  "isu",
)

/** An officer's reminder with its hour behind whom it is for; undefined for all else. */
export function hourBehind(text: string): string | undefined {
  const [, hour, whom, words = ""] = HOUR_AHEAD.exec(clean(text)) ?? []
  return whom === undefined ? undefined : `nhắc ${whom} ${hour}${words}`
}
