import { oneOf } from "../text/pattern.ts"
import { firstOf, type Reading } from "./asked.ts"
import { asks, IDEA, SO_MANY } from "./officer-words.ts"

/** What has no command of its own, and is told how it is done, or that it is not done here. */
export type DeskRule =
  | "codes"
  | "by"
  | "people"
  | "repost"
  | "today"
  | "papers"
  | "portal"
  | "notice"
  | "contact"
  | "posts"
  | "quota"
  | "campaign"
  | "operator"
  | "deadline"
  | "regular"
  | "import"
  | "figures"
  | "start"
  | "asked"
  | "twins"

const ANYTHING = "(?: .{0,30})?"
const SHEET = oneOf("tong hop, ket qua, so lieu, bao cao")
const POSTED = oneOf("ban, tin, bai, cai, bang, luon, giup, chi, anh")

const RULES: readonly (readonly [rule: DeskRule, ways: readonly string[]])[] = [
  [
    "figures",
    [
      "(?:(?:chi|anh|em|toi) )?(?:co |nhap |nap |import |gui )+(?:danh sach|ds|file|tep) (?:tai |lay |xuat )?(?:tu|tren|cua) cong(?: .{0,20})?",
    ],
  ],
  [
    "today",
    [
      "(?:(?:hom nay|sang nay|chieu nay|tuan nay|bay gio) )+(?:(?:chi|anh|em|toi|minh|can|phai|nen|co) )*(?:lam (?:gi|nhung gi|viec gi)|viec gi)",
      "(?:(?:chi|anh|em|toi|minh) )*(?:(?:phai|can|nen) )+lam (?:gi|nhung gi|viec gi)(?: hom nay)?",
      "(?:(?:hom nay|sang nay|chieu nay|tuan nay|bay gio) )?(?:co |con )*(?:viec )?gi (?:can|phai|nen) (?:lam|xu ly|giai quyet)(?: (?:hom nay|gap|khong|ko|k))*",
      "(?:con )?viec (?:hom nay|can lam|ton dong|gi ton|gi con lai)(?: (?:khong|ko|k))?",
    ],
  ],
  [
    "codes",
    [
      "(?:(?:gui|cap|xem|lay|cho) )*lai(?: (?:cai|giup|cho))* ma(?: moi)?(?: .{0,30})?",
      "(?:(?:cai|cac) )?ma moi (?:.{1,30} )?(?:het han|mat|quen|khong dung duoc|bi loi|sai|cu)(?: .{0,60})?",
      "(?:quen|mat|mat tieu) (?:cai )?ma(?: moi)?(?: .{0,20})?",
    ],
  ],
  [
    "repost",
    [
      `(?:dang|gui|post|day|dua) lai(?: ${POSTED})* ${SHEET}(?: (?:tuan|ket qua|nay|truoc|roi|vua roi))*(?: (?:vao|len|cho|ra)(?: (?:cac|ca))? nhom(?: .{0,20})?)?`,
      `(?:dang|gui|post|day|dua)(?: ${POSTED})* ${SHEET}(?: (?:tuan|ket qua|nay|truoc|roi|vua roi))* lai(?: (?:vao|len|cho|ra)(?: (?:cac|ca))? nhom(?: .{0,20})?)?`,
    ],
  ],
  [
    "papers",
    [
      `(?:${oneOf("in, lam, cap, xin, viet, soan, tao, ra, co, mau")} )*(?:giay (?:chung nhan|khen|cong nhan)|bang khen|quyet dinh|to trinh|bien ban|cong van|giay moi)${ANYTHING}`,
    ],
  ],
  [
    "portal",
    [
      `(?:(?:dua|day|nhap|lam) )?(?:(?:cac )?(?:${IDEA}|ho so|danh sach) )?len cong(?: quoc gia)? (?:the nao|nhu the nao|kieu gi|sao|lam sao|ra sao)`,
      `(?:lam sao|cach|huong dan)(?: de)? (?:(?:dua|day|nhap) )?(?:(?:${IDEA}|ho so) )?len cong${ANYTHING}`,
    ],
  ],
  [
    "notice",
    [
      "(?:(?:gui|ra|phat|soan) )?thong bao (?:cho|den|toi|mai|hop|ngay|la|rang|ve) .{2,80}",
      "(?:gui )?tin(?: nhan)? (?:cho|den) .{2,80}",
      "(?:dang|gui|ra|phat|viet|lam) (?:(?:cai|mot|1) )?thong bao(?: (?:len|vao|cho|ra|trong|cac|tat ca|toan bo))* nhom(?: (?:chung|tinh|nay|do|don vi))*",
      "nhan(?: tin)? (?:cho|voi|den) (?!em|toi|chi|anh|minh).{2,80}",
    ],
  ],
  [
    "contact",
    [
      "(?:so dien thoai|sdt|so dt) (?:cua )?.{2,40}",
      "(?:lien he|lien lac|goi)(?: dien)? (?:voi |cho |duoc )?.{2,40} (?:the nao|kieu gi|sao|bang cach nao|o dau)",
    ],
  ],
  [
    "posts",
    [
      `(?:viet |lam |soan |cai )*(?:bai|tin)(?: viet)?(?: de)? (?:tuyen truyen|truyen thong|fanpage|facebook|dang (?:nhom|bao|web|fanpage|facebook|len))${ANYTHING}`,
      `dang (?:len )?(?:facebook|fb|fanpage|web|website|bao)${ANYTHING}`,
      "(?:(?:gui|dang|day|cai|tin|bai|nay|luon) )*(?:vao|len|ra) (?:cac )?nhom(?: (?:chung|tinh|do|di|luon))*",
    ],
  ],
  [
    "quota",
    [
      "(?:chia deu|chia|phan bo|cach tinh|cach chia) chi tieu(?: .{0,60})?",
      `(?:sao|tai sao|vi sao) chi tieu${ANYTHING}`,
    ],
  ],
  [
    "campaign",
    [
      `(?:gia han|keo dai|tam dung|tam ngung|dung|ngung|ket thuc|khoa|mo lai) (?:ca )?(?:chuong trinh|phong trao)(?! (?:la )?(?:vao )?(?:khi nao|bao gio|ngay nao|luc nao))${ANYTHING}`,
    ],
  ],
  [
    "regular",
    [
      "(?:(?:dat|len|hen) lich |tu dong )(?:gui |dang )?(?:bao cao|so lieu|tong hop|ket qua)(?: .{0,30})?",
      "(?:(?:moi|hang) (?:sang|ngay|chieu|tuan) )(?:(?:gui|bao|nhan|cho|chi|anh|em|toi) )*(?:bao cao|so lieu|tong hop|ket qua)(?: .{0,20})?",
      "(?:bao cao|so lieu|tong hop|ket qua) (?:cho (?:chi|anh|toi) )?(?:luc \\d.{0,20}|(?:moi|hang) (?:sang|ngay|chieu|tuan))",
    ],
  ],
  [
    "import",
    [
      `(?:cach |muon |lam sao (?:de )?)*(?:nhap|nap|import|up)(?: (?:lai|cac|nhung))* (?:danh sach|ds|${IDEA}|du lieu|file|tep|ho so|don vi)(?: .{0,30})?`,
      "(?:.{0,20} )?(?:file|tep|excel)(?: excel)? (?:muon|can|de) nhap(?: .{0,10})?",
    ],
  ],
  [
    "figures",
    ["doi chieu (?:voi |so lieu |tren )*cong", "so (?:lieu )?tren cong (?:khac|lech|khong khop).{0,30}"],
  ],
  [
    "twins",
    [
      `(?:(?:co|con|nhung|cac|may|danh sach|liet ke|tim|loc|hai|2) )*(?:${IDEA}|ho so|cai|truong hop)(?: nao)?(?: (?:(?:dang|co|bi|la|con|ma|co ve|hinh nhu|kha nang) )*)?(?:(?:nghi|nghi la|nghi bi|bi nghi|nghi ngo) )*(?:trung(?: lap)?|giong|na na|tuong tu)(?: (?:nhau|lap|nao|khong|ko|k|chua))*`,
    ],
  ],
  ["start", ["(?:la )?(?:can bo|nguoi) moi(?: (?:nhan viec|vao|lam))*"]],
  ["deadline", ["(?:thoi )?han (?:xet|duyet|cong nhan)(?: .{0,30})?"]],
  [
    "operator",
    [
      `(?:sao luu|backup|phuc hoi|khoi dong lai|doctor)${ANYTHING}`,
      `(?:bot|he thong|may chu|app|trang|web) (?:(?:bi|dang|lai) )*(?:hong|loi|treo|sap)${ANYTHING}`,
      `(?:goi |hoi |nho |gap )?(?:ai )?ho tro ky thuat${ANYTHING}`,
      `(?:het |con |gan het )*han muc(?: tin(?: nhan)?)?${ANYTHING}`,
      `(?:so )?zalo (?:con|duoc gui) ${SO_MANY} tin${ANYTHING}`,
    ],
  ],
]

/** "gia hạn chương trình", "sao lưu", "gửi thông báo cho …": what officers ask of the bot and it has no command for. */
export const deskRule: Reading = firstOf(...RULES.map(([rule, ways]) => asks("askRule", rule, ways)))
