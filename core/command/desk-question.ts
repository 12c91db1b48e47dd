import { isQuestion } from "../intake/told.ts"
import { oneOf } from "../text/pattern.ts"
import { type Found, firstOf, type Reading, typed } from "./asked.ts"
import { deskPeople } from "./desk-people.ts"
import { deskRule } from "./desk-rule.ts"
import { UNIT_NAME as NAME } from "./house-question.ts"
import { asks, IDEA, ofAll, SO_MANY, THINGS, UNIT } from "./officer-words.ts"

const ABOVE = oneOf(
  "sep, lanh dao, cap tren, tren, tinh, lien doan, lao dong, ldld, bch, ban chap hanh, ban thuong vu, btv, chu tich, thuong truc, dang uy, tinh uy, cong doan, giam doc, ban",
)
const REPORT = "(?:bao cao|bang tong hop)"
const MADE = oneOf("lam, viet, soan, man, lap, in, chuan bi, gui, nop, can, mot, cai, ban, tui")
const SAID_BEHIND = oneOf(
  "nhanh, so lieu, den gio nay, den gio, den nay, hien tai, tuan, nay, gui, nop, cho, len, trinh, ve, sang kien, moi nhat, gap, ngay, di, luon, gium, dum, ho, toi, tui, minh, hop, giao ban",
)
const WHOLE = /(?:toan|ca) tinh/

function whole({ said }: Found): string {
  return WHOLE.test(said) ? "tỉnh" : ""
}

