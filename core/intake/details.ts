import type { LocalDate } from "../clock.ts"
import { given } from "../given.ts"
import { cut } from "../text/cut.ts"
import { clean, fold } from "../text/fold.ts"
import type { Money, MoneyReading } from "../text/money.ts"
import { extractBenefit, parseMoney } from "../text/money-reading.ts"
import { firstApplied, firstDay } from "./first-applied.ts"
import { readLabels } from "./labels.ts"
import { isTitle } from "./title.ts"

/** What somebody adds to a record. */
export type Supplement = {
  /** What belongs to the description; absent when all of it stands in the other fields. */
  readonly text?: string
  readonly benefit?: Money
  /** Said by the way, in a sentence: then it does not replace a benefit that is known. */
  readonly benefitByTheWay?: true
  /** A benefit that can be read in two ways: asked, never guessed. */
  readonly ambiguous?: readonly [Money, Money]
  readonly sector?: string
  readonly firstAppliedOn?: LocalDate
}

/** One field of a record as it ought to be. */
export type Correction =
  | { readonly field: "title"; readonly title: string }
  | { readonly field: "benefit"; readonly benefit: Money }
  /** No benefit is stated any more. */
  | { readonly field: "noBenefit" }
  /** Words of the title instead of others; where it does not have them, all that was said is the title. */
  | { readonly field: "words"; readonly from: string; readonly to: string; readonly title: string }
  | { readonly field: "sector"; readonly sector: string }
  | { readonly field: "description"; readonly description: string }
  | { readonly field: "author"; readonly author: string }
  | { readonly field: "firstAppliedOn"; readonly firstAppliedOn: LocalDate }

/** Labels that people leave the colon out behind, at the beginning and behind another one. */
const OPENING =
  /^(giá trị làm lợi|gia tri lam loi|làm lợi|lam loi|benefit|lĩnh vực|linh vuc|field|sector|mô tả|mo ta|description|ngày áp dụng(?: lần đầu)?|ngay ap dung(?: lan dau)?)\s+(?:(?:là|la|thuộc|thuoc|khoảng(?= \d)|khoang(?= \d))\s+)?(?=\S)/iu
const FURTHER =
  /[,;]\s+(giá trị làm lợi|gia tri lam loi|làm lợi|lam loi|lĩnh vực|linh vuc|đồng tác giả|dong tac gia)\s+(?=\S)/giu

/** Reads what follows "bổ sung SK-000123": labelled lines, an amount alone, or a sentence that may hold one. */
export function readSupplement(typed: string, today: LocalDate): Supplement {
  const text = clean(typed)
  const labelled = OPENING.test(text) ? text.replace(OPENING, "$1: ").replace(FURTHER, "\n$1: ") : text
  const parts = readLabels(labelled)
  if (parts.title === undefined) return readProse(text, today)
  const applied = parts.firstAppliedOn === undefined ? undefined : firstDay(parts.firstAppliedOn, today)
  const benefit = parts.benefit === undefined ? undefined : parseMoney(parts.benefit)
  const isRead = benefit !== undefined && benefit.kind !== "unreadable" && benefit.kind !== "none_given"
  // Whatever finds no field of its own is kept as it was typed.
  const words = [
    parts.title,
    parts.description,
    isRead ? undefined : parts.benefit,
    applied === undefined ? parts.firstAppliedOn : undefined,
    parts.coAuthors,
  ]
    .filter((part) => part !== undefined && part !== "")
    .join("\n")
  return {
    // "làm lợi không tính được" says less without its label.
    ...(words === "" ? {} : { text: words === parts.benefit ? text : words }),
    ...(benefit === undefined ? {} : amountOf(benefit)),
    ...given({ sector: parts.sector, firstAppliedOn: applied }),
  }
}

function readProse(text: string, today: LocalDate): Supplement {
  const applied = firstApplied(text, today)
  const day = applied === undefined ? {} : { firstAppliedOn: applied }
  const clause = extractBenefit(text)
  if (clause !== null) return { text, ...day, ...amountOf(clause.reading), benefitByTheWay: true }
  const whole = parseMoney(text)
  return whole.kind === "money" || whole.kind === "ambiguous" ? amountOf(whole) : { text, ...day }
}

