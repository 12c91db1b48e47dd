import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { isSameName } from "../intake/author-name.ts"
import { initiativeCode } from "../intake/code.ts"
import { madeWith } from "../intake/made-with.ts"
import { askWhich, isOpen, JUST_NOW_MS } from "../intake/which-initiative.ts"
import { SURE_FAMILY_NAMES } from "../text/family-names.ts"
import { clean, fold } from "../text/fold.ts"
import { personName } from "../text/name.ts"
import { coAuthor } from "./co-author.ts"

/** "à mà còn có anh Nam làm cùng nữa" */
const TOGETHER =
  /(?:^| )(?:lam cung|cung lam|lam chung|(?:cung )?la (?:dong )?tac gia|(?:ghi|cho|them)(?: ten)? (?:[^ ]+ ){1,5}vao (?:cung|chung|nua)|them (?:anh|chi|ban|em) \S+ vao)(?: |$|\W)/
/** "thêm bs Hùng với đd Lan": by their capitals, for "thêm ảnh" is typed "them anh" too. */
const ADDS_SOMEBODY =
  /^(?:(?:dạ|à|ừ|quên)[\s,]+)*[Tt]hêm\s+(?:lại\s+)?(?:tên\s+)?(?:anh|chị|bạn|em|cô|chú|bác|bs|đd|thầy)\s+\p{Lu}\p{L}*(?=\s|$)/u
const LONGEST_ASIDE = 100
const SHARE = /(?<!\d)(\d{1,3})\s*(?:%|phần trăm|phan tram)/iu
const KIN = "(?:(?:anh|chị|chi|bạn|ban|em|cô|chú|bác)\\s+)?"
const NAME = "\\p{Lu}\\p{L}*(?:\\s\\p{Lu}\\p{L}*){1,5}"
const AND = "(?:,|và|va|với|voi|cùng với|cùng|cung)"
/** "thêm bạn Hoàng Thị Na vào làm chung", "em làm cùng chị Trần Thị Lan với anh Lê Minh" */
const NAMED_BESIDE = new RegExp(
  `(?:^|\\s)(?:[Tt]hêm|[Tt]hem|[Cc]ó|co|với|voi|cùng|cung)\\s+${KIN}(${NAME}(?:\\s*${AND}\\s+${KIN}${NAME})*)(?!\\s+\\p{Lu})(?=\\s|[.!]*$)(?!\\s*${AND}\\s)`,
  "u",
)
const SURE = `(?:${SURE_FAMILY_NAMES.split(" ")
  .map((name) => name.replace(/^./u, (first) => first.toUpperCase()))
  .join("|")})`
const SURE_NAME = `${SURE}(?:\\s\\p{Lu}\\p{L}*){1,4}`
const NAMED_ALONE = new RegExp(
  `^(?:(?:[Tt]ổ trưởng|[Tt]ổ phó|[Qq]uản đốc|[Cc]hị ấy|[Aa]nh ấy|[Cc]ô ấy|[Bb]ạn ấy|[Nn]gười đó|[Tt]ên)\\s+(?:là|tên)\\s+)?(?:(?:[Dd]ạ|[Tt]hêm|[Cc]ó|[Cc]ả|[Ll]à)\\s+)*${KIN}(${SURE_NAME}(?:\\s*${AND}\\s+${KIN}${SURE_NAME})*)(?:\\s+(?:nữa|với|vào|ạ|nhé|nha|cùng làm|cũng làm|làm cùng))*[\\s.!]*$`,
  "u",
)
/** "thêm vợ tôi làm cùng nữa Lê Thị Hoa" */
const NAMED_LAST = new RegExp(`(?<=\\s)(${SURE_NAME})[\\s.!]*$`, "u")
const BETWEEN_NAMES = new RegExp(`\\s*${AND}\\s+${KIN}(?=\\p{Lu})`, "gu")

