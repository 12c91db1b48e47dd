import { oneOf } from "../text/pattern.ts"
import { type Found, firstOf, type Reading } from "./asked.ts"
import { asks, SO_MANY } from "./officer-words.ts"

const UNITS = "(?:don vi|dv|cdcs|cong doan(?: co so)?|co so)"
const DIRECTLY = "(?: (?:truc thuoc|thanh vien|cap duoi|ben duoi|cua minh|cua tinh|toan tinh|ca tinh))*"
const LISTED = `(?:${oneOf(`danh sach, ds, liet ke, ke ten, ke, cac, nhung, tat ca, toan bo, tong so, so luong, co, co tat ca, tong cong, ${SO_MANY}`)} )+`
const HAS = `(?:co|gom|bao gom) (?:${oneOf(`nhung, cac, tat ca, tong cong, ${SO_MANY}`)} )+`
const OF = "(?:cua|thuoc|truc thuoc|o|trong|ben|duoi)"
/** "tỉnh mình có mấy đơn vị": all there are. */
const ALL = /^(?:(?:toan|ca) )?(?:tinh|lien doan|minh|ta|chung ta)(?: (?:nay|minh|ta|nha))*$/
/** What may name a unit; behind other words it is a question of something else: "danh sách đơn vị của ai chưa nộp". */
export const UNIT_NAME =
  "(?!(?:ai|chua|da|dang|nao|nop|duoc|gi|di|hop|tham gia)(?: |$))(?!.*(?:phu trach|quan ly|quan li) )[^ ]+(?: [^ ]+){0,8}?"

/** The unit that is asked about, as it was typed, with its page; empty where all there are is meant. */
export function unitNamed(found: Found): string {
  return ALL.test(found.folded("unit")) ? "" : found.typed("unit", "page")
}

/** Who has a role: as the list of roles says it. */
const ROLE =
  "(?<role>can bo|(?:ban )?chu tich|to ho tro|ho tro vien|quan tri(?: vien)?)(?: (?:cong doan|phu trach))*"
const ROLES: readonly (readonly [RegExp, string])[] = [
  [/^quan tri/, "quản trị"],
  [/ho tro/, "hỗ trợ"],
  [/./, "cán bộ"],
]
const AT_UNIT = `(?:(?: (?:cua|o|ben|tai|thuoc))? (?<unit>${UNIT_NAME}))?`

function roleNamed(found: Found): string {
  const role = ROLES.find(([words]) => words.test(found.folded("role")))?.[1] ?? ""
  return `${role} ${found.typed("unit")}`.trim()
}

const WHEN = oneOf(
  "bao gio, khi nao, chung nao, ngay nao, ngay may, hom nao, luc nao, thang nao, thang may, bao lau, bao lau nua",
)
const EDGE = oneOf(
  "ket thuc, bat dau, het han, het, dong, dong lai, keo dai, chay, dien ra, tong ket, be mac, mo, xong, den, toi, tu, vao, con, thi, se, da, la, han",
)
const PROGRAMME = "(?:chuong trinh|phong trao)(?: (?:sang kien|nay|minh))*"
const PHASE = "(?:giai doan|gd)(?: ?(?:\\d|nay|hien tai|mot|hai|ba))?"
const PEAK = "(?:dot |tuan )?cao diem(?: (?:\\d|nay|toi|sap toi))?"

/** Asked from its first word or from its last: "chương trình kết thúc khi nào", "bao giờ hết chương trình". */
function edgesOf(what: string): readonly string[] {
  return [
    `${what}(?: ${EDGE})+ (?:chua|roi chua|khong|ko|k)`,
    `${what}(?: ${EDGE})* ${WHEN}(?: ${EDGE})*`,
    `${WHEN}(?: ${EDGE})+ ${what}(?: ${EDGE})*`,
    `lich ${what}`,
  ]
}

const question: Reading = firstOf(
  // "có bao nhiêu đơn vị", "KCN có những đơn vị nào", "đơn vị nào thuộc KCN"
  asks("unitList", unitNamed, [
    `${LISTED}${UNITS}${DIRECTLY}(?: nao)?(?: ${OF} (?!.* (?:bao nhieu|may|bn)(?: |$))(?<unit>${UNIT_NAME})| (?<page>trang \\d{1,3}))?`,
    `(?<unit>${UNIT_NAME}) ${HAS}${UNITS}${DIRECTLY}(?: nao)?`,
    `${UNITS}(?: nao)? (?:truc )?thuoc(?!.* (?:bao nhieu|may|bn)(?: |$))(?: (?<unit>${UNIT_NAME}))?`,
  ]),
  // "ai là quản trị", "danh sách cán bộ KCN", "cán bộ của KCN là ai"
  asks("roles", roleNamed, [
    `ai (?:(?:dang|la|lam|trong|giu|co|quyen|vai tro) )*${ROLE}${AT_UNIT}`,
    `${LISTED}${ROLE}(?: nao)?${AT_UNIT}`,
    `${ROLE}${AT_UNIT} (?:la|gom|gom co) (?:nhung )?(?:ai|nguoi nao)`,
  ]),
  asks("campaigns", "", [...edgesOf(PROGRAMME), `${WHEN}(?: (?:thi|se|moi))* tong ket`]),
  asks("targets", "giai đoạn", edgesOf(PHASE)),
  asks("targets", "đợt cao điểm", edgesOf(PEAK)),
)

/** Hardly any other words are in such a question; most of what is looked at is a title. */
const ABOUT_THE_HOUSE =
  /(?:^| )(?:don vi|dv|cdcs|cong doan|co so|can bo|chu tich|ho tro|quan tri|chuong trinh|phong trao|giai doan|gd ?\d?|cao diem|tong ket)(?: |$)/
const LONGEST = 80

/** What anybody may ask of the house itself: its units, who answers for them, and from when to when it all runs. */
export const houseQuestion: Reading = (head, said) =>
  said.length <= LONGEST && ABOUT_THE_HOUSE.test(said) ? question(head, said) : undefined
