import { asked, type Found, firstOf, type Reading, typed } from "./asked.ts"
import type { Command } from "./command.ts"
import type { Head, Word } from "./head.ts"
import { houseQuestion } from "./house-question.ts"
import { memberQuestion } from "./member-question.ts"
import { asks, MANY, ME, OURS, SEND, WORKPLACE } from "./member-words.ts"
import { NAMED_PERIOD, asks as officersAsk, THINGS } from "./officer-words.ts"
import { othersIdeas } from "./others-question.ts"
import { recordQuestion } from "./record-question.ts"
import { ruleAsked } from "./rule-question.ts"
import { scoreQuestion } from "./score-question.ts"

const IDEA = "(?:sang kien|sk)"
const OUR_UNIT = `${WORKPLACE} ${OURS}`

const WORKER =
  "(?:cong nhan|nhan vien|lao dong|nguoi|tap vu|bao ve|lai xe|tho|giao vien|dieu duong|thu viec|thoi vu|hop dong|hoc viec|thuc tap|part time|chua (?:vao|co) (?:cong doan|hop dong))"

const DONE = "(?:da|duoc|dat|co|them|moi|dang ky|nop|len cong|cong nhan|len duoc)"
/**
 * "bao nhiêu sáng kiến về an toàn lao động", "sáng kiến lĩnh vực y tế được mấy cái": whether it is a sector, the tally finds out.
 * Officers get its tally, others what there is.
 */
export const askedOfSector: Reading = officersAsk("tally", (found) => `lĩnh vực ${found.typed("of")}`, [
  `(?:${DONE} )*${MANY} ${IDEA} (?:(?:${DONE}|trong|ve|thuoc|o|cua) )*(?:linh vuc|ve|thuoc|nganh) (?<of>.+?)(?: ${DONE})*`,
  `(?:${IDEA} )?(?:(?:ve|thuoc|trong|o) )*linh vuc (?!nao)(?<of>.+?) (?:${DONE} )*${MANY}${THINGS}(?: ${DONE})*`,
])

const topAsked = (found: Found): string => {
  const top = /(?:^| )(top) ?(\d{1,3})(?= |$)/.exec(found.said)?.slice(1) ?? []
  return [...top, found.typed("period")].filter((part) => part !== "").join(" ")
}

/** What the rows below cannot do without. */
const HELPLESS =
  /(?:^| )(?:biet|viet ho|viet giup|ghi ho|ghi giup|khai ho|soan ho|soan giup|thuong|thu lao|ban giao|nhan lai)(?: |$)/
const helpless = firstOf(
  // "chị không biết viết thế nào", "em viết hộ chị được không": asked question by question
  asks("register", "", [
    `(?:(?:${ME} )?co (?:(?:cai|mot|1) )*(?:${IDEA}|y tuong) (?:(?:ma|nhung|thi) )*)?(?:${ME} )?(?:khong|ko|k|chua|chang) biet (?:viet|ghi|khai|bat dau|noi)(?: (?:the nao|nhu the nao|sao|ra sao|gi|tu dau|kieu gi))+(?: (?:het|ca|tron|troi))*`,
    `(?:em|bot|ad) (?:viet|ghi|khai|soan) (?:ho|giup|dum|gium)(?: ${ME})? (?:duoc|dc) (?:khong|ko|k)`,
  ]),
  asks("askRule", "reward", [
    "(?:the |vay |thi )*duoc (?:bao nhieu|may) (?:tien )?(?:thuong|thu lao)(?: .{0,20})?",
  ]),
  // "tôi nhận bàn giao từ chị Chi"
  asks("claim", "", [
    `(?:${ME} )?(?:(?:moi|vua|duoc|xin|muon|da) )*(?:nhan (?:ban giao|lai)(?: (?:vai tro|viec|cong viec|nhiem vu))?|duoc ban giao)(?: (?:cua|tu|cho|lai) .{2,30})?`,
  ]),
)