/** Who says that somebody made it with them: they are named as a co-author, of the one that is picked, or how to name them is told. */
export async function besideTold(turn: Turn): Promise<Decision | undefined> {
  const { text } = turn.written
  if (text.length > LONGEST_ASIDE || !(TOGETHER.test(fold(text)) || ADDS_SOMEBODY.test(clean(text))))
    return undefined
  const names = listed((NAMED_BESIDE.exec(clean(text)) ?? NAMED_LAST.exec(clean(text)))?.[1])
  if (names === undefined) return await askForFullName(turn)
  const share = names.includes(",") ? undefined : SHARE.exec(text)?.[1]
  return await askOfWhich(turn, share === undefined ? names : `${names} ${share}%`)
}

/** Whoever has one initiative, or has registered one a moment ago, is shown how to name somebody beside them with its own code. */
async function askForFullName(turn: Turn): Promise<Decision> {
  const { person } = turn.context
  const own = person === undefined ? [] : (await turn.reads.initiativesOf(person.id, 2)).newest
  const [only, another] = own.filter(isOpen)
  const isOfLast = only !== undefined && turn.moment.now - only.createdAt <= JUST_NOW_MS
  return only === undefined || (another !== undefined && !isOfLast)
    ? answer(turn, "co-author-how")
    : answer(turn, "co-author-name", { code: initiativeCode(only.number) })
}

/**
 * "Nguyễn Thị Hòa", "thêm Nguyễn Văn Tài nữa": the whole name, which was asked for, of somebody beside whoever has registered a moment ago. The
 * surest family names only, and never their own.
 */
export async function besideNamed(turn: Turn): Promise<Decision | undefined> {
  const { context, written, moment, reads } = turn
  const { person, chat } = context
  if (person === undefined || chat.kind !== "private") return undefined
  const typed = clean(written.text)
  // "chị Trần Thị Lan 40%", "em 60 chị Trần Thị Lan 40"
  const shared =
    /\d/.test(typed) && typed.length <= LONGEST_ASIDE ? madeWith(`, ${typed}`)?.coAuthors : undefined
  const names = listed(NAMED_ALONE.exec(typed)?.[1]) ?? shared ?? unmarkedName(typed)
  if (
    names === undefined ||
    names.split(", ").some((name) => isSameName(name.replace(/\s\d.*$/u, ""), person.name))
  )
    return undefined
  const [newest] = (await reads.initiativesOf(person.id, 1)).newest
  const isRecent = newest !== undefined && moment.now - newest.createdAt <= MATE_MS
  return isRecent && isOpen(newest) ? await askOfWhich(turn, names) : undefined
}

const UNMARKED =
  /^(?:(?:them|anh|chi|ban|em|co|bac|chu) )*((?:nguyen|tran|pham|hoang|dang|trinh|duong|truong|huynh)(?: [a-z]{1,7}){1,3})(?: (\d{1,2}) ?%?)?$/i

/** "ANH NGUYEN ANH TUAN 40" */
function unmarkedName(typed: string): string | undefined {
  const [, name, share] = UNMARKED.exec(typed) ?? []
  if (name === undefined) return undefined
  const called = personName(name.toLowerCase())
  return share === undefined ? called : `${called} ${share}%`
}

const A_CODE = /(?<![\p{L}\d])sk[-–\s]*(\d{1,9})(?![\p{L}\d])/iu
const MATE_MS = 60 * 60_000

/** Of the one whose code they say, and else of the one that is picked. */
async function askOfWhich(turn: Turn, names: string): Promise<Decision> {
  const number = A_CODE.exec(turn.written.text)?.[1]
  if (number !== undefined) return await coAuthor(turn, `${initiativeCode(Number(number))} ${names}`)
  return await askWhich(turn, (code) => `đồng tác giả ${code} ${names}`)
}

/** The names with commas between them. */
function listed(names: string | undefined): string | undefined {
  return names?.replace(BETWEEN_NAMES, ", ")
}
