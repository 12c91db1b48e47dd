import { kindAsked } from "../campaign/unit-kind.ts"
import { REACHED_UNITS } from "../reminder/read.ts"
import { NUMBER_WORDS } from "../text/number.ts"
import { oneOf } from "../text/pattern.ts"
import { type Found, firstOf, means, type Reading, typed, upTo } from "./asked.ts"
import {
  asks,
  GROUPLESS_UNITS,
  IDEA,
  NAMED_PERIOD,
  PART,
  PLACE_OF,
  SO_MANY,
  THINGS,
  UNIT,
} from "./officer-words.ts"

const NOT = "(?: (?:chua|roi|khong|ko|k|nua|them))*"
const STATE = oneOf("cong nhan, len cong, duyet")
const ALREADY = "(?:(?:da|duoc|dang|moi) )*"
const WHAT_WAITS = oneOf(`ai, gi, nguoi nao, cai nao, ${IDEA} nao, ho so nao, ho so moi, cai gi, ho so gi`)
const GOAL = oneOf("chi tieu, ke hoach, muc tieu, 100, du, het, tien do, giai doan, nay, 1, phan tram")
const LISTED_UNITS = `(?:${oneOf(`danh sach, liet ke, ke ten, ${SO_MANY}, tat ca, co, da`)} )*${UNIT}(?: nao)?(?: (?:da|duoc|dang|nao|la|ma|thi))* `
/** "top 5", "ba": how many are to be shown. */
const MOST = `(?:(?:top )?(?<most>\\d{1,2}|${NUMBER_WORDS.slice(1).join("|")}) )`
const SO_MANY_UNITS = `(?:${MOST}|${SO_MANY} )?${UNIT}(?: nao)?`
const LAST = oneOf(
  "cuoi bang, cuoi cung, cuoi, chot bang, chot, bet bang, bet, thap nhat, kem nhat, yeu nhat, it nhat, i ach nhat, i ach, do so",
)
const FIRST = oneOf("dan dau, dung dau, dau bang, nhat bang, cao nhat, tot nhat, nhanh nhat, kha nhat")
const DAY = oneOf("hom nay, hom qua, sang nay, chieu nay, tuan nay, thang nay")
const SOMEBODY = `(?:${oneOf("co, da, ai, nguoi nao, may nguoi, nhung ai, bao nhieu nguoi, don vi nao")} )+`
const SENT = `(?:(?:da|moi|them) )*(?:nop|dang ky|gui)(?: ${IDEA})?`
const WHICH_UNITS = oneOf(
  "don vi nao, don vi gi, nhom nao, noi nao, gi, dau, nhung gi, nhung dau, bao nhieu don vi, ai",
)
const DID = oneOf("sua, doi, thay doi, dat, giao, xoa, duyet, cong nhan, tu choi, gop, chuyen, nhap, lam")
const DONE_TO = oneOf(
  `chi tieu, giai doan, don vi, ho so, ${IDEA}, so lieu, nhom, vai tro, gi, cai nay, lai, the, sk ?\\d+, day`,
)
const LISTED = oneOf(
  `bao cao, tong hop, file, tep, excel, csv, word, pdf, danh sach, ds, cac, nhung, toan bo, tat ca, ho so, ${IDEA}`,
)
const OF_PEOPLE = oneOf("nguoi, tac gia, ten, day du")
const IN_STATE = oneOf(
  "da, duoc, dang ky, nop, cong nhan, len cong, chua len cong, cho len cong, khen thuong, khen, thuong, de, di, duoc thuong",
)
const OF_PLACE = oneOf("don vi, toan tinh, tinh, minh, chi, anh, em, cong doan, co so")
const OF_FIGURES = oneOf(
  "anh, bieu do, ket qua, thong ke, tong hop, so lieu, tien do, bao cao, bang, xep hang, chung, moi nhat, gap, ve",
)
const FOR_MEETING = oneOf(
  "de, cho, chieu, trinh, bao cao, hop, giao ban, sep, lanh dao, cuoc, ca, toan, tinh, len, man hinh, slide, dan, vao, in, xem, chi, anh, em, toi, minh, bang tin, gui, zalo, nhom",
)
/** "anh" without its mark is somebody. */
const SHOWN = /^(?:ảnh|hình|biểu)$/
const SHOWN_THERE = oneOf("anh, hinh, bieu do, so lieu, ket qua, bang tong hop, tong hop, bao cao")
const AT_THE_END = oneOf(
  "gap, ngay, nhe, nha, voi, em, a, ket qua, tong hop, toan tinh, ca tinh, cua tinh, tuan, nay, moi nhat, tien do, giup, anh, chi, luon, di, de",
  "chieu, trinh",
)

