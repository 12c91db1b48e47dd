import { kindAsked } from "../campaign/unit-kind.ts"
import { readAudience } from "../reminder/read.ts"
import { fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { asked, type Found, firstOf, means, type Reading, typed, upTo } from "./asked.ts"
import type { Command } from "./command.ts"
import { deskQuestion } from "./desk-question.ts"
import { everydayQuestion } from "./everyday-question.ts"
import { ABOUT_FIGURES } from "./figure-commands.ts"
import { Head } from "./head.ts"
import { listQuestion } from "./list-question.ts"
import { movementQuestion } from "./movement-question.ts"
import { tellsAGain } from "./object.ts"
import { officerOrder } from "./officer-order.ts"
import {
  asking,
  asks,
  ENDED,
  IDEA,
  LAST_VERDICT,
  LEAD,
  ofAll,
  PART,
  PERIOD,
  SO_MANY,
  THINGS,
  UNIT,
} from "./officer-words.ts"
import { askedOfSector, questionAsCommand } from "./question.ts"
import { recordTalk } from "./record-talk.ts"
import { scheduleOrder } from "./schedule-words.ts"
import { unitTalk } from "./unit-talk.ts"

const SO = "the nao|ra sao|sao"
const HOW = `(?: (?:${SO}|nhu the nao|ntn|den dau|theo (?:tung |cac )?don vi|de bao cao.*))*`
const WHEN = "(?:bao gio|khi nao|chung nao|ngay nao)"
const DONE = oneOf("da, duoc, duyet, xet, dat, co, them, moi, dang ky, nop, len cong, cong nhan, len duoc")
const GOAL = "(?: (?:chi tieu|ke hoach|muc tieu|tien do|giai doan nay))*"
const FINISH = `(?:dat|du|xong|hoan thanh|ve dich)${GOAL}`
const FIGURES = oneOf("so lieu, ket qua, tinh hinh, tong hop, bieu do, bao cao, thong ke, so ket")
const OF_WHAT = oneOf(`so lieu, ket qua, tong hop, tinh hinh, dang ky, cua, ve, trong, ${IDEA}`)

/** "số liệu tháng 3", "báo cáo giai đoạn 1", "tổng hợp kết quả tuần trước thế nào" */
const REPORT = asking(
  `(?!.* (?:vao|vo|len|ra) (?:cac |ca )?nhom)(?:(?:chot|cap nhat|xem lai|lai|bang) )?(?:${FIGURES}(?: ${OF_WHAT})* )(?<period>${PERIOD}(?: .*?)?)${HOW}(?: (?:duoc (?:khong|ko|k)|(?:gui |dang )?(?:len|ra|vao) day|ra giay|de in))*`,
)

/** Which two are compared, the comparison finds out. */
const SOME = "[^ ]+(?: [^ ]+)*?"
const PAIR = `(?<pair>${SOME} (?:voi|va|hay|hoac|vs|cung) ${SOME})`
const WHICH_OF_TWO = `(?:(?:thi|xem) )?(?:(?:${UNIT}|ben|dang|cai) nao|ai)`
const AHEAD = "(?: [^ ]+){0,5}? (?:hon|dan truoc|dan dau|nhat|nhieu|cao)"
/** "May TNG với Sông Công đơn vị nào hơn", "KCN có hơn GD không" */
const twoUnits = asks("compare", typed("pair"), [
  `(?:(?:giua|trong) )?${PAIR} ${WHICH_OF_TWO}${AHEAD}`,
  `(?<pair>${SOME} so(?: sanh)? voi ${SOME})(?: (?:thi|la|${SO}|ntn))+`,
  `(?<pair>${SOME} hay ${SOME})${AHEAD}`,
  `(?<pair>${SOME} (?:co )?hon ${SOME}) (?:khong|ko|k|chua)`,
])
/** "vải hay xô, máy mới nhanh hơn", "trước hay nhầm nay đúng hơn": "hay" is "often" there, and how work is done is told. */
const OTHER_CLAUSE = /[,;:\n](?!\s*(?:thì|thi|xem|đơn vị|don vi|bên|ben|đằng|dang|cái|cai|ai)\s)/iu
const AS_IT_WAS = /^(?:hoi |luc )?truoc /

function tellsOfWork(head: Head, said: string): boolean {
  return OTHER_CLAUSE.test(head.text) || AS_IT_WAS.test(said) || tellsAGain(head)
}

/** A period of which two are named. */
const NAMED = "(?:nay|truoc|roi|vua roi|qua|ngoai|\\d+)"
const OF_TIME = oneOf("tuan, thang, quy, giai doan, nam")

const weekOrMonth = (found: Found): string => (found.folded("with", "alone") === "thang" ? "tháng" : "tuần")

/** What may stand before "được bao nhiêu rồi" as a unit's name: anything but these. */
const NO_UNIT = oneOf(
  "ai, nguoi, linh vuc, sang kien, sk, ho so, luong, thuong, tien, don gia, gia, con, moi, ca tinh, toan tinh, ca lien doan, cac don vi, tung [^ ]+, don vi, cdcs",
)

const question: Reading = upTo(
  30,
  firstOf(
    // "SK-000013 trùng với SK-000003"
    means("merge", (found) => `${found.folded("one")} vào ${found.folded("other")}`, [
      /^(?:sang kien )?(?<one>sk ?\d{1,9})(?: (?:nay|la|bi|cung))* (?:trung(?: lap)?|giong het)(?: (?:voi|cua|la|y))* (?<other>sk ?\d{1,9})(?: (?:roi|a|em|nhe|day|do))*$/,
    ]),
    scheduleOrder,
    ({ text }) => listQuestion(text),
    recordTalk,
    officerOrder,
    movementQuestion,
    deskQuestion,
    unitTalk,
    // "so với tuần trước thế nào", "tuần này tăng hay giảm"
    asks("compare", weekOrMonth, [
      "(?:(?:ket qua |so lieu )?(?:tuan|thang) nay )?(?:(?:tang|giam|hay|nhanh|cham|hon|thi|co) )*(?:so(?: sanh)?(?: voi)?|hon) (?:cung ky )?" +
        `(?<with>tuan|thang) (?:truoc|roi|vua roi|qua|ngoai)(?: (?:thi|la|${SO}|ntn|tang|giam|hay|hon|nhieu|it|${SO_MANY}|phan tram|khong|ko|dang ky|cong nhan|len cong|so|luong))*`,
      `(?<alone>tuan|thang) nay (?:co )?(?:tang|giam)(?: (?:hay|giam|tang|khong|ko|duoc|${SO_MANY}))*`,
    ]),
    // "sao số tuần này thấp hơn tuần trước"
    asks("compare", weekOrMonth, [
      "(?:(?:vi|tai) )?sao (?:so |so lieu |ket qua )?(?:tuan|thang) nay (?:lai )?(?:thap|cao|it|nhieu|giam|tang|kem)(?: hon)? (?<with>tuan|thang) (?:truoc|roi|vua roi)",
    ]),
    // "KCN tuần này so với tuần trước thế nào"
    asks("compare", (found) => `${weekOrMonth(found)} ${found.typed("unit")}`, [
      "(?<unit>[^ ]+(?: [^ ]+){0,7}?) (?:tuan|thang) nay (?:[^ ]+ ){0,4}?(?:so(?: sanh)?(?: voi)?|hon) (?:cung ky )?(?<with>tuan|thang) (?:truoc|roi|vua roi|qua)(?: [^ ]+){0,4}",
    ]),
    // "tuần này và tuần trước", and nothing else: two of a kind are compared, others shown one by one
    asks("compare", typed("pair"), [
      `(?<pair>(?<kind>${OF_TIME}) ${NAMED} (?:va|voi|hay|cung) \\k<kind> ${NAMED})`,
    ]),
    asks("tally", typed("pair"), [`(?<pair>${OF_TIME} ${NAMED} (?:va|voi|cung) ${OF_TIME} ${NAMED})`]),
    // "so sánh KCN với GD"
    asks("compare", typed("pair"), [
      `so sanh (?:(?:giup|cho)(?: (?:anh|chi|em))? )?(?:(?:ket qua|tien do|so lieu|thanh tich|giua|cua|2 don vi|hai don vi) )*${PAIR}(?: (?:xem|thi|${SO}|ntn|${WHICH_OF_TWO}${AHEAD}))*`,
    ]),
    (head, said) => (tellsOfWork(head, said) ? undefined : twoUnits(head, said)),
    // "so sánh Đại Từ, Định Hóa, Võ Nhai": commas alone
    asks("compare", (found) => (found.head.text.includes(",") ? found.typed("pair") : undefined), [
      `so sanh (?:(?:giup|cho)(?: (?:anh|chi|em))? )?(?<pair>${SOME})`,
    ]),
    means((period) => (/^chuong trinh ./.test(fold(period)) ? "progress" : "tally"), typed("period"), [
      REPORT,
      // "tuần này được bao nhiêu", "hôm qua thêm mấy cái", "tuần cao điểm được bao nhiêu"
      asking(
        `(?<period>${PERIOD}(?: [^ ]+){0,5}?)(?: (?:thi|ca tinh|toan tinh|minh|chung ta|(?:cac|tung|moi) (?:don vi|dv|cdcs)|lam))* (?:${DONE} )+${SO_MANY}${THINGS}(?: ${DONE})*`,
      ),
      // "có bao nhiêu sáng kiến trong tháng 3"
      asking(`(?:${DONE} )*${SO_MANY} ${IDEA} (?:(?:${DONE}|trong) )*(?<period>${PERIOD}(?: .*?)?)`),
      // "tuần này thế nào"
      asking(
        `(?<period>(?:tuan|thang|quy|giai doan|dot)(?: (?:nay|\\d+|truoc|roi|vua roi|qua))?)(?: (?:${SO}|ntn|co gi))+`,
      ),
      // "tuần này tổng hợp giúp chị"
      asking(
        `(?<period>${PERIOD}(?: (?:nay|truoc|roi|qua|vua roi|cao diem|\\d[^ ]*))*) (?:(?:thi|cho|lay|gui|xem|lam|lap) )*${FIGURES}(?: ${OF_WHAT})*`,
      ),
    ]),
    // "các trường", "khối doanh nghiệp thế nào"
    asks("ranking", (found) => (kindAsked(found.typed("kind"))?.several ? found.typed("kind") : undefined), [
      `(?:(?:ket qua|tien do|so lieu|thong ke) )*(?<kind>(?:cac|khoi|nhom|cum) [^ ]+(?: [^ ]+){0,9}?)(?: (?:${SO}|ntn))*`,
    ]),
    // "thống kê theo lĩnh vực tháng 3", "lĩnh vực nào nhiều nhất", "mỗi lĩnh vực được bao nhiêu"
    asks("tally", (found) => `theo lĩnh vực ${found.typed("rest", "unit")}`.trim(), [
      `(?:(?:${FIGURES}|so luong|liet ke|dem|chia|xem|phan loai|phan chia) )?(?:${OF_WHAT} )*theo (?:(?:tung|cac|moi) )?linh vuc(?<rest>(?: .*?)?)(?: (?:thi|${SO}|ntn))*`,
      `(?:(?:moi|tung|cac|nhung) )?linh vuc(?: nao)?(?: (?:thi|la|dang|hay))* (?:(?:${DONE}|nop) )*(?:${SO_MANY}|nhieu|it)(?: (?:${IDEA}|nhat|hon))*(?<unit>(?: (?:cua|o|tai|trong) .+?)?)`,
    ]),
    askedOfSector,
    asks("scopes", typed("period"), [
      `(?:${FIGURES}|dem|so luong)(?: theo)? cap cong nhan(?: (?<period>${PERIOD}(?: .*?)?))?`,
    ]),
    // "tổng giá trị làm lợi tháng 3"
    asks("tally", typed("period"), [
      `(?:tong )?(?:(?:gia tri|so tien|tien) )?lam loi (?:(?:cua|trong|ca) )*(?<period>${PERIOD}(?: .*?)?)${HOW}`,
    ]),
    // "sáng kiến nào làm lợi nhiều nhất"
    asks("honour", "", [
      `(?:top ?\\d+ )?(?:(?:cac|nhung|\\d+) )?${IDEA} (?:nao )?(?:(?:co|gia tri) )*lam loi (?:nhieu|lon|cao)(?: tien)?(?: nhat)?`,
    ]),
    // "làm lợi cả tỉnh được bao nhiêu tiền"
    asks("tally", (found) => ofAll(found.typed("unit")), [
      `(?:tong )?(?:gia tri )?lam loi(?: (?:la|duoc|ca tinh|toan tinh|den nay|tong cong|cong lai|het))*(?<unit>(?: (?:cua|o) [^ ]+(?: [^ ]+){0,7}?)?)(?: (?:la|duoc|tong cong))* ${SO_MANY}(?: tien| dong)?`,
    ]),
    behindAsked,
    // "còn bao nhiêu nữa thì đạt chỉ tiêu", "bao giờ thì xong", "có kịp không", "còn mấy ngày"
    asks("progress", "", [
      oneOf(
        `(?:con )?(?:thieu )?${SO_MANY}${THINGS}(?: nua)? (?:thi |la |moi |de )*${FINISH}`,
        `(?:(?:du bao|du kien|uoc tinh) )?${WHEN} (?:thi |moi |se |co the )*${FINISH}`,
        "du bao(?: (?:ket qua|tien do))?",
        `(?:lieu |co |se |the )*(?:dat|kip|hoan thanh|ve dich)${GOAL} (?:khong|ko|k|duoc khong|noi khong)`,
        `(?:du kien|du bao|uoc|uoc tinh)(?: [^ ]+){0,6} (?:dat|duoc) ${SO_MANY}${THINGS}`,
        `con ${SO_MANY} ngay(?: nua)?(?: [^ ]+){0,4}`,
        `${SO_MANY} ${IDEA} roi`,
        `(?:duoc |co |da )*${SO_MANY} ${IDEA}(?: tat ca| tong cong)?`,
        "tinh hinh(?: chung)?(?: (?:the nao|sao|ra sao|ntn))*",
      ),
    ]),
    // "nhầm rồi, hủy giúp chị"
    means("takeBack", LAST_VERDICT, [
      new RegExp(
        `^(?:${oneOf("em, anh, chi, toi, minh, a, oi, chet, thoi, da, vua")} )*${oneOf(
          "hoan tac, undo",
          "(?:bam|go|chon|duyet|ghi|nhap|lam|cong nhan|tu choi)?(?: vua)? ?nham(?: roi| so| ho so| mat| nut)?",
          "lay lai, quay xe",
          "(?:lenh|viec|thao tac|cai) (?:(?:vua|luc|hoi) )+(?:nay |roi |xong )?(?:sai|nham)(?: roi)?",
        )}(?: (?:(?:cai|lenh|viec|thao tac|ket qua|buoc) )?(?:vua|luc|hoi) (?:roi|nay|xong))?(?:(?: (?:thi|em|cho|giup|chi|anh|lam on))* (?:huy|bo|thu hoi|hoan tac|rut)(?: (?:lai|di|cai|viec|do|nay|vua|cong nhan|tu choi))*)?${ENDED}`,
      ),
    ]),
    // "sáng kiến nào chờ duyệt lâu nhất": the queue begins with it
    asks("review", "", [`(?:${IDEA}|ho so|cai)(?: nao)?(?: dang)? (?:cho|doi)(?: duyet| xet)? lau nhat`]),
    everydayQuestion,
    // "ai nộp nhiều nhất", "top 5 tác giả"
    asks("honour", ({ said }) => (/ nhat|top /.test(` ${said}`) ? "" : undefined), [
      `(?:ai|nguoi nao|tac gia nao|top \\d+ (?:tac gia|ca nhan|nguoi)) ?(?:dang |da )*(?:(?:nop|dang ky|co|gui|(?:duoc )?cong nhan) )?(?:nhieu )?(?:${IDEA} )?(?:nhieu )?(?:nhat)?`,
    ]),
    means("progress", typed("unit"), [
      asking(
        // "kcn được bao nhiêu rồi"
        `(?<unit>(?!${NO_UNIT}(?: |$))[^ ]+(?: [^ ]+){0,9}?) (?:(?:da|dat|duoc|moi|nop|dang ky|cong nhan|len cong) )+${SO_MANY}${THINGS}(?: ${DONE})*`,
        // "KCN mỗi ngày cần bao nhiêu", "may tng còn thiếu mấy cái"
        `(?<unit>(?!${NO_UNIT}(?: |$))[^ ]+(?: [^ ]+){0,9}?) (?:(?:moi|mot|1) ngay |con )(?:(?:thi|phai|can|thieu|them|nua|duoc|dat) )+${SO_MANY}${THINGS}(?: nua)?`,
      ),
      // "bao nhiêu sáng kiến của KCN"
      asking(
        `(?:${DONE} )*${SO_MANY} ${IDEA} (?:(?:${DONE}|o|tai) )*(?:cua|o|tai|ben) (?<unit>.+?)(?: ${DONE})*`,
      ),
    ]),
    // "cả tỉnh đạt bao nhiêu phần trăm"
    means("progress", ({ said }) => (/(?:^| )(?:ca|toan) tinh(?: |$)/.test(said) ? "tỉnh" : ""), [
      /(?:^| )(?:dat|duoc|dat duoc) (?:bao nhieu|may|bn) (?:phan tram|%)/,
    ]),
    // "danh sách đơn vị KCN": no state of theirs, so a name
    asks("unitList", typed("unit"), [
      `(?:danh sach|ds|liet ke) (?:cac )?(?:don vi|dv|cdcs|cong doan(?: co so)?) (?<unit>(?!(?:chua|khong|da|dat|duoi|tren|vuot|hoan thanh|cham|tre|co|dang|con|nao|xuat sac)(?: |$))[^ ]+(?: [^ ]+){0,5}?)`,
    ]),
  ),
)

/** "tuần này được bao nhiêu rồi", "đơn vị nào chậm", "còn bao nhiêu nữa thì đạt": what an officer asks instead of giving a command. */
export function officerQuestion(head: Head): Command | undefined {
  return question(head, head.said) ?? ofNamedCampaign(head)
}

/** "bao nhiêu đơn vị đạt rồi của chương trình 1 triệu sáng kiến": the same question, and whose figures are meant. */
function ofNamedCampaign(head: Head): Command | undefined {
  const at = head.words.findLastIndex((_, index) => isNamingLead(head, index))
  if (at < 2 || head.key(at - 1) === "ca") return undefined
  const joined = /^(?:cua|trong|thuoc)$/.test(head.key(at - 1)) ? at - 1 : at
  const before = new Head(head.text.slice(0, head.words[joined]?.start).trim())
  const meant = question(before, before.said) ?? questionAsCommand(before)
  if (meant === undefined || !ABOUT_FIGURES.has(meant.name)) return undefined
  return { ...meant, rest: `${meant.rest} ${head.from(at)}`.trim() }
}

function isNamingLead(head: Head, at: number): boolean {
  return /^(?:chuong trinh|phong trao)$/.test(`${head.key(at)} ${head.key(at + 1)}`)
}

/** "báo cáo giai đoạn 1" is no phase to be changed. */
export function asksForReport(head: Head): boolean {
  return REPORT.test(head.said)
}

/** Who is asked about: "đơn vị nào chưa có", "ai chưa nộp", "danh sách các đơn vị chưa đạt". */
const WHO = new RegExp(
  `^${LEAD}(?:(?:co )?${SO_MANY} |(?:con |co )+(?=ai ))?(?:danh sach (?:cac |nhung )?)?(?<week>(?:tuan nay|trong tuan) )?(?:danh sach )?(?<who>(?:${UNIT}|${PART}(?= nao )|cd|ai|nguoi(?= (?:nao|chua) ))(?: .+)?)$`,
)
const ENDS = new RegExp(ENDED)
/** Who speaks of "tổ nào" or "xưởng nào" means any unit. */
const AS_UNIT = new RegExp(`^(?:noi|${PART}) `)
/** "chưa có ai đăng ký", "chưa làm": there is none. */
const NOBODY_YET =
  / chua (?:co|nop|dang ky|lam|gui|tham gia)(?: (?:duoc|cai|gi|ai|nguoi|bc|bao cao|sang kien|sk|ho so|nao|ca|het|nop|dang ky|lam|gui|tham gia))*(?: (?:khong|ko|k))?(?<week>(?: tuan nay)?)$/

function behindAsked(head: Head): Command | undefined {
  const who = laggardsAsked(head)
  return who === undefined ? undefined : asked("whoLags", who)
}

/** "đơn vị nào chưa đạt", as reminders say whom they mean; undefined when it is none of the states a unit can be behind in. */
export function laggardsAsked(head: Head): string | undefined {
  const found = WHO.exec(head.said)?.groups
  const who = found?.["who"]
    ?.replace(ENDS, "")
    .replace(/^nguoi (?:nao )?/, "ai ")
    .replace(/^(ai .*) (?:khong|ko|k)$/, "$1")
    .replace(/^ai (?:trong|o|cua) (?:don vi|to|cong ty|co quan|nhom|xuong)(?: (?:minh|nay|em|ta))? /, "ai ")
    .replace(/(?: (?:dang(?! ky)|con|la|ma|van|bi))+(?= )/g, "")
    .replace(/ (?:cham|kem|thap)(?: tien do)? nhat(?=$| cua )/, " cham")
    .replace(/ (?:chua co|chua nop|chua dang ky) (?:cai|gi|ai|bc|bao cao)(?: nao)?$/, " chua co")
    .replace(/ tre(?: tien do| han)?(?=$| cua )/, " cham")
    .replace(AS_UNIT, "don vi ")
    .concat(found?.["week"] === undefined ? "" : " tuan nay")
  if (who === undefined) return undefined
  return [who, who.replace(NOBODY_YET, " chua co$<week>")].find(isBehind)
}

function isBehind(who: string): boolean {
  const kind = readAudience(who, [])?.kind
  return kind === "zero" || kind === "zero_week" || kind === "behind" || kind === "short"
}