const figures: Reading = firstOf(
  // "báo cáo gửi sếp", "chủ tịch cần số liệu"
  asks("tally", "", [
    `(?:${MADE} )*${REPORT}(?: (?:${SAID_BEHIND}|${ABOVE}))*`,
    `(?:dong chi )?(?:${ABOVE} )+(?:(?:dang|vua|lai) )*(?:can|doi|hoi|muon|yeu cau)(?: (?:xem|co|lay|nop))* (?:so lieu|ket qua|tong hop|${REPORT})(?: (?:gap|ngay|moi nhat))*`,
    "so lieu (?:moi nhat|hien tai|gan nhat)",
    `so lieu(?: (?:de|bao cao|trinh|gui|cho|nop|${ABOVE}))+`,
    "(?:cai |file )?(?:slide|powerpoint|ppt)(?: .{0,20})?",
    "(?:.{0,20} )?(?:can|lam) (?:cai )?(?:slide|powerpoint|ppt)",
    "bieu do so sanh (?:cac|tung) (?:don vi|cdcs)",
  ]),
  // "in báo cáo ra word", "xuất tổng hợp tuần ra pdf"
  asks("export", (found) => `${found.typed("what")} ${found.folded("paper")}`, [
    `(?:xuat|in|lam|tai|chuyen|ket xuat)(?: (?:ra|cai))* (?<what>(?:bao cao|tong hop|danh sach|so lieu)(?: [^ ]+){0,5}?)(?: (?:ra|sang|thanh|bang|dang|file|ban))+ (?<paper>word|pdf|excel)`,
  ]),
  // "tổng làm lợi", "làm lợi của KCN", "số liệu tính đến 8/3"
  asks("tally", (found) => ofAll(found.typed("unit")), [
    "tong (?:(?:gia tri|so tien|tien) )?lam loi",
    `(?:tong )?(?:gia tri )?lam loi (?:cua|o) (?<unit>(?!.* (?:bao nhieu|may|nao|the nao)(?: |$))${NAME})`,
  ]),
  asks("tally", (found) => `đến ${found.typed("day")}`, [
    "(?:so lieu|ket qua)(?: tinh)? (?:den|toi)(?: het)?(?: ngay)? (?<day>\\d{1,2} \\d{1,2}(?: \\d{4})?)",
  ]),
  // "tình hình KCN sao rồi"
  asks("progress", typed("unit"), [
    `(?:phong trao|cong tac|viec dang ky|sang kien)(?: sang kien)? (?:cua|o|ben) (?<unit>(?!(?:toi|minh|em|anh|chi)(?: |$))${NAME}) (?:the nao|ra sao|toi dau|den dau|ntn)`,
    `tinh hinh (?:cua |o |ben )?(?<unit>(?!(?:chung|thi dua|cac|tung|nay)(?: |$))${NAME}) (?:sao|the nao|ra sao|toi dau|den dau|ntn)`,
  ]),
  // "khen thưởng tháng 3"
  asks("honour", typed("period"), [
    "(?:khen thuong|tuyen duong|bieu duong) (?<period>(?:tuan|thang|quy|giai doan)(?: (?:nay|truoc|roi|\\d{1,2}))?)",
  ]),
  // "khen anh An đi", "tuyên dương May TNG"
  asks(
    "honour",
    (found) => (isQuestion(found.head.text) ? undefined : found.typed("who").replace(/\s+(?:đi|di)$/iu, "")),
    [
      `(?:khen|tuyen duong|bieu duong|khen thuong) (?<who>(?!(?:thuong|the|sao|nhu|duoc|co|khong)(?: |$))${NAME})`,
    ],
  ),
  // "lấy file để nhập lên cổng"
  asks("export", "cổng", [
    "(?:(?:lay|cho|xin|gui|lam|can|tai|xuat) )*(?:file|tep|danh sach)(?: (?:de|dua|nhap|nop|day|len|cua))* cong",
  ]),
  // "báo cáo năm"
  asks("tally", "năm nay", [`(?:${REPORT}|tong ket|tong hop|so lieu|ket qua) (?:ca |cuoi )?nam`]),
  // "hôm nay có gì mới không"
  asks("tally", "hôm nay", ["(?:hom nay )?co (?:tin )?(?:cai )?gi moi(?: (?:hom nay|khong|ko|k))*"]),
  // "sáng kiến mới nhất", "ai vừa đăng ký"
  asks("tally", "tuần chi tiết", [
    `(?:nhung |cac |may )?${IDEA} moi nhat(?: la .{2,10})?`,
    `moi nhat la ${IDEA} nao`,
    `(?:co )?ai (?:vua|moi) (?:dang ky|nop|gui)(?: ${IDEA})?(?: (?:khong|ko|chua))*`,
  ]),
  asks("tally", "cả chương trình", ["tong (?:so )?(?:tien|gia tri) ?lam loi(?: ca tinh| toan tinh)?"]),
  asks("tally", "cả chương trình chi tiết công nhận", [`(?:nhung |cac )?${IDEA} (?:da |duoc )+cong nhan`]),
  asks("progress", whole, [
    `(?:ty|ti) le (?:hoan thanh|dat|thuc hien)(?: ${oneOf("chi tieu, ke hoach, den gio, den nay, toan tinh, ca tinh, la, bao nhieu, the nao")})*`,
    `tong so ${IDEA}(?: ${oneOf("den gio, den nay, hien nay, toan tinh, ca tinh, la, bao nhieu")})*`,
    `(?:da )?duyet(?: duoc| xong)? ${SO_MANY}${THINGS}`,
  ]),
  asks("ranking", "", [
    "(?:tinh hinh|xep loai|danh gia|phan loai) (?:(?:thi dua|cac|tung|moi) )*(?:don vi|cdcs|cong doan)(?: (?:the nao|ra sao|sao))?",
    `${UNIT} nao (?:xuat sac|gioi|kha|lam tot|tien bo)(?: nhat)?(?: (?:tuan|thang|quy|giai doan) (?:nay|truoc))?`,
  ]),
  // "so với cùng kỳ thế nào"
  asks("compare", "năm nay với năm ngoái", [
    "(?:so (?:sanh )?(?:voi )?)?cung ky(?: nam (?:ngoai|truoc))?(?: (?:thi|the nao|ra sao|sao|tang|giam|hay))*",
  ]),
  asks("honour", "", [
    "(?:nen |de nghi |de xuat )*(?:khen thuong|khen|tuyen duong|bieu duong) (?:nhung )?(?:ai|don vi nao)",
    `ai (?:lam|co)(?: ${IDEA})? (?:nhieu|hay|tot|gioi) nhat|top tac gia`,
    `(?:chon |tim |cac |nhung )*${IDEA} (?:tieu bieu|noi bat|xuat sac|hay nhat|tot nhat)`,
    "(?:nhung )?ai (?:(?:xung dang|dang|duoc|nen) )+(?:khen|khen thuong|tuyen duong|bieu duong)",
  ]),
  asks("export", "danh sách", [
    "(?:tai|in|down|download)(?: (?:ra|ve|xuong))? (?:danh sach|ds)(?: (?:ve|xuong|may|giay))*",
  ]),
)

