import { isTitle } from "../intake/title.ts"
import { isQuestion } from "../intake/told.ts"
import { fold } from "../text/fold.ts"
import { FORMS_OF_ADDRESS } from "../text/kin.ts"
import { countedOut, listedInLine } from "../text/list-in-line.ts"
import { oneOf } from "../text/pattern.ts"
import { Head } from "./head.ts"
import { beginsLikeTitle, tellsAnIdea } from "./object.ts"
import { readCommand } from "./read.ts"

/** The requests of a message that registers several at once, as if each had been sent by itself; undefined for every other. */
export function registrationsIn(typed: string): readonly string[] | undefined {
  const titles = ownTitles(typed) ?? ownTitlesInLine(typed) ?? furtherTitles(typed)
  return titles?.map((title) => `đăng ký: ${title}`) ?? ownAndOthers(typed)
}

const NUMBERED_LINE = /^(\d{1,2})\s*[.):/-]\s*(?=\S)/u
const BULLET_LINE = /^[-–—•*+]\s*(?=\S)/u
/** What a numbered line tells of the initiative above it: a gain, how it was, another field. */
const TELLS_MORE = new RegExp(
  `^${oneOf(
    "giam, tang, tiet kiem, lam loi, loi ich, hieu qua, ket qua, truoc, nay, sau, hien, mo ta, noi dung, linh vuc, tac gia, don vi",
    "ap dung, chi phi, muc dich, ly do, buoc, cach, ten, thuc trang, uu diem, thoi gian, nho, da, do, khong, giup",
  )}(?= |:|$)`,
)
const COUNTED =
  /^\D{0,40}(?:(?<count>\d{1,2})|hai|ba|bon|nam|may|cac|nhung)\s+(?:sang kien|sk|giai phap|y tuong|cai)/
const MOST_OWN = 10
/** "asdf", "x": an entry that was begun and says nothing; a sum, a name or a day may belong to the initiative above it. */
const UNFINISHED = /^\p{L}{1,5}$/u

/**
 * "đăng ký 2 sáng kiến: 1. … 2. …": the titles of a numbered or marked list of one's own, and not the chapters of a single one. What says
 * nothing comes last, so that it holds none of the others back.
 */
function ownTitles(typed: string): readonly string[] | undefined {
  const lines = typed.split("\n").filter((line) => line !== "")
  const list = lines.slice(1)
  if (list.length < 2 || list.length > MOST_OWN) return undefined
  const isNumbered = list.every((line, at) => Number(NUMBERED_LINE.exec(line)?.[1]) === at + 1)
  if (!isNumbered && !list.every((line) => BULLET_LINE.test(line))) return undefined
  const mark = isNumbered ? NUMBERED_LINE : BULLET_LINE
  const titles = list.map((line) => line.replace(mark, ""))
  const command = readCommand(typed)
  if (command?.name !== "register" || !command.rest.replace(mark, "").startsWith(titles[0] ?? ""))
    return undefined
  const isCounted = COUNTED.test(fold(lines[0] ?? ""))
  const [begun, good] = [
    titles.filter((title) => isUnfinished(title)),
    titles.filter((title) => !isUnfinished(title)),
  ]
  const areTitles = good.every((title) => isTitle(title) && (isCounted || !TELLS_MORE.test(fold(title))))
  return areTitles && good.length > 1 ? [...good, ...begun] : undefined
}

function isUnfinished(title: string): boolean {
  return UNFINISHED.test(title) && !isTitle(title)
}

/** A look first: nearly no message holds such a list, or says how many follow. */
const MAY_LIST = /(?:^|[\s:])(?:1|a)\s?[.)].+\s(?:2|b)\s?[.)]/isu
const TELLS_HOW_MANY =
  /^[^:\n]{0,40}?([2-9]|hai|ba|bốn|bon|mấy|may|các|cac|những|nhung)\s+(?:(?:cái\s+|cai\s+)?(?:sáng kiến|sang kien|sk|giải pháp|giai phap|ý tưởng|y tuong)[^:\n]{0,20}|cái|cai)\s?:/iu
