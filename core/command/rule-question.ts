import { asking, MANY, ME } from "./member-words.ts"

/** What people ask about rules, by the answer they get. `time` and `deadline` are answered with figures of their own. */
export type Rule =
  | "reward"
  | "who"
  | "reviewer"
  | "criteria"
  | "law"
  | "earlier"
  | "authors"
  | "again"
  | "privacy"
  | "secret"
  | "certificate"
  | "several"
  | "behalf"
  | "form"
  | "change"
  | "photo"
  | "benefit"
  | "sector"
  | "title"
  | "fee"
  | "figures"
  | "closing"
  | "posting"
  | "missing"
  | "verdicts"
  | "states"
  | "account"
  | "start"
  | "phone"
  | "password"
  | "alike"
  | "late"
  | "leaving"
  | "speech"
  | "campaign"
  | "group"
  | "others"

const IDEA = "(?:sang kien|sk|skkn|giai phap|ho so)"
const SEVERAL = "(?:(?:hai|ba|bon|2|3|4|5|may|nhieu|vai) (?:nguoi|anh em|chi em|ban)|ca to|ca nhom|nhom)"
const REGISTER = "(?:dang ky|dk|dki|nop|gui|ghi)"
const NOT = "(?:khong|ko|k|chua|ha|a|phai khong)"

const HOUR =
  "(?:chung nao|may gio|gio nao|luc nao|khi nao|bao gio|hom nao|ngay nao|thu may|luc may gio|vao luc nao)(?: (?:thu may|hang tuan|moi tuan))*"
const WEEKLY = "(?:(?:cac )?(?:tin|bai|bang|bao cao) )?tong hop(?: (?:tuan|hang tuan|nay|len nhom|vao nhom))*"
const FIGURES = "(?:so lieu|so|tuan|ket qua|tong hop|bao cao|hang tuan|moi tuan|nay)"
const LATELY =
  "(?:tuan (?:nay|ni|truoc|roi|vua roi)|(?:hom|bua) (?:nay|qua)|thu (?:sau|6)(?: (?:nay|roi))?|chieu nay|nay|truoc|roi)"

