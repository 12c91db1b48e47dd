import { formatDay, type LocalDate } from "../clock.ts"
import type { Phrase } from "../outbox.ts"
import { quote } from "../text/cut.ts"
import { dateAhead, parseDate } from "../text/dates.ts"
import { oneOf } from "../text/pattern.ts"

const SINCE = oneOf(
  "lần đầu từ, lan dau tu, lần đầu vào, lan dau vao, lần đầu là, lan dau la, lần đầu, lan dau, thử từ, thu tu, thử, thu, từ, tu, hồi, hoi, vào, vao",
)
const APPLIED = `(?:áp dụng|ap dung|đưa vào sử dụng|dua vao su dung|sử dụng|su dung)`
const SAID = new RegExp(`${APPLIED}(\\s*:|\\s+${SINCE}(?=[\\s:])[\\s:]*)?\\s*`, "iu")
const ALREADY = oneOf("đã, da, bắt đầu, bat dau, được, duoc, đưa vào, dua vao, em, chị, anh")
const ASIDE = new RegExp(`\\s*[,;.(]\\s*(?:${ALREADY}\\s+)*$`, "iu")

/** A time of first use as it is said within a sentence, and where. */
export type AppliedSaid = { readonly typed: string; readonly from: number; readonly to: number }

/**
 * "áp dụng từ 5/3/2026", "áp dụng lần đầu: tháng 2/2026", "đã áp dụng từ rằm tháng Giêng"; "áp dụng từ 2 chuyền" says none. Only
 * where it stands apart a date alone will do, "áp dụng đầu năm".
 */
export function appliedSaid(text: string, { apart = false } = {}): AppliedSaid | undefined {
  const said = SAID.exec(text)
  if (said === null || (said[1] === undefined && !apart)) return undefined
  const begins = said.index + said[0].length
  const ahead = dateAhead(text.slice(begins))
  if (ahead === "") return undefined
  const typed = ahead.replace(POLITE_BEHIND, "")
  return { typed, from: said.index, to: text.indexOf(ahead, begins) + ahead.length }
}

/** "từ tháng 9 năm ngoái ạ" */
const POLITE_BEHIND = /(?:\s(?:ạ|nhé|nha|nhe|em|ad|bot|đấy))+$/iu

/** The line without a time of first use that stands apart in it, ", áp dụng từ mùng 5 tháng trước"; undefined where none does. */
export function withoutApplied(
  line: string,
): { readonly title: string; readonly firstAppliedOn: string } | undefined {
  const said = appliedSaid(line, { apart: true })
  if (said === undefined) return undefined
  const before = line.slice(0, said.from)
  const mark = ASIDE.exec(before)
  const behind = line.slice(said.to)
  if (mark === null || !/^[\s.)]*(?:$|[,;])/u.test(behind)) return undefined
  const title = `${before.slice(0, mark.index)}${behind.replace(/^[\s.)]+/u, "")}`
  return { title, firstAppliedOn: said.typed }
}

/** The day of first application said within a sentence. */
export function firstApplied(text: string, today: LocalDate): LocalDate | undefined {
  const said = appliedSaid(text)
  return said === undefined ? undefined : firstDay(said.typed, today)
}

/** The day a person wrote, or the first one of the month they wrote; undefined when it cannot be told or is still to come. */
export function firstDay(text: string, today: LocalDate): LocalDate | undefined {
  const day = dayOf(text, today)
  return day !== undefined && day <= today ? day : undefined
}

function dayOf(text: string, today: LocalDate): LocalDate | undefined {
  const reading = parseDate(text.replace(/(?:đầu|dau)\s+(?=th[aá]ng\s)/iu, ""), today, "past")
  if (reading.kind === "month") return reading.from
  return reading.kind === "day" || reading.kind === "instant" ? reading.date : undefined
}

/** What is asked about a time of first use that is no day; undefined where the day is known. */
export function askFirstDay(typed: string, today: LocalDate): Phrase | undefined {
  const day = dayOf(typed, today)
  if (day !== undefined && day <= today) return undefined
  if (day !== undefined) return { key: "applied-ahead", args: { on: formatDay(day, "date") } }
  const reading = parseDate(typed, today, "past")
  const why = reading.kind === "unreadable" ? (reading.why ?? "vague") : "vague"
  return { key: "applied-which", args: { typed: quote(typed), why } }
}