/** "em có hai sáng kiến, một là …": the colon is left out. */
const COUNTS_OUT =
  /^([^:,\n]{0,40}?(?:[2-9]|hai|ba|bốn|bon)\s+(?:sáng kiến|sang kien|sk|giải pháp|giai phap|cái|cai)[^:,\n]{0,20}?)[:,]?\s+(?=(?:1|một|mot|thứ nhất|thu nhat)\s+(?:là|la)\s)/iu

/** The same on one line: "đăng ký: 1. … 2. …", and behind their number also "đăng ký 2 sáng kiến: …; …", "… và …" and "một là …, hai là …". */
function ownTitlesInLine(line: string): readonly string[] | undefined {
  if (line.includes("\n")) return undefined
  const typed = line.replace(COUNTS_OUT, "$1: ")
  const told = TELLS_HOW_MANY.exec(typed)?.[1]
  const isCounted = told !== undefined
  if (!isCounted && !MAY_LIST.test(typed)) return undefined
  const rest = isCounted ? titlesBehind(typed) : registered(typed)
  if (rest === undefined) return undefined
  const titles =
    listedInLine(rest) ??
    (isCounted ? (countedOut(rest) ?? partsOf(rest, COUNT.get(fold(told)) ?? Number(told))) : undefined)
  return titles?.every(
    (title) => isTitle(title) && (isCounted || !TELLS_MORE.test(fold(title))) && !isQuestion(title),
  )
    ? titles
    : undefined
}

/** What "đăng ký 2 sáng kiến:" and "em có hai sáng kiến:" introduce. */
function titlesBehind(typed: string): string | undefined {
  const from = typed.indexOf(":") + 1
  const counted =
    /^(?:(?:em|e|toi|minh|tui|da|con|chau) ){0,3}co (?:[2-9]|hai|ba|bon) (?:sang kien|sk|giai phap)/
  return registered(typed) ?? (counted.test(fold(typed.slice(0, 60))) ? typed.slice(from).trim() : undefined)
}

function registered(typed: string): string | undefined {
  const command = readCommand(typed)
  return command?.name === "register" ? command.rest : undefined
}

const COUNT = new Map([
  ["hai", 2],
  ["ba", 3],
  ["bon", 4],
])
const FEWEST_WORDS = 3

/** "A; B"; "A + B"; "A, B và C" where there are as many as was said, and all read like titles. `count` is NaN where no number was said. */
function partsOf(rest: string, count: number): readonly string[] | undefined {
  const apart = rest.split(/\s*;\s+/u)
  if (apart.length > 1) return apart.length <= MOST_OWN ? apart : undefined
  return [/\s+\+\s+/u, /\s+(?:và|va)\s+/u, /,\s+(?:(?:và|va)\s+)?|\s+(?:và|va)\s+/u]
    .map((mark) => rest.split(mark))
    .find((parts) => parts.length === count && parts.every(readsLikeTitle))
}

function readsLikeTitle(title: string): boolean {
  const head = new Head(title)
  return beginsLikeTitle(head) || head.words.length >= FEWEST_WORDS
}

const ME = "(?:em|e|tôi|toi|mình|minh|tui|tớ|con|cháu|chau)"
const IDEA = "(?:sáng kiến|sang kien|sk|giải pháp|giai phap)"
const REGISTER = "(?:đăng ký|đăng kí|dang ky|dang ki|đk|dk)"
const MAY_GO_ON = /nữa|nua|ngoài ra|ngoai ra|[,;.] (?:em |e )?(?:đ|d)/iu
const GOES_ON = new RegExp(
  [
    `(?:\\s*[,;.])?\\s(?:(?:và|va|thêm|them|còn|con)\\s){1,3}(?:(?:1|một|mot)\\s)?(?:cái|cai|${IDEA})\\s(?:nữa|nua)\\s?(?:là\\s|la\\s|:\\s?)`,
    `(?:\\s*[,;.])?\\s(?:ngoài ra|ngoai ra)\\s(?:${ME}\\s)?(?:(?:còn|con|có|co|thêm|them|${REGISTER})\\s){1,3}(?:(?:1|một|mot)\\s)?${IDEA}\\s(?:(?:nữa|nua)\\s)?(?:là\\s|la\\s|:\\s?)?`,
    `\\s*[,;.]\\s(?:${ME}\\s)?${REGISTER}\\s(?:(?:thêm|them)\\s)?${IDEA}\\s?:?\\s?`,
    `\\s*;\\s${REGISTER}\\s`,
  ].join("|"),
  "giu",
)

