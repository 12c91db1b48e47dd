import { given } from "../given.ts"
import { formatShare, sharesAtEnd } from "../ideas/shares.ts"
import { capitalised } from "../text/capitalised.ts"
import { cut } from "../text/cut.ts"
import { fold } from "../text/fold.ts"
import { ONESELF } from "../text/kin.ts"
import { oneOf } from "../text/pattern.ts"
import { peopleIn } from "./author-name.ts"
import { withoutApplied } from "./first-applied.ts"
import { madeWith } from "./made-with.ts"
import { namesOf } from "./named-authors.ts"

/** Longest message that is read as one registration, in UTF-16 units; more is a document, not a message. */
export const LONGEST_REGISTRATION = 5_000
const LONGEST_TITLE = 300
const FEWEST_LETTERS = 8
const HAS_LETTERS = new RegExp(`(?:\\p{L}\\P{L}*){${FEWEST_LETTERS}}`, "u")

/** What our own examples put where a title goes: copied as it stands it names nothing. */
const PLACEHOLDER = new RegExp(
  `^\\W*(?:${[
    "(?:ten )?(?:sang kien|sk)",
    "(?:co )?(?:duoc|dc) (?:khong|ko|hong)(?: (?:a|em|bot))*",
    `(?:chua|dang|khong|ko) ${oneOf("co, nghi, dat, biet, ro, xong")}(?:[ ,]+${oneOf("ra, ten, sang kien, sk, gi, xong, a, het, de tai, noi dung, mai, sau, em, toi, gui, bao, nhe")})*`,
    `(?:(?:cho|em|toi|minh|chi|anh) )*(?:muon )?hoi (?:chut|ti|xiu|cai|them)(?: ${oneOf("nay, da, a, em")})*`,
    "(?:em )?(?:test|thu)(?: (?:thu|xem|sao|cai|bot|nhe|a))*",
  ].join("|")})\\W*$`,
)

/** True for words that can be the name of a solution: several words, not a nod or a slip of the finger. */
export function isTitle(text: string): boolean {
  const shown = text.slice(0, LONGEST_REGISTRATION)
  if (!HAS_LETTERS.test(shown)) return false
  const folded = fold(shown)
  return !PLACEHOLDER.test(folded) && folded.split(" ").filter((word) => /\p{L}/u.test(word)).length >= 2
}

/** The title and what is too long for one: the first line, and of an overlong line its first sentence. */
export function headline(text: string): [string, string | undefined] {
  const [first = "", ...more] = text.split("\n").map((part) => part.trim())
  const line = first.replace(LIST_MARK, "")
  const tail = more.join("\n").trim()
  if (line.length <= LONGEST_TITLE) return [line, tail === "" ? undefined : tail]
  const sentence = line.slice(0, LONGEST_TITLE).search(/[.;!?](\s|$)/)
  const end = sentence > FEWEST_LETTERS ? sentence + 1 : line.lastIndexOf(" ", LONGEST_TITLE)
  const at = end > 0 ? end : cut(line, LONGEST_TITLE).length
  return [line.slice(0, at).trim(), [line.slice(at).trim(), tail].filter((part) => part !== "").join("\n")]
}

/** "1.", "-", "a)" before a line of a list. */
export const LIST_MARK = /^(?:[-–—•*+▪●○◦►✓✔➢§]|\d{1,2}[.)]|[a-dA-D]\)|[IVX]{1,4}\.)\s+/u

const LISTS = /\s1[.)]\s.*\s2[.)]\s/u

