import { isTitle } from "../intake/title.ts"
import { dateAhead } from "../text/dates.ts"
import { clean, fold } from "../text/fold.ts"
import { parseMoney } from "../text/money-reading.ts"
import { oneOf } from "../text/pattern.ts"
import { Head, isOneOf, spelled } from "./head.ts"

/** The command that lacks nothing but which record is meant. */
export type Commanded = (code: string) => string

const LONGEST = 220

/** Words that name nothing: who asks whom, that something is wrong, and what is to become of it. */
export const WHO =
  "da, gap, a, u, o, vang, ok, oi, em, anh, chi, toi, minh, co, chu, bac, e, c, ad, bot, ban, mk, tui, cho, nho, xin, giup, gium, dum, ho, muon, can, duoc, voi, thi, ma, quen, ve, trong, nay, cai, phan, cua, no, luon"
const CHANGED =
  "sua, doi, chinh, thay, cap, nhat, dinh, dieu, lai, ghi, them, bo, sung, dua, xep, chuyen, de, dat, sai, nham, lon, thieu, thua, lech, bi, go, viet, nhap, khai, danh, dien, lo, roi, mat, het, dung, ra, phai, thuc, that"
const BECOMES = "thanh, la, sang, len, xuong, con, chi, vao, thuoc, qua"
const SAID = `(?:${oneOf(WHO, CHANGED)}[ ,.;]+)*`
const SAID_OF_IT = `(?:${oneOf(WHO, CHANGED, BECOMES)}[ ,.;:]+)*`

const MONEY = oneOf(
  "so tien(?: lam loi)?, tien lam loi, gia tri lam loi, lam loi, loi ich, gia tri, tien, hieu qua(?: kinh te)?",
)
const NAME = "(?:ten|tieu de)(?: (?:sang kien|sk|ho so|de tai|giai phap))?"
const SECTOR = "(?:linh vuc|nganh|muc(?! (?:tieu|dich)))"
const APPLIED = "(?:ngay|thoi gian) (?:bat dau )?ap dung(?: lan dau)?"

/** "… chứ không phải 20", "… mới đúng": what it is not, and that it is so. */
const NOT_THE_OTHER =
  /[\s,]+(?:chứ|chu|chớ)\s+(?:không|khong|ko|k|đâu)(?=[\s.]|$).*$|[\s,]+(?:không|khong|ko|k)\s+(?:phải|phai)\s.*$/isu
const IS_RIGHT = /\s+(?:mới|moi)\s+(?:đúng|dung|phải|phai)(?=[\s.,!]|$).*$/isu
const POLITE_BEHIND =
  /(?:[\s,]+(?:nhé|nhe|nha|ạ|a|em|anh|chị|chi|với|voi|vs|giúp|giup|giùm|gium|dùm|hộ|cho|tôi|toi|mình|minh|bot|ad|ơi|oi|đi|di|luôn|luon|cơ|vào|vao|lại|lai|e|cảm ơn|cam on)(?=[\s,.!]|$))+[\s.!]*$|[\s.!]+$/iu

const WISHES_CHANGE =
  /(?:^| )(?:sua|doi|chinh|thay|cap nhat|dinh chinh|dieu chinh|sai|nham|lon|thieu|thua|lech|(?<!ap )dung|phai)(?=[ ,.;:]|$)/
const SAYS_WHAT_IT_IS =
  /(?:^| )(?:thanh|sang|len|xuong|them|bo sung|dua|xep|chuyen|ghi|vao|thuoc|de|dat|la)(?=[ ,.;:]|$)/

/** What is said: as it was typed, folded, and whether the record was named by its code, so that nothing else can be meant. */
type Told = { readonly typed: string; readonly folded: string; readonly named: boolean }

/**
 * The field of a record that is put right, told from its parts: words that name nothing, the field, more of such words, and what is to stand there:
 * "số tiền sai rồi, phải là 80 triệu mới đúng" is "sửa … làm lợi 80 triệu". Undefined where no field is.
 */
