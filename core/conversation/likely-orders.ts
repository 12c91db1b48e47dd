import { DAY_TYPED } from "../campaign/effective-day.ts"
import { takeHeadcount } from "../campaign/typed-headcount.ts"
import { type OrderPart, orderWords } from "../command/order-words.ts"
import { bearsFamilyName } from "../intake/author-name.ts"
import type { SearchableUnit } from "../intake/unit-index.ts"
import { clean } from "../text/fold.ts"
import { REASON_OPENS } from "../text/reason.ts"
import { type OrderParts, ordersOf } from "./orders-of-parts.ts"
import { recordsIn } from "./records-in-sentence.ts"
import { SentenceWords } from "./sentence-words.ts"
import { unitAt, unitsToType } from "./unit-in-sentence.ts"

const LONGEST = 300

/**
 * What an officer may have ordered in words that are not understood for certain, the likeliest first and each as it could be typed: told from the
 * parts that are known, whatever else was said. Nothing of it is done before it is chosen.
 */
export function likelyOrders(text: string, units: readonly SearchableUnit[]): readonly string[] {
  return text.length > LONGEST ? [] : ordersOf(orderPartsIn(text, units))
}

const NUMBER = /^(?:\d{1,3}(?:\.\d{3})+|\d{1,6})$/
const REMINDER = /(?<![\p{L}\d])nh-?\s?\d{1,6}(?![\d\p{L}])/iu
const PORTAL_CODE = /(?<![\p{L}\d])(?!sk|nh)[a-z]{2,6}-\d{3,9}(?![\d\p{L}])/giu
/** What is on a decision: its level, its number, its day. */
const PAPER =
  /(?<!\p{L})(?:(?:cấp|cap)\s(?:tỉnh|tinh|cơ sở|co so|toàn quốc|toan quoc)|(?:qđ|qd|quyết định|quyet dinh)(?:\s(?:số|so))?\s[^\s,;]*\d[^\s,;]*|(?:ngày|ngay)\s\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)/giu
const REASON = new RegExp(`(?<!\\p{L})${REASON_OPENS}(?<reason>\\S+\\s+\\S.*)$`, "isu")
const FROM = new RegExp(
  `(?<!\\p{L})(?:từ|tu)\\s(?:(?:ngày|ngay)\\s)?(?<day>${DAY_TYPED})(?!\\s?(?:đến|den|tới|toi|-|–))`,
  "iu",
)
const PHASE = /(?<!\p{L})(?:giai đoạn|giai doan|gđ|gd)\s?(?<number>\d)(?!\d)/iu
const BECOMES = /^(?:la|len|xuong|con|thanh|dat|bang|muc)$/
const NAME = /\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){1,4}/gu

/** What stands behind a colon and is no number. */
const MESSAGE = /[:：]\s*(?=[^\s\d]\S*\s+\S)(.+)$/su

/** The parts of an order, in whatever order they stand. */
export function orderPartsIn(text: string, units: readonly SearchableUnit[]): OrderParts {
  // "162 đv, 45 lđ" counts people, and no units.
  const typed = clean(text)
    .replace(/(?<=\d)\s?(?:đv|dv)(?!\p{L})/giu, " đoàn viên")
    .replace(/(?<=\d)\s?(?:lđ|nlđ)(?!\p{L})/giu, " lao động")
  const message = MESSAGE.exec(typed)
  const ahead = message === null ? undefined : wordsOf(typed.slice(0, message.index), units)
  // What somebody is told orders nothing.
  const isMessage = ahead?.said.has("send") === true || ahead?.said.has("remind") === true
  const { said, named, numbers, words } = isMessage ? ahead : wordsOf(typed, units)
  return {
    said,
    records: recordsIn(typed, { twoAtLeast: said.has("duplicate") }),
    portalCodes: typed.match(PORTAL_CODE) ?? [],
    reminder: REMINDER.exec(typed)?.[0],
    person: typed.match(NAME)?.find(bearsFamilyName),
    units: unitsToType(named),
    numbers,
    headcount: headcountIn(typed),
    paper: (typed.match(PAPER) ?? []).join(" "),
    reason: REASON.exec(typed)?.groups?.["reason"] ?? "",
    from: FROM.exec(typed)?.groups?.["day"],
    phase: PHASE.exec(typed)?.groups?.["number"],
    message: isMessage ? (message?.[1] ?? "") : "",
    time: timeIn(words),
  }
}

function wordsOf(typed: string, units: readonly SearchableUnit[]) {
  const words = new SentenceWords(typed, orderWords)
  const said = new Set<OrderPart>()
  const named: (SearchableUnit | string)[] = []
  const numbers: OrderParts["numbers"][0][] = []
  for (let at = 0; at < words.typed.length; ) {
    const unit = unitAt(words, at, units)
    const { meaning, count } = words.meantAt(at)
    if (unit === undefined && meaning !== undefined) said.add(meaning)
    if (unit?.unit !== undefined) named.push(unit.unit)
    const amount = words.typed[at] ?? ""
    if (NUMBER.test(amount)) numbers.push({ amount, becomes: BECOMES.test(words.folded[at - 1] ?? "") })
    at += unit?.count ?? count
  }
  return { said, named, numbers, words: words.typed }
}

const MEMBERS_ARE = /(?:đoàn viên|doan vien)[^\d,;.]{0,40}?[\s:](\d[\d.]*)/iu
const WORKERS_ARE = /(?:lao động|lao dong|công nhân|cong nhan)[^\d,;.]{0,40}?[\s:](\d[\d.]*)/iu

/** "162 đoàn viên", "đoàn viên của Trạm Y tế Đu: 44, lao động vẫn 12" */
function headcountIn(typed: string): OrderParts["headcount"] {
  const counted = takeHeadcount(typed).headcount
  const told = (pattern: RegExp) => pattern.exec(typed)?.[1]?.replaceAll(".", "")
  return {
    members: counted?.members?.toString() ?? told(MEMBERS_ARE),
    workers: counted?.workers?.toString() ?? told(WORKERS_ARE),
  }
}

const OF_TIME =
  /^(?:\d{1,2}(?:h|g|giờ|gio|:)\d{0,2}|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|giờ|gio|sáng|sang|trưa|trua|chiều|chieu|tối|toi|mai|nay|mốt|kia|thứ|thu|t[2-7]|hai|ba|tư|năm|sáu|bảy|[2-8]|cn|ngày|ngay|hằng|hang|hàng|mỗi|moi|tuần|tuan|sau|tới|rưỡi|ruoi|lúc|luc)$/iu
const AN_HOUR = /\d{1,2}(?:h|g|giờ|gio|:)|sáng mai|chiều nay|ngày mai|thứ /iu

/** The words that tell when, standing together: "8h sáng mai"; none where they only may. */
function timeIn(words: readonly string[]): string {
  const runs: string[][] = [[]]
  for (const word of words) {
    if (OF_TIME.test(word)) runs.at(-1)?.push(word)
    else if (runs.at(-1)?.length !== 0) runs.push([])
  }
  return runs.map((run) => run.join(" ")).find((run) => AN_HOUR.test(run)) ?? ""
}