/** The last of a row, where there is one, is a word without which the question is not asked: it is told more quickly. */
const RULES: readonly (readonly [Rule, RegExp, RegExp?])[] = [
  [
    "law",
    asking(
      `.{0,40}(?:theo|can cu|dua vao|can cu vao) (?:luat|quy dinh|nghi dinh|thong tu|van ban|dieu)(?: (?:luat|lao dong))? (?:nao|gi)(?: .{0,40})?`,
      `(?:luat|nghi dinh|thong tu|van ban|quy dinh)(?: nao)? (?:nao|gi|quy dinh|noi|ve)(?: .{0,30})? ${IDEA}.{0,20}`,
    ),
  ],
  [
    "earlier",
    asking(
      `${IDEA} (?:cua ${ME} )?(?:(?:da )?(?:lam|ap dung|co) )?(?:tu )?(?:nam (?:ngoai|truoc|kia)|cu|truoc day|lau roi|nhieu nam|thang truoc|(?:nam )?20\\d\\d)(?: roi)?(?: thi)?(?: co)?(?: duoc)? ${REGISTER}(?: lai)?(?: (?:duoc|dc))? ${NOT}`,
      `${IDEA} (?:cua ${ME} )?(?:lam )?(?:tu )?nam (?:ngoai|truoc|kia)(?: roi)?(?: thi)?(?: co)? (?:duoc|dc|tinh)(?: duoc)? ${NOT}`,
      `(?:da )?(?:lam|ap dung) (?:tu )?(?:nam (?:ngoai|truoc|kia)|lau|truoc day|nhieu nam|20\\d\\d)(?: roi)?(?: thi)?(?: co)?(?: duoc)? ${REGISTER}(?: (?:duoc|dc))? ${NOT}`,
    ),
  ],
  [
    "authors",
    asking(
      `(?:(?:mot|1|moi) )?${IDEA} (?:co |duoc |thi |ghi |toi da |nhieu nhat )*${MANY} (?:dong )?tac gia`,
      `(?:(?:mot|1|moi) )?${IDEA} (?:co |duoc |thi |ghi |toi da |nhieu nhat )*${MANY} nguoi(?: (?:lam|dung ten|cung lam))*`,
      `(?:${REGISTER} )?(?:cho )?(?:ca )?(?:to|nhom|doi|phong|khoa) (?:chung )?(?:mot|1) (?:cai|${IDEA})(?: chung)?(?: thi)?(?: co)? (?:duoc|dc) (?:khong|ko|k)`,
      `(?:toi da|nhieu nhat)(?: la)? ${MANY} (?:dong )?tac gia`,
      `(?:(?:lam|cung lam|lam cung|viet) (?:chung )?(?:thi )?)?${SEVERAL}(?: (?:cung lam|lam chung|lam cung|lam))?(?: (?:thi|chung|mot|1|cai|${IDEA}))* (?:${REGISTER}|khai) (?:the nao|lam sao|sao|kieu gi|ntn|ai)`,
      `(?:lam|cung lam|lam cung) chung(?: ${IDEA})?(?: thi)? (?:ai ${REGISTER}|${REGISTER} (?:the nao|lam sao|sao|kieu gi|ntn))`,
      `(?:them|ghi|khai)(?: ten)? (?:dong tac gia|nguoi lam cung|nguoi cung lam)(?: vao)? (?:the nao|kieu gi|lam sao|sao|ntn|o dau)`,
    ),
  ],
  [
    "again",
    asking(
      `bi (?:tu choi|loai|tra lai|bac)(?: thi)?(?: co)? (?:duoc )?${REGISTER} lai(?: (?:duoc|dc))?(?: ${NOT})?`,
      `bi (?:tu choi|loai|tra lai|bac)(?: thi)?(?: co)? (?:sao|lam sao|the nao|lam lai|sua lai|gui lai|nop lai)(?: (?:duoc|dc))?(?: ${NOT})?`,
      `(?:khong|ko|k) (?:duoc |dc )?(?:duyet|cong nhan)(?: thi)?(?: co)?(?: duoc)? (?:${REGISTER} lai|sao|lam sao|the nao)(?: (?:duoc|dc))?(?: ${NOT})?`,
    ),
  ],
  [
    "privacy",
    asking(
      "co an toan (?:khong|ko|k)",
      `(?:co )?(?:bi |duoc )?(?:neu|dang|cong khai) ten(?: (?:${ME}|len nhom|trong nhom))* (?:khong|ko|k)`,
      `(?:thong tin|du lieu)(?: ca nhan)?(?: cua ${ME})?(?: (?:luu|de|gui))?(?: (?:o|cho))? (?:dau|ai|ai xem)(?: .{0,30})?`,
      `(?:thong tin|du lieu)(?: (?:ca nhan|nay|do|cua|${ME}))* (?:thi )?(?:ai|nhung ai|nguoi nao|cho nao) (?:xem|doc|biet|thay|giu)(?: duoc)?`,
      `(?:thong tin|du lieu)(?: ca nhan)?(?: cua ${ME})? (?:co )?(?:bi )?(?:lo|bao mat|an toan)(?: ra ngoai)? (?:khong|ko|k)`,
      "(?:bi )?(?:lo|ro ri)(?: het)? (?:thong tin|du lieu)(?: .{0,15})? (?:sao|khong|ko|k|the nao)",
      `(?:thong tin|du lieu)(?: .{0,20})? (?:ban|chia se|dua|gui) (?:cho )?(?:ai|ben (?:khac|nao|ngoai)|nguoi khac)(?: (?:khong|ko|k))?`,
      `(?:${ME} )?(?:co )?(?:ban|chia se|lam lo|tiet lo|dua) (?:thong tin|du lieu|so dien thoai)(?: .{0,30})? (?:khong|ko|k)`,
      `ai cho (?:phep )?(?:bot |may |${ME} )?(?:luu|lay|thu thap|dung) (?:thong tin|so dien thoai|sdt|du lieu|ten)(?: .{0,20})?`,
      `(?:ai|nhung ai)(?: (?:se|thi|co the))* (?:xem|doc|thay)(?: duoc)? (?:cai|${IDEA}) (?:nay )?(?:cua )?${ME}`,
      `(?:muon biet )?(?:ai|nhung ai)(?: (?:se|thi|duoc|co the|da))* (?:xem|doc|thay)(?: duoc)?(?: (?:nhung gi|thong tin|du lieu|${IDEA}|tin nhan))*(?: (?:cua )?${ME}(?: gui)?)?`,
    ),
  ],
  [
    "secret",
    asking(
      `(?:muon )?(?:giu )?(?:bi mat|bao mat|giau|kin)(?: (?:noi dung|${IDEA}|cong thuc|cach lam|phan nay|no))*(?: co)? (?:duoc|dc) (?:khong|ko|k)`,
      `(?:lam sao|the nao)(?: de)? (?:giu )?(?:bi mat|bao mat)(?: .{0,20})?`,
    ),
  ],
  [
    "certificate",
    asking(
      `(?:giay (?:chung nhan|khen|cong nhan)|bang (?:khen|chung nhan|lao dong sang tao)|chung nhan)(?: ${IDEA})?(?: .{0,20})? (?:o dau|dau|khi nao|bao gio|the nao|khong|ko|k|chua|ai cap)`,
      `(?:in|xin|lay|lam)(?: (?:cho|giup)(?: ${ME})?)? (?:cai |to )?(?:giay (?:chung nhan|khen|cong nhan)|bang khen)(?: .{0,20})?`,
      `(?:co )?(?:duoc )?(?:cap |nhan )(?:giay (?:chung nhan|khen)|bang khen|giay)(?: .{0,20})? (?:khong|ko|k)`,
      `(?:co |duoc |dc |tang |phat |cho )+(?:giay|bang) khen(?: gi)? (?:khong|ko|k|ha)`,
    ),
  ],
  [
    "several",
    asking(
      `(?:muon )?${REGISTER} (?:nhieu|hai|ba|bon|nam|may|\\d{1,2})(?: ${IDEA}| cai)*(?: (?:mot|1) luc| cung luc| mot lan| mot tin| trong 1 tin)?(?: thi)?(?: co)? (?:duoc|dc|sao|the nao|lam sao)(?: ${NOT})?`,
    ),
  ],
  [
    "behalf",
    asking(
      `(?:.{1,30} )?co (?:\\d{1,2}|may|nhieu|vai) (?:nguoi|anh em|chi em) (?:cung )?(?:muon|can|xin) ${REGISTER}(?: ${IDEA})?(?: thi)? (?:kieu gi|the nao|lam sao|sao|ntn)`,
      `(?:muon )?(?!.* nhom khac(?: |$))${REGISTER} (?:ho|giup|thay|cho)(?: (?:cho|cac|anh|chi|em|nguoi|khac|ban|dong|nghiep|to|cua|toi|minh|doi|nhom|bac|co|chu|cong|nhan|moi))*(?: thi)? (?:kieu gi|the nao|lam sao|sao|ntn|co duoc (?:khong|ko|k)|duoc (?:khong|ko|k)|dc (?:khong|ko|k))`,
    ),
  ],
  [
    "form",
    asking(
      `(?:${IDEA} )?(?:thi )?(?:phai |can )?(?:danh may|viet tay|go may)(?: (?:hay|hoac|va) (?:la )?(?:danh may|viet tay|go may))?(?: cung| thi| co)*(?: duoc| dc)(?: (?:khong|ko|k|ha))?`,
      `(?:co )?(?:phai|can) (?:xin |co |lay |nho )*(?:chu ky|con dau|dau|xac nhan|giay xac nhan)(?: .{0,25})? (?:khong|ko|k)`,
      `(?:phai |nen )?(?:viet|ghi|ke|mo ta)(?: ten| mo ta| ra)? (?:dai|ngan|chi tiet)(?: (?:hay|hoac)(?: la)? (?:dai|ngan|gon))?(?: (?:co duoc|duoc|dc|cung duoc|the nao|sao))?(?: (?:khong|ko|k|gi))?`,
      `(?:co )?(?:phai|can) (?:(?:viet|lam|nop|dien|in|co|gui|chuan bi) )?(?:(?:bao cao|don|ho so|mau|bieu mau|giay|giay to|ban|cung|dai|them|thuyet minh|ca|chi tiet|nhung|cac|gi) )+(?:khong|ko|k|gi)`,
      `(?:xin|cho|gui|lay|co)(?: (?:em|anh|chi|toi|minh|e|xin|ho|giup|cai))* (?:link|form|mau|bieu mau|file mau|mau don)(?: .{0,25})?`,
      `(?:link|form|mau|bieu mau)(?: (?:dang ky|cu|nop|bao cao|don|${IDEA}))* (?:dau|o dau|khong|ko|k)`,
    ),
  ],
  [
    "change",
    asking(
      `(?:muon )?(?:sua|chinh|chinh sua|sua lai|doi)(?: (?:lai|xiu|chut|ti|noi dung|thong tin|${IDEA}|cai|da gui|vua gui|ten))*(?: thi)?(?: co)? (?:duoc|dc|kieu gi|the nao|lam sao|ntn|o dau)(?: (?:khong|ko|k))?`,
      `(?:go|ghi|viet|khai|danh|nhap) (?:sai|nham|lon|thieu)(?: (?:ten|chinh ta|so|tien|cai|${IDEA}|roi|mat))*(?: thi| roi)* (?:co )?(?:sua|chinh|doi)(?: lai)? (?:duoc khong|sao|lam sao|the nao|kieu gi|ntn|o dau|duoc ko)`,
      `(?:da )?${REGISTER} roi(?: thi)?(?: co)? (?:sua|chinh|doi)(?: lai)?(?: duoc| dc)? (?:khong|ko|k)`,
    ),
  ],
  [
    "password",
    asking(
      `(?:lam sao |the nao |cach )?(?:de )?(?:doi|quen|mat|sua|lay lai|dat|xin|cap|co|can|thay|khoi phuc|reset)(?: (?:lai|cai|${ME}))* (?:mat khau|pass|password|mk)(?: .{0,30})?`,
      "(?:.{0,30} )?(?:mat khau|password)(?: (?:cua )?(?:toi|em|minh|anh|chi))? (?:la gi|gi|la bao nhieu|o dau|the nao)",
      "(?:mat khau|password)(?: .{0,20})?",
    ),
    /(?:^| )(?:mat khau|pass|password|mk)(?: |$)/,
  ],
  [
    "phone",
    asking(
      `(?:neu |lo |bi |muon )*(?:doi|thay|mat|hong|hu|roi mat|mua)(?: (?:so|may|dien thoai|dt|sim|zalo|nick|tai khoan|tele|telegram|so dien thoai|moi|khac|roi|cua|${ME}|thi|co|cai))+ (?:(?:thi|co|co bi|bi|${IDEA}|cua|${ME}|may cai|cai|da|dang ky|nop|cu)(?: |$))*(?:mat(?: khong| ko| k| het khong)?|sao(?: khong| ko| k)?|lam sao|the nao|ntn|con khong|con ko|con (?:do |giu )?(?:khong|ko|k))(?: ${IDEA})?(?: (?:khong|ko|k))?`,
    ),
    /(?:^| )(?:doi|thay|mat|hong|hu|mua) /,
  ],
  [
    "alike",
    asking(
      `(?:neu |lo |bi )*(?:trung|giong)(?: (?:voi|y|het|sang kien|sk|ten|cua|nguoi khac|nguoi ta|ban khac|don vi khac|nguoi))+ (?:thi )?(?:sao|lam sao|the nao|ntn|co sao khong|co duoc (?:khong|ko|k)|duoc khong|bi gi khong)`,
    ),
    /(?:^| )(?:trung|giong) /,
  ],
  [
    "late",
    asking(
      `${REGISTER}(?: ${IDEA})? (?:tre|muon|cham|tre han|qua han|sau)(?: (?:may ngay|vai ngay|mot ti|1 ti|xiu|chut))*(?: (?:co|thi))* (?:duoc|dc|sao|bi gi|bi sao|lam sao)(?: (?:khong|ko|k))?`,
      `(?:lo |neu )?(?:het|qua|tre) han(?: roi)? (?:thi )?(?:co )?(?:con )?${REGISTER}(?: (?:duoc|dc))?(?: nua)? (?:khong|ko|k)`,
    ),
    / (?:tre|muon|cham|han|sau) /,
  ],
  [
    "leaving",
    asking(
      `(?:mai mot |neu |lo |sau nay |khi )*(?:nghi (?:lam|viec|huu|hop dong)|chuyen (?:cong ty|cty|don vi|truong|cho lam|cho|viec|co quan|khoa|noi khac)|sang (?:cong ty|cty|don vi) khac)(?: (?:moi|khac|roi|luon))*(?: thi)? (?:(?:${IDEA}|may cai|cai|cua|${ME}|da|dang ky|nop|do|cu) )*(?:tinh sao|tinh the nao|sao|the nao|ntn|co mat (?:khong|ko|k)|mat (?:khong|ko|k)|con (?:khong|ko|k)|co con(?: (?:tinh|duoc tinh|do|giu))? (?:khong|ko|k)|tinh cho ai)`,
    ),
    /(?:^| )(?:nghi|chuyen|sang) /,
  ],
  [
    "speech",
    asking(
      `(?:(?:khong|ko|k) (?:biet chu|biet go chu|biet go|ranh chu|go duoc|biet viet|nhan duoc)(?: (?:nhieu|lam|gi))*(?: thi)? )?(?:co )?(?:noi|ghi am|gui (?:ghi am|tin thoai|giong noi|voice)|tin thoai|voice|gui loi noi)(?: (?:thoi|mieng|vao may|thay|cho nhanh))*(?: co)?(?: thi)? (?:duoc|dc)(?: (?:khong|ko|k))`,
      `(?:khong|ko|k) (?:biet chu|biet go|biet viet)(?: (?:nhieu|lam|gi|chu))*(?: thi)? (?:lam sao|sao|the nao|${REGISTER} (?:sao|the nao|kieu gi|lam sao))`,
    ),
    /(?:^| )(?:noi|ghi am|thoai|voice|chu|go|viet)(?: |$)/,
  ],
  [
    "photo",
    asking(
      `(?:${ME} )?(?:khong|ko|k|chua) biet (?:cach )?(?:gui|them|dinh kem|up)(?: (?:anh|hinh|file|tep|video))+(?: (?:the nao|kieu gi|sao|lam sao))*`,
      `(?:.{0,30} )?(?:anh|hinh)(?: .{0,15})? (?:khong|ko|k|chua) biet gui(?: (?:kieu gi|the nao|sao|lam sao|o dau))*`,
      `(?:gui|them|up) (?:video|clip|anh|hinh|file|tep|pdf|word|excel)(?: .{0,15})? (?:duoc|dc) (?:khong|ko|k)`,
      `(?:(?:file|tep) )?(?:video|clip|anh|hinh|file|tep|pdf|word|excel)(?: (?:thi|co|gui))* (?:duoc|dc) (?:khong|ko|k)`,
    ),
  ],
  [
    "benefit",
    asking(
      `(?:${ME} )?(?:khong|ko|k|chua) biet (?:cach )?(?:tinh|ghi|khai|quy ra)(?: (?:tien|lam loi|gia tri|ra tien|bao nhieu|so tien))+(?: .{0,20})?`,
      `(?:tinh |cach tinh )+(?:tien |gia tri )*(?:lam loi)(?: .{0,10})? (?:the nao|sao|kieu gi|ntn|lam sao)`,
      `(?:khong|ko|k|chua) (?:co|ro|ra|tinh duoc|tinh ra|biet duoc|xac dinh duoc) (?:so |so tien |tien |gia tri |con so |cu the |duoc )*(?:tien|lam loi|bao nhieu)?(?: lam loi)?(?: thi)? (?:(?:ghi|khai|dien|viet|de|${REGISTER}) )?(?:sao|the nao|lam sao|gi|kieu gi|ntn|co duoc (?:khong|ko|k)|duoc (?:khong|ko|k))`,
      `(?:khong|ko|k|chua) biet (?:la )?lam loi(?: duoc)? (?:bao nhieu|may|the nao|ra sao)`,
      `khong (?:tinh|quy)(?: ra| duoc| thanh)* tien(?: duoc)?(?: thi)? (?:co )?(?:duoc|sao|lam sao|the nao)(?: (?:khong|ko|k|dang ky))*`,
    ),
  ],
  [
    "closing",
    asking(
      `${HOUR} (?:(?:thi|se|moi|em|bot|minh|duoc) )*(?:dang|gui|co|chot|ra|day) ${WEEKLY}`,
      `${WEEKLY} (?:(?:thi|se|moi|em|bot|duoc|hang tuan) )*(?:dang|gui|co|chot|ra|day)(?: (?:luc|vao|len nhom|cac nhom))* ${HOUR}`,
      `(?:gio|ngay|lich|thoi gian|thoi diem|han) (?:chot|dang|gui|ra)(?: ${FIGURES})*(?: (?:la|vao|luc|${HOUR}))*`,
      `${HOUR} (?:(?:thi|se|moi|em|bot|minh) )*chot(?: ${FIGURES})*`,
      `chot(?: ${FIGURES})*(?: (?:vao|luc))* ${HOUR}`,
    ),
    /(?:^| )(?:chot|tong hop|lich|gio)(?: |$)/,
  ],
  [
    "missing",
    asking(
      `(?:(?:tai sao|sao|vi sao|rang) )?(?:(?:${LATELY}|sao|nhom (?:nay|[^ ]+)|bot|thi|lai|ma) )*(?:chua|khong|ko|k|chang)(?: (?:thay|co|nhan|duoc|bot))* (?:(?:gui|dang|ra|day) )?(?:(?:tin|bai|bang|ban) )?(?:tong hop|bao cao)(?: (?:${LATELY}|tuan|gi|len|vao|nhom|nua|het))*`,
      `(?:(?:${LATELY}|sao) )*(?:chua|khong|ko) thay (?:bot|em) (?:dang|gui)(?: (?:gi|bai|tin|len|vao|nhom))*`,
      `(?:bot|em)? ?(?:quen|bo quen)(?: (?:gui|dang))? (?:tong hop|bao cao)(?: .{0,20})?`,
    ),
    /(?:^| )(?:tong hop|bao cao|bot)(?: |$)/,
  ],
  [
    "figures",
    asking(
      `(?:may |cac |nhung )?(?:so|so lieu|con so|ket qua)(?: .{0,20})? (?:lay|tinh)(?: (?:o|tu))* (?:dau|the nao|kieu gi|sao)(?: ra)?`,
      `(?:tai sao|sao|vi sao)(?: .{0,25})? (?:so|so lieu|con so|ket qua)(?: .{0,25})? (?:khac|lech|khong khop|sai|it hon|nhieu hon)(?: .{0,30})?`,
      `(?:so|so lieu|con so|ket qua)(?: .{0,25})? (?:sai|lech|khong dung|chua dung|khong khop)(?: (?:roi|voi|so|tren|cong|em|the|nhi))*`,
    ),
  ],
  [
    "account",
    asking(
      `(?:(?:da|co|tung|dang) )*(?:${REGISTER}|dung|xai|co|lam)(?: (?:${IDEA}|bot|may cai|tai khoan))*(?: roi)? (?:ben|tren|o|qua|bang|trong|cua) (?:zalo|tele(?:gram)?)(?: roi)?(?: [^ ]+){0,5} (?:zalo|tele(?:gram)?)(?: (?:duoc|thi|sao|lam|the nao|khong|ko|k|co|mat|${IDEA}|cu|nua|tiep))*`,
      `(?:muon )?(?:noi|gop|ghep|lien ket|chuyen|doi)(?: (?:hai|2|cac))? tai khoan(?: (?:zalo|tele(?:gram)?|va|voi|nhau|lai|khac|cu|cua|${ME}|chung|thanh|mot|1|duoc|the nao|lam sao|sao|khong|ko|k))*`,
      `(?:chuyen|doi)(?: (?:tu|ben))* (?:zalo|tele(?:gram)?) (?:sang|qua) (?:zalo|tele(?:gram)?)(?: (?:duoc|thi|sao|lam|the nao|khong|ko|k|co|mat|${IDEA}|cu))*`,
    ),
  ],
  [
    "group",
    asking(
      "nhom (?:nay|minh|ta)(?: (?:la|dang))* (?:cua|thuoc|lien ket voi|nop cho) (?:ai|don vi nao|cong doan nao|ben nao|dau)",
    ),
    /(?:^| )nhom(?: |$)/,
  ],
  [
    "title",
    asking(
      `(?:(?:xin|xem|gui|lay|co|cho|${ME}) )*(?:vai |mot |1 )?(?:vi du|vd)(?: (?:ve|cua|ten|mot|sang kien|sk|khac))*(?: (?:nao|gi))?(?: (?:khong|ko|k|xem|tham khao))*`,
      "(?:khong|ko|k|chua) biet (?:dat|ghi|viet) ten(?: (?:la|nhu))* (?:sao|the nao|gi|ntn|nao)",
      `(?:dat|ghi) ten(?: ${IDEA})? (?:the nao|nhu the nao|sao|lam sao|ntn)`,
      "(?:phai |can |nen )?(?:viet|ghi) (?:sao|the nao|nhu the nao|ntn|lam sao)(?: (?:cho|thi|moi|la))* (?:dung|hay|chuan|duoc)",
    ),
    /(?:^| )(?:ten|vi du|vd|viet|ghi)(?: |$)/,
  ],
  [
    "fee",
    asking(
      `(?:(?:dung|nhan|${REGISTER}|cai nay|app|bot|nay)(?: ${IDEA})? )*(?:co )?(?:ton|mat|thu|dong|tinh) (?:tien|phi)(?: gi)? (?:khong|ko|k|ha)`,
    ),
    /(?:^| )(?:tien|phi)(?: |$)/,
  ],
  [
    "sector",
    asking(
      `(?:${ME} )?(?:khong|ko|k|chua) biet (?:ghi |chon |la |thuoc |de )*linh vuc(?: (?:gi|nao|the nao|sao))*`,
      `(?:co )?(?:nhung |cac )?linh vuc (?:nao|gi)(?: (?:vay|de chon))*`,
    ),
  ],
]

/** Hardly any other words are in a question, and without one of them nothing here fits. */
const ASKS =
  /(?:^| )(?:khong|ko|k|chua|ha|a|gi|nao|sao|dau|sai|lech|may|bao|ai|ntn|bn|link|form|mau|nhung|theo|can|luat|tu choi|zalo|tele|telegram|tai khoan|ngan|vi du|vd|gio|lich|quen|giay|bang|mat khau|password)(?: |$)/

/** Which rule the folded words ask about. */
export function ruleAsked(said: string): Rule | undefined {
  if (!ASKS.test(said)) return undefined
  return RULES.find(
    ([, question, word]) => (word === undefined || word.test(said)) && question.test(said),
  )?.[0]
}
