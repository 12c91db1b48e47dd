import { isTitle } from "../intake/title.ts"
import { SURE_FAMILY_NAMES } from "../text/family-names.ts"
import { fold } from "../text/fold.ts"
import { kinIn } from "../text/kin.ts"
import { oneOf } from "../text/pattern.ts"
import {
  ENDING,
  HARD_MARK,
  Head,
  hasMarks,
  isFiller,
  isOneOf,
  isSpelled,
  LONGEST_HEAD,
  marksOf,
  PRONOUN,
  spelled,
  type Word,
  words,
} from "./head.ts"
import { isEverydayObject, tellsAGain, tellsAnIdea } from "./object.ts"
import type { Tail } from "./shapes.ts"
import { isNear, isSlip } from "./slip.ts"

/** Talk about registering, at the beginning of what follows the word. */
const TALK = new RegExp(
  `^${oneOf(
    "roi, xong, chua, duoc (?:chua|khong|ko|roi|gi), dc (?:chua|khong|ko|roi), khong, ko",
    // When, where, how much
    "hom (?:qua|nay|kia|truoc), tu (?:hom|tuan|thang|sang|chieu|dau|nam), tuan (?:truoc|nay|sau), thang (?:truoc|nay|sau)",
    "nam (?:nay|ngoai|truoc|sau), truoc (?:ngay|thu|khi|han|luc|gio|tet|\\d\\S*), dung han, den (?:bao gio|khi nao|luc nao|dau)",
    "bao (?:gio|nhieu), khi nao, o dau, luc nao, ngay (?:mai|kia|nao), mai , toi nay, chieu nay, sang nay, trua nay, sang mai",
    "nhieu (?:vao|the|qua|len|lan), het (?:han|chua|roi), de lam gi, lam gi, gi , kho qua, dong the, dau, day (?:du|nhe)",
    // Urging others
    "sau (?:nhe|nha|em|di|gio|cung), sau$, di (?:nhe|moi nguoi|ca nha|cac), ca nha, moi nguoi",
  )}(?: |$)`,
)
/** The same, said with marks: without them "mà thì là đi" may be mã, thi, lá, di. */
const MARKED_TALK = /^(?:mà|thì|là|đi|được|còn|mấy|chưa|rồi|nào|đâu|gì|không|nhé|đấy)(?: |$)/
const MARKED_QUESTION =
  /(?: (?:rồi|chưa|hả|nhỉ|vậy|đâu|gì|nào|đấy|mà|à|quá|thôi)|(?:^|(?<! trên)) không|(?:^| )(?:thế nào|như thế|làm thế|sao thế))(?: (?:ạ|nhé|nha|em|anh|chị|bạn|ơi|mà|nữa|đấy))*[\s.!?…]*$/u
/** "vui lắm mọi người ạ", "nhé anh em" */
const EVERYBODY = "mọi người, cả nhà, anh em, các bác"
const TO_EVERYBODY = new RegExp(
  [
    ` (?:lắm|ghê)(?: ${oneOf("mọi người, cả nhà, các bác, ạ, ơi, nhỉ, nhé, em, anh, chị")})*[\\s.!]*$`,
    `(?: nhé| nha| nào)? ${oneOf(EVERYBODY, "các chị, mng, mn")} ${oneOf("ạ, ơi, nhé, nha, nào, a, oi, nhe")}[\\s.!]*$`,
    ` (?:nhé|nha) ${oneOf(EVERYBODY)}[\\s.!]*$`,
  ].join("|"),
  "u",
)
const PLAIN_QUESTION =
  / (?:duoc|dc|chua|co) (?:khong|ko|chua)(?: \S+)?$|(?:^| )(?:xong|dang ky|het|nop|duoc) roi(?: \S+)?$|(?:^| )(?:the nao|ntn|lam sao|khi nao|bao gio|o dau|khong|ko)$/