const NAMES_THE_FIRST = new RegExp(`^(?:${ME}\\s)?${REGISTER}\\s${IDEA}`, "iu")

/** "đăng ký: A, thêm một cái nữa là B", "đăng ký A; đăng ký B" */
function furtherTitles(typed: string): readonly string[] | undefined {
  if (!MAY_GO_ON.test(typed) || typed.includes("\n")) return undefined
  const titles = registered(typed)?.split(GOES_ON) ?? []
  // "đăng ký: Quy trình mới, đăng ký sáng kiến trực tuyến" says it in its title.
  const isNamed = NAMES_THE_FIRST.test(typed) || /nữa|nua|ngoài ra|ngoai ra|; /iu.test(typed)
  const areTitles = titles.every(
    (title) =>
      isTitle(title) &&
      (isNamed ? readsLikeTitle(title) : beginsLikeTitle(new Head(title))) &&
      !TELLS_MORE.test(fold(title)) &&
      !isQuestion(title),
  )
  return titles.length > 1 && titles.length <= MOST_OWN && areTitles ? titles : undefined
}

const SOMEBODY = `${oneOf(FORMS_OF_ADDRESS, "bạn, ban")}\\s\\p{L}+(?:\\s\\p{L}+){0,3}?`
const OF_ANOTHER = new RegExp(
  `(?:\\s*[,;.]|\\n)?\\s*(?:^|[\\s,;.])(?:còn\\s|con\\s|và\\s|va\\s)?(?:` +
    `(?:${IDEA}\\s|cái\\s)?(?:của|cua)\\s(${SOMEBODY})\\s?(?:là\\s|la\\s|thì\\s|thi\\s|:\\s?)` +
    `|(?<=[,;.\\n]\\s?)(${SOMEBODY})\\s(?:(?:thì|thi|là|la|${REGISTER}|có|co)\\s){1,2}(?:${IDEA}\\s)?(?:(?:là|la)\\s)?)`,
  "giu",
)
const OF_OWN = new RegExp(
  `^(?:(?:dạ|da|em|chào|chao|${REGISTER}|:)\\s){0,4}${IDEA}\\s(?:của|cua)\\s${ME}\\s?(?:là\\s|la\\s|thì\\s|:\\s?)`,
  "iu",
)
const LONGEST_OF_SEVERAL = 600

/** "sáng kiến của em là A, của chị Hoa là B": the own one, and each other's on behalf of whom it names. */
function ownAndOthers(typed: string): readonly string[] | undefined {
  if (typed.length > LONGEST_OF_SEVERAL) return undefined
  const others = [...typed.matchAll(OF_ANOTHER)]
  const [first] = others
  if (first === undefined || first.index === 0) return undefined
  const own = typed.slice(0, first.index)
  const said = OF_OWN.exec(own)?.[0]
  const title = said === undefined ? clearTitle(own) : own.slice(said.length)
  // "đăng ký: cải tiến máy cắt của chị Hoa là máy đời cũ"
  if (said === undefined && !/[,;.\n]|còn|con|và|va/iu.test(first[0].slice(0, 6))) return undefined
  if (title === undefined || !isTitle(title) || isQuestion(typed)) return undefined
  const theirs = others.map(({ index, 0: mark, 1: owner, 2: maker }, at) => {
    const end = others[at + 1]?.index ?? typed.length
    return { name: owner ?? maker ?? "", title: typed.slice(index + mark.length, end).trim() }
  })
  const areTitles = theirs.every(
    (each) => isTitle(each.title) && (said !== undefined || tellsAnIdea(new Head(each.title))),
  )
  return areTitles
    ? [`đăng ký: ${title}`, ...theirs.map((each) => `đăng ký hộ ${each.name}: ${each.title}`)]
    : undefined
}

function clearTitle(typed: string): string | undefined {
  const command = readCommand(typed)
  return command?.name === "register" && command.clear ? command.rest : undefined
}
