import { asksAboutDoing } from "../command/asked-of-record.ts"
import { verdictSaid } from "../command/verdict-said.ts"
import { parseYesNo } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { REASON_OPENS } from "../text/reason.ts"

/**
 * What is said of the record on the screen in other words than its choices: it `passes`, an officer `agrees` to they do not say what, it
 * `fails`, or `mayFail` for what was said of it, the author is to be `asked`, it is put off for the `next` one, the same as another (`twin`), or it is asked who and what it is (`shown`).
 */
export type SpokenVerdict = {
  readonly says: "passes" | "agrees" | "fails" | "mayFail" | "asked" | "next" | "twin" | "shown"
  /** The scope and the paper, the reason, what the author is asked, or the code of the other one. */
  readonly words: string
}

const LONGEST = 300
const THIS = "(?:(?:cai|ho so|sang kien|sk|bai|truong hop)(?: nay)?|no|nay)"
const WHO = oneOf("anh, chi, em, toi, minh, da, thi, la, cho, thay, nhe")
const POLITE_END = oneOf(
  "roi, day, do, luon, di, em, a, nhe, nha, nhi, ay, anh, chi, that, lam, qua, nay, cho, giup, ho, cai nay",
)
const PAPER = "(?<paper>(?: (?:cap (?:co so|tinh|toan quoc)|qd|quyet dinh|(?:so|ngay) \\d).*)?)"

const NEXT = `(?:(?:de|bo qua|gac)(?: lai)? (?:day|do|lai|${THIS})|(?:sang |qua |xem |cho (?:chi|anh|em)? ?)*(?:(?:(?:cai|ho so|sang kien|sk|ban) )?(?:tiep theo|ke tiep|tiep(?= di))|(?:cai|ho so|sang kien|sk|ban) (?:khac|kia|tiep)))`

const WAYS: readonly (readonly [says: SpokenVerdict["says"], way: RegExp])[] = [
  // "cái này được", "đạt yêu cầu", "cho qua", "đồng ý công nhận"
  [
    "passes",
    new RegExp(
      `^(?:${WHO} )*(?:(?:${THIS} (?:${WHO} )*(?:duoc|dc|ok|oke)|(?:${THIS} )?(?:${WHO} )*(?:(?:dong y|nhat tri) )?(?:dat yeu cau|dat|cho (?:qua|dat)|thong qua|cong nhan)))(?: ${POLITE_END})*${PAPER}$`,
    ),
  ],
  // "duyệt luôn", "cấp tỉnh", "quyết định 15": how it is to be recognised, and not that it is
  [
    "agrees",
    new RegExp(`^(?:${WHO} )*(?:(?:ky )?duyet(?: ${THIS})?(?: ${POLITE_END})+|duyet ${THIS})${PAPER}$`),
  ],
  ["agrees", new RegExp(`^(?:${THIS} )?(?:${WHO} )*(?:on|hop le|du dieu kien|duoc)(?: ${POLITE_END})*$`)],
  ["agrees", /^(?<paper>(?:cap (?:co so|tinh|toan quoc)|(?:so )?(?:qd|quyet dinh) (?:so )?\d).*)$/],
  // "cái này không được vì trùng"
  [
    "fails",
    new RegExp(
      `^(?:${WHO} )*(?:${THIS} )?(?:${WHO} )*(?:khong|ko|k|chua) (?:duoc|dat|on|ok|cong nhan|dong y|duyet)(?: yeu cau)?(?: ${POLITE_END})*(?<words>(?: ${REASON_OPENS}.+)?)$`,
    ),
  ],
  // "hỏi lại tác giả xem làm lợi bao nhiêu", "hỏi anh An xem có ảnh không"
  [
    "asked",
    /^(?:(?:em|bot|de) )?(?:hoi(?=(?: (?:lai|giup|ho|gium|dum))* (?:tac gia|nguoi gui|anh|chi|ban|co|chu|em|bac|xem|lai) )|(?:nhan|bao|yeu cau|de nghi)(?= (?:tac gia|nguoi gui) ))(?: (?:lai|giup|ho|gium|dum))*(?: (?:tac gia|nguoi gui|(?:anh|chi|ban|co|chu|em|bac) [^ ]+))?(?: (?:xem|la|rang))*(?<words> .+)$/,
  ],
  // "để đấy", "cái tiếp theo"
  ["next", new RegExp(`^(?:thoi )?${NEXT}(?: ${POLITE_END})*(?: ${NEXT}(?: ${POLITE_END})*)?$`)],
  [
    "twin",
    new RegExp(
      `^(?:${THIS} )?(?:bi |la )?(?:trung(?: lap)?|giong het)(?: voi| cua)? (?<words>sk ?\\d{1,9})(?: (?:roi|day|em|a|nhe|do))*$`,
    ),
  ],
  // "của ai", "đơn vị nào", "có ảnh không"
  [
    "shown",
    new RegExp(
      `^(?:${THIS} )?(?:la )?(?:(?:cua |la )?ai(?: (?:gui|nop|lam|dang ky))?|(?:cua |o )?(?:don vi|dv|cho|cong ty|ben) nao|(?:xem|co|cho xem)(?: (?:them|cai))? (?:anh|hinh|tep|tai lieu|minh chung|mo ta)(?: (?:kem|minh hoa|gi))*(?: (?:khong|ko|dau|chua))?|noi dung (?:la )?gi|lam gi|nhu the nao)(?: (?:day|vay|the|a|em|nhi|ha|nay))*$`,
    ),
  ],
]

