import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"

const LONGEST = 100

/**
 * What is said by the way: they want to be named or not, have handed in elsewhere, say who they are, ask for the sectors, say that it brings no money or
 * is not applied yet, have sent it twice, find all of it hard, or only chat.
 */
export type Aside =
  | "no_name"
  | "name"
  | "elsewhere"
  | "who"
  | "team"
  | "no_idea"
  | "sent"
  | "slip"
  | "sectors"
  | "no_money"
  | "not_applied"
  | "twice"
  | "hard"
  | "chat"

const ASIDES: readonly (readonly [Aside, RegExp])[] = [
  // "tôi không muốn nêu tên", "đừng đưa tên tôi lên nhóm"
  [
    "no_name",
    new RegExp(
      `^(?:${oneOf("em, anh, chi, toi, minh, da, xin, cho, bot, nho, thoi, muon, a, oi, la, thi, co, ten")} )*(?:khong|ko|k|dung|thoi|khoi|chang)(?: ${oneOf("muon, dong y, cho, can, bi, duoc, co, phai, thich, nguoi ta, bot, em")})* ${oneOf("neu, dang, dua, ghi, de, cong khai, hien, lo, nhac, khoe, day, bao")}(?: ${oneOf("ho, hien, lo, neu, cong khai, ca, ra")})* ten(?: ${oneOf("cua, em, anh, chi, toi, minh, tui, mk, len, trong, o, vao, ra, cho, nhom, ngoai, bang, tin, danh sach, vinh danh, tong hop, chung, moi nguoi, ai, biet, thay, cong khai, nua, nhe, nha, a, dau, voi, day, zalo, cong ty, tinh, xa, don vi, het, truoc, nguoi")})*\\W*$`,
    ),
  ],
  // "cho phép nêu tên tôi"
  [
    "name",
    /^(?:(?:em|anh|chi|toi|minh|da|ok|u|bot|thi) )*(?:cho phep|dong y(?: cho)?|cho)(?: (?:em|bot|cong doan))? (?:neu|dang|dua|cong khai) (?:ho )?ten (?:cua )?(?:em|anh|chi|toi|minh)(?: (?:len|trong|o|vao)(?: (?:nhom|bang|tin|vinh danh|tong hop))*)?(?: (?:nhe|a|di|nha))*\W*$/,
  ],
  // "tôi nộp trên cổng rồi", "em điền google form rồi": nothing of it is known here
  [
    "elsewhere",
    /(?:^| )(?:nop|gui|dang ky|dk|khai|dien|nhap)(?: \S+){0,3} (?:tren|o|bang|qua|vao|theo) (?:cong|web|website|google|gg|form|bieu mau|ban giay|giay|email|mail|excel)(?: \S+){0,4} (?:roi|xong)(?: (?:a|em|ma|nhe|day))*\W*$|(?:^| )(?:dien|nop|gui) (?:google )?(?:form|bieu mau)(?: \S+){0,3} roi(?: (?:a|em|ma|nhe|day))*\W*$/,
  ],
  // "tôi chưa vào công đoàn", "tôi là công nhân thời vụ": whoever works here may take part
  [
    "who",
    /^(?:(?:em|anh|chi|toi|minh|da|nhung|ma) )+(?:la )?(?:cong nhan |lao dong |nguoi )*(?:thoi vu|thu viec|hop dong ngan han)(?: (?:thoi|a|em))*\W*$|^(?:(?:em|anh|chi|toi|minh|da|nhung|ma) )+(?:chua|khong|ko)(?: phai)? (?:vao|la|co) (?:cong doan|doan vien)(?: (?:a|em|thi sao|co duoc khong))*\W*$/,
  ],
  // "ẩn tên tôi đi", "em muốn ẩn danh"
  [
    "no_name",
    /^(?:(?:em|anh|chi|toi|minh|da|xin|cho|bot|nho|muon) )*(?:an|giau) danh(?: (?:di|giup|nhe|a|em|voi|duoc khong))*\W*$|^(?:(?:em|anh|chi|toi|minh|da|xin|cho|bot|nho) )*(?:an|giau) (?:giup |ho )?(?:ho )?ten (?:cua )?(?:em|anh|chi|toi|minh)(?: (?:di|giup|nhe|a|em|voi))*\W*$/,
  ],
  // "em chưa có sáng kiến gì", "em không có ý tưởng"
  [
    "no_idea",
    /^(?:(?:da|em|toi|anh|chi|minh|bac|co|chu|thi|nhung|ma|hien|gio) )*(?:chua|khong|ko|k|chang) (?:co|nghi ra|nghi duoc)(?: (?:duoc|mot|1))? (?:sang kien|sk|y tuong|y gi|cai gi)(?: (?:gi|nao|ca|het|dau|a|em|de|gui|nop|moi|hay|thi sao|thi lam sao))*\W*$/,
  ],
  // "tổ trưởng bảo em gửi", "em quét mã qr", "em là công nhân mới"
  [
    "sent",
    /^(?:(?:da|em|chi|anh|oi|toi|minh|la|duoc|thi) )*(?:(?:to truong|quan doc|sep|cong doan|(?:anh|chi|co|chu|bac) \S+) )?(?:bao|keu|bat|nho|giao|gioi thieu|moi)(?: (?:em|anh|chi|toi|minh))? (?:gui|nop|nhan|vao|dang ky|lam)(?: (?:sang kien|sk|vao|day|o|cai|nay|tin))*(?: (?:a|em))*\W*$|^(?:(?:da|em|chi|anh|toi|minh|oi) )+(?:vua |moi )?(?:quet|bam|vao)(?: (?:cai|ma|qr|link|duong dan|tu|day|o|duoc))+\W*$|^(?:(?:da|em|chi|anh|toi|minh|oi|la) )+(?:cong nhan moi|nguoi moi|moi vao(?: lam)?)(?: (?:thang|tuan|hom|dau|truoc|nay|nam|a|em))*\W*$|^(?:ua |o )?sao (?:im|lau)(?: (?:vay|the|qua|lang))*\W*$|^(?:tra loi|noi gi|nhanh)(?: (?:di|len|cai|em|oi|nao))+\W*$/,
  ],
  // "em bấm nhầm", "nhầm chỗ"
  [
    "slip",
    /^(?:(?:da|em|chi|anh|toi|minh|a|o|chet|xin loi|lo) )*(?:(?:bam|an|nhan|vao) (?:nham|lon)|(?:nham|lon) (?:cho|nguoi|nhom)|gui (?:nham|lon) (?:cho|nguoi|nhom))(?: (?:roi|a|em|mat|nhe))*\W*$/,
  ],
  // "cái này của cả tổ"
  [
    "team",
    /^(?:(?:cai|sk|sang kien|nay|do|la|thi|da|em|a|day) )*(?:cua|do) (?:ca )?(?:to|nhom|doi|chuyen|phong|khoa|xuong|may (?:nguoi|anh em|chi em)|tap the)(?: (?:em|minh|toi|chi|anh|\d+|lam|chung|nghi ra|day|ma|a|nhe|chu khong phai (?:minh|rieng) (?:em|toi|anh|chi)))*\W*$/,
  ],
  // "không có tiền bạc gì đâu em", "cái này đỡ mệt thôi chứ không ra tiền"
  [
    "no_money",
    /^(?:\S+ ){0,8}?(?:khong|ko|k|chang|cha) (?:co |ra |tinh |quy |duoc |dc |ra )*(?:tien|tien bac|tien nong)(?: (?:bac|nong|gi|duoc|ra|dau|ca|het|thoi|a|em|nhe))*\W*$/,
  ],
  // "chưa áp dụng", "mới thử thôi"
  [
    "not_applied",
    /^(?:(?:em|anh|chi|toi|minh|da|thi|cai nay|sk nay|sang kien nay|moi|con|dang|hien|van) )*(?:(?:chua|khong) (?:co |duoc |kip )*(?:ap dung|dung thu|trien khai|lam thu)|(?:moi|dang) (?:chi )?(?:lam |dung |chay |ap dung )?thu(?: nghiem)?|moi (?:chi )?(?:la |co |nghi )+(?:ra|y tuong)?)(?: (?:thoi|a|em|nhe|day|xong|duoc|may|ngay|vai|hom|gi|ca))*\W*$/,
  ],
  // "lỡ gửi 2 lần rồi", "gửi trùng rồi thì sao"
  [
    "twice",
    /^(?:(?:em|anh|chi|toi|minh|da|lo|lo tay|nham|bi|hinh nhu|chet|oi|a|thoi) )*(?:gui|nop|dang ky|dk|bam|nhan)(?: \S+){0,3}? (?:trung|lap|2 lan|hai lan|may lan|2 cai giong)(?: (?:roi|mat|nhau|thi sao|thi lam sao|lam sao|co sao khong|co bi gi khong|sao|em|a|nhi|vay))*\W*$/,
  ],
  // "tôi già rồi không biết bấm", "chữ nhỏ quá"
  [
    "hard",
    /^(?:(?:em|anh|chi|toi|minh|bac|co|chu|da|gia|gia roi|lon tuoi|mat kem|mat mo|roi|nen|ma|thi) )*(?:(?:khong|ko|k|chua|chang) biet (?:bam|go|danh may|nhan tin|choi|xai)(?: \S+){0,3}|chu (?:nho|be)(?: (?:qua|lam|the|vay))*|(?:mat kem|mat mo)(?: (?:qua|lam))?)(?: (?:a|em|dau|nhe|roi|duoc|khong|ko|doc|thay))*\W*$/,
  ],
  // "ăn cơm chưa em"
  [
    "chat",
    /^(?:(?:em|bot|ad|oi|da|the|an|anh|chi) )*(?:con |da |co )*(?:an (?:com|sang|trua|toi)|ngu|khoe|day|thuc|o do|o day|online|hoat dong|lam viec|chay|song)(?: (?:nua|day|do))*(?: (?:chua|khong|ko|k))+(?: (?:em|bot|ad|a|vay|the|oi|do|day|z|v))*\W*$/,
  ],
  // "danh sách lĩnh vực", "thêm lĩnh vực Nông nghiệp", "cái này thuộc lĩnh vực nào"
  [
    "sectors",
    /^(?:(?:cai|sk|sang kien|cua|em|anh|chi|toi|minh|nay) )*(?:thuoc|vao|la|o) linh vuc (?:nao|gi)(?: (?:a|em|vay|nhi|the|day))*\W*$/,
  ],
  [
    "sectors",
    /^(?:(?:danh sach|cac|xem|them|bo|xoa|sua|doi|cho|em|anh|chi|toi|giup) )*linh vuc(?: (?!nao|gi)\S+){0,6}\W*$/,
  ],
]
/** Without one of these words none of them is said. */
const MAY_BE =
  /(?:^| )(?:ten|roi|xong|thoi vu|thu viec|hop dong|cong doan|doan vien|linh vuc|tien|ap dung|thu|trien khai|y tuong|trung|lap|lan|bam|go|danh may|nhan tin|chu|mat|an|ngu|khoe|thuc|online|hoat dong|lam viec|chay|song|o do|o day|to|nhom|doi|chuyen|phong|khoa|xuong|tap the|may nguoi|sang kien|sk|qr|link|nham|lon|bao|keu|bat|nho|moi|sao|tra loi|noi|nhanh|danh)(?= |\W|$)/