const work: Reading = firstOf(
  // "hôm qua công nhận những cái nào", "chi tiết công nhận hôm nay", "chị vừa công nhận những cái nào"
  asks("tally", (found) => `${found.typed("day")} chi tiết ${found.typed("state")}`, [
    `(?<day>hom nay|hom qua|tuan nay|tuan truoc|thang nay) (?:(?:da|duoc|minh|chi|anh) )*(?<state>cong nhan|len cong) (?:nhung |cac )?(?:cai|${IDEA}|ho so)(?: nao| gi)`,
    "chi tiet (?<state>cong nhan|dang ky|len cong) (?:trong )?(?<day>(?:hom|tuan|thang|giai doan) (?:nay|qua|truoc|\\d{1,2}))",
  ]),
  asks("journal", "", [
    `(?:vua|moi)(?: (?:roi|xong))? (?:cong nhan|duyet|tu choi) (?:nhung |cac )?(?:cai|${IDEA}|ho so)(?: nao| gi)`,
  ]),
  asks("campaigns", "", [
    "(?:ket thuc|het|dong|tong ket|bat dau) (?:ca )?(?:chuong trinh|phong trao) (?:la )?(?:vao )?(?:khi nao|bao gio|ngay nao|luc nao)",
  ]),
  asks("targets", "", [
    `tong (?:so )?chi tieu(?: (?:da|duoc|dang|giao|phan|cho|cac don vi|ca tinh|toan tinh|la|den nay|${SO_MANY}))*`,
  ]),
  // "hồ sơ nào sắp hết hạn", "duyệt cái đầu tiên": the oldest come first
  asks("review", "", [
    `(?:co |con )*(?:ho so|${IDEA}|cai)(?: nao)? (?:sap|gan) (?:den |toi |het |qua )+han(?: (?:xet|duyet|khong|ko|chua))*`,
    `(?:hom nay |con |co )*(?:${SO_MANY} )?(?:ho so|${IDEA}) (?:ton|ton dong|moi)(?: (?:chua duyet|khong|ko|nao))*`,
    `(?:ho so|${IDEA}) nao (?:de|cho|ton) lau nhat`,
    `(?:ky )?duyet (?:cac |nhung |may )?(?:cai|ho so|ban) ${oneOf("dau tien, dau, tiep theo, tiep, moi nhat, moi, cuoi, con lai")}`,
    "duyet (?:cho|cua) (?:anh|chi|em|ban|dong chi|co|chu) .{2,30}",
  ]),
  asks("look", typed("code"), [
    `ai (?:(?:da|vua) )?(?:duyet|xet|cong nhan|tu choi|tra lai) (?:sang kien |ho so )?(?<code>sk ?\\d{1,9})`,
  ]),
  // "chỉnh lại giờ nhắc NH-1 thành 9h"
  asks("remind", (found) => `sửa ${found.typed("number")} ${found.typed("when")}`, [
    "(?:chinh|sua|doi|chuyen)(?: (?:lai|gio|lich|nhac|tin|cai|cua|giup))* (?<number>nh ?\\d{1,6}) (?:(?:thanh|sang|qua|la|vao|luc|den) )+(?<when>.+)",
  ]),
  // "tin nhắc hôm qua có ai nhận được không"
  asks("remind", "", [
    "(?:cac |nhung )?(?:tin |lich )?nhac(?: (?:hom nay|hom qua|tuan nay|vua roi|luc nay))*(?: thi)? (?:co )?(?:ai|may nguoi|don vi nao|nhom nao)(?: (?:da|co))* (?:nhan|doc|xem)(?: (?:duoc|tin|khong|ko|chua))*",
  ]),
  // "nhắn các đơn vị đang chậm đẩy nhanh lên giúp chị"
  asks("remind", typed("who"), [
    "nhan(?: tin)?(?: (?:cho|den))? (?:(?:cac|nhung|may) )?(?<who>(?:don vi|dv) (?:(?:dang|con|van) )*(?:cham|chua dat|chua co|chua nop|duoi \\d)[^,]*?)(?: (?:day|nhanh|len|di|co gang|tang toc|nop|dang ky|gui|khan truong))+",
  ]),
  // "giục mấy đơn vị chưa có", "thúc KCN nộp đi"
  asks("remind", (found) => found.typed("who", "late").replace(/^(?:mấy|may|những|nhung|các|cac) /iu, ""), [
    `(?:giuc|hoi thuc|doc thuc|thuc giuc) (?<who>[^ ]+(?: [^ ]+){0,8}?)(?: (?:nop|gui|lam|len|nhanh|di))*`,
    `nhac (?<who>[^ ]+(?: [^ ]+){0,8}?)(?: (?:nop|gui|dang ky|${IDEA}))+`,
    "thuc (?<late>[^ ]+(?: [^ ]+){0,8}?)(?: (?:nop|gui|nhanh|di))+",
  ]),
  // "KCN được giao bao nhiêu"
  asks("targets", typed("unit"), [`(?<unit>${NAME}) (?:duoc |bi )?giao (?:chi tieu )?${SO_MANY}${THINGS}`]),
  // "đặt nhầm chỉ tiêu cho KCN rồi, sửa lại thành 120"
  asks("targets", (found) => `${found.typed("unit")} ${found.typed("amount")}`, [
    `(?:lo )?(?:dat|giao|ghi|nhap) (?:nham|sai|lon) chi tieu (?:(?:cho|cua) )?(?<unit>${NAME})(?: (?:roi|em|a))* (?:sua|doi)(?: (?:lai|giup|cho|chi|anh))* (?:(?:thanh|la|con|len|xuong) )+(?<amount>\\d[\\d ]*)`,
  ]),
  // "hủy cái lệnh giao chỉ tiêu vừa nãy": to what, is not said
  asks("askRule", "targetsHow", [
    "(?:huy|bo|thu hoi|rut|hoan tac)(?: (?:cai|lenh|viec|lai|giup|cho))* (?:giao |dat )?chi tieu (?:(?:vua|luc|hoi|moi) )+(?:nay|roi|giao|dat|xong)(?: (?:giao|dat|di|xong))*",
  ]),
  // "gia hạn thêm 1 tuần được không": asked, and nothing is moved
  asks("askRule", "peaksHow", [
    "(?:gia han|keo dai|noi|lui)(?: (?:them|han|thoi gian|thoi han|giai doan|dot))*(?: .{0,40})? (?:duoc (?:khong|ko|k)|the nao|kieu gi|lam sao|ra sao)",
  ]),
  // "gia hạn đến 31/5": the phase that runs
  asks("targets", (found) => `giai đoạn ${found.typed("edge")}`, [
    "(?<edge>gia han(?: nop| dang ky)?(?: them)?(?: (?:den|toi|den ngay|den het|den het ngay))? \\d[^a-z]*(?: (?:ngay|tuan|thang)(?: \\d{1,2})?)?)",
  ]),
  // "đừng nhắc KCN nữa", "dừng nhắc", "đang có lịch nhắc nào": which are under way, and how each ends
  asks("remind", "", [
    `(?:thoi )?(?:dung|ngung|khong|ko|khoi|thoi) (?:can |phai )?nhac (?:nho )?(?:${NAME} )?nua`,
    "(?:dung|ngung|thoi) (?:viec )?nhac(?: nho)?(?: lai| di| het| luon)*",
    `(?:bo|dung|huy|tat) nhac (?:nho )?(?!(?:nh ?\\d|nho$))${NAME}(?: (?:di|nua|luon))+`,
    "(?:(?:dang|con|hien) )*co (?:nhung |cac |may )?(?:lich nhac|lich|tin nhac) (?:nhac )?nao",
    "(?:tam dung|tam ngung|ngung) (?:(?:cac|het|lich|tin) )*nhac(?: nho)?",
  ]),
)

