import { addMonths, type LocalDate } from "../clock.ts"
import { yearAndMonth } from "./date-reading.ts"
import { fold } from "./fold.ts"
import { NUMBER_WORDS } from "./number.ts"
import { oneOf } from "./pattern.ts"
import { inDigits } from "./spelled-number.ts"
import { WEEKDAY_SAID } from "./weekday.ts"

/** How many units before or behind the present one. */
export const RELATIVE_UNITS = new Map([
  ["nay", 0],
  ["truoc", -1],
  ["ngoai", -1],
  ["kia", -2],
  ["roi", -1],
  ["vua roi", -1],
  ["vua qua", -1],
  ["qua", -1],
  ["sau", 1],
  ["toi", 1],
])

/** Folded, with one kind of dash, no mark at the end and no space around the marks between numbers. */
export function normalise(text: string): string {
  // "mười lăm tháng hai"; of the month "mười năm ngoái" would be fifteen.
  return ago(fold(text.replace(/^.{4,30}?(?= th[aá]ng )/iu, inDigits)))
    .replace(FIRST_TEN, (_, named: string) => `mung ${NUMBER_WORDS.indexOf(named) + 1}`)
    .replace(/[–—−~]/g, "-")
    .replace(/[.,;!?]+$/, "")
    .replace(/ ?([/.-]) ?/g, (_, mark: string) => mark)
    .trim()
}

/** "mùng năm": these days have a word before them, so that no other is needed. */
const FIRST_TEN = new RegExp(`\\b(?:mung|mong) (${NUMBER_WORDS.join("|")})\\b`)

/** "cách đây 3 tháng" → "3 thang truoc". */
function ago(words: string): string {
  return words.replace(/^(?:tu )?cach (?:day|nay) (?:khoang )?(\d{1,3} (?:ngay|tuan|thang|nam))$/, "$1 truoc")
}

/** "ngày 3 tháng trước" → "3/4/2026": the third of last month, not three months ago. */
export function nameMonth(words: string, today: LocalDate): string {
  return words.replace(
    /(?:^|(?<= ))(?:ngay|mung|mong) (\d{1,2}) thang (nay|truoc|sau|toi)$/,
    (_, day: string, which: string) => {
      const steps = RELATIVE_UNITS.get(which) ?? 0
      const [year, month] = yearAndMonth(addMonths(`${today.slice(0, 7)}-01`, steps))
      return `${day}/${month}/${year}`
    },
  )
}

/** "21/4 năm ngoái" → "21/4 nam 2021". */
export function nameYear(words: string, today: LocalDate): string {
  // "3 năm trước" counts years back; it names none.
  if (/^\d+ nam/.test(words)) return words
  const [thisYear] = yearAndMonth(today)
  return words.replace(/(\d|\bi{1,3}|\biv),? nam (nay|ngoai|truoc)$/, (_, before: string, which: string) => {
    return `${before} nam ${which === "nay" ? thisYear : thisYear - 1}`
  })
}

const LEADS = new RegExp(
  [
    `^${oneOf(
      "vao, luc, khoang, ke, bat dau, ap dung, dua vao, lam, dung, su dung, trien khai, thuc hien, het, truoc, den het, den, toi, hoi, la, da, trong",
      "hom(?! \\d{1,2}$), lan dau, tu(?= khoang), ngay(?! \\d{1,2}$)",
    )} (?!(?:nay|qua|kia)$)`,
    `^${WEEKDAY_SAID},? (?=ngay |\\d)`,
    "^[,:] ?",
  ].join("|"),
)

/** Without the words before a date that say nothing of it, "áp dụng từ khoảng", and the politeness behind it. */
export function stripLeads(words: string): string {
  let rest = words
  // Four leads are more than anybody types: "áp dụng từ khoảng ngày".
  for (let count = 0; count < 4; count++) rest = rest.replace(LEADS, "").trimStart()
  return rest.replace(/ (?:a|nhe|nha|em|anh|chi|ban|oi|vua roi|vua qua)$/, "").trim()
}