export function fieldPutRight(
  text: string,
  { named = false }: { readonly named?: boolean } = {},
): Commanded | undefined {
  const typed = clean(text)
  const folded = typed.length > LONGEST ? "" : fold(typed)
  // What is found in the folded words is taken from the typed ones.
  if (folded.length !== typed.length || FORBIDS.test(typed)) return undefined
  const told = { typed, folded, named }
  return withoutBenefit(told) ?? benefitTold(told) ?? titleTold(told) ?? sectorTold(told) ?? dayTold(told)
}

/** "đừng sửa tên …"; "cho đúng" is written alike without its marks, and "nội dung" too. */
const FORBIDS =
  /(?<!\p{L})(?:đừng(?!\p{L})|(?<!(?:noi|nội)\s)dung\s+(?:sua|doi|ghi|chinh|thay|chuyen|xep|dat)(?!\p{L}))/iu

/** What stands behind the pattern, without what it is not; undefined where it does not fit, or nothing is to be otherwise. */
function valueBehind(told: Told, pattern: RegExp): string | undefined {
  const ahead = aheadOf(told, pattern)
  if (ahead === undefined) return undefined
  const { typed, named } = told
  const isWished = WISHES_CHANGE.test(ahead) || (named && SAYS_WHAT_IT_IS.test(ahead))
  return isWished ? bare(typed.slice(ahead.length)) : undefined
}

/** What the pattern takes, folded, where the field it found is typed as one: "cải tiến thành …" speaks of no "tiền". */
function aheadOf({ typed, folded }: Told, pattern: RegExp): string | undefined {
  const found = pattern.exec(folded)
  const [from, to] = found?.indices?.groups?.["field"] ?? [0, 0]
  const field = new Head(typed.slice(from, to))
  return field.words.every((word) => isOneOf(word, FIELD_WORDS)) ? found?.[0] : undefined
}

const FIELD_WORDS = spelled(
  "số tiền làm lợi giá trị ích hiệu quả kinh tế tên tiêu đề sáng kiến sk hồ sơ tài giải pháp lĩnh vực ngành mục ngày thời gian bắt đầu áp dụng lần",
)

function bare(value: string): string {
  return value.replace(NOT_THE_OTHER, "").replace(IS_RIGHT, "").replace(POLITE_BEHIND, "").trim()
}

const BENEFIT = new RegExp(`^${SAID}(?<field>${MONEY})(?=[ ,.:;])[ ,.:;]+${SAID_OF_IT}`, "d")
/** "ghi lộn 5tr thành 50tr": what was meant, and behind it what was written. */
const WROTE = new RegExp(
  `^${SAID}(?:ghi|viet|go|khai|nhap|danh|bam) (?:nham|lon|sai) (?:(?:so )?tien )?(?:tu )?(?=\\d)`,
)
const INSTEAD = /^(.{1,30}?)\s(?:thành|thanh|ra)\s(.{1,30})$/iu

function benefitTold(told: Told): Commanded | undefined {
  const wrote = WROTE.exec(told.folded)?.[0]
  const [, meant, written] =
    wrote === undefined ? [] : (INSTEAD.exec(bare(told.typed.slice(wrote.length))) ?? [])
  if (isAmount(meant) && isAmount(written)) return (code) => `sửa ${code} làm lợi ${meant}`
  const value = valueBehind(told, BENEFIT)
  return isAmount(value) ? (code) => `sửa ${code} làm lợi ${value}` : undefined
}

const WITHOUT_BENEFIT = new RegExp(
  `^${SAID}(?:do[ ,]+)?${SAID}(?:bo|xoa|khong ghi|ko ghi|khong de)(?: (?:phan|so|het|muc|cai))* (?:tien|lam loi|tien lam loi|gia tri lam loi)(?: (?:di|ra|luon|giup|gium|dum|nhe|nha|a|em|nua|voi))*(?:[ .!]*$|,)`,
)

/** "cái đó bỏ tiền đi, không tính được" */
function withoutBenefit({ folded, named }: Told): Commanded | undefined {
  return named && WITHOUT_BENEFIT.test(folded) ? (code) => `sửa ${code} bỏ phần tiền` : undefined
}

const LONGEST_AMOUNT = 60

