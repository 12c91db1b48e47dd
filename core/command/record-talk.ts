import { isQuestion } from "../intake/told.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { asked, type Found, firstOf, type Reading, typed } from "./asked.ts"
import type { Command, CommandName } from "./command.ts"
import { Head } from "./head.ts"
import { UNIT_NAME as NAME } from "./house-question.ts"
import { listQuestion } from "./list-question.ts"
import { asks, REOPENED, RESTATED, SO_MANY } from "./officer-words.ts"

const CODE = "(?<code>sk ?\\d{1,9})"
/** To whom, or of whom, it is; the record says who that is. */
const AUTHOR = "(?:tac gia|nguoi (?:gui|nop)|(?:anh|chi|em|ban|co|chu|bac) (?!(?:la|rang|biet) )[^ ]+)"
const JUDGED = "(?:duyet|cong nhan|tu choi|len cong|gop|ghi|bam|chon)"
const WHICH =
  "(?:ai (?:duyet|xet|gui|nop|lam|cong nhan|tu choi)|(?:duoc |bi )?(?:cong nhan|duyet|nop|gui|dang ky|tu choi|len cong)(?: tu)? (?:ngay nao|bao gio|khi nao|hom nao|luc nao)|(?:co )?han(?: xet| duyet)?(?: .{0,20})?|cap (?:gi|nao|may)|(?:nop|gui) (?:tre|muon|qua han)(?: .{0,20})?|cua (?:ai|don vi nao|cong ty nao|dv nao)|(?:co )?(?:so )?(?:quyet dinh|qd|ma cong)(?: (?:so|la))* (?:may|gi|nao|bao nhieu)|(?:dang )?(?:o dau|the nao|sao))"

const WHO = "(?:ai|nguoi nao|can bo nao|don vi nao|cap nao)"
const DECIDED =
  "(?:(?:ky|cong nhan|duyet|xet|xet duyet|tu choi|tiep nhan|gop|hoi them|dua len cong|len cong)(?= |$) ?)+"
const WHEN = "(?:ngay nao|bao gio|khi nao|hom nao|luc nao|ngay may)"
const ALREADY = "(?:(?:la|nguoi|da|duoc|vua|se|ma|do|boi|bi) )*"

/** "SK-3, SK-4 và SK-5" */
const CODES = "(?<codes>sk ?\\d{1,9}(?:(?: (?:va|voi|cung))? sk ?\\d{1,9}){0,9})"
const SAID = "(?:(?:nay|thi|la|bi|da|roi|chi|anh|em|thay|nhin|theo|co ve|hinh nhu|that ra|sang kien|ho so) )*"
/** What is wrong with a record, which may be why it is to be refused. */
const FAULT = `(?:(?:khong|ko|k|chua|chang|dau|hong) (?:co )?(?:gi |tinh |phai |du |dung |ap dung |con |thay )?(?:moi|kha thi|hieu qua|duoc|thuc te|dieu kien|hop le|quy dinh|sang kien|ro|ro rang|thuyet phuc|gia tri|the thuc|cua (?:nguoi|anh|chi|ho))(?: .*)?|(?:trung|giong|chep|copy|coppy|sao chep|lay|dao)(?: het| y| lai| y het)? (?!sk ?\\d|nhau|hay|khong).+|(?:trung|cu|chep|copy|cu ky)(?: mat)?|(?:nguoi|cong ty|don vi|noi|ben|cho) .{1,40} (?:lam|dang ky|nop|co|ap dung)(?: truoc)?)`
const OTHER_UNIT =
  "(?!(?:cap|len|cong|hang|cho|lai|duyet|xet|anh|chi|em|toi|ban|co|chu|bac|ong|ba|tac gia|nguoi|linh vuc|ten|ai|don vi nao|don vi khac|trang thai|nhom|(?:hai|ba|may|nhieu|\\d+) nguoi)(?: |$))[^ ]+(?: [^ ]+){0,11}?"
const ANOTHER = /(?:^| )sk ?\d/
/** Those on which nothing is recognised here are answered where they are read. */
const LEVEL =
  "cap (?:tinh|co so|toan quoc|quoc gia|huyen|thi xa|thanh pho|xa|phuong|nganh|bo|trung uong|khu vuc|tong lien doan|nha nuoc)"
const MOVED = (found: Found): string => `${found.typed("codes", "code")} ${found.typed("unit")}`.trim()

/** What is right about a recognition, as behind the command. */
function paperSaid(found: Found): string {
  const [paper, number, day] = [found.typed("paper"), found.typed("number"), found.typed("day")]
  return paper !== "" ? paper : number !== "" ? `QĐ ${number}` : `ngày ${day}`
}

