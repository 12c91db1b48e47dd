import { asFolded } from "../intake/told.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import type { CommandName } from "./command.ts"
import { doubts, isRegretted, weighs, weighsAsking, wonders } from "./held-back.ts"

const END = `(?: ${oneOf("a, em, e, anh, chi, nhi, vay, the, ha, bot, ad, ta, day, bay gio")})*\\W*$`
const NOT = "(?:khong|ko|k|hong)"
/** "thế nào", "ở đâu": how it is done. */
const HOW = new RegExp(
  `^${oneOf("the nao, nhu the nao, kieu gi, cach nao, bang cach nao, lam sao, ra sao, la sao, la gi, o dau")}${END}`,
)
/** "thì tác giả có biết không", "cấp tỉnh thì gõ thế nào": what comes of it. */
const WHAT_THEN = new RegExp(
  `(?:^| )thi (?:[^ ]+ ){0,8}?(?:${NOT}|the nao|kieu gi|lam sao|sao|o dau|gi|bao gio|khi nao)${END}`,
)
/** "có phải ghi lý do không", "có ổn không" */
const WHETHER = new RegExp(`^co (?:[^ ]+ ){0,8}?${NOT}${END}`)
const MAY_IT = new RegExp(`(?:^| )(?:co )?(?:duoc|dc) ${NOT}${END}`)
/** "hủy SK-3 giúp em được không" is how one asks for it. */
const MAY_I = new RegExp(
  `^(?:${oneOf("giup, ho, cho, em, chi, anh, toi, minh, luon, di")} )*(?:duoc|dc) ${NOT}${END}`,
)
/** "chuyển SK-3 sang KCN-02 có ảnh hưởng gì không": behind the name of a unit or a scope. */
const WHETHER_BEHIND = new RegExp(`(?:^| )(?:co|thi|lieu) (?:[^ ]+ ){1,8}?${NOT}${END}`)
/** "lên cổng SK-3 CP-1234 chưa" */
const YET = new RegExp(`(?:^| )chua${END}`)

/** What others are told at once, and is not to be done where it may only be asked about: "công nhận SK-3 được không". */
const TELLS_OTHERS: ReadonlySet<CommandName> = new Set([
  "recognize",
  "accept",
  "refuse",
  "merge",
  "takeBack",
  "moveRecord",
  "askFirst",
])
/** What is asked back anyway, or changes what others see: whether it may be done is a question all the same. */
const ASKED_BACK: ReadonlySet<CommandName> = new Set(["units", "invite", "withdrawRole", "targets", "pledge"])

/** "chuyển KCN-02 về trực thuộc tỉnh được không", "mời cán bộ KCN chưa em" */
export function asksWhetherItMay(name: CommandName, words: string): boolean {
  const said = fold(clean(words))
  return (
    ASKED_BACK.has(name) && (MAY_IT.test(said) || (name === "invite" && (YET.test(said) || wonders(words))))
  )
}

/** A question is what these send, or keep; only how they are done is asked. */
const TAKES_QUESTIONS: ReadonlySet<CommandName> = new Set(["askMore", "add"])
/** What somebody does to their own record. */
const OF_ONES_OWN: ReadonlySet<CommandName> = new Set([
  "cancel",
  "edit",
  "coAuthor",
  "keepSecret",
  "makeOpen",
])
const CHANGES: ReadonlySet<CommandName> = new Set([
  ...TELLS_OTHERS,
  ...TAKES_QUESTIONS,
  ...OF_ONES_OWN,
  "onPortal",
])
/** Words behind these that are none of theirs are not looked at: a doubt among them would be lost. */
const LOSES_WORDS: ReadonlySet<CommandName> = new Set([
  "recognize",
  "accept",
  "merge",
  "moveRecord",
  "onPortal",
])

/** "bỏ từ chối …": the command comes with its own words. */
const TAKEN_BACK =
  /^(?:(?:thu hoi|bo|huy|xet lai|mo lai) )?(?:(?:viec )?(?:cong nhan|quyet dinh|tu choi|trung lap|len cong|gop|duyet)(?: |$))?/

/**
 * Whether words behind a command ask about it or weigh it, so that nothing is to be done: "từ chối SK-4 có phải ghi lý do không", "công nhận SK-3
 * thì hơi sớm".
 */
export function asksAboutDoing(name: CommandName, words: string): boolean {
  if (!CHANGES.has(name)) return false
  const behind = besideCode(words)
  const said = saidOf(behind).replace(name === "takeBack" ? TAKEN_BACK : /^$/, "")
  switch (name) {
    case "askMore":
      return weighsAsking(behind) || (/^thi /.test(said) && WHAT_THEN.test(said))
    case "add":
      return asksWhatToAdd(behind, said)
    case "edit":
      return CALLS_IT_NOTHING.test(said) || MAY_IT_BE.test(said) || WHAT_THEN.test(said) || wonders(behind)
    case "coAuthor":
      return WHO.test(said) || MAY_IT_BE.test(said) || wonders(behind)
    default:
      return isWeighed(name, behind, said)
  }
}

function isWeighed(name: CommandName, behind: string, said: string): boolean {
  if (HOW.test(said) || WHAT_THEN.test(said) || WHETHER.test(said) || wonders(behind)) return true
  if (name !== "cancel" && (weighs(said) || isRegretted(behind))) return true
  if (name === "refuse" && NAMES_ANOTHER.test(said)) return true
  if (LOSES_WORDS.has(name))
    return WHETHER_BEHIND.test(said) || MAY_IT.test(said) || YET.test(said) || doubts(behind)
  return MAY_IT.test(said) && (TELLS_OTHERS.has(name) || !MAY_I.test(said))
}

