import { clean } from "./fold.ts"
import type { Money, MoneyReading } from "./money.ts"
import { type Answer, readAnswer } from "./money-clause.ts"
import { readOpening } from "./money-opening.ts"
import { mayBeMoney } from "./money-scale.ts"
import { hasWordsAfter, key, phraseAt, type Token, tokenise } from "./money-tokens.ts"
import { COSTS, ENDS_IN_GAIN, LEADS, NONE_GIVEN, WEAK_LEADS } from "./money-words.ts"

/** Far above any answer or title; what is longer is a pasted document. */
const MAX_ANSWER_LENGTH = 500
const MAX_TITLE_LENGTH = 4000

/**
 * Reads an answer to "làm lợi khoảng bao nhiêu?", with or without marks: the forms stand in the table of its tests. A
 * longer answer is read when exactly one benefit clause stands in it. Text beyond 500 characters is unreadable.
 */
export function parseMoney(text: string): MoneyReading {
  const raw = clean(text.slice(0, MAX_ANSWER_LENGTH))
  if (text.length > MAX_ANSWER_LENGTH) return { kind: "unreadable", raw }
  // A hyphen with a space behind it is a list mark; right before the number it is a minus.
  const tokens = tokenise(raw).filter(
    ({ key: mark }, at, all) => !(at === 0 && mark === "-" && all[1]?.spaced),
  )
  const answer = readAnswer(tokens, readOpening(tokens, 0), "answer")
  if (answer !== undefined) return reading(raw, answer)
  const found = findBenefits(tokens)
  if (found.length === 0 && saysNone(tokens)) return { kind: "none_given" }
  const [only] = found
  const clear = only?.answer.lead !== undefined || only?.answer.readings[0]?.period === "total"
  return only !== undefined && found.length === 1 && clear
    ? reading(raw, only.answer)
    : { kind: "unreadable", raw }
}

/** Whether a word or number of money stands in it, so that it is worth being read. */
export function mayHoldMoney(text: string): boolean {
  const tokens = tokenise(clean(text.slice(0, MAX_ANSWER_LENGTH)))
  return tokens.some((_, at) => mayBeMoney(tokens, at))
}

/** Whether the first clause refuses to tell, or a later one does in more words than a bare "không". */
function saysNone(tokens: Token[]): boolean {
  const clauses: string[][] = [[]]
  for (const { key: word } of tokens) {
    if (CLAUSE_ENDS.has(word)) clauses.push([])
    else clauses.at(-1)?.push(word)
  }
  return clauses.some(
    (clause, at) => (at === 0 || clause.length > 2) && NONE_GIVEN.test(clause.slice(0, 24).join(" ")),
  )
}

const CLAUSE_ENDS = new Set([";", ",", ".", "(", "!"])

function reading(raw: string, { readings }: Answer): MoneyReading {
  const [first, second] = readings.map((facts): Money => ({ raw, ...facts }))
  if (first === undefined) return { kind: "unreadable", raw }
  return second === undefined
    ? { kind: "money", money: first }
    : { kind: "ambiguous", raw, readings: [first, second] }
}

type Benefit = { at: number; answer: Answer; setOff: boolean }

const EMOJI = /\p{Extended_Pictographic}/u
const CLAUSE_MARKS = new Set([",", ";", ":", ".", "…", "–", "—", "-", "|", "(", "•", "/", "+", "→", "⇒"])

function isSetOff(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined || before === undefined) return false
  if (token.newLine) return true
  if (before.key === ">") return isArrow(tokens, at - 1)
  if (EMOJI.test(before.key)) return true
  if (before.key === "/" || before.key === "+") return token.spaced
  return CLAUSE_MARKS.has(before.key) && (before.key !== "-" || before.spaced || token.spaced)
}

/** Either half of "=>" and "->". */
function isArrow(tokens: Token[], at: number): boolean {
  const [one, other] = key(tokens, at) === ">" ? [at - 1, at] : [at, at + 1]
  return ["=", "-"].includes(key(tokens, one)) && key(tokens, other) === ">"
}

function findBenefits(tokens: Token[]): Benefit[] {
  const found: Benefit[] = []
  // Behind the last word of money no benefit begins.
  const last = tokens.findLastIndex((_, at) => mayBeMoney(tokens, at))
  let at = 0
  while (at <= last) {
    const answer = clauseAt(tokens, at)
    const benefit = answer && benefitOf(tokens, at, answer)
    if (benefit !== undefined) found.push(benefit)
    // What is no benefit is none when it is said again in brackets.
    at = answer !== undefined && (benefit !== undefined || answer.twice) ? answer.next : at + 1
  }
  return found
}

function clauseAt(tokens: Token[], at: number): Answer | undefined {
  if (CLAUSE_MARKS.has(key(tokens, at)) || isArrow(tokens, at)) return undefined
  const opening = readOpening(tokens, at)
  // Nobody calls it a gain: then it is one only where it is set off (`benefitOf`), or said again in brackets.
  const isClause =
    opening.lead !== undefined || isSetOff(tokens, at) || tokens.some(({ key: mark }) => mark === "(")
  return isClause ? readAnswer(tokens, opening, "title") : undefined
}

