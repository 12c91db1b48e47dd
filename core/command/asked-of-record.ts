import { clean, fold } from "../text/fold.ts"
import type { CommandName } from "./command.ts"

const END = "(?: (?:a|em|anh|chi|nhi|vay|the|ha|bot|ad))*\\W*$"
const NOT = "(?:khong|ko|k|hong)"
/** "thế nào", "ở đâu": how it is done. */
const HOW = new RegExp(`^(?:the nao|nhu the nao|kieu gi|cach nao|lam sao|ra sao|o dau)${END}`)
/** "thì tác giả có biết không", "cấp tỉnh thì gõ thế nào": what comes of it. */
const WHAT_THEN = new RegExp(
  `(?:^| )thi (?:[^ ]+ ){0,8}?(?:${NOT}|the nao|kieu gi|lam sao|sao|o dau|gi|bao gio|khi nao)${END}`,
)
/** "có phải ghi lý do không", "có sao không" */
const WHETHER = new RegExp(
  `^co (?:(?:phai|can|bi|mat|duoc|anh huong) (?:[^ ]+ ){0,8}?${NOT}|(?:sao|duoc|mat) ${NOT})${END}`,
)
const MAY_IT = new RegExp(`(?:^| )(?:co )?(?:duoc|dc) ${NOT}${END}`)
/** "chuyển SK-3 sang KCN-02 có ảnh hưởng gì không": behind the name of a unit. */
const WHETHER_BEHIND = new RegExp(`(?:^| )(?:co|thi) (?:[^ ]+ ){1,8}?${NOT}${END}`)

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

/** "chuyển KCN-02 về trực thuộc tỉnh được không" */
export function asksWhetherItMay(name: CommandName, words: string): boolean {
  return ASKED_BACK.has(name) && MAY_IT.test(fold(clean(words)))
}

/** A question is what these send, or keep; only how they are done is asked. */
const TAKES_QUESTIONS: ReadonlySet<CommandName> = new Set(["askMore", "add"])
const CHANGES: ReadonlySet<CommandName> = new Set([...TELLS_OTHERS, ...TAKES_QUESTIONS, "cancel", "onPortal"])

/** "bỏ từ chối …": the command comes with its own words. */
const TAKEN_BACK =
  /^(?:thu hoi|bo|huy|xet lai)(?: (?:viec )?(?:cong nhan|quyet dinh|tu choi|trung lap|len cong|gop|duyet))?(?: |$)/

/** "rút SK-1 thì tiếc", "hủy SK-1 uổng lắm": said by whoever thinks about it, and no order. */
const HOLDS_BACK =
  /^(?:thi (?!(?:tot |co )?(?:hon|duoc)(?: |$))|(?:(?:ma|cung|nghe|that|thay|hoi|kha|qua) )*(?:tiec|uong|phi|mat cong|phan van|do dang)(?: |$))/

/** Whether words behind a command tell that its speaker hesitates to have it done. */
export function holdsBack(name: CommandName, words: string): boolean {
  return name === "cancel" && HOLDS_BACK.test(saidOf(words))
}

/** What is said of a record beside its code, folded. */
function saidOf(words: string): string {
  return fold(clean(words))
    .replace(/sk[-–\s]*\d+/g, " ")
    .replace(/[\s,;:]+/g, " ")
    .trim()
}

/** Whether words behind a command ask about it, so that nothing is to be done: "từ chối SK-4 có phải ghi lý do không". */
export function asksAboutDoing(name: CommandName, words: string): boolean {
  if (!CHANGES.has(name)) return false
  const said = saidOf(words).replace(name === "takeBack" ? TAKEN_BACK : /^$/, "")
  if (name === "askMore") return /^thi /.test(said) && WHAT_THEN.test(said)
  if (HOW.test(said) || (said.startsWith("thi ") && WHAT_THEN.test(said))) return true
  if (name === "add") return false
  if (name === "moveRecord" && WHETHER_BEHIND.test(said)) return true
  return WHAT_THEN.test(said) || WHETHER.test(said) || (TELLS_OTHERS.has(name) && MAY_IT.test(said))
}