/** "từ chối SK-2 chứ không phải SK-1, vì trùng": its author would read that. */
const NAMES_ANOTHER = /^(?:chu )khong phai(?: |$)/

/** Whether words behind "hủy" tell that its speaker hesitates to have it done: "rút SK-1 thì tiếc", "nếu chưa ai duyệt". */
export function holdsBack(name: CommandName, words: string): boolean {
  const behind = besideCode(words)
  return name === "cancel" && (weighs(saidOf(behind)) || isRegretted(behind))
}

function besideCode(words: string): string {
  return clean(words).replace(/sk\s*[-–—]?\s*\d+/giu, " ")
}

/** What is said of a record beside its code, folded. */
function saidOf(behind: string): string {
  return asFolded(behind.replace(/[\s,;:]+/gu, " ").trim())
}

function asksWhatToAdd(behind: string, said: string): boolean {
  const isShort = said.split(" ").length <= MOST_WONDERING_WORDS
  const asksWhatThen = said.startsWith("thi ") && WHAT_THEN.test(said)
  return HOW.test(said) || asksWhatThen || ADDS_NOTHING.test(said) || (isShort && wonders(behind))
}

/** "áp dụng từ 10/1/2026 à" */
const MOST_WONDERING_WORDS = 7
/** "bổ sung SK-1 gì nữa ạ" */
const ADDS_NOTHING = new RegExp(
  `^(?:(?:lam )?gi(?: nua)?|them gi(?: nua)?|(?:(?:anh|hinh|video|mo ta) )?(?:co )?(?:duoc|dc) ${NOT})${END}|^(?:a|ha|nhi)\\W*$|^(?:(?:de )?(?:mai|sau|lat nua|toi nay)|di|nhe|roi)(?: ${oneOf("em, e, nhe, nha, a, ma, chi, anh, toi")})*\\W*$|^(?:de )?mai (?:em|toi|chi|anh) ${oneOf("gui, nop, chup, bo sung, viet")}(?: |$)|^roi (?:ma|sao) `,
)
const FIELD = oneOf("ten, tac gia, linh vuc, lam loi, so tien, mo ta, noi dung, lai, la, thanh, sang, nhu")
const TEASERS = oneOf(
  "lam gi, gi, j, the nao, nhu the nao, kieu gi, ra sao, la sao, ai, cho nao, o dau, bao nhieu, may, (?:co )?(?:duoc|dc) (?:khong|ko|k|hong)",
)
const SOMEBODY = oneOf("em, anh, chi, toi, minh, vo, chong, to truong, sep, ban, co, chu, bac, ai")
/** "đổi tên SK-1 làm gì em", "tên là do em đặt đấy", "tên … mà sao trong file ghi khác": no name for anything. */
const CALLS_IT_NOTHING = new RegExp(
  `^(?:${FIELD} )*${TEASERS}${END}|^(?:${FIELD} )*(?:do )?${SOMEBODY} (?:[^ ]+ ){0,2}(?:dat|nghi ra|viet|ghi)(?: (?:day|do|ra|cho))*${END}|(?:^| )ma sao |^(?:${FIELD} )*roi(?: (?:ma|sao|van) |\\W*$| ma\\W*$)|(?:^| )hay (?:giu|de) nguyen`,
)
const MAY_IT_BE = new RegExp(
  `(?:^| )co ${oneOf("duoc, dc, hop ly, hop, on, dung, sao, nen, can, bi \\S+, qua \\S+, mat \\S+")} (?:[^ ]+ )?${NOT}${END}`,
)
/** "đồng tác giả SK-1 là ai" */
const WHO = new RegExp(
  `^(?:la )?(?:ai|nhung ai|lam gi|the nao|kieu gi)${END}|^(?:duoc|toi da|co|gom) (?:may|bao nhieu|nhung ai)|(?:^| )chua${END}`,
)

/** What politely is asked for, and done: "sửa SK-1 làm lợi 30 triệu được không ạ". */
const POLITELY: ReadonlySet<CommandName> = new Set(["edit", "coAuthor", "correctName", "correctUnit"])
const POLITE =
  /(?<![\s,])[\s,]+(?:được|duoc|đc|dc)\s+(?:không|khong|ko|k|hông|hong)(?:\s+(?:ạ|a|em|e|anh|chị|chi|bot|ad|vậy|vay|nha|nhé)){0,4}[\s.?!]*$/iu

/** The words behind a command without the question they are wrapped in. */
export function withoutAsking(name: CommandName, words: string): string {
  return POLITELY.has(name) ? words.replace(POLITE, "") : words
}

/** Whether the whole of what was typed wonders about what it names: "SK-1 ổn, cấp cơ sở nhỉ". */
export function wondersAbout(name: CommandName, text: string): boolean {
  // What is only told of a record, "SK-1 thiếu ảnh hết à", asks nobody else.
  if (name === "askMore") return wonders(text) && !ASKS_AUTHOR.test(fold(clean(text)))
  const isOrder = TELLS_OTHERS.has(name) || OF_ONES_OWN.has(name) || name === "onPortal"
  return (
    (isOrder || (name === "remind" && STOPS_REMINDING.test(text))) && !text.includes("\n") && wonders(text)
  )
}

const STOPS_REMINDING = /^(?:tắt|tat|bật|bat)\s/iu

const ASKS_AUTHOR = /(?:^| )(?:hoi|tra|nhan|bao|yeu cau|de nghi|bo sung|them)(?: |$)/