function amountOf(reading: MoneyReading): Pick<Supplement, "benefit" | "ambiguous"> {
  if (reading.kind === "money") return { benefit: reading.money }
  return reading.kind === "ambiguous" ? { ambiguous: reading.readings } : {}
}

const FIELDS: readonly (readonly [field: Correction["field"], label: RegExp])[] = [
  ["title", /^(?:ten(?: sang kien| giai phap| sk)?|tieu de|title|name)$/],
  [
    "benefit",
    /^(?:(?:gia tri |so tien |tien |muc )?(?:lam loi|loi ich|tiet kiem)|gia tri|(?:so )?tien|hieu qua(?: kinh te)?|benefits?|savings?|amount)$/,
  ],
  ["sector", /^(?:linh vuc|nganh|field|sector)$/],
  ["description", /^(?:mo ta|noi dung|description)$/],
  ["author", /^(?:tac gia|ho ten|ho va ten|(?:ho )?ten tac gia|nguoi lam|author)$/],
  ["firstAppliedOn", /^(?:ngay )?ap dung(?: lan dau)?$/],
]
const LONGEST_TITLE = 300
const LONGEST_SECTOR = 200
const FULL_NAME = /^\p{Lu}\S*(?: \p{Lu}\S*){1,5}$/u
/** Behind these words no colon is needed, for no title begins with them and such a value. */
const WITHOUT_COLON: ReadonlySet<Correction["field"]> = new Set(["benefit", "sector", "author"])

/** Where another field begins: "tên: …, làm lợi 20tr/năm, lĩnh vực môi trường". */
const NEXT_FIELD =
  /[,;]\s+(?=(?:giá trị làm lợi|gia tri lam loi|làm lợi|lam loi|lĩnh vực|linh vuc|tác giả|tac gia|mô tả|mo ta|benefit|field|sector|author|description)[\s:])/iu

/** As `readCorrection`, of one field after the other; all of them are read, or the whole is one value. */
export function readCorrections(
  typed: string,
  today: LocalDate,
): readonly Correction[] | { readonly ambiguous: readonly [Money, Money] } | undefined {
  const [first = "", ...others] = clean(typed).split(NEXT_FIELD)
  const read = [first, ...others].map((piece) => readCorrection(piece, today))
  const ambiguous = read.find((each) => each !== undefined && "ambiguous" in each)
  if (ambiguous !== undefined && "ambiguous" in ambiguous) return ambiguous
  const known = read.flatMap((each) => (each === undefined || "ambiguous" in each ? [] : [each]))
  const isEach =
    known.length === read.length && new Set(known.map(({ field }) => field)).size === known.length
  if (isEach) return known
  const whole = readCorrection(typed, today)
  return whole === undefined || "ambiguous" in whole ? whole : [whole]
}

/**
 * Reads what follows "sửa SK-000123": "làm lợi: 60tr", "tác giả Nguyễn Văn Bình", "tên: …"; without the name of a field it
 * is the title. Undefined when the value is none for that field; the two readings of an ambiguous amount.
 */
export function readCorrection(
  typed: string,
  today: LocalDate,
): Correction | { readonly ambiguous: readonly [Money, Money] } | undefined {
  const text = clean(typed)
  if (clearsBenefit(text)) return { field: "noBenefit" }
  const exchanged = EXCHANGE.exec(text)
  const { from, to } = exchanged?.groups ?? {}
  if (from !== undefined && to !== undefined && isTitle(text))
    return { field: "words", from, to, title: text }
  const marked = /^([^:：\n]{2,40}?)\s*(?:[:：]|\s(?:thành|thanh|là|la|to)\s)\s*/u.exec(text)
  const named = fieldNamed(marked?.[1] ?? "")
  if (named !== undefined) return correctionOf(named, text.slice(marked?.[0].length ?? 0), today)
  const words = text.split(" ")
  for (const count of [3, 2, 1]) {
    const field = fieldNamed(words.slice(0, count).join(" "))
    if (field === undefined || !WITHOUT_COLON.has(field)) continue
    const rest = words.slice(count).join(" ")
    const isTitleRather =
      (field === "author" && !FULL_NAME.test(rest)) || (field === "sector" && /[:：,]/u.test(rest))
    const value = isTitleRather ? undefined : correctionOf(field, rest, today)
    if (value !== undefined) return value
  }
  // "tên tác giả" says what is to be put right, and not what it is called.
  if (fieldNamed(text.replace(A_CODE, "").trim()) !== undefined) return undefined
  return OF_ITS_RECOGNITION.test(fold(text))
    ? undefined
    : correctionOf("title", text.replace(INTO, ""), today)
}