const code = (found: Found): string => found.typed("code")
const withWords = (found: Found): string => `${found.typed("code")} ${found.typed("words")}`

const reading: Reading = firstOf(
  // "ai là người công nhận SK-57", "SK-57 ai xét, xét ngày nào": who did what and when
  asks("history", code, [
    `(?:xem )?${WHO} ${ALREADY}${DECIDED}(?:(?:cho|ho so|sang kien|cai|quyet dinh|cua) )*${CODE}`,
    `(?:xem )?(?:nguoi|can bo) ${DECIDED}(?:(?:cho|ho so|sang kien|cua) )*${CODE} (?:(?:la|ten) )*(?:ai|gi|nao)`,
    `(?:xem )?(?:lai )?(?:giup )?(?:(?:ho so|sang kien|cai) )?${CODE} ${ALREADY}${WHO} ${ALREADY}${DECIDED}(?:.{0,30})?`,
    `(?:xem )?(?:lai )?(?:giup )?${CODE} ${ALREADY}${DECIDED}(?:${WHEN} )?${ALREADY}${WHO}(?: ${DECIDED}|$)`,
  ]),
  // "hỏi anh An xem SK-3 làm lợi bao nhiêu", "nhắn tác giả SK-3 bổ sung số liệu", "trả SK-3 về cho tác giả bổ sung ảnh"
  asks("askMore", withWords, [
    `(?:hoi|nhan|bao|yeu cau|de nghi)(?: (?:giup|lai|them))* ${AUTHOR}(?: (?:xem|cua|ve|la|rang))* ${CODE} (?:xem |la )*(?<words>.+)`,
    `tra ${CODE} (?:ve|lai)(?: cho)?(?: ${AUTHOR})? (?<words>.+)`,
  ]),
  // "SK-7 chưa rõ hiệu quả, hỏi lại tác giả giúp chị": what is to be asked stands before it
  asks("askMore", withWords, [
    `${CODE} ${SAID}(?<words>[^ ]+(?: [^ ]+){1,12}?) (?:hoi(?: (?:lai|them))+|hoi|yeu cau|nhan|bao)(?: (?:giup|lai|them))* (?:tac gia|nguoi (?:gui|nop))(?: (?:giup|cho|anh|chi|em|toi|bo sung|giai thich|lai|ro|them|voi|nhe))*`,
  ]),
  asks("askMore", code, [`tra ${CODE} (?:ve|lai)(?: cho)?(?: ${AUTHOR})?`]),
  // "SK-3 hay đấy, công nhận cấp tỉnh cho anh An"
  asks("recognize", (found) => `${found.typed("code")} ${found.typed("paper")}`, [
    `${CODE} (?:hay|tot|duoc|on|ok|dat)(?: (?:day|lam|qua|do|em|roi))* (?:cong nhan|duyet) (?:luon )?(?<paper>cap (?:tinh|co so|toan quoc))(?: cho .{2,30})?`,
  ]),
  // "hồ sơ SK-4 xem ra ổn": less than a verdict
  asks("review", code, [
    `(?:(?:cai|ho so|sang kien) )?${CODE} (?:(?:xem ra|co ve|kha|rat|cung|thay) )*(?:on|tot|hay|hop le|du dieu kien)(?: (?:day|lam|qua|do|roi))*`,
    `(?:(?:cai|ho so|sang kien) )?${CODE} (?:(?:nay|anh|chi|em|toi|minh|thay|thi) )*(?:(?:on|tot|hay|duoc|ok|dat)(?: (?:day|lam|qua|do|roi))* )?cho qua(?: (?:di|luon))*`,
  ]),
  // "nhắn bạn Bình gửi thêm ảnh cho SK-5"
  asks("askMore", withWords, [
    `(?:hoi|nhan|bao|yeu cau|de nghi)(?: (?:giup|lai|them))* ${AUTHOR} (?<words>.+?) (?:cho|vao|ve|cua) ${CODE}`,
  ]),
  // "duyệt SK-3, SK-4 cấp cơ sở QĐ 15", "SK-4 ok, cấp tỉnh luôn": with its paper it is the verdict, and no wish to see the record
  asks("recognize", (found) => `${found.typed("codes", "code")} ${found.typed("paper", "level")}`, [
    `(?:ky )?duyet (?:(?:giup|luon|cho) )*(?:(?:anh|chi|em|toi) )?(?:(?:cai|cac|may|ho so|sang kien) )*${CODES} (?<paper>(?:cap|qd|quyet dinh) .+)`,
    `${CODE} ${SAID}(?:ok|oke|duoc|dat|on)(?: (?:em|nhe|roi|day|luon|a|nha))* (?<paper>cap (?:tinh|co so|toan quoc)(?: (?!.*sk ?\\d).+)?)`,
    // "SK-14 chỉ cấp cơ sở thôi"
    `${CODE} (?:(?:nay|thi|chi|anh|em|duoc|dat) )*chi (?:(?:duoc|dat|nen) )*(?<level>cap (?:tinh|co so))(?: (?:thoi|em|nhe|a))*`,
  ]),
  // "SK-12 ok, công nhận luôn"
  asks("recognize", (found) => found.typed("codes"), [
    `${CODES} (?:(?:nay|thi|chi|anh|em|thay|sang kien|ho so) )*(?:ok|oke|duoc|dat|on|hay|tot)(?: (?:roi|day|lam|qua|do|em|thi|nhe))* cong nhan(?! roi)(?: (?:luon|di|giup|cho|nhe|nha|em|anh|chi|toi))*`,
  ]),
  asks("recognize", (found) => `${found.typed("codes", "code")} ${found.typed("paper")}`, [
    `${CODES} ${SAID}(?:duoc )?cong nhan (?:(?:o|len|them) )*(?<paper>${LEVEL} (?:theo |bang )?(?:qd|quyet dinh) .+)`,
  ]),
  asks("review", code, [
    `(?:ky )?duyet (?:(?:giup|cho) (?:(?:anh|chi|em|toi) )?)?(?:(?:cai|ho so|sang kien) )+${CODE}`,
  ]),
  asks("onPortal", (found) => `${found.typed("code")} ${found.typed("portal")}`, [
    `(?:(?:da|vua|moi|chi|anh|em) )*(?:dua|day|up|nhap) ${CODE} len cong(?: (?:quoc gia|roi|nhe|em|a|day))* (?:(?:ma|la|so|cong) )+(?<portal>.*\\d.*)`,
    `(?:cap nhat|ghi|nhap|them) (?:(?:len|vao|ma) )*cong(?: cho)? ${CODE} (?:(?:ma|la|so) )*(?<portal>.*\\d.*)`,
  ]),
  // "ngày nhận đơn SK-3 là 5/3", "nhận đơn SK-3 hôm nay"
  asks("accept", (found) => `${found.typed("code")} ngày ${found.typed("day")}`, [
    `ngay (?:tiep nhan|nhan)(?: (?:don|ho so|giay))?(?: cua)? ${CODE} (?:la )?(?:ngay )?(?<day>.+?)`,
    `(?:tiep nhan|nhan) (?:don|ho so|giay)(?: cua)? ${CODE} (?:tu |vao )?(?:ngay )?(?<day>(?:hom|\\d).*?)`,
  ]),
  asks("accept", code, [`(?:tiep nhan|nhan) (?:don|ho so|giay)(?: cua)? ${CODE}`]),
  // "SK-3 ghi nhầm đơn vị, của Samsung mới đúng", "chuyển SK-3 sang CĐCS May TNG"
  asks("moveRecord", MOVED, [
    `(?:chuyen|dua|dieu chuyen|doi|sua)(?: (?:giup|ho so|sang kien|don vi(?: cua)?))* ${CODES} (?:(?:tu|khoi) .{1,60} )?(?:(?:sang|ve|qua|cho|thanh|vao) )+(?:don vi (?!nao|khac))?(?<unit>${OTHER_UNIT})`,
    `${CODES} (?:chuyen|dua) (?:(?:sang|ve|qua|cho) )+(?:don vi (?!nao|khac))?(?<unit>${OTHER_UNIT})`,
    `don vi (?:cua )?${CODE} (?:(?:la|thanh|phai la|dung la|sua thanh|doi thanh|ghi sai|sai) )+(?<unit>${OTHER_UNIT})`,
    `${CODE} ${SAID}(?:cua|thuoc(?: ve)?|o) (?<unit>${OTHER_UNIT}) (?:(?:chu|co|ma|khong phai).*|moi dung)`,
    `${CODE} ${SAID}(?:(?:ghi|de|nop|dang ky|vao|tinh|xep|khai) )?(?:nham|sai) (?:sang )?(?:don vi|dv|cong ty|cdcs)(?: roi)?(?: (?:phai la|la|cua|dung la|thuoc)+ (?<unit>${OTHER_UNIT})(?: moi dung)?)?`,
    `(?:(?:ghi|de|nop|dang ky|vao|tinh|xep) )?(?:nham|sai) (?:don vi|dv) (?:cho |cua |o )?${CODE}`,
    `${CODE} ${SAID}(?:cua|thuoc) (?:don vi|cong ty|cdcs) khac`,
    `(?:chuyen|doi|sua) don vi (?:cho |cua )?${CODE}`,
  ]),
  // "sửa công nhận SK-3 cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 5/4", "nâng SK-3 lên cấp tỉnh", "số quyết định SK-3 là 15/QĐ-CĐCS"
  asks("recognize", (found) => `${RESTATED}${found.typed("codes", "code")} ${paperSaid(found)}`, [
    `(?:sua|ghi|dinh chinh|cap nhat|doi)(?: (?:lai|viec|giup|ket qua))* (?:cong nhan|cap cong nhan)(?: (?:cua|cho))* ${CODES} (?:(?:thanh|la|sang|len) )*(?<paper>(?:${LEVEL}|qd|quyet dinh|ngay) ?.*)`,
    `(?:(?:doi|sua|nang|ha|dua|chuyen|cho|tang|giam)(?: (?:cap|muc|cong nhan|cua))* )?${CODES} ${SAID}(?:(?:len|xuong|thanh|sang|la) )+(?<paper>${LEVEL}(?: (?:theo |bang )?(?:qd|quyet dinh|ngay) .+)?)`,
    `${CODE} ${SAID}(?:nang|ha|chuyen|doi)(?: (?:cap|len|xuong|thanh|sang))* (?<paper>${LEVEL})`,
    `${CODE} ${SAID}(?<paper>${LEVEL}) moi dung`,
    `${CODE} ${SAID}(?:${JUDGED} )?(?:nham|sai) cap (?:(?:phai la|dung la|la|thanh) )+(?<paper>${LEVEL})(?: moi dung)?`,
    `(?:(?:sua|doi|ghi|cap nhat|dinh chinh|them|bo sung)(?: (?:lai|giup))* )?(?:so )?(?:quyet dinh|qd)(?: (?:cong nhan|cua|cho|so))* ${CODES} (?:(?:thanh|la|sang|phai la|dung la|so) )*(?<number>\\d[^ ]*(?: .+)?)`,
    `(?:(?:sua|doi|ghi)(?: lai)* )?${CODE} ${SAID}(?:quyet dinh|qd) (?:(?:ky|la|vao) )*ngay (?:(?:ky|la) )*(?<day>\\d{1,2}(?: \\d{1,2}(?: \\d{2,4})?)?)(?: .*)?`,
    `(?:(?:sua|doi|ghi)(?: lai)* )?${CODE} ${SAID}(?:(?:sua|doi|ghi|cap nhat)(?: lai)* )?(?:so )?(?:quyet dinh|qd) (?:(?:thanh|la|phai la|dung la|so) )*(?<number>\\d[^ ]*(?: .+)?)`,
    `(?:(?:sua|doi|ghi|cap nhat|dinh chinh)(?: (?:lai|giup))* )?ngay (?:ky )?(?:quyet dinh|qd|cong nhan)(?: (?:cua|cho))* ${CODES} (?:(?:thanh|la|sang|phai la) )*(?:ngay )?(?<day>\\d.+)`,
  ]),
  // "SK-3 công nhận nhầm cấp", "SK-2 số quyết định sai rồi": the paper is what was wrong, and nobody says what is right
  asks("askRule", "verdicts", [
    `(?:sua|ghi lai|dinh chinh|doi)(?: (?:lai|so|viec))* (?:cong nhan|quyet dinh|qd|cap cong nhan)(?: (?:cua|cho))* ${CODES}`,
    `${CODE} ${SAID}(?:so )?(?:quyet dinh|qd|cap)(?: cong nhan)? (?:(?:bi|ghi|nay|la) )*(?:sai|nham)(?: .{0,40})?`,
    `${CODE} ${SAID}${JUDGED} nham (?:cap|so|ngay|quyet dinh|qd)(?: .{0,30})?`,
  ]),
  // "đổi lý do từ chối SK-3 được không": taken back, it is decided anew
  asks("takeBack", "", [
    `(?:doi|sua|ghi)(?: lai)? (?:ly do|li do)(?: tu choi)?(?: (?:cua|o|cho))? ${CODE}(?: .{0,20})?`,
  ]),
  // "khôi phục SK-3", "cho SK-3 vào hàng chờ lại"
  asks("takeBack", (found) => `thu hồi ${found.typed("code")}`, [
    `${CODE} ${SAID}(?:thu hoi|huy ket qua|rut lai)(?: (?:lai|di|ket qua|giup|luon))*`,
  ]),
  asks("takeBack", (found) => `thu hồi lên cổng ${found.typed("code")} lý do ghi nhầm mã`, [
    `ma (?:tren )?cong (?:cua )?${CODE} (?:(?:bi|ghi|nhap|go|da) )*(?:nham|sai)(?: roi)?`,
  ]),
  asks("takeBack", (found) => `${REOPENED}${found.typed("code")}`, [
    `(?:cho|de)(?: ${AUTHOR})? (?:gui|nop|bo sung|sua) lai ${CODE}`,
    `${CODE} ${SAID}doi y(?: .{0,40})?`,
    `(?:(?:a|chet|thoi|chi|anh|em|toi) )*nham(?: roi)? ${CODE} (?:khong|ko|k) (?:trung|phai|sai|bi)(?: .{0,40})?`,
    `(?:khoi phuc|phuc hoi|mo lai|xet lai|xem xet lai|duyet lai|cham lai)(?: (?:ho so|sang kien|cho))* ${CODE}(?: (?:cho|de) (?:chi|anh|em|toi) (?:xet|duyet|xem)(?: (?:lai|lan nua|them))*)?`,
    `(?:cho|dua|tra|chuyen) ${CODE} (?:(?:vao|ve|tro|quay|sang) )*(?:lai )?(?:(?:hang|danh sach|muc) )?(?:cho|dang cho|cho xet|cho duyet|xet|duyet)(?: duyet| xet)?(?: lai)?(?: (?:chi|anh|em|toi) (?:bam|chon|ghi|an) nham(?: .{0,20})?)?`,
    `${CODE} (?:(?:can|cho|de|phai) )*(?:xet|duyet|mo|khoi phuc) lai`,
  ]),
  // "SK-2 duyệt nhầm rồi", "chị duyệt nhầm SK-2, bỏ giúp chị": what it came to since is not meant
  asks("takeBack", (found) => `thu hồi công nhận ${found.typed("code")} lý do ghi nhầm`, [
    `${CODE} (?:(?:da|bi|chi|anh|em|vua) )*(?:duyet|cong nhan) nham(?: .{0,30})?`,
    `(?:(?:luc nay|hoi nay|ban nay|vua|da|chi|anh|em|toi|lo|lo tay|bam|an|nhan) )*(?:duyet|cong nhan) nham(?: (?:ho so|sang kien|cai|mat))* ${CODE}(?: .{0,30})?`,
  ]),
  // "ghi nhầm SK-3 đã lên cổng mã CP-99": that it was uploaded, and not that it was recognised.
  asks("takeBack", (found) => `thu hồi lên cổng ${found.typed("code")} lý do ghi nhầm`, [
    `(?:(?:vua|da|chi|anh|em|toi|lo) )*(?:ghi|bam|an|nhan|danh dau) nham(?: (?:ho so|sang kien|cai))* ${CODE} (?:(?:la|da|vua|duoc) )*(?:len|tren) cong(?: .{0,30})?`,
  ]),
  asks("takeBack", (found) => `thu hồi ${found.typed("code")} lý do ghi nhầm`, [
    `${CODE} (?:(?:da|bi|chi|anh|em|vua) )*${JUDGED} nham(?: .{0,30})?`,
    `(?:(?:vua|da) )*(?:lo(?: tay)?|so y) ${JUDGED}(?: nham)?(?: mat)? ${CODE}(?: .{0,30})?`,
    `(?:(?:luc nay|hoi nay|ban nay|vua|da|chi|anh|em|toi|lo|bam|an|nhan) )*${JUDGED} nham(?: (?:ho so|sang kien|cai|mat))* ${CODE}(?: .{0,30})?`,
  ]),
  // "hai cái SK-3 với SK-4 giống nhau quá xử lý sao"
  asks("merge", "", [
    "(?:(?:hai|2|cai|ho so|sang kien|thay) )*sk ?\\d{1,9} (?:voi|va|cung) sk ?\\d{1,9} (?:(?:bi|no|co ve|thay|hinh nhu) )*(?:giong|trung)(?: [^ ]+){0,5} (?:xu ly|lam|giai quyet|tinh)(?: (?:the nao|sao|lam sao|kieu gi|gi|ntn))+",
  ]),
  // "SK-3 với SK-4 là một": which of the two stays is not said
  asks("askFirst", (found) => `gộp ${found.typed("one")} ${found.typed("other")}`, [
    `(?<one>sk ?\\d{1,9}) (?:voi|va|cung|giong) (?<other>sk ?\\d{1,9})(?: (?:${oneOf("la mot, la cung mot, cung mot, la 1, giong nhau, giong het nhau, y het nhau, y chang nhau, trung nhau, bi trung, trung, nhu nhau, nhu mot, mot thoi, cung la mot")})(?: (?:sang kien|cai|thoi|nguoi|bai|ho so))*| ma)`,
    `(?:thay )?(?<one>sk ?\\d{1,9}) (?:(?:bi|la|voi|va|co ve|hinh nhu|cung) )*(?:giong|trung)(?: (?:lap|het|voi|y|cua))* (?<other>sk ?\\d{1,9}) (?:(?:thi|nen|em|chi) )*(?:gop|nhap)(?: (?:lai|di|vao|giup|luon|lam mot))*`,
    `(?:thay )?(?<one>sk ?\\d{1,9}) (?:voi|va|cung) (?<other>sk ?\\d{1,9}) (?:(?:bi|la|cung) )*(?:giong nhau|trung nhau|mot|la mot|trung) (?:(?:thi|nen|em|chi) )*(?:gop|nhap)(?: (?:lai|di|vao|giup|luon))*`,
    "(?<one>sk ?\\d{1,9}) (?:giong|y chang|y het|nhu|co ve trung|hinh nhu trung) (?:voi |het |cai |y )*(?<other>sk ?\\d{1,9})",
  ]),
  // "SK-3 không mới", "SK-3 trùng của người ta rồi": told, and no order yet
  asks(
    "askFirst",
    (found) =>
      // What is said of another record behind it is no reason.
      isQuestion(found.head.text) || ANOTHER.test(found.folded("words"))
        ? undefined
        : `từ chối ${found.typed("code")} ${found.typed("words")}`,
    [`${CODE} ${SAID}(?<words>${FAULT})`],
  ),
  // "xóa mã cổng SK-3 đi, ghi nhầm"
  asks("takeBack", (found) => `thu hồi lên cổng ${found.typed("code")} lý do ghi nhầm mã`, [
    `(?:xoa|bo|go|huy|rut)(?: giup)? ma(?: tren)? cong(?: (?:cua|cho))* ${CODE}(?: .{0,30})?`,
  ]),
  asks("askFirst", (found) => `hủy ${found.typed("code")} tác giả xin rút`, [
    `${CODE} (?:thi )?(?:tac gia|nguoi (?:gui|nop)|(?:anh|chi|em|ban) ay) (?:xin|muon|de nghi|doi) (?:rut|huy)(?: (?:lai|ho so|don|sang kien|roi|nen|thi|em|bo|ra|huy|rut|xoa|di|luon|cho|giup|chi|anh))*`,
  ]),
  // "SK-3 lên cổng rồi mà chưa có mã": what is missing is said
  asks("onPortal", code, [
    `${CODE} (?:(?:da|vua|moi|nop|dua) )*len cong(?: (?:roi|ma|nhung|thi|van))* chua (?:co|thay|biet) ma(?: .{0,40})?`,
  ]),
  // "duyệt hộ chị mấy cái của May TNG, QĐ số 15": asked first, and each of them named
  asks("recognize", (found) => `tất cả của ${found.typed("unit")} ${found.typed("paper")}`, [
    `(?:ky )?duyet (?:(?:giup|ho|cho|luon|het|ca|e|em|anh|chi|c|a|toi) )*(?:(?:may|cac|nhung|het|toan bo|tat ca) )+(?:(?:cai|ho so|sang kien|sk|don) )*(?:cua|o|ben) (?<unit>${NAME})(?: (?:di|nhe|luon|giup|em))* (?<paper>(?:cap (?:co so|tinh|toan quoc)|qd|quyet dinh) ?.*)`,
  ]),
  asks("portalCard", code, [`(?:dua|day|up|nhap) ${CODE} len cong(?: quoc gia)?`]),
  // "SK-3 và SK-4 có phải là một không": the later one shows what it is like
  asks(
    "look",
    (found) =>
      `${found.typed("other", "same", "unlike", "compared")} so với ${found.typed("a", "b", "c", "d")}`,
    [
      `(?:(?:hai|2|cai|ho so|sang kien) )*(?<a>sk ?\\d{1,9}) (?:(?:voi|va|cung) )?(?<other>sk ?\\d{1,9}) (?:co )?(?:phai|trung|giong|khac|la mot)(?: .{0,20})? (?:khong|ko|k|gi|the nao|cho nao)`,
      `(?:(?:cai|ho so|sang kien) )?(?<b>sk ?\\d{1,9}) (?:(?:co|bi|la|hay) )*(?:trung|giong|khac)(?: (?:lap|het|gi|y))*(?: (?:voi|va|cua|so voi))* (?<same>sk ?\\d{1,9})(?: (?:gi|cho nao|nhau))* (?:khong|ko|k|the nao|cho nao)`,
      "(?:(?:cai|ho so|sang kien) )?(?<c>sk ?\\d{1,9}) (?:khac|giong) (?:gi|cho nao|o dau)(?: (?:voi|so voi))* (?<unlike>sk ?\\d{1,9})",
      `(?:so sanh|so|doi chieu|xem) (?:(?:giup|hai|2|cai|ho so|sang kien) )*(?<d>sk ?\\d{1,9}) (?:voi|va|cung) (?<compared>sk ?\\d{1,9})(?: (?:co|xem|giong|trung|khac|nhau|gi|khong|ko|k|the nao|giup|chi|anh|em|toi|thu|lai))*`,
    ],
  ),
  // "SK-3 của ai", "mã cổng của SK-2"
  asks("look", code, [
    `(?:(?:cai|ho so|sang kien) )?${CODE} ${WHICH}`,
    `(?:ly do|vi sao|tai sao|sao)(?: (?:bi|lai))* tu choi ${CODE}(?: (?:la )?(?:gi|the|vay))*`,
    `(?:thay |xem )?${CODE} co (?:moi|trung|on|dat|duoc|hop le|du|kha thi)(?: .{0,20})? (?:khong|ko|k|chua)`,
    `(?:mo|lay|dua|lat) ${CODE} (?:ra|len)(?: .{0,15})?`,
    `(?:mo|xem|coi|doc) (?:(?:ho so|sang kien|cai) )*${CODE}(?: (?:ra|len|cho|xem|coi|chi tiet|noi dung|ky|lai|anh|chi))*`,
    `ai (?:(?:da|vua|la nguoi) )*(?:nop|gui|lam|dang ky|viet)(?: (?:ra|cai|sang kien|ho so))* ${CODE}`,
    `(?:(?:cai|ho so|sang kien|xem) )*${CODE} co (?:kem )?(?:anh|hinh|tep|file|minh chung|tai lieu|mo ta|so lieu)(?: .{0,20})? (?:khong|ko|k|chua)`,
    `(?:tai|mo|gui|lay)(?: (?:anh|hinh|tep|file|minh chung|tai lieu))+ (?:cua )?${CODE}`,
    `(?:ma cong|quyet dinh|so quyet dinh|qd|tac gia|don vi)(?: cua)? ${CODE}(?: (?:la )?(?:gi|ai|nao|may|dau))?`,
  ]),
  // "hồ sơ của May TNG đâu cho anh duyệt", "còn mấy cái phải duyệt nữa"
  asks("review", (found) => found.typed("unit"), [
    `(?:ho so|sang kien|sk) (?:cua|o|ben) (?<unit>${NAME}) (?:dau )?(?:(?:cho|de|dua) )+(?:(?:anh|chi|toi|minh|em) )?(?:duyet|xet)`,
  ]),
  // "các sáng kiến chưa duyệt của em"
  asks("mine", "", [
    "(?:(?:con|co|cac|nhung|may|liet ke) )*(?:cai|ho so|sang kien|sk)(?: nao)? (?:(?:chua|dang|cho|duoc) )+(?:duyet|xet) cua (?:em|anh|chi|toi|minh)",
  ]),
  asks("review", "", [
    `(?:(?:hom nay|sang nay|chieu nay|bay gio|em|con|co) )*(?:${SO_MANY}|nhung|cac)(?: (?:cai|ho so|sang kien|sk))+ (?:(?:can|phai|cho|chua|dang) )+(?:xu ly|giai quyet|xem)`,
  ]),
  // "còn bao nhiêu hồ sơ chưa duyệt của KCN"
  asks("review", typed("unit"), [
    `(?:con |co )*(?:${SO_MANY}|nhung|cac) (?:ho so|sang kien|cai)(?: (?:chua|dang|cho|phai|con))+ (?:duyet|xet) (?:cua|o|ben) (?<unit>(?!(?:em|anh|chi|toi|minh)(?: (?:a|nhe|voi|roi))*$)${NAME})`,
  ]),
  asks("review", "", [
    "(?:co |con )*(?:ho so|sang kien|sk|cai) nao (?:(?:moi|vua) )+(?:nop|gui|dang ky|den)(?: (?:hom nay|khong|ko|chua|len|coi|xem|cho|chi|anh))*",
  ]),
  // "cho chị xem mấy hồ sơ mới gửi hôm nay"
  asks("review", "", [
    "(?:may )?ho so (?:(?:moi|vua|dang|con|chua) )*(?:gui|nop|cho|ton|den)(?: (?:den|duyet|xet|hom nay|hom qua|tuan nay|sang nay))*",
  ]),
  asks("review", "", [
    `(?:con |co )*(?:${SO_MANY}|nhung|cac)(?: (?:cai|ho so|sang kien|sk))+ (?:(?:can|phai|chua|dang|cho|nao|con|duoc|chua duoc) )+(?:duyet|xet)(?: nua| khong)*`,
    "(?:dua|cho|mo|lay|xem) (?:(?:anh|chi|em) )?(?:xem )?(?:cai|ho so|sang kien)(?: (?:dau|dau tien|tiep|tiep theo|ke tiep))+(?: (?:len|ra|day))*",
  ]),
)

