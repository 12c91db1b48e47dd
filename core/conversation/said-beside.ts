import { asideIn, isAboutData, lackingWords } from "../command/aside.ts"
import { beside, nods } from "../command/beside.ts"
import { asksToWait, startsOver } from "../intake/guided-words.ts"
import { listOfPeople } from "../intake/on-behalf-lines.ts"
import { register } from "../intake/register.ts"
import { askRequest } from "../people/data-request-ask.ts"
import { myData } from "../people/my-data.ts"
import { correctName, nameOrNot } from "../people/my-data-correct.ts"
import { ownNameTold } from "../people/name-told.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { fold } from "../text/fold.ts"
import { SILENCE } from "./decision.ts"
import type { Reader } from "./said.ts"
import { answer } from "./turn.ts"

/** "tôi nghỉ việc rồi xóa thông tin của tôi" */
const WANTS_ERASED =
  /(?:^| )(?:xoa|bo|go)(?: (?:giup|ho|het|sach|toan bo|tat ca|moi|cho|em|toi|minh|anh|chi))* (?:thong tin|du lieu|tai khoan|ten)(?: (?:ca nhan|rieng))? (?:cua )?(?:toi|em|minh|anh|chi|tui)(?: (?:di|nhe|a|giup|voi))*(?:\W*$|[,.;])/

export const erasureWanted: Reader = async ({ turn, folded }) =>
  WANTS_ERASED.test(folded) ? await myData(turn) : undefined

/** "xe đẩy là của anh Hùng chứ không phải của Bình", "không phải của em, của anh Hùng" */
const DISPUTES =
  /(?:^| )(?:lay mat|cuop|an cap|danh cap|chep)(?: mat)? (?:y tuong|sang kien|cong|sk|bai)(?: cua)? (?:em|toi|minh|anh|chi)(?: |\W|$)|(?:sang kien|sk|cai) (?:nay )?cua (?:em|toi|minh|anh|chi)(?: (?:ma|sao|lai|thi))* (?:ghi|de|dung|nam) ten (?:nguoi khac|anh|chi|ban|co|chu|bac)(?: |$)|^(?:(?:da|a|cai nay|nay|sk nay) )*(?:khong|ko|k) phai (?:la )?(?:cua )?(?:toi|em|minh|anh|chi|bac)\W+(?:ma |la )*(?:cua|do) \S+(?: \S+){0,4}\W*$|(?:^| )la (?:cua|do) (?:anh |chi |co |chu |bac |ong |ba |em |ban )?\S+(?: \S+){0,4}? (?:chu|ma|co)(?: (?:khong|ko|k|dau)(?: co)? phai)?(?: (?:la )?(?:cua|do) (?:anh |chi |co |chu |bac |ban )?\S+(?: \S+){0,3})?\W*$/
/** "dòng 7 sai tên, Dương Thị Yên mới đúng" */
const WRONG_NAME = /^(?:dong|so|cai) \d{1,2} (?:(?:bi|ghi|viet) )*(?:sai|nham|lon) (?:ho )?ten(?: |\W|$)/

export const authorDisputed: Reader = ({ turn, folded }) =>
  DISPUTES.test(folded) || WRONG_NAME.test(folded) ? answer(turn, "author-dispute") : undefined

/** 'đổi chữ "lớp 4" thành "lớp 5"': of which title, and that it is one, is not said. */
const REPLACES_WORDS =
  /^(?:(?:da|em|toi|minh|anh|chi|co|chu|bac|cho|muon|xin) )*(?:doi|sua|thay) (?:giup |lai )?(?:cai )?(?:chu|tu|cum tu|doan|cau) .{1,60} (?:thanh|bang) /

export const wordsReplaced: Reader = ({ turn, folded }) =>
  REPLACES_WORDS.test(folded) ? answer(turn, "change-info") : undefined

/** What is told of oneself, or asked about the sectors, has an answer of its own; in a group it may be said to others. */
export const saidAside: Reader = ({ turn, text, isPrivate }) => {
  const aside = asideIn(text)
  if (aside === undefined) return undefined
  if (aside === "no_name" || aside === "name") return nameOrNot(turn, aside === "name")
  if (aside !== "sectors") return isPrivate ? answer(turn, ASIDES[aside]) : undefined
  const sectors = turn.context.campaign?.campaign.sectors ?? []
  return sectors.length === 0
    ? undefined
    : answer(turn, "sectors-info", { count: sectors.length, list: sectors.join("; ") })
}

const ASIDES = {
  elsewhere: "elsewhere-info",
  who: "who-info",
  team: "authors-info",
  no_idea: "no-idea-info",
  sent: "greet-back",
  slip: "slip-info",
  no_money: "no-money-info",
  not_applied: "not-applied-info",
  twice: "twice-info",
  hard: "hard-info",
  chat: "greet-back",
} as const

export const ownNameCorrected: Reader = ({ turn, text }) => {
  const name = ownNameTold(text)
  return name === undefined ? undefined : correctName(turn, name)
}

/** "đây ảnh đây em" */
const ONLY_A_PICTURE =
  /^(?:(?:đây|dạ|em|tôi|mình|anh|chị|gửi|là|có|rồi|nãy|nè|này|ạ|nhé)\s+)*(?:ảnh|hình)(?:\s+(?:đây|đó|em|nhé|ạ|rồi|này|nè|của|gửi|anh|chị|tôi))*[\s.!]*$/iu