function benefitOf(tokens: Token[], at: number, answer: Answer): Benefit | undefined {
  const setOff = isSetOff(tokens, at) || answer.twice
  const trailing = !hasWordsAfter(tokens, answer.next - 1)
  const benefit = { at, answer, setOff }
  if (answer.lead === undefined) {
    return setOff && trailing && answer.explicit && !namesCost(tokens, at) ? benefit : undefined
  }
  if (answer.lead === "loi" && at > 0 && !setOff && !isBareGain(tokens, at, answer)) return undefined
  if (WEAK_LEADS.has(answer.lead) && namesCost(tokens, at)) return undefined
  const amount = answer.readings[0]?.amount
  return answer.explicit || (amount !== undefined && amount !== null && amount.length >= 7)
    ? benefit
    : undefined
}

/**
 * "máy ép keo lợi 50 triệu": gain by itself, and not the end of "thủy lợi", "phúc lợi", "thuận lợi" or of a place. Without its
 * mark it may be a fault as well, or a core: then only what is so much a year, or about so much, is gained.
 */
function isBareGain(tokens: Token[], at: number, { readings: [facts] }: Answer): boolean {
  if (ENDS_IN_GAIN.has(key(tokens, at - 1))) return false
  const isMarked = tokens[at]?.typed.normalize("NFC") === "lợi"
  return isMarked || (facts !== undefined && (facts.period !== null || facts.qualifier !== null))
}

/** True when the clause right before `at` speaks of spending and not of saving. */
function namesCost(tokens: Token[], at: number): boolean {
  let from = CLAUSE_MARKS.has(key(tokens, at - 1)) ? at - 2 : at - 1
  while (from > 0 && from > at - 40 && !isSetOff(tokens, from)) from--
  const clause = tokens.slice(Math.max(from, 0), at)
  const saves = clause.some((_, offset) => phraseAt(clause, offset, [["giam"], ["tiet", "kiem"]]))
  return !saves && clause.some((_, offset) => phraseAt(clause, offset, COSTS) !== undefined)
}

/**
 * The benefit clause of a typed title: introduced by làm lợi, tiết kiệm, giảm chi phí, trị giá … or money at the end
 * behind a comma, dash or line break. Set off like that and last, it is taken out of `title`; otherwise `title` is the
 * whole text, cleaned. `benefitText` is the clause as typed. null when there is none, when there is more than one
 * (which is not clear), when nothing but the clause was typed, or for text beyond 4.000 characters. Costs are none.
 */
export function extractBenefit(text: string): TitleBenefit | null {
  if (latest?.text !== text) latest = { text, found: extracted(text) }
  return latest.found
}

type TitleBenefit = { readonly title: string; readonly benefitText: string; readonly reading: MoneyReading }

/** One title is asked about several times over before the next one comes. */
let latest: { readonly text: string; readonly found: TitleBenefit | null } | undefined

function extracted(text: string): TitleBenefit | null {
  if (text.length > MAX_TITLE_LENGTH) return null
  const whole = clean(text)
  const tokens = tokenise(whole)
  const [benefit, ...others] = findBenefits(tokens)
  if (benefit === undefined) return extractRefusal(whole, tokens)
  const first = tokens[benefit.at]
  if (first === undefined || others.length > 0) return null
  const { answer, at, setOff } = benefit
  const end = tokens[answer.next - 1]?.end ?? whole.length
  const said = whole.slice(first.start, end).replace(/[\s.,;:!?)]+$/, "")
  const benefitText = said.lastIndexOf("(") > said.lastIndexOf(")") ? `${said})` : said
  const trailing = !hasWordsAfter(tokens, answer.next - 1)
  if (at === 0 && trailing) return null
  const title = setOff && trailing ? titleBefore(whole, first) : whole
  return title === "" ? null : { title, benefitText, reading: reading(benefitText, answer) }
}

/** ", làm lợi: chưa tính được" at the end of a title. */
function extractRefusal(whole: string, tokens: Token[]) {
  const at = tokens.findIndex(
    (_, index) => isSetOff(tokens, index) && phraseAt(tokens, index, LEADS)?.includes("loi"),
  )
  const first = tokens[at]
  if (first === undefined || tokens.length > at + 12 || !saysNone(tokens.slice(at))) return null
  const title = titleBefore(whole, first)
  const none: MoneyReading = { kind: "none_given" }
  return title === "" ? null : { title, benefitText: whole.slice(first.start), reading: none }
}

function titleBefore(whole: string, clause: Token): string {
  const title = whole
    .slice(0, clause.start)
    .replace(/(?:[\s,;:.(|•–—>=→⇒/+-]|\p{Extended_Pictographic}|\uFE0F)+$/u, "")
  // "… (áp dụng ở kho A, B; tiết kiệm 1,2 tỷ)": what is taken out had the closing bracket.
  return title.lastIndexOf("(") > title.lastIndexOf(")") ? `${title})` : title
}