/** "số quyết định 46/QĐ-CĐCS", "cấp tỉnh": what an officer writes down of a recognition, and no title. */
const OF_ITS_RECOGNITION =
  /^(?:(?:so|ngay|ca|lai) )*(?:quyet dinh|qd)(?: (?:so|ky|cong nhan|la|thanh|ngay))* \d|^(?:thanh |len )?cap (?:tinh|co so|toan quoc)(?: |$)|^ma (?:tren )?cong(?: |$)/

/** Whether nothing is said but that no benefit is to be stated any more. */
export function clearsBenefit(typed: string): boolean {
  return CLEARS_BENEFIT.test(fold(clean(typed)))
}

/** "bỏ phần tiền", "xóa số tiền làm lợi đi", "bỏ cái 45 triệu đi" */
const CLEARS_BENEFIT =
  /^(?:(?:cho |nho |giup |em |anh |chi |toi |minh )*(?:bo|xoa)|(?:khong|ko|k) (?:ghi|de|can)|de trong)(?: (?:phan|so|cai|muc|het|luon|gia tri))* (?:tien|lam loi|loi ich|tiet kiem|benefit|\d[\d.,]* ?(?:tr|trieu|ty|ti|nghin|ngan|dong|d)(?: dong| d)?)(?: lam loi)?(?: (?:di|giup|em|anh|chi|nhe|nha|a|nua|ra|luon|voi))*$/
const NO_BENEFIT =
  /^(?:bo|xoa|trong|de trong|bo trong|(?:khong|ko|k) (?:ghi|co|de))(?: (?:di|nua|nhe|a|gi))*$/
/** "đổi kéo thành kìm", 'thay chữ "máy in" bằng "máy quét"'; "thay đèn sợi đốt bằng đèn LED" without that word is a title. */
const EXCHANGE =
  /^(?:(?:đổi|doi)\s+(?:(?:chữ|chu|từ|tu)\s+)?|(?:thay|sửa|sua)\s+(?:chữ|chu|từ|tu)\s+|(?:chữ|chu)\s+)["“”']?(?<from>[^"“”]{1,60}?)["“”']?\s+(?:thành|thanh|bằng|bang)\s+(?:(?:chữ|chu|từ|tu)\s+)?["“”']?(?<to>[^"“”]{1,60}?)["“”']?$/iu

const A_CODE = /sk\s*[-–—]?\s*\d{1,9}/giu

/** "sửa SK-000123 thành …"; without marks "thanh" may be the bar of a machine. */
const INTO = /^thành\s+(?=\S+\s)/iu

function fieldNamed(label: string): Correction["field"] | undefined {
  const key = fold(label).replace(/ (?:thanh|la)$/, "")
  return FIELDS.find(([, pattern]) => pattern.test(key))?.[0]
}

function correctionOf(
  field: Correction["field"],
  typed: string,
  today: LocalDate,
): ReturnType<typeof readCorrection> {
  const line = typed.replace(/\s+/g, " ").trim()
  switch (field) {
    case "title":
      return isTitle(line) ? { field, title: cut(line, LONGEST_TITLE) } : undefined
    case "noBenefit":
    case "words":
      return undefined
    case "benefit": {
      const reading = parseMoney(line)
      if (reading.kind === "none_given" || NO_BENEFIT.test(fold(line))) return { field: "noBenefit" }
      if (reading.kind === "ambiguous") return { ambiguous: reading.readings }
      return reading.kind === "money" ? { field, benefit: reading.money } : undefined
    }
    case "sector":
      return /\p{L}{2}|^(?:số |so )?\d{1,2}$/u.test(line)
        ? { field, sector: cut(line, LONGEST_SECTOR) }
        : undefined
    case "description":
      return /\p{L}{2}/u.test(typed) ? { field, description: typed.trim() } : undefined
    case "author":
      return /^\p{L}[\p{L}\s.'-]{2,78}$/u.test(line) ? { field, author: line } : undefined
    case "firstAppliedOn": {
      const on = firstDay(line, today)
      return on === undefined ? undefined : { field, firstAppliedOn: on }
    }
    default:
      return field satisfies never
  }
}
