import { Head } from "../command/head.ts"
import { beginsLikeTitle } from "../command/object.ts"
import { clean } from "../text/fold.ts"
import { ONESELF } from "../text/kin.ts"
import { oneOf } from "../text/pattern.ts"
import { asksBack, complains, isQuestion, mayTell, tellsHowItBegan } from "./told.ts"

/** In UTF-16 units; more is a document. */
const LONGEST = 3_000

/** As people type them: with their marks, or without. */
const IDEA = "sáng kiến, sang kien, sk"
const REGISTER = oneOf("đăng ký, dang ky, đăng kí, dk, đk, ghi nhận, ghi nhan")
const FOR_ME = `${oneOf("cho, giúp, giup, hộ, ho, dùm, dum")}\\s+${oneOf(ONESELF, "e, a, c")}`
const PLEASE = `(?:\\s+${oneOf("với, voi, vs, nhé, nhe, nha, ạ, a")})*[\\s.!)]*$`
const WISHED = `(?:${oneOf(ONESELF, "cho, nhờ, nho, xin")}\\s+)*${REGISTER}(?:\\s+${oneOf(IDEA)})?(?:\\s+(?:này|nay))?`
/** "X đăng ký giúp em với", and behind a comma, a dash or a bracket also "X, đăng ký nhé" */
const TITLE_FIRST = new RegExp(
  `^["“«']?(.+?)["”»']?(?:[\\s,.:;–-]+${WISHED}\\s+${FOR_ME}|\\s*(?:[,.;–(]|\\s-)\\s*${WISHED})${PLEASE}`,
  "iu",
)
/** "sáng kiến X của em đăng ký nhé" */
const IDEA_FIRST = new RegExp(
  `^(?:${oneOf(IDEA)})\\s*[:,]?\\s+(.+?)(?:\\s+(?:của|cua)\\s+${oneOf(ONESELF)})?[\\s,.;–-]+${WISHED}(?:\\s+${FOR_ME})?${PLEASE}`,
  "iu",
)
const LONGEST_TITLE_FIRST = 200

/** The title of '"Khay nam châm thu kim" đăng ký cho em với'; undefined where what stands before is a story. */
export function titleBeforeWish(text: string): string | undefined {
  const typed = clean(text.slice(0, LONGEST))
  if (typed.length > LONGEST_TITLE_FIRST || isQuestion(typed)) return undefined
  const title = (IDEA_FIRST.exec(typed) ?? TITLE_FIRST.exec(typed))?.[1]
  return title !== undefined && !title.includes("\n") && !tellsHowItBegan(title) ? title : undefined
}

/** "anh có cái sáng kiến lắp camera lùi cho xe nâng … thì anh nộp ở đâu", "khoa e có cái quy trình giao ca bằng app …" */
const I_HAVE = new RegExp(
  `(?:^|\\s)(?:có|co)\\s+(?=${oneOf("cái, cai, một, mot, 1", IDEA, "ý tưởng, y tuong")}\\s)(?:(?:cái|cai|một|mot|1)\\s+)?(?:(?:${oneOf(IDEA, "ý tưởng, y tuong")})\\s+(?:(?:là|la|về|ve)\\s+)?)?(\\S.*)$`,
  "isu",
)
const WHERE_TO_SEND = new RegExp(
  `[\\s,.]+(?:(?:${oneOf("thì, thi, vậy, vay, nên, nen, giờ, gio, muốn, muon", ONESELF, "e, a, c")})\\s+)*` +
    `${oneOf("nộp, nop, gửi, gui, đăng ký, dang ky, dk, làm, lam")}\\s+` +
    `${oneOf("ở đâu, o dau, thế nào, the nao, kiểu gì, kieu gi, sao, cho ai, vào đâu, vao dau, được không, duoc khong")}` +
    `(?:\\s+${oneOf("ạ, em, vậy, nhỉ, a, vay, ad, bot")})*[\\s.?!]*$`,
  "iu",
)
/** A cheap look first: most messages hold nothing of the kind. */
const HAVE = /(?:^|\s)(?:có|co)\s+(?:cái|cai|một|mot|1|sáng kiến|sang kien|sk|ý tưởng|y tuong)\s/iu
const LONGEST_HAVING = 500

