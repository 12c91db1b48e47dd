import { Head } from "../command/head.ts"
import { beginsLikeTitle, tellsAGain } from "../command/object.ts"
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
  /(?:^| )(?:(?<!(?:tuan|thang|nam|hom|lan|dot|ky) )truoc (?:day|kia|do|phai|toan|thi|van|cu|la|em|anh|chi|toi|to)|hoi truoc|ngay truoc|luc truoc)(?= )|^truoc (?!(?:khi|het|mat|gio|luc|ngay|hom|tet)(?: |$))/
const NOW = /(?:^| )(?:gio|bay gio|nay|hien nay|hien tai|sau khi|sau do)(?= )/
const ASKS =
  /\?\s*$|(?: nhi)(?: \S+)?\W*$|(?: (?:khong|ko|chua|the nao|sao|ntn|bao nhieu|o dau|cho nao))(?: (?:a|em|nhi|vay|the|ad|bot))*\W*$/

/** Written with their marks these are other words than those that ask: "bể chứa", "ở đầu chuyền", "nạo", "máy gió". */
const ASK_NOTHING = new RegExp(
  `(?<![\\p{L}\\p{M}])${oneOf(
    "chứa, chữa, chùa, chúa, khống, khổng, sáo, sào, não, náo, nạo, gỉ, nhị, nhì, nhí, dầu, dấu, đậu, dâu, đầu, đau, hạ, hà, há",
    "gió, giỗ, giỏ, giò, máy, mây",
    "khoa nhi, viện nhi, vien nhi, bác sĩ nhi, ngoại nhi, sơ sinh nhi",
  )}(?![\\p{L}\\p{M}])`,
  "giu",
)

function asFolded(text: string): string {
  return fold(clean(text.slice(0, LONGEST)).replace(ASK_NOTHING, "_"))
}

/** Whether the words want an answer, and tell nothing. */
export function isQuestion(text: string): boolean {
  return ASKS.test(asFolded(text))
}

/** Blames somebody for what was not done or answered; "không có ai trông máy" blames nobody. */
const NOT_YET = "cha, chang, khong, ko, k, chua, mai, hoai"
const ANSWERED = oneOf("tra loi, phan hoi, hoi am, giai quyet, noi gi, lam gi ca")
const TIMES = "\\d{1,2}, may, bao nhieu, nhieu, hai, ba, bon, nam, ca chuc"
const COMPLAINS = new RegExp(
  `(?:^| )(?:lam an (?:kieu|the|nhu|gi)|${oneOf(NOT_YET)}(?: ${oneOf(NOT_YET, "ma, thay, co, mot, ai, nguoi, nao")})* ${ANSWERED}|` +
    `${oneOf("gui, nop, nhan, dang ky, hoi, noi")}(?: ${oneOf(TIMES)} lan| hoai) (?:roi|lien|ma)|` +
    "(?:van|cu|toan) (?:bao|noi|keu) (?:la )?(?:chua|khong|ko) hieu|hoi (?:gi )?(?:lam|nhieu|mai)(?: (?:the|vay|qua))?)(?= |$|[,.!?])",
)

/** Whether the words blame the bot or the union for something, and tell nothing. */
export function complains(text: string): boolean {
  return COMPLAINS.test(fold(clean(text.slice(0, LONGEST))))
}