const question: Reading = firstOf(
  scoreQuestion,
  recordQuestion,
  memberQuestion,
  // "đơn vị em được bao nhiêu sáng kiến rồi", "bao giờ hết hạn nộp"
  asks(
    "progress",
    "",
    [
      `(?:da |dat |duoc |moi )+(?:bao nhieu|bn)(?: (?:phan tram|${IDEA}))?`,
      "(?:bao nhieu|bn) (?:phan tram|roi)",
      `con (?:thieu )?(?:bao nhieu|bn)(?: ${IDEA})?(?: nua)?`,
    ],
    [
      `${OUR_UNIT} (?:da |dat |duoc |moi )*${MANY} (?:phan tram|%)`,
      `${OUR_UNIT} (?:da |dat |duoc |moi |nop )+${MANY}(?: cai)?`,
      `${OUR_UNIT} (?:da |moi |duoc |co |dat |nop |dang ky )*${MANY} ${IDEA}`,
      `${OUR_UNIT} (?:con )?thieu ${MANY}(?: ${IDEA}| cai)?(?: nua)?`,
      `tinh hinh (?:cua )?${OUR_UNIT}(?: (?:sao|the nao|ra sao|ntn))*`,
    ],
  ),
  // "tuần này cả tỉnh được bao nhiêu": of all, whoever asks
  asks("progress", (found) => `toàn tỉnh ${found.typed("early", "late")}`.trim(), [
    `(?:(?<early>${NAMED_PERIOD}) (?:thi )?)?(?:ca|toan) tinh (?:(?:minh|da|dat|duoc|moi|co|nop|dang ky|lam) )*${MANY}(?: (?:${IDEA}|cai|phan tram))?(?: roi)?(?: (?:trong )?(?<late>${NAMED_PERIOD}))?`,
  ]),
  // "đơn vị nào dẫn đầu", "cho xem top 10"
  asks(
    "ranking",
    topAsked,
    [
      `(?:don vi|cong doan|noi|cdcs) nao (?:dang |co )?(?:dan dau|dung dau|cao nhat|nhieu ${IDEA} nhat|nhat|dung thu nhat)`,
      "(?:xem |lay |gui |xin |xep hang |bang xep hang )*top ?\\d*(?: don vi| cdcs| cong doan| dan dau| dau| xep hang)*" +
        `(?: (?:trong )?(?<period>${NAMED_PERIOD}))?`,
    ],
    [
      `${ME} (?:dang )?(?:dung|xep|hang)(?: (?:thu|hang))* (?:may|bao nhieu)(?: (?:trong|o|cua))?(?: (?:toan|ca))? (?:tinh|nganh|huyen)`,
      `${OUR_UNIT} (?:dang )?(?:dung|xep|hang|top) (?:thu |hang )*(?:may|bao nhieu)(?: (?:trong|o|cua)(?: (?:toan|ca|cac))? (?:nganh|tinh|huyen|khoi|cum|don vi))?(?: (?:trong )?(?<period>${NAMED_PERIOD}))?`,
    ],
  ),
  // "mấy hồ sơ đang chờ duyệt"
  asks("review", "", [
    `(?:${OUR_UNIT} (?:dang |con |co )*)?${MANY} (?:${IDEA}|ho so|cai) (?:dang |con |chua )*(?:cho )?(?:duyet|xet)`,
    `(?:ho so|${IDEA}|cai) nao(?: (?:can|dang|chua|con))*(?: cho)?(?: duyet| xet) (?:khong|ko|k|nua khong)`,
    "ho so nao(?: nua)? (?:khong|ko|k)",
  ]),
  // "đăng ký có được thưởng không"
  asks(
    "askRule",
    "reward",
    [
      `(?:(?:dang ky|nop|gui|lam)(?: ${IDEA})? )?(?:thi )?(?:co |duoc |dc |them |nhan |linh )+(?:thuong|tien thuong|tien|thu lao|qua)(?: gi)? (?:khong|ko|k)`,
      "(?:thi |co |se )*(?:duoc|dc) (?:bao nhieu|may) tien",
      `(?:muc thuong|tien thuong|thu lao|duoc thuong|thuong)(?: ${IDEA}| la| duoc| cho)* (?:bao nhieu|bn|the nao|ra sao|gi|may|ntn)`,
      `(?:bao gio|khi nao|bao lau(?: nua)?|chung nao)(?: thi| moi)*(?: ${ME}| co| chu| bac)?(?: duoc| moi| co)*(?: (?:nhan|linh|lay|tra|phat))? (?:tien thuong|thuong|thu lao|tien)`,
    ],
    [
      `(?:${IDEA}|lam loi)(?: .{0,40})? (?:duoc |dc |co |thi |la )*(?:thuong|thu lao|tien thuong)(?: (?:bao nhieu|bn|the nao|gi|khong|ko|k|may|ra sao|nhu the nao|ntn|muc nao))+`,
    ],
  ),
  // "không phải đoàn viên có nộp được không"
  asks("askRule", "who", [
    `(?:1|mot|moi) (?:nguoi|doan vien|ca nhan)(?: thi| co| duoc| the)* ${MANY} (?:${IDEA}|cai)`,
    `(?:1|mot|moi) (?:nguoi|doan vien|ca nhan)(?: thi| co| duoc| the| phai)* (?:dang ky|dk|nop|gui)(?: duoc| toi da)* ${MANY}(?: ${IDEA}| cai)?`,
    `(?:khong|ko|k|chua) (?:phai|la|phai la) doan vien(?: thi)? (?:co )?(?:dang ky|dk|nop|gui|tham gia)(?: ${IDEA})? (?:duoc|dc)(?: (?:khong|ko|k|hong))?`,
    `(?:co )?(?:gioi han|han che)(?: (?:so luong|so|bao nhieu|${IDEA}))*(?: (?:khong|ko|k|gi|bao nhieu))*`,
    `ai (?:duoc|co the|thi duoc) (?:dang ky|dk|nop|gui|tham gia)(?: ${IDEA})?`,
    `(?:${ME} )?la .{2,30} (?:thi )?(?:co )?(?:duoc |dc )?(?:dang ky|dk|nop|gui|tham gia)(?: ${IDEA})?(?: duoc| dc)? (?:khong|ko|k|hong)`,
    `(?:(?:lam|la) )?${WORKER}(?: \\S+){0,3} (?:thi )?(?:co )?(?:duoc |dc )?(?:${SEND}|tham gia)(?: ${IDEA})?(?: duoc| dc)? (?:khong|ko|k)`,
    `${SEND} (?:may|bao nhieu|nhieu) (?:cai|${IDEA})(?: cung| thi| co)* (?:duoc|dc)(?: ha| khong| ko| k| a| phai khong)*`,
    `(?:.{1,60} )?(?:dang ky|dk|dki|nop|gui)(?: ${IDEA})? (?:o day|tai day|vao day|trong nhom nay) (?:duoc|dc) (?:khong|ko|k)`,
  ]),
  // "điều kiện công nhận là gì"
  asks("askRule", "criteria", [
    `(?:${IDEA}|y tuong|cai|giai phap)?(?: ?(?:cua )?${ME})? ?(?:nho|nho xiu|nho nho|be|don gian|binh thuong|vat|it tien)(?: (?:vay|the|thoi|nay|qua))*(?: thi)?(?: co)? (?:duoc|dc|tinh|goi|dang ky)(?: (?:duoc|la|tinh|dang ky|nop|thanh|${IDEA}))* (?:khong|ko|k)`,
    `(?:y tuong|${IDEA}) (?:chua|moi) (?:lam|ap dung|dung|thu|lam thu|nghi ra)(?: (?:thu|gi|thoi|xong|ra))*(?: thi)?(?: co)? (?:duoc|dc) (?:khong|ko|k)`,
    `(?:(?:y tuong|${IDEA}) )?(?:chua|moi|dang) (?:lam|ap dung|dung|thu|lam thu|nghi ra|y tuong)(?: (?:thu|gi|thoi|xong|ra))*(?: thi)?(?: co)?(?: duoc| dc)? ${SEND}(?: ${IDEA})?(?: duoc| dc)? (?:khong|ko|k|chua)`,
    `(?:dieu kien|tieu chuan|tieu chi)(?: gi| nao)?(?: de)?(?: duoc)? (?:cong nhan|xet)(?: ${IDEA})?(?: la gi| gom gi| the nao)*`,
    `${IDEA} (?:phai )?(?:the nao|nhu the nao|ntn|ra sao) (?:thi |moi )*(?:duoc )?(?:cong nhan|xet|tinh)`,
    `${IDEA} (?:co )?(?:phai |can )(?:duoc )?(?:ap dung|lam|dung thu)(?: thu)?(?: roi)?(?: thi)?(?: moi)?(?: duoc)? (?:dang ky|dk|nop)(?: duoc| dc| khong| ko| ha| phai khong)*`,
    `(?:lam sao|lam the nao|the nao|can gi|phai lam gi) (?:de |thi |moi |ma )*(?:duoc |dc )(?:cong nhan|xet|duyet)(?: ${IDEA})?`,
    `(?:the nao|nhu the nao) (?:thi |moi )*(?:la |duoc coi la |goi la )+(?:mot )?${IDEA}`,
    `${IDEA} (?:la|nghia la|tuc la) (?:cai )?gi`,
  ]),
  // "gửi xong ai duyệt"
  asks("askRule", "reviewer", [
    "(?:ai|nguoi nao) (?:se |thi )*(?:xem|doc|cham|xu ly) (?:cai |sk |sang kien |ho so )*nay",
    `(?:gui |nop |xong |roi |thi )*(?:ai|nguoi nao|don vi nao|cap nao|cho nao|ben nao)(?: la| se| thi| duoc| nguoi)* (?:duyet|xet|xet duyet|cong nhan|cham)(?: cho| cua| ${IDEA}| ho so| nay| e| a| c| ${ME})*`,
  ]),
  // "sáng kiến của em bao giờ được duyệt": one's own, and how long it may take
  asks("mine", "when", [
    `(?:(?:da )?${SEND}(?: ${IDEA})?(?: roi| xong)* (?:thi )?)?(?:${IDEA} |ho so |cai |nay |do |cua |${ME} )*(?:bao gio|khi nao|chung nao|(?:mat )?(?:khoang )?(?:bao lau|${MANY} (?:ngay|tuan|thang|bua|hom))(?: nua)?) (?:thi |moi |la )*(?:duoc |dc |co |biet )*(?:duyet|xet|cong nhan|ket qua|len cong)`,
    `(?:bao gio|khi nao|bao lau(?: nua)?) (?:thi |moi )*(?:hoi dong|don vi|cong doan|cap tren|can bo|ben do|ho)(?: (?:sang kien|moi|se|hop|ngoi))* (?:hop|xet|duyet|cham|cong nhan)(?: ${IDEA})?`,
  ]),
  // "được duyệt chưa", "em quên mã rồi"
  asks(
    "mine",
    "",
    [
      `(?:tai |vi )?sao (?:mai |van |con )*(?:chua|khong|ko)(?: thay| co| duoc)* (?:cong nhan|duyet|xet|ket qua)`,
      "sao (?:ma )?(?:lau|cham) (?:the|vay|qua)",
      `(?:${IDEA} |ho so |cai |nay |do |cua |e |a |c |${ME} )*(?:da |duoc |dc |co )+(?:duyet|xet|cong nhan|ket qua|len cong)(?: gi)? (?:chua|ch|c)`,
      `(?:muon |xin )?(?:xem|doc|coi) (?:lai )?(?:cho (?:${ME} )?(?:nghe |xem )?)?(?:(?:nhung |cac |may )?(?:cai|${IDEA}|ho so)(?: ma)? (?:${ME} )?(?:da |vua |moi )?(?:gui|nop|dang ky|dk)(?: ho)?(?: (?:hoi |tu )?(?:hom|nam|thang|tuan) (?:ngoai|truoc|no|kia|qua))?|cai (?:thu|dau|vua|cuoi).{0,12})`,
      `(?:nhung |cac |may |con )?(?:cai|${IDEA}|ho so) (?:nao )?(?:con |dang )?(?:chua|cho) (?:duoc |dc )?(?:duyet|xet|cong nhan) (?:cua )?${ME}`,
      `(?:nhung |cac |may )?(?:cai|${IDEA}|ho so) (?:cua )?${ME}(?: (?:da |vua )?(?:gui|nop|dang ky|dk))?(?: (?:hom|tuan|thang) (?:no|truoc|kia|nay))? (?:den|toi) dau`,
      `(?:cho |xem |coi |doc |lai |${ME} )*(?:cai |nhung |may )?bai (?:ma )?(?:cua )?${ME}(?: (?:da |vua )?(?:gui|nop|dang ky|viet))?(?: (?:hom|tuan|thang) (?:qua|no|truoc|kia|nay))?(?: (?:den |toi )?dau)?`,
      `(?:nhung |cac )?(?:cai|${IDEA}) nao (?:da |duoc |dc )+(?:duyet|xet|cong nhan)|(?:${ME} )?(?:da )?co (?:may|bao nhieu) (?:cai|${IDEA})`,
      "(?:the|vay) (?:thoi|la xong|la duoc) (?:a|ha|sao)|(?:da )?co (?:so|ma) chua|(?:cai )?ma (?:sang kien |sk )?la gi",
      `(?:da )?(?:gui|dua|nop|day) len cong(?: (?:quoc gia|cho ${ME}))? chua`,
      `(?:vay |the )?(?:la )?(?:xong|duoc|ghi nhan|ghi|nhan|gui|len|vao)(?: duoc)?(?: roi)? (?:chua|dung khong|dung ko|phai khong|phai ko|ha)`,
      `(?:e |c |lai )*quen (?:mat )?(?:ma|code)(?: (?:cua em|cua minh|cua toi|${IDEA}|mat|roi))*(?: (?:thi )?(?:coi|xem|tim|lay|hoi)(?: lai)? (?:o dau|sao|the nao|cho nao|kieu gi))?`,
      `(?:xin |xem )?(?:ma|code)(?: ${IDEA})?(?: cua)? ${ME}(?: la)? (?:gi|bao nhieu|may|so may)`,
      `(?:em |doc |xem |ke |liet ke |lai |cho |nghe |${ME} |co |chu |bac )*(?:da |vua |moi )?(?:dang ky|nop|gui) (?:duoc )?(?:nhung |cac )?(?:cai |${IDEA} )?(?:gi|nao)`,
    ],
    [
      "(?:chua|khong|ko|k|cha|chang)(?: thay| co| duoc)*(?: ai)? (?:duyet|xet|tra loi|phan hoi|hoi am)(?: (?:gi|het|vay|the|troi|roi|ca|luon|cho|toi|em|anh|chi))*",
    ],
  ),
  // "hôm qua tôi đang đăng ký dở", "mình đang làm dở cái gì ấy nhỉ"
  asks("resume", "", [
    `(?:cho |giup |muon |${ME} )*(?:lam|viet|ghi|khai) (?:tiep|not) (?:cai|ban)(?: (?:nhap|do|hom|qua|truoc|nay|luc|ban|giup|cho|${ME}))*`,
    `(?:hom (?:no|qua|truoc|kia) |luc nay |ban nay |lan truoc )*(?:${ME} )?(?:dang|con) (?:lam|viet|ghi|khai|dang ky|nop) do(?: (?:cai|${IDEA}|ban)(?: gi)?)*`,
  ]),
  // "có ai làm giống tôi không"
  asks("search", "", [
    `(?:cho |xem |coi |muon |${ME} )*(?:cac |may |nhung )?${IDEA} (?:hay|tot|tieu bieu)(?: (?:de|hoc|hoi|tham khao|cua|nguoi|noi|khac))*`,
    `(?:co |da )*ai (?:da |tung )?(?:lam|nghi ra|dang ky|co)(?: ${IDEA}| cai)? (?:giong|tuong tu|trung) (?:cua )?${ME}(?: (?:chua|khong|ko|k))?`,
    `(?:check |kiem tra |xem |giup |${ME} )*(?:co |da )*ai (?:da |tung )?(?:lam|dang ky|nop|gui|co)(?: ${IDEA}| cai)? (?:giong|tuong tu|trung)(?: (?:the|nay|vay))*(?: (?:chua|khong|ko|k))?`,
  ]),
  // "không tham gia nữa, xóa hết giúp em", "em giữ những gì của anh"
  asks("myData", "", [
    `(?:(?:dang|co|da) )*(?:giu|luu|luu giu)(?: (?:lai|nhung|cac|thong tin))* gi (?:cua|ve) ${ME}`,
    `(?:xoa|huy|rut|bo)(?: (?:het|sach|toan bo|di|luon|cho|giup|ten|thong tin|ra|${ME}))* (?:khong|ko|k) (?:tham gia|dung|xai|choi|muon tham gia) (?:cai nay |bot |chuong trinh )?nua`,
    `(?:khong|ko|k) (?:tham gia|muon tham gia|dang ky|choi|dung|lam) (?:cai nay |bot |chuong trinh )?nua (?:xoa|huy|rut)(?: (?:het|sach|toan bo|di|luon|cho|giup|ten|thong tin|ra|cua|${ME}))*`,
  ]),
  // "em có danh sách 10 người", "gửi danh sách thế nào"
  asks("registerFor", "", [
    `(?:${ME} )?co (?:mot |1 |ca )?danh sach(?: (?:\\d{1,3}|nguoi|doan vien|cac|cua|to|${IDEA}|cai|day))*`,
    "(?:gui|nop|nhap)(?: (?:mot|1|ca|len))* danh sach(?: (?:nay|vao|len|cho em))* (?:the nao|lam sao|sao|kieu gi|ntn|o dau)",
    "(?:co |xin |gui )?mau danh sach(?: (?:dau|o dau|khong|ko|nao|the nao|sao))*",
    `nhap (?:giup |ho )(?:${ME} )?(?:may|\\d{1,2}|nhieu|ca) (?:${IDEA}|nguoi|danh sach)(?: (?:duoc|dc) (?:khong|ko|k))?`,
  ]),
  // "in cho em cái đơn", "in ra được không"
  asks("requestForm", "", [
    "(?:co )?in (?:ra )?(?:giay )?(?:duoc|dc) (?:khong|ko|k)",
    `(?:in|xuat)(?: (?:ra|cho|giup|ho|${ME}|cai|to|tam|ban))* (?:phieu|ho so|phieu dang k[yi])(?: (?:nay|ra giay|ra|giay|cua ${ME}))*`,
    `(?:in|lay|tai|xin)(?: (?:cho|giup|ho|gium|dum))?(?: ${ME})? (?:cai |to |mau )*don(?: (?:yeu cau|cong nhan|de|ra|ky|nop|dien|ten))*`,
  ]),
  // A cheap look first: most of what is compared is a title.
  (head, said) => (HELPLESS.test(said) ? helpless(head, said) : undefined),
  // "không biết dùng thế nào"
  asks("help", "", [
    "(?:khong|ko|chua|k) biet (?:cach )?(?:dung|su dung|nhan|lam)(?: the nao| sao| bot| ntn)*",
    "(?:(?:cai nay|bot|cai bot nay) )?(?:cach )?(?:dung|su dung|xai) (?:bot )?(?:the nao|sao|ntn|nhu nao)",
    `(?:chi |day |huong dan )(?:${ME} )*(?:cach )?(?:dung|su dung)(?: bot)?`,
    `(?:chi|day|huong dan|giup) (?:cho )?${ME}(?: (?:voi|di|lam))+`,
  ]),
  (_, said) => {
    const rule = ruleAsked(said)
    return rule && asked("askRule", rule)
  },
  askedOfSector,
  // "có sáng kiến nào về lọc bụi không"
  asks("search", typed("sector", "elsewhere", "done", "thing", "like", "about"), [
    `(?:da |tung )*(?:co )*${IDEA} nao (?:giong|tuong tu|trung)(?: (?:voi|cua|y|het|cai|${ME}))* (?:khong|ko|chua|k) (?:ve|la|cho) (?:cai )?(?<about>.+?)`,
    `(?:bac |chu |ong )*(?:xem |coi |biet )(?:cac |nhung )?${IDEA} (?:ve|lien quan den|lien quan toi|linh vuc) (?<sector>.+?)`,
    `(?:muon |xem |coi |biet )+(?:cac )?${IDEA} (?:cua )?(?:don vi khac|noi khac|cho khac|ben khac) (?:ve|lien quan den|lien quan toi) (?<elsewhere>.+?)`,
    `(?:(?:co|da|xem|tung) )*(?:ai|don vi nao|noi nao) (?:(?:da|tung|dang) )*(?:lam|dang ky|nop|gui|co)(?: ${IDEA}| cai)?(?: gi)? (?:ve|lien quan (?:den|toi)) (?<done>.+?) (?:khong|ko|chua|k)`,
    `(?:da |tung )*co (?:cai|bai) nao (?:ve |lien quan (?:den |toi ))(?<thing>.+?) (?:khong|ko|chua|k)`,
    `(?:da |tung )*(?:co )*${IDEA} nao (?:ve |lien quan (?:den |toi )?|giong |noi ve )(?<like>.+?) (?:khong|ko|chua|k)`,
  ]),
  othersIdeas,
  houseQuestion,
)