function isAmount(value: string | undefined): boolean {
  if (value === undefined || value.length > LONGEST_AMOUNT) return false
  const { kind } = parseMoney(value)
  return kind === "money" || kind === "ambiguous"
}

const CALLED = new RegExp(
  `^${SAID}(?<field>${NAME})(?:[ ,.;]+${oneOf(WHO, CHANGED)})*(?: ?:|[ ,.;]+(?:thanh|la|sang)(?: ?:| )) ?(?=\\S)`,
  "d",
)
const CALLED_ANEW = new RegExp(
  `^${SAID}(?:doi|sua|chinh|thay)(?: ${oneOf(WHO, "lai")})* (?:thanh|sang)(?: ?:| ) ?(?=\\S)`,
)
const OTHER_FIELD = /^(?:linh vuc|nganh|muc|don vi|cap|tac gia|dong tac gia|ngay|lam loi|\d[\d/.-]*$)(?: |$)/

function titleTold(told: Told): Commanded | undefined {
  const value = valueBehind(told, CALLED) ?? (told.named ? valueBehind(told, CALLED_ANEW) : undefined)
  if (value === undefined || !isTitle(value) || isAmount(value) || OTHER_FIELD.test(fold(value)))
    return undefined
  return (code) => `sửa ${code} tên: ${value}`
}

const SORTED = new RegExp(
  `^${SAID_OF_IT}(?<field>${SECTOR})(?=[ :])[ :]+(?:${oneOf("thanh, la, sang, vao, thuoc, phai, dung, ra, ve, cho, sua, doi, lai, cua, no, bi, ghi, xep, sai, nham, lon, roi, em, chi, cai, nay, do, sk, sang kien")}[ ,:]+)*`,
  "d",
)
const NAMES_NONE =
  /(?:^| )(?:nao|gi|j|may|khong|ko|k|dau|sao|khac)(?: |$)|^(?:hoi|qua|kha|rat|nghe|chua|lung tung) /

function sectorTold(told: Told): Commanded | undefined {
  const value = fieldOf(told, SORTED)
  if (value === undefined || !/^\p{L}[^,.;:?\d]{1,60}$/u.test(value) || NAMES_NONE.test(fold(value)))
    return undefined
  return (code) => `sửa ${code} lĩnh vực: ${value}`
}

const SINCE = new RegExp(
  `^${SAID}(?<field>${APPLIED})(?=[ ,:;])[ ,:;]+(?:${oneOf(WHO, CHANGED, BECOMES, "tu, ngay")}[ ,.;:]+)*`,
  "d",
)

/** "bắt đầu áp dụng 10/1/2022" */
const APPLIED_SINCE = new RegExp(`^${SAID}(?:bat dau |da )?ap dung (?:(?:tu|ngay|vao|lan dau) )*`)
/** "tháng 2 năm nay mới làm" */
const ONLY_SINCE =
  /^,? ?(?:moi |bat dau |da |la |thi )+(?:lam|ap dung|dung|chay|trien khai|dua vao)(?: \S+){0,2}$/

function dayTold(told: Told): Commanded | undefined {
  const day = told.named ? dateAhead(told.typed) : ""
  if (day !== "" && ONLY_SINCE.test(told.folded.slice(day.length).trim()))
    return (code) => `sửa ${code} ngày áp dụng: ${day}`
  const since = told.named ? APPLIED_SINCE.exec(told.folded)?.[0] : undefined
  const sinceWhen = since === undefined ? "" : bare(told.typed.slice(since.length))
  if (sinceWhen !== "" && dateAhead(sinceWhen) === sinceWhen)
    return (code) => `sửa ${code} ngày áp dụng: ${sinceWhen}`
  const value = fieldOf(told, SINCE)
  return value === undefined || dateAhead(value) !== value
    ? undefined
    : (code) => `sửa ${code} ngày áp dụng: ${value}`
}

/** As `valueBehind`; of a record that is named by its code the field and its value are enough. */
function fieldOf(told: Told, pattern: RegExp): string | undefined {
  const ahead = told.named ? aheadOf(told, pattern) : undefined
  return ahead === undefined ? valueBehind(told, pattern) : bare(told.typed.slice(ahead.length))
}