/** What is said by the way in words that give no command; undefined for everything else. */
export function asideIn(text: string): Aside | undefined {
  if (text.length > LONGEST) return undefined
  const said = fold(clean(text))
  return MAY_BE.test(said) ? ASIDES.find(([, pattern]) => pattern.test(said))?.[0] : undefined
}

const ABOUT_DATA = /(?:^| )(?:du lieu|thong tin ca nhan|ho ten cua toi|rieng tu|lo thong tin)(?= |\W|$)/

/** Whether a complaint is about what is kept of somebody. */
export function isAboutData(text: string): boolean {
  return ABOUT_DATA.test(fold(clean(text)))
}

const LACKING: readonly (readonly [string, RegExp])[] = [
  // "từ chối vì trùng": a verdict, of nothing that is named
  ["refuse-how", /^tu choi \S/],
  ["ask-more-how", /^hoi them \S/],
  // "quân số May TNG 500", "đơn vị May TNG có 500 người": of whom, is not said
  ["headcount-how", /^(?:quan so|so nguoi) \S.*\d|^don vi \S.* co \d[\d., ]*(?: nguoi)?\W*$/],
]

/** The sentence that says what an officer's order still lacks; undefined for what is none. */
export function lackingWords(text: string): string | undefined {
  const said = fold(clean(text))
  return LACKING.find(([, pattern]) => pattern.test(said))?.[0]
}