const MOST_ASKING_WORDS = 16
const ASKED_AT_THE_END = oneOf(
  " nhi,  the nao,  thu may,  ra sao,  nhu nao,  ntn,  bao nhieu,  gi,  hay sao, (?<! (?:khi|sau|truoc|may|lo|noi|che)) sao,  (?:o|ve|di|den|toi) dau,  may gio,  bao gio,  khi nao",
  " (?:cho|la|cua|gap|hoi|tim|goi) ai",
  // "chưa nhầm lần nào" asks nothing
  "(?<!(?:khong|ko|chua|chang)(?: \\S{1,9}){0,4}) nao",
  " ha(?= (?:em|bot|ad|anh|chi)\\W*$)",
)
const ASKS_PLAINLY = new RegExp(
  [
    // "mục này ghi gì vậy em"
    `${ASKED_AT_THE_END}(?: ${oneOf("a, ha, h, em, vay, the, nhi, ad, bot, chau, day, z")})*\\W*$`,
    // "có cần ghi dài không ạ"
    `(?:^| )(?:co|duoc|dc|can|phai) (?:[^\\s,.;]+ ){0,6}(?:khong|ko|chua)(?: ${oneOf("a, em, nhi, vay, ad, bot, chau")})*\\W*$`,
    // "làm thế nào hả em, …"
    "^(?:\\S+ ){0,4}(?:sao|the nao|nhu nao|kieu gi) (?:ha|vay|a|nhi) ",
    // "làm sao để …", "sao không thấy tiền"
    `^(?:\\S+ ){0,2}(?:${oneOf("lam sao, lam the nao, tai sao, vi sao, khi nao, bao gio")}|sao ${oneOf("khong, ko, lai, chua, ma, van, cu")}) `,
    // "ai công nhận"
    `^(?:\\S+ ){0,2}ai (?:thi |se )?(?:cong nhan|duyet|xet|cham|ky)(?: ${oneOf("cho, em, a, vay, the, nhi, ho so, sang kien, sk, nay")})*\\W*$`,
    // "sao có 2 cái"
    `^(?:\\S+ ){0,2}sao co ${oneOf("2, 3, hai, ba, toi, den, may")} `,
    // "ai là người xét"
    `^(?:\\S+ ){0,2}ai ${oneOf("la, se, duoc, quan, phu, cham, xet, duyet, ky")} `,
  ].join("|"),
)

/** Whether the words ask the bot something in the place of an answer; "hệ thống hút chân không" ends like a question and is none. */
export function asksBack(text: string): boolean {
  const said = asFolded(text)
  const isShort = said.split(" ").length <= MOST_ASKING_WORDS
  // "à" wonders and "ạ" is polite, though both are written alike without their marks.
  return (
    isShort && (/\?\s*$/.test(said) || ASKS_PLAINLY.test(said) || /\s(?:à|hả|hở)[\s.!]*$/iu.test(clean(text)))
  )
}

/** Asks the bot to do something: "xóa giùm em", "ghi cho chị". */
const WISHES = /(?:^| )(?:giup|gium|dum|ho|cho|nho) (?:em|anh|chi|toi|minh|co|chu|bac|e|a|c|t)(?: |$)/
const REFUSES =
  /^(?:(?:thoi|thui|a|u|em|bot|oi) )*(?:bo|huy|xoa|rut) (?:cai|sk|sang kien|ho so|het|di|giup|ho) |(?:^| )thoi khoi |^(?:thoi|dung|khong phai|khong can|khong (?:sua|xoa|huy|lam|gui)|ko (?:sua|xoa|huy|lam|gui)) /
const FIGURE =
  /\d|(?:^| )(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|chuc|tram) (?:trieu|nghin|phut|gio|nguoi|lan|met|can|kg|cai|doan|tang|ngay|thang)(?: |$)/

/** Whether the words may tell something at all, and do not ask for something, refuse or blame. */
export function mayTell(text: string): boolean {
  const said = fold(clean(text.slice(0, LONGEST)))
  return !(
    WISHES.test(said) ||
    REFUSES.test(said) ||
    COMPLAINS.test(said) ||
    isQuestion(text) ||
    asksBack(text)
  )
}

/** Whether words that may tell something tell it of an idea: a figure, a gain, or how it was and is. */
export function tellsMore(text: string): boolean {
  const typed = clean(text.slice(0, LONGEST))
  const said = fold(typed)
  return FIGURE.test(said) || (BEFORE.test(said) && NOW.test(said)) || tellsAGain(new Head(typed))
}

/** "trước chỉ rơi khắp sàn", "giờ có máng gom lại": one half of what changed. `said` is folded. */
export function tellsHowItIs(said: string): boolean {
  return HOW_IT_IS.test(said)
}

/**
 * "dạ trước phải mài tay mất 2 tiếng": how it was, or what is wrong until now. Nothing is called like that; once it is told, neither is
 * how it is now, "giờ khuôn có vát sẵn".
 */
export function tellsHowItWas(text: string, isTold = false): boolean {
  const said = asFolded(text).replace(SPEAKING, "")
  return AS_IT_WAS.test(said) || (isTold && tellsHowItIs(said))
}

const SPEAKING = /^(?:(?:da|thi|la|a|u|uh|em|toi|minh|chi|anh|co|chu|bac)[ ,]+)+/
const AS_IT_WAS =
  /^(?:(?:hoi|luc|ngay|khi) truoc|truoc (?!(?:khi|het|mat|gio|luc|ngay|hom|tet)(?: |$))|(?:bay gio|hien nay|hien tai|moi khi|moi lan|xua nay|ban dau|luc dau) |phai (?!mau))/

