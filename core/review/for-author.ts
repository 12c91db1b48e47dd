import { asksAboutDoing } from "../command/asked-of-record.ts"
import type { Command, CommandName } from "../command/command.ts"
import { wonders } from "../command/held-back.ts"
import { readCommand } from "../command/read.ts"
import type { Reads } from "../conversation/reads.ts"
import { unitNamed } from "../conversation/which-unit.ts"
import { isQuestion } from "../intake/told.ts"
import { parseYesNo } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { spelledOut } from "../text/short-forms.ts"

/**
 * What an officer's words are while a question to an author, or the reason of a refusal, is awaited: `send` them, step `back`, ask once
 * more because they say `nothing`, or ask whether they are meant for the author at all (`unsure`). Orders of the bot are told from them
 * by `isOrder` before.
 */
export type WordsFor = "send" | "back" | "nothing" | "unsure"

/** What asks for figures and lists may as well be asked of an author: "kết quả thế nào", "danh sách tác giả". */
const MAY_BE_ASKED: ReadonlySet<CommandName> = new Set([
  "progress",
  "ranking",
  "compare",
  "tally",
  "targets",
  "campaigns",
  "groups",
  "roles",
  "export",
  "journal",
  "search",
  "honour",
  "help",
  "askRule",
  "merge",
  "units",
])
/** "tuần này", "giai đoạn 1", "top 5": nobody's name, and nothing that an author is asked. */
const ONLY_PERIOD =
  /^(?:(?:tuan|thang|quy|nam|ngay|giai doan|dot|cao diem|hom|nay|qua|kia|truoc|roi|tu|den|ca|chuong trinh|top|tinh|va|sang kien)(?: |$)|\d[^ ]*(?: |$))+$/
const LONGEST_BARE = 4
const STEERS: ReadonlySet<CommandName> = new Set(["cancel", "back", "skip"])

/** Whether a command that the words give is meant for the bot, and surely not for an author. */
export async function isOrder(
  text: string,
  command: Command,
  { units }: Pick<Reads, "units">,
): Promise<boolean> {
  const { name, rest } = command
  if (isVerdictAlone(command) || isSlipAlone(text) || (rest === "" && STEERS.has(name))) return false
  if (!MAY_BE_ASKED.has(name) || command.slash) return true
  if (asksForEvidence(text, command)) return false
  if (rest.trim() === "") return fold(clean(text)).split(" ").length <= LONGEST_BARE && !isQuestion(text)
  return ONLY_PERIOD.test(fold(clean(rest))) || unitNamed(rest, await units()).kind === "sure"
}

/** "cho em xin số liệu" asks for figures of nobody in particular: here, for the author's. */
function asksForEvidence(text: string, { name, rest }: Command): boolean {
  return MAY_BE_ASKED.has(name) && rest.trim() === "" && EVIDENCE.test(clean(text))
}

const EVIDENCE =
  /(?:^|\s)(?:số liệu|so lieu|ảnh|hình ảnh|hinh anh|minh chứng|minh chung|thuyết minh|thuyet minh)(?=\s|[.,?!]|$)/iu

/** "nhầm rồi": said of the number just chosen, of which nobody was told yet. */
const ONLY_A_SLIP =
  /^(?:(?:a|oi|chet|thoi|em|anh|chi|minh) )*(?:(?:bam|go|chon|an) )?nham(?: (?:roi|so|nut|mat|a|em))*$/

function isSlipAlone(text: string): boolean {
  return ONLY_A_SLIP.test(fold(clean(text)).replace(/[\s.,!]+$/, ""))
}

/** "thôi công nhận" is no reason, and no record is named: the screen asks which verdict is meant. */
function isVerdictAlone({ name, rest }: Command): boolean {
  return rest === "" && ["recognize", "accept", "askMore", "refuse", "onPortal"].includes(name)
}

const BESIDE = "(?: (?:a|nhe|nha|em|chi|anh|da|di|vay|ho|giup|luon|cai nay|bot))*"
const STEPS_BACK = new RegExp(
  [
    // "thôi", "khoan đã", "từ từ em"
    `^(?:khoan|tu tu|doi|hoan|tam dung)(?: (?:lai|chut|ti|xiu|mot chut))?${BESIDE}$`,
    `^cho (?:chut|ti|xiu|mot chut|mot ti|em|chi|anh)${BESIDE}$`,
    // "thôi không hỏi nữa", "thôi để chị xem đã", "thôi công nhận đi"
    "^thoi (?:khong|ko|k|khoi|de|bo|dung|khoan|huy|cong nhan|duyet|cho|xem|chi|anh|em)(?: |$)",
    // "không hỏi nữa", "đừng gửi"
    `^(?:khong|ko|k|khoi|dung|chua) (?:can |muon |phai )?(?:hoi|gui|tu choi|nhan)(?: them)?(?: (?:nua|dau|voi|vang|voi vang))?${BESIDE}$`,
    // "để xem đã", "để chị hỏi lại đã"
    "^de (?:[^ ]+ ){0,4}(?:da|sau|lai)$",
    // "xem lại hồ sơ", "hồ sơ tiếp theo", "sang cái khác"
    `^(?:cho )?(?:(?:em|chi|anh) )?(?:xem|coi|mo) lai(?: (?:ho so|sang kien|man hinh|cai nay))?${BESIDE}$`,
    `^(?:(?:sang|qua|chuyen|toi|den) )?(?:(?:ho so|cai|sang kien|sk) )?(?:tiep theo|ke tiep|khac|sau)${BESIDE}$`,
  ].join("|"),
)
const LONGEST_BACK = 60
/** "2 cho em xin số liệu" where only the words were awaited, and "2 lần thử kết quả ra sao" is a question all the same. */
const NUMBER_AHEAD = /^[1-4](?:\s*[.):,;–-]\s*|\s+)\D/u
/** "nhac may tng": a reminder without its mark. */
const UNMARKED_REMINDER = /^nhac /

