import { Head } from "../command/head.ts"
import { tellsAGain } from "../command/object.ts"
import { clean, fold } from "../text/fold.ts"
import { ONESELF } from "../text/kin.ts"
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

/** The words folded, without those that only look like asking ones once their marks are gone. */
export function asFolded(text: string): string {
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
    `(?:^| )(?:co|duoc|dc|can|phai) (?:[^\\s,.;]+ ){0,6}(?:khong|ko|k|chua)(?: ${oneOf("a, em, nhi, vay, ad, bot, chau")})*\\W*$`,
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

/** "tôi muốn biết …", "cho em hỏi …", "chị cần gặp cán bộ": what comes behind is asked, with whatever words. */
const WANTS_TO_KNOW =
  /^(?:(?:em|toi|anh|chi|minh|co|chu|bac|cho|a|da|oi|bot|ad|thi|dang|rat) )*(?:muon|can|xin|dinh|nho|cho) (?:(?:duoc|em|toi|anh|chi|minh|phep) )*(?:biet|hoi|gap|noi chuyen|lien he|lien lac)(?: |$)/

/** Whether somebody says of the words themselves that they ask. */
export function wantsToKnow(text: string): boolean {
  return WANTS_TO_KNOW.test(fold(clean(text.slice(0, LONGEST))))
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

/** "trước đây …" anywhere in the words: what is told is a story. */
export function tellsHowItBegan(text: string): boolean {
  return BEFORE.test(` ${fold(text)} `)
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
const WITHDRAW = oneOf("bỏ, bo, hủy, huỷ, huy, xóa, xoá, xoa")
const NO_MORE =
  `[\\s,.]+(?:${oneOf(ONESELF, "cô, chú, bác")}\\s+)?${oneOf("không, khong, ko, k")}\\s+` +
  `${oneOf("làm, lam, nộp, nop, gửi, gui, đăng ký, dang ky, tham gia, cần, can, chơi, choi")}(?:\\s+nữa|\\s+nua)?`
const AGAIN =
  `[\\s,.]+(?:${oneOf("để, de, rồi, roi")}\\s+)?${oneOf(ONESELF, "cô, chú, bác")}\\s+` +
  `${oneOf("ghi, viết, viet, gửi, gui, nhắn, nhan, đăng ký, dang ky, làm, lam")}\\s+${oneOf("lại, lai, sau")}(?:\\s+sau)?`
const GIVES_UP = new RegExp(
  `^(?:${oneOf("thôi, thoi, à, ừ, em, dạ, bot, ơi")}[\\s,]+)*(?:(?:cái|cai)\\s+${oneOf(THAT)}\\s+)?${WITHDRAW}` +
    `(?:\\s+${oneOf("cái, cai", THAT, "hết, het, luôn, luon, giúp, giup, giùm, gium, dùm, hộ, cho, của, cua, em, e, chị, chi, anh, tôi, toi, mình")})*\\s+${oneOf("đi, di, luôn, luon, nhé, nhe")}` +
    `(?:${NO_MORE}|${AGAIN})?(?:\\s+${oneOf("ạ, nhé, nha, em, đâu")})*[\\s.!]*$`,
  "iu",
)

/** "thôi không thèm đăng ký nữa" */
const NO_LONGER =
  /^(?:(?:thoi|thui|em|anh|chi|toi|minh|bot|oi|a) )*(?:khong|ko|k|chang|cha|dech) (?:(?:them |muon |can |ranh )?(?:lam|nop|gui|dang ky|dk|tham gia|choi)(?: (?:cai )?(?:sang kien|sk))?|muon|can|thich) nua(?: (?:dau|em|a|nhe|nha))*\W*$|^(?:thoi|thui) khoi (?:lam|nop|gui|dang ky|dk|tham gia)(?: (?:nua|di|a|em))*\W*$|(?:^|[ ,])(?:toi|em|minh|chi|anh|bac|co|chu) chi (?:hoi|thu|xem|nhan) (?:thu|choi|thoi)(?: (?:thoi|a))*\W*$/

/** Whether somebody has enough of what they began or sent: "thôi bỏ cái đấy đi, cô không làm nữa". */
export function givesUp(text: string): boolean {
  const typed = clean(text)
  return text.length <= LONGEST_GIVING_UP && (GIVES_UP.test(typed) || NO_LONGER.test(fold(typed)))
}

const LONGEST_GIVING_UP = 100

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
