import { clean } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"

const TO_WHOM = oneOf("em, bot, ad, anh, chị, chi, ạ, a, e, vậy, vay, ta")
/** "à" wonders and "ạ" is polite; "Nhi" and "Hà" are names, "5 ha" is land, and a ward may be one for children. */
const WONDERS = new RegExp(
  `(?:\\s|^)(?:à|hả|hở|nhỉ|(?<!(?:khoa|viện|vien|sĩ|si|ngoại|ngoai|sinh)\\s)nhi|(?<!\\d\\s?)ha|chứ|được chứ|duoc chu|(?:đúng|dung|phải|phai)\\s+(?:không|khong|ko|k|chưa|chua)|hay\\s+(?:sao|không|khong|ko|thôi|thoi|chưa|chua))(?:\\s+(?:nhỉ|nhi|${TO_WHOM})){0,4}[\\s.?!]*$`,
  "u",
)

/** Whether the words end as somebody ends who wonders, or wants to hear that it is so: "SK-3 lên cổng CP-1234 rồi à". */
export function wonders(text: string): boolean {
  return WONDERS.test(clean(text))
}

const END = `(?: ${oneOf("a, em, e, anh, chi, nhi, vay, the, nhe, nha, bot, ad")})*\\W*$`
const SCOPE = `(?:${oneOf("cap (?:co so|tinh|toan quoc), di, luon, giup, ho, ra, lai")} )*`
const OTHERWISE = oneOf(
  "la, thoi, de, cho, doi, khong, ko, k, chua, van, nen, hoi, tra, tu choi, cong nhan, giu, gop, chi, co, khoi, sao",
)
const PITY = oneOf("oan, toi, tiec, phi, uong, nang, som, voi, ky, buon")
const LATER = oneOf(
  "mai, ngay mai, ngay kia, tuan sau, tuan toi, thang sau, thang toi, hom khac, bua khac, luc khac, dot sau, sau",
)
/** What stands behind a code and is no scope, paper or reason: "thì tội quá", "nếu đủ điểm", "hay để tuần sau", "làm gì", "mai nhé". */
const INSTEAD_OF_WORDS = new RegExp(
  [
    `^${SCOPE}thi (?!(?:tot |co )?(?:hon|duoc)(?: |$))`,
    `^${SCOPE}ma (?!so |cong |[^ ]*\\d)`,
    `^${SCOPE}(?:neu|khi nao|sau khi|nhung) `,
    `^${SCOPE}hay ${OTHERWISE}(?: |$)`,
    `^${SCOPE}lam (?:gi|chi)(?: |$)`,
    `^${SCOPE}(?:doi|cho) (?:hop|qd|quyet dinh|hoi dong|den|toi) `,
    `^${SCOPE}la ${oneOf("sai, nham, oan, mat, viec, chuyen, quyen, do hoi dong")}(?: |$)`,
    `^${SCOPE}chua${END}`,
    `^${SCOPE}${PITY}(?: ${oneOf("qua, lam, anh em, nguoi ta, tay, vang, roi")})*${END}`,
    `^(?:${oneOf("ma, cung, nghe, that, thay, hoi, kha, qua")} )*${oneOf("tiec, uong, phi, mat cong, phan van, do dang")}(?: |$)`,
    `^${SCOPE}(?:${oneOf("de, den, vao, sang, chieu, toi")} )*${LATER}(?: ${oneOf("cung duoc, duoc, hay, di, roi tinh")})*${END}`,
  ].join("|"),
)
/** "à, sao thế", "à nhầm", "…, đùa thôi", "thì An giận", "vì thiếu ảnh thì hơi nặng tay", "chưa đủ căn cứ, để chị xem thêm" */
const IS_REGRETTED = new RegExp(
  `^\\s*(?:à|hả|hở)\\s*[,.?!]|[,.;]\\s*(?:nhầm|nham)(?!\\p{L})|(?:^|[,.;])\\s*(?:à không|a khong|đùa|dua|mà thôi|ma thoi|mà khoan|ma khoan|thôi khỏi|thoi khoi|thôi để|thoi de)(?!\\p{L})|(?<!\\p{L})(?:à|ấy|á|ơ)\\s+(?:nhầm|nham|quên|quen|lộn|lon|thôi|thoi)(?!\\p{L})|(?<!\\p{L})(?:thì|thi)\\s+(?:\\S+\\s+){0,2}(?:giận|gian|buồn|buon|phiền|phien|kêu ca|keu ca|khổ|kho|mất mặt|mat mat)(?!\\p{L})|(?:^|\\s)(?:thì|thi)\\s+(?:hơi|hoi|${oneOf("tội, toi, phí, phi, tiếc, tiec, oan, uổng, uong, nặng, nang")})(?!\\p{L})|(?:^|[,.;])\\s*(?:để|de)\\s+(?:chị|chi|anh|em|tôi|toi|mình|minh|hội đồng|hoi dong)\\s+(?:xem|hỏi|hoi|họp|hop|đọc|doc|kiểm tra|kiem tra|nghĩ|nghi|tính|tinh)(?!\\p{L})`,
  "u",
)
/** Doubts in small letters wherever they stand: "Nhung" and "Thi" are names. */
const DOUBTS = new RegExp(
  `(?<!\\p{L})${oneOf(
    "nếu, neu, thì, thi (?:hơi|hoi|còn|con|phải|phai|mới|moi), sau khi, khi nào, khi nao, làm gì, lam gi, hình như, hinh nhu, có lẽ, co le, chưa chắc, chua chac, chưa dám, chua dam, ở đâu ra, o dau ra, (?:là|la) (?:của|cua) (?:năm|nam|đợt|dot|bên|ben)",
    "(?:đơn vị|don vi|nơi|noi) (?:khác|khac), (?:chưa|chua|không|khong) (?:được|duoc), bị (?:báo|lỗi|trùng), bi (?:bao|loi|trung), lỗi (?:hoài|mãi|suốt), nháp",
    "(?:nhưng|nhung) (?:chờ|cho|chưa|chua|để|de|phải|phai|còn|con|khoan|chị|chi|anh|mà|ma), (?:là|la) (?:sai|nhầm|nham|oan)",
    "hay (?:là|la|thôi|thoi|để|de|chờ|cho|đợi|doi|không|khong|giữ|giu|chưa|chua|\\S*\\d)",
  )}(?!\\p{L})`,
  "u",
)
/** "làm gì, đủ rồi", "hay duyệt luôn nhỉ", "mấy lần rồi", "thiếu ảnh mà vẫn hay": of asking, and nothing that is asked. */
const OF_ASKING =
  /^(?:thôi|thoi)(?:\s+(?:khỏi|khoi|em|ạ|nhé|nhe))*[\s.!]*$|^(?:làm gì|lam gi|làm chi|lam chi)(?:\s*[,.!]|\s+(?:nữa|nua|vậy|vay|cho|em|thế)(?!\p{L})|$)|^(?:hay|chưa|chua)(?:\s+(?:\d|thôi|thoi|để|de|không|khong|nhỉ|nhi|em|ạ|duyệt|duyet|công nhận|cong nhan|từ chối|tu choi|luôn|luon))*[\s.?!]*$|^(?:ai|gì|gi|bao giờ|bao gio|khi nào|khi nao|lúc nào|luc nao)(?:\s+(?:em|ạ|vậy|vay|thế|the|nhỉ|nhi))*[\s.?!]*$|^(?:là\s+|la\s+)?(?:đang|dang)\s+(?:xét|xet|chờ|cho|đợi|doi)(?!\p{L})|^(?:\S+\s+)?(?:rồi|roi)(?:\s*[,.]|\s+(?:mà|ma)(?!\p{L})|[\s.!]*$)|(?<!\p{L})(?:rồi|roi)\s+(?:mà|ma)\s+(?:chưa|chua|không|khong|vẫn|van)(?!\p{L})|^(?:mấy|may|bao nhiêu|bao nhieu)\s+(?:lần|lan|lượt|luot)(?!\p{L})|(?<!\p{L})(?:nhưng|nhung|mà|ma)\s+(?:thôi|thoi|vẫn|van|cũng|cung|không sao|khong sao|được|duoc)(?!\p{L})/iu

/** Whether what stands behind the code of an order, `folded`, weighs it instead of saying how it is to be done. */
export function weighs(folded: string): boolean {
  return INSTEAD_OF_WORDS.test(folded)
}

/** Whether an order is called hard or put off as it is typed, with its reason or without one. */
export function isRegretted(typed: string): boolean {
  return IS_REGRETTED.test(typed)
}

/** Whether a doubt stands anywhere in what was typed. */
export function doubts(typed: string): boolean {
  return DOUBTS.test(typed)
}

/** Whether it is weighed if an author is to be asked at all. */
export function weighsAsking(typed: string): boolean {
  return OF_ASKING.test(typed.trim()) || IS_REGRETTED.test(typed)
}
