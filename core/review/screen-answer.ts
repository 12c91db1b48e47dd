import { asksAboutDoing } from "../command/asked-of-record.ts"
import type { CommandName } from "../command/command.ts"
import { wonders } from "../command/held-back.ts"
import { asksBack, isQuestion } from "../intake/told.ts"
import { parseChoice } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { REASON_OPENS, reasonOf } from "../text/reason.ts"
import { saysSomething } from "./words.ts"

const OPTIONS: readonly (readonly [words: string, option: 1 | 2 | 3 | 4])[] = [
  ["cong nhan", 1],
  ["hoi them", 2],
  ["tra lai", 2],
  ["tra ve", 2],
  ["tu choi", 3],
  ["de sau", 4],
  ["bo qua", 4],
]

/** "trả lại cho em An bổ sung số liệu": to whom is known, and is no part of what they are asked. */
const TO_WHOM =
  /^(?:(?:hồ sơ|ho so|sáng kiến|sang kien|này|nay)\s+)*(?:cho|về|ve)\s+(?:(?:em|anh|chị|chi|cô|co|chú|chu|bác|bac|đồng chí|dong chi|bạn|ban|tác giả|tac gia|người gửi|nguoi gui)(?:\s+(?:ấy|ay|đó|do))?(?![\p{L}\p{M}])\s*)?(?:\p{Lu}[\p{Ll}\p{M}]*(?![\p{L}\p{M}])\s*)*/u

/** "công nhận hết mấy cái của May TNG", "1 và SK-4": more than the one that is shown, or another. */
const OF_OTHERS =
  /(?:^| )(?:het|tat ca|toan bo|ca (?:loat|danh sach|\d)|may|cac|nhung|(?:cai|ho so) (?:kia|khac|sau|\d)|sk ?-? ?\d)(?: |$|\d)/

const NUMBERED: Readonly<Record<number, CommandName>> = { 1: "recognize", 2: "askMore", 3: "refuse" }

const LONGEST_LABEL = 40

/** "2", "2 cho em xin số liệu", "hỏi thêm: cho em xin số liệu", "trả lại cho em An: thiếu số liệu". */
export function readOption(text: string): { option: number; words: string } | undefined {
  const typed = clean(text)
  const plain = parseChoice(typed, 4)
  // "1 nhỉ"
  if (plain !== undefined) return wonders(typed) ? undefined : { option: plain, words: "" }
  const numbered = /^(?:số |so |chọn |chon )?([1-4])(?:\s*[.):,;–-]\s*|\s+)([\s\S]*\p{L}[\s\S]*)$/iu.exec(
    typed,
  )
  if (numbered?.[1] !== undefined) {
    const words = numbered[2] ?? ""
    const verdict = NUMBERED[Number(numbered[1])]
    if (verdict !== undefined && asksAboutDoing(verdict, words)) return undefined
    return numbered[1] === "1" && OF_OTHERS.test(fold(words))
      ? undefined
      : { option: Number(numbered[1]), words }
  }
  const said = typed.replace(/^(?:thôi|thoi)\s+(?=để |de |bỏ |bo )/iu, "")
  const head = said.split(" ").slice(0, 2).join(" ")
  // Of two words of thousands of signs the pattern would try every end.
  const label = head.length > LONGEST_LABEL ? "" : fold(head).replace(/[^a-z ]+$/, "")
  const labelled = OPTIONS.find(([words]) => label === words)
  const behind = said.slice(head.length).trim()
  if (labelled === undefined || (labelled[1] === 1 && OF_OTHERS.test(fold(behind)))) return undefined
  const verdict = NUMBERED[labelled[1]]
  if (verdict !== undefined && asksAboutDoing(verdict, behind)) return undefined
  if (asksAboutVerdict(labelled[1], typed)) return undefined
  const words = labelled[0].startsWith("tra ") ? behind.replace(TO_WHOM, "") : behind
  return { option: labelled[1], words: words.replace(/^[\s:,–-]+/, "") }
}

/** "từ chối có phải ghi lý do không", "công nhận cấp tỉnh thì gõ thế nào": how it is done is asked, and nothing is to be done. */
function asksAboutVerdict(option: 1 | 2 | 3 | 4, typed: string): boolean {
  if (option === 2) return HOW_IT_IS_ASKED.test(fold(typed))
  return (option === 1 || !GIVES_REASON.test(fold(typed))) && asksAnything(typed)
}

/** What is wanted of an author is a question, too. */
const HOW_IT_IS_ASKED = /^(?:hoi them|tra lai|tra ve)(?: xong)? (?:thi|o dau|kieu gi|the nao|lam sao) /
const GIVES_REASON = new RegExp(`^tu choi[ ,]*(?::| ${REASON_OPENS})`)

/** Whether the words ask something, whatever verdict they name. */
export function asksAnything(text: string): boolean {
  return isQuestion(text) || asksBack(text)
}

/** "cái 2 vì không mới": of another record than the one that is shown, which nobody can know by its place. */
const ELSEWHERE =
  /^(?:cai|ho so|sang kien|sk|so)(?: thu)? \d{1,2}(?= (?:vi|do|khong|ko|chua|trung|bi|kia|nay)(?: |$)|\W*$)|^(?:cai|ho so) (?:thu (?:hai|ba|bon|nam)|dau|cuoi|kia)(?: |$)/

export function pointsElsewhere(words: string): boolean {
  return ELSEWHERE.test(fold(clean(words)))
}

/** "từ chối vì trùng" while the words of a question are awaited: the verdict that is meant after all, with its words. */
export function verdictAndWords(
  typed: string,
): { verdict: "needs_more_info" | "refused"; words: string } | undefined {
  const { option, words: said = "" } = /^\p{L}/u.test(typed) ? (readOption(typed) ?? {}) : {}
  const verdict = option === 2 ? "needs_more_info" : option === 3 ? "refused" : undefined
  if (verdict === undefined) return undefined
  const words = verdict === "refused" ? reasonOf(said) : said
  return saysSomething(words) && !pointsElsewhere(words) ? { verdict, words } : undefined
}
