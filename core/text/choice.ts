import { clean, fold } from "./fold.ts"
import { NUMBER_WORDS } from "./number.ts"

const MAX_LENGTH = 120

const YES = new Set(
  [
    "ok, oke, okê, okie, oki, okay, okela, uk, uh, uhm, um, ừ, ừm, ờ, vâng, dạ, dạ vâng, đúng, đúng rồi, đúng vậy, chuẩn",
    "đồng ý, nhất trí, nhứt trí, chấp nhận, tán thành, có, được, dc, đc, yes, y, phải, chính xác, xác nhận, tất nhiên, yeah, yep, sure, agree, i agree, i do, of course, correct, right, yes please, 👍, ✅, 👌, 🆗",
  ].flatMap((line) => line.split(", ").map(fold)),
)

const NO = new Set(
  [
    "không, ko, k, kg, khg, khong, hok, hông, hong, no, nope, no thanks, no thank you, not this, neither, wrong, thôi, hủy, bỏ, sai, sai rồi, không đồng ý, không phải, khỏi",
    "thôi khỏi, thôi không, thôi ko, thôi thôi, thôi không cần, giữ lại, thôi giữ lại, cứ giữ, để lại, thôi để lại, để đó, thôi để đó, để yên, không cần, ko cần, khỏi cần, thôi khỏi cần",
    "không đâu, ko đâu, không đồng ý đâu, không phải đâu, không đúng, ko đồng ý, k đồng ý, ko đúng, ko phải, chưa, chưa đúng, 👎, ❌",
  ].flatMap((line) => line.split(", ").map(fold)),
)

/**
 * Stop and don't: with their marks they are a no, without them nobody can tell them from đúng. "đừng cho sếp biết" refuses nothing of what is asked.
 */
const STOP =
  /^(?:dừng|đừng)(?:$|[\s,.!])(?!(?:có )?(?:nói|kể|báo|mách|tiết lộ)(?: |$)|cho (?:\S+ ){1,3}?(?:biết|thấy|xem|nghe)(?: |$))/

/** "có tôi đồng ý", "thôi được rồi đồng ý", "tao ko đồng ý" */
const WHO_AGREES =
  "(?:(?:da|u|uh|vang|ok|oke|co|duoc|dc|roi|thoi|thi|cung|dung|toi|em|anh|chi|minh|bac|co|chu|con|chau|di|tao|tui|t|xin|nhat tri|hoan toan)[ ,]+)*"
const BEHIND_AGREED = "(?:[ ,]+(?:a|em|nhe|nha|nghen|hen|luon|het|roi|con|chau|bot|ca|1))*[ .!]*$"
const AGREES = new RegExp(`^${WHO_AGREES}dong y${BEHIND_AGREED}`)
const DISAGREES = new RegExp(
  `^${WHO_AGREES}(?:khong|ko|k|hong|chua|chang|deo|dech)(?: (?:co|muon|the))* dong y(?:${BEHIND_AGREED.slice(0, -1)}|[ ]dau)*$`,
)

/** "ừ đúng rồi em": a yes before something else, which may be one more. */
const YES_AHEAD = /^(?:ừm?|ờ|uk|ok|oke|okie|vâng|vang|dạ|đúng|được|đồng ý)[\s,.]+(?=\S)/iu

const POLITE_BEFORE = /^(?:da|thua|em|toi|minh|anh|chi|vang|a thoi)[ ,]+/
const POLITE_BEHIND =
  /[ ,]+(?:a|ah|nhe|nha|nhen|nhi|em|anh|chi|ban|oi|roi|luon|di|ne|bot|ad|vay|day|cung duoc|cung dc)$|[\s.,;:!)/\]]+$/
const BEFORE_NUMBER =
  /^(?:(?:em |toi |minh |anh |chi )?(?:chon|lay|theo) )?(?:(?:cau|so|y|muc|phuong an|dap an|cach|lua chon|dong|cai|thu) )?[#([]?/

/**
 * The option an answer means, 1-based; undefined when it is no plain choice ("1 60/40", "1 hoặc 2", "7" of 3). Taken:
 * "1", "1.", "(1)", "số 1", "chọn 2", "một", "mot", 1️⃣, "thứ nhất"; with labels given also a label, its unambiguous
 * beginning of two letters or more, and a yes or no where exactly one label says so. Marks and case do not matter.
 */
export function parseChoice(text: string, options: number | readonly string[]): number | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const count = typeof options === "number" ? options : options.length
  const labels = typeof options === "number" ? [] : options
  const answer = withoutPoliteness(fold(text))
  if (answer === "") return undefined
  const inRange = (n: number | undefined) => (n !== undefined && n >= 1 && n <= count ? n : undefined)
  const number = inRange(readNumber(answer))
  const same = whole(answer, labels)
  if (same !== undefined) return same
  const begun = beginning(answer, labels)
  // "hai" among "Ba Đình" and "Hai Bà Trưng" is either, so neither.
  if (number !== undefined && begun !== undefined && number !== begun) return undefined
  return number ?? begun ?? byYesNo(text, labels)
}

