import { cut } from "../text/cut.ts"
import { clean, fold, foldWords } from "../text/fold.ts"
import type { Money, MoneyReading } from "../text/money.ts"
import { extractBenefit, parseMoney } from "../text/money-reading.ts"
import { isPersonName, peopleIn } from "./author-name.ts"

/** What one message says about an initiative. */
export type Registration = {
  readonly title: string
  readonly description?: string
  readonly sector?: string
  readonly benefit?: Money
  /** A stated benefit that can be read in two ways; asked, never guessed. */
  readonly ambiguous?: readonly [Money, Money]
  /** The author it names, as typed; whoever sends it may be another. */
  readonly author?: string
  /** The unit it names, as typed. */
  readonly unit?: string
  /** The other authors, as typed. */
  readonly coAuthors?: string
  /** When it was first applied, as typed. */
  readonly firstAppliedOn?: string
  /** What is to be kept secret, as typed; absent when nothing is. */
  readonly confidential?: string
}

/** Longest message that is read as one registration, in UTF-16 units; more is a document, not a message. */
export const LONGEST_REGISTRATION = 5_000
const LONGEST_TITLE = 300
const FEWEST_LETTERS = 8
/** A label is short: so far before a colon it is looked for. */
const LONGEST_LABEL = 200
const MOST_LABEL_WORDS = 14

type Field =
  | "title"
  /** "Tên: …" is the title, unless another label names that: then it is the author's own name. */
  | "name"
  | "description"
  /** Belongs to the description, with its label. */
  | "detail"
  | "benefit"
  | "sector"
  | "author"
  | "unit"
  | "coAuthors"
  | "firstAppliedOn"
  | "confidential"
  /** Asked for by the form but known otherwise, or of no use here: the original text keeps it. */
  | "ignored"

/** Labels as people write them and as the request form has them (Circular 18/2013/TT-BKHCN, annex I). */
const LABELS: Readonly<Record<Field, string>> = {
  title:
    "tên sáng kiến, tên sáng kiến đăng ký, tên giải pháp, tên sk, tên đề tài, tên sáng kiến giải pháp, tên sáng kiến đề nghị công nhận, sáng kiến, giải pháp, đề tài, " +
    "tên của sáng kiến, đề nghị công nhận sáng kiến, đề nghị xét công nhận sáng kiến, là tác giả đề nghị xét công nhận sáng kiến, tiêu đề, sk",
  name: "tên",
  description:
    "mô tả, nội dung, cách làm, mô tả bản chất, mô tả bản chất của sáng kiến, bản chất của sáng kiến, mô tả sáng kiến, nội dung sáng kiến, " +
    "mô tả giải pháp, nội dung giải pháp, mô tả tóm tắt, tóm tắt, nội dung cải tiến, diễn giải, mô tả ngắn, chi tiết, nội dung của sáng kiến, mô tả nội dung",
  detail:
    "thực trạng, thực trạng trước khi áp dụng, trước đây, trước khi áp dụng, trước khi cải tiến, trước cải tiến, trước, nay, sau, bây giờ, hiện nay, " +
    "sau khi cải tiến, sau cải tiến, sau khi áp dụng, điều kiện áp dụng, các điều kiện cần thiết để áp dụng sáng kiến, điều kiện cần thiết để áp dụng, " +
    "khả năng áp dụng, phạm vi áp dụng, tính mới, tình trạng giải pháp đã biết, mục đích, lý do, vấn đề",
  benefit:
    "giá trị làm lợi, làm lợi, lợi ích, hiệu quả, benefit, đánh giá lợi ích, đánh giá lợi ích thu được, lợi ích thu được, hiệu quả kinh tế, hiệu quả dự kiến, lợi ích dự kiến, tiết kiệm, " +
    "số tiền làm lợi, giá trị làm lợi ước tính, làm lợi ước tính, lợi ích kinh tế, kết quả, hiệu quả mang lại, giá trị, lợi ích theo ý kiến tác giả, " +
    "đánh giá lợi ích thu được hoặc dự kiến có thể thu được do áp dụng sáng kiến, đánh giá lợi ích thu được theo ý kiến của tác giả, " +
    "đánh giá lợi ích thu được theo ý kiến của đơn vị, lợi ích theo ý kiến đơn vị đã áp dụng, hiệu quả áp dụng",
  sector: "lĩnh vực áp dụng, lĩnh vực, lĩnh vực áp dụng sáng kiến, lĩnh vực áp dụng của sáng kiến, ngành, lv",
  coAuthors:
    "đồng tác giả, các đồng tác giả, nhóm tác giả, các tác giả, cùng tác giả, cộng sự, đồng sáng kiến, cùng thực hiện, người cùng làm, nhóm thực hiện",
  firstAppliedOn:
    "ngày áp dụng lần đầu, ngày áp dụng, ngày sáng kiến được áp dụng lần đầu, ngày sáng kiến được áp dụng lần đầu hoặc áp dụng thử, " +
    "ngày áp dụng lần đầu hoặc áp dụng thử, thời gian áp dụng, áp dụng từ, áp dụng từ ngày, áp dụng lần đầu, bắt đầu áp dụng, ngày bắt đầu áp dụng, áp dụng thử từ",
  confidential:
    "thông tin cần bảo mật, những thông tin cần được bảo mật, các thông tin cần được bảo mật, thông tin bảo mật, bảo mật, thông tin cần được bảo mật, cần bảo mật",
  author:
    "tác giả, tác giả chính, tác giả sáng kiến, họ tên, họ và tên, họ và tên tác giả, họ tên tác giả, tên tác giả",
  unit: "đơn vị, đơn vị công tác, tên đơn vị, nơi công tác, nơi làm việc, công ty, công đoàn cơ sở, cđcs",
  ignored:
    "người nộp, người đăng ký, bộ phận, tổ, phòng ban, dấu thời gian, thời gian nộp, timestamp, file đính kèm, tệp đính kèm, đính kèm, minh chứng, " +
    "chủ đầu tư, chủ đầu tư tạo ra sáng kiến, ngày sinh, ngày tháng năm sinh, chức danh, chức vụ, trình độ chuyên môn, trình độ, số điện thoại, sđt, điện thoại, " +
    "email, tỷ lệ đóng góp, tỷ lệ, kính gửi, cam đoan, người viết đơn, địa chỉ, địa chỉ email, danh sách người tham gia áp dụng thử, ngày viết đơn, " +
    "danh sách những người đã tham gia áp dụng thử hoặc áp dụng sáng kiến lần đầu, hình ảnh, ảnh, tôi ghi tên dưới đây",
}

