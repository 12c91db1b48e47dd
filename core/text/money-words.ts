import { fold } from "./fold.ts"
import type { Currency, Period, Qualifier } from "./money.ts"
import { NUMBER_WORDS } from "./number.ts"

/** Words of scale and their powers of ten. */
export const SCALES = new Map([
  ["chuc", 1],
  ["tram", 2],
  ["nghin", 3],
  ["ngan", 3],
  ["ngh", 3],
  ["k", 3],
  ["trieu", 6],
  ["tr", 6],
  ["ty", 9],
  ["ti", 9],
  ["thousand", 3],
  ["million", 6],
  ["millions", 6],
  ["billion", 9],
  ["billions", 9],
])

/** Words of scale that are money only in some places, as they are typed, and their powers of ten. */
export type Slang = ReadonlyMap<string, number>

/** Said in chat for triệu and tỷ; in a title "5 chai" are bottles. */
export const CHAT_SLANG: Slang = new Map([
  ["củ", 6],
  ["cu", 6],
  ["chai", 6],
  ["tỏi", 9],
])

export const NO_SLANG: Slang = new Map()

/** Written in one word with đồng: "50trđ". */
export const SCALES_WITH_DONG = new Map([
  ["trd", 6],
  ["tyd", 9],
  ["tid", 9],
  ["kd", 3],
])

export const CURRENCIES = new Map<string, Currency>([
  ["d", "VND"],
  ["dong", "VND"],
  ["vnd", "VND"],
  ["₫", "VND"],
  ["usd", "USD"],
  ["$", "USD"],
  ["dola", "USD"],
  ["dollar", "USD"],
  ["dollars", "USD"],
  ["eur", "EUR"],
  ["euro", "EUR"],
  ["€", "EUR"],
  ["yen", "JPY"],
  ["jpy", "JPY"],
  ["¥", "JPY"],
  ["won", "KRW"],
  ["krw", "KRW"],
  ["₩", "KRW"],
  ["cny", "CNY"],
  ["rmb", "CNY"],
  ["te", "CNY"],
])

export const PERIODS = new Map<string, Period>([
  ["nam", "year"],
  ["quy", "quarter"],
  ["thang", "month"],
  ["tuan", "week"],
  ["ngay", "day"],
  ["ca", "shift"],
  ["gio", "hour"],
  ["lan", "time"],
  ["dot", "time"],
  ["year", "year"],
  ["yearly", "year"],
  ["annually", "year"],
  ["month", "month"],
  ["monthly", "month"],
  ["week", "week"],
  ["weekly", "week"],
  ["shift", "shift"],
  ["hour", "hour"],
])

/** "5tr/th", "5tr mỗi thg", "120tr/n": only behind a slash or "mỗi". */
export const PERIODS_IN_SHORT = new Map<string, Period>([
  ["th", "month"],
  ["thg", "month"],
  ["n", "year"],
])

/** Only behind "per", "each" and the like: alone "day" is a wire or "đây" without its marks. */
export const EACH_IN_ENGLISH: ReadonlySet<string> = new Set(["per", "each", "every", "a", "an"])
const SAID_IN_ENGLISH: readonly Period[] = ["year", "month", "week", "day", "shift", "hour", "time"]
export const PERIODS_IN_ENGLISH = new Map<string, Period>(SAID_IN_ENGLISH.map((name) => [name, name]))

export const DO_LA = [["do", "la"]]
export const US_DOLLAR = [["us", "$"]]
export const NHAN_DAN_TE = [["nhan", "dan", "te"]]

/** Number words up to nine. "tu" is only four behind "mươi": otherwise it is từ, from. */
export const DIGITS = new Map(NUMBER_WORDS.slice(0, 9).map((word, at) => [word, at + 1]))

export const DIGITS_AFTER_TEN = new Map([...DIGITS, ["tu", 4], ["lam", 5], ["nham", 5]])

/** "200k/ca x 3 ca" */
export const TIMES: ReadonlySet<string> = new Set(["x", "×", "*"])

