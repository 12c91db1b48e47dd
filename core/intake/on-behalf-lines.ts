import { given } from "../given.ts"
import { clean, fold } from "../text/fold.ts"
import type { Money } from "../text/money.ts"
import { parseMoney } from "../text/money-reading.ts"
import { isJob, isNamedByJob, withoutWork } from "../text/occupation.ts"
import { isName, isPersonName, othersIn, peopleIn, splitName } from "./author-name.ts"
import { type Registration, readRegistration } from "./registration.ts"
import { type Spaced, splitAtUnit, splitSpaced, takeAmount } from "./spaced-row.ts"
import { isTitle } from "./title.ts"
import { isPartOfUnit } from "./units-by-name.ts"

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
const BARE_NUMBER = /^(\d{1,3})\s+(?=\p{L})/u
const BULLET = /^(?:[-–—•*+●○▪➢✓]|→)\s+/u
const PIECES = /\s*\|\s*|\s+[-–—]\s+/u
/** Lines that go on about the initiative above them. */
const DETAIL =
  /^(?:[-–—•*+]\s+)?(?:mo ta|noi dung|lam loi|gia tri|loi ich|hieu qua|linh vuc|tiet kiem|truoc|nay|sau|hien nay|thuc trang|don vi|ten (?:sang kien|sk|giai phap)|ngay ap dung|dong tac gia)[^:]{0,30}:/
const HEADING =
  /^(?:(?:stt|tt|so tt)\b.*|(?:ho (?:va )?ten|tac gia|ten tac gia)\W.*(?:sang kien|giai phap|de tai).*)$/

/**
 * Reads what follows "đăng ký hộ": one initiative, or a line for each. `isList` tells that the list began behind a colon or
 * a line break; else further lines are records of their own only when each names a person. `isUnit` tells whether words in
 * brackets name a unit.
 */
export function readLines(
  text: string,
  options: { readonly isList: boolean; readonly isUnit: (typed: string) => boolean },
): readonly ReadLine[] {
  const typed = clean(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "|")
  const lines = typed.length === 1 ? peopleInLine(typed[0] ?? "") : typed
  const isHeaded = HEADING.test(fold(lines[0] ?? "")) && !NUMBERED.test(lines[0] ?? "")
  const heading = isHeaded ? fold(lines.shift() ?? "") : ""
  const records = recordsOf(lines, { isList: options.isList || isHeaded, isHeaded })
  const typedNumbers = records.map(({ number }) => number)
  const areOwn = !typedNumbers.includes(undefined) && new Set(typedNumbers).size === records.length
  return records.map(({ number, text: record }, place) => {
    const line = areOwn ? (number ?? place + 1) : place + 1
    return { ...readRecord(record, heading, options.isUnit), line, typed: record }
  })
}

/** "Hà Thị Vân: Kéo bấm đeo cổ tay; Lý Văn Tài: Đèn soi lỗi sợi": a line for each; the line itself where one piece names nobody. */
function peopleInLine(line: string): string[] {
  const pieces = line
    .replace(HOW_MANY, "")
    .split(/\s*;\s+/u)
    .filter((piece) => piece !== "")
  const areTold =
    pieces.length > 1 &&
    pieces.every((piece) => isPersonName(nameIn(piece)) || splitName(piece)?.isAddressed === true)
  return areTold ? pieces : [line]
}

/** "3 người: …", "mấy chị em: …" */
const HOW_MANY =
  /^(?:\d{1,2}|hai|ba|bốn|năm|mấy|các)\s+(?:người|anh chị em|anh em|chị em|anh chị|anh|chị|bạn|em|đồng nghiệp)\s*[:：]\s*/iu

/** Said above a list by whoever hands it in. */
const HANDED_IN = /(?:^| )(?:sang kien|sk|dang k[yi]|dk|giai phap|cai tien|y tuong)(?= |$|[^\p{L}])/u
const LONGEST_OPENING = 200

/**
 * The list in a message without any command: nothing but numbered or marked lines that each name a person, perhaps below a line
 * or two that speak of initiatives. Undefined where it is none, and for a single line without a number.
 */
