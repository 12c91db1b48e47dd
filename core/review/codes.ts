import type { LocalDate } from "../clock.ts"
import { given } from "../given.ts"
import { quote } from "../text/cut.ts"
import { parseDate } from "../text/dates.ts"
import { fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import type { Paper, Recognition, Scope } from "./verdict.ts"

/** Numbers of initiatives as typed, each once, in their order, and the words behind them. */
export type CodeList = { readonly numbers: readonly number[]; readonly rest: string }

/** So many initiatives one command may name; a slip like "12-1700" must not decide about half the province. */
export const MOST_CODES = 200

const CODE = /\s*(sk\s*[-–—]?\s*)?0*(\d{1,9})(?![\d%/\p{L}]|\.\d)/iuy
const SEPARATOR = /\s*(?:[,;+&\n]|(?:và|va)(?=\s))\s*/iuy
const TO = /\s*(?:[-–—]|đến|den|tới|toi|\.\.+)\s*/iuy
/** "SK-40 đến SK-46, trừ SK-43": those behind it are left out. */
const BUT_FOR =
  /^[\s,;]*(?:(?:ngoại|ngoai|chỉ|chi)\s+)?(?:trừ|tru|chừa|để\s+lại|de\s+lai|(?:bỏ|bo)\s+(?:qua|lại|lai|ra)|không\s+(?:tính|kể|lấy|gồm)|khong\s+(?:tinh|ke|lay|gom))\s+(?:(?:ra|mỗi|moi|cái|cai|số|so|mã|ma|hồ sơ|ho so|sáng kiến|sang kien)\s+)*(?=(?:sk\s*[-–—]?\s*)?\d)/iu
/** "1 lượt: SK-61, SK-62", "3 cái sk 51 52 53": how many there are, or how often, before the first of them. */
const HOW_MANY =
  /^\s*(?:(?:cả|ca|luôn|luon)\s+)?\d{1,3}\s+(?:lượt|luot|lần|lan|cái|cai|hồ sơ|ho so|sáng kiến|sang kien|mã|ma|bản|ban|đợt|dot|phát|phat)(?:\s+(?:này|nay|sau|luôn|luon|là|la))*[\s:,–—-]+(?=sk\s*[-–—]?\s*\d)/iu
/** "từ chối SK-000012, 2 người cùng gửi": a number that counts something is no code. */
const COUNTED =
  /^(?:nguoi|nam|thang|ngay|gio|tuan|lan|trieu|tr|ty|dong|d|nghin|phan tram|chuyen|may|to|don vi|san pham|buoc|bo|cai|sang kien|sk)(?: |$)/

/** What may follow "SK-000012 13" where 13 is one more code; before a date it is the number of a decision. */
const BEHIND_SPACED =
  /^\s*(?:$|[-–—,;+&\n\d]|(?:sk|và|va|cấp|cap|quyết|quyet|q[đd]|tỉnh|tinh|cơ|co|toàn|toan)(?!\p{L}))/iu

/** "SK-51 52 53 vì trùng": numbers alone, up to the reason, are codes too. */
const UP_TO_REASON = /^(?:\s+\d{1,9})*\s*(?:[:：]|,?\s*(?:lý do|ly do|vì|vi|do|bởi|boi|tại|tai)(?!\p{L}))/iu

/**
 * The codes at the head of `text`: "SK-000010, SK-000011, 12-17", "SK-40 đến SK-46, trừ SK-43". With `words` the rest is a sentence, which may itself
 * begin with a number; with `spaced` numbers need no comma between them. Undefined when no code stands there; "too_many" for
 * more than `MOST_CODES`.
 */
export function readCodes(text: string, options: CodesAsked): CodeList | "too_many" | undefined {
  const list = listed(text.replace(HOW_MANY, ""), options)
  if (list === undefined || list === "too_many") return list
  const but = BUT_FOR.exec(list.rest)?.[0]
  const behind = list.rest.slice(but?.length)
  // "hỏi thêm SK-12 trừ 2 ngày nghỉ thì còn mấy"
  const isLeft = but !== undefined && (!options.words || /^sk/iu.test(behind))
  const left = isLeft ? listed(behind, options) : undefined
  if (left === "too_many") return left
  const numbers = list.numbers.filter((number) => left?.numbers.includes(number) !== true)
  if (numbers.length === 0) return undefined
  return { numbers, rest: (left ?? list).rest.replace(/^[\s:,;.–—-]+/, "") }
}

type CodesAsked = { readonly words: boolean; readonly spaced?: boolean }

function listed(text: string, options: CodesAsked): CodeList | "too_many" | undefined {
  const numbers = new Set<number>()
  let end = 0
  for (let first = codeAt(text, 0, false); first !== undefined; ) {
    const behindTo = first.end + lengthAt(TO, text, first.end)
    const last = behindTo === first.end ? undefined : codeAt(text, behindTo, options.words)
    const isRange = last !== undefined && (!options.words || last.number > first.number)
    const [from, to] = isRange
      ? [Math.min(first.number, last.number), Math.max(first.number, last.number)]
      : [first.number, first.number]
    if (to - from + 1 + numbers.size > MOST_CODES) return "too_many"
    for (let number = from; number <= to; number++) numbers.add(number)
    end = isRange ? last.end : first.end
    const separator = lengthAt(SEPARATOR, text, end)
    const next = codeAt(text, end + separator, options.words)
    const spaced = options.spaced === true ? BEHIND_SPACED : options.words ? UP_TO_REASON : undefined
    const isSpaced = next !== undefined && spaced?.test(text.slice(next.end)) === true
    first = next !== undefined && (separator > 0 || next.named || isSpaced) ? next : undefined
  }
  if (numbers.size === 0) return undefined
  return { numbers: [...numbers], rest: text.slice(end) }
}

type Code = { readonly number: number; readonly named: boolean; readonly end: number }

function codeAt(text: string, at: number, mayCount: boolean): Code | undefined {
  CODE.lastIndex = at
  const found = CODE.exec(text)
  if (found === null) return undefined
  const code = { number: Number(found[2]), named: found[1] !== undefined, end: CODE.lastIndex }
  const counts = mayCount && !code.named && COUNTED.test(fold(text.slice(code.end, code.end + 40)))
  return code.number === 0 || counts ? undefined : code
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** `readPaper` of what is recognised by it. */
export function readRecognition(text: string, today: LocalDate): Recognition | "date" | "scope" {
  const paper = readPaper(text, today)
  return typeof paper === "string" ? paper : recognitionBy(paper)
}

/** A recognition by this paper, which reaches as far as the unit where nothing is said of that. */
export function recognitionBy(paper: Paper): Recognition {
  return { scope: "co_so", ...paper }
}

/**
 * "cấp cơ sở QĐ 45/QĐ-CĐCS ngày 5/4": what stands behind the codes, and no more. "date" when its date cannot be read, "scope" when it
 * names a level on which initiatives are not recognised here.
 */
export function readPaper(text: string, today: LocalDate): Paper | "date" | "scope" {
  const decision = DECISION.exec(text)?.[1]?.replace(/[.,;)]+$/, "")
  const day = DAY.exec(text)?.[1]
  const reading = day === undefined ? undefined : parseDate(day, today, "past")
  if (reading !== undefined && reading.kind !== "day") return "date"
  if (OTHER_SCOPE.test(fold(text))) return "scope"
  return given({ scope: scopeOf(text), decision, decidedOn: reading?.date })
}

/** What is said where it could not be read. */
export const UNREAD = { date: "decision-date-unread", scope: "decision-scope-unread" } as const

const DECISION = /(?:quyết định|quyet dinh|(?<!\p{L})q[đd])\s*(?:số|so)?\s*[:.]?\s*(\d[^\s,;]{0,60})/iu
const DAY =
  /(?:(?:ngày|ngay)\s+|(?=(?:hôm|hom)\s+(?:nay|qua|kia)(?!\p{L})))(\d{1,2}\s*[./-]\s*\d{1,2}(?:\s*[./-]\s*\d{2,4})?|\d{1,2} (?:tháng|thang) \d{1,2}(?: (?:năm|nam) \d{4})?|(?:hôm|hom) (?:nay|qua|kia)|\S+)/iu

const OTHER_SCOPE = new RegExp(
  `(?:^| )cap ${oneOf("huyen, thi xa, thanh pho, xa, phuong, nganh, bo, trung uong, khu vuc, tong lien doan, nha nuoc")}(?: |[,.;]|$)`,
)

/** "cấp cơ sở chứ không phải cấp tỉnh" */
const NOT_THAT_SCOPE =
  /(?:^| )(?:chu )?(?:khong|ko|k) phai (?:la )?(?:cap )?(?:tinh|co so|toan quoc|quoc gia)(?= |[,.;]|$)/

function scopeOf(text: string): Scope | undefined {
  const folded = fold(text).replace(NOT_THAT_SCOPE, "")
  if (/(?:^|cap )(?:toan quoc|quoc gia)/.test(folded)) return "toan_quoc"
  if (/(?:^|cap )tinh(?: |[,.;]|$)/.test(folded)) return "tinh"
  return /(?:^|cap )co so(?: |[,.;]|$)/.test(folded) ? "co_so" : undefined
}

/** "SK-000010 CP-889123, SK-000011 mã CP-889124": each initiative with its code on the portal, if one was given. */
export type PortalList = {
  readonly codes: ReadonlyMap<number, string | undefined>
  /** Pieces that name no initiative. */
  readonly unread: readonly string[]
}

/** Reads the list of `lên cổng`; undefined when it names nothing at all. */
export function readPortalList(text: string): PortalList | "too_many" | undefined {
  const inTurn = givenInTurn(text)
  if (inTurn !== undefined) return inTurn
  const codes = new Map<number, string | undefined>()
  const unread: string[] = []
  // "SK-000010 rồi, mã CP-889123": the comma parts no pair.
  for (const piece of text.replace(HOW_MANY, "").replace(BEFORE_ITS_CODE, " ").split(BETWEEN_RECORDS)) {
    const typed = piece.replace(/^\s*(?:và|va)\s/iu, "").trim()
    if (typed === "") continue
    const list = readCodes(typed, { words: false })
    if (list === "too_many") return list
    if (list === undefined) unread.push(quote(typed))
    const portal = list === undefined ? undefined : portalCodeIn(list.rest)
    for (const number of list?.numbers ?? [])
      codes.set(number, list?.numbers.length === 1 ? portal : undefined)
    if (codes.size > MOST_CODES) return "too_many"
  }
  return codes.size === 0 ? undefined : { codes, unread }
}

const ON_PORTAL = /(?<![\p{L}\d-])(?!sk)[a-z]{1,8}-?\d{3,12}(?![\p{L}\d])/giu

/** "SK-21, SK-22, mã lần lượt CP-90112 và CP-90113": the first has the first; undefined where there are not as many. */
function givenInTurn(text: string): PortalList | undefined {
  const portal = [...text.matchAll(ON_PORTAL)]
  const first = portal[0]
  if (first === undefined || portal.length < 2) return undefined
  const list = readCodes(text.slice(0, first.index), { words: false, spaced: true })
  if (list === undefined || list === "too_many" || list.numbers.length !== portal.length) return undefined
  return { codes: new Map(list.numbers.map((number, index) => [number, portal[index]?.[0]])), unread: [] }
}

// Each run of spaces is looked at once: thousands of them are pasted, too.
const BETWEEN_RECORDS = /[,;\n]+|(?<!\s)\s+(?=sk\s*(?:[-–—]\s*)?\d)/iu
const BEFORE_ITS_CODE = /(?:(?<!\s)\s+(?:rồi\s*)?)?,\s*(?=(?:mã|ma)\s)/giu

/** The portal's code: one word with a digit in it. */
function portalCodeIn(text: string): string | undefined {
  const word = text
    .replace(/^(?:(?:mã|ma|cổng|cong|hồ sơ|ho so|số|so|là|la)(?=[\s:])|[\s:=>→()-])+/iu, "")
    .split(/\s/)[0]
    ?.replace(/(?<![.)])[.)]+$/, "")
  return word !== undefined && /\d/.test(word) && word.length <= 60 ? word : undefined
}