/** What is to be registered; "" for the command alone; undefined for talk about registering. */
export function request(tail: Tail): string | undefined {
  const { head, at } = tail
  const behind = behindFillers(head, at)
  if (behind !== undefined) {
    const title = head.from(behind + namedAs(head, behind))
    return MARKED_PLAN.test(title.toLowerCase()) ? undefined : title
  }
  const from = behindObject(head, at)
  if (from >= head.words.length) return /\d/.test(head.key(at)) && !isClear(tail) ? head.from(at) : ""
  const isMarked = HARD_MARK.test(head.gap(from))
  if (isMarked) return head.from(from)
  const title = head.from(behindMaker(head, from))
  // "đăng ký sáng kiến cho tổ 7": for whom, and not yet what.
  const isForGroup = FOR_A_GROUP.test(`${head.key(from)} ${head.key(from + 1)}`)
  if (isForGroup && saysIdeaBefore(tail, from) && !tellsAGain(new Head(shownOf(title)))) return ""
  return isTalk(tail, from, title) ? undefined : title
}

/** "mai đi ăn cưới nhé" is a plan of the day, whatever stands before its colon. */
export const MARKED_PLAN =
  /^(?:ngày mai|sáng mai|chiều mai|tối mai|mai|chiều nay|tối nay|trưa nay|sáng nay|hôm nay) (?!.*máy)/

function isTalk(tail: Tail, from: number, title: string): boolean {
  if (soundsLikeTalk(tail, from, title)) return true
  // "đk áo thun": without a colon or "sáng kiến" the words themselves must speak of an idea. Who meant it is told to use the colon.
  return !saysIdeaBefore(tail, from) && (!isTitle(title) || !tellsAnIdea(new Head(shownOf(title))))
}

/** What stands behind "đăng ký" and lacks only a colon to be taken for a title; undefined for talk. */
export function titleWithoutColon(tail: Tail): string | undefined {
  const from = behindObject(tail.head, tail.at)
  if (from >= tail.head.words.length) return undefined
  const title = tail.head.from(from)
  return isTitle(title) && !soundsLikeTalk(tail, from, title) ? title : undefined
}

/** The title behind "muốn đăng ký (một) sáng kiến (là, về)", where the words speak of an idea; undefined for talk. */
export function titleOfWish(tail: Tail): string | undefined {
  const { head, at } = tail
  let from = behindObject(head, at)
  if (!saysIdeaBefore({ ...tail, begun: at }, from)) return undefined
  if (/^(?:la|ve)$/.test(head.key(from))) from++
  const title = head.from(behindMaker(head, from))
  const isTalk = tail.asked || TALK.test(fold(shownOf(title))) || MARKED_QUESTION.test(` ${shownOf(title)}`)
  return isTitle(title) && !isTalk && tellsAnIdea(new Head(shownOf(title))) ? title : undefined
}

/** Behind "chị" in "chị làm cái hộp đựng kim gãy": who made it is no part of its name. */
function behindMaker(head: Head, from: number): number {
  return PRONOUN.has(head.key(from)) && /^(?:lam|che|nghi)$/.test(head.key(from + 1)) ? from + 1 : from
}

/** "muốn gửi cái sáng kiến", with nothing behind it: the command alone. */
export function bareWish(tail: Tail): "" | undefined {
  const { head, at, asked } = tail
  const isWhole = !asked && behindObject(head, at) >= head.words.length
  return isWhole && saysIdeaBefore({ ...tail, begun: at }, head.words.length) ? "" : undefined
}

function shownOf(title: string): string {
  return title.slice(0, LONGEST_HEAD).toLowerCase()
}

function saysIdeaBefore({ head, at, begun }: Tail, from: number): boolean {
  return from > at && head.words.slice(begun, from).some(({ key }) => key === "kien" || key.includes("sk"))
}

