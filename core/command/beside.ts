import { asksBack, complains, isQuestion } from "../intake/told.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"

const LONGEST_BESIDE = 200
const REACH = oneOf(
  "gap, noi chuyen voi, noi chuyen truc tiep, lien he, lien lac, goi (?:dien |lai )?cho, ket noi, chuyen (?:cho|toi)",
  "cho .{0,12}(?:so dien thoai|sdt|so dt|hotline|zalo)",
)
const SOMEBODY = oneOf(
  "nguoi (?:that|phu trach|khac|dung), nhan vien, can bo, admin, tong dai, lanh dao, cong doan, ai",
)
const HUMAN = new RegExp(
  [
    `${REACH} (?:.{0,29} )?${SOMEBODY}(?= |\\W|$)`,
    "(?:gap|noi chuyen voi) nguoi(?: (?:di|a|voi|nao))*$",
    "goi (?:dien |lai )?cho (?:toi|em|anh|chi|minh)(?: |$)",
    "ai (?:la )?(?:nguoi )?(?:quan ly|lam ra|tao ra|lap ra|viet ra|sinh ra|dieu hanh|phu trach)",
    "(?:em|bot|ban|day|ad) (?:ten (?:la )?gi|la ai)",
    "^(?:day la )?ai (?:day|vay|the|do)(?: (?:a|em|nhi))*\\W*$",
    "co ai (?:truc|o do|day|tra loi)",
    "(?:bot|may|app|cai)(?: nay)? (?:la )?cua (?:ai|don vi nao|ben nao)(?: |$)",
    "(?:la|co phai) (?:nguoi that|nguoi hay|may hay|robot|con bot|bot)",
    "(?:so dien thoai|sdt|hotline|so dt) (?:cua )?(?:can bo|cong doan|lien doan|phu trach|ban to chuc|btc|nguoi phu trach)",
    "^(?:(?:em|bot|ad|cho|anh|chi|toi|minh) )*goi (?:dien |thoai )?(?:duoc|dc) (?:khong|ko|k)(?: (?:a|em))*\\W*$",
  ].join("|"),
)
/** Without its mark "ngủ" is written like "ngu"; "còn dở" and "tiền tệ" blame nobody. */
const BLAMES = [
  "(?<!(?:đi|di|buồn|buon|giờ|gio|phòng|phong|mất|mat|cho|chưa|chua) )ngu(?! (?:ngon|day|trua|nghi))",
  "(?<!(?:còn|đang|bỏ|làm|viết|ghi|gõ|ký|nộp|khai) )dở(?! dang)",
  "(?<!(?:tiền|nhân dân) )tệ(?! nạn)",
]
const UPSET = new RegExp(
  `(?:^| )${oneOf(
    "đm, dm, đcm, dcm, vcl, vkl, clgt, đkm",
    ...BLAMES,
    "chúng mày, bọn mày, tụi mày, shit, fuck, chán, đéo, đếch, vô dụng, vớ vẩn, bực, điên, lừa đảo, mất thời gian, phiền phức, phiền quá, rắc rối, khó chịu, im đi, câm đi",
  )}(?=[ ,.!?]|$)`,
  "iu",
)
/** None of these is a Vietnamese word without its marks, as "the" and "can" are. */
const ENGLISH =
  /(?:^|\W)(?:want|register|submit|initiatives?|how|what|please|english|hello|when|many|have|does)(?=\W|$)/gi
/** "hihi cảm ơn bot nha", "xịn thế", "bot giỏi ghê" */
const LONGEST_PRAISE = 40
const PRAISED = oneOf(
  "bot, em, ad, trợ lý, uầy, wow, wao, ôi, ui, úi, trời, ơi, ồ, à, hihi, hehe, làm, trả lời, nhắn, cái này, bot này",
)
const PRAISES = new RegExp(
  `(?:^| )${oneOf("cảm ơn, cám ơn, cam on, thanks, thank you, tks, xin lỗi bot, xin lỗi em, chúc em, chuc em, chúc bot, chúc ad, chúc ngủ ngon, chuc ngu ngon, ngủ ngon, hihi, hehe, haha, kkk, kk, tạm biệt, bye, pp bot, chúc mừng năm mới, chuc mung nam moi")}(?=[\\s.!,~]|$)|` +
    `^(?:${PRAISED}[\\s,]+)*${oneOf("xịn, tuyệt, hay, giỏi, gioi, tốt, vui, gọn, đỉnh, nhanh, tiện, dễ, dễ thương, pro")} ` +
    `${oneOf("thế, vậy, quá, qua, ghê, lắm, vời, nhỉ, phết, xỉu, thật, đấy, rồi")}(?=[\\s.!,~]|$|\\p{Extended_Pictographic})`,
  "iu",
)
/** "ảnh gửi ở đâu": by its mark, for "anh gửi ở đâu" is somebody who asks where to. */
const PHOTOS_FIRST = /(?:ảnh|hình|tệp|file|video|tài liệu)(?: \S+){0,2} (?:gửi|nộp|up|đính kèm|để)(?: |$)/iu
const PHOTOS = /(?:gui|kem|dinh kem|them|up|chup).{0,12} (?:anh|hinh|file|tep|video|tai lieu)(?= |\W|$)/

