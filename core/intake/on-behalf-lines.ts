import { clean, fold } from "../text/fold.ts"
import type { Money } from "../text/money.ts"
import { parseMoney } from "../text/money-reading.ts"
import { isTitle, type Registration, readRegistration } from "./registration.ts"

/** What keeps one line of a list from being registered. */
export type LineProblem = "form" | "short" | "money"

/** One initiative of somebody else, as a line (or several) told it. */
export type BehalfLine = {
  /** The number people know it by: the typed one, else its place. */
  readonly line: number
  readonly typed: string
  readonly author: string
  /** A unit in brackets at the end, as typed. */
  readonly place?: string
  readonly registration: Registration
}

export type ReadLine =
  | BehalfLine
  | { readonly line: number; readonly typed: string; readonly problem: LineProblem }

const NUMBERED = /^(\d{1,3})\s*(?:[.)\]:|/]|[-–—](?=\s))\s*/u
const BULLET = /^(?:[-–—•*+●○▪➢✓]|→)\s+/u
const SEPARATOR = /\s*(?:[|:：;\n]|[–—])\s*|\s+-\s*|-\s+/u
const PIECES = /\s*\|\s*|\s+[-–—]\s+/u
/** Lines that go on about the initiative above them. */
const DETAIL =
  /^(?:[-–—•*+]\s+)?(?:mo ta|noi dung|lam loi|gia tri|loi ich|hieu qua|linh vuc|tiet kiem|truoc|nay|sau|hien nay|thuc trang|don vi|ten (?:sang kien|sk|giai phap)|ngay ap dung|dong tac gia)[^:]{0,30}:/
const HEADING =
  /^(?:(?:stt|tt|so tt)\b.*|(?:ho (?:va )?ten|tac gia|ten tac gia)\W.*(?:sang kien|giai phap|de tai).*)$/
const LONGEST_NAME = 80
const MOST_NAME_WORDS = 9

/**
 * Reads what follows "đăng ký hộ": one initiative, or a line for each. `isList` tells that the list began behind a colon or
 * a line break; else further lines are records of their own only when each names a person. `isUnit` tells whether words in
 * brackets name a unit.
 */
export function readLines(
  text: string,
  options: { readonly isList: boolean; readonly isUnit: (typed: string) => boolean },
): readonly ReadLine[] {
  const lines = clean(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "|")
  if (HEADING.test(fold(lines[0] ?? "")) && !NUMBERED.test(lines[0] ?? "")) lines.shift()
  const records = recordsOf(lines, options.isList)
  const typedNumbers = records.map(({ number }) => number)
  const areOwn = !typedNumbers.includes(undefined) && new Set(typedNumbers).size === records.length
  return records.map(({ number, text: record }, place) => {
    const line = areOwn ? (number ?? place + 1) : place + 1
    return { ...readRecord(record, options.isUnit), line, typed: record }
  })
}

/** Whether `text` is nothing but numbered lines that each name a person: a list, also where no command stands before it. */
export function isNumberedList(text: string): boolean {
  const lines = clean(text)
    .split("\n")
    .filter((line) => line.trim() !== "")
  return (
    NUMBERED.test(lines[0] ?? "") &&
    recordsOf(lines, true).every((record) => isFullName(splitName(record.text)?.name ?? ""))
  )
}

type Told = { readonly number: number | undefined; readonly text: string }

function recordsOf(lines: readonly string[], isList: boolean): readonly Told[] {
  const isNumbered = NUMBERED.test(lines[0] ?? "")
  const isEachAPerson = lines.every((line) => isFullName(splitName(line.replace(BULLET, ""))?.name ?? ""))
  const begins = (line: string) =>
    isNumbered ? NUMBERED.test(line) : (isList || isEachAPerson) && !DETAIL.test(fold(line))
  const records: { number: number | undefined; text: string }[] = []
  for (const line of lines) {
    const last = records.at(-1)
    if (last !== undefined && !begins(line)) {
      last.text += `\n${line}`
      continue
    }
    const mark = NUMBERED.exec(line)
    records.push({
      number: isNumbered && mark !== null ? Number(mark[1]) : undefined,
      text: line.slice(isNumbered ? (mark?.[0].length ?? 0) : 0).replace(BULLET, ""),
    })
  }
  return records
}

type Content = Omit<BehalfLine, "line" | "typed"> | { readonly problem: LineProblem }