const question: Reading = firstOf(deskPeople, work, figures, deskRule)

/** Without one of these words nothing of all that is said; most of what is looked at is a title, and longer. */
const AT_THE_DESK = new RegExp(
  `(?:^| )${oneOf(
    "can bo, ho tro, quan tri, quyen, vai tro, nhom, don vi, dv, cdcs, doan vien, lao dong, cong nhan, bao cao, bc, tong hop, tong ket, so lieu, ket qua",
    "ma, them, cho, word, pdf, moi, vua, ty le, ti le, tong so, duyet, xet, han, tinh hinh, xep loai, danh gia, phan loai, cung ky, khen, khen thuong, tuyen duong, bieu duong",
    "ho so, lau nhat, giao, cong, danh sach, slide, powerpoint, ppt, lam loi, giai the, sap nhap, nhap, nap, gop, thanh lap, bieu do, tieu bieu, noi bat, hay nhat, tot nhat, xuat sac, nhieu nhat, nop, ds, giuc, thuc, nhac, viec, lam gi, can lam, tac gia, nguoi, giay, quyet dinh, to trinh, bien ban, cong van, thong bao, nhan, tin",
    "dien thoai, sdt, so dt, lien he, lien lac, goi, bai, dang, chi tieu, chuong trinh, phong trao, sao luu, backup, phuc hoi, khoi dong lai, doctor, loi, hong, treo, sap",
  )}(?: |$)`,
)
const LONGEST = 80

/** "báo cáo gửi sếp", "bỏ cán bộ Dung", "hôm nay chị phải làm gì": what an officer says at their desk, and is no command. */
export const deskQuestion: Reading = (head, said) =>
  said.length <= LONGEST && AT_THE_DESK.test(said) ? question(head, said) : undefined
