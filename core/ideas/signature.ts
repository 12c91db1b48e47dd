import { foldWords } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"

/**
 * A title as similar work is looked for: its folded words, whatever their order, marks and case. `numbers` are those that
 * name something ("số 12", "lớp 4A"), not those that measure ("30%", "120tr/năm").
 */
export type Idea = { readonly words: ReadonlySet<string>; readonly numbers: ReadonlySet<string> }

/** Titles are cut at 300 characters when they are stored; words beyond these add nothing to telling ideas apart. */
const MOST_WORDS = 60

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

/** Reads a folded title and its `words`, those of `foldWords`. */
export function readIdea(folded: string, words: readonly string[]): Idea {
  const named = /\d/.test(folded) ? foldWords(folded.replace(MEASURE, " ")).split(" ") : []
  const numbers = named.filter((word) => /\d/.test(word))
  return { words: titleWords(words), numbers: new Set(numbers.map((word) => word.replace(/^0+(?=\d)/, ""))) }
}

/** The folded words of a title, each once. */
export function titleWords(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.slice(0, MOST_WORDS).filter((word) => word !== ""))
}

/** The folded words of a title, or of its key, each once. */
export function wordsOfTitle(title: string): ReadonlySet<string> {
  return titleWords(foldWords(title).split(" "))
}

/** "30%", "1,2 tỷ", "20 phút", "3 lần", "120tr/năm", "2026": how much or when, not which one. */
const UNIT = oneOf(
  "%, phan tram, ty, trieu, tr, nghin, ngan, dong, vnd, k, lan, phut, giay, gio, h, ngay, tuan, thang, nam, nguoi",
  "kg, g, tan, ta, km, m, cm, mm, m2, m3, lit, kwh, kw, w, bar, do, sp, san pham, cai, buoc, cong doan",
)
const MEASURE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d+(?:[.,]\\d+)*\\s*${UNIT}(?:\\s*\\/\\s*\\p{L}+)?|(?:nam )?20[0-4]\\d)(?![\\p{L}\\p{N}])`,
  "gu",
)

/** Whether the word tells little about an idea. */
export function isCommon(word: string): boolean {
  return COMMON.has(word)
}

/** FNV-1a with a last stirring, as a signed 32-bit integer: PostgreSQL's `integer`. Stored, so never to be changed. */
export function hash(text: string): number {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  return (state ^ (state >>> 13)) | 0
}