function readRecord(record: string, isUnit: (typed: string) => boolean): Content {
  const split = splitName(record)
  if (split === undefined || !isName(split.name)) return { problem: "form" }
  const [first = "", ...more] = split.rest.split("\n")
  const bracket = /\s*[([]([^()[\]]{2,80})[)\]]\s*$/u.exec(first)
  const place = bracket?.[1] !== undefined && isUnit(bracket[1]) ? bracket[1] : undefined
  const said = place === undefined ? first : first.slice(0, bracket?.index)
  const read = readTold(said, more)
  if (read === undefined) return { problem: "money" }
  const registration = { ...read.registration, ...(read.money === undefined ? {} : { benefit: read.money }) }
  if (!isTitle(registration.title)) return { problem: "short" }
  if (registration.ambiguous !== undefined && read.money === undefined) return { problem: "money" }
  return { author: split.name, ...(place === undefined ? {} : { place }), registration }
}

/** "tên - 45tr": what stands last behind a dash or in the next cell is the benefit when it is money and nothing else. */
function readTold(
  said: string,
  more: readonly string[],
): { registration: Registration; money?: Money } | undefined {
  const pieces = said.split(PIECES).filter((piece) => piece !== "")
  const last = pieces.length > 1 ? parseMoney(pieces.at(-1) ?? "") : undefined
  const hasMoney = last !== undefined && last.kind !== "unreadable"
  const title = (hasMoney ? pieces.slice(0, -1) : pieces).join(" - ")
  const registration = readRegistration([title, ...more].join("\n"))
  if (last?.kind === "ambiguous") return undefined
  return last?.kind === "money" ? { registration, money: last.money } : { registration }
}

function splitName(record: string): { name: string; rest: string } | undefined {
  const strong = SEPARATOR.exec(record)
  const comma = /\s*,\s*/u.exec(record)
  // "Nguyễn Văn A, cải tiến …" has its comma for a separator; "Nguyễn Văn A, Trần B - …" names two people.
  const isComma =
    comma !== null &&
    (strong === null || (comma.index < strong.index && !namesPeople(record.slice(0, strong.index))))
  const found = isComma ? comma : strong
  if (found === null || found.index === 0) return undefined
  const name = withoutAddress(record.slice(0, found.index))
  // A name may stand on a line of its own; a title without a name may too.
  if (found[0].includes("\n") && !isFullName(name)) return undefined
  return { name, rest: record.slice(found.index + found[0].length).trim() }
}

function namesPeople(text: string): boolean {
  return text.split(/,|\svà\s/u).every((name) => isFullName(name.trim()))
}

/** "của anh Nguyễn Văn Nam" is Nguyễn Văn Nam; "anh nam" stays, for it may be a name. */
function withoutAddress(typed: string): string {
  return typed
    .replace(/^(?:(?:của|cua|cho|giúp|giup)\s+)+/iu, "")
    .replace(/^(?:anh|chị|chi|bác|cô|chú|ông|bà|em|đ\/c|đc|đồng chí)\s+(?=\p{Lu})/u, "")
    .replace(/["“”']/gu, "")
    .trim()
}

/** "Cải tiến máy may - giảm 30%" has forgotten its author: a sentence has one capital, a name one for each word or none. */
const SENTENCE = /^\p{Lu}\S*(?: [^\s\p{Lu}]\S*)+$/u
const TITLE_WORDS =
  /^(?:cai tien|sang kien|giai phap|thiet ke|che tao|ung dung|xay dung|nang cao|doi moi|sap xep|lap dat|thay (?:the|doi|den|day)|su dung|tan dung|quy trinh|phan mem|bien phap|mo hinh|may |gia |khuon |he thong|toi uu|tu dong|giam |tang )/

function isName(typed: string): boolean {
  return (
    /^\p{L}/u.test(typed) &&
    !SENTENCE.test(typed) &&
    !TITLE_WORDS.test(fold(typed)) &&
    (typed.match(/\p{L}/gu)?.length ?? 0) >= 2 &&
    typed.length <= LONGEST_NAME &&
    typed.split(/\s+/).length <= MOST_NAME_WORDS
  )
}

/** Two words or more, each with a capital. */
function isFullName(typed: string): boolean {
  const words = typed.split(/\s+/)
  return (
    isName(typed) && words.length >= 2 && words.length <= 6 && words.every((word) => /^\p{Lu}/u.test(word))
  )
}