const HOW_IT_IS = /^(?:truoc|hoi truoc|nay|gio|bay gio|hien nay|sau khi) /

/** "bỏ cái đấy đi", "cái đấy bỏ đi", and that they do not want it any more. */
const THAT = "đấy, đó, này, kia, do, nay, day"
const WITHDRAW = oneOf("bỏ, bo, hủy, huy, xóa, xoa")
const NO_MORE =
  `[\\s,.]+(?:${oneOf("em, anh, chị, chi, tôi, toi, mình, minh, cô, chú, bác")}\\s+)?${oneOf("không, khong, ko, k")}\\s+` +
  `${oneOf("làm, lam, nộp, nop, gửi, gui, đăng ký, dang ky, tham gia, cần, can")}(?:\\s+nữa|\\s+nua)?`
const GIVES_UP = new RegExp(
  `^(?:${oneOf("thôi, thoi, à, ừ, em, dạ, bot, ơi")}[\\s,]+)*(?:(?:cái|cai)\\s+${oneOf(THAT)}\\s+)?${WITHDRAW}` +
    `(?:\\s+${oneOf("cái, cai", THAT, "hết, het, luôn, luon, giúp, giup, hộ, cho, em, chị, chi, anh")})*\\s+${oneOf("đi, di, luôn, luon, nhé, nhe")}` +
    `(?:${NO_MORE})?(?:\\s+${oneOf("ạ, nhé, nha, em, đâu")})*[\\s.!]*$`,
  "iu",
)

/** "thôi không thèm đăng ký nữa" */
const NO_LONGER =
  /^(?:(?:thoi|thui|em|anh|chi|toi|minh|bot|oi|a) )*(?:khong|ko|k|chang|cha|dech) (?:(?:them |muon |can |ranh )?(?:lam|nop|gui|dang ky|dk|tham gia)(?: (?:cai )?(?:sang kien|sk))?|muon|can|thich) nua(?: (?:dau|em|a|nhe|nha))*\W*$/

/** Whether somebody has enough of what they began or sent: "thôi bỏ cái đấy đi, cô không làm nữa". */
export function givesUp(text: string): boolean {
  const typed = clean(text)
  return text.length <= LONGEST_GIVING_UP && (GIVES_UP.test(typed) || NO_LONGER.test(fold(typed)))
}

const LONGEST_GIVING_UP = 100

/** As people type them: with their marks, or without. */
const I = "em, anh, chị, chi, tôi, toi, mình, minh"
const IDEA = "sáng kiến, sang kien, sk"
const REGISTER = oneOf("đăng ký, dang ky, đăng kí, dk, đk, ghi nhận, ghi nhan")
const FOR_ME = `${oneOf("cho, giúp, giup, hộ, ho, dùm, dum")}\\s+${oneOf(I, "e, a, c")}`
const PLEASE = `(?:\\s+${oneOf("với, voi, vs, nhé, nhe, nha, ạ, a")})*[\\s.!)]*$`
const WISHED = `(?:${oneOf(I, "cho, nhờ, nho, xin")}\\s+)*${REGISTER}(?:\\s+${oneOf(IDEA)})?(?:\\s+(?:này|nay))?`
/** "X đăng ký giúp em với", and behind a comma, a dash or a bracket also "X, đăng ký nhé" */
const TITLE_FIRST = new RegExp(
  `^["“«']?(.+?)["”»']?(?:[\\s,.:;–-]+${WISHED}\\s+${FOR_ME}|\\s*(?:[,.;–(]|\\s-)\\s*${WISHED})${PLEASE}`,
  "iu",
)
/** "sáng kiến X của em đăng ký nhé" */
const IDEA_FIRST = new RegExp(
  `^(?:${oneOf(IDEA)})\\s*[:,]?\\s+(.+?)(?:\\s+(?:của|cua)\\s+${oneOf(I)})?[\\s,.;–-]+${WISHED}(?:\\s+${FOR_ME})?${PLEASE}`,
  "iu",
)
const LONGEST_TITLE_FIRST = 200