/** What an officer says of a record in the middle of a sentence. */
export const recordTalk: Reading = (head, said) => {
  if (!ABOUT_A_RECORD.test(said)) return undefined
  const command = reading(head, said)
  const isAsked =
    command !== undefined && command.rest !== "" && DONE_AT_ONCE.has(command.name) && ASKED.test(said)
  return isAsked ? asked("askRule", "asked") : command
}

/** What is done, or asked back, by what is only told: who asks how or whether has none of it done. */
const DONE_AT_ONCE: ReadonlySet<CommandName> = new Set([
  ...(["recognize", "accept", "askFirst", "takeBack", "moveRecord", "onPortal"] as const),
])
const ASKED =
  /(?:^| )(?:khong|ko|hong|chua|the nao|nhu the nao|lam sao|ra sao|kieu gi|cach nao|o dau|thi sao)(?: (?:a|em|anh|chi|nhi|vay|the|ha))*$/

const ABOUT_A_RECORD = /(?:^| )(?:sk ?\d|ho so(?: |$)|(?:duyet|xet)(?: |$)|tiep(?: |$)|dau tien)/

/** "sk nào chưa duyệt": of an officer it asks for what waits for them, not for their own, unless it says whose. */
const ASKS_FOR_QUEUE =
  /^(?!.* cua (?:toi|minh|em|anh|chi)(?: |$))(?:(?:con|co|nhung|cac|xem|coi|liet ke|danh sach|ds|mo|cho|giup|em|anh|chi|toi|minh|may|het|tat ca|lai) )*(?:sk|sang kien|ho so|hs|cai) (?:nao )?(?:con )?(?:chua|dang cho|cho) (?:duoc )?(?:duyet|xet)/
