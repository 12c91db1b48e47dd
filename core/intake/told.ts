import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"

const FEWEST_WORDS = 12
const LONGEST = 3_000

const WISH = oneOf("dang k[yi], dk, dki, ghi nhan, ghi lai, ghi(?= (?:giup|ho|cho)), nop")
const FOR = oneOf("cho, giup, ho, dum, gium")
const POLITE = oneOf("em, anh, chi, toi, minh, a, c, e, nhe, nha, voi, luon, di, duoc khong, dc ko")
const ASKED_BEHIND = new RegExp(
  `(?:^| )${WISH}(?: (?:sang kien|sk))?(?: nay)?(?: ${FOR})?(?: ${POLITE})*[^\\p{L}]*$`,
  "u",
)
const BEFORE =
  /(?:^| )(?:truoc (?:day|kia|do|phai|toan|thi|van|cu|la|em|anh|chi|toi|to)|hoi truoc|ngay truoc|luc truoc)(?= )/
const NOW = /(?:^| )(?:gio|bay gio|nay|hien nay|hien tai|sau khi|sau do)(?= )/
const ASKS =
  /\?\s*$|(?: nhi)(?: \S+)?\W*$|(?: (?:khong|ko|chua|the nao|sao|ntn|bao nhieu|o dau|cho nao))(?: (?:a|em|nhi|vay|the|ad|bot))*\W*$/

/** Whether the words want an answer, and tell nothing. */
export function isQuestion(text: string): boolean {
  return ASKS.test(fold(clean(text.slice(0, LONGEST))))
}

const MOST_ASKING_WORDS = 16
const ASKED_AT_THE_END = oneOf(" nhi,  the nao,  ra sao,  nhu nao,  ntn,  bao nhieu,  gi,  (?:hay )?sao")
const ASKS_PLAINLY = new RegExp(
  [
    // "mục này ghi gì vậy em"
    `${ASKED_AT_THE_END}(?: ${oneOf("a, ha, h, em, vay, the, nhi, ad, bot, chau, day, z")})*\\W*$`,
    // "có cần ghi dài không ạ"
    `(?:^| )(?:co|duoc|dc|can|phai) (?:[^\\s,.;]+ ){0,6}(?:khong|ko|chua)(?: ${oneOf("a, em, nhi, vay, ad, bot, chau")})*\\W*$`,
    // "làm thế nào hả em, …"
    "^(?:\\S+ ){0,4}(?:sao|the nao|nhu nao|kieu gi) (?:ha|vay|a|nhi) ",
  ].join("|"),
)

/** Whether the words ask the bot something in the place of an answer; "hệ thống hút chân không" ends like a question and is none. */
export function asksBack(text: string): boolean {
  const said = fold(clean(text.slice(0, LONGEST)))
  const isShort = said.split(" ").length <= MOST_ASKING_WORDS
  return isShort && (/\?\s*$/.test(said) || ASKS_PLAINLY.test(said))
}

/** As people type them: with their marks, or without. */
const I = "em, anh, chị, chi, tôi, toi, mình, minh"
const IDEA = "sáng kiến, sang kien, sk"
const REGISTER = oneOf("đăng ký, dang ky, đăng kí, dk, đk, ghi nhận, ghi nhan")
const FOR_ME = `${oneOf("cho, giúp, giup, hộ, ho, dùm, dum")}\\s+${oneOf(I, "e, a, c")}`
const TITLE_FIRST = new RegExp(
  `^["“«']?(.+?)["”»']?[\\s,.:;–-]+(?:${oneOf(I, "cho, nhờ, nho")}\\s+)*${REGISTER}(?:\\s+${oneOf(IDEA)})?(?:\\s+(?:này|nay))?\\s+` +
    `${FOR_ME}(?:\\s+${oneOf("với, voi, vs, nhé, nhe, nha, ạ, a")})*[\\s.!]*$`,
  "iu",
)
const LONGEST_TITLE_FIRST = 200

/** The title of '"Khay nam châm thu kim" đăng ký cho em với'; undefined where what stands before is a story. */
export function titleBeforeWish(text: string): string | undefined {
  const typed = clean(text.slice(0, LONGEST))
  const title = typed.length > LONGEST_TITLE_FIRST ? undefined : TITLE_FIRST.exec(typed)?.[1]
  return title !== undefined && !title.includes("\n") && !BEFORE.test(` ${fold(title)} `) ? title : undefined
}

const GREETING = oneOf("dạ, da, vâng, em, anh, chị, chi, bot, ad, ơi, oi, thì, thi")
const MY_IDEA = oneOf(IDEA, "ý tưởng, y tuong, giải pháp, giai phap")
const MY_PLACE = oneOf(
  "tổ, to, đội, doi, phòng, phong, nhóm, nhom, khoa, lớp, lop, trường, truong, đơn vị, don vi, bên, ben",
)
const OURS = oneOf(I, "chúng tôi, chung toi, chúng em, chung em")
const NAMELY = oneOf(":", ",?\\s(?:là|la)(?=\\s)[\\s:]*", "(?:như sau|nhu sau)[\\s:,]*")
const OWNED = new RegExp(
  `^(?:${GREETING}[\\s,]+)*${MY_IDEA}\\s+(?:của\\s+|cua\\s+)?(?:${MY_PLACE}\\s+)?${OURS}\\s*${NAMELY}` +
    "(?:(?:về|ve)\\s+)?(?:(?:việc|viec)\\s+)?(.+)$",
  "isu",
)

/** The title of "sáng kiến của tôi là làm cái giá để dụng cụ y tế"; undefined for questions about it. */
export function titleBehindOwner(text: string): string | undefined {
  const typed = clean(text.slice(0, LONGEST))
  const title = OWNED.exec(typed)?.[1]?.trim()
  return title === undefined || isQuestion(typed) || asksBack(typed) ? undefined : title
}

/**
 * Whether a message without any command tells of an idea: "truoc day to em phai mai tay mat 30 phut gio lam do ga con 10 phut", as
 * people say it into their phone. Asked for a name it becomes a registration.
 */
export function tellsIdea(text: string): boolean {
  const said = fold(clean(text.slice(0, LONGEST)))
  if (text.length > LONGEST || said.split(" ").length < FEWEST_WORDS || isQuestion(text)) return false
  return ASKED_BEHIND.test(said) || (BEFORE.test(said) && NOW.test(said))
}
