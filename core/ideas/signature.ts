import { fold, foldWords } from "../text/fold.ts"

/**
 * A title as similar work is looked for: its folded words, whatever their order, marks and case. `numbers` are those that
 * name something ("số 12", "lớp 4A"), not those that measure ("30%", "120tr/năm").
 */
export type Idea = { readonly words: ReadonlySet<string>; readonly numbers: ReadonlySet<string> }

/** Titles are cut at 300 characters when they are stored; words beyond these add nothing to telling ideas apart. */
const MOST_WORDS = 60
/** So many words of a title are compared, the telling ones first. */
const COMPARED_WORDS = 14
/** With fewer telling words than these the common ones are taken too. */
const FEW_TELLING_WORDS = 5

/** Words that stand in every tenth title of a workplace campaign: they say little about the idea. */
const COMMON = new Set(
  foldWords(
    `cải tiến sáng kiến giải pháp biện pháp phương pháp nâng cao hiệu quả chất lượng ứng dụng áp dụng sử dụng công tác quản lý
    quy trình một số xây dựng thiết kế chế tạo nghiên cứu đổi mới hoàn thiện tự động hóa số hóa sắp xếp lại tối ưu giảm tăng
    tiết kiệm chi phí thời gian năng suất lao động sản xuất sản phẩm cho của và tại trong ở với để nhằm nhờ góp phần qua theo từ
    đến bằng các những có không được giúp làm việc hơn khi về là trên vào lợi năm tháng mỗi công ty cty cổ phần tnhh cp trường
    học tiểu thcs thpt mầm non bệnh viện trung tâm hợp tác xã cđcs công đoàn đoàn viên cán bộ nhân viên giáo viên học sinh dạy
    môn lớp bộ phận tổ phòng phân xưởng nhà máy đơn vị tỉnh huyện thành phố phường khu thực hiện kỹ thuật công nghệ thông tin hệ
    thống thiết bị máy hoạt động đợt lần số thứ`,
  ).split(" "),
)

/** Reads a title. */
export function readIdea(title: string): Idea {
  const folded = fold(title)
  const words = foldWords(title)
    .split(" ")
    .slice(0, MOST_WORDS)
    .filter((word) => word !== "")
  const named = foldWords(folded.replace(MEASURE, " "))
    .split(" ")
    .filter((word) => /\d/.test(word))
  return { words: new Set(words), numbers: new Set(named.map((word) => word.replace(/^0+(?=\d)/, ""))) }
}

/** "30%", "1,2 tỷ", "20 phút", "3 lần", "120tr/năm", "2026": how much or when, not which one. */
const MEASURE =
  /(?<![\p{L}\p{N}])(?:\d+(?:[.,]\d+)*\s*(?:%|phan tram|ty|trieu|tr|nghin|ngan|dong|vnd|k|lan|phut|giay|gio|h|ngay|tuan|thang|nam|nguoi|kg|g|tan|ta|km|m|cm|mm|m2|m3|lit|kwh|kw|w|bar|do|sp|san pham|cai|buoc|cong doan)(?:\s*\/\s*\p{L}+)?|(?:nam )?20[0-4]\d)(?![\p{L}\p{N}])/gu

/** Whether the word tells little about an idea. */
export function isCommon(word: string): boolean {
  return COMMON.has(word)
}

/**
 * Under which keys a title is stored: its telling words in a ring, each with two of the three behind it, in an order that only
 * the words decide. When a third of the words is exchanged some triples stay, and three words together are rare where one is
 * not. `within` (the campaign's id) keeps stocks apart. 32-bit integers, each once.
 */
export function storedTriples(idea: Idea, within: string): readonly number[] {
  const all = inOrder(idea)
  const telling = all.filter((word) => !isCommon(word))
  const ring = (telling.length < FEW_TELLING_WORDS ? all : telling).slice(0, COMPARED_WORDS)
  const behind = (at: number, steps: number) => ring[(at + steps) % ring.length] as string
  return unique(
    ring.flatMap((word, at) =>
      [2, 3].map((second) => tripleKey([word, behind(at, 1), behind(at, second)], within)),
    ),
  )
}

/** Under which keys to look for titles like this one: every three of its words. */
export function askedTriples(idea: Idea, within: string): readonly number[] {
  const words = inOrder(idea).slice(0, COMPARED_WORDS)
  // A ring of one or two words is stored under these alone.
  if (words.length < 3) return words.length === 0 ? [] : [tripleKey(words, within)]
  return unique(
    words.flatMap((one, at) =>
      words
        .slice(at + 1)
        .flatMap((other, next) =>
          words.slice(at + next + 2).map((third) => tripleKey([one, other, third], within)),
        ),
    ),
  )
}

/** Telling words first, each kind in the order of its hashes. */
function inOrder(idea: Idea): readonly string[] {
  return [...idea.words]
    .map((word) => ({ word, common: isCommon(word) ? 1 : 0, hash: hash(word) }))
    .sort(
      (one, other) => one.common - other.common || one.hash - other.hash || (one.word < other.word ? -1 : 1),
    )
    .map(({ word }) => word)
}

function tripleKey(words: readonly string[], within: string): number {
  return hash(`${within} ${[...new Set(words)].sort().join(" ")}`)
}

function unique(keys: readonly number[]): readonly number[] {
  return [...new Set(keys)]
}

/** FNV-1a with a last stirring, as a signed 32-bit integer: PostgreSQL's `integer`. Stored, so never to be changed. */
export function hash(text: string): number {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  return (state ^ (state >>> 13)) | 0
}