/** Said of ones only, so that "mươi" may be left out before them ("bốn lăm"): with their marks, or without any. */
export const ONES = new Map(
  (
    [
      ["mốt", 1],
      ["tư", 4],
      ["lăm", 5],
      ["nhăm", 5],
    ] as const
  ).flatMap(([word, value]) => [[word, value] as const, [fold(word), value] as const]),
)

/** Words that say: what follows is the benefit. Longest first, the first that fits is taken. */
export const LEADS = phrases(
  "giá trị làm lợi, tiết kiệm được, tiết kiệm chi phí, giảm chi phí, giảm giá thành, giảm lãng phí, tiết giảm chi phí",
  "làm lợi, tiết kiệm, tiết giảm, sinh lợi, lợi nhuận, lợi ích, hiệu quả kinh tế, tăng doanh thu, tăng lợi nhuận",
  "saves, saving, savings of, save, reduces costs by, reduces cost by, cuts costs by, benefit, benefit of, worth",
  "đỡ phải mua, đỡ mua, khỏi phải mua, khỏi mua, đỡ được, đỡ mất, đỡ tốn, bớt được, thu được, lãi thêm, tk được, mang lại, đem lại, thu về, trị giá, giá trị, hiệu quả, lợi, giảm, bớt, tk",
)

/** Leads behind which the thing saved may be named: "tiết kiệm tiền điện 5 triệu/tháng". */
export const LEADS_WITH_OBJECT = new Set([
  "tiet kiem",
  "tiet kiem duoc",
  "tiet kiem chi phi",
  "giam chi phi",
  "giam gia thanh",
  "giam lang phi",
  "lam loi",
  "do duoc",
  "do mat",
  "do mua",
  "do phai mua",
  "khoi mua",
  "khoi phai mua",
  "bot duoc",
  "tk",
  "tk duoc",
])

/** These also introduce what a thing costs: behind a word of cost they are no benefit. */
export const WEAK_LEADS = new Set(["tri gia", "gia tri"])

/** What stands before "lợi" where the two are one word, or the name of a place. */
export const ENDS_IN_GAIN = new Set(
  "thuy phuc thuan tien quyen truc sinh vu tu danh bat thang dac phu vinh duc".split(" "),
)

/** What is counted by them is no money: "đỡ mua chục cái kéo tầm 500 ngàn". */
export const COUNTED_BY: ReadonlySet<string> = new Set([
  "cai",
  "chiec",
  "bo",
  "con",
  "doi",
  "tam",
  "cuon",
  "hop",
  "bao",
  "thung",
])

export const COSTS = phrases("chi phí, đầu tư, kinh phí, giá thành, giá, mua, hết, tốn, vốn, trả, thuê")

export const QUALIFIERS: [Qualifier, string[][]][] = [
  ["up_to", phrases("up to, at most, không quá, tối đa, lên đến, lên tới, cao nhất, dưới, đến, tới, <, ≤")],
  [
    "over",
    phrases(
      "more than, at least, over, không dưới, không ít hơn, tối thiểu, ít nhất, hơn, trên, vượt, quá, >, ≥",
    ),
  ],
  ["nearly", phrases("suýt soát, gần, ngót, nearly, almost")],
  [
    "about",
    phrases(
      "about, around, approximately, roughly, ước tính, ước đạt, ước khoảng, ước chừng, trên dưới, xấp xỉ, dự kiến, khoảng, chừng, tầm, cỡ, ước, độ, ~, ≈",
    ),
  ],
]

export const QUALIFIERS_BEHIND: [Qualifier, string[][]][] = [
  ["over", phrases("trở lên, đổ lên, hơn, có lẻ, chứ ít gì, chứ không ít, chứ ít, là ít, +")],
  ["up_to", phrases("trở xuống, trở lại, đổ lại, đổ xuống")],
]

