import { isTitle } from "../intake/registration.ts"
import { fold } from "../text/fold.ts"
import {
  ENDING,
  FILLER,
  HARD_MARK,
  type Head,
  hasMarks,
  LONGEST_HEAD,
  PRONOUN,
  type Word,
} from "./command-head.ts"
import type { Tail } from "./command-shapes.ts"
import { isSlip } from "./command-slip.ts"

/** What is not an initiative though it is "đăng ký"-ed every day. */
const OTHER_OBJECT =
  /^(?:kham|nghi (?:phep|om|bu|le|mat|ngay|\S+ ngay)|suat|an (?:ca|trua|toi|sang|com|chay|uong|dem)|com (?:ca|trua|chay)|ca (?:\d|dem|sang|chieu|toi|ngay)|tang ca|lam them|di (?:du lich|choi|lam|an|tham quan|hoc|thi|nghi|boi|bien|cho |ve |cong tac)|du lich|tham quan|tiem|xe (?:dua|may|o to|oto|om|bus|buyt|khach|ve)|ve (?:xe|tau|que|tet|may bay)|mua |vay |hoc (?:lai|phi|lop|them|bong|ky|nghe|an toan)|lop |khoa |thi (?:dua|dau|tay nghe|nang|bang|chung chi|lai|tuyen)|danh hieu|chien si|hien mau|ung ho|tham gia|tham du|du (?:hop|tiec|thi|cuoi)|hop |phong (?:hop|o|tro)|lich (?:hop|kham|nghi|lam|truc)|truc |ket hon|khai sinh|tam tru|ho khau|ho chieu|kinh doanh|bien so|dang kiem|bao hiem|the (?:bhyt|atm|ngan hang|tu|xe)|tai khoan|sim|goi cuoc|wifi|4g|kenh|bong da|cau long|van nghe|chay |dong phuc|ao dong phuc|qua tet|nhan qua|so luong|danh sach|giay to|o (?:ky tuc|ghep)|nha (?:o|tro)|cho (?:con|chau|be) |giup nhau|voi (?:ai|to truong)|vacxin|vac xin|mail|email|zalo|facebook)/

/** Talk about registering, at the beginning of what follows the word. */
const TALK =
  /^(?:roi|xong|chua|duoc (?:chua|khong|ko|roi|gi)|dc (?:chua|khong|ko|roi)|khong|ko|hom (?:qua|nay|kia|truoc)|tu (?:hom|tuan|thang|sang|chieu|dau|nam)|tuan (?:truoc|nay|sau)|thang (?:truoc|nay|sau)|nam (?:nay|ngoai|truoc|sau)|den (?:bao gio|khi nao|luc nao|dau)|bao (?:gio|nhieu)|khi nao|o dau|luc nao|ngay (?:mai|kia|nao)|mai |toi nay|chieu nay|sang nay|trua nay|sang mai|nhieu (?:vao|the|qua|len|lan)|het (?:han|chua|roi)|de lam gi|lam gi|gi |kho qua|dong the|dau|day (?:du|nhe)|sau (?:nhe|nha|em|di|gio|cung)|sau$|di (?:nhe|moi nguoi|ca nha|cac)|ca nha|moi nguoi)(?: |$)/
/** The same, said with marks: without them "mà thì là đi" may be mã, thi, lá, di. */
const MARKED_TALK = /^(?:mà|thì|là|đi|được|còn|mấy|chưa|rồi|nào|đâu|gì|không|nhé|đấy)(?: |$)/
const MARKED_QUESTION =
  /(?: (?:rồi|chưa|hả|nhỉ|vậy|đâu|gì|nào|đấy|mà|à|quá|thôi)|(?:^|(?<! trên)) không|(?:^| )(?:thế nào|như thế|làm thế|sao thế))(?: (?:ạ|nhé|nha|em|anh|chị|bạn|ơi|mà|nữa|đấy))*[\s.!?…]*$/u
const PLAIN_QUESTION =
  / (?:duoc|dc|chua|co) (?:khong|ko|chua)(?: \S+)?$|(?:^| )(?:xong|dang ky|het|nop|duoc) roi(?: \S+)?$|(?:^| )(?:the nao|ntn|lam sao|khi nao|bao gio|o dau|khong|ko)$/

/** What is to be registered; "" for the command alone; undefined for talk about registering. */
export function request(tail: Tail): string | undefined {
  const { head, at } = tail
  const behind = behindFillers(head, at)
  if (behind !== undefined) {
    const title = head.from(behind)
    return MARKED_PLAN.test(title.toLowerCase()) ? undefined : title
  }
  const from = behindObject(head, at)
  if (from >= head.words.length) return /\d/.test(head.key(at)) && !isClear(tail) ? head.from(at) : ""
  const title = head.from(from)
  const isMarked = HARD_MARK.test(head.gap(from))
  if (isMarked) return title
  return isTalk(tail, from, title) ? undefined : title
}

