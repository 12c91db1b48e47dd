import { withoutEnd } from "../text/cut.ts"
import { fold, foldWords } from "../text/fold.ts"
import { isPersonName } from "./author-name.ts"
import { LIST_MARK, titleQuoted } from "./title.ts"

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
    "tên của sáng kiến, đề nghị công nhận sáng kiến, đề nghị xét công nhận sáng kiến, là tác giả đề nghị xét công nhận sáng kiến, tiêu đề, sk, title, name of the initiative",
  name: "tên",
  description:
    "mô tả, nội dung, cách làm, mô tả bản chất, mô tả bản chất của sáng kiến, bản chất của sáng kiến, mô tả sáng kiến, nội dung sáng kiến, " +
    "mô tả giải pháp, nội dung giải pháp, mô tả tóm tắt, tóm tắt, nội dung cải tiến, diễn giải, mô tả ngắn, chi tiết, nội dung của sáng kiến, mô tả nội dung, description",
  detail:
    "thực trạng, thực trạng trước khi áp dụng, trước đây, trước khi áp dụng, trước khi cải tiến, trước cải tiến, trước, nay, sau, bây giờ, hiện nay, " +
    "sau khi cải tiến, sau cải tiến, sau khi áp dụng, điều kiện áp dụng, các điều kiện cần thiết để áp dụng sáng kiến, điều kiện cần thiết để áp dụng, " +
    "khả năng áp dụng, phạm vi áp dụng, tính mới, tình trạng giải pháp đã biết, mục đích, lý do, vấn đề",
  benefit:
    "giá trị làm lợi, làm lợi, lợi ích, hiệu quả, benefit, đánh giá lợi ích, đánh giá lợi ích thu được, lợi ích thu được, hiệu quả kinh tế, hiệu quả dự kiến, lợi ích dự kiến, tiết kiệm, " +
    "số tiền làm lợi, giá trị làm lợi ước tính, làm lợi ước tính, lợi ích kinh tế, kết quả, hiệu quả mang lại, giá trị, lợi ích theo ý kiến tác giả, " +
    "đánh giá lợi ích thu được hoặc dự kiến có thể thu được do áp dụng sáng kiến, đánh giá lợi ích thu được theo ý kiến của tác giả, " +
    "đánh giá lợi ích thu được theo ý kiến của đơn vị, lợi ích theo ý kiến đơn vị đã áp dụng, hiệu quả áp dụng",
  sector:
    "lĩnh vực áp dụng, lĩnh vực, lĩnh vực áp dụng sáng kiến, lĩnh vực áp dụng của sáng kiến, ngành, lv, field, sector",
  coAuthors:
    "đồng tác giả, các đồng tác giả, nhóm tác giả, các tác giả, cùng tác giả, cộng sự, đồng sáng kiến, cùng thực hiện, người cùng làm, nhóm thực hiện, co-authors, co-author, coauthors",
  firstAppliedOn:
    "ngày áp dụng lần đầu, ngày áp dụng, ngày sáng kiến được áp dụng lần đầu, ngày sáng kiến được áp dụng lần đầu hoặc áp dụng thử, " +
    "ngày áp dụng lần đầu hoặc áp dụng thử, thời gian áp dụng, áp dụng từ, áp dụng từ ngày, áp dụng lần đầu, bắt đầu áp dụng, ngày bắt đầu áp dụng, áp dụng thử từ",
  confidential:
    "thông tin cần bảo mật, những thông tin cần được bảo mật, các thông tin cần được bảo mật, thông tin bảo mật, bảo mật, thông tin cần được bảo mật, cần bảo mật",
  author:
    "tác giả, tác giả chính, tác giả sáng kiến, người làm, người thực hiện, người có sáng kiến, họ tên, họ và tên, họ và tên tác giả, họ tên tác giả, tên tác giả, author",
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
  "title, description, field, sector, author, sang kien, giai phap, de tai, sk, truoc, nay, sau, ten, gia tri, ket qua, tiet kiem, nganh, to, chi tiet, anh, hieu qua, benefit, don vi, cong ty, bao mat, loi ich"
    .split(", ")
    .map(foldWords),
)
/** Long enough to be told without a colon, as when a table of a document was pasted. */
const TABLE_LABEL =
  /^(?:ten (?:sang kien|giai phap)|linh vuc ap dung|chu dau tu|dong tac gia|ngay ap dung lan dau|gia tri lam loi|mo ta ban chat)(?= )/

/** Whether the words are a label of the form, as a column of a sheet may be headed. */
export function isLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && FIELD_OF.has(foldWords(text.replace(BRACKET, "")))
}

type Parts = Partial<Record<Exclude<Field, "name" | "detail" | "ignored">, string>>
type Found = {
  readonly field: Field
  readonly start: number
  readonly end: number
  readonly label: string
  /** In brackets behind the label: "Giá trị làm lợi (triệu đồng)". */
  readonly unit?: string
}

/** Whose "Tên: …" is: the title's, or beside one that says so the author's where it is a whole name and nobody else is named. */
function nameMeant(value: string, hasTitle: boolean, hasAuthor: boolean): Field {
  if (!hasTitle) return "title"
  return !hasAuthor && isPersonName(value) ? "author" : "ignored"
}

/** What stands behind each label; the title is what stands before the first one. Empty where there is no label. */
export function readLabels(text: string): Parts {
  const found = findLabels(text)
  const hasTitle = found.some(({ field }) => field === "title")
  const hasAuthor = found.some(({ field }) => field === "author")
  const parts: Record<string, string[]> = {}
  const first = found[0]
  const opening = first === undefined ? "" : text.slice(0, first.start).trim()
  for (const [index, { field, end, label, unit }] of found.entries()) {
    const value = inUnit(trimmed(text.slice(end, found[index + 1]?.start)), unit)
    const meant = field === "name" ? nameMeant(value, hasTitle, hasAuthor) : field
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

/** Every label with where it starts and where its value begins, in order. */
export function findLabels(text: string): readonly Found[] {
  const found: Found[] = []
  let lineStart = 0
  for (const line of text.split("\n")) {
    const before = found.length
    let behindColon = 0
    for (const { index } of line.matchAll(/[:：]/g)) {
      const from = Math.max(behindColon, index - LONGEST_LABEL)
      const label = labelBefore(line.slice(from, index), from === 0, found.length > 0)
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

/** The label that ends where a colon stands; the longest that fits. Behind another label's ";" any of them is one. */
function labelBefore(text: string, isLineStart: boolean, isRecord: boolean): Omit<Found, "end"> | undefined {
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
    const isListed = isRecord && /[;|]\s*$/.test(before)
    const opensClause = isListed || (/[.;|•]\s*(?:[-–*+]\s*)?$/.test(before) && !ONLY_AT_LINE.has(key))
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