export function listOfPeople(text: string): string | undefined {
  const lines = clean(text)
    .split("\n")
    .filter((line) => line.trim() !== "")
  const first = lines.findIndex((line) => NUMBERED.test(line) || BULLET.test(line))
  if (first < 0) return unmarkedList(lines)
  const opening = fold(lines.slice(0, Math.max(first, 0)).join(" "))
  if (first > 2 || (opening !== "" && !HANDED_IN.test(opening)) || opening.length > LONGEST_OPENING)
    return undefined
  const list = lines.slice(first)
  const records = recordsOf(list, { isList: true, isHeaded: false })
  const isLone = records.length === 1 && (first > 0 || !NUMBERED.test(list[0] ?? ""))
  const areTold = records.every((record) => isPersonName(nameIn(record.text)))
  return areTold && !isLone ? list.join("\n") : undefined
}

/** "Danh sách sáng kiến tổ 5:", and below it a line for each: "Hoàng Thị Liên: Gá kẹp nẹp áo". */
function unmarkedList([heading = "", ...list]: readonly string[]): string | undefined {
  const isHeading =
    heading.length <= LONGEST_OPENING && /[:：]\s*$/u.test(heading) && HANDED_IN.test(fold(heading))
  const areTold = list.every((line) => PARTED.test(line) && isPersonName(nameIn(line)))
  return isHeading && list.length > 1 && areTold ? list.join("\n") : undefined
}

const PARTED = /[:：]\s*\S|\s[-–—|]\s/u

function nameIn(record: string): string {
  const name = splitName(record)?.name ?? ""
  return peopleIn(name)[0] ?? name
}

/** True when the first line heads a list of people and what they invented, and something follows. */
export function isHeadedList(text: string): boolean {
  const lines = clean(text).split("\n")
  return lines.length > 1 && HEADING.test(fold(lines[0] ?? ""))
}

/** Rows copied from a sheet without their heading: each names a person in one of its first cells, and what they thought of behind. */
export function arePastedRows(text: string): boolean {
  const rows = text.split(/\r?\n/).filter((row) => row.trim() !== "")
  return (
    rows.length > 1 &&
    rows.every((row) => {
      const cells = row.split("\t").map((cell) => cell.trim())
      const at = cells.slice(0, 2).findIndex((cell) => isPersonName(cell))
      return at >= 0 && cells.slice(at + 1).some((cell) => isTitle(cell))
    })
  )
}

type Told = { readonly number: number | undefined; readonly text: string }

function recordsOf(
  lines: readonly string[],
  { isList, isHeaded }: { readonly isList: boolean; readonly isHeaded: boolean },
): readonly Told[] {
  // "1 Lê Hoa Máng trượt": a table whose tabs became spaces numbers its rows without a mark.
  const isBare = lines.every((line) => BARE_NUMBER.test(line)) && (isHeaded || lines.length > 1)
  const numbered = isBare ? BARE_NUMBER : NUMBERED
  const isNumbered = numbered.test(lines[0] ?? "")
  const isEachAPerson = lines.every((line) => isPersonName(nameIn(line.replace(BULLET, ""))))
  const begins = (line: string) =>
    isNumbered ? numbered.test(line) : (isList || isEachAPerson) && !DETAIL.test(fold(line))
  const records: { number: number | undefined; text: string }[] = []
  for (const line of lines) {
    const last = records.at(-1)
    if (last !== undefined && !begins(line)) {
      last.text += `\n${line}`
      continue
    }
    const mark = numbered.exec(line)
    records.push({
      number: isNumbered && mark !== null ? Number(mark[1]) : undefined,
      text: line.slice(isNumbered ? (mark?.[0].length ?? 0) : 0).replace(BULLET, ""),
    })
  }
  return records
}

const OF = "của|ở|tại|thuộc|bên|cua|o|tai|thuoc|ben"
const BEHIND_NAME = new RegExp(`\\s*[,|]\\s*|\\s+[-–—]\\s+|\\s+(?:${OF})\\s+(?=[\\p{L}\\p{N}])`, "gu")
const IS_OF = new RegExp(`^\\s+(?:${OF})\\s+$`, "u")
const BEFORE_TITLE = /\s*[:：|]\s*|\s+[-–—]\s+/gu
const LONGEST_PLACE = 80

/**
 * "Lê Thị Hoa ở Trạm Y tế Trại Cau: …", "Lê Thị Hoa - CĐCS Trạm Y tế Trại Cau - …": the unit between a name and the title, and the record
 * without it. Behind a dash or a comma only a unit that is known is one: there a title may stand as well.
 */
