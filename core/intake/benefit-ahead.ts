import { parseMoney } from "../text/money-reading.ts"
import { oneOf } from "../text/pattern.ts"
import { isTitle } from "./title.ts"

/** "120tr/năm là tiền làm lợi" */
const SAID_BEHIND =
  /\s+(?:là|la)\s+(?:(?:số|so)\s+)?(?:(?:tiền|tien|giá trị|gia tri)\s+)?(?:làm lợi|lam loi|tiết kiệm|tiet kiem)$/iu
const SAYS_BENEFIT = new RegExp(
  `^${oneOf("làm lợi, lam loi, tiết kiệm, tiet kiem, lợi, loi, hiệu quả, hieu qua, giá trị, gia tri")}\\s`,
  "iu",
)
const LONGEST_CLAUSE = 100

const BEGINS = new RegExp(
  `^(?:${oneOf("khoảng, khoang, tầm, tam, gần, gan, trên, tren, hơn, hon, ước, uoc")}\\s+(?:tính\\s+|tinh\\s+)?)?\\d`,
  "iu",
)

/** The words as a clause of the benefit that may stand behind a title; undefined when they name no amount, or more than that. */
export function benefitAhead(words: string): string | undefined {
  const clause = words.trim().replace(SAID_BEHIND, "")
  if (clause.length > LONGEST_CLAUSE) return undefined
  const saysSo = SAYS_BENEFIT.test(clause)
  if (!saysSo && !BEGINS.test(clause)) return undefined
  const reading = parseMoney(clause)
  if (reading.kind !== "money" && reading.kind !== "ambiguous") return undefined
  const { raw } = reading.kind === "money" ? reading.money : reading
  if (clause.length > raw.length + LONGEST_BESIDE) return undefined
  return saysSo ? clause : `làm lợi ${clause}`
}

/** "làm lợi ước tính khoảng" */
const LONGEST_BESIDE = 25

const AHEAD = new RegExp(
  `^([^\\n]{3,${LONGEST_CLAUSE}}?)\\s*(?:[:;]|[,.–-]\\s)\\s*(?:${oneOf("sáng kiến, sang kien, sk, tên sáng kiến, ten sang kien")}\\s*(?:[:：]|là\\s|la\\s)?\\s*)?(\\S.*)$`,
  "su",
)
const QUOTED = /^["“«](.{8,300}?)["”»]\s+([^\n,]{3,100})$/u

/** The line with its benefit behind the title: "làm lợi 45tr, sáng kiến: Lắp cảm biến …" and '"Lắp cảm biến" làm lợi 45tr'; else as it is. */
export function benefitBehind(line: string): string {
  const [, quoted, said] = QUOTED.exec(line) ?? []
  const clauseBehind = said === undefined ? undefined : benefitAhead(said)
  if (quoted !== undefined && clauseBehind !== undefined) return `${quoted}, ${clauseBehind}`
  const [, words = "", title = ""] = AHEAD.exec(line) ?? []
  const clause = benefitAhead(words)
  return clause === undefined || !isTitle(title) ? line : `${title.replace(/[\s.,;]+$/u, "")}, ${clause}`
}