/** "xong chưa", "đến đâu rồi": of nothing of their own, so of their work. */
const ASKS_HOW_FAR =
  /^(?:(?:em|anh|chi|the|vay|da) )*(?:xong|duoc|den dau|toi dau|den dau roi|the nao|sao)(?: (?:chua|roi|em|a|nhi|ha|vay))*[\s.?!]*$/

/** What an officer asks for in words that others say of their own. */
function notOwn(text: string): Command | undefined {
  const said = fold(text)
  const list = listQuestion(text)
  if (list !== undefined) return list
  if (ASKS_FOR_QUEUE.test(said)) return asked("review", "")
  return ASKS_HOW_FAR.test(said) ? asked("progress", "") : undefined
}

/** Where an officer who names a record may mean its verdict: "đổi SK-000012 thành cấp tỉnh", "duyệt SK-000012 cấp cơ sở QĐ 15". */
const MAY_BE_TALK: ReadonlySet<CommandName> = new Set(["edit", "portalCard", "review"])
/** Who decided about a record is no secret to officers, whom its card does not tell. */
const SHOWS: CommandName = "look"
const LONGEST = 300

/** What an officer means by words that are read as another command as well; undefined where they mean that one. */
export function talkInstead({ name, rest }: Command, text: string): Command | undefined {
  if (name === "mine") return notOwn(text)
  if (name === "add" && rest === "") return listQuestion(text)
  if (!(MAY_BE_TALK.has(name) || name === SHOWS) || text.length > LONGEST) return undefined
  const head = new Head(clean(text))
  const talk = recordTalk(head, head.said)
  return name === SHOWS && talk?.name !== "history" ? undefined : talk
}