/** Labels of the form are whole clauses, printed with small differences: their beginnings, at the head of a line. */
const FORM_LABELS: readonly (readonly [beginning: string, field: Field])[] = [
  ["danh gia loi ich", "benefit"],
  ["loi ich theo y kien", "benefit"],
  ["mo ta ban chat", "description"],
  ["ngay sang kien duoc ap dung", "firstAppliedOn"],
  ["ngay ap dung lan dau", "firstAppliedOn"],
  ["nhung thong tin can", "confidential"],
  ["thong tin can", "confidential"],
  ["cac dieu kien can thiet", "detail"],
  ["dieu kien can thiet", "detail"],
  ["linh vuc ap dung", "sector"],
  ["chu dau tu", "ignored"],
  ["danh sach nhung nguoi", "ignored"],
  ["toi (chung toi) ghi ten", "ignored"],
  ["la tac gia", "title"],
]

const FIELD_OF = new Map<string, Field>(
  (Object.entries(LABELS) as [Field, string][]).flatMap(([field, labels]) =>
    labels.split(", ").map((label): [string, Field] => [foldWords(label), field]),
  ),
)
/** Words that also stand in the middle of a sentence before a colon: labels only at the head of a line. */
const ONLY_AT_LINE = new Set(
  "sang kien, giai phap, de tai, sk, truoc, nay, sau, ten, gia tri, ket qua, tiet kiem, nganh, to, chi tiet, anh, hieu qua, benefit, don vi, cong ty, bao mat, loi ich"
    .split(", ")
    .map(foldWords),
)
/** Long enough to be told without a colon, as when a table of a document was pasted. */
const TABLE_LABEL =
  /^(?:ten (?:sang kien|giai phap)|linh vuc ap dung|chu dau tu|dong tac gia|ngay ap dung lan dau|gia tri lam loi|mo ta ban chat)(?= )/