/** "mai đi ăn cưới nhé" is a plan of the day, whatever stands before its colon. */
export const MARKED_PLAN =
  /^(?:ngày mai|sáng mai|chiều mai|tối mai|mai|chiều nay|tối nay|trưa nay|sáng nay|hôm nay) (?!.*máy)/

function isTalk(tail: Tail, from: number, title: string): boolean {
  const { head, at, begun, asked } = tail
  const named =
    from > at && head.words.slice(begun, from).some(({ key }) => key === "kien" || key.includes("sk"))
  const shown = title.slice(0, LONGEST_HEAD).toLowerCase()
  const folded = fold(shown)
    .replace(/[^\p{L}\p{N} ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim()
  if (TALK.test(folded) || MARKED_TALK.test(shown)) return true
  if (!named && OTHER_OBJECT.test(`${folded} `)) return true
  if (asked || MARKED_QUESTION.test(` ${shown}`)) return true
  if (!hasMarks(shown) && folded.split(" ").length <= 6 && PLAIN_QUESTION.test(` ${folded}`)) return true
  // "đk áo thun": without a colon or "sáng kiến" only a real title makes it a request.
  return !named && !isTitle(title)
}

/** The word behind a colon, line break or dash (a comma or stop will do) when all before it is filler; else undefined. */
export function behindFillers(head: Head, at: number): number | undefined {
  for (let word = at; word < at + 14 && word < head.words.length; word++) {
    const gap = head.gap(word)
    if (HARD_MARK.test(gap) || (word > at && /[.,;]/.test(gap)) || (word === at && /[.,;]/.test(gap)))
      return word
    const group = FOR_A_GROUP.test(`${head.key(word)} ${head.key(word + 1)}`)
      ? colonSoon(head, word + 2)
      : undefined
    if (group !== undefined) return group
    if (!FILLER.has(head.key(word))) return undefined
  }
  return undefined
}

/** "đăng ký cho tổ may 5: …" */
const FOR_A_GROUP = /^(?:cho|cua) (?:to|doi|phong|chuyen|xuong|don|nhom|khoa|lop|ban|truong|cty|cong|tap)$/

function colonSoon(head: Head, at: number): number | undefined {
  for (let word = at; word <= at + 5 && word < head.words.length; word++) {
    if (/[:\n]/.test(head.gap(word))) return word
  }
  return undefined
}

/** Skips "sáng kiến", "một sk" and "giúp em với" right behind the command: what follows is the title. */
function behindObject(head: Head, at: number): number {
  let from = at
  for (let round = 0; round < 6; round++) {
    const before = from
    const count = /^(?:1|mot|cai|them|2|3)$/.test(head.key(from)) ? 1 : 0
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
  // Nothing but politeness is left: the command stood alone.
  const left = head.words.slice(from)
  const isAlone =
    left.every(({ key }) => FILLER.has(key) || ENDING.has(key)) && left.length <= 8 && !saysDone(left)
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

function objectAt(head: Head, at: number): number {
  const long = ["sang kien kinh nghiem", "sang kien cai tien ky thuat", "sang kien"].map((phrase) =>
    phrase.split(" "),
  )
  const found = long.find((keys) => keys.every((key, word) => matchesWord(head.key(at + word), key)))
  // "sáng kiến cải tiến kỹ thuật máy …": only before a colon is the long form no part of the title.
  if (found !== undefined) return found.length > 4 ? 2 : found.length
  return /^(?:sk|skkn|skctkt)$/.test(head.key(at)) ? 1 : 0
}

function matchesWord(typed: string, meant: string): boolean {
  return typed === meant || isSlip(typed, meant)
}

/** Whether "đăng ký" is said of an initiative beyond doubt: a colon, or "sáng kiến" by name. */
export function isClear(tail: Tail): boolean {
  const { head, at, begun } = tail
  if (behindFillers(head, at) !== undefined) return true
  const near = head.words.slice(begun, at + 8)
  return near.some(
    ({ key }, word) => key.includes("sk") || (key === "kien" && near[word - 1]?.key === "sang"),
  )
}

/** "đăng ký hộ: …" and "đăng ký hộ Nguyễn Văn A: …". */
export function onBehalf(tail: Tail): string | undefined {
  const { head, at } = tail
  if (at >= head.words.length) return ""
  const title = head.from(at)
  return /[?]\s*$/.test(title) || /^(?:duoc|dc|khong|ko|roi|nhe)$/.test(head.key(at)) ? undefined : title
}

/** "đăng ký hộ em với: …" asks the bot a favour; on behalf of somebody it would name them. */
export function isForSelf(tail: Tail): boolean {
  const { head, at } = tail
  if (head.gap(at).includes(":") || at >= head.words.length) return false
  return PRONOUN.has(head.key(at)) && behindFillers(head, at) !== undefined
}