export const onlyAPicture: Reader = ({ turn, typed }) =>
  ONLY_A_PICTURE.test(typed) ? answer(turn, "photo-info") : undefined

export const othersListed: Reader = ({ turn, text }) =>
  listOfPeople(text) === undefined ? undefined : answer(turn, "behalf-not-allowed")

/** "được rồi ạ" behind a receipt answers nothing. */
export const yesToNothing: Reader = ({ turn, text }) =>
  parseYesNo(text) === true ? answer(turn, "welcome") : undefined

export const nodded: Reader = ({ turn, text, isPrivate }) => {
  if (!nods(text)) return undefined
  return isPrivate ? answer(turn, "nod") : SILENCE
}

const LONGEST_NO = 4

/** A number or a no to nothing. */
export const answerToNothing: Reader = ({ turn, text, typed }) =>
  // "đừng nêu tên em trên nhóm chung" is no mere no.
  (typed.split(" ").length <= LONGEST_NO || startsOver(text)) &&
  (parseChoice(text, 20) !== undefined || parseYesNo(text) !== undefined || startsOver(text))
    ? answer(turn, "no-dialogue")
    : undefined

/** "để chị hỏi tổ trưởng đã", "gửi ảnh sau nhé" */
const ASKS_OTHERS_FIRST =
  /^(?:(?:thoi|da|a|u) )*de (?:em|anh|chi|toi|minh|bac|co|chu) (?:ve |con |di )?(?:hoi|xem|tinh|ban|nghi|chup|viet|ghi|lam|gui|bo sung)(?: .{0,40})? (?:da|sau)(?: (?:nhe|a|em))*\W*$|^(?:(?:em|anh|chi|toi|minh|da|co gi) )*(?:gui|chup|bo sung|viet)(?: (?:anh|hinh|them|mo ta|tep|file))* sau(?: (?:nhe|a|em|duoc khong))*\W*$/

export const putOff: Reader = ({ turn, text, folded }) =>
  asksToWait(text) || ASKS_OTHERS_FIRST.test(folded) ? answer(turn, "whenever") : undefined

/** Said to the bot itself: praise, complaints, and what else is no business of a campaign. */
export const saidToBot: Reader = async ({ turn, text, typed, isPrivate }) => {
  const said = beside(text)
  // "hay đấy" under a receipt is said to whoever registered.
  if (said === "welcome" && !isPrivate) return SILENCE
  // A complaint about what is kept of them is a right of theirs (Law 91/2025), and not for somebody else to settle.
  if (said === "concern-info" && isAboutData(text)) return await askRequest(turn, typed)
  return said === undefined ? undefined : answer(turn, said)
}

/** "SK-5 với SK-6 của em là một, gộp lại giúp": two of one are put together by officers; the one too many goes. */
const SAME_TWICE =
  /(?=.*(?:^| )(?:gop|ghep|trung|giong|la (?:1|mot)|cung (?:1|mot)|nhap)(?: |\W|$)).*(?<![a-z])sk ?-? ?\d+.{1,20}(?<![a-z])sk ?-? ?\d+/

export const sameTwice: Reader = ({ turn, folded, byOfficer }) =>
  !byOfficer && SAME_TWICE.test(folded) ? answer(turn, "twice-info") : undefined

/** "đưa SK-3 lên cổng giùm em": officers do that. */
const TO_THE_PORTAL = /(?:^| )(?:dua|day|up|nop|gui|cho)(?: \S+){0,4} len cong(?: |\W|$)/

export const portalWished: Reader = ({ turn, folded, byOfficer }) =>
  !byOfficer && TO_THE_PORTAL.test(folded) ? answer(turn, "portal-work-info") : undefined

const LONGEST_GREETING = 160
/** "chào em, bác là An tổ cơ khí", "anh là An bên tổ may 3": who introduces themselves is greeted. */
const GREETS =
  /^(?:(?:da|a|alo|em|toi|minh|anh|chi|bac|co|chu|chau) )*(?:xin )?chao\W(?:\S+ ){0,4}?(?:la|o|lam|ben) \S|^(?:(?:da|a|alo) )*(?:em|toi|minh|anh|chi|bac|co|chu|chau) (?:ten )?la (?:\S+ ){0,8}\S+$/
/** "em chào …, em là giáo viên trường … em muốn đăng ký sáng kiến dạy học": who it is says nothing yet of what was made. */
const WANTS_TO_REGISTER = /(?:^| )(?:muon|xin|can|dinh|nho|cho) (?:\S+ ){0,2}?(?:dang k[yi]|dk|nop|gui) /

export const introduced: Reader = async ({ turn, text, typed }) => {
  const said = text.length <= LONGEST_GREETING ? fold(typed) : ""
  if (!GREETS.test(said)) return undefined
  return WANTS_TO_REGISTER.test(said) ? await register(turn, "") : answer(turn, "greet-back")
}

/** An order of an officer's that lacks what it needs. */
export const orderLacksWords: Reader = ({ turn, text, byOfficer }) => {
  const lacks = byOfficer ? lackingWords(text) : undefined
  return lacks === undefined ? undefined : answer(turn, lacks)
}