/** Reads what follows the command of a registration: a bare title, a title with a benefit clause, or labelled lines. */
export function readRegistration(text: string): Registration {
  const typed = withoutThanks(asTyped(text))
  const parts = readLabels(typed)
  const [author, ...others] = authorsNamed(parts.author ?? "")
  const body = parts.title ?? typed
  const [line, tail] = headline(body)
  const { title: head, ...beside } = asidesOf(line)
  const coAuthors =
    namesOf(parts.coAuthors) ?? authorsOf(typed) ?? namesOf(others.join(", ")) ?? beside.coAuthors
  const firstAppliedOn = parts.firstAppliedOn ?? beside.firstAppliedOn
  const money = parts.benefit === undefined ? moneyIn(head, [tail, parts.description]) : undefined
  const [title, further] = firstSentence(unquoted(money?.title ?? head))
  const benefit = parts.benefit === undefined ? (money ?? {}) : benefitOf(parts.benefit)
  const description = [
    further,
    tail,
    parts.description,
    parts.benefit === undefined ? undefined : benefit.words,
  ]
    .filter((part) => part !== undefined && part !== "")
    .join("\n")
  return {
    title,
    ...(description === "" ? {} : { description }),
    ...(parts.sector === undefined ? {} : { sector: withoutEnd(parts.sector, ". ") }),
    ...(benefit.reading === undefined ? {} : readingOf(benefit.reading)),
    ...(author === undefined ? {} : { author }),
    ...(parts.unit === undefined || saysNothing(parts.unit) ? {} : { unit: parts.unit }),
    ...(coAuthors === undefined || saysNothing(coAuthors) ? {} : { coAuthors }),
    ...(firstAppliedOn === undefined ? {} : { firstAppliedOn: withoutEnd(firstAppliedOn, ". ") }),
    ...(parts.confidential === undefined || saysNothing(parts.confidential)
      ? {}
      : { confidential: parts.confidential }),
  }
}

/** The text as it is read: cells of a table apart by colons, and without the stars of other programs' bold type around labels. */
function asTyped(text: string): string {
  return clean(
    text
      .slice(0, LONGEST_REGISTRATION)
      .replace(/(?<=\p{L})\t+/gu, ": ")
      .replace(/(?<=^|\n)([ \t]*)[*_]{1,2}([^*_\n:]{1,80}):?[*_]{1,2}:?(?=\s)/gu, "$1$2:"),
  )
}

/** What our own examples put where a title goes: copied as it stands it names nothing. */
const PLACEHOLDER =
  /^\W*(?:(?:ten )?(?:sang kien|sk)|(?:chua|dang) (?:co|nghi|dat|biet|ro|xong)(?: (?:ra|ten|sang kien|sk|gi|xong|a|het|de tai|noi dung))*)\W*$/

/** True for words that can be the name of a solution: several words, not a nod or a slip of the finger. */
export function isTitle(text: string): boolean {
  const shown = text.slice(0, LONGEST_REGISTRATION)
  const letters = shown.match(/\p{L}/gu)?.length ?? 0
  const folded = fold(shown)
  return (
    letters >= FEWEST_LETTERS &&
    !PLACEHOLDER.test(folded) &&
    folded.split(" ").filter((word) => /\p{L}/u.test(word)).length >= 2
  )
}

/** Whether the words are a label of the form, as a column of a sheet may be headed. */
export function isLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && FIELD_OF.has(foldWords(text.replace(BRACKET, "")))
}

/** Whether the text is a record with labels, one of them that of its title: sent without any command it is still meant. */
export function isRecord(text: string): boolean {
  const typed = asTyped(text)
  const labels = findLabels(typed)
  const title = labels.find(({ field }) => field === "title")
  if (title === undefined)
    return labels.length >= 2 && titleQuoted(typed.slice(0, labels[0]?.start)) !== undefined
  const value = typed.slice(title.end, labels[labels.indexOf(title) + 1]?.start)
  const isOpening = typed.slice(0, title.start).replace(/[\s*_\d.)-]/g, "") === ""
  // "sáng kiến: để nghĩ đã" is said every day; "Tên sáng kiến: …" is not.
  const isPlain = isOpening && !/^ten /.test(foldWords(title.label)) && labels.length === 1
  return (
    isTitle(value) &&
    (labels.length >= 2 || (isOpening && (!isPlain || value.trim().split(/\s+/).length >= LEAST_PLAIN_WORDS)))
  )
}