function splitBelonging(
  record: string,
  isUnit: (typed: string) => boolean,
): { readonly record: string; readonly place: string } | undefined {
  const [line = "", ...more] = record.split("\n")
  for (const { 0: mark, index } of line.slice(0, LONGEST_PLACE).matchAll(BEHIND_NAME)) {
    const name = line.slice(0, index)
    if (peopleIn(name).length === 0) continue
    const behind = line.slice(index + mark.length)
    for (const { 0: end, index: at } of behind.slice(0, LONGEST_PLACE).matchAll(BEFORE_TITLE)) {
      const place = behind.slice(0, at)
      const isSaid = IS_OF.test(mark) && !isPartOfUnit(place) && !isJob(place)
      if (!isSaid && !isUnit(place)) continue
      const title = [behind.slice(at + end.length), ...more].join("\n")
      return { record: `${name}: ${title}`, place }
    }
  }
  return undefined
}

type Content = Omit<BehalfLine, "line" | "typed"> | { readonly problem: LineProblem }

/** "Nguyễn Văn Tám (bảo vệ): …": where the author works is no part of the title. */
const ABOUT_AUTHOR = /^([^([:：\n]{2,60}?)\s*\(([^()\n]{2,40})\)\s*(?=[:：=]|[-–—]\s)/u

function readRecord(told: string, heading: string, isUnit: (typed: string) => boolean): Content {
  const belonging = splitBelonging(told, isUnit)
  if (belonging !== undefined) {
    const read = readBare(belonging.record, heading, isUnit)
    return "problem" in read ? read : { ...read, place: belonging.place }
  }
  const typed = withoutWork(told)
  const about = ABOUT_AUTHOR.exec(typed)
  const [all = "", name = "", workplace = ""] = about ?? []
  if (about === null || !isPersonName(name)) return readBare(typed, heading, isUnit)
  const read = readBare(`${name}${typed.slice(all.length)}`, heading, isUnit)
  return "problem" in read || !isUnit(workplace) ? read : { place: workplace, ...read }
}

function readBare(record: string, heading: string, isUnit: (typed: string) => boolean): Content {
  const hasUnit = heading.includes("don vi")
  const spaced = (hasUnit ? splitAtUnit(record, isUnit) : undefined) ?? splitSpaced(record)
  // A unit nobody knows would become a part of the name or the title.
  if (spaced !== undefined && hasUnit && spaced.place === undefined && splitName(record) === undefined)
    return { problem: "form" }
  if (spaced !== undefined) return readSpaced(spaced)
  const split = splitName(record)
  const [author = split?.name ?? ""] = peopleIn(split?.name ?? "")
  const isSomebody = isNamedByJob(author) || isName(author, split?.isAddressed)
  if (split === undefined || !isSomebody) return { problem: "form" }
  const [first = "", ...more] = split.rest.split("\n")
  const bracket = /\s*[([]([^()[\]]{2,80})[)\]]\s*$/u.exec(first)
  const place = bracket?.[1] !== undefined && isUnit(bracket[1]) ? bracket[1] : undefined
  const said = place === undefined ? first : first.slice(0, bracket?.index)
  const read = readTold(said, more)
  if (read === undefined) return { problem: "money" }
  const registration = {
    ...withCoAuthors(read.registration, othersIn(split.name)),
    ...given({ benefit: read.money }),
  }
  if (!isTitle(registration.title)) return { problem: "short" }
  if (registration.ambiguous !== undefined && read.money === undefined) return { problem: "money" }
  return { author, ...given({ place }), registration }
}

/** Those named beside the first author stand with whom the record names itself. */
export function withCoAuthors(registration: Registration, names: readonly string[]): Registration {
  if (names.length === 0) return registration
  const told = registration.coAuthors === undefined ? [] : [registration.coAuthors]
  return { ...registration, coAuthors: [...names, ...told].join(", ") }
}

function readSpaced({ name, rest, place }: Spaced): Content {
  const [first = "", ...more] = rest.split("\n")
  const { money, title } = takeAmount(first.split(" "))
  const registration = readRegistration([title, ...more].join("\n"))
  if (!isTitle(registration.title)) return { problem: "short" }
  if (money?.kind === "ambiguous" || (registration.ambiguous !== undefined && money === undefined))
    return { problem: "money" }
  return {
    author: name,
    ...given({ place }),
    registration: { ...registration, ...(money?.kind === "money" ? { benefit: money.money } : {}) },
  }
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