/** The idea in "anh có cái sáng kiến … thì anh nộp ở đâu": whether it is meant as a title is to be asked. */
export function ideaTheyHave(text: string): string | undefined {
  if (text.length > LONGEST_HAVING || !HAVE.test(text)) return undefined
  const idea = I_HAVE.exec(clean(text))?.[1]?.replace(WHERE_TO_SEND, "").trim()
  // "mấy đơn vị chưa có cái nào, giục họ giúp chị"
  return idea === undefined || WHICH.test(idea) || isQuestion(idea) || asksBack(idea) ? undefined : idea
}
const WHICH = /^(?:nào|gì|mấy|bao nhiêu)(?!\p{L})/iu

const MAKERS =
  "em, tôi, toi, mình, minh, anh, chị, chi, bác, bac, cô, chú, chu, dì, tui, mik, mk, bọn em, bon em, bọn mình, chúng em, chung em, chúng tôi, chung toi, tổ em, to em, tổ tôi, tổ mình, nhóm em, nhom em"
const MADE = oneOf(
  "soạn, soan, chế, che, chế tạo, che tao, thiết kế, thiet ke, tạo, tao, lắp, lap, lắp đặt, lap dat, nghĩ ra, nghi ra, sáng chế, sang che, cải tiến, cai tien, cải tạo, cai tao",
  "viết phần mềm, viet phan mem, viết app, viet app, làm ra, lam ra, làm cái, lam cai, làm bộ, lam bo, làm chiếc, lam chiec, làm được, lam duoc, chế được, che duoc, dựng, xây dựng, xay dung, may cái, may cai, may bộ, hàn cái, han cai, đóng cái, dong cai",
)
/** "em soạn mẫu excel chấm công tự động", "bác chế cái kệ để mỏ hàn" */
const I_MADE = new RegExp(
  `^(?:(?:dạ|thì|à|bên)\\s+)*${oneOf(MAKERS)}\\s+(?:(?:có|co|đã|da|vừa|vua|mới|moi|tự|tu|hay)\\s+)*((?:${MADE})\\s+\\S+\\s+\\S.*)$`,
  "isu",
)
const LONGEST_MADE = 300

/** What somebody says they have made: whether it is meant as a title is to be asked. */
export function ideaTheyMade(text: string): string | undefined {
  const made = text.length > LONGEST_MADE ? undefined : I_MADE.exec(clean(text))?.[1]?.trim()
  if (made === undefined || isQuestion(made) || asksBack(made) || !mayTell(text)) return undefined
  // Nothing is called "nghĩ ra cách gấp túi rác", nor "làm được cái giá treo chỉ".
  return made.replace(/^(?:nghĩ|nghi|làm|lam|chế|che)\s+(?:ra|được|duoc)\s+(?:(?:cái|cai)\s+)?/iu, "")
}

const GREETING = oneOf("dạ, da, vâng, em, anh, chị, chi, bot, ad, ơi, oi, thì, thi")
const MY_IDEA = oneOf(IDEA, "ý tưởng, y tuong, giải pháp, giai phap")
const MY_PLACE = oneOf(
  "tổ, to, đội, doi, phòng, phong, nhóm, nhom, khoa, lớp, lop, trường, truong, đơn vị, don vi, bên, ben",
)
const OURS = oneOf(ONESELF, "chúng tôi, chung toi, chúng em, chung em")
const NAMELY = oneOf(":", ",?\\s(?:là|la)(?=\\s)[\\s:]*", "(?:như sau|nhu sau)[\\s:,]*")
const TELLING = oneOf(
  "xin, muốn, muon, gửi, gui, gởi, nộp, nop, báo cáo, bao cao, trình bày, trinh bay, giới thiệu, gioi thieu",
)
const OWNED = new RegExp(
  `^(?:${GREETING}[\\s,]+)*(?:${TELLING}\\s+)*${MY_IDEA}\\s+(?:(?:cải tiến|cai tien)\\s+)?(?:của\\s+|cua\\s+)?(?:${MY_PLACE}\\s+)?${OURS}\\s*${NAMELY}` +
    "(?:(?:về|ve)\\s+)?(?:(?:việc|viec)\\s+)?(.+)$",
  "isu",
)