const MOST_WORDS = 20
/** As young people write in a chat; each stands for one word. */
const SHORT_FOR: ReadonlyMap<string, string> = new Map(
  "z vay|zay vay|zậy vay|j gi|hk khong|hok khong|hem khong|of cua|bt biet|r roi|ch chua|mun muon|trc truoc|h gio|v vay|t toi|tao toi|tui toi|dc duoc"
    .split("|")
    .map((pair): [string, string] => {
      const [short = "", long = ""] = pair.split(" ")
      return [short, long]
    }),
)
/** What else people call themselves and the bot, by the marks that tell it from other words: a question is the same whoever asks. */
const CALLED = new Set("bác bac cháu chau chú cô thầy ông".split(" "))

/** How the south says không; "hồng" and "hỏng" are other words. */
const NO_IN_THE_SOUTH = new Set(["hông", "hổng", "hong"])

/** The words of a question, folded, each way of calling somebody and each short form as the one the patterns know. */
function plainly(head: Head): string {
  if (latest?.head !== head)
    latest = { head, said: head.words.map(plainWord).join(" ").replace(TO_EVERYBODY, "") }
  return latest.said
}

/** "… v mn", "… vậy cả nhà ơi": whoever asks in a chat asks all who read it. */
const TO_EVERYBODY =
  / (?<!(?:^| )(?:cho|voi|toi|den|cua|moi|va|la|nhu|bao|ru|hay) )(?:mn|mng|moi nguoi|ca nha|cac bac|ae|anh em)(?: (?:oi|a))*$/

