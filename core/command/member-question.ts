import { asked, firstOf, type Reading } from "./asked.ts"
import { asking, asks as asksFor, ME, OURS, SEND, WORKPLACE } from "./member-words.ts"

/** What members ask besides the rules, by the answer they get. */
export type MemberRule = "points" | "most" | "boss" | "open" | "unnamed" | "number" | "news"

const IDEA = "(?:sang kien|sk|ho so|bai)"
const NOT = "(?:khong|ko|k|chua)"
const MANY = "(?:bao nhieu|may|bn|\\d{1,3})"
const BOSS = "(?:sep|quan ly|to truong|giam doc|lanh dao|chu|cap tren|quan doc|chuyen truong)"
const NOW = "(?:(?:bua (?:ni|nay)|hom nay|gio|bay gio|luc nay|dot nay|nam nay|thang nay|nay|tuan nay) )?"
const WHEN_IT_IS = "(?:(?:tuan|thang|quy|nam|dot) (?:nay|truoc)|hom nay)"
const WHEN = "(?:bao gio|khi nao|chung nao|ngay nao|ngay may|hom nao|luc nao|may)"

function asks(rule: MemberRule, ...ways: readonly string[]): Reading {
  return asksFor("askRule", rule, ways)
}

const question: Reading = firstOf(
  // "em được bao nhiêu điểm", "điểm tính sao", "có được cộng điểm thi đua không"
  asks(
    "points",
    `(?:da |duoc |dc |dat |cong )*${MANY} diem(?: thi dua)?(?: cho ${IDEA})?`,
    `(?:tai sao|sao|vi sao)(?: ${ME})?(?: (?:duoc|dc|co|chi|moi))* ${MANY} diem`,
    `(?:xem |coi )?diem(?: thi dua)?(?: cua)? ${ME}(?: (?:dau|la|duoc|bao nhieu|may))*`,
    `(?:cach )?(?:tinh |cham |cong )?diem(?: thi dua)?(?: ${IDEA})?(?: (?:tinh|cham|cong))? (?:sao|the nao|kieu gi|ntn|ra sao|lam sao)`,
    `(?:duoc |dc )?(?:tinh|cham|cong) diem(?: thi dua)?(?: gi)? (?:${NOT}|the nao|sao)`,
  ),
  // "ai gửi nhiều nhất", "em đứng thứ mấy"
  asks(
    "most",
    `(?:${WHEN_IT_IS} |(?:trong |o )?(?:${WORKPLACE}) ${OURS} (?:thi )?)*(?:ai|nguoi nao|dong chi nao|ban nao)(?: (?:dang|da|la|${SEND}|lam|co|duoc|o|trong|cua|ben|(?:${WORKPLACE})(?: ${OURS})?|${WHEN_IT_IS}))* nhieu(?: ${IDEA}| cai)? nhat(?: (?:${WHEN_IT_IS}|o (?:${WORKPLACE})(?: ${OURS})?))?`,
    `${ME} (?:(?:dang|hien) )*(?:dung|xep|hang) (?:(?:thu|hang) )+(?:may|bao nhieu)(?: (?:trong|o)(?: .{0,20})?)?`,
    `${ME} (?:dang )?(?:hang|top) may`,
  ),
  // "đừng cho sếp biết", "có ai biết em gửi không", "gửi có lộ tên không"
  asks(
    "boss",
    `(?:dung|khong|ko|k)(?: (?:co|duoc|muon|de))* (?:cho|noi|ke|bao|mach|tiet lo)(?: (?:voi|cho|gi|cung))* (?:${BOSS}|ai|nguoi khac|moi nguoi|cong ty|don vi)(?: (?:em|toi|minh))?(?: (?:biet|thay|xem|nghe))*`,
    `(?:(?:may|cac) )?(?:${BOSS}|cong ty|moi nguoi|nguoi khac)(?: (?:em|toi|minh))?(?: (?:co|se|thi))* (?:biet|xem duoc|thay|doc duoc|xem)(?: (?:${ME}|${SEND}|${IDEA}|gi|duoc|cai|viet))* ${NOT}`,
    `(?:co )?(?:bi )?ai(?: (?:co|se))? biet(?: (?:la|${ME}|${SEND}|${IDEA}|gi|viec|chuyen))* ${NOT}`,
    `${SEND}(?: (?:${IDEA}|thi|co|bi))* (?:lo|hien|neu)(?: (?:ten|mat))*(?: ${ME})? ${NOT}`,
  ),
  // "bữa ni còn nhận không", "còn hạn không", "muộn chưa em", "hạn cuối là bao giờ"
  asks(
    "open",
    `${NOW}(?:van )?(?:con )?(?:dang )?(?:nhan|thu|mo)(?: ${IDEA})? ${NOT}`,
    `${NOW}(?:da )?(?:muon|tre|cham)(?: (?:roi|qua|mat))* ${NOT}`,
    `${NOW}con (?:kip|${SEND}(?: ${IDEA})? (?:duoc|dc|kip))(?: ${SEND})?(?: nua)? ${NOT}`,
    `${NOW}(?:da )?(?:het|den|qua) (?:thoi )?han(?: ${SEND})?(?: ${IDEA})? ${NOT}`,
    `(?:han|han cuoi|han chot|thoi han|deadline)(?: (?:nop|dang k[yi]|dk|gui))?(?: ${IDEA})?(?: (?:cua )?(?:dot|nam|giai doan|lan|ky) nay)?(?: la| den| toi| vao)* ${WHEN}`,
    `(?:han|han chot|han cuoi|thoi han)(?: cuoi)? (?:nop|dang k[yi]|gui)(?: (?:${IDEA}|den|la|thi))*(?: (?:nao|the nao|sao))?`,
    `(?:con )?(?:${MANY} (?:ngay|tuan)|bao lau)(?: nua)?(?: thi| la| moi)* (?:het han|den han|het dot|ket thuc)(?: nop| dang k[yi])?`,
    `(?:dot nay |cai nay )?${WHEN} (?:thi |moi |la )*(?:ket thuc|het dot|dong|khoa so)`,
    `${WHEN} (?:thi )?het han(?: nop| dang k[yi])?(?: ${IDEA})?(?: (?:dot|nam|giai doan|lan|ky) nay)?`,
    `${NOW}con (?:trong )?(?:thoi )?han(?: (?:de )?${SEND})?(?: ${IDEA})?(?: nua)? ${NOT}`,
  ),
  // "sao không thấy tên em"
  asks(
    "unnamed",
    `(?:sao|tai sao|vi sao)? ?(?:(?:lai|ma|van) )*${NOT}(?: (?:thay|co|neu|ghi))+ ten(?: cua)? ${ME}(?: (?:trong|o|tren)(?: .{0,20})?)?`,
  ),
  // "sao có số tôi"
  asks(
    "number",
    `(?:sao|tai sao|lam sao)(?: (?:lai|ma|bot))* (?:co|biet|lay)(?: duoc)? (?:so|sdt|zalo|so dien thoai)(?: cua)? ${ME}`,
  ),
  // "có gì báo em nhé"
  asks(
    "news",
    `(?:co |nho )?(?:gi|ket qua|tin gi|tin|gi moi)?(?: thi)? ?(?:bao|nhan|noi)(?: (?:lai|cho))* ${ME}(?: (?:biet|nhe|voi))*`,
  ),
)