/** Prose tells the title first and the story behind it; "TP. Thái Nguyên" and "v.v. …" do not end a sentence. */
export function firstSentence(line: string): [string, string | undefined] {
  for (const { index } of line.matchAll(/[.!?]\s+(?=[\p{L}\p{N}"“])/gu)) {
    const title = line.slice(0, index)
    const lastWord = /\S+$/.exec(title)?.[0] ?? ""
    const isAbbreviation = /^(?:\p{Lu}{1,4}|\p{L}|Th|Tx|[\p{L}.]*\.\p{L}+|vv|TP)$/u.test(lastWord)
    // "Quy trình 5S gồm 1. Sàng lọc 2. Sắp xếp …"
    const isListed = /^\d$/.test(lastWord) && LISTS.test(line)
    if (!isAbbreviation && !isListed && isTitle(title)) return [unquoted(title), line.slice(index + 1).trim()]
  }
  return [line.replace(/\.$/, ""), undefined]
}

const TELLS_NOW = /\s(?:bây giờ|bay gio|giờ|gio|nay|hiện nay|hien nay)\s/iu
const TELLS_BEFORE =
  /\s(?=(?:hồi trước|hoi truoc|trước đây|truoc day|trước kia|truoc kia|trước thì|truoc thi|trước phải|truoc phai|trước là|truoc la)\s)/giu
const LEAST_TOLD = 60

/** Dictated in one breath, "khay đựng ốc vít bằng nam châm trước thì ốc rơi mất giờ không rơi nữa": the title, and the story behind it. */
export function storyBehind(line: string): [string, string] | undefined {
  if (line.length < LEAST_TOLD || !TELLS_NOW.test(line)) return undefined
  for (const { index } of line.matchAll(TELLS_BEFORE)) {
    const [title, story] = [line.slice(0, index).replace(/[\s,;–-]+$/, ""), line.slice(index + 1)]
    if (isTitle(title) && title.split(" ").length >= LEAST_TITLE_WORDS && TELLS_NOW.test(story))
      return [title, story]
  }
  return undefined
}

const LEAST_TITLE_WORDS = 4

const CO_AUTHORS_BEHIND =
  /(?:\s*[,;.(–-]\s*(?:(?:các|nhóm)\s+)?|\s+(?=đồng tác giả\s+\p{Lu}))(đồng tác giả|dong tac gia|tác giả|tac gia)\s*(?:(?:là|la|gồm|gom|với|voi)\s+|:\s*)?([^,;.()][^;.()]*)\)?[\s.]*$/iu
/** What is said behind a title without any label: ", đồng tác giả Trần Thị Lan", ", áp dụng từ đầu năm". */
export function asidesOf(line: string): {
  title: string
  coAuthors?: string
  author?: string
  firstAppliedOn?: string
} {
  const { title: rest, firstAppliedOn } = withoutApplied(line) ?? { title: line, firstAppliedOn: undefined }
  const beside = CO_AUTHORS_BEHIND.exec(rest)
  const mates = beside === null ? madeWith(rest) : undefined
  if (mates !== undefined && isTitle(mates.title)) return { ...mates, ...given({ firstAppliedOn }) }
  const { coAuthors, author } = beside === null ? {} : namedBehind(beside[2] ?? "", isBeside(beside[1] ?? ""))
  const title = coAuthors === undefined && author === undefined ? rest : rest.slice(0, beside?.index)
  if (!isTitle(title)) return { title: line }
  return {
    title,
    ...given({ coAuthors, author, firstAppliedOn }),
  }
}

function isBeside(label: string): boolean {
  return /^(?:đồng|dong)/iu.test(label)
}

const SHARE = /\s*\(?\d{1,3}(?:[.,]\d)?\s*%\)?/gu

/** "Ma Thị Bích, Hoàng Lộc, Bế Văn Phú chia 50/30/20": each with their share; a single author who is called so is the author. */
function namedBehind(typed: string, isCoAuthors: boolean): { coAuthors?: string; author?: string } {
  const divided = sharesAtEnd(typed)
  const names = divided?.before ?? typed
  const people = peopleIn(names.replace(SHARE, ""))
  const shares = divided?.shares ?? []
  // "đồng tác giả Trần Thị Lan chia 70 30": the first share is that of whoever writes.
  const others = shares.length === people.length + (isCoAuthors ? 1 : 0) ? shares.slice(-people.length) : []
  if (people.length > (isCoAuthors ? 0 : 1) && others.length === people.length)
    return { coAuthors: people.map((name, place) => `${name} ${formatShare(others[place] ?? 0)}`).join(", ") }
  if (isCoAuthors) {
    const coAuthors = namesOf(typed)
    return coAuthors === undefined ? {} : { coAuthors }
  }
  const [only] = people
  if (people.length === 1 && only !== undefined) return { author: only }
  return people.length > 1
    ? { coAuthors: divided === undefined && /\d/.test(typed) ? typed : people.join(", ") }
    : {}
}

const QUOTED_TITLE = /(?:sáng kiến|giải pháp|đề tài|skkn|sk)[^"“«\n]{0,60}["“«]([^"“”«»\n]{8,300})["”»]/iu

/** What a letter calls its initiative before the first label: 'tôi xin gửi sáng kiến kinh nghiệm "…"'. */
export function titleQuoted(opening: string): string | undefined {
  const quoted = QUOTED_TITLE.exec(opening)?.[1]
  return quoted !== undefined && isTitle(quoted) ? quoted : undefined
}

const THANKER = oneOf(
  "và, va, xin, em xin, trân trọng, em, anh, chị, tôi, mình, xin chân thành, chân thành, rất",
)
const THANKS = oneOf("cảm ơn, cám ơn, cam on, thanks, thank you, tks")
const THANKED = oneOf(
  "em, ad, bot, anh, chị, chi, bạn, ban, cả nhà, ca nha, mọi người, moi nguoi, btc, ban tổ chức, công đoàn",
  "nhiều, rất, lắm, trước, ạ, a, nhé, nhe, nha, ơi",
)
const EMOJI = "\\p{Extended_Pictographic}"
const THANKS_BEHIND = new RegExp(
  `(?:(?:^|[\\s,.;!–-]+)${THANKER}|[,.;!–\\n-]|${EMOJI}\\uFE0F?)\\s*${THANKS}(?:[\\s,]+${THANKED})*[\\s.!…]*(?:${EMOJI}|\\uFE0F|\\s)*$`,
  "iu",
)

/** "… EM CẢM ƠN!": said to the bot behind everything else. */
export function withoutThanks(text: string): string {
  const bare = text.replace(THANKS_BEHIND, "").replace(/(?:^|\n)\s*trân trọng[\s.!]*$/iu, "")
  return isTitle(bare) ? bare : text
}

/** '"Ứng dụng Kanban", tác giả …': the title in quotes, and what stands behind it set off; undefined where nothing does. */
export function quotedHead(line: string): [string, string] | undefined {
  const found = /^\s*["“«]([^"“”«»\n]{8,300})["”»]\s*[,;.–-]\s*(\S.*)$/su.exec(line)
  return found?.[1] !== undefined && isTitle(found[1]) ? [found[1], found[2] ?? ""] : undefined
}

const OWNER = oneOf("em, anh, chị, chi, tôi, toi, mình, minh, tui, bác, cô, chú, cháu, tổ em, bên em, tổ tôi")
const IS_CALLED = `\\s*[:,–-]\\s*|\\s+(?:(?:có\\s+)?(?:tên|ten)\\s+)?(?:là|la|tên là|ten la)\\s*:?\\s+`
/** "sáng kiến kinh nghiệm …", "sáng kiến về …" are called so. */
const PART_OF_NAME =
  "(?!(?:kinh|kn|về|ve|trong|của|cua|nhằm|nham|để|de|số|so|này|nay|mới|moi|là|la|tên|ten|có|co|và|va)(?:\\s|$))"
const CALLED_IDEA = new RegExp(
  `^(?:(?:tên|ten|cái|cai)\\s+)?(?:sáng kiến|sang kien|sk)(?:\\s+(?:của\\s+|cua\\s+)?${OWNER})?(?:${IS_CALLED}|\\s+${PART_OF_NAME})(?=\\S+\\s)`,
  "iu",
)

/** "sáng kiến là Giá treo dây điện", "tên sáng kiến của em: …": what it is called, without that it is one. */
export function withoutIdeaWord(title: string): string {
  if (!/^(?:tên|ten|cái|cai|sáng|sang|sk)\s/iu.test(title)) return title
  const bare = title.replace(CALLED_IDEA, "")
  if (bare === title || !isTitle(bare)) return title
  return /^\p{Lu}/u.test(title) ? capitalised(bare) : bare
}

const QUOTES = [
  ['"', '"'],
  ["“", "”"],
  ["”", "”"],
  ["„", "“"],
  ["«", "»"],
  ["'", "'"],
  ["‘", "’"],
] as const

/** The title without quotation marks around the whole of it, and without a mark left behind it. */
export function unquoted(title: string): string {
  const bare = withoutCourtesy(title.replace(/[\s;,]+$/, "").replace(/^[\s:;,]+/, ""))
  const inner = bare.replace(/\.$/, "")
  for (const [open, close] of QUOTES) {
    const isQuoted = inner.length > 2 && inner.startsWith(open) && inner.endsWith(close)
    if (!isQuoted) continue
    const within = inner.slice(1, -1)
    // '"A" thay cho "B"' begins and ends with a mark and yet is not quoted as a whole.
    if (!within.includes(open) && !within.includes(close)) return within.trim().replace(/\.$/, "")
  }
  return bare
}

const COURTESIES = oneOf(
  "ạ, nhé, nhá, nhen, với ạ, ạ em, nhé em, nhé ad, nhé bot, nha em, nha ad, nha bot, em ơi, ad ơi, bot ơi, em nhé",
  "giúp em, giúp em với, cho em với, cho em nhé, giúp anh, giúp chị",
)
const COURTESY = new RegExp(
  `(?:[\\s,.]+${COURTESIES}|(?<=["”»’])\\s*(?:a|ạ|nha|nhé)|\\s*(?:${EMOJI}|[\\u{1F3FB}-\\u{1F3FF}\\uFE0F\\u200D])|\\s+[=:;]['-]?[)D]+|\\s+(?:hihi|hehe|haha|kkk+))$`,
  "iu",
)

/** "… em ghi vào cho cô nhé" */
const WRITE_DOWN = oneOf("ghi, đăng ký, dang ky, đăng kí, đk, dk, lưu, luu, nhập, nhap")
const HOW = oneOf("vào, vao, lại, lai, luôn, luon, nhận, nhan, tên, ten")
const FOR = oneOf("cho, giúp, giup, hộ, ho, giùm, gium, dùm, dum")
const ME = oneOf(ONESELF, "cô, co, chú, chu, bác, bac, cháu, e, a, c")
const WISH_BEHIND = new RegExp(
  `[\\s,.]+(?:(?:em|bot|ad|nhờ|nho)\\s+)*${WRITE_DOWN}(?:\\s+${HOW})*\\s+${FOR}\\s+${ME}` +
    `(?:\\s+${oneOf("với, voi, vs, nhé, nhe, nha, ạ, luôn, em")})*[\\s.!]*$`,
  "iu",
)

/** What is said to the bot behind a title, and signs that only point at it, are no part of it. */
function withoutCourtesy(title: string): string {
  const wish = WISH_BEHIND.exec(title)
  let bare = wish === null || !isTitle(title.slice(0, wish.index)) ? title : title.slice(0, wish.index)
  // "… giúp em với ạ 🙏🙏": a handful, whoever types a hundred gets what he typed.
  for (let round = 0; round < 6; round++) {
    const shorter = bare.replace(COURTESY, "").trimEnd()
    if (shorter === bare) break
    bare = shorter
  }
  return bare === "" ? title : bare
}