/** The title of '"Khay nam châm thu kim" đăng ký cho em với'; undefined where what stands before is a story. */
export function titleBeforeWish(text: string): string | undefined {
  const typed = clean(text.slice(0, LONGEST))
  if (typed.length > LONGEST_TITLE_FIRST || isQuestion(typed)) return undefined
  const title = (IDEA_FIRST.exec(typed) ?? TITLE_FIRST.exec(typed))?.[1]
  return title !== undefined && !title.includes("\n") && !BEFORE.test(` ${fold(title)} `) ? title : undefined
}

/** "anh có cái sáng kiến lắp camera lùi cho xe nâng … thì anh nộp ở đâu", "khoa e có cái quy trình giao ca bằng app …" */
const I_HAVE = new RegExp(
  `(?:^|\\s)(?:có|co)\\s+(?:(?:cái|cai|một|mot|1)\\s+)?(?:(?:${oneOf(IDEA, "ý tưởng, y tuong")})\\s+(?:(?:là|la|về|ve)\\s+)?)?(\\S.*)$`,
  "isu",
)
const WHERE_TO_SEND = new RegExp(
  `[\\s,.]+(?:(?:${oneOf("thì, thi, vậy, vay, nên, nen, giờ, gio, muốn, muon", I, "e, a, c")})\\s+)*` +
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
  return idea === undefined || isQuestion(idea) || asksBack(idea) ? undefined : idea
}

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
const OURS = oneOf(I, "chúng tôi, chung toi, chúng em, chung em")
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
  `^(?:${GREETING}[\\s,]+|${oneOf(I, "xin, muốn, muon, nhờ, nho, cho")}\\s+)*(?:${PUT_DOWN}(?:\\s+${FOR_ME})?\\s+)?${AN_IDEA}\\s*[:,]?\\s+(?!${POINTS}\\s)(?:(?:về|ve|là|la)\\s+)?(\\S.+)$`,
  "isu",
)
/** "tôi muốn chia sẻ cách làm hay: …", "mẹo: …" */
const GOOD_WAY = new RegExp(
  `^(?:${GREETING}[\\s,]+|${oneOf(I, "xin, muốn, muon, có, co")}\\s+)*(?:(?:chia sẻ|chia se)\\s+)?(?:(?:một|mot|1|cái|cai)\\s+)*` +
    `${oneOf("cách làm hay, cach lam hay, mẹo, meo, mẹo hay, meo hay, mẹo nhỏ, meo nho, kinh nghiệm, kinh nghiem, cách hay, cach hay")}\\s*:\\s*(\\S.+)$`,
  "isu",
)
/** "em đề nghị công ty làm mái che chỗ để xe" */
const ASKS_THE_FIRM = new RegExp(
  `^(?:${GREETING}[\\s,]+|${oneOf(I, "xin, muốn, muon")}\\s+)*${oneOf("đề nghị, de nghi, kiến nghị, kien nghi, mong")}\\s+` +
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

/**
 * Whether a message without any command tells of an idea: "truoc day to em phai mai tay mat 30 phut gio lam do ga con 10 phut", as
 * people say it into their phone. Asked for a name it becomes a registration.
 */
export function tellsIdea(text: string): boolean {
  const said = fold(clean(text.slice(0, LONGEST)))
  const words = said.split(" ").length
  if (text.length > LONGEST || words < FEWEST_WORDS || isQuestion(text) || COMPLAINS.test(said)) return false
  if (IS_NOTICE.test(said)) return false
  if (ASKED_BEHIND.test(said) || (BEFORE.test(said) && NOW.test(said))) return true
  return words >= FEWEST_IN_A_STORY && FOUND_A_WAY.test(said)
}

/** What an office sends round, pasted or passed on, is nobody's story. */
const IS_NOTICE =
  /^(?:\S+ ){0,12}?(?:thong bao|kinh gui|ke hoach so|cong van|cong dien)(?: |$)|(?:^| )(?:de nghi|yeu cau) (?:cac )?(?:dong chi|don vi|cdcs|cong doan|can bo|to truong)(?: |$)/

/** "… em với chị Hòa nghĩ ra cách dán băng màu …": a story tells a trouble and who found a way out of it. */
const FEWEST_IN_A_STORY = 25
const FOUND_A_WAY =
  /(?:^| )(?:(?:nghi|tim|mo|che|sang|nay|lam|viet|dung|ve) ra|nay sinh|tu che|tu lam|che tao|cai tien|sang kien|ap dung thu|lam thu|thu nghiem|lap thu)(?= )/