/** Several look at the same words. */
let latest: { readonly head: Head; readonly said: string } | undefined

function plainWord({ key, typed }: Word): string {
  if (CALLED.has(typed)) return "em"
  return NO_IN_THE_SOUTH.has(typed) ? "khong" : (SHORT_FOR.get(key) ?? key)
}

/** Questions people ask instead of giving a command: "đơn vị em được bao nhiêu sáng kiến rồi", "có sáng kiến nào về lọc bụi không". */
export function questionAsCommand(head: Head): Command | undefined {
  return head.words.length > MOST_WORDS ? undefined : question(head, plainly(head))
}

/** "đăng ký bên telegram rồi giờ dùng zalo" registers nothing. */
export function movesAccount(head: Head): boolean {
  return PLATFORM.test(head.text) && head.words.length <= MOST_WORDS && ruleAsked(plainly(head)) === "account"
}
const PLATFORM = /zalo|tele/iu

const VERB = "(?:dang k[yi]|dangky|dk|dki|dky|nop(?: sang kien| sk)?|tham gia|gui sang kien)"
const HOW =
  "(?:lam sao|lam the nao|lam nhu the nao|lam ntn|lam nhu nao|bang cach nao|the nao|nhu the nao|ntn|nhu nao|kieu gi|cach nao|o dau|can gi|can nhung gi|nhung gi|lam gi|ra sao)"