/**
 * Yes (true): ok, ừ, vâng, dạ, đúng, chuẩn, đồng ý …; no (false): không, ko, k, thôi, hủy …; undefined for everything
 * else, a longer sentence included. Politeness around it ("dạ đồng ý ạ") does not matter.
 */
export function parseYesNo(text: string): boolean | undefined {
  if (text.length > MAX_LENGTH) return undefined
  if (STOP.test(clean(text).toLowerCase())) return false
  const said = fold(text)
  if (/dong y/.test(said)) {
    if (AGREES.test(said)) return true
    if (DISAGREES.test(said)) return false
  }
  if (/^(?:dạ\s+)?ừa(?:$|[\s,.!])/iu.test(text) && text.length <= 12) return true
  const whole = said.replace(/[\s.,;:!]+$/, "")
  for (const answer of [whole, withoutPoliteness(whole)]) {
    if (YES.has(answer)) return true
    if (NO.has(answer)) return false
  }
  const behind = text.replace(YES_AHEAD, "")
  return behind !== text && YES.has(withoutPoliteness(fold(behind))) ? true : undefined
}

/** The number of one of `count` offered; a yes picks the only one. */
export function parsePick(text: string, count: number): number | undefined {
  return count === 1 && parseYesNo(text) === true ? 1 : parseChoice(text, count)
}

/**
 * The first of `options`, or a yes, is true; another of them, or a no, is false; undefined for everything else. Behind a yes that option counts
 * which is named: "ừ thu hồi đi", "ừ thôi".
 */
export function parseAgreement(text: string, options: number | readonly string[]): boolean | undefined {
  const choice = parseChoice(text, options) ?? parseChoice(text.replace(YES_AHEAD, ""), options)
  return choice === undefined ? parseYesNo(text) : choice === 1
}

/** "thôi", "thôi ạ", "dừng lại": no answer to any question, only a wish to be asked no more. */
export function isStop(text: string): boolean {
  if (text.length > MAX_LENGTH) return false
  return STOP.test(clean(text).toLowerCase())
    ? /^(?:dung|dung lai)$/.test(withoutPoliteness(fold(text)))
    : withoutPoliteness(fold(text)) === "thoi"
}

function withoutPoliteness(folded: string): string {
  let answer = folded
  // "dạ em đồng ý ạ." carries two words before and two behind; more is a sentence.
  for (let round = 0; round < 3; round++) {
    const shorter = answer.replace(POLITE_BEHIND, "").replace(POLITE_BEFORE, "").trim()
    if (shorter === answer) break
    answer = shorter
  }
  return answer
}

function readNumber(answer: string): number | undefined {
  const bare = answer.replace(BEFORE_NUMBER, "")
  if (/^\d{1,3}$/.test(bare)) return Number(bare)
  if (bare === "🔟") return 10
  if (/^(?:thu )?nhat$|^dau tien$/.test(bare)) return 1
  const word = NUMBER_WORDS.indexOf(bare)
  return word < 0 ? undefined : word + 1
}

function whole(answer: string, labels: readonly string[]): number | undefined {
  const same = matching(labels, (label) => label === answer)
  return same.length === 1 ? same[0] : undefined
}

function beginning(answer: string, labels: readonly string[]): number | undefined {
  if (!/^\p{L}./u.test(answer)) return undefined
  const begun = matching(labels, (label) => label.startsWith(answer))
  return begun.length === 1 ? begun[0] : undefined
}

/** The 1-based numbers of the labels whose key fits. */
function matching(labels: readonly string[], fits: (label: string) => boolean): number[] {
  return labels.flatMap((label, index) => (fits(keyOf(label)) ? [index + 1] : []))
}

const MOST_KEYS = 500
const keys = new Map<string, string>()

/** The same labels, the sectors of a campaign above all, are held against every answer. */
function keyOf(label: string): string {
  const known = keys.get(label)
  if (known !== undefined) return known
  const key = withoutPoliteness(fold(label))
  if (keys.size >= MOST_KEYS) keys.clear()
  keys.set(label, key)
  return key
}

function byYesNo(text: string, labels: readonly string[]): number | undefined {
  const said = parseYesNo(text)
  if (said === undefined) return undefined
  const meant = labels.flatMap((label, index) => (parseYesNo(label) === said ? [index + 1] : []))
  return meant.length === 1 ? meant[0] : undefined
}