const LEAST_PLAIN_WORDS = 5

// ---- Money

type Benefit = { readonly title?: string; readonly reading?: MoneyReading; readonly words?: string }

/** The benefit named in the title or, when it names none, in the one clear clause of what follows. */
function moneyIn(head: string, further: readonly (string | undefined)[]): Benefit | undefined {
  const inTitle = extractBenefit(head)
  if (inTitle !== null) return inTitle
  const rest = further.filter((part) => part !== undefined).join("\n")
  const inRest = rest === "" ? null : extractBenefit(`${head}\n${rest}`)
  return inRest === null || inRest.reading.kind === "none_given" ? undefined : { reading: inRest.reading }
}

/** The benefit of labelled lines; what they say beside an amount are `words` for the description. */
function benefitOf(value: string): Benefit {
  const lines = value.split("\n")
  for (const piece of lines.length === 1 ? lines : [value, ...lines]) {
    const reading = parseMoney(piece)
    if (reading.kind !== "money" && reading.kind !== "ambiguous") continue
    const raw = reading.kind === "money" ? reading.money.raw : reading.raw
    if (piece.length > raw.length + LONGEST_BESIDE) return { reading, words: value }
    const others = piece === value ? [] : lines.filter((line) => line !== piece)
    return others.length === 0 ? { reading } : { reading, words: others.join("\n") }
  }
  const told = lines.filter((line) => !saysNothing(line) && !saysNoAmount(line))
  return told.length === 0 ? {} : { words: told.join("\n") }
}

/** So much may stand beside an amount without saying anything. */
const LONGEST_BESIDE = 15
/** "không tính được bằng tiền"; more words than these tell what was gained instead. */
const MOST_REFUSING_WORDS = 8

function saysNoAmount(line: string): boolean {
  return parseMoney(line).kind === "none_given" && line.split(" ").length <= MOST_REFUSING_WORDS
}

function readingOf(reading: MoneyReading): Pick<Registration, "benefit" | "ambiguous"> {
  switch (reading.kind) {
    case "money":
      return { benefit: reading.money }
    case "ambiguous":
      return { ambiguous: reading.readings }
    case "none_given":
    case "unreadable":
      return {}
    default:
      return reading satisfies never
  }
}

// ---- Title

/** The title and what is too long for one: the first line, and of an overlong line its first sentence. */
function headline(text: string): [string, string | undefined] {
  const [first = "", ...more] = text.split("\n").map((part) => part.trim())
  const line = first.replace(LIST_MARK, "")
  const tail = more.join("\n").trim()
  if (line.length <= LONGEST_TITLE) return [line, tail === "" ? undefined : tail]
  const sentence = line.slice(0, LONGEST_TITLE).search(/[.;!?](\s|$)/)
  const end = sentence > FEWEST_LETTERS ? sentence + 1 : line.lastIndexOf(" ", LONGEST_TITLE)
  const at = end > 0 ? end : cut(line, LONGEST_TITLE).length
  return [line.slice(0, at).trim(), [line.slice(at).trim(), tail].filter((part) => part !== "").join("\n")]
}

const LIST_MARK = /^(?:[-–—•*+▪●○◦►✓✔➢§]|\d{1,2}[.)]|[a-dA-D]\)|[IVX]{1,4}\.)\s+/u