const HOW_BEFORE = new RegExp(
  `(?:^| )(?:${HOW}|cach(?: thuc)?|huong dan(?: (?:em|anh|chi|minh|toi|cach))*|cac buoc|thu tuc) (?:de |ma |thi )?(?:em |anh |chi |minh |toi )?(?:de )?${VERB}(?= |$)`,
)
const HOW_BEHIND = new RegExp(
  `(?:^| )${VERB}(?: chuong trinh| sang kien| sk| bang| thi| phai| can| la| lam| minh| em| chi)*(?: lai sao| ${HOW})(?: (?:a|em|anh|chi|ad|bot|vay|the|nhi|ha|nhe|da|day|day a|bot oi|oi|z))*$`,
)
/** "công ty tôi đã đăng ký những gì" asks what has been registered, not how it is done. */
const TELLS_OF_OTHERS = new RegExp(`(?:^| )(?:da|vua) (?:${VERB}) |(?:${VERB}) (?:duoc )?nhung gi roi(?: |$)`)
/** Where somebody belongs is asked, and not how it is done. */
const BELONGS_NOWHERE = /(?:chua|khong|ko|k) (?:co|thay|thuoc)(?: \S+){0,3} (?:cong doan|don vi|cdcs)(?: |$)/
const OTHER_THINGS = new RegExp(`${VERB} (?:kham|nghi|an |xe |tiem|hoc|thi dua|du lich|mua|ho )`)

/** "làm sao để đăng ký?" wants to be told how, not to be asked for a title. */
export function asksHow(head: Head): boolean {
  if (head.words.length > 16 || behindColonSomewhere(head)) return false
  const said = plainly(head)
  if (!HOW_BEFORE.test(said) && !HOW_BEHIND.test(said)) return false
  return !BELONGS_NOWHERE.test(said) && !OTHER_THINGS.test(said) && !TELLS_OF_OTHERS.test(said)
}

function behindColonSomewhere(head: Head): boolean {
  return head.words.some((_, at) => at > 0 && /[:\n]/.test(head.gap(at)))
}