export const FILLERS_BEFORE = phrases(
  "công ty, đơn vị, nhà máy, xí nghiệp, doanh nghiệp, nhà trường, cơ quan, số tiền, tính ra, tương đương, quy ra tiền, quy ra, qua đó, từ đó, góp phần",
  "dạ, vâng, thưa, em, anh, chị, ạ, à, thì, là, chắc, được, dc, đc, cho, giúp, và, nhằm, đạt, cũng, tính, có, nên, nghĩ, đoán, :, =, (",
)

export const FILLERS_BEHIND = phrases(
  "cho công ty, cho đơn vị, cho nhà máy, cho xí nghiệp, cho doanh nghiệp, cho nhà trường, cho cơ quan, gì đó, việt nam",
  "ạ, á, à, nhé, nha, nhen, em, e, anh, chị, bạn, ơi, thôi, đấy, đó, rồi, chẵn, tròn, bạc, chấm hết, tiền, bot, ad, mỹ, la",
)

/** What introduces the same amount in brackets. */
export const IN_WORDS = phrases("viết bằng chữ :, bằng chữ :, viết bằng chữ, bằng chữ, tức là, tức, =, hay")

export const TOTALS = phrases("tổng cộng, tổng số, tổng, tất cả, toàn bộ")

/** What the money would have been spent on, said behind the amount: "8 triệu tiền điện/tháng". */
export const SPENT_ON = phrases("tiền, chi phí, tiền công, tiền mua, công, phí")

export const VAGUE = phrases(
  "mười mấy, trăm mấy, một vài, vài ba, dăm ba, đôi ba, dăm bảy, dăm, hàng, vài, mấy, cả, nhiều, tiền, bạc",
)

const CANNOT_SAY = "chiu(?: (?:thoi|roi|em|a|khong biet|nhe|day))*"
const WHO_REFUSES = keys(
  "dạ, thưa, em, chị, anh, tôi, mình, bác, cô, chú, thì, cũng, thật, nói thật, thôi, cái này, hiện, hiện tại, làm lợi, lợi ích, giá trị, phần này, :",
)
const NO = keys("không, ko, k, kg, khg, hok, hông, chưa, khó")
const REFUSED = keys(
  "thể, có, biết, bít, rõ, tính, sao, đâu, luôn, chính, được, dc, đc, ra, bằng, tiền, quy, đổi, thành, đo, đếm, lường, lượng, xác, định, thống, kê, nêu, ước",
  "đáng, kể, số, liệu, cụ, hết, gì, ạ, nhé, làm, lợi, nào, bao, nhiêu, hiệu, quả, kinh, tế, cách, đâu, vì, toán, em, giá, trị, hóa, nữa",
)
/** "không tính được" and its relatives: a word of refusal, then only words that go with it. */
export const NONE_GIVEN = new RegExp(
  [
    "^phi kinh te$",
    "^(?:biet (?:dau|chet|sao)|ai biet)(?: (?:a|em|duoc))*$",
    // "not sure", "cannot be calculated", "I don't know"
    "^(?:none|unknown|n / a|no idea|not (?:sure|known|applicable|calculated)|(?:i )?(?:do not|don (?:’|'|)? ?t|dont|cannot|can (?:’|'|)? ?t|cant) (?:know|be calculated|calculate|say|tell)(?: it)?)$",
    `^(?:(?:em|chi|anh|toi|minh|bac|thoi|cai nay|thi) )*${CANNOT_SAY}$`,
    `^(?:(?:${WHO_REFUSES}) )*(?:${NO})(?: (?:${REFUSED})){0,12}$`,
  ].join("|"),
)

/** Word lists in one line each: "làm lợi, trị giá" → [["lam","loi"],["tri","gia"]], longest first. */
function phrases(...lists: string[]): string[][] {
  const all = lists.flatMap((list) => list.split(", ").map((phrase) => fold(phrase).split(" ")))
  return all.sort((a, b) => b.length - a.length)
}

function keys(...lists: string[]): string {
  return [...new Set(phrases(...lists).map((words) => words.join(" ")))].join("|")
}