/** "gửi bc vào nhóm tỉnh", "soạn giúp công văn": what a colleague in an office is asked for, and no author. */
const OFFICE_WORK =
  /^(?:(?:em|bot|giup|cho|chi|anh) )*(?:gui|dang|soan|xuat|in|lap|lam|ve|thong bao|pho bien|dang tai) (?:[^ ]+ ){0,6}?(?:nhom|file|excel|bc|bao cao|cong van|bieu do|bang xep hang|bxh|(?:cac )?(?:don vi|dv|cdcs)|toan tinh|ban thuong vu)(?: |$)/

/** "ai gửi đấy", "còn mấy cái nữa", "gửi luôn": what an officer asks of the bot rather than of an author. */
const ASKS_US =
  /^(?:(?:da|a|em|chi|anh|toi|minh|bot|oi|thoi|the) )*(?:tat ca|gui luon|bao gio gui|ai (?:gui|nop|nhan)(?: duoc)?|con (?:may|bao nhieu)(?: (?:cai|ho so|sang kien|sk))?|(?:cho )?(?:em|chi|anh|toi|minh) (?:xem|coi)(?: .{0,20})?|chi .{1,20} thoi)(?: (?:nua|day|vay|the|a|em|nhe|di|roi))*\W*$/
const LONGEST_ASKED_OF_US = 40

/** "gửi đi", "số 1", "KCN": too little to be sure that it is for the author, unless it says what is wrong or wanted. */
const MOST_CURT_WORDS = 2
const SAYS_WHAT = new RegExp(
  `(?:^| )${oneOf(
    "trung, trung lap, lap, giong, copy, chep, thieu, chua, khong, ko, sai, mo ho, so sai, so luoc, kem, it, ngan, cu, don gian, chung chung, vo ly",
    "anh, hinh, so lieu, minh chung, chung tu, mo ta, lam loi, thuyet minh, ban ve",
  )}(?: |$)`,
)

/** What the words are, once they are no order. */
export function wordsFor(text: string): WordsFor {
  const typed = clean(text)
  const said = fold(typed).replace(/[\s.,;:!]+$/, "")
  const command = readCommand(typed, { officer: true })
  const answer = parseYesNo(typed)
  if (answer === false || isSlipAlone(typed) || (typed.length <= LONGEST_BACK && STEPS_BACK.test(said)))
    return "back"
  if (command !== undefined && (isVerdictAlone(command) || STEERS.has(command.name))) return "back"
  if (!/\p{L}{2}/u.test(typed)) return "nothing"
  const isCurt = said.split(" ").length <= MOST_CURT_WORDS
  if (answer === true) return isCurt ? "nothing" : "unsure"
  if (command !== undefined && asksForEvidence(typed, command)) return "send"
  const isReason = isCurt && SAYS_WHAT.test(said)
  if (isReason && command?.rest !== "") return "send"
  const short = spelledOut(typed, { officer: true })
  const isOffice =
    command !== undefined || (short !== undefined && readCommand(short, { officer: true }) !== undefined)
  const mayBeOurs =
    isOffice ||
    (OFFICE_WORK.test(said) && !EVIDENCE.test(typed)) ||
    UNMARKED_REMINDER.test(said) ||
    (typed.length <= LONGEST_ASKED_OF_US && ASKS_US.test(said))
  return mayBeOurs || isCurt || NUMBER_AHEAD.test(typed) ? "unsure" : "send"
}

/** "nhầm, chị muốn công nhận", "ghi gì bây giờ", "không cần lý do" */
const SAID_TO_US = new RegExp(
  [
    "^(?:(?:a|oi|chet|em|thoi)[ ,]+)*(?:nham(?: roi)?|khong phai) ?[,.]",
    "^(?:(?:em|bot|nho) )*(?:goi y|viet|ghi|soan) (?:giup|ho|cho|gi|sao|the nao|nhu nao)(?: |$)",
    "^(?:khong|ko|k) (?:can |co |phai )+(?:ghi |neu )?ly do",
  ].join("|"),
)

/** Whether words typed for the reason of a refusal rather wonder, weigh it or speak to the bot. */
export function givesNoReason(text: string): boolean {
  const typed = clean(text)
  return wonders(typed) || asksAboutDoing("refuse", typed) || SAID_TO_US.test(fold(typed))
}