const STOP = "(?:dung|khoi|thoi|bot|ngung|dung lai|khong can|ko can|khong muon|ko muon|tat)"
const MESSAGES =
  "(?:nhac|nhac nho|nhan|nhan tin|gui tin|nhan nhac|lam phien|tin nhac|thong bao|tin nhan nhac)"
/** "đừng nhắn nhắc tôi nữa", "thôi khỏi nhắc em hoài" */
const NO_REMINDERS = asking(
  `(?:${STOP} )+(?:(?:nhan|duoc|co|bi|gui|thay|cu) )*(?:${MESSAGES} )+(?:(?:${ME}|nua|di|hoai|mai|nhieu|qua|gi|them|cho) )*(?:${ME}|nua|hoai|mai|qua|lam)`,
)

/** "em gửi rồi sao không thấy", "sáng kiến của em đâu mất rồi": what there is of theirs is shown. */
const NOT_SEEN = asking(
  `(?:da )?${SEND}(?: ${IDEA})?(?: (?:hom (?:qua|kia|truoc)|tuan truoc|nay))?(?: roi)?(?: (?:ma|sao|lai|van))+ ${NOT} thay(?: (?:dau|gi|${IDEA}|cua|${ME}))*`,
  `(?:${IDEA}|cai)(?: (?:cua|${ME}|${SEND}|nay|do|da|vua))*(?: (?:bien|mat|di))* dau(?: (?:mat|het|roi))*`,
  `(?:sao|tai sao) ${NOT} thay (?:${IDEA}|cai)(?: (?:cua|${ME}|da|vua|${SEND}|nao))*`,
  "(?<!(?:den|toi) )dau (?:roi|mat)",
  `(?:xong|gui duoc|nhan duoc) (?:roi )?(?:ha|a|chua)`,
)

/** Hardly any other words are in such a question; most of what is looked at is a title. */
const MAY_ASK =
  /(?:^| )(?:diem|nhieu|thu|hang|con|biet|ten|nhan|thu|mo|muon|tre|cham|kip|han|so|sdt|bao|thay|dau|xong|sep|noi|ke|deadline|ket thuc|dong|khoa so|dot|nhac|nhan tin|thong bao|phien)(?: |$)/
const MOST_WORDS = 14

/** What members ask in passing: of points, of who is first, of who gets to know, whether it is still open, where their own has gone. */
export const memberQuestion: Reading = (head, said) => {
  if (head.words.length > MOST_WORDS || !MAY_ASK.test(said)) return undefined
  if (NO_REMINDERS.test(said)) return asked("remind", "tắt nhắc")
  return question(head, said) ?? (NOT_SEEN.test(said) ? asked("mine", "") : undefined)
}