/** "có mấy tấm hình mà gửi không được" */
const NOT_SENT =
  /(?:ảnh|hình|tệp|file|video)(?: \S+){0,6} (?:gửi|gởi|up|tải|đăng|đính kèm)(?: lên| qua| mãi)* (?:không|ko|k|hông|chưa) (?:được|đc|dc|lên|qua)(?:\s|\W|$)/iu

/** "máy này của hai vợ chồng", "chồng em không có zalo", "em dùng chung nick với mẹ" */
const PHONE = oneOf("dien thoai, dt, zalo, nick, tai khoan, may rieng")
const ONE_FOR_SEVERAL = new RegExp(
  [
    `(?:^| )(?:may|dien thoai|dt|zalo|nick|tai khoan|so)(?: (?:nay|zalo|dien thoai))? (?:la )?(?:cua |chung |dung chung )+(?:ca )?(?:(?:hai |2 )?vo chong|hai nguoi|2 nguoi|nha|gia dinh)(?: |\\W|$)`,
    `(?:^| )(?:dung|xai|sai) chung (?:mot |1 |cai )?(?:dien thoai|dt|zalo|nick|tai khoan|may (?:voi|cua) )`,
    `(?:^| )(?:chong|vo|bo|me|co|bac|chu|anh|chi|ho|nguoi|anh em|cong nhan)(?: \\S+){0,3} (?:khong|ko|k|chua) (?:co|dung|xai|biet dung) ${PHONE}(?= |\\W|$)`,
  ].join("|"),
)

/** "bấm 1 không được", "gõ số 2 hoài mà không thấy gì": of a choice that we asked for. */
const CHOICE_FAILS = new RegExp(
  `^(?:${oneOf("da, a, o, u, oi, em, anh, chi, toi, minh, bac, co, chu, bot, ad, sao, ma, thi")} )*${oneOf("bam, an, nhan, chon, go, tra loi, nhap")}` +
    `(?: ${oneOf("vao, nut, so, chu, lai, phim, cai")})* (?:\\d{1,2}|mot|hai|ba|dong y|nut)(?: ${oneOf("hoai, mai, roi, ma, thi, cung, van, cu, deu, no, sao, lai, bot, em, may lan, \\d lan")})* ` +
    `(?:khong|ko|k|kg|chua|chang|hong)(?: ${oneOf("thay, co, duoc, dc, an thua, phan ung, phan hoi, tra loi, gi, chay, an, nhan, len, het, ca, a, em, nhi, vay, the, nua")})+\\W*$`,
)

/** "không bấm được nút đồng ý" */
const CANNOT_CHOOSE = new RegExp(
  `^(?:${oneOf("da, a, o, u, oi, em, anh, chi, toi, minh, bac, co, chu, bot, ad, sao, ma, thi")} )*(?:khong|ko|k|chua|chang|hong)(?: the)? ${oneOf("bam, an, nhan, chon")} (?:duoc|dc)(?: ${oneOf("vao, nut, so, cai, o, chu")})* (?:\\d{1,2}|mot|hai|ba|dong y|nut|lua chon)(?: ${oneOf("a, em, nhi, vay, the, nua, roi, luon")})*\\W*$`,
)

/** Whether somebody tells that a choice of ours cannot be made. */
export function choiceFails(text: string): boolean {
  return text.length <= LONGEST_BESIDE && saysChoiceFails(fold(clean(text)))
}

function saysChoiceFails(said: string): boolean {
  return CHOICE_FAILS.test(said) || CANNOT_CHOOSE.test(said)
}