/** The title of "sáng kiến của tôi là làm cái giá để dụng cụ y tế"; undefined for questions about it. */
export function titleBehindOwner(text: string): string | undefined {
  const typed = clean(text.slice(0, LONGEST))
  const title = OWNED.exec(typed)?.[1]?.trim()
  return title === undefined || isQuestion(typed) || asksBack(typed) ? undefined : title
}

const AN_IDEA = `${oneOf("cái, cai, một, mot, 1")}?\\s*${oneOf(IDEA)}`
const PUT_DOWN = oneOf(
  "ghi, lưu, luu, nhập, nhap, khai, khai báo, khai bao, thêm, them, tạo, tao, báo cáo, bao cao, trình bày, trinh bay, giới thiệu, gioi thieu",
)
/** "sáng kiến của Gang Thép", "sáng kiến hôm trước": one that is known, and none that is told. */
const POINTS = oneOf("của, cua, này, nay, nào, nao, đó, do, kia, ấy, ay, mới, moi, hôm, hom, trước, truoc")
/** "ghi cho anh cái sáng kiến lắp quạt hút bụi", "khai báo sáng kiến thay dây curoa bằng xích", and "sáng kiến …" alone. */
const PUTS_DOWN = new RegExp(
  `^(?:${GREETING}[\\s,]+|${oneOf(ONESELF, "xin, muốn, muon, nhờ, nho, cho")}\\s+)*(?:${PUT_DOWN}(?:\\s+${FOR_ME})?\\s+)?${AN_IDEA}\\s*[:,]?\\s+(?!${POINTS}\\s)(?:(?:về|ve|là|la)\\s+)?(\\S.+)$`,
  "isu",
)
/** "tôi muốn chia sẻ cách làm hay: …", "mẹo: …" */
const GOOD_WAY = new RegExp(
  `^(?:${GREETING}[\\s,]+|${oneOf(ONESELF, "xin, muốn, muon, có, co")}\\s+)*(?:(?:chia sẻ|chia se)\\s+)?(?:(?:một|mot|1|cái|cai)\\s+)*` +
    `${oneOf("cách làm hay, cach lam hay, mẹo, meo, mẹo hay, meo hay, mẹo nhỏ, meo nho, kinh nghiệm, kinh nghiem, cách hay, cach hay")}\\s*:\\s*(\\S.+)$`,
  "isu",
)
/** "em đề nghị công ty làm mái che chỗ để xe" */
const ASKS_THE_FIRM = new RegExp(
  `^(?:${GREETING}[\\s,]+|${oneOf(ONESELF, "xin, muốn, muon")}\\s+)*${oneOf("đề nghị, de nghi, kiến nghị, kien nghi, mong")}\\s+` +
    `${oneOf("công ty, cong ty, cty, nhà máy, nha may, xưởng, xuong, trường, truong, lãnh đạo, lanh dao, ban giám đốc, bgđ, cơ quan, bệnh viện, khoa, sếp, sep")}\\s+(?:(?:nên|nen|cho)\\s+)?(\\S.+)$`,
  "isu",
)

/** What a firm is asked for every day, and no idea. */
const ABOUT_PAY =
  /(?:^|\s)(?:lương|luong|thưởng|thuong|phụ cấp|phu cap|nghỉ phép|nghi phep|ăn ca|an ca|bảo hiểm|bao hiem|chế độ|che do)(?=\s|$)/iu

/** What is put forward in other words than "đăng ký" and begins as titles do: whether it is meant as one is to be asked. */
export function ideaPutForward(text: string): string | undefined {
  if (text.length > LONGEST_HAVING) return undefined
  const typed = clean(text)
  const way = GOOD_WAY.exec(typed)?.[1]
  const idea = way ?? (PUTS_DOWN.exec(typed) ?? ASKS_THE_FIRM.exec(typed))?.[1]
  if (idea === undefined || isQuestion(typed) || asksBack(typed) || complains(typed)) return undefined
  if (OWNED.test(typed) || (way === undefined && ABOUT_PAY.test(typed))) return undefined
  return way !== undefined || beginsLikeTitle(new Head(idea)) ? idea.trim() : undefined
}