/** "đắt" is no "đạt". */
const OTHER_WORDS = /(?<![\p{L}\p{M}])(?:đắt|đặt|đất|đật)(?![\p{L}\p{M}])/iu

/** Reads it; undefined when it is none of these. */
export function readSpokenVerdict(text: string): SpokenVerdict | undefined {
  if (text.length > LONGEST) return undefined
  const typed = clean(text)
  if (OTHER_WORDS.test(typed)) return undefined
  const said = fold(typed)
    .replace(/[^a-z0-9/ ]+/g, " ")
    .replace(/ +/g, " ")
    .trim()
  for (const [says, way] of WAYS) {
    const groups = way.exec(said)?.groups
    if (groups === undefined && !way.test(said)) continue
    return { says, words: behind(typed, groups?.["paper"] ?? groups?.["words"] ?? "") }
  }
  return parseYesNo(typed) === true ? { says: "agrees", words: "" } : besideTalk(typed)
}

/** Stands for the record on the screen. */
const SHOWN = "SK-1"
const HAS_PARTS = /[,;.!]\s|\snên\s/iu
const NAMES_ANOTHER = /(?<!\p{L})sk\s?[-–—]?\s?\d/iu
const POINTS_AT_IT = /^(?:(?:cái|cai|hồ sơ|ho so|sáng kiến|sang kien)\s+)?(?:này|nay)\s+/iu

/** "cái này được đấy, công nhận cấp cơ sở", "ko đạt nhé, làm lâu rồi": as it is said of a record by its code. */
function besideTalk(typed: string): SpokenVerdict | undefined {
  if (!HAS_PARTS.test(typed) || NAMES_ANOTHER.test(typed)) return undefined
  const { name, rest = "" } = verdictSaid(`${SHOWN} ${typed.replace(POINTS_AT_IT, "")}`) ?? {}
  if (name === undefined || asksAboutDoing(name, rest)) return undefined
  const words = rest
    .replace(/^từ chối /u, "")
    .replace(SHOWN, "")
    .trim()
  switch (name) {
    case "recognize":
      return { says: "passes", words }
    case "review":
      return { says: "agrees", words }
    case "refuse":
      return { says: "fails", words: words === "" ? "" : `vì ${words}` }
    case "askFirst":
      return words.startsWith("công nhận ")
        ? { says: "agrees", words: words.slice("công nhận ".length).trim() }
        : { says: "mayFail", words }
    case "askMore":
      return words === "" ? undefined : { says: "asked", words }
    default:
      return undefined
  }
}

/** The last words of what was typed, as many as were found, with their marks. */
function behind(typed: string, found: string): string {
  const count = found.trim() === "" ? 0 : found.trim().split(" ").length
  const words = [...typed.matchAll(/[\p{L}\p{N}/][\p{L}\p{N}\p{M}/]*/gu)]
  const first = words.at(-count)
  return count === 0 || first === undefined ? "" : typed.slice(first.index)
}