/** Prose tells the title first and the story behind it; "TP. Thái Nguyên" and "v.v. …" do not end a sentence. */
function firstSentence(line: string): [string, string | undefined] {
  for (const { index } of line.matchAll(/[.!?]\s+(?=[\p{L}\p{N}"“])/gu)) {
    const title = line.slice(0, index)
    const lastWord = /\S+$/.exec(title)?.[0] ?? ""
    const isAbbreviation = /^(?:\p{Lu}{1,4}|\p{L}|Th|Tx|[\p{L}.]*\.\p{L}+|vv|TP)$/u.test(lastWord)
    if (!isAbbreviation && isTitle(title)) return [unquoted(title), line.slice(index + 1).trim()]
  }
  return [line.replace(/\.$/, ""), undefined]
}

const CO_AUTHORS_BEHIND =
  /\s*[,;.(–-]\s*(?:(?:các|nhóm)\s+)?(?:đồng tác giả|dong tac gia)\s*(?:là|la|gồm|gom|với|voi|:)?\s*([^,;.()][^;.()]*)\)?[\s.]*$/iu
const SPAN = "(?:ngày|ngay|tháng|thang|quý|quy|tuần|tuan|năm|nam|hè)"
const WHICH =
  "(?:nay|này|trước|truoc|ngoái|ngoai|rồi|roi|qua|vừa|vua|học|hoc|một|mot|hai|ba|tư|tu|bốn|bon|năm|nam|sáu|sau|bảy|bay|tám|tam|chín|chin|mười|muoi|giêng|gieng|chạp|chap|[ivx]+)(?![\\p{L}\\p{M}])"
/** "đầu năm", "tháng 3/2026"; "vào năm công đoạn", "vào cuối chuyền" and "2 chuyền" are no times but places. */
const TIME = `(?:(?:đầu|dau|giữa|giua|cuối|cuoi)\\s+)?(?:${SPAN}(?=[\\s.]*$|\\s+(?:\\d|${WHICH}))|\\d{1,2}[./-]\\d|\\d{4}(?!\\d)|\\d+\\s+${SPAN}(?![\\p{L}\\p{M}]))`
const APPLIED_BEHIND = new RegExp(
  `\\s*[,;.]\\s*(?:(?:đã|da|bắt đầu|bat dau|được|duoc|đưa vào|dua vao|em|chị|anh)\\s+)*(?:áp dụng|ap dung)\\s+(?:thử\\s+|thu\\s+|lần đầu\\s+)?(?:(?:từ|tu|vào|vao|hồi|hoi)\\s+)?(?=${TIME})([^,;.]{2,40}(?:[./]\\d{1,4})*)[\\s.]*$`,
  "iu",
)

/** What is said behind a title without any label: ", đồng tác giả Trần Thị Lan", ", áp dụng từ đầu năm". */
function asidesOf(line: string): { title: string; coAuthors?: string; firstAppliedOn?: string } {
  const applied = APPLIED_BEHIND.exec(line)
  const rest = applied === null ? line : line.slice(0, applied.index)
  const beside = CO_AUTHORS_BEHIND.exec(rest)
  const coAuthors = beside === null ? undefined : namesOf(beside[1])
  const title = coAuthors === undefined ? rest : rest.slice(0, beside?.index)
  if (!isTitle(title)) return { title: line }
  return {
    title,
    ...(coAuthors === undefined ? {} : { coAuthors }),
    ...(applied?.[1] === undefined ? {} : { firstAppliedOn: applied[1] }),
  }
}

/** Who is named, without what is said of them; with shares, or where a piece is no name, as typed. */
function namesOf(typed: string | undefined): string | undefined {
  const people = typed === undefined || /\d/.test(typed) ? [] : peopleIn(typed)
  return people.length > 0 ? people.join(", ") : typed === "" ? undefined : typed
}

/** The people of a label for authors, where a dash parts them as well. */
function authorsNamed(typed: string): readonly string[] {
  const people = peopleIn(typed.replace(/\s+[-–—]\s+/gu, ", "))
  const isOne = people.length === 0 && !/[\d,;\n]/.test(typed) && isPersonName(typed)
  return isOne ? [typed] : people
}

const THANKS_BEHIND =
  /(?:(?:^|[\s,.;!–-]+)(?:và|va|xin|em xin|trân trọng|em|anh|chị|tôi|mình|xin chân thành|chân thành|rất)|[,.;!–\n-]|\p{Extended_Pictographic}\uFE0F?)\s*(?:cảm ơn|cám ơn|cam on|thanks|thank you|tks)(?:[\s,]+(?:em|ad|bot|anh|chị|chi|bạn|ban|cả nhà|ca nha|mọi người|moi nguoi|btc|ban tổ chức|công đoàn|nhiều|rất|lắm|trước|ạ|a|nhé|nhe|nha|ơi))*[\s.!…]*(?:\p{Extended_Pictographic}|\uFE0F|\s)*$/iu

/** "… EM CẢM ƠN!": said to the bot behind everything else. */
function withoutThanks(text: string): string {
  const bare = text.replace(THANKS_BEHIND, "").replace(/(?:^|\n)\s*trân trọng[\s.!]*$/iu, "")
  return isTitle(bare) ? bare : text
}

const QUOTES = [
  ['"', '"'],
  ["“", "”"],
  ["”", "”"],
  ["„", "“"],
  ["«", "»"],
  ["'", "'"],
  ["‘", "’"],
] as const

/** The title without quotation marks around the whole of it, and without a mark left behind it. */
function unquoted(title: string): string {
  const bare = withoutCourtesy(title.replace(/[\s;,]+$/, "").replace(/^[\s:;,]+/, ""))
  const inner = bare.replace(/\.$/, "")
  for (const [open, close] of QUOTES) {
    const isQuoted = inner.length > 2 && inner.startsWith(open) && inner.endsWith(close)
    if (!isQuoted) continue
    const within = inner.slice(1, -1)
    // '"A" thay cho "B"' begins and ends with a mark and yet is not quoted as a whole.
    if (!within.includes(open) && !within.includes(close)) return within.trim().replace(/\.$/, "")
  }
  return bare
}

const COURTESY =
  /(?:[\s,.]+(?:ạ|nhé|nhá|nhen|với ạ|ạ em|nhé em|nhé ad|nhé bot|nha em|nha ad|nha bot|em ơi|ad ơi|bot ơi|em nhé|giúp em|giúp em với|cho em với|cho em nhé|giúp anh|giúp chị)|(?<=["”»’])\s*(?:a|ạ|nha|nhé)|\s*(?:\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]))$/iu

/** What is said to the bot behind a title, and signs that only point at it, are no part of it. */
function withoutCourtesy(title: string): string {
  let bare = title
  // "… giúp em với ạ 🙏🙏": a handful, whoever types a hundred gets what he typed.
  for (let round = 0; round < 6; round++) {
    const shorter = bare.replace(COURTESY, "").trimEnd()
    if (shorter === bare) break
    bare = shorter
  }
  return bare === "" ? title : bare
}

// ---- Labels

type Parts = Partial<Record<Exclude<Field, "name" | "detail" | "ignored">, string>>
type Found = {
  readonly field: Field
  readonly start: number
  readonly end: number
  readonly label: string
  /** In brackets behind the label: "Giá trị làm lợi (triệu đồng)". */
  readonly unit?: string
}

/** What stands behind each label; the title is what stands before the first one. Empty where there is no label. */
export function readLabels(text: string): Parts {
  const found = findLabels(text)
  const hasTitle = found.some(({ field }) => field === "title")
  const parts: Record<string, string[]> = {}
  const first = found[0]
  const opening = first === undefined ? "" : text.slice(0, first.start).trim()
  for (const [index, { field, end, label, unit }] of found.entries()) {
    const value = inUnit(trimmed(text.slice(end, found[index + 1]?.start)), unit)
    const meant = field === "name" ? (hasTitle ? "ignored" : "title") : field
    if (value === "" || meant === "ignored") continue
    const key = meant === "detail" ? "description" : meant
    const isSecondTitle = key === "title" && parts["title"] !== undefined
    const line = meant === "detail" || isSecondTitle ? `${label}: ${value}` : value
    const goesTo = isSecondTitle ? "description" : key
    parts[goesTo] = [...(parts[goesTo] ?? []), line]
  }
  if (first === undefined) return {}
  // Without a label for it, the title is what stands before the first label; with one, that is only an address.
  if (parts["title"] === undefined) parts["title"] = [titleQuoted(opening) ?? withoutEnd(opening, " \n;|,")]
  return Object.fromEntries(Object.entries(parts).map(([field, lines]) => [field, lines.join("\n")]))
}

const BRACKET = /\s*\(([^()]*)\)\s*\**\s*$/u
const MONEY_UNIT = /^(?:don vi (?:tinh )?:? ?)?(nghin|ngan|trieu|ty|ti|tr)?(?: ?(?:dong|vnd|d))?$/

/** The unit that a label's bracket names, as it is written behind a number. */
function unitIn(label: string): Pick<Found, "unit"> {
  const key = fold(BRACKET.exec(label)?.[1] ?? "")
  const found = key === "" ? null : MONEY_UNIT.exec(key)
  return found === null ? {} : { unit: found[1] === undefined ? "đồng" : `${found[1]} đồng` }
}

/** "85" below "Giá trị làm lợi (triệu đồng)" is 85 triệu đồng. */
function inUnit(value: string, unit: string | undefined): string {
  const [first = "", ...more] = value.split("\n")
  return unit !== undefined && /^\d[\d.,]*$/.test(first) ? [`${first} ${unit}`, ...more].join("\n") : value
}

/** "📝 Mô tả: …": the sign of the next label stands on that one's line. */
const NEXT_SIGN = /(?:^|\n)(?:\p{Extended_Pictographic}|\uFE0F|\u200D| )+$/u

/** A label's value without the mark before the next label, or the number of the next line of a list. */
function trimmed(text: string): string {
  const value = withoutEnd(text.trim().replace(NEXT_SIGN, ""), " \n;|,")
  const lastLine = value.lastIndexOf("\n")
  const isNextNumber =
    lastLine >= 0 &&
    /^(?:[-–•*+]|\d{1,2}[.)]|[IVX]{1,4}[.)]|[a-d]\))$/.test(value.slice(lastLine + 1).slice(0, 4))
  return isNextNumber ? value.slice(0, lastLine).trim() : value
}

/** Without the characters of `marks` at its end; a loop, because a pattern for it can take the square of the length. */
function withoutEnd(text: string, marks: string): string {
  let end = text.length
  while (end > 0 && marks.includes(text[end - 1] as string)) end--
  return text.slice(0, end)
}

/** Every label with where it starts and where its value begins, in order. */
function findLabels(text: string): readonly Found[] {
  const found: Found[] = []
  let lineStart = 0
  for (const line of text.split("\n")) {
    const before = found.length
    let behindColon = 0
    for (const { index } of line.matchAll(/[:：]/g)) {
      const from = Math.max(behindColon, index - LONGEST_LABEL)
      const label = labelBefore(line.slice(from, index), from === 0)
      behindColon = index + 1
      if (label !== undefined) {
        found.push({ ...label, start: lineStart + from + label.start, end: lineStart + behindColon })
      }
    }
    if (found.length === before) {
      const label = labelWithoutColon(line)
      if (label !== undefined) found.push({ ...label, start: lineStart, end: lineStart + label.end })
    }
    lineStart += line.length + 1
  }
  return found.map((each, index) =>
    isChapter(each, found.slice(0, index)) ? { ...each, field: "detail" } : each,
  )
}

/** "I. Thực trạng … II. Giải pháp …": behind what was before, the solution is told and not named. */
function isChapter({ field, label }: Found, before: readonly Found[]): boolean {
  const isTold = before.some((each) => each.field === "detail" || each.field === "description")
  return field === "title" && isTold && ["giai phap", "sang kien"].includes(foldWords(label))
}

const QUOTED_TITLE = /(?:sáng kiến|giải pháp|đề tài|skkn|sk)[^"“«\n]{0,60}["“«]([^"“”«»\n]{8,300})["”»]/iu

/** What a letter calls its initiative before the first label: 'tôi xin gửi sáng kiến kinh nghiệm "…"'. */
function titleQuoted(opening: string): string | undefined {
  const quoted = QUOTED_TITLE.exec(opening)?.[1]
  return quoted !== undefined && isTitle(quoted) ? quoted : undefined
}

/** The label that ends where a colon stands; the longest that fits. */
function labelBefore(text: string, isLineStart: boolean): Omit<Found, "end"> | undefined {
  const bare = text.replace(BRACKET, "").replace(/[\s*]+$/, "")
  const unit = unitIn(text)
  const line = bare.replace(LIST_MARK, "")
  const form = isLineStart ? FORM_LABELS.find(([beginning]) => fold(line).startsWith(beginning)) : undefined
  if (form !== undefined) return { field: form[1], start: bare.length - line.length, label: line }
  const starts = [...bare.matchAll(/[\p{L}\p{N}%]+/gu)].slice(-MOST_LABEL_WORDS).map(({ index }) => index)
  for (const start of starts) {
    const label = bare.slice(start)
    const key = foldWords(label)
      .replace(/ (?:la|cua sang kien|neu co)$/, "")
      .trim()
    const field = FIELD_OF.get(key)
    if (field === undefined) continue
    const before = bare.slice(0, start)
    const opensLine = isLineStart && before.replace(LIST_MARK, "").replace(BULLETS, "") === ""
    const opensClause = /[.;|•]\s*(?:[-–*+]\s*)?$/.test(before) && !ONLY_AT_LINE.has(key)
    // Run on without any mark: then only a capital tells a label from a word of the sentence.
    const isCapital = /\s$/.test(before) && /^\p{Lu}/u.test(label) && !/[,]\s*$/.test(before)
    const afterStop = isCapital && /[.;|•\n]\s*$/.test(before)
    if (opensLine || opensClause || afterStop || (isCapital && !NOT_RUN_ON.has(key)))
      return { field, start, label, ...unit }
  }
  return undefined
}

const BULLETS = /[-–•*+\s]|\uFE0F|\u200D|\p{Extended_Pictographic}/gu

/** With a capital and no mark before them, these still are labels: "… Lợi ích: …". */
const NOT_RUN_ON = new Set([...ONLY_AT_LINE].filter((label) => label !== "loi ich" && label !== "hieu qua"))

/** A line that is a label by itself, or begins with one as in a pasted table. */
function labelWithoutColon(line: string): Omit<Found, "start"> | undefined {
  if (line.length > LONGEST_LABEL * 4) return undefined
  const mark = LIST_MARK.exec(line)?.[0].length ?? 0
  const words = line.slice(mark).replace(/[.:\s*]+$/, "")
  const bare = words.replace(BRACKET, "")
  const key = foldWords(bare)
  const field = FIELD_OF.get(key)
  if (field !== undefined && key.includes(" ") && words.length <= LONGEST_LABEL) {
    return { field, end: line.length, label: bare, ...unitIn(words) }
  }
  const label = TABLE_LABEL.exec(fold(words))?.[0]
  if (label === undefined) return undefined
  const count = label.split(" ").length
  const at = [...words.matchAll(/\S+/g)][count]?.index ?? words.length
  const isValue = /^[\p{Lu}\p{N}"“]/u.test(words.slice(at))
  const value = FIELD_OF.get(foldWords(label))
  return isValue && value !== undefined
    ? { field: value, end: mark + at, label: words.slice(0, at).trim() }
    : undefined
}

const AUTHOR_ROW =
  /^\d{1,2}[\s.)|:]+(\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){1,5})[\t ]*[|:,\d].*?(?<!\d)(\d{1,3}(?:[.,]\d)?)[\t ]*%?[\t ]*$/u
const AUTHOR_LINE =
  /^(?:[-–•*+]\s*)?(?:nhóm\s+|các\s+|tên\s+)?tác giả(?:\s+sáng kiến)?[^:\n]{0,30}[:：]\s*(.+)$/iu
const SHARED_NAME = /^\p{L}[^\d%]{2,80}\(?\d{1,3}(?:[.,]\d)?\s*%\)?[\s.;]*$/u

/** Several authors with their shares: the rows of the request form's table, or "Tác giả: A (60%), B (40%)". */
function authorsOf(text: string): string | undefined {
  const lines = text.split("\n").map((line) => line.trim().slice(0, LONGEST_LABEL * 2))
  const list = lines.map((line) => AUTHOR_LINE.exec(line)?.[1]).find((value) => value !== undefined)
  const pieces = list?.split(/[;]|,(?!\d)/u).map((piece) => piece.trim()) ?? []
  if (pieces.length > 1 && pieces.every((piece) => SHARED_NAME.test(piece))) return list
  const heading = lines.findIndex((line) => /ho va ten.*(?:ty le|dong gop)/.test(fold(line)))
  if (heading < 0) return undefined
  const rows = lines.slice(heading + 1).map((line) => AUTHOR_ROW.exec(line))
  const authors = rows.flatMap((row) => (row === null ? [] : [`${row[1]} ${row[2]}%`]))
  return authors.length > 1 ? authors.join(", ") : undefined
}

function saysNothing(text: string): boolean {
  return /^(?:khong(?: co)?|ko|k|chua|chua co|khong can|\.+|_+|…+)[.\s]*$/.test(fold(text))
}