function soundsLikeTalk(tail: Tail, from: number, title: string): boolean {
  const { asked } = tail
  const named = saysIdeaBefore(tail, from)
  const shown = shownOf(title)
  const folded = fold(shown)
    .replace(/[^\p{L}\p{N} ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim()
  if (TALK.test(folded) || MARKED_TALK.test(shown)) return true
  if (!named && isEverydayObject(new Head(shown))) return true
  if (TO_EVERYBODY.test(` ${shown}`)) return true
  if (asked || MARKED_QUESTION.test(` ${shown}`)) return true
  return !hasMarks(shown) && folded.split(" ").length <= 6 && PLAIN_QUESTION.test(` ${folded}`)
}

/** The word behind a colon, line break or dash (a comma or stop will do) when all before it is filler; else undefined. */
export function behindFillers(head: Head, at: number): number | undefined {
  for (let word = at; word < at + 14 && word < head.words.length; word++) {
    const gap = head.gap(word)
    if (HARD_MARK.test(gap) || (word > at && /[.,;]/.test(gap)) || (word === at && /[.,;]/.test(gap)))
      return word
    const object = objectAt(head, word)
    if (object > 1 && !HARD_MARK.test(head.gap(word + 1))) {
      word += object - 1
      continue
    }
    const qualifies =
      FOR_A_GROUP.test(`${head.key(word)} ${head.key(word + 1)}`) ||
      (word > at && OF_A_KIND.test(`${head.key(word)} ${head.key(word + 1)}`))
    const group = qualifies ? colonSoon(head, word + 1) : undefined
    if (group !== undefined) return group
    if (!isFiller(head.key(word))) return undefined
  }
  return undefined
}

/** "đăng ký cho tổ may 5: …" */
const FOR_A_GROUP = /^(?:cho|cua) (?:to|doi|phong|chuyen|xuong|don|nhom|khoa|lop|ban|truong|cty|cong|tap)$/

/** "đăng ký sáng kiến lĩnh vực giáo dục: …" */
const OF_A_KIND = /^(?:ve \S+|linh vuc|ca nhan|tap the|thuoc \S+|nganh \S+)$/

function colonSoon(head: Head, at: number): number | undefined {
  for (let word = at; word <= at + 5 && word < head.words.length; word++) {
    if (/[:\n]/.test(head.gap(word))) return word
  }
  return undefined
}

/** "… thêm cho cô một cái nữa là": said before the title of a further one. */
const FURTHER_ONE =
  /^(?:them )?(?:(?:cho|giup|ho|gium) (?:em|anh|chi|toi|minh|co|chu|bac|e|a|c) )?(?:them )?(?:(?:1|mot|2|hai) )?(?:cai|sang kien|sk) (?:nua|moi|nay|khac) (?:(?:nua|nhe|nha|a|voi|nay) )*(?:(?:la|ve) )?/
const BEGINS_FURTHER: ReadonlySet<string> = new Set(["them", "cho", "giup", "ho", "gium", "1", "mot", "cai"])

function furtherOne(head: Head, at: number): number {
  if (!BEGINS_FURTHER.has(head.key(at))) return 0
  const said = head.words
    .slice(at, at + 12)
    .map(({ key }) => `${key} `)
    .join("")
  const matched = FURTHER_ONE.exec(said)?.[0] ?? ""
  const count = matched === "" ? 0 : matched.trim().split(" ").length
  const isWhole = head.words
    .slice(at + 1, at + count + 1)
    .every((_, word) => !HARD_MARK.test(head.gap(at + 1 + word)))
  return isWhole ? count : 0
}

/** The title behind "thêm một cái nữa là …", said without the command; undefined for everything else. */
export function titleOfFurther(head: Head): string | undefined {
  const count = head.key(0) === "them" ? furtherOne(head, 0) : 0
  const title = head.from(count)
  return count > 1 && isTitle(title) ? title : undefined
}

/** Skips "sáng kiến", "một sk" and "giúp em với" right behind the command: what follows is the title. */
function behindObject(head: Head, at: number): number {
  let from = at + furtherOne(head, at)
  for (let round = 0; round < 6; round++) {
    const before = from
    const isCounted = /^(?:1|mot|cai|them|2|3)$/.test(head.key(from))
    const count = isCounted ? (head.key(from + 1) === "cai" ? 2 : 1) : 0
    const isNew = head.key(from + count) === "them" ? 1 : 0
    const object = objectAt(head, from + count + isNew)
    if (object > 0) from += count + isNew + object
    if (/^(?:cho|giup|gium|dum|ho|cua|voi)$/.test(head.key(from)) && PRONOUN.has(head.key(from + 1)))
      from += 2
    while (
      from > at &&
      /^(?:nay|voi|vs|nhe|nha|a|ak|moi|nua|lai)$/.test(head.key(from)) &&
      isShortWord(head, from)
    )
      from++
    if (from === before) break
  }
  if (from > at) from += namedAs(head, from)
  // "… một cái sáng kiến là cái giá đỡ", and not "… sáng kiến là phẳng ống tay".
  const isOwned = head.key(from - 2) === "cua" && PRONOUN.has(head.key(from - 1))
  if (from > at && head.key(from) === "la" && (isOwned || head.key(from + 1) === "cai")) from++
  // Nothing but politeness is left: the command stood alone.
  const left = head.words.slice(from)
  const isAlone =
    left.every(({ key }) => isFiller(key) || ENDING.has(key)) && left.length <= 8 && !saysDone(left)
  return isAlone ? head.words.length : from
}

const DONE = new Set(["roi", "duoc", "dc", "cai", "nam", "sau"])

function saysDone(left: readonly Word[]): boolean {
  return left.some(({ key }) => DONE.has(key))
}

/** "mới" and "này", not "mời" and "nảy" that begin a title. */
function isShortWord(head: Head, at: number): boolean {
  return /^(?:nay|này|voi|với|vs|nhe|nhé|nha|a|ạ|ak|moi|mới|nua|nữa|lai|lại)$/.test(
    head.words[at]?.typed ?? "",
  )
}

/** "một sáng kiến tên là …" */
const NAMED = ["co ten la", "voi ten la", "mang ten la", "ten goi la", "co ten", "mang ten", "ten la"].map(
  (phrase) => phrase.split(" "),
)

function namedAs(head: Head, at: number): number {
  return NAMED.find((keys) => keys.every((key, word) => head.key(at + word) === key))?.length ?? 0
}

/** How many words at `at` say "sáng kiến". */
function objectAt(head: Head, at: number): number {
  const long = ["sang kien kinh nghiem", "sang kien cai tien ky thuat"].map((phrase) => phrase.split(" "))
  const found = long.find((keys) => keys.every((key, word) => matchesWord(head.words[at + word], key)))
  // "sáng kiến cải tiến kỹ thuật máy …": only before a colon is the long form no part of the title.
  if (found !== undefined) return found.length > 4 ? 2 : found.length
  if (saysIdea(head.words[at], head.words[at + 1])) return 2
  return /^(?:sk|skkn|skctkt|skien)$/.test(head.key(at)) ? 1 : 0
}

const SANG = marksOf("sáng")
const KIEN = marksOf("kiến")

/** "sáng kiến" with a slip in one of its words, "s.kiến" and "ý tưởng". */
function saysIdea(first: Word | undefined, second: Word | undefined): boolean {
  if (first === undefined || second === undefined) return false
  if (first.key === "y" && second.key === "tuong") return true
  if (second.key === "kien") {
    return (
      ["s", "sang"].includes(first.key) ||
      isSlip(first.key, "sang", first.typed) ||
      (isNear(first.key, "sang") && isSpelled(first.typed, SANG))
    )
  }
  return (
    first.key === "sang" &&
    (isSlip(second.key, "kien", second.typed) ||
      (isNear(second.key, "kien") && isSpelled(second.typed, KIEN)))
  )
}

function matchesWord(typed: Word | undefined, meant: string): boolean {
  return typed !== undefined && (typed.key === meant || isSlip(typed.key, meant, typed.typed))
}

/** Whether "đăng ký" is said of an initiative beyond doubt: a colon, or "sáng kiến" by name. */
export function isClear(tail: Tail): boolean {
  const { head, at, begun } = tail
  if (behindFillers(head, at) !== undefined) return true
  const near = head.words.slice(begun, at + 8)
  return near.some(({ key }, word) => key.includes("sk") || objectAt(head, begun + word) > 0)
}

/** The text behind "gửi ad sk của tổ em: …" and "em có 1 sk muốn đk ạ: …"; undefined when no initiative is handed in like that. */
export function handedIn(head: Head): string | undefined {
  let named = false
  for (let word = 0; word < MOST_ANNOUNCING && word < head.words.length; word++) {
    if (word > 0 && named && HARD_MARK.test(head.gap(word))) {
      const title = head.from(word)
      const said = new Head(title)
      // "sáng kiến: để nghĩ đã"
      // "báo cáo sáng kiến: tuần này được năm cái rồi"
      const isReport = head.words
        .slice(0, word)
        .some(({ key }, at) => key === "bao" && head.key(at + 1) === "cao")
      const isIdea = (said.words.length >= LEAST_WORDS && !isReport) || tellsAnIdea(said)
      return isTitle(title) && isIdea && !MARKED_PLAN.test(title.toLowerCase()) ? title : undefined
    }
    const object = objectAt(head, word)
    if (object > 0) {
      named = true
      word += object - 1
    } else if (!isFiller(head.key(word)) && !ANNOUNCING.has(head.key(word))) return undefined
  }
  return undefined
}

const LEAST_WORDS = 5
const MOST_ANNOUNCING = 16
const ANNOUNCING = words(
  "tổ đội phòng chuyền xưởng khoa trường lớp nhóm ban muốn mún cần nộp gửi đăng ký kí dk dky dki dạ chào ơi thưa kính công đoàn " +
    "ghi danh báo cáo khai trình bày tạo nhập đề xuất giới thiệu viết",
)

/** "đăng ký giúp anh Trần Văn Lâm: …", "đk thay tran van lam - …": what follows from the name on, or from "chồng em" on; undefined when nobody is named. */
export function forSomebody({ head, at }: Tail): string | undefined {
  let from = at
  while (/^(?:giup|ho|thay|cho|gium|dum|sk)$/.test(head.key(from)) || objectAt(head, from) > 1) {
    from += Math.max(1, objectAt(head, from))
  }
  if (from === at) return undefined
  if (kinIn(head.from(from)) !== "") return head.from(from)
  const isAddressed =
    /^(?:anh|chi|bac|co|chu|ong|ba|dc)$/.test(head.key(from)) && !HARD_MARK.test(head.gap(from + 1))
  const name = from + (isAddressed ? 1 : 0)
  let end = name
  while (end < name + 6 && end < head.words.length && (end === name || !ENDS_A_NAME.test(head.gap(end))))
    end++
  const isEnded = end < head.words.length && ENDS_A_NAME.test(head.gap(end))
  const count = end - name
  if (!isEnded || count === 0 || count > 5) return undefined
  const named = head.words.slice(name, end)
  const written = head.text.slice(named[0]?.start, named.at(-1)?.end)
  const isCapital = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*)*$/u.test(written)
  const [first] = named
  const isFull = count >= 2 && !/\d/.test(written) && first !== undefined && isOneOf(first, FAMILY_NAMES)
  return isFull || (isAddressed && isCapital) ? head.from(from) : undefined
}

const ENDS_A_NAME = /[:：\n=→>|]|\s[-–—]|[–—]|-\s/u
const FAMILY_NAMES = spelled(SURE_FAMILY_NAMES)

/** "đăng ký hộ: …" and "đăng ký hộ Nguyễn Văn A: …". */
export function onBehalf(tail: Tail): string | undefined {
  const { head, at } = tail
  if (at >= head.words.length) return ""
  const title = head.from(at)
  // "đăng ký hộ em suất cơm"
  const first = head.words.findIndex(({ key }, word) => word >= at && !PRONOUN.has(key))
  if (first >= 0 && !HARD_MARK.test(title) && isEverydayObject(new Head(head.from(first)))) return undefined
  return /[?]\s*$/.test(title) || /^(?:duoc|dc|khong|ko|roi|nhe)$/.test(head.key(at)) ? undefined : title
}

/** "đăng ký hộ em với: …" asks the bot a favour; on behalf of somebody it would name them. */
export function isForSelf(tail: Tail): boolean {
  const { head, at } = tail
  if (head.gap(at).includes(":") || at >= head.words.length) return false
  return (
    PRONOUN.has(head.key(at)) && (behindFillers(head, at) !== undefined || isOneself(head.words.slice(at)))
  )
}

/** "đăng ký hộ tôi với ạ", and not "đăng ký hộ anh chị em". */
function isOneself([, ...others]: readonly Word[]): boolean {
  return others.every(({ key }) => ENDING.has(key) && (key.length === 1 || !PRONOUN.has(key)))
}
