import { initiativeCode } from "../intake/code.ts"
import { readCodes } from "../review/codes.ts"

const FIRST_CODE = /(?<![\p{L}\d])sk\s?[-–—]?\s?\d{1,9}/iu
const CODE = /(?<![\p{L}\d])sk\s?[-–—]?\s?0*(\d{1,9})(?![\d\p{L}])/giu
/** "3 cái 101 102 105": called records, and none of them by its whole code. */
const CALLED =
  /(?<![\p{L}\d])(?:cái|cai|hồ sơ|ho so|mã|ma|bài|bai)\s+(?:số\s+|so\s+|lẻ\s+|chẵn\s+)?(\d{1,6}(?:[\s,;và]+\d{1,6})*)(?![\d\p{L}./%])/iu
/** "trừ 37 vs 41", "riêng 309 thì cổng báo lỗi" */
const LEFT_OUT =
  /(?<!\p{L})(?:trừ|tru|ngoại trừ|chừa|riêng|rieng)(?:\s(?:ra|con|cái|mã))*\s((?:sk\s?-?\s?)?\d{1,9}(?:(?:\s*[,;]\s*|\s(?:và|va|với|voi|vs)\s)(?:sk\s?-?\s?)?\d{1,9})*)(?![\d\p{L}])/iu
const ARROW = /\s*(?:→|->|=>)\s*(?=sk|\d)/giu

/**
 * The codes of the records that are spoken of, in their order and without those that are left out; bare numbers where they are called
 * records, or with `twoAtLeast` where there are two.
 */
export function recordsIn(typed: string, { twoAtLeast = false } = {}): readonly string[] {
  const text = typed.replace(ARROW, " đến ")
  const left = (LEFT_OUT.exec(text)?.[1]?.match(/\d+/g) ?? []).map(Number)
  const named = byCode(text.replace(LEFT_OUT, " "))
  const found = named.length > 0 ? named : byNumber(text, twoAtLeast)
  return [...new Set(found)].filter((number) => number > 0 && !left.includes(number)).map(initiativeCode)
}

function byCode(text: string): readonly number[] {
  const first = FIRST_CODE.exec(text)
  if (first === null) return []
  const list = readCodes(text.slice(first.index), { words: true })
  const listed = list === undefined || list === "too_many" ? [] : list.numbers
  return [...listed, ...[...text.matchAll(CODE)].map(([, digits]) => Number(digits))]
}

const BARE = /(?<![\p{L}\d./-])\d{1,6}(?![\d\p{L}./%-])/gu
/** "4317 của ai thế": of four digits and more, and no year, number of people or amount. */
const LONG =
  /(?<![\p{L}\d./-])(?<!(?:qđ|qd|số|so|định|dinh|tiêu|tieu|đủ|du|đấu|dau|mốc|moc|kịp|kip|đạt|dat|lên|len|xuống|xuong|còn|con|thiếu|thieu|năm|nam|giao)\s)(?!(?:19|20)\d\d(?!\d))\d{4,6}(?![\d\p{L}./%-])(?!\s(?:cái|cai|sáng|sang|sk|hồ|ho|đoàn|doan|lao|người|nguoi|triệu|trieu|tr|đồng|dong|nghìn|nghin|tỷ|ty|đv|lđ|usd)(?!\p{L}))/giu
const LONG_SPAN = /(\d{4,6})\s*(?:đến|den|tới|toi|-|–)\s*(\d{4,6})/iu
const LONGEST_SPAN = 200

function byNumber(text: string, twoAtLeast: boolean): readonly number[] {
  const called = CALLED.exec(text)?.[1]?.match(/\d+/g) ?? []
  const long = text.match(LONG) ?? []
  const [, first, last] = (long.length > 0 ? LONG_SPAN.exec(text) : undefined) ?? []
  const [from, until] = [Number(first), Number(last)]
  if (until > from && until - from < LONGEST_SPAN)
    return Array.from({ length: until - from + 1 }, (_, index) => from + index)
  if (called.length + long.length > 0) return [...called, ...long].map(Number)
  const bare = twoAtLeast ? (text.match(BARE) ?? []) : []
  return bare.length === 2 ? bare.map(Number) : []
}