/** A phone number: nobody is called, and none is kept. */
const PHONE_NUMBER =
  /^(?:\S+ ){0,8}?(?:\+?84|0)\d(?:[ .-]?\d){8}\W*$|(?:^| )(?:doi|sua|cap nhat|thay)(?: lai)? (?:so dien thoai|sdt|so dt|so may)(?: |\W|$)/

/** Papers nobody asked for. */
const IDENTITY = /(?:^| )(?:cccd|cmnd|can cuoc|chung minh thu|so chung minh)(?: \S+){0,3} \d{9,12}(?: |\W|$)/
/** Nothing but an address, or a wish to have one read. */
const LINK =
  /^\s*https?:\/\/\S+\s*$|(?:đọc|doc|xem|mở|mo) (?:giúp |giup |cái |cai )*(?:link|đường dẫn|duong dan)(?: |$)/iu

/** "tôi muốn phản ánh tổ trưởng hay quát", "lương tháng này bao giờ có": a union hears that every day, and this bot cannot help. */
const CONCERN = new RegExp(
  "(?:^| )(?:em|toi|minh|anh|chi|chung toi|xin|muon) (?:(?:muon|xin|can|co|duoc) )*(?:phan anh|kien nghi|khieu nai|to cao|y kien ve)(?: |$)|^(?:phan anh|kien nghi|khieu nai|to cao) |" +
    "^(?:(?:em|anh|chi|toi|minh|muon|xin|cho|bot) )+(?:hoi (?:ve )?(?:bao hiem|bhxh|luong|che do|tro cap)|vao cong doan|bi tru (?:luong|tien|cong))(?: \\S+){0,4}\\W*$|" +
    "^(?:cong doan|cong ty|cty)(?: \\S+){0,2} co (?:qua|thuong) tet(?: \\S+){0,2}\\W*$|" +
    "^(?:(?:em|anh|chi|toi|minh|bot|oi|cho|hoi) )*(?:luong|tien luong|bhxh|bao hiem|che do|tro cap|tien an ca)(?: \\S+){0,4} (?:bao gio|khi nao|chua|o dau|the nao|sao)(?: |\\W|$)",
)

/** "thế à", "ừ thế thôi nhé", "oke con dê": says that it was read. */
const NODS =
  /^(?:(?:a|u|o|uh|da|vang|ok|oke|okie|roi|thi|thui|the|vay|ra|la|thoi) )*(?:(?:the|vay)(?: (?:a|ha|thoi|nhe|day|co|do|la xong|la tot))+|ra (?:the|vay|la the|la vay)|(?:hieu|ro|biet|nghe|thay|xong|on|duoc|yen tam|nho) (?:roi|rui|ra)|oke con de|okela|nhat tri)(?: (?:a|ah|nhe|nha|em|anh|chi|bot|ad|oi|roi|day|ne|ha))*\W*$/
const LONGEST_NOD = 40

/** Whether the words only say that what was answered has been read. */
export function nods(text: string): boolean {
  return text.length <= LONGEST_NOD && NODS.test(fold(clean(text)))
}

/** What people say to whoever they take the bot for: it has an answer of its own, and no menu. */
export function beside(text: string): string | undefined {
  if (text.length > LONGEST_BESIDE) return undefined
  const said = fold(clean(text))
  if (HUMAN.test(said)) return "human-info"
  if (saysChoiceFails(said)) return "choice-info"
  if (ONE_FOR_SEVERAL.test(said)) return "shared-info"
  if (CONCERN.test(said)) return "concern-info"
  if (PHONE_NUMBER.test(said)) return "phone-info"
  if (IDENTITY.test(said)) return "id-info"
  if (LINK.test(text)) return "link-info"
  if ((PHOTOS.test(said) || PHOTOS_FIRST.test(text)) && (isQuestion(text) || asksBack(text)))
    return "photo-info"
  if (NOT_SENT.test(clean(text))) return "photo-info"
  if (UPSET.test(clean(text)) || complains(text)) return "upset-info"
  if (text.length <= LONGEST_PRAISE && PRAISES.test(clean(text)) && !isQuestion(text)) return "welcome"
  const isPlain = !/[^\p{ASCII}]/u.test(text)
  return isPlain && new Set(text.toLowerCase().match(ENGLISH)).size >= 2 ? "english-info" : undefined
}