const OF_SOMEBODY =
  /^(?:(?:thế|vậy|còn|em|ơi) )*(?:anh|chị|cô|chú|bác|bạn|ông|bà|đồng chí) \p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,3} /u

/** "top 5 " where so many are asked for. */
function mostNamed(found: Found): string {
  const most = found.folded("most")
  return most === "" ? "" : `top ${Number(most) || NUMBER_WORDS.indexOf(most) + 1} `
}

/** "trường nào dẫn đầu" asks about schools, "đơn vị nào" about all. */
function kindNamed({ said }: Found): string {
  const kind = /(?:^| )(truong|huyen|nganh)(?= |$)/.exec(said)?.[1]
  return kind === undefined ? "" : `các ${KIND_WORDS[kind]}`
}
const KIND_WORDS: Readonly<Record<string, string>> = { truong: "trường", huyen: "huyện", nganh: "ngành" }

/** "có ai đang chờ duyệt không", "cho chị cái ảnh để chiếu họp": the day's business of an officer, as they speak of it to a colleague. */
export const everydayQuestion: Reading = firstOf(
  // "còn thiếu mấy cái nữa", "mỗi ngày cần bao nhiêu", "mấy sáng kiến được công nhận rồi"
  asks("progress", "", [
    `(?:den )?(?:cuoi|het) (?:thang|nam|quy|giai doan|tuan)(?: nay)? (?:thi )?(?:(?:du kien|du bao|uoc tinh|co the|se|lieu) )+(?:(?:dat|duoc) )+${SO_MANY}${THINGS}`,
    `(?:giai doan|dot|chuong trinh)(?: nay)? con ${SO_MANY} ngay(?: nua)?`,
    `(?:con )?thieu ${SO_MANY}${THINGS}(?: nua)?(?: (?:thi|moi|la))*(?: (?:du|dat)(?: (?:chi tieu|ke hoach))?)?`,
    `(?:moi|1|mot|binh quan) ngay (?:thi |phai |can |la |minh |nua )*(?:(?:duoc|dat|nop|co|can|them) )*${SO_MANY}${THINGS}`,
    `${SO_MANY} ${oneOf(`${IDEA}, cai, ho so`)} ${ALREADY}${STATE}(?: xong)?`,
    `${ALREADY}(?:cong nhan|len cong)(?: duoc)? ${SO_MANY}${THINGS}`,
  ]),
  // "anh An gửi mấy cái rồi"
  asks("askRule", ({ head }) => (OF_SOMEBODY.test(head.text) ? "others" : undefined), [
    `(?:[^ ]+ ){1,5}?(?:(?:da|moi|vua) )*(?:gui|nop|dang ky|co) ${SO_MANY}(?: ${oneOf(`cai, ${IDEA}, ho so, bai`)})+(?: .{0,30})?`,
  ]),
  // "có ai đang chờ duyệt không", "có gì cần duyệt không", "còn hồ sơ nào chưa xét"
  asks("review", "", [
    `(?:(?:co|con) )*${WHAT_WAITS} (?:(?:dang|can|phai|chua|moi|nua|duoc) )*(?:cho )?(?:duyet|xet|xet duyet)${NOT}`,
  ]),
  // "đơn vị nào đạt chỉ tiêu rồi", "bao nhiêu đơn vị hoàn thành", "danh sách đơn vị đạt 100%"
  asks("whoLags", REACHED_UNITS, [
    `${LISTED_UNITS}${oneOf("dat, hoan thanh, ve dich, vuot, xong, dat du")}(?: ${GOAL})*(?: chua)?`,
  ]),
  // "có đơn vị nào bằng 0 không"
  asks("whoLags", "don vi chua co", [
    `${LISTED_UNITS}(?:(?:bang|van|con|dang|la|o|muc) )*(?:0|so 0|khong)(?: (?:${IDEA}|cai))?(?: (?:khong|ko|k))?`,
  ]),
  // "3 đơn vị cuối bảng", "cơ sở nào ì ạch nhất"
  asks("whoLags", (found) => `${mostNamed(found)}don vi chua dat`, [
    `${SO_MANY_UNITS}(?: (?:dang|dung|xep|nam|hien|con|ma|la|lam|bi))* ${LAST}` +
      `(?: ${oneOf("la ai, la don vi nao, la, ai, bang, bang xep hang")})*`,
  ]),
  // "đơn vị nào đang dẫn đầu": by the measure of the ranks; "top 5" alone is of them too
  asks("ranking", (found) => `${mostNamed(found)}${kindNamed(found)} ${found.typed("period")}`.trim(), [
    `top (?<most>\\d{1,2})(?: ${UNIT})?(?: ${oneOf("dau, tren, cao nhat")})?(?: (?<period>${NAMED_PERIOD}))?`,
    `${SO_MANY_UNITS}(?: (?:dang|dung|xep|nam|co|la|lam|tien do|ty le|ti le|dat))* ${FIRST}(?: ${oneOf("la ai, la don vi nao, bang xep hang")})*`,
  ]),
  // "còn bao nhiêu hồ sơ chưa lên cổng"
  asks("export", "chưa lên cổng", [
    `(?:(?:co|con) )*(?:(?:${SO_MANY}|nhung|cac) )?(?:${IDEA}|ho so|cai)(?: nao)? (?:(?:da cong nhan|duoc cong nhan|cong nhan|roi|ma|dang|con) )*(?:chua|cho) (?:duoc )?(?:len|dua len) cong`,
  ]),
  // "có mấy chương trình đang chạy", "chương trình nào đang mở"
  asks("campaigns", "", [
    `(?:co )?${oneOf(`${SO_MANY} chuong trinh, chuong trinh (?:nao|gi), (?:danh sach )?(?:tat ca )?(?:cac|nhung) chuong trinh`)}` +
      `(?: ${oneOf("nao, gi, dang, con, duoc, chay, mo, dien ra, hoat dong, nhan, dang ky, hien tai, hien nay")})*`,
  ]),
  // "chị đang phụ trách những đơn vị nào", "tôi có quyền gì"
  asks("roles", "", [
    `(?:(?:dang|duoc|hien) )*(?:phu trach|quan ly|quan li) (?:nhung |cac |may )?${WHICH_UNITS}`,
    "(?:co|la|giu) (?:nhung )?(?:quyen|vai tro|chuc vu) (?:gi|nao)",
    "(?:quyen|vai tro) cua (?:toi|minh|chi|anh|em)(?: la gi)?",
  ]),
  // "dừng cái nhắc NH-3 đi"
  asks("remind", (found) => `bỏ ${found.typed("number")}`, [
    "(?:dung|bo|huy|tat|xoa|ngung)(?: (?:cai|lich|viec|tin|nhac|hen|giup|cho|so))+ (?<number>nh ?\\d{1,6})(?: (?:lai|luon|nua|di))*",
  ]),
  // "dừng hết lịch nhắc", "tin nhắc đã gửi chưa"
  asks("remind", "", [
    "(?:bao gio|khi nao|may gio)(?: thi)? (?:(?:tin|lich) )?(?:nhac|tin nhac)(?: (?:thi|moi|se|duoc))* (?:gui|chay|di).{0,10}",
    "(?:dung|bo|huy|tat|xoa|xem) (?:(?:het|tat ca|toan bo|cac|nhung) )*(?:lich nhac|nhac nho|tin nhac)(?: (?:nay|do|dang co|di|het))*",
    "(?:cac |nhung )?(?:lich nhac|tin nhac)(?: (?:nay|hom nay|hom qua|tuan nay))*(?: (?:da|duoc|co|den dau))* (?:gui|chay|di)(?: (?:di|duoc|chua|roi))+",
  ]),
  asks("askRule", "closing", [
    "(?:tin )?(?:bao cao|tong hop)(?: (?:nay|tuan|tuan nay|ket qua))*(?: (?:thi|duoc|se|moi))* (?:gui|dang)(?: (?:len nhom|vao nhom))?(?: (?:luc|vao|den))* (?:may gio|khi nao|bao gio|luc nao|ngay nao|thu may)",
    "(?:may gio|khi nao|bao gio|thu may)(?: (?:chieu|sang|toi|hang tuan|thu (?:hai|ba|tu|nam|sau|bay|\\d)))*(?: (?:thi|moi|se))* (?:gui|dang|co) (?:tin )?(?:bao cao|tong hop)(?: (?:tuan|ket qua|len nhom|vao nhom))*",
    "(?:so lieu|tong hop|ket qua)(?: (?:nay|tuan|tuan nay))* (?:chot|tinh den|dong|cap nhat)(?: (?:luc|vao|den))* (?:may gio|khi nao|bao gio|luc nao|ngay nao|thu may)",
    "(?:(?:thu [^ ]+|cuoi tuan|hang tuan|hom nay|chieu nay|tuan nay) )?(?:may gio|luc nao|khi nao|bao gio)(?: (?:thi|moi|se|em|bot|thu [^ ]+|chieu|sang|hang tuan))* (?:gui|dang|chot|khoa|dong|ra|co)(?: (?:tin|bai|ban|bang|so|so lieu|bao cao|tong hop|ket qua|tuan|len nhom|vao nhom))+",
    "(?:(?:hom nay|chieu nay|tuan nay|thu sau) )?(?:co|den) (?:tin|bai|ban) tong hop (?:khong|ko|chua)(?: .{0,20})?",
  ]),
  // "đổi giờ đăng tổng hợp sang thứ 5 15h", "tắt tin tổng hợp tuần cho nhóm TNG": what is not arranged here, or elsewhere
  asks("askRule", "posting", [
    "(?:doi|chuyen|sua|hen|lui|dich)(?: (?:lai|giup))* (?:gio|ngay|lich|thoi gian)(?: (?:gui|dang|chot|bao|ra))* (?:tin )?(?:tong hop|bao cao|ket qua|tuan|so lieu|so|hang tuan|cuoi tuan)(?: .{0,40})?",
    "(?:bot )?(?:dang|chot)(?: (?:tin|ban|so|so lieu))* ?(?:tong hop|bao cao|ket qua|tuan|so lieu)(?: tuan)? (?:(?:luc|vao) )+(?=.*(?:\\d ?h|gio|thu )).{2,40}",
    "(?:(?:dang|gui|day|post)(?: (?:ngay|luon|giup|ban|cai|bai|bang))* )?(?:tin )?(?:tong hop|bao cao|bang xep hang|bxh)(?: (?:tuan|thang|nay|gui|dang|day))*(?: (?:len|vao|vo|cho|ra))+ (?:(?:cac|tat ca|toan bo) )*nhom(?: .{0,40})?",
    "(?:tat|dung|tam dung|ngung|bo)(?: (?:tin|dang|gui|bot))* (?:tong hop|bot)(?: .{0,40})?",
    "(?:hoan|giu lai|khoan|tam hoan|dung|chua|doi)(?: (?:dang|gui|day|tin|bai|ban|cac))* tong hop(?: .{0,40})?",
    // "chốt số liệu đi", "đăng lại vào nhóm"
    "(?:chot|khoa)(?: (?:so lieu|so|ket qua))(?: (?:di|tuan|tuan nay|thang|thang nay|nhe|luon|lai|chua))*",
    "(?:(?:dang|gui|day) )?lai (?:(?:tin|bang|bao cao|ket qua|so lieu|tong hop|tuan) )*(?:vao|len|cho|ra) (?:(?:cac|tat ca|toan bo) )*nhom(?: (?:di|nhe|nay|chung|tinh))*",
  ]),
  // "sửa quyết định của SK-000013"
  asks("askRule", "verdicts", [
    "(?:doi|sua|ghi)(?: lai)? (?:so )?(?:quyet dinh|cap cong nhan|qd) (?:cua |cho )?(?:sang kien )?sk ?\\d.{0,60}",
  ]),
  // "danh sách hồ sơ bị từ chối"
  asks("askRule", "states", [
    `(?:(?:danh sach|cac|nhung|xem|lai|may|liet ke|tat ca) )*(?:ho so|${IDEA}|cai) (?:nao )?(?:.{1,30} )?` +
      "(?:bi tu choi|da tu choi|da huy|bi huy)",
  ]),
  // "đơn vị nào chưa có nhóm"
  asks("groups", GROUPLESS_UNITS, [
    `(?:danh sach |liet ke |con |co |${SO_MANY} )*(?:cac |nhung )?${UNIT}(?: nao)? (?:(?:van|con|ma|la|dang) )*(?:chua|khong|ko) (?:(?:co|lien ket|gan|vao|noi|lap) (?:voi )?nhom(?: (?:chat|zalo|nao|rieng|lien ket))*|lien ket)`,
  ]),
  // "đơn vị nào trên 90%"
  asks("whoLags", (found) => `${REACHED_UNITS} ${found.folded("share")}`, [
    `${LISTED_UNITS}(?:(?:dat|tren|tu|qua|hon|vuot) )+(?<share>\\d{1,3})(?: phan tram)?(?: (?:chi tieu|ke hoach|tro len))*(?: chua)?`,
  ]),
  // "hôm nay có ai nộp chưa", "có ai đăng ký tuần này không"
  asks("tally", (found) => `${found.folded("day", "later").replace(/^(?:sang|chieu)/, "hom")} chi tiet`, [
    `(?<day>${DAY}) (?:thi )?${SOMEBODY}${SENT}${NOT}`,
    `${SOMEBODY}${SENT} (?:trong )?(?<later>${DAY})${NOT}`,
    `(?<day>${DAY}) (?:thi )?${SOMEBODY}${SENT}(?: moi)+${NOT}`,
    `(?<day>${DAY}) (?:thi )?co (?:(?:nhung|cac|them) )*${IDEA} (?:nao|gi|moi)(?: (?:nao|gi|moi|duoc|dang ky|nop|gui))*${NOT}`,
    `co (?:(?:nhung|cac|them) )*${IDEA} (?:nao|gi|moi)(?: (?:nao|gi|moi|duoc|dang ky|nop|gui))* (?:trong )?(?<later>${DAY})${NOT}`,
  ]),
  // "tuần này đơn vị nào nộp nhiều nhất": by their number in that time, as the honours list them
  asks(
    (rest) => (rest === "" || kindAsked(rest) !== undefined ? "ranking" : "honour"),
    (found) => found.typed("early", "late") || kindNamed(found),
    [
      `(?:(?<early>${NAMED_PERIOD}) (?:thi )?)?${UNIT}(?: nao)? (?:(?:dang|da|co|nop|dang ky|duoc) )*(?:nhieu )?(?:${IDEA} )?(?:nhieu |cao )?nhat(?: (?:trong )?(?<late>${NAMED_PERIOD}))?`,
    ],
  ),
  // "anh Bình có phải là cán bộ của KCN không"
  asks("roles", (found) => `cán bộ ${found.typed("unit")}`, [
    "[^ ]+(?: [^ ]+){0,4} (?:co )?(?:phai )?(?:la )?can bo (?:cua|o|ben) (?<unit>[^ ]+(?: [^ ]+){0,7}?) (?:khong|ko|k|ha|phai khong)",
  ]),
  // "ai phụ trách KCN"
  asks("roles", typed("unit"), [
    "ai (?:(?:dang|la|lam) )*(?:phu trach|quan ly)(?: (?:cua|o|ben))? (?<unit>(?!chung cu)[^ ]+(?: [^ ]+){0,7}?)",
  ]),
  // "trường Gang Thép đứng thứ mấy"
  asks("ranking", (found) => `${PLACE_OF}${found.typed("unit")}`, [
    "(?!.* (?:minh|em|toi|anh|chi|ta) (?:(?:dang|hien) )*(?:dung|xep) )(?<unit>[^ ]+(?: [^ ]+){0,8}?) (?:(?:dang|hien) )*(?:dung|xep) (?:(?:thu|hang) )+(?:may|bao nhieu)",
  ]),
  // "cho xin danh sách hồ sơ quá hạn", "in ra danh sách sáng kiến chờ duyệt"
  asks("review", (found) => (found.folded("which") === "qua han" ? "quá hạn" : ""), [
    `(?:danh sach |cac |nhung |co |con )*(?:ho so|${IDEA}) (?:nao )?(?:(?:dang|bi|da|con) )*(?<which>qua han|cho (?:duyet|xet))(?: (?:xet|duyet|chua|khong|ko))*`,
  ]),
  // "ai vừa sửa chỉ tiêu", "ai vừa đổi chỉ tiêu của May TNG"
  asks("journal", typed("unit"), [
    `ai (?:(?:vua|da|moi) )+${DID}(?: ${DONE_TO})*`,
    `ai (?:(?:vua|da|moi) )+${DID}(?: ${DONE_TO})+(?: (?:cua|o))? (?<unit>[^ ]+(?: [^ ]+){0,6}?)`,
  ]),
  // "cho chị xin file excel danh sách sáng kiến tháng 3"
  asks("export", typed("list"), [
    `(?:(?:file|tep|excel|ban|cai|ngay|gap) )*(?<list>(?:danh sach|ds|file|tep|excel|ban word|ban pdf)(?: (?:${LISTED}|${OF_PEOPLE}))*` +
      `(?: ${IN_STATE})*(?: ${IDEA})?(?: (?:trong|cua|ca) ${OF_PLACE})*(?: (?:trong )?${NAMED_PERIOD})?)(?: ${FOR_MEETING})*`,
  ]),
  // "cho anh cái ảnh kết quả tuần để chiếu họp", "gửi biểu đồ"
  asks(
    "tally",
    (found) => (found.head.words.some((word) => SHOWN.test(word.typed)) ? found.typed("period") : undefined),
    [
      `(?:(?:cai|tam|buc|mot|1|gap|ngay|ve|lai) )*(?:buc )?(?:anh|hinh|bieu do)(?: ${OF_FIGURES})*(?: (?<period>${NAMED_PERIOD}))?(?: ${FOR_MEETING})*`,
    ],
  ),
  // "cho xin ảnh biểu đồ KCN"
  asks("tally", typed("unit"), [
    `(?:(?:ve|anh|hinh) )+bieu do(?: ${OF_FIGURES})*(?: (?:cua|o))? (?<unit>[^ ]+(?: [^ ]+){0,7}?)`,
  ]),
  // "5 phút nữa họp, cần ảnh kết quả", "sáng mai giao ban cho anh bảng tổng hợp toàn tỉnh"
  upTo(
    18,
    means("tally", "", [
      new RegExp(
        `(?:^| )(?:hop|giao ban|bao cao (?:sep|lanh dao|thuong truc|cap tren))(?: .*)? (?:can|cho|gui|xin|lay|chuan bi)(?: [^ ]+){0,3} ${SHOWN_THERE}(?: ${AT_THE_END})*$`,
      ),
    ]),
  ),
  // "thêm đơn vị CĐCS May Việt Đức vào KCN", "làm sao để thêm đơn vị"
  asks("units", (found) => `thêm ${found.typed("name")} thuộc ${found.typed("unit")}`, [
    "them (?:1 |mot )?(?:don vi|cong doan) (?:moi )?(?<name>[^ ]+(?: [^ ]+){1,9}) (?:vao|thuoc|cho|duoi|truc thuoc) (?<unit>[^ ]+(?: [^ ]+){0,7}?)",
  ]),
  // "thêm tổ may 5 vào công ty An Phú", "đổi tên tổ may 3 thành chuyền may 3"
  asks("units", (found) => `thêm ${found.typed("name")} thuộc ${found.typed("unit")}`, [
    `them (?<name>(?!to ho tro)${PART} [^ ]+(?: [^ ]+){0,7}?) (?:vao|thuoc|duoi|truc thuoc) (?<unit>[^ ]+(?: [^ ]+){0,7}?)`,
  ]),
  asks("units", (found) => `đổi tên ${found.typed("name")} thành ${found.typed("other")}`, [
    `(?:doi|sua)(?: lai)? ten (?:cua )?(?<name>${PART} [^ ]+(?: [^ ]+){0,9}?) (?:thanh|sang) (?<other>[^ ]+(?: [^ ]+){0,9}?)`,
  ]),
  asks("units", "thêm", [
    "(?:lam sao|lam the nao|cach|huong dan|muon)(?: (?:de|nao))* (?:them|tao|nhap|sua|doi|gop)(?: (?:1|mot|cac|moi))* don vi(?: (?:moi|the nao|nhu the nao|sao))*",
  ]),
  // "làm sao thêm bot vào nhóm"
  asks("link", "", [
    "(?:lam sao|lam the nao|cach|huong dan|muon)(?: (?:de|nao))* (?:them|cho|dua|moi|keo|add|gan|lien ket) (?:[^ ]+ ){0,4}?(?:vao|voi)? ?(?:cac )?nhom(?: (?:chat|zalo|cua don vi|the nao|sao))*",
    "(?:them|cho|dua|moi|keo|add) (?:bot|em|tro ly)(?: nay)? vao (?:cac )?nhom(?: (?:chat|zalo|cua don vi|don vi))* (?:kieu gi|the nao|lam sao|nhu the nao|bang cach nao|ntn|sao)",
  ]),
  // "em làm được những gì cho cán bộ"
  asks("help", "", [
    "(?:co the )?(?:lam|giup) duoc (?:nhung |cac )?(?:gi|viec gi|cai gi)(?: (?:cho|can bo|chi|anh|toi|minh|duoc|trong nay))*",
  ]),
  // "đợt cao điểm còn mấy ngày"
  asks("targets", "đợt cao điểm", [
    `(?:dot|tuan) cao diem(?: nay)? (?:con ${SO_MANY} ngay(?: nua)?|(?:den|bat dau|ket thuc|het)(?: (?:vao|la))? (?:ngay nao|khi nao|bao gio|luc nao|hom nao))`,
    "(?:bao gio|khi nao|ngay nao)(?: thi)? (?:het|bat dau|ket thuc|den|mo|vao) (?:dot|tuan) cao diem",
  ]),
  // "chị mới nhận việc, phải làm gì trước"
  asks("askRule", "start", [
    "(?:.{0,40} )?(?:moi (?:nhan|vao|lam|duoc)|lan dau|ngay dau|bat dau)(?: .{0,40})? (?:lam gi|lam tu dau|bat dau tu dau|can lam nhung gi|bat dau the nao)(?: (?:truoc|dau tien))*",
    "(?:phai |can |nen )*(?:lam gi|bat dau) (?:truoc|dau tien|tu dau)(?: (?:tien|bay gio))*",
    "(?:(?:gio|bay gio|xong|roi|tiep theo) )*(?:chi|anh|em|toi|minh)? ?(?:phai |can |nen )*lam (?:gi|nhung gi)(?: (?:tiep|nua|tiep theo))+",
    "(?:viec|buoc) (?:dau tien|tiep theo|can lam)(?: cua (?:chi|anh|em|toi|minh))? (?:la )?(?:gi|viec gi|lam gi)",
  ]),
  // "tạo chương trình mới", "đổi tên chương trình": whoever installed the house does
  asks("askRule", "campaign", [
    "(?:(?:lam sao|cach|muon)(?: de)? )?(?:tao|them|mo|lap|xoa|dong|sua ten|doi ten|sua)(?: (?:mot|1|lai))? (?:chuong trinh|phong trao|chien dich)(?: (?:moi|nay|khac|sang kien|the nao|sao))*",
  ]),
  // "chị sắp nghỉ chế độ, bàn giao lại cho anh Bình"
  // "từ giờ bỏ nhắc Phổ Yên đi", "tạm dừng mấy lịch nhắc": which one, is chosen from what there is
  asks("remind", "", [
    "(?:(?:tu gio|tu nay|tu mai|tam) )*(?:bo|dung|ngung|tam dung|thoi|khoi|hoan)(?: (?:het|cac|may|nhung|cai|viec))* (?:lich )?nhac(?: nho)?(?! (?:em|toi|minh|chi|anh)(?:$| nua))(?! (?:nua|chuyen|lai|den|ten|viec)(?: |$))(?: .{0,40})?",
  ]),
  asks("handOver", "", [
    "(?:(?:cho|xin|lay|tao|cap) )*ma ban giao(?: (?:cho|moi|cua|vai tro|can bo|chi|anh|em|toi))*",
    "(?:.{0,60} )?ban giao (?:(?:lai|vai tro|cong viec|nhiem vu|viec|quyen|nhom|het|toan bo|cua chi|cua anh|cua em|cua toi|cua minh) )*(?:cho|sang) .{2,40}?",
  ]),
  // "thêm cán bộ cho YT", "cho anh Sơn làm cán bộ ngành y tế", "mời anh Hùng làm cán bộ KCN"
  means("invite", (found) => `${found.folded("role")} ${found.typed("unit")}`, [
    new RegExp(
      "^(?:(?:em|bot|oi|giup|toi|chi|anh|nho|muon|can) )*(?:(?:cho )?(?:them|bo sung) (?:1 |mot )?(?:nguoi lam )?|(?:cho|them|moi|cu|bo nhiem|phan cong|giao) (?:[^ ]+ ){1,5}lam )" +
        "(?<role>can bo|to ho tro|ho tro|quan tri)(?: (?:moi|cua|cho|o|vao|tai|ben|phu trach|duyet|xet))* " +
        "(?<unit>[^ ]+(?: [^ ]+){0,7}?)(?: (?:nhe|nha|a|voi|em|di|giup))*$",
    ),
  ]),
)
