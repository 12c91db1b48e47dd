import { fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { means, type Name, type Reading, type Rest } from "./asked.ts"

/** What may stand before any question, and behind it: "em ơi cho chị hỏi …", "… rồi em nhỉ". */
export const LEAD = `(?:${oneOf(
  "em, anh, chi, cho, hoi, bot, ad, oi, gui, lay, xem, coi, xin, giup, voi, cac, nhung, biet, muon, liet ke, can, de, lap, lam, in, ra, dum, gium, minh, toi, tui, the",
  "vay, da, a, e, c, b, con, alo, la, bay gio, gio, hien, ok, oke, nho, nhu vay",
)} )*`
export const ENDED = `(?: ${oneOf(
  "roi, a, em, nhi, vay, the, ad, bot, oi, hien nay, den nay, den gio, day, nhe, nha, nghen, nghe, hen, voi, giup, gium, dum, anh, chi, ha, z, e, c, v, ho",
)})*$`
export const IDEA = "(?:sang kien|sk)"
export const THINGS = `(?: ${oneOf(`cai, ${IDEA}, ho so, phan tram`)})?`
/** What "đơn vị nào chưa có nhóm" asks the list of groups for. */
export const GROUPLESS_UNITS = "chua co"
/** What "nhầm rồi, hủy giúp chị" wants taken back: the verdict just given. */
export const LAST_VERDICT = "vua roi"
/** What "KCN đứng thứ mấy" asks a ranking for: where a unit stands among its like, and not who is first below it. */
export const PLACE_OF = "vị trí "
/** How what is wanted of a record begins that is to be decided anew. */
export const REOPENED = "xét lại "
/** How what is wanted of a recognition begins whose paper is to be written down anew. */
export const RESTATED = "sửa "
/** What words about time begin with; which time it is, the tally reads. */
export const PERIOD = oneOf(
  "tuan, thang, giai doan, gd, dot, cao diem, quy, nam nay, nam ngoai, nam truoc, nam \\d+, hom, chuong trinh, ca chuong trinh, tu dau, tu \\d+, tu ngay \\d+, ngay \\d+",
  "\\d{1,2}[ /.-]\\d+, \\d thang (?:dau|cuoi) nam",
)
/** "tháng 3", "tuần trước": a period that ends what is asked for. */
export const NAMED_PERIOD = `${PERIOD}(?: (?:nay|truoc|roi|qua|vua roi|nua|cao diem|\\d[^ ]*))*`
const ENDS_IN_PERIOD = new RegExp(` ${NAMED_PERIOD}$`)
/** What a tally is asked of: the whole campaign, where no period is named: "KCN", and not "KCN quý 1". */
export const ofAll = (unit: string): string =>
  ENDS_IN_PERIOD.test(` ${fold(unit)}`) ? unit : `cả chương trình ${unit}`.trim()
export const SO_MANY = "(?:bao nhieu|may|bn)"
/** Who is counted. */
export const PEOPLE = "(?:doan vien|nguoi lao dong|lao dong|cong nhan)"
/** What is asked about as a unit. */
export const UNIT = oneOf("don vi, dv, cdcs, cong doan, co so, noi, truong, huyen, nganh")

/** What a unit of the tree, or a part of one, is called. */
export const PART = oneOf("to, phan xuong, xuong, phong, khoa, doi, bo phan, chuyen, cong ty, cty, benh vien")

/** The whole of what is said, but for politeness: one of these ways to ask. */
export function asking(...ways: readonly string[]): RegExp {
  return new RegExp(ways.map((way) => `^${LEAD}${way}${ENDED}`).join("|"))
}

/** A row of a table of officers' questions, in these ways and with politeness before and behind. */
export function asks(name: Name, rest: Rest, ways: readonly string[]): Reading {
  return means(name, rest, [asking(...ways)])
}
