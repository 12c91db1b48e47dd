import { readAudience } from "../reminder/read.ts"
import { fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import type { Command } from "./command.ts"
import { Head } from "./command-head.ts"
import { tellsAGain } from "./command-object.ts"
import { askedOfSector, questionAsCommand } from "./command-question.ts"
import { everydayQuestion } from "./everyday-question.ts"
import { ABOUT_FIGURES } from "./figure-commands.ts"
import { officerOrder } from "./officer-order.ts"
import {
  asked,
  asking,
  ENDED,
  IDEA,
  LAST_VERDICT,
  LEAD,
  PERIOD,
  SO_MANY,
  THINGS,
  typed,
  UNIT,
} from "./officer-words.ts"
import { scheduleOrder } from "./schedule-words.ts"

const SO = "the nao|ra sao|sao"
const HOW = `(?: (?:${SO}|nhu the nao|ntn|den dau|theo (?:tung |cac )?don vi|de bao cao.*))*`
const WHEN = "(?:bao gio|khi nao|chung nao|ngay nao)"
const DONE = oneOf("da, duoc, dat, co, them, moi, dang ky, nop, len cong, cong nhan, len duoc")
const GOAL = "(?: (?:chi tieu|ke hoach|muc tieu|tien do|giai doan nay))*"
const FINISH = `(?:dat|du|xong|hoan thanh|ve dich)${GOAL}`

/** "số liệu tháng 3", "báo cáo giai đoạn 1", "tổng hợp kết quả tuần trước thế nào". */
const FIGURES = oneOf("so lieu, ket qua, tinh hinh, tong hop, bieu do, bao cao, thong ke")
const OF_WHAT = oneOf(`so lieu, ket qua, tong hop, tinh hinh, cua, ve, trong, ${IDEA}`)
const REPORT = asking(
  `(?:(?:chot|cap nhat) )?(?:${FIGURES}(?: ${OF_WHAT})* )(?<period>${PERIOD}(?: .*?)?)${HOW}`,
)
/** "tuần này được bao nhiêu", "hôm qua thêm mấy cái", "tuần cao điểm được bao nhiêu". */
const COUNT_OF = asking(
  `(?<period>${PERIOD}(?: [^ ]+){0,5}?)(?: (?:thi|ca tinh|toan tinh|minh|chung ta))* (?:${DONE} )+${SO_MANY}${THINGS}(?: ${DONE})*`,
)
/** "có bao nhiêu sáng kiến trong tháng 3". */
const COUNTED_IN = asking(
  `(?:${DONE} )*${SO_MANY} ${IDEA} (?:(?:${DONE}|trong) )*(?<period>${PERIOD}(?: .*?)?)`,
)
/** "tuần này thế nào". */
const PERIOD_HOW = asking(
  `(?<period>(?:tuan|thang|quy|giai doan|dot)(?: (?:nay|\\d+|truoc|roi|vua roi|qua))?)(?: (?:${SO}|ntn|co gi))+`,
)
/** "tuần này tổng hợp giúp chị" */
const PERIOD_FIRST = asking(
  `(?<period>${PERIOD}(?: (?:nay|truoc|roi|qua|vua roi|cao diem|\\d[^ ]*))*) (?:(?:thi|cho|lay|gui|xem|lam|lap) )*${FIGURES}(?: ${OF_WHAT})*`,
)
const BENEFIT = asking(
  `(?:tong )?(?:gia tri )?lam loi(?: (?:la|duoc|ca tinh|toan tinh|den nay|tong cong|cong lai|het))*(?<unit>(?: (?:cua|o) [^ ]+(?: [^ ]+){0,7}?)?)(?: (?:la|duoc|tong cong))* ${SO_MANY}(?: tien| dong)?`,
)

/** "tổng giá trị làm lợi tháng 3" */
const BENEFIT_IN = asking(
  `(?:tong )?(?:gia tri )?lam loi (?:(?:cua|trong|ca) )*(?<period>${PERIOD}(?: .*?)?)${HOW}`,
)
/** "sáng kiến nào làm lợi nhiều nhất" */
const BEST_BENEFIT = asking(
  `(?:top ?\\d+ )?(?:(?:cac|nhung|\\d+) )?${IDEA} (?:nao )?(?:(?:co|gia tri) )*lam loi (?:nhieu|lon|cao)(?: nhat)?`,
)

/** "so với tuần trước thế nào", "tuần này tăng hay giảm". */
const COMPARED = asking(
  "(?:(?:ket qua |so lieu )?(?:tuan|thang) nay )?(?:(?:tang|giam|hay|nhanh|cham|hon|thi|co) )*(?:so(?: sanh)?(?: voi)?|hon) (?:cung ky )?" +
    `(?<with>tuan|thang) (?:truoc|roi|vua roi|qua|ngoai)(?: (?:thi|la|${SO}|ntn|tang|giam|hay|hon|nhieu|it|${SO_MANY}|phan tram|khong|ko|dang ky|cong nhan|len cong|so|luong))*`,
  `(?<alone>tuan|thang) nay (?:co )?(?:tang|giam)(?: (?:hay|giam|tang|khong|ko|duoc|${SO_MANY}))*`,
)

/** "KCN tuần này so với tuần trước thế nào" */
const UNIT_COMPARED = asking(
  `(?<unit>[^ ]+(?: [^ ]+){0,7}?) (?:tuan|thang) nay (?:[^ ]+ ){0,4}?(?:so(?: sanh)?(?: voi)?|hon) (?:cung ky )?(?<with>tuan|thang) (?:truoc|roi|vua roi|qua)(?: [^ ]+){0,4}`,
)
/** "so sánh KCN với GD", "May TNG với Sông Công đơn vị nào hơn", "KCN có hơn GD không": which two, the comparison finds out. */
const SOME = "[^ ]+(?: [^ ]+)*?"
const PAIR = `(?<pair>${SOME} (?:voi|va|hay|hoac|vs|cung) ${SOME})`
const WHICH_OF_TWO = `(?:(?:thi|xem) )?(?:(?:${UNIT}|ben|dang|cai) nao|ai)`
const AHEAD = "(?: [^ ]+){0,5}? (?:hon|dan truoc|dan dau|nhat|nhieu|cao)"
const COMPARES_TWO = asking(
  `so sanh (?:(?:giup|cho)(?: (?:anh|chi|em))? )?(?:(?:ket qua|tien do|so lieu|thanh tich|giua|cua|2 don vi|hai don vi) )*${PAIR}(?: (?:xem|thi|${SO}|ntn|${WHICH_OF_TWO}${AHEAD}))*`,
)
const TWO_UNITS = [
  `(?:(?:giua|trong) )?${PAIR} ${WHICH_OF_TWO}${AHEAD}`,
  `(?<pair>${SOME} so(?: sanh)? voi ${SOME})(?: (?:thi|la|${SO}|ntn))+`,
  `(?<pair>${SOME} hay ${SOME})${AHEAD}`,
  `(?<pair>${SOME} (?:co )?hon ${SOME}) (?:khong|ko|k|chua)`,
].map((way) => asking(way))
/** "so sánh Đại Từ, Định Hóa, Võ Nhai": commas alone */
const LISTED_TO_COMPARE = asking(`so sanh (?:(?:giup|cho)(?: (?:anh|chi|em))? )?(?<pair>${SOME})`)
/** "vải hay xô, máy mới nhanh hơn", "trước hay nhầm nay đúng hơn": "hay" is "often" there, and how work is done is told. */
const OTHER_CLAUSE = /[,;:\n](?!\s*(?:thì|thi|xem|đơn vị|don vi|bên|ben|đằng|dang|cái|cai|ai)\s)/iu
const AS_IT_WAS = /^(?:hoi |luc )?truoc /

/** The two units that are asked about, as typed. */
function pairAsked(head: Head, said: string): string | undefined {
  const tellsOfWork = OTHER_CLAUSE.test(head.text) || AS_IT_WAS.test(said) || tellsAGain(head)
  for (const pattern of tellsOfWork ? [COMPARES_TWO] : [COMPARES_TWO, ...TWO_UNITS]) {
    const found = pattern.exec(said)
    if (found !== null) return typed(head, said, found, "pair")
  }
  const listed = LISTED_TO_COMPARE.exec(said)
  return listed === null || !head.text.includes(",") ? undefined : typed(head, said, listed, "pair")
}

/** "thống kê theo lĩnh vực tháng 3", "lĩnh vực nào nhiều nhất", "mỗi lĩnh vực được bao nhiêu". */
const BY_SECTOR = asking(
  `(?:(?:${FIGURES}|so luong|liet ke|dem|chia|xem) )?(?:${OF_WHAT} )*theo (?:(?:tung|cac|moi) )?linh vuc(?<rest>(?: .*?)?)(?: (?:thi|${SO}|ntn))*`,
  `(?:(?:moi|tung|cac|nhung) )?linh vuc(?: nao)?(?: (?:thi|la|dang|hay))* (?:(?:${DONE}|nop) )*(?:${SO_MANY}|nhieu|it)(?: (?:${IDEA}|nhat|hon))*(?<unit>(?: (?:cua|o|tai|trong) .+?)?)`,
)
const REACHED = /(?:^| )(?:dat|duoc|dat duoc) (?:bao nhieu|may|bn) (?:phan tram|%)/
/** "còn bao nhiêu nữa thì đạt chỉ tiêu", "bao giờ thì xong", "có kịp không", "còn mấy ngày". */
const PROGRESS = asking(
  oneOf(
    // "còn bao nhiêu nữa thì đạt"
    `(?:con )?(?:thieu )?${SO_MANY}${THINGS}(?: nua)? (?:thi |la |moi |de )*${FINISH}`,
    `${WHEN} (?:thi |moi |se |co the )*${FINISH}`,
    `(?:lieu |co |se |the )*(?:dat|kip|hoan thanh|ve dich)${GOAL} (?:khong|ko|k|duoc khong|noi khong)`,
    `(?:du kien|du bao|uoc|uoc tinh)(?: [^ ]+){0,6} (?:dat|duoc) ${SO_MANY}${THINGS}`,
    `con ${SO_MANY} ngay(?: nua)?(?: [^ ]+){0,4}`,
    // "mấy sáng kiến rồi"
    `${SO_MANY} ${IDEA} roi`,
    `(?:duoc |co |da )*${SO_MANY} ${IDEA}(?: tat ca| tong cong)?`,
    "tinh hinh(?: chung)?(?: (?:the nao|sao|ra sao|ntn))*",
  ),
)
/** "kcn được bao nhiêu rồi": what stands before may name a unit, and nothing else may. */
const NO_UNIT = oneOf(
  "ai, nguoi, linh vuc, sang kien, sk, ho so, luong, thuong, tien, don gia, gia, con, moi",
)
const UNIT_COUNT = asking(
  `(?<unit>(?!${NO_UNIT}(?: |$))[^ ]+(?: [^ ]+){0,9}?) (?:(?:da|dat|duoc|moi|nop|dang ky) )+${SO_MANY}${THINGS}(?: ${DONE})*`,
  // "KCN mỗi ngày cần bao nhiêu", "may tng còn thiếu mấy cái"
  `(?<unit>(?!${NO_UNIT}(?: |$))[^ ]+(?: [^ ]+){0,9}?) (?:(?:moi|mot|1) ngay |con )(?:(?:thi|phai|can|thieu|them|nua|duoc|dat) )+${SO_MANY}${THINGS}(?: nua)?`,
)
/** "bao nhiêu sáng kiến của KCN" */
const COUNT_OF_UNIT = asking(
  `(?:${DONE} )*${SO_MANY} ${IDEA} (?:(?:${DONE}|o|tai) )*(?:cua|o|tai|ben) (?<unit>.+?)(?: ${DONE})*`,
)
const MOST_NAMED = asking(
  `(?:ai|nguoi nao|tac gia nao|top \\d+ (?:tac gia|ca nhan|nguoi)) ?(?:dang |da )*(?:(?:nop|dang ky|co|gui|(?:duoc )?cong nhan) )?(?:nhieu )?(?:${IDEA} )?(?:nhieu )?(?:nhat)?`,
)
const UNDO = new RegExp(
  `^(?:${oneOf("em, anh, chi, toi, minh, a, oi, chet, thoi, da, vua")} )*${oneOf(
    "hoan tac, undo",
    "(?:bam|go|chon|duyet|ghi|nhap|lam|cong nhan|tu choi)?(?: vua)? ?nham(?: roi| so| ho so| mat| nut)?",
    "lay lai, quay xe",
  )}(?:(?: (?:thi|em|cho|giup|chi|anh|lam on))* (?:huy|bo|thu hoi|hoan tac|rut)(?: (?:lai|di|cai|viec|do|nay|vua|cong nhan|tu choi))*)?${ENDED}`,
)

/** Who is asked about: "đơn vị nào chưa có", "ai chưa nộp", "danh sách các đơn vị chưa đạt". */
const WHO = new RegExp(
  `^${LEAD}(?:(?:co )?${SO_MANY} )?(?:danh sach (?:cac |nhung )?)?(?<week>(?:tuan nay|trong tuan) )?(?:danh sach )?(?<who>(?:${UNIT}|cd|ai)(?: .+)?)$`,
)

/** "SK-000013 trùng với SK-000003" */
const DUPLICATE =
  /^(?:sang kien )?(sk ?\d{1,9})(?: (?:nay|la|bi|cung))* (?:trung(?: lap)?|giong het)(?: (?:voi|cua|la|y))* (sk ?\d{1,9})(?: (?:roi|a|em|nhe|day|do))*$/

/** "tuần này được bao nhiêu rồi", "đơn vị nào chậm", "còn bao nhiêu nữa thì đạt": what an officer asks instead of giving a command. */
export function officerQuestion(head: Head): Command | undefined {
  return questionIn(head) ?? ofNamedCampaign(head)
}

/** "bao nhiêu đơn vị đạt rồi của chương trình 1 triệu sáng kiến": the same question, and whose figures are meant. */
function ofNamedCampaign(head: Head): Command | undefined {
  const at = head.words.findLastIndex((_, index) => isNamingLead(head, index))
  if (at < 2 || head.key(at - 1) === "ca") return undefined
  const joined = /^(?:cua|trong|thuoc)$/.test(head.key(at - 1)) ? at - 1 : at
  const before = new Head(head.text.slice(0, head.words[joined]?.start).trim())
  const question = questionIn(before) ?? questionAsCommand(before)
  if (question === undefined || !ABOUT_FIGURES.has(question.name)) return undefined
  return { ...question, rest: `${question.rest} ${head.from(at)}`.trim() }
}

function isNamingLead(head: Head, at: number): boolean {
  return /^(?:chuong trinh|phong trao)$/.test(`${head.key(at)} ${head.key(at + 1)}`)
}

function questionIn(head: Head): Command | undefined {
  if (head.words.length > 30) return undefined
  const said = head.words.map(({ key }) => key).join(" ")
  const duplicate = DUPLICATE.exec(said)
  if (duplicate !== null) return asked("merge", `${duplicate[1]} vào ${duplicate[2]}`)
  const told = scheduleOrder(head, said) ?? officerOrder(head, said)
  if (told !== undefined) return told
  const compared = COMPARED.exec(said)?.groups
  if (compared !== undefined)
    return asked("compare", (compared["with"] ?? compared["alone"]) === "thang" ? "tháng" : "tuần")
  const ofUnit = UNIT_COMPARED.exec(said)
  if (ofUnit !== null)
    return asked(
      "compare",
      `${ofUnit.groups?.["with"] === "thang" ? "tháng" : "tuần"} ${typed(head, said, ofUnit, "unit")}`,
    )
  const pair = pairAsked(head, said)
  if (pair !== undefined) return asked("compare", pair)
  const period = periodIn(head, said)
  if (period !== undefined) return asked(/^chuong trinh ./.test(fold(period)) ? "progress" : "tally", period)
  const bySector = BY_SECTOR.exec(said)
  if (bySector !== null) {
    const group = bySector.groups?.["rest"] === undefined ? "unit" : "rest"
    return asked("tally", `theo lĩnh vực ${typed(head, said, bySector, group)}`.trim())
  }
  const ofSector = askedOfSector(head, said)
  if (ofSector !== undefined) return ofSector
  const benefitIn = BENEFIT_IN.exec(said)
  if (benefitIn !== null) return asked("tally", typed(head, said, benefitIn, "period"))
  if (BEST_BENEFIT.test(said)) return asked("honour", "")
  const benefit = BENEFIT.exec(said)
  if (benefit !== null) return asked("tally", `cả chương trình ${typed(head, said, benefit, "unit")}`.trim())
  const who = laggardsAsked(head)
  if (who !== undefined) return asked("whoLags", who)
  if (REACHED.test(said)) return asked("progress", /(?:^| )(?:ca|toan) tinh(?: |$)/.test(said) ? "tỉnh" : "")
  if (PROGRESS.test(said)) return asked("progress", "")
  if (UNDO.test(said)) return asked("takeBack", LAST_VERDICT)
  const everyday = everydayQuestion(head, said)
  if (everyday !== undefined) return everyday
  if (MOST_NAMED.test(said) && / nhat|top /.test(` ${said}`)) return asked("honour", "")
  const unit = UNIT_COUNT.exec(said) ?? COUNT_OF_UNIT.exec(said)
  return unit === null ? undefined : asked("progress", typed(head, said, unit, "unit"))
}

/** "báo cáo giai đoạn 1" is no phase to be changed. */
export function asksForReport(head: Head): boolean {
  return REPORT.test(head.words.map(({ key }) => key).join(" "))
}

function periodIn(head: Head, said: string): string | undefined {
  for (const pattern of [REPORT, COUNT_OF, COUNTED_IN, PERIOD_HOW, PERIOD_FIRST]) {
    const found = pattern.exec(said)
    if (found !== null) return typed(head, said, found, "period")
  }
  return undefined
}

/** "đơn vị nào chưa đạt", as reminders say whom they mean; undefined when it is none of the states a unit can be behind in. */
export function laggardsAsked(head: Head): string | undefined {
  const said = head.words.map(({ key }) => key).join(" ")
  const found = WHO.exec(said)?.groups
  const who = found?.["who"]
    ?.replace(new RegExp(ENDED), "")
    .replace(/(?: (?:dang(?! ky)|con|la|ma|van|bi))+(?= )/g, "")
    .replace(/ (?:cham|kem|thap)(?: tien do)? nhat(?=$| cua )/, " cham")
    .replace(/ (?:chua co|chua nop|chua dang ky) (?:cai|gi|ai)(?: nao)?$/, " chua co")
    .replace(/^noi /, "don vi ")
    .concat(found?.["week"] === undefined ? "" : " tuan nay")
  if (who === undefined) return undefined
  const kind = readAudience(who, [])?.kind
  return kind === "zero" || kind === "zero_week" || kind === "behind" || kind === "short" ? who : undefined
}
